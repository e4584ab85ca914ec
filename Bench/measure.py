"""Runs a command several times and tells what it cost."""

import os
import re
import shutil
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MOST_RUNS = 100

PHASE = re.compile(r"^(\S.*?) +(\d+\.\d) ms +(\d+\.\d) ms cpu", re.MULTILINE)


@dataclass(frozen=True)
class Cost:
    """Medians of several runs of one command, as a whole process."""

    wall: float
    """Milliseconds by the clock."""

    cpu: float
    """Milliseconds of all cores, in the program and in the system."""

    peak: float
    """MiB of memory at most."""

    runs: int

    phases: dict[str, float] = field(default_factory=dict)
    """Milliseconds of all cores for each phase that ksf names with `--timings`."""

    written: int | None = None
    """Bytes of the files that the last run wrote, if somebody counted them."""


@dataclass(frozen=True)
class Run:
    wall: float
    cpu: float
    peak: float
    phases: dict[str, float]


def once(command: Sequence[str | Path], scratch: Path) -> Run:
    """What one run costs. Standard error goes through a file in `scratch`, since somebody has to read a pipe."""
    errors = scratch / "errors.txt"
    words = [str(part) for part in command]
    files = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, str(errors), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
    ]
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = os.posix_spawn(words[0], words, environment, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    told = errors.read_text(errors="replace")
    if status != 0:
        raise RuntimeError(f"{words} ended with {os.waitstatus_to_exitcode(status)}: {told[-2000:]}")
    phases = {name: float(cpu) for name, _, cpu in PHASE.findall(told) if name != "all"}
    return Run(wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024, phases)


def measure(
    command: Sequence[str | Path],
    seconds: float,
    scratch: Path,
    before: Callable[[], object] = lambda: None,
) -> Cost:
    """The median cost of a command that is run at least once, and again until so many seconds are over.

    `before` is done before each run, and is not measured.
    """
    runs: list[Run] = []
    started = time.perf_counter()
    while not runs or (len(runs) < MOST_RUNS and time.perf_counter() - started < seconds):
        before()
        runs.append(once(command, scratch))
    return Cost(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        peak=statistics.median(run.peak for run in runs),
        runs=len(runs),
        phases={name: statistics.median(run.phases.get(name, 0.0) for run in runs) for name in runs[0].phases},
    )


def size(folder: Path, since: float = 0) -> tuple[int, int]:
    """How many files below a folder were written since a moment of the clock, and how many bytes they have."""
    count = total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            status = os.stat(os.path.join(parent, name))
            if status.st_mtime >= since:
                count += 1
                total += status.st_size
    return count, total


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def free_memory(folder: Path) -> int:
    """How many bytes can still be written to a folder that may be in memory."""
    available = re.search(r"MemAvailable: +(\d+) kB", Path("/proc/meminfo").read_text())
    return min(shutil.disk_usage(folder).free, int(available.group(1)) * 1024 if available else 2**62)
