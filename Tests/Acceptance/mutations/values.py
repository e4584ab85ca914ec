"""Values of the wrong shape, and values that a key does not allow."""

from mutations.mutation import FERGUSON, FRAMEWORK, HERE, RELATIONSHIPS, Mutation


def shape(
    name: str, file: str, after: str, find: str, write: str, says: str = "", at_most: int = 1
) -> Mutation:
    return Mutation(
        name, file, "wrong-shape", after=after, find=find, write=write, says=says, at_most=at_most
    )


def value(name: str, file: str, after: str, find: str, write: str, says: str = "") -> Mutation:
    return Mutation(name, file, "wrong-value", after=after, find=find, write=write, says=says)


SHAPES = [
    shape(
        "relies-on: a text", RELATIONSHIPS, "", "relies-on: [REL-1.1, REL-1.3]",
        "relies-on: REL-1.1", "[REL-1.1]",
    ),
    shape(
        "relies-on: two with a comma", RELATIONSHIPS, "", "relies-on: [REL-1.1, REL-1.3]",
        "relies-on: REL-1.1, REL-1.3", "[REL-1.1, REL-1.3]",
    ),
    shape("phase: a list", RELATIONSHIPS, "", "phase: year-1", "phase: [year-1]"),
    shape("phase: a list of two", RELATIONSHIPS, "", "phase: year-1", "phase: [year-1, year-2]"),
    shape("kind: a group", RELATIONSHIPS, "", "kind: knowledge", "kind: {id: knowledge}"),
    shape(
        "title: a list", RELATIONSHIPS, "- id: REL-2\n", "title: Parents", "title: [Parents]  # ",
    ),
    shape(
        "title: a group", RELATIONSHIPS, "", "title: Building relationships",
        "title: {en: Building relationships}  # ",
    ),
    shape(
        "text: a list with dashes", RELATIONSHIPS, "- id: REL-1.2\n", "text: even",
        f"text:\n          {HERE}- even",
    ),
    shape(
        "sources: one without brackets", RELATIONSHIPS, "- id: REL-1.2\n",
        "sources: [{source: ferguson-2017, facts: [1, 2, 3, 4]}]", "sources: ferguson-2017",
        "[ferguson-2017]",
    ),
    shape(
        "sources: a group", RELATIONSHIPS, "- id: REL-1.2\n",
        "sources: [{source: ferguson-2017, facts: [1, 2, 3, 4]}]",
        "sources: {source: ferguson-2017, facts: [1, 2, 3, 4]}", "list",
    ),
    shape(
        "facts: a number", RELATIONSHIPS, "- id: REL-1.2\n", "facts: [1, 2, 3, 4]", "facts: 1",
        "[1]",
    ),
    shape(
        "evidence: a text", RELATIONSHIPS, "- id: REL-4.2\n",
        "evidence:\n          any-of: [learning-check]\n          at-least: 1",
        "evidence: learning-check",
    ),
    shape(
        "evidence: a list", RELATIONSHIPS, "- id: REL-4.2\n",
        "evidence:\n          any-of: [learning-check]\n          at-least: 1",
        "evidence: [learning-check]", "any-of",
    ),
    shape(
        "progression: a text", RELATIONSHIPS, "- id: REL-1.2\n",
        "progression:\n          year-2: Recognises", "progression: Recognises", "phase",
    ),
    shape(
        "vocabulary: a list", FRAMEWORK, "", "vocabulary:\n  phase: {one: stage, many: stages}",
        "vocabulary: [stage, stages]",
    ),
    shape("a word of the vocabulary: a text", FRAMEWORK, "", "vocabulary:\n  phase: {one: stage, many: stages}",
          f"vocabulary:\n  {HERE}phase: stage\n", "one"),
    shape("framework: a list", FRAMEWORK, "", "framework: social-work-ecf",
          "framework: [social-work-ecf]"),
    shape("facts of a source: texts", FERGUSON, "", "- number: 1\n    text: In", "- In"),
    Mutation("a whole file that is a list", FERGUSON, "unknown-file-kind",
             rewrite=lambda _: b"- source: ferguson-2017\n- title: One\n", line=1),
    Mutation("a whole file that is a text", FERGUSON, "unknown-file-kind",
             rewrite=lambda _: b"How children become invisible.\n", line=1),
]  # fmt: skip

EMPTY = [
    Mutation("kind: nothing", RELATIONSHIPS, "empty-value", find="kind: knowledge", write="kind:"),
    Mutation("text: nothing", RELATIONSHIPS, "empty-value", after="- id: REL-1.1",
             find="text: >\n          children and young people in care say that having adults they "
             "can trust shapes how well\n          they feel\n", write="text:\n"),
    Mutation("text: an empty text", RELATIONSHIPS, "empty-value", after="- id: REL-1.2\n",
             find="text: even skilled workers can lose sight of the child during a tense or "
             "hostile home visit", write='text: ""'),
    Mutation("statements: nothing", RELATIONSHIPS, "empty-value", after="- id: REL-4\n",
             find="    statements:\n", write="    statements:\n\n  - id: REL-5\n    title: New\n"
             "    statements:\n"),
    Mutation("title: only a comment", RELATIONSHIPS, "empty-value",
             find="title: Building", write="title: # Building"),
    Mutation("relies-on: a list with a gap", RELATIONSHIPS, "empty-value",
             find="relies-on: [REL-1.1, REL-1.3]",
             write=f"relies-on:\n          - REL-1.1\n          {HERE}-\n          - REL-1.3"),
    Mutation("a dash with nothing", RELATIONSHIPS, "empty-value", after="- id: REL-1.2\n",
             find="\n      - id: REL-1.3\n", write=f"\n      {HERE}-\n      - id: REL-1.3\n"),
]  # fmt: skip

VALUES = [
    value("status: drafted", FRAMEWORK, "", "status: draft", "status: drafted", "`draft`"),
    value("status: live", FRAMEWORK, "", "status: draft", "status: live", "published"),
    value("issued: no such month", FRAMEWORK, "", "issued: 2026-11-21", "issued: 2026-13-21"),
    value("issued: no such day", FRAMEWORK, "", "issued: 2026-11-21", "issued: 2026-02-30"),
    value("issued: in words", FRAMEWORK, "", "issued: 2026-11-21", "issued: 21 November 2026",
          "2026-09-01"),
    value("issued: the British way", FRAMEWORK, "", "issued: 2026-11-21", "issued: 21/11/2026",
          "2026-09-01"),
    value("edition: two numbers", FRAMEWORK, "", "edition: 0.1.0", "edition: 0.1"),
    value("edition: a word", FRAMEWORK, "", "edition: 0.1.0", "edition: first"),
    value("language: english", FRAMEWORK, "", "language: en-GB", "language: English", "en-GB"),
    value("language: en_GB", FRAMEWORK, "", "language: en-GB", "language: en_GB", "en-GB"),
    value("months: in words", FRAMEWORK, "", "months: 12", "months: twelve"),
    value("months: none", FRAMEWORK, "", "months: 12", "months: 0"),
    value("months: with a unit", FRAMEWORK, "", "months: 12", "months: 12 months"),
    value("requirement: required", FRAMEWORK, "", "requirement: mandatory",
          "requirement: required", "mandatory"),
    value("at-least: less than nothing", RELATIONSHIPS, "", "at-least: 1", "at-least: -1"),
    value("observers: too many", RELATIONSHIPS, "", "observers: 2", "observers: 20000000000000000000"),
    value("facts: a word among numbers", RELATIONSHIPS, "- id: REL-1.2", "facts: [1,", "facts: [one,"),
    value("kind of a source: study", FERGUSON, "", "kind: research", "kind: study", "research"),
    value("date: in words", FERGUSON, "", "date: 2017", "date: March 2017"),
    value("review-by: without a day", FERGUSON, "", "review-by: 2028-11-30", "review-by: 2028-11"),
    value("address: without https", FERGUSON, "", "review-by:",
          "address: www.example.org\nreview-by:", "https://"),
    Mutation("id: with a space", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: REL 4.6"),
    Mutation("id: starts with a digit", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: 4.6"),
    Mutation("id: a path", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: ../../etc"),
    Mutation("id: an accent", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: RÉL-4.6"),
    Mutation("id: a device of Windows", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: Nul"),
    Mutation("id: a full stop at its end", RELATIONSHIPS, "invalid-id", find="id: REL-4.6", write="id: REL-4.6."),
    Mutation("id of a domain: with a space", RELATIONSHIPS, "invalid-id",
             find="domain: relationships", write="domain: Building relationships", at_most=2),
]  # fmt: skip

SHORT = [
    value("status of a statement: Withdrawn", RELATIONSHIPS, "- id: REL-1.2\n", "phase: year-1",
          f"phase: year-1\n        {HERE}status: Withdrawn", "did you mean `withdrawn`?"),
    value("status of a statement: deleted", RELATIONSHIPS, "- id: REL-1.2\n", "phase: year-1",
          f"phase: year-1\n        {HERE}status: deleted", "superseded"),
    Mutation("sources: an empty text", RELATIONSHIPS, "empty-value", after="- id: REL-1.2\n",
             find="sources: [{source: ferguson-2017, facts: [1, 2, 3, 4]}]", write="sources: ['']"),
]  # fmt: skip

ESCAPES = [
    Mutation(
        f"{name} as an escape", RELATIONSHIPS, "control-character", after="- id: REL-1.2\n",
        find="text: even skilled workers can lose sight of the child during a tense or hostile home visit",
        write=f'text: "even skilled {escape} workers"', says=escape.removeprefix("S:")[:2],
    )
    for name, escape in [
        ("a carriage return", "\\r"), ("NUL", "\\0"), ("ESC", "\\e"), ("DEL", "\\x7f"),
        ("a path of Windows", "S:\\board"), ("a noncharacter", "\\uFFFF"),
    ]
]  # fmt: skip

MUTATIONS = SHAPES + EMPTY + SHORT + ESCAPES + VALUES
