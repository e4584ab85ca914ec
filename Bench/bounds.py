"""What is to be reached, with the source of each figure.

The figures are of shared/performance.md, "Ratios to reach", which gives them for 20,000 statements where it says nothing
else. Where it gives others for 2,000 they stand apart; otherwise they are asked for here from 2,000 on, below which the
start of a process is most of what is measured.
"""

from dataclasses import dataclass

WITHOUT_SIZE = (0, 0)
FROM_2_000 = (2_000, 10**9)


@dataclass(frozen=True)
class Bound:
    """A figure that a measure has to reach at frameworks of certain sizes."""

    measure: str
    must: float
    aim: float
    source: str
    sizes: tuple[int, int] = FROM_2_000
    """The smallest and the largest number of statements."""

    is_least: bool = False
    """Whether it has to be so much at least, and not at most."""

    def holds(self, value: float, figure: float) -> bool:
        return value >= figure if self.is_least else value <= figure


CHECK = "check / libyaml's events"
BUILD = "build / the C pipeline"
HUGO = "Hugo / build"
UNCHANGED = "nothing changed, ms"
EDITED = "one edited, ms"
MEMORY = "(peak of build - 15 MiB) / source"
START = "--version / an empty static program"
PYTHON = "check of the shipped framework / Python's start"
GROWTH = "CPU a statement / at 2,000"

BOUNDS = [
    Bound(CHECK, 1.3, 0.2, "with one core; tuned Python takes 14, check-jsonschema 45", (2_000, 19_999)),
    Bound(CHECK, 1.0, 0.2, "with both cores; tuned Python takes 14, check-jsonschema 45", (20_000, 10**9)),
    Bound(BUILD, 1.5, 0.35, "Hugo takes 5.0, for less; given with md4c, measured with cmark-gfm"),
    Bound(HUGO, 4, 15, "at 200, 2,000 and 20,000", (1, 20_000), is_least=True),
    Bound(UNCHANGED, 6, 6, "looking at every file takes 1.1", (1, 2_000)),
    Bound(UNCHANGED, 12, 6, "looking at every file takes 2.7, Hugo 6,250", (2_001, 20_000)),
    Bound(EDITED, 25, 25, "Hugo takes 773, its server 28", (1, 2_000)),
    Bound(EDITED, 100, 30, "Hugo takes 6,331, its server 156", (2_001, 20_000)),
    Bound(MEMORY, 6, 2, "Hugo takes 21, the C pipeline 11.6"),
    Bound(START, 1.3, 1.3, "Hugo takes 32", WITHOUT_SIZE),
    Bound(PYTHON, 1, 0.5, "our own: no tool written in Python can be quicker", WITHOUT_SIZE),
    Bound(GROWTH, 1.3, 1.0, "for each phase; Hugo has 0.88 for the whole", (20_000, 10**9)),
]


def bound(measure: str, statements: int) -> Bound | None:
    """What is to be reached, by the measure's name up to a colon."""
    name = measure.split(":")[0]
    for one in BOUNDS:
        if one.measure == name and one.sizes[0] <= statements <= one.sizes[1]:
            return one
    return None
