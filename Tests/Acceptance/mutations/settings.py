"""What can go wrong where an author sets how the handbook looks."""

from mutations.mutation import FRAMEWORK, HERE, Mutation


def setting(name: str, rule: str, write: str, says: str = "") -> Mutation:
    """`write` stands below `handbook:`."""
    return Mutation(
        name, FRAMEWORK, rule, find="language: en-GB\n",
        write=f"language: en-GB\nhandbook:\n{HERE}{write}\n", says=says,
    )  # fmt: skip


MUTATIONS = [
    setting("colour: as in a style sheet", "empty-value", "  colour: #0b5d66", '"#0b5d66"'),
    setting("colour: a name", "wrong-value", "  colour: teal", "0b5d66"),
    setting("colour: short", "wrong-value", '  colour: "#0b5"', "six hexadecimal digits"),
    setting("colour: too light", "low-contrast", "  colour: ffcc00", "darker"),
    setting("colour-dark: too dark", "low-contrast", "  colour-dark: 0b5d66", "lighter"),
    setting("color: the American word", "unknown-key", "  color: 0b5d66", "colour"),
    setting("logo: not there", "missing-logo", "  logo: assets/logo.svg", "templates/handbook/"),
    setting("logo: outside", "wrong-value", "  logo: ../logo.svg", "assets/logo.svg"),
    setting("logo: on Windows", "wrong-value", r"  logo: C:\logo.svg", "assets/logo.svg"),
    setting("repository: no address", "wrong-value", "  repository: example.org/x", "https://"),
    setting("footer: HTML", "raw-html", "  footer: <b>Us", "two stars"),
    Mutation(
        "handbook: the colour alone", FRAMEWORK, "wrong-shape", find="language: en-GB\n",
        write=f"language: en-GB\n{HERE}handbook: 0b5d66\n", says="handbook: {colour: 0b5d66",
    ),
    Mutation(
        "statements: of a role, a word of its own", FRAMEWORK, "wrong-value",
        after="roles:\n", find="    verb: do\n", write="    verb: do\n    statements: some\n",
        at="statements: some", says="all, noted, none",
    ),
]  # fmt: skip
