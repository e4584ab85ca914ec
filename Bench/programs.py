"""Makes the small programs that ksf is measured beside."""

import os
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMPILER = os.environ.get("CC", "cc")


def limits(folder: Path) -> Path:
    """What does parts of the work in C."""
    program = folder / "limits"
    sources = [HERE / "limits.c", HERE / "pages.c"]
    subprocess.run([COMPILER, "-O2", "-o", program, *sources, "-lyaml", "-lcmark-gfm"], check=True)
    return program


def empty(folder: Path) -> tuple[str, Path]:
    """A static program that does nothing, and in which language it is written: Swift, or C where there is no Swift."""
    program = folder / "empty"
    if swift := shutil.which("swiftc"):
        source = folder / "empty.swift"
        source.write_text("")
        made = subprocess.run([swift, "-O", "-static-executable", "-o", program, source], capture_output=True)
        if made.returncode == 0:
            return "Swift", program
    source = folder / "empty.c"
    source.write_text("int main(void) { return 0; }\n")
    subprocess.run([COMPILER, "-O2", "-static", "-o", program, source], check=True)
    return "C", program
