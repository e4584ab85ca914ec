"""A small framework with a history: its files, edits of them, and a repository to commit them to."""

import os
import subprocess
from pathlib import Path

from running import Run, ksf, write_project

FRAMEWORK = "framework/framework.yaml"
WOOD = "framework/wood.yaml"
PROCESS = "framework/process.yaml"
RECORD = "framework/record.yaml"

FILES = {
    FRAMEWORK: """\
framework: craft
title: Making things
edition: 1.0.0
language: en-GB
status: published
kinds:
  - {id: knowledge, title: Knowledge, stem: Know that}
  - {id: skill, title: Skill, stem: Know how to}
phases:
  - {id: first, title: First year, months: 12, requirement: mandatory}
  - {id: second, title: Second year, months: 12, requirement: mandatory}
  - {id: later, title: Later years, months: 36, requirement: optional}
roles:
  - {id: maker, title: Maker}
  - {id: judge, title: Judge, not-also: [maker]}
evidence:
  - {id: piece, title: Piece of work, completed-by: maker}
  - {id: visit, title: Visit, completed-by: judge}
rules:
  - {rule: unused-entry, severity: off, because: Some comes later.}
""",
    WOOD: """\
domain: wood
title: Wood
outcomes:
  - id: W-1
    title: Chooses wood
    statements:
      - id: W-1.1
        kind: knowledge
        text: green wood shrinks as it dries in a shed
        phase: first
      - id: W-1.2
        kind: skill
        text: choose a board for a table by its grain
        phase: second
        relies-on: [W-1.1]
        evidence: {any-of: [piece, visit], at-least: 2, observers: 2}
      - id: W-1.3
        kind: skill
        text: stack boards so that air reaches all of them
        phase: first
  - id: W-2
    title: Joins wood
    statements:
      - id: W-2.1
        kind: skill
        text: cut a joint that holds without any glue
        phase: first
""",
    PROCESS: """\
reviews:
  - {id: half, title: Half-way, month: 6, attends: [maker, judge], covers: [first]}
""",
    RECORD: """\
record: look
title: A look at the work
completed-by: judge
reviews: [half]
fields:
  - {name: day, title: Day, type: date, required: yes}
  - {name: rating, title: Rating, type: choice, choices: [good, poor]}
  - {name: codes, title: Codes, type: statements}
""",
}


def craft(folder: Path) -> Path:
    return write_project(folder, FILES)


def edit(project: Path, file: str, old: str, new: str) -> None:
    """Puts a text in the place of another, which has to be there once."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def set_edition(project: Path, edition: str) -> None:
    path = project / FRAMEWORK
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(f"edition: {edition}\n" if line.startswith("edition:") else line for line in lines), encoding="utf-8"
    )


def git(folder: Path, *arguments: str | Path, fails: bool = False) -> str:
    """Runs git without anybody's own settings."""
    quiet = {
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip
    run = subprocess.run(
        ["git", "-C", folder, *arguments], capture_output=True, text=True, env={**os.environ, **quiet}
    )
    assert fails or run.returncode == 0, run.stdout + run.stderr
    return run.stdout.strip()


def commit(folder: Path, message: str = "Change something") -> str:
    """Commits all there is, and returns the commit's name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def repository(folder: Path) -> Path:
    """A repository with the framework in it, committed."""
    craft(folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "Begin")
    return folder


def good(*arguments: str | Path, project: Path) -> Run:
    """Runs `ksf` over a project, which has to go well."""
    run = ksf(*arguments, "--project", project)
    assert run.status == 0, run.output + run.errors
    return run
