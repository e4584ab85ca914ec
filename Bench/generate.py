"""Makes frameworks of any size in ksf's language, the same bytes each time.

    python Bench/generate.py --statements 2000 --output project [--shape dense]

About a kilobyte of YAML a statement, with every key of the language somewhere. Each domain draws from a random source of
its own, so that what is said in a small framework is said in a larger one as well.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from domains import domain
from model import SHAPES, Model, Shape
from parts import crosswalk, framework, glossary, small_parts, source


def files(statements: int, shape: Shape) -> Iterator[tuple[str, str]]:
    """The path and the text of each file of a framework."""
    model = Model(statements, shape)
    yield "framework/framework.yaml", framework(model)
    yield from small_parts(model).items()
    yield "framework/glossary.yaml", glossary(model)
    yield "framework/crosswalk.yaml", crosswalk(model)
    for number in range(model.sources):
        yield f"seeds/source-{number:05}.yaml", source(number, model)
    for number in range(-(-statements // model.per_domain)):
        yield f"framework/domains/{number:05}.yaml", domain(number, model)


def write(folder: Path, statements: int, shape: str) -> int:
    """Writes a project and returns how many bytes it has."""
    size = 0
    for path, text in files(statements, SHAPES[shape]):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(text.encode())
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--shape", choices=SHAPES, default="usual")
    options = parser.parse_args()
    print(write(options.output, options.statements, options.shape), "bytes")


if __name__ == "__main__":
    main()
