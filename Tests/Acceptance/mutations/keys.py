"""Keys that are misspelt, missing, repeated or in the wrong place."""

from mutations.mutation import (
    ASSESSMENT,
    FERGUSON,
    FRAMEWORK,
    GLOSSARY,
    HERE,
    RELATIONSHIPS,
    Mutation,
)


def typo(name: str, file: str, after: str, find: str, write: str, meant: str) -> Mutation:
    says = f"did you mean `{meant}`"
    return Mutation(name, file, "unknown-key", after=after, find=find, write=write, says=says)


def missing(name: str, file: str, after: str, line: str, at: str, key: str) -> Mutation:
    return Mutation(name, file, "missing-key", after=after, find=line, at=at, says=f"`{key}`")


MISSPELT = [
    typo("framework: editon", FRAMEWORK, "", "edition:", "editon:", "edition"),
    typo("framework: license", FRAMEWORK, "", "licence:", "license:", "licence"),
    typo("framework: inforce", FRAMEWORK, "", "issued:", "inforce:", "in-force"),
    typo("vocabulary: phases", FRAMEWORK, "vocabulary:", "phase:", "phases:", "phase"),
    typo("kind: stemm", FRAMEWORK, "- id: skill", "stem:", "stemm:", "stem"),
    typo("phase: month", FRAMEWORK, "- id: year-1", "months:", "month:", "months"),
    typo("specialism: phse", FRAMEWORK, "- id: court-work", "phase:", "phse:", "phase"),
    typo("role: not_also", FRAMEWORK, "- id: assessor", "not-also:", "not_also:", "not-also"),
    typo(
        "evidence: completedby", FRAMEWORK, "- id: observation", "completed-by:", "completedby:",
        "completed-by",
    ),
    typo("domain: capital letter", RELATIONSHIPS, "", "title:", "Title:", "title"),
    typo("domain: outcome", RELATIONSHIPS, "", "outcomes:", "outcome:", "outcomes"),
    typo("outcome: titel", RELATIONSHIPS, "- id: REL-2\n", "title:", "titel:", "title"),
    typo("outcome: statments", RELATIONSHIPS, "", "statements:", "statments:", "statements"),
    typo("statement: kidn", RELATIONSHIPS, "- id: REL-1.4", "kind:", "kidn:", "kind"),
    typo("statement: txt", RELATIONSHIPS, "- id: REL-1.4", "text:", "txt:", "text"),
    typo("statement: Phase", RELATIONSHIPS, "- id: REL-1.4", "phase:", "Phase:", "phase"),
    typo("statement: relies_on", RELATIONSHIPS, "", "relies-on:", "relies_on:", "relies-on"),
    typo("statement: relies on", RELATIONSHIPS, "", "relies-on:", "relies on:", "relies-on"),
    typo("statement: reliesOn", RELATIONSHIPS, "", "relies-on:", "reliesOn:", "relies-on"),
    typo("statement: source", RELATIONSHIPS, "- id: REL-1.2", "sources:", "source:", "sources"),
    typo("statement: note", RELATIONSHIPS, "- id: REL-1.4", "notes:", "note:", "notes"),
    typo("citation: fact", RELATIONSHIPS, "- id: REL-1.2", "facts:", "fact:", "facts"),
    typo("citation: sorce", RELATIONSHIPS, "- id: REL-1.2", "{source:", "{sorce:", "source"),
    typo("evidence rule: atleast", RELATIONSHIPS, "", "at-least:", "atleast:", "at-least"),
    typo("evidence rule: any_of", RELATIONSHIPS, "", "any-of:", "any_of:", "any-of"),
    typo("example: seting", RELATIONSHIPS, "examples:", "setting:", "seting:", "setting"),
    typo("source: right", FERGUSON, "", "rights:", "right:", "rights"),
    typo("source: reviewby", FERGUSON, "", "review-by:", "reviewby:", "review-by"),
    typo("fact: numbr", FERGUSON, "facts:", "number:", "numbr:", "number"),
    typo("term: defintion", GLOSSARY, "", "definition:", "defintion:", "definition"),
    typo("term: abreviation", GLOSSARY, "", "abbreviation:", "abreviation:", "abbreviation"),
    Mutation(
        "word: several", FRAMEWORK, "unknown-key", after="vocabulary:", find="many:",
        write="several:", says="`many`", at_most=2,
    ),
    Mutation(
        "first key: domian", RELATIONSHIPS, "unknown-file-kind", find="domain:", write="domian:",
        says="did you mean `domain`",
    ),
    Mutation(
        "first key: glosary", GLOSSARY, "unknown-file-kind", find="glossary:", write="glosary:",
        says="did you mean `glossary`",
    ),
    Mutation(
        "first key: sourse", FERGUSON, "unknown-file-kind", find="source:", write="sourse:",
        says="did you mean `source`",
    ),
    Mutation(
        "first key: frame work", FRAMEWORK, "unknown-file-kind", find="framework:",
        write="frame work:", says="did you mean `framework`",
    ),
]  # fmt: skip

DELETED = [
    missing("no edition", FRAMEWORK, "", "edition: 0.1.0\n", "framework:", "edition"),
    missing("no language", FRAMEWORK, "", "language: en-GB\n", "framework:", "language"),
    missing(
        "specialism without phase", FRAMEWORK, "- id: court-work", "    phase: expert\n",
        "- id: court-work", "phase",
    ),
    missing("statement without kind", RELATIONSHIPS, "- id: REL-1.4\n", "        kind: skill\n",
            "- id: REL-1.4", "kind"),
    missing(
        "statement without text", RELATIONSHIPS, "- id: REL-1.2\n        kind: knowledge\n",
        "        text: even skilled workers can lose sight of the child during a tense or hostile "
        "home visit\n",
        "- id: REL-1.2", "text",
    ),
    missing("statement without id", RELATIONSHIPS, "", "id: REL-3.5\n        ",
            "- kind: knowledge\n        text: >\n          ", "id"),
    missing(
        "outcome without title", RELATIONSHIPS, "- id: REL-4\n",
        "    title: Records respect the people they are about\n", "- id: REL-4\n", "title",
    ),
    missing("example without setting", RELATIONSHIPS, "examples:",
            "setting: Children's home\n            ", "- text: >\n              The worker and a boy", "setting"),
    missing("source without date", FERGUSON, "", "date: 2017\n", "source:", "date"),
    missing("fact without number", FERGUSON, "- number: 1", "number: 2\n    ", "- text", "number"),
    missing("glossary term without name", GLOSSARY, "", "term: adultification\n    ",
            "- also:", "term"),
    Mutation(
        "no line for the domain", RELATIONSHIPS, "unknown-file-kind", find="domain: relationships\n",
        line=1, says="domain",
    ),
    Mutation(
        "no line for the framework", FRAMEWORK, "unknown-file-kind",
        find="framework: social-work-ecf\n", line=1, says="framework", at_most=2,
    ),
    Mutation(
        "no line for the glossary", GLOSSARY, "unknown-file-kind", find="glossary:\n", line=1,
        says="glossary",
    ),
    Mutation(
        "no line for the outcomes", RELATIONSHIPS, "key-in-text", find="outcomes:\n", write="",
        at="  - id: REL-1\n", says="`outcomes:`",
    ),
    Mutation(
        "no line for the statements", RELATIONSHIPS, "key-in-text", after="- id: REL-2\n",
        find="    statements:\n", at="      - id: REL-2.1",
    ),
    Mutation(
        "no line that starts a statement", RELATIONSHIPS, "repeated-key",
        find="      - id: REL-1.4\n", write=f"{HERE}", says="dash",
    ),
    Mutation(
        "no line that starts an example", RELATIONSHIPS, "repeated-key", after="Children's home",
        find="          - setting: Special school\n", write=f"{HERE}", says="dash",
    ),
    Mutation(
        "no line that starts a fact", FERGUSON, "repeated-key", find="  - number: 2\n",
        write=f"{HERE}", says="dash",
    ),
    Mutation(
        "no line that starts a text", RELATIONSHIPS, "missing-key", after="Children's home\n",
        find="            text: >\n", at="- setting: Children's home", says="`text`",
    ),
    Mutation(
        "no line that starts a phase", FRAMEWORK, "repeated-key", find="  - id: year-2\n",
        write=f"{HERE}", says="dash", at_most=2,
    ),
]  # fmt: skip

REPEATED = [
    Mutation(
        "a key twice in a row", RELATIONSHIPS, "repeated-key", after="- id: REL-1.4\n",
        find="        phase: year-1\n",
        write=f"        phase: year-1\n        {HERE}phase: year-2\n", says="first given here",
    ),
    Mutation(
        "a key twice, far apart", RELATIONSHIPS, "repeated-key", after="- id: REL-1.4\n",
        find="        tags: [", write="        phase: year-2\n        tags: [",
        says="first given here",
    ),
    Mutation(
        "a key twice in braces", RELATIONSHIPS, "repeated-key", after="- id: REL-1.2\n",
        find="{source: ferguson-2017,", write="{source: ferguson-2017, source: thriving-2025,",
    ),
    Mutation(
        "outcomes twice", RELATIONSHIPS, "repeated-key", find="\n  - id: REL-2\n",
        write=f"\n{HERE}outcomes:\n  - id: REL-2\n",
    ),
]  # fmt: skip

MISPLACED = [
    Mutation(
        "a key of an example in a statement", RELATIONSHIPS, "unknown-key",
        after="- id: REL-1.4\n", find="        phase:", write="        setting: Home\n        phase:",
        says="an example",
    ),
    Mutation(
        "a key of a statement in an outcome", RELATIONSHIPS, "unknown-key", after="- id: REL-2\n",
        find="    title:", write="    phase: year-1\n    title:", says="a statement",
    ),
    Mutation(
        "a key of the framework in a domain", ASSESSMENT, "unknown-key", find="title:",
        write="edition: 1.0.0\ntitle:", says="a framework",
    ),
    Mutation(
        "a key that nothing has", ASSESSMENT, "unknown-key", find="title:",
        write="colour: green\ntitle:",
    ),
]  # fmt: skip

MUTATIONS = MISSPELT + DELETED + REPEATED + MISPLACED
