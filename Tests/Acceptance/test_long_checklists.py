"""A checklist that is too long for one file comes in parts, and nothing is lost between them."""

import re
from pathlib import Path

from running import ksf, write_project

FRAMEWORK = """\
framework: t
title: T
edition: 1.0.0
language: en
phases:
  - {id: first, title: First year}
  - {id: second, title: Second year}
"""


def project(folder: Path, outcomes: int) -> Path:
    """A framework of forty statements for each outcome, in turns of the first year and the second."""
    lines = ["domain: d", "title: D", "outcomes:"]
    for outcome in range(outcomes):
        lines += [f"  - id: O-{outcome}", f"    title: Outcome {outcome}", "    statements:"]
        for number in range(40):
            phase = ["first", "second"][number % 2]
            later = ", progression: {second: more of it}" if number == 0 else ""
            lines.append(
                f"      - {{id: S-{outcome}-{number}, text: make thing {outcome} of {number}, phase: {phase}{later}}}"
            )
    return write_project(folder, {"framework/f.yaml": FRAMEWORK, "framework/d.yaml": "\n".join(lines) + "\n"})


def ids(text: str) -> list[str]:
    return re.findall(r"^- \[ \] \*\*(S-[0-9-]+)\*\*", text, re.M)


def test_a_short_checklist_is_one_file(tmp_path: Path) -> None:
    made = tmp_path / "out"
    assert ksf("build", "--project", project(tmp_path / "p", 10), "--output", made).status == 0
    assert len(ids((made / "checklists/whole.md").read_text())) == 400
    assert not list((made / "checklists").rglob("part-*.md"))


def test_a_long_checklist_comes_in_parts(tmp_path: Path) -> None:
    made = tmp_path / "out"
    run = ksf("build", "--project", project(tmp_path / "p", 25), "--output", made)
    assert run.status == 0, run.errors
    whole = (made / "checklists/whole.md").read_text()
    assert not ids(whole)
    links = re.findall(r"^- \[Part \d+\]\((.+?)\): .* \((\d+) statements\)$", whole, re.M)
    parts = [(made / "checklists" / link.replace("\\", "")).read_text() for link, _ in links]
    assert {path.name for path in (made / "checklists/whole").iterdir()} == {
        f"part-{number + 1}.md" for number in range(len(parts))
    }
    assert [len(ids(part)) for part in parts] == [int(size) for _, size in links]
    assert all(0 < len(ids(part)) <= 400 for part in parts)
    found = [one for part in parts for one in ids(part)]
    assert len(found) == len(set(found)) == 1000
    for number, part in enumerate(parts):
        assert part.startswith(f"# T, part {number + 1} of {len(parts)}\n")
    # What is taken further in a phase comes last, in its own part.
    second = [(made / f"checklists/phases/second/part-{number}.md").read_text() for number in (1, 2, 3)]
    assert [len(ids(part)) for part in second] == [400, 100, 25]
    assert "## Taken further: Second year" in second[2] and "Now also: more of it" in second[2]
    # The page of downloads leads to the checklist, and that to its parts.
    downloads = (made / "handbook/downloads.html").read_text()
    assert "checklists/whole.md" in downloads and "part-1" not in downloads
