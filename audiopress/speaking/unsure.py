"""What no rule understood: figures beside a sign that nobody said, signs and letters left over.

A figure is *understood* when a rule said it together with the signs beside it. So one looks twice:
at the text before the rules that take whatever is left (`find_unknown_figures`), since those say
"slash" and "five.two" of anything; and at what is said in the end (`find_strange_words`).
"""

from __future__ import annotations

import re

from audiopress.speaking.english.numbers.number_words import NUMBER_WORDS
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["find_strange_words", "find_unknown_figures", "find_unsaid_signs"]

_STRANGE = compile_late(r"[^\s\w.,;:!?¿¡'’‘\"“”„«»()\-–…/\[\]]|\d|_|µ")
"""Matches what ought to have become a word: a figure, or a sign that is no punctuation."""

_STRANGE_SIGN = compile_late(r"[^\s\w.,;:!?¿¡'’‘\"“”„«»()\-–…/\[\]、。，！？「」（）]|[_µ/]")
"""Matches the signs among them; those of Chinese and Japanese sentences are none."""

_STRANGE_SIGN_ALONE = compile_late(r"[^\s\w.,;:!?¿¡'’‘\"“”„«»()\-–…/\[\]、。，！？「」（）]")
"""Matches what is strange in a language that has no rules, whose figures the voice says."""

_OTHER_LETTERS = compile_late(r"[^\W\d_A-Za-zªº\u00c0-\u024f\u02b0-\u02ff\u1e00-\u1eff]")
"""Matches letters of other alphabets, which the voices of our languages do not know."""

_EDGES = "([{<\"'“”„‘’«»¿¡)]}>.,;:!?…–—-"
"""Marks of a sentence around a word, which are no part of it."""

_PLAIN_FIGURES = compile_late(
    r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:['’]?s)?(?:[-–—](?:[^\W_]|[-'’])+)?"
    r"|\.\d+|(?:[^\W_]|[-'’])+"
)
"""Matches a number, one in front of a word ("30-year"), and letters and figures together."""

_SAID_WORDS = any_of(
    *NUMBER_WORDS,
    "oh",
    "point",
    "percent",
    "pounds?",
    "dollars?",
    "euros?",
    "pence",
    "cents?",
    "degrees?",
    r"(?:kilo|milli|centi|micro)?(?:gram|meter|liter|watt)s?",
    "hours?",
    "minutes?",
    "seconds?",
    "feet",
    "inch(?:es)?",
    "miles?",
)
"""Matches a word that a rule has made of a figure or of its unit."""

_UNSAID = r"[/°º^_~\\µ£$€¥₹₩₽₦₺₴฿₪₱¢*§]"
"""Matches a sign that means something beside a number, and that is only named by its sign."""

_SAID_BETWEEN = compile_late(r"[()\[\]{}<>=+—“”\"]")
"""Matches signs that are said, or are a pause, wherever they stand between two things."""

_BESIDE_WORDS = compile_late(
    rf"\b{_SAID_WORDS}\b['’)]?\s?{_UNSAID}|{_UNSAID}\s?\b{_SAID_WORDS}\b"
    rf"|\b{_SAID_WORDS}[.:,](?=[^\W\d_])|(?<=[^\W\d_])[.:,]{_SAID_WORDS}\b"
)
"""Matches a number in words with such a sign beside it, or glued to a word by a mark."""

_MAY_BE_BESIDE = compile_late(rf"{_UNSAID}|[^\W\d_][.:,][^\W\d_]")
"""Matches the sign or the mark of that, without the number."""

_FIGURE_AND_SIGN = compile_late(r"\d[^\w\s]|[^\w\s]\d|\d_|_\d")
"""Matches a word in which a figure has a sign or a mark beside it."""

_JOINED = compile_late(r"[^\W_][.,:/][^\W_]")
"""Matches two words or figures with a mark between them and no space."""


def find_unknown_figures(written: str, text: str) -> tuple[str, ...]:
    """Return the words of ``written`` in which a figure stands beside a sign that no rule took.

    ``text`` is what the rules of English made of it, before those that take any figure. A word of
    which they took a part is listed as it was written, if that can be told.
    """
    found: dict[str, None] = {}
    for word in text.split():
        for part in _SAID_BETWEEN.split(word):
            bare = part.strip(_EDGES)
            if any(map(str.isnumeric, bare)) and not _PLAIN_FIGURES.fullmatch(bare):
                found[bare] = None
    # Most texts have no such sign at all, which is quick to see.
    beside = _BESIDE_WORDS.finditer(text) if _MAY_BE_BESIDE.search(text) else ()
    for match in beside:
        start = text.rfind(" ", 0, match.start()) + 1
        end = text.find(" ", match.end())
        found[text[start : end if end >= 0 else len(text)].strip(_EDGES)] = None
    if not found:
        return ()
    words = [word.strip(_EDGES) for word in written.split()]
    mixed = [word for word in words if _is_mixed(word)]
    pieces = (_find_written(piece, mixed) for piece in found)
    return tuple(dict.fromkeys(filter(None, pieces)))


def _is_mixed(word: str) -> bool:
    return bool(_FIGURE_AND_SIGN.search(word)) and not _PLAIN_FIGURES.fullmatch(word)


def _find_written(piece: str, mixed: list[str]) -> str:
    """Return the written word that has the figures or letters of ``piece`` in it, or the piece."""
    if piece in mixed:
        return piece
    parts = re.findall(r"\d+|[^\W\d_]{2,}", piece)
    return next((word for word in mixed if any(part in word for part in parts)), piece)


def find_unsaid_signs(written: str, said: str) -> tuple[str, ...]:
    """Return the words of ``written`` with a figure and a sign of which nothing was said.

    For languages whose rules cannot be looked at half way: a sign that stands in what is said as
    often as it was written was not understood.
    """
    found: dict[str, None] = {}
    for word in written.split():
        bare = word.strip(_EDGES)
        if not any(map(str.isnumeric, bare)):
            continue
        signs = set(_STRANGE_SIGN.findall(bare))
        if any(said.count(sign) >= written.count(sign) for sign in signs):
            found[bare] = None
    if any(map(str.isnumeric, written)):
        # A mark that the rules themselves have left between two words: "fünf.zwei".
        before = set(written.split())
        for word in said.split():
            if word not in before and _JOINED.search(word) and word.strip(_EDGES) not in written:
                found[word.strip(_EDGES)] = None
    return tuple(found)


def find_strange_words(said: str, *, latin: bool, figures: bool) -> tuple[str, ...]:
    """Return the words of ``said`` with signs, figures or letters that a voice does not know.

    ``latin``: letters of other alphabets are strange; ``figures``: figures are, since the rules of
    the language should have said them.
    """
    strange = _STRANGE if figures else _STRANGE_SIGN_ALONE
    words = said.split()
    found = dict.fromkeys(filter(strange.search, words))
    if latin:
        found |= dict.fromkeys(filter(_OTHER_LETTERS.search, words))
    # In the order of the text, whichever of the two patterns found them.
    return tuple(word for word in dict.fromkeys(words) if word in found)
