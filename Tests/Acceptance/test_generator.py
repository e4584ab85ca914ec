"""What is measured is made by `Bench/generate.py`: it has to use the whole language, or what it leaves out is never measured."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import REPOSITORY, ksf, tree

STATEMENTS = 200
SHAPES = ["usual", "long", "small-files", "one-file", "dense"]

# A fact that nothing happens to cite; and in small files, the knowledge of three skills that are over.
MOST_WARNINGS = 4

# A framework has one status only; the others are used by its statements.
CHOSEN_ONCE = ("framework", "status")


def generate(folder: Path, shape: str = "usual", statements: int = STATEMENTS) -> Path:
    program = [sys.executable, REPOSITORY / "Bench/generate.py"]
    subprocess.run(
        [*program, "--statements", str(statements), "--shape", shape, "--output", folder],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module", params=SHAPES)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp(request.param) / "project", request.param)


class Language:
    """The keys of the language, by the schema that a build publishes, and how often a framework uses each."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema
        self.keys = {
            (name, key): 0
            for name, entity in schema["$defs"].items()
            for key in entity["properties"]
        }
        self.choices = {
            (name, key, choice): 0
            for name, entity in schema["$defs"].items()
            for key, value in entity["properties"].items()
            if (name, key) != CHOSEN_ONCE
            for choice in value.get("enum", [])
            if isinstance(choice, str) and choice not in ("true", "false")
        }

    def read(self, value: Any, shape: dict[str, Any], name: str = "", key: str = "") -> None:
        """Counts what a value uses that is to have a shape; the name and the key say where it stands."""
        if "if" in shape:
            branch = "then" if fits(value, shape["if"]) else "else"
            self.read(value, shape[branch], name, key)
        elif "$ref" in shape:
            name = shape["$ref"].removeprefix("#/$defs/")
            self.read(value, self.schema["$defs"][name], name)
        elif isinstance(value, list):
            for item in value:
                self.read(item, shape["items"], name, key)
        elif "properties" in shape:
            for key, part in value.items():
                self.keys[name, key] += 1
                self.read(part, shape["properties"][key], name, key)
        elif (name, key, value if isinstance(value, str) else "") in self.choices:
            self.choices[name, key, value] += 1

    def unused(self) -> list[str]:
        places = [*self.keys.items(), *self.choices.items()]
        return [" ".join(place) for place, count in places if count == 0]


def fits(value: Any, condition: dict[str, Any]) -> bool:
    if "required" in condition:
        return all(key in value for key in condition["required"])
    assert condition == {"type": "object"}, condition
    return isinstance(value, dict)


def documents(project: Path) -> Iterator[Any]:
    """What the files say, every value as it is written."""
    for path in sorted(project.rglob("*.yaml")):
        yield yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def test_every_key_and_every_choice_of_the_language_is_used(project: Path, tmp_path: Path) -> None:
    run = ksf("build", "--project", project, "--only", "schemas", "--output", tmp_path)
    assert run.status == 0, run.errors
    schema = json.loads((tmp_path / "schemas/language.schema.json").read_text(encoding="utf-8"))
    language = Language(schema)
    for document in documents(project):
        language.read(document, schema)
    assert len(language.keys) > 200 and len(language.choices) > 20
    assert not language.unused(), f"Bench/generate.py does not use: {', '.join(language.unused())}"


def test_what_stands_outside_the_keys_is_used_as_well(project: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in project.rglob("*.yaml"))
    for part in ["# ksf: allow ", "[[D0-", ": |\n", ": >-\n", ': "', "'", "  | table", "](https://"]:
        assert part in text, part


def test_it_is_a_framework_without_an_error(project: Path) -> None:
    run = ksf("check", "--project", project)
    assert run.status == 0, run.errors
    assert len(run.problems) <= MOST_WARNINGS, run.errors
    assert f" {STATEMENTS} standards " in run.output


def test_it_can_be_built(project: Path, tmp_path: Path) -> None:
    run = ksf("build", "--project", project, "--output", tmp_path)
    assert run.status == 0, run.errors
    assert (tmp_path / "handbook/assets/logo.svg").is_file()
    assert sum(1 for _ in (tmp_path / "handbook").rglob("*.html")) > STATEMENTS


def test_a_statement_has_about_a_kilobyte(tmp_path: Path) -> None:
    for statements in [STATEMENTS, 10 * STATEMENTS]:
        files = tree(generate(tmp_path / str(statements), statements=statements))
        assert 1000 < sum(map(len, files.values())) / statements < 1400


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_the_same_each_time(shape: str, tmp_path: Path) -> None:
    first, second = (tree(generate(tmp_path / name, shape, 50)) for name in ["first", "second"])
    assert first == second


def test_no_role_has_a_page_for_each_of_a_thousand_small_domains(tmp_path: Path) -> None:
    project = generate(tmp_path / "project", "small-files", 2000)
    assert ksf("build", "--project", project, "--only", "handbook").status == 0
    pages = list((project / "build/handbook/roles").glob("*.html"))
    domains = list((project / "build/handbook/domains").glob("*.html"))
    assert len(domains) == 1000 and 4 < len(pages) < 120
    # What a role has to meet stands on its pages, each statement once.
    parts = [page.read_text() for page in pages if page.stem.startswith("assessor_")]
    sizes = [int(size) for part in parts for size in re.findall(r'class="size">(\d+) ', part)]
    codes = {code for part in parts for code in re.findall(r"statements/(D[\d.-]+)\.html", part)}
    assert len(sizes) == len(parts) and max(sizes) <= 100
    assert sum(sizes) == len(codes) > 500
