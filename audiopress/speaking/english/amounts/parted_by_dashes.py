"""Two amounts that a dash parts: "cost £14.6m – £2.1m more than planned –" is no range.

A dash with blanks on both sides, or a long one, is a range's only where nothing speaks against it.
Here the others become commas, before any form reads two amounts as one range. A dash without
blanks ("£5–£10") is never looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.currencies import SIGNS
from audiopress.speaking.english.amounts.scales import SCALE, find_scale
from audiopress.speaking.english.amounts.unit_table import UNITS
from audiopress.speaking.english.numbers.number_words import NUMBER
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_TIMES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9}
"""What a scale multiplies by; others are "trillion"."""

_HUNDRED = 100
"""Two shares that make it together are two sides of one vote: "52% – 48%" is said "to"."""

_LONG_UNITS = (
    "miles",
    "metres",
    "meters",
    "kilometres",
    "kilometers",
    "feet",
    "degrees",
    "points",
    "pts",
    "tonnes",
    "tons",
)
"""Units in full that forms of ranges know."""

_UNIT = any_of(
    r"\s?%",
    r"\s(?:percent|per cent)\b",
    r"\s?°\s?[CF]?",
    r"[CF]\b",
    rf"\s?{any_of(map(re.escape, sorted(UNITS, key=lambda unit: (-len(unit), unit))))}(?![\w/²³])",
    rf"\s{any_of(_LONG_UNITS)}\b",
)
"""Matches what stands behind a number and is no scale."""

_YEAR = re.compile(r"1[1-9]\d\d|20\d\d")
"""Matches a number that is a year where nothing stands beside it."""

_LESS = any_of(
    "less",
    "fewer",
    "lower",
    "below",
    "down",
    "short",
    r"under\s(?:the\s)?(?:budget|estimates?|forecasts?|target)",
    "cheaper",
    "worse",
)
"""Words that tell of an amount that may be larger than the one before the dash."""

_BESIDE = any_of("with", "including", "counting", "once", "if", "compared", "against", "versus")
"""Words that begin what is said of the second amount alone."""

_THAN = re.compile(
    r"\A\s(?:more|less|fewer|higher|lower|better|worse|up|down)\s"
    r"(?:than\s(?!once|twice|an?\s|half|\d)|on\s(?:19|20)\d\d)"
)
"""Matches what makes two bare numbers no score: "12 – 3 more than in May", "up on 2019"."""

_CLOSES = r"\b[^.;!?\n–—]{0,120}?(?:\s[-–]\s|\s?—\s?)"
"""Matches on to the dash that closes what a first one has opened."""

_CLOSED = re.compile(rf"\A\s{_LESS}{_CLOSES}")
"""Matches behind the second amount where another dash closes what the first has opened."""

_GOES_ON = re.compile(
    rf"\A\s{_BESIDE}{_CLOSES}(?:and|but|is|are|was|were|has|have|had|will|would|can|could|may"
    r"|might|comes?|came|goes|went|makes?|made|means?|meant|proved|took|takes?)\b"
)
"""Matches the same with what may be said of a range too, where the sentence goes on behind it."""

_COSTS = re.compile(
    r"\b(?:is|are|was|were|be|been|costs?|costing|came|comes|paid|pays?|spent|spends?|rose|fell"
    r"|reached|totall?ed|worth|stood|raised|earned|made)(?:\s[\w'’-]+){0,2}\s\Z"
)
"""Matches in front of the first amount what makes a sentence of it: "the work cost about"."""

_LOOKS_BACK = 50
"""Characters in front in which that is looked for."""

_OTHER = re.compile(r"\A\s?(?:=|B\.?C)")
"""Matches a sum that is worked out, and years before Christ, which fall."""


def _part(match: re.Match[str], _variety: Variety) -> str | None:
    """Return both amounts with a comma between, or ``None`` where they may be a range."""
    return f"{match['before']}, " if _are_apart(match) else None


def _are_apart(match: re.Match[str]) -> bool:
    after = match.string[match.end("second") :]
    if _OTHER.match(after):
        return False
    kinds = _find_kind(match, "first"), _find_kind(match, "second")
    first, second = _count(match, "first"), _count(match, "second")
    if kinds == ("", ""):
        return second < first and bool(_THAN.match(after))
    if not kinds[0]:  # "10 – 15%" is one of both; a sign stands at both ends or at the first
        return kinds[1] == "money" or (second < first and bool(_YEAR.fullmatch(match["n1"])))
    if kinds[1] and kinds[0] != kinds[1]:
        return "scale" not in kinds or second < first
    if kinds[0] == "%" and round(first + second, 1) == _HUNDRED:
        return False
    return second <= first or (kinds[0][0] not in "%°CF" and _is_aside(match, after))


def _is_aside(match: re.Match[str], after: str) -> bool:
    """Whether the second amount and what follows stand between two dashes, as an aside."""
    if _CLOSED.match(after):
        return True
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    return bool(_GOES_ON.match(after) and _COSTS.search(before))


def _find_kind(match: re.Match[str], which: str) -> str:
    """Return what an amount is counted in: "money", "year", "scale", "km"; nothing of a number."""
    end = which[0]
    if match[f"sign_{end}"]:
        return "money"
    if match[f"scale_{end}"]:
        return "scale"
    unit = (match[f"unit_{end}"] or "").strip()
    unit = "%" if unit.startswith("per") else unit
    both = _YEAR.fullmatch(match["n1"]) and _YEAR.fullmatch(match["n2"])
    return unit or ("year" if both and not match["sign_f"] else "")


def _count(match: re.Match[str], which: str) -> float:
    number = float(match["n1" if which == "first" else "n2"].replace(",", ""))
    scale = find_scale(match[f"scale_{which[0]}"])
    return number * (_TIMES.get(scale, 1e12) if scale else 1)


def _amount(end: str, number: str) -> str:
    return (
        rf"(?P<sign_{end}>(?:[A-Z]{{0,3}}{SIGNS}|R(?=\d))\s?)?(?P<{number}>{NUMBER})(?![\d:/])"
        rf"(?:(?P<unit_{end}>{_UNIT})|(?P<scale_{end}>{SCALE}))?"
    )


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "amounts parted by a dash",
        rf"(?<![\w.,:/−-])(?<![Bb]etween )(?<!\b[Ff]rom )(?P<before>{_amount('f', 'n1')})"
        rf"(?:\s+[-–]\s+|\s*—\s*)(?=(?P<second>{_amount('s', 'n2')})(?![\w%-]|[.,:/]\d))",
        _part,
        (
            "was £14.6m – £2.1m more – and",
            "was fourteen point six million pounds, two point one million pounds more, and",
        ),
        (
            "to $3bn - $400m below",
            "to three billion dollars, four hundred million dollars below",
        ),
        ("at 62% – 4% up on May", "at sixty two percent, four percent up on May"),
        ("In 2019 – 5% more", "In twenty nineteen, five percent more"),
        ("in 2019 – 2015 was worse", "in twenty nineteen, twenty fifteen was worse"),
        ("ran 10km — 2km more", "ran ten kilometers, two kilometers more"),
        (
            "was £5m – £7m with tax – and",
            "was five million pounds, seven million pounds with tax, and",
        ),
        # ranges
        ("£10m - £15m a year", "ten to fifteen million pounds a year"),
        (
            "£10 – £15 including fees — on sale",
            "ten pounds to fifteen pounds including fees, on sale",
        ),
        (
            "cost £9 – £12 with tea – book early",
            "cost nine pounds to twelve pounds with tea, book early",
        ),
        ("£50 – £80 if late – no more", "fifty pounds to eighty pounds if late, no more"),
        ("5% – 7% more", "five to seven percent more"),
        ("between £3m – £5m", "between three million pounds and five million pounds"),
        ("won by 52% – 48%", "won by fifty two to forty eight percent"),
        ("won 3 – 1 on Monday", "won three one on Monday"),
        needs="-–—",
    ),
)
