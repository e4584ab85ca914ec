"""Editions are recorded and never changed; a portfolio of the first edition is carried to the last."""

import json
import re
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest
from craft import FRAMEWORK, PROCESS, RECORD, WOOD, craft, edit, good, set_edition
from running import REPOSITORY, Run, ksf, tree

SCHEMA = json.loads((REPOSITORY / "docs/migration.schema.json").read_text(encoding="utf-8"))

GLUE = "without any glue\n        phase: first\n"


def release(project: Path, edition: str, *edits: tuple[str, str, str]) -> None:
    for change in edits:
        edit(project, *change)
    set_edition(project, edition)
    good("release", project=project)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Four editions: 1.0.0 to 2.0.0, 3.0.0 and 4.0.0."""
    folder = craft(tmp_path / "project")
    good("release", project=folder)
    release(folder, "2.0.0", (WOOD, "in a shed", "under a roof"), (
        WOOD, GLUE, GLUE + "        status: {is: superseded, since: 2027-01-01, because: Two things., split-into: [W-2.3, W-2.4]}\n"
        "      - {id: W-2.3, kind: skill, text: mark out a joint, phase: first}\n"
        "      - {id: W-2.4, kind: skill, text: saw to a line, phase: first}\n"))  # fmt: skip
    release(folder, "3.0.0", (
        WOOD, "{id: W-2.4, kind: skill, text: saw to a line, phase: first}",
        "{id: W-2.4, kind: skill, text: saw to a line, phase: first, status: {is: superseded, since: 2027-02-01, because: Order., replaced-by: W-2.9}}\n"
        "      - {id: W-2.9, kind: skill, text: saw to a line, phase: first}"),
        (WOOD, "all of them\n        phase: first\n", "all of them\n        phase: first\n        status: {is: withdrawn, since: 2027-03-01, because: Sheds.}\n"))  # fmt: skip
    release(folder, "4.0.0", (FRAMEWORK, "{id: judge, title: Judge", "{id: assessor, title: Judge"),
            (FRAMEWORK, "completed-by: judge", "completed-by: assessor"),
            (FRAMEWORK, "rules:", "retired:\n  - {id: judge, because: A clearer word., replaced-by: assessor}\n  - {id: look, because: A clearer word., replaced-by: see}\nrules:"),
            (PROCESS, "[maker, judge]", "[maker, assessor]"), (RECORD, "completed-by: judge", "completed-by: assessor"),
            (RECORD, "record: look", "record: see"))  # fmt: skip
    return folder


PORTFOLIO = """\
framework: craft
edition: 1.0.0
person: P-1
role: maker
started: 2026-09-07
evidence:
  - {id: E1, type: piece, date: 2026-10-01, statements: [W-1.1, W-2.1], by: P-1, role: maker}
  - {id: E2, type: visit, date: 2026-10-02, statements: [W-1.3], by: J-1, role: judge}
progress:
  - {statement: W-1.1, state: shown, date: 2026-10-01}
  - {statement: W-2.1, state: shown, date: 2026-10-01}
  - {statement: W-1.3, state: shown, date: 2026-10-01}
  - {statement: W-1.2, state: under-way, date: 2026-10-01}
records:
  - {record: look, date: 2026-10-02, review: half, fields: {day: 2026-10-02, rating: good, codes: [W-1.1]}}
"""


def check(project: Path, text: str, *more: str) -> Run:
    file = project.parent / "p-1.yaml"
    file.write_text(text, encoding="utf-8")
    return ksf("record", "check", file, "--on", "2026-11-01", "--project", project, *more)


def said(run: Run) -> list[tuple[str, int | None]]:
    return [(it.rule, it.line) for it in run.problems]


# MARK: Maps


def test_maps_fit_their_schema(project: Path) -> None:
    maps = sorted((project / "migrations").iterdir())
    assert [it.name for it in maps] == ["1.0.0-2.0.0.json", "2.0.0-3.0.0.json", "3.0.0-4.0.0.json"]
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for path in maps:
        document = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.validate(document, SCHEMA)
        assert jsonschema_rs.validator_for(SCHEMA).is_valid(document)


def test_a_map_has_every_id_of_the_earlier_edition(project: Path) -> None:
    for edition, path in [("1.0.0", "1.0.0-2.0.0"), ("3.0.0", "3.0.0-4.0.0")]:
        old = project / "editions" / edition
        good("build", "--only", "data", "--output", project.parent / edition, project=old)
        framework = json.loads((project.parent / edition / "framework.json").read_text())
        ids = set()
        for value in framework.values():
            ids |= {it["id"] for it in value if isinstance(it, dict) and "id" in it} if isinstance(value, list) else set()
        entries = json.loads((project / f"migrations/{path}.json").read_text())["ids"]
        assert {it["id"] for it in entries} == ids and len(entries) == len(ids)


def test_what_became_of_each(project: Path) -> None:
    def entry(path: str, code: str) -> tuple[str, list[str], str, list[str]]:
        entries = json.loads((project / f"migrations/{path}.json").read_text())["ids"]
        it = next(it for it in entries if it["id"] == code)
        return it["fate"], it["becomes"], it["evidence"], it["because"]

    assert entry("1.0.0-2.0.0", "W-1.1") == ("changed", ["W-1.1"], "look-again", ["reworded"])
    assert entry("1.0.0-2.0.0", "W-1.2") == ("same", ["W-1.2"], "as-it-is", [])
    assert entry("1.0.0-2.0.0", "W-2.1") == ("split", ["W-2.3", "W-2.4"], "look-again", ["replaced"])
    assert entry("2.0.0-3.0.0", "W-2.4") == ("renamed", ["W-2.9"], "as-it-is", ["renamed"])
    assert entry("2.0.0-3.0.0", "W-1.3") == ("withdrawn", [], "no-longer-counts", ["withdrawn"])
    assert entry("3.0.0-4.0.0", "judge") == ("replaced", ["assessor"], "as-it-is", ["retired"])


# MARK: Portfolios


def test_a_portfolio_of_the_first_edition_in_the_last(project: Path) -> None:
    run = check(project, PORTFOLIO)
    assert run.status == 0, run.errors
    assert said(run) == [
        ("earlier-edition", 2), ("needs-another-look", 7), ("needs-another-look", 7), ("needs-another-look", 8),
    ], run.errors  # fmt: skip
    assert "carried forward to 4.0.0 over 2.0.0, 3.0.0: 2 need another look, 1 no longer counts" in run.errors
    assert "`reworded` in 2.0.0" in run.errors
    assert 'what has taken its place: W-2.3 "Know how to mark out a joint", W-2.9 "Know how to saw to a line"' in run.errors
    assert "`W-1.3` no longer counts" in run.errors
    # Nothing of it tells who somebody is.
    assert "P-1" not in run.errors.replace("p-1.yaml", "") and "J-1" not in run.errors


def test_a_report_counts_what_needs_another_look_as_under_way(project: Path) -> None:
    check(project, PORTFOLIO)
    run = ksf("record", "report", project.parent / "p-1.yaml", "--on", "2026-11-01", "--project", project)
    assert run.status == 0, run.errors
    assert "Nothing has been agreed yet." in run.output
    to_talk_about = run.output[run.output.index("## To talk about") : run.output.index("## What the evidence shows")]
    assert re.findall(r"\*\*(\S+)\*\*", to_talk_about) == ["W-1.1", "W-2.3", "W-2.9"]
    assert "piece of work E1 (2026-10-01). That is all the evidence asked for." in to_talk_about
    # The record of the first edition has another id now, and counts all the same.
    assert "## Records still to complete" not in run.output


def test_what_carries_over_as_it_is(project: Path) -> None:
    text = "framework: craft\nedition: 2.0.0\nperson: P-1\nstarted: 2026-09-07\nevidence:\n" \
        "  - {id: E1, type: piece, date: 2026-10-01, statements: [W-2.4], by: P-1}\n" \
        "progress: [{statement: W-2.4, state: shown, date: 2026-10-01}]\n"  # fmt: skip
    run = check(project, text)
    assert said(run) == [("earlier-edition", 2)], run.errors
    assert "over 3.0.0: all of it carries over as it is" in run.errors
    report = ksf("record", "report", project.parent / "p-1.yaml", "--on", "2026-11-01", "--project", project)
    assert "W-2.9" in report.output and "W-2.4" not in report.output


def test_statements_that_were_merged_become_one_step(tmp_path: Path) -> None:
    project = craft(tmp_path / "project")
    good("release", project=project)
    over = "        status: {is: superseded, since: 2027-01-01, because: One thing., merged-into: W-1.3}\n"
    release(project, "2.0.0", (WOOD, GLUE, GLUE + over))
    text = PORTFOLIO.replace("W-1.1", "W-1.2").replace("  - {statement: W-1.2, state: under-way, date: 2026-10-01}\n", "")
    text = text.replace("  - {statement: W-1.2, state: shown, date: 2026-10-01}\n", "")
    run = check(project, text)
    assert run.status == 0, run.errors
    assert "repeated-in-record" not in run.errors
    again = check(project, text + "progress2: []\n")
    assert again.status == 1


def test_a_mistake_is_one_in_any_edition(project: Path) -> None:
    run = check(project, PORTFOLIO.replace("statement: W-1.2", "statement: W-1.9"))
    assert run.status == 1 and ("unknown-code", 13) in said(run)
    doubled = PORTFOLIO.replace("statement: W-1.2", "statement: W-1.1")
    assert "repeated-in-record" in {it.rule for it in check(project, doubled).problems}


def test_without_a_map_it_is_an_error(project: Path) -> None:
    (project / "migrations/2.0.0-3.0.0.json").unlink()
    run = check(project, PORTFOLIO)
    assert run.status == 1 and ("other-edition", 2) in said(run)
    assert "No migration map leads from there to 4.0.0: write one (ksf migrate EDITION)" in run.errors
    good("migrate", "1.0.0", project=project)
    run = check(project, PORTFOLIO)
    assert run.status == 0 and "carried forward to 4.0.0: 2 need" in run.errors, run.errors


@pytest.mark.parametrize("edition", ["9.0.0", "4.0.1", "hello", "1.0", "01.0.0"])
def test_an_edition_that_never_was(project: Path, edition: str) -> None:
    run = check(project, PORTFOLIO.replace("edition: 1.0.0", f"edition: {edition}"))
    assert run.status == 1 and ("other-edition", 2) in said(run)


def test_an_author_may_know_better(project: Path) -> None:
    path = project / "migrations/1.0.0-2.0.0.json"
    text = path.read_text()
    start = text.index('"id": "W-1.1"')
    path.write_text(text[:start] + text[start:].replace('"look-again"', '"as-it-is"', 1))
    assert "1 needs another look" in check(project, PORTFOLIO).errors
    run = ksf("migrate", "1.0.0", "--project", project / "editions/2.0.0")
    assert run.status in (0, 2)
    changed = path.read_text()
    good("release", project=project)
    assert path.read_text() == changed


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"version": 2}', "{", "\x00"])
def test_a_damaged_map(project: Path, text: str) -> None:
    (project / "migrations/1.0.0-2.0.0.json").write_text(text)
    run = check(project, PORTFOLIO)
    assert run.status == 2 and "is no migration map" in run.errors, run.errors


def test_maps_that_go_round_in_circles(project: Path) -> None:
    text = (project / "migrations/1.0.0-2.0.0.json").read_text()
    (project / "migrations/back.json").write_text(text.replace('"from": "1.0.0"', '"from": "2.0.0"').replace('"to": "2.0.0"', '"to": "1.0.0"'))
    (project / "migrations/2.0.0-3.0.0.json").unlink()
    assert ("other-edition", 2) in said(check(project, PORTFOLIO))


def test_a_map_is_not_written_over(project: Path) -> None:
    good("migrate", "2.0.0", project=project)
    run = ksf("migrate", "2.0.0", "--project", project)
    assert run.status == 2 and "ksf migrate --force" in run.errors
    good("migrate", "2.0.0", "--force", project=project)
    assert "both are edition 4.0.0" in ksf("migrate", "4.0.0", "--project", project).errors


# MARK: Recorded editions


def test_a_recorded_edition_is_a_project(project: Path) -> None:
    for edition in ["1.0.0", "2.0.0", "3.0.0", "4.0.0"]:
        good("check", "--strict", project=project / "editions" / edition)


def test_the_same_twice(project: Path) -> None:
    before = tree(project)
    good("release", project=project)
    assert tree(project) == before
    good("check", "--strict", project=project)


def test_a_recorded_edition_is_not_changed(project: Path) -> None:
    file = project / "editions/2.0.0/framework/wood.yaml"
    original = file.read_bytes()
    file.write_bytes(original.replace(b"roof", b"hoof"))
    run = ksf("check", "--project", project)
    assert run.status == 1 and "the recorded edition 2.0.0 was changed" in run.errors
    file.write_bytes(original.replace(b"\n", b"\r\n"))
    good("check", "--strict", project=project)
    file.unlink()
    assert "the recorded edition 2.0.0 was changed" in ksf("check", "--project", project).errors
    for path in (project / "editions/2.0.0/framework").iterdir():
        path.unlink()
    assert "the recorded edition 2.0.0 is gone" in ksf("check", "--project", project).errors


def test_an_edition_put_there_by_hand(project: Path) -> None:
    (project / "editions/0.5.0/framework").mkdir(parents=True)
    (project / "editions/0.5.0/framework/framework.yaml").write_text("framework: craft\n")
    run = ksf("check", "--project", project)
    assert run.status == 1 and "the lock does not know the edition in `editions/0.5.0`" in run.errors


def test_a_change_under_a_recorded_number(project: Path) -> None:
    edit(project, WOOD, "under a roof", "in a dry barn")
    run = ksf("check", "--project", project)
    line = 1 + (project / FRAMEWORK).read_text(encoding="utf-8").splitlines().index("edition: 4.0.0")
    assert ("edition-too-low", line) in said(run) and "demands 5.0.0" in run.errors
    refused = ksf("release", "--project", project)
    assert refused.status == 1 and "edition 4.0.0 is recorded already" in refused.errors
    set_edition(project, "4.1.0")
    refused = ksf("release", "--project", project)
    assert refused.status == 1 and "the changes demand 5.0.0" in refused.errors
    assert not (project / "editions/4.1.0").exists()
    set_edition(project, "4.0.0")
    good("release", "--again", project=project)
    good("check", "--strict", project=project)
    assert b"barn" in (project / "editions/4.0.0/framework/wood.yaml").read_bytes()


def test_a_file_that_is_gone_when_recorded_again(project: Path) -> None:
    (project / "framework/more.yaml").write_text("glossary: [{term: joint, definition: Where two boards meet.}]\n")
    good("release", "--again", project=project)
    assert (project / "editions/4.0.0/framework/more.yaml").exists()
    (project / "framework/more.yaml").unlink()
    good("release", "--again", project=project)
    assert not (project / "editions/4.0.0/framework/more.yaml").exists()
    good("check", "--strict", project=project)


def test_an_earlier_number_is_refused(project: Path) -> None:
    set_edition(project, "3.5.0")
    refused = ksf("release", "--project", project)
    assert refused.status == 1 and "edition 4.0.0 is recorded already, and is later than 3.5.0" in refused.errors


def test_a_framework_with_an_error_is_not_recorded(project: Path) -> None:
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    before = tree(project)
    run = ksf("release", "--again", "--project", project)
    assert run.status == 1 and "The edition was not recorded." in run.errors
    assert tree(project) == before


def test_the_handbook_says_what_changed_since(project: Path) -> None:
    good("build", "--only", "handbook", project=project)
    page = (project / "build/handbook/changes.html").read_text(encoding="utf-8")
    assert re.findall(r'<h3 id="since_\S+_">Since (\S+)</h3>', page) == ["3.0.0", "2.0.0", "1.0.0"]
    since_first = page[page.index(">Since 1.0.0<") :]
    assert '<a class="code" href="statements/W-1.1.html">W-1.1</a>' in since_first
    assert '<del><span class="unseen">gone: </span>shed</del>' in since_first
    assert '<ins><span class="unseen">new: </span>roof</ins>' in since_first
    first = tree(project / "build")
    good("build", "--only", "handbook", project=project)
    assert tree(project / "build") == first


def test_without_recorded_editions_there_is_no_such_part(tmp_path: Path) -> None:
    project = craft(tmp_path)
    good("build", "--only", "handbook", project=project)
    assert not (project / "build/handbook/changes.html").exists()
