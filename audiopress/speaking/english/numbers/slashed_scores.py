"""Runs, wickets and marks with a slash: "54/2 at stumps", "took 5/32", "34/40 in the test".

Here belongs a pair with a slash that words beside it tell to be counted. It comes before dates,
fractions and odds, which would take its figures.
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

_NEAR = 80
"""Characters on either side in which a word tells what is counted: about a sentence."""

_CRICKET = compile_late(
    r"\b(?:stumps|wickets?|innings|overs|cricket\w*|bowle(?:d|rs?)|batt(?:ers?|ed)|batsm[ae]n"
    r"|run chase|(?:First|Second|Third|Fourth|Fifth) Test|T20|ODIs?)\b"
)
"""Matches a word of cricket."""

_AT_A_BREAK = compile_late(
    r"\s(?:declared|dec\b|(?:at|before|by|after) (?:lunch|tea|the close|drinks)"
    r"|in (?:reply|response)|overnight)\b"
)
"""Matches directly behind a pair what is said of a side at cricket."""

_BEFORE_DAYS = compile_late(
    r"\b(?:on|since|until|till|before|after|by|(?<!figures )(?<!haul )(?<!total )(?<!score )of)\s$",
    re.IGNORECASE,
)
"""Matches at the end what stands before a day in figures."""

_MARKS = compile_late(
    r"\b(?:tests?|exams?|examinations?|marks?|marked|grades?|graded|quiz(?:zes)?|scor(?:ed?|es|ing)"
    r"|papers?|SATs?|GCSEs?|A-levels?|pass mark|points|rat(?:ed|ing)|rank(?:ed|ing|s))\b"
)
"""Matches a word of marks, behind which the number is out of how many."""

_NO_MARKS = any_of(
    "of",
    "vision",
    "eyesight",
    "inch(?:es)?",
    "miles?",
    "cups?",
    "time",
    "an?",
    "mile",
    "in\\.",
    "[+=×÷]",
)
"""Matches what follows a fraction that measures: "scored 3/4 of them"."""

_MOST_WICKETS = 10
"""Wickets of a side."""

_FEWEST_RUNS = 13
"""Runs from which a pair cannot be a day of a month: "9/11"."""

_MONTHS, _DAYS = 12, 31
"""Of a year and of a month: in America such a pair may be a date."""

_ALWAYS_MARKS = (20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100)
"""Out of so many things are marked; as the parts of a fraction nobody writes them in figures."""


def _around(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]


def _say_pair(match: re.Match[str], variety: Variety, link: str) -> str:
    first, second = (int(match[side]) for side in ("a", "b"))
    words = (say_cardinal(number, british=variety.british) for number in (first, second))
    return (
        f"{next(words)} {link} {next(words) if second else 'nought' if link == 'for' else 'zero'}"
    )


def _say_wickets(match: re.Match[str], variety: Variety) -> str | None:
    """Say runs for wickets, or wickets for runs as Australia counts: both with "for"."""
    fewer, more = sorted((int(match["a"]), int(match["b"])))
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if fewer > _MOST_WICKETS or more < _FEWEST_RUNS or _BEFORE_DAYS.search(before):
        return None
    behind = match["d"] or _AT_A_BREAK.match(match.string, match.end())
    if not behind and not _CRICKET.search(_around(match)):
        return None
    return _say_pair(match, variety, "for") + (" declared" if match["d"] else "")


def _say_marks(match: re.Match[str], variety: Variety) -> str | None:
    """Say how many of all marks were reached, where a word tells of marks."""
    first, all_of_them = int(match["a"]), int(match["b"])
    if not 0 <= first <= all_of_them or all_of_them <= _MOST_WICKETS:
        return None
    told = bool(_MARKS.search(_around(match)))
    if not told and (first < 2 or all_of_them not in _ALWAYS_MARKS):  # noqa: PLR2004 - "1/20"
        return None
    if not told and not variety.british and first <= _MONTHS and all_of_them <= _DAYS:
        return None  # "beginning 3/20"
    if not told and first + all_of_them == _ALWAYS_MARKS[-1]:
        return None  # "40/60", a split
    return _say_pair(match, variety, "out of")


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "runs and wickets with a slash",
        r"(?<![\w.,/:$£€#-])(?P<a>\d{1,3})/(?P<b>\d{1,3})(?P<d>d(?:ec\b(?:\.(?=\s[a-z]))?|\b))?"
        r"(?![\w/%]|[.,-]\d|\sof\b)",
        _say_wickets,
        ("were 54/2 at stumps", "were fifty four for two at stumps"),
        ("Kent made 112/3 in reply.", "Kent made one hundred and twelve for three in reply."),
        ("us:India were 4/250 at tea", "India were four for two hundred fifty at tea"),
        ("He took 5/32 in the innings", "He took five for thirty two in the innings"),
        ("45/3 before tea", "forty five for three before tea"),
        ("the bowler's figures of 4/21", "the bowler's figures of four for twenty one"),
        ("310/6d at lunch", "three hundred and ten for six declared at lunch"),
        ("up 30/0 after ten overs", "up thirty for nought after ten overs"),
        # no cricket, and no wickets
        ("a 16/1 shot", "a sixteen to one shot"),
        ("9/11, at lunch", "nine eleven, at lunch"),
        needs="/",
    ),
    spoken_form(
        "eyesight",
        r"(?<![\w.,/])(?P<a>20)/(?P<b>1[05]|[2-9]0|1\d0|200)(?=\s(?:vision|eyesight)\b)",
        lambda match, _: f"twenty {say_cardinal(int(match['b']))}",
        ("has 20/40 vision", "has twenty forty vision"),
        ("1/20 vision", "one twentieth vision"),
        needs="/",
    ),
    spoken_form(
        "marks out of all",
        r"(?<![\w.,/:$£€#+=×÷*-])(?<!\d )(?P<a>\d{1,4})/(?P<b>\d{2,4})"
        rf"(?![\w/%]|[.,-]\d|\s?{_NO_MARKS}(?!\w))",
        _say_marks,
        ("got 34/40 in the test", "got thirty four out of forty in the test"),
        (
            "us:a SAT of 1540/1600",
            "a SAT of one thousand five hundred forty out of one thousand six hundred",
        ),
        ("us:She scored 10/12.", "She scored ten out of twelve."),
        ("It got 75/100.", "It got seventy five out of one hundred."),
        ("It rates 18/20 with us", "It rates eighteen out of twenty with us"),
        # a day, parts of one, and a split
        (
            "us:The course begins anew, beginning 3/20 at ten.",
            "The course begins anew, beginning March twentieth at ten.",
        ),
        ("by 3/100 of a second", "by three one hundredths of a second"),
        ("a 40/60 split", "a forty sixty split"),
        ("7/120 of it", "seven one hundred and twentieths of it"),
        needs="/",
    ),
)
