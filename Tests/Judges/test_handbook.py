"""The handbook works as a folder of files: links resolve, and nothing comes from the network."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

# Where an element names another file that a browser fetches without being asked.
FETCHED = {
    "audio": ["src"], "embed": ["src"], "iframe": ["src"], "image": ["href"],
    "img": ["src", "srcset"], "input": ["src"], "link": ["href"], "object": ["data"],
    "script": ["src"], "source": ["src", "srcset"], "track": ["src"], "use": ["href"],
    "video": ["src", "poster"],
}  # fmt: skip


@dataclass
class Page:
    """What of a page matters here."""

    language: str = ""
    ids: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    scripts: int = 0
    elements: Counter[str] = field(default_factory=Counter)


class PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        page, named = self.page, {name: value or "" for name, value in attributes}
        page.elements[tag] += 1
        page.handlers += [f"{tag} {name}" for name in named if name.startswith("on")]
        page.styles += [tag] if "style" in named or tag == "style" else []
        page.scripts += tag == "script" and bool(named.get("src"))
        if "id" in named:
            page.ids.append(named["id"])
        if re.fullmatch("h[1-6]", tag):
            page.headings.append(int(tag[1]))
        if tag == "html":
            page.language = named.get("lang", "")
        if tag in ("a", "area") and "href" in named:
            page.links.append(named["href"])
        if tag == "form" and "action" in named:
            page.links.append(named["action"])
        page.fetched += [named[name] for name in FETCHED.get(tag, []) if name in named]


def read(path: Path) -> Page:
    reader = PageReader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


@pytest.fixture(scope="module")
def read_pages(pages: list[Path]) -> dict[Path, Page]:
    return {path.resolve(): read(path) for path in pages}


def problem_with_link(link: str, origin: Path, handbook: Path, pages: dict[Path, Page]) -> str:
    """Why a link leads nowhere; empty if it leads somewhere."""
    parts = urlsplit(link)
    if parts.scheme in ("http", "https", "mailto"):
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return "is not relative"
    target = (origin.parent / unquote(parts.path)).resolve() if parts.path else origin
    if not target.is_relative_to(handbook.parent) or not target.is_file():
        return "names no file of the output"
    if not target.is_relative_to(handbook):
        return "" if origin.name == "downloads.html" else "leaves the handbook"
    if parts.fragment and unquote(parts.fragment) not in pages[target].ids:
        return "names no place on that page"
    return ""


def test_reader_and_links_can_fail(tmp_path: Path) -> None:
    path = (tmp_path / "a.html").resolve()
    path.write_text(
        "<html lang=en><h1 id=a onclick='x()' style='x'>A</h1><a href='#b'>b</a><img src=//x/y>"
        "<script>x()</script>"
    )
    page = read(path)
    assert page.handlers == ["h1 onclick"] and page.fetched == ["//x/y"]
    assert page.styles == ["h1"] and page.elements["script"] == 1 and page.scripts == 0
    pages = {path: page}
    bad = ["#b", "b.html", "/etc/passwd", "javascript:x()", "../a.html", "//example.org/"]
    assert all(problem_with_link(link, path, path.parent, pages) for link in bad)
    assert not problem_with_link("a.html#a", path, path.parent, pages)


def test_every_link_leads_somewhere(built: Path, read_pages: dict[Path, Page]) -> None:
    handbook = (built / "handbook").resolve()
    bad = [
        f"{path.relative_to(handbook)}: {link} {problem}"
        for path, page in read_pages.items()
        for link in page.links
        if (problem := problem_with_link(link, path, handbook, read_pages))
    ]
    assert bad == []


def test_every_page_can_be_reached(built: Path, read_pages: dict[Path, Page]) -> None:
    start = (built / "handbook/index.html").resolve()
    reached, pending = {start}, [start]
    while pending:
        path = pending.pop()
        for link in read_pages[path].links:
            parts = urlsplit(link)
            target = (path.parent / unquote(parts.path)).resolve()
            if not parts.scheme and target in read_pages and target not in reached:
                reached.add(target)
                pending.append(target)
    assert {path.name for path in read_pages.keys() - reached} == set()


def test_nothing_is_fetched_from_the_network(built: Path, read_pages: dict[Path, Page]) -> None:
    for path, page in read_pages.items():
        for address in page.fetched:
            assert not urlsplit(address).scheme and not address.startswith("/"), (path, address)
            assert (path.parent / urlsplit(address).path).is_file(), (path, address)
    for style in built.rglob("*.css"):
        text = style.read_text(encoding="utf-8")
        assert not re.search(r"@import|url\(\s*['\"]?(?:https?:|//)", text), style


def test_pages_need_no_script(read_pages: dict[Path, Page]) -> None:
    for path, page in read_pages.items():
        assert page.handlers == [] and page.styles == [], path
        # Scripts come from files alone, as the pages' policy asks.
        assert page.elements["script"] == page.scripts, path


def test_every_page_has_a_strict_policy(pages: list[Path]) -> None:
    for path in pages:
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', path.read_text("utf-8"))
        assert policy, path
        rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
        assert rules["default-src"] == "'none'" and rules["script-src"] == "'self'", path
        assert "unsafe" not in policy[1], path


def test_headings_language_and_ids(read_pages: dict[Path, Page]) -> None:
    for path, page in read_pages.items():
        assert page.headings.count(1) == 1, (path, page.headings)
        assert all(b <= a + 1 for a, b in zip([0] + page.headings, page.headings)), (
            path,
            page.headings,
        )
        assert page.language == "en-GB", path
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path


def test_every_statement_has_a_page_named_by_its_id_alone(
    built: Path, read_pages: dict[Path, Page]
) -> None:
    framework = json.loads((built / "framework.json").read_text(encoding="utf-8"))
    handbook = (built / "handbook").resolve()
    pages = {path.stem for path in read_pages if path.parent == handbook / "statements"}
    assert pages == {it["id"] for it in framework["statements"]}
    for statement in framework["statements"]:
        outcome = read_pages[handbook / f"outcomes/{statement['outcome']}.html"]
        assert statement["id"] in outcome.ids
        own = read_pages[handbook / f"statements/{statement['id']}.html"]
        assert f"../outcomes/{statement['outcome']}.html" in own.links


def test_home_page_is_light(built: Path) -> None:
    assert (built / "handbook/index.html").stat().st_size < 60_000


def test_the_first_page_is_light(built: Path) -> None:
    """Everything that it brings before somebody searches."""
    handbook = built / "handbook"
    files = [handbook / "index.html", *(handbook / "assets").glob("*")]
    brought = [path for path in files if path.name not in ("search.js", "book.css")]
    assert sum(path.stat().st_size for path in brought) < 60_000
