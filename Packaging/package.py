"""What is packed, and how every archive is made so that two runs give the same bytes."""

import gzip
import io
import os
import stat
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent

# Every file in every archive has this time. A build of another day gives the same bytes.
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", 1_767_225_600))  # the first second of 2026

SUMMARY = "Compiler for knowledge-and-skills frameworks"
DESCRIPTION = """\
It turns a framework, written as plain text files, into what people use: a
handbook to read in a browser, a checklist for each phase, and data for other
programs. Every mistake is shown at its line, in plain words.
"""

# How machines are called by Linux and by Debian.
DEBIAN_NAMES = {"x86_64": "amd64", "aarch64": "arm64"}


@dataclass(frozen=True)
class Entry:
    """A file in an archive."""

    path: str
    content: bytes
    is_program: bool = False

    @property
    def mode(self) -> int:
        return 0o755 if self.is_program else 0o644


@dataclass(frozen=True)
class Program:
    """The program to pack, without names of functions, and what it says of itself."""

    path: Path
    content: bytes
    version: str
    machine: str

    @staticmethod
    def read(path: Path, work: Path) -> "Program":
        stripped = work / "ksf"
        subprocess.run(["strip", "--strip-all", "-o", stripped, path], check=True)
        stripped.chmod(stripped.stat().st_mode | stat.S_IXUSR)
        return Program(stripped, stripped.read_bytes(), output(stripped, "--version").strip(), os.uname().machine)

    def says(self, *arguments: str) -> str:
        return output(self.path, *arguments)


def output(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def text(path: str) -> bytes:
    return (REPOSITORY / path).read_bytes()


def compressed(content: bytes) -> bytes:
    """The content as gzip, without a time or a name."""
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()


def tar(entries: list[Entry], *, root: str = "") -> bytes:
    """The files and the folders above them, which belong to root, in the order of their paths."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        folders: set[str] = set()
        for entry in sorted(entries, key=lambda entry: entry.path):
            for folder in reversed(Path(entry.path).parents[:-1]):
                if str(folder) not in folders:
                    folders.add(str(folder))
                    archive.addfile(member(f"{root}{folder}", 0o755, tarfile.DIRTYPE))
            info = member(root + entry.path, entry.mode, tarfile.REGTYPE)
            info.size = len(entry.content)
            archive.addfile(info, io.BytesIO(entry.content))
    return packed.getvalue()


def member(name: str, mode: int, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mode, info.type, info.mtime = mode, kind, EPOCH
    info.uname = info.gname = "root"
    return info
