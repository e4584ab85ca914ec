"""What a build may touch: only files that ksf wrote itself."""

import json
from pathlib import Path

import pytest
from running import copy_shipped_project, ksf, tree


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_shipped_project(tmp_path / "project")


@pytest.fixture
def built(project: Path) -> Path:
    assert ksf("build", "--project", project).status == 0
    return project / "build"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def rename_domain(project: Path) -> None:
    change(project / "framework/domains/relationships.yaml", "domain: relationships", "domain: trust")
    change(project / "framework/framework.yaml", "[relationships,", "[trust,")


def test_a_failed_build_leaves_the_last_output(project: Path, built: Path) -> None:
    before = tree(built)
    rename_domain(project)
    change(project / "framework/framework.yaml", "title:", "titel:")
    assert ksf("build", "--project", project).status == 1
    assert tree(built) == before


def test_a_build_removes_what_it_no_longer_makes(project: Path, built: Path) -> None:
    assert (built / "handbook/domains/relationships.html").is_file()
    rename_domain(project)
    assert ksf("build", "--project", project).status == 0
    assert not (built / "handbook/domains/relationships.html").exists()
    assert (built / "handbook/domains/trust.html").is_file()
    listed = {entry["path"] for entry in json.loads((built / "manifest.json").read_text())["files"]}
    assert listed | {"manifest.json"} == set(tree(built))


def test_files_of_others_are_never_removed(project: Path, built: Path) -> None:
    others = ["CNAME", "handbook/notes.txt", "handbook/domains/old.html", ".git/config", "x/y/z"]
    for name in others:
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text("mine")
    (built / "empty").mkdir()
    rename_domain(project)
    assert ksf("build", "--project", project).status == 0
    assert {name: (built / name).read_text() for name in others} == dict.fromkeys(others, "mine")
    assert (built / "empty").is_dir()


@pytest.mark.parametrize("name", ["handbook/index.html", "manifest.json", "framework.json"])
def test_a_file_of_others_in_the_way_is_not_overwritten(name: str, project: Path) -> None:
    file = project / "build" / name
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    run = ksf("build", "--project", project)
    assert run.status == 2, run.errors
    assert name in run.errors
    assert tree(project / "build") == {name: b"mine"}


def test_a_folder_in_the_way_is_not_removed(project: Path) -> None:
    (project / "build/framework.json").mkdir(parents=True)
    run = ksf("build", "--project", project)
    assert run.status == 2, run.errors
    assert "framework.json" in run.errors
    assert tree(project / "build") == {}


@pytest.mark.parametrize("path", ["../precious.txt", "handbook/../../precious.txt", "{absolute}"])
def test_a_forged_manifest_removes_nothing_outside(path: str, project: Path, built: Path) -> None:
    precious = project / "precious.txt"
    precious.write_text("mine")
    manifest = json.loads((built / "manifest.json").read_text())
    forged = path.replace("{absolute}", str(precious))
    manifest["files"].append({"path": forged, "size": 4, "sha256": "0" * 64})
    (built / "manifest.json").write_text(json.dumps(manifest))
    ksf("build", "--project", project)
    assert precious.read_text() == "mine"


def test_a_manifest_that_cannot_be_read_stops_the_build(project: Path, built: Path) -> None:
    (built / "manifest.json").write_text("{")
    before = tree(built)
    run = ksf("build", "--project", project)
    assert run.status == 2, run.errors
    assert "manifest.json" in run.errors
    assert tree(built) == before


def test_only_one_part_is_written(project: Path) -> None:
    assert ksf("build", "--only", "checklists", "--project", project).status == 0
    files = set(tree(project / "build"))
    assert any(path.startswith("checklists/") for path in files)
    assert not any(path.startswith(("handbook/", "schemas/")) for path in files)


def test_the_other_parts_stay_as_they_are(project: Path, built: Path) -> None:
    before = tree(built)
    change(project / "framework/framework.yaml", "edition: 0.1.0", "edition: 0.2.0")
    assert ksf("build", "--only", "checklists", "--project", project).status == 0
    after = tree(built)
    assert after.keys() == before.keys()
    changed = {path.split("/")[0] for path in after if after[path] != before[path]}
    assert changed == {"checklists", "manifest.json"}
