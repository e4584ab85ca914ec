"""Makes frameworks of any size in ksf's language, the same bytes each time.

    python Bench/generate.py --statements 2000 --output project [--shape dense]

About a kilobyte of YAML a statement, with every key of the language somewhere. Each domain draws from a random source of
its own, so that what is said in a small framework is said in a larger one as well.
"""

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

OUTCOMES = 5
STATEMENTS = 8
PER_DOMAIN = OUTCOMES * STATEMENTS

VERBS = (
    "plan record compare explain measure sort repair test draw count choose arrange describe design check build adjust "
    "trace label store clean combine balance order mark list weigh gather present review"
).split()
LINKS = "with for after before near from between without beside under".split()
SYLLABLES = "ba co du fe gi ho ka le mi no pa que ri so tu va wen xo yar zel bron cal dim fal gor".split()


@dataclass(frozen=True)
class Shape:
    """What one kind of framework has more of than others."""

    domains_per_file: int = 1
    text_factor: int = 1
    relations: int = 2
    outcomes_per_domain: int = OUTCOMES
    statements_per_outcome: int = STATEMENTS


SHAPES = {
    "usual": Shape(),
    "long": Shape(text_factor=12),
    "small-files": Shape(outcomes_per_domain=1, statements_per_outcome=2),
    "one-file": Shape(outcomes_per_domain=1_000_000),
    "dense": Shape(relations=12),
}


def vocabulary() -> list[str]:
    """Words of two or three syllables, the frequent ones first."""
    source = random.Random("words")
    words: list[str] = []
    while len(words) < 4000:
        word = "".join(source.choice(SYLLABLES) for _ in range(source.choice([2, 2, 3])))
        if word not in words[-50:]:
            words.append(word)
    return sorted(set(words), key=lambda word: (len(word), word))


WORDS = vocabulary()


class Author:
    """Writes texts out of a random source of its own."""

    def __init__(self, name: str, shape: Shape) -> None:
        self.source = random.Random(name)
        self.shape = shape

    def word(self) -> str:
        return WORDS[int(len(WORDS) * self.source.random() ** 2)]

    def words(self, count: int) -> str:
        made = [self.word() for _ in range(count)]
        for place in range(3, count - 1, 4):
            made[place] = self.source.choice(LINKS)
        return " ".join(made)

    def action(self) -> str:
        """What a statement says after its stem."""
        text = f"{self.source.choice(VERBS)} the {self.words(10)}"
        marked = self.source.random()
        return text.replace("the ", "the **", 1) + "**" if marked < 0.1 else text

    def sentence(self, count: int = 12) -> str:
        return self.words(count).capitalize() + "."

    def text(self, count: int = 12) -> str:
        """One sentence, or many where texts are long."""
        return " ".join(self.sentence(count) for _ in range(self.shape.text_factor))

    def some(self, things: list[str], most: int) -> list[str]:
        return self.source.sample(things, min(len(things), self.source.randint(1, most)))


def folded(text: str, indent: int) -> str:
    """A text as YAML's folded style, in lines of about 100 columns."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > 100:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return ">-\n" + "\n".join(" " * indent + one for one in [*lines, line])


@dataclass
class Model:
    """How many there are of what statements refer to."""

    statements: int
    shape: Shape

    @property
    def sources(self) -> int:
        return max(4, self.statements // 100)

    @property
    def items(self) -> int:
        return max(8, self.statements // 20)


def framework(model: Model) -> str:
    return f"""framework: measured
title: A framework to measure by
edition: 1.2.0
language: en-GB
status: pilot
issued: 2026-06-01
in-force: 2027-01-01
supersedes: Nothing
publisher: Nobody
base: https://example.org/measured
licence: CC0-1.0
notice: Made by a program. It means nothing.
summary: |
  Made by a program, to find out how long it takes.

  - It has **everything** that the language can say.
vocabulary:
  statement: {{one: standard, many: standards}}
kinds:
  - {{id: knowledge, title: Knowledge, stem: Know how to}}
  - {{id: skill, title: Skill, stem: Be able to}}
phases:
  - {{id: first, title: First year, months: 12, requirement: mandatory, sources: [source-0]}}
  - {{id: second, title: Second year, months: 12, requirement: mandatory}}
  - {{id: later, title: Later years, months: 36, requirement: optional}}
specialisms:
  - {{id: depth, title: Depth, phase: later}}
roles:
  - {{id: worker, title: Worker, verb: do}}
  - {{id: coach, title: Coach, verb: coach}}
  - {{id: assessor, title: Assessor, verb: assess, not-also: [coach]}}
  - {{id: employer, title: Employer, verb: resource, statements: none}}
evidence:
  - {{id: observation, title: Observation, completed-by: assessor}}
  - {{id: sample, title: Sample of work, completed-by: worker}}
levels:
  - {{id: working, title: Working}}
  - {{id: leading, title: Leading}}
results:
  - {{id: on-track, title: On track}}
  - {{id: support, title: Support}}
budget: {{statements: 1000000, outcomes: 100000, words-per-statement: 25}}
wording:
  avoid: [{{word: gobbledegook, instead: words}}]
  allow: [robust]
handbook:
  name: The measured handbook
  colour: 5b2a86
  footer: Made by a program.
"""


def small_parts() -> dict[str, str]:
    return {
        "framework/duties.yaml": """duties:
  - id: time
    title: Time to learn
    text: Each worker has time to learn.
    owner: employer
    measure: ten hours a month
    phases: [first]
    from: 2026-09
    differs: Another source says twelve.
    sources: [source-0]
""",
        "framework/reviews.yaml": """reviews:
  - id: review-6
    title: Review at six months
    month: 6
    summary: A first look.
    attends: [worker, coach, assessor]
    covers: [first]
    ready: [one observation]
    records: [observation-record]
    results: [on-track, support]
    sources: [source-1]
""",
        "framework/record.yaml": """record: observation-record
title: Observation record
completed-by: assessor
reviews: [review-6]
fields:
  - {name: day, title: Day, type: date, required: yes}
  - {name: rating, title: Rating, type: rating, choices: [met, not yet]}
  - {name: codes, title: Codes, type: statements}
  - {name: signed, title: Signed, type: signature, role: assessor}
""",
        "framework/history.yaml": """history:
  - {date: 2025-03, title: Begun, text: It was begun., sources: [source-2]}
""",
        "framework/changes.yaml": """changes:
  - {edition: 1.1.0, text: The first edition.}
  - {edition: 1.2.0, date: 2026-06-01, text: More of the same.}
""",
    }


def glossary(model: Model) -> str:
    author = Author("glossary", model.shape)
    terms = sorted(author.source.sample(WORDS, min(400, 20 + model.statements // 100)))
    entries = "".join(f"  - {{term: {term}, definition: {author.sentence()}}}\n" for term in terms)
    return f"glossary:\n{entries}"


def source(number: int, model: Model) -> str:
    author = Author(f"source {number}", model.shape)
    facts = "".join(f"  - {{number: {fact}, text: {author.sentence()}}}\n" for fact in range(1, 6))
    return f"""source: source-{number}
title: Report on {author.words(4)}
publisher: Nobody
date: {2000 + number % 25}
kind: research
rights: CC0-1.0
address: https://example.org/source/{number}
accessed: 2026-05-01
review-by: 2031-05-01
summary: {author.sentence()}
facts:
{facts}"""


def crosswalk(model: Model) -> str:
    author = Author("crosswalk", model.shape)
    items = "".join(f"  - {{id: {item}, title: {author.words(5)}}}\n" for item in range(1, model.items + 1))
    return f"""crosswalk: other
title: Another framework
publisher: Nobody
version: 2019
address: https://example.org/other
items:
{items}"""


def statement(
    number: int, place_in_all: int, name: str, earlier: list[str], author: Author, model: Model
) -> str:
    """About a kilobyte. Knowledge comes in the first half of an outcome and skills that rely on it in the second."""
    place = number % STATEMENTS
    is_skill = place >= STATEMENTS // 2
    phase = ["first", "first", "second", "later"][place % 4]
    lines = [
        f"      - id: {name}",
        f"        kind: {'skill' if is_skill else 'knowledge'}",
        f"        text: {author.action()}",
        f"        phase: {phase}",
    ]
    if phase == "later" and is_skill:
        lines.append("        specialism: depth")
    # In the same column of the table of phases, so that nothing mandatory relies on what is optional.
    before = [one for one in earlier if int(one.rsplit(".", 1)[1]) % 4 == place % 4]
    knowledge = [one for one in before if int(one.rsplit(".", 1)[1]) % STATEMENTS < STATEMENTS // 2]
    if is_skill and knowledge:
        relies = {knowledge[-1], *author.some(knowledge, model.shape.relations)}
        lines.append(f"        relies-on: [{', '.join(sorted(relies))}]")
    if place >= 4 and before:
        lines.append(f"        after: [{', '.join(sorted(author.some(before, model.shape.relations)))}]")
    link = f" See [[{author.source.choice(earlier)}]]." if earlier and author.source.random() < 0.5 else ""
    cited, fact = author.source.randrange(model.sources), author.source.randint(1, 5)
    item = 1 + place_in_all % model.items
    lines += [
        f"        builds-on: {folded(author.text(14) + link, 10)}",
        f"        sources: [{{source: source-{cited}, facts: [{fact}], at: page {number % 90 + 1}}}]",
        "        evidence: {any-of: [observation, sample], at-least: 2, observers: 1}",
        f"        alternative: {author.words(9)}",
        "        progression:",
        f"          leading: {author.words(8)}",
        "        notes:",
        f"          coach: {folded(author.text(16), 12)}",
        f"          assessor: {author.words(10)}",
        "        levels: {worker: working}",
        "        examples:",
        f"          - {{setting: {author.words(2)}, text: {author.words(12)}}}",
        "        aligns:",
        f"          - {{to: other/{item}, relation: narrower, because: {author.words(6)}}}",
        f"        tags: [{', '.join({author.word(): None, author.word(): None})}]",
    ]
    return "\n".join(lines) + "\n"


def domain(number: int, first: int, count: int, model: Model) -> str:
    """A domain of so many statements; `first` is how many the domains before it have."""
    author = Author(f"domain {number}", model.shape)
    lines = f"domain: domain-{number}\ntitle: {author.words(4).capitalize()}\nsummary: {author.sentence()}\noutcomes:\n"
    earlier: list[str] = []
    per_outcome = model.shape.statements_per_outcome
    for start in range(0, count, per_outcome):
        outcome = f"D{number}-{start // per_outcome + 1}"
        lines += f"  - id: {outcome}\n    title: {author.words(6).capitalize()}\n    statements:\n"
        for place in range(start, min(start + per_outcome, count)):
            name = f"{outcome}.{place}"
            lines += statement(place, first + place, name, earlier[-60:], author, model)
            earlier.append(name)
    return lines


def project(statements: int, shape: Shape) -> dict[str, str]:
    """All files of a framework, by path."""
    model = Model(statements, shape)
    per_domain = shape.outcomes_per_domain * shape.statements_per_outcome
    files = {"framework/framework.yaml": framework(model), **small_parts()}
    files["framework/glossary.yaml"] = glossary(model)
    files["framework/crosswalk.yaml"] = crosswalk(model)
    for number in range(model.sources):
        files[f"seeds/source-{number:05}.yaml"] = source(number, model)
    for number, start in enumerate(range(0, statements, per_domain)):
        count = min(per_domain, statements - start)
        files[f"framework/domains/{number:05}.yaml"] = domain(number, start, count, model)
    return files


def write(folder: Path, statements: int, shape: str) -> int:
    """Writes a project and returns how many bytes it has."""
    size = 0
    for path, text in project(statements, SHAPES[shape]).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(text.encode())
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--shape", choices=SHAPES, default="usual")
    options = parser.parse_args()
    print(write(options.output, options.statements, options.shape), "bytes")


if __name__ == "__main__":
    main()
