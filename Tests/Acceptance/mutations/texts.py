"""Markdown that a text must not hold."""

from mutations.mutation import HERE, RELATIONSHIPS, Mutation


def summary(name: str, rule: str, write: str, says: str = "", at_most: int = 1) -> Mutation:
    return Mutation(
        name, RELATIONSHIPS, rule, find="Help begins with a relationship.", write=write, says=says,
        at_most=at_most,
    )  # fmt: skip


MUTATIONS = [
    summary("HTML", "raw-html", "Help begins<br> with a relationship.", "**"),
    summary("a script", "raw-html", "Help <script>alert(1)</script> begins.", at_most=2),
    summary("an HTML comment", "raw-html", "Help <!-- draft --> begins."),
    summary("a javascript link", "unsafe-link", "[Help](javascript:alert(1)) begins."),
    summary("a data link", "unsafe-link", "[Help](data:text/html;base64,PHA+) begins."),
    summary("a javascript link in disguise", "unsafe-link", "[Help](JaVaScRiPt&#58;alert(1)) begins."),
    summary("ESC as an entity", "control-character", "Help &#27; begins.", "&#27;"),
    summary("a carriage return as an entity", "control-character", "Help &#x0D; begins.", "&#x0D;"),
    summary("an unknown id with an entity", "unknown-reference", "Help [[REL&#45;99]] begins.", "REL-99"),
    summary("a link to a file", "unsafe-link", "[Help](../guide.html) begins.", "https://"),
    summary("an image", "image-in-text", "![Help](https://example.org/help.png) begins."),
    summary("a heading", "heading-in-text", "# Help begins"),
    Mutation(
        "HTML in a text of one line", RELATIONSHIPS, "raw-html", after="- id: REL-1.2\n",
        find="even skilled workers", write="even <i>skilled</i> workers", at_most=2,
    ),
    Mutation(
        "HTML on the second line of a text", RELATIONSHIPS, "raw-html",
        find="they feel", write="they <u>feel</u>", at_most=2,
    ),
    Mutation(
        "a list as the text of a statement", RELATIONSHIPS, "not-one-paragraph",
        after="- id: REL-1.2\n", find="text: even skilled", write="text: '- even skilled'  #",
    ),
    Mutation(
        "two paragraphs as the text of a statement", RELATIONSHIPS, "not-one-paragraph",
        after="- id: REL-1.1\n", find="          they feel\n",
        write=f"\n\n          {HERE}they feel\n", says="a second one",
    ),
    Mutation(
        "a heading as the text of a statement", RELATIONSHIPS, "heading-in-text",
        after="- id: REL-1.2\n", find="text: even skilled workers",
        write=f"text: |\n          {HERE}# even skilled workers",
    ),
]  # fmt: skip
