"""Whoever does what a message says, to the letter, is led to a framework that passes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from running import copy_shipped_project, ksf
from test_mutations import MUTATIONS

from mutations.mutation import Mutation

Diagnostic = dict[str, Any]

ROUNDS = 3

# The rules whose messages leave the choice to their reader, since only a person knows what was meant.
CHOICES = {
    "conflict-marks", "duplicate-fact", "duplicate-id", "empty-file", "empty-value", "image-in-text",
    "invalid-id", "key-in-text", "key-is-not-text", "list-on-key-line", "low-contrast", "missing-key",
    "missing-logo", "not-one-paragraph", "not-readable-text", "prerequisite-cycle", "repeated-key",
    "review-after-end", "several-documents", "text-after-quote", "too-deep", "unclosed-bracket",
    "unknown-file-kind", "unknown-key", "unknown-reference", "unsafe-link", "wrong-kind-of-reference",
    "wrong-shape", "wrong-value", "yaml-alias", "yaml-directive",
}  # fmt: skip

# A statement that is withdrawn in the right word shows what else belongs to that: why, and what still needs it.
UNVEILS = {"status of a statement: Withdrawn", "status of a statement: deleted"}

# What a message says before the lines to be typed, and behind them.
LEADS = ("or use \" around it.\n", "or use ' around it.\n", "Write:\n", "write:\n", "indent it further than its key:\n", "spaces:\n", "1 space:\n", "the whole list with dashes:\n")
ENDS = ("If the brackets are a list", "If it starts something new", "If it belongs to the text", "and so on, to the last", "If it goes on")


def errors_of(project: Path) -> list[Diagnostic]:
    run = ksf("check", "--format", "json", "--project", project)
    assert not run.has_crashed, run.errors
    found: list[Diagnostic] = json.loads(run.output)["diagnostics"]
    return [diagnostic for diagnostic in found if diagnostic["severity"] == "error"]


def shown_lines(diagnostic: Diagnostic) -> list[str]:
    """The lines that the message tells its reader to type, as they should stand in the file."""
    text = diagnostic["help"]
    leads = [(text.find(lead), lead) for lead in LEADS if lead in text]
    if leads:
        place, lead = min(leads)
        typed = text[place + len(lead) :].split("\n")
        ends = [number for number, line in enumerate(typed) if line.startswith(ENDS)]
        return typed[: ends[0]] if ends else typed
    return []


def shown_value(diagnostic: Diagnostic, line: str) -> str | None:
    """The line with a key and value that the message shows behind other words, such as "in brackets: after: [A-1]"."""
    found = re.search(r"(?:brackets|colon): (([a-z-]+): .*)$", diagnostic["help"])
    key = found and re.search(rf"(^|[ {{])({re.escape(found[2])}:)( .*)?$", line)
    return line[: key.start(2)] + found[1] if found and key else None


def edited(source: bytes, fix: dict[str, Any]) -> bytes:
    for edit in sorted(fix["edits"], key=lambda edit: -edit["place"]["start"]["offset"]):
        start, end = (edit["place"][side]["offset"] for side in ("start", "end"))
        source = source[:start] + edit["replacement"].encode() + source[end:]
    return source


def retyped(source: bytes, diagnostic: Diagnostic, typed: list[str]) -> bytes:
    """The file with these lines in the place of those that the message is about."""
    lines = source.splitlines(keepends=True)
    start = end = diagnostic["place"]["start"]["line"] - 1
    if diagnostic["name"] == "misplaced-lines" and "is missing above" not in diagnostic["message"]:
        end = start + len(typed) - 1
    elif "further than its key" in diagnostic["help"] and len(typed) == 2:
        start -= 1
    elif diagnostic["name"] == "item-below-list":
        start = diagnostic["notes"][0]["place"]["start"]["line"] - 1
    ending = lines[start][len(lines[start].rstrip(b"\r\n")) :] or b"\n"
    return b"".join(lines[:start] + [line.encode() + ending for line in typed] + lines[end + 1 :])


# What a message names to be typed in the place of what it marks.
NAMED = (
    ("label", r"did you mean `([^`]+)`"),
    ("help", r"^It can be `([^`]+)`"),
    ("help", r"^Its facts are (\d+)"),
    ("message", r"such as ([\w./:-]*\w)"),
    ("message", r"should be one of ([\w-]+)"),
    ("message", r"whole number from (\d+)"),
    ("message", r"web address that starts with (https://)"),
    ("help", r"letters before it or behind it, such as `([^`]+)`"),
    ("help", r"put it in quotes: (\"[^\"]+\")$"),
)

# What a message says to do with what it marks, and how that is done.
DEEDS = {
    "Take it out.": lambda written: "",
    "Otherwise take `": lambda written: "",
    "Write it twice": lambda written: written.replace("\\", "\\\\", 1),
    "\\ before a # that is meant": lambda written: "\\" + written,
    "To show the sign < itself, write": lambda written: "\\" + written,
    "Delete it. If this is text": lambda written: "",
}


def named(diagnostic: Diagnostic) -> str | None:
    for field, pattern in NAMED:
        if found := re.search(pattern, diagnostic[field]):
            return found[1] + ("example.org" if found[1] == "https://" else "")
    return None


def example_lines(diagnostic: Diagnostic, lines: list[str]) -> list[str]:
    """The keys that a message shows as an example, in the column of the keys of the marked thing."""
    found = re.search(r"[Ff]or example:\n(.*)$", diagnostic["help"], re.S)
    if diagnostic["name"] != "missing-key" or not found or "take the dash away" in diagnostic["help"]:
        return []
    line = lines[diagnostic["place"]["start"]["line"] - 1]
    column = len(line) - len(line.lstrip(" -"))
    return [" " * column + example for example in found[1].split("\n")]


def marked(source: bytes, diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic["place"]["start"]["offset"], diagnostic["place"]["end"]["offset"]


def follow(project: Path, diagnostic: Diagnostic) -> bool:
    """Does what one message says: its fix, or the lines that it shows. False if it leaves the choice to its reader."""
    if "place" not in diagnostic or not diagnostic["place"]["file"].startswith(("framework/", "seeds/")):
        return False
    file = project / diagnostic["place"]["file"]
    if diagnostic["fixes"]:
        file.write_bytes(edited(file.read_bytes(), diagnostic["fixes"][0]))
        return True
    if typed := shown_lines(diagnostic):
        file.write_bytes(retyped(file.read_bytes(), diagnostic, typed))
        return True
    line = file.read_text(errors="replace").split("\n")[diagnostic["place"]["start"]["line"] - 1]
    if value := shown_value(diagnostic, line):
        file.write_bytes(retyped(file.read_bytes(), diagnostic, [value]))
        return True
    if diagnostic["help"] == "Delete this line.":
        file.write_bytes(retyped(file.read_bytes(), diagnostic, []))
        return True
    source = file.read_bytes()
    start, end = marked(source, diagnostic)
    if lines := example_lines(diagnostic, source.decode(errors="replace").split("\n")):
        behind = source.find(b"\n", start) + 1 or len(source)
        file.write_bytes(source[:behind] + "".join(line + "\n" for line in lines).encode() + source[behind:])
        return True
    if name := named(diagnostic):
        file.write_bytes(source[:start] + name.encode() + source[end:])
        return True
    for deed, written in DEEDS.items():
        if deed in diagnostic["help"] and end > start:
            file.write_bytes(source[:start] + written(source[start:end].decode()).encode() + source[end:])
            return True
    return False


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_following_the_messages_leads_out(mutation: Mutation, tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    file = project / mutation.file
    file.write_bytes(mutation.apply(file.read_bytes())[0])
    errors = errors_of(project)
    assert errors
    for _ in range(ROUNDS):
        if not follow(project, errors[0]):
            assert errors[0]["name"] in CHOICES, errors[0]
            return
        before, errors = errors, errors_of(project)
        if mutation.name in UNVEILS:
            return
        assert len(errors) <= len(before), (before, errors)
        if not errors:
            return
    raise AssertionError(f"still wrong after {ROUNDS} rounds: {errors}")
