"""Targets know only whom the package names, and nothing imports Foundation."""

import re

import pytest

from running import REPOSITORY

TARGET = re.compile(r'target\(\s*"(\w+)"(?:,\s*knows:\s*\[(.*?)\])?', re.S)
SYSTEM = {"ArgumentParser", "Glibc", "Synchronization"}

MANIFEST = (REPOSITORY / "Package.swift").read_text()
TARGETS = {name: set(re.findall(r'"(\w+)"', known or "")) for name, known in TARGET.findall(MANIFEST)}


def imports(target: str) -> set[str]:
    sources = (REPOSITORY / "Sources" / target).rglob("*.swift")
    return {
        name
        for source in sources
        for name in re.findall(r"^(?:\w+ )?import (\w+)", source.read_text(), re.M)
    }


def test_every_target_is_in_the_package() -> None:
    folders = {path.name for path in (REPOSITORY / "Sources").iterdir() if path.is_dir()}
    in_c = {"CLibYAML", "CCommonMark", "CNettle", "CZlib", "CMalloc", "CTemplates"}
    assert folders == set(TARGETS) | in_c | {"ksf"}


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_imports_what_it_declares(target: str) -> None:
    # An import that is not declared builds by luck, and breaks when what it names has changed.
    assert imports(target) - SYSTEM == TARGETS[target] - SYSTEM


@pytest.mark.parametrize("target", sorted(TARGETS.keys() - {"Compilation", "CommandLine"}))
def test_a_target_knows_no_more_than_ten_others(target: str) -> None:
    # Compilation puts the phases together, and CommandLine the commands.
    assert len(TARGETS[target] & TARGETS.keys()) <= 10


def test_the_architecture_names_every_target() -> None:
    text = (REPOSITORY / "ARCHITECTURE.md").read_text()
    assert not [target for target in TARGETS if f"`{target}`" not in text]


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_target_does_without_foundation(target: str) -> None:
    assert not imports(target) & {"Foundation", "FoundationEssentials"}


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


def test_each_target_has_unit_tests() -> None:
    """A target of C has no code of its own, and `ksf` has one line."""
    targets = {path.name for path in (REPOSITORY / "Sources").iterdir() if any(path.rglob("*.swift"))} - {"ksf"}
    tested = {path.name.removesuffix("Tests") for path in (REPOSITORY / "Tests").glob("*Tests") if any(path.rglob("*.swift"))}
    assert not targets - tested
