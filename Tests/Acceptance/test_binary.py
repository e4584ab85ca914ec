"""What is in the release program, and what is not."""

from pathlib import Path

import pytest
from running import BINARY, REPOSITORY

OBJECTS = sorted(BINARY.parent.glob("*.build/*.o"))
TARGETS = {path.name for path in (REPOSITORY / "Sources").iterdir()}

# As a symbol of the module begins, whoever refers to it.
REGULAR_EXPRESSIONS = b"$s17_StringProcessing"
FOUNDATION = b"$s20FoundationEssentials"


def refer_to(symbols: bytes) -> set[str]:
    """The targets whose objects refer to a module."""
    return {path.parent.stem for path in OBJECTS if symbols in path.read_bytes()}


def test_the_objects_are_beside_the_program() -> None:
    assert {"Output", "CommandLine", "ksf"} <= {path.parent.stem for path in OBJECTS}


def test_nothing_of_ours_links_regular_expressions() -> None:
    assert not refer_to(REGULAR_EXPRESSIONS)


def test_foundation_comes_with_the_argument_parser_alone() -> None:
    assert refer_to(FOUNDATION) <= {"ArgumentParser"}
    assert "ArgumentParser" not in TARGETS


@pytest.mark.parametrize("section", [".symtab", ".debug_info"])
def test_the_program_is_stripped(section: str) -> None:
    names = BINARY.read_bytes()[-20_000:]
    assert b".swift1" in names or b".text\0" in names, "the names of sections stand at the end"
    assert section.encode() + b"\0" not in names
