"""Measures ksf beside what limits it and what others reach, and prints one table and its ratios.

    make bench            all sizes, in about ten minutes
    make bench QUICK=1    the small ones, in less than one

Times are medians of whole processes. The output goes to memory if there is a file system in memory, and once to the disk.
What others use of the machine meanwhile is in the times: trust ratios of one run, and CPU time before wall time.
"""

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import peers
from measure import Cost, measure, remove, size

HERE = Path(__file__).resolve().parent
EDITED = "framework/domains/00001.yaml"


class Bench:
    """All that is measured, in the order in which it is printed."""

    def __init__(self, ksf: Path, folder: Path, disk: Path, quick: bool) -> None:
        self.ksf, self.folder, self.disk, self.quick = ksf, folder, disk, quick
        self.costs: dict[tuple[str, int], Cost] = {}
        self.facts: dict[tuple[str, int], int] = {}
        self.limits = folder / "limits"
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-O2", "-o", self.limits, HERE / "limits.c", "-lyaml"], check=True)

    def row(
        self,
        name: str,
        statements: int,
        command: Sequence[str | Path],
        before: Callable[[], object] = lambda: None,
        folder: Path | None = None,
    ) -> None:
        runs = 3 if self.quick or statements > 2_000 else 7
        cost = measure(command, runs, before, folder)
        self.costs[name, statements] = cost
        print(
            f"{name:34}{statements:>8}{cost.wall:>12.1f} ms{cost.cpu:>12.1f} ms{cost.peak:>9.0f} MiB{cost.runs:>5}",
            flush=True,
        )

    def start_up(self) -> None:
        self.row("ksf --version", 0, [self.ksf, "--version"])
        self.row("python -c pass", 0, [sys.executable, "-c", "pass"])
        self.row("ksf check, the shipped framework", 0, [self.ksf, "check", "--project", HERE.parent])

    def size_of(self, statements: int) -> None:
        project, output = self.folder / f"project-{statements}", self.folder / f"output-{statements}"
        remove(project)
        # By another process, so that this one stays small: the peak of a child counts what its parent had when it began.
        made = [sys.executable, HERE / "generate.py", "--statements", str(statements), "--output", project]
        subprocess.run(made, check=True, capture_output=True)
        self.facts["source bytes", statements] = size(project)[1]
        self.limits_of(statements, project)
        self.ksf_on(statements, project, output)
        self.row(
            "limit: copying the output", statements, [self.limits, "copy", output, self.folder / "copy"],
            lambda: remove(self.folder / "copy"),
        )  # fmt: skip
        if statements <= (2_000 if self.quick else 20_000):
            self.peers_on(statements, project, output)
        for folder in [project, output, self.folder / "copy"]:
            remove(folder)

    def limits_of(self, statements: int, project: Path) -> None:
        sources = [project / "framework", project / "seeds"]
        self.row("limit: stat of all inputs", statements, [self.limits, "stat", *sources])
        self.row("limit: libyaml's events", statements, [self.limits, "events", *sources])
        self.row(
            "limit: copying the input", statements, [self.limits, "copy", project, self.folder / "copy"],
            lambda: remove(self.folder / "copy"),
        )  # fmt: skip

    def ksf_on(self, statements: int, project: Path, output: Path) -> None:
        build = [self.ksf, "build", "--project", project, "--output", output]
        self.row("ksf check", statements, [self.ksf, "check", "--project", project])
        self.row("ksf build, to an empty folder", statements, build, lambda: remove(output))
        files, written = size(output)
        self.facts["files written", statements] = files
        self.facts["bytes written", statements] = written
        self.row("ksf build, nothing changed", statements, build)
        number = iter(range(1_000_000))

        def edit() -> None:
            file = project / EDITED
            lines = file.read_text().split("\n")
            lines[lines.index("        kind: knowledge") + 1] = f"        text: test edit {next(number)}"
            file.write_text("\n".join(lines))

        self.row("ksf build, one statement edited", statements, build, edit)
        if statements == 20_000:
            disk = self.disk / "output"
            on_disk = [self.ksf, "build", "--project", project, "--output", disk]
            self.row("ksf build, to a folder on the disk", statements, on_disk, lambda: remove(disk))
            remove(disk)

    def peers_on(self, statements: int, project: Path, output: Path) -> None:
        if tool := peers.tool("check-jsonschema"):
            schema = output / "schemas/language.schema.json"
            self.row(
                "peer: check-jsonschema", statements,
                [tool, "--schemafile", schema, *peers.domains(project)],
            )  # fmt: skip
        for name, writer, command in [
            ("hugo", peers.write_hugo, ["--quiet"]),
            ("zensical", peers.write_markdown, ["build"]),
        ]:
            if tool := peers.tool(name):
                site = self.folder / f"{name}-{statements}"
                remove(site)
                writer(project, site)
                made = [site / "public", site / "site", site / ".cache"]
                self.row(
                    f"peer: {name}", statements, [tool, *command],
                    lambda made=made: [remove(folder) for folder in made], site,
                )  # fmt: skip
                remove(site)

    def ratios(self) -> list[tuple[str, int, float]]:
        """What the measures come to, each with its size."""
        found: list[tuple[str, int, float]] = []
        sizes = sorted({statements for _, statements in self.costs if statements})

        def wall(name: str, statements: int) -> float | None:
            cost = self.costs.get((name, statements))
            return cost.wall if cost else None

        def ratio(name: str, statements: int, part: float | None, whole: float | None) -> None:
            if part is not None and whole:
                found.append((name, statements, part / whole))

        for n in sizes:
            check, build = wall("ksf check", n), wall("ksf build, to an empty folder", n)
            events = wall("limit: libyaml's events", n) or 0
            floor = events + (wall("limit: copying the output", n) or 0)
            ratio("check / libyaml's events", n, check, events)
            ratio("check, CPU / libyaml's events, CPU", n, self.costs["ksf check", n].cpu,
                  self.costs["limit: libyaml's events", n].cpu)  # fmt: skip
            ratio("build / (events + copying the output)", n, build, floor)
            ratio("nothing changed / stat of all inputs", n, wall("ksf build, nothing changed", n),
                  wall("limit: stat of all inputs", n))  # fmt: skip
            ratio("one edited / build", n, wall("ksf build, one statement edited", n), build)
            ratio("check-jsonschema / check", n, wall("peer: check-jsonschema", n), check)
            ratio("Hugo / build", n, wall("peer: hugo", n), build)
            ratio("Zensical / build", n, wall("peer: zensical", n), build)
            memory = self.costs["ksf build, to an empty folder", n].peak - 15
            ratio("(peak of build - 15 MiB) / source", n, memory * 2**20, self.facts["source bytes", n])
        for name in ["ksf check", "ksf build, to an empty folder"]:
            for n in sizes:
                if n > 2_000 and (small := self.costs.get((name, 2_000))):
                    each = self.costs[name, n].cpu / n
                    found.append((f"{name}: CPU a statement / at 2,000", n, each / (small.cpu / 2_000)))
        return found


def report(bench: Bench, to: Path) -> None:
    print()
    for (name, statements), value in bench.facts.items():
        print(f"{name:44}{statements:>8}{value:>14,}")
    print()
    for name, statements, value in bench.ratios():
        print(f"{name:44}{statements:>8}{value:>14.2f}")
    document = {
        "machine": {"cores": os.cpu_count(), "system": platform.platform(terse=True)},
        "costs": [
            {"what": name, "statements": statements, **dataclasses.asdict(cost)}
            for (name, statements), cost in bench.costs.items()
        ],
        "facts": [
            {"what": name, "statements": statements, "value": value}
            for (name, statements), value in bench.facts.items()
        ],
        "ratios": [
            {"what": name, "statements": statements, "value": round(value, 3)}
            for name, statements, value in bench.ratios()
        ],
    }
    to.write_text(json.dumps(document, indent=2) + "\n")
    print(f"\nAll of it as JSON: {to}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ksf", type=Path, required=True)
    parser.add_argument("--json", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+")
    options = parser.parse_args()
    sizes = options.sizes or ([200, 2_000] if options.quick else [200, 2_000, 20_000, 100_000])
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    options.json.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=where) as folder,
        tempfile.TemporaryDirectory(dir=options.json.parent) as disk,
    ):
        # A cache of its own, so that nothing is remembered of other runs.
        os.environ["XDG_CACHE_HOME"] = f"{folder}/caches"
        bench = Bench(options.ksf.resolve(), Path(folder), Path(disk), options.quick)
        print(f"{'what':34}{'size':>8}{'wall':>15}{'CPU':>15}{'peak':>13}{'runs':>5}")
        bench.start_up()
        for statements in sizes:
            bench.size_of(statements)
        report(bench, options.json)


if __name__ == "__main__":
    main()
