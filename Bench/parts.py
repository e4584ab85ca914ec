"""The parts of a framework that there are few of, whatever its size. They have every key and every choice of the language
that statements have not."""

from model import WORDS, Author, Model

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">
  <circle cx="20" cy="20" r="20" fill="#5b2a86"/>
</svg>
"""

SOURCE_KINDS = "research law guidance policy standards news lived-experience".split()


def framework(model: Model) -> str:
    return f"""# Made by Bench/generate.py.
framework: measured
title: A framework to measure by
edition: 1.2.0
language: en-GB
status: superseded
issued: 2026-06-01
in-force: 2027-01-01
supersedes: Nothing
superseded-by: "Nothing: there is no other"
publisher: Nobody
base: https://example.org/measured
licence: CC0-1.0
notice: Made by a program. It means nothing.
summary: |
  Made by a program, to find out how long it takes.

  - It has **everything** that the *language* can say, such as `relies-on`.
  - It begins with [[{model.name(0)}]], and [somebody](https://example.org/) reads it.

  1. One of these.
  2. ~~Another~~ of these.

  | table | of  |
  |-------|-----|
  | two   | by  |

  > And a quotation.
vocabulary:
  domain: {{one: field, many: fields}}
  outcome: {{one: goal, many: goals}}
  statement: {{one: standard, many: standards}}
  phase: {{one: stage, many: stages}}
  specialism: {{one: branch, many: branches}}
  role: {{one: part, many: parts}}
  kind: {{one: sort, many: sorts}}
  level: {{one: grade, many: grades}}
  evidence: {{one: proof, many: proofs}}
  source: {{one: document, many: documents}}
  duty: {{one: promise, many: promises}}
  review: {{one: meeting, many: meetings}}
  record: {{one: paper, many: papers}}
  crosswalk: {{one: bridge, many: bridges}}
kinds:
  - {{id: knowledge, title: Knowledge, stem: Know how to, summary: What a worker can explain.}}
  - {{id: skill, title: Skill, stem: Be able to, summary: What a worker can be seen to do.}}
phases:
  - {{id: first, title: First year, months: 12, requirement: mandatory, summary: A start., sources: [source-0]}}
  - {{id: second, title: Second year, months: 12, requirement: mandatory}}
  - {{id: later, title: Later years, months: 36, requirement: optional}}
  - {{id: last, title: Last years, months: 12, requirement: offered}}
specialisms:
  - {{id: depth, title: Depth, phase: later, summary: Going deeper., sources: [source-1]}}
roles:
  - {{id: worker, title: Worker, verb: do, statements: all, summary: Whoever does it., sources: [source-2]}}
  - {{id: coach, title: Coach, verb: coach}}
  - {{id: assessor, title: Assessor, verb: assess, not-also: [coach], statements: noted}}
  - {{id: employer, title: Employer, verb: resource, statements: none}}
evidence:
  - {{id: observation, title: Observation, completed-by: assessor, summary: Somebody looks., sources: [source-3]}}
  - {{id: sample, title: 'Sample of work, or a part of one', completed-by: worker}}
levels:
  - {{id: working, title: Working, summary: Does it alone.}}
  - {{id: leading, title: Leading}}
results:
  - {{id: on-track, title: On track, summary: All is well whilst it lasts.}}
  - {{id: support, title: Support}}
retired:
  - {{id: OLD-1, because: It was about something else.}}
  - {{id: OLD-2, because: It was too long., replaced-by: {model.name(0)}}}
budget:
  statements: 1000000
  outcomes: 100000
  words-per-statement: 25
  statements-per-phase: {{first: 1000000}}
wording:
  avoid: [{{word: gobbledegook, instead: words}}, {{word: balderdash}}]
  allow: [whilst]
rules:
  - {{rule: look-alike, severity: error, because: Nobody could find such a word.}}
  - {{rule: over-budget, severity: warning, because: It is so without a setting.}}
  - {{rule: unused-entry, severity: off, because: The last years come later.}}
handbook:
  name: The measured handbook
  colour: 5b2a86
  colour-dark: "#c9b3f0"
  logo: assets/logo.svg
  logo-text: A disc
  footer: Made by a [program](https://example.org/).
  repository: https://example.org/files/blob/main
  contact: Write to [nobody](mailto:nobody@example.org).
  accessibility: There is no large print.
domains: [domain-0]
"""


def small_parts(model: Model) -> dict[str, str]:
    """The files that are the same in every framework, by path."""
    return {
        "templates/handbook/assets/logo.svg": LOGO,
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
    covers: [first, domain-0]
    ready: [one observation]
    records: [observation-record]
    results: [on-track, support]
    sources: [source-1]
""",
        "framework/record.yaml": """record: observation-record
title: Observation record
summary: After an observation.
completed-by: assessor
reviews: [review-6]
fields:
  - {name: day, title: Day, type: date, required: yes}
  - {name: rating, title: Rating, type: rating, choices: [met, not yet]}
  - {name: codes, title: Codes, type: statements}
  - {name: weather, title: Weather, type: choice, choices: [wet, dry], required: no}
  - {name: well, title: What went well, type: text, summary: Of the work alone.}
  - {name: again, title: Once more, type: yes-no}
  - {name: observer, title: Observer, type: person, role: assessor}
  - {name: signed, title: Signed, type: signature, role: assessor}
sources: [source-2]
""",
        "framework/history.yaml": """history:
  - {date: 2025-03, title: Begun, text: It was begun., sources: [source-2]}
""",
        "framework/changes.yaml": f"""changes:
  - {{edition: 1.1.0, text: The first edition.}}
  - {{edition: 1.2.0, date: 2026-06-01, text: "More of the same, as [[{model.name(1)}]] tells."}}
""",
    }


def glossary(model: Model) -> str:
    author = Author("glossary", model.shape)
    terms = sorted(author.source.sample(WORDS, min(400, 20 + model.statements // 100)))
    entries = "".join(f"  - {{term: {term}, definition: {author.sentence()}}}\n" for term in terms)
    return f"""glossary:
{entries}  - {{term: worker, abbreviation: WKR, also: [workers], language: en, definition: Whoever works.}}
  # ksf: allow unused-term because other pages use it
  - {{term: zyzzyva, definition: A beetle.}}
"""


def source(number: int, model: Model) -> str:
    author = Author(f"source {number}", model.shape)
    facts = "".join(f"  - {{number: {fact}, text: {author.sentence()}}}\n" for fact in range(1, 6))
    if number == 0:
        facts += "  - {number: 6, text: It says more., declined: It concerns others.}\n"
    return f"""source: source-{number}
title: Report on {author.words(4)}
publisher: Nobody
date: {2000 + number % 25}
kind: {SOURCE_KINDS[number % len(SOURCE_KINDS)]}
language: en
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
language: en
summary: By heading only.
sources: [source-3]
items:
{items}  - {{id: {model.items + 1}, title: Something else, declined: It concerns others.}}
"""
