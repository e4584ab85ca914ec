"""`ksf check --baseline`: a framework with many problems fails only on new ones."""

import json
from pathlib import Path

import pytest
from messy import HOSTILE_FILE, hostile
from running import SMALL_PROJECT, copy_shipped_project, ksf, tree, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return hostile(tmp_path / "project")


@pytest.fixture
def known(tmp_path: Path, project: Path) -> Path:
    """The baseline of the project."""
    path = tmp_path / "known problems.txt"
    run = ksf("check", "--project", project, "--write-baseline", path)
    assert run.status == 0, run.errors
    assert run.errors == "", "what is written to the baseline is not shown"
    assert f"{len(entries(path))} problems written" in run.output
    return path


def entries(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# ksf baseline 1" and lines[1].startswith("# ")
    assert not any(line.startswith("#") for line in lines[2:])
    return lines[2:]


def check(project: Path, known: Path, *more: str):
    return ksf("check", "--project", project, "--baseline", known, *more)


def test_known_problems_are_neither_shown_nor_counted(project: Path, known: Path) -> None:
    count = len(ksf("check", "--project", project).problems)
    assert len(entries(known)) == count > 5
    run = check(project, known, "--strict")
    assert (run.status, run.errors) == (0, "")
    assert f"no problems, apart from {count} in the baseline" in run.output


def test_new_problems_are(project: Path, known: Path) -> None:
    file = project / "framework/new.yaml"
    file.write_text("domian: new\ntitle: New\noutcomes: []\n")
    run = check(project, known)
    assert run.status == 1
    assert {problem.file for problem in run.problems} == {"framework/new.yaml"}


def test_one_more_of_an_equal_problem_is_new(project: Path, known: Path) -> None:
    file = project / HOSTILE_FILE
    line = b"      - {id: C-1.2, text: b, phase: nowhere, roles: [nobody]}\r\n"
    content = file.read_bytes()
    assert content.count(line) == 2
    file.write_bytes(content.replace(line, line * 2, 1))
    run = check(project, known)
    assert run.status == 1
    found = len(ksf("check", "--project", project).problems)
    assert len(run.problems) == found - len(entries(known)) >= 2


def test_moved_lines_are_known_still(project: Path, known: Path) -> None:
    file = project / HOSTILE_FILE
    content = file.read_bytes()
    file.write_bytes(content.replace(b"outcomes:\r\n", b"\r\n# new\r\noutcomes:\r\n"))
    run = check(project, known)
    assert (run.status, run.errors) == (0, "")


def test_mended_problems_are_told_in_one_line(project: Path, known: Path) -> None:
    file = project / HOSTILE_FILE
    file.write_bytes(file.read_bytes().replace(b"yaer-1", b"year-1").replace(b"eyar-1", b"year-1"))
    run = check(project, known)
    assert run.status == 0
    (line,) = run.errors.splitlines()
    gone = len(entries(known)) - len(ksf("check", "--project", project).problems)
    assert line.startswith(f"{gone} entries of {known} no longer occur")
    assert f"ksf check --write-baseline {known}" in line
    assert ksf("check", "--project", project, "--write-baseline", known).status == 0
    assert check(project, known).errors == ""


def test_what_a_broken_file_hides_is_not_called_mended(project: Path, known: Path) -> None:
    file = project / HOSTILE_FILE
    file.write_bytes(file.read_bytes().replace(b"title: 'Craft", b"title: ''Craft"))
    run = check(project, known)
    assert run.status == 1 and len(run.problems) == 1
    assert "no longer" not in run.errors


def test_entries_are_readable_sorted_and_stable(project: Path, known: Path, tmp_path: Path) -> None:
    lines = entries(known)
    for line in lines:
        code, fingerprint, rest = line.split(" ", 2)
        assert code.startswith("KSF") and len(fingerprint) == 16 and ": " in rest
    paths = [line.split(" ", 2)[2].rsplit(".yaml:", 1)[0] for line in lines]
    assert paths == sorted(paths)
    again = tmp_path / "again.txt"
    ksf("check", "--project", project, "--write-baseline", again)
    assert again.read_bytes() == known.read_bytes()
    # Another file before all others changes no entry of these.
    (project / "framework/0.yaml").write_text("domian: new\ntitle: New\noutcomes: []\n")
    ksf("check", "--project", project, "--write-baseline", again)
    assert set(entries(again)) > set(lines)


def test_does_not_depend_on_the_folder(project: Path, known: Path) -> None:
    run = ksf("check", "--baseline", known, folder=project)
    assert run.status == 0
    moved = project.rename(project.parent / "moved")
    (moved.parent / ".git").mkdir()
    assert check(moved, known).status == 0


def test_reports_leave_known_problems_out(project: Path, known: Path) -> None:
    run = check(project, known, "--format", "json")
    report = json.loads(run.output)
    assert run.status == 0 and report["diagnostics"] == []
    assert report["summary"]["known"] == len(entries(known))
    assert check(project, known, "--format", "gitlab").output == "[]\n"


def test_fix_leaves_known_problems_alone(project: Path, known: Path) -> None:
    before = tree(project)
    run = check(project, known, "--fix")
    assert run.status == 0 and tree(project) == before
    assert ksf("check", "--fix", "--project", project).status == 1
    assert tree(project) != before


def test_a_baseline_builds_nothing(project: Path, known: Path) -> None:
    assert ksf("build", "--project", project, "--baseline", known).status == 2
    assert ksf("build", "--project", project).status == 1


def test_a_clean_framework_has_an_empty_baseline(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path / "shipped")
    path = tmp_path / "known.txt"
    run = ksf("check", "--project", project, "--write-baseline", path)
    assert run.status == 0 and entries(path) == []


@pytest.mark.parametrize(
    "content",
    ["", "framework: small\n", "# ksf baseline 99\n", "# ksf baseline 1\n<<<<<<< ours\n",
     "# ksf baseline 1\nKSF0203 short framework/a.yaml: x\n", "\0\1\2"],
    ids=repr,
)  # fmt: skip
def test_a_damaged_baseline_is_2(content: str, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_text(content)
    run = check(project, path)
    assert run.status == 2
    assert run.output == "" and not run.problems
    assert str(path) in run.errors and "--write-baseline" in run.errors


def test_a_missing_baseline_is_2(project: Path, tmp_path: Path) -> None:
    run = check(project, tmp_path / "none.txt")
    assert run.status == 2 and "--write-baseline" in run.errors


def test_no_other_file_is_replaced(tmp_path: Path) -> None:
    project = write_project(tmp_path, SMALL_PROJECT)
    before = tree(project)
    run = ksf("check", "--project", project, "--write-baseline", project / "framework/domain.yaml")
    assert run.status == 2 and "in the way" in run.errors
    assert tree(project) == before


def test_reading_and_writing_at_once_is_2(project: Path, known: Path) -> None:
    before = known.read_bytes()
    assert check(project, known, "--write-baseline", str(known)).status == 2
    assert known.read_bytes() == before
