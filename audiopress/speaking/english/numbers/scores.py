"""Scores and records. What falls ("3-2", "2-0") is no range, so no "to" is said in it.

Here belongs a pair of numbers that a game or a vote has made. A pair that rises ("10-15 minutes")
is a range and stands in `ranges.py`, which comes later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import THREE_DIGITS, say_cardinal
from audiopress.speaking.english.numbers.words_beside_scores import MEASURED, NUMBERED, OUTCOMES
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_CLEAR = r"(?<![\w.,/:$£€#-])"
"""Nothing in front that makes the figures part of a longer number, a date, a price or a code."""

_ENDS = rf"(?![\w%°/]|\s?=|[-–]\d|[.,:]\d|[\s-]{any_of(MEASURED)})"
"""Nothing behind that makes it a range, a sum, a date or a time."""

_PAIR = r"(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})"
"""Matches two numbers with a dash: a score if words beside it say so."""

_TO_TURN = (
    "beat",
    "claim",
    "defeat",
    "draw",
    "earn",
    "force",
    "lead",
    "level",
    "lose",
    "rescue",
    "snatch",
    "take",
    "win",
)
"""What a side does that was behind: "from 0-2 down to win"; others go "down to" a number."""

_SET = r"(?:[0-6]-[67]|[67]-[0-6]|1[0-9]-1[0-9])"
"""Matches a set of tennis, which ends at six or seven games, or at a long tie-break."""

_TIE = r"(?:\s?[(\[]\d{1,2}(?:[-–]\d{1,2})?[)\]])?"
"""Matches the points of a tie-break behind a set, in brackets."""

_COMMON_TOTAL = 100
"""Runs that a side at cricket makes; fewer are runs for wickets only where a word says so."""

_ROUND_TOTAL = 50
"""Runs whose multiples before "-1" are a vote or a chance: "150-1" needs a word of cricket."""

_HIGH_SCORE = 100
"""Points from which a falling pair is said with "to": "two hundred to one hundred and fifty"."""

_WORKING_DAY = (9, 5)
"""The one falling pair that is a range: "a 9-5 job"."""

_VOTED = (
    "[Vv]oted",
    "[Vv]otes?",
    "[Pp]assed",
    "[Aa]pproved(?:\\sit)?",
    "[Rr]ejected(?:\\sit)?",
    "[Rr]uled",
    "(?:[Tt]he|[Aa]) vote was",
)
"""What stands in front of the votes for and against, which are said with "to" everywhere."""

_BEHIND_VOTES = (
    "after",
    "against",
    "along",
    "and",
    "at",
    "but",
    "by",
    "for",
    "in",
    "last",
    "on",
    "that",
    "to",
    "when",
    "with",
)
"""Words that go on behind votes."""


def _say_number(number: int, nil: str) -> str:
    return say_cardinal(number) if number else nil


def _say_both(match: re.Match[str], variety: Variety, link: str, nil: str = "zero") -> str:
    """Return both numbers of a pair with ``link`` between them, and ``nil`` for nought."""
    first, second = (
        say_cardinal(number, british=variety.british) if number else nil
        for number in (int(match["a"]), int(match["b"]))
    )
    return f"{first} {link}{second}"


def _say_wickets(match: re.Match[str], variety: Variety) -> str | None:
    """Say runs for wickets, of cricket: in Britain, and where the number or a word tells."""
    runs = int(match["a"])
    round_pair = match["b"] == "1" and runs % _ROUND_TOTAL == 0
    # Small totals and round ones before "-1" are votes or chances as often: a word has to tell.
    told = match["cue"] or not (runs < _COMMON_TOTAL or round_pair)
    if not variety.british or not told:
        return None
    cue = " declared" if match["cue"] == " dec" else match["cue"] or ""
    return f"{say_cardinal(runs, british=True)} for {_say_number(int(match['b']), 'nought')}{cue}"


def _say_sets(match: re.Match[str], _variety: Variety) -> str:
    """Tennis: "six four, seven six, seven three"."""

    def say_pair(found: re.Match[str]) -> str:
        numbers = re.findall(r"\d+", found[0])
        words = " ".join(_say_number(int(number), "love") for number in numbers)
        return f", {words}," if found[0][:1] in " ([" else words

    # Commas on either side of a tie-break, or it would be heard as one more set.
    words = re.sub(r"\s?[(\[][\d–-]+[)\]]|\d+[-–]\d+", say_pair, match[0])
    return re.sub(r",+", ",", words).rstrip(",") + ("," if match[0][-1] in ")]" else "")


def _say_record(match: re.Match[str], variety: Variety) -> str | None:
    """Say how often a team won, lost and drew: an American habit."""
    if variety.british:
        return None
    numbers = [say_cardinal(int(part)) for part in re.findall(r"\d+", match["all"])]
    return f"{match['before']}{' '.join(numbers[:-1])} and {numbers[-1]}"


def _say_score(match: re.Match[str], variety: Variety) -> str:
    """Say a score; "to" is said in America, and in Britain where the numbers are high."""
    nil = "nil" if variety.british else "zero"
    high = max(len(match["a"]), len(match["b"])) >= THREE_DIGITS
    even = match["a"] == match["b"]
    link = "" if even or (variety.british and not high) else "to "
    return match["before"] + _say_both(match, variety, link, nil)


def _say_falling(match: re.Match[str], variety: Variety) -> str | None:
    first, second = int(match["a"]), int(match["b"])
    coded = any(len(match[side]) > 1 and match[side][0] == "0" for side in "ab")  # 30-06, a rifle
    if first < second or (first, second) == _WORKING_DAY or coded:
        return None
    nil = "nil" if variety.british else "zero"
    if first == second or (variety.british and first < _HIGH_SCORE):
        return _say_both(match, variety, "", nil)
    return _say_both(match, variety, "to ", nil)


# Records, which an American verb tells, before scores, which any verb tells; then pairs
# that are told by nothing but that they fall.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "runs for wickets",
        # "747-8" is an aircraft
        # Before scores: "345-6" falls, so it would be one.
        rf"{_CLEAR}(?!7\d7-)(?P<a>\d{{2,3}})[-–](?P<b>\d)(?!\s[A-Z])"
        r"(?P<cue>\s"
        r"(?:declared|dec\b|at (?:stumps|lunch|tea|the close)"
        rf"|in (?:reply|response)|(?:off|after|from) \d+(?:\.\d)? overs))?{_ENDS}",
        _say_wickets,
        ("closed on 345-6", "closed on three hundred and forty five for six"),
        ("were 62-3 at lunch", "were sixty two for three at lunch"),
        # a chance, not a wicket
        ("a 50-1 chance", "a fifty to one chance"),
        needs="-–",
    ),
    spoken_form(
        "wickets for runs",
        r"(?P<before>\b(?:took|takes|taking|claimed|figures of|haul of|bowled)\s)"
        rf"(?P<a>\d)[-–](?P<b>\d{{2,3}}){_ENDS}"
        r"(?!\s[a-z]+s\b)",
        lambda match, variety: (
            match["before"] + _say_both(match, variety, "for ") if variety.british else None
        ),
        ("He took 5-32 again", "He took five for thirty two again"),
        needs="-–",
    ),
    spoken_form(
        "sets",
        # at least two sets, or one with its tie-break
        rf"{_CLEAR}{_SET}{_TIE}(?:(?:,?\sand\s|,\s|\s){_SET}{_TIE})+(?![\w%-])"
        rf"|{_CLEAR}[67]-[67]\s?[(\[]\d{{1,2}}(?:-\d{{1,2}})?[)\]]",
        _say_sets,
        ("6-4, 7-6 (7-3) in", "six four, seven six, seven three, in"),
        ("6-0 3-6 7-5", "six love three six seven five"),
        needs="(-67[",
    ),
    spoken_form(
        "height of a player",
        # behind a person, and before what goes on with height or weight
        r"(?P<before>\b(?:[Hh]e|[Ss]he|who)(?:['’]s|\sis|\sstands)\s"
        r"|\b[Tt]he\s(?=\d-\d+,\s\d+[\s-]?(?:pound|lb|kg)))"
        r"(?P<a>[4-7])-(?P<b>1[01]|\d)"
        r"(?=\s(?:and|tall)\b|,\s\d{2,3}[\s-]?(?:pound|lb|kg)|\.?$|[.;]\s)",
        lambda match, _: (
            f"{match['before']}{say_cardinal(int(match['a']))} {say_cardinal(int(match['b']))}"
        ),
        ("us:He is 6-1 and strong", "He is six one and strong"),
        ("us:the 6-10, 250-pound center", "the six ten, two hundred fifty pound center"),
        needs="-",
    ),
    spoken_form(
        "first places",
        r"(?<![\w.,/-])1-2(?P<three>-3)?(?=[\s-](?:finish|sweep|punch|podium|result)\b)",
        lambda match, _: "one two three" if match["three"] else "one two",
        ("us:a 1-2-3 finish", "a one two three finish"),
        ("us:a 1-2 finish", "a one two finish"),
        needs="-",
    ),
    spoken_form(
        "record of a team",
        r"(?P<before>\b"
        r"(?:improved? to|fell to|falls? to|dropped to|record of|went|go"
        r"|started|starting|sit at|stand at|record to)\s"
        r"|\b[A-Z][a-z]+\s\()"
        r"(?P<all>\d{1,2}-\d{1,2}(?:-\d{1,2})?)"
        r"(?=[),.;]"
        r"|\s(?:and|in|on|with|this|last|overall|to|after|at|since|against|under)\b|$)",
        _say_record,
        ("us:improved to 12-3-1.", "improved to twelve three and one."),
        ("us:The Bears (10-1) won", "The Bears (ten and one) won"),
        needs="-",
    ),
    spoken_form(
        "record",
        # An empty group, because the function asks for what stands before.
        rf"(?P<before>){_CLEAR}(?P<all>\d{{1,2}}-\d{{1,2}}(?:-\d{{1,2}})?)"
        r"(?=\s(?:record|mark|start|finish|season|run)\b)",
        _say_record,
        ("us:a 7-2 record", "a seven and two record"),
        needs="-",
    ),
    spoken_form(
        "record against",
        # these words before it tell of a vote or a ratio
        # A look behind has one width, so each word has its own.
        r"(?<!\bvote )(?<!\bcourt )(?<!\bjury )(?<!\bscore )(?<!\bcount )(?<!\bratio )"
        rf"(?<!\bpanel )(?P<before>\b(?:is|are|was|were|now)\s){_CLEAR}"
        r"(?P<all>\d{1,2}-\d{1,2}-\d{1,2}(?![\w-])"
        r"|\d{1,2}-\d{1,2}(?=\s"
        r"(?:against\s(?!the\s[a-z])|on\sthe\sroad|at\shome|since|under"
        r"|when|overall|all-time|this\s(?:year|season))\b))",
        _say_record,
        ("us:The vote was 6-1 at home", "The vote was six to one at home"),
        ("us:They are 6-1 at home", "They are six and one at home"),
        ("us:The Jets are 3-4-1.", "The Jets are three four and one."),
        needs="-",
    ),
    spoken_form(
        "votes",
        # before what goes on, not before what is counted: "passed 10-13 cars"
        rf"(?P<before>\b{any_of(_VOTED)},?\s(?:by\s|of\s|was\s|a\s)?){_CLEAR}{_PAIR}{_ENDS}"
        rf"(?=[,.;:)]|\s*$|\s{any_of(_BEHIND_VOTES)}\b)",
        lambda match, variety: match["before"] + _say_both(match, variety, "to "),
        ("They voted 14–9 to close it", "They voted fourteen to nine to close it"),
        ("The plan passed 10-3.", "The plan passed ten to three."),
        ("voted 8-0 for it", "voted eight to zero for it"),
        needs="-–",
    ),
    spoken_form(
        "votes in front of their noun",
        rf"(?P<before>){_CLEAR}{_PAIR}(?=\s(?:vote|ruling|majority\svote)\b)",
        lambda match, variety: match["before"] + _say_both(match, variety, "to "),
        ("a 5-4 vote", "a five to four vote"),
        needs="-–",
    ),
    spoken_form(
        "score that was made good",
        # not "from 2-3 up to 5-6", "from 10-15 ahead of time", "from 3-4 down the road"
        rf"(?P<before>\b[Ff]rom\s){_PAIR}(?=\s(?:down|behind|up|ahead)"
        rf"(?:[,.;]|\s*$|\s(?:and|with|at)\s(?!\d)|\sto\s{any_of(_TO_TURN)}\b))",
        _say_score,
        ("back from 0-2 down", "back from nil two down"),
        ("us:back from 3-1 down", "back from three to one down"),
        ("from 0-2 down to win", "from nil two down to win"),
        ("from 0-2 degrees", "from zero to two degrees"),
        ("from 2-3 up to 5-6", "from two to three up to five to six"),
        ("from 3-4 down the road", "from three to four down the road"),
        needs="-–",
    ),
    spoken_form(
        "score",
        rf"(?P<before>\b{any_of(OUTCOMES)}\s(?:by\s|with\sa\s|a\s|of\s|the\s)?){_PAIR}{_ENDS}",
        _say_score,
        ("won 2-1", "won two one"),
        ("lost 3-0 at home", "lost three nil at home"),
        ("won 27-13", "won twenty seven thirteen"),
        ("us:won 24-17", "won twenty four to seventeen"),
        # measured, not scored
        ("won 10-15 minutes", "won ten to fifteen minutes"),
        needs="-–",
    ),
    spoken_form(
        "score between the sides",
        # a name on either side; these words in front number things
        r"(?P<before>\b"
        rf"(?!{any_of(NUMBERED)}\b)"
        r"[A-Z][a-z]+\s)"
        r"(?P<a>\d{1,2})[-–](?P<b>\d{1,2})"
        r"(?=\s[A-Z][a-z]+)",
        lambda match, variety: _say_score(match, variety) if variety.british else None,
        ("Spain 1-2 Italy", "Spain one two Italy"),
        needs="-–",
    ),
    spoken_form(
        "falling score",
        # these words in front tell of a range or of pages
        # A look behind has one width, so each word has its own.
        rf"{_CLEAR}(?<!\bfrom )(?<!\bbetween )(?<!\bpage )(?<!\bpages )(?<!\bopen )"
        r"(?<!\baged )(?<!\bages )(?<!\b[Gg]rades )(?<!\b[Gg]raded )"
        r"(?<!\b[Ll]evels )(?<!\b[Bb]ands )(?<!\bscale of )(?P<a>\d{1,3})[-–]"
        rf"(?P<b>\d{{1,3}}){_ENDS}",
        _say_falling,
        ("were 2-0 down", "were two nil down"),
        ("a 1-1 draw", "a one one draw"),
        ("a 50-50 chance", "a fifty fifty chance"),
        ("a 9-5 job", "a nine to five job"),
        ("us:a 5-4 decision", "a five to four decision"),
        ("by 330-275", "by three hundred and thirty to two hundred and seventy five"),
        # numbers of pages
        ("pages 30-20", "pages thirty to twenty"),
        # and of marks, the best first
        ("GCSE grades 9-1 in it", "GCSE grades nine to one in it"),
        ("the new 9-1 GCSEs, graded 9-1", "the new nine to one GCSEs, graded nine to one"),
        # a nought in front: a code
        ("a 30-06 rifle", "a thirty oh six rifle"),
        needs="-–",
    ),
)
