"""Two independent JSON Schema engines judge the schemas and the compiled framework."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def check_jsonschema(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_schema_is_a_valid_schema(built: Path) -> None:
    schemas = sorted((built / "schemas").glob("*.schema.json"))
    assert [path.name for path in schemas] == ["framework.schema.json"]
    judged = check_jsonschema("--check-metaschema", *schemas)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    for schema in schemas:
        assert load(schema)["$schema"] == DIALECT
        jsonschema_rs.meta.validate(load(schema))


def test_framework_fits_its_schema(built: Path) -> None:
    schema = built / "schemas/framework.schema.json"
    judged = check_jsonschema("--schemafile", schema, built / "framework.json")
    assert judged.returncode == 0, judged.stdout + judged.stderr
    validator = jsonschema_rs.Draft202012Validator(load(schema), validate_formats=True)
    errors = [str(error) for error in validator.iter_errors(load(built / "framework.json"))]
    assert errors == []


def remove(*path: str | int) -> Callable[[Any], None]:
    def damage(framework: Any) -> None:
        del inside(framework, path[:-1])[path[-1]]

    return damage


def put(value: Any, *path: str | int) -> Callable[[Any], None]:
    def damage(framework: Any) -> None:
        inside(framework, path[:-1])[path[-1]] = value

    return damage


def inside(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


DAMAGE = {
    "no id": remove("id"),
    "no statements": remove("statements"),
    "an edition of two numbers": put("1.0", "edition"),
    "an empty title": put("", "title"),
    "an unknown status": put("finished", "status"),
    "a day in words": put("21 November 2026", "issued"),
    "a key that the language does not have": put(1, "colour"),
    "an id with a space": put("REL 1.1", "statements", 0, "id"),
    "a statement without text": remove("statements", 0, "text"),
    "a statement whose text is a list": put(["text"], "statements", 0, "text"),
    "a statement with an unknown key": put("red", "statements", 0, "colour"),
    "months in words": put("twelve", "phases", 0, "months"),
    "an unknown requirement": put("perhaps", "phases", 0, "requirement"),
    "a source of an unknown kind": put("gossip", "sources", 0, "kind"),
    "a source with a script for an address": put("javascript:alert(1)", "sources", 0, "address"),
    "a fact without a number": remove("sources", 0, "facts", 0, "number"),
    "a fact number below one": put(0, "sources", 0, "facts", 0, "number"),
    "a citation without a source": remove("statements", 0, "citations", 0, "source"),
    "a domain whose outcomes are a text": put("ASP-1", "domains", 0, "outcomes"),
    "a list for a framework": None,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_rejected_by_both_engines(name: str, built: Path, tmp_path: Path) -> None:
    schema = built / "schemas/framework.schema.json"
    original = load(built / "framework.json")
    damaged = copy.deepcopy(original)
    if change := DAMAGE[name]:
        change(damaged)
    else:
        damaged = [damaged]
    assert damaged != original
    file = tmp_path / "framework.json"
    file.write_text(json.dumps(damaged), encoding="utf-8")

    judged = check_jsonschema("--schemafile", schema, file)
    assert judged.returncode == 1, judged.stdout + judged.stderr
    validator = jsonschema_rs.Draft202012Validator(load(schema), validate_formats=True)
    assert not validator.is_valid(damaged)
