"""Measures ksf beside what limits it and what others reach, and prints one table and its ratios.

    make bench                      all sizes, in less than ten minutes
    make bench QUICK=1              the small ones, in less than one
    make bench SIZES="200 2000"     these sizes
    make bench SHAPE=dense          frameworks of another shape
    make bench REQUIRE=1            and fail if a figure of bounds.py is not reached

Times are medians of whole processes, and each is run again for some seconds. The output goes to memory if there is a file
system in memory, and once to the disk. What others use of the machine meanwhile is in the times: trust ratios of one run,
and CPU time before wall time.
"""

import argparse
import dataclasses
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import chdir
from pathlib import Path

import peers
import programs
import report
from measure import Cost, free_memory, measure, remove, size
from model import SHAPES
from ratios import JOBS, crowding, ratios

HERE = Path(__file__).resolve().parent

SIZES = [200, 2_000, 20_000, 100_000]
QUICK_SIZES = [200, 2_000]

ROOM = 100_000
"""Bytes a statement: its part of the sources, the output and a copy of it."""

TICK = 0.02
"""Seconds between two ticks of the clock that files are dated by, or more."""


@dataclasses.dataclass(frozen=True)
class Budget:
    """How much time there is, in seconds."""

    row: float
    """A command is run again until so much is over."""

    peer: float
    """A peer that would take longer is left out."""

    whole: float
    """When so much is over, everything is run once, and peers are left out."""


FULL = Budget(row=3, peer=45, whole=400)
QUICK = Budget(row=1, peer=8, whole=40)


class Bench:
    """All that is measured, in the order in which it is printed."""

    def __init__(self, ksf: Path, folder: Path, disk: Path, budget: Budget, shape: str,
                 session: Path | None) -> None:
        self.session = session
        self.ksf, self.folder, self.disk, self.budget, self.shape = ksf, folder, disk, budget, shape
        self.begin = time.monotonic()
        self.costs: dict[tuple[str, int], Cost] = {}
        self.source_bytes: dict[int, int] = {}
        self.remarks: list[str] = []
        self.left_out: set[str] = set()
        self.limits = programs.limits(folder)
        # A cache of its own, so that nothing is remembered of other runs.
        self.caches = folder / "caches"
        os.environ["XDG_CACHE_HOME"] = str(self.caches)

    @property
    def time_left(self) -> float:
        return self.budget.whole - (time.monotonic() - self.begin)

    def remark(self, text: str) -> None:
        self.remarks.append(text)
        print(text, flush=True)

    def row(
        self,
        name: str,
        statements: int,
        command: Sequence[str | Path],
        before: Callable[[], object] = lambda: None,
        output: Path | None = None,
    ) -> None:
        """Measures and prints; and counts what was written to `output`."""
        begin = 0.0

        def prepare() -> None:
            nonlocal begin
            before()
            if output:
                # The time of a file is that of the last tick of the clock, so that nothing earlier may be so near.
                time.sleep(2 * TICK)
                begin = time.time() - TICK

        cost = measure(command, min(self.budget.row, self.time_left), self.folder, prepare)
        if output:
            cost = dataclasses.replace(cost, written=size(output, begin)[1])
        self.costs[name, statements] = cost
        print(report.row(name, statements, cost), flush=True)

    def start_up(self) -> None:
        language, empty = programs.empty(self.folder)
        self.row(f"limit: an empty static {language} program", 0, [empty])
        self.row("ksf --version", 0, [self.ksf, "--version"])
        self.row("ksf check, the shipped framework", 0, [self.ksf, "check", "--project", HERE.parent])

    def size_of(self, statements: int) -> None:
        if free_memory(self.folder) < ROOM * statements:
            self.remark(f"{statements:,} statements are left out: {self.folder} has no room for what comes of them.")
            return
        project, output, copy = (self.folder / f"{name}-{statements}" for name in ["project", "output", "copy"])
        # By another process, so that this one stays small: the peak of a child counts what its parent had when it began.
        made = [sys.executable, HERE / "generate.py", "--statements", str(statements), "--shape", self.shape]
        subprocess.run([*made, "--output", project], check=True, capture_output=True)
        self.source_bytes[statements] = size(project)[1]
        self.limits_of(statements, project, copy)
        self.ksf_on(statements, project, output)
        self.row(
            "limit: copying the output", statements, [self.limits, "copy", copy, output], lambda: remove(copy), copy
        )
        remove(copy)
        self.peers_on(statements, project, output)
        remove(project)
        remove(output)

    def limits_of(self, statements: int, project: Path, copy: Path) -> None:
        sources = [project / "framework", project / "seeds"]
        pages = self.folder / "pages"
        self.row("limit: stat of all inputs", statements, [self.limits, "stat", *sources])
        self.row("limit: libyaml's events", statements, [self.limits, "events", *sources])
        self.row(
            "limit: the C pipeline", statements, [self.limits, "pages", pages, *sources], lambda: remove(pages), pages
        )
        self.row(
            "limit: copying the input", statements, [self.limits, "copy", copy, project], lambda: remove(copy), copy
        )
        remove(pages)
        remove(copy)

    def ksf_on(self, statements: int, project: Path, output: Path) -> None:
        build = [self.ksf, "build", "--project", project, "--timings", "--output"]
        whole, unchanged, edited, same = (f"ksf {job}" for job in JOBS)
        self.row("ksf check", statements, [self.ksf, "check", "--project", project, "--timings"])
        self.row(whole, statements, [*build, output], lambda: self.forget(output), output)
        self.row(unchanged, statements, [*build, output], output=output)
        domains = peers.domains(project)
        file = domains[len(domains) // 2]
        number = iter(range(1_000_000))

        def edit() -> None:
            lines = file.read_text().split("\n")
            lines[lines.index("        kind: knowledge") + 1] = f"        text: test edit {next(number)}"
            file.write_text("\n".join(lines))

        self.row(edited, statements, [*build, output], edit, output)
        self.row(same, statements, [*build, output, "--no-cache"], output=output)
        self.session_on(statements, project, file)
        if statements == 20_000:
            disk = self.disk / "output"
            self.row("ksf build, to a folder on the disk", statements, [*build, disk], lambda: self.forget(disk), disk)
            remove(disk)

    def session_on(self, statements: int, project: Path, file: Path) -> None:
        """An edit of one statement in a session that stays in memory, until all is known and until its page is made."""
        if not self.session:
            return
        statement = re.search(r"(?m)^      - id: (\S+)", file.read_text())
        assert statement
        page = f"handbook/statements/{statement[1]}.html"
        rounds = max(5, min(200, 400_000 // statements))
        command = [self.session, project, file.relative_to(project), page, str(rounds)]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        for name, key in [("session: all diagnostics", "diagnostics"), ("session: one page more", "page")]:
            wall = float(re.search(rf"(?m)^{key} (\S+) ms", found)[1])
            self.costs[name, statements] = Cost(wall, wall, 0, rounds)
            print(report.row(name, statements, self.costs[name, statements]), flush=True)

    def forget(self, output: Path) -> None:
        """Removes what was built, and the stamps of it."""
        remove(output)
        remove(self.caches)

    def peers_on(self, statements: int, project: Path, output: Path) -> None:
        schema = output / "schemas/language.schema.json"
        files = peers.domains(project)
        self.peer("check-jsonschema", statements, ["--schemafile", schema, *files])
        for name, writer, arguments in [
            ("hugo", peers.write_hugo, ["--quiet"]),
            ("zensical", peers.write_markdown, ["build"]),
        ]:
            site = self.folder / name
            self.peer(name, statements, arguments, site, lambda site=site, writer=writer: writer(project, site))
            remove(site)

    def peer(
        self,
        name: str,
        statements: int,
        arguments: Sequence[str | Path],
        site: Path | None = None,
        write: Callable[[], None] = lambda: None,
    ) -> None:
        """Measures a peer, in the folder of its site if it makes one, unless it would take too long."""
        row = f"peer: {name}"
        if row in self.left_out:
            return
        earlier = [cost.wall / n for (what, n), cost in self.costs.items() if what == row]
        expected = earlier[-1] * statements / 1e3 if earlier else 0.0
        tool = peers.tool(name)
        reason = ""
        if not tool:
            reason = "it is not installed"
        elif expected > self.budget.peer:
            reason = f"it would take about {expected:,.0f} s"
        elif expected > self.time_left:
            reason = "there is no time left"
        if reason:
            self.left_out.add(row)
            return self.remark(f"{row} is left out from {statements:,} on: {reason}.")
        if not site:
            return self.row(row, statements, [tool, *arguments])
        write()
        made = [site / folder for folder in ["public", "site", ".cache"]]
        with chdir(site):
            self.row(
                row, statements, [tool, *arguments], lambda: [remove(folder) for folder in made],
                site / ("public" if name == "hugo" else "site"),
            )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ksf", type=Path, required=True)
    parser.add_argument("--session", type=Path, help="the program that measures a session")
    parser.add_argument("--json", type=Path, required=True, help="where to write what was measured")
    parser.add_argument("--quick", action="store_true", help="the small sizes, and fewer runs")
    parser.add_argument("--sizes", type=int, nargs="+", help="how many statements")
    parser.add_argument("--shape", choices=SHAPES, default="usual", help="of what shape the frameworks are")
    parser.add_argument("--seconds", type=float, help="how long a command is run again and again")
    parser.add_argument("--require", action="store_true", help="end with status 1 if a bound is missed")
    options = parser.parse_args()
    sizes = options.sizes or (QUICK_SIZES if options.quick else SIZES)
    memory = Path("/dev/shm")
    where = memory if os.access(memory, os.W_OK) else None
    options.json.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=where) as folder,
        tempfile.TemporaryDirectory(dir=options.json.parent.resolve()) as disk,
    ):
        budget = QUICK if options.quick else FULL
        if options.seconds is not None:
            budget = dataclasses.replace(budget, row=options.seconds)
        bench = Bench(options.ksf.resolve(), Path(folder), Path(disk), budget, options.shape, options.session)
        print(report.HEAD)
        bench.start_up()
        for statements in sorted(sizes):
            bench.size_of(statements)
    if (crowded := crowding(bench.costs)) > 1.2:
        bench.remark(f"The machine was busy: {crowded:.1f} times the CPU time went by. Trust the figures of CPU alone.")
    found = ratios(bench.costs, bench.source_bytes)
    report.write(options.json, options.shape, bench.costs, found, bench.remarks)
    print(f"\n{report.table(found)}\n\n{report.summary(found)}")
    print(f"{time.monotonic() - bench.begin:.0f} s in all. All of it as JSON: {options.json}")
    sys.exit(options.require and any(ratio.verdict == "MISSED" for ratio in found))


if __name__ == "__main__":
    main()
