"""What a block is like."""

import pytest

from audiopress.reading.cleaning.block_features import (
    asks_to_press,
    count_words,
    is_closed,
    is_sentence,
    make_comparable,
)
from audiopress.reading.cleaning.example_blocks import paragraph


def test_two_texts_that_say_the_same_are_comparable():
    assert make_comparable("“Oh, no!” he said") == make_comparable("Oh no he SAID.")
    assert make_comparable("Oh no") != make_comparable("Oh now")


@pytest.mark.parametrize(
    ("text", "words"), [("A rope", 2), ("rope", 1), ("日本の船は古い", 3), ("เรือ", 2)]
)
def test_words_are_counted_in_scripts_without_spaces_too(text, words):
    assert count_words(paragraph(text).block) == words


@pytest.mark.parametrize("text", ["He left.", "“He left.”", "Bring:", "Done (today).", "終わり。"])
def test_the_ends_of_sentences(text):
    assert is_closed(text)


@pytest.mark.parametrize("text", ["Read more", "Read more »", "The towers"])
def test_the_ends_of_labels(text):
    assert not is_closed(text)


def test_a_sentence_is_long_closed_and_no_link():
    text = "The ropes are laid by hand in the north."
    assert is_sentence(paragraph(text, links=0.4).block)
    assert not is_sentence(paragraph(text, links=0.5).block)
    assert not is_sentence(paragraph("The ropes are laid by hand.").block)
    assert not is_sentence(paragraph(text.rstrip(".")).block)


@pytest.mark.parametrize(
    ("text", "pressed"),
    [
        ("Buy it for $20", True),
        ("ropes.example", True),
        ("See all ropes", True),
        ("Northern Rope Works Model Nine", False),
    ],
)
def test_buttons_say_what_pressing_them_does(text, pressed):
    assert asks_to_press(text) is pressed
