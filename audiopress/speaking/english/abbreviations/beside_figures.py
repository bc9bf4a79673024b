"""Short words that a figure tells: "4 wkts", "103no", "FY2025/26", "4x100m relay", "30km NW of".

Here belongs what is a word of a trade beside its figure; elsewhere the letters mean other things.
They come before dates, money and measures, which take the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.dates_and_times.calendar_names import MONTHS
from audiopress.speaking.english.numbers.number_words import say_cardinal
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_POINTS = {
    "N": "north",
    "S": "south",
    "E": "east",
    "W": "west",
    "NE": "northeast",
    "NW": "northwest",
    "SE": "southeast",
    "SW": "southwest",
}
"""Points of the compass, in full."""

_SUM = r"(?:[£$€]\s?)?\d[\d,]*(?:\.\d+)?(?:%|[ap]m|bn|m|k)?"
"""Matches a number with what belongs to it."""

_PER = {
    "pa": "per annum",
    "pcm": "per calendar month",
    "pw": "per week",
    "ph": "per hour",
    "pp": "per person",
    "pppn": "per person per night",
    "ono": "or nearest offer",
    "ovno": "or very near offer",
}
"""Letters behind a sum of money that say for how long or for whom it is, or what is taken too."""

_GUN = (
    r"\b(?:(?!begun)[a-z]*guns?|rifles?|pistols?|revolvers?|carbines?|cal|calib(?:er|re)s?"
    r"|cartridges?|ammunition|ammo|bullets?|Magnums?|Winchester|Remington|ACP|firearms?)\b"
)
"""Matches what has a bore."""

_SMALL_WORD = r"(?:an?|the|his|her|and|or|of|in|on|at|by|to|as|when|while|with|over|for|per|from)\b"
"""Matches a word that ends what belongs to a bore: ".15 when the gun was fired" is none."""

_GUN_BEHIND = compile_late(
    rf"\A(?:(?:\s(?!{_SMALL_WORD})[\w'’-]+){{0,2}}|(?:\s(?:[A-Z][\w'’-]*|and|&)){{1,4}})"
    rf"[\s-](?:{_GUN}|(?:rounds?|shells?)\b)"
)
"""Matches a gun right behind a decimal: ".22 long rifle", ".38 Smith & Wesson revolver"."""

_GUN_BESIDE = compile_late(rf"{_GUN} \(?\Z")
"""Matches a gun right in front of one: "a Winchester .270"."""

_GUN_BEFORE = compile_late(rf"{_GUN}.*\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]y) \Z")
"""Matches a gun some words in front of one with an article: "the gun, a .38"."""

_RATE = compile_late(
    r"\A(?:\s[\w-]+){0,2}?\s(?:levels?|limits?|readings?|average|rates?|percent\w*|hitters?)\b"
)
"""Matches behind a decimal what has no bore."""

_NEAR = 30
"""Characters in front in which such a word shows."""


def _say_per(match: re.Match[str], _variety: Variety) -> str:
    ends = match["stop"] and ends_sentence(match)
    return f"{match['sum']} {_PER[match['per'].replace('.', '')]}" + ("." if ends else "")


def _is_calibre(before: str, after: str) -> bool:
    if before.endswith(" of ") or _RATE.match(after):
        return False
    return bool(
        _GUN_BEHIND.match(after) or _GUN_BESIDE.search(before) or _GUN_BEFORE.search(before)
    )


def _say_calibre(match: re.Match[str], _variety: Variety) -> str | None:
    """Say ".410" as "four ten" and ".22" as "twenty two", as those who shoot do."""
    text, figures = match.string, match["figures"]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if not _is_calibre(before, text[match.end() :]):
        return None
    whole, tens = figures[:-2], figures[-2:]
    if tens == "00" or not whole:
        return say_cardinal(int(figures))
    rest = f"oh {say_cardinal(int(tens))}" if tens[0] == "0" else say_cardinal(int(tens))
    return f"{say_cardinal(int(whole))} {rest}"


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "for how long a sum is",
        r"(?P<sum>[£$€]\s?\d[\d,]*(?:\.\d+)?[km]?|\d%)\s?"
        r"(?P<per>p\.a|p\.w|p\.p|o\.n\.o|pa|pcm|pw|ph|pppn|pp|ono|ovno)\b(?P<stop>\.?)(?![\w/])",
        _say_per,
        ("£32,000 p.a. and more", "thirty two thousand pounds per annum and more"),
        (
            "£850pcm, £45 pp",
            "eight hundred and fifty pounds per calendar month, forty five pounds per person",
        ),
        ("at 5% pa.", "at five percent per annum."),
        (
            "£425k ono",
            "four hundred and twenty five thousand pounds or nearest offer",
        ),
        ("a bike, £80 o.n.o.", "a bike, eighty pounds or nearest offer."),
        ("£90 Ono fees", "ninety pounds Ono fees"),
        # of the Labour party, and of a book
        ("paid £5 PA fees", "paid five pounds P A fees"),
        needs="po",
    ),
    spoken_form(
        "per annum",
        r"(?<![\w.])p\.\s?a\.(?!\w)",
        lambda match, _: "per annum" + ("." if ends_sentence(match) else ""),
        ("10,000 tonnes p.a. of it", "ten thousand tonnes per annum of it"),
        needs="p",
    ),
    spoken_form(
        "calibre",
        r"(?<![\w.,])\.(?P<figures>\d{2,3})(?!\w|[.,]\d|%)",
        _say_calibre,
        ("a .410 shotgun", "a four ten shotgun"),
        ("a .22 rifle and .303 rounds", "a twenty two rifle and three oh three rounds"),
        ("his .38 Smith and Wesson revolver", "his thirty eight Smith and Wesson revolver"),
        ("the gun, a .38, was his", "the gun, a thirty eight, was his"),
        ("a rate of .410 in it", "a rate of point four one zero in it"),
        # no gun's, though one is near
        ("a level of .15 when he fired the gun", "a level of point one five when he fired the gun"),
        ("a level of .08 and a loaded gun", "a level of point zero eight and a loaded gun"),
        ("gained .75 strokes over four rounds", "gained point seven five strokes over four rounds"),
        needs=".",
    ),
    spoken_form(
        "between two numbers",
        rf"\b(?P<first>[Bb]etween\s{_SUM})\s?[-–—]\s?(?={_SUM}"
        rf"(?![\w/]|[-–—]\d|\s?and\b|\s{any_of(MONTHS)}|\s{any_of(m[:3] for m in MONTHS)}\b))",
        r"\g<first> and ",
        ("between 2019–21", "between twenty nineteen and twenty one"),
        ("between 5-10% of", "between five and ten percent of"),
        ("between £5-£6", "between five pounds and six pounds"),
        # two scores, and days of a month
        ("between 6-4 and 6-3", "between six four and six three"),
        ("between 10-12 May", "between the tenth to the twelfth of May"),
        needs="-–—",
    ),
    spoken_form(
        "fiscal year of a firm",
        r"\bFY\s?['’]?(?=(?:20)?\d\d(?:/\d\d)?(?!\w|[.,]\d))",
        "fiscal year ",
        ("in FY2025/26", "in fiscal year twenty twenty five twenty six"),
        ("FY25 sales", "fiscal year twenty five sales"),
        needs="Y",
    ),
    spoken_form(
        "on aggregate",
        r"(?<=\bon )agg\b(?P<stop>\.?)",
        lambda match, _: "aggregate" + ("." if match["stop"] and ends_sentence(match) else ""),
        ("won 3-2 on agg. at home", "won three two on aggregate at home"),
        needs="g",
    ),
    spoken_form(
        "after extra time",
        r"(?:(?<=\d )|(?<=\())(?:a\.\s?e\.\s?t\.|aet\b)",
        "after extra time",
        ("won 2-1 a.e.t. there", "won two one after extra time there"),
        ("won 2-1 (aet)", "won two one (after extra time)"),
        needs="t",
    ),
    spoken_form(
        "wickets",
        r"(?<=\d )wkt(?P<s>s?)\b\.?(?=[\s,;)]|$)",
        r"wicket\g<s>",
        ("took 4 wkts for 30", "took four wickets for thirty"),
        needs="w",
    ),
    spoken_form(
        "not out",
        r"(?<![\w.,])(?P<runs>\d{1,3})no\b",
        r"\g<runs> not out",
        ("Root 103no", "Root one hundred and three not out"),
        needs="n",
    ),
    spoken_form(
        "minute of stoppage time",
        r"(?P<minutes>(?<![\w.,])(?:45|90|105|120)\+\d{1,2})(?:['’′](?!\w)|(?:st|nd|rd|th)\b)",
        r"\g<minutes>",
        ("(Smith 45+2')", "(Smith forty five plus two)"),
        ("the 45+2nd minute", "the forty five plus two minute"),
        needs="+",
    ),
    spoken_form(
        "minute of a game",
        r"(?P<nth>(?<![\w.,])\d{1,3}(?:st|nd|rd|th))[\s-]min\b(?:\.(?=\s[a-z]))?(?!-|\s\d)",
        r"\g<nth> minute",
        ("a 78th-min try", "a seventy eighth minute try"),
        ("in the 3rd min. of it", "in the third minute of it"),
        ("the 5th mini cab", "the fifth mini cab"),
        needs="m",
    ),
    spoken_form(
        "pounds with a p",
        r"(?P<pounds>£\d[\d,]*\.\d\d)p\b",
        r"\g<pounds>",
        ("for £1,000.50p", "for one thousand pounds fifty pence"),
        needs="£",
    ),
    spoken_form(
        "relay",
        r"\b(?P<legs>\d)\s?[x×]\s?(?P<leg>\d{2,4})\s?m(?=\s(?:[a-z]+\s)?relay\b)",
        r"\g<legs> by \g<leg> meter",
        ("the 4x100m relay", "the four by one hundred meter relay"),
        ("a 4 x 200m freestyle relay", "a four by two hundred meter freestyle relay"),
        needs="x×",
    ),
    spoken_form(
        "pages of a range",
        r"\bpp\.?\s(?=\d+[-–]\d)",
        "pages ",
        ("pp 3-4", "pages three to four"),
        needs="p",
    ),
    spoken_form(
        "way from a place",
        r"(?P<far>\d\s?(?:km|mi|nmi?|(?:nautical )?miles?|kilomet(?:er|re)s?)\s)"
        r"(?P<point>[NS][EW]\b|[NSEW](?=\sof\b))",
        lambda match, _: f"{match['far']}{_POINTS[match['point']]}",
        ("30km NW of town", "thirty kilometers northwest of town"),
        ("7 nm NW", "seven nautical miles northwest"),
        ("5 miles N of it", "five miles north of it"),
        # the letter of a road
        ("5 miles E Street", "five miles E Street"),
        needs="NSEW",
    ),
)
