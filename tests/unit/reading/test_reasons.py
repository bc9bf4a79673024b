"""The table of reasons: every reason that is given is in it, and it has none that nobody gives."""

import ast
from pathlib import Path
from typing import get_args

import pytest

import audiopress
from audiopress.reading.reasons import REASONS, Reason, explain_reason
from audiopress.reading.wording import boilerplate

READING = Path(audiopress.__file__).parent / "reading"


def strings(folder: Path) -> set[str]:
    """Every string that stands in the code of a folder, docstrings of modules and all."""
    return {
        node.value
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_type_and_the_table_name_the_same_reasons():
    assert sorted(get_args(Reason)) == list(get_args(Reason))
    assert list(REASONS) == list(get_args(Reason))


def test_no_reason_is_in_the_table_that_nobody_gives():
    given = strings(READING / "cleaning") | strings(READING / "wording")
    assert set(REASONS) - given == set()


def test_every_wording_has_a_reason_of_the_table():
    assert {rule.reason for rule in boilerplate.RULES} - set(REASONS) == set()


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_explained_in_a_sentence(reason):
    sentence = REASONS[reason]
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) <= 90
    assert explain_reason(reason) == sentence


def test_a_word_that_is_no_reason_has_no_sentence():
    assert explain_reason("weather") == ""
