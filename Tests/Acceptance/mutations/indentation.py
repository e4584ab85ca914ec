"""Lines that start in the wrong column, and tabs."""

from mutations.mutation import FERGUSON, FRAMEWORK, GLOSSARY, HERE, RELATIONSHIPS, Mutation


def moved(
    name: str, file: str, after: str, line: str, by: int, rule: str = "misplaced-lines"
) -> Mutation:
    """A line with more or fewer spaces before it. The message names the right number of them."""
    right = len(line) - len(line.lstrip())
    return Mutation(
        name, file, rule, after=after.rstrip("\n"), find=f"\n{line}",
        write="\n" + HERE + " " * (right + by) + line.lstrip(), says=f"{right or 'no'} spaces",
    )  # fmt: skip


MOVED = [
    moved("a phase, one more", RELATIONSHIPS, "- id: REL-1.4\n", "        phase:", 1),
    moved("a phase, one less", RELATIONSHIPS, "- id: REL-1.4\n", "        phase:", -1),
    moved("a phase, two less", RELATIONSHIPS, "- id: REL-1.4\n", "        phase:", -2),
    moved("a kind, one more", RELATIONSHIPS, "- id: REL-1.4\n", "        kind:", 1),
    moved("a kind, one less", RELATIONSHIPS, "- id: REL-1.4\n", "        kind:", -1),
    moved("notes, one more", RELATIONSHIPS, "- id: REL-1.4\n", "        notes:", 1, "wrong-indentation"),
    moved("notes, one less", RELATIONSHIPS, "- id: REL-1.4\n", "        notes:", -1),
    moved("a role, one more", RELATIONSHIPS, "notes:\n", "          assessor:", 1, "wrong-indentation"),
    moved("a role, one less", RELATIONSHIPS, "notes:\n", "          assessor:", -1, "wrong-indentation"),
    moved("a statement, one more", RELATIONSHIPS, "", "      - id: REL-1.4", 1),
    moved("a statement, one less", RELATIONSHIPS, "", "      - id: REL-1.4", -1),
    moved("an outcome, one more", RELATIONSHIPS, "", "  - id: REL-2\n", 1),
    moved("an outcome, one less", RELATIONSHIPS, "", "  - id: REL-2\n", -1),
    moved("statements, one more", RELATIONSHIPS, "- id: REL-2\n", "    statements:", 1, "wrong-indentation"),
    moved("statements, one less", RELATIONSHIPS, "- id: REL-2\n", "    statements:", -1),
    moved("at-least, one more", RELATIONSHIPS, "- id: REL-1.4\n", "          at-least:", 1),
    moved("at-least, one less", RELATIONSHIPS, "- id: REL-1.4\n", "          at-least:", -1),
    moved("a citation, one more", RELATIONSHIPS, "- {source", "          - {source", 1, "wrong-indentation"),
    moved("a citation, one less", RELATIONSHIPS, "- {source", "          - {source", -1, "wrong-indentation"),
    moved("an example's text, one more", RELATIONSHIPS, "Children's home", "            text:", 1),
    moved("an example's text, one less", RELATIONSHIPS, "Children's home", "            text:", -1),
    moved("a fact's text, one more", FERGUSON, "- number: 2", "    text:", 1),
    moved("a fact's text, one less", FERGUSON, "- number: 2", "    text:", -1),
    moved("a fact, one more", FERGUSON, "", "  - number: 3", 1),
    moved("a source's key, one more", FERGUSON, "", "kind: research", 1),
    moved("a framework's key, one more", FRAMEWORK, "", "status:", 1),
    moved("a term's definition, one less", GLOSSARY, "- term: advocate", "    definition:", -1),
    Mutation(
        "a text's second line at the margin", RELATIONSHIPS, "missing-colon",
        after="- id: REL-1.4\n", find="          of sessions with", write="of sessions with",
        says="indent",
    ),
    Mutation(
        "a text's second line as far as its key", RELATIONSHIPS, "missing-colon",
        after="- id: REL-1.4\n", find="          of sessions with",
        write="        of sessions with", says="indent",
    ),
]  # fmt: skip

TABS = [
    Mutation(
        "a tab before a key", RELATIONSHIPS, "tab-indentation", after="- id: REL-1.4\n",
        find="        phase:", write="\tphase:", says="8 spaces",
    ),
    Mutation(
        "a tab among spaces", RELATIONSHIPS, "tab-indentation", after="- id: REL-1.4\n",
        find="        phase:", write="      \tphase:", says="spaces",
    ),
    Mutation(
        "a tab before a dash", RELATIONSHIPS, "tab-indentation", find="      - id: REL-1.4",
        write="\t- id: REL-1.4", says="6 spaces",
    ),
    Mutation(
        "a tab after a dash", RELATIONSHIPS, "tab-indentation", find="- id: REL-1.4",
        write="-\tid: REL-1.4", says="space",
    ),
    Mutation(
        "a tab before the first key", RELATIONSHIPS, "tab-indentation", find="domain:",
        write="\tdomain:", says="no spaces",
    ),
    Mutation(
        "tabs for all indentation", FERGUSON, "tab-indentation",
        rewrite=lambda old: old.replace(b"\n    ", b"\n\t\t").replace(b"\n  ", b"\n\t"),
        line=3, says="spaces", at_most=20,
    ),
    Mutation(
        "a list that goes on below", RELATIONSHIPS, "wrong-shape", after="- id: REL-1.5\n",
        find="        after: [REL-1.3]\n",
        write="        after: REL-1.3\n          - REL-1.4\n", says="after: [REL-1.3, REL-1.4]",
    ),
]  # fmt: skip

MUTATIONS = MOVED + TABS
