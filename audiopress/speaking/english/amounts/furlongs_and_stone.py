"""Miles, furlongs and stone: "the 2m 4f chase", "a 6f sprint", "he weighs 13 st".

Here belongs what is counted in old units that share their letters with others, so that a second
unit or a word of races and weights has to tell. They come before titles, which make streets of
"st", and before meters or millions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.numbers.number_words import say_cardinal
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_FREE = r"(?<![\w.,/$£€-])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_MILES = r"(?P<miles>[1-4])"
"""Matches how many miles horses run."""

_FURLONGS = r"(?P<furlongs>[1-9])(?P<half>½)?f"
"""Matches furlongs, perhaps with a half."""

_RUN = ("contest", "course", "handicap", "maiden", "nursery", "race", "sprint", "trip", "winner")
"""What is so many furlongs long, or was run over them."""

_KINDS = r"(?:(?:beginners|handicap|juvenile|maiden|mares|novices?)['’]?\s)"
"""Matches the kind of a race over fences: "novices' "."""

_HEAVIEST = 60
"""Stone that nobody weighs."""

_WEIGHED = compile_late(
    r"\b(?:weigh(?:s|ed|ing|t)?|los(?:t|e|es|ing)|shed(?:s|ding)?|gain(?:s|ed|ing)?|scales"
    r"|slim(?:s|med|ming)?|balloon(?:ed|ing)?|put(?:s|ting)? on|heavier|lighter)\b"
    r"[^.;!?]{0,30}(?<!\b[Tt]he )\Z"
)
"""Matches a word of weights up to the number of stone; "the 21 st" is a torn ordinal."""

_OF_WEIGHT = compile_late(
    r"\A(?:,?\s(?:and\s)?\d{1,2}(?:½|\.\d)?[\s-]?lbs?\b"
    r"|\s(?:heavier|lighter|overweight|in weight|of (?:fat|weight|muscle))\b)"
)
"""Matches pounds behind the stone, or a word of weights."""

_FAR = 50
"""Characters in front of a number of stone in which such a word shows."""


def _count(number: str, word: str, *, single: bool) -> str:
    return f"{say_cardinal(int(number))} {word}{'' if single or number == '1' else 's'}"


def _say_course(match: re.Match[str], _variety: Variety) -> str:
    """Say how far horses run, in the singular before the race: "a two mile chase"."""
    found, single = match.groupdict(), stands_before_noun(match)
    parts = [_count(found["miles"], "mile", single=single)] if found.get("miles") else []
    if found.get("furlongs"):
        parts.append(_say_furlongs(match, single=single))
    if found.get("yards"):
        parts.append(_count(found["yards"], "yard", single=single))
    return " ".join(parts)


def _say_furlongs(match: re.Match[str], *, single: bool) -> str:
    if not match["half"]:
        return _count(match["furlongs"], "furlong", single=single)
    words = say_cardinal(int(match["furlongs"]))
    return f"{words} and a half {'furlong' if single else 'furlongs'}"


def _say_stone(match: re.Match[str], _variety: Variety) -> str | None:
    """Leave the figures for later forms, behind a word of weights or before pounds."""
    text, start = match.string, match.start()
    weighed = _WEIGHED.search(text[max(0, start - _FAR) : start])
    told = weighed or _OF_WEIGHT.match(text[match.end() :])
    if not told or int(match["number"].rstrip("½")) > _HEAVIEST:
        return None
    return f"{match['number']} stone" + ("." if match["stop"] and ends_sentence(match) else "")


# Two units before one, which a word has to tell.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "miles and furlongs",
        rf"{_FREE}{_MILES}m(?=\s?[1-7]½?f\b|\s?\d{{2,3}}\s?y(?:ds?)?\b)"
        rf"(?:\s?{_FURLONGS}\b)?(?:\s?(?P<yards>[1-9]\d{{1,2}})\s?y(?:ds?)?\b)?",
        _say_course,
        ("the 2m 4f chase", "the two mile four furlong chase"),
        ("He won over 2m4½f.", "He won over two miles four and a half furlongs."),
        ("over 1m 1f 50y today", "over one mile one furlong fifty yards today"),
        ("in 3m 20s", "in three minutes twenty seconds"),
        needs="m",
    ),
    spoken_form(
        "furlongs",
        rf"{_FREE}{_FURLONGS}(?=\s(?:[a-z]+\s)?{any_of(_RUN)}s?\b)"
        r"|(?:(?<=\bover )|(?<=\bOver ))(?P<furlongs2>[5-9])f\b",
        lambda match, variety: (
            _count(match["furlongs2"], "furlong", single=stands_before_noun(match))
            if match["furlongs2"]
            else _say_course(match, variety)
        ),
        ("a 6f sprint", "a six furlong sprint"),
        ("best over 7f.", "best over seven furlongs."),
        ("room 6f is", "room six f is"),
        needs="f",
    ),
    spoken_form(
        "miles of a chase",
        rf"{_FREE}{_MILES}(?P<part>½)?m(?=\s{_KINDS}{{0,2}}(?:steeple)?chases?\b"
        rf"|\s{_KINDS}{{1,2}}hurdles?\b)",
        lambda match, _: f"{match['miles']}{match['part'] or ''} mile",
        (
            "the 3m chase, a 2½m novices' chase",
            "the three mile chase, a two and a half mile novices' chase",
        ),
        ("a 2m novice hurdle", "a two mile novice hurdle"),
        ("a 2m hurdle", "a two meter hurdle"),
        needs="m",
    ),
    spoken_form(
        "stone",
        rf"{_FREE}(?P<number>\d{{1,2}}½?)\sst\b(?P<stop>\.?)(?!['’-])",
        _say_stone,
        ("He weighs 13 st.", "He weighs thirteen stone."),
        ("At 12 st 4 lb he", "At twelve stone four pounds he"),
        ("lost 2½ st. in a year", "lost two and a half stone in a year"),
        ("He is 3 st lighter now", "He is three stone lighter now"),
        ("weighed 12 st 4", "weighed twelve stone four"),
        ("12 st via", "twelve Street via"),
        needs="s",
    ),
)
