"""Small mistakes in the shipped framework: each gets one message, at the right line."""

from pathlib import Path

import pytest
from running import copy_shipped_project, ksf

from mutations import damage, foreign, indentation, keys, published, references, settings, texts, values, yaml_syntax
from mutations.mutation import Mutation

TOPICS = [damage, foreign, indentation, keys, references, settings, texts, values, yaml_syntax]
MUTATIONS = [mutation for topic in TOPICS for mutation in topic.MUTATIONS]


def test_there_are_enough_mutations_and_no_two_have_one_name() -> None:
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS) >= 50


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_mistake(mutation: Mutation, tmp_path: Path) -> None:
    judge(mutation, copy_shipped_project(tmp_path))


@pytest.mark.parametrize("mutation", published.MUTATIONS, ids=lambda mutation: mutation.name)
def test_mistake_in_what_is_published(mutation: Mutation, tmp_path: Path) -> None:
    judge(mutation, copy_shipped_project(tmp_path, with_history=True))


def judge(mutation: Mutation, project: Path) -> None:
    file = project / mutation.file
    changed, line = mutation.apply(file.read_bytes())
    file.write_bytes(changed)

    run = ksf("check", "--project", project)

    said = run.errors[:1500]
    assert not run.has_crashed, said
    assert run.status == 1, said
    assert run.problems, said
    first = run.problems[0]
    # What is wrong with what was published stands in the lock, which another mutation need not have touched.
    place = f"{mutation.file}:{line}" if line else first.place
    assert (first.rule, first.place) == (mutation.rule, place), said
    if not line:
        assert first.file == published.LOCK, said
    assert mutation.says in run.errors, f"does not say {mutation.says!r}: {said}"
    assert run.counted_errors == len(run.problems), said
    assert len(run.problems) <= mutation.at_most, said
