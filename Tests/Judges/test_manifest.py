"""manifest.json tells what was written, as hashlib counts it."""

import hashlib
import json
from pathlib import Path

from running import ksf, tree


def test_manifest_lists_every_file_and_no_other(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    told = {entry["path"]: (entry["size"], entry["sha256"]) for entry in manifest["files"]}
    assert len(told) == len(manifest["files"])
    found = {
        path: (len(content), hashlib.sha256(content).hexdigest())
        for path, content in tree(built).items()
        if path != "manifest.json"
    }
    assert told == found


def test_manifest_tells_framework_edition_and_compiler(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text(encoding="utf-8"))
    version = ksf("--version").output.strip()
    assert version
    assert manifest["framework"] == "social-work-ecf"
    assert manifest["edition"] == "0.1.0"
    assert version in manifest["compiler"]
