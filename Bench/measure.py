"""Runs a command several times and tells what it cost."""

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LONGEST = 40.0
"""After so many seconds a command is not run again."""


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


def once(command: Sequence[str | Path], folder: Path | None) -> tuple[float, float, float]:
    """The wall time, CPU time and peak memory of one run."""
    environment = {**os.environ, "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, errors = (None, process.stderr.read() if process.stderr else b"")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}: {errors.decode()[-2000:]}")
    return wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024


def measure(
    command: Sequence[str | Path],
    runs: int,
    before: Callable[[], object] = lambda: None,
    folder: Path | None = None,
) -> Cost:
    """The median cost of a command. `before` is done before each run, and is not measured."""
    results = []
    started = time.perf_counter()
    while len(results) < runs and (not results or time.perf_counter() - started < LONGEST):
        before()
        results.append(once(command, folder))
    wall, cpu, peak = (statistics.median(column) for column in zip(*results, strict=True))
    return Cost(wall, cpu, peak, len(results))


def size(folder: Path) -> tuple[int, int]:
    """How many files there are below a folder, and how many bytes they have."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
