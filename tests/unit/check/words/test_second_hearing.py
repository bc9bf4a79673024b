"""What stands of a doubt when it was asked how likely the words are that were to be said."""

from __future__ import annotations

import pytest

from audiopress.check.words.comparable import list_words
from audiopress.check.words.differences import find_differences
from audiopress.check.words.second_hearing import list_common_words, list_standing

SAID = "The ferry to Vik left when the ice broke."


def list_left(heard: str, less_likely: float) -> list[str]:
    """Return the words that were to be said of the runs that stand.

    The text with them is ``less_likely`` than the one that was ``heard``.
    """
    runs = find_differences(list_words(SAID, "en-US"), list_words(heard, "en-US"))
    found = list_standing(
        SAID, heard, runs,
        lambda texts: [-30 - less_likely * (text != heard) for text in texts], "en-US",
    )  # fmt: skip
    return [" ".join(run.said) for run in found]


def test_words_that_are_nearly_as_likely_were_said() -> None:
    assert list_left("The ferry to Vik left in the ice broke.", 2) == []


def test_words_that_are_far_less_likely_were_not_said() -> None:
    assert list_left("The ferry to Vik left in the ice broke.", 5) == ["when"]


def test_a_long_run_is_not_misheard_however_likely_its_words_are() -> None:
    assert list_left("The ferry broke.", 0) == ["to vik left when the ice"]


def test_words_that_are_written_small_are_no_names() -> None:
    assert list_common_words(SAID, "en-US") == {
        "ferry",
        "to",
        "left",
        "when",
        "the",
        "ice",
        "broke",
    }


@pytest.mark.parametrize(
    ("said", "heard", "doubtful"),
    [("times", "to", True), ("until it", "let", True), ("wring", "ring", False),
     ("vik", "week", False), ("vik until", "weekend", False)],
)  # fmt: skip
def test_words_of_the_language_are_doubtful_where_others_are_heard(
    said: str, heard: str, doubtful: bool
) -> None:
    (run,) = find_differences(said.split(), heard.split())
    assert run.is_doubtful(frozenset({"times", "until", "it", "wring"})) is doubtful
