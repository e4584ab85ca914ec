"""The domains with their statements, of which there are more the larger a framework is."""

from model import Author, Model, folded

PHASES = "first first second later".split()
RELATIONS = "exact narrower broader related".split()

# What only some of the first statements have, by their place in all: no more of it in a larger framework.
CURRENT = {
    3: "status: {is: draft}",
    11: "status: {is: consultation, since: 2026-02-01, because: Somebody asked.}",
    19: "status: {is: pilot}",
    27: "status: {is: published, since: 2026-02-01}",
    35: "status: pilot",
    43: "roles: [worker, assessor]",
}
ENDED = {
    9: "status: {{is: superseded, since: 2026-03-01, because: It was too long., replaced-by: {0}}}",
    17: "status: {{is: withdrawn, since: 2026-03-01, because: Two said the same., merged-into: {0}}}",
    25: "status: {{is: withdrawn, since: 2026-03-01, because: It said two things., split-into: [{0}, {1}]}}",
}


def number_of(name: str) -> int:
    return int(name.rsplit(".", 1)[1])


def statement(place_in_all: int, earlier: list[str], author: Author, model: Model) -> str:
    """About a kilobyte. Knowledge comes in the first half of an outcome and skills that rely on it in the second."""
    domain, number = divmod(place_in_all, model.per_domain)
    of_outcome = model.shape.statements_per_outcome
    half = of_outcome // 2
    is_skill = number % of_outcome >= half
    column = number % half
    # Small outcomes have not one of each phase, but start with something mandatory.
    phase = PHASES[(column + (domain if is_skill and half < len(PHASES) else 0)) % len(PHASES)]
    lines = [
        f"      - id: {model.name(place_in_all)}",
        f"        kind: {'skill' if is_skill else 'knowledge'}",
        f"        text: {author.action()}",
        f"        phase: {phase}",
    ]
    if phase == "later" and is_skill:
        lines.append("        specialism: depth")
    # In the same column of the table of phases, so that nothing mandatory relies on what is optional.
    before = [one for one in earlier if number_of(one) % half == column]
    knowledge = [one for one in before if number_of(one) % of_outcome < half]
    if is_skill and knowledge:
        relies = {knowledge[-1], *author.some(knowledge, model.shape.relations)}
        lines.append(f"        relies-on: [{', '.join(sorted(relies))}]")
    if is_skill and before:
        lines.append(f"        after: [{', '.join(sorted(author.some(before, model.shape.relations)))}]")
    link = f" See [[{author.source.choice(earlier)}]]." if earlier and author.source.random() < 0.5 else ""
    cited, fact = author.source.randrange(model.sources), author.source.randint(1, 5)
    item = 1 + place_in_all % model.items
    every = ", all-of: [observation]" if place_in_all == 0 else ""
    lines += [
        f"        builds-on: {folded(author.text(14) + link, 10)}",
        f"        sources: [{{source: source-{cited}, facts: [{fact}], at: page {number % 90 + 1}}}]",
        f"        evidence: {{any-of: [observation, sample]{every}, at-least: 2, observers: 1}}",
        f"        alternative: {author.words(9)}",
        "        progression:",
        f"          leading: {author.words(8)}",
        "        notes:",
        f"          coach: {folded(author.text(16), 12)}",
        f"          assessor: {author.words(10)}",
        "        levels: {worker: working}",
        "        examples:",
        f"          - {{setting: {author.words(2)}, text: {author.words(12)}"
        + (", language: cy}" if place_in_all == 1 else "}"),
        "        aligns:",
        f"          - {{to: other/{item}, relation: {RELATIONS[place_in_all % 4]}, because: {author.words(6)}}}",
        f"        tags: [{', '.join({author.word(): None, author.word(): None})}]",
    ]
    if place_in_all in CURRENT:
        lines.append(f"        {CURRENT[place_in_all]}")
    if place_in_all in ENDED:
        successors = [model.name(place_in_all - 1), model.name(place_in_all - 2)]
        lines.append(f"        {ENDED[place_in_all].format(*successors)}")
    return "\n".join(lines) + "\n"


def domain(number: int, model: Model) -> str:
    author = Author(f"domain {number}", model.shape)
    lines = [f"domain: domain-{number}\ntitle: {author.words(4).capitalize()}\nsummary: {author.sentence()}\noutcomes:\n"]
    earlier: list[str] = []
    first = number * model.per_domain
    for place in range(first, min(first + model.per_domain, model.statements)):
        if (place - first) % model.shape.statements_per_outcome == 0:
            outcome = model.name(place).rsplit(".", 1)[0]
            lines.append(f"  - id: {outcome}\n    title: {author.words(6).capitalize()}\n")
            lines.append("    summary: Where it all begins.\n" if place == 0 else "")
            lines.append("    statements:\n")
        lines.append(statement(place, earlier[-60:], author, model))
        if place not in ENDED:
            earlier.append(model.name(place))
    return "".join(lines)
