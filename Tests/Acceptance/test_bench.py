"""`make bench` measures what it says that it measures. How fast anything is does not matter here."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from running import BINARY, HANGING, REPOSITORY

BENCH = REPOSITORY / "Bench"
SIZES = [40, 80]

ROWS = [
    "limit: stat of all inputs", "limit: libyaml's events", "limit: the C pipeline",
    "limit: copying the input", "ksf check", "ksf build, to an empty folder",
    "ksf build, nothing changed", "ksf build, one statement edited", "limit: copying the output",
]  # fmt: skip


def bench(to: Path, sizes: list[int], *more: str) -> subprocess.CompletedProcess[str]:
    """Measures small frameworks, everything once."""
    return subprocess.run(
        [sys.executable, BENCH / "run.py", "--ksf", BINARY, "--json", to, "--seconds", "0",
         "--sizes", *map(str, sizes), *more],
        capture_output=True, text=True, timeout=HANGING,
    )  # fmt: skip


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict[str, Any]]:
    """What was printed, and what was written."""
    to = tmp_path_factory.mktemp("bench") / "bench.json"
    run = bench(to, SIZES)
    assert run.returncode == 0, run.stderr
    return run.stdout, json.loads(to.read_text(encoding="utf-8"))


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)


def test_everything_is_measured_at_each_size(measured: tuple[str, dict[str, Any]]) -> None:
    printed, document = measured
    costs = {(cost["what"], cost["statements"]): cost for cost in document["costs"]}
    for name in ROWS:
        assert name in printed
        for size in SIZES:
            cost = costs[name, size]
            assert cost["wall"] > 0 and cost["peak"] > 0 and cost["runs"] == 1
    for size in SIZES:
        whole = costs["ksf build, to an empty folder", size]
        # A page for each, and what is around them; and of what is not changed nothing.
        assert whole["written"] > 10_000 * size
        copied = costs["limit: copying the output", size]["written"]
        assert copied == pytest.approx(whole["written"], rel=0.01)
        assert costs["ksf build, nothing changed", size]["written"] == 0
        assert 0 < costs["ksf build, one statement edited", size]["written"] <= whole["written"]
        assert costs["limit: copying the input", size]["written"] > 1_000 * size
        assert whole["phases"].keys() >= {"parsing files", "making outputs"}
        assert costs["ksf check", size]["phases"].keys() >= {"parsing files", "checking"}
    assert {"ksf --version", "ksf check, the shipped framework"} <= {name for name, size in costs if not size}


def test_each_ratio_has_its_bound_beside_it(measured: tuple[str, dict[str, Any]]) -> None:
    printed, document = measured
    ratios = {(ratio["what"], ratio["statements"]): ratio for ratio in document["ratios"]}
    ratio = ratios["--version / an empty static program", 0]
    assert ratio["bound"]["must"] == 1.6 and ratio["bound"]["source"]
    assert ratio["reached"] in ["must", "aim", "MISSED"]
    for size in SIZES:
        assert ratios["nothing changed / build", size]["value"] > 0
        assert ratios["build / the C pipeline", size]["bound"] is None
    assert "--version / an empty static program" in printed
    assert "Not measured in this run: " in printed and "CPU a statement" in printed


def test_a_bound_can_be_required(tmp_path: Path, parts: None) -> None:
    to = tmp_path / "bench.json"
    required = bench(to, SIZES[:1], "--require", "--shape", "dense")
    ratios = json.loads(to.read_text(encoding="utf-8"))["ratios"]
    is_missed = any(ratio["reached"] == "MISSED" for ratio in ratios)
    assert required.returncode == is_missed, required.stderr
    assert ("Missed: " in required.stdout) == is_missed


def test_a_verdict_follows_its_bound(parts: None) -> None:
    from bounds import BUILD, CHECK, GROWTH, HUGO
    from ratios import Ratio

    verdicts = [
        (CHECK, 2_000, 0.76, "MISSED"), (CHECK, 2_000, 0.75, "must"), (CHECK, 2_000, 0.2, "aim"),
        (CHECK, 20_000, 0.76, "MISSED"), (CHECK, 100_000, 0.7, "must"), (CHECK, 200, 9, ""),
        (HUGO, 200, 2.4, "MISSED"), (HUGO, 200, 2.5, "must"), (HUGO, 20_000, 15, "aim"),
        (BUILD, 20_000, 1.7, "MISSED"), (f"{GROWTH}: build, linking", 100_000, 1.31, "MISSED"),
        (f"{GROWTH}: check", 100_000, 0.9, "aim"), ("anything else", 2_000, 100, ""),
    ]  # fmt: skip
    for measure, statements, value, verdict in verdicts:
        assert Ratio(measure, statements, value).verdict == verdict, (measure, statements, value)


def test_growth_is_told_for_each_phase_that_counts(parts: None) -> None:
    from measure import Cost
    from ratios import of_growth

    def cost(cpu: float, **phases: float) -> Cost:
        return Cost(cpu, cpu, 20, 1, phases)

    build = "ksf build, to an empty folder"
    costs = {
        ("ksf check", 2_000): cost(100, parsing=50, linking=4.9),
        (build, 2_000): cost(1_000, making=900),
        ("ksf check", 100_000): cost(10_000, parsing=2_500, linking=9_000),
        (build, 100_000): cost(50_000, making=67_500),
    }
    told = {ratio.measure.split(": ")[1]: (ratio.value, ratio.verdict) for ratio in of_growth(costs)}
    assert told == {
        "check": (2, "MISSED"), "check, parsing": (1, "aim"),
        "build": (1, "aim"), "build, making": (1.5, "MISSED"),
    }  # fmt: skip


def test_a_busy_machine_is_told(parts: None) -> None:
    from measure import Cost
    from ratios import crowding

    events = "limit: libyaml's events"
    costs = {(events, 200): Cost(10, 9, 20, 1), (events, 2_000): Cost(300, 100, 20, 1)}
    assert crowding(costs) == 3
    assert crowding({}) == 1


def test_the_pipeline_in_c_writes_each_statement(tmp_path: Path, parts: None) -> None:
    from programs import limits

    project, pages = tmp_path / "project", tmp_path / "pages"
    generate = [sys.executable, BENCH / "generate.py", "--statements", "40", "--output", project]
    subprocess.run(generate, check=True, capture_output=True)
    subprocess.run([limits(tmp_path), "pages", pages, project], check=True, capture_output=True)
    files = sum(1 for _ in project.rglob("*.yaml"))
    texts = [page.read_text(encoding="utf-8") for page in pages.iterdir()]
    assert len(texts) == 40 + files
    assert sum("<p>builds-on</p>" in text for text in texts) == 40
    assert any("<strong>" in text for text in texts)
    # Every word is somewhere: nothing is left out to be quick.
    written = set(" ".join(texts).replace("<", " ").replace(">", " ").replace(".", " ").split())
    source = (project / "framework/domains/00000.yaml").read_text(encoding="utf-8")
    assert {word for word in source.split() if word.isalpha()} <= written
