"""`ksf show`, `ksf uses` and `ksf list`: finding one's way in a framework."""

import csv
import io
import json
from pathlib import Path

import pytest
from running import REPOSITORY, copy_shipped_project, ksf, write_project

PROJECT = {
    "framework/framework.yaml": """\
framework: first-aid
title: First aid
edition: 1.0.0
language: en-GB
kinds:
  - {id: knowledge, title: Knowledge, stem: Know that}
  - {id: skill, title: Skill, stem: Know how to}
phases:
  - {id: year-1, title: First year}
  - {id: year-2, title: Second year, requirement: optional}
evidence:
  - {id: observation, title: Observation}
roles:
  - {id: worker, title: Worker}
domains: [aid]
""",
    "framework/aid.yaml": """\
domain: aid
title: Aid
outcomes:
  - id: A-1
    title: Helps
    statements:
      - id: A-1.1
        kind: knowledge
        text: bleeding stops under pressure
        phase: year-1
        sources: [{source: manual, facts: [1]}]
        aligns: [{to: other/2, relation: exact}]
      - id: A-1.2
        kind: skill
        text: >
          press on a wound
          until the *bleeding* stops
        phase: year-1
        relies-on: [A-1.1]
        sources: [manual]
        evidence: {any-of: [observation], at-least: 2}
        notes: {worker: "See [[A-1.1]] first, and then press."}
      - id: A-1.3
        kind: skill
        text: call for help, and wait
        phase: year-2
        relies-on: [A-1.1]
        sources: [manual]
  - id: A-2
    title: Learns
    statements: []
""",
    "framework/other.yaml": """\
crosswalk: other
title: Another
publisher: Somebody
version: "1"
items: [{id: 1, title: Calls, declined: Nobody calls.}, {id: 2, title: Presses}]
""",
    "framework/words.yaml": """\
glossary:
  - {term: direct pressure, abbreviation: DP, definition: Pressing on a wound.}
""",
    "seeds/manual.yaml": """\
source: manual
title: The manual
publisher: Somebody
date: 2020-05
kind: guidance
rights: None stated
facts:
  - {number: 1, text: Pressure stops bleeding.}
  - {number: 2, text: It is blue., declined: Colour is no matter.}
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "p", PROJECT)


def names(project: Path, *question: str) -> list[str]:
    run = ksf("list", *question, folder=project)
    assert run.status == 0, run.errors
    return [line.split("  ")[0] for line in run.output.splitlines()]


# show


def test_a_statement_is_shown_with_all_that_it_says(project: Path) -> None:
    run = ksf("show", "A-1.2", folder=project)
    assert (run.status, run.errors) == (0, "")
    assert run.output.splitlines() == [
        "A-1.2: a statement in A-1, in aid",
        "framework/aid.yaml:13",
        "",
        "  kind: skill",
        "  text: press on a wound until the *bleeding* stops",
        "  phase: year-1",
        "  relies-on: A-1.1",
        "  sources:",
        "    - source: manual",
        "  evidence:",
        "    any-of: observation",
        "    at-least: 2",
        "  notes:",
        "    worker: See [[A-1.1]] first, and then press.",
        "",
        "Nothing refers to it.",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("aid", "    - A-1  Helps"),
        ("manual/2", "  declined: Colour is no matter."),
        ("other/2", "  title: Presses"),
        ("direct pressure", "  definition: Pressing on a wound."),
        ("DP", "direct pressure: a term"),
        ("year-2", "  requirement: optional"),
        ("first-aid", "  edition: 1.0.0"),
    ],
)
def test_everything_with_a_name_is_shown(project: Path, name: str, said: str) -> None:
    run = ksf("show", name, folder=project)
    assert run.status == 0, run.errors
    assert said in run.output.splitlines()[0] or said in run.output.splitlines()


def test_a_thing_as_json(project: Path) -> None:
    data = json.loads(ksf("show", "A-1.2", "--format", "json", folder=project).output)
    assert data["in"] == ["aid", "A-1"]
    assert (data["file"], data["line"], data["uses"]) == ("framework/aid.yaml", 13, 0)
    assert data["says"]["evidence"] == {"any-of": ["observation"], "at-least": 2}
    assert data["says"]["text"] == "press on a wound until the *bleeding* stops\n"


@pytest.mark.parametrize("command", ["show", "uses"])
def test_an_unknown_name_is_told_with_what_may_be_meant(project: Path, command: str) -> None:
    run = ksf(command, "a-1.2", folder=project)
    assert run.status == 2
    assert 'Nothing in the framework is called "a-1.2". Did you mean "A-1.2"?' in run.errors


def test_a_framework_with_errors_still_answers(project: Path) -> None:
    domain = project / "framework/aid.yaml"
    domain.write_text(domain.read_text().replace("relies-on: [A-1.1]", "relies-on: [A-9.9]", 1))
    run = ksf("show", "A-1.3", folder=project)
    assert run.status == 0
    assert "call for help, and wait" in run.output
    assert "1 error" in run.errors


# uses


def test_uses_of_a_statement(project: Path) -> None:
    run = ksf("uses", "A-1.1", folder=project)
    assert run.status == 0, run.errors
    assert run.output.splitlines() == [
        "A-1.1, a statement at framework/aid.yaml:7, is used in 3 places.",
        "",
        "  A-1.2  relies-on     framework/aid.yaml:19",
        "  A-1.2  notes (link)  framework/aid.yaml:22",
        "  A-1.3  relies-on     framework/aid.yaml:27",
        "",
        "If it went:",
        "  3 places would refer to nothing, which `ksf check` reports as errors.",
    ]


@pytest.mark.parametrize(
    ("name", "users"),
    [
        ("manual", ["A-1.1", "A-1.2", "A-1.3"]),
        ("manual/1", ["A-1.1"]),
        ("manual/2", []),
        ("other", ["A-1.1"]),
        ("other/2", ["A-1.1"]),
        ("observation", ["A-1.2"]),
        ("worker", ["A-1.2"]),
        ("year-1", ["A-1.1", "A-1.2"]),
        ("aid", ["first-aid"]),
    ],
)
def test_users_of_things_of_every_kind(project: Path, name: str, users: list[str]) -> None:
    data = json.loads(ksf("uses", name, "--format", "json", folder=project).output)
    assert [use["by"] for use in data["uses"]] == users
    rows = list(csv.reader(io.StringIO(ksf("uses", name, "--format", "csv", folder=project).output)))
    assert rows[0] == ["by", "key", "file", "line"]
    assert [row[0] for row in rows[1:]] == users


def test_what_stands_in_a_thing_goes_with_it(project: Path) -> None:
    output = ksf("uses", "A-1", folder=project).output
    assert "3 things stand in it and would go too." in output
    assert "refer to nothing" not in output, "its statements use only each other"


def test_what_the_removal_breaks_is_what_check_reports(project: Path) -> None:
    # The promise of the command, held against the compiler.
    domain = project / "framework/aid.yaml"
    start, end = domain.read_text().index("      - id: A-1.1"), domain.read_text().index("      - id: A-1.2")
    promised = json.loads(ksf("uses", "A-1.1", "--format", "json", folder=project).output)["broken"]
    domain.write_text(domain.read_text()[:start] + domain.read_text()[end:])
    report = json.loads(ksf("check", "--format", "json", folder=project).output)
    assert report["summary"]["errors"] == promised == 3


def test_a_published_id_is_told(project: Path) -> None:
    assert "published" not in ksf("uses", "A-1.3", folder=project).output
    assert ksf("lock", folder=project).status == 0
    assert "`retired`" in ksf("uses", "A-1.3", folder=project).output


# list


def test_list_of_statements(project: Path) -> None:
    run = ksf("list", "statements", folder=project)
    assert run.output.splitlines() == [
        "A-1.1  bleeding stops under pressure",
        "A-1.2  press on a wound until the *bleeding* stops",
        "A-1.3  call for help, and wait",
    ]
    assert run.errors == "3 of 3\n"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (["--phase", "year-1"], ["A-1.1", "A-1.2"]),
        (["--phase=year-1", "--kind", "skill"], ["A-1.2"]),
        (["--phase", "year-1,year-2", "--kind", "skill"], ["A-1.2", "A-1.3"]),
        (["--kind", "skill", "--without", "evidence"], ["A-1.3"]),
        (["--with", "evidence"], ["A-1.2"]),
        (["--with", "evidence,aligns"], []),
        (["--evidence", "observation"], ["A-1.2"]),
        (["--at-least", "2"], ["A-1.2"]),
        (["--text", "BLEEDING"], ["A-1.1", "A-1.2"]),
        (["--text", "wound until"], ["A-1.2"]),
        (["--notes", "worker"], ["A-1.2"]),
        (["--aligns", "other"], ["A-1.1"]),
        (["--aligns", "other/2"], ["A-1.1"]),
        (["--sources", "manual", "--facts", "1"], ["A-1.1"]),
        (["--outcome", "A-2"], []),
        (["--domain", "aid"], ["A-1.1", "A-1.2", "A-1.3"]),
    ],
)
def test_conditions(project: Path, question: list[str], found: list[str]) -> None:
    assert names(project, "statements", *question) == found
    assert names(project, *question, "statements") == found, "in any order"


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (["outcomes"], ["A-1", "A-2"]),
        (["outcomes", "--without", "statements"], ["A-2"]),
        (["facts", "--source", "manual", "--without", "declined"], ["manual/1"]),
        (["items", "--with", "declined"], ["other/1"]),
        (["phases", "--requirement", "mandatory"], ["year-1"]),
        (["sources", "--date", "2020"], ["manual"]),
        (["glossary"], ["direct pressure"]),
        (["statement", "--phase", "year-2"], ["A-1.3"]),
        (["crosswalks"], ["other"]),
    ],
)
def test_everything_can_be_listed(project: Path, question: list[str], found: list[str]) -> None:
    assert names(project, *question) == found


def test_columns_that_were_chosen(project: Path) -> None:
    run = ksf("list", "statements", "--columns", "id,evidence,phase,line", folder=project)
    assert run.output.splitlines() == [
        "A-1.1                                    year-1  7",
        "A-1.2  any-of: observation, at-least: 2  year-1  13",
        "A-1.3                                    year-2  23",
    ]


def test_no_key_of_the_language_is_an_option_of_the_command() -> None:
    # Such a key could not be asked for.
    language = (REPOSITORY / "docs/language.md").read_text(encoding="utf-8")
    for option in ["with", "without", "columns", "project", "format", "file", "line", "help"]:
        assert f"`{option}`" not in language, option


def test_csv_has_every_key(project: Path) -> None:
    run = ksf("list", "statements", "--format", "csv", folder=project)
    rows = list(csv.DictReader(io.StringIO(run.output)))
    assert run.errors == ""
    assert (rows[1]["id"], rows[1]["outcome"], rows[1]["domain"]) == ("A-1.2", "A-1", "aid")
    assert (rows[1]["file"], rows[1]["line"]) == ("framework/aid.yaml", "13")
    assert rows[0]["sources"] == "source: manual, facts: 1"
    assert rows[2]["evidence"] == ""


def test_json_has_the_shape_of_the_files(project: Path) -> None:
    run = ksf("list", "statements", "--kind", "skill", "--format", "json", folder=project)
    first, second = json.loads(run.output)
    assert first["evidence"] == {"any-of": ["observation"], "at-least": 2}
    assert first["relies-on"] == ["A-1.1"]
    assert (first["domain"], first["line"]) == ("aid", 13)
    assert "evidence" not in second


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ([], "Say what to list"),
        (["statments"], 'Did you mean "statements"?'),
        (["statements", "--phse", "year-1"], "A statement has no key `phse`. Did you mean `phase`?"),
        (["statements", "--phase", "year-3"], 'There is no phase "year-3". There are year-1, year-2.'),
        (["statements", "--outcome", "A-9"], 'There is no outcome "A-9".'),
        (["statements", "--phase"], "--phase needs a value. Write --with phase"),
        (["statements", "--without", "evidnce"], "Did you mean `evidence`?"),
        (["statements", "--columns", "id,txt"], "Did you mean `text`?"),
        (["statements", "--at-least", "two"], "is a number"),
        (["sources", "--kind", "laws"], 'Did you mean "law"?'),
        (["statements", "outcomes"], "not understood"),
        (["statements", "--format", "yaml"], "yaml"),
    ],
)
def test_a_question_that_cannot_be_answered(project: Path, question: list[str], said: str) -> None:
    # A misspelt condition that finds nothing would look like an answer.
    run = ksf("list", *question, folder=project)
    assert (run.status, run.output) == (2, "")
    assert said in run.errors


def test_a_cell_of_a_table_is_no_formula(project: Path) -> None:
    domain = project / "framework/aid.yaml"
    domain.write_text(domain.read_text().replace("call for help, and wait", "\"=HYPERLINK('x')\""))
    run = ksf("list", "statements", "--columns", "text", "--format", "csv", folder=project)
    assert "\"'=HYPERLINK" in run.output


def test_the_shipped_framework_is_listed_as_it_is_built(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    listed = json.loads(ksf("list", "statements", "--format", "json", "--project", project).output)
    built = ksf("build", "--project", project, "--output", tmp_path / "b", "--only", "data")
    assert built.status == 0, built.errors
    framework = json.loads(next((tmp_path / "b").rglob("framework.json")).read_text())
    statements = [statement["id"] for statement in framework["statements"]]
    assert [statement["id"] for statement in listed] == statements
