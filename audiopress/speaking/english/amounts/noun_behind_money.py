"""Whether a noun follows an amount of money, with no article before: "£12.3m pier repair".

Headlines leave articles out, and a sentence puts words between ("the harbour's stalled £2m crane"),
so what is behind tells: a run of words that ends with a noun. What ends with money itself ("£5m
tax") or is no noun at all ("£5m went", "£5m of it") is an amount. No form stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.words_beside_amounts import NO_NOUNS, PARTICIPLES
from audiopress.speaking.english.amounts.words_beside_money import (
    BUILT,
    NO_HEADS,
    NO_MODIFIERS,
    SPLIT_PLURALS,
)
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from re import Match

__all__ = ["has_noun_behind"]

_AFTER = 90
"""Characters behind an amount that are looked at: a name and a noun."""

_IN_BRACKETS = r"\s\((?:[A-Z]{0,3}[£$€¥]|about\s)[^()]{1,30}\)"
"""Matches the same amount in other money: "a £5m ($6m) deal"."""

_COUNTED = r"\s['‘“\"]?\d[\d,.]*(?:-[a-z]+(?:-[a-z]+)*|(?:st|nd|rd|th)(?:-[a-z]+)*)"
"""Matches what says how long or large the noun is: "a £5m 10-year deal"."""

_SECOND = r",(?=\s(?:\w+-)+(?:year|month|week|day|stor(?:e?y)|seat|bed(?:room)?|mile|acre|part)\b)"
"""Matches the comma between two such sizes: "a £5m, three-year deal"."""

_NO_NAMES = any_of(
    *("[MTWFS][a-z]+day", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December", "I"),
)
"""Matches a word with a capital that tells when: "sold for $5m Tuesday night"."""

_NAME = rf"(?:\s['‘“\"]?(?!{_NO_NAMES}\b)[A-Z][\w'’.&-]*)"
"""Matches a word of a name."""

_START = compile_late(
    rf"(?:{_IN_BRACKETS})?(?:{_SECOND})?(?:{_COUNTED})?(?P<names>{_NAME}{{1,4}})?"
)
"""Matches what may stand between an amount and the words of its noun."""

_WORD = compile_late(
    rf"\s['‘“\"]?(?!(?:{any_of(NO_NOUNS)}|{any_of(NO_MODIFIERS)}|{any_of(PARTICIPLES)})(?![\w-]))"
    r"(?P<word>[a-z]+(?:-[a-z]+)*(?:['’]s\b|(?<=s)['’](?=\s))?)(?![\w-])['’”\"]?"
)
"""Matches one word that may be part of a noun."""

_VERB = compile_late(rf"(?:(?!{any_of(BUILT)}\Z).*ing|(?!{any_of(SPLIT_PLURALS)}\Z).*[^siu'’]s)\Z")
"""Matches a word that may be a verb: "£5m helping", "£5m goes"."""

_HEAD = compile_late(rf"(?!(?:{any_of(NO_HEADS)})\Z)[a-z][a-z-]+")
"""Matches the last word of a noun."""

_SPENT = compile_late(r"\b(?:spen(?:d|ds|t|ding)|costs?|invest\w*|sav(?:e|es|ed|ing))\b[^.;]*\Z")
"""Matches in front of an amount what makes a word with -ing a verb: "spent £5m building it"."""

_BEFORE = 40
"""Characters in front of an amount in which that is looked for."""

_SMALL = compile_late(r"(?<![\w'’])[a-z]{4}")
"""Matches a word in small letters that a headline in capitals writes with one."""

_NO_LETTER = compile_late(r"(?<=[a-z])[&\d]+(?=[a-z]|\b)")
"""Matches within a name what is no letter: "R&D" and "M25" are words of a headline as others are.

A lexicon shows them as words of letters, and what it says of a word changes no amount beside it.
"""

_FEWEST, _LONGEST = 3, 200
"""Words and characters of a text that may be a headline."""


def has_noun_behind(match: Match[str]) -> bool:
    """Whether an amount of money stands before a noun, as what is behind it tells."""
    text = match.string
    rest = text[match.end() : match.end() + _AFTER]
    if len(rest) == _AFTER:  # the last word may be cut
        rest = rest.rpartition(" ")[0]
    start = _START.match(rest)
    at = start.end() if start else 0
    if start and start["names"] and _is_title(text):
        rest, at = _NO_LETTER.sub("x", rest.lower()), start.start("names")
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    words = _read_words(rest, at, spent=bool(_SPENT.search(before)))
    return bool(words) and bool(_HEAD.fullmatch(words[-1]))


def _read_words(rest: str, at: int, *, spent: bool) -> list[str]:
    """Return the words behind an amount up to the first that is no part of a noun."""
    words: list[str] = []
    while found := _WORD.match(rest, at):
        word = found["word"]
        if _VERB.match(word) or (spent and not words and word.endswith("ing")):
            break
        words.append(word)
        at = found.end()
    return words


def _is_title(text: str) -> bool:
    """Whether a text is a headline that writes its words with capitals."""
    few = len(text) > _LONGEST or len(text.split()) < _FEWEST
    return not few and not _SMALL.search(text)
