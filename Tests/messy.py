"""Frameworks full of mistakes, with names and texts that are hard on every format."""

from pathlib import Path

from running import SMALL_PROJECT, write_project

HEAD = SMALL_PROJECT["framework/framework.yaml"] + "phases: [{id: year-1, title: One}]\n"

HOSTILE_FILE = "framework/100% é, :x/dom'ain \"1\" #?.yaml"

# Several problems a line and several lines that are equal, notes at other places, fixes, and texts that
# a format could take for its own signs.
HOSTILE = (
    "\ufeffdomain: craft\r\n"
    "title: 'Craft, 50% ]]> {0} & \"more\"'\r\n"
    "summary: 'Not <b>::error::</b> bold'\r\n"
    "outcomes:\r\n"
    "  - id: C-1\r\n"
    "    title: Makes things that last\r\n"
    "    statements:\r\n"
    "      - {id: C-1.1, text: ü tools, phase: yaer-1, relies-on: [X-1, X-2]}\r\n"
    "      - {id: C-1.2, text: b, phase: nowhere, roles: [nobody]}\r\n"
    "      - {id: C-1.2, text: b, phase: nowhere, roles: [nobody]}\r\n"
    "      - {id: C-1.3, text: c, phase: '::set-output name=x::y'}\r\n"
    "      - {id: C-1.4, text: an end without a line break, phase: eyar-1}"
)

UNREADABLE = 'domain: broken\ntitle: "never closed\noutcomes: []\n'


def hostile(folder: Path) -> Path:
    """A project with problems of many kinds in a file with a hostile name."""
    project = write_project(folder, {"framework/framework.yaml": HEAD})
    file = project / HOSTILE_FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(HOSTILE.encode())
    return project


def without_files(folder: Path) -> Path:
    """A project with a problem that has no place."""
    return write_project(folder, {"framework/notes.txt": ""})


def crowded(folder: Path, count: int, mistake: str = "phase: nowhere") -> Path:
    """A project with so many equal problems, a hundred of them a file."""
    files = {"framework/framework.yaml": HEAD}
    for start in range(0, count, 100):
        lines = "".join(
            f"      - {{id: S-{start + item}, text: one thing, {mistake}}}\n"
            for item in range(min(100, count - start))
        )
        files[f"framework/{start:05}.yaml"] = (
            f"domain: d{start}\ntitle: Domain {start}\noutcomes:\n"
            f"  - id: O-{start}\n    title: Outcome\n    statements:\n{lines}"
        )
    return write_project(folder, files)


def repository(folder: Path) -> Path:
    """Makes a folder the root of a Git repository, as far as it matters here."""
    (folder / ".git").mkdir(parents=True)
    return folder
