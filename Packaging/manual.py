"""The manual page and the completions for shells, from what the program says of itself."""

import datetime
import json
from typing import Any

from package import EPOCH, SUMMARY, Entry, Program

SHELLS = {
    "bash": "share/bash-completion/completions/ksf",
    "zsh": "share/zsh/site-functions/_ksf",
    "fish": "share/fish/vendor_completions.d/ksf.fish",
}


def completions(program: Program) -> list[Entry]:
    return [Entry(path, completion(program, shell)) for shell, path in SHELLS.items()]


def completion(program: Program, shell: str) -> bytes:
    """What a shell reads. It is not run, so it needs no line that says by what."""
    script = program.says("--generate-completion-script", shell)
    return (script.partition("\n")[2] if script.startswith("#!") else script).encode()


def manual(program: Program) -> bytes:
    """The page for `man ksf`, with a section for each command."""
    command = json.loads(program.says("--experimental-dump-help"))["command"]
    day = datetime.datetime.fromtimestamp(EPOCH, datetime.timezone.utc).strftime("%Y-%m-%d")
    parts = [
        f'.TH KSF 1 "{day}" "ksf {program.version}" "User Commands"',
        ".SH NAME",
        f"ksf \\- {escaped(SUMMARY[0].lower() + SUMMARY[1:])}",
        ".SH SYNOPSIS",
        ".B ksf\n.I command\n[\\fIoptions\\fR]",
        ".SH DESCRIPTION",
        escaped(command["abstract"]),
        *discussion(command.get("discussion", "")),
        ".SH OPTIONS",
        ".TP\n\\fB\\-\\-version\\fR\nShows the version.",
        ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nShows what a command does. It works with every command.",
        ".SH COMMANDS",
    ]
    for sub in commands(command, "ksf"):
        parts += sub
    parts += [
        ".SH SEE ALSO",
        "The tutorial, guides and references: \\fBksf docs\\fR. The rules: \\fBksf explain\\fR.",
    ]
    return ("\n".join(parts) + "\n").encode()


def commands(command: dict[str, Any], name: str) -> list[list[str]]:
    found = []
    for sub in command.get("subcommands", []):
        if sub["commandName"] == "help":
            continue
        title = f"{name} {sub['commandName']}"
        found.append([f'.SS "{escaped(title)}"', escaped(sub.get("abstract", "")),
                      *discussion(sub.get("discussion", "")), *options(sub)])  # fmt: skip
        found += commands(sub, title)
    return found


def options(command: dict[str, Any]) -> list[str]:
    lines = []
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True) and argument["valueName"] not in ("help", "version"):
            about = " ".join([argument.get("abstract", ""), argument.get("discussion", "")]).strip()
            lines += [".TP", label(argument), escaped(" ".join(about.split())) or "\\&"]
    return lines


def label(argument: dict[str, Any]) -> str:
    value = f"\\fI{escaped(argument['valueName'])}\\fR"
    if argument["kind"] == "positional":
        return value
    names = [("-" if it["kind"] == "short" else "--") + it["name"] for it in argument["names"]]
    shown = ", ".join(f"\\fB{escaped(name)}\\fR" for name in names)
    return shown if argument["kind"] == "flag" else f"{shown} {value}"


def discussion(said: str) -> list[str]:
    """Paragraphs. Lines that are set in stay as they are."""
    lines: list[str] = []
    inside = False
    for line in said.splitlines():
        if line.startswith("  ") != inside:
            inside = not inside
            lines.append(".PP\n.nf" if inside else ".fi")
        lines.append(escaped(line) if line.strip() else ".PP" if not inside else "")
    return [".PP", *lines, *([".fi"] if inside else [])] if lines else []


def escaped(said: str) -> str:
    said = said.replace("\\", "\\e").replace("-", "\\-").replace("…", "...")
    return "\\&" + said if said[:1] in (".", "'") else said
