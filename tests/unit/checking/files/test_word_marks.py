"""Words are marked over their whole paragraph, and at whole words of the text."""

from __future__ import annotations

from typing import Any

import pytest

from audiopress.checking.files.word_marks import find_mark_fault

TEXT = "Elm was cut in 1,300 places, and it was good."


def make_paragraph(**changed: Any) -> dict[str, Any]:
    spoken = TEXT.replace("1,300", "many")
    words, at = [], 0
    for number, word in enumerate(spoken.replace(",", "").replace(".", "").split()):
        at = spoken.index(word, at)
        place = TEXT.index("1,300" if word == "many" else word)
        end = place + (5 if word == "many" else len(word))
        times = {"start": 1 + number / 2, "end": 1.4 + number / 2}
        words.append({**times, "spoken": [at, at + len(word)], "source": [place, end]})
    whole = {"start": 1.0, "end": words[-1]["end"], "source": TEXT, "spoken": spoken}
    return {**whole, "words": words, **changed}


def test_a_right_paragraph_has_no_fault() -> None:
    assert find_mark_fault(make_paragraph()) == ""
    assert find_mark_fault(make_paragraph(words=[])) == ""


def test_a_letter_that_a_voice_gives_no_time_is_none() -> None:
    words = make_paragraph()["words"]
    assert find_mark_fault(make_paragraph(words=words[:3] + words[4:])) == ""


@pytest.mark.parametrize(
    ("cut", "told"),
    [(slice(0, 3), "last word ends"), (slice(3, None), "first word begins")],
)
def test_words_of_a_part_of_it_are_named(cut: slice, told: str) -> None:
    assert told in find_mark_fault(make_paragraph(words=make_paragraph()["words"][cut]))


def test_text_without_a_word_is_named() -> None:
    words = make_paragraph()["words"]
    assert "has no word for" in find_mark_fault(make_paragraph(words=words[:2] + words[-1:]))


def test_a_word_in_the_middle_of_another_is_named() -> None:
    words = make_paragraph()["words"]
    words[1]["source"] = [place + 1 for place in words[1]["source"]]
    assert "has a word at" in find_mark_fault(make_paragraph(words=words))
