"""Whether two headlines are of one thing: the same words, or the same but for what is counted.

The next version of a story often counts anew ("The gala: 200 came"). Where a figure names which
one of a series is meant, another figure is another article, and nobody is asked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

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
    area type model mark mk category tier group formula psalm hymn sonnet district ward zone
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
    gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
    januari februari maart mei juni juli augustus oktober
    janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miércoles jueves viernes sábado domingo
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """
)
"""Words beside which a figure is a day or a year."""

_SMALL = any_word("of de del di do da d van")
"""Words that may stand between a day and its month: 3 de mayo."""

_BEHIND = any_word("am pm uhr h heures bus tram train line st street road avenue")
"""Words in small letters behind a figure that is a time, a line or a house."""

_ARTICLE = any_word("the at der die das den dem le la les el los las il lo gli het")
"""Words behind which a figure is a name or a time as often as not: the 39 steps, at 6."""

_AMOUNT_BEFORE = any_word(
    """
    to by over under above below about around nearly almost than least most past for from
    some only all another
    reaches reach hits hit tops passes exceeds totals
    auf um über unter fast bei von etwa rund à de plus près a más hasta casi
    """
)
"""Words behind which a figure says how many, also at the end of a headline."""

_TOTAL = any_word(
    """
    total toll sum crowd average fine record majority turnout loss losses profit profits cost costs
    price rise fall increase drop debt bill
    """
)
"""Words of which a figure behind "of" says how much: a class of 92 is a name."""

_UNIT = re.compile(r"\s?%|bn|mn|tn|kg", re.IGNORECASE)
"""Units of amounts: 100m is a race, 5G a net, the 90s are years."""

_NEAR = 40
"""Signs on each side of a figure that are looked at: three words as a rule."""

_WORDS_BEFORE = re.compile(r"(?:(?P<former>\w+)\W+)?(?P<word>\w+)(?P<gap>\W+)$")
"""The two words before a figure, and what stands between it and them."""

_WORDS_AFTER = re.compile(r"(?P<gap>\W*)(?P<word>[^\W\d_]+)(?:\W+(?P<next>[^\W\d_]+))?")
"""The two words behind a figure, as those before it."""

_YEAR = re.compile(r"(?:19|20)\d\d")
"""A figure that is a year as a rule: headlines write 2,000 where they count."""

_FIGURE = re.compile(
    r"(?<!\w)(?P<sign>[£$€#№§]?)(?P<figure>\d+(?:[.,:/\u2013-]\d+)*)"
    r"(?P<unit>\s?%|[a-z]{1,2}\b)?(?!\w)",
    re.IGNORECASE,
)
"""A figure with what is written to it: £2,300, 12 %, 3m, 21st, 2-1, 9:30, 03/04."""

_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d{1,2}|\d+")
"""A figure that is one number: not a score, a time or a date."""

_ORDINAL = re.compile(r"st|nd|rd|th|er|re|e|a|o", re.IGNORECASE)
"""What makes a figure the first, the second, the third."""


class _WordsBeside(NamedTuple):
    """The words beside a figure, and the marks between; nothing where there is none."""

    former: str = ""
    before: str = ""
    gap: str = ""
    mark: str = ""
    after: str = ""
    next: str = ""


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
    """Return letters and figures in one case, Latin ones without accents.

    In other scripts a mark makes another letter, or is a vowel.
    """
    kept: list[str] = []
    keeps = False
    for sign in unicodedata.normalize("NFKD", title.casefold()):
        if not unicodedata.category(sign).startswith("M"):
            keeps = sign.isalnum() and not unicodedata.name(sign, "").startswith("LATIN")
            if not sign.isalnum():
                continue
        elif not keeps:
            continue
        kept.append(sign)
    return "".join(kept)


def _blank(title: str) -> str:
    """Return a headline with one letter for each figure, so that its place counts too."""
    return _FIGURE.sub(" ¤x¤ ", title)


def _says_how_many(found: re.Match[str]) -> bool:
    """Whether a figure counts something, by what stands around it; in doubt it names one."""
    sign, unit = found["sign"], found["unit"] or ""
    if not _THOUSANDS.fullmatch(found["figure"]) or _ORDINAL.fullmatch(unit):
        return False
    beside = _look_beside(found)
    if sign in ("#", "№", "§") or any(_name_it(found, beside)):
        return False
    if sign or unit:
        return bool(sign or _UNIT.fullmatch(unit))
    return _is_counted(beside)


def _look_beside(found: re.Match[str]) -> _WordsBeside:
    before = _WORDS_BEFORE.search(found.string[max(0, found.start() - _NEAR) : found.start()])
    after = _WORDS_AFTER.match(found.string[found.end() : found.end() + _NEAR])
    return _WordsBeside(
        *((before["former"] or "", before["word"], before["gap"]) if before else ("", "", "")),
        *((after["gap"], after["word"], after["next"] or "") if after else ("", "", "")),
    )


def _name_it(found: re.Match[str], beside: _WordsBeside) -> Iterator[bool]:
    """Yield whether the words beside a figure make it a name, a day or a year."""
    plain = not found["unit"]
    yield bool(_YEAR.fullmatch(found["figure"]) and not found["sign"] and plain)
    close = not beside.gap.strip(" \t\xa0.:#-")
    yield close and (_is(_NUMBERED, beside.before) or _is(_MONTH, beside.before))
    month = beside.next if _is(_SMALL, beside.after) else beside.after
    yield plain and not beside.mark.strip(" \t\xa0.,") and _is(_MONTH, month)


def _is_counted(beside: _WordsBeside) -> bool:
    """Whether a bare figure says how many.

    A word in small letters follows it, and before it stands no name: that has a capital. At the
    end, or before a mark, it says which one ("Puzzle 134") unless a word says how many.
    """
    says = _is(_AMOUNT_BEFORE, beside.before)
    if _is("of", beside.before):
        says = _is(_TOTAL, beside.former)
        if not says:
            return False
    if not beside.after or beside.mark.strip():
        return says
    if not beside.after.islower() or _is(_BEHIND, beside.after):
        return False
    return says or _may_count(beside)


def _may_count(beside: _WordsBeside) -> bool:
    """Whether the word before a figure leaves it open that it counts what follows."""
    if not beside.before or beside.gap.strip(" \t\xa0-"):
        return True
    return beside.before.islower() and not _is(_ARTICLE, beside.before)


def _is(words: str, word: str) -> bool:
    return bool(re.fullmatch(words, word, re.IGNORECASE))
