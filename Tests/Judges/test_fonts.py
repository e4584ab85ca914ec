"""Whatever fonts a machine has, what can be pressed is large enough and no page scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium, violations
from fonts import FAMILIES, configuration
from playwright.sync_api import Page, Playwright
from test_accessibility import one_of_each_type

# A large screen, a telephone, and a large screen at 400 per cent.
WIDTHS = [1280, 360, 320]

# What can be pressed and is seen, but is smaller than WCAG 2.2 asks for (2.5.8): what, how wide and how high.
# Links among words are as high as their line, which the criterion lets pass.
SMALL = """() => {
  const display = (element) => getComputedStyle(element).display;
  const isAmongWords = (element) => {
    if (display(element) !== "inline") return false;
    let block = element.parentElement;
    while (display(block) === "inline") block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (/\\S/.test(text.data) && !text.parentElement.closest("a[href], button")) return true;
    }
    return false;
  };
  const found = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']")) {
    if (!element.checkVisibility({visibilityProperty: true})) continue;
    const boxes = [...element.getClientRects()].filter((box) => box.width && box.height && box.right > 0);
    const isLarge = (box) => box.width >= 24 && box.height >= 24;
    if (!boxes.length || boxes.some(isLarge) || isAmongWords(element)) continue;
    const where = element.parentElement;
    const sizes = boxes.map((box) => `${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
    found.push(`${where.tagName}.${where.className} > ${element.tagName} ${element.textContent}: ${sizes}`);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=FAMILIES)
def page(
    request: pytest.FixtureRequest, driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A page on a machine that has the fonts of one family alone."""
    family = request.param
    path = configuration(family, tmp_path_factory.mktemp("fonts"))
    with chromium(driver, {"FONTCONFIG_FILE": str(path)}) as browser:
        page = browser.new_page(reduced_motion="reduce")
        page.set_content("<p style='font-family: system-ui, Roboto'>sans<i style='font-family: Cambria, serif'>serif")
        assert fonts(page, "p") == set(FAMILIES[family]), f"fonts of {family} are missing: run `make tools`"
        yield page


def fonts(page: Page, selector: str) -> set[str]:
    """The fonts that the browser took for an element and those in it."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    taken = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return {font["familyName"] for font in taken}


def problems(page: Page, path: Path) -> list[str]:
    """What is too small or too wide on a page at each width."""
    page.goto(path.as_uri())
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        told = page.evaluate(SMALL)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            told.append("scrolls sideways")
        found += [f"{width}: {problem}" for problem in told]
    return found


def test_what_is_small_is_found(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<!DOCTYPE html><p><a href=#a>alone</a></p><p>in <a href=#a>a sentence</a></p>"
        "<p><button style='font-size: 9px; padding: 0; border: 0'>button</button></p>"
        "<p><a href=#a style='display: inline-block; height: 24px'>i</a></p><p style='width: 1300px'>wide"
    )
    found = problems(page, path)
    assert sorted({problem.split(": ")[1] for problem in found}) == [
        "P. > A alone", "P. > A i", "P. > BUTTON button", "scrolls sideways"
    ]  # fmt: skip
    assert len(found) == 4 * len(WIDTHS)


@pytest.mark.parametrize("framework", ["whole", "shipped"])
def test_what_can_be_pressed_is_large_enough(page: Page, framework: str, whole: Path, built: Path) -> None:
    handbook = whole if framework == "whole" else built / "handbook"
    found = {path.name: told for path in one_of_each_type(handbook) if (told := problems(page, path))}
    assert found == {}


def test_axe_agrees(page: Page, whole: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    for path in one_of_each_type(whole):
        page.goto(path.as_uri())
        assert violations(page, rules=["target-size"]) == [], path.name
