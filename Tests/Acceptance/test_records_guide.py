"""The guide to records: what it shows is what happens."""

import re
from pathlib import Path

import pytest
from running import REPOSITORY, copy_shipped_project, ksf

GUIDE = (REPOSITORY / "docs/records.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`([\w.-]+)`:\n\n```\w+\n(.*?)^```", GUIDE, re.M | re.S))
COMMANDS = re.findall(r"^\$ ksf (.*)\n((?:.+\n)*?)```", GUIDE, re.M)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_shipped_project(tmp_path_factory.mktemp("guide"))
    edition = re.search(r"^edition: (\S+)", (project / "framework/framework.yaml").read_text(), re.M).group(1)
    assert len(FILES) == 2
    for name, text in FILES.items():
        (project / name).write_text(text.replace("0.1.0", edition), encoding="utf-8")
    return project


@pytest.mark.parametrize(("command", "shown"), COMMANDS)
def test_a_command_says_what_the_guide_says(command: str, shown: str, project: Path) -> None:
    run = ksf(*command.split(), folder=project)
    assert run.status == (1 if "error[" in shown else 0), run.errors
    for line in shown.splitlines():
        assert line in run.output + run.errors


def test_the_guide_shows_commands() -> None:
    assert len(COMMANDS) == 3


def test_every_output_that_it_names_is_made(project: Path) -> None:
    run = ksf("build", "--project", project)
    assert run.status == 0, run.errors
    table = GUIDE.split("## What comes out of a build")[1].split("## ")[0]
    named = [it for row in re.findall(r"^\| (`.*?) \|", table, re.M) for it in re.findall(r"`([^`]+)`", row)]
    for path in named:
        found = [project / "build" / path, project / "build/checklists" / path]
        assert any(it.exists() for it in found), path


def test_kinds_that_it_names_can_be_made(project: Path) -> None:
    for kind, form in re.findall(r"ksf record new (\S+?)(?: --format (\w+))?`", GUIDE):
        assert ksf("record", "new", kind, "--format", form or "yaml", "--project", project).status == 0
