"""Whether two headlines are of one thing: the same words, or the same but for what is counted.

The next version of a story often counts anew ("The gala: 200 came"). Where a figure names which
one of a series is meant, another figure is another article, and nobody is asked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from audiopress.text.comparison import make_comparable
from audiopress.text.vocabulary import any_word

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["count_otherwise", "is_one_headline"]

_NUMBERED = any_word(
    """
    part chapter episode volume vol book act scene season series edition issue number no nr
    day week month year quarter q spring summer autumn fall winter
    round stage leg heat match game race lap test lesson session lecture unit class grade level
    module step question quiz puzzle crossword sudoku letter newsletter bulletin report update
    diary column blog instalment installment ep pt ch sec section page figure table item point
    article paragraph rule phase version release room gate platform channel route road highway
    motorway junction flight bus line
    teil kapitel folge band tag woche monat jahr runde etappe spieltag ausgabe heft kw
    partie chapitre tome jour semaine mois étape manche numéro numero
    parte capítulo capitulo episodio semana mes día dia jornada etapa capitolo puntata giorno
    settimana deel hoofdstuk aflevering week dag
    """
)
"""Words behind which a figure says which one, and not how many."""

_MONTH = any_word(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Words beside which a figure is a day or a year."""

_AMOUNT_BEFORE = any_word(
    """
    to at of by over under above below about around nearly almost than least most past for from
    reaches reach hits hit tops passes exceeds totals
    auf um über unter fast bei von etwa rund à de plus près a más hasta casi
    """
)
"""Words behind which a figure at the end of a headline says how many."""

_YEAR = re.compile(r"(?:19|20)\d\d")
"""A figure that is a year as a rule: headlines write 2,000 where they count."""

_FIGURE = re.compile(
    r"(?<!\w)(?P<sign>[£$€#№§]?)(?P<figure>\d+(?:[.,:/\u2013-]\d+)*)"
    r"(?P<unit>\s?%|[a-z]{1,2}\b)?",
    re.IGNORECASE,
)
"""A figure with what is written to it: £2,300, 12 %, 3m, 21st, 2-1, 9:30, 03/04."""

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d{1,2}|\d+")
"""A figure that is one number: not a score, a time or a date."""

_ORDINAL = re.compile(r"st|nd|rd|th|er|re|e|a|o", re.IGNORECASE)
"""What makes a figure the first, the second, the third."""


def is_one_headline(one: str, other: str) -> bool:
    """Whether two headlines have the same words; marks, capitals and accents aside."""
    words = _fold(one)
    return bool(words) and words == _fold(other)


def count_otherwise(one: str, other: str) -> bool:
    """Whether two headlines are the same but for figures, and each of those says how many."""
    mine, others = list(_FIGURE.finditer(one)), list(_FIGURE.finditer(other))
    if not mine or len(mine) != len(others) or not is_one_headline(*map(_blank, (one, other))):
        return False
    changed = [pair for pair in zip(mine, others, strict=True) if pair[0][0] != pair[1][0]]
    return bool(changed) and all(_says_how_many(each) for pair in changed for each in pair)


def _fold(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.casefold())
    return make_comparable("".join(sign for sign in plain if not unicodedata.combining(sign)))


def _blank(title: str) -> str:
    """Return a headline with one letter for each figure, so that its place counts too."""
    return _FIGURE.sub(" ¤x¤ ", title)


def _says_how_many(found: re.Match[str]) -> bool:
    """Whether a figure counts something, by what stands around it; in doubt it names one."""
    if not _THOUSANDS.fullmatch(found["figure"]) or _ORDINAL.fullmatch(found["unit"] or ""):
        return False
    if found["sign"] in ("#", "№", "§") or any(_name_it(found)):
        return False
    if found["sign"] or found["unit"]:
        return True
    # At the end, or before a mark, it says which one ("Puzzle 134") unless a word says how many.
    behind = re.match(r"\s+[^\W\d_]", found.string[found.end() :])
    before = re.search(r"(\w+)\W+$", found.string[: found.start()])
    return bool(behind or (before and re.fullmatch(_AMOUNT_BEFORE, before[1], re.IGNORECASE)))


def _name_it(found: re.Match[str]) -> Iterator[bool]:
    """Yield whether the words beside a figure make it a name, a day or a year."""
    before = re.search(r"([^\W\d_]+)[\s.:#-]*$", found.string[: found.start()])
    after = re.match(r"[\s.,]*([^\W\d_]+)", found.string[found.end() :])
    yield bool(_YEAR.fullmatch(found["figure"]) and not found["sign"] and not found["unit"])
    yield bool(before and re.fullmatch(f"{_NUMBERED}|{_MONTH}", before[1], re.IGNORECASE))
    yield bool(after and not found["unit"] and re.fullmatch(_MONTH, after[1], re.IGNORECASE))
