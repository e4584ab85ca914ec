"""The generated pages in docs/ are those that the program would generate now."""

from pathlib import Path

import pytest

from running import REPOSITORY, ksf


@pytest.mark.parametrize("page", ["changes", "language", "rules", "templates"])
def test_page_is_current(page: str) -> None:
    result = ksf("docs", page)
    assert result.status == 0
    written = Path(REPOSITORY / "docs" / f"{page}.md").read_text(encoding="utf-8")
    assert result.output == written, "run `make docs`"


def test_an_unknown_page_is_wrong_usage() -> None:
    assert ksf("docs", "nothing").status == 2
