"""The rooms of the house know only whom the package names, and nothing imports Foundation."""

import re

import pytest

from running import REPOSITORY

ROOM = re.compile(r'room\(\s*"(\w+)"(?:,\s*knows:\s*\[(.*?)\])?', re.S)
SYSTEM = {"ArgumentParser", "Glibc", "Synchronization"}

MANIFEST = (REPOSITORY / "Package.swift").read_text()
ROOMS = {name: set(re.findall(r'"(\w+)"', known or "")) for name, known in ROOM.findall(MANIFEST)}


def imports(room: str) -> set[str]:
    sources = (REPOSITORY / "Sources" / room).rglob("*.swift")
    return {
        name
        for source in sources
        for name in re.findall(r"^(?:\w+ )?import (\w+)", source.read_text(), re.M)
    }


def test_every_room_is_in_the_package() -> None:
    folders = {path.name for path in (REPOSITORY / "Sources").iterdir() if path.is_dir()}
    in_c = {"CLibYAML", "CCommonMark", "CNettle", "CZlib", "CMalloc", "CTemplates"}
    assert folders == set(ROOMS) | in_c | {"ksf"}


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_what_it_declares(room: str) -> None:
    # An import that is not declared builds by luck, and breaks when what it names has changed.
    assert imports(room) - SYSTEM == ROOMS[room] - SYSTEM


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_does_without_foundation(room: str) -> None:
    assert not imports(room) & {"Foundation", "FoundationEssentials"}


def test_nothing_is_public() -> None:
    for source in (REPOSITORY / "Sources").rglob("*.swift"):
        assert not re.search(r"^\s*(public|open) ", source.read_text(), re.M), source


def test_only_checking_makes_a_framework() -> None:
    makers = {
        source.relative_to(REPOSITORY / "Sources").as_posix()
        for source in (REPOSITORY / "Sources").rglob("*.swift")
        if re.search(r"\bFramework\(", source.read_text())
    }
    assert makers == {"Analysis/Checking/Check.swift"}
