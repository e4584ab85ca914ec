"""What the costs come to, beside what is to be reached."""

from collections.abc import Iterator
from dataclasses import dataclass

import bounds
from bounds import Bound, bound
from measure import Cost

Costs = dict[tuple[str, int], Cost]
"""By what was run, and for how many statements; 0 where that does not matter."""

JOBS = ["build, to an empty folder", "build, nothing changed", "build, one statement edited", "build, into the same folder"]

BASE = 2_000
"""Growth is told from here."""

SHORTEST = 5.0
"""A phase that takes fewer milliseconds at the base is left out."""


@dataclass(frozen=True)
class Ratio:
    """A figure that is made of costs."""

    measure: str
    statements: int
    value: float

    @property
    def bound(self) -> Bound | None:
        return bound(self.measure, self.statements)

    @property
    def verdict(self) -> str:
        if not self.bound:
            return ""
        if not self.bound.holds(self.value, self.bound.must):
            return "MISSED"
        return "aim" if self.bound.holds(self.value, self.bound.aim) else "must"


def ratios(costs: Costs, source_bytes: dict[int, int]) -> list[Ratio]:
    return [*of_starts(costs), *of_sizes(costs, source_bytes), *of_growth(costs)]


def of_starts(costs: Costs) -> Iterator[Ratio]:
    empty = next((cost for (name, _), cost in costs.items() if name.startswith("limit: an empty static")), None)
    version = costs.get(("ksf --version", 0))
    if empty and version:
        yield Ratio(bounds.START, 0, version.wall / empty.wall)


def of_sizes(costs: Costs, source_bytes: dict[int, int]) -> Iterator[Ratio]:
    for n in sizes(costs):
        walls = {name: cost.wall for (name, statements), cost in costs.items() if statements == n}
        check, build, unchanged, edited, same = (walls[f"ksf {job}"] for job in ["check", *JOBS])
        events, copy = walls["limit: libyaml's events"], walls["limit: copying the output"]
        for measure, job, limit in [
            (bounds.CHECK, "check", "limit: libyaml's events"),
            ("build / the C pipeline", JOBS[0], "limit: the C pipeline"),
        ]:
            cost, least = costs[f"ksf {job}", n], costs[limit, n]
            yield Ratio(measure, n, cost.wall / least.wall)
            yield Ratio(f"{measure}, CPU of both", n, cost.cpu / least.cpu)
        yield Ratio(bounds.BUILD, n, build / (events + copy))
        for peer, part, whole in [
            ("hugo", bounds.HUGO, build),
            ("zensical", "Zensical / build", build),
            ("check-jsonschema", "check-jsonschema / check", check),
        ]:
            if f"peer: {peer}" in walls:
                yield Ratio(part, n, walls[f"peer: {peer}"] / whole)
        yield Ratio(bounds.UNCHANGED, n, unchanged / build)
        yield Ratio("nothing changed / stat of all inputs", n, unchanged / walls["limit: stat of all inputs"])
        yield Ratio(bounds.EDITED, n, edited / same)
        if "session: all diagnostics" in walls:
            yield Ratio(bounds.SESSION, n, walls["session: all diagnostics"] / check)
            yield Ratio(bounds.PAGE, n, walls["session: one page more"])
        memory = (costs["ksf build, to an empty folder", n].peak - 15) * 2**20
        yield Ratio(bounds.MEMORY, n, memory / source_bytes[n])


def of_growth(costs: Costs) -> Iterator[Ratio]:
    for job in ["check", JOBS[0]]:
        base = costs.get((f"ksf {job}", BASE))
        for n in sizes(costs):
            cost = costs[f"ksf {job}", n]
            if not base or n <= BASE:
                continue
            short = job.split(",")[0]
            yield Ratio(f"{bounds.GROWTH}: {short}", n, cost.cpu / base.cpu * BASE / n)
            for phase, small in base.phases.items():
                if small >= SHORTEST and phase in cost.phases:
                    growth = cost.phases[phase] / small * BASE / n
                    yield Ratio(f"{bounds.GROWTH}: {short}, {phase}", n, growth)


def sizes(costs: Costs) -> list[int]:
    return sorted({statements for _, statements in costs if statements})


def crowding(costs: Costs) -> float:
    """How much longer than its CPU time something took that has one thread and never waits: 1 on a quiet machine."""
    events = [cost for (name, _), cost in costs.items() if name == "limit: libyaml's events"]
    return max((cost.wall / cost.cpu for cost in events), default=1.0)
