"""What a build may touch: only files that ksf wrote itself."""

import fcntl
import json
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from running import BINARY, HANGING, attacks, copy_shipped_project, ksf, tree


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


FRAMEWORK = """\
framework: first-aid
title: First aid
edition: 1.0.0
language: en-GB
phases: [{id: year-1, title: First year}]
"""

DOMAIN = """\
domain: burns
title: Burns
outcomes:
  - id: B-1
    title: Cools burns
    statements:
      - {id: B-1.1, text: how long a burn has to be cooled, phase: year-1}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A framework that is built in a moment."""
    folder = tmp_path / "small"
    (folder / "framework").mkdir(parents=True)
    (folder / "framework/framework.yaml").write_text(FRAMEWORK)
    (folder / "framework/burns.yaml").write_text(DOMAIN)
    return folder


def rewrite(project: Path, title: str) -> None:
    """Changes all pages."""
    (project / "framework/framework.yaml").write_text(FRAMEWORK.replace("First aid", title))


def start(project: Path) -> subprocess.Popen[bytes]:
    command = [BINARY, "build", "--project", project]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def clean(project: Path, folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder, ignore_errors=True)
    assert ksf("build", "--no-cache", "--project", project, "--output", folder).status == 0
    return tree(folder)


def test_a_build_that_is_killed_lets_the_next_one_through(small: Path, tmp_path: Path) -> None:
    chance = random.Random(19)
    wholes: list[dict[str, bytes]] = []
    # Twice as long as a build takes here, so that it ends at any of its moments; or before its kill.
    began = time.monotonic()
    clean(small, tmp_path / "clean")
    length = 2 * (time.monotonic() - began)
    rounds = attacks(15, 200)
    for turn in range(rounds):
        rewrite(small, f"First aid {turn}")
        wholes.append(clean(small, tmp_path / "clean"))
        build = start(small)
        try:
            build.wait(chance.random() * length)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
        build.communicate(timeout=HANGING)
        # A framework with an error changes nothing, but what was begun is finished.
        (small / "framework/wrong.yaml").write_text("domian: x")
        assert ksf("build", "--project", small).status == 1
        (small / "framework/wrong.yaml").unlink()
        assert tree(small / "build") in [{}, *wholes]
        if turn % 2 == 0:
            run = ksf("build", "--project", small)
            assert run.status == 0, run.errors
            assert tree(small / "build") == wholes[-1]


def test_builds_at_once_wait_for_one_another(small: Path, tmp_path: Path) -> None:
    for turn in range(attacks(6, 50)):
        rewrite(small, f"First aid {turn}")
        builds = [start(small) for _ in range(2 + turn % 2)]
        ends = [(*build.communicate(timeout=HANGING), build.returncode) for build in builds]
        assert all(status == 0 for _, _, status in ends), ends
        assert tree(small / "build") == clean(small, tmp_path / "clean")
        if turn % 4 == 3:
            shutil.rmtree(small / "build")


def injured(content: bytes, chance: random.Random) -> bytes:
    """A file with a bit turned over, cut off, or with a part of it lost, doubled or moved."""
    changed = bytearray(content)
    place = chance.randrange(len(changed))
    end = place + chance.randint(1, 60)
    match chance.randrange(5):
        case 0:
            changed[place] ^= 1 << chance.randrange(8)
        case 1:
            del changed[place:]
        case 2:
            del changed[place:end]
        case 3:
            changed[place:place] = changed[place:end]
        case 4:
            changed = changed[place:] + changed[:place]
    return bytes(changed)


def test_a_damaged_manifest_is_named_or_read(small: Path, tmp_path: Path) -> None:
    chance = random.Random(1)
    assert ksf("build", "--project", small).status == 0
    manifest = small / "build/manifest.json"
    whole = manifest.read_bytes()
    (small / "build/mine").write_text("mine")
    expected = {**tree(small / "build")}
    outside = tree(small / "framework")
    for _ in range(attacks(40, 400)):
        manifest.write_bytes(injured(whole, chance))
        run = ksf("build", "--project", small)
        assert not run.has_crashed and run.status in (0, 2), run.errors
        assert (small / "build/mine").read_text() == "mine"
        assert tree(small / "framework") == outside
        if run.status == 0:
            assert tree(small / "build") == expected
        else:
            assert "manifest.json" in run.errors or "in the way" in run.errors
            assert "--force" in run.errors or "manifest.json" in run.errors, run.errors


def test_damaged_stamps_are_no_stamps(small: Path, tmp_path: Path) -> None:
    chance = random.Random(2)
    caches = {"XDG_CACHE_HOME": str(tmp_path / "caches")}
    # No stamp is kept while a source is so young that it could change without a new stamp.
    for _ in range(1000):
        assert ksf("build", "--project", small, environment=caches).status == 0
        if (tmp_path / "caches/ksf").is_dir() and any((tmp_path / "caches/ksf").iterdir()):
            break
    expected = tree(small / "build")
    (stamps,) = (tmp_path / "caches/ksf").iterdir()
    whole = stamps.read_bytes()
    for _ in range(attacks(40, 400)):
        stamps.write_bytes(injured(whole, chance))
        (small / "build/framework.json").unlink()
        run = ksf("build", "--project", small, environment=caches)
        assert run.status == 0, run.errors
        assert tree(small / "build") == expected


def test_each_path_that_a_build_names_is_there(small: Path) -> None:
    for _ in range(2):
        run = ksf("build", "--project", small)
        named = [line.split(maxsplit=1)[1] for line in run.output.splitlines()[2:]]
        assert len(named) > 3 and all(Path(path).exists() for path in named), named
    # There is no record, so there is no form.
    assert "Forms:" not in run.output


def test_a_build_that_waits_says_so(small: Path) -> None:
    assert ksf("build", "--project", small).status == 0
    rewrite(small, "Second aid")
    before = tree(small / "build")
    descriptor = os.open(small / "build", os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    build = start(small)
    assert build.stderr is not None
    line = build.stderr.readline().decode()
    assert line == f"another build is writing to {small}/build; waiting for it\n"
    assert tree(small / "build") == before
    # What is changed while it waits is in what it builds.
    rewrite(small, "Third aid")
    os.close(descriptor)
    build.communicate(timeout=HANGING)
    assert build.returncode == 0
    assert b"Third aid" in (small / "build/handbook/index.html").read_bytes()


def test_several_may_verify_at_once(small: Path) -> None:
    assert ksf("build", "--project", small).status == 0
    descriptor = os.open(small / "build", os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    run = ksf("build", "--verify", "--project", small)
    os.close(descriptor)
    assert run.status == 0 and "waiting" not in run.errors


@pytest.mark.parametrize("what", ["file", "folder", "staging"])
def test_nothing_is_written_where_a_link_leads(what: str, small: Path, tmp_path: Path) -> None:
    assert ksf("build", "--project", small).status == 0
    paths = {"file": "framework.json", "folder": "handbook/outcomes", "staging": ".ksf-new"}
    path = small / "build" / paths[what]
    outside = tmp_path / "outside"
    if path.exists():
        path.rename(outside)
    else:
        outside.mkdir()
    path.symlink_to(outside)
    rewrite(small, "Second aid")
    before = tree(tmp_path)
    for options in [[], ["--force"], ["--verify"]]:
        if what == "staging" and options == ["--verify"]:
            continue
        run = ksf("build", "--project", small, *options)
        assert run.status == 2, run.errors
        assert f'"{path}" is in the way: it is a link' in run.errors
        assert tree(tmp_path) == before


def test_a_checklist_that_somebody_has_ticked_is_kept(small: Path) -> None:
    assert ksf("build", "--project", small).status == 0
    checklist = small / "build/checklists/phases/year-1.md"
    change(checklist, "[ ]", "[x]")
    rewrite(small, "Second aid")
    before = tree(small / "build")
    run = ksf("build", "--project", small)
    assert run.status == 2 and str(checklist) in run.errors and "--force" in run.errors
    assert tree(small / "build") == before
    checklist.rename(small / "mine.md")
    assert ksf("build", "--project", small).status == 0
    assert "[x]" not in checklist.read_text()


def unfit(project: Path) -> list[tuple[str, str]]:
    """Outputs in which a build would harm the project, and a word of why."""
    (project / "alias").symlink_to("framework")
    (project / "seeds").mkdir()
    return [
        ("", "--output names no folder"),
        (f"{project}/framework", "in framework/"),
        (f"{project}/framework/", "in framework/"),
        (f"{project}/framework/out/deep", "in framework/"),
        (f"{project}/not/there/../../seeds", "in seeds/"),
        (f"{project}/templates", "in templates/"),
        (f"{project}/editions/out", "in editions/"),
        (f"{project}/alias/out", "in framework/"),
        (f"{project}", "the project folder itself"),
        (f"{project}/build/..", "the project folder itself"),
    ]


def test_an_output_among_the_sources_is_refused(small: Path) -> None:
    cases = unfit(small)
    before = tree(small)
    for output, why in cases:
        for more in [[], ["--verify"], ["--force"]]:
            run = ksf("build", "--project", small, "--output", output, *more)
            assert run.status == 2 and why in run.errors, (output, run)
            assert tree(small) == before
    for output in ["frameworks", "build/framework"]:
        assert ksf("build", "--project", small, "--output", small / output).status == 0


@pytest.mark.parametrize("command", ["check", "build", "diff", "coverage"])
def test_a_project_without_a_name_is_refused(command: str) -> None:
    run = ksf(command, "--project", "")
    assert run.status == 2 and "--project names no folder" in run.errors, run


@pytest.mark.parametrize(
    "place",
    [
        "framework/more.yaml",
        "framework/deep/more.yaml",
        "seeds/law.yaml",
        "templates/handbook/assets/secret.txt",
        "templates/handbook/assets/folder",
        "templates",
        "editions/0.9.0/framework/more.yaml",
        "framework/framework.lock",
    ],
)
@pytest.mark.parametrize("where", ["outside", "hidden"])
def test_a_link_out_of_the_project_is_named(
    place: str, where: str, small: Path, tmp_path: Path
) -> None:
    folder = tmp_path if where == "outside" else small / ".git"
    folder.mkdir(exist_ok=True)
    secret = folder / "secret"
    if place.endswith(("folder", "templates")):
        (secret / "handbook").mkdir(parents=True)
        (secret / "handbook/s.txt").write_text("hush")
    else:
        secret.write_text("hush")
    link = small / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(os.path.relpath(secret, link.parent))
    for command in ["check", "build"]:
        run = ksf(command, "--project", small)
        assert run.status == 2, run
        assert f'"{link}" is a link that leads out of the project' in run.errors
        assert "hush" not in run.errors + run.output
    assert not (small / "build").exists()


def test_a_link_inside_the_project_is_followed(small: Path) -> None:
    (small / "framework/burns.yaml").rename(small / "burns.yaml")
    (small / "framework/burns.yaml").symlink_to("../burns.yaml")
    assert ksf("build", "--project", small).status == 0
    assert (small / "build/handbook/statements/B-1.1.html").is_file()
