"""`ksf lock`: no published id is lost, given away or changed without a word; two branches can be merged."""

import re
import shutil
from pathlib import Path

import pytest
from craft import FRAMEWORK, WOOD, commit, craft, edit, git, good, repository
from running import copy_shipped_project, ksf

LOCK = "framework/framework.lock"
BOARD = "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n"
JOINT = "      - id: W-2.1\n        kind: skill\n        text: cut a joint that holds without any glue\n        phase: first\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    good("lock", project=craft(tmp_path))
    return tmp_path


# What is done to a locked framework; the rule, its place (a file and a text on the line), and what has to be said.
MISTAKES = {
    "a statement is deleted": ([(WOOD, BOARD, "")], "vanished-id", (LOCK, "W-1.3 sort"),
                               ["it said: skill: stack boards", "retired: [{id: W-1.3, because: REASON}]", "status:"]),
    "a role is deleted": ([(FRAMEWORK, "  - {id: judge, title: Judge, not-also: [maker]}\n", ""), (FRAMEWORK, "completed-by: judge", "completed-by: maker"),
                           ("framework/process.yaml", "[maker, judge]", "[maker]"), ("framework/record.yaml", "completed-by: judge", "completed-by: maker")],
                          "vanished-id", (LOCK, "judge sort"), ["the role `judge` was published and is gone", "Bring it back; or name it"]),
    "an id for something else": ([(WOOD, "cut a joint that holds without any glue", "write the bill before the work begins")], "reused-id",
                                 (WOOD, "id: W-2.1"), ["it said: skill: cut a joint", "ksf lock --accept W-2.1"]),
    "other capitals": ([(WOOD, "id: W-2.1", "id: w-2.1")], "changed-case", (WOOD, "id: w-2.1"), ["was published as `W-2.1`", "Write `W-2.1` again"]),
    "another sort": ([(WOOD, BOARD, ""), (FRAMEWORK, "evidence:", "evidence:\n  - {id: W-1.3, title: A board}")], "changed-sort",
                     (FRAMEWORK, "id: W-1.3"), ["`W-1.3` (evidence) was published for something of another sort (statement)"]),
    "edited by hand": ([(LOCK, "says Maker", "says Taker")], "damaged-lock", (LOCK, "maker sort"), ["the lock's entry for `maker` was edited by hand", "git checkout HEAD"]),
    "a line is gone": ([(LOCK, "maker fate active\n", "")], "damaged-lock", (LOCK, "maker sort"), ["was cut short: fate missing"]),
    "twice": ([(LOCK, "maker fate active\n", "maker fate active\nmaker fate withdrawn\n")], "damaged-lock", (LOCK, "maker fate withdrawn"),
              ["the lock says two things about `maker`", "ksf lock --repair"]),
    "a conflict": ([(LOCK, "\nmaker sort", "\n<<<<<<< HEAD\nmaker sort")], "lock-conflict", (LOCK, "<<<<<<<"), ["Git has left a conflict", "Then run `ksf lock`"]),
    "a later form": ([(LOCK, "ksf-lock 1", "ksf-lock 9")], "damaged-lock", (LOCK, "ksf-lock 9"), ["Use a newer ksf"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake(name: str, project: Path) -> None:
    edits, rule, (file, text), says = MISTAKES[name]
    for change in edits:
        edit(project, *change)
    run = ksf("check", "--project", project)
    errors = [problem for problem in run.problems if problem.severity == "error"]
    assert run.status == 1, run.errors
    line = (project / file).read_text().split(text)[0].count("\n") + 1
    assert [(it.rule, it.place) for it in errors] == [(rule, f"{file}:{line}")], run.errors
    for words in says:
        assert words in run.errors


def test_ways_out_of_a_lost_id(project: Path) -> None:
    edit(project, WOOD, JOINT, JOINT.replace("id: W-2.1", "id: W-2.5"))
    assert ksf("check", "--project", project).status == 1
    edit(project, FRAMEWORK, "rules:", "retired:\n  - {id: W-2.1, because: A new order., replaced-by: W-2.5}\nrules:")
    assert "has an older state of `W-2.1`" in ksf("check", "--project", project).errors
    good("lock", project=project)
    assert "W-2.1 fate replaced-by W-2.5" in (project / LOCK).read_text()
    run = good("check", "--strict", project=project)
    assert run.problems == []


def test_a_withdrawn_id_is_not_given_away(project: Path) -> None:
    edit(project, WOOD, "any glue\n        phase: first\n", "any glue\n        phase: first\n        status: {is: withdrawn, since: 2027-01-01, because: No.}\n")
    good("lock", project=project)
    assert "W-2.1 fate withdrawn" in (project / LOCK).read_text()
    edit(project, WOOD, "\n        status: {is: withdrawn, since: 2027-01-01, because: No.}", "")
    edit(project, WOOD, "cut a joint that holds without any glue", "cut a joint that holds with some glue")
    assert [it.rule for it in ksf("check", "--project", project).problems] == ["reused-id"]


def test_an_accepted_rewording(project: Path) -> None:
    edit(project, WOOD, "cut a joint that holds without any glue", "connect timber so firmly nothing sticky gets needed")
    assert ksf("lock", "--project", project).status == 1
    good("lock", "--accept", "W-2.1", project=project)
    assert good("check", "--strict", project=project).problems == []


@pytest.mark.parametrize("damage", ["", "nothing like a lock\n", None])
def test_repair(project: Path, damage: str | None) -> None:
    before = (project / LOCK).read_text()
    (project / LOCK).write_text(before[: len(before) // 2] if damage is None else damage)
    assert ksf("lock", "--project", project).status == 1
    good("lock", "--repair", project=project)
    after = (project / LOCK).read_text()
    uuids = re.findall(r"^(\S+ uuid \S+)$", before[: len(before) // 2] if damage is None else "", re.M)
    assert all(uuid in after for uuid in uuids)
    good("check", "--strict", project=project)


def test_approvals(project: Path) -> None:
    good("approve", "W-1.1", "W-2.1", "--by", "judge", project=project)
    good("approve", "--all-of", "W-1", "--by", "maker", project=project)
    lock = (project / LOCK).read_text()
    assert lock.count(" approved judge ") == 2 and lock.count(" approved maker ") == 4
    edit(project, WOOD, "in a shed", "under a roof")
    good("lock", project=project)
    run = ksf("check", "--project", project)
    assert [(it.rule, it.place) for it in run.problems] == [("changed-since-approval", f"{WOOD}:7")], run.errors
    assert "`W-1.1` has changed since it was approved by `judge`, `maker`" in run.errors
    good("approve", "W-1.1", "--by", "judge", project=project)
    assert "approved by `maker`" in ksf("check", "--project", project).errors
    good("approve", "--all-of", "wood", "--by", "maker", project=project)
    assert good("check", "--strict", project=project).problems == []


@pytest.mark.parametrize(
    "arguments, says",
    [
        (["W-9", "--by", "judge"], 'the lock has no id "W-9"'),
        (["W-1.1", "--by", "juge"], 'Did you mean "judge"?'),
        (["--all-of", "W-11", "--by", "judge"], 'there is no outcome or domain "W-11"'),
        (["--by", "judge"], "Say what is approved"),
    ],
)
def test_what_cannot_be_approved(project: Path, arguments: list[str], says: str) -> None:
    run = ksf("approve", *arguments, "--project", project)
    assert run.status == 2 and says in run.errors


def test_approving_what_the_lock_does_not_have_yet(project: Path) -> None:
    edit(project, WOOD, "in a shed", "under a roof")
    run = ksf("approve", "W-1.1", "--by", "judge", "--project", project)
    assert run.status == 2 and "its lock is behind it" in run.errors


# MARK: Two branches


def branches(folder: Path, ours: str, theirs: str) -> str:
    """Two branches that each add a statement and lock it; the result of merging one into the other."""
    repository(folder)
    good("lock", project=folder)
    commit(folder, "Lock")
    for branch, new in [("theirs", theirs), ("ours", ours)]:
        git(folder, "checkout", "--quiet", "-b", branch, "main")
        place, line = new.split("|")
        edit(folder, WOOD, place, place + line)
        good("lock", project=folder)
        commit(folder, branch)
    git(folder, "merge", "--no-edit", "theirs", fails=True)
    return git(folder, "diff", "--name-only", "--diff-filter=U")


ABOVE = "  - id: W-1.3\n"
OURS = "reaches all of them\n        phase: first\n|      - {id: W-1.8, kind: skill, text: dry boards slowly, phase: first}\n"
THEIRS = "without any glue\n        phase: first\n|      - {id: W-2.8, kind: skill, text: clamp a joint, phase: first}\n"
THEIRS_BESIDE = "without any glue\n        phase: first\n|      - {id: W-1.9, kind: skill, text: clamp a joint, phase: first}\n"


def uuids(text: str) -> set[str]:
    return set(re.findall(r"^(\S+ uuid \S+)$", text, re.M))


def test_statements_in_different_places_merge_by_themselves(tmp_path: Path) -> None:
    assert branches(tmp_path, OURS, THEIRS) == ""
    merged = (tmp_path / LOCK).read_text()
    assert "W-1.8 sort" in merged and "W-2.8 sort" in merged
    assert good("check", "--strict", project=tmp_path).problems == []
    good("lock", project=tmp_path)
    assert (tmp_path / LOCK).read_text() == merged


def test_statements_beside_each_other_in_the_lock_are_settled_by_lock(tmp_path: Path) -> None:
    assert branches(tmp_path, OURS, THEIRS_BESIDE) == LOCK
    wanted = uuids(git(tmp_path, "show", f"ours:{LOCK}")) | uuids(git(tmp_path, "show", f"theirs:{LOCK}"))
    assert [it.rule for it in ksf("check", "--project", tmp_path).problems] == ["lock-conflict"]
    good("lock", project=tmp_path)
    assert uuids((tmp_path / LOCK).read_text()) == wanted
    assert good("check", "--strict", project=tmp_path).problems == []


def test_a_union_merge_needs_no_hand(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text(f"{LOCK} merge=union\n")
    assert branches(tmp_path, OURS, THEIRS_BESIDE) == ""
    wanted = uuids(git(tmp_path, "show", f"ours:{LOCK}")) | uuids(git(tmp_path, "show", f"theirs:{LOCK}"))
    assert uuids((tmp_path / LOCK).read_text()) == wanted
    assert good("check", "--strict", project=tmp_path).problems == []
    good("lock", project=tmp_path)
    assert uuids((tmp_path / LOCK).read_text()) == wanted


def test_one_id_for_two_things_is_found(tmp_path: Path) -> None:
    theirs = THEIRS.replace("W-2.8", "W-1.8")
    branches(tmp_path, OURS, theirs)
    run = ksf("check", "--project", tmp_path)
    assert run.status == 1 and "duplicate-id" in {it.rule for it in run.problems}, run.errors


# MARK: The shipped framework


def test_a_copy_of_the_shipped_framework_can_be_locked(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    good("lock", project=project)
    first = (project / LOCK).read_text()
    good("lock", project=project)
    assert (project / LOCK).read_text() == first
    shutil.move(project / "framework/domains/learning.yaml", project / "framework/a-learning.yaml")
    good("lock", project=project)
    assert (project / LOCK).read_text() == first
