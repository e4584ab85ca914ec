"""A portfolio carried through the two years of the shipped framework, from review to review."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from running import Run, copy_shipped_project, ksf

START = date(2026, 9, 7)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_shipped_project(tmp_path_factory.mktemp("story"))
    run = ksf("build", "--only", "data,schemas", "--project", project)
    assert run.status == 0, run.errors
    return project


@pytest.fixture(scope="module")
def framework(project: Path) -> dict:
    return json.loads((project / "build/framework.json").read_text(encoding="utf-8"))


class Story:
    """What is written about one person, as it grows."""

    def __init__(self, project: Path, framework: dict) -> None:
        self.project = project
        self.file = project / "p-0042.json"
        self.statements = {it["id"]: it for it in framework["statements"]}
        self.types = {it["id"]: it for it in framework["evidenceTypes"]}
        self.reviews = {it["title"]: it for it in framework["reviews"]}
        self.records = {it["title"]: it["id"] for it in framework["records"]}
        self.document = {
            "framework": framework["id"], "edition": framework["edition"], "person": "P-0042",
            "role": "practitioner", "started": START.isoformat(), "evidence": [], "progress": [],
            "reviews": [], "records": [],
        }  # fmt: skip

    def run(self, command: str, day: date, *more: str) -> Run:
        self.file.write_text(json.dumps(self.document), encoding="utf-8")
        return ksf("record", command, self.file, "--on", day.isoformat(), "--project", self.project, *more)

    def show(self, code: str, day: date) -> None:
        """Gathers what a statement asks for, one piece by each observer, and marks it as shown."""
        rule = self.statements[code].get("evidence", {})
        wanted = list(rule.get("allOf", [])) + ([] if rule.get("allOf") else rule.get("anyOf", [])[:1])
        least = max(rule.get("atLeast", 1), rule.get("observers", 1), len(wanted), 1)
        for number in range(least):
            kind = wanted[number] if number < len(wanted) else (wanted or list(self.types))[0]
            role = self.types[kind].get("completedBy")
            piece = {"id": f"E{len(self.document['evidence']) + 1}", "type": kind, "date": day.isoformat(),
                     "statements": [code], "by": f"{role or 'X'}-{number}"}  # fmt: skip
            if role == "practitioner":
                piece["by"] = "P-0042" if number == 0 else f"colleague-{number}"
            self.document["evidence"].append(piece | ({"role": role} if role else {}))
        self.document["progress"].append({"statement": code, "state": "shown", "date": day.isoformat()})


def section(report: str, title: str) -> list[str]:
    """The items below a heading."""
    found = re.search(rf"^## {title}\n\n(.*?)(?=^## |\Z)", report, re.M | re.S)
    return re.findall(r"^- (?:\*\*(\S+)\*\*)?(.*)", found.group(1), re.M) if found else []


def test_two_years_from_review_to_review(project: Path, framework: dict) -> None:
    story = Story(project, framework)
    day, held = START, []
    while next_title := re.search(r"^## Next: (.*)$", story.run("report", day).output, re.M):
        review = story.reviews[next_title.group(1)]
        due = re.search(r"Due on (\S+),", story.run("report", day).output).group(1)
        assert review["id"] not in held
        day = max(date.fromisoformat(due), day)
        wrong = story.run("check", day)
        assert wrong.status == 0 and {it.rule for it in wrong.problems} <= {"not-ready-for-review"}
        # What can be talked about is shown first, and then what had to wait for it.
        for _ in range(30):
            report = story.run("report", day).output
            codes = [code for code, _ in section(report, "To talk about before then") if code]
            if not codes:
                break
            for code in codes:
                story.show(code, day)
        # What still waits needs something that a later review looks at.
        waiting = section(report, "What has to wait for something else")
        for _, title in section(report, "Records still to complete for it"):
            record = {"record": story.records[title.strip()], "date": day.isoformat(), "review": review["id"]}
            example = project / f"build/schemas/examples/records/{record['record']}.json"
            story.document["records"].append(record | {"fields": json.loads(example.read_text())["fields"]})
        run = story.run("check", day)
        assert [it.rule for it in run.problems] == (["not-ready-for-review"] if waiting else []), run.errors
        entry = {"review": review["id"], "date": day.isoformat()}
        story.document["reviews"].append(entry | ({"result": review["results"][0]} if review["results"] else {}))
        held.append(review["id"])
        day += timedelta(days=1)
    everybody = [it["id"] for it in framework["phases"] if it["requirement"] == "mandatory"]
    months = sum(it["months"] for it in framework["phases"] if it["id"] in everybody)
    assert held == [it["id"] for it in sorted(framework["reviews"], key=lambda it: it["month"]) if it["month"] <= months]
    shown = {it["statement"] for it in story.document["progress"]}
    assert shown == {it["id"] for it in framework["statements"] if it.get("phase") in everybody}
    assert day < START + timedelta(days=31 * months)
