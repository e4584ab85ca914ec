"""`ksf check --fix`: mends what can only be meant in one way, and nothing else."""

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest
from messy import HEAD, HOSTILE_FILE, hostile
from running import BINARY, copy_shipped_project, ksf, tree, write_project

DOMAIN = """\
# A comment, and 'quotes'.
domain: craft   # why
title:   "Craft"
outcomes:

  - id: C-1
    title: Makes things that last
    statements:
      - {id: tools, text: good tools are looked after, phase: year-1}
      - {id: knives, text: a blunt knife is sharpened,
         phase: year-1, relies-on: [tools]}
"""

# What is changed, so that the fix has to change it back.
MISTAKES = {
    "a misspelt key": ("title:   ", "titel:   "),
    "a misspelt first key": ("domain:", "domian:"),
    "a misspelt reference": ("relies-on: [tools]", "relies-on: [toosl]"),
    "a misspelt phase": ("phase: year-1,", "phase: yaer-1,"),
    "a key in a flow mapping": ("text: a blunt", "txet: a blunt"),
    "no space after a colon": ("title: Makes", "title:Makes"),
    "no space after a dash": ("- id: C-1\n", "-id: C-1\n"),
    "curly quotes round an id": ("{id: tools,", "{id: \u201ctools\u201d,"),
    "a space at the end of an id": ("{id: knives,", "{id: 'knives ',"),
    "a zero-width space in an id": ("phase: year-1, relies", "phase: year\u200b-1, relies"),
    "a byte order mark in the text": ("looked after", "looked \ufeffafter"),
}


def write(folder: Path, domain: bytes) -> Path:
    project = write_project(folder, {"framework/framework.yaml": HEAD})
    (project / "framework/domain.yaml").write_bytes(domain)
    return project


def domain(project: Path) -> bytes:
    return (project / "framework/domain.yaml").read_bytes()


SHAPES = {
    "as it is": lambda text: text.encode(),
    "CR LF": lambda text: text.replace("\n", "\r\n").encode(),
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no line break at the end": lambda text: text.rstrip("\n").encode(),
    "all of these": lambda text: b"\xef\xbb\xbf" + text.rstrip("\n").replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_mended_and_nothing_else_changes(
    mistake: str, shape: str, tmp_path: Path
) -> None:
    right, wrong = MISTAKES[mistake]
    assert right in DOMAIN
    project = write(tmp_path, SHAPES[shape](DOMAIN.replace(right, wrong, 1)))
    run = ksf("check", "--fix", "--project", project)
    assert domain(project) == SHAPES[shape](DOMAIN), run.errors
    assert "1 fix applied in 1 file" in run.errors
    assert run.status == 0
    again = ksf("check", "--fix", "--project", project)
    assert domain(project) == SHAPES[shape](DOMAIN)
    assert (again.status, "applied" in again.errors) == (0, False)


def test_all_mistakes_at_once_need_one_run(tmp_path: Path) -> None:
    text = DOMAIN
    # A dash without a space hides the glued key below it too well to be told with it.
    chosen = [name for name in MISTAKES if name not in ("no space after a dash", "a misspelt phase")]
    for right, wrong in (MISTAKES[name] for name in chosen):
        assert right in text
        text = text.replace(right, wrong, 1)
    project = write(tmp_path, text.encode())
    run = ksf("check", "--fix", "--project", project)
    assert domain(project).decode() == DOMAIN, run.errors
    assert f"{len(chosen)} fixes applied in 1 file" in run.errors


def test_what_is_left_is_shown_and_decides_the_status(tmp_path: Path) -> None:
    text = DOMAIN.replace("title:   ", "titel:   ").replace("[tools]", "[Z-9]")
    project = write(tmp_path, text.encode())
    run = ksf("check", "--fix", "--project", project)
    assert run.status == 1
    assert [problem.rule for problem in run.problems] == ["unknown-reference"]
    assert domain(project).decode() == DOMAIN.replace("[tools]", "[Z-9]")


def test_nothing_to_mend_touches_no_file(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    run = ksf("check", "--fix", "--project", project)
    assert "applied" not in run.errors
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    project = write(tmp_path / "project", DOMAIN.replace("title:   ", "titel:   ").encode())
    file = project / "framework/domain.yaml"
    real = project / "elsewhere.yaml"
    shutil.move(file, real)
    file.symlink_to(real)
    real.chmod(0o640)
    assert ksf("check", "--fix", "--project", project).status == 0
    assert file.is_symlink() and file.readlink() == real
    assert real.read_text() == DOMAIN
    assert real.stat().st_mode & 0o7777 == 0o640
    assert sorted(path.name for path in project.iterdir()) == ["elsewhere.yaml", "framework"]


def test_a_full_disk_is_3_and_nothing_changes(tmp_path: Path) -> None:
    project = write(tmp_path, DOMAIN.replace("title:   ", "titel:   ").encode())
    before = tree(project)

    # No file may be larger. Python ignores the signal of it; the compiler shall see the error.
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    run = subprocess.run(
        [BINARY, "check", "--fix", "--project", project],
        preexec_fn=limit, restore_signals=False, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 3 and "cannot write" in run.stderr, run.stderr
    assert tree(project) == before


def test_a_template_of_ones_own_is_mended(tmp_path: Path) -> None:
    project = write(tmp_path, DOMAIN.encode())
    template = project / "templates/checklists/checklist.md.mustache"
    template.parent.mkdir(parents=True)
    template.write_text("# {{{codeHeading}}}\n\n{{! {{{kept}}} }}\n")
    run = ksf("check", "--fix", "--project", project)
    assert template.read_text().startswith("# {{codeHeading}}\n"), run.errors
    assert sorted(tree(project)) == [
        "framework/domain.yaml",
        "framework/framework.yaml",
        "templates/checklists/checklist.md.mustache",
    ]


def test_a_report_tells_what_is_left(tmp_path: Path) -> None:
    project = write(tmp_path, DOMAIN.replace("title:   ", "titel:   ").encode())
    run = ksf("check", "--fix", "--format", "gitlab", "--project", project)
    assert (run.status, run.output) == (0, "[]\n")
    assert "1 fix applied" in run.errors


# --dry-run


def broken_project(folder: Path) -> Path:
    project = hostile(folder)
    (project / "framework/a long way.yaml").write_text(
        "domian: other\n"
        + "".join(f"# {number}\n" for number in range(30))
        + "titel: Other\noutcomes: []"
    )
    return project


@pytest.mark.parametrize("tool", [["patch", "-p1", "--no-backup-if-mismatch"], ["git", "apply"]])
@pytest.mark.parametrize("place", ["in the project", "above it"])
def test_the_patch_does_what_fix_does(tool: list[str], place: str, tmp_path: Path) -> None:
    project = broken_project(tmp_path / "a" / "pro ject")
    mended = shutil.copytree(project, tmp_path / "b" / "pro ject")
    before = tree(project)
    folder, name = (project, ".") if place == "in the project" else (project.parent, "pro ject")

    dry = ksf("check", "--fix", "--dry-run", "--project", name, folder=folder)
    assert tree(project) == before
    assert dry.output.startswith("--- ")
    assert "can be applied in 2 files" in dry.errors
    real = ksf("check", "--fix", "--project", mended)
    assert (dry.status, dry.problems) == (real.status, real.problems)

    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    patched = subprocess.run(
        tool, input=dry.output.encode(), cwd=folder, capture_output=True, env=environment
    )
    assert patched.returncode == 0, patched.stdout + patched.stderr
    assert tree(project) == tree(mended) != before
    assert (project / HOSTILE_FILE).read_bytes() == (mended / HOSTILE_FILE).read_bytes()


def test_the_patch_applies_in_a_repository(tmp_path: Path) -> None:
    project = broken_project(tmp_path / "repo/deep/project")
    subprocess.run(["git", "init", "--quiet", tmp_path / "repo"], check=True)
    dry = ksf("check", "--fix", "--dry-run", folder=project)
    patched = subprocess.run(
        ["git", "apply"], input=dry.output.encode(), cwd=project, capture_output=True
    )
    assert patched.returncode == 0, patched.stderr
    assert ksf("check", "--fix", "--dry-run", folder=project).output == ""


def test_nothing_to_mend_is_an_empty_patch(tmp_path: Path) -> None:
    run = ksf("check", "--fix", "--dry-run", "--project", write(tmp_path, DOMAIN.encode()))
    assert (run.status, run.output) == (0, "")
    assert "small 1.0.0" in run.errors


@pytest.mark.parametrize(
    "arguments",
    [["--dry-run"], ["--fix", "--dry-run", "--format", "json"],
     ["--fix", "--dry-run", "--write-baseline", "x"]],
    ids=" ".join,
)  # fmt: skip
def test_what_does_not_go_together_is_2(arguments: list[str], tmp_path: Path) -> None:
    project = write(tmp_path, DOMAIN.replace("title:   ", "titel:   ").encode())
    before = tree(project)
    run = ksf("check", *arguments, folder=project)
    assert run.status == 2 and "--dry-run" in run.errors and run.output == ""
    assert tree(project) == before
