"""axe-core judges every type of page in Debian's Chromium: light and dark, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import violations
from playwright.sync_api import Browser, Page

LOOKS = [(width, scheme) for width in (1280, 360) for scheme in ("light", "dark")]


def one_of_each_type(handbook: Path) -> list[Path]:
    """Each page of the top folder, and from each other folder the largest, which has the most parts."""
    folders: dict[str, list[Path]] = {}
    for path in handbook.rglob("*.html"):
        folder = path.parent.relative_to(handbook).as_posix()
        # A role's or phase's parts stand beside its own page, with an underscore in the name.
        is_part = folder in ("roles", "phases") and "_" in path.stem
        folders.setdefault(folder + "_" * is_part, []).append(path)
    top = folders.pop(".")
    return sorted(top) + sorted(
        max(pages, key=lambda page: (page.stat().st_size, page)) for pages in folders.values()
    )


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    context.close()


def judge(page: Page, handbook: Path) -> dict[str, list[str]]:
    """What is wrong with one page of each type: what axe says, what the browser says, and what is too wide."""
    found = {}
    for path in one_of_each_type(handbook):
        page.goto(path.as_uri())
        problems = violations(page) + page.complaints
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append("scrolls sideways")
        page.complaints.clear()
        if problems:
            found[path.relative_to(handbook).as_posix()] = problems
    return found


def test_axe_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    small = "<a href=#a style='display: inline-block; font: 9px/1 serif'>a</a>"
    path.write_text(
        "<!DOCTYPE html><html><title>A</title><p style='color: #bbb'>Some words<img src=data:,>"
        f"<div>{small}{small}{small}</div>"
    )
    page = browser.new_page()
    page.goto(path.as_uri())
    rules = {line.split(":")[0] for line in violations(page)}
    missing = {"color-contrast", "html-has-lang", "image-alt", "landmark-one-main", "target-size"}
    assert missing - rules == set()
    page.close()


def test_every_type_of_page_of_the_whole_language(page: Page, whole: Path) -> None:
    assert judge(page, whole) == {}


def test_every_type_of_page_of_the_shipped_framework(page: Page, built: Path) -> None:
    assert judge(page, built / "handbook") == {}


def test_no_page_is_too_wide_at_400_per_cent(browser: Browser, whole: Path) -> None:
    """A window of 1280 pixels has 320 left at four times the size (WCAG 2.2, 1.4.10)."""
    page = browser.new_page(viewport={"width": 320, "height": 256})
    wide = []
    for path in one_of_each_type(whole):
        page.goto(path.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path.name)
    page.close()
    assert wide == []


def test_policy_lets_styles_and_scripts_of_the_handbook_in(browser: Browser, whole: Path) -> None:
    page = browser.new_page()
    page.goto((whole / "statements/REL-1.1.html").as_uri())
    # From theme.css, and thus after style.css.
    assert page.evaluate("getComputedStyle(document.querySelector('.brand a')).fontWeight") == "600"
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    assert accent.strip() == "#5b2a86"
    assert page.get_by_role("button", name="Copy the address").count() == 1
    page.close()


def test_a_term_is_explained_with_and_without_scripts(browser: Browser, whole: Path) -> None:
    address = (whole / "outcomes/REL-1.html").as_uri()
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(address)
        term = page.locator("a.term").first
        assert term.inner_text() == "trust"
        if script:
            described = term.get_attribute("aria-describedby")
            assert "What grows." in page.locator(f"[id='{described}']").inner_text()
        term.focus()
        page.keyboard.press("Enter")
        if script:
            assert page.locator(":popover-open").inner_text().endswith("What grows.")
            page.keyboard.press("Escape")
            assert page.locator(":popover-open").count() == 0
            assert page.evaluate("document.activeElement.className") == "term"
        else:
            page.wait_for_url("**/glossary.html#term-*")
            assert "What grows." in page.locator(":target").inner_text()
        context.close()


def test_an_address_can_be_copied(browser: Browser, whole: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((whole / "statements/REL-1.1.html").as_uri())
    page.get_by_role("button", name="Copy the address").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://example.org/frameworks/handbook/statements/REL-1.1.html"
    context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, whole: Path) -> None:
    page = browser.new_page()
    page.goto((whole / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_menus_need_no_mouse(browser: Browser, whole: Path, width: int) -> None:
    """Each part of the handbook can be reached with the keyboard alone, and what has the focus can be seen."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((whole / "index.html").as_uri())
    menu = page.locator(".menu a:visible, .to-parts a:visible").evaluate_all("all => all.map(a => a.href)")
    assert menu
    reached = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.href || ''"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if reached >= set(menu):
            break
    assert set(menu) <= reached
    page.locator("a[href='#parts_']:visible").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "parts_"
    page.keyboard.press("Tab")
    parts = page.locator("#parts_ a").evaluate_all("all => all.map(a => a.href)")
    assert page.evaluate("document.activeElement.href") == parts[0]
    page.keyboard.press("Enter")
    page.wait_for_url(parts[0].split("#")[0] + "*")
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_every_part_is_at_hand_on_each_page(browser: Browser, whole: Path, script: bool) -> None:
    """The menu opens in place, or without scripts leads to the whole of it on the first page."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((whole / "index.html").as_uri() + "#parts_")
    parts = page.locator("#parts_ a:visible").evaluate_all("all => all.map(a => a.href)")
    assert {path.resolve().as_uri() for path in whole.glob("*.html")} - set(parts) == {
        (whole / name).resolve().as_uri() for name in ("book.html", "search.html")
    }
    page.goto((whole / "statements/REL-1.1.html").as_uri())
    page.get_by_role("link", name="More").click()
    page.wait_for_url("**/statements/REL-1.1.html#parts_" if script else "**/index.html#parts_")
    assert page.locator("#parts_ a:visible").evaluate_all("all => all.map(a => a.href)") == parts
    context.close()
