"""The examples of checks, rules and grounds are their tests: all go through all of cleaning."""

import importlib
import pkgutil

import pytest
from cleaning_examples import (
    article_of,
    example_of,
    judged_as,
    judged_without,
    needing,
    written,
)

from audiopress.model import Reading
from audiopress.reading import cleaning
from audiopress.reading.cleaning.cleaning_rule import BlockCheck, CleaningRule, KeepGround
from audiopress.reading.cleaning.kept_in_context import GROUNDS
from audiopress.reading.cleaning.pipeline import CHECKS, RULES, clean

WITH_EXAMPLES = [*CHECKS, *RULES, *GROUNDS]
NAMES = [one.name for one in WITH_EXAMPLES]
KINDS = ("left_out", "spoken")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("one", WITH_EXAMPLES, ids=NAMES)
def test_an_example_is_judged_as_it_says(one, kind):
    example = example_of(one, kind)
    assert judged_as(example) == written(example)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("one", WITH_EXAMPLES, ids=NAMES)
def test_cleaning_speaks_what_the_example_has_spoken(one, kind):
    example = example_of(one, kind)
    cleaned, left_out = clean(article_of(example), Reading())
    spoken = [(text, reason) for text, reason in written(example) if not reason]
    assert [block.text for block in cleaned.blocks[1:]] == [text for text, _ in spoken]
    assert {left.reason for left in left_out} == {reason for _, reason in written(example)} - {""}


@pytest.mark.parametrize("one", WITH_EXAMPLES, ids=NAMES)
def test_an_example_leaves_something_out_and_the_other_one_less(one):
    out = {kind: sum(not judged.is_spoken for judged in getattr(one, kind)) for kind in KINDS}
    assert out["left_out"] > 0
    assert out["spoken"] < len(one.spoken)


@pytest.mark.parametrize("one", WITH_EXAMPLES, ids=NAMES)
def test_it_is_needed_for_its_example(one):
    assert judged_without(one) != written(needing(one))


def test_names_are_names_of_one_thing():
    assert len(set(NAMES)) == len(NAMES)
    assert all(one.why.endswith((".", "?")) for one in WITH_EXAMPLES)


def test_all_that_is_written_is_registered_once():
    kinds = (BlockCheck, CleaningRule, KeepGround)
    packages = pkgutil.walk_packages(cleaning.__path__, f"{cleaning.__name__}.")
    rooms = [vars(importlib.import_module(package.name)) for package in packages]
    found = {id(one): one for room in rooms for one in room.values() if isinstance(one, kinds)}
    assert sorted(one.name for one in found.values()) == sorted(NAMES)


def test_rules_run_after_those_whose_judgement_they_take():
    names = [rule.name for rule in RULES]
    for at, rule in enumerate(RULES):
        missing = [name for name in rule.after if name not in names[:at]]
        assert missing == [], f"{rule.name} must run after them"
        assert all(rule.after.values()), f"{rule.name} does not say why"
