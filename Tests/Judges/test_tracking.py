"""The tracking sheet, as Python's CSV reader and openpyxl read it."""

import csv
import io
import json
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from running import ksf, write_project

FORMULAS = ["=1+1", "=HYPERLINK(\"https://example.org\";\"x\")", "+1", "-1", "@SUM(A1)", " =2", "\uff1d1", "\uff20a"]
PLAIN = ["_x0041_ is no A", "a \"quoted\" text, with; commas", "é 中文 😀", "a < b & c > d", "x = 1", "a-b"]


def sheet(folder: Path) -> tuple[list[list[str]], openpyxl.Workbook]:
    raw = next(folder.glob("tracking/*.csv")).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\n") == raw.count(b"\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    if rows[-1][0] == "":  # The notice, which the workbook has on a sheet of its own.
        assert rows.pop()[1]
    return rows, openpyxl.load_workbook(next(folder.glob("tracking/*.xlsx")))


def cells(book: openpyxl.Workbook) -> list[list[str]]:
    return [[it or "" for it in row] for row in book["Tracking"].iter_rows(values_only=True)]


@pytest.fixture(scope="module")
def framework(built: Path) -> dict:
    return json.loads((built / "framework.json").read_text(encoding="utf-8"))


def test_both_hold_every_statement(built: Path, framework: dict) -> None:
    rows, book = sheet(built)
    assert cells(book) == rows
    kinds = {it["id"]: it for it in framework["kinds"]}
    phases = {it["id"]: it["title"] for it in framework["phases"]}
    shown = {row[0]: row for row in rows[1:]}
    current = [it for it in framework["statements"] if it.get("status", {}).get("is") not in ("withdrawn", "superseded")]
    assert list(shown) == [it["id"] for it in current]
    for it in current:
        kind = kinds[it["kind"]]
        assert shown[it["id"]][1:4] == [f"{kind['stem']} {it['text']}", kind["title"], phases[it["phase"]]]
        assert len(shown[it["id"]]) == len(rows[0]) and shown[it["id"]][-5:] == [""] * 5


def test_cells_offer_what_can_be_chosen(built: Path, framework: dict) -> None:
    rows, book = sheet(built)
    page, lists = book["Tracking"], book["Lists"]
    offered = {}
    for rule in page.data_validations.dataValidation:
        heading = page.cell(1, openpyxl.utils.range_boundaries(str(rule.sqref))[0]).value
        first, last = openpyxl.utils.range_boundaries(str(rule.sqref))[1::2]
        assert (first, last) == (2, len(rows))
        if rule.type == "list":
            area = rule.formula1.removeprefix("Lists!")
            offered[heading] = [row[0].value for row in lists[area]]
    assert offered == {
        "Status": ["not started", "under way", "shown"],
        "Completed by": [it["title"] for it in framework["roles"]],
    }
    assert page.freeze_panes == "B2" and page.auto_filter.ref == page.dimensions
    assert book["About"]["A1"].value == framework["title"]


def test_nothing_tells_when_it_was_made(built: Path, framework: dict) -> None:
    with zipfile.ZipFile(next(built.glob("tracking/*.xlsx"))) as archive:
        assert archive.testzip() is None
        assert {it.date_time for it in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    _, book = sheet(built)
    assert book.properties.created == datetime.fromisoformat(framework["issued"])


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    texts = FORMULAS + PLAIN
    lines = "".join(
        f"      - {{id: S-{index}, text: {json.dumps(text.replace('_', chr(92) + '_').replace('*', chr(92) + '*').replace('<', chr(92) + '<'), ensure_ascii=False)}}}\n"
        for index, text in enumerate(texts)
    )
    project = write_project(
        tmp_path,
        {
            "framework/f.yaml": "framework: t\ntitle: =T\nedition: 1.0.0\nlanguage: en\npublisher: =P\nroles:\n  - {id: r, title: =cmd}\n",
            "framework/d.yaml": "domain: d\ntitle: +D\noutcomes:\n  - id: O\n    title: '@O'\n    statements:\n" + lines,
        },
    )
    run = ksf("build", "--project", project)
    assert run.status == 0, run.errors
    rows, book = sheet(project / "build")
    for field in (field for row in rows for field in row):
        assert not field.strip().startswith(("=", "+", "-", "@", "\uff1d", "\uff20")), field
    assert [row[1].strip("'").strip() for row in rows[1:]] == [text.strip() for text in texts]
    assert rows[1 + len(FORMULAS)][1] == PLAIN[0]
    for page in book:
        for cell in (cell for row in page.iter_rows() for cell in row):
            assert cell.data_type in ("s", "inlineStr", "n") and (cell.data_type != "n" or cell.value is None)
    shown = [row[1].replace("_x005F_", "_").strip() for row in cells(book)[1:]]
    assert shown == [text.strip() for text in texts]
