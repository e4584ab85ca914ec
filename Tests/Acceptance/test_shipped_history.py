"""The shipped framework's own history in this repository: its lock is current, and no change is unexplained.

After a change to the framework, raise its edition and run `ksf release`; or, while nobody uses the edition yet,
`ksf release --again`.
"""

import json
from pathlib import Path

import pytest
from running import REPOSITORY, copy_shipped_project, ksf, tree

ADVICE = "raise the edition and run `ksf release`, or run `ksf release --again` while nobody uses it yet"


def test_the_repository_is_clean() -> None:
    run = ksf("check", "--release", "--project", REPOSITORY)
    assert run.status == 0, f"{ADVICE}\n{run.errors}"


def test_recording_it_would_change_nothing(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path, with_history=True)
    before = tree(project)
    run = ksf("release", "--project", project)
    assert run.status == 0, f"{ADVICE}\n{run.errors}"
    assert tree(project) == before, ADVICE


def test_every_recorded_edition_explains_itself_to_the_next() -> None:
    editions = sorted((it.name for it in (REPOSITORY / "editions").iterdir()), key=lambda it: tuple(map(int, it.split("."))))
    assert editions
    for old, new in zip(editions, editions[1:]):
        folders = [REPOSITORY / "editions" / it for it in (old, new)]
        assert ksf("diff", *folders, "--check").status == 0
        assert (REPOSITORY / f"migrations/{old}-{new}.json").is_file()
    said = json.loads(ksf("diff", REPOSITORY / "editions" / editions[-1], REPOSITORY, "--format", "json").output)
    assert said["changes"] == [], ADVICE


@pytest.mark.parametrize("command", ["build", "release"])
def test_a_copy_with_its_history_works_as_without(command: str, tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path, with_history=True)
    run = ksf(command, "--project", project)
    assert run.status == 0, run.errors
