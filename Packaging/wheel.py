"""The wheel: the program as a script, which pip puts into the PATH.

The format: https://packaging.python.org/specifications/binary-distribution-format/ and PEP 770 for the bill of materials.
"""

import base64
import hashlib
import io
import time
import zipfile

from libraries import bill_of_materials, licences
from package import EPOCH, SUMMARY, Entry, Program, text

# The program needs no library of the system, so it runs wherever these tags do.
SYSTEMS = ["manylinux2014", "manylinux_2_17", "musllinux_1_1"]


def wheel(program: Program) -> tuple[str, bytes]:
    name = f"ksf-{program.version}"
    info = f"{name}.dist-info"
    tags = [f"{system}_{program.machine}" for system in SYSTEMS]
    terms = licences()
    entries = [
        Entry(f"{name}.data/scripts/ksf", program.content, is_program=True),
        Entry(f"{info}/METADATA", metadata(program, terms)),
        Entry(f"{info}/WHEEL", wheel_file(tags)),
        Entry(f"{info}/sboms/ksf.cdx.json", bill_of_materials(program)),
        *[Entry(f"{info}/licenses/{it.path}", it.content) for it in terms],
    ]
    entries.sort(key=lambda entry: entry.path)
    entries.append(Entry(f"{info}/RECORD", record(entries, f"{info}/RECORD")))
    return f"{name}-py3-none-{'.'.join(tags)}.whl", zipped(entries)


def metadata(program: Program, terms: list[Entry]) -> bytes:
    fields = [
        ("Metadata-Version", "2.4"),
        ("Name", "ksf"),
        ("Version", program.version),
        ("Summary", SUMMARY),
        ("License-Expression", "Apache-2.0"),
        *[("License-File", it.path) for it in terms],
        ("Keywords", "framework,skills,competence,handbook,compiler"),
        ("Classifier", "Environment :: Console"),
        ("Classifier", "Intended Audience :: Education"),
        ("Classifier", "Operating System :: POSIX :: Linux"),
        ("Requires-Python", ">=3.8"),
        ("Description-Content-Type", "text/markdown; charset=UTF-8; variant=GFM"),
    ]
    head = "".join(f"{name}: {value}\n" for name, value in fields)
    return head.encode() + b"\n" + text("Packaging/description.md")


def wheel_file(tags: list[str]) -> bytes:
    lines = ["Wheel-Version: 1.0", "Generator: ksf", "Root-Is-Purelib: false"]
    return "\n".join(lines + [f"Tag: py3-none-{tag}" for tag in tags] + [""]).encode()


def record(entries: list[Entry], own: str) -> bytes:
    def line(entry: Entry) -> str:
        digest = base64.urlsafe_b64encode(hashlib.sha256(entry.content).digest()).rstrip(b"=").decode()
        return f"{entry.path},sha256={digest},{len(entry.content)}\n"

    return "".join([*map(line, entries), f"{own},,\n"]).encode()


def zipped(entries: list[Entry]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry in entries:
            info = zipfile.ZipInfo(entry.path, time.gmtime(EPOCH)[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (0o100000 | entry.mode) << 16
            archive.writestr(info, entry.content)
    return packed.getvalue()
