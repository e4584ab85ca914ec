"""Two independent JSON Schema engines judge every schema, in both dialects, with the same documents."""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from ruamel.yaml import YAML
from running import REPOSITORY, fixture_files, ksf, write_project

FIXTURES = REPOSITORY / "Tests/AnalysisTests/Fixtures"
DIALECTS = {
    "": "https://json-schema.org/draft/2020-12/schema",
    "draft-07/": "http://json-schema.org/draft-07/schema#",
}
ENGINES = {
    "": (jsonschema.Draft202012Validator, jsonschema_rs.Draft202012Validator),
    "draft-07/": (jsonschema.Draft7Validator, jsonschema_rs.Draft7Validator),
}
Place = tuple[str | int, ...]


def check_jsonschema(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def read_yaml(text: str) -> Any:
    """YAML 1.2, with days as the texts that they are in JSON."""
    reader = YAML(typ="safe", pure=True)
    reader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
    )
    return reader.load(text)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the fixture that uses every part of the language."""
    project = write_project(tmp_path_factory.mktemp("whole"), fixture_files("whole-language"))
    run = ksf("build", "--project", project, "--strict")
    assert run.status == 0, run.errors
    return project / "build"


def schemas(folder: Path) -> list[Path]:
    return sorted((folder / "schemas").rglob("*.schema.json"))


def name_of(schema: Path, folder: Path) -> tuple[str, str]:
    """A schema's dialect, by its folder, and its name."""
    path = schema.relative_to(folder / "schemas").as_posix().removesuffix(".schema.json")
    return ("draft-07/", path.removeprefix("draft-07/")) if path.startswith("draft-07/") else ("", path)


def example(name: str, folder: Path) -> Any:
    if name == "framework":
        return load(folder / "framework.json")
    if name == "language":
        return read_yaml((folder / "schemas/examples/language.yaml").read_text())
    return load(folder / f"schemas/examples/{name}.json")


def places(schema: Any, dialect: str, document: Any) -> list[set[Place]]:
    """Where each engine finds something wrong."""
    python, rust = ENGINES[dialect]
    found = python(schema, format_checker=python.FORMAT_CHECKER).iter_errors(document)
    told = rust(schema, validate_formats=True).iter_errors(document)
    return [
        {tuple(error.absolute_path) for error in found},
        {tuple(error.instance_path) for error in told},
    ]


@pytest.mark.parametrize("source", ["built", "whole"])
def test_every_schema_is_a_valid_schema(source: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(source)
    found = schemas(folder)
    forms = [it["id"] for it in load(folder / "framework.json")["records"]]
    names = ["framework", "language", "portfolio"] + [f"records/{it}" for it in forms]
    wanted = [(dialect, name) for dialect in DIALECTS for name in names]
    assert sorted(name_of(it, folder) for it in found) == sorted(wanted)
    judged = check_jsonschema("--check-metaschema", *found)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    identities = set()
    for path in found:
        schema = load(path)
        assert schema["$schema"] == DIALECTS[name_of(path, folder)[0]]
        assert ":" in schema["$id"] and load(folder / "framework.json")["edition"] in schema["$id"]
        assert schema["title"] and schema["description"]
        identities.add(schema["$id"])
        references = set(re_find(schema, "$ref"))
        assert all(it.startswith("#/") for it in references), path
    assert len(identities) == len(found)


def re_find(value: Any, key: str) -> list[Any]:
    """All values of a key, wherever it stands."""
    if isinstance(value, dict):
        own = [value[key]] if isinstance(value.get(key), str) else []
        return own + [it for part in value.values() for it in re_find(part, key)]
    return [it for part in value for it in re_find(part, key)] if isinstance(value, list) else []


@pytest.mark.parametrize("source", ["built", "whole"])
def test_every_example_fits_its_schema(source: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(source)
    for path in schemas(folder):
        dialect, name = name_of(path, folder)
        assert places(load(path), dialect, example(name, folder)) == [set(), set()], path


def test_every_property_says_what_it_is(whole: Path) -> None:
    for path in schemas(whole):
        if name_of(path, whole)[1] not in ("framework", "language"):
            assert_told(load(path), path)


def assert_told(schema: Any, path: Path) -> None:
    for key, value in schema.get("properties", {}).items():
        assert value["title"] and value["description"] and value["examples"], (path, key)
        for inner in [value, value.get("items", {})] + value.get("items", {}).get("oneOf", []):
            assert_told(inner, path)
        if value.get("maxLength", 0) >= 1000:
            assert "could be recognised" in value["description"]


# What is wrong, and where each engine has to say so.


def put(value: Any, *path: str | int) -> tuple[Callable[[Any], None], Place]:
    """A value in the place of another: wrong there."""

    def damage(document: Any) -> None:
        inside(document, path[:-1])[path[-1]] = value

    return damage, path


def add(key: str, *path: str | int) -> tuple[Callable[[Any], None], Place]:
    """A key that nothing knows: wrong in the group that has it."""

    def damage(document: Any) -> None:
        inside(document, path)[key] = "x"

    return damage, path


def remove(key: str | int, *path: str | int) -> tuple[Callable[[Any], None], Place]:
    """A key left out: wrong in the group that lacks it."""

    def damage(document: Any) -> None:
        del inside(document, path)[key]

    return damage, path


def inside(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


LONG = "a" * 4001
DAMAGE = {
    "framework": [
        remove("id"), remove("statements"), put("1.0", "edition"), put("", "title"), add("colour"),
        put("finished", "status"), put("21 November 2026", "issued"), remove("text", "statements", 0),
        put("REL 1.1", "statements", 0, "id"), put(["text"], "statements", 0, "text"),
        add("colour", "statements", 0), put("twelve", "phases", 0, "months"), put("x", "domains", 0, "outcomes"),
        put("perhaps", "phases", 0, "requirement"), put("gossip", "sources", 0, "kind"),
        put("javascript:alert(1)", "sources", 0, "address"), remove("number", "sources", 0, "facts", 0),
        put(0, "sources", 0, "facts", 0, "number"), remove("source", "statements", 0, "citations", 0),
    ],
    "language": [
        remove("title"), put("1.0", "edition"), put(" ", "title"), add("colour"), put("finished", "status"),
        put(["en"], "language"), put("2026-13-01", "issued"), put("twelve", "budget", "statements"),
        put(0, "budget", "statements"), add("colour", "budget"), put({"id": "x"}, "kinds"), put("9x", "framework"),
        put("javascript:x", "base"), put("skill", "kinds", 0), put("a b", "phases", 0, "id"),
        put("perhaps", "phases", 0, "requirement"), put([], "title"), put("1.0.0\n", "edition"),
    ],
    "portfolio": [
        remove("person"), put("1.0.1", "edition"), put("other", "framework"), add("name"), put("Jane Doe", "person"),
        put("P-1\n", "person"), put("boss", "role"), put("2026-02-30", "started"), put("2026-09-07\n", "started"),
        put(9, "percent"), put("100", "percent"), put("year-1", "chosen", 0), add("reason", "pauses", 0),
        put("REL-9.9", "evidence", 0, "statements", 0), put([], "evidence", 0, "statements"),
        put(["REL-1.1", "REL-1.1"], "evidence", 0, "statements"), remove("id", "evidence", 0),
        put("gossip", "evidence", 0, "type"), put("a" * 201, "evidence", 0, "reference"),
        put("two\nlines", "evidence", 0, "reference"), put("yes", "evidence", 0, "alternative"),
        put("met", "progress", 0, "state"), put("REL-1", "progress", 0, "statement"), remove("date", "progress", 0),
        put("failed", "reviews", 0, "result"), put("review-4", "reviews", 0, "review"),
    ],
    "records/observation-record": [
        remove("record"), put("other", "record"), remove("fields"), remove("day", "fields"), add("child", "fields"),
        put("2027-02-29", "fields", "day"), put("perhaps", "fields", "rating"), add("name", "fields", "signed"),
        put("Somebody", "fields", "signed"), put([], "fields", "codes"), put("REL-1.1", "fields", "codes"),
        put("x", "review"), put(20261207, "date"), put(" ", "fields", "signed", "by"), remove("by", "fields", "signed"),
    ],
}  # fmt: skip
CASES = [(name, number) for name, damages in DAMAGE.items() for number in range(len(damages))]


@pytest.fixture(scope="module")
def originals(whole: Path) -> dict[str, Any]:
    found = {name: example(name, whole) for name in DAMAGE}
    project = fixture_files("whole-language")
    found["language"] = read_yaml(project["framework/framework.yaml"])
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(("name", "number"), CASES)
def test_damage_is_found_in_its_place(
    dialect: str, name: str, number: int, whole: Path, originals: dict[str, Any]
) -> None:
    change, place = DAMAGE[name][number]
    damaged = copy.deepcopy(originals[name])
    schema = load(whole / f"schemas/{dialect}{name}.schema.json")
    assert places(schema, dialect, damaged) == [set(), set()]
    change(damaged)
    assert damaged != originals[name]
    for found in places(schema, dialect, damaged):
        assert found and place in found, (place, found)


KEPT = [(name, number) for name, number in CASES if name not in ("framework", "language")]


@pytest.mark.parametrize(("name", "number"), KEPT)
def test_the_command_agrees_with_the_schemas(
    name: str, number: int, whole: Path, originals: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "document.json"
    file.write_text(json.dumps(originals[name]), encoding="utf-8")
    arguments = ["record", "check", file, "--project", whole.parent, "--on", "2027-03-01"]
    assert ksf(*arguments).status == 0
    damaged = copy.deepcopy(originals[name])
    DAMAGE[name][number][0](damaged)
    file.write_text(json.dumps(damaged), encoding="utf-8")
    run = ksf(*arguments)
    assert run.status == 1 and len(run.problems) == 1, run.errors


def test_free_text_has_a_limit(whole: Path, tmp_path: Path) -> None:
    project = fixture_files("whole-language")
    project["framework/record.yaml"] += "  - {name: remark, title: Remark, type: text}\n"
    build = write_project(tmp_path, project) / "build"
    assert ksf("build", "--project", tmp_path).status == 0
    document = example("records/observation-record", build)
    for dialect in DIALECTS:
        schema = load(build / f"schemas/{dialect}records/observation-record.schema.json")
        for text, wrong in [("é" * 4000, False), (LONG, True), (" \n", True), ("a\nb", False)]:
            document["fields"]["remark"] = text
            for found in places(schema, dialect, document):
                assert (("fields", "remark") in found) == wrong, text[:9]


@pytest.mark.parametrize("source", ["built", "whole"])
def test_forms_show_every_property(source: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(source)
    for path in schemas(folder):
        dialect, name = name_of(path, folder)
        if dialect and name not in ("framework", "language"):
            schema = load(path)
            ui = folder / "schemas/ui"
            scopes = re_find(load(ui / f"json-forms/{name}.json"), "scope")
            wanted = [f"#/properties/{key}" for key in leaves(schema)]
            assert [it for it in scopes if resolves(schema, it)][: len(wanted)] and set(wanted) <= set(scopes)
            assert_order(schema, load(ui / f"react-jsonschema-form/{name}.json"))


def leaves(schema: Any) -> list[str]:
    found = []
    for key, value in schema["properties"].items():
        inner = value.get("properties")
        found += [f"{key}/properties/{it}" for it in leaves(value)] if inner else [key]
    return found


def resolves(schema: Any, scope: str) -> bool:
    try:
        inside(schema, tuple(scope.removeprefix("#/").split("/")))
    except KeyError:
        return False
    return True


def assert_order(schema: Any, layout: Any) -> None:
    assert layout["ui:order"] == list(schema["properties"])
    for key, value in schema["properties"].items():
        for part, inner in [(value, layout.get(key)), (value.get("items", {}), layout.get(key, {}).get("items"))]:
            if "properties" in part:
                assert_order(part, inner)


# The language: whatever the compiler accepts.


def accepted_sources() -> dict[str, str]:
    """Every shipped file, and every file of a fixture that compiles without an error."""
    found = {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8")
        for folder in ["framework", "seeds"]
        for path in sorted((REPOSITORY / folder).rglob("*.yaml"))
    }
    for path in sorted(FIXTURES.glob("*.txt")):
        if "error[" not in (FIXTURES.parent / "Snapshots" / path.name).read_text(encoding="utf-8"):
            files = fixture_files(path.stem)
            found |= {f"{path.stem}: {name}": text for name, text in files.items() if name.endswith(".yaml")}
    return found


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_language_schema_accepts_what_the_compiler_accepts(dialect: str, whole: Path) -> None:
    schema = load(whole / f"schemas/{dialect}language.schema.json")
    sources = accepted_sources()
    assert len(sources) > 80
    for name, text in sources.items():
        document = read_yaml(text)
        if document is not None:
            assert places(schema, dialect, document) == [set(), set()], name


def test_odd_spellings_are_accepted_by_both(tmp_path: Path, whole: Path) -> None:
    files = {
        "framework/f.yaml": "framework: no\ntitle: 1.10\nedition: 1.0.0\nlanguage: no\nissued: '2026-09-01'\n"
        "publisher: 2026-09-01\nroles:\n  - {id: yes, title: true}\nphases: [{id: y, title: 3, months: '12'}]\n",
        "framework/d.yaml": "domain: d\ntitle: D\noutcomes:\n  - {id: o, title: O, statements: "
        "[{id: s, text: 12.50, sources: [x], tags: [1, 2.5]}]}\n",
        "framework/r.yaml": "record: r\ntitle: R\nfields: [{name: n, title: 7, type: choice, required: 'true', "
        "choices: [1, 2]}]\nreviews: [v]\n",
        "framework/v.yaml": "reviews: [{id: v, title: V, month: '0'}]\n",
        "seeds/y.yaml": "source: null\ntitle: ~\npublisher: null\ndate: 2023\nkind: law\nrights: ~\n",
        "seeds/x.yaml": "source: x\ntitle: X\npublisher: P\ndate: 2023\nkind: law\nrights: none\n",
        "framework/c.yaml": "crosswalk: c\ntitle: C\npublisher: P\nversion: 2019\nitems: [{id: 1.10, title: T}]\n",
    }
    assert ksf("check", "--project", write_project(tmp_path, files)).status == 0
    for dialect in DIALECTS:
        schema = load(whole / f"schemas/{dialect}language.schema.json")
        for name, text in files.items():
            assert places(schema, dialect, read_yaml(text)) == [set(), set()], name


def test_five_mistakes_are_each_found(whole: Path) -> None:
    text = """\
domain: relationships
titel: Relationships
outcomes:
  - id: REL 1
    title: [Builds trust]
    statements:
      - {id: REL-1.1, text: one thing, phase: [p]}
      - {id: REL-1.2, evidence: {at-least: two}, text: more}
"""
    wanted = {
        (), ("outcomes", 0, "id"), ("outcomes", 0, "title"), ("outcomes", 0, "statements", 0, "phase"),
        ("outcomes", 0, "statements", 1, "evidence", "at-least"),
    }  # fmt: skip
    for dialect in DIALECTS:
        schema = load(whole / f"schemas/{dialect}language.schema.json")
        for found in places(schema, dialect, read_yaml(text)):
            assert found == wanted


CLEAN = sorted(
    path.stem
    for path in FIXTURES.glob("*.txt")
    if "error[" not in (FIXTURES.parent / "Snapshots" / path.name).read_text(encoding="utf-8")
)


def test_the_schema_with_ids_accepts_what_the_compiler_accepts(tmp_path: Path) -> None:
    assert len(CLEAN) > 15
    for name in CLEAN:
        project = write_project(tmp_path / name, fixture_files(name))
        run = ksf("schema", "--output", "-", "--project", project)
        assert run.status == 0, name
        schema = json.loads(run.output)
        for file in sorted(project.rglob("*.yaml")):
            if "editions" in file.parts:
                continue
            document = read_yaml(file.read_text(encoding="utf-8"))
            if document is not None:
                assert places(schema, "draft-07/", document) == [set(), set()], file
