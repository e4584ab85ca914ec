"""The same input gives the same bytes, wherever and whenever."""

import os
from pathlib import Path

from running import copy_shipped_project, ksf, tree, write_project


def test_two_machines_write_the_same_bytes(tmp_path: Path) -> None:
    first = copy_shipped_project(tmp_path / "a")
    second = copy_shipped_project(tmp_path / "somewhere/else/with a space/\u00e9")
    for path in second.rglob("*.yaml"):
        os.utime(path, (0, 0))
    here = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "HOME": str(tmp_path), "USER": "a"}
    there = {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere", "USER": "b"}

    assert ksf("build", folder=first, environment=here).status == 0
    old = os.umask(0o077)
    try:
        run = ksf(
            "build", "--project", second, "--output", tmp_path / "output", environment=there
        )
    finally:
        os.umask(old)
    assert run.status == 0, run.errors

    one, other = tree(first / "build"), tree(tmp_path / "output")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []


def test_no_output_names_the_folder_it_was_made_in(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path / "very-particular-name")
    assert ksf("build", "--project", project).status == 0
    built = tree(project / "build")
    assert [path for path, content in built.items() if b"very-particular-name" in content] == []


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    assert ksf("build", "--project", project).status == 0
    before = {path: path.stat().st_mtime_ns for path in (project / "build").rglob("*.html")}
    content = tree(project / "build")
    assert ksf("build", "--project", project).status == 0
    assert tree(project / "build") == content
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_marks_are_read_the_same_on_all_cores(tmp_path: Path) -> None:
    # The parser of Markdown keeps a table for the whole process, which several texts at once once shared.
    lines = ["domain: d", "title: D", "outcomes:"]
    for outcome in range(40):
        lines += [f"  - id: O-{outcome}", f"    title: Outcome {outcome}", "    statements:"]
        lines += [
            f"      - {{id: S-{outcome}-{number}, text: '~~struck {outcome} {number}~~ *and* kept'}}"
            for number in range(40)
        ]
    files = {
        "framework/f.yaml": "framework: t\ntitle: T\nedition: 1.0.0\nlanguage: en\n",
        "framework/d.yaml": "\n".join(lines) + "\n",
    }
    project = write_project(tmp_path, files)
    made = set()
    for turn in range(4):
        run = ksf("build", "--project", project, "--output", tmp_path / f"out-{turn}")
        assert run.status == 0, run.errors
        made.add((tmp_path / f"out-{turn}/manifest.json").read_bytes())
        parts = (tmp_path / f"out-{turn}/checklists/whole").glob("part-*.md")
        assert sum(part.read_text().count("~~struck ") for part in parts) == 1600
    assert len(made) == 1
