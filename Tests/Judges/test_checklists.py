"""The checklists and forms, as an independent renderer of GitHub's Markdown reads them."""

import json
import random
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.tasklists import tasklists_plugin
from running import ksf, write_project

# Bare addresses are made links here, as GitHub does, so that a text with one has to come back all the same.
MARKDOWN = MarkdownIt("gfm-like", {"linkify": True}).use(tasklists_plugin)
CODE = re.compile(r"\*\*(.+?)\*\*")


def load(folder: Path) -> dict:
    return json.loads((folder / "framework.json").read_text(encoding="utf-8"))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def plain(tokens: list[Token]) -> str:
    """What a reader sees of inline tokens."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak") else token.content
        for token in tokens
        if token.type in ("text", "code_inline", "softbreak", "hardbreak")
    )


def tasks(text: str) -> list[str]:
    """The texts of the boxes to tick, in order."""
    found = []
    for token in MARKDOWN.parse(text):
        children = token.children or []
        if children and children[0].type == "html_inline" and "checkbox" in children[0].content:
            found.append(plain(children[1:]).strip())
    return found


def statement_codes(path: Path, framework: dict) -> list[str]:
    """The statements of a checklist in their order, without those that are taken further."""
    codes = {it["id"] for it in framework["statements"]}
    text = text_of(path).split("\n## Taken further")[0]
    first = [task.split(" ")[0] for task in tasks(text)]
    return [code for code in first if code in codes]


@pytest.fixture(scope="module")
def framework(built: Path) -> dict:
    return load(built)


def all_texts(built: Path) -> list[Path]:
    found = sorted((built / "checklists").rglob("*.md")) + sorted((built / "forms").rglob("*.md"))
    assert found
    return found


def test_renderer_tells_tasks_from_other_items() -> None:
    assert tasks("- [ ] one\n- [x] *two*\n- three\n- \\[ ] four\n") == ["one", "two"]


def test_there_is_a_checklist_for_each(built: Path, framework: dict) -> None:
    for kind in ["phases", "specialisms", "roles", "reviews"]:
        written = {path.stem for path in (built / "checklists" / kind).glob("*.md")}
        assert written == {it["id"] for it in framework[kind]}, kind
    forms = {path.stem for path in (built / "forms").glob("*.md")}
    assert forms == {it["id"] for it in framework["records"]}
    owners = {it.get("owner", "all") for it in framework["duties"]}
    assert {path.stem for path in (built / "checklists/duties").glob("*.md")} == owners
    assert (built / "checklists/whole.md").exists()
    wants_months = bool(framework["reviews"] or framework["duties"])
    assert (built / "checklists/by-month.md").exists() == wants_months


def current(framework: dict) -> list[dict]:
    over = {"withdrawn", "superseded"}
    return [
        it for it in framework["statements"] if it.get("status", {}).get("is") not in over
    ]


def test_each_statement_is_one_task(built: Path, framework: dict) -> None:
    whole = statement_codes(built / "checklists/whole.md", framework)
    assert sorted(whole) == sorted(it["id"] for it in current(framework))
    for key, folder in [("phase", "phases"), ("specialism", "specialisms")]:
        for path in (built / "checklists" / folder).glob("*.md"):
            due = [it["id"] for it in current(framework) if it.get(key) == path.stem]
            assert due and sorted(statement_codes(path, framework)) == sorted(due), path


def test_texts_come_back_exactly(built: Path, framework: dict) -> None:
    kinds = {it["id"]: it for it in framework["kinds"]}
    shown = dict(task.split(" ", 1) for task in tasks(text_of(built / "checklists/whole.md")))
    for it in current(framework):
        kind = kinds.get(it.get("kind"))
        before = f"({kind['title']}) " + (f"{kind['stem']} " if "stem" in kind else "") if kind else ""
        assert shown[it["id"]] == before + it["text"], it["id"]


def test_prerequisites_come_first(built: Path, framework: dict) -> None:
    assert_order(built, framework)


def assert_order(built: Path, framework: dict) -> None:
    members = {it["id"]: it["statements"] for it in framework["outcomes"]}
    checked = 0
    for path in sorted((built / "checklists").rglob("*.md")):
        place = {code: index for index, code in enumerate(statement_codes(path, framework))}
        for it in framework["statements"]:
            for code in it["reliesOn"] + it["after"]:
                for earlier in members.get(code, [code]):
                    if it["id"] in place and earlier in place:
                        checked += 1
                        assert place[earlier] < place[it["id"]], (path, earlier, it["id"])
    assert checked > 0


def test_each_group_has_a_row_for_each_task(built: Path) -> None:
    for path in (built / "checklists/phases").glob("*.md"):
        for group in re.split(r"^### ", text_of(path), flags=re.M)[1:]:
            group = group.split("\n## ")[0]
            rows = re.findall(r"^\| (\S+) +\| {30}\| {14}\| {14}\| {12}\|$", group, re.M)
            assert rows and rows == [task.split(" ")[0] for task in tasks(group)], path


def test_every_text_says_what_it_is(built: Path, framework: dict) -> None:
    for path in all_texts(built):
        text = text_of(path)
        assert text.startswith("# ") and "**What it is for.**" in text, path
        assert f"edition {framework['edition']}" in text, path
        assert "> This is an independent illustration" in text, path


def test_no_text_holds_html_or_unescaped_marks(built: Path) -> None:
    for path in all_texts(built):
        tokens = MARKDOWN.parse(text_of(path))
        assert not [token for token in tokens if token.type == "html_block"], path
        children = [child for token in tokens for child in token.children or []]
        # The task list plugin itself makes the boxes.
        html = [child.content for child in children if child.type == "html_inline"]
        assert [content for content in html if "checkbox" not in content] == [], path


# Texts that try to be something else.

NASTY = [
    r"1\. first", "# hash", r"\+ plus", "a | b | c", r"\[x\](y) and \[ \] box", r"\<b\> & \&amp; \&#35;",
    r"\`tick\` and `a|b` and ``c`d``", r"\~\~gone\~\~", "~~struck~~ *soft* **hard**", "a_b_c __d__",
    "see www.example.org or https://example.org/a_b or me@example.org now", "x\\\\y", r"\*\*not bold\*\*",
    "[text](https://example.org/?a=1&b=|)", "ends with !", r"wow\![a](https://example.org)", "=== ---",
    "2026. a year", "100) a number", "| starts", "> quoted later", "a  b   c", "“quotes” … – é ü 中文 😀",
    "AT&T &copy; &notanentity; &#x41;", "{{mustache}} {{{raw}}}", "tab\tinside", "a\\|b",
]  # fmt: skip
ALPHABET = list("ab 1.)#+-=*_`~[]()<>|!&;:/@\\wW\"'") + ["www.", "https://", "&amp;", "- ", "**", "``", "x"]


def nasty_texts() -> list[str]:
    made = random.Random(20261122)
    return NASTY + ["".join(made.choices(ALPHABET, k=made.randint(3, 14))) for _ in range(600)]


def nasty_project(folder: Path, texts: dict[int, str]) -> Path:
    lines = ["domain: d", "title: D", "outcomes:", "  - id: O", "    title: O | <i> `", "    statements:"]
    lines += [f"      - {{id: S-{number}, text: {json.dumps(text)}}}" for number, text in texts.items()]
    head = "framework: nasty\ntitle: Nasty\nedition: 1.0.0\nlanguage: en\n"
    return write_project(
        folder, {"framework/framework.yaml": head, "framework/d.yaml": "\n".join(lines) + "\n"}
    )


def refused_texts(project: Path) -> set[int]:
    """What the compiler refuses, such as HTML, needs no place in a checklist."""
    report = json.loads(ksf("check", "--format", "json", "--project", project).output)
    lines = (project / "framework/d.yaml").read_text().splitlines()
    places = [it["place"]["start"]["line"] for it in report["diagnostics"] if it["severity"] == "error"]
    return {int(re.search(r"S-(\d+)", lines[line - 1]).group(1)) for line in places}


def test_nasty_texts_come_back_exactly(tmp_path: Path) -> None:
    texts = dict(enumerate(nasty_texts()))
    while refused := refused_texts(nasty_project(tmp_path, texts)):
        texts = {number: text for number, text in texts.items() if number not in refused}
    assert len(texts) > 300
    run = ksf("build", "--project", tmp_path, "--only", "checklists,data")
    assert run.status == 0, run.errors
    framework = load(tmp_path / "build")
    parts = [text_of(part) for part in (tmp_path / "build/checklists/whole").glob("part-*.md")]
    shown = dict(task.split(" ", 1) for part in parts for task in tasks(part))
    assert len(shown) == len(framework["statements"]) == len(texts)
    for it in framework["statements"]:
        # White space between words is the renderer's.
        assert shown[it["id"]].split() == it["text"].split(), (it["id"], texts[int(it["id"][2:])])


def test_order_holds_in_tangled_frameworks(tmp_path: Path) -> None:
    made = random.Random(7)
    numbers = list(range(300))
    made.shuffle(numbers)
    lines = []
    for outcome in range(30):
        if outcome % 10 == 0:
            lines += [f"-- {outcome}"]
        lines += [f"  - id: O-{outcome}", "    title: An outcome", "    statements:"]
        for number in range(outcome * 10, outcome * 10 + 10):
            earlier = [it for it in numbers[: numbers.index(number)] if made.random() < 0.01]
            after = ", ".join(f"S-{it}" for it in earlier)
            lines += [f"      - {{id: S-{number}, text: something, after: [{after}]}}"]
    parts = "\n".join(lines).split("-- ")[1:]
    files = {
        f"framework/{index}.yaml": f"domain: D-{index}\ntitle: D\noutcomes:\n" + part.split("\n", 1)[1] + "\n"
        for index, part in enumerate(parts)
    }
    files["framework/f.yaml"] = "framework: t\ntitle: T\nedition: 1.0.0\nlanguage: en\n"
    run = ksf("build", "--project", write_project(tmp_path, files))
    assert run.status == 0, run.errors
    framework = load(tmp_path / "build")
    assert_order(tmp_path / "build", framework)
    assert len(statement_codes(tmp_path / "build/checklists/whole.md", framework)) == 300
