# ruff: noqa: E501 - a pattern is read whole, and typographic marks are what it is about
"""All other figures: telephone numbers, scores, ranges, fractions, codes, plain numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    NUMBER,
    say_amount,
    say_cardinal,
    say_code,
    say_digits,
    say_ordinal,
    say_pair,
    say_year,
)
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS", "LAST", "ORDINALS"]

_HEAVIEST = 60  # stone
_FREE = r"(?<![\w.,])"
_BOOKS = (
    r"Genesis|Exodus|Leviticus|Deuteronomy|Joshua|Judges|Samuel|Kings|Psalms?|Proverbs|Ecclesiastes|Isaiah|"
    r"Jeremiah|Ezekiel|Daniel|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|"
    r"Colossians|Timothy|Hebrews|James|Peter|Revelation|Surah|Sura|Quran|Koran"
)
_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_HUNDREDS = {
    "100": "hundreds",
    "1000": "thousands",
    "10000": "tens of thousands",
    "100000": "hundreds of thousands",
    "1000000": "millions",
}
_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _vulgar(match: re.Match[str], variety: Variety) -> str:
    top, bottom = _VULGAR[match["sign"]].split("/")
    part = _fraction_words(int(top), int(bottom))
    if not match["whole"]:
        return part if part != "one half" else "a half" if match["of"] else "half"
    part = {"one half": "a half", "one quarter": "a quarter", "one third": "a third"}.get(
        part, part
    )
    return f"{say_amount(match['whole'], british=variety.british)} and {part}"


def _fraction_words(top: int, bottom: int) -> str:
    names = {1: ("over one", "over one"), 2: ("half", "halves"), 4: ("quarter", "quarters")}
    name = say_ordinal(bottom)
    one, many = names.get(bottom, (name, name + "s"))
    return f"{say_cardinal(top)} {one if top == 1 else many}"


def _fraction(match: re.Match[str], _variety: Variety) -> str | None:
    if match["top"].startswith("0") or match["bottom"].startswith("0"):
        return f"{say_pair(int(match['top']))} {say_pair(int(match['bottom']))}"
    top, bottom = int(match["top"].replace(",", "")), int(match["bottom"].replace(",", ""))
    if bottom == 0 or bottom == 1 and not match["whole"]:  # noqa: RUF021
        return None
    whole = f"{say_cardinal(int(match['whole']))} and " if match["whole"] else ""
    if top + bottom == 100 and not whole:  # noqa: PLR2004 - parts of a whole
        return f"{say_cardinal(top)} {say_cardinal(bottom)}"
    if bottom == 10 and top > 1 and not whole:  # noqa: PLR2004
        return f"{say_cardinal(top)} out of ten"
    if (top, bottom) == (1, 2) and not whole:
        return "half" if re.match(r"\s+an?\b", match.string[match.end() :]) else "one half"
    return whole + _fraction_words(top, bottom)


def _range(match: re.Match[str], variety: Variety) -> str:
    first, last = match["a"], match["b"]
    if last.startswith("0") and len(last) == 2:  # noqa: PLR2004 - 30-06
        return f"{_plain(first, variety)} {say_pair(int(last))}"
    return f"{_plain(first, variety)} to {_plain(last, variety)}"


def _plain(text: str, variety: Variety) -> str:
    """Say a number in running text: a year, a figure, or digits where it is a name."""
    if re.fullmatch(r"1(?:0[1-9]|[1-9]\d)\d|20\d\d", text) and text != "2000":
        return say_year(int(text), british=variety.british)
    if re.fullmatch(r"\d{8,}|\d{5}", text) and not text.endswith("000"):
        return say_digits(text)
    return say_amount(text, british=variety.british)


def _power(match: re.Match[str], variety: Variety) -> str:
    exponent = match["power"].translate(_SUPER)
    sign = "minus " if exponent.startswith("-") else ""
    said = f"{say_cardinal(int(match['base']))} to the power of {sign}{say_cardinal(int(exponent.lstrip('-')))}"
    if not match["number"]:
        return said
    return f"{say_amount(match['number'], british=variety.british)} times {said}"


def _ordinal(match: re.Match[str], variety: Variety) -> str | None:
    number = int(match["number"].replace(",", ""))
    right = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    if match["end"] == "st" != right and number < _HEAVIEST:
        return f"{say_cardinal(number)} stone"
    if match["end"].lower() != right:
        return f"{say_cardinal(number, british=variety.british)} {match['end']}"
    return say_ordinal(number, british=variety.british)


def _signed(match: re.Match[str], variety: Variety) -> str:
    sign = {"+": "plus", "-": "minus", "−": "minus", "–": "minus"}[match["sign"]]
    return f"{sign} {say_amount(match['number'], british=variety.british)}"


def _operator(match: re.Match[str], variety: Variety) -> str:
    words = {"+": "plus", "*": "times", "×": "times", "x": "by", "=": "equals", "-": "minus",
             "−": "minus", ">": "is greater than", "<": "is less than", "÷": "divided by"}  # fmt: skip
    return f"{_plain(match['a'], variety)} {words[match['op']]} "


def _leftover(match: re.Match[str], variety: Variety) -> str:
    """Figures glued to letters: a space is heard, and no figure is lost."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    said = _plain(match[0], variety)
    return (" " if before.isalnum() else "") + said + (" " if after.isalnum() else "")


ORDINALS: tuple[SpokenForm, ...] = (
    spoken_form(
        "two ordinals",
        r"\b(?P<first>\d+(?:st|nd|rd|th))\s?(?P<link>[-–/])\s?(?=\d+(?:st|nd|rd|th)\b)",
        lambda match, _: f"{match['first']} {'or' if match['link'] == '/' else 'to'} ",
        ("the 5th–6th centuries", "the fifth to sixth centuries"),
        ("the 7th/8th century", "the seventh or eighth century"),
    ),
    spoken_form(
        "ordinal",
        r"(?<![\w.,/])(?P<number>\d{1,3}(?:,\d{3})+|\d+)[\s]?(?P<end>(?<! )(?:st|nd|rd|th|ST|ND|RD|TH))\b",
        _ordinal,
        ("finished 3rd", "finished third"),
        ("weighed 12st 4lb", "weighed twelve stone four pounds"),
        ("the 107th Congress", "the one hundred and seventh Congress"),
    ),
    spoken_form(
        "house number",
        r"(?<![\w.,$£€#/-])(?P<n>[1-9]\d{2,4})(?=\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]+\s|\d+(?:st|nd|rd|th)\s){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Ct|Court|Dr|Drive|Blvd|Boulevard|Ln|Lane|Pl|Place|Pkwy|Hwy)\b|\s\d+(?:st|nd|rd|th)\s)",
        lambda match, _: say_code(match["n"]),
        ("1101 Wilshire Blvd", "eleven oh one Wilshire Boulevard"),
    ),
    spoken_form(
        "side of a street",
        r"(?P<before>(?<=[a-z] )|(?<=\d ))(?P<side>[NSEW])\b\.?(?=\s(?:[A-Z][a-z]+|(?:[a-z]+\s)?(?:first|second|third|[a-z]+th))\s(?:St|Ave|Rd|Blvd|Dr|st|Street|Avenue|Road)\b)",
        lambda match, _: {"N": "North", "S": "South", "E": "East", "W": "West"}[match["side"]],
        ("12 S Grand Ave", "twelve South Grand Avenue"),
    ),
)
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "IP address and versions",
        r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){2,3}(?![\w.]*\d)",
        lambda match, _: " dot ".join(
            say_digits(part) if match[0].count(".") == 3 else say_cardinal(int(part))  # noqa: PLR2004
            for part in match[0].split(".")
        ),
        ("123.123.0.40", "one two three dot one two three dot zero dot four zero"),
        ("version 1.1.3", "version one dot one dot three"),
    ),
    spoken_form(
        "power of ten",
        rf"(?:(?<!\d)(?<!\d,)(?P<number>{NUMBER})\s?[×x]\s?)?(?<![\w.])(?P<base>\d{{1,3}})(?P<power>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)",
        _power,
        ("6.02×10²³", "six point zero two times ten to the power of twenty three"),
        needs="⁰¹²³⁴⁵⁶⁷⁸⁹",
    ),
    spoken_form(
        "vulgar fraction",
        r"(?:(?P<whole>\d+)\s?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])(?P<of>\s?of\b)?",
        lambda match, variety: (
            _vulgar(match, variety)
            + (" of" if match["of"] else "")
            + (" " if match.string[match.end() : match.end() + 1].isalnum() else "")
        ),
        ("2½ hours", "two and a half hours"),
        ("¾ of them", "three quarters of them"),
        needs="½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞",
    ),
    spoken_form(
        "numbers of hundreds",
        r"(?<![\w.,])(?P<n>1,?000|100,?000|10,?000|100|1,000,000)s\b",
        lambda match, _: _HUNDREDS[match["n"].replace(",", "")],
        ("100,000s of people", "hundreds of thousands of people"),
    ),
    spoken_form(
        "fraction",
        r"(?<![\w.,/-])(?:(?P<whole>\d{1,3})\s)?(?P<top>\d{1,5})\s?/\s?(?P<bottom>\d{1,5})(?:th|rd|TH|RD|r?ths|rds)?(?![\w/]|[.,-]\d)",
        _fraction,
        ("1/2 a mile", "half a mile"),
        ("scored 9/10", "scored nine out of ten"),
        ("a 60/40 split", "a sixty forty split"),
        ("the 05/06 season", "the oh five oh six season"),
        ("2/3 of voters", "two thirds of voters"),
        ("2 1/2 years", "two and one half years"),
    ),
    spoken_form(
        "chapter and verse",
        rf"\b(?P<book>{_BOOKS})\s(?P<a>\d{{1,3}}):(?P<b>\d{{1,3}})(?:[-–](?P<c>\d{{1,3}}))?(?![\w:])",
        lambda match, _: (
            f"{match['book']} {say_cardinal(int(match['a']))} {say_cardinal(int(match['b']))}"
            + (f" to {say_cardinal(int(match['c']))}" if match["c"] else "")
        ),
        ("John 3:16 says", "John three sixteen says"),
        ("Matthew 5:3-12", "Matthew five three to twelve"),
    ),
    spoken_form(
        "batting average",
        r"(?P<before>\b(?:hit|hits|hitting|batted|batting|slugged|slugging|average of|an?|at|his|is|was)\s)\.(?P<n>\d{3})(?!\w|[.,]\d|[\s-](?:inch|second|caliber|calibre|mm|percent))",
        lambda match, variety: (
            None
            if variety.british
            else match["before"] + say_code(match["n"])
            if match["n"][0] != "0"
            else None
        ),
        ("us:He hit .312 and", "He hit three twelve and"),
        ("us:a .500 record", "a five hundred record"),
    ),
    spoken_form(
        "ratio",
        r"(?<![\w:.])(?P<a>\d{1,4})\s?:\s?(?P<b>\d{1,3})(?![\w:])",
        _range,
        ("a 1:10 ratio", "a one to ten ratio"),
    ),
    spoken_form(
        "sum",
        rf"(?<![\w.,])(?P<a>{NUMBER})\s?(?P<op>-)\s?(?=\d+\s?=)",
        _operator,
        ("5-2=3", "five minus two equals three"),
    ),
    spoken_form(
        "operator",
        rf"(?<![\w.,])(?P<a>{NUMBER})\s?(?P<op>[+*×x=<>÷−])\s?(?=\d)",
        _operator,
        ("2 + 2 = 4", "two plus two equals four"),
        ("10 x 5", "ten by five"),
    ),
    spoken_form(
        "range of ages",
        r"(?<![\w.,-])(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})-(?=(?:year|month|week|day|hour|mile|minute|inch|foot|point|man|person|people)s?\b)",
        lambda match, variety: _range(match, variety) + " ",
        ("18-24-year-olds", "eighteen to twenty four year-olds"),
        ("a 10-15-minute walk", "a ten to fifteen minute walk"),
    ),
    spoken_form(
        "range",
        r"(?<![\w.,-])(?P<a>\d[\d,]*(?:\.\d+)?)\s?[-–—]\s?(?P<b>\d[\d,]*(?:\.\d+)?)(?![\w-])(?<![,.])",
        _range,
        ("8,000-10,000 troops", "eight thousand to ten thousand troops"),
        ("10-15 minutes", "ten to fifteen minutes"),
    ),
    spoken_form(
        "long number behind a sign",
        r"#\s?(?P<number>\d{5,})\b(?![.,]\d)",
        lambda match, _: f"number {say_digits(match['number'])}",
        ("case #559393", "case number five five nine three nine three"),
    ),
    spoken_form(
        "number sign",
        r"#\s?(?=\d)",
        "number ",
        ("the #1 song", "the number one song"),
    ),
    spoken_form(
        "so many times",
        r"(?<![\w.,/])[x×](?P<n>\d|10|20|50|100)\b(?![.,]?\d)",
        r"times \g<n>",
        ("x2", "times two"),
    ),
    spoken_form(
        "times",
        r"(?<![\w.,])(?P<n>\d+(?:\.\d+)?)x\b",
        lambda match, variety: f"{say_amount(match['n'], british=variety.british)} times",
        ("2.5x faster", "two point five times faster"),
    ),
    spoken_form(
        "and more",
        rf"(?<![\w.,])(?P<n>{NUMBER})\+(?!\w)",
        lambda match, variety: f"{_plain(match['n'], variety)} plus",
        ("40+", "forty plus"),
    ),
    spoken_form(
        "signed",
        rf"(?<![\w.,)\]'’\"”])(?P<sign>[+\-−–])(?P<number>{NUMBER})(?![\w-])",
        _signed,
        ("minus: -3", "minus: minus three"),
    ),
)
LAST: tuple[SpokenForm, ...] = (
    spoken_form(
        "age",
        r"(?<![\w.,])(?P<number>\d{1,3})-(?P<unit>year|month|week|day)-old",
        lambda match, variety: f"{_plain(match['number'], variety)} {match['unit']} old",
        ("a 43-year-old man", "a forty three year old man"),
    ),
    spoken_form(
        "hyphened",
        rf"(?<![\w.,])(?P<number>{NUMBER})-(?=[A-Za-z])",
        lambda match, variety: f"{_plain(match['number'], variety)} ",
        ("a 30-year plan", "a thirty year plan"),
    ),
    spoken_form(
        "number",
        r"(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?!\w)",
        lambda match, variety: _plain(match["number"], variety),
        ("ten of the 1,600", "ten of the one thousand six hundred"),
        ("in 2011", "in twenty eleven"),
        ("1.2 million", "one point two million"),
    ),
    spoken_form("leftover", r"\d+(?:\.\d+)?", _leftover, ("tech n9ne", "tech n nine ne")),
)
