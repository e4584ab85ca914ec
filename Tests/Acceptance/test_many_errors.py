"""All problems of all files come in one run, in order, and are counted."""

import random
import shutil
from pathlib import Path

from running import REPOSITORY, SMALL_PROJECT, attacks, copy_shipped_project, ksf, write_project

HEAD = "domain: d{0}\ntitle: Domain {0}\noutcomes:\n  - id: O-{0}\n    title: Outcome\n    statements:\n"
STATEMENT = "      - {{id: S-{0}.{1}, text: thing {1} of {0}, phase: nowhere}}\n"


def test_every_broken_file_is_reported_in_path_order(tmp_path: Path) -> None:
    project = copy_shipped_project(tmp_path)
    mistakes = {
        "framework/domains/assessment.yaml": ("kind: skill", 'kind: "skill'),
        "framework/domains/equity.yaml": ("phase: year-1", "phase: yaer-1"),
        "framework/framework.yaml": ("status: draft", "status: finished"),
        "framework/glossary.yaml": ("definition:", "defintion:"),
        "seeds/law/care-act-2014.yaml": ("kind: law", "kind: low"),
    }
    for path, (old, new) in mistakes.items():
        text = (project / path).read_text()
        assert old in text
        (project / path).write_text(text.replace(old, new, 1))
    run = ksf("check", "--project", project)
    assert run.status == 1
    assert [problem.file for problem in run.problems] == sorted(mistakes)
    assert run.summary == "5 errors in 5 files"


def test_three_thousand_errors_are_all_told_and_counted(tmp_path: Path) -> None:
    files = {"framework/framework.yaml": SMALL_PROJECT["framework/framework.yaml"]}
    for number in range(30):
        lines = "".join(STATEMENT.format(number, item).replace("nowhere", f"n{number}x{item}") for item in range(100))
        files[f"framework/{number:02}.yaml"] = HEAD.format(number) + lines
    run = ksf("check", "--project", write_project(tmp_path, files))
    assert run.status == 1
    places = [(problem.file, problem.line) for problem in run.problems]
    assert len(places) == 3000 and places == sorted(places)
    assert run.summary == "3000 errors in 30 files"


def test_one_unknown_id_that_thousands_name_is_one_message(tmp_path: Path) -> None:
    lines = "".join(STATEMENT.format(1, item) for item in range(3000))
    files = {"framework/framework.yaml": SMALL_PROJECT["framework/framework.yaml"], "framework/a.yaml": HEAD.format(1) + lines}
    run = ksf("check", "--project", write_project(tmp_path, files))
    assert [problem.message for problem in run.problems] == ["there is no phase with the id `nowhere`"]
    assert "the same is at 2999 more places:\n        framework/a.yaml:8:" in run.errors
    assert len(run.errors) < 2000
    assert run.summary == "3000 errors"


def test_the_rest_of_many_unknown_keys_is_one_message(tmp_path: Path) -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(5000))
    files = {**SMALL_PROJECT, "framework/b.yaml": "domain: b\ntitle: B\n" + keys}
    run = ksf("check", "--project", write_project(tmp_path, files))
    assert len(run.problems) == 21
    assert run.problems[-1].message == "4980 more keys from here on are none that a domain has"
    assert run.problems[-1].line == 23


def test_a_file_that_was_copied_is_one_error(tmp_path: Path) -> None:
    names = ["d (1).yaml", "d copy.yaml", "d.yaml"]
    domain = HEAD.format(1) + STATEMENT.format(1, 1).replace(", phase: nowhere", "")
    words = "glossary:\n  - {term: thing, definition: What a statement is of.}\n"
    files = {"framework/framework.yaml": SMALL_PROJECT["framework/framework.yaml"]}
    files |= {f"framework/{name}": domain for name in names} | {f"framework/w{name}": words for name in names}
    run = ksf("check", "--project", write_project(tmp_path, files))
    copies = [f"framework/{name}" for name in ["d (1).yaml", "d copy.yaml", "wd (1).yaml", "wd copy.yaml"]]
    assert [(problem.rule, problem.file) for problem in run.problems] == [("copied-file", copy) for copy in copies]
    assert all("framework/d.yaml" in problem.message for problem in run.problems[:2])


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A file with one to three small changes at random places."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(changed))
        end = place + chance.randint(1, 40)
        match chance.randrange(6):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                changed[place:place] = chance.choice(list(b"\"'[]{}:-#&*!|>%@`\t\n ,?\\\0")).to_bytes()
            case 2:
                del changed[place:end]
            case 3:
                changed[place:place] = changed[place:end]
            case 4:
                del changed[place:]
                changed += b"\n" if chance.random() < 0.5 else b""
            case 5:
                changed[place:place] = chance.randbytes(chance.randint(1, 8))
        if not changed:
            changed = bytearray(b"-")
    return bytes(changed)


def test_thousands_of_random_changes_never_crash_or_hang(tmp_path: Path) -> None:
    chance = random.Random(20261121)
    project = copy_shipped_project(tmp_path)
    originals = {path: path.read_bytes() for path in sorted(project.rglob("*.yaml"))}
    for _ in range(60):
        for path, content in originals.items():
            path.write_bytes(damaged(content, chance))
        run = ksf("check", "--project", project)
        assert not run.has_crashed and run.status in (0, 1), run.errors[-2000:]
        told = len([problem for problem in run.problems if problem.severity == "error"])
        assert told <= run.counted_errors <= told + run.repeated


def test_random_changes_to_one_file_never_crash_or_hang(tmp_path: Path) -> None:
    chance = random.Random(2)
    project = copy_shipped_project(tmp_path)
    path = project / "framework/domains/relationships.yaml"
    original = path.read_bytes()
    for _ in range(attacks(150, 820)):
        path.write_bytes(damaged(original, chance))
        run = ksf("check", "--project", project)
        assert not run.has_crashed and run.status in (0, 1), run.errors[-2000:]


def test_each_file_of_a_project_may_be_damaged(tmp_path: Path) -> None:
    """Not only sources: what is recorded and what pages are made of as well, one file at a time."""
    chance = random.Random(3)
    project = copy_shipped_project(tmp_path, with_history=True)
    shutil.copytree(REPOSITORY / "templates", project / "templates")
    paths = sorted(path for path in project.rglob("*") if path.is_file() and path.stat().st_size > 0)
    originals = {path: path.read_bytes() for path in paths}
    for path in chance.sample(paths * 20, attacks(80, 820)):
        whole = originals[path]
        cut = whole[: chance.randrange(len(whole))]
        path.write_bytes(cut if chance.random() < 0.2 else damaged(whole, chance))
        command = chance.choice([["check"], ["check", "--fix"], ["build"], ["diff", "--check"], ["coverage"]])
        for arguments in [command, ["check"]]:
            run = ksf(*arguments, "--project", project)
            assert not run.has_crashed and run.status in (0, 1, 2), (path, run.errors[-2000:])
        # A fix may change other files than the one that is damaged.
        for changed, content in originals.items() if "--fix" in command else [(path, whole)]:
            changed.write_bytes(content)
