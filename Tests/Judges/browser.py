"""Debian's Chromium, driven by Playwright, which brings no browser of its own here."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")

# Level AA of WCAG 2.2, and what axe calls best practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# In milliseconds. It ends a test that hangs, and says nothing about speed.
PATIENCE = 300_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@contextmanager
def chromium(driver: Playwright, environment: dict[str, str] | None = None) -> Iterator[Browser]:
    binary = shutil.which("chromium")
    assert binary, "Chromium is missing: run `make tools`"
    browser = driver.chromium.launch(
        executable_path=binary, args=["--no-sandbox"], env={**os.environ, **(environment or {})}
    )
    browser.new_context = patient(browser.new_context)
    browser.new_page = patient(browser.new_page)
    yield browser
    browser.close()


def patient(make: Callable[..., BrowserContext | Page]) -> Callable[..., BrowserContext | Page]:
    """Makes pages that wait for so long."""

    def made(**options: object) -> BrowserContext | Page:
        result = make(**options)
        result.set_default_timeout(PATIENCE)
        return result

    return made


@pytest.fixture(scope="session")
def browser(driver: Playwright) -> Iterator[Browser]:
    with chromium(driver) as browser:
        yield browser


def violations(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What axe finds on a page by all rules or by some, one line for each rule and place.

    The pages' own policy forbids strange scripts, so axe comes in by the debugger and not as an element.
    """
    page.evaluate(AXE)
    found = page.evaluate(
        "only => axe.run(document, {runOnly: only, preload: false, resultTypes: ['violations']})", rules or TAGS
    )
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
