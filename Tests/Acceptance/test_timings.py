"""Where the time of a run went, and the line that tells a terminal how far a long run has come."""

import json
import os
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from running import BINARY, HANGING, REPOSITORY, SMALL_PROJECT, ksf, tree, write_project

ROW = re.compile(
    r"^(?P<name>\S.*?) +(?P<wall>\d+\.\d) ms +(?P<cpu>\d+\.\d) ms cpu"
    r"(?: +(?P<count>\d+) +(?P<rate>\d+) a second)?$"
)

# Each figure is rounded to a tenth of a millisecond.
ROUNDING = 0.05

# A build of so many takes far longer than it runs before it is stopped.
STATEMENTS = 4_000

# After so many seconds a run counts as long.
LONG = 1.0

PROGRESS = re.compile(r"[a-z][a-z ]+: (\d+) of (\d+) \((\d+) a second\)")


@dataclass(frozen=True)
class Row:
    name: str
    wall: float
    cpu: float
    count: int


def rows(errors: str) -> list[Row]:
    """The table, which is all that stands on standard error."""
    found = []
    for line in errors.splitlines():
        match = ROW.match(line)
        assert match, line
        found.append(
            Row(match["name"], float(match["wall"]), float(match["cpu"]), int(match["count"] or 0))
        )
    return found


def table(errors: str) -> str:
    """The part of standard error that is the table."""
    lines = errors.splitlines(keepends=True)
    return "".join(line for line in lines if ROW.match(line.rstrip("\n")))


def processor_time() -> float:
    """What all processes that were started here have used, in milliseconds. Other work of the machine is not in it."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1e3


def generate(folder: Path, statements: int) -> Path:
    program = [sys.executable, REPOSITORY / "Bench/generate.py", "--statements", str(statements)]
    subprocess.run([*program, "--output", folder], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("measured") / "project", 400)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(tmp_path_factory.mktemp("large") / "project", STATEMENTS)


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


# The table


@pytest.mark.parametrize("command", ["check", "build"])
def test_each_phase_has_its_times(command: str, large: Path, tmp_path: Path) -> None:
    arguments = ["--output", tmp_path / "out"] if command == "build" else []
    began, spent = time.monotonic(), processor_time()
    run = ksf(command, "--project", large, "--timings", *arguments)
    outside, spent = (time.monotonic() - began) * 1e3, processor_time() - spent
    assert run.status == 0
    *phases, whole = rows(run.errors)
    names = [phase.name for phase in phases]
    assert len(set(names)) == len(names) >= 4
    assert {"parsing files", "checking"} <= set(names)
    assert ("making outputs" in names) == (command == "build")
    assert whole.name == "all" and "all" not in names
    # The parts make up the whole, which is within what the process took, and not far below what its processors did.
    slack = ROUNDING * (len(phases) + 1)
    assert whole.wall == pytest.approx(sum(phase.wall for phase in phases), abs=slack)
    assert whole.cpu == pytest.approx(sum(phase.cpu for phase in phases), abs=slack)
    assert whole.wall <= outside + slack
    assert 0.2 * spent < whole.cpu <= spent + slack
    assert 0.2 * whole.cpu < whole.wall * (os.cpu_count() or 1)


def test_counts_are_those_of_the_run(project: Path, tmp_path: Path) -> None:
    run = ksf("build", "--project", project, "--timings", "--output", tmp_path / "out")
    counts = {row.name: row.count for row in rows(run.errors)}
    assert counts["parsing files"] == sum(1 for _ in project.rglob("*.yaml"))
    assert f" {counts['making outputs']} written" in run.output


def test_they_change_nothing_else(project: Path, tmp_path: Path) -> None:
    made = []
    for flags in [[], ["--timings"]]:
        out = tmp_path / f"out{len(made)}"
        runs = [
            ksf("build", "--project", project, "--output", out, *flags),
            ksf("check", "--project", project, *flags),
            ksf("check", "--project", project, "--format", "json", *flags),
        ]
        json.loads(runs[-1].output)
        # What is said on standard error comes first, and then the table.
        said = [run.errors.removesuffix(table(run.errors)) for run in runs]
        assert all(rows(table(run.errors)) for run in runs) == bool(flags)
        made.append(([run.output.replace(str(out), "out") for run in runs], said, tree(out)))
    assert made[0] == made[1]


@pytest.mark.parametrize("flags", [[], ["--format", "json"], ["--strict"]], ids=str)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_run_that_fails_has_them_behind_its_problems(
    command: str, flags: list[str], tmp_path: Path
) -> None:
    project = write_project(tmp_path, SMALL_PROJECT)
    (project / "framework/domain.yaml").write_text("domian: craft\n")
    plain, timed = (
        ksf(command, "--project", project, *flags, *more) for more in [[], ["--timings"]]
    )
    assert timed.status == plain.status == 1
    assert timed.output == plain.output
    assert timed.errors.startswith(plain.errors)
    assert {row.name for row in rows(timed.errors.removeprefix(plain.errors))} >= {
        "parsing files", "all"
    }  # fmt: skip


def test_a_build_that_does_nothing_says_so_and_repeats_no_table(
    project: Path, tmp_path: Path
) -> None:
    build = ["build", "--project", project, "--output", tmp_path / "out"]
    first = {row.name for row in rows(ksf(*build, "--timings").errors)}
    assert ksf(*build).errors == ""
    again = [row.name for row in rows(ksf(*build, "--timings").errors)]
    assert again[-1] == "all" and set(again) < first
    assert "making outputs" not in again and "parsing files" not in again


# The line of progress


@dataclass(frozen=True)
class Seen:
    """What one run wrote, by stream."""

    output: str
    errors: str
    status: int


def used_by(process: subprocess.Popen) -> float:
    """The seconds of processors that a process has used."""
    return time.clock_gettime(~process.pid << 3 | 2)  # As clock_getcpuclockid(3) puts it together.


def stopped(
    command: list[str | Path], after: float, *, on_terminal: bool, term: str = "xterm"
) -> Seen:
    """Runs a command until it has used so many seconds of a processor, lets it stand still, and returns what it wrote.

    So the run is long by the clock, however fast the machine is, and is stopped in the same part of its work.
    """
    ours, theirs = pty.openpty() if on_terminal else os.pipe()
    output, output_end = os.pipe()
    process = subprocess.Popen(
        command,
        env={**os.environ, "TERM": term, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=output_end,
        stderr=theirs,
    )
    os.close(theirs)
    os.close(output_end)
    while process.poll() is None and used_by(process) < after:
        time.sleep(0.001)
    process.send_signal(signal.SIGSTOP)
    time.sleep(LONG + 0.05)
    process.send_signal(signal.SIGCONT)
    texts = {ours: b"", output: b""}
    left = set(texts)
    while left:
        for stream in select.select(list(left), [], [])[0]:
            try:
                read = os.read(stream, 65536)
            except OSError:  # The other end of a terminal is closed.
                read = b""
            texts[stream] += read
            if not read:
                left.remove(stream)
                os.close(stream)
    errors = texts[ours].decode().replace("\r\n", "\n")
    return Seen(texts[output].decode(), errors, process.wait(HANGING))


def stopped_inside(
    command: list[str | Path], folder: Path, *, on_terminal: bool = True, term: str = "xterm"
) -> Seen:
    """The same, stopped after it has begun and before it has ended.

    On a machine with much else to do, a stop may come too late.
    """
    seen = None
    for after in [0.01, 0.02, 0.04, 0.08, 0.16] * 4:
        shutil.rmtree(folder, ignore_errors=True)
        seen = stopped(command, after, on_terminal=on_terminal, term=term)
        if "\r" in seen.errors:
            break
    assert seen
    return seen


def screen(written: str) -> list[str]:
    """The lines that a terminal shows in the end."""
    lines = []
    for line in written.split("\n"):
        shown: list[str] = []
        column = 0
        for character in line:
            if character == "\r":
                column = 0
                continue
            shown[column : column + 1] = character
            column += 1
        lines.append("".join(shown).rstrip())
    return lines


def build(project: Path, folder: Path) -> list[str | Path]:
    return [BINARY, "build", "--no-cache", "--project", project, "--output", folder]


def test_a_long_run_tells_a_terminal_how_far_it_is_and_takes_that_away(
    large: Path, tmp_path: Path
) -> None:
    seen = stopped_inside(build(large, tmp_path / "out"), tmp_path / "out")
    assert seen.status == 0
    told = [text for text in seen.errors.split("\r") if text.strip()]
    assert told, "no line of progress"
    counted = [PROGRESS.fullmatch(text.strip()) for text in told]
    assert any(counted), told
    for match in filter(None, counted):
        done, total, rate = map(int, match.groups())
        assert 0 < done <= total and rate >= 0
    assert max(map(len, told)) < 80
    assert screen(seen.errors) == [""], "something of it stays"
    # Standard output is what it always is.
    plain = ksf(*build(large, tmp_path / "plain")[1:])
    assert seen.output == plain.output.replace(str(tmp_path / "plain"), str(tmp_path / "out"))


def test_problems_are_not_mixed_with_the_line(large: Path, tmp_path: Path) -> None:
    project = shutil.copytree(large, tmp_path / "project")
    with (project / "framework/domains/00003.yaml").open("a") as domain:
        domain.write("sumary: too late\n")
    seen = stopped_inside(build(project, tmp_path / "out"), tmp_path / "out")
    assert seen.status == 1 and seen.output == ""
    assert "\r" in seen.errors
    plain = ksf(*build(project, tmp_path / "out")[1:], environment={"NO_COLOR": "1"})
    assert screen(seen.errors) == screen(plain.errors)


@pytest.mark.parametrize("where", [{"on_terminal": False}, {"term": "dumb"}], ids=str)
def test_nobody_else_is_told(where: dict, large: Path, tmp_path: Path) -> None:
    command = build(large, tmp_path / "out")
    seen = stopped(command, 0.05, **{"on_terminal": True, **where})
    assert seen.status == 0
    assert seen.errors == ""


def test_a_short_run_tells_nothing(tmp_path: Path) -> None:
    project = write_project(tmp_path / "small", SMALL_PROJECT)
    command = build(project, tmp_path / "out")

    def said() -> bytes:
        ours, theirs = pty.openpty()
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"})
        os.write(theirs, b"end\n")
        os.close(theirs)
        assert run.returncode == 0
        text = os.read(ours, 65536)
        os.close(ours)
        return text

    # A machine with much else to do may make a run long, but not each of so many.
    assert any(said() == b"end\r\n" for _ in range(100))
