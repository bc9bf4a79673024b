"""The table of reasons: every reason that is given is in it, and it has none that nobody gives."""

from pathlib import Path
from typing import get_args

import pytest

from audiopress.reading import reasons
from audiopress.reading.cleaning.kept_in_context import GROUNDS
from audiopress.reading.cleaning.pipeline import CHECKS, RULES
from audiopress.reading.reasons import REASONS, Reason, explain_reason
from audiopress.reading.wording import boilerplate

TABLE = Path(reasons.__file__)
READING = TABLE.parent

PIECES = (*CHECKS, *RULES, *GROUNDS)
"""All of cleaning: each has examples, in which a block stands with its reason."""


def test_the_type_and_the_table_name_the_same_reasons():
    assert sorted(get_args(Reason)) == list(get_args(Reason))
    assert list(REASONS) == list(get_args(Reason))


def test_the_table_has_the_reasons_that_are_given_and_no_other():
    examples = (example for one in PIECES for example in (one.left_out, one.spoken))
    given = {judged.reason for example in examples for judged in example} - {""}
    given |= {rule.reason for rule in boilerplate.RULES}
    assert given <= set(REASONS)
    # readers of pages and files leave out by the markup, and cleaning has no example of it
    source = "".join(path.read_text("utf-8") for path in READING.rglob("*.py") if path != TABLE)
    assert [word for word in REASONS if word not in given and f'"{word}"' not in source] == []


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_explained_in_a_sentence(reason):
    sentence = REASONS[reason]
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) <= 90
    assert explain_reason(reason) == sentence


def test_a_word_that_is_no_reason_has_no_sentence():
    assert explain_reason("weather") == ""
