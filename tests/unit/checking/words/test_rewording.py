"""What was heard, with the words that were to be said in the place of those that differ."""

from __future__ import annotations

import pytest

from audiopress.checking.words.comparable import list_words
from audiopress.checking.words.differences import find_differences
from audiopress.checking.words.rewording import reword


@pytest.mark.parametrize(
    ("said", "heard", "new"),
    [
        ("The ferry, they say, was late.", "The ferry was late.", "The ferry they say, was late."),
        ("A man made sure of it.", "A man made after sure of it!", "A man made sure of it!"),
        ("It cost twenty five dollars, he says.", "It cost 35 dollars he says",
         "It cost twenty five dollars he says"),
        ("Vik is far.", "Week is far.", "Vik is far."),
        ("It is far to Vik.", "It is far to.", "It is far to. Vik."),
        ("The U.S. and UK CD firm, a friend says, is late.",
         "The US and UK CD firm of France is late.",
         "The US and UK CD firm a friend says, is late."),
    ],
)  # fmt: skip
def test_only_the_words_that_differ_are_put_in(said: str, heard: str, new: str) -> None:
    (run,) = find_differences(list_words(said, "en-US"), list_words(heard, "en-US"))
    assert reword(said, heard, run, "en-US") == new
