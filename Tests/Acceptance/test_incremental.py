"""A build for which nothing has changed does nothing, and any other writes what a clean build writes."""

import json
import os
import random
import re
import shutil
import time
from pathlib import Path

import pytest
from running import Run, copy_shipped_project, ksf, tree


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_shipped_project(tmp_path / "project")
    # What was changed a moment ago might be changed again without a trace in its stamp.
    time.sleep(0.05)
    return folder


def build(project: Path, *more: str | Path) -> Run:
    run = ksf("build", "--project", project, *more)
    assert run.status == 0, run.errors
    return run


def times(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What shows of each file and folder whether anybody has touched it."""
    found = {path: path.stat() for path in sorted(folder.rglob("*"))}
    return {
        str(path): (status.st_ino, status.st_mtime_ns, status.st_ctime_ns)
        for path, status in found.items()
    }


def written(run: Run) -> int:
    return int(next(line for line in run.output.splitlines() if " written" in line).split()[1])


def clean(project: Path, folder: Path) -> dict[str, bytes]:
    """What a build makes that remembers nothing, in a folder that was not there."""
    shutil.rmtree(folder, ignore_errors=True)
    build(project, "--no-cache", "--output", folder)
    return tree(folder)


def the_stamps(caches: Path) -> Path:
    """The one file of stamps."""
    files = [path for path in caches.rglob("*") if path.is_file()]
    assert len(files) == 1
    return files[0]


def test_the_second_build_touches_nothing_and_says_the_same(project: Path) -> None:
    # A warning, so that there is something to say.
    with (project / "framework/glossary.yaml").open("a") as glossary:
        glossary.write("  - {term: zyzzyva, definition: A beetle.}\n")
    time.sleep(0.05)
    first = build(project)
    assert "zyzzyva" in first.errors
    before = times(project)
    second = build(project)
    assert times(project) == before
    assert second.errors == first.errors
    assert written(second) == 0
    assert second.output.splitlines()[0] == first.output.splitlines()[0]
    assert second.output.splitlines()[2:] == first.output.splitlines()[2:]
    machine = [build(project, "--format", "json").output for _ in range(2)]
    assert machine[0] == machine[1] and json.loads(machine[0])


@pytest.mark.parametrize("builds", [1, 3])
def test_an_output_that_was_changed_is_told_and_mended_if_asked(project: Path, builds: int) -> None:
    for _ in range(builds):
        build(project)
        time.sleep(0.05)
    before = tree(project / "build")
    page = project / "build/handbook/index.html"
    status = page.stat()
    damaged = page.read_bytes().replace(b"the", b"teh", 1)

    def in_place() -> None:
        with page.open("r+b") as file:
            file.write(damaged)

    def in_place_with_its_old_time() -> None:
        in_place()
        os.utime(page, ns=(status.st_atime_ns, page.stat().st_mtime_ns - 10**12))

    def replaced() -> None:
        page.unlink()
        page.write_bytes(damaged)

    def manifest() -> None:
        path = project / "build/manifest.json"
        path.write_bytes(path.read_bytes().replace(b'"size": 1', b'"size": 2', 1))

    for harm in [in_place, in_place_with_its_old_time, replaced, page.unlink, manifest]:
        harm()
        changed = tree(project / "build")
        assert changed != before
        if harm not in [page.unlink, manifest]:
            # Somebody may want to keep what it says.
            run = ksf("build", "--project", project)
            assert run.status == 2 and f"{page}\n" in run.errors, harm
            assert tree(project / "build") == changed, harm
        build(project, "--force")
        assert tree(project / "build") == before, harm
    shutil.rmtree(project / "build")
    build(project)
    assert tree(project / "build") == before


def test_an_output_that_was_changed_at_once_is_told(project: Path) -> None:
    # In the same tick of the clock as far as that can be done, and of the same size.
    page = project / "build/handbook/index.html"
    build(project)
    right = page.read_bytes()
    for turn in range(20):
        with page.open("r+b") as file:
            file.write(b"<!doctype HTML>"[: turn % 15 + 1])
        is_changed = page.read_bytes() != right
        assert ksf("build", "--project", project).status == (2 if is_changed else 0)
        build(project, "--force")
        assert page.read_bytes() == right


def test_whatever_is_read_is_looked_at_again(project: Path) -> None:
    glossary = project / "framework/glossary.yaml"
    template = project / "templates/handbook/assets/extra.css"
    hidden = project / "framework/new/deep/more.yaml"

    def same_size() -> None:
        status = glossary.stat()
        text = glossary.read_text()
        assert " the " in text
        glossary.write_text(text.replace(" the ", " teh ", 1))
        os.utime(glossary, ns=(status.st_atime_ns, status.st_mtime_ns))

    def new_source() -> None:
        hidden.parent.mkdir(parents=True)
        hidden.write_text("glossary:\n  - {term: zyzzyva, definition: A beetle.}\n")

    def own_asset() -> None:
        template.parent.mkdir(parents=True)
        template.write_text("p {}\n")

    def changed_asset() -> None:
        template.write_text("q {}\n")

    for number, change in enumerate([same_size, new_source, own_asset, changed_asset]):
        build(project)
        build(project)
        change()
        assert written(build(project)) > 0, change
        assert tree(project / "build") == clean(project, project.parent / f"clean-{number}")
    for path in [hidden, template]:
        path.unlink()
        build(project)
        assert tree(project / "build") == clean(project, project.parent / "clean")


def test_another_command_is_another_build(project: Path, tmp_path: Path) -> None:
    build(project, "--only", "schemas")
    assert not (project / "build/handbook").exists()
    build(project)
    assert (project / "build/handbook").exists()
    build(project, "--single-file")
    assert (project / "build/handbook.html").exists()
    build(project)
    assert not (project / "build/handbook.html").exists()
    # The same words in another folder.
    other = copy_shipped_project(tmp_path / "other")
    title = "title: Another title for another project"
    file = other / "framework/framework.yaml"
    text = file.read_text()
    file.write_text("\n".join(title if line.startswith("title:") else line for line in text.split("\n")))
    for folder in [project, other, project, other]:
        assert ksf("build", folder=folder).status == 0
        made = json.loads((folder / "build/framework.json").read_text())["title"]
        assert (made == title[7:]) == (folder == other)


def test_an_error_is_told_each_time(project: Path) -> None:
    build(project)
    file = project / "framework/framework.yaml"
    right = file.read_text()
    file.write_text(right.replace("title:", "titel:", 1))
    runs = [ksf("build", "--project", project) for _ in range(2)]
    assert [run.status for run in runs] == [1, 1] and runs[0].errors == runs[1].errors
    file.write_text(right)
    assert written(build(project)) == 0


def test_a_damaged_cache_is_never_believed(project: Path, caches: Path) -> None:
    build(project)
    expected = tree(project / "build")
    cache = the_stamps(caches)
    whole = cache.read_bytes()
    source = random.Random(7)
    cuts = [whole[: source.randrange(len(whole))] for _ in range(10)]
    flips = []
    for _ in range(10):
        damaged = bytearray(whole)
        damaged[source.randrange(len(whole))] ^= 1 << source.randrange(8)
        flips.append(bytes(damaged))
    for damaged in [b"", b"\0" * 64, whole + b"\0", os.urandom(4096), *cuts, *flips]:
        cache.write_bytes(damaged)
        run = build(project)
        assert written(run) == 0 and tree(project / "build") == expected
        assert cache.read_bytes() != damaged
    shutil.rmtree(caches)
    build(project)
    cache.unlink()
    cache.mkdir()
    build(project)
    shutil.rmtree(caches)
    caches.write_text("no folder")
    build(project)
    assert tree(project / "build") == expected


def test_the_cache_is_bounded_and_nobody_elses(tmp_path: Path, caches: Path) -> None:
    project = copy_shipped_project(tmp_path / "project")
    for number in range(34):
        build(project, "--only", "schemas", "--output", tmp_path / f"out-{number}")
    files = [path for path in caches.rglob("*") if path.is_file()]
    assert len(files) == 32
    assert all(path.stat().st_mode & 0o077 == 0 for path in files)
    # The last is remembered.
    before = times(tmp_path / "out-33")
    build(project, "--only", "schemas", "--output", tmp_path / "out-33")
    assert times(tmp_path / "out-33") == before


def test_what_an_edit_of_a_text_makes_wrong_is_told(project: Path, tmp_path: Path) -> None:
    """Also what only all texts together tell, of which those that were not edited are not read again."""
    build(project)
    domain, other, *_ = sorted((project / "framework/domains").iterdir())
    right = domain.read_text()
    texts = re.findall(r"\n +text: ([a-z][^\n]+)(?=\n +\w+[\w-]*:)", right)
    assert len(texts) > 3
    told = {
        "undefined-abbreviation": "prepare what the QZT asks for",
        "near-duplicate": texts[-1],
        "long-statement": " ".join(["careful"] * 60),
    }
    for rule, text in told.items():
        domain.write_text(right.replace(f"text: {texts[0]}\n", f"text: {text}\n", 1))
        run = build(project)
        assert [problem.rule for problem in run.problems].count(rule) == 1, run.errors
        assert run.errors == build(project, "--no-cache", "--output", tmp_path / "clean").errors
        # Then it is among the texts that are not read again.
        other.write_text(re.sub(r"(\n +text: )(?=[a-z])", r"\g<1>truly ", other.read_text(), count=1))
        assert [problem.rule for problem in build(project).problems].count(rule) == 1
    domain.write_text(right)
    assert not {problem.rule for problem in build(project).problems} & set(told)


def test_without_a_cache_nothing_is_left_behind(project: Path, caches: Path) -> None:
    build(project, "--no-cache")
    assert not caches.exists()
