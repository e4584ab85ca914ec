"""Machines that have one family of fonts and no other, made by a configuration of Fontconfig."""

from pathlib import Path

# The sans and the serif typeface of each family, and Debian's package with both.
FAMILIES = {
    "DejaVu": ("DejaVu Sans", "DejaVu Serif"),  # fonts-dejavu-core
    "Noto": ("Noto Sans", "Noto Serif"),  # fonts-noto-core
    "Liberation": ("Liberation Sans", "Liberation Serif"),  # fonts-liberation
}

CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont>
<acceptfont>{accepted}</acceptfont>
<rejectfont>
<pattern><patelt name="scalable"><bool>true</bool></patelt></pattern>
<pattern><patelt name="scalable"><bool>false</bool></patelt></pattern>
</rejectfont>
</selectfont>
{aliases}
</fontconfig>
"""
ACCEPTED = '<pattern><patelt name="family"><string>{}</string></patelt></pattern>'
ALIAS = '<alias binding="same"><family>{}</family><prefer><family>{}</family></prefer></alias>'


def configuration(family: str, folder: Path) -> Path:
    """A file for `FONTCONFIG_FILE` that hides all fonts but those of a family."""
    sans, serif = FAMILIES[family]
    generic = {"system-ui": sans, "sans-serif": sans, "monospace": sans, "serif": serif}
    path = folder / f"{family}.conf"
    path.write_text(
        CONFIGURATION.format(
            accepted="".join(map(ACCEPTED.format, (sans, serif))),
            aliases="\n".join(ALIAS.format(*pair) for pair in generic.items()),
        ),
        encoding="utf-8",
    )
    return path
