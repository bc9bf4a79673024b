"""Tests of which words articles have, and of how they spell one that they lack."""

import unicodedata

import pytest

from audiopress.press.lexicons.folded_text import FoldedText
from audiopress.press.lexicons.lexicon_use import find_spelling, list_unused
from audiopress.speaking.lexicon_editing import add_word

LINES = (
    ("Ciarán met O’Neill, Jean-Luc and Łukasz at the McDonald quay; the quays were naïve.", "en"),
    ("Ciarán came late to the Ciarán Inn. Strasse, straße.", "en"),
)


def fold(*lines):
    return [FoldedText.fold(line, tongue) for line, tongue in lines]


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
        ("náïve", "naïve"),
        ("aran", ""),
        ("Jean", ""),
        ("...", ""),
    ],
)
def test_the_spelling_of_the_articles_is_named(word, spelling):
    assert find_spelling(word, fold(*LINES)) == spelling


@pytest.mark.parametrize("word", ["Ciarán", unicodedata.normalize("NFD", "Ciarán"), "quay", "Inn"])
def test_of_a_word_that_is_there_nothing_is_said(word):
    assert find_spelling(word, fold(*LINES)) == ""
    apart = [(unicodedata.normalize("NFD", line), tongue) for line, tongue in LINES]
    assert find_spelling(word, fold(*apart)) == ""


def test_words_without_a_use_are_those_that_no_article_of_their_language_has():
    body = b""
    for word in ("Ciarán", "Ciaran", "quay", "Zebra"):
        body = add_word(body, word, "so", language="en", where="a.pls")
    german = add_word(b"", "Inn", "Inn", language="de", where="b.pls")
    lexicons = (("a.pls", body), ("b.pls", german), ("c.pls", b"<broken"))
    assert set(list_unused(lexicons, fold(*LINES))) == {"Ciaran", "Zebra", "Inn"}
    assert list_unused(lexicons, ()) == ()


@pytest.mark.parametrize(
    ("word", "text", "spelling"),
    [
        ("US", "Come with us on Friday.", ""),
        ("US", "Come with us, and us, to the U.S. now.", "U.S"),
        ("Polish", "We polish the lamp.", ""),
        ("IT", "It was late when it came.", "It"),
        ("Who", "They asked who it was.", ""),
        ("Résumé", "They resume the talks.", ""),
        ("shell", "She said she'll come.", ""),
        ("Together", "It was hard to get her home.", ""),
        ("nowhere", "It is now here.", ""),
        ("Isle-of-Bute", "The Isle\nof Bute is near.", "Isle of Bute"),
        ("email", "Send an e-mail.", "e-mail"),
        ("Oneill", "Then O’Neill came.", "O’Neill"),
    ],
)
def test_what_is_rather_another_word_is_not_proposed(word, text, spelling):
    assert find_spelling(word, fold((text, "en"))) == spelling


def test_a_line_break_is_a_blank_and_a_paragraph_is_none():
    body = add_word(b"", "New York", "so", language="en", where="a.pls")
    for text, unused in (("to New\nYork today", ()), ("It is new: New\n\nYork", ("New York",))):
        texts = fold((text, "en"))
        assert list_unused((("a.pls", body),), texts) == unused
        assert find_spelling("New York", texts) == ""
        assert find_spelling("New\tYork", texts) == ""


def test_words_with_signs_plurals_and_accents_apart_are_found():
    body = b""
    words = ("C++", "Kelly", "R&D", "3M", unicodedata.normalize("NFD", "Ciarán"), "St Ives")
    for word in words:
        body = add_word(body, word, "so", language="en", where="a.pls")
    text = "The Kellys of 3M wrote C++ in R&D with Ciarán at St Ives. It cost £3M."
    assert list_unused((("a.pls", body),), fold((text, "en"))) == ()
    assert set(list_unused((("a.pls", body),), fold(("D at Ives, R C £3M", "en")))) >= {
        *words[:4],
        "St Ives",
    }


def test_a_text_is_folded_once_for_all_words(monkeypatch):
    asked = []
    normalize = unicodedata.normalize
    monkeypatch.setattr(
        unicodedata, "normalize", lambda form, text: asked.append(text) or normalize(form, text)
    )
    texts = fold(("The ferry was late again.", "en"))
    asked.clear()
    for number in range(20):
        assert find_spelling(f"Zebra{number}", texts) == ""
    assert sum(map(len, asked)) < 20 * len("Zebra00") * 4
