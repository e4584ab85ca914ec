"""However a framework is edited, a build that remembers the last one writes what one writes that remembers nothing.

`KSF_EDITS=500` edits more, `KSF_SEED=7` in another order, and `KSF_STATEMENTS=1000` a larger framework; a failure names them.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from editing import EDITS, Desk
from running import REPOSITORY, copy_shipped_project, ksf

COUNT = int(os.environ.get("KSF_EDITS", "30"))
SEED = int(os.environ.get("KSF_SEED", "1"))
STATEMENTS = os.environ.get("KSF_STATEMENTS", "200")


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture(params=["usual", "one-file", "shipped"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "shipped":
        return copy_shipped_project(tmp_path / "project")
    program = [sys.executable, REPOSITORY / "Bench/generate.py", "--statements", STATEMENTS, "--shape", request.param]
    subprocess.run([*program, "--output", tmp_path / "project"], check=True, capture_output=True)
    return tmp_path / "project"


def everything(folder: Path) -> dict[str, bytes | None]:
    """All files with their contents, and all folders."""
    found: dict[str, bytes | None] = {}
    for parent, folders, files in os.walk(folder):
        base = os.path.relpath(parent, folder)
        found |= {os.path.join(base, name): None for name in folders}
        for name in files:
            with open(os.path.join(parent, name), "rb") as file:
                found[os.path.join(base, name)] = file.read()
    return found


def differences(one: dict[str, bytes | None], other: dict[str, bytes | None]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path, 0) != other.get(path, 0))


class Session:
    """A project that is edited, and two outputs of it: one built again and again, one always anew."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.output, self.clean = (project.parent / name for name in ["output", "clean"])
        self.before: dict[str, bytes | None] = {}

    def build(self, told: str) -> bool:
        """Builds both ways, and returns whether there was anything to build."""
        build = ["build", "--project", self.project, "--output"]
        run = ksf(*build, self.output)
        shutil.rmtree(self.clean, ignore_errors=True)
        other = ksf(*build, self.clean, "--no-cache")
        assert not run.has_crashed, told
        assert (run.status, run.errors) == (other.status, other.errors), told
        now = everything(self.output)
        if run.status == 0:
            assert not differences(now, everything(self.clean)), told
            self.before = now
        else:
            assert run.status == 1, f"{told}: {run.errors}"
            assert not self.clean.exists(), told
            assert not differences(now, self.before), f"{told}: the output was touched"
        return run.status == 0

    def keep(self) -> None:
        remember = self.project.with_name("kept")
        shutil.rmtree(remember, ignore_errors=True)
        shutil.copytree(self.project, remember)

    def put_back(self) -> None:
        shutil.rmtree(self.project)
        shutil.copytree(self.project.with_name("kept"), self.project)


def order(chance: random.Random) -> list:
    """Each edit once, in turns, until there are enough."""
    edits: list = []
    while len(edits) < COUNT:
        edits += chance.sample(EDITS, len(EDITS))
    return edits[:COUNT]


def test_each_build_of_a_session_is_a_clean_one(project: Path) -> None:
    chance = random.Random(SEED)
    session = Session(project)
    assert session.build("the first build")
    good = bad = 0
    for number, edit in enumerate(order(chance), 1):
        session.keep()
        what = edit(Desk(project, chance, number))
        told = f"{STATEMENTS} statements, seed {SEED}, edit {number}, {edit.__name__}: {what}"
        if session.build(told):
            good += 1
        else:
            bad += 1
            session.put_back()
            assert session.build(f"{told}, put back")
    # It would prove nothing if hardly any edit were a good one, or none a bad one.
    assert good > COUNT / 2 and bad > COUNT / 20, f"seed {SEED}: {good} good, {bad} bad edits"
