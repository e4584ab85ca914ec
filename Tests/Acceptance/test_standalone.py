"""The binary alone, on a machine that has nothing."""

import re
import resource
import shutil
import subprocess
from pathlib import Path

import pytest
from running import BINARY, REPOSITORY, SMALL_PROJECT, ksf, tree, write_project

# "`framework/first.yaml`", and below it what the file holds.
NAMED_FILE = re.compile(r"^`(framework/[\w./-]+)`:?\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def readme_files() -> dict[str, str]:
    return dict(NAMED_FILE.findall((REPOSITORY / "README.md").read_text(encoding="utf-8")))


def test_binary_needs_no_shared_library() -> None:
    said = subprocess.run(["ldd", BINARY], capture_output=True, text=True)
    assert "not a dynamic executable" in said.stdout + said.stderr


def test_binary_needs_little_memory(tmp_path: Path) -> None:
    write_project(tmp_path / "project", SMALL_PROJECT)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (16 << 20, 16 << 20))

    # It takes more at once where it may; here it may not.
    check = [BINARY, "check", "--project", tmp_path / "project"]
    run = subprocess.run(check, preexec_fn=limit, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def empty_machine(root: Path) -> list[str]:
    """What to put before a command so that it sees only the files below a folder, and /proc.

    Swift's runtime reads the program's arguments in /proc, which every Linux has.
    """
    (root / "proc").mkdir()
    enter = f"mount --rbind /proc {root}/proc && exec env -i $(command -v chroot) {root} \"$@\""
    for unshare in [["unshare", "--mount"], ["unshare", "--map-root-user", "--mount"]]:
        command = [*unshare, "sh", "-c", f"PATH=$PATH:/usr/sbin; {enter}", "sh"]
        if subprocess.run([*command, "/ksf", "--version"], capture_output=True).returncode == 0:
            return command
    pytest.fail("chroot is not allowed here: be root, or allow name spaces for users")


def test_binary_runs_in_an_empty_machine(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_project(root / "project", SMALL_PROJECT)
    shutil.copy(BINARY, root / "ksf")
    command = [*empty_machine(root), "/ksf", "build", "--project", "/project"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    written = tree(root / "project/build")
    assert b"Makes things that last" in written["handbook/domains/craft.html"]
    assert ksf("build", "--project", root / "project", "--output", tmp_path / "here").status == 0
    assert written == tree(tmp_path / "here")


def test_binary_runs_in_an_empty_environment(tmp_path: Path) -> None:
    write_project(tmp_path, SMALL_PROJECT)
    shutil.copy(BINARY, tmp_path / "ksf")
    run = subprocess.run(["./ksf", "build"], cwd=tmp_path, env={}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "build/handbook/domains/craft.html").is_file()


def test_framework_in_the_readme_builds(tmp_path: Path) -> None:
    files = readme_files()
    assert len(files) == 2
    assert sum(len(text.splitlines()) for text in files.values()) == 14
    run = ksf("build", "--strict", folder=write_project(tmp_path, files))
    assert (run.status, run.errors) == (0, "")
    assert (tmp_path / "build/handbook/index.html").is_file()
