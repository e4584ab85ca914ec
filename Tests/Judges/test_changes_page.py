"""The page of changes with recorded editions: judged as HTML, by axe-core, and printed."""

from pathlib import Path

import pytest
from browser import violations
from craft import WOOD, craft, edit, good, set_edition
from playwright.sync_api import Browser
from test_html import nu_checker


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After three editions, with a text that would like to be markup."""
    project = craft(tmp_path_factory.mktemp("changes"))
    good("release", project=project)
    edit(project, WOOD, "in a shed", "under a <b>roof</b> &amp; \"beams\" {{id}} </ins><script>alert(1)</script>".replace("<", "\\<"))
    set_edition(project, "2.0.0")
    good("release", project=project)
    edit(project, WOOD, "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n", "")
    edit(project, "framework/framework.yaml", "rules:", "retired: [{id: W-1.3, because: It was about sheds.}]\nrules:")
    set_edition(project, "3.0.0")
    good("release", project=project)
    good("build", "--only", "handbook", project=project)
    return project / "build/handbook/changes.html"


def test_it_is_valid_and_escaped(page: Path) -> None:
    assert nu_checker("--no-langdetect", page) == []
    text = page.read_text(encoding="utf-8")
    assert "<script>alert" not in text and "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_read_it(browser: Browser, page: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(page.as_uri())
    assert tab.locator("section.since").count() == 2
    tab.locator('a[href="#since_1.0.0_"]').click()
    assert tab.url.endswith("changes.html#since_1.0.0_")
    assert violations(tab) == []
    assert not tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()


def test_it_prints(browser: Browser, page: Path) -> None:
    tab = browser.new_page()
    tab.goto(page.as_uri())
    seen = "[...document.querySelectorAll('.since li')].filter(it => it.checkVisibility()).length"
    tab.emulate_media(media="print")
    assert tab.evaluate(seen) == tab.locator(".since li").count() > 2
    tab.close()
