"""Runs the compiler as a person would, and reads what it says."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
BINARY = Path(os.environ.get("KSF", REPOSITORY / ".build/release/ksf")).resolve()

# In seconds. It ends a run that hangs, and says nothing about speed.
HANGING = 600

# Attacks are few in `make test`. KSF_ATTACKS=all makes as many as were once found worth it, in about an hour.
ALL_ATTACKS = os.environ.get("KSF_ATTACKS") == "all"


def attacks(few: int, many: int) -> int:
    """How many rounds of an attack to run."""
    return many if ALL_ATTACKS else few


HEADER = re.compile(r"^(error|warning)\[(KSF\d{4}) ([a-z-]+)\]: (.*)$")
PLACE = re.compile(r"^  --> (.+):(\d+):(\d+)$")
SUMMARY = re.compile(r"^(?=\d)(?:(\d+) errors?)?(?: and )?(?:(\d+) warnings?)?(?: in \d+ files)?$")


@dataclass(frozen=True)
class Problem:
    """One error or warning, as it stands on standard error."""

    severity: str
    rule: str
    message: str
    file: str | None
    line: int | None
    column: int | None

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Run:
    """How a run of the compiler ended and what it said."""

    status: int
    output: str
    errors: str

    @property
    def problems(self) -> list[Problem]:
        lines = self.errors.splitlines()
        found = []
        for line, following in zip(lines, lines[1:] + [""]):
            if header := HEADER.match(line):
                severity, _, rule, message = header.groups()
                found.append(Problem(severity, rule, message, *place(following)))
        return found

    @property
    def summary(self) -> str:
        """The line that counts; a build says below it that nothing was written."""
        return next((line for line in reversed(self.errors.splitlines()) if SUMMARY.match(line)), "")

    @property
    def counted_errors(self) -> int:
        """The number of errors that the summary line tells."""
        match = SUMMARY.match(self.summary)
        return int(match.group(1) or 0) if match else 0

    @property
    def repeated(self) -> int:
        """How many problems are told by their places alone, since they say what another one says."""
        return sum(int(count) for count in re.findall(r"^  note: the same is at (\d+) more places:$", self.errors, re.M))

    @property
    def has_crashed(self) -> bool:
        return self.status < 0 or self.status > 3 or "Fatal error" in self.errors


def place(line: str) -> tuple[str | None, int | None, int | None]:
    match = PLACE.match(line)
    return (match.group(1), int(match.group(2)), int(match.group(3))) if match else (None,) * 3


def ksf(
    *arguments: str | Path,
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> Run:
    """Runs `ksf` with no terminal and no input."""
    finished = subprocess.run(
        [BINARY, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=HANGING,
    )
    return Run(
        finished.returncode,
        finished.stdout.decode("utf-8", "replace"),
        finished.stderr.decode("utf-8", "replace"),
    )


def copy_shipped_project(folder: Path, *, with_history: bool = False) -> Path:
    """A copy of the shipped framework and its sources, to be changed at will.

    Without its history, that is its lock and recorded editions, nothing that a test does to an id is held against what
    was published.
    """
    for name in ["framework", "seeds"]:
        shutil.copytree(REPOSITORY / name, folder / name)
    if not with_history:
        (folder / "framework/framework.lock").unlink(missing_ok=True)
        return folder
    for name in ["editions", "migrations"]:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def write_project(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, for comparing whole trees."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


FIXTURE_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">'
    '<circle cx="20" cy="20" r="20"/></svg>'
)


def fixture_files(name: str) -> dict[str, str]:
    """The files of a fixture of the Swift tests, each of which starts with a line `-- path --`, and the logo that one names."""
    found = {"templates/handbook/assets/logo.svg": FIXTURE_LOGO}
    path = ""
    text = (REPOSITORY / f"Tests/AnalysisTests/Fixtures/{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines(keepends=True):
        if line.startswith("-- ") and line.rstrip().endswith(" --"):
            path = line.strip()[3:-3]
            found[path] = ""
        elif not re.match(r"#.*(error|warning)\[", line):
            found[path] += line
    return found


SMALL_PROJECT = {
    "framework/framework.yaml": """\
framework: small
title: A small framework
edition: 1.0.0
language: en
""",
    "framework/domain.yaml": """\
domain: craft
title: Craft
outcomes:
  - id: C-1
    title: Makes things that last
    statements:
      - id: C-1.1
        text: good tools are looked after
""",
}
