"""The same texts in the shapes that other programs read. Those that are not installed are left out."""

import re
import shutil
import sys
from pathlib import Path

SINGLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
{{ range .Params.outcomes }}<h2 id="{{ .id }}">{{ .title }}</h2>
{{ range .statements }}<section id="{{ .id }}"><h3>{{ .id }}</h3><p>{{ .text | markdownify }}</p>
<p>{{ .phase }} {{ .kind }}</p><p>{{ index . "builds-on" | markdownify }}</p><p>{{ .alternative }}</p>
<p>{{ .progression.leading }}</p><p>{{ .notes.coach }}</p><p>{{ .notes.assessor }}</p>
<ul>{{ range .examples }}<li>{{ .setting }}: {{ .text }}</li>{{ end }}</ul>
<ul>{{ range index . "relies-on" }}<li><a href="#{{ . }}">{{ . }}</a></li>{{ end }}</ul>
<ul>{{ range .aligns }}<li>{{ .to }} {{ .relation }} {{ .because }}</li>{{ end }}</ul>
<ul>{{ range .tags }}<li>{{ . }}</li>{{ end }}</ul></section>{{ end }}{{ end }}
</body></html>
"""

LIST = """<!doctype html><html lang="en"><body><ul>
{{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""


def tool(name: str) -> Path | None:
    """A program beside this Python or on the path."""
    beside = Path(sys.prefix) / "bin" / name
    if beside.is_file():
        return beside
    found = shutil.which(name)
    return Path(found) if found else None


def domains(project: Path) -> list[Path]:
    return sorted((project / "framework/domains").glob("*.yaml"))


def write_hugo(project: Path, folder: Path) -> None:
    """A page for each domain, whose data are the domain's own YAML: of all ways to feed Hugo the quickest."""
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "layouts/_default/single.html").write_text(SINGLE)
    (folder / "layouts/_default/list.html").write_text(LIST)
    (folder / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "Measured"\n'
        'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    )
    for path in domains(project):
        (folder / f"content/{path.stem}.md").write_text(f"---\n{path.read_text()}---\n")


def write_markdown(project: Path, folder: Path) -> None:
    """A page of Markdown for each domain, and what Zensical reads."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: Measured\nsite_url: https://example.org/\n")
    (folder / "docs/index.md").write_text("# Measured\n")
    for path in domains(project):
        text = path.read_text()
        text = re.sub(r"(?m)^title: (.*)$", r"# \1", text)
        text = re.sub(r"(?m)^  - id: (\S+)\n    title: (.*)$", r"## \1 \2", text)
        text = re.sub(r"(?m)^      - id: (\S+)$", r"### \1", text)
        text = re.sub(r"(?m)^ +(\S.*)$", r"\1\n", text)
        (folder / f"docs/{path.stem}.md").write_text(text)
