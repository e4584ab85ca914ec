"""The search of the handbook, in Debian's Chromium, from a folder and not from a server."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import violations
from playwright.sync_api import Browser, CDPSession, Page, expect
from running import REPOSITORY, ksf, write_project

# What people ask, and what has to be among the first three answers: the beginning of its address.
QUESTIONS = {
    "how often is supervision?": "duties.html#supervision-frequency",
    "supervison frequncy": "duties.html#supervision-frequency",
    "protected time": "duties.html#",
    "reduced workload": "duties.html#",
    "part time": "duties.html#",
    "can I appeal": "duties.html#",
    "who can be my assessor": "roles/assessor.html",
    "practice supervisor": "roles/supervisor.html",
    "what do I need for the six month review": "reviews.html#review-6",
    "nine month review": "reviews.html#review-9",
    "how many direct observations do I need": "records/observation-record.html",
    "development plan": "records/development-plan.html",
    "managing concerns": "records/concerns-record.html",
    "rel-1.4": "statements/REL-1.4.html",
    "REL-1": "outcomes/REL-1.html",
    "working with fathers": "statements/REL-2.",
    "neglect": "statements/ASP-2.1.html",
    "domestic abuse": "statements/ASP-2.",
    "unaccompanied children": "outcomes/EQU-4.html",
    "disabled children": "specialisms/disabled-children.html",
    "kinship care": "statements/INT-1.4.html",
    "notes drafted by AI": "statements/REL-4.5.html",
    "exploitation": "statements/INT-3.",
    "racism": "statements/EQU-2.",
    "court statement": "statements/INT-5.2.html",
    "chronology": "statements/ASP-1.3.html",
    "section 47 enquiry": "statements/INT-2.3.html",
    "asye": "sources/",
    "when do the early career standards come into force": "history.html",
    "child protection specialism": "specialisms/child-protection.html",
    "wellbeing at work": "duties.html#",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    assert page.complaints == []
    page.close()


def answers(page: Page, question: str) -> list[str]:
    """The addresses of the results, from the handbook's folder."""
    page.locator("#search_").fill("")
    expect(page.locator("#found-status_")).to_have_text("")
    page.locator("#search_").fill(question)
    expect(page.locator("#found-status_")).not_to_have_text("")
    links = page.locator("#found_ a").evaluate_all("links => links.map(link => link.href)")
    return [link.split("/handbook/")[1] for link in links]


def test_questions_find_their_answers(page: Page, built: Path, tmp_path: Path) -> None:
    moved = tmp_path / "with spaces & more" / "handbook"
    shutil.copytree(built / "handbook", moved)
    page.goto((moved / "statements/REL-1.4.html").as_uri())
    missed = {}
    for question, answer in QUESTIONS.items():
        found = answers(page, question)[:3]
        if not any(address.startswith(answer) for address in found):
            missed[question] = found
    assert missed == {}


def test_nothing_is_found_for_nonsense(page: Page, built: Path) -> None:
    page.goto((built / "handbook/index.html").as_uri())
    assert answers(page, "xqzzyqx") == []
    assert page.locator("#found-status_").inner_text() == "Nothing was found."


def test_what_was_found_is_marked(page: Page, built: Path) -> None:
    page.goto((built / "handbook/index.html").as_uri())
    answers(page, "neglect")
    marked = page.locator("#found_ mark").all_inner_texts()
    assert marked and {text.lower() for text in marked} <= {"neglect", "neglected", "neglectful"}


def test_the_keyboard_is_enough(page: Page, built: Path) -> None:
    page.goto((built / "handbook/index.html").as_uri())
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "search_":
            break
    page.keyboard.type("neglect")
    page.wait_for_selector("#found_ a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('#found_ a')[1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "search_"
    page.keyboard.press("Escape")
    assert page.locator("#found_").is_hidden()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("chronology")
    page.wait_for_selector("#found_ a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/handbook/(statements|glossary)"))


def test_enter_leads_to_all_results(page: Page, built: Path) -> None:
    page.goto((built / "handbook/domains.html").as_uri())
    page.locator("#search_").fill("review")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=review")
    page.wait_for_selector("#found_ a")
    assert page.locator("#search_").input_value() == "review"
    assert page.locator("#found_ li").count() > 8


@pytest.mark.parametrize("where", ["index.html", "search.html?q=neglect"])
def test_results_are_accessible(page: Page, built: Path, where: str) -> None:
    page.goto((built / "handbook/index.html").as_uri().replace("index.html", where))
    if where == "index.html":
        answers(page, "neglect")
    page.wait_for_selector("#found_ a")
    assert violations(page) == []


def test_without_scripts_there_is_the_index(browser: Browser, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "handbook/index.html").as_uri())
    assert page.locator("form[role=search]").is_hidden()
    page.get_by_role("link", name="A to Z").first.click()
    assert page.locator("h1").inner_text() == "A to Z"
    context.close()


def framework(language: str, statements: list[str]) -> dict[str, str]:
    lines = "\n".join(f"      - {{id: A-1.{n}, text: '{text}'}}" for n, text in enumerate(statements, 1))
    return {
        "framework/framework.yaml": f"framework: f\ntitle: F\nedition: 1.0.0\nlanguage: {language}\n",
        "framework/domain.yaml": "domain: a\ntitle: A\noutcomes:\n  - id: A-1\n    title: T\n"
        f"    statements:\n{lines}\n",
    }


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("fr", "écouter les élèves à l’école", "eleve"),
        ("fr", "ecouter la foret", "forêt"),
        ("el", "σέβεται τα παιδιά", "παιδια"),
        ("ru", "слушать ребёнка", "ребёнка"),
        ("ar", "الاستماع إلى الطفل", "الطفل"),
        ("hi", "बच्चे की बात सुनना", "बच्चे"),
        ("zh", "倾听儿童的意见", "儿童"),
        ("ja", "子どもの声を聞く", "子ども"),
        ("th", "ฟังเสียงเด็ก", "เด็ก"),
        ("de", "Maßnahmen prüfen", "massnahmen prufen"),
    ],
)
def test_any_script(page: Page, tmp_path: Path, language: str, text: str, question: str) -> None:
    others = ["ööö 123", "另一个", "αβγ", "другое", "شيء", "और", "別の", "อื่น"]
    project = write_project(tmp_path / "p", framework(language, [*others, text]))
    assert ksf("build", "--project", project).status == 0
    page.goto((project / "build/handbook/index.html").as_uri())
    assert answers(page, question)[:1] == ["statements/A-1.9.html"]
    assert page.locator("#found_ mark").count() > 0


# One counts each time that a function or a block of it is run. It is 31,000 for the dearest letter of the word below.
MOST_FOR_A_KEYSTROKE = 40_000


def test_a_keystroke_does_little_at_2000_statements(page: Page, tmp_path: Path) -> None:
    words = sorted(
        {
            word.lower()
            for path in (REPOSITORY / "framework/domains").glob("*.yaml")
            for word in re.findall(r"[A-Za-z]{3,}", path.read_text(encoding="utf-8"))
        }
    )
    choose = random.Random(1)
    statements = [" ".join(choose.choices(words, k=40)) for _ in range(2_000)]
    project = write_project(tmp_path / "p", framework("en", statements))
    assert ksf("build", "--project", project, "--only", "handbook").status == 0
    sizes = [path.stat().st_size for path in (project / "build/handbook/search").iterdir()]
    assert max(sizes) < 150_000, "no file of the index is enormous"
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    page.goto((project / "build/handbook/index.html").as_uri())
    page.locator("#search_").focus()
    word = "supervision"
    # The files that these words are in are read in the first round.
    counts = [[keystroke(page, session, word[:length]) for length in range(3, len(word) + 1)] for _ in range(2)][1]
    session.detach()
    assert 0 < min(counts) and max(counts) <= MOST_FOR_A_KEYSTROKE, counts


def keystroke(page: Page, session: CDPSession, text: str) -> int:
    """How many blocks of the search are run until the results of a text are shown."""
    session.send("Profiler.takePreciseCoverage")
    page.evaluate(
        """async (text) => {
          const box = document.querySelector("#search_"), list = document.querySelector("#found_");
          const changed = new Promise((resolve) => new MutationObserver(resolve).observe(list, {childList: true}));
          box.value = text;
          box.dispatchEvent(new Event("input"));
          await changed;
        }""",
        text,
    )
    scripts = session.send("Profiler.takePreciseCoverage")["result"]
    functions = [it for script in scripts if script["url"].endswith("/search.js") for it in script["functions"]]
    return sum(block["count"] for function in functions for block in function["ranges"])


def test_the_single_file_searches_itself(page: Page, tmp_path: Path, built: Path) -> None:
    run = ksf("build", "--project", built.parent, "--output", tmp_path / "out", "--single-file")
    assert run.status == 0, run.errors
    lonely = tmp_path / "handbook.html"
    (tmp_path / "out/handbook.html").rename(lonely)
    page.goto(lonely.as_uri())
    page.locator("#search_").fill("how often is supervision")
    page.wait_for_selector("#found_ a")
    assert page.locator("#found_ a").first.get_attribute("href") == "#duties--supervision-frequency"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.url.endswith("#duties--supervision-frequency")
    assert page.locator("[id='duties--supervision-frequency']").is_visible()
    assert page.locator("h1").count() == 1
