"""Odds: "a 16/1 shot", "the 7-2 favourite", "at odds of 7/4".

Here belongs what a bookmaker writes. Scores stand in `scores.py`, which comes next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_CLEAR = r"(?<![\w.,/:$£€#-])"
"""Nothing in front that makes the figures part of a longer number, a date, a price or a code."""


_USUAL = frozenset(
    {(top, 2) for top in (5, 7, 9, 11, 13, 15)}
    | {(top, 4) for top in (5, 6, 7, 9, 11, 13, 15)}
    | {(top, 5) for top in (6, 7, 8, 9, 12, 14)}
    | {(top, 8) for top in (11, 13, 15)}
    | {(10, 3), (100, 30), (11, 10), (21, 20)}
)
"""The prices above evens that bookmakers write. As fractions nobody writes them in prose."""

_NO_ODDS = re.compile(
    r"\b"
    + any_of(
        any_of("on", "since", "until", "till", "before", "after", "dated", "by", "of", "due"),
        any_of("multipl(?:y|ied)", "divided?", "fractions?", "equals?", "times", "plus", "minus"),
    )
    + r"(?: by)? $",
    re.IGNORECASE,
)
"""What stands before a day or a fraction."""

_WHOLE = 100
"""What both parts of a share make: "a 50-50 chance"."""

_LONGEST_WORD = 16
"""Characters of the longest of these words with its "by"."""

_MEASURED = any_of(
    "(?:of|inch(?:es)?|in|ins|miles?|cups?|pints?|tsp|tbsp|teaspoons?|tablespoons?|yards?|metres?)",
    "(?:meters?|hours?|years?|times?|time|beats?|bars?|measures?|acres?|[+=×÷*-])",
)
"""What is behind a fraction, or a measure of music."""


_BET = compile_late(
    r"(?:\b(?:backed|priced|quoted|offered|available|on offer|installed|chalked up|sent off"
    r"|went off|tipped|obliged|bets?|wager(?:ed)?|punts?|each[- ]way|bookmakers?|bookies"
    r"|starting price)\b[^.;]{0,24}|\b(?:won|winners?|favou?rites?|outsiders?)\s)\bat \Z"
)
"""Matches a word of betting up to "at ": "backed by many at "; nobody wins at a score."""

_RACING = compile_late(
    r"\b(?:[Bb]ookmakers?|[Bb]ookies|[Pp]unters?|odds|(?<!dark )horses?|jockeys?"
    r"|racehorses?|racecourse|steeplechase|furlongs?|saddled|Grand National)\b"
)
"""Matches what is near a price, so that the pair behind "at" is one."""

_PLAYED = compile_late(
    r"\b(?:goals?|sets?|half-time|scor\w+|games?|match|matches|minutes?|lead|led|level|leading"
    r"|trail\w*|equali[sz]\w+|players?|serv\w+)\b"
)
"""Matches what is near a score, also of a side that is called by a horse."""

_STANDS = compile_late(r"\A\s(?:up|down|ahead|behind|in the|after|when|before)\b")
"""Matches behind a score: "at 5-1 up"."""

_NEAR = 70
"""Characters on either side in which such words show."""


def _say_odds_at(match: re.Match[str], variety: Variety) -> str | None:
    """Say a pair behind "at" as odds where a bet or a race is told of, else it is a score."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    behind = match.string[match.end() : match.end() + _NEAR]
    if _STANDS.match(behind):
        return None
    raced = _RACING.search(before + behind) and not _PLAYED.search(before + behind)
    return _say_odds(match, variety) if raced or _BET.search(before) else None


def _say_chance(match: re.Match[str], variety: Variety) -> str | None:
    """Say "a 50-1 chance" as odds; shares of a hundred ("a 60-40 chance") are none."""
    share = int(match["a"]) + int(match["b"]) == _WHOLE
    return None if match["chance"] and share else _say_odds(match, variety)


def _say_odds(match: re.Match[str], variety: Variety) -> str:
    first, second = (say_cardinal(int(match[side]), british=variety.british) for side in ("a", "b"))
    return f"{first} to {second}"


def _say_given_odds(match: re.Match[str], variety: Variety) -> str:
    first, second = match["a"] or match["c"], match["b"] or match["d"]
    words = (say_cardinal(int(number), british=variety.british) for number in (first, second))
    return " to ".join(words)


def _say_usual_odds(match: re.Match[str], variety: Variety) -> str | None:
    """Say a price that bookmakers write, where nothing before it makes it a day or a sum."""
    if (int(match["a"]), int(match["b"])) not in _USUAL:
        return None
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()]
    return None if _NO_ODDS.search(before) else _say_odds(match, variety)


# Odds that their form tells, then those a word tells.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "odds to one",
        rf"{_CLEAR}(?<!\d )(?P<a>[2-9]|[1-9]\d{{1,3}})/(?P<b>1)(?![\w/]|[.,]\d)",
        _say_odds,
        ("a 16/1 shot", "a sixteen to one shot"),
        needs="/",
    ),
    spoken_form(
        "odds",
        r"(?<![\w.,/:$£€-])(?P<a>\d{1,3})[/-](?P<b>\d{1,2})"
        # With a hyphen it could be a score, so a word of betting has to follow.
        r"(?=\s(?:joint-?\s?|second |clear |odds-on )?"
        r"(?:favou?rites?|shots?|outsiders?|underdogs?|odds|(?P<chance>chances?))\b)",
        _say_chance,
        ("the 7-2 favourite", "the seven to two favourite"),
        ("an 11/4 shot", "an eleven to four shot"),
        ("a 50-1 chance, a 60-40 chance", "a fifty to one chance, a sixty forty chance"),
        needs="-/",
    ),
    spoken_form(
        "odds at which",
        r"(?:(?<=\bodds of )|(?<=\bodds ))(?P<a>\d{1,3})[/-](?P<b>\d{1,2})\b(?!/)"
        r"|(?<=\bpriced at )(?P<c>\d{1,3})[/-](?P<d>\d{1,2})\b",
        _say_given_odds,
        ("at odds of 7/4", "at odds of seven to four"),
        ("at odds of 105/4", "at odds of one hundred and five to four"),
        needs="-/",
    ),
    spoken_form(
        "odds behind at",
        r"(?<=\bat )(?P<a>[1-9]\d{0,2})-(?P<b>[1-9]\d?)(?![\w%/]|[-–]\d|[.,:]\d)",
        _say_odds_at,
        ("The mare won at 5-1.", "The mare won at five to one."),
        ("backed by many at 100-30", "backed by many at one hundred to thirty"),
        ("at 7-2 with bookmakers", "at seven to two with bookmakers"),
        ("the horse is 4th at 9-4", "the horse is fourth at nine to four"),
        # scores
        ("at 5-1 the game was lost", "at five one the game was lost"),
        ("The favourites led at 3-1.", "The favourites led at three one."),
        ("won at 2-1 down", "won at two one down"),
        needs="-",
    ),
    spoken_form(
        "backed at",
        r"(?<=\bat )(?P<a>\d{1,3})/(?P<b>2|4|5|8|9|11)(?![\w/]|[.,]\d)",
        # What is less than one is a share, unless it is told to be odds.
        lambda match, variety: (
            _say_odds(match, variety) if int(match["a"]) > int(match["b"]) else None
        ),
        ("backed at 11/4", "backed at eleven to four"),
        ("at 3/4 of it", "at three quarters of it"),
        needs="/",
    ),
    spoken_form(
        "odds by themselves",
        r"(?<![\w.,/:$£€#+=×÷*^-])(?<!\d )(?<!= )"
        r"(?P<a>\d{1,3})/(?P<b>\d{1,2})(?![\w/]|[.,-]\d)"
        rf"(?!\s?{_MEASURED}\b)",
        _say_usual_odds,
        ("backed into 5/4", "backed into five to four"),
        ("it returned 15/8", "it returned fifteen to eight"),
        ("open 24/7 since 9/11", "open twenty four seven since nine eleven"),
        ("9/4 time, 3/4 of it", "nine quarters time, three quarters of it"),
        ("5/2 inches", "five halves inches"),
        needs="/",
    ),
)
