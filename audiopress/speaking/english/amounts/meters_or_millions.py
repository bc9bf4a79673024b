"""What "m", "bn" and "k" behind a figure are: meters or millions, thousands or a race.

Here belongs what is told by the words around it. "10m" is how far or how many, in this order:
what follows at once, what stands just before, words of the sentence, and the kind of phrase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.distance_or_number import is_distance, is_in_doubt
from audiopress.speaking.english.amounts.measured_things import is_before_sized_thing
from audiopress.speaking.english.amounts.scales import find_scale
from audiopress.speaking.english.numbers.number_words import NUMBER, is_one, say_amount
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "list_distances_in_doubt"]

_FREE = r"(?<![\w.,/$£€])"
"""Nothing in front that makes the figures part of a longer number, a price or a code."""

_PLAIN = rf"(?P<number>{NUMBER})"
"""Matches the number itself."""


_PERSONS = (
    "athlete", "boxer", "boy", "cent(?:re|er)(?:-?(?:back|half|forward))?", "defender", "fighter",
    "forward", "fullback", "girl", "goalkeeper", "guard", "jumper", "keeper", "lock", "man",
    "midfielder", "model", "number eight", "player", "prop", "rower", "server", "striker",
    "swimmer", "teenager", "thrower", "winger", "woman",
)  # fmt: skip
"""Who is as tall as is written before them."""

_COUNTED = compile_late(
    r"\s(?:people|men|women|children|votes?|followers|viewers|pounds|dollars|euros|in debt)\b"
)
"""What follows when so many are counted."""


_SIDES = ("x", "×", "by")
"""What is said between the sides of a thing, so that both are lengths: "4.2m by 3.1m"."""


def _say_meters(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    words = say_amount(number, british=variety.british)
    link = "by" if (match["link"] or "").strip() in _SIDES else "to"
    first = ""
    if match["first"]:
        first = f"{say_amount(match['first'], british=variety.british)} {link} "
    single = (
        (is_one(number) and not first) or stands_before_noun(match) or is_before_sized_thing(match)
    )
    return f"{first}{words} {'meter' if single else 'meters'}"


def _say_height(match: re.Match[str], variety: Variety) -> str | None:
    """Say how tall somebody is, unless a count follows at once."""
    if match["who"] and _COUNTED.match(match.string, match.end()):
        return None
    words = say_amount(match["number"], british=variety.british)
    unit = "meter" if match["plays"] is not None else "meters"
    return f"{match['who'] or match['at'] or ''}{words} {unit}"


def _say_scaled(match: re.Match[str], variety: Variety) -> str:
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    words = say_amount(match["number"], british=variety.british)
    return f"{first}{words} {find_scale(match['scale'])}"


_METERS_OR_MILLIONS = compile_late(
    rf"{_FREE}(?:(?P<first>{NUMBER})m?"
    r"(?P<link>\s?[-–]\s?|\sto\s|(?<=m)\sby\s|(?<=m)\s?[x×]\s?))?"
    rf"{_PLAIN}(?P<scale>m)(?![\w'’/])"
)
"""Matches a number, or two, with an "m" that the words around it must explain."""


def list_distances_in_doubt(text: str, variety: Variety) -> tuple[str, ...]:
    """Return the lengths or millions of ``text`` that nothing near tells, with what is said.

    ``text`` is what the forms before these have left.
    """
    found = (
        f"{match[0]} (said as {_say_meters_or_millions(match, variety)})"
        for match in _METERS_OR_MILLIONS.finditer(text)
        if (match["link"] or "").strip() not in _SIDES and is_in_doubt(match)
    )
    return tuple(dict.fromkeys(found))


def _say_meters_or_millions(match: re.Match[str], variety: Variety) -> str:
    sides = (match["link"] or "").strip() in _SIDES
    return (
        _say_meters(match, variety) if sides or is_distance(match) else _say_scaled(match, variety)
    )


# What a word tells ("a 5k run", "4x100m") before what has to be weighed.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "a race",
        # told by the article before it and by what one does behind it
        r"(?P<before>\b(?:[Aa]n?|[Tt]he|ran|run|first|my|his|her|charity)\s)"
        r"(?P<n>\d{1,2}(?:\.5)?)[kK](?=\s"
        r"(?:runs?|race|races|walk|course|fun run|swim|row|ride|park ?run|road"
        r"|time|personal)\b"
        r"|\s(?:in|inside) (?:just |only |about |over |under )*(?:\d|[a-z]+(?: [a-z]+)? "
        r"(?:minutes?|hours?))"
        r"|$|[.,;](?!\w))",
        lambda match, variety: (
            f"{match['before']}{say_amount(match['n'], british=variety.british)} K"
        ),
        ("a 5k run", "a five K run"),
        ("She ran the 10K.", "She ran the ten K."),
        ("paid 10k in", "paid ten thousand in"),
        # nothing to run
        ("a 10k salary", "a ten thousand salary"),
        needs="Kk",
    ),
    spoken_form(
        "height of a person",
        # two decimals, as people are measured, beside who it is or what she weighs
        rf"(?:(?P<who>\b(?:[Ss]?[Hh]e|I|[Ww]ho)(?:['’](?:s|m)|\s(?:is|was|am|measured|measures))"
        r"(?:\s(?:only|just|about|around|almost|nearly|exactly|over))*\s)"
        r"|(?P<comma>(?<=, )(?=[12]\.\d\dm,))|(?P<at>\b[Aa]t\s(?=[12]\.\d\dm,?\s(?:s?he|I)\b))"
        rf"|(?P<plays>(?=[12]\.\d\dm\s{any_of(_PERSONS)}\b))"
        r"|(?P<weighs>(?=[12]\.\d\dm(?:,| and| \(| /)\s?(?:[a-z]+ ){1,8}kilograms)))"
        r"(?<![\w.,/$£€])(?P<number>1\.[3-9]\d|2\.[0-3]\d)m(?![\w'’/]|\.\w|\s(?:richer|poorer))",
        _say_height,
        ("She is 1.75m.", "She is one point seven five meters."),
        ("He's 1.88m and fast.", "He's one point eight eight meters and fast."),
        ("At 1.96m, he is tall.", "At one point nine six meters, he is tall."),
        ("the 1.91m goalkeeper", "the one point nine one meter goalkeeper"),
        ("Her brother, 1.93m, is fast.", "Her brother, one point nine three meters, is fast."),
        ("2.03m and 110kg", "two point zero three meters and one hundred and ten kilograms"),
        # people and money
        ("The city is 1.75m.", "The city is one point seven five million."),
        ("She has 1.75m followers.", "She has one point seven five million followers."),
        ("The firm has 1.75m.", "The firm has one point seven five million."),
        ("It sold 1.75m.", "It sold one point seven five million."),
        needs="m",
    ),
    spoken_form(
        "meters with a space",
        rf"{_FREE}(?:(?P<first>{NUMBER})\s?m?\s?(?P<link>-|–|to|x|×)\s?)?"
        # Never millions, which the press writes close to their number.
        rf"{_PLAIN}\sm\b(?!\w|['’]|\.\w)",
        _say_meters,
        ("15 m away", "fifteen meters away"),
        (
            "10 m diving board, 100 m freestyle",
            "ten meter diving board, one hundred meters freestyle",
        ),
        needs="m",
    ),
    spoken_form(
        "legs of a relay",
        rf"{_FREE}(?P<first>\d{{1,2}})\s?(?P<link>[x×])\s?{_PLAIN}m\b",
        _say_meters,
        ("the 4x100m relay", "the four by one hundred meter relay"),
        needs="x×",
    ),
    spoken_form(
        "meters or millions",
        _METERS_OR_MILLIONS.pattern,
        _say_meters_or_millions,
        ("200m sprint", "two hundred meters sprint"),
        ("about 3m deep", "about three meters deep"),
        ("a 13m wall", "a thirteen meter wall"),
        ("4.2m by 3.1m", "four point two by three point one meters"),
        ("a room of 105m x 68m", "a room of one hundred and five by sixty eight meters"),
        ("1.5m people", "one point five million people"),
        ("a crowd of 2m", "a crowd of two million"),
        ("It sank 30m.", "It sank thirty meters."),
        ("1,100ft (335m)", "one thousand one hundred feet (three hundred and thirty five meters)"),
        ("won by 17.4m to 16.1m", "won by seventeen point four to sixteen point one million"),
        ("within 50m of it", "within fifty meters of it"),
        ("2.4m of the chain", "two point four meters of the chain"),
        ("12m of the 40m doses", "twelve million of the forty million doses"),
        ("a 1.5m-strong crowd", "a one point five million-strong crowd"),
        needs="m",
    ),
    spoken_form(
        "large numbers",
        # a capital needs a decimal or something to count behind it: "3M" is a firm
        rf"{_FREE}(?:(?P<first>{NUMBER})(?:bn|tn|k)?\s?[-–]\s?)?"
        rf"{_PLAIN}"
        r"(?P<scale>bn|mn|mln|tn|trn|k|(?<=\.\d)[KMB]|(?<=\.\d\d)[KMB]|[KMB]"
        r"(?=\s(?!was\b|is\b|has\b|does\b|says\b)"
        r"(?:[a-z-]+s|people|children|men|women|homes|of|more|fewer|new"
        r"|last|this)\b))"
        r"(?![\w'’/])",
        _say_scaled,
        ("10k runners", "ten thousand runners"),
        ("3M was founded", "three M was founded"),
        ("3bn viewers", "three billion viewers"),
        ("a 2bn-strong market", "a two billion-strong market"),
    ),
)
