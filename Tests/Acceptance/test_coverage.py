"""`ksf coverage`: what becomes of each fact of a source and each item of a crosswalk."""

import json
from pathlib import Path

import pytest
from running import copy_shipped_project, ksf, write_project

PROJECT = {
    "framework/framework.yaml": """\
framework: first-aid
title: First aid
edition: 1.0.0
language: en-GB
""",
    "framework/domain.yaml": """\
domain: aid
title: Aid
outcomes:
  - id: A-1
    title: Helps
    statements:
      - {id: A-1.1, text: call for help, sources: [{source: manual, facts: [1]}], aligns: [{to: other/1, relation: exact}]}
""",
    "framework/history.yaml": """\
history:
  - {date: 2023-03, title: It begins, text: It began., sources: [{source: manual, facts: [1, 2]}]}
""",
    "framework/other.yaml": """\
crosswalk: other
title: Another
publisher: Somebody
version: "1"
items: [{id: 1, title: Calls}, {id: 2, title: Waits, declined: Nobody **waits**.}, {id: 3, title: Runs}]
""",
    "seeds/manual.yaml": """\
source: manual
title: The manual
publisher: Somebody
date: 2020
kind: guidance
rights: None stated
facts:
  - {number: 1, text: Calls help.}
  - {number: 2, text: It began.}
  - {number: 3, text: It is blue., declined: Colour is no matter.}
  - {number: 7, text: It is old.}
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "p", PROJECT)


def test_summary(project: Path) -> None:
    run = ksf("coverage", folder=project)
    assert run.status == 0, run.errors
    assert run.output.splitlines() == [
        "manual  4 facts: 2 used, 1 declined, 1 open",
        "other   3 items: 1 used, 1 declined, 1 open",
        "",
        "2 are neither used nor declined.",
    ]


def test_one_in_full(project: Path) -> None:
    output = ksf("coverage", "manual", folder=project).output
    assert "  1  Calls help.\n      used by A-1.1, history: It begins\n" in output
    assert "  3  It is blue.\n      declined: Colour is no matter.\n" in output
    assert "  7  It is old.\n      OPEN" in output
    assert "other" not in output


def test_json(project: Path) -> None:
    data = json.loads(ksf("coverage", "--json", folder=project).output)
    assert data["open"] == 2
    parts = {part["code"]: part for part in data["documents"][1]["parts"]}
    assert parts["1"] == {"code": "1", "text": "Calls", "fate": "used", "by": ["A-1.1"]}
    assert parts["2"]["because"] == "Nobody waits."
    assert parts["3"]["fate"] == "open"


def test_strict_fails_while_anything_is_open(project: Path) -> None:
    assert ksf("coverage", "--strict", folder=project).status == 1
    assert ksf("coverage", "--strict", "nothing", folder=project).status == 2


def test_an_unknown_id_is_told_with_what_may_be_meant(project: Path) -> None:
    run = ksf("coverage", "manuel", folder=project)
    assert run.status == 2
    assert 'Did you mean "manual"?' in run.errors


def test_nothing_of_the_shipped_framework_is_open(tmp_path: Path) -> None:
    run = ksf("coverage", "--strict", "--project", copy_shipped_project(tmp_path))
    assert run.status == 0, run.output
