"""One mistake in the shipped framework, and the message that its author deserves."""

from collections.abc import Callable
from dataclasses import dataclass

FRAMEWORK = "framework/framework.yaml"
GLOSSARY = "framework/glossary.yaml"
RELATIONSHIPS = "framework/domains/relationships.yaml"
ASSESSMENT = "framework/domains/assessment.yaml"
FERGUSON = "seeds/research/ferguson-2017.yaml"

# In a replacement: the error belongs on this line.
HERE = "◀"


@dataclass(frozen=True)
class Mutation:
    name: str
    file: str
    rule: str

    # The first `find` after the first `after` becomes `write`; or `rewrite` changes all bytes.
    after: str = ""
    find: str = ""
    write: str = ""
    rewrite: Callable[[bytes], bytes] | None = None

    # The line of the error: the one with HERE in `write`, or the first with this text in the
    # changed file, or this number; without any of these, the first line of what was written.
    at: str | None = None
    line: int | None = None

    # What the message, the label or the help must say.
    says: str = ""

    # One mistake is one error, unless the table says otherwise.
    at_most: int = 1

    def apply(self, original: bytes) -> tuple[bytes, int]:
        """The changed file, and the line on which the error is expected."""
        if self.rewrite:
            changed = self.rewrite(original)
            assert changed != original, "the mutation changes nothing"
            return changed, self.line or line_of(self.at, changed.decode("utf-8"))
        text = original.decode("utf-8")
        context = text.find(self.after)
        start = text.find(self.find, context + len(self.after))
        assert context >= 0 and start >= 0, f"{self.file} has no longer what is to be changed"
        before, after = text[:start], text[start + len(self.find) :]
        changed = before + self.write.replace(HERE, "") + after
        if self.line is not None:
            return changed.encode(), self.line
        if self.at is not None:
            return changed.encode(), line_of(self.at, changed)
        lines_before_error = self.write.split(HERE)[0] if HERE in self.write else ""
        return changed.encode(), (before + lines_before_error).count("\n") + 1


def line_of(text: str | None, whole: str) -> int:
    assert text is not None and text in whole, f"there is no {text!r} in the changed file"
    return whole[: whole.index(text)].count("\n") + 1
