"""Goes through a page of documentation as its reader would: writes its files, makes its changes, runs its commands."""

import os
import re
import subprocess
from pathlib import Path

from running import BINARY, HANGING

# "`path`:" and below it the file's text; "change `old` to `new` in `path`"; commands with their answers.
STEP = re.compile(
    r"^`(?P<file>[\w./-]+)`:\n\n```yaml\n(?P<text>.*?)^```$"
    r"|[Cc]hange\s+`(?P<old>[^`]+)`\s+to\s+`(?P<new>[^`]+)`\s+in\s+`(?P<changed>[^`]+)`"
    r"|^```console\n(?P<console>.*?)^```$",
    re.M | re.S,
)

# How many files a build has depends on every output there is.
COUNTS = re.compile(r"\d+ written, \d+ unchanged")


def follow(page: str, folder: Path) -> str:
    """The page with what the commands answer now. It runs in an empty folder."""
    reader = Reader(folder)
    return STEP.sub(reader.take, page)


def same(page: str) -> str:
    return COUNTS.sub("N written, N unchanged", page)


class Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, step: re.Match[str]) -> str:
        if step["file"]:
            target = self.folder / step["file"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(step["text"], encoding="utf-8")
        elif step["changed"]:
            target = self.folder / step["changed"]
            text = target.read_text(encoding="utf-8")
            assert text.count(step["old"]) > 0, f"{target} has no {step['old']}"
            target.write_text(text.replace(step["old"], step["new"], 1), encoding="utf-8")
        else:
            commands = [line for line in step["console"].splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(map(self.run, commands)) + "```"
        return step[0]

    def run(self, line: str) -> str:
        words = line.removeprefix("$ ").split()
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            return f"{line}\n"
        assert words[0] == "ksf", line
        finished = subprocess.run(
            [BINARY, *words[1:]],
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=HANGING,
        )
        answer = finished.stdout.strip("\n")
        return f"{line}\n{answer}\n" if answer else f"{line}\n"
