"""Quarters and halves of a year: "in Q3", "a strong Q1", "Tesla's Q4'25", "last year's H1 profit".

Here belongs what is a part of a business year. An article is said where none is written and no
word stands in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    say_cardinal,
    say_ordinal,
    say_pair,
    say_year,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_SHORT_YEARS = 100
"""Years below it are written with two figures: "2Q22"."""

_DETERMINERS = any_of(
    "an?", "its", "their", "our", "my", "your", "his", "her", "whose",
    r"(?!(?:it|that|he|she|what|there|here|let|who|where|how)['’]s)[^\W\d_]+['’]s",
    r"[^\W\d_]+s['’]",
)  # fmt: skip
"""Matches what stands in an article's place, adjectives behind it: "its", "Tesla's", no "it's"."""

_IN_ITS_PLACE = any_of(
    "the", "this", "each", "every", "another", "any", "no", "which", "what", "last", "next",
    "previous", "prior", "current", "coming", "past", "recent", "latest",
    "first", "second", "third", "fourth", "final", "full", "same", "early", "late", "fiscal",
    "strong", "stronger", "weak", "weaker", "record", "solid", "best", "worst", "better", "worse",
    "good", "bad", "poor", "soft", "slow", "quiet", "upcoming", "adjusted", "reported", "expected",
)  # fmt: skip
"""Matches words directly before a quarter that have an article before them, or need none."""

_LEADS_TO = any_of(
    "after", "and", "are", "as", "at", "be", "before", "between", "but", "by", "during", "for",
    "from", "had", "has", "if", "in", "into", "is", "of", "on", "or", "over", "since", "than",
    "that", "through", "till", "to", "until", "versus", "vs", "was", "were", "when", "while",
    "with",
)  # fmt: skip
"""Matches words between which and an article in front of them no quarter's adjective stands."""

_ADJECTIVE = rf"(?:\s(?!{_LEADS_TO}\b)[^\W\d_]+(?:-[^\W\d_]+)?(?:,|\sand)?)"
"""Matches a word that may say what a quarter was like."""

_ARTICLE = compile_late(
    rf"\b(?:{_DETERMINERS}{_ADJECTIVE}{{0,3}}|{_IN_ITS_PLACE})\s$", re.IGNORECASE
)
"""Matches at the end what makes a further article wrong: "a very strong ", "Tesla's "."""

_LOOKS_BACK = 60
"""Characters before a quarter in which that is looked for; no sign ends the search earlier."""

_FIGURES = any_of(
    "adjusted", "bookings", "core", "deliveries", "dividend", "earnings", "EBITDA?", "EPS",
    "estimates?", "figures", "forecasts?", "GDP", "gross", "growth", "guidance", "income", "loss",
    "losses", "margins?", "net", "numbers", "operating", "outlook", "pre-?tax", "profits?",
    "report", "reports", "reporting", "results?", "revenues?", "sales", "trading", "update",
)  # fmt: skip
"""Matches what a company tells of part of a year."""

_COUNTS = compile_late(rf"\s{_FIGURES}\b")
"""Matches one of them behind a quarter."""

_BUSINESS = compile_late(rf"\b{_FIGURES}\b|[£$€]\s?\d|\b(?:quarterly|fiscal|shares)\b")
"""Matches a word of business anywhere."""

_NAME = compile_late(
    r"\b(?!(?:In|For|By|Since|From|And|But|After|Before|During|Until|While|As|At|If|When)\b)"
    r"[A-Z][\w&]+\s$"
)
"""Matches at the end the name of a company in front of its quarter: "Apple Q3 earnings"."""


_RACING = compile_late(
    r"\b(?:P\d{1,2}|[Qq]ualif(?:ying|ied|ier)|[Pp]ole(?! vault)|(?:starting|front row of the) grid"
    r"|laps?|[Ff]astest(?![- ]grow)|F[123]|Formula (?:[1-3E]|One|Two)|MotoGP|Grand Prix|GP|drivers?"
    r"|tyres?|paddock|knocked out|eliminated|pit ?lane|stewards)\b"
)
"""Matches a word of racing, whose qualifying has parts: Q1 to Q3."""

_NEAR_RACE = 100
"""Characters on either side of a quarter in which such a word tells: a sentence and a half."""


def _is_race(match: re.Match[str]) -> bool:
    """Whether "Q3" is a part of qualifying: by a word of racing, and none of business."""
    start, end = max(0, match.start() - _NEAR_RACE), match.end() + _NEAR_RACE
    around = match.string[start:end]
    return bool(_RACING.search(around)) and not _BUSINESS.search(around)


def _needs_article(match: re.Match[str]) -> bool:
    """Whether "the" is said: not behind another article, nor in "Apple Q3 earnings"."""
    before = match.string[max(0, match.start() - _LOOKS_BACK) : match.start()]
    if _ARTICLE.search(before):
        return False
    return not (_COUNTS.match(match.string, match.end()) and _NAME.search(before))


def _say_part(match: re.Match[str], variety: Variety, part: str) -> str:
    groups = match.groupdict()
    year = next(filter(None, (groups.get("year"), groups.get("year2"), groups.get("year3"))), "")
    words = f"{'the ' if _needs_article(match) else ''}{part}"
    return f"{words} of {_say_short_or_long(int(year), variety)}" if year else words


def _say_quarter(match: re.Match[str], variety: Variety) -> str:
    number = int(match["quarter"] or match["quarter2"])
    if match["quarter2"] and not (match["year2"] or match["year3"]) and _is_race(match):
        return f"Q {say_cardinal(number)}"
    return _say_part(match, variety, f"{say_ordinal(number)} quarter")


def _say_half(match: re.Match[str], variety: Variety) -> str:
    groups = match.groupdict()
    half = {"1": "first", "2": "second"}[groups["half"] or groups.get("half2", "")]
    said = _say_part(match, variety, f"{half} half")
    # "an H1 loss": with the article of what is said.
    return f"{match['an'][0]} {said.removeprefix('the ')}" if match["an"] else said


def _say_short_or_long(year: int, variety: Variety) -> str:
    return say_pair(year) if year < _SHORT_YEARS else say_year(year, british=variety.british)


_YEAR = r"(?:[\s-](?P<year2>20\d\d)|\s?['’‘](?P<year3>\d\d))"
"""Matches the year behind a quarter: "Q3 2025", "Q3'25"."""

# With a year first: it tells of a half, whatever stands around it.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "quarter",
        # "2Q22" or "Q2 2022"
        rf"\b(?:(?P<quarter>[1-4])Q(?P<year>\d\d)|Q(?P<quarter2>[1-4]){_YEAR}?)\b",
        _say_quarter,
        ("growth in 2Q22", "growth in the second quarter of twenty two"),
        ("in Q3", "in the third quarter"),
        ("a Q3 low", "a third quarter low"),
        ("a very strong Q1", "a very strong first quarter"),
        ("Tesla's Q4 EPS beat", "Tesla's fourth quarter E P S beat"),
        ("the analysts' Q2 view", "the analysts' second quarter view"),
        ("in Q4'25 it fell", "in the fourth quarter of twenty five it fell"),
        ("a loss in Q1 2025", "a loss in the first quarter of twenty twenty five"),
        ("we saw Apple Q3 earnings", "we saw Apple third quarter earnings"),
        ("it's Q4", "it's the fourth quarter"),
        ("The firm expects Q4 to grow", "The firm expects the fourth quarter to grow"),
        # a part of qualifying, in a race
        ("He was P2 in Q3.", "He was P two in Q three."),
        ("fastest in Q1, out in Q2", "fastest in Q one, out in Q two"),
        ("in MotoGP's Q2", "in MotoGP's Q two"),
        ("pole came in Q3 by a tenth", "pole came in Q three by a tenth"),
        ("drivers earned $5 in Q3", "drivers earned five dollars in the third quarter"),
        ("the fastest-growing in Q1", "the fastest-growing in the first quarter"),
        # a year has four
        ("a Q5", "a Q five"),
        needs="Q",
    ),
    spoken_form(
        "half year",
        r"\b(?P<an>[Aa]n\s)?(?:H(?P<half>[12])(?:[\s-](?P<year>20\d\d)|\s?['’‘](?P<year3>\d\d))"
        r"|(?P<half2>[12])H[\s-]?(?P<year2>(?:20)?\d\d))\b",
        _say_half,
        ("profit in H1 2024", "profit in the first half of twenty twenty four"),
        ("a weak H2'25", "a weak second half of twenty five"),
        # no year behind
        ("the H1 virus", "the H one virus"),
        needs="H",
    ),
    spoken_form(
        "half of a business",
        # A half is told by what a company tells of it: "H1" is a heading too, "H2" a gas.
        rf"\b(?P<an>[Aa]n\s)?H(?P<half>[12])(?=\s{_FIGURES}\b)",
        _say_half,
        ("last year's H1 profit", "last year's first half profit"),
        ("an H1 loss", "a first half loss"),
        ("its H2 revenue and H1 sales", "its second half revenue and the first half sales"),
        ("an H1 heading", "an H one heading"),
        needs="H",
    ),
)
