"""The generated pages in docs/ are those that the program would generate now."""

import re
from pathlib import Path

import pytest

from running import REPOSITORY, ksf


@pytest.mark.parametrize("page", ["changes", "language", "rules", "templates"])
def test_page_is_current(page: str) -> None:
    result = ksf("docs", page)
    assert result.status == 0
    written = Path(REPOSITORY / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert result.output == written, "run `make docs`"


# The words of messages and pages that begin with a vowel, as they are spoken.
VOWELS = (
    "outcome|evidence|edition|id|item|alignment|example|event|entry|error|employer|address|element|aspect|asset|image|"
    "expert|assessor|area|aim|other|unknown|old|own|earlier|editor|empty|equals|escape|ending|index|outline|order|output|"
    "input|object|array|author|issue|answer|edit|attribute|abbreviation|anchor|alias|apostrophe|arrow|archive|early"
)


@pytest.mark.parametrize("folder", ["docs", "Tests/AnalysisTests/Snapshots", "Tests/TemplatesTests", "Sources"])
def test_no_article_is_wrong(folder: str) -> None:
    """No page and no message says "a outcome"."""
    wrong = re.compile(rf"(?<![\w`.])[Aa] [`\"“]?({VOWELS})\b")
    files = [path for ending in ("md", "txt", "swift") for path in (REPOSITORY / folder).rglob(f"*.{ending}")]
    assert files
    found = [(str(path.relative_to(REPOSITORY)), match[0]) for path in files for match in wrong.finditer(path.read_text())]
    assert not found


def test_an_unknown_page_is_wrong_usage() -> None:
    assert ksf("docs", "nothing").status == 2
