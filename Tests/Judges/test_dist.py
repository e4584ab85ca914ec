"""What `make dist` packs: the same bytes each time, and packages that other programs accept and install."""

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from running import BINARY, REPOSITORY, copy_shipped_project, tree


def run(*command: str | Path, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def as_root(*command: str | Path) -> str:
    return run(*([] if os.geteuid() == 0 else ["unshare", "--map-root-user"]), *command)


def pack(folder: Path) -> Path:
    run(sys.executable, REPOSITORY / "Packaging/dist.py", BINARY, folder)
    return folder


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pack(tmp_path_factory.mktemp("first") / "dist")


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The shipped framework, and what the program builds of it where it was made."""
    project = copy_shipped_project(tmp_path_factory.mktemp("shipped"), with_history=True)
    return project, build(BINARY, project, project / "here")


def build(program: Path, project: Path, output: Path) -> dict[str, bytes]:
    run(program, "build", "--project", project, "--output", output)
    return {path: content for path, content in tree(output).items() if not path.startswith(".")}


def test_a_second_run_gives_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    assert tree(pack(tmp_path / "second")) == tree(dist)


def test_the_sums_are_those_of_all_files(dist: Path) -> None:
    lines = [line.split("  ") for line in (dist / "SHA256SUMS").read_text().splitlines()]
    files = {path: content for path, content in tree(dist).items() if path != "SHA256SUMS"}
    assert {name: digest for digest, name in lines} == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items()
    }
    assert len(files) == 5


# The wheel


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    return only(dist, "*.whl")


def test_the_wheel_is_one_that_others_accept(wheel: Path) -> None:
    # It has no module, since it brings a program.
    run(sys.executable, "-m", "check_wheel_contents", "--ignore", "W007", wheel)
    run(sys.executable, "-m", "twine", "check", "--strict", wheel)
    assert "requires no external shared libraries" in run(sys.executable, "-m", "auditwheel", "show", wheel)


def test_the_wheel_is_for_every_linux(wheel: Path) -> None:
    machine = os.uname().machine
    for system in ["manylinux2014", "manylinux_2_17", "musllinux_1_1"]:
        assert f"{system}_{machine}" in wheel.name


def test_the_wheel_installs_and_builds_the_same(
    wheel: Path, built: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "v")
    run(tmp_path / "v/bin/python", "-m", "pip", "install", "--no-index", wheel)
    project, here = built
    assert build(tmp_path / "v/bin/ksf", project, tmp_path / "there") == here
    run(tmp_path / "v/bin/python", "-m", "pip", "uninstall", "--yes", "ksf")
    assert not (tmp_path / "v/bin/ksf").exists()


def test_the_bill_of_materials_names_what_is_linked(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [it for it in archive.namelist() if ".dist-info/sboms/" in it]
        bill = json.loads(archive.read(name))
    versions = {it["name"]: it["version"] for it in bill["components"]}
    assert all(re.match(r"[\d:]+", version) for version in versions.values())
    linked = {
        archive
        for path in (REPOSITORY / "Sources").glob("C*/module.modulemap")
        for archive in re.findall(r'link ":lib([\w-]+)\.a"', path.read_text())
    }
    names = {"z": "zlib", "yaml": "libyaml", "cmark-gfm-extensions": "cmark-gfm"}
    assert linked and {names.get(it, it) for it in linked} <= versions.keys()
    assert {"glibc", "libstdc++", "libgcc", "swift", "swift-argument-parser"} <= versions.keys()
    notice = (REPOSITORY / "NOTICE").read_text().lower().replace(" ", "-")
    assert not [name for name in versions if name not in notice]


def test_the_wheel_has_the_terms_of_each_library(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = next(it for it in archive.namelist() if it.endswith("/METADATA"))
        named = re.findall(r"^License-File: (.*)$", archive.read(metadata).decode(), re.M)
        there = [it.partition("/licenses/")[2] for it in archive.namelist() if "/licenses/" in it]
    assert sorted(named) == sorted(there) and len(named) > 6


# The package for Debian


@pytest.fixture(scope="module")
def package(dist: Path) -> Path:
    return only(dist, "*.deb")


def test_lintian_accepts_the_package(package: Path) -> None:
    assert run("lintian", "--allow-root", "--fail-on", "error,warning", package) == ""


def test_the_package_installs_and_builds_the_same(
    package: Path, built: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    root = tmp_path / "root"
    for folder in ["info", "updates"]:
        (root / "var/lib/dpkg" / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    as_root("dpkg", f"--root={root}", "--log=/dev/null", "--install", package)
    project, here = built
    assert build(root / "usr/bin/ksf", project, tmp_path / "there") == here
    as_root("dpkg", f"--root={root}", "--log=/dev/null", "--purge", "ksf")
    assert not [path for path in tree(root) if path.startswith("usr/")]


# The tar.gz and the container


def test_the_archive_has_the_program_and_what_shells_read(
    dist: Path, built: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    with tarfile.open(only(dist, "*.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    (top,) = tmp_path.iterdir()
    project, here = built
    assert build(top / "bin/ksf", project, tmp_path / "there") == here
    for name in ["share/man/man1/ksf.1.gz", "share/zsh/site-functions/_ksf", "licenses/LICENSE", "ksf.cdx.json"]:
        assert (top / name).is_file(), name
    run("bash", "-n", top / "share/bash-completion/completions/ksf")


def test_the_manual_page_has_every_command(dist: Path) -> None:
    with tarfile.open(only(dist, "*.tar.gz")) as archive:
        member = next(it for it in archive.getnames() if it.endswith("ksf.1.gz"))
        file = archive.extractfile(member)
        assert file
        text = gzip.decompress(file.read()).decode().replace("\\-", "-")
    help = run(BINARY, "--help")
    commands = re.findall(r"^  ([a-z]+)  ", help.partition("SUBCOMMANDS:")[2], re.M)
    assert len(commands) > 10
    for command in commands:
        assert f'.SS "ksf {command}"' in text


def test_the_container_holds_what_its_recipe_names(dist: Path) -> None:
    recipe = (dist / "Containerfile").read_text()
    (name,) = re.findall(r"^COPY (\S+) /ksf$", recipe, re.M)
    machine = {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine]
    assert os.access(dist / name.replace("${TARGETARCH}", machine), os.X_OK)
    assert recipe.count("\nFROM scratch\n") == 1
