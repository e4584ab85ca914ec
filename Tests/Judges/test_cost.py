"""A change that makes the compiler slower fails here, with a figure.

Instructions are counted by Valgrind, which is not ours, and which no other load of the machine disturbs. What is recorded in
`costs.json` was counted for a framework of 200 statements that `Bench/generate.py` makes. After a change that is meant to
cost more, or that saves much: `RECORD_COSTS=1 make judges`, and say in the commit why.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from messy import crowded
from running import BINARY, REPOSITORY

RECORD = Path(__file__).with_name("costs.json")
STATEMENTS = 200

# More than a processor's own way of copying memory can make, and less than anybody would miss.
DEARER = 1.05

# So much less is recorded anew, or a later change could eat it up unseen.
CHEAPER = 0.85

COUNT = re.compile(r"Collected : (\d+)")


def generate(statements: int, folder: Path) -> Path:
    program = [sys.executable, REPOSITORY / "Bench/generate.py"]
    subprocess.run([*program, "--statements", str(statements), "--output", folder], check=True)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(STATEMENTS, tmp_path_factory.mktemp("measured"))


def instructions(project: Path, *command: str | Path, status: int = 0) -> int:
    """How many instructions a run takes, on all threads together."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", BINARY, *command,
         "--project", project],
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == status, run.stderr
    found = COUNT.search(run.stderr)
    assert found, run.stderr
    return int(found.group(1))


def judge(name: str, count: int) -> None:
    """Fails if a count is not as recorded, or records it."""
    recorded = json.loads(RECORD.read_text()) if RECORD.is_file() else {}
    if os.environ.get("RECORD_COSTS"):
        recorded[name] = count
        RECORD.write_text(json.dumps(recorded, indent=2) + "\n")
        return
    part = count / recorded[name]
    told = f"{name}: {count:,} instructions, {100 * (part - 1):+.1f} % of the recorded {recorded[name]:,}"
    assert part <= DEARER, told
    assert part >= CHEAPER, f"{told}; record it: RECORD_COSTS=1 make judges"


def test_a_check_takes_no_more_than_recorded(project: Path) -> None:
    judge("check", instructions(project, "check"))


def test_a_build_and_its_repetition_take_no_more_than_recorded(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    build = ["build", "--output", tmp_path / "output"]
    judge("build", instructions(project, *build))
    judge("build, nothing changed", instructions(project, *build))
    domain = project / "framework/domains/00001.yaml"
    text = domain.read_text(encoding="utf-8")
    lines = text.split("\n")
    lines[lines.index("        kind: knowledge") + 1] = "        text: test another thing than before"
    domain.write_text("\n".join(lines), encoding="utf-8")
    judge("build, one statement edited", instructions(project, *build))
    domain.write_text(text, encoding="utf-8")


def growth(count: Callable[[int], int], sizes: list[int]) -> tuple[float, float]:
    """What each thing adds to a count, and what it adds where there are twice as many of them.

    What all take together, however few there are, is in neither.
    """
    with ThreadPoolExecutor(2) as pool:
        large, middle, small = pool.map(count, sizes[::-1])
    return (middle - small) / (sizes[1] - sizes[0]), (large - middle) / (sizes[2] - sizes[1])


@pytest.mark.parametrize("command, sizes", [("check", [2000, 4000, 8000]), ("build", [1200, 2400, 4800])])
def test_a_statement_takes_no_more_where_there_are_more_of_them(tmp_path: Path, command: str, sizes: list[int]) -> None:
    """A check reads the lock as well."""

    def count(size: int) -> int:
        folder = generate(size, tmp_path / str(size))
        if command == "check":
            subprocess.run([BINARY, "lock", "--project", folder], check=True, capture_output=True)
        more = ["--no-cache", "--output", folder / "output"] if command == "build" else []
        return instructions(folder, command, *more)

    first, then = growth(count, sizes)
    told = f"{command}: {first:,.0f} instructions for a statement, and {then:,.0f} where there are twice as many"
    assert 0 < then <= 1.03 * first, told


@pytest.mark.parametrize("how", ["human", "json", "sarif", "github", "gitlab", "junit", "--fix --dry-run"])
def test_a_problem_takes_no_more_where_there_are_more_of_them(tmp_path: Path, how: str) -> None:
    """To find it and to tell it in a format, or to mend it."""
    is_mended = how.startswith("--")
    options = how.split() if is_mended else ["--format", how]

    def count(size: int) -> int:
        folder = crowded(tmp_path / str(size), size, mistake="phsae: year-1")
        return instructions(folder, "check", *options, status=not is_mended)

    first, then = growth(count, [100, 200, 400])
    told = f"{how}: {first:,.0f} instructions for a problem, and {then:,.0f} where there are twice as many"
    assert 0 < then <= 1.03 * first, told


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate(5000, tmp_path_factory.mktemp("large"))


def test_memory_grows_with_the_sources(large: Path, tmp_path: Path) -> None:
    size = sum(path.stat().st_size for path in large.rglob("*.yaml"))
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    build = [BINARY, "build", "--project", large, "--output", tmp_path / "output", "--no-cache"]
    run = subprocess.run([sys.executable, "-c", code, *build], capture_output=True, text=True, check=True)
    peak = int(run.stdout) * 1024
    assert size > 5_000_000
    assert peak <= 6 * size + (15 << 20), f"{peak / 2**20:.1f} MiB for {size / 2**20:.1f} MiB of sources"
