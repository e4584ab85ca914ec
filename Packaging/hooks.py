"""Builds the package `ksf-hooks`, which holds nothing and needs `ksf`: what pre-commit installs for our hooks.

The interface: https://peps.python.org/pep-0517/. It needs no other package, so pip fetches none to build it.
"""

import base64
import hashlib
import re
import zipfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def build_wheel(wheel_directory: str, config_settings: object = None, metadata_directory: object = None) -> str:
    project = PROJECT.read_text(encoding="utf-8")
    version = found(r'^version = "(.*)"$', project)
    needed = found(r'^dependencies = \["(.*)"\]$', project)
    info = f"ksf_hooks-{version}.dist-info"
    files = {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: ksf-hooks\nVersion: {version}\nRequires-Dist: {needed}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: ksf\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(line(*it) for it in files.items()) + f"{info}/RECORD,,\n"
    name = f"ksf_hooks-{version}-py3-none-any.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return name


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    raise NotImplementedError("ksf-hooks is installed from a clone")


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.M)
    assert match, f"pyproject.toml has nothing like {pattern}"
    return match[1]


def line(path: str, text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(text.encode())}\n"
