"""What is to be reached: the table of docs/performance.md.

A figure holds from 2,000 statements on where nothing else is said, since below that the start of a process is most of what is
measured.
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
BUILD = "build / (events + copying the output)"
HUGO = "Hugo / build"
UNCHANGED = "nothing changed / build"
EDITED = "one edited / build into the same folder"
SESSION = "session: all diagnostics / check"
PAGE = "session: one page more, ms"
MEMORY = "(peak of build - 15 MiB) / source"
START = "--version / an empty static program"
GROWTH = "CPU a statement / at 2,000"

BOUNDS = [
    Bound(CHECK, 0.75, 0.35, "reads and checks what libyaml alone only reads"),
    Bound(BUILD, 1.6, 1.0, "the least that reading and writing take", (20_000, 10**9)),
    Bound(HUGO, 2.5, 4, "at 200, 2,000 and 20,000", (1, 20_000), is_least=True),
    Bound(UNCHANGED, 0.06, 0.01, "looks at each file and reads none"),
    Bound(EDITED, 1.0, 1.0, "an edit costs no more than a build"),
    Bound(SESSION, 0.6, 0.35, "one file is parsed, all is linked and checked", (2_000, 19_999)),
    Bound(SESSION, 0.7, 0.4, "one file is parsed, all is linked and checked", (20_000, 10**9)),
    Bound(PAGE, 5, 1, "one page is made, and no list of all"),
    Bound(MEMORY, 6, 3, "Hugo takes 21"),
    Bound(START, 1.6, 1.3, "Hugo takes 32", WITHOUT_SIZE),
    Bound(GROWTH, 1.3, 1.0, "for each phase", (20_000, 10**9)),
]


def bound(measure: str, statements: int) -> Bound | None:
    """What is to be reached, by the measure's name up to a colon."""
    name = measure.split(":")[0]
    for one in BOUNDS:
        if one.measure == name and one.sizes[0] <= statements <= one.sizes[1]:
            return one
    return None
