"""`--format`: the same problems for programs, on standard output and nothing else there."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from messy import HOSTILE_FILE, crowded, hostile, repository, without_files
from running import BINARY, SMALL_PROJECT, Problem, Run, ksf, write_project

FORMATS = ["json", "sarif", "github", "gitlab", "junit"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return hostile(repository(tmp_path / "repo") / "frameworks/a b")


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return write_project(tmp_path / "clean", SMALL_PROJECT)


def check(project: Path, format: str, *more: str) -> Run:
    return ksf("check", "--project", project, "--format", format, *more)


def human(project: Path) -> list[Problem]:
    problems = ksf("check", "--project", project).problems
    assert len(problems) > 5
    return problems


# Streams and statuses


@pytest.mark.parametrize("format", FORMATS)
def test_status_is_that_of_the_problems(format: str, project: Path, clean: Path) -> None:
    assert check(project, format).status == 1
    assert check(clean, format).status == 0


def test_human_is_the_default_and_goes_to_standard_error(project: Path) -> None:
    run = check(project, "human")
    assert run == ksf("check", "--project", project)
    assert run.output == "" and run.problems


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("command", ["check", "build"])
def test_standard_output_holds_the_report_alone(
    command: str, format: str, clean: Path, tmp_path: Path
) -> None:
    run = ksf(command, "--project", clean, "--format", format)
    assert run.status == 0
    read_report(format, run.output)
    assert "small 1.0.0" in run.errors
    assert (command == "build") == (clean / "build/handbook/index.html").is_file()


def test_build_reports_and_writes_nothing(project: Path) -> None:
    run = ksf("build", "--project", project, "--format", "json")
    assert run.status == 1
    assert run.output == check(project, "json").output
    assert "Nothing was written" in run.errors
    assert not (project / "build").exists()


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "junit"])
def test_standard_error_counts(format: str, project: Path) -> None:
    run = check(project, format)
    assert run.errors.strip() == ksf("check", "--project", project).summary


def test_an_unknown_format_is_2() -> None:
    run = ksf("check", "--format", "xml")
    assert run.status == 2 and "junit" in run.errors


def test_a_full_disk_is_3(clean: Path) -> None:
    with open("/dev/full", "w") as full:
        run = subprocess.run(
            [BINARY, "check", "--project", clean, "--format", "json"], stdout=full, stderr=-1
        )
    assert run.returncode == 3 and b"standard output" in run.stderr


# What is told


def read_report(format: str, text: str) -> list[tuple[str, str, str | None, int | None]]:
    """Severity, rule, file and line of each problem in a report."""
    match format:
        case "json":
            return [json_problem(found) for found in json.loads(text)["diagnostics"]]
        case "sarif":
            (run,) = json.loads(text)["runs"]
            return [sarif_problem(found, run) for found in run["results"]]
        case "github":
            return [problem for problem, _ in github_problems(text)]
        case "gitlab":
            return [gitlab_problem(found) for found in json.loads(text)]
        case "junit":
            ElementTree.fromstring(text)
            return []
    raise AssertionError(format)


def json_problem(found: dict) -> tuple[str, str, str | None, int | None]:
    place = found.get("place")
    where = (place["file"], place["start"]["line"]) if place else (None, None)
    return found["severity"], found["name"], *where


def sarif_problem(found: dict, run: dict) -> tuple[str, str, str | None, int | None]:
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    assert rule["id"] == found["ruleId"]
    place = found["locations"][0]["physicalLocation"]
    file = unquote(place["artifactLocation"]["uri"])
    return found["level"], rule["name"], file, place["region"]["startLine"]


def gitlab_problem(found: dict) -> tuple[str, str, str | None, int | None]:
    severity = {"major": "error", "minor": "warning"}[found["severity"]]
    location = found["location"]
    return severity, found["check_name"], location["path"], location["lines"]["begin"]


def github_problems(text: str) -> list[tuple[tuple[str, str, str | None, int | None], str]]:
    """Reads workflow commands as GitHub's runner does (ActionCommand.TryParseV2)."""
    found = []
    for line in text.split("\n")[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) (.*?)::(.*)", line)
        assert match, line
        level, properties, message = match.groups()
        if level == "notice":
            continue
        values = {}
        for pair in properties.split(","):
            name, _, value = pair.partition("=")
            for sign, escaped in [(":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")]:
                value = value.replace(escaped, sign)
            values[name] = value
        line_number = int(values["line"]) if "line" in values else None
        rule = values["title"].split()[1]
        found.append(((level, rule, values.get("file"), line_number), message))
    return found


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "github"])
def test_every_format_tells_the_same_problems(format: str, project: Path) -> None:
    expected = [
        (problem.severity, problem.rule, f"frameworks/a b/{problem.file}", problem.line)
        for problem in human(project)
    ]
    if format == "github":
        expected.sort(key=lambda problem: problem[0] != "error")
        errors = sum(severity == "error" for severity, *_ in expected)
        expected = expected[:errors][:10] + expected[errors:][:10]
    assert read_report(format, check(project, format).output) == expected


def test_json_counts_and_points_into_the_bytes(project: Path) -> None:
    report = json.loads(check(project, "json").output)
    problems = human(project)
    assert report["summary"] == {
        "errors": sum(problem.severity == "error" for problem in problems),
        "warnings": sum(problem.severity == "warning" for problem in problems),
        "files": len({problem.file for problem in problems}),
        "known": 0,
    }
    content = (project / HOSTILE_FILE).read_bytes()
    lines = content.decode("utf-8-sig").split("\r\n")
    checked = 0
    for found in report["diagnostics"]:
        if found["place"]["file"].endswith(HOSTILE_FILE):
            start, end = found["place"]["start"], found["place"]["end"]
            marked = content[start["offset"] : end["offset"]].decode()
            if start["line"] == end["line"]:
                assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == marked
                checked += 1
    assert checked > 3


def test_json_fixes_are_right_when_applied(project: Path) -> None:
    report = json.loads(check(project, "json").output)
    content = (project / HOSTILE_FILE).read_bytes()
    fixes = [fix for found in report["diagnostics"] for fix in found["fixes"]]
    assert fixes
    edits = [edit for fix in fixes for edit in fix["edits"]]
    assert len(edits) > 1
    for edit in sorted(edits, key=lambda edit: -edit["place"]["start"]["offset"]):
        assert edit["place"]["file"].endswith(HOSTILE_FILE)
        start, end = edit["place"]["start"]["offset"], edit["place"]["end"]["offset"]
        content = content[:start] + edit["replacement"].encode() + content[end:]
    assert content.count(b"phase: year-1") == 2 and content.endswith(b"phase: year-1}")
    assert content.startswith(b"\xef\xbb\xbfdomain: craft\r\n")


def test_fingerprints_differ_and_survive_moving(project: Path) -> None:
    def fingerprints() -> dict[str, list[str]]:
        return {
            "json": [d["fingerprint"] for d in json.loads(check(project, "json").output)["diagnostics"]],
            "gitlab": [entry["fingerprint"] for entry in json.loads(check(project, "gitlab").output)],
            "sarif": [
                result["partialFingerprints"]["ksfLine/v1"]
                for result in json.loads(check(project, "sarif").output)["runs"][0]["results"]
            ],
        }

    before = fingerprints()
    assert before["json"] == before["gitlab"] == before["sarif"]
    assert len(set(before["json"])) == len(before["json"])
    file = project / HOSTILE_FILE
    file.write_bytes(file.read_bytes().replace(b"outcomes:\r\n", b"\r\n# new\r\noutcomes:\r\n"))
    assert fingerprints() == before


def test_a_problem_without_a_place(tmp_path: Path) -> None:
    project = without_files(tmp_path)
    (found, *_) = [
        found
        for found in json.loads(check(project, "json").output)["diagnostics"]
        if found["name"] == "missing-framework"
    ]
    assert "place" not in found
    assert "::error title=KSF0213 missing-framework::" in check(project, "github").output
    for format in ["sarif", "gitlab"]:
        told = read_report(format, check(project, format).output)
        assert ("error", "missing-framework", "framework/framework.yaml", 1) in told


# Paths


def paths(run: Run) -> set[str | None]:
    return {problem[2] for problem in read_report("json", run.output)}


def test_paths_start_at_the_root_of_the_repository(project: Path) -> None:
    expected = {f"frameworks/a b/{problem.file}" for problem in human(project)}
    for folder, name in [
        (project, "."), (project.parent, "a b"), (project.parent.parent, "frameworks/a b/"),
        (Path("/"), str(project)), (project / "framework", ".."),
    ]:  # fmt: skip
        run = ksf("check", "--project", name, "--format", "json", folder=folder)
        assert paths(run) == expected, (folder, name)


def test_a_repository_can_be_a_worktree(project: Path) -> None:
    (project / ".git").write_text("gitdir: ../../.git/worktrees/a\n")
    assert paths(check(project, "json")) == {problem.file for problem in human(project)}


def test_paths_without_a_repository_start_at_the_current_folder(tmp_path: Path) -> None:
    project = hostile(tmp_path / "some/where")
    files = {problem.file for problem in human(project)}
    assert not any((folder / ".git").exists() for folder in project.parents)
    for folder, name, prefix in [
        (project, ".", ""), (project.parent, "where", "where/"),
        (tmp_path, "./some/../some/where", "some/where/"), (project / "framework", "..", ""),
        (Path("/usr"), str(project), ""),
    ]:  # fmt: skip
        run = ksf("check", "--project", name, "--format", "json", folder=folder)
        assert paths(run) == {f"{prefix}{file}" for file in files}, (folder, name)


@pytest.mark.parametrize("format", FORMATS)
def test_no_report_names_a_folder_of_the_machine(format: str, tmp_path: Path) -> None:
    project = hostile(tmp_path / "somewhere")
    run = ksf("check", "--project", project, "--format", format, folder=Path("/usr"))
    assert run.status == 1 and str(tmp_path) not in run.output


# GitHub


def test_github_shows_the_worst_and_says_how_many_more(tmp_path: Path) -> None:
    run = check(crowded(tmp_path, 250), "github")
    lines = run.output.splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert sum(line.startswith("::warning ") for line in lines) <= 10
    assert lines[-1].startswith("::notice title=ksf::240 errors")
    # Equal problems are one in the log, with the number of the others.
    assert "at 249 more places" in run.errors


def test_github_log_has_no_command_of_an_author(project: Path) -> None:
    file = project / "framework/colon.yaml"
    file.write_text("domain: d\n::add-mask::x: y: z\ntitle: ##[error]x\n")
    run = check(project, "github")
    assert run.status == 1
    assert not [line for line in run.errors.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in run.errors


@pytest.mark.parametrize("format", FORMATS)
def test_three_thousand_problems_are_all_told(format: str, tmp_path: Path) -> None:
    project = crowded(tmp_path, 3000)
    run = check(project, format)
    if format == "github":
        # GitHub shows ten of each kind; the log has them all, as one.
        assert "at 2,999 more places" in run.errors or "at 2999 more places" in run.errors
    else:
        assert run.output.count("there is no phase") == 3000
    if format in ("json", "gitlab", "sarif"):
        told = [problem[1] for problem in read_report(format, run.output)]
        assert told.count("unknown-reference") == 3000
