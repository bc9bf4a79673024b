"""What stands of a doubt when it was asked how likely the words are that were to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from audiopress.checking.words.comparable import list_words
from audiopress.checking.words.differences import find_differences
from audiopress.checking.words.heard_paragraphs import compare_paragraphs
from audiopress.checking.words.recogniser import RATE
from audiopress.checking.words.second_hearing import hear_again, list_common_words, list_standing

if TYPE_CHECKING:
    from audiopress.checking.words.recogniser import Recogniser

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


def test_words_of_near_sounds_may_be_much_less_likely() -> None:
    assert list_left("The ferry to Bic left when the ice broke.", 6) == []
    assert list_left("The ferry to Bic left when the ice broke.", 9) == ["vik"]
    assert list_left("The ferry to Lund left when the ice broke.", 6) == ["vik"]


def test_a_word_nearly_like_it_is_misheard_where_nobody_can_ask() -> None:
    runs = find_differences(["tore", "open"], ["tour", "opened"])
    found = list_standing("It broke.", "It broke.", runs, lambda _: [-1.0] * 2, "en-US")
    assert list(found) == []
    runs = find_differences(["when", "ice"], ["in", "place"])
    assert list(list_standing("It broke.", "It broke.", runs, lambda _: [-1.0] * 2, "en"))


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


def look_at(said: str, heard: str) -> str:
    """Return the fault that is left where nobody can be asked again."""
    paragraph = {"spoken": said, "words": []}
    (look,) = compare_paragraphs([paragraph], ["here"], heard, "en-US")
    too_long = np.zeros(31 * RATE, np.float32)
    return hear_again(paragraph, look, lambda: too_long, cast("Recogniser", None), "en-US").fault


def test_a_word_that_the_text_has_twice_may_be_written_once() -> None:
    assert not look_at("They said that that Monday was lost.", "They said that Monday was lost.")
    assert look_at("They said that Monday was lost.", "They said Monday was lost.")
    assert look_at("He went down down under under.", "He went.")


def test_of_a_paragraph_that_is_too_long_to_ask_about_what_sounds_other_is_a_fault() -> None:
    assert not look_at("The sum of it was sailed.", "The some of it was sail.")
    assert "seven" in look_at("He had seven boats.", "He had eleven boats.")


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


def test_words_that_may_be_slurred_are_not_doubted_of_a_voice_that_is_not_heard_clearly() -> None:
    paragraph = {"spoken": SAID, "words": []}
    model = cast("Recogniser", None)  # it would be asked
    silence = np.zeros(RATE, np.float32)

    def look_again(heard: str, *, clear: bool) -> str:
        (look,) = compare_paragraphs([paragraph], ["here"], SAID.replace("when", heard), "en-US")
        first = look._replace(clear=clear)
        return hear_again(paragraph, first, lambda: silence, model, "en-US").fault

    assert not look_again("ran", clear=False)
    for heard, clear in (("ran", True), ("closed", False)):
        with pytest.raises(AttributeError):
            look_again(heard, clear=clear)
