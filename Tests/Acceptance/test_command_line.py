"""The commands, their exit statuses, and what a terminal sees."""

import os
import pty
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import BINARY, HANGING, SMALL_PROJECT, copy_shipped_project, ksf, tree, write_project

COMMANDS = [[], ["build"], ["check"], ["coverage"], ["explain"], ["list"], ["show"], ["uses"]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write_project(tmp_path / "small", SMALL_PROJECT)


@pytest.fixture
def broken(small: Path) -> Path:
    domain = small / "framework/domain.yaml"
    domain.write_text(domain.read_text().replace("domain:", "domian:"))
    return small


# Status 0


def test_shipped_framework_is_clean(tmp_path: Path) -> None:
    run = ksf("check", "--strict", "--project", copy_shipped_project(tmp_path))
    assert (run.status, run.errors) == (0, "")
    assert "social-work-ecf 0.1.0" in run.output


def test_project_is_the_current_folder_and_output_is_build(small: Path) -> None:
    assert ksf("check", folder=small).status == 0
    assert not (small / "build").exists(), "check writes nothing"
    run = ksf("build", folder=small)
    assert run.status == 0, run.errors
    assert (small / "build/handbook/index.html").is_file()


def test_output_can_be_elsewhere(small: Path, tmp_path: Path) -> None:
    run = ksf("build", "--project", small, "--output", tmp_path / "a/b")
    assert run.status == 0, run.errors
    assert (tmp_path / "a/b/handbook/index.html").is_file()
    assert not (small / "build").exists()


def test_version() -> None:
    run = ksf("--version")
    assert run.status == 0
    assert run.output.strip().split(".")[0].isdigit(), run.output


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command) or "ksf")
def test_help_has_examples(command: list[str]) -> None:
    run = ksf(*command, "--help")
    assert run.status == 0
    assert "EXAMPLES" in run.output
    assert "ksf " + " ".join(command) in run.output
    if not command:
        for status in "0123":
            assert f"\n  {status}  " in run.output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str) -> None:
    run = ksf("--generate-completion-script", shell)
    assert run.status == 0
    assert all(word in run.output for word in ["build", "check", "explain"])
    if shell == "bash":
        checked = subprocess.run(["bash", "-n"], input=run.output, text=True, capture_output=True)
        assert checked.returncode == 0, checked.stderr


def test_every_rule_is_explained() -> None:
    listing = ksf("explain")
    assert listing.status == 0
    names = [line.split()[2] for line in listing.output.splitlines()]
    assert len(names) == len(set(names)) > 20
    for line in listing.output.splitlines():
        code, severity, name = line.split()[:3]
        page = ksf("explain", name)
        assert page.status == 0
        parts = ["Demands"] if severity == "change" else [severity, "Why", "Wrong", "Right"]
        assert all(word in page.output for word in [code, *parts])
        assert ksf("explain", code).output == page.output


# Status 1


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_framework_with_errors_is_1(command: str, broken: Path) -> None:
    run = ksf(command, "--project", broken)
    assert run.status == 1
    assert run.output == ""
    assert run.problems[0].place == "framework/domain.yaml:1"
    assert run.summary == "1 error"
    assert ("Nothing was written" in run.errors) == (command == "build")
    assert not (broken / "build").exists()


# Status 2


@pytest.mark.parametrize(
    "arguments",
    [["--colour"], ["built"], ["build", "--onyl", "handbook"], ["build", "--only", "pictures"],
     ["check", "--project"], ["explain", "unknown-refrence"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage_is_2(arguments: list[str], small: Path) -> None:
    run = ksf(*arguments, folder=small)
    assert run.status == 2
    assert run.output == "" and run.errors.strip()


def test_unknown_rule_has_a_suggestion() -> None:
    assert "unknown-reference" in ksf("explain", "unknown-refrence").errors


@pytest.mark.parametrize("command", ["check", "build"])
def test_no_framework_folder_is_2(command: str, tmp_path: Path) -> None:
    for project in [tmp_path, tmp_path / "missing"]:
        run = ksf(command, "--project", project)
        assert run.status == 2
        assert "framework" in run.errors and str(project) in run.errors


# Status 3


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_file_that_cannot_be_read_is_3(command: str, small: Path) -> None:
    # A link to itself cannot be opened by anybody, not even by root.
    (small / "framework/round.yaml").symlink_to("round.yaml")
    run = ksf(command, "--project", small)
    assert run.status == 3
    assert "framework/round.yaml" in run.errors


def test_a_file_that_would_wait_for_ever_is_3(small: Path) -> None:
    os.mkfifo(small / "framework/pipe.yaml")
    run = ksf("check", "--project", small)
    assert run.status == 3
    assert "framework/pipe.yaml" in run.errors


def test_a_link_to_nothing_is_3(small: Path) -> None:
    (small / "framework/gone.yaml").symlink_to("/nowhere/at/all.yaml")
    run = ksf("check", "--project", small)
    assert run.status == 3
    assert "framework/gone.yaml" in run.errors


def run_limited(limit: Callable[[], None], *arguments: str | Path) -> subprocess.CompletedProcess:
    # Python ignores the signal of a file that grows too large; the compiler shall see the error.
    return subprocess.run(
        [BINARY, *arguments],
        preexec_fn=limit,
        restore_signals=False,
        capture_output=True,
        text=True,
        timeout=HANGING,
    )


def test_a_full_disk_is_3_and_leaves_the_last_output(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path / "project")
    assert ksf("build", "--project", project).status == 0
    before = tree(project / "build")
    framework = project / "framework/framework.yaml"
    framework.write_text(framework.read_text().replace("edition: 0.1.0", "edition: 0.2.0"))

    # No file may be larger, which the compiled framework is, and some pages are not.
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    run = run_limited(limit, "build", "--project", project)
    assert run.returncode == 3, run.stderr
    assert "cannot write" in run.stderr
    assert tree(project / "build") == before


def test_an_output_that_cannot_be_made_is_3(small: Path) -> None:
    run = ksf("build", "--project", small, "--output", "/proc/ksf/build")
    assert run.status == 3
    assert "/proc/ksf" in run.errors


# Colours


def errors_on_terminal(project: Path, environment: dict[str, str]) -> str:
    """What `ksf check` writes to a terminal."""
    ours, theirs = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [BINARY, "check", "--project", project],
        env={**base, "TERM": "xterm-256color", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        timeout=HANGING,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:
            break
        if not chunk:
            break
        written += chunk
    os.close(ours)
    return written.decode()


def test_a_terminal_gets_colours(broken: Path) -> None:
    assert "\x1b[1;31merror" in errors_on_terminal(broken, {})


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_colours_can_be_refused(environment: dict[str, str], broken: Path) -> None:
    written = errors_on_terminal(broken, environment)
    assert "unknown-file-kind" in written and "\x1b" not in written


def test_a_pipe_gets_no_colours(broken: Path) -> None:
    run = ksf("check", "--project", broken, environment={"TERM": "xterm-256color"})
    assert "unknown-file-kind" in run.errors and "\x1b" not in run.errors


def test_a_message_cannot_send_commands_to_the_terminal(small: Path) -> None:
    (small / "framework/domain.yaml").write_text('"\\e]0;x\\a\\e[2J": 1\n')
    (small / "framework/\x1b[31m.yaml").write_text("x: 1\n")
    run = ksf("check", "--project", small)
    assert run.status == 1
    assert "\x1b" not in run.errors and "\a" not in run.errors
