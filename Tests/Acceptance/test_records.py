"""Records and portfolios, checked and reported on as an employer would."""

import json
import random
import re
from pathlib import Path

import pytest
from running import REPOSITORY, Run, fixture_files, ksf, write_project

DAY = "2026-11-01"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The framework of the fixture that uses every part of the language."""
    return write_project(tmp_path_factory.mktemp("whole"), fixture_files("whole-language"))


def check(project: Path, text: str | bytes, name: str = "p.yaml", *more: str) -> Run:
    file = project / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return ksf("record", "check", name, "--project", project, "--on", DAY, *more, folder=project)


def rules(run: Run) -> list[str]:
    return [problem.rule for problem in run.problems]


PORTFOLIO = {
    "framework": "whole", "edition": "1.0.0", "person": "P-0042", "role": "worker", "started": "2026-09-07",
    "evidence": [
        {"id": "E1", "type": "observation", "date": "2026-10-01", "statements": ["REL-1.1"], "by": "S-1",
         "role": "assessor", "reference": "Folder 12"},
    ],
    "progress": [{"statement": "REL-1.1", "state": "shown", "date": "2026-10-02"}],
    "records": [
        {"record": "observation-record", "date": "2026-10-01", "review": "review-3", "fields": {"day": "2026-10-01"}},
    ],
}  # fmt: skip


def test_a_good_portfolio_has_no_problem(project: Path) -> None:
    run = check(project, json.dumps(PORTFOLIO), "p.json", "--strict")
    assert (run.status, run.output, run.errors) == (0, "1 file: no problems\n", "")


# The pages of the rules.


# The rules about portfolios of an earlier edition, and a map that leads from it to this one.
NEED_A_MAP = ["earlier-edition", "needs-another-look"]
MAP = {
    "version": 1, "framework": "whole", "from": "0.9.0", "to": "1.0.0",
    "ids": [
        {"id": "REL-1.1", "sort": "statement", "fate": "changed", "becomes": ["REL-1.1"],
         "evidence": "look-again", "because": ["It was reworded."]},
    ],
}  # fmt: skip


def record_rules() -> list[str]:
    return re.findall(r"^KSF10\d\d +\w+ +(\S+)", ksf("explain").output, re.M)


def page(rule: str, part: str) -> str:
    text = ksf("explain", rule).output
    return re.search(rf"{part}:?\n+((?:    .*\n|\n)+)", text + "\n").group(1).replace("\n    ", "\n")[4:]


@pytest.mark.parametrize("rule", record_rules())
def test_examples_of_a_rule_are_what_they_say(rule: str, project: Path) -> None:
    bad, good = re.findall(r"((?:^    .*\n|^\n)+)", ksf("explain", rule).output, re.M)[-2:]
    bad, good = [re.sub(r"^    ", "", it, flags=re.M).strip("\n") + "\n" for it in (bad, good)]
    path = project / "migrations/0.9.0-1.0.0.json"
    if rule in NEED_A_MAP:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(MAP))
    assert rule in rules(check(project, bad)), bad
    assert rule not in rules(check(project, good)), good
    path.unlink(missing_ok=True)


# What a message must not tell.

SECRETS = ["Zebedee", "Quillfeather", "Mossbank Lane", "zebedee"]
SECRET_PORTFOLIO = """\
# Zebedee is new here
framework: whole
edition: 1.0.0
person: P-0042
role: worker
started: 2026-09-07
evidence:
  - {id: E1, type: observation, date: 2026-10-01, statements: [REL-1.1], by: S-1, role: assessor, reference: Zebedee Quillfeather}
  - id: E2
    type: observation
    date: 2026-10-02
    statements: [REL-1.1]
    reference: "Mossbank Lane"
progress:
  - {statement: REL-1.1, state: shown, date: 2026-10-02}
records:
  - record: observation-record
    date: 2026-10-01
    fields:
      day: 2026-10-01
      signed: {by: Zebedee Quillfeather, date: 2026-10-01}
"""
LEAKY = {
    "a name for a code": ("person: P-0042", "person: Zebedee Quillfeather"),
    "a name for a key": ("role: worker", "Zebedee: worker"),
    "a name near a key": ("role: worker", "zebedee roles: worker"),
    "a name for a choice": ("role: worker", "role: Zebedee"),
    "a name for a statement": ("statement: REL-1.1", "statement: Zebedee"),
    "a name for a day": ("started: 2026-09-07", "started: Zebedee"),
    "a name for a record": ("record: observation-record", "record: Zebedee"),
    "a name for a framework": ("framework: whole", "framework: Zebedee"),
    "a line too long": ("reference: Zebedee", "reference: " + "Zebedee " * 30),
    "a name twice": ("role: worker", "Zebedee: 1\nZebedee: 2"),
    "no end of a quote": ('"Mossbank Lane"', '"Mossbank Lane'),
    "a colon in a name": ('"Mossbank Lane"', "Mossbank: Lane: Zebedee"),
    "a tab": ("    reference", "\treference"),
    "an alias": ('"Mossbank Lane"', "*Zebedee"),
    "a tag": ('"Mossbank Lane"', "!Zebedee x"),
    "a bracket too few": ("reference: Zebedee Quillfeather}", "reference: Zebedee Quillfeather"),
    "a list for a text": ("reference: Zebedee Quillfeather", "reference: [Zebedee]"),
    "a text for a list": ("statements: [REL-1.1]\n", "statements: Zebedee\n"),
    "no key at all": ("framework: whole", "Zebedee Quillfeather"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEAKY)
def test_nothing_personal_is_repeated(name: str, project: Path) -> None:
    old, new = LEAKY[name]
    assert old in SECRET_PORTFOLIO
    text = SECRET_PORTFOLIO.replace(old, new, 1)
    for form in ["human", "json", "sarif", "github", "gitlab", "junit"]:
        run = check(project, text, "p.yaml", "--format", form)
        assert run.status == 1, (form, run.errors)
        told = run.output + run.errors
        assert not [it for it in SECRETS if it in told], (form, told)


def test_no_damage_makes_it_tell_or_crash(project: Path) -> None:
    made = random.Random(20261122)
    text = SECRET_PORTFOLIO.encode()
    as_json = json.dumps({"framework": "whole", "person": "Zebedee", "evidence": [{"reference": "Mossbank Lane"}]})
    for turn in range(120):
        source = bytearray(text if turn % 3 else as_json.encode())
        for _ in range(made.randint(1, 6)):
            place = made.randrange(len(source))
            kind = made.randrange(3)
            if kind == 0:
                del source[place : place + made.randint(1, 20)]
            elif kind == 1:
                source[place:place] = made.choice([b"\n", b"{", b"]", b'"', b": ", b"- ", b"\xff", b"#", b"'", b"|"])
            else:
                source[place] = made.randrange(256)
        run = check(project, bytes(source), "p.yaml" if turn % 2 else "p.json")
        assert not run.has_crashed
        assert not [it for it in SECRETS if it in run.output + run.errors], bytes(source)


# JSON.


def test_json_is_read_as_json(project: Path) -> None:
    text = json.dumps(PORTFOLIO | {"person": "P-1"}, indent="\t").replace("Folder 12", "Folder \\ud83d\\ude00 \\u00e9 \\/ x")
    assert check(project, text, "p.json").status == 0
    assert check(project, json.dumps(PORTFOLIO, separators=(",", ":")), "p.json").status == 0
    assert check(project, "\ufeff" + json.dumps(PORTFOLIO), "p.json").status == 0
    long = json.dumps(PORTFOLIO).replace("Folder 12", "\\ud83d\\ude00" * 200)
    assert check(project, long, "p.json").status == 0
    assert rules(check(project, long.replace("\\ud83d", "x\\ud83d", 1), "p.json")) == ["wrong-record-value"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"P-0042"', "P-0042"), ('"person"', "person"), ('"REL-1.1"]', '"REL-1.1",]'), ("}]}", "}],}"),
        ('{"framework"', '# x\n{"framework"'), ('"worker"', "'worker'"), ('"worker"', "null"),
        ('"Folder 12"', '"Folder\n12"'), ('"Folder 12"', '"Folder \\ud83d"'), ('"Folder 12"', "12"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(old: str, new: str, project: Path) -> None:
    text = json.dumps(PORTFOLIO)
    assert old in text
    damaged = text.replace(old, new, 1)
    assert check(project, damaged, "p.json").status == 1


def test_yaml_may_do_without_quotes(project: Path) -> None:
    text = "framework: whole\nedition: 1.0.0\nperson: 00123\nstarted: 2026-09-07\npercent: 50\nevidence:\n" \
        "  - {id: 1, type: observation, date: '2026-10-01', statements: [REL-1.1], alternative: yes, reference: 12}\n"
    run = check(project, text)
    assert run.status == 0, run.errors


# What is told.


def test_messages_say_where_and_what(project: Path) -> None:
    text = SECRET_PORTFOLIO.replace("statement: REL-1.1", "statement: REL-1.1x").replace("role: worker", "rol: worker")
    run = check(project, text)
    assert [(it.rule, it.line) for it in run.problems] == [("unknown-record-key", 5), ("unknown-code", 15)]
    assert "did you mean `role`?" in run.errors and "did you mean `REL-1.1`?" in run.errors
    assert 'REL-1.1 "Know that trust grows slowly"' in run.errors


def test_a_near_review_is_told(project: Path) -> None:
    text = "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-08-15\n"
    run = check(project, text)
    assert run.status == 0 and rules(run) == ["not-ready-for-review"]
    assert "Three months is due on 2026-11-15" in run.errors and "Observation record" in run.errors
    assert 'REL-1.1 "Know that trust grows slowly"' in run.errors
    assert check(project, text, "p.yaml", "--strict").status == 1


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ("", "2026-11-30"), ("percent: 50\n", "2027-02-28"), ("percent: 60\n", "2027-01-31"),
        ("pauses: [{from: 2026-09-10, to: 2026-09-19}]\n", "2026-12-10"),
        ("pauses: [{from: 2026-10-23}]\n", "2026-12-10"), ("pauses: [{from: 2027-09-10}]\n", "2026-11-30"),
    ],
)  # fmt: skip
def test_reviews_move_with_the_person(more: str, due: str, project: Path) -> None:
    text = "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-08-31\n" + more
    (project / "p.yaml").write_text(text)
    run = ksf("record", "report", "p.yaml", "--project", project, "--on", DAY, folder=project)
    assert f"Due on {due}" in run.output, run.output + run.errors


def test_exit_statuses(project: Path, tmp_path: Path) -> None:
    assert ksf("record", "check", "none.yaml", "--project", project).status == 2
    assert ksf("record", "check", "--project", project).status == 2
    assert ksf("record", "check", project / "p.yaml", "--project", project, "--on", "2026-02-30").status == 2
    assert ksf("record", "new", "portfolo", "--project", project).status == 2
    assert "Did you mean \"portfolio\"?" in ksf("record", "new", "portfolo", "--project", project).errors
    broken = write_project(tmp_path, {"framework/f.yaml": "framework: x\n", "p.yaml": SECRET_PORTFOLIO})
    assert ksf("record", "check", broken / "p.yaml", "--project", broken).status == 1
    assert ksf("record", "new", "portfolio", "--project", broken).status == 1
    (tmp_path / "secret").mkdir()
    assert ksf("record", "report", "p.yaml", "--project", project, folder=project).status in (0, 1)


# Empty documents.


@pytest.mark.parametrize("kind", ["portfolio", "observation-record"])
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_an_empty_document_lacks_only_what_is_to_be_written(kind: str, form: str, project: Path) -> None:
    made = ksf("record", "new", kind, "--format", form, "--project", project)
    assert made.status == 0, made.errors
    if form == "json":
        json.loads(made.output)
    found = set(rules(check(project, made.output, f"new.{form}")))
    assert found <= {"wrong-record-value", "missing-record-key"} and found


def test_an_empty_portfolio_can_be_filled_in(project: Path) -> None:
    text = ksf("record", "new", "portfolio", "--project", project).output
    text = text.replace("person:\n", "person: P-7\n").replace("started:\n", "started: 2026-09-07\n")
    # Whatever may be left out comes to life with its example.
    text = re.sub(r"# +for example: (\[.*\])\n# (\w+): \[\]", r"\2: \1", text)
    run = check(project, text.replace("2026-06-02", "2026-10-07"))
    assert run.status == 0, run.errors


# Many at once.


def test_a_folder_of_many_is_one_run(project: Path, tmp_path: Path) -> None:
    for number in range(500):
        person = PORTFOLIO | {"person": f"P-{number}"}
        if number % 100 == 7:
            person = person | {"started": "x"}
        (tmp_path / f"p-{number:04}.json").write_text(json.dumps(person))
    (tmp_path / "notes.txt").write_text("not read")
    run = ksf("record", "check", tmp_path, "--project", project, "--on", DAY)
    assert run.status == 1 and run.errors.endswith("500 files: 5 errors\n")
    assert [Path(it.file).name for it in run.problems] == [f"p-{number:04}.json" for number in range(7, 500, 100)]
    report = ksf("record", "check", tmp_path, "--project", project, "--on", DAY, "--format", "json")
    assert json.loads(report.output)["summary"]["errors"] == 5


def test_a_record_of_its_own_counts_for_its_person(project: Path) -> None:
    portfolio = {key: value for key, value in PORTFOLIO.items() if key != "records"}
    record = {"record": "observation-record", "framework": "whole", "edition": "1.0.0", "person": "P-0042",
              "date": "2026-10-01", "fields": {"day": "2026-10-01"}}  # fmt: skip
    (project / "p.json").write_text(json.dumps(portfolio))
    for person, is_open in [("P-0042", False), ("P-0043", True)]:
        (project / "r.json").write_text(json.dumps(record | {"person": person}))
        run = ksf("record", "report", "r.json", "p.json", "--project", project, "--on", DAY, folder=project)
        assert run.status == 0, run.errors
        assert ("- Observation record" in run.output) == is_open


# What has to wait.

WAITING = {
    "framework/f.yaml": """\
framework: t
title: T
edition: 1.0.0
language: en
phases: [{id: first, title: First, months: 6}, {id: extra, title: Extra, months: 6, requirement: optional}]
roles: [{id: one, title: One}, {id: two, title: Two}]
""",
    "framework/d.yaml": """\
domain: d
title: D
outcomes:
  - id: A
    title: A
    statements:
      - {id: A-1, text: the first, phase: first}
      - {id: A-2, text: relies on the first, phase: first, relies-on: [A-1]}
      - {id: A-3, text: for the other role, phase: first, roles: [two]}
  - id: C
    title: C
    statements:
      - {id: C-1, text: for those who chose it, phase: extra}
  - id: B
    title: B
    statements:
      - {id: B-1, text: comes after all of A, phase: first, after: [A]}
      - {id: B-2, text: comes after the other role's, phase: first, after: [A-3]}
""",
    "framework/r.yaml": "reviews: [{id: v, title: V, month: 6}, {id: w, title: W, month: 12}]\n",
}


@pytest.mark.parametrize(
    ("shown", "more", "open_now", "waiting"),
    [
        ([], "role: one\n", ["A-1", "B-2"], {"A-2": "A-1", "B-1": "A"}),
        (["A-1"], "role: one\n", ["A-2", "B-2"], {"B-1": "A"}),
        (["A-1", "A-2"], "role: one\n", ["B-1", "B-2"], {}),
        (["A-1", "A-2"], "role: two\n", ["A-3"], {"B-1": "A", "B-2": "A-3"}),
        (["A-1", "A-2"], "role: one\nchosen: [extra]\n", ["B-1", "B-2"], {}),
        (["A-1", "A-2", "B-1", "B-2"], "role: one\n", [], {}),
    ],
)
def test_what_waits_and_for_what(
    shown: list[str], more: str, open_now: list[str], waiting: dict[str, str], tmp_path: Path
) -> None:
    steps = "".join(f"  - {{statement: {code}, state: shown, date: 2026-09-08}}\n" for code in shown)
    text = f"framework: t\nedition: 1.0.0\nperson: P\nstarted: 2026-09-07\n{more}" + (
        f"progress:\n{steps}" if steps else ""
    )
    project = write_project(tmp_path, WAITING | {"p.yaml": text})
    run = ksf("record", "report", "p.yaml", "--on", DAY, "--project", project, folder=project)
    assert run.status == 0, run.errors
    talk, _, wait = run.output.split("## What the evidence shows")[0].partition("## What has to wait")
    assert re.findall(r"\*\*([AB]-\d)\*\*", talk) == open_now
    assert dict(re.findall(r"\*\*([AB]-\d)\*\*.*\n  First: (.*)\.", wait)) == waiting
    # A review in the time of a phase that was not chosen is not for this person.
    after = ksf("record", "report", "p.yaml", "--on", "2027-06-01", "--project", project, folder=project)
    assert ("## Next: W" in after.output) == ("chosen" in more)


def test_columns_stay_where_they_are_behind_a_mask(project: Path) -> None:
    line = '  - {id: E1, reference: "é 😀 中 ñ", type: nonsense, date: 2026-10-01, statements: [REL-1.1]}'
    head = "framework: whole\nedition: 1.0.0\nperson: P-1\nstarted: 2026-09-07\nevidence:\n"
    run = check(project, head + line + "\n")
    assert [(it.line, it.column) for it in run.problems] == [(6, line.index("nonsense") + 1)], run.errors
    assert not set("é😀中ñ") & set(run.errors)
