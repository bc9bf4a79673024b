"""Numbers that name something: files, versions, addresses of computers, floods of 1 in 100 years.

Here belongs what is no amount though it is written in figures. It comes before dates, fractions
and units, which would each take a part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import (
    FOUR_DIGITS,
    TWO_DIGITS,
    say_cardinal,
    say_code,
    say_digits,
    say_pair,
)
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_FILES = (
    "act",
    "appeal",
    "application",
    "bill",
    "bulletin",
    "case",
    "claim",
    "complaint",
    "contract",
    "decision",
    "decree",
    "directive",
    "docket",
    "document",
    "file",
    "invoice",
    "law",
    "licence",
    "license",
    "lot",
    "notice",
    "nos?\\.",
    "number",
    "order",
    "patent",
    "permit",
    "petition",
    "planning",
    "protocol",
    "ref",
    "reference",
    "regulation",
    "report",
    "resolution",
    "ruling",
    "tender",
    "ticket",
)
"""What has a number of its own, with the year behind a slash: "case 12/2024"."""

_COUNTED = (
    "Act",
    "Appendix",
    "Article",
    "Book",
    "Chapter",
    "Day",
    "Episode",
    "Exercise",
    "Figure",
    "Issue",
    "Lesson",
    "Level",
    "Module",
    "Page",
    "Part",
    "Question",
    "Round",
    "Rule",
    "Season",
    "Section",
    "Step",
    "Table",
    "Task",
    "Track",
    "Unit",
    "Volume",
    "Week",
)
"""What is counted with a nought in front so that a list is in order: "Chapter 01"."""

_SPANS = ("day", "week", "month", "year", "decade", "game", "match", "race", "shot")
"""What happens once in so many: "a 1-in-100-year flood"."""

_IP_ADDRESS = r"\d{1,3}(?:\.\d{1,3}){3}"
"""Matches four numbers of an address of version 4."""


def _say_part(text: str) -> str:
    """Return a part of a file number: pairs of four figures, else figure by figure."""
    if len(text) == TWO_DIGITS:
        return say_pair(int(text))
    return say_code(text) if len(text) <= FOUR_DIGITS else say_digits(text)


def _say_file(match: re.Match[str], _variety: Variety) -> str:
    words = {"ref": "reference", "Ref": "Reference"}
    name = words.get(match["name"].rstrip("."), match["name"])
    more = re.sub(r"\bn(?:o|r)\b", "number", match["more"].replace(".", "").rstrip(":"))
    parts = " slash ".join(map(_say_part, re.findall(r"\d+", match["number"])))
    body = f" {' '.join(match['body'])}" if match["body"] else ""
    return f"{name}{more} {parts}{body}"


def _say_long_file(match: re.Match[str], _variety: Variety) -> str | None:
    """Say "4525/25" without a word before it; half and half of a year are no file."""
    top, bottom = match["top"], match["bottom"]
    return f"{_say_part(top)} slash {_say_part(bottom)}"


def _say_chance(match: re.Match[str], variety: Variety) -> str:
    few = match["few"]
    first = say_cardinal(int(few), british=variety.british) if few.isdecimal() else few
    many = say_cardinal(int(match["many"].replace(",", "")), british=variety.british)
    return f"{first} in {many}" + (" " if match["link"] else "")


def _say_ip_address(match: re.Match[str], _variety: Variety) -> str:
    words = " dot ".join(say_digits(part) for part in match["address"].split("."))
    if match["port"]:
        words += f" port {say_digits(match['port'])}"
    return words + (f" slash {say_cardinal(int(match['bits']))}" if match["bits"] else "")


def _say_ip_six(match: re.Match[str], _variety: Variety) -> str:
    parts = re.findall(r"\d|[a-fA-F]|:|/\d+", match[0])
    names = [
        "colon" if part == ":"
        else f"slash {say_cardinal(int(part[1:]))}" if part[0] == "/"
        else say_digits(part) if part.isdecimal()
        else part.upper()
        for part in parts
    ]  # fmt: skip
    return " ".join(names)


def _say_version(match: re.Match[str], _variety: Variety) -> str:
    parts = match["number"].split(".")
    link = " point " if len(parts) == TWO_DIGITS else " dot "
    said = [_say_version_part(part) for part in parts]
    stage = f" {match['stage'].strip('-.')}" if match["stage"] else ""
    return (match["said"] or "version ") + link.join(said) + stage


def _say_version_part(part: str) -> str:
    return say_digits(part) if part[0] == "0" else say_cardinal(int(part))


# Addresses of computers before versions, which have as many points; words before bare numbers.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "move of a chess game",
        # the number of a move is glued to the first half of it
        r"(?<![\w.,])(?P<n>\d{1,3})\.(?=(?:[KQRBN][a-h1-8]?x?|[a-h]x)?[a-h][1-8](?!\w)|O-O\b)",
        r"\g<n>, ",
        ("1.e4 c5", "one, e four c five"),
        ("see 1.e of it", "see one.e of it"),
        needs=".",
    ),
    spoken_form(
        "address of version four",
        rf"(?<![\w.])(?P<address>{_IP_ADDRESS})"
        r"(?::(?P<port>\d{1,5})|/(?P<bits>\d{1,2}))?(?![\w/]|[.:]\d)",
        _say_ip_address,
        ("from 10.0.0.0/8", "from one zero dot zero dot zero dot zero slash eight"),
        ("at 127.0.0.1:80", "at one two seven dot zero dot zero dot one port eight zero"),
        needs=".",
    ),
    spoken_form(
        "address of version six",
        # eight groups, or fewer and two colons somewhere
        r"(?<![\w:.])(?=[\da-fA-F]*:)(?=[\d:]*[\da-fA-F])(?:"
        r"(?:[\da-fA-F]{1,4}:){7}[\da-fA-F]{1,4}"
        r"|(?:[\da-fA-F]{1,4}:){1,6}:(?:[\da-fA-F]{1,4}:){0,5}[\da-fA-F]{0,4}"
        r"|::(?:[\da-fA-F]{1,4}:){0,6}[\da-fA-F]{1,4}"
        r")(?:/\d{1,3})?(?![\w:])",
        _say_ip_six,
        ("at 2001:db8::1", "at two zero zero one colon D B eight colon colon one"),
        ("from fe80::/10", "from F E eight zero colon colon slash ten"),
        ("a page::after 5", "a page::after five"),
        needs=":",
    ),
    spoken_form(
        "version",
        # "Version v2" says its word itself
        r"\b(?P<said>(?i:version|release)\s)?[vV](?:er)?\.?\s?"
        r"(?P<number>\d{1,4}(?:\.\d{1,4}){1,3})"
        r"(?P<stage>[-.]?(?:alpha|beta|rc|dev|pre|post))?(?![\w/]|[.,]\d)",
        _say_version,
        ("from v2.3.1 on", "from version two dot three dot one on"),
        ("v2.0-beta", "version two point zero beta"),
        ("of v10.15", "of version ten point fifteen"),
        ("Version v2.3.1", "Version two dot three dot one"),
        ("release v1.4", "release one point four"),
        needs=".",
    ),
    spoken_form(
        "number of a file",
        rf"\b(?P<name>(?i:{any_of(_FILES)}))\b"
        r"(?P<more>(?:\.?:?|\.?\s(?:no|number|nr|nos)\.?|\s\([A-Z]+\)))"
        r"\s?#?(?P<number>\d{1,6}/\d{1,4}(?:/\d{1,4})?)(?:/(?P<body>[A-Z]{2,5})\b)?(?![\w/.,]*\d)",
        _say_file,
        ("ref. 4525/25 of it", "reference forty five twenty five slash twenty five of it"),
        ("Directive 95/46/EC", "Directive ninety five slash forty six E C"),
        ("in case 12/2024 they", "in case twelve slash twenty twenty four they"),
        ("Regulation (EU) 2016/679", "Regulation (EU) twenty sixteen slash six seventy nine"),
        (
            "application no. 36022/97",
            "application number three six zero two two slash ninety seven",
        ),
        # a share of the cases
        ("case 1 of 3/4", "case one of three quarters"),
        needs="/",
    ),
    spoken_form(
        "number with a slash",
        # no fraction is so large, and no season: four figures or more that are no year
        r"(?<![\w.,/£$€-])(?P<top>\d{5,6}|(?!1[0-9]\d\d/|20\d\d/)\d{4})/(?P<bottom>\d{2,4})"
        r"(?![\w/-]|[.,]\d)",
        _say_long_file,
        ("under 4525/25 it", "under forty five twenty five slash twenty five it"),
        ("in 2025/26 it", "in twenty twenty five twenty six it"),
        needs="/",
    ),
    spoken_form(
        "one in so many",
        r"(?<![\w.,-])(?P<few>\d{1,3}|once|one|two|three|four|five|six|seven|eight|nine|ten)-in-"
        rf"(?P<many>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:(?P<link>-)(?={any_of(_SPANS)}))?(?![\w,.]*\d)",
        _say_chance,
        ("a 1-in-100-year flood", "a one in one hundred year flood"),
        ("a one-in-10 chance", "a one in ten chance"),
        ("the 1-in-1,000 shot", "the one in one thousand shot"),
        ("a once-in-1,000-year storm", "a once in one thousand year storm"),
        ("a 2-inch nail", "a two inch nail"),
        needs="-",
    ),
    spoken_form(
        "counted with a nought",
        rf"\b(?P<name>(?i:{any_of(_COUNTED)}))\s0+(?=[1-9]\d?\b(?![.:/,-]?\d))",
        r"\g<name> ",
        ("Chapter 01 and episode 005", "Chapter one and episode five"),
        ("Room 007 of it", "Room double oh seven of it"),
        ("Part 05:30", "Part five thirty"),
        needs="0",
    ),
)
