"""Adds up the reports of all stages; the last line says how many tests passed and failed."""

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree


def outcome(case: ElementTree.Element) -> str:
    # A skipped test counts as failed: nothing is skipped quietly.
    bad = any(case.find(tag) is not None for tag in ["failure", "error", "skipped"])
    return "failed" if bad else "passed"


def cases(report: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(report).iter("testcase"))


def main(reports: Path) -> int:
    total: Counter[str] = Counter()
    print()
    for line in (reports / "stages.tsv").read_text().splitlines():
        stage, result, seconds = line.split("\t")
        found = [case for report in sorted(reports.glob(f"{stage}*.xml")) for case in cases(report)]
        counts = Counter(outcome(case) for case in found)
        # A stage without tests of its own is one, and so is one that failed for another reason.
        if not found or (result == "failed" and not counts["failed"]):
            counts[result] += 1
        print(f"{stage:12} {counts['passed']:5} passed, {counts['failed']:3} failed {seconds:>5} s")
        total += counts
    print(f"{total['passed']} passed, {total['failed']} failed")
    return 1 if total["failed"] else 0


sys.exit(main(Path(sys.argv[1])))
