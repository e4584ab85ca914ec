"""The handbook as one page, as one file, and as a PDF."""

import re
from pathlib import Path

import pytest
from browser import violations
from playwright.sync_api import Browser
from pypdf import PdfReader
from running import SMALL_PROJECT, fixture_files, ksf, write_project


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the fixture that uses every part of the language, with everything that can be asked for."""
    folder = write_project(tmp_path_factory.mktemp("whole"), fixture_files("whole-language"))
    run = ksf("build", "--project", folder, "--single-file", "--pdf")
    assert run.status == 0, run.errors
    return folder / "build"


def test_the_book_has_every_statement_in_full(built: Path) -> None:
    book = (built / "handbook/book.html").read_text(encoding="utf-8")
    for page in sorted((built / "handbook/statements").glob("*.html")):
        assert f'id="statements-{page.stem}"' in book, page.stem
    assert book.count("<h1") == 1
    ids = re.findall(r'\bid="([^"]+)"', book)
    assert len(ids) == len(set(ids))


def test_the_book_is_accessible(browser: Browser, whole: Path) -> None:
    for path in (whole / "handbook/book.html", whole / "handbook.html"):
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(path.as_uri())
        assert violations(page) + complaints == []
        page.close()


def test_the_single_file_needs_nothing_else(browser: Browser, whole: Path, tmp_path: Path) -> None:
    lonely = tmp_path / "handbook.html"
    lonely.write_bytes((whole / "handbook.html").read_bytes())
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(lonely.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [lonely.as_uri()]
    # The colour of the settings and the picture came along.
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    assert accent.strip() == "#5b2a86"
    assert page.evaluate("document.querySelector('.site img').naturalWidth") == 90
    links = page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links and all(link.startswith(("#", "https://", "mailto:")) for link in links)
    page.close()


def test_the_pdf_is_tagged_with_outline_language_and_title(whole: Path) -> None:
    reader = PdfReader(whole / "handbook.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Everything that can be said"
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert len(titles) >= 1
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Contents" in text and "REL-1.1" in text


def test_what_is_no_longer_asked_for_is_removed(whole: Path) -> None:
    assert ksf("build", "--project", whole.parent).status == 0
    assert not (whole / "handbook.html").exists()
    assert not (whole / "handbook.pdf").exists()


def test_without_a_program_for_it_a_sentence_says_what_to_install(tmp_path: Path) -> None:
    project = write_project(tmp_path / "p", SMALL_PROJECT)
    run = ksf("build", "--pdf", "--project", project, environment={"PATH": str(tmp_path)})
    assert run.status == 2
    assert "WeasyPrint" in run.errors and "chromium" in run.errors
    assert not (project / "build").exists()
