"""`ksf diff` in repositories of every sort, and what it says is touched."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from craft import FRAMEWORK, PROCESS, RECORD, WOOD, commit, craft, edit, git, good, repository
from running import copy_shipped_project, ksf, tree


def rules(run_output: str) -> set[str]:
    return {it["rule"] for it in json.loads(run_output)["changes"]}


# MARK: Where the earlier edition is found


@pytest.mark.parametrize("folder", [".", "frameworks/craft", "my frameworks/ärger & co"])
def test_a_project_anywhere_in_a_repository(tmp_path: Path, folder: str) -> None:
    root = tmp_path / "some where"
    project = craft(root / folder)
    git(root, "init", "--quiet")
    commit(root)
    edit(project, WOOD, "in a shed", "under a roof")
    assert rules(good("diff", "HEAD", "--format", "json", project=project).output) == {"reworded"}
    run = ksf("diff", "--format", "json", folder=project)
    assert rules(run.output) == {"reworded"}


def test_a_working_tree_beside_the_repository(tmp_path: Path) -> None:
    root = repository(tmp_path / "root")
    git(root, "worktree", "add", "--quiet", tmp_path / "beside tree", "-b", "other")
    edit(tmp_path / "beside tree", WOOD, "in a shed", "under a roof")
    assert rules(good("diff", "--format", "json", project=tmp_path / "beside tree").output) == {"reworded"}
    assert rules(good("diff", "--format", "json", project=root).output) == set()


def test_two_folders_without_a_repository(tmp_path: Path) -> None:
    old, new = craft(tmp_path / "old"), craft(tmp_path / "new one")
    edit(new, WOOD, "in a shed", "under a roof")
    assert rules(ksf("diff", old, new, "--format", "json", folder=tmp_path).output) == {"reworded"}


def test_a_recorded_edition_by_its_number(tmp_path: Path) -> None:
    project = craft(tmp_path)
    good("release", project=project)
    edit(project, WOOD, "in a shed", "under a roof")
    for arguments in [["--check"], ["1.0.0"]]:
        run = ksf("diff", *arguments, "--format", "json", "--project", project)
        assert rules(run.output) == {"reworded"}


@pytest.mark.parametrize(
    "revision", ["nothing", "--output=x", "-h", "HEAD:framework", "", "a b", "$(touch x)", "HEAD^{tree}", "../.."]
)
def test_what_is_no_revision(tmp_path: Path, revision: str) -> None:
    project = repository(tmp_path)
    before = tree(project / "framework")
    run = ksf("diff", "--project", project, "--", revision)
    assert run.status == 2, run.errors
    assert "there is no revision, folder or recorded edition" in run.errors
    assert tree(project / "framework") == before and not (project / "x").exists()


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path) -> None:
    root = repository(tmp_path / "root")
    first = git(root, "rev-parse", "HEAD")
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "shallow")
    run = ksf("diff", first, "--project", tmp_path / "shallow")
    assert run.status == 2
    assert "git fetch --unshallow origin" in run.errors and "fetch-depth: 0" in run.errors
    git(tmp_path / "shallow", "fetch", "--quiet", "--unshallow", "origin")
    assert ksf("diff", first, "--project", tmp_path / "shallow").status == 0


def test_no_repository(tmp_path: Path) -> None:
    run = ksf("diff", "HEAD", "--project", craft(tmp_path), environment={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
    assert run.status == 2 and "is not part of a Git repository" in run.errors


def test_no_git(tmp_path: Path) -> None:
    run = ksf("diff", "HEAD", "--project", repository(tmp_path), environment={"PATH": "/nowhere"})
    assert run.status == 2 and "Install git, or compare two folders." in run.errors


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(craft(tmp_path), "init", "--quiet")
    run = ksf("diff", "--project", tmp_path)
    assert run.status == 2 and 'no revision, folder or recorded edition "HEAD"' in run.errors


def test_a_revision_without_the_framework(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    craft(tmp_path)
    run = ksf("diff", "--project", tmp_path)
    assert run.status == 2 and 'there is no folder "framework"' in run.errors


def test_a_revision_with_errors_is_compared_as_far_as_it_goes(tmp_path: Path) -> None:
    project = repository(tmp_path)
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    (project / PROCESS).write_text("reviews:\n  - {id: half, title: [", encoding="utf-8")
    commit(project)
    assert ksf("check", "--project", project).status == 1
    git(project, "checkout", "--quiet", "HEAD~", "--", ".")
    run = good("diff", "--format", "json", project=project)
    assert rules(run.output) == {"prerequisite-added", "added-for-all", "review-changed"}


def test_an_empty_file_in_a_revision(tmp_path: Path) -> None:
    project = craft(tmp_path)
    (project / "seeds").mkdir()
    (project / "seeds/empty.yaml").write_bytes(b"")
    (project / "seeds/more.yaml").write_text("source: more\ntitle: More\n")
    git(project, "init", "--quiet")
    commit(project)
    assert rules(good("diff", "--format", "json", project=project).output) == set()


def test_one_process_reads_a_revision(tmp_path: Path) -> None:
    """Counts how often git is run, however many files there are."""
    project = craft(tmp_path / "project")
    for number in range(60):
        path = project / f"seeds/s{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"source: s{number}\ntitle: Source {number}\n")
    git(project, "init", "--quiet")
    commit(project)
    log = tmp_path / "log"
    wrapper = tmp_path / "bin/git"
    wrapper.parent.mkdir()
    wrapper.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexec {shutil.which("git")} "$@"\n')
    wrapper.chmod(0o755)
    path = f"{wrapper.parent}:{os.environ['PATH']}"
    run = ksf("diff", "--project", project, environment={"PATH": path})
    assert run.status == 0 and run.output == "Nothing changed in meaning.\n", run.errors
    assert len(log.read_text().splitlines()) <= 5


# MARK: What is touched


def stripped(value: Any) -> Any:
    """A schema without what only people read and without the number of the edition."""
    if isinstance(value, dict):
        kept = {key: stripped(it) for key, it in value.items() if key not in ("title", "description", "examples")}
        if set(kept) == {"const"} and re.fullmatch(r"\d+\.\d+\.\d+", str(kept["const"])):
            return {}
        return kept
    if isinstance(value, list):
        return sorted((stripped(it) for it in value), key=lambda it: json.dumps(it, sort_keys=True))
    return value


def schemas(project: Path) -> dict[str, Any]:
    good("build", "--only", "schemas", project=project)
    found = {}
    for path in sorted((project / "build/schemas").rglob("*.schema.json")):
        found[path.relative_to(project / "build").as_posix()] = stripped(json.loads(path.read_text()))
    shutil.rmtree(project / "build")
    return found


TOUCHING = {
    "a word": (WOOD, "in a shed", "under a roof"),
    "a title": (RECORD, "title: Rating", "title: Judgement"),
    "a statement": (WOOD, "  - id: W-2\n", "      - {id: W-1.4, kind: skill, text: inlay a line of brass, phase: later}\n  - id: W-2\n"),
    "withdrawn": (WOOD, "all of them\n        phase: first\n", "all of them\n        phase: first\n        status: {is: withdrawn, since: 2027-03-01, because: Sheds.}\n"),
    "a new id for the same": (WOOD, "any glue\n        phase: first\n",
                              "any glue\n        phase: first\n        status: {is: superseded, since: 2027-02-01, because: Order., replaced-by: W-2.9}\n"
                              "      - {id: W-2.9, kind: skill, text: cut a joint that holds without any glue, phase: first}\n"),
    "gone": (WOOD, "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n", ""),
    "a field": (RECORD, "  - {name: codes", "  - {name: note, title: Note, type: text}\n  - {name: codes"),
    "a required field": (RECORD, "type: choice,", "type: choice, required: yes,"),
    "a choice": (RECORD, "[good, poor]", "[good, fair, poor]"),
    "a role": (FRAMEWORK, "roles:\n", "roles:\n  - {id: master, title: Master}\n"),
    "a type of evidence": (FRAMEWORK, "evidence:\n", "evidence:\n  - {id: talk, title: Talk}\n"),
    "a review": (PROCESS, "reviews:\n", "reviews:\n  - {id: end, title: End, month: 12}\n"),
    "levels": (FRAMEWORK, "evidence:\n", "levels:\n  - {id: basic, title: Basic}\nevidence:\n"),
    "a result": (FRAMEWORK, "evidence:\n", "results:\n  - {id: passed, title: Passed}\nevidence:\n"),
    "an optional phase": (FRAMEWORK, "roles:\n", "  - {id: guest, title: Guest, requirement: offered}\nroles:\n"),
    "a mandatory phase": (FRAMEWORK, "roles:\n", "  - {id: third, title: Third, requirement: mandatory}\nroles:\n"),
    "made compulsory": (FRAMEWORK, "requirement: optional", "requirement: mandatory"),
    "offered": (FRAMEWORK, "requirement: optional", "requirement: offered"),
    "eased": (FRAMEWORK, "Second year, months: 12, requirement: mandatory", "Second year, months: 12, requirement: optional"),
    "a specialism": (FRAMEWORK, "roles:\n", "specialisms:\n  - {id: glass, title: Glass, phase: later}\nroles:\n"),
    "a kind": (FRAMEWORK, "kinds:\n", "kinds:\n  - {id: habit, title: Habit}\n"),
    "evidence": (WOOD, "at-least: 2", "at-least: 3"),
    "another id": (FRAMEWORK, "framework: craft", "framework: crafts"),
    "an address": (FRAMEWORK, "language: en-GB", "language: en-GB\nbase: https://example.org/"),
    "an outcome": (WOOD, "  - id: W-2\n", "  - {id: W-3, title: Finishes wood, statements: [{id: W-3.1, kind: skill, text: oil a board, phase: later}]}\n  - id: W-2\n"),
    "a record": (RECORD, "record: look\n", "record: see\n"),
    "a publisher": (FRAMEWORK, "language: en-GB", "language: en-GB\npublisher: A guild"),
}  # fmt: skip


NEW_FILES = {
    "framework/metal.yaml": "domain: metal\ntitle: Metal\noutcomes:\n  - {id: M-1, title: Works metal, statements: [{id: M-1.1, kind: skill, text: file it flat, phase: later}]}\n",
    "framework/guild.yaml": "crosswalk: guild\ntitle: Rules\npublisher: The guild\nversion: 3\nitems: [{id: 1, title: Care}]\n",
    "seeds/book.yaml": "source: book\ntitle: A book\npublisher: A printer\ndate: 2001\nkind: research\nrights: None stated\n",
    "framework/duties.yaml": "duties:\n  - {id: time, title: Time, text: A day a week.}\n",
}


@pytest.mark.parametrize("path", NEW_FILES)
@pytest.mark.parametrize("way", ["added", "gone"])
def test_the_schemas_that_a_file_touches(path: str, way: str, tmp_path: Path) -> None:
    old, new = craft(tmp_path / "old"), craft(tmp_path / "new")
    fuller = new if way == "added" else old
    (fuller / path).parent.mkdir(exist_ok=True)
    (fuller / path).write_text(NEW_FILES[path])
    hold_against_the_schemas(old, new)


@pytest.mark.parametrize("name", TOUCHING)
def test_the_schemas_that_are_touched_are_those_that_differ(name: str, tmp_path: Path) -> None:
    old, new = craft(tmp_path / "old"), craft(tmp_path / "new")
    edit(new, *TOUCHING[name])
    hold_against_the_schemas(old, new)


def hold_against_the_schemas(old: Path, new: Path) -> None:
    before, after = schemas(old), schemas(new)
    differing = {path for path in before | after if before.get(path) != after.get(path)}
    run = ksf("diff", old, new, "--format", "json")
    assert run.status == 0, run.errors
    touched = {path for it in json.loads(run.output)["changes"] for path in it["touches"]["schemas"]}
    assert touched == differing, run.output


def test_what_a_change_touches_is_told(tmp_path: Path) -> None:
    old, new = craft(tmp_path / "old"), craft(tmp_path / "new")
    edit(new, RECORD, "type: choice,", "type: choice, required: yes,")
    run = ksf("diff", old, new)
    assert "concerns roles judge; records look; schemas schemas/portfolio.schema.json, schemas/records/look.schema.json" in run.output


# MARK: The pages


def test_each_rule_can_be_explained() -> None:
    listing = ksf("explain").output
    changes = re.findall(r"^(C\d{3})\s+change\s+(\S+)", listing, re.M)
    assert len(changes) >= 50
    for code, name in changes:
        by_name, by_code = ksf("explain", name), ksf("explain", code.lower())
        assert by_name.status == 0 and by_name.output == by_code.output
        assert by_name.output.startswith(f"{code} {name} (") and "Demands: after 1.4.2 at least " in by_name.output
    assert 'Did you mean "reworded"?' in ksf("explain", "rewordet").errors


def test_the_variables_of_a_hook_lead_to_no_other_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    subprocess.run(["git", "init", "-q", other], check=True)
    project = copy_shipped_project(tmp_path / "project")
    run = ["git", "-C", project, "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "-q", project], check=True)
    subprocess.run([*run, "add", "."], check=True)
    subprocess.run([*run, "commit", "-qm", "First"], check=True)
    expected = ksf("diff", "--project", project)
    assert expected.status == 0, expected
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    assert ksf("diff", "--project", project) == expected
