"""The kit for continuous integration: its files are valid, and what can be run without a network is run."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from craft import FRAMEWORK, PROCESS, WOOD, commit, craft, edit, git, good, repository, set_edition
from running import BINARY, REPOSITORY, ksf, tree

GUIDE = (REPOSITORY / "docs/ci.md").read_text(encoding="utf-8")
NAMED = dict(re.findall(r"^`([^`\n]+)`:\n\n```yaml\n(.*?)^```", GUIDE, re.M | re.S))
SHELL = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.M | re.S)


def tool(*arguments: str | Path, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    quiet = {"GIT_CONFIG_GLOBAL": "/dev/null", "PIP_NO_INDEX": "1"}
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True,
        env={**os.environ, **quiet, **environment},
    )  # fmt: skip


def judged(schema: str, path: Path, *more: str) -> None:
    run = tool("check_jsonschema", "--builtin-schema", schema, *more, path)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture
def path_with_ksf(tmp_path: Path) -> str:
    """A PATH in which `ksf` is the program that is tested."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "ksf").symlink_to(BINARY)
    return f"{folder}:{os.environ['PATH']}"


# MARK: Files for others to use


def test_the_action_fits_its_schema() -> None:
    judged("vendor.github-actions", REPOSITORY / "action.yml")


def test_the_action_hands_over_every_input() -> None:
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text())
    run = action["runs"]["steps"][-1]
    assert run["run"] == "${{ github.action_path }}/ci/run-ksf"
    script = (REPOSITORY / "ci/run-ksf").read_text()
    for name in run["env"]:
        assert f"${{{name}" in script, f"the script does not read {name}"
    used = set(re.findall(r"inputs\.([a-z]+)", json.dumps(action["runs"])))
    assert used == set(action["inputs"])
    # What somebody else chooses goes through the environment, and never into the text of a script.
    assert all("inputs." not in step.get("run", "") for step in action["runs"]["steps"])


def test_the_workflows_of_this_repository_fit_their_schema() -> None:
    for path in [".github/workflows/release.yml", "starters/ci/github/.github/workflows/framework.yml"]:
        judged("vendor.github-workflows", REPOSITORY / path)
    judged("vendor.gitlab-ci", REPOSITORY / "starters/ci/gitlab/.gitlab-ci.yml", "--data-transform", "gitlab-ci")


def test_the_gitlab_template_fits_its_schema() -> None:
    judged("vendor.gitlab-ci", REPOSITORY / "ci/ksf.gitlab-ci.yml", "--data-transform", "gitlab-ci")


def test_the_hooks_are_a_manifest() -> None:
    run = tool("pre_commit", "validate-manifest", REPOSITORY / ".pre-commit-hooks.yaml")
    assert run.returncode == 0, run.stdout + run.stderr


# MARK: The guide


def test_the_guide_has_an_example_for_each() -> None:
    assert set(NAMED) == {
        ".github/workflows/framework.yml", ".github/workflows/release.yml", ".github/workflows/handbook.yml",
        ".gitlab-ci.yml", ".pre-commit-config.yaml",
    }  # fmt: skip


@pytest.mark.parametrize("name", [it for it in NAMED if it.startswith(".github")])
def test_workflows_fit_their_schema(name: str, tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(NAMED[name])
    judged("vendor.github-workflows", tmp_path / "workflow.yml")
    inputs = yaml.safe_load((REPOSITORY / "action.yml").read_text())["inputs"]
    jobs = yaml.safe_load(NAMED[name])["jobs"].values()
    ours = [step for job in jobs for step in job["steps"] if step.get("uses", "").startswith("OWNER/ksf")]
    assert ours and all(set(step.get("with", {})) <= set(inputs) for step in ours)


def test_the_gitlab_example_fits_its_schema(tmp_path: Path) -> None:
    (tmp_path / "ci.yml").write_text(NAMED[".gitlab-ci.yml"])
    judged("vendor.gitlab-ci", tmp_path / "ci.yml", "--data-transform", "gitlab-ci")
    assert (REPOSITORY / yaml.safe_load(NAMED[".gitlab-ci.yml"])["include"][0]["local"]).is_file()


def sample(tmp_path: Path) -> Path:
    """A repository with a branch, and with the server's main branch as a clone has it."""
    project = repository(tmp_path / "sample")
    git(project, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(project, "checkout", "--quiet", "-b", "work")
    return project


@pytest.mark.parametrize("number", range(len(SHELL)))
def test_the_shell_parts_run(number: int, tmp_path: Path, path_with_ksf: str) -> None:
    project = sample(tmp_path)
    # One of them changes the settings of whoever runs it.
    own = {"PATH": path_with_ksf, "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig")}
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", SHELL[number]], cwd=project, capture_output=True, text=True,
        env={**os.environ, **own},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_table_says_what_is_so(tmp_path: Path) -> None:
    commands = re.findall(r"^\|[^|]*\| `(ksf [^`]+)` \|", GUIDE, re.M)
    project = sample(tmp_path)
    (project / "portfolios").mkdir()
    (project / "portfolios/p.yaml").write_text("framework: craft\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07\n")
    good("build", project=project)
    for command in commands:
        run = ksf(*command.split()[1:], folder=project)
        assert run.status == 0, (command, run.errors)
    assert len(commands) == 7


# MARK: pre-commit itself


def hooked(tmp_path: Path) -> Path:
    """A repository whose hooks come from a local copy of this one's manifest."""
    source = tmp_path / "ksf source"
    source.mkdir()
    shutil.copy(REPOSITORY / ".pre-commit-hooks.yaml", source)
    shutil.copy(REPOSITORY / "pyproject.toml", source)
    (source / "Packaging").mkdir()
    shutil.copy(REPOSITORY / "Packaging/hooks.py", source / "Packaging")
    git(source, "init", "--quiet")
    revision = commit(source)
    project = sample(tmp_path)
    text = NAMED[".pre-commit-config.yaml"].replace("https://github.com/OWNER/ksf", f'"{source}"').replace("rev: v1", f"rev: {revision}")
    (project / ".pre-commit-config.yaml").write_text(text)
    (project / ".gitignore").write_text("")
    good("build", project=project)
    commit(project)
    return project


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which pip finds a wheel with the program that is tested."""
    folder = tmp_path_factory.mktemp("wheels")
    version = ksf("--version").output.strip()
    info = f"ksf-{version}.dist-info"
    files = {
        f"ksf-{version}.data/scripts/ksf": BINARY.read_bytes(),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: ksf\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"ksf-{version}-py3-none-any.whl", "w") as archive:
        for name, content in {**files, f"{info}/RECORD": record.encode()}.items():
            file = zipfile.ZipInfo(name)
            file.external_attr = 0o100755 << 16
            archive.writestr(file, content)
    return folder


def pre_commit(project: Path, wheels: Path, *more: str) -> subprocess.CompletedProcess[str]:
    git(project, "add", "--all")
    return tool("pre_commit", "run", *more, folder=project, PIP_FIND_LINKS=str(wheels), PRE_COMMIT_HOME=str(project.parent / "cache"),
                GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.org", GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example.org")  # fmt: skip


def test_the_example_is_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(NAMED[".pre-commit-config.yaml"])
    run = tool("pre_commit", "validate-config", tmp_path / "config.yaml")
    assert run.returncode == 0, run.stdout + run.stderr


def test_pre_commit_installs_passes_and_refuses(tmp_path: Path, wheels: Path) -> None:
    project = hooked(tmp_path)
    run = pre_commit(project, wheels, "--all-files")
    assert run.returncode == 0 and run.stdout.count("Passed") == 2, run.stdout + run.stderr
    edit(project, WOOD, "in a shed", "in a dry shed")
    stale = pre_commit(project, wheels)
    assert stale.returncode == 1 and "build is not what the framework says now" in stale.stdout
    good("build", project=project)
    assert pre_commit(project, wheels).returncode == 0
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    wrong = pre_commit(project, wheels)
    assert wrong.returncode == 1 and "unknown-reference" in wrong.stdout
    # A commit that only deletes files names none, and is looked at all the same.
    git(project, "checkout", "--quiet", "HEAD", "--", "framework", "build")
    git(project, "rm", "--quiet", PROCESS)
    gone = pre_commit(project, wheels)
    assert gone.returncode == 1 and "Skipped" not in gone.stdout, gone.stdout


def test_everyday_commits_pass_and_a_release_asks_for_more(tmp_path: Path, wheels: Path) -> None:
    project = hooked(tmp_path)
    good("release", project=project)
    good("build", project=project)
    commit(project, "The first edition")
    texts = ["in a shed"] + [f"in shed {number}" for number in range(10)]
    for old, new in zip(texts, texts[1:]):
        edit(project, WOOD, old, new)
        good("build", project=project)
        run = pre_commit(project, wheels)
        assert run.returncode == 0, run.stdout + run.stderr
        commit(project, new)
    release = pre_commit(project, wheels, "--hook-stage", "manual", "ksf-release", "--all-files")
    assert release.returncode == 1, release.stdout
    assert "stale-lock" in release.stdout and "edition-too-low" in release.stdout
    set_edition(project, "2.0.0")
    good("lock", project=project)
    release = pre_commit(project, wheels, "--hook-stage", "manual", "ksf-release", "--all-files")
    assert release.returncode == 0, release.stdout


def test_the_hooks_need_the_version_of_this_repository() -> None:
    version = ksf("--version").output.strip()
    text = (REPOSITORY / "pyproject.toml").read_text()
    assert f'version = "{version}"' in text and f'dependencies = ["ksf=={version}"]' in text


# MARK: The installation of the action


@pytest.fixture
def kit(tmp_path: Path, wheels: Path) -> Path:
    """The action's folder, pinned to the wheel of the test."""
    shutil.copytree(REPOSITORY / "ci", tmp_path / "action/ci")
    pin = [sys.executable, REPOSITORY / "Packaging/pin.py", *wheels.glob("*.whl"), "--output", tmp_path / "action/ci/requirements.txt"]
    subprocess.run(pin, check=True)
    return tmp_path / "action/ci"


def install(kit: Path, folder: Path, wheels: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [kit / "install-ksf", folder], capture_output=True, text=True,
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)},
    )  # fmt: skip


def test_the_action_installs_and_finds_it_in_the_cache(kit: Path, wheels: Path, tmp_path: Path) -> None:
    first = install(kit, tmp_path / "cached", wheels)
    assert first.returncode == 0 and "is installed" in first.stdout, first.stderr
    assert (tmp_path / "cached/bin/ksf").read_bytes() == BINARY.read_bytes()
    # With the cache it needs no wheel any more.
    again = install(kit, tmp_path / "cached", "/nowhere")
    assert again.returncode == 0 and "there already" in again.stdout, again.stderr


def test_the_action_refuses_other_bytes(kit: Path, wheels: Path, tmp_path: Path) -> None:
    pinned = (kit / "requirements.txt").read_text()
    (kit / "requirements.txt").write_text(re.sub(r"sha256:\w+", f"sha256:{'0' * 64}", pinned))
    run = install(kit, tmp_path / "cached", wheels)
    assert run.returncode != 0 and not (tmp_path / "cached/bin/ksf").exists()


def test_another_version_does_not_come_out_of_the_cache(kit: Path, wheels: Path, tmp_path: Path) -> None:
    install(kit, tmp_path / "cached", wheels)
    pinned = (kit / "requirements.txt").read_text()
    (kit / "requirements.txt").write_text(re.sub(r"ksf==\S+", "ksf==99.0.0", pinned))
    assert install(kit, tmp_path / "cached", wheels).returncode != 0


def test_the_pinned_version_is_that_of_this_repository() -> None:
    version = ksf("--version").output.strip()
    for path in ["ci/requirements.txt", "starters/ci/github/.github/workflows/framework.yml"]:
        assert f"ksf=={version}" in (REPOSITORY / path).read_text()
    assert f'KSF_VERSION: "{version}"' in (REPOSITORY / "ci/ksf.gitlab-ci.yml").read_text()
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text())["runs"]["steps"]
    key = next(step["with"]["key"] for step in action if step.get("uses", "").startswith("actions/cache"))
    assert "steps.wanted.outputs.digest" in key


# MARK: The script of the action


def run_script(project: Path, path: str, **environment: str) -> tuple[int, str, str]:
    """The script as GitHub would run it: status, log and summary."""
    summary = project.parent / "summary.md"
    summary.write_text("")
    run = subprocess.run(
        [REPOSITORY / "ci/run-ksf"], cwd=project, capture_output=True, text=True,
        env={**os.environ, "PATH": path, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary), **environment},
    )  # fmt: skip
    return run.returncode, run.stdout + run.stderr, summary.read_text()


def run_in_environment(project: Path, path: str, **environment: str) -> tuple[int, str, str]:
    environment = {"KSF": str(BINARY)} | environment
    return run_script(project, path, **environment)


def test_the_script_checks(tmp_path: Path, path_with_ksf: str) -> None:
    project = sample(tmp_path)
    status, log, summary = run_in_environment(project, path_with_ksf, KSF_COMMAND="check")
    assert (status, summary) == (0, "### Framework: no problems\n"), log
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    status, log, summary = run_in_environment(project, path_with_ksf, KSF_COMMAND="check")
    assert status == 1 and "::error file=framework/wood.yaml,line=15" in log
    assert "### Framework: 1 error" in summary and "| framework/wood.yaml:15 | error: there is no" in summary


def test_the_script_compares(tmp_path: Path, path_with_ksf: str) -> None:
    project = sample(tmp_path)
    edit(project, WOOD, "in a shed", "under a roof")
    status, log, summary = run_in_environment(project, path_with_ksf, KSF_COMMAND="diff", KSF_BASE="origin/main")
    assert status == 0, log
    assert "**1 statement reworded; affects First year**" in summary


def test_the_script_looks_before_a_release(tmp_path: Path, path_with_ksf: str) -> None:
    project = sample(tmp_path)
    good("release", project=project)
    commit(project, "The first edition")
    assert run_in_environment(project, path_with_ksf, KSF_COMMAND="release")[0] == 0
    edit(project, WOOD, "in a shed", "under a roof")
    assert run_in_environment(project, path_with_ksf, KSF_COMMAND="check")[0] == 0
    status, log, _ = run_in_environment(project, path_with_ksf, KSF_COMMAND="release")
    assert status == 1 and "edition-too-low" in log and "stale-lock" in log
    set_edition(project, "2.0.0")
    good("lock", project=project)
    assert run_in_environment(project, path_with_ksf, KSF_COMMAND="release")[0] == 0


def test_the_script_builds_and_verifies(tmp_path: Path, path_with_ksf: str) -> None:
    project = sample(tmp_path)
    for command, expected in [("verify", 1), ("build", 0), ("verify", 0)]:
        status, log, _ = run_in_environment(project, path_with_ksf, KSF_COMMAND=command, KSF_OUTPUT="my site")
        assert status == expected, log
    assert (project / "my site/handbook/index.html").is_file()
    assert run_in_environment(project, path_with_ksf, KSF_COMMAND="guess")[0] == 2


# MARK: What the commands promise


def test_only_new_problems(tmp_path: Path) -> None:
    project = repository(tmp_path)
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    base = commit(project, "A mistake that was there before")
    assert ksf("check", "--project", project).status == 1
    run = good("check", "--changed-since", base, project=project)
    assert run.problems == [] and f"apart from 1 that were there at {base}" in run.output
    # Lines above it move, and it is still the old one.
    edit(project, WOOD, "domain: wood\n", "# A comment.\n\ndomain: wood\n")
    good("check", "--changed-since", base, project=project)
    # A change in one file breaks another, which is not changed.
    edit(project, FRAMEWORK, "{id: second,", "{id: next,")
    run = ksf("check", "--changed-since", base, "--project", project)
    assert run.status == 1 and [it.file for it in run.problems] == [WOOD], run.errors


def test_new_problems_count_from_where_the_branch_began(tmp_path: Path) -> None:
    project = repository(tmp_path)
    edit(project, WOOD, "relies-on: [W-1.1]", "relies-on: [W-9.9]")
    commit(project, "A mistake")
    git(project, "branch", "work")
    edit(project, WOOD, "relies-on: [W-9.9]", "relies-on: [W-1.1]")
    commit(project, "It is mended on main")
    git(project, "checkout", "--quiet", "work")
    assert ksf("check", "--project", project).status == 1
    good("check", "--changed-since", "main", project=project)


@pytest.mark.parametrize(
    "arguments", [["--changed-since", "HEAD", "--fix"], ["--changed-since", "HEAD", "--baseline", "x"]]
)
def test_what_does_not_go_together(arguments: list[str], tmp_path: Path) -> None:
    assert ksf("check", *arguments, "--project", repository(tmp_path)).status == 2


def test_verify_writes_nothing_and_tells_what_differs(tmp_path: Path) -> None:
    project = craft(tmp_path)
    run = ksf("build", "--verify", "--project", project)
    assert run.status == 1 and "index.html: missing" in run.errors and not (project / "build").exists()
    good("build", project=project)
    (project / "build/own.txt").write_text("mine")
    good("build", "--verify", project=project)
    before = tree(project)
    edit(project, WOOD, "in a shed", "under a roof")
    run = ksf("build", "--verify", "--project", project)
    assert run.status == 1
    assert "build/checklists/phases/first.md: differs" in run.errors
    # Every page names the title, and no more than fifty files are told.
    edit(project, FRAMEWORK, "title: Making things", "title: Making other things")
    many = ksf("build", "--verify", "--project", project)
    assert many.status == 1 and re.search(r"^and \d+ more$", many.errors, re.M)
    assert len(many.errors.splitlines()) == 52
    edit(project, FRAMEWORK, "title: Making other things", "title: Making things")
    parts = ksf("build", "--verify", "--only", "data,schemas", "--project", project)
    assert "build/framework.json: differs" in parts.errors and "build/manifest.json: differs" in parts.errors
    assert "look.schema.json" in parts.errors and "language.schema.json" not in parts.errors
    edit(project, WOOD, "under a roof", "in a shed")
    assert tree(project) == before
    (project / "build/handbook/index.html").unlink()
    assert "build/handbook/index.html: missing" in ksf("build", "--verify", "--project", project).errors
    good("build", project=project)
    edit(project, WOOD, "      - id: W-1.3\n        kind: skill\n        text: stack boards so that air reaches all of them\n        phase: first\n", "")
    assert "build/handbook/statements/W-1.3.html: left over" in ksf("build", "--verify", "--project", project).errors


def test_verify_of_a_part(tmp_path: Path) -> None:
    project = craft(tmp_path)
    good("build", project=project)
    (project / "build/checklists").rename(project / "build/elsewhere")
    good("build", "--only", "data", "--verify", project=project)
    assert ksf("build", "--only", "checklists", "--verify", "--project", project).status == 1
