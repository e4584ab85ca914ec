"""What a newcomer sees of `make handbook` before, while and after the program is built, and when it cannot be."""

import os
import pty
import re
import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest
from running import HANGING, REPOSITORY

STEPS = """\
Fetching https://example.org/parser from cache
[1/20] Compiling Output ByteBuffer.swift
[2/20] Linking ksf
"""

ERROR = """\
/here/Sources/Output/ByteBuffer.swift:3:5: error: cannot find 'x' in scope
1 | x
  | `- error: cannot find 'x' in scope
"""

NOISE = "x.o: warning: Using 'dlopen' in statically linked applications requires at runtime the shared libraries\n"


def fake_swift(folder: Path, text: str, status: int, program: str = "") -> dict[str, str]:
    """An environment in which `swift build` prints a text, makes a program of its own, and ends."""
    swift = folder / "bin/swift"
    swift.parent.mkdir()
    (folder / "said").write_text(text)
    swift.write_text(
        f"#!/bin/bash\ncat {folder}/said\n"
        f"{program}\n"
        f"exit {status}\n"
    )  # fmt: skip
    swift.chmod(swift.stat().st_mode | stat.S_IXUSR)
    return {**os.environ, "PATH": f"{swift.parent}:{os.environ['PATH']}"}


def make(target: str, scratch: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", target, f"SCRATCH={scratch}"],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=HANGING,
    )  # fmt: skip


def shown(text: str) -> str:
    run = subprocess.run(
        [REPOSITORY / "Tests/show-progress"], input=text, capture_output=True, text=True, check=True
    )
    return run.stdout


def test_steps_and_what_the_linker_always_says_are_not_shown() -> None:
    assert shown(STEPS + NOISE + "Build of product 'ksf' complete! (61.32s)\n") == ""


def test_an_error_is_shown_as_it_came() -> None:
    assert shown(STEPS + ERROR + "[3/20] Compiling Model\n") == ERROR


def test_a_last_line_without_an_end_is_shown() -> None:
    assert shown(STEPS + "error: fatalError") == "error: fatalError\n"


def test_without_a_terminal_a_line_comes_now_and_then() -> None:
    script = (REPOSITORY / "Tests/show-progress").read_text().replace("pause=30", "pause=0")
    run = subprocess.run(["bash", "-c", script], input=STEPS, capture_output=True, text=True, check=True)
    assert re.sub(r"^\d+:\d\d  ", "", run.stdout, flags=re.M) == STEPS
    assert "\r" not in run.stdout


def test_a_terminal_has_one_line_that_counts_up_and_is_gone_at_the_end() -> None:
    ours, theirs = pty.openpty()
    program = ["timeout", str(HANGING), REPOSITORY / "Tests/show-progress"]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=theirs, stderr=theirs) as run:
        os.close(theirs)
        assert run.stdin
        run.stdin.write(b"[1/20] Compiling Output\n")
        run.stdin.flush()
        said = b""
        # It says so each second, though nothing comes.
        while said.count(b"Compiling Output") < 3:
            said += os.read(ours, 1000)
        run.stdin.write(b"error: no\n")
        run.stdin.close()
        while b"error: no" not in said or not said.endswith(b"\r\x1b[K"):
            said += os.read(ours, 1000)
    os.close(ours)
    assert re.search(rb"\r\x1b\[K0:0\d  \[1/20\] Compiling Output\r\x1b\[K0:0\d  ", said)
    assert b"\r\x1b[Kerror: no\r\n" in said


def make_program(path: Path, word: str) -> str:
    """The command that makes a program which says one word."""
    return f"mkdir -p {path.parent}; printf '#!/bin/bash\\necho {word}' > {path}; chmod +x {path}"


@pytest.mark.parametrize("is_first", [True, False], ids=["first", "later"])
def test_a_build_that_fails_says_why_and_shows_no_handbook(is_first: bool, tmp_path: Path) -> None:
    scratch = tmp_path / "build"
    if not is_first:
        subprocess.run(["bash", "-c", make_program(scratch / "quick/release/ksf", "old")], check=True)
    run = make("handbook", scratch, fake_swift(tmp_path, STEPS + ERROR, 1))
    assert run.returncode != 0
    assert run.stdout.startswith("Building ksf. The first time takes about ") == is_first
    assert ERROR in run.stdout
    assert "The handbook is at" not in run.stdout
    assert "old" not in run.stdout.splitlines()


def test_without_a_network_it_says_what_it_is_needed_for(tmp_path: Path) -> None:
    said = "error: Failed to clone repository https://github.com/apple/swift-argument-parser:\n"
    run = make("handbook", tmp_path / "build", fake_swift(tmp_path, said, 1))
    assert run.returncode != 0
    assert said in run.stdout
    assert "Connect to the network, and make again." in run.stderr


def test_without_a_toolchain_it_says_where_to_get_one(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ["bash", "make", "find", "ls", "sha256sum", "cut"]:
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    run = make("handbook", tmp_path / "build", {**os.environ, "PATH": str(tools)})
    assert run.returncode != 0
    assert "https://www.swift.org/install/linux/" in run.stderr


@pytest.mark.parametrize("is_fresh", [True, False], ids=["fresh", "stale"])
def test_a_release_program_is_used_while_no_source_is_newer(is_fresh: bool, tmp_path: Path) -> None:
    scratch = tmp_path / "build"
    release = scratch / "release/ksf"
    subprocess.run(["bash", "-c", make_program(release, "release")], check=True)
    when = time.time() + (3600 if is_fresh else -10 * 365 * 86400)
    os.utime(release, (when, when))
    quick = make_program(scratch / "quick/release/ksf", "quick")
    run = make("handbook", scratch, fake_swift(tmp_path, STEPS, 0, quick))
    assert run.returncode == 0, run.stderr
    assert ("release" if is_fresh else "quick") in run.stdout.splitlines()
    assert f"The handbook is at {REPOSITORY}/build/handbook/index.html" in run.stdout
