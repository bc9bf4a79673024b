"""Short words that count things or belong to a number: "vol. III", "(Fig. 3)", "(b. 1920)", "WWII".

Here belongs what refers to a part of something, to a year of a life, to a place by its state. What
needs no number behind it stands in `common.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.speaking.english.dates_and_times.calendar_names import find_weekday
from audiopress.speaking.english.names.us_states import POSTAL_STATES
from audiopress.speaking.english.numbers.number_words import say_cardinal, say_digits, say_ordinal
from audiopress.speaking.english.spoken_form import ends_sentence, spoken_form
from audiopress.speaking.roman_numerals import PLAIN_NUMERAL, roman_value
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    import re

    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_PARTS = {
    "vol": "volume",
    "vols": "volumes",
    "fig": "figure",
    "figs": "figures",
    "sec": "section",
    "secs": "sections",
    "art": "article",
    "arts": "articles",
    "ch": "chapter",
    "chap": "chapter",
    "eq": "equation",
    "par": "paragraph",
    "para": "paragraph",
    "paras": "paragraphs",
    "app": "appendix",
    "tab": "table",
    "ver": "version",
    "ed": "edition",
    "pt": "part",
    "ep": "episode",
    "eps": "episodes",
}
"""What a short form in front of a number stands for, in small letters."""

_ONLY_DOTTED = frozenset(
    (
        "app",
        "art",
        "arts",
        "ed",
        "par",
        "pt",
        "sec",
        "secs",
        "tab",
        "ver",
    )
)
"""Short forms that are words or units without their full stop: "the art 5 people made"."""

_ALSO_WORDS = ("IN", "ME", "OR", "OK", "HI", "OH", "AL", "ID", "LA", "DE")
"""States that are words as well: not told by the comma before them alone, "Well, OK then"."""

_LIVES = {
    "b": "born",
    "d": "died",
    "ca": "circa",
    "fl": "flourished",
    "r": "reigned",
}
"""Letters in front of the years of a life."""

_WORLD_WARS = {"1": "one", "I": "one", "2": "two", "II": "two", "3": "three", "III": "three"}
"""The number of a world war, in figures or a numeral."""


_DAY = "(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)"
"""Matches a weekday in its short form."""


_OF_CHANNELS = compile_late(
    r"(?:\b(?:VHF|UHF|Freeview|Freesat|MHz|walkie-talkies?|[Cc]oastguard|[Mm]arina)\b[^.;]*"
    r"|\b(?:[Rr]adios?|TV|[Tt]elevision)\s(?:(?:on|to|via|set\sto|tuned\sto)\s)?)(?<!\b[Ss]ee )\Z"
)
"""Matches up to "ch. 16" what makes it a channel; behind it stands what a chapter is about."""

_ON_THE_AIR = compile_late(
    r"\A\d+\s?\(?(?:on\s|of\s)?(?:the\s)?(?:[Mm]arine\s)?(?:VHF|UHF|Freeview|Freesat"
    r"|[\d.]+\s?MHz)\b"
)
"""Matches behind "ch. " a number that is on the air: "16 VHF"."""

_OF_BOOKS = compile_late(r"\b(?:[Bb]ooks?|[Nn]ovel|[Aa]uthors?|[Pp]ages?|[Cc]hapters?)\b|\bpp?\.")
"""Matches a word near it that makes it a chapter all the same."""

_PART_OF = compile_late(r"\A\d*\sof\b")
"""Matches behind "ch. " a number that is one of a book: "16 of his memoir"."""

_NEAR = 40
"""Characters on either side in which such words show."""


def _is_channel(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    behind = match.string[match.end() : match.end() + _NEAR]
    return (
        bool(_OF_CHANNELS.search(before) or _ON_THE_AIR.match(behind))
        and not _OF_BOOKS.search(before + behind)
        and not _PART_OF.match(behind)
    )


def _say_registered(match: re.Match[str], _variety: Variety) -> str:
    stop = f"{match['open']}number " if match["no"] else match["open"]
    return f"{match['what']} {stop}{say_digits(match['number'])}"


def _say_part(match: re.Match[str], _variety: Variety) -> str | None:
    short = match["short"]
    # The pattern lets the full stop be missing, which only some of the forms allow.
    if short.lower() in _ONLY_DOTTED and not match["stop"]:
        return None
    word = _PARTS[short.lower()]
    if word == "chapter" and _is_channel(match):
        word = "channel"
    number = match["numeral"]
    words = f"{word.title() if short[0].isupper() else word} "
    return words + (say_cardinal(roman_value(number)) if number else "")


def _say_century(match: re.Match[str], _variety: Variety) -> str:
    return f"{say_ordinal(roman_value(match['numeral']))} {match['word']}"


def _say_degree(match: re.Match[str], _variety: Variety) -> str:
    return f"{match['a']}{match['b']}" + ("." if ends_sentence(match) else "")


# Parts with a number before "vol" alone; lives before "circa", which takes any "c.".
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "part with a number",
        # a numeral or up to three figures; more are a year
        rf"\b(?P<short>{any_of(_PARTS, map(str.title, _PARTS), 'VOL')})\b(?P<stop>\.?)\s?"
        rf"(?:(?P<numeral>(?=[IVXLCDM]+\b){PLAIN_NUMERAL})\b(?!['’.]\w)|(?=\d{{1,3}}(?!\d)))",
        _say_part,
        ("vol. III", "volume three"),
        ("Vol 3", "Volume three"),
        ("VHF on ch. 16", "VHF on channel sixteen"),
        ("Ch. 16 VHF", "Channel sixteen VHF"),
        ("ch. 3 of a book on radio", "chapter three of a book on radio"),
        ("see ch. 3 on radio", "see chapter three on radio"),
        ("see Fig. C for it", "see Figure C for it"),
        ("(Fig. 3)", "(Figure three)"),
        ("Det Ch Insp Ali", "Detective Chief Inspector Ali"),
        ("Art. 5", "Article five"),
        ("the art 5 people made", "the art five people made"),
        # no number behind
        ("Fig leaves", "Fig leaves"),
    ),
    spoken_form(
        "number in a register",
        # figures that nobody counts: six with "no." in front, five behind a registered charity
        r"(?P<what>\b(?:[Cc]harity|[Cc]ompany|[Cc]ompanies House|[Rr]egistration|VAT"
        r"|[Rr]egistered(?=\sin\s[A-Z])"
        r"|[Aa]ccount|[Mm]embership|[Pp]olicy|[Rr]eference|[Ll]icen[cs]e)"
        r"(?:\s[Rr]eg(?:istration|\.)?)?"
        r"(?:\sin\s[A-Z][a-z]+(?:\sand\s[A-Z][a-z]+)?)?)"
        r"\s(?P<open>\(?)(?:(?P<no>(?:[Nn]o\b\.?|[Nn]umber):?\s?(?=\d{6}))"
        r"|(?<=[Rr]egistered charity )|(?<=[Rr]egistered charity \())"
        r"(?P<number>\d{5,12})(?![\w-]|[.,/]\d)",
        _say_registered,
        ("charity no. 1094432.", "charity number one zero nine four four three two."),
        ("registered charity 10944", "registered charity one zero nine four four"),
        ("a charity got 500000", "a charity got five hundred thousand"),
        ("at policy no. 12000", "at policy number twelve thousand"),
        needs="0123456789",
    ),
    spoken_form(
        "volume",
        r"(?<!-)\b(?P<v>[Vv])ol\b(?![-.'’])",
        r"\g<v>olume",
        ("(see vol", "(see volume"),
        ("a vol-au-vent", "a vol-au-vent"),
        needs="Vv",
    ),
    spoken_form(
        "life",
        # a year or a full date has to follow
        r"(?:(?<=[\s(])|^)(?P<short>b|d|ca|fl|r)\.\s?"
        r"(?=(?:c\.\s?)?1?\d{3}\b|\d{1,2} [A-Z][a-z]+ \d{4})",
        lambda match, _: _LIVES[match["short"]] + " ",
        ("(b. 1920)", "(born nineteen twenty)"),
        ("(d. 3 June 1999)", "(died the third of June nineteen ninety nine)"),
        ("built ca. 1700", "built circa seventeen hundred"),
        # no year behind
        ("grade b. 20 pupils", "grade b. twenty pupils"),
        needs=".",
    ),
    spoken_form(
        "circa",
        r"\bc\.\s?(?=\d{3,4}\b|\d{1,3},\d{3}|[£$€]\d)",
        "circa ",
        ("c. 500 BC", "circa five hundred B C"),
        needs="c",
    ),
    spoken_form(
        "feet behind a fraction",
        r"(?<=\d/\d )ft\b\.?|(?<=[½¼¾] )ft\b\.?",
        "feet",
        ("5 1/2 ft. deep", "five and one half feet deep"),
        needs="/½¼¾",
    ),
    spoken_form(
        "state behind a town",
        # before a ZIP code, a mark or the end; those that are words need one of these
        rf"(?<=[a-z], )(?P<state>{any_of(POSTAL_STATES)})\b"
        rf"(?=\s\d{{5}}\b|[,;)]|\.?\s*$|(?<!\b{any_of(_ALSO_WORDS)})\s)",
        lambda match, _: POSTAL_STATES[match["state"]],
        ("Springfield, MO 65807", "Springfield, Missouri six five eight zero seven"),
        ("in Portland, OR", "in Portland, Oregon"),
        ("in Allentown, PA for a day", "in Allentown, Pennsylvania for a day"),
        ("Well, OK then", "Well, OK then"),
        needs=",",
    ),
    spoken_form(
        "estimate",
        r"(?<=\b\d{4} )est\.",
        "estimate",
        ("(2010 est.)", "(twenty ten estimate)"),
        needs=".",
    ),
    spoken_form(
        "century",
        rf"\b(?P<numeral>{PLAIN_NUMERAL})(?:th)?\s(?P<word>[Cc]entur(?:y|ies))\b",
        _say_century,
        ("the XXI century", "the twenty first century"),
        needs="IVX",
    ),
    spoken_form(
        "world wars",
        r"\bWW\s?(?P<number>III|II|I|1|2|3)\b",
        lambda match, _: f"World War {_WORLD_WARS[match['number']]}",
        ("a WWII bomb", "a World War two bomb"),
        needs="W",
    ),
    spoken_form(
        "both of two days",
        rf"\b(?P<a>{_DAY})\b\.?\s?[/&+]\s?(?P<b>{_DAY})\b\.?(?![\w/-])",
        lambda match, _: f"{find_weekday(match['a'])} and {find_weekday(match['b'])}",
        ("open Sat/Sun too", "open Saturday and Sunday too"),
        ("Thurs & Fri.", "Thursday and Friday"),
        ("a Sun/Moon sign", "a Sun slash Moon sign"),
        needs="/&+",
    ),
    spoken_form(
        "weekdays",
        r"\b(?P<a>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?\s?[-–]\s?"
        r"(?P<b>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?",
        lambda match, _: f"{find_weekday(match['a'])} to {find_weekday(match['b'])}",
        ("open Mon.-Fri.", "open Monday to Friday"),
        # one day and another word
        ("a Sat-nav", "a Sat-nav"),
        needs="-–",
    ),
    spoken_form(
        "academic degree",
        r"\b(?P<a>Ph|M|B|D)\.?\s?(?P<b>D|Sc|Phil|Ed|Litt)(?P<stop>\.)",
        _say_degree,
        ("a Ph.D. in law", "a PhD in law"),
        ("with a Ph.D. The", "with a PhD. The"),
        needs="BDMP",
    ),
    spoken_form(
        "also known as",
        r"\b[Aa]\.?k\.?a\b\.?",
        "also known as",
        ("a.k.a. Bob", "also known as Bob"),
        needs="k",
    ),
)
