"""What people do to a framework while they work on it: random edits of any project, good and bad ones."""

import os
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from running import REPOSITORY

STATEMENT = re.compile(r"^      - id: (\S+)\n(?:(?!      - id:|  - id:).*\n?)*", re.M)
SMALL_WORDS = ["the", "and", "of", "with", "for", "from"]
LONG_AGO = 10**18


@dataclass(frozen=True)
class Desk:
    """A project, a source of chance, and the number of the edit."""

    project: Path
    chance: random.Random
    number: int

    def files(self, *folders: str) -> list[Path]:
        places = [self.project / folder for folder in folders or ["framework", "seeds"]]
        return sorted(path for place in places for path in place.rglob("*.yaml"))

    def domains(self) -> list[Path]:
        return [path for path in self.files("framework") if path.read_text().startswith("domain:")]

    def one_that_has(self, pattern: str, *folders: str) -> tuple[Path, re.Match[str]]:
        """A random place of a pattern in a random file, preferring files that have it."""
        found = [path for path in self.files(*folders) if re.search(pattern, path.read_text(), re.M)]
        path = self.chance.choice(found)
        return path, self.chance.choice(list(re.finditer(pattern, path.read_text(), re.M)))

    def statement(self) -> tuple[Path, re.Match[str]]:
        path = self.chance.choice(
            [path for path in self.domains() if STATEMENT.search(path.read_text())]
        )
        return path, self.chance.choice(list(STATEMENT.finditer(path.read_text())))


def put(path: Path, match: re.Match[str], text: str) -> None:
    """Puts a text in the place of what was found."""
    whole = path.read_text()
    path.write_text(whole[: match.start()] + text + whole[match.end() :])


def insert_after(path: Path, pattern: str, text: str) -> None:
    whole = path.read_text()
    match = re.search(pattern, whole, re.M)
    assert match, (path, pattern)
    path.write_text(whole[: match.end()] + text + whole[match.end() :])


# Texts


def a_word(desk: Desk) -> str:
    path, word = desk.one_that_has(rf"\b({'|'.join(SMALL_WORDS)})\b")
    put(path, word, desk.chance.choice(SMALL_WORDS))
    return str(path)


def a_title(desk: Desk) -> str:
    path, title = desk.one_that_has(r"^ *title: ")
    put(path, title, f"{title.group()}Number {desk.number} ")
    return str(path)


def a_letter_unseen(desk: Desk) -> str:
    """A change of the same size, with the time of the file put back."""
    path, words = desk.one_that_has(r"\b(the|and|for)\b")
    status = path.stat()
    put(path, words, {"the": "and", "and": "for", "for": "the"}[words.group()])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return str(path)


# Statements


def a_statement_less(desk: Desk) -> str:
    """Sometimes one that others refer to, which is an error."""
    path, block = desk.statement()
    put(path, block, "")
    return f"{block[1]} of {path}"


def a_statement_more(desk: Desk) -> str:
    path, block = desk.statement()
    put(path, block, block.group() + block.group().replace(block[1], f"NEW-{desk.number}", 1))
    return f"like {block[1]} of {path}"


def a_statement_elsewhere(desk: Desk) -> str:
    path, block = desk.statement()
    put(path, block, "")
    target = desk.chance.choice([one for one in desk.domains() if STATEMENT.search(one.read_text())])
    place = desk.chance.choice(list(STATEMENT.finditer(target.read_text())))
    end = "" if place.group().endswith("\n") else "\n"
    put(target, place, place.group() + end + block.group())
    return f"{block[1]} from {path} to {target}"


def another_id(desk: Desk) -> str:
    """A new id, and everybody who names the old one told."""
    _, block = desk.statement()
    old = re.compile(rf"(?<![\w.-]){re.escape(block[1])}(?!\.?[\w-])")
    for path in desk.files():
        path.write_text(old.sub(f"REN-{desk.number}", path.read_text()))
    return f"{block[1]} is REN-{desk.number}"


def another_id_untold(desk: Desk) -> str:
    path, block = desk.statement()
    put(path, block, block.group().replace(block[1], f"REN-{desk.number}", 1))
    return f"{block[1]} of {path}"


def another_status(desk: Desk) -> str:
    path, block = desk.statement()
    text = re.sub(r"^        status: .*\n", "", block.group(), flags=re.M)
    if not text.rstrip("\n").count("\n"):
        return "none"
    status = desk.chance.choice(["draft", "pilot", "{is: consultation, since: 2026-02-02}"])
    put(path, block, text.replace("\n", f"\n        status: {status}\n", 1))
    return f"{block[1]} of {path}"


# Files


def a_file_moved(desk: Desk) -> str:
    path = desk.chance.choice(desk.files())
    target = path.parent / f"moved-{desk.number}" / path.name
    target.parent.mkdir()
    path.rename(target)
    return str(path)


def a_file_renamed(desk: Desk) -> str:
    """Which can change the order of all there is."""
    path = desk.chance.choice(desk.files())
    path.rename(path.with_name(f"{desk.chance.choice('amz')}-{desk.number}.yaml"))
    return str(path)


def a_file_rewritten(desk: Desk) -> str:
    path = desk.chance.choice(desk.files())
    copy = path.with_name("copy.tmp")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)
    return str(path)


def a_file_touched(desk: Desk) -> str:
    path = desk.chance.choice(desk.files())
    os.utime(path, ns=(LONG_AGO, LONG_AGO + desk.number))
    return str(path)


def a_file_more(desk: Desk) -> str:
    _, block = desk.statement()
    text = block.group().replace(block[1], f"ADD-{desk.number}.1", 1).rstrip("\n")
    (desk.project / f"framework/added-{desk.number}.yaml").write_text(
        f"domain: added-{desk.number}\ntitle: Added\noutcomes:\n"
        f"  - id: ADD-{desk.number}\n    title: Also added\n    statements:\n{text}\n"
    )
    return f"like {block[1]}"


def an_added_file_less(desk: Desk) -> str:
    added = [path for path in desk.files() if path.name.startswith("added-")]
    for path in added[:1]:
        path.unlink()
    return str(added[:1])


def any_file_less(desk: Desk) -> str:
    """Mostly an error."""
    path = desk.chance.choice(desk.files())
    path.unlink()
    return str(path)


def half_a_file(desk: Desk) -> str:
    """What an editor leaves that is stopped while it writes."""
    path = desk.chance.choice(desk.files())
    whole = path.read_bytes()
    path.write_bytes(whole[: desk.chance.randrange(len(whole))])
    return str(path)


# Glossary and sources


def a_term_more(desk: Desk) -> str:
    """A word that stands in texts already, so that pages far away change."""
    _, word = desk.one_that_has(r"(?<= )[a-z]{6,}(?= [a-z])", "framework/domains")
    path, _ = desk.one_that_has(r"\Aglossary:\n", "framework")
    insert_after(path, r"\Aglossary:\n", f"  - {{term: {word.group()}, definition: A word.}}\n")
    return word.group()


def a_term_less(desk: Desk) -> str:
    path, term = desk.one_that_has(r"^  - (?:\{term: .*\}|term: .*)\n(?:    .*\n)*", "framework")
    put(path, term, "")
    return term.group()


def a_definition(desk: Desk) -> str:
    path, key = desk.one_that_has(r"definition:(?: >-?\n)? +", "framework")
    put(path, key, f"{key.group()}Number {desk.number}. ")
    return str(path)


def a_fact_more(desk: Desk) -> str:
    path, facts = desk.one_that_has(r"^facts:\n", "seeds")
    number = 1000 + desk.number
    put(path, facts, f"{facts.group()}  - {{number: {number}, text: New., declined: Not for us.}}\n")
    return str(path)


def a_fact_in_other_words(desk: Desk) -> str:
    path, fact = desk.one_that_has(r"number: \d+(?:,|\n) +text:(?: >-?\n)? +", "seeds")
    put(path, fact, f"{fact.group()}Edited {desk.number}. ")
    return str(path)


def another_date_of_a_source(desk: Desk) -> str:
    path, date = desk.one_that_has(r"^date: .*$", "seeds")
    put(path, date, f"date: {1950 + desk.number % 40}")
    return str(path)


# Settings and templates


def a_setting(desk: Desk) -> str:
    path, _ = desk.one_that_has(r"\A(#.*\n)*framework:", "framework")
    text = path.read_text()
    key, value = desk.chance.choice([
        ("notice", f"Number {desk.number}."), ("publisher", f"Publisher {desk.number}"),
        ("title", f"Title {desk.number}"), ("issued", f"2026-06-{1 + desk.number % 28:02}"),
        ("language", desk.chance.choice(["en-GB", "en"])), ("base", f"https://example.org/{desk.number}"),
    ])  # fmt: skip
    text = re.sub(rf"^{key}:.*\n(?: +.*\n)*", "", text, flags=re.M)
    path.write_text(re.sub(r"^(framework: .*\n)", rf"\1{key}: {value}\n", text, flags=re.M))
    return f"{key}: {value}"


def a_colour(desk: Desk) -> str:
    path, _ = desk.one_that_has(r"\A(#.*\n)*framework:", "framework")
    text = re.sub(r"^  colour.*\n", "", path.read_text(), flags=re.M)
    colour = f"{desk.chance.randrange(64):02x}{desk.chance.randrange(64):02x}66"
    if "\nhandbook:\n" not in text:
        text += "handbook:\n"
    path.write_text(text.replace("\nhandbook:\n", f"\nhandbook:\n  colour: {colour}\n", 1))
    return colour


def another_order_of_domains(desk: Desk) -> str:
    ids = [re.match(r"domain: (\S+)", path.read_text())[1] for path in desk.domains()]
    desk.chance.shuffle(ids)
    path, _ = desk.one_that_has(r"\A(#.*\n)*framework:", "framework")
    text = re.sub(r"^domains: .*\n", "", path.read_text(), flags=re.M)
    end = "" if text.endswith("\n") else "\n"
    path.write_text(f"{text}{end}domains: [{', '.join(ids[:3])}]\n")
    return str(ids[:3])


def own(desk: Desk, name: str) -> Path:
    """A template of the project's own, at first the one that ksf has."""
    path = desk.project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_bytes((REPOSITORY / "templates" / name).read_bytes())
    return path


TEMPLATES = [
    "handbook/statement.html.mustache", "handbook/card.html.mustache",
    "handbook/home.html.mustache", "checklists/checklist.md.mustache",
]  # fmt: skip


def a_template(desk: Desk) -> str:
    path = own(desk, desk.chance.choice(TEMPLATES))
    path.write_text(path.read_text() + f"<!-- {desk.number} -->\n")
    return str(path)


def a_template_less(desk: Desk) -> str:
    own_ones = sorted((desk.project / "templates").rglob("*.mustache"))
    for path in own_ones[:1]:
        path.unlink()
    return str(own_ones[:1])


def a_broken_template(desk: Desk) -> str:
    path = own(desk, desk.chance.choice(TEMPLATES))
    path.write_text(path.read_text() + "{{nobodyKnowsThis}}\n")
    return str(path)


def an_asset(desk: Desk) -> str:
    path = desk.project / "templates/handbook/assets" / desk.chance.choice(["a.css", "b/c.txt"])
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and desk.chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(f"/* {desk.number} */\n")
    return str(path)


EDITS: list[Callable[[Desk], str]] = [
    a_word, a_title, a_letter_unseen,
    a_statement_less, a_statement_more, a_statement_elsewhere,
    another_id, another_id_untold, another_status,
    a_file_moved, a_file_renamed, a_file_rewritten, a_file_touched,
    a_file_more, an_added_file_less, any_file_less, half_a_file,
    a_term_more, a_term_less, a_definition,
    a_fact_more, a_fact_in_other_words, another_date_of_a_source,
    a_setting, a_colour, another_order_of_domains,
    a_template, a_template_less, a_broken_template, an_asset,
]  # fmt: skip
