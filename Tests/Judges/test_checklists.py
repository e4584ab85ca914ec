"""The checklists, as an independent renderer of GitHub's Markdown reads them."""

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.tasklists import tasklists_plugin

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False}).use(tasklists_plugin)


def task_count(text: str) -> int:
    return MARKDOWN.render(text).count('type="checkbox"')


@pytest.fixture(scope="module")
def framework(built: Path) -> dict:
    return json.loads((built / "framework.json").read_text(encoding="utf-8"))


def test_renderer_tells_tasks_from_other_items() -> None:
    assert task_count("- [ ] one\n- [x] two\n- three\n- \\[ ] four\n") == 2


def test_there_is_a_checklist_for_each_phase(built: Path, framework: dict) -> None:
    written = {path.name for path in (built / "checklists").iterdir()}
    assert written == {f"{phase['id']}.md" for phase in framework["phases"]}


def test_each_statement_is_one_task(built: Path, framework: dict) -> None:
    for phase in framework["phases"]:
        due = [it["id"] for it in framework["statements"] if it.get("phase") == phase["id"]]
        text = (built / f"checklists/{phase['id']}.md").read_text(encoding="utf-8")
        assert due and task_count(text) == len(due), phase["id"]
        tasks = [line for line in text.splitlines() if line.startswith("- [ ]")]
        assert sorted(task.split("**")[1] for task in tasks) == sorted(due), phase["id"]


def test_no_checklist_holds_html_or_unescaped_marks(built: Path) -> None:
    for path in (built / "checklists").iterdir():
        tokens = MARKDOWN.parse(path.read_text(encoding="utf-8"))
        assert not [token for token in tokens if token.type == "html_block"], path
        children = [child for token in tokens for child in token.children or []]
        # The task list plugin itself makes the boxes.
        html = [child.content for child in children if child.type == "html_inline"]
        assert [content for content in html if "checkbox" not in content] == [], path
