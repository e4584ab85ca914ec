"""The foot of each page tells where its subject is written, and the digest of just that."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from craft import FILES, WOOD
from running import copy_shipped_project, ksf, tree, write_project

FOOT = re.compile(
    r"Written in (?:<a href=\"[^\"]*\">)?([^,<]+?)(?:, lines? (\d+)(?: to (\d+))?)?(?:</a>)? \(SHA-256 ([0-9a-f]{12})…\)"
)

# Several statements on one line, a text over some lines, and no line break at the end. Pages of neighbours show each other, so
# there are others between the first and the last.
CROWDED = """\
domain: wood
title: Wood
outcomes:
  - {id: W-1, title: Chooses wood, statements: [
      {id: W-1.1, kind: knowledge, text: green wood shrinks, phase: first}, {id: W-1.2, kind: skill,
      text: choose a board, phase: second}, {id: W-1.3, kind: skill, text: turn it, phase: first}, {id: W-1.4, kind: skill,
      text: saw it}, {id: W-1.5, kind: skill, text: stack boards}, {id: W-1.6, kind: skill, text: plane it}, {id: W-1.7, text: oil it,
      kind: skill}]}
  - id: W-2
    title: Joins wood
    statements:
      - id: W-2.1
        kind: skill
        phase: first
        text: >-
          cut a joint
          by hand
      - {id: W-2.2, kind: skill, phase: first, text: glue it}
      - {id: W-2.3, kind: skill, phase: first, text: clamp it}
      - {id: W-2.4, kind: skill, phase: first, text: clean it}
      - {id: W-2.5, kind: skill, phase: first, text: wait for a day}"""


def told(page: bytes) -> tuple[str, int | None, int | None, str]:
    """The file, its first and last line if there are any, and the digest."""
    found = FOOT.findall(page.decode())
    assert len(found) == 1, found
    path, first, last, digest = found[0]
    return path, int(first) if first else None, int(last or first) if first else None, digest


def digest(lines: bytes) -> str:
    return hashlib.sha256(lines).hexdigest()[:12]


def check(project: Path, pages: dict[str, bytes]) -> int:
    """Holds what each page tells against the sources; returns how many tell of lines."""
    count = 0
    for path, page in pages.items():
        if not path.endswith(".html") or b"Written in" not in page:
            continue
        file, first, last, said = told(page)
        content = (project / file).read_bytes()
        if first and last:
            count += 1
            lines = re.findall(rb"[^\n]*\n|[^\n]+", content)
            assert said == digest(b"".join(lines[first - 1 : last])), path
        else:
            assert said == digest(content), path
    return count


def test_whoever_has_the_sources_can_check_each_page(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    assert ksf("build", "--project", project).status == 0
    pages = tree(project / "build/handbook")
    assert check(project, pages) > 150
    path, first, last, said = told(pages["statements/ASP-1.1.html"])
    command = f"sed -n '{first},{last}p' '{path}' | sha256sum"
    printed = subprocess.run(command, shell=True, cwd=project, capture_output=True, text=True, check=True)
    assert printed.stdout.startswith(said)
    lines = (project / path).read_text().splitlines()
    assert first and last
    assert lines[first - 1].strip() == "- id: ASP-1.1" and "- id: ASP-1.2" in "".join(lines[last : last + 2])
    for name in ["index.html", "downloads.html"]:
        assert re.search(rb"Made from files with the SHA-256 [0-9a-f]{64}\b", pages[name])


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_however_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    project = write_project(tmp_path / "project", {**FILES, WOOD: CROWDED})
    for file in project.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", ends.encode()))
    edited = project / WOOD

    def build(*more: str | Path) -> None:
        run = ksf("build", "--project", project, *more)
        assert run.status == 0, run.errors

    build()
    before = tree(project / "build/handbook")
    if ends != "\r":
        # A carriage return by itself ends no line for sed.
        assert check(project, before) >= 15
    edits = [
        ("green wood", "damp wood"), ("oil it", "wax it"), ("stack boards", "pile up boards"), ("by hand", "by eye"),
        (" " * 10 + "cut a joint" + ends, ""), ("by eye", "by hand" + ends + " " * 10 + "and eye"),
    ]
    for old, new in edits:
        content = edited.read_bytes()
        assert content.count(old.encode()) == 1, old
        edited.write_bytes(content.replace(old.encode(), new.encode()))
        build()
        build("--no-cache", "--output", tmp_path / "clean")
        now = tree(project / "build")
        assert now == tree(tmp_path / "clean"), old
        if ends != "\r":
            check(project, tree(project / "build/handbook"))


def test_an_edit_leaves_pages_about_other_lines_of_its_file(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", FILES)
    assert ksf("build", "--project", project).status == 0
    before = tree(project / "build/handbook/statements")
    wood = project / WOOD
    wood.write_text(wood.read_text().replace("green wood shrinks", "damp wood shrinks"))
    assert ksf("build", "--project", project).status == 0
    after = tree(project / "build/handbook/statements")
    # The second relies on the first and so shows its text; the third stands between them and does not.
    assert {path for path in before if before[path] != after[path]} >= {"W-1.1.html", "W-1.2.html"}
    assert FOOT.findall(before["W-1.3.html"].decode()) == FOOT.findall(after["W-1.3.html"].decode())
    assert FOOT.findall(before["W-1.2.html"].decode()) == FOOT.findall(after["W-1.2.html"].decode())
    assert FOOT.findall(before["W-1.1.html"].decode()) != FOOT.findall(after["W-1.1.html"].decode())
