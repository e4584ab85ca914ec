"""Files that are broken as a whole."""

import random

from mutations.mutation import FERGUSON, GLOSSARY, HERE, RELATIONSHIPS, Mutation


def replaced(name: str, rule: str, content: bytes, line: int = 1, at_most: int = 1) -> Mutation:
    """The whole file of a source that statements cite."""
    return Mutation(
        name, FERGUSON, rule, rewrite=lambda _: content, line=line, at_most=at_most
    )


def at_second_fact(old: bytes, inserted: bytes) -> bytes:
    return old.replace(b"number: 2", b"number: 2" + inserted, 1)


RUBBISH = random.Random(2026).randbytes(4096)
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d49484452")

MUTATIONS = [
    replaced("binary rubbish", "not-readable-text", RUBBISH),
    replaced("a picture", "not-readable-text", PICTURE),
    replaced("a zip file", "not-readable-text", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\xff"),
    replaced("an empty file", "empty-file", b""),
    replaced("only spaces and empty lines", "empty-file", b"\n  \n\n"),
    replaced("only comments", "empty-file", b"# To be written.\n# By Friday.\n"),
    replaced("only a line of dashes", "empty-file", b"---\n"),
    replaced("a web page", "unknown-file-kind", b"<!DOCTYPE html>\n<title>Not found</title>\n"),
    Mutation("an empty domain", RELATIONSHIPS, "empty-file", rewrite=lambda _: b"", line=1),
    Mutation("an empty glossary", GLOSSARY, "empty-file", rewrite=lambda _: b"", line=1),
    Mutation(
        "a domain of binary rubbish", RELATIONSHIPS, "not-readable-text",
        rewrite=lambda _: RUBBISH, line=1,
    ),
    Mutation(
        "UTF-16 with a mark", FERGUSON, "not-readable-text", line=1, says="UTF-16",
        rewrite=lambda old: b"\xff\xfe" + old.decode().encode("utf-16-le"),
    ),
    Mutation(
        "UTF-16, the other way round", FERGUSON, "not-readable-text", line=1, says="UTF-16",
        rewrite=lambda old: b"\xfe\xff" + old.decode().encode("utf-16-be"),
    ),
    Mutation(
        "UTF-16 without a mark", FERGUSON, "not-readable-text", line=1,
        rewrite=lambda old: old.decode().encode("utf-16-le"),
    ),
    Mutation(
        "a byte of Latin-1", FERGUSON, "not-readable-text", line=13,
        says="UTF-8", rewrite=lambda old: at_second_fact(old, b" # caf\xe9"),
    ),
    Mutation(
        "a dash of Windows-1252", FERGUSON, "not-readable-text", line=13, says="UTF-8",
        rewrite=lambda old: at_second_fact(old, b" # one \x96 two"),
    ),
    Mutation(
        "a NUL byte", FERGUSON, "not-readable-text", line=13,
        rewrite=lambda old: at_second_fact(old, b"\x00"),
    ),
    Mutation(
        "an escape character", FERGUSON, "not-readable-text", line=13,
        rewrite=lambda old: at_second_fact(old, b"\x1b[31m"),
    ),
    Mutation(
        "half a character", FERGUSON, "not-readable-text", line=13,
        rewrite=lambda old: at_second_fact(old, b" \xe2\x80"),
    ),
    Mutation(
        "cut off in the middle of a key", FERGUSON, "wrong-shape", line=15,
        rewrite=lambda old: old[: old.index(b"number: 3") + 3],
    ),
    Mutation(
        "marks of a merge conflict", RELATIONSHIPS, "conflict-marks", find="\n  - id: REL-2\n",
        write=f"\n{HERE}<<<<<<< HEAD\n  - id: REL-2\n", at_most=2,
    ),
    Mutation(
        "200 lists in one another", RELATIONSHIPS, "too-deep", find="tags: [lived-experience",
        write="tags: " + "[" * 200 + "a" + "]" * 200 + "\n        # [",
    ),
    Mutation(
        "200 groups in one another", RELATIONSHIPS, "too-deep", find="tags: [lived-experience",
        write="tags: " + "{a: " * 200 + "b" + "}" * 200 + "\n        # [",
    ),
    Mutation(
        "200 dashes in a row", FERGUSON, "too-deep", find="facts:\n  - number: 1\n    text:",
        write=f"facts:\n  {HERE}" + "- " * 200 + "text:",
    ),
    Mutation(
        "200 keys, each deeper", FERGUSON, "too-deep", line=33,
        rewrite=lambda _: b"".join(b" " * depth + b"a:\n" for depth in range(200)),
    ),
    Mutation(
        "100,000 brackets", FERGUSON, "too-deep", find="review-by: 2028-11-30\nfacts:",
        write="review-by: " + "[" * 100_000 + "\nfacts:",
    ),
]  # fmt: skip
