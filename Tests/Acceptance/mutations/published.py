"""What is done to a framework that is published: its lock and its recorded edition know what was there."""

from mutations.mutation import RELATIONSHIPS, Mutation

LOCK = "framework/framework.lock"


def cut(original: bytes) -> bytes:
    """As a full disk leaves a file."""
    return original[: original.index(b"REL-1.6 digest")]


MUTATIONS = [
    Mutation(
        "an id that is gone", RELATIONSHIPS, "vanished-id",
        find="id: REL-1.6\n", write="id: REL-1.66\n", line=0, says="the statement `REL-1.6` was published and is gone",
    ),
    Mutation(
        "an id for something else", RELATIONSHIPS, "reused-id", after="id: REL-1.6\n",
        find="explain to a child, in words they can use, what was decided and how their view counted",
        write="keep the budget of a team within what was agreed with the finance department for this half of the year",
        at="- id: REL-1.6", says="run `ksf lock --accept REL-1.6`",
    ),
    Mutation(
        "an id in small letters", RELATIONSHIPS, "changed-case",
        find="id: REL-1.6\n", write="id: rel-1.6\n", says="Write `REL-1.6` again.",
    ),
    Mutation(
        "an entry edited by hand", LOCK, "damaged-lock", after="REL-1.6 says", find="a child", write="a parent",
        at="REL-1.6 sort", says="the lock's entry for `REL-1.6` was edited by hand",
    ),
    Mutation(
        "an entry cut short", LOCK, "damaged-lock", rewrite=cut, at="REL-1.6 sort",
        says="was cut short: digest, says missing",
    ),
    Mutation(
        "a line twice", LOCK, "damaged-lock", after="REL-1.6 fate active\n", find="", write="REL-1.6 fate withdrawn\n",
        says="the lock says two things about `REL-1.6`",
    ),
    Mutation(
        "a conflict", LOCK, "lock-conflict", find="\nREL-1.6 sort", write="\n<<<<<<< HEAD◀\nREL-1.6 sort",
        says="keeps the entries of both sides",
    ),
    Mutation("an empty lock", LOCK, "damaged-lock", rewrite=lambda original: b"", line=1, says="git checkout HEAD"),
    Mutation(
        "a lock of a later program", LOCK, "damaged-lock", find="ksf-lock 1", write="ksf-lock 2", says="Use a newer ksf.",
    ),
    Mutation(
        "a line that is no line of a lock", LOCK, "damaged-lock", find="REL-1.6 since", write="REL-1.6 sinse", at="REL-1.6 sinse",
        says="this line of the lock is not understood",
    ),
    Mutation(
        "a recorded edition that was changed", "editions/0.1.0/framework/domains/relationships.yaml", "changed-edition",
        find="id: REL-1.6\n", write="id: REL-1.66\n", line=0, says="git checkout HEAD -- editions/0.1.0",
    ),
]  # fmt: skip
