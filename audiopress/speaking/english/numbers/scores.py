# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""Scores, odds and records. What falls ("3-2", "2-0") is no range, so no "to" is said in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_cardinal
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_CLEAR = r"(?<![\w.,/:$£€#-])"
_UNITS = (
    r"per\b|percent|years?|year-|minutes?|days?|hours?|weeks?|months?|seconds?|people|times|miles?|points?\b|inch|"
    r"feet|foot|pounds?|million|billion|thousand|shifts?|jobs?|p\.?m|a\.?m\b"
)
_ENDS = rf"(?![\w%°/]|\s?=|[-–]\d|[.,:]\d|[\s-](?:{_UNITS}))"
_PAIR = r"(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})"
_WON = (
    r"(?:won|wins?|winning|beat|beats|beaten|beating|lost|lose|losing|drew|draw|drawn|defeat|"
    r"defeated|defeats|victory|victories|win|led|lead|leads|leading|trail|trailed|trailing|ahead|"
    r"score|scored|score-?line|finished|ended|final|half-?time|full-?time|aggregate|up|down|loss|"
    r"defeating|thrashed|edged|stunned|hammered|sealed|comfortable|home|away|it|made it|at)"
)
_SET = r"(?:[0-6]-[67]|[67]-[0-6]|1[0-9]-1[0-9])"
_TIE = r"(?:\s?[(\[]\d{1,2}(?:[-–]\d{1,2})?[)\]])?"
_TEN = 10
_HUNDRED = 100
_TOTAL = 100  # what a side at cricket makes, unless a word says so


def _number(number: int, nil: str) -> str:
    return say_cardinal(number) if number else nil


def _both(match: re.Match[str], variety: Variety, link: str, nil: str = "zero") -> str:
    first, second = (
        say_cardinal(number, british=variety.british) if number else nil
        for number in (int(match["a"]), int(match["b"]))
    )
    return f"{first} {link}{second}"


def _odds(match: re.Match[str], variety: Variety) -> str:
    return _both(match, variety, "to ")


def _wickets(match: re.Match[str], variety: Variety) -> str | None:
    runs = int(match["a"])
    if not variety.british or (
        not match["cue"] and (runs < _TOTAL or (match["b"] == "1" and runs % 50 == 0))
    ):
        return None
    cue = " declared" if match["cue"] == " dec" else match["cue"] or ""
    return f"{say_cardinal(runs, british=True)} for {_number(int(match['b']), 'nought')}{cue}"


def _sets(match: re.Match[str], _variety: Variety) -> str:
    """Tennis: "six four, seven six, seven three"."""

    def pair(found: re.Match[str]) -> str:
        words = " ".join(_number(int(number), "love") for number in re.findall(r"\d+", found[0]))
        return f", {words}," if found[0][:1] in " ([" else words

    said = re.sub(r"\s?[(\[][\d–-]+[)\]]|\d+[-–]\d+", pair, match[0])
    return re.sub(r",+", ",", said).rstrip(",") + ("," if match[0][-1] in ")]" else "")


def _record(match: re.Match[str], _variety: Variety) -> str:
    numbers = [say_cardinal(int(part)) for part in re.findall(r"\d+", match["all"])]
    return f"{match['before']}{' '.join(numbers[:-1])} and {numbers[-1]}"


def _won(match: re.Match[str], variety: Variety) -> str:
    if match["a"] == match["b"] or (variety.british and max(len(match["a"]), len(match["b"])) < 3):  # noqa: PLR2004
        return match["before"] + _both(match, variety, "", "nil" if variety.british else "zero")
    return match["before"] + _both(match, variety, "to ", "nil" if variety.british else "zero")


def _falling(match: re.Match[str], variety: Variety) -> str | None:
    first, second = int(match["a"]), int(match["b"])
    coded = any(len(match[side]) > 1 and match[side][0] == "0" for side in "ab")  # 30-06
    if first < second or (first, second) == (9, 5) or coded:
        return None
    nil = "nil" if variety.british else "zero"
    if first == second or (variety.british and first < _HUNDRED):
        return _both(match, variety, "", nil)
    return _both(match, variety, "to ", nil)


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "odds to one",
        rf"{_CLEAR}(?<!\d )(?P<a>[2-9]|[1-9]\d{{1,3}})/(?P<b>1)(?![\w/]|[.,]\d)",
        _odds,
        ("a 16/1 shot", "a sixteen to one shot"),
    ),
    spoken_form(
        "odds",
        r"(?<![\w.,/:$£€-])(?P<a>\d{1,3})[/-](?P<b>\d{1,2})(?=\s(?:joint-?\s?|second |clear |odds-on )?(?:favou?rites?|shots?|outsiders?|underdogs?|odds|chances? to)\b)",
        _odds,
        ("the 7-2 favourite", "the seven to two favourite"),
        ("an 11/4 shot", "an eleven to four shot"),
    ),
    spoken_form(
        "odds at which",
        r"(?<=\bodds of )(?P<a>\d{1,3})[/-](?P<b>\d{1,2})\b|(?<=\bpriced at )(?P<c>\d{1,3})[/-](?P<d>\d{1,2})\b",
        lambda match, _: (
            f"{say_cardinal(int(match['a'] or match['c']))} to {say_cardinal(int(match['b'] or match['d']))}"
        ),
        ("at odds of 7/4", "at odds of seven to four"),
    ),
    spoken_form(
        "runs for wickets",
        rf"{_CLEAR}(?!7\d7-)(?P<a>\d{{2,3}})[-–](?P<b>\d)(?!\s[A-Z])(?P<cue>\s(?:declared|dec\b|at (?:stumps|lunch|tea|the close)|in (?:reply|response)|(?:off|after|from) \d+(?:\.\d)? overs))?{_ENDS}",
        _wickets,
        ("closed on 345-6", "closed on three hundred and forty five for six"),
        ("were 62-3 at lunch", "were sixty two for three at lunch"),
    ),
    spoken_form(
        "wickets for runs",
        rf"(?P<before>\b(?:took|takes|taking|claimed|figures of|haul of|bowled)\s)(?P<a>\d)[-–](?P<b>\d{{2,3}}){_ENDS}(?!\s[a-z]+s\b)",
        lambda match, variety: (
            match["before"] + _both(match, variety, "for ") if variety.british else None
        ),
        ("He took 5-32 again", "He took five for thirty two again"),
    ),
    spoken_form(
        "sets",
        rf"{_CLEAR}{_SET}{_TIE}(?:(?:,?\sand\s|,\s|\s){_SET}{_TIE})+(?![\w%-])|{_CLEAR}[67]-[67]\s?[(\[]\d{{1,2}}(?:-\d{{1,2}})?[)\]]",
        _sets,
        ("6-4, 7-6 (7-3) in", "six four, seven six, seven three, in"),
        ("6-0 3-6 7-5", "six love three six seven five"),
    ),
    spoken_form(
        "height of a player",
        r"(?P<before>\b(?:[Hh]e|[Ss]he|who)(?:['’]s|\sis|\sstands)\s|\b[Tt]he\s(?=\d-\d+,\s\d+[\s-]?(?:pound|lb|kg)))(?P<a>[4-7])-(?P<b>1[01]|\d)(?=\s(?:and|tall)\b|,\s\d{2,3}[\s-]?(?:pound|lb|kg)|\.?$|[.;]\s)",
        lambda match, _: (
            f"{match['before']}{say_cardinal(int(match['a']))} {say_cardinal(int(match['b']))}"
        ),
        ("us:He is 6-1 and strong", "He is six one and strong"),
        ("us:the 6-10, 250-pound center", "the six ten, two hundred fifty pound center"),
    ),
    spoken_form(
        "first places",
        r"(?<![\w.,/-])1-2(?P<three>-3)?(?=[\s-](?:finish|sweep|punch|podium|result)\b)",
        lambda match, _: "one two three" if match["three"] else "one two",
        ("us:a 1-2-3 finish", "a one two three finish"),
        ("us:a 1-2 finish", "a one two finish"),
    ),
    spoken_form(
        "record of a team",
        r"(?P<before>\b(?:improved? to|fell to|falls? to|dropped to|record of|went|go|started|starting|sit at|stand at|record to)\s|\b[A-Z][a-z]+\s\()"
        r"(?P<all>\d{1,2}-\d{1,2}(?:-\d{1,2})?)(?=[),.;]|\s(?:and|in|on|with|this|last|overall|to|after|at|since|against|under)\b|$)",
        lambda match, variety: None if variety.british else _record(match, variety),
        ("us:improved to 12-3-1.", "improved to twelve three and one."),
        ("us:The Bears (10-1) won", "The Bears (ten and one) won"),
    ),
    spoken_form(
        "record",
        rf"(?P<before>){_CLEAR}(?P<all>\d{{1,2}}-\d{{1,2}}(?:-\d{{1,2}})?)(?=\s(?:record|mark|start|finish|season|run)\b)",
        lambda match, variety: None if variety.british else _record(match, variety),
        ("us:a 7-2 record", "a seven and two record"),
    ),
    spoken_form(
        "record against",
        rf"(?<!\bvote )(?<!\bcourt )(?<!\bjury )(?<!\bscore )(?<!\bcount )(?<!\bratio )(?<!\bpanel )(?P<before>\b(?:is|are|was|were|now)\s){_CLEAR}(?P<all>\d{{1,2}}-\d{{1,2}}-\d{{1,2}}(?![\w-])|\d{{1,2}}-\d{{1,2}}(?=\s(?:against\s(?!the\s[a-z])|on\sthe\sroad|at\shome|since|under|when|overall|all-time|this\s(?:year|season))\b))",
        lambda match, variety: None if variety.british else _record(match, variety),
        ("us:The vote was 6-1 at home", "The vote was six to one at home"),
        ("us:They are 6-1 at home", "They are six and one at home"),
        ("us:The Jets are 3-4-1.", "The Jets are three four and one."),
    ),
    spoken_form(
        "score",
        rf"(?P<before>\b{_WON}\s(?:by\s|with\sa\s|a\s|of\s|the\s)?){_PAIR}{_ENDS}",
        _won,
        ("won 2-1", "won two one"),
        ("lost 3-0 at home", "lost three nil at home"),
        ("won 27-13", "won twenty seven thirteen"),
        ("us:won 24-17", "won twenty four to seventeen"),
    ),
    spoken_form(
        "score between the sides",
        r"(?P<before>\b(?!(?:Pages|Chapters|Years?|Grades|Ages|Aged|Days|Weeks|Games|Levels|Rounds|Stages|Junctions|Articles|Sections|Verses|Numbers|Nos)\b)[A-Z][a-z]+\s)(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?=\s[A-Z][a-z]+)",
        lambda match, variety: _won(match, variety) if variety.british else None,
        ("Spain 1-2 Italy", "Spain one two Italy"),
    ),
    spoken_form(
        "falling score",
        rf"{_CLEAR}(?<!\bfrom )(?<!\bbetween )(?<!\bpage )(?<!\bpages )(?<!\bopen )(?<!\baged )(?<!\bages )(?P<a>\d{{1,3}})[-–](?P<b>\d{{1,3}}){_ENDS}",
        _falling,
        ("were 2-0 down", "were two nil down"),
        ("a 1-1 draw", "a one one draw"),
        ("a 50-50 chance", "a fifty fifty chance"),
        ("a 9-5 job", "a nine to five job"),
        ("us:a 5-4 decision", "a five to four decision"),
        ("by 330-275", "by three hundred and thirty to two hundred and seventy five"),
    ),
)
