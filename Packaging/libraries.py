"""The libraries that are linked into the program, with the versions on this machine, and their licences."""

import json
import re
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

from package import EPOCH, REPOSITORY, SUMMARY, Entry, Program, output


@dataclass(frozen=True)
class Library:
    name: str
    # What Debian calls the package that has its archive.
    package: str
    # The licence by which it is in the program, as an SPDX expression.
    licence: str
    address: str
    archives: tuple[str, ...]
    # The name of the file with its terms, if it shares that with another.
    terms: str = ""


DEBIAN = [
    Library("nettle", "nettle-dev", "LGPL-3.0-or-later OR GPL-2.0-or-later",
            "https://www.lysator.liu.se/~nisse/nettle/", ("libnettle.a",)),
    Library("libyaml", "libyaml-dev", "MIT", "https://github.com/yaml/libyaml", ("libyaml.a",)),
    Library("cmark-gfm", "libcmark-gfm-dev", "BSD-2-Clause AND MIT",
            "https://github.com/github/cmark-gfm", ("libcmark-gfm.a", "libcmark-gfm-extensions.a")),
    Library("zlib", "zlib1g-dev", "Zlib", "https://zlib.net/", ("libz.a",)),
    Library("glibc", "libc6-dev", "LGPL-2.1-or-later", "https://www.gnu.org/software/libc/", ("libc.a", "libm.a")),
    Library("libstdc++", "libstdc++-[0-9]*-dev", "GPL-3.0-or-later WITH GCC-exception-3.1",
            "https://gcc.gnu.org/onlinedocs/libstdc++/", ("libstdc++.a",), terms="gcc"),
    Library("libgcc", "libgcc-[0-9]*-dev", "GPL-3.0-or-later WITH GCC-exception-3.1",
            "https://gcc.gnu.org/", ("libgcc.a", "libgcc_eh.a"), terms="gcc"),
]  # fmt: skip

SWIFT_LICENCE = "Apache-2.0 WITH Swift-exception"


@dataclass(frozen=True)
class Linked:
    """A library with the version that is in the program."""

    name: str
    version: str
    licence: str
    address: str
    purl: str


def linked() -> list[Linked]:
    return [debian(library) for library in DEBIAN] + [swift(), argument_parser()]


def installed(pattern: str) -> tuple[str, str]:
    """The newest package of a name, and its version."""
    said = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${Version} ${db:Status-Abbrev}\n", pattern],
        capture_output=True, text=True,
    )  # fmt: skip
    found = [line.split()[:2] for line in said.stdout.splitlines() if line.split()[2:] == ["ii"]]
    if not found:
        raise SystemExit(f"The package {pattern} is not installed: run `make libraries`.")
    package, version = max(found, key=lambda it: [int(part) for part in re.findall(r"\d+", it[0])])
    return package, version


def debian(library: Library) -> Linked:
    package, version = installed(library.package)
    purl = f"pkg:deb/debian/{package.replace('+', '%2B')}@{version.replace('+', '%2B')}"
    return Linked(library.name, version, library.licence, library.address, purl)


def swift() -> Linked:
    said = re.search(r"Swift version (\S+)", output("swift", "--version"))
    if not said:
        raise SystemExit("`swift --version` names no version.")
    return Linked("swift", said[1], SWIFT_LICENCE, "https://www.swift.org/", f"pkg:github/swiftlang/swift@{said[1]}")


def argument_parser() -> Linked:
    pins = json.loads((REPOSITORY / "Package.resolved").read_text())["pins"]
    pin = next(pin for pin in pins if pin["identity"] == "swift-argument-parser")
    version = pin["state"]["version"]
    return Linked("swift-argument-parser", version, SWIFT_LICENCE, "https://github.com/apple/swift-argument-parser",
                  f"pkg:github/apple/swift-argument-parser@{version}")  # fmt: skip


def licences() -> list[Entry]:
    """Our own licence, and the terms of each library in Debian's words."""
    own = [Entry(name, (REPOSITORY / name).read_bytes()) for name in ["LICENSE", "NOTICE"]]
    terms = {}
    for library in DEBIAN:
        package, _ = installed(library.package)
        terms[library.terms or library.name] = Path("/usr/share/doc", package, "copyright").read_bytes()
    return own + [Entry(f"libraries/{name}.txt", content) for name, content in terms.items()]


def bill_of_materials(program: Program) -> bytes:
    """A CycloneDX document. It has no time and no random number."""
    reference = f"pkg:generic/ksf@{program.version}"
    components = [
        {
            "type": "library",
            "bom-ref": it.purl,
            "name": it.name,
            "version": it.version,
            "licenses": [{"expression": it.licence}],
            "purl": it.purl,
            "externalReferences": [{"type": "website", "url": it.address}],
        }
        for it in linked()
    ]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"{reference}/{program.machine}/{EPOCH}").urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": reference,
                "name": "ksf",
                "version": program.version,
                "description": SUMMARY,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": reference, "dependsOn": sorted(it["bom-ref"] for it in components)}]
        + [{"ref": it["bom-ref"]} for it in components],
    }
    return (json.dumps(document, indent=2) + "\n").encode()
