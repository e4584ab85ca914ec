"""A history of edits to a framework, replayed through Git: the class and the edition that each demands."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from craft import FRAMEWORK, PROCESS, RECORD, WOOD, commit, edit, git, repository, set_edition
from running import ksf


@dataclass(frozen=True)
class Step:
    """An edit of a file (or of several), and what has to be said of it."""

    name: str
    edits: list[tuple[str, str, str]]
    rules: set[str]
    change: str
    edition: str


E, C, P, M = "editorial", "compatible", "breaking-for-people", "breaking-for-machines"

HISTORY = [
    Step("a comma", [(WOOD, "as it dries in", "as it dries, in")], {"retouched"}, E, "1.0.1"),
    Step("an outcome's title", [(WOOD, "Chooses wood", "Selects wood")], {"retitled"}, E, "1.0.2"),
    Step("an optional statement",
         [(WOOD, "  - id: W-2\n", "      - {id: W-1.4, kind: skill, text: inlay a line of brass, phase: later}\n  - id: W-2\n")],
         {"added"}, C, "1.1.0"),
    Step("a label", [(RECORD, "title: Rating", "title: Judgement")], {"field-reworded"}, E, "1.1.1"),
    Step("one more choice", [(RECORD, "[good, poor]", "[good, fair, poor]")], {"choices-widened"}, C, "1.2.0"),
    Step("a field", [(RECORD, "  - {name: codes", "  - {name: note, title: Note, type: text}\n  - {name: codes")],
         {"field-added"}, C, "1.3.0"),
    Step("other words", [(WOOD, "in a shed", "under a roof")], {"reworded"}, P, "2.0.0"),
    Step("a mandatory statement",
         [(WOOD, "glue\n        phase: first\n", "glue\n        phase: first\n      - {id: W-2.2, kind: skill, text: plane a board flat, phase: second}\n")],
         {"added-for-all"}, P, "3.0.0"),
    Step("due later", [(WOOD, "all of them\n        phase: first", "all of them\n        phase: second")],
         {"put-back"}, C, "3.1.0"),
    Step("due earlier again", [(WOOD, "all of them\n        phase: second", "all of them\n        phase: first")],
         {"brought-forward"}, P, "4.0.0"),
    Step("less evidence", [(WOOD, "at-least: 2, observers: 2", "at-least: 2")], {"evidence-eased"}, C, "4.1.0"),
    Step("more evidence", [(WOOD, "at-least: 2}", "at-least: 3}")], {"evidence-tightened"}, P, "5.0.0"),
    Step("a review moved", [(PROCESS, "month: 6", "month: 5")], {"review-moved"}, P, "6.0.0"),
    Step("split in two",
         [(WOOD, "glue\n        phase: first\n",
           "glue\n        phase: first\n        status: {is: superseded, since: 2027-01-01, because: Two things., split-into: [W-2.3, W-2.4]}\n"
           "      - {id: W-2.3, kind: skill, text: mark out a joint, phase: first}\n"
           "      - {id: W-2.4, kind: skill, text: saw to a line, phase: first}\n")],
         {"replaced", "successor"}, P, "7.0.0"),
    Step("a new id for the same",
         [(WOOD, "{id: W-2.4, kind: skill, text: saw to a line, phase: first}",
           "{id: W-2.4, kind: skill, text: saw to a line, phase: first, status: {is: superseded, since: 2027-02-01, because: Order., replaced-by: W-2.9}}\n"
           "      - {id: W-2.9, kind: skill, text: saw to a line, phase: first}")],
         {"renamed"}, C, "7.1.0"),
    Step("withdrawn",
         [(WOOD, "all of them\n        phase: first\n",
           "all of them\n        phase: first\n        status: {is: withdrawn, since: 2027-03-01, because: Sheds are heated now.}\n")],
         {"withdrawn"}, P, "8.0.0"),
    Step("a choice less", [(RECORD, "[good, fair, poor]", "[good, poor]")], {"choices-narrowed"}, M, "9.0.0"),
    Step("a field must be filled in", [(RECORD, "title: Note, type: text", "title: Note, type: text, required: yes")],
         {"field-demanded"}, M, "10.0.0"),
    Step("a role with another id",
         [(FRAMEWORK, "{id: judge, title: Judge, not-also: [maker]}", "{id: assessor, title: Judge, not-also: [maker]}"),
          (FRAMEWORK, "completed-by: judge", "completed-by: assessor"),
          (FRAMEWORK, "rules:", "retired:\n  - {id: judge, because: A clearer word., replaced-by: assessor}\nrules:"),
          (PROCESS, "attends: [maker, judge]", "attends: [maker, assessor]"), (RECORD, "completed-by: judge", "completed-by: assessor")],
         {"retired", "added", "completer-changed", "review-changed"}, M, "11.0.0"),
    Step("gone without a word", [(WOOD, "      - {id: W-1.4, kind: skill, text: inlay a line of brass, phase: later}\n", "")],
         {"removed"}, M, "12.0.0"),
    Step("only a comment", [(WOOD, "domain: wood\n", "# Looked through in May.\ndomain: wood\n")], set(), "none", "12.0.0"),
]  # fmt: skip


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The repository after all edits, each committed with the edition that it demands."""
    folder = repository(tmp_path_factory.mktemp("history"))
    commits = [git(folder, "rev-parse", "HEAD")]
    for step in HISTORY:
        for change in step.edits:
            edit(folder, *change)
        set_edition(folder, step.edition)
        run = ksf("check", "--project", folder)
        assert run.status == 0, (step.name, run.errors)
        commits.append(commit(folder, step.name))
    return folder, commits


def compare(folder: Path, *revisions: str) -> dict:
    run = ksf("diff", *revisions, "--format", "json", "--project", folder)
    assert run.status == 0, run.errors
    return json.loads(run.output)


def test_there_are_twenty() -> None:
    assert len(HISTORY) >= 20


@pytest.mark.parametrize("number", range(len(HISTORY)), ids=[step.name for step in HISTORY])
def test_each_edit_has_its_class_and_edition(history: tuple[Path, list[str]], number: int) -> None:
    folder, commits = history
    step = HISTORY[number]
    said = compare(folder, commits[number], commits[number + 1])
    assert {it["rule"] for it in said["changes"]} == step.rules
    assert (said["class"], said["requiredEdition"]) == (step.change, step.edition)
    check = ksf("diff", commits[number], commits[number + 1], "--check", "--project", folder)
    assert check.status == 0, check.errors


@pytest.mark.parametrize("number", range(len(HISTORY) - 1), ids=[step.name for step in HISTORY[:-1]])
def test_the_edition_before_is_too_low(history: tuple[Path, list[str]], tmp_path: Path, number: int) -> None:
    """The edit under the old number has to fail, and the number that is asked for is the right one."""
    folder, commits = history
    step = HISTORY[number]
    git(folder, "worktree", "add", "--quiet", "--detach", tmp_path / "tree", commits[number])
    for change in step.edits:
        edit(tmp_path / "tree", *change)
    run = ksf("diff", "HEAD", "--check", "--project", tmp_path / "tree")
    git(folder, "worktree", "remove", "--force", tmp_path / "tree")
    assert run.status == 1
    assert f"demand {step.edition}: write `edition: {step.edition}`" in run.errors


def test_the_whole_way_at_once(history: tuple[Path, list[str]]) -> None:
    """From the first edition to the last: what came and went in between is not told."""
    folder, commits = history
    said = compare(folder, commits[0], commits[-1])
    rules = {it["rule"]: it for it in said["changes"]}
    assert said["requiredEdition"] == "2.0.0" and said["isEditionEnough"]
    assert {"reworded", "added-for-all", "withdrawn", "replaced", "evidence-tightened", "review-moved", "retired",
            "field-demanded"} == set(rules) - {"retitled", "added", "successor", "completer-changed", "review-changed", "field-reworded"}  # fmt: skip


def test_a_status_goes_only_where_it_may(history: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, commits = history
    for status, word in [("withdrawn", None), ("draft", "the status cannot go from `published` to `draft`")]:
        tree = tmp_path / status
        git(folder, "worktree", "add", "--quiet", "--detach", tree, commits[0])
        edit(tree, FRAMEWORK, "status: published", f"status: {status}")
        run = ksf("diff", "HEAD", "--check", "--project", tree)
        git(folder, "worktree", "remove", "--force", tree)
        assert (run.status == 1 and word in run.errors) if word else run.status == 0, run.errors


def test_markdown_for_a_pull_request(history: tuple[Path, list[str]]) -> None:
    folder, commits = history
    run = ksf("diff", commits[6], commits[7], "--format", "markdown", "--project", folder)
    assert "**1 statement reworded; affects First year**" in run.output
    assert "~~in~~ **under** a ~~shed~~ **roof**" in run.output, run.output
