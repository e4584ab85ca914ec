#!/usr/bin/env python3
"""Packs the release binary: a wheel, a Debian package, a tar.gz and what a container is made of.

It needs Python, strip and dpkg-query, and no network. The same program gives the same bytes.
"""

import argparse
import hashlib
import shutil
import tempfile
from pathlib import Path

from deb import deb, installed_files
from libraries import bill_of_materials, licences
from package import DEBIAN_NAMES, Entry, Program, compressed, tar, text
from wheel import wheel


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path, help="the release binary")
    parser.add_argument("folder", type=Path, help="where to write; what is there is replaced")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        files = packed(Program.read(arguments.program, Path(work)))
    write(files, arguments.folder)


def packed(program: Program) -> dict[str, bytes]:
    """Every file by its name."""
    label = f"ksf-{program.version}-linux-{program.machine}"
    return {
        **dict([wheel(program), deb(program)]),
        f"{label}.tar.gz": compressed(tar(tarball(program), root=f"{label}/")),
        f"ksf-linux-{DEBIAN_NAMES[program.machine]}": program.content,
        "Containerfile": text("Packaging/Containerfile"),
    }


def tarball(program: Program) -> list[Entry]:
    terms = [Entry(f"licenses/{it.path}", it.content) for it in licences()]
    return [
        *installed_files(program),
        *terms,
        Entry("README.md", text("Packaging/description.md")),
        Entry("ksf.cdx.json", bill_of_materials(program)),
    ]


def write(files: dict[str, bytes], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sums = ""
    for name, content in sorted(files.items()):
        (folder / name).write_bytes(content)
        sums += f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        print(f"{len(content):>12,}  {folder / name}")
        if name.startswith("ksf-linux-"):
            (folder / name).chmod(0o755)
    (folder / "SHA256SUMS").write_text(sums)


if __name__ == "__main__":
    main()
