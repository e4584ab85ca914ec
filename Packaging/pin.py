#!/usr/bin/env python3
"""Writes ci/requirements.txt: the version that the action installs, and the digests of its wheels."""

import argparse
import hashlib
from pathlib import Path

from package import REPOSITORY

HEAD = """\
# What ci/install-ksf installs: a version of ksf, by the digests of its wheels. Packaging/pin.py writes it.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheels", nargs="+", type=Path, help="the wheels of one version")
    parser.add_argument("--output", type=Path, default=REPOSITORY / "ci/requirements.txt")
    arguments = parser.parse_args()
    arguments.output.write_text(pinned(arguments.wheels), encoding="utf-8")


def pinned(wheels: list[Path]) -> str:
    versions = {wheel.name.split("-")[1] for wheel in wheels}
    if len(versions) != 1:
        raise SystemExit(f"The wheels are of several versions: {', '.join(sorted(versions))}.")
    digests = sorted(hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
    return HEAD + " \\\n".join([f"ksf=={versions.pop()}", *[f"    --hash=sha256:{it}" for it in digests]]) + "\n"


if __name__ == "__main__":
    main()
