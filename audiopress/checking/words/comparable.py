"""Texts as words that can be compared: a recogniser writes "8,000", an article says it in words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from audiopress.speaking.normalize import normalize_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["list_numerals", "list_readings", "list_words"]

_DOTTED: Final = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)")
"""The dots of "U.S.", which are written or not."""

_SAME_SOUND: Final = (
    (re.compile(r"\b(def|off|lic|pret)ence(s?)\b"), r"\1ense\2"),
    (re.compile(r"\b(\w{2,}[^aeiou])our(s?|ed|ing|able|ite)\b"), r"\1or\2"),
    (re.compile(r"\b(\w{3,})is(e[sd]?|ing|ation)\b"), r"\1iz\2"),
    (re.compile(r"\b(met|lit|cent|theat|fib|kilomet|millimet)re(s?)\b"), r"\1er\2"),
    (re.compile(r"\bprogramme(s?)\b"), r"program\1"),
    (re.compile(r"\btowards\b"), "toward"),
    (re.compile(r"\bmister\b"), "mr"),
    (re.compile(r"\bper cent\b"), "percent"),
)
"""British and American spellings that sound alike: put on both sides, so it does not matter what
else they catch."""

_LETTERS: Final = re.compile(r"[^\W_]+")
"""A word: letters and figures of whatever script."""

_FIGURES: Final = re.compile(r"\d+|\D+")
"""The parts of "q2hd": figures, and what is none."""

_SPAN: Final = re.compile(r"\b(\d\d)(\d\d)(\W{1,3}|\W\w{2,3}\W)\1(\d\d)\b")
"""Two years of one century with a short word or a dash between them: the second may have been said
without its century."""

_COUNTED: Final = (*range(101), 1000, 10**6, 10**9, 2 * 10**6, 2 * 10**9)
"""Numbers in whose names all words of numbers occur; languages that write them in one word have
more (``_LONG``)."""

_LONG: Final = range(101, 1000)
"""Numbers that German, Italian and Dutch write in one word."""

_ONE_WORD: Final = ("de", "it", "nl")
"""Languages that do so."""


def list_words(text: str, language: str) -> list[str]:
    """Return the words of ``text``, in ``language``, as they are compared.

    Both sides go through our spoken forms first; then letters are lowered, accents, apostrophes
    and the dots of "U.S." dropped, whatever else is no letter or digit parts words, and American
    spelling is put for British.
    """
    return _split(normalize_text(_DOTTED.sub("", text), language).text, language)


def list_readings(text: str, language: str) -> list[list[str]]:
    """Return the words of what a recogniser wrote, once for each way in which it may be read.

    It writes shorter than it hears, so "Q2 HD" and "630" have a meaning for spoken forms that they
    did not have where they were said: after `list_words` come those in which only figures are said
    in words, as numbers ("six hundred thirty"), by two ("six thirty"), and one by one, and where
    it wrote a span of years out ("1990 to 1991"), the one in which the second is short.
    """
    words = _split(_DOTTED.sub("", text), language)
    parts = [part for word in words for part in _FIGURES.findall(word)]
    plain = [
        [one for part in parts for one in _say_figures(part, cut, language)]
        for cut in (_keep_whole, _cut_pairs, list)
    ]
    short = _SPAN.sub(r"\1\2\3\4", text)
    spans = [list_words(short, language)] if short != text else []
    return [list_words(text, language), *plain, *spans]


def _say_figures(part: str, cut: Callable[[str], Iterable[str]], language: str) -> list[str]:
    if not part.isdecimal():
        return [part]
    return [one for number in cut(part) for one in _list_number(number, language)]


@cache
def _list_number(figures: str, language: str) -> tuple[str, ...]:
    return tuple(list_words(figures, language))


def _keep_whole(figures: str) -> Iterable[str]:
    return (figures,)


def _cut_pairs(figures: str) -> Iterable[str]:
    """Return the figures by two, from the end: "630" is "6" and "30"."""
    odd = len(figures) % 2
    return (figures[max(0, at) : at + 2] for at in range(-odd, len(figures), 2))


def _split(text: str, language: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.replace("\u0153", "oe").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'\u2019")
    plain = " ".join(_LETTERS.findall(plain))
    for pattern, spelling in _SAME_SOUND if language.startswith("en") else ():
        plain = pattern.sub(spelling, plain)
    return plain.split()


@cache
def list_numerals(language: str) -> frozenset[str]:
    """Return the words that numbers are said with in ``language``.

    Short ones that are not only numbers ("a", "and") are none.
    """
    counted = [*_COUNTED, *(_LONG if language[:2] in _ONE_WORD else ())]
    found = {word for number in counted for word in list_words(str(number), language)}
    return frozenset(word for word in found if len(word) > 2)  # noqa: PLR2004 - as said above
