"""The package for Debian and Ubuntu. It depends on nothing, since the program is linked statically."""

import datetime
import hashlib
import lzma

from libraries import DEBIAN, installed
from manual import completions, manual
from package import DEBIAN_NAMES, DESCRIPTION, EPOCH, SUMMARY, Entry, Program, compressed, tar, text

MAINTAINER = "The ksf authors <ksf@example.org>"

# What lintian would tell of, and why it is so.
OVERRIDES = """\
# One file that needs no library runs on every system alike.
ksf: statically-linked-binary [usr/bin/ksf]
# The libraries come from Debian's own archives. The copyright file names them.
ksf: embedded-library *
# It is not uploaded to Debian.
ksf: initial-upload-closes-no-bugs *
"""


def deb(program: Program) -> tuple[str, bytes]:
    architecture = DEBIAN_NAMES[program.machine]
    version = f"{program.version}-1"
    entries = [Entry(f"usr/{it.path}", it.content, it.is_program) for it in installed_files(program)]
    entries += [
        Entry("usr/share/doc/ksf/changelog.Debian.gz", compressed(changelog(version))),
        Entry("usr/share/doc/ksf/changelog.gz", compressed(text("CHANGELOG.md"))),
        Entry("usr/share/doc/ksf/copyright", terms()),
        Entry("usr/share/lintian/overrides/ksf", OVERRIDES.encode()),
    ]
    control = tar(
        [Entry("control", fields(version, architecture, entries)), Entry("md5sums", md5sums(entries))], root="./"
    )
    members = [
        ("debian-binary", b"2.0\n"),
        ("control.tar.xz", lzma.compress(control, preset=9)),
        ("data.tar.xz", lzma.compress(tar(entries, root="./"), preset=9)),
    ]
    return f"ksf_{version}_{architecture}.deb", ar(members)


def installed_files(program: Program) -> list[Entry]:
    """The program, its manual page and its completions, by path below a prefix such as /usr."""
    return [
        Entry("bin/ksf", program.content, is_program=True),
        Entry("share/man/man1/ksf.1.gz", compressed(manual(program))),
        *completions(program),
    ]


def fields(version: str, architecture: str, entries: list[Entry]) -> bytes:
    size = -(-sum(len(entry.content) for entry in entries) // 1024)
    built = sorted({f"{name} (= {number})" for name, number in (installed(it.package) for it in DEBIAN)})
    return f"""\
Package: ksf
Version: {version}
Architecture: {architecture}
Maintainer: {MAINTAINER}
Installed-Size: {size}
Built-Using: {", ".join(built)}
Section: text
Priority: optional
Description: {SUMMARY[0].lower() + SUMMARY[1:]}
{"".join(f" {line}" + chr(10) for line in DESCRIPTION.splitlines())}""".encode()


def changelog(version: str) -> bytes:
    day = datetime.datetime.fromtimestamp(EPOCH, datetime.timezone.utc)
    return f"""\
ksf ({version}) unstable; urgency=medium

  * See changelog.gz.

 -- {MAINTAINER}  {day.strftime("%a, %d %b %Y %H:%M:%S +0000")}
""".encode()


def terms() -> bytes:
    """The licences in Debian's machine-readable form."""
    notice = text("NOTICE").decode()
    comment = "".join(f" {line}\n" if line.strip() else " .\n" for line in notice.splitlines())
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ksf
Comment:
{comment}
Files: *
Copyright: 2026 the ksf authors
License: Apache-2.0
 On Debian systems, the text of the Apache License 2.0 is in
 /usr/share/common-licenses/Apache-2.0. The texts of the LGPL and the GPL are
 beside it.
""".encode()


def md5sums(entries: list[Entry]) -> bytes:
    lines = [f"{hashlib.md5(it.content).hexdigest()}  {it.path}\n" for it in sorted(entries, key=lambda it: it.path)]
    return "".join(lines).encode()


def ar(members: list[tuple[str, bytes]]) -> bytes:
    packed = b"!<arch>\n"
    for name, content in members:
        packed += f"{name:<16}{EPOCH:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode() + content
        packed += b"\n" * (len(content) % 2)
    return packed
