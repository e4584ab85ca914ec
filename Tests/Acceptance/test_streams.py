"""Nothing that somebody else wrote reaches a terminal or a log as a command, by any command of ours and in any format."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from craft import FILES, commit, git
from running import BINARY, Run, ksf, write_project

FORMATS = ["human", "json", "sarif", "github", "gitlab", "junit", "summary"]

# What GitHub, Azure and TeamCity take for commands, without anything that a value may not hold.
WORDS = "::set-output name=a::b ##[error]c ##vso[task.complete]d ##teamcity[x]"

# What a terminal and GitLab obey as well. A command line cannot hold NUL.
CONTROLS = "\x1b[2J\x1b]0;title\x07\rsection_start:1:a\r\x1b[0K\n::error::x\n\x85\x9b1m\u202egnp\u2066\x7f\x08"
HOSTILE = f"{WORDS} {CONTROLS}"
NAME = HOSTILE.replace("/", "")

TEXTS = re.compile(r"(?<=[ {])(title|text|stem|because|publisher|measure|definition|rights): ([^\n,}]+)")


def texts_replaced(text: str) -> str:
    """Every text begins with words that a log might obey, and has others in a line of its own."""
    return TEXTS.sub(lambda found: f'{found[1]}: "{WORDS} {found[2].strip()}"', text)


def hostile_project(folder: Path) -> Path:
    files = {path: texts_replaced(text) for path, text in FILES.items()}
    files["framework/framework.yaml"] += (
        f"vocabulary:\n  statement: {{one: '{WORDS}', many: '{WORDS}s'}}\n"
    )
    files["seeds/book.yaml"] = texts_replaced(
        "source: book\ntitle: A book\npublisher: P\ndate: 2001\nkind: research\nrights: x\nfacts:\n  - {number: 1, text: T}\n"
    )
    return write_project(folder, files)


def broken(project: Path) -> Path:
    """Mistakes of many kinds, in files with hostile names."""
    mistakes = [
        f"domain: d1\ntitle: {WORDS}\nphases: ['{WORDS}']\n{WORDS}: x\n",
        "domain: d2\ntitle: 'never closed\n::add-mask::x\n",
        'domain: d3\ntitle: "a\\e[2J\\x9b \\u202e ::error::"\noutcomes: [{id: X-1, title: "\\r\\n::error::y"}]\n',
        f"domain: d4\ntitle: D\noutcomes:\n  - id: '{WORDS}'\n    title: T\n    statements:\n"
        f"      - {{id: D-1, text: '{WORDS}', phase: '{WORDS}', roles: ['##[group]x'], kind: skil}}\n"
        "      - {id: D-1, text: a, phase: frist, status: {is: '::x', because: &amp;}}\n",
        "domain: d5\ntitle: D\r\noutcomes: \u201cx\u201d\n  ::warning::\n\tx: y\n",
        "domain: d6\ntitle: a \x1b[2J raw \x85 \u202e\n",
        f"domain: d8\ntitle: '{WORDS}'\nsummry: '::error::x \u202e'\r\n",
        "domain: d7\ntitle: \u202ehidden\u202c\u00a0x\noutcomes:\n  - id: Y-1\n    title: |\n      a\n     ::b\n",
    ]
    for number, text in enumerate(mistakes):
        name = f"{number}{NAME if number % 2 else WORDS.replace('/', '')}.yaml"
        (project / "framework" / name[:80]).write_text(text, encoding="utf-8", newline="")
    (project / "framework" / f"x{NAME[-60:]}.YAML").write_text("")
    (project / "seeds" / f"{NAME[:60]}").mkdir()
    return project


def obeyed(stream: str, allowed: str = "") -> list[str]:
    """What in a stream a terminal or a log would obey."""
    found = [
        repr(sign)
        for sign in stream
        if sign not in "\n\t" + allowed
        and (ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 or sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    ]
    found += re.findall(r"##[A-Za-z]*\[.{,20}", stream)
    ours = re.compile(r"::(error|warning|notice) [^:]*::[^\r\n]*")
    found += [
        line
        for line in re.split(r"[\r\n]", stream)
        if line.strip().startswith("::") and not ours.fullmatch(line)
    ]
    return found


def harmless(*arguments: str | Path, project: Path, format: str = "human", allowed: str = "") -> Run:
    run = ksf(*arguments, folder=project)
    assert not run.has_crashed, run.errors
    # Only the format for GitHub may hold commands, and only on standard output.
    if format == "github":
        for line in run.output.splitlines():
            assert line.startswith("::"), line
    else:
        assert not re.search(r"^::", run.output, re.M)
    assert not re.search(r"^\s*::", run.errors, re.M)
    assert not (found := obeyed(run.output, allowed)), (arguments, found)
    assert not (found := obeyed(run.errors)), (arguments, found)
    return run


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A framework of hostile texts in a hostile folder, with a history."""
    root = tmp_path_factory.mktemp("streams") / NAME[:90]
    project = hostile_project(root / NAME[90:160])
    git(root, "init", "--quiet")
    commit(root)
    return project


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken(hostile_project(tmp_path_factory.mktemp("streams") / NAME[:90] / NAME[90:160]))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("command", ["check", "build", "lock", "release"])
def test_reports(command: str, format: str, good: Path, bad: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(good, tmp_path / "good", symlinks=True)
    status = harmless(command, "--format", format, project=copy, format=format).status
    assert status == 0
    for options in [[], ["--strict"]]:
        run = harmless(command, "--format", format, *options, project=bad, format=format)
        assert run.status == 1
        assert run.errors
        if format in ["json", "sarif", "gitlab"]:
            assert json.loads(run.output)
        if format == "junit":
            ElementTree.fromstring(run.output)


def test_json_says_what_was_written(bad: Path) -> None:
    run = ksf("check", "--format", "json", folder=bad)
    files = {found["place"]["file"] for found in json.loads(run.output)["diagnostics"] if "place" in found}
    names = {path.name for path in (bad / "framework").iterdir()}
    assert {path.rsplit("framework/", 1)[1] for path in files} <= names | {NAME[:60]}
    assert any("##[error]" in path for path in files)


def test_junit_says_what_was_written(bad: Path) -> None:
    run = ksf("check", "--format", "junit", folder=bad)
    names = [case.get("name") or "" for case in ElementTree.fromstring(run.output).iter("testcase")]
    assert any("##[error]" in name for name in names)


@pytest.mark.parametrize("format", ["human", "markdown", "json"])
def test_differences(format: str, good: Path, tmp_path: Path) -> None:
    root = shutil.copytree(good.parent, tmp_path / "root")
    project = root / good.name
    file = project / "framework/wood.yaml"
    file.write_text(file.read_text().replace("a shed", f"{WORDS} roof").replace("W-2.1", "W-2.2"))
    run = harmless("diff", "--format", format, project=project)
    assert "roof" in run.output
    assert harmless("diff", "--check", project=project).status == 1
    git(root, "checkout", "--quiet", "-b", "::error::x".replace(":", "") + "##group")
    assert harmless("diff", "##group", project=project).status == 2


def test_patches(bad: Path) -> None:
    run = harmless("check", "--fix", "--dry-run", project=bad, allowed="\u202e\u202c\r")
    assert "+++" in run.output


def test_a_patch_in_a_file_is_what_it_is(tmp_path: Path) -> None:
    project = hostile_project(tmp_path)
    text = f"domain: d\ntitle: '{WORDS}'\nsummry: A domain.\n"
    (project / "framework/d.yaml").write_text(text)
    with (tmp_path / "x.patch").open("wb") as patch:
        command = [BINARY, "check", "--fix", "--dry-run", "--project", project]
        errors = subprocess.run(command, stdout=patch, stderr=subprocess.PIPE).stderr.decode()
    assert WORDS in (tmp_path / "x.patch").read_text() and "cannot be applied" not in errors
    run = ksf("check", "--fix", "--dry-run", "--project", project)
    assert "## [error]" in run.output and "cannot be applied" in run.errors


COMMANDS = [
    ["check", "--project", HOSTILE], ["check", "--changed-since", HOSTILE], ["check", "--baseline", HOSTILE],
    ["check", "--write-baseline", f"no/{HOSTILE}"], ["check", "--write-baseline", "framework/wood.yaml"],
    ["check", "--format", HOSTILE], ["check", HOSTILE], [HOSTILE], [f"--{HOSTILE}"], ["help", HOSTILE],
    ["--generate-completion-script", HOSTILE], ["build", "--output", f"out {NAME}"],
    ["build", "--output", f"framework/{NAME}"], ["build", "--output", f"framework/wood.yaml/{NAME}"],
    ["build", "--only", HOSTILE], ["build", "--verify", "--output", f"none {NAME}"], ["lock", "--accept", HOSTILE],
    ["approve", HOSTILE, "--by", "judge"], ["approve", "W-1", "--by", HOSTILE], ["approve", "--all-of", HOSTILE, "--by", HOSTILE],
    ["migrate", HOSTILE], ["diff", HOSTILE], ["diff", "HEAD", HOSTILE], ["diff", "--format", HOSTILE],
    ["coverage"], ["coverage", "--json"], ["coverage", "book"], ["coverage", HOSTILE], ["coverage", "--project", HOSTILE],
    ["show", "W-1"], ["show", "W-1", "--format", "json"], ["show", HOSTILE], ["uses", "W-1.1"], ["uses", "W-1.1", "--format", "json"],
    ["uses", "W-1.1", "--format", "csv"], ["uses", HOSTILE], ["list", "statements"], ["list", "statements", "--format", "json"],
    ["list", "statements", "--format", "csv"], ["list", "terms", "--text", HOSTILE], ["list", HOSTILE],
    ["list", "statements", f"--{HOSTILE}", "x"], ["schema", "--output", "-"], ["init", NAME], ["init", "new", "--template", HOSTILE],
    ["explain"], ["explain", HOSTILE], ["docs", HOSTILE], ["docs", "rules"], ["docs", "language"], ["docs", "changes"],
    ["docs", "templates"], ["record", HOSTILE], ["record", "new", HOSTILE], ["record", "new", "portfolio"],
    ["record", "new", "look"], ["record", "new", "look", "--format", "json"], ["record", "check", HOSTILE],
    ["record", "check", "records"], ["record", "check", "empty"], ["record", "check", "records", "--on", HOSTILE],
    ["record", "report", HOSTILE], ["record", "report", "records"], ["record", "report", "fine.yaml", "--on", "2026-11-01"],
]  # fmt: skip


@pytest.fixture(scope="module")
def working(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that commands may change, with portfolios."""
    root = shutil.copytree(good.parent, tmp_path_factory.mktemp("working") / "root")
    project = root / good.name
    head = "framework: craft\nedition: 1.0.0\nperson: P-1\nrole: maker\nstarted: 2026-09-07\n"
    write_project(
        project,
        {
            "fine.yaml": head + f"evidence:\n  - {{id: E1, type: visit, date: 2026-10-01, statements: [W-1.1], reference: '{WORDS}'}}\n",
            f"records/{NAME[:80]}.yaml": head + f"'{WORDS}': x\nrole: '{WORDS}'\n{WORDS}\n",
            f"records/{NAME[:70]}.json": '{"framework": "\\u001b[2J\\u009b", "::error::x": "##[x]"',
            f"empty/{NAME[:80]}.YAML": "",
        },
    )
    return project


@pytest.mark.parametrize("arguments", COMMANDS, ids=range(len(COMMANDS)))
def test_arguments_and_results(arguments: list[str], working: Path) -> None:
    run = harmless(*arguments, project=working, allowed="\r" if "csv" in arguments else "")
    assert run.output + run.errors


@pytest.mark.parametrize("format", FORMATS)
def test_reports_on_records(format: str, working: Path) -> None:
    assert harmless("record", "check", "records", "--format", format, project=working, format=format).status == 1


def test_what_stands_in_the_output_folder(working: Path) -> None:
    assert harmless("build", "--output", "there", project=working).status == 0
    manifest = working / "there/manifest.json"
    manifest.write_text(manifest.read_text().replace("framework.json", f"..\\u001b[2J {WORDS}"))
    (working / "framework/framework.yaml").open("a").write("# x\n")
    harmless("build", "--output", "there", project=working)
    harmless("build", "--output", "there", "--verify", project=working)
    manifest.write_text(f'{{"{CONTROLS}')
    assert harmless("build", "--output", "there", project=working).status == 2
