"""A project's own templates stand in for the ones in the binary, file by file."""

import json
import shutil
from pathlib import Path

import pytest
from running import REPOSITORY, SMALL_PROJECT, ksf, tree, write_project

GLOSSARY = "templates/handbook/glossary.html.mustache"
STYLE = "templates/handbook/assets/style.css"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project", SMALL_PROJECT)


def override(project: Path, path: str, addition: str) -> None:
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    text = (REPOSITORY / path).read_text(encoding="utf-8")
    (project / path).write_text(text + addition, encoding="utf-8")


def test_one_template_is_overridden_and_the_others_stay(project: Path, tmp_path: Path) -> None:
    assert ksf("build", "--project", project, "--output", tmp_path / "plain").status == 0
    home = "templates/handbook/home.html.mustache"
    text = (REPOSITORY / home).read_text(encoding="utf-8")
    write_project(project, {home: text.replace('class="title"', 'class="title our-own"')})
    run = ksf("build", "--project", project)
    assert run.status == 0, run.errors
    plain, own = tree(tmp_path / "plain"), tree(project / "build")
    changed = {path for path in plain if plain[path] != own.get(path)}
    assert changed - {"manifest.json"} == {"handbook/index.html"}


def test_an_asset_is_overridden(project: Path) -> None:
    override(project, STYLE, "\n/* our own */\n")
    assert ksf("build", "--project", project).status == 0
    assert b"/* our own */" in (project / "build/handbook/assets/style.css").read_bytes()


@pytest.mark.parametrize(
    ("addition", "column"),
    [("{{nonsense}}", 3), ("<p>{{#nonsense}}x{{/nonsense}}</p>", 7), ("{{#title}}", 1),
     ("{{> nowhere}}", 5)],
)  # fmt: skip
def test_a_mistake_in_a_template_has_a_place(addition: str, column: int, project: Path) -> None:
    override(project, GLOSSARY, addition)
    line = (project / GLOSSARY).read_text(encoding="utf-8").count("\n") + 1
    run = ksf("build", "--project", project)
    assert run.status == 1, run.errors
    first = run.problems[0]
    assert (first.place, first.column) == (f"{GLOSSARY}:{line}", column), run.errors
    assert not (project / "build").exists()


def test_check_finds_mistakes_in_templates_too(project: Path) -> None:
    override(project, GLOSSARY, "{{nonsense}}")
    assert ksf("check", "--project", project).status == 1


def test_shipped_templates_can_all_be_copied(project: Path, tmp_path: Path) -> None:
    assert ksf("build", "--project", project, "--output", tmp_path / "plain").status == 0
    shutil.copytree(REPOSITORY / "templates", project / "templates")
    run = ksf("build", "--project", project)
    assert run.status == 0, run.errors
    assert tree(tmp_path / "plain") == tree(project / "build")


@pytest.mark.parametrize(
    ("old", "new", "excerpt"),
    [
        ('{{frame.root}}assets/style.css"', '{{frame.root}}assets/stile.css"', "assets/stile.css"),
        ('href="#content_"', 'href="#contents"', "#contents"),
        ('href="{{frame.root}}index.html"', 'href="/index.html"', "/index.html"),
    ],
)
def test_a_dead_link_is_told_where_the_template_writes_it(
    tmp_path: Path, old: str, new: str, excerpt: str
) -> None:
    project = write_project(tmp_path / "p", SMALL_PROJECT)
    template = project / "templates/handbook/page.html.mustache"
    template.parent.mkdir(parents=True)
    text = (REPOSITORY / "templates/handbook/page.html.mustache").read_text()
    assert old in text
    template.write_text(text.replace(old, new))
    run = ksf("build", "--format", "json", "--project", project, "--output", tmp_path / "out")
    assert run.status == 1
    assert not tree(tmp_path / "out"), "nothing is written"
    [problem] = [one for one in json.loads(run.output)["diagnostics"] if one["severity"] == "error"]
    assert problem["name"] == "dead-link"
    assert problem["place"]["file"] == "templates/handbook/page.html.mustache"
    line = text.replace(old, new).splitlines()[problem["place"]["start"]["line"] - 1]
    assert excerpt in line
