"""What YAML reads as something else than its author meant."""

from mutations.mutation import FERGUSON, FRAMEWORK, HERE, RELATIONSHIPS, Mutation

TEXT = "text: even skilled workers can lose sight of the child during a tense or hostile home visit"
WORDS = TEXT.removeprefix("text: ")


def text(name: str, rule: str, write: str, says: str = "", at_most: int = 1) -> Mutation:
    """The text of REL-1.2, written otherwise."""
    return Mutation(
        name, RELATIONSHIPS, rule, after="- id: REL-1.2\n", find=TEXT, write=f"text: {write}",
        says=says, at_most=at_most,
    )  # fmt: skip


def starts_with(character: str, rule: str) -> Mutation:
    return text(f"a text that starts with {character}", rule, character + WORDS, "quotes")


QUOTES = [
    text('an unclosed "', "unclosed-quote", '"' + WORDS, "not closed"),
    text("an unclosed '", "unclosed-quote", "'" + WORDS, "not closed"),
    text("an apostrophe inside '", "text-after-quote", "'a child's trust'", "apostrophe"),
    text('a quotation mark inside "', "text-after-quote", '"a "good" visit"', '\\"'),
    text("a text that goes on after its quotes", "text-after-quote", '"Even" skilled workers', "quot"),
    Mutation(
        "an unclosed quote on the last line", FERGUSON, "unclosed-quote", after="- number: 3",
        find="text: Strong", write='text: "Strong', says="not closed",
    ),
    Mutation(
        "an unclosed quote in a list", RELATIONSHIPS, "unclosed-quote", find="[REL-1.1, REL-1.3]",
        write='["REL-1.1, REL-1.3]', says="not closed",
    ),
    Mutation(
        "an unclosed quote in a title", FRAMEWORK, "unclosed-quote", find="title: Early",
        write="title: 'Early", says="not closed",
    ),
    Mutation(
        "a wrong escape", RELATIONSHIPS, "invalid-escape", after="- id: REL-1.2\n", find=TEXT,
        write='text: "see C:\\documents"', says="\\\\",
    ),
]  # fmt: skip

COLONS = [
    text("a colon in a text", "colon-in-text", "two things: this and that", "quotes"),
    Mutation(
        "a colon in a title", FRAMEWORK, "colon-in-text", find="title: Early career framework for",
        write="title: Early career framework: for", says="quotes",
    ),
    Mutation(
        "a colon in an item", RELATIONSHIPS, "colon-in-text", after="- id: REL-2\n",
        find="    title: Parents,", write="    title: Note: parents,", says="quotes",
    ),
    Mutation(
        "no space after a colon", RELATIONSHIPS, "missing-colon", after="- id: REL-1.4\n",
        find="kind: skill", write="kind:skill", says="space",
    ),
    Mutation(
        "no space after the last colon", RELATIONSHIPS, "missing-colon", after="- id: REL-1.4\n",
        find="tags: [", write="tags:[", says="space",
    ),
    Mutation(
        "no space after the first colon", RELATIONSHIPS, "missing-colon",
        find="domain: relationships", write="domain:relationships", says="space",
    ),
    Mutation(
        "no space after a colon in braces", RELATIONSHIPS, "colon-without-space",
        after="- id: REL-1.2\n", find="{source: ", write="{source:", says="space",
    ),
    Mutation(
        "no colon at all", RELATIONSHIPS, "missing-colon", after="- id: REL-1.4\n",
        find="kind: skill", write="kind skill", says="colon",
    ),
    Mutation(
        "no colon at a heading", RELATIONSHIPS, "missing-colon", after="- id: REL-2\n",
        find="    statements:\n", write="    statements\n", says="colon",
    ),
    Mutation(
        "an equals sign", RELATIONSHIPS, "missing-colon", after="- id: REL-1.4\n",
        find="kind: skill", write="kind = skill", says="colon",
    ),
]  # fmt: skip

DASHES = [
    Mutation(
        "no space after the dash of a statement", RELATIONSHIPS, "dash-without-space",
        find="- id: REL-1.4", write="-id: REL-1.4", says="space",
    ),
    Mutation(
        "no space after the first dash", RELATIONSHIPS, "dash-without-space", find="  - id: REL-1\n",
        write="  -id: REL-1\n", says="space",
    ),
    Mutation(
        "no space after the dash of an example", RELATIONSHIPS, "dash-without-space",
        find="- setting: Special", write="-setting: Special", says="space",
    ),
    Mutation(
        "a list on the line of its key", RELATIONSHIPS, "list-on-key-line",
        find="relies-on: [REL-1.1, REL-1.3]", write="relies-on: - REL-1.1",
    ),
    Mutation(
        "an asterisk for a dash", RELATIONSHIPS, "wrong-bullet", find="- id: REL-1.4\n",
        write="* id: REL-1.4\n", says="dash",
    ),
    Mutation(
        "a long dash", RELATIONSHIPS, "wrong-bullet", find="- id: REL-1.4\n",
        write="– id: REL-1.4\n", says="dash",
    ),
    Mutation(
        "a dash too many", RELATIONSHIPS, "missing-key", after="- id: REL-1.4\n",
        find="        phase:", write="      - phase:", says="dash", at_most=3,
    ),
    Mutation(
        "no dash before the first example", RELATIONSHIPS, "missing-dash",
        find="          - setting: Children's home\n            text: >\n",
        write="          setting: Children's home\n          text: >\n",
        at="          setting: Children's home", says="dash",
    ),
]  # fmt: skip

BRACKETS = [
    Mutation(
        "an unclosed [", RELATIONSHIPS, "unclosed-bracket", find="relies-on: [REL-1.1, REL-1.3]",
        write="relies-on: [REL-1.1, REL-1.3", says="]",
    ),
    Mutation(
        "an unclosed {", RELATIONSHIPS, "unclosed-bracket", after="- id: REL-1.3\n",
        find="facts: [1]}", write="facts: [1]", says="}",
    ),
    Mutation(
        "the wrong bracket", RELATIONSHIPS, "unclosed-bracket", after="- id: REL-1.2\n",
        find="facts: [1, 2, 3, 4]}", write="facts: [1, 2, 3, 4}", says="]",
    ),
    Mutation(
        "a bracket too many", RELATIONSHIPS, "extra-bracket",
        find="relies-on: [REL-1.1, REL-1.3]", write="relies-on: [REL-1.1, REL-1.3]]", says="]",
    ),
    Mutation(
        "no comma in braces", RELATIONSHIPS, "unclosed-bracket", after="- id: REL-1.2\n",
        find="{source: ferguson-2017, facts:", write="{source: ferguson-2017 facts:",
        says="comma",
    ),
]  # fmt: skip

NOT_FOR_US = [
    text("an anchor", "yaml-alias", "&words " + WORDS),
    text("an alias", "yaml-alias", "*words"),
    text("a tag", "yaml-tag", "!!str " + WORDS),
    text("a tag of one's own", "yaml-tag", "!words " + WORDS),
    Mutation(
        "an anchor and an alias", RELATIONSHIPS, "yaml-alias", after="- id: REL-1.1\n",
        find="phase: year-1", write="phase: &first year-1",
    ),
    Mutation(
        "a merge key", RELATIONSHIPS, "yaml-alias", after="- id: REL-1.4\n", find="        kind:",
        write="        <<: *defaults\n        kind:", at_most=2,
    ),
    Mutation(
        "a second document", RELATIONSHIPS, "several-documents", find="\n  - id: REL-2\n",
        write=f"\n{HERE}---\n  - id: REL-2\n",
    ),
    Mutation(
        "a directive", RELATIONSHIPS, "yaml-directive", find="domain: relationships",
        write="%YAML 1.2\n---\ndomain: relationships",
    ),
    Mutation(
        "a list as a key", RELATIONSHIPS, "key-is-not-text", after="- id: REL-1.4\n",
        find="kind: skill", write="[kind]: skill",
    ),
    Mutation(
        "a question mark as a key", RELATIONSHIPS, "key-is-not-text", after="- id: REL-1.4\n",
        find="        kind: skill", write="        ? [kind]\n        : skill",
    ),
]  # fmt: skip

RESERVED = [starts_with(character, "reserved-character") for character in "@`%]},"] + [
    starts_with("*", "yaml-alias"),
    starts_with("&", "yaml-alias"),
    starts_with("!", "yaml-tag"),
    starts_with("[", "unclosed-bracket"),
    starts_with("{", "unclosed-bracket"),
]

MUTATIONS = QUOTES + COLONS + DASHES + BRACKETS + NOT_FOR_US + RESERVED
