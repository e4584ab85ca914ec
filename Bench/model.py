"""How large a framework is and of what shape, and the words that its texts are made of."""

import random
from dataclasses import dataclass

OUTCOMES = 5
STATEMENTS = 8

VERBS = (
    "plan record compare explain measure sort repair test draw count choose arrange describe design check build adjust "
    "trace label store clean combine balance order mark list weigh gather present review"
).split()
LINKS = "with for after before near from between without beside under".split()
SYLLABLES = "ba co du fe gi ho ka le mi no pa que ri so tu va wen xo yar zel bron cal dim fal gor".split()


@dataclass(frozen=True)
class Shape:
    """What one kind of framework has more of than others."""

    text_factor: int = 1
    relations: int = 2
    outcomes_per_domain: int = OUTCOMES
    statements_per_outcome: int = STATEMENTS


SHAPES = {
    "usual": Shape(),
    "long": Shape(text_factor=12),
    "small-files": Shape(outcomes_per_domain=1, statements_per_outcome=2),
    "one-file": Shape(outcomes_per_domain=1_000_000),
    "dense": Shape(relations=12),
}


@dataclass(frozen=True)
class Model:
    """How many there are of what statements refer to."""

    statements: int
    shape: Shape

    @property
    def per_domain(self) -> int:
        return self.shape.outcomes_per_domain * self.shape.statements_per_outcome

    @property
    def sources(self) -> int:
        return max(7, self.statements // 100)

    @property
    def items(self) -> int:
        return max(8, self.statements // 20)

    def name(self, place: int) -> str:
        """The id of the statement at a place, counted through all domains."""
        domain, number = divmod(place, self.per_domain)
        return f"D{domain}-{number // self.shape.statements_per_outcome + 1}.{number}"


def vocabulary() -> list[str]:
    """Words of two or three syllables, the frequent ones first."""
    source = random.Random("words")
    words: list[str] = []
    while len(words) < 4000:
        word = "".join(source.choice(SYLLABLES) for _ in range(source.choice([2, 2, 3])))
        if word not in words[-50:]:
            words.append(word)
    return sorted(set(words), key=lambda word: (len(word), word))


WORDS = vocabulary()


class Author:
    """Writes texts out of a random source of its own."""

    def __init__(self, name: str, shape: Shape) -> None:
        self.source = random.Random(name)
        self.shape = shape

    def word(self) -> str:
        return WORDS[int(len(WORDS) * self.source.random() ** 2)]

    def words(self, count: int) -> str:
        made = [self.word() for _ in range(count)]
        for place in range(3, count - 1, 4):
            made[place] = self.source.choice(LINKS)
        return " ".join(made)

    def action(self) -> str:
        """What a statement says after its stem."""
        text = f"{self.source.choice(VERBS)} the {self.words(10)}"
        marked = self.source.random()
        return text.replace("the ", "the **", 1) + "**" if marked < 0.1 else text

    def sentence(self, count: int = 12) -> str:
        return self.words(count).capitalize() + "."

    def text(self, count: int = 12) -> str:
        """One sentence, or many where texts are long."""
        return " ".join(self.sentence(count) for _ in range(self.shape.text_factor))

    def some(self, things: list[str], most: int) -> list[str]:
        return self.source.sample(things, min(len(things), self.source.randint(1, most)))


def folded(text: str, indent: int) -> str:
    """A text as YAML's folded style, in lines of about 100 columns."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > 100:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return ">-\n" + "\n".join(" " * indent + one for one in [*lines, line])
