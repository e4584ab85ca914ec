"""Ids that are misspelt, of the wrong kind, given twice, or lead round in a circle."""

from mutations.mutation import ASSESSMENT, FERGUSON, FRAMEWORK, HERE, RELATIONSHIPS, Mutation


def unknown(
    name: str, file: str, after: str, find: str, write: str, meant: str = ""
) -> Mutation:
    says = f"did you mean `{meant}`" if meant else ""
    return Mutation(name, file, "unknown-reference", after=after, find=find, write=write, says=says)


def wrong_kind(name: str, file: str, after: str, find: str, write: str, says: str) -> Mutation:
    return Mutation(
        name, file, "wrong-kind-of-reference", after=after, find=find, write=write, says=says
    )


MISSPELT = [
    unknown("kind: skil", RELATIONSHIPS, "- id: REL-1.4", "kind: skill", "kind: skil", "skill"),
    unknown("phase: year1", RELATIONSHIPS, "", "phase: year-1", "phase: year1", "year-1"),
    unknown("phase: Year-1", RELATIONSHIPS, "", "phase: year-1", "phase: Year-1", "year-1"),
    unknown("phase: year 1", RELATIONSHIPS, "", "phase: year-1", "phase: year 1", "year-1"),
    unknown(
        "specialism: child-protecton", ASSESSMENT, "", "specialism: child-protection",
        "specialism: child-protecton", "child-protection",
    ),
    unknown("relies-on: REL-1.33", RELATIONSHIPS, "relies-on:", "REL-1.3]", "REL-1.33]", "REL-1.3"),
    unknown("relies-on: REL1.3", RELATIONSHIPS, "relies-on:", "REL-1.3]", "REL1.3]", "REL-1.3"),
    unknown("relies-on: rel-1.3", RELATIONSHIPS, "relies-on:", "REL-1.3]", "rel-1.3]", "REL-1.3"),
    unknown("after: nothing like it", RELATIONSHIPS, "", "after: [REL-1.3]", "after: [XYZ]"),
    unknown(
        "source: ferguson", RELATIONSHIPS, "", "ferguson-2017, facts", "fergusson-2017, facts",
        "ferguson-2017",
    ),
    unknown("any-of: reflexion", RELATIONSHIPS, "", "reflection", "reflexion", "reflection"),
    unknown(
        "all-of: observations", RELATIONSHIPS, "", "all-of: [observation]",
        "all-of: [observations]", "observation",
    ),
    unknown("progression: year2", RELATIONSHIPS, "progression:", "year-2:", "year2:", "year-2"),
    unknown("notes: superviser", RELATIONSHIPS, "notes:", "supervisor:", "superviser:", "supervisor"),
    unknown(
        "completed-by: asessor", FRAMEWORK, "", "completed-by: assessor", "completed-by: asessor",
        "assessor",
    ),
    unknown("not-also: superviser", FRAMEWORK, "not-also:", "supervisor", "superviser", "supervisor"),
    unknown(
        "phase of a specialism", FRAMEWORK, "- id: court-work", "phase: expert", "phase: exprt",
        "expert",
    ),
    unknown(
        "[[link]] to nothing", RELATIONSHIPS, "", "Help begins with a relationship.",
        "Help begins with [[REL-1.44]].", "REL-1.4",
    ),
    unknown(
        "[[link]] to nothing on a later line", RELATIONSHIPS, "- id: REL-1.4\n",
        "of sessions with a purpose.", "of sessions with [[XYZ-9]].",
    ),
    unknown(
        "two ids without a comma", RELATIONSHIPS, "", "[REL-1.1, REL-1.3]", "[REL-1.1 REL-1.3]",
    ),
]  # fmt: skip

OF_THE_WRONG_KIND = [
    wrong_kind("phase: a role", RELATIONSHIPS, "", "phase: year-1", "phase: practitioner", "role"),
    wrong_kind("kind: a phase", RELATIONSHIPS, "", "kind: knowledge", "kind: year-1", "phase"),
    wrong_kind(
        "relies-on: an outcome", RELATIONSHIPS, "", "relies-on: [REL-1.1, ", "relies-on: [REL-1, ",
        "outcome",
    ),
    wrong_kind("any-of: a role", RELATIONSHIPS, "any-of:", "reflection", "assessor", "role"),
    wrong_kind(
        "source: a statement", RELATIONSHIPS, "- id: REL-1.2", "source: ferguson-2017",
        "source: REL-1.1", "statement",
    ),
    wrong_kind(
        "notes: a kind of evidence", RELATIONSHIPS, "notes:", "supervisor:", "observation:",
        "evidence",
    ),
    wrong_kind(
        "progression: a specialism", RELATIONSHIPS, "progression:", "year-2:", "court-work:",
        "specialism",
    ),
]  # fmt: skip

FACTS = [
    Mutation(
        "a fact that the source has not", RELATIONSHIPS, "unknown-fact", after="- id: REL-1.2",
        find="facts: [1,", write="facts: [17,", says="17",
    ),
    Mutation(
        "a fact's number twice", FERGUSON, "duplicate-fact", find="number: 2", write="number: 1",
        at_most=3,
    ),
]  # fmt: skip

TWICE = [
    Mutation(
        "an id twice in one file", RELATIONSHIPS, "duplicate-id", find="- id: REL-1.5\n",
        write="- id: REL-1.4\n", says="first", at_most=3,
    ),
    Mutation(
        "an id twice, in other case", RELATIONSHIPS, "duplicate-id", find="- id: REL-4.6\n",
        write="- id: rel-4.5\n", says="first", at_most=2,
    ),
    Mutation(
        "an outcome's id as another's", RELATIONSHIPS, "duplicate-id", find="- id: REL-2\n",
        write="- id: REL-1\n", says="first",
    ),
    Mutation(
        "an id of another file", ASSESSMENT, "duplicate-id", find="- id: ASP-4.5\n",
        write="- id: REL-1.1\n", says="relationships.yaml",
    ),
    Mutation(
        "a domain's id as another's", RELATIONSHIPS, "duplicate-id", find="domain: relationships",
        write="domain: assessment", says="assessment.yaml", at_most=2,
    ),
    Mutation(
        "a phase's id as another's", FRAMEWORK, "duplicate-id", find="  - id: year-2\n",
        write="  - id: year-1\n", says="first", at_most=100,
    ),
    Mutation(
        "a source's id as a statement's", FERGUSON, "duplicate-id",
        find="source: ferguson-2017", write="source: REL-1.1", says="relationships.yaml", at_most=5,
    ),
]  # fmt: skip

IN_A_CIRCLE = [
    Mutation(
        "a statement that relies on itself", RELATIONSHIPS, "prerequisite-cycle",
        find="relies-on: [REL-1.1, REL-1.3]", write="relies-on: [REL-1.1, REL-1.4]",
        says="REL-1.4",
    ),
    Mutation(
        "two that rely on each other", RELATIONSHIPS, "prerequisite-cycle",
        after="- id: REL-1.3\n", find="        phase: year-1\n",
        write=f"        phase: year-1\n        {HERE}relies-on: [REL-1.4]\n", says="REL-1.3",
    ),
    Mutation(
        "an outcome that is needed by a part of it", RELATIONSHIPS, "prerequisite-cycle",
        after="- id: REL-1.5\n", find="after: [REL-1.3]", write="after: [REL-1]", says="it is a part",
    ),
]  # fmt: skip

MUTATIONS = MISSPELT + OF_THE_WRONG_KIND + FACTS + TWICE + IN_A_CIRCLE
