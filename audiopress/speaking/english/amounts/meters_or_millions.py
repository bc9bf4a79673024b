# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""What "m", "bn" and "k" behind a figure are: meters or millions, thousands or a race.

"10m" is told by what stands around it: how far or how many, in this order: what follows at once,
what stands just before, words of the sentence, and the kind of phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.amounts.before_noun import stands_before_noun
from audiopress.speaking.english.amounts.money import scale_word
from audiopress.speaking.english.numbers.number_words import NUMBER, is_one, say_amount
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_FREE = r"(?<![\w.,/$£€])"
_PLAIN = rf"(?P<number>{NUMBER})"
_NEAR = 60
# what follows "200m" when it is a distance
_FAR = (
    r"sprint|race|races|hurdles|relay|freestyle|butterfly|backstroke|breaststroke|medley|final|finals|"
    r"dash|swim|run|pool|high|tall|long|wide|deep|away|apart|above|below|north|south|east|west|"
    r"underwater|underground|thick|across|radius|tower|drop|fall|cliff|rifle|pistol|steeplechase|"
    r"champion|record|title|heats?|altitude|elevation|further|behind|ahead|up|down|off|tsunami|waves?|"
    r"stretch|walls?|fences?|holes?|trenches|bridges?|tunnels?|climb|dive|ladders?|ropes?|banners?|sprinter|"
    r"hurdler|gold|silver|bronze|world|individual|T\d\d"
)
_FAR_BEHIND = re.compile(
    rf"\A[\s-]?(?:(?:{_FAR})\b|x\b|by\s\d|from the\b|of (?:the )?(?:snow|rain|water|cable|rope|fabric|road|track|pipe|fencing|depth|height))"
    r"|\A\s+\((?=\d[\d.,]*\s?(?:ft|feet|foot|yd|yards|in\b))"
)
_MANY_BEHIND = re.compile(
    r"\A\s?(?:-strong|-plus|(?!was\b|is\b|has\b|does\b|says\b|this\b)[a-z-]+(?<![siu])s\b|people|children|men|women|more|fewer|new|last\b|this (?:year|month|week)|"
    r"of (?:them|the(?:m|ir|se|se)?|its|those|us|our|his|her|all|whom|which|[a-z]+(?<!s)s)\b|in (?:all|total)\b|followers|others|a (?:year|month|week|day)\b|"
    r"(?:unemployed|eligible|infected|displaced|homeless|out of work|voted|lived?|died|fled|watched|tuned in|"
    r"(?:have|had) (?:fled|died|left|lost|voted|signed|watched|been (?:displaced|infected|killed|vaccinated))|"
    r"(?:are|were) (?:out of|without|unemployed|homeless|hungry|displaced|infected|killed|eligible|registered)|"
    r"in (?:cash|fines|damages|debts?|savings|fees|its first (?:week|weekend|month|year))|fines?|funds?|loans?|deals?|grants?)\b)"
)
_MONEY_BEFORE = re.compile(
    r"\b(?:unemployment|profits?|losses|turnover|revenues?|fund|fine[sd]?|film|movie|album|lost)\b[^.;]*\Z",
    re.IGNORECASE,
)
_FAR_BEFORE = re.compile(
    r"\b(?:within|dep?th of|depths? of|height of|heights? of|length of|width of|altitude of|distance of|radius of|drop of|leap of|"
    r"jump of|throw of|mark of|measur(?:es|ed|ing)|stands|standing|stood|climb(?:s|ed|ing)?|fell|dived?|dug|swam|ran|walked|jumped|"
    r"leapt|threw|every|sank|rose|plunged|stretch(?:es|ed|ing)|extend(?:s|ed|ing)?|the men['’]s|the women['’]s|men['’]s|women['’]s|each|ice|resistant|waterproof|submersible)"
    r"(?:\s(?:about|around|over|nearly|almost|just|only|the|more than|some|at least|up|down|up to|to))*\s\Z"
)
_PEOPLE = re.compile(
    r"\b(?:population|audiences?|crowds?|readership|subscribers?|users?|sales|viewers?|followers?|copies|jobs|homes|households|"
    r"people|voters?|workers?|customers?|passengers?|downloads|views|streams|visitors|members|votes|patients|refugees|tickets|cases|units|vote|homeowners|pensioners|cars|barrels|tonnes|listeners)\b"
)
_LENGTHS = re.compile(
    r"\b(?:metres?|meters?|feet|ft|km|cm|miles?|height|depth|distance|swim\w*|sprint\w*|tides?|waves?|flood\w*|mountain|summit|tunnel|"
    r"bridge|building|tower|wall|pool|sea level|deep|wide|tall|long|high|race|freestyle|runner|athletics|yards?)\b|\d(?:ft|cm|km)\b"
)
_SO_MANY = re.compile(
    r"\b(?:to|of|by|than|nearly|almost|some|estimated|reach(?:ed|es|ing)?|hit|hits|top(?:ped|s)?|over|around|about|from|sold|worth|record|exceed\w*|pass(?:ed|es)?)\s\Z"
)


def _is_far(match: re.Match[str]) -> bool:
    """Whether "m" means meters here."""
    start, end = match.span()
    ahead, back = match.string[end : end + _NEAR], match.string[max(0, start - _NEAR) : start]
    if _FAR_BEHIND.match(ahead):
        return True
    if _MANY_BEHIND.match(ahead) or _MONEY_BEFORE.search(back):
        return False
    if _FAR_BEFORE.search(back):
        return True
    if back.endswith("(") and _LENGTHS.search(back[-9:]):
        return True
    around = back + ahead
    if _PEOPLE.search(around):
        return False
    return bool(_LENGTHS.search(around)) or not (_SO_MANY.search(back) or "." in match["number"])


def _meters(match: re.Match[str], variety: Variety) -> str:
    number = match["number"]
    said = say_amount(number, british=variety.british)
    link = "by" if (match["link"] or "").strip() in ("x", "×") else "to"
    first = (
        f"{say_amount(match['first'], british=variety.british)} {link} " if match["first"] else ""
    )
    single = is_one(number) and not first or stands_before_noun(match)  # noqa: RUF021
    return f"{first}{said} {'meter' if single else 'meters'}"


def _scaled(match: re.Match[str], variety: Variety) -> str:
    first = f"{say_amount(match['first'], british=variety.british)} to " if match["first"] else ""
    said = say_amount(match["number"], british=variety.british)
    return f"{first}{said} {scale_word(match['scale'])}"


def _m(match: re.Match[str], variety: Variety) -> str:
    return _meters(match, variety) if _is_far(match) else _scaled(match, variety)


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "a race",
        r"(?P<before>\b(?:[Aa]n?|[Tt]he|ran|run|first|my|his|her|charity)\s)(?P<n>\d{1,2}(?:\.5)?)[kK](?=\s(?:runs?|race|races|walk|course|fun run|swim|row|ride|park ?run|road|time|personal)\b|$|[.,;](?!\w))",
        lambda match, variety: (
            f"{match['before']}{say_amount(match['n'], british=variety.british)} K"
        ),
        ("a 5k run", "a five K run"),
        ("She ran the 10K.", "She ran the ten K."),
        ("paid 10k in", "paid ten thousand in"),
    ),
    spoken_form(
        "meters with a space",
        rf"{_FREE}(?:(?P<first>{NUMBER})\s?m?\s?(?P<link>-|–|to|x|×)\s?)?{_PLAIN}\sm\b(?!\w|['’]|\.\w)",
        _meters,
        ("15 m away", "fifteen meters away"),
    ),
    spoken_form(
        "legs of a relay",
        rf"{_FREE}(?P<first>\d{{1,2}})\s?(?P<link>[x×])\s?{_PLAIN}m\b",
        _meters,
        ("the 4x100m relay", "the four by one hundred meter relay"),
    ),
    spoken_form(
        "meters or millions",
        rf"{_FREE}(?:(?P<first>{NUMBER})m?(?P<link>\s?[-–]\s?|\sto\s))?{_PLAIN}(?P<scale>m)(?![\w'’/])",
        _m,
        ("200m sprint", "two hundred meters sprint"),
        ("about 3m deep", "about three meters deep"),
        ("a 13m wall", "a thirteen meter wall"),
        ("1.5m people", "one point five million people"),
        ("a crowd of 2m", "a crowd of two million"),
        ("It sank 30m.", "It sank thirty meters."),
        ("1,100ft (335m)", "one thousand one hundred feet (three hundred and thirty five meters)"),
        ("won by 17.4m to 16.1m", "won by seventeen point four to sixteen point one million"),
        ("within 50m of it", "within fifty meters of it"),
        ("a 1.5m-strong crowd", "a one point five million-strong crowd"),
    ),
    spoken_form(
        "large numbers",
        rf"{_FREE}(?:(?P<first>{NUMBER})(?:bn|tn|k)?\s?[-–]\s?)?{_PLAIN}(?P<scale>bn|mn|mln|tn|trn|k|(?<=\.\d)[KMB]|(?<=\.\d\d)[KMB]|[KMB](?=\s(?!was\b|is\b|has\b|does\b|says\b)(?:[a-z-]+s|people|children|men|women|homes|of|more|fewer|new|last|this)\b))(?![\w'’/])",
        _scaled,
        ("10k runners", "ten thousand runners"),
        ("3M was founded", "three M was founded"),
        ("3bn viewers", "three billion viewers"),
        ("a 2bn-strong market", "a two billion-strong market"),
    ),
)
