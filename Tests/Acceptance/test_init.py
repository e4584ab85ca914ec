"""A new project, what the program says before there is one, and the schema for editors."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from running import REPOSITORY, ksf, tree

TEMPLATES = ["starter", "ladder", "catalogue", "standard"]
SCHEMA = "ksf.schema.json"


def read_yaml(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
    )
    return reader.load(text)


def mistakes(project: Path, name: str) -> list[str]:
    """What an editor shows in a file, by the schema that its first line names."""
    file = project / name
    text = file.read_text(encoding="utf-8")
    prefix = "# yaml-language-server: $schema="
    first = text.splitlines()[0]
    assert first.startswith(prefix)
    schema = json.loads((file.parent / first.removeprefix(prefix)).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(read_yaml(text))]


def sources(project: Path) -> list[str]:
    return [name for name in tree(project) if name.endswith(".yaml")]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_a_whole_project(template: str, tmp_path: Path) -> None:
    project = tmp_path / "new"
    run = ksf("init", project, "--template", template)
    assert (run.status, run.errors) == (0, "")
    check = ksf("check", "--strict", folder=project)
    assert (check.status, check.errors) == (0, "")
    assert ksf("build", "--strict", folder=project).status == 0
    assert (project / "build/handbook/index.html").is_file()


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_editor_finds_no_mistake_in_a_template(template: str, tmp_path: Path) -> None:
    ksf("init", tmp_path, "--template", template)
    assert len(sources(tmp_path)) > 1
    for name in sources(tmp_path):
        assert mistakes(tmp_path, name) == [], name


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_has_no_flow_style(template: str) -> None:
    # A comma or a colon in a text breaks it.
    for path in (REPOSITORY / "starters" / template).rglob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert line.startswith("#") or "{" not in line and ": [" not in line, line


def test_what_is_written_is_told_with_the_next_steps(tmp_path: Path) -> None:
    run = ksf("init", "mine", folder=tmp_path)
    for name in tree(tmp_path / "mine"):
        assert f"  mine/{name}\n" in run.output
    for step in ["cd mine", "ksf check", "ksf build", "ksf docs tutorial"]:
        assert step in run.output


def test_an_empty_folder_can_be_the_project(tmp_path: Path) -> None:
    run = ksf("init", folder=tmp_path)
    assert run.status == 0 and "cd " not in run.output
    assert ksf("check", "--strict", folder=tmp_path).status == 0


def test_a_framework_is_left_as_it_is(tmp_path: Path) -> None:
    ksf("init", tmp_path)
    before = tree(tmp_path)
    for more in [[], ["--template", "ladder"], ["--template", "ladder", "--ci", "github"]]:
        run = ksf("init", tmp_path, *more)
        assert run.status == 2 and "already" in run.errors
        assert tree(tmp_path) == before


@pytest.mark.parametrize("name", [SCHEMA, "seeds/listening.yaml"])
def test_no_file_is_overwritten_and_then_none_is_written(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("mine")
    run = ksf("init", folder=tmp_path)
    assert run.status == 2 and f'"{name}"' in run.errors
    assert tree(tmp_path) == {name: b"mine"}


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / SCHEMA).symlink_to(tmp_path / "elsewhere")
    assert ksf("init", folder=tmp_path / "p").status == 2
    assert not (tmp_path / "elsewhere").exists()


def test_what_git_ignores_already_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    assert ksf("init", folder=tmp_path).status == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


@pytest.mark.parametrize(
    ("server", "name"), [("github", ".github/workflows/framework.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_a_server_gets_its_file(server: str, name: str, tmp_path: Path) -> None:
    version = ksf("--version").output.strip()
    assert ksf("init", "new", "--ci", server, folder=tmp_path).status == 0
    text = (tmp_path / "new" / name).read_text()
    assert f"pip install ksf=={version}" in text or f"pip install --quiet ksf=={version}" in text
    read_yaml(text)
    # A project that is there gets this file and no other.
    ksf("init", "old", folder=tmp_path)
    before = tree(tmp_path / "old")
    assert ksf("init", "old", "--ci", server, folder=tmp_path).status == 0
    after = tree(tmp_path / "old")
    assert after.pop(name) == text.encode() and after == before


def test_the_program_alone_says_how_to_begin(tmp_path: Path) -> None:
    run = ksf(folder=tmp_path)
    assert run.status == 0
    assert "ksf init" in run.output and "ksf docs tutorial" in run.output
    for command in ["check", "build"]:
        assert "ksf init" in ksf(command, folder=tmp_path).errors
    ksf("init", folder=tmp_path)
    assert "USAGE: ksf" in ksf(folder=tmp_path).output


def test_an_empty_name_is_no_folder(tmp_path: Path) -> None:
    assert ksf("init", "", folder=tmp_path).status == 2
    assert not tree(tmp_path)


# The schema


VISITS = "framework/visits.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    ksf("init", tmp_path)
    return tmp_path


def change(project: Path, old: str, new: str, name: str = VISITS) -> None:
    text = (project / name).read_text()
    assert old in text
    (project / name).write_text(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phase: first-months", "phase: frist-months"),
        ("kind: knowledge", "kind: skil"),
        ("          - VIS-1.1", "          - VIS-1.9"),
        ("source: listening", "source: hearing"),
        ("mentor: Ask", "tutor: Ask"),
        ("            - observation", "            - observed"),
    ],
)
def test_an_unknown_id_is_a_mistake(old: str, new: str, project: Path) -> None:
    change(project, old, new)
    assert len(mistakes(project, VISITS)) == 1


def test_a_new_id_is_offered_after_the_next_run(project: Path) -> None:
    change(project, "  - id: first-year", "  - id: later", "framework/framework.yaml")
    change(project, "phase: first-year", "phase: later")
    assert mistakes(project, VISITS)
    # The other statement still names the phase that is gone, so the framework has an error.
    run = ksf("schema", folder=project)
    assert run.status == 0 and "1 error" in run.errors
    assert len(mistakes(project, VISITS)) == 1
    change(project, "phase: first-year", "phase: later")
    assert mistakes(project, VISITS) == []


def test_ids_that_a_broken_file_may_hold_are_accepted(project: Path) -> None:
    change(project, "roles:", "roles: [", "framework/framework.yaml")
    assert ksf("check", folder=project).status == 1
    assert ksf("schema", folder=project).status == 0
    assert mistakes(project, VISITS) == []


def test_the_schema_can_be_written_elsewhere(project: Path) -> None:
    whole = (project / SCHEMA).read_text()
    assert ksf("schema", "--output", "-", folder=project).output == whole
    assert ksf("schema", "--output", "other.json", folder=project).status == 0
    assert (project / "other.json").read_text() == whole


def test_only_a_schema_is_written_over(project: Path) -> None:
    (project / SCHEMA).write_text('{"mine": true}\n')
    run = ksf("schema", folder=project)
    assert run.status == 2 and "no schema of ksf" in run.errors
    assert (project / SCHEMA).read_text() == '{"mine": true}\n'


def test_the_schema_shows_what_an_id_names(project: Path) -> None:
    text = (project / SCHEMA).read_text()
    assert '"Rest of the first year"' in text
    assert "If it is a new one, run: ksf schema" in text
