"""Prints what was measured, and writes it for programs."""

import dataclasses
import json
import os
import platform
from pathlib import Path

from bounds import BOUNDS
from measure import Cost
from ratios import Ratio

HEAD = f"{'what':36}{'size':>8}{'wall':>14}{'CPU':>14}{'peak':>12}{'written':>12}{'runs':>6}"


def row(name: str, statements: int, cost: Cost) -> str:
    written = "" if cost.written is None else f"{cost.written / 1e6:,.1f} MB"
    return (
        f"{name:36}{statements or '':>8}{cost.wall:>11.1f} ms{cost.cpu:>11.1f} ms{cost.peak:>8.1f} MiB{written:>12}"
        f"{cost.runs:>6}"
    )


def table(ratios: list[Ratio]) -> str:
    """Each ratio with its bounds, and whether it reaches them."""
    lines = [f"{'ratio':58}{'size':>8}{'value':>10}{'must':>10}{'aim':>10}  reached"]
    for ratio in ratios:
        bound = ratio.bound
        sign = "" if not bound else ">= " if bound.is_least else "<= "
        must, aim = (f"{sign}{figure:g}" for figure in (bound.must, bound.aim)) if bound else ("", "")
        size = ratio.statements or ""
        lines.append(f"{ratio.measure:58}{size:>8}{ratio.value:>10.2f}{must:>10}{aim:>10}  {ratio.verdict}".rstrip())
    return "\n".join(lines)


def summary(ratios: list[Ratio]) -> str:
    """What was missed, and what could not be told."""
    missed = [
        ratio.measure + (f" at {ratio.statements:,}" if ratio.statements else "")
        for ratio in ratios
        if ratio.verdict == "MISSED"
    ]
    measured = {ratio.bound for ratio in ratios}
    untold = [f"{bound.measure} ({bound.source})" for bound in BOUNDS if bound not in measured]
    lines = [f"Missed: {'; '.join(missed)}." if missed else "No bound that was measured is missed."]
    if untold:
        lines.append(f"Not measured in this run: {'; '.join(untold)}.")
    return "\n".join(lines)


def write(to: Path, shape: str, costs: dict[tuple[str, int], Cost], ratios: list[Ratio], remarks: list[str]) -> None:
    document = {
        "machine": {"cores": os.cpu_count(), "system": platform.platform(terse=True)},
        "shape": shape,
        "remarks": remarks,
        "costs": [
            {"what": name, "statements": statements, **dataclasses.asdict(cost)}
            for (name, statements), cost in costs.items()
        ],
        "ratios": [
            {
                "what": ratio.measure,
                "statements": ratio.statements,
                "value": round(ratio.value, 3),
                "bound": dataclasses.asdict(ratio.bound) if ratio.bound else None,
                "reached": ratio.verdict or None,
            }
            for ratio in ratios
        ],
    }
    to.write_text(json.dumps(document, indent=2) + "\n")
