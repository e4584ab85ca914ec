"""The tutorial and the map: whoever follows them sees what they show. RECORD_TUTORIAL=1 writes the answers anew."""

import os
import re
from pathlib import Path

import pytest
from running import REPOSITORY, ksf
from walkthrough import follow, same

TUTORIAL = REPOSITORY / "docs/tutorial.md"


@pytest.fixture(scope="module")
def text() -> str:
    return TUTORIAL.read_text(encoding="utf-8")


def test_it_shows_what_the_commands_answer(text: str, tmp_path: Path) -> None:
    followed = follow(text, tmp_path)
    if os.environ.get("RECORD_TUTORIAL") == "1":
        TUTORIAL.write_text(followed, encoding="utf-8")
    assert same(followed) == same(text), "read what has changed, and run this with RECORD_TUTORIAL=1"


def test_it_has_ten_steps(text: str) -> None:
    assert re.findall(r"^## (\d+)\. ", text, re.M) == [str(number) for number in range(1, 11)]


def test_every_other_block_brings_the_program(text: str) -> None:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.M | re.S)
    assert {kind for kind, _ in blocks} == {"console", "sh", "yaml"}
    assert [body for kind, body in blocks if kind == "sh"] == ["pipx install ksf\n"]


def test_it_ends_with_an_edition_and_no_mistake(text: str, tmp_path: Path) -> None:
    follow(text, tmp_path)
    project = tmp_path / "home-visits"
    assert (project / "editions/1.0.0/framework/framework.yaml").is_file()
    assert (project / "framework/framework.lock").is_file()
    assert (project / "build/handbook.html").is_file()


def test_two_mistakes_are_made_and_left(text: str) -> None:
    assert len(re.findall(r"^error\[", text, re.M)) == 2
    assert text.rindex("error[") < text.rindex("no problems")


def test_the_program_prints_it(text: str) -> None:
    assert ksf("docs", "tutorial").output == text


@pytest.mark.parametrize("page", [line.split()[2] for line in ksf("docs").output.splitlines()])
def test_every_page_that_is_listed_is_there(page: str) -> None:
    printed = ksf("docs", page)
    assert printed.status == 0
    assert printed.output == (REPOSITORY / f"docs/{page}.md").read_text(encoding="utf-8")


def test_the_map_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\(([\w.-]+\.md)\)", (REPOSITORY / "docs/README.md").read_text(encoding="utf-8")))
    pages = {path.name for path in (REPOSITORY / "docs").glob("*.md")} - {"README.md"}
    assert linked == pages


@pytest.mark.parametrize("path", ["README.md", "docs/README.md", "docs/tutorial.md", "docs/ci.md"])
def test_its_links_lead_somewhere(path: str) -> None:
    page = REPOSITORY / path
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


README = REPOSITORY / "README.md"


def test_the_readme_shows_what_the_commands_answer(tmp_path: Path) -> None:
    page = README.read_text(encoding="utf-8")
    followed = follow(page, tmp_path)
    if os.environ.get("RECORD_TUTORIAL") == "1":
        README.write_text(followed, encoding="utf-8")
    assert same(followed) == same(page)
    assert "no problems" in followed


def test_the_readme_is_short() -> None:
    assert README.read_text(encoding="utf-8").count("\n") < 120


def test_the_two_commands_of_the_readme_make_a_handbook(tmp_path: Path) -> None:
    block = re.search(r"^```sh\n(ksf init .*?)^```$", README.read_text(encoding="utf-8"), re.M | re.S)
    assert block
    for line in block[1].splitlines():
        assert ksf(*line.split("#")[0].split()[1:], folder=tmp_path).status == 0
    assert (tmp_path / "my-framework/build/handbook/index.html").is_file()
