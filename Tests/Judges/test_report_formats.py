"""Schemas and readers that are not ours judge what `--format` writes."""

import csv
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema_rs
import junitparser
import pytest
from messy import HOSTILE_FILE, crowded, hostile, without_files
from running import REPOSITORY, copy_shipped_project, ksf
from sarif import loader

PROJECTS = ["clean", "hostile", "without files", "crowded"]


@pytest.fixture(scope="module", params=PROJECTS)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formats") / "some where"
    match request.param:
        case "clean":
            folder.mkdir()
            return copy_shipped_project(folder)
        case "hostile":
            return hostile(folder)
        case "without files":
            return without_files(folder)
    return crowded(folder, 1200)


def write(project: Path, format: str, target: Path) -> Path:
    """The report of a project, in a file."""
    run = ksf("check", "--project", project, "--format", format)
    assert run.status in (0, 1), run.errors
    target.write_text(run.output, encoding="utf-8")
    return target


def found(project: Path) -> int:
    """The number of problems that people are told of, many of them by their places alone."""
    run = ksf("check", "--project", project)
    return len(run.problems) + run.repeated


@dataclass(frozen=True)
class Told:
    file: str | None
    line: int
    severity: str


def told(project: Path) -> list[Told]:
    """Each problem by itself, as the JSON report has it."""
    report = json.loads(ksf("check", "--project", project, "--format", "json").output)
    return [Told(*place(problem), problem["severity"]) for problem in report["diagnostics"]]


def place(problem: dict[str, Any]) -> tuple[str | None, int]:
    """The file and the line of a problem; no file and line 1 of one that is nowhere."""
    place = problem.get("place")
    return (place["file"], place["start"]["line"]) if place else (None, 1)


def accept(schema: Path, document: Path) -> None:
    """Both engines have to accept the document."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, document]
    judged = subprocess.run(command, capture_output=True, text=True)
    assert judged.returncode == 0, (judged.stdout + judged.stderr)[:3000]
    validator = jsonschema_rs.validator_for(load(schema), validate_formats=True)
    errors = [str(error) for error in validator.iter_errors(load(document))]
    assert errors == []


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_json_fits_its_schema(project: Path, tmp_path: Path) -> None:
    report = write(project, "json", tmp_path / "report.json")
    accept(REPOSITORY / "docs/report.schema.json", report)
    assert len(load(report)["diagnostics"]) == found(project)


def test_sarif_fits_the_standard(project: Path, standards: Path, tmp_path: Path) -> None:
    log = write(project, "sarif", tmp_path / "ksf.sarif")
    accept(standards / "sarif/sarif-schema-2.1.0.json", log)


def test_sarif_says_what_github_needs(project: Path, tmp_path: Path) -> None:
    (run,) = load(write(project, "sarif", tmp_path / "ksf.sarif"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    results = run["results"]
    assert {rule["id"] for rule in rules} == {result["ruleId"] for result in results}
    for rule in rules:
        for text in ["shortDescription", "fullDescription", "help"]:
            assert rule[text]["text"].strip()
        assert rule["help"]["markdown"] and rule["defaultConfiguration"]["level"] and rule["name"]
    prints = [tuple(result["partialFingerprints"].items()) for result in results]
    assert len(set(prints)) == len(prints) and all(prints)
    for result in results:
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        assert artifact["uri"].isascii() and not artifact["uri"].startswith("/")
        assert " " not in artifact["uri"] and '"' not in artifact["uri"]
        assert location["physicalLocation"]["region"]["startLine"] >= 1


def test_sarif_tools_read_every_result(project: Path, tmp_path: Path) -> None:
    log = write(project, "sarif", tmp_path / "ksf.sarif")
    problems = told(project)
    loaded = loader.load_sarif_file(str(log))
    assert loaded.get_result_count() == len(problems)
    assert set(loaded.get_distinct_tool_names()) == {"ksf"}
    table = tmp_path / "ksf.csv"
    command = [sys.executable, "-m", "sarif", "csv", "--output", table, log]
    judged = subprocess.run(command, capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout + judged.stderr
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted((row["Severity"], int(row["Line"])) for row in rows) == sorted(
        (problem.severity, problem.line) for problem in problems
    )


def test_gitlab_accepts_each_entry(project: Path, standards: Path, tmp_path: Path) -> None:
    (schema,) = (standards / "gitlab").glob("*.json")
    entries = load(write(project, "gitlab", tmp_path / "gitlab.json"))
    assert len(entries) == found(project)
    validator = jsonschema_rs.validator_for(load(schema))
    for entry in entries:
        assert validator.is_valid(entry), entry
        # What GitLab's own reader asks for beyond its schema.
        assert entry["check_name"] and "\n" not in entry["description"]
        assert entry["severity"] in ["info", "minor", "major", "critical", "blocker"]
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    for number, entry in enumerate(entries[:3]):
        element = tmp_path / f"{number}.json"
        element.write_text(json.dumps(entry))
        accept(schema, element)


def test_junitparser_reads_one_case_a_file(project: Path, tmp_path: Path) -> None:
    report = write(project, "junit", tmp_path / "ksf.xml")
    problems = told(project)
    failing = {problem.file for problem in problems if problem.severity == "error"}
    (suite,) = junitparser.JUnitXml.fromfile(str(report))
    cases = {case.name: case for case in suite}
    sources = [path for path in project.rglob("*.yaml")]
    assert suite.tests == len(cases) == len(sources) + 1
    assert suite.failures == len(failing)
    for name, case in cases.items():
        file = None if name == "the framework as a whole" else name
        assert case.is_failure == (file in failing), name
        if case.is_failure:
            (failure,) = case.result
            headers = failure.text.count("error[KSF") + failure.text.count("warning[KSF")
            assert headers == sum(problem.file == file for problem in problems)


def test_hostile_names_come_through_every_reader(tmp_path: Path) -> None:
    project = hostile(tmp_path / "p")
    (suite,) = junitparser.JUnitXml.fromfile(str(write(project, "junit", tmp_path / "ksf.xml")))
    assert HOSTILE_FILE in {case.name for case in suite}
    entries = load(write(project, "gitlab", tmp_path / "gitlab.json"))
    assert HOSTILE_FILE in {entry["location"]["path"] for entry in entries}
