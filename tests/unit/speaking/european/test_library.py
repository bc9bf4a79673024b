"""The library of numbers: what it is asked for, and that no text keeps it for long."""

from __future__ import annotations

import random

import pytest

from audiopress.speaking.european import library
from audiopress.speaking.european.library import ask_library
from audiopress.speaking.european.normalize import LANGUAGES, normalize_european
from audiopress.speaking.normalize import normalize_text

FIGURES = "".join(random.Random(1).choices("0123456789  .,€%", k=20_000))  # noqa: S311 - no secret
PIECES = ("1 ", "1 1 1", "1,1,1,", "1.1.1.", "1/1/", "1½", "€1 ", "~1 ", "St. ", "§ 1 ", "% ")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the library was handed, which says nothing but the text itself."""
    pieces: list[str] = []

    def ask(piece: str, _language: str) -> str:
        pieces.append(piece)
        return piece

    monkeypatch.setattr(library, "_ask", ask)
    return pieces


@pytest.mark.parametrize("kind", [*PIECES, FIGURES])
def test_the_library_gets_little_of_what_no_person_wrote(kind: str, asked: list[str]) -> None:
    """Its time grows with the square of a text, half a millisecond a figure: 20 kB took 33 s."""
    text = (kind * 20_000)[:20_000]
    normalize_text(text, "de")
    assert max(map(len, asked)) <= 400
    assert sum(sum(map(str.isdigit, piece)) for piece in asked) <= 1000


def test_a_paragraph_is_handed_over_whole(asked: list[str]) -> None:
    text = "Am 3. Mai kamen 12 Schiffe. Dr. Weber sah 5 davon, und die 2. Fähre auch."
    assert ask_library(text, "de") == text
    assert asked == [text]


def test_a_long_text_is_cut_between_sentences_and_loses_nothing(asked: list[str]) -> None:
    text = "Am 3. Mai kamen 12 Schiffe. Dr. Weber sah 5 Dampfer. Ohne Zahl war es geschrieben. " * 9
    assert ask_library(text.strip(), "de") == text.strip()
    assert asked == ["Am 3. Mai kamen 12 Schiffe.", "Dr. Weber sah 5 Dampfer."]


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "und dann kamen 12 weitere Schiffe mit 300 Leuten an Bord, " * 40
    said = ask_library(text, "de")
    assert said.count("dreihundert Leuten an Bord") == 40
    assert said.count("zwölf weitere") == 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_does_not_depend_on_what_was_said_before(language: str) -> None:
    first = normalize_european(FIGURES[:4000], language)
    normalize_european(FIGURES, language)
    assert normalize_european(FIGURES[:4000], language) == first
