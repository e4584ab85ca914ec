"""What an author wrote and the compiler does not read is told."""

import os
from pathlib import Path

import pytest
from running import SMALL_PROJECT, ksf, write_project

OTHER = "domain: other\ntitle: Other\noutcomes: []\n"


def test_a_project_with_nothing_beside_its_sources_is_clean(tmp_path: Path) -> None:
    files = {
        "framework/README.md": "Read me.",
        "framework/domain.yaml~": "old",
        "framework/.hidden": "",
        "framework/.domain.yaml.swp": "",
        "framework/Thumbs.db": "",
        "framework/domain.yaml.orig": OTHER,
        "seeds/article.pdf": "%PDF",
        "seeds/notes.txt": "from the library",
    }
    assert not ksf("check", "--project", write_project(tmp_path, SMALL_PROJECT | files)).problems


@pytest.mark.parametrize(
    "name",
    [
        "framework/other.YAML",
        "framework/other.Yml",
        "framework/other.yaml.txt",
        "framework/other.yml.bak",
        "framework/other.yaml ",
        "framework/deep/er/other.yaml.docx",
        "framework/other.ymal",
        "framework/other.yaml (1)",
        "framework/other",
        "framework/other.docx",
        "framework/other.txt",
        "framework/other.json",
        "seeds/other.YAML",
        "seeds/other.yaml.txt",
        "framework/x.yaml/notes.md",
    ],
)
def test_a_file_with_another_ending_is_told(name: str, tmp_path: Path) -> None:
    project = write_project(tmp_path, SMALL_PROJECT | {name: OTHER})
    run = ksf("check", "--project", project)
    assert run.status == 0
    assert [problem.rule for problem in run.problems] == ["unread-file"]
    assert f"{name} is not read" in run.errors
    assert ksf("check", "--project", project, "--strict").status == 1
    for form in ["json", "sarif", "github", "gitlab", "junit", "summary"]:
        written = ksf("check", "--project", project, "--format", form)
        assert not written.has_crashed and "unread-file" in written.output, form


def test_following_the_advice_leads_to_a_pass(tmp_path: Path) -> None:
    files = {"framework/other.yaml.txt": SMALL_PROJECT["framework/domain.yaml"]}
    files |= {"framework/framework.yaml": SMALL_PROJECT["framework/framework.yaml"]}
    project = write_project(tmp_path, files)
    run = ksf("check", "--project", project)
    assert "Rename it to other.yaml." in run.errors
    assert {problem.rule for problem in run.problems} == {"unread-file", "empty-framework"}
    (project / "framework/other.yaml.txt").rename(project / "framework/other.yaml")
    assert not ksf("check", "--project", project).problems


def test_a_file_in_place_of_seeds_is_told(tmp_path: Path) -> None:
    run = ksf("check", "--project", write_project(tmp_path, SMALL_PROJECT | {"seeds": OTHER}))
    assert [problem.rule for problem in run.problems] == ["unread-file"]
    assert "seeds is not read: it is a file" in run.errors


def test_a_folder_behind_a_link_is_told(tmp_path: Path) -> None:
    project = write_project(tmp_path, SMALL_PROJECT | {"more/other.yaml": OTHER})
    (project / "framework/more").symlink_to(project / "more")
    run = ksf("check", "--project", project)
    assert "framework/more is not read: it is a link to a folder" in run.errors


def test_a_name_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    project = write_project(tmp_path, SMALL_PROJECT)
    Path(os.fsdecode(os.fsencode(project) + b"/framework/caf\xe9.yaml")).write_text(OTHER)
    run = ksf("check", "--project", project)
    assert run.status == 0 and [problem.rule for problem in run.problems] == ["unread-file"]
    assert "its name is not UTF-8" in run.errors


def test_a_check_of_records_that_reads_nothing_fails(tmp_path: Path) -> None:
    files = {"portfolios/p-1.YAML": "x: 1\n", "portfolios/p-2.yaml.txt": "x: 1\n", "empty/note.txt": ""}
    project = write_project(tmp_path, SMALL_PROJECT | files)
    run = ksf("record", "check", project / "portfolios", "--project", project)
    assert run.status == 2
    assert "there is no record or portfolio in" in run.errors
    for name in ["p-1.YAML", "p-2.yaml.txt"]:
        assert f"{name} is not read" in run.errors
    run = ksf("record", "check", project / "empty", "--project", project)
    assert run.status == 2 and "is not read" not in run.errors


def test_many_errors_of_a_kind_say_nothing_false(tmp_path: Path) -> None:
    count = 1500
    lines = "".join(
        f"      - {{id: C-1.{n}, text: thing {n}, relies-on: [nothing-{n}]}}\n" for n in range(count)
    )
    head = "domain: craft\ntitle: Craft\noutcomes:\n  - id: C-1\n    title: Crafts\n    statements:\n"
    files = SMALL_PROJECT | {"framework/domain.yaml": head + lines}
    run = ksf("check", "--project", write_project(tmp_path, files))
    assert run.counted_errors == count
    assert "declares no" not in run.errors
    assert "no id like this one was looked for" in run.errors
