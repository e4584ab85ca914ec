"""What comes into a file from elsewhere: from Git, word processors, web pages, spreadsheets and other languages."""

from mutations.mutation import FRAMEWORK, HERE, RELATIONSHIPS, Mutation

SPACE = "\u00a0"
PHASE = "        phase: year-1\n"
TEXT = "        text: plan direct work that fits a child's age, culture, language and any disability\n"


def line(name: str, rule: str, find: str, write: str, says: str = "") -> Mutation:
    """A change inside REL-1.4."""
    return Mutation(name, RELATIONSHIPS, rule, after="- id: REL-1.4\n", find=find, write=write, says=says)


MUTATIONS = [
    line("a conflict of two sides", "conflict-marks", TEXT,
         f"<<<<<<< HEAD\n{TEXT}=======\n        text: plan direct work\n>>>>>>> edits\n", "lines 90 to 94"),
    line("a fence of Markdown", "foreign-mark", PHASE, f"```\n{PHASE}", "Delete this line"),
    line("a comment with slashes", "foreign-mark", PHASE, f"        // to be agreed\n{PHASE}", "# to be agreed"),
    line("a comment as in HTML", "foreign-mark", PHASE, f"        <!-- to be agreed -->\n{PHASE}", "# to be agreed"),
    line("a comment as in C", "foreign-mark", PHASE, f"        /* to be agreed */\n{PHASE}", "# to be agreed"),
    line("a line of full stops", "foreign-mark", PHASE, f"...\n{PHASE}", "three full stops"),
    line("no-break spaces before a key", "invisible-space", PHASE, SPACE * 8 + PHASE.lstrip(), "non-breaking"),
    line("no-break spaces among others", "invisible-space", PHASE, "      " + SPACE * 2 + PHASE.lstrip(), "non-breaking"),
    line("a no-break space behind a colon", "invisible-space", PHASE, PHASE.replace(": ", ":" + SPACE), "non-breaking"),
    line("wide spaces before a key", "invisible-space", PHASE, "\u3000" * 8 + PHASE.lstrip(), "another character"),
    Mutation("a no-break space behind a dash", RELATIONSHIPS, "invisible-space", find="- id: REL-1.4\n",
             write=f"-{SPACE}id: REL-1.4\n", says="non-breaking"),
    line("an equals sign for a colon", "missing-colon", PHASE, "        phase = year-1\n", "phase: year-1"),
    line("a wide colon", "missing-colon", PHASE, "        phase\uff1a year-1\n", "phase: year-1"),
    Mutation("a number for a dash", RELATIONSHIPS, "wrong-bullet", find="      - id: REL-1.4\n",
             write="      4. id: REL-1.4\n", says="short dash"),
    Mutation("an arrow for a dash", RELATIONSHIPS, "wrong-bullet", find="      - id: REL-1.4\n",
             write="      \u2192 id: REL-1.4\n", says="short dash"),
    Mutation("an id without its key", RELATIONSHIPS, "missing-colon", find="- id: REL-1.4\n",
             write="- REL-1.4\n", says="- id: REL-1.4"),
    line("a text that starts with a word in brackets", "text-after-bracket", "text: plan", "text: [plan]", "quotes"),
    line("a text that starts with a bar", "reserved-character", "text: plan", "text: | plan", "quotes"),
    line("a colon in the second line of a text", "colon-in-text", TEXT,
         f"        text: plan direct work\n          {HERE}that has one aim: that of the child\n", "quotes"),
    line("a comma in braces", "comma-in-text", "{to: kss-practitioner/2, relation: narrower}",
         "{to: kss-practitioner/2, relation: narrower, because: It is, in part, the same}", "quotes"),
    Mutation("a comma in the title of a role", FRAMEWORK, "comma-in-text", find="{one: stage, many: stages}",
             write="{one: stage, many: stages, or steps}", says="quotes"),
    Mutation("a colon in braces", FRAMEWORK, "colon-in-text", find="{one: stage, many: stages}",
             write="{one: stage, many: stages: all}", says="quotes"),
    line("an item below a list in brackets", "item-below-list", "relies-on: [REL-1.1, REL-1.3]\n",
         f"relies-on: [REL-1.1, REL-1.3]\n          {HERE}- REL-1.2\n", "with dashes"),
    Mutation("a space before the first key", RELATIONSHIPS, "wrong-indentation", find="domain: relationships",
             write=" domain: relationships", says="no spaces"),
    line("a group that is not indented", "misplaced-lines",
         "          any-of: [observation, family-feedback, reflection]\n          all-of: [observation]\n          at-least: 2\n          observers: 2\n",
         "        any-of: [observation, family-feedback, reflection]\n        all-of: [observation]\n        at-least: 2\n        observers: 2\n",
         "below `evidence`"),
    Mutation("no line for the statements of an outcome", RELATIONSHIPS, "misplaced-lines",
             find="    title: Parents, carers and wider family are partners in keeping children safe\n    summary: >\n"
             "      Families meet a worker who is warm and clear, and fathers and other men who matter are\n"
             "      included from the start in ways that are safe.\n    statements:\n",
             write="    title: Parents are partners\n", at="- id: REL-2.1", says="`statements:` is missing"),
]  # fmt: skip
