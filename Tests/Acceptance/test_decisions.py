"""The pages of `docs/decisions/` are whole, and they and ARCHITECTURE.md name nothing that is gone."""

import re
from pathlib import Path

import pytest
from running import REPOSITORY

FOLDER = REPOSITORY / "docs/decisions"
PAGES = sorted(FOLDER.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Figure", "Passed over"]
ARCHITECTURE = REPOSITORY / "ARCHITECTURE.md"

# `Parser.swift`, `test_cost.py`, `Tests/editing.py`.
NAMED_FILE = re.compile(r"`([\w/+-]+\.(?:swift|py|json))`")

# `SuggestionTests`, which is a file as well.
NAMED_TESTS = re.compile(r"`(\w+Tests)`")

# `test_a_damaged_map`.
NAMED_TEST = re.compile(r"`(test_\w+)`")

# What a build writes, and no file of the repository.
OUTPUTS = {"framework.json", "manifest.json"}


@pytest.fixture(scope="module")
def sources() -> list[str]:
    """The paths of all files of ours."""
    folders = ["Sources", "Tests", "Bench", "Packaging", "docs"]
    return ["Package.swift"] + [
        path.relative_to(REPOSITORY).as_posix()
        for folder in folders
        for path in (REPOSITORY / folder).rglob("*")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_whole(page: Path) -> None:
    text = page.read_text()
    assert re.match(rf"# {page.name[:3]}\. .+\n\n20\d\d-\d\d-\d\d\n\n", text), "number, title, date"
    assert re.findall(r"^\*\*(.+?)\.\*\*", text, re.M) == PARTS
    assert len(text.splitlines()) <= 35


def test_the_index_names_each_page_by_its_title() -> None:
    index = (FOLDER / "README.md").read_text()
    listed = re.findall(r"^- \[(\d{3})\]\((.+?)\) (.+)$", index, re.M)
    titles = [page.read_text().splitlines()[0].removeprefix(f"# {page.name[:3]}. ") for page in PAGES]
    assert sorted(listed) == [
        (page.name[:3], page.name, title) for page, title in zip(PAGES, titles, strict=True)
    ]


def test_no_two_pages_have_one_number() -> None:
    assert len({page.name[:3] for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", [*PAGES, ARCHITECTURE], ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path, sources: list[str]) -> None:
    text = page.read_text()
    names = set(NAMED_FILE.findall(text)) - OUTPUTS
    names |= {name + ".swift" for name in NAMED_TESTS.findall(text)}
    ends = {"/" + path for path in sources}
    folders = {path.split("/")[1] for path in sources if path.startswith("Tests/")}
    gone = {
        name
        for name in names
        if not any(path.endswith("/" + name) for path in ends)
        and name.removesuffix(".swift") not in folders
    }
    assert not gone
    tests = "\n".join((REPOSITORY / path).read_text() for path in sources if path.endswith(".py"))
    for name in NAMED_TEST.findall(text):
        assert f"def {name}(" in tests, name


@pytest.mark.parametrize("page", [*PAGES, ARCHITECTURE], ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / link).exists(), link


def test_the_architecture_stays_short() -> None:
    assert len(ARCHITECTURE.read_bytes()) < 10_000
