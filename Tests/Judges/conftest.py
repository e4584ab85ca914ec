"""One real build of the shipped framework, which all judges look at."""

import os
from pathlib import Path

import pytest
from browser import browser, driver  # noqa: F401
from running import REPOSITORY, copy_shipped_project, fixture_files, ksf, write_project


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_shipped_project(tmp_path_factory.mktemp("shipped"))
    run = ksf("build", "--project", project, "--strict")
    assert run.status == 0, run.errors
    return project / "build"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with everything that can be said, in colours of its own and with a logo."""
    project = write_project(tmp_path_factory.mktemp("whole"), fixture_files("whole-language"))
    run = ksf("build", "--project", project, "--strict")
    assert run.status == 0, run.errors
    return project / "build/handbook"


@pytest.fixture(scope="session")
def pages(built: Path) -> list[Path]:
    found = sorted((built / "handbook").rglob("*.html"))
    assert found, "the handbook has no page"
    return found


@pytest.fixture(scope="session")
def standards() -> Path:
    return Path(os.environ.get("KSF_STANDARDS", REPOSITORY.parent / "shared/standards"))
