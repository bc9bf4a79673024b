"""Tests of which words articles have, and of how they spell one that they lack."""

import unicodedata

import pytest

from audiopress.press.lexicons.lexicon_use import find_spelling, list_unused
from audiopress.speaking.lexicon_editing import add_word

LINES = (
    ("Ciarán met O’Neill, Jean-Luc and Łukasz at the McDonald quay; the quays were naïve.", "en"),
    ("Ciarán came late to the Ciarán Inn. Strasse, straße.", "en"),
)


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("Ciaran", "Ciarán"),
        ("ciarán", "Ciarán"),
        ("O'Neill", "O’Neill"),
        ("O Neill", "O’Neill"),
        ("ONeill", "O’Neill"),
        ("Jean Luc", "Jean-Luc"),
        ("Jean\u2011Luc", "Jean-Luc"),
        ("Macdonald", ""),
        ("mcdonald", "McDonald"),
        ("naive", "naïve"),
        ("Náïve", "naïve"),
        ("aran", ""),
        ("Jean", ""),
        ("...", ""),
    ],
)
def test_the_spelling_of_the_articles_is_named(word, spelling):
    assert find_spelling(word, LINES) == spelling


@pytest.mark.parametrize("word", ["Ciarán", unicodedata.normalize("NFD", "Ciarán"), "quay", "Inn"])
def test_of_a_word_that_is_there_nothing_is_said(word):
    assert find_spelling(word, LINES) == ""
    apart = [(unicodedata.normalize("NFD", line), tongue) for line, tongue in LINES]
    assert find_spelling(word, apart) == ""


def test_words_without_a_use_are_those_that_no_article_of_their_language_has():
    body = b""
    for word in ("Ciarán", "Ciaran", "quay", "Zebra"):
        body = add_word(body, word, "so", language="en", where="a.pls")
    german = add_word(b"", "Inn", "Inn", language="de", where="b.pls")
    lexicons = (("a.pls", body), ("b.pls", german), ("c.pls", b"<broken"))
    assert set(list_unused(lexicons, LINES)) == {"Ciaran", "Zebra", "Inn"}
    assert list_unused(lexicons, ()) == ()
