"""What an author may write, although some tools trip over it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from running import SMALL_PROJECT, copy_shipped_project, ksf, write_project

FERGUSON = "seeds/research/ferguson-2017.yaml"


def not_indented(block: re.Match[bytes]) -> bytes:
    return re.sub(rb"(?m)^  ", b"", block.group())


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "a byte order mark": lambda old: b"\xef\xbb\xbf" + old,
    "line ends of Windows": lambda old: old.replace(b"\n", b"\r\n"),
    "no end of the last line": lambda old: old.rstrip(b"\n"),
    "empty lines at the end": lambda old: old + b"\n\n\n",
    "spaces at the end of lines": lambda old: old.replace(b"\n", b"  \n"),
    "a tab after a colon": lambda old: old.replace(b"kind: research", b"kind:\tresearch"),
    "comments everywhere": lambda old: b"# one\n" + old.replace(b"\nfacts", b"\n\n   # two\nfacts"),
    "one line of dashes at the start": lambda old: b"---\n" + old,
    "quotes around everything": lambda old: old.replace(b"kind: research", b'"kind": "research"'),
    "a list that is not indented": lambda old: re.sub(rb"(?s)(?<=facts:\n).*", not_indented, old),
    "a text in other letters": lambda old: old.replace(
        b"In most", "Gwaith \u2014 \u05e2\u05d1\u05d5\u05d3\u05d4 \u793e \U0001f9d1 in most".encode()
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_is_accepted(name: str, tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    file = project / FERGUSON
    old = file.read_bytes()
    new = CHANGES[name](old)
    assert new != old
    file.write_bytes(new)
    run = ksf("check", "--strict", "--project", project)
    assert run.status == 0, run.errors


def test_the_shorter_ending_is_read_too(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    (project / FERGUSON).rename(project / FERGUSON.replace(".yaml", ".yml"))
    assert ksf("check", "--strict", "--project", project).status == 0


def test_hidden_and_other_files_are_passed_over(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    for name in [".hidden.yaml", "README.md", "relationships.yaml~", ".git/x.yaml"]:
        (project / "framework" / name).parent.mkdir(exist_ok=True)
        (project / "framework" / name).write_bytes(b"\x00")
    assert ksf("check", "--strict", "--project", project).status == 0


@pytest.mark.parametrize("title", ["no", "1.10", "~", "null", "2026-09-01", "0x1F", "yes", "1e3"])
def test_the_field_decides_the_type(title: str, tmp_path: Path) -> None:
    project = write_project(tmp_path, SMALL_PROJECT)
    file = project / "framework/framework.yaml"
    file.write_text(file.read_text().replace("title: A small framework", f"title: {title}"))
    run = ksf("build", "--project", project)
    assert run.status == 0, run.errors
    assert json.loads((project / "build/framework.json").read_text())["title"] == title
