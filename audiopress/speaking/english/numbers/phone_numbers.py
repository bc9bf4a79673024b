"""Numbers that are said figure by figure: telephones, emergency calls, books.

Here belongs a number that is dialled or looked up, never counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_digits
from audiopress.speaking.english.spoken_form import spoken_form
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]

_PHONE_NUMBERS = (
    r"\+\d{1,3}[\s-]?(?:\(\d{1,4}\)[\s-]?)?\d{2,4}(?:[\s-]\d{2,4}){1,4}",  # +44 20 7946 0018
    r"\+\d{9,14}",  # +442079460018
    r"\(?\d{3}\)?[\s.-]{1,2}\d{3}[.-]\d{4}(?:-\d+)?",  # (212) 555-0100
    r"\+\d\s?\(\d{3}\)[\s-]\d{3}-\d{4}",  # +1 (212) 555-0100
    r"1-\d{3}-\d{3}-\d{4}",  # 1-212-555-0100
    r"\(?0\d{2,4}\)?(?:\s\d{3,4}){2}",  # 020 7946 0018
    r"\+\d{2} \d{3,5} \d{5,6}",  # +44 1632 960001
    r"0[1-9]\d\d(?:\s\d{2,4}){1,2}",  # 0800 1111
    r"555-\d{4}",  # 555-0100, the exchange of invented numbers
    r"0\d{4}\s\d{5,6}",  # 01632 960001
    r"0\d{9,10}",  # 01632960001
    r"\d{3}-\d{2}-\d{4}",  # 078-05-1120, a social security number
)
"""How numbers are written that are dialled, in Britain, America and from abroad."""

_EMERGENCY_NUMBERS = (
    "999",
    "911",
    "112",
    "101",
    "105",
    "111",
    "311",
    r"116\s?\d{3}",
    r"118\s?\d{3}",
    "988",
)
"""Numbers of three figures, and helplines, that are told by the verb "call" or "dial" before."""

_SECOND_NUMBERS = ("999", "911", "112", "101", "111", "988")
"""Those that stand behind another: "Call 999 or 101."."""

_POLICE_NUMBERS = ("101", "111", "999", "112", "105", "911")
"""Those on which somebody is called: "call police on 101"."""

_TOLL_FREE = "800"
"""The code whose second part may be a word: "1-800-GO-U-HAUL"."""


def _say_phone(match: re.Match[str], _variety: Variety) -> str:
    groups = re.findall(r"\d+", match[0])
    words = ", ".join(say_digits(group) for group in groups)
    # "+44 20 ...": the sign is dialled, so it is said; brackets are not.
    return f"plus {words}" if match[0].lstrip(" (").startswith("+") else words


def _say_toll_free(match: re.Match[str], variety: Variety) -> str:
    if match["area"] != _TOLL_FREE:
        return _say_phone(match, variety)
    written = match["rest"].replace("-", " ")
    rest = re.sub(r"\d+", lambda found: say_digits(found[0]) + ",", written)
    return f"one, eight hundred, {rest}".rstrip(",")


def _say_behind_word(match: re.Match[str], _variety: Variety) -> str:
    """Keep the word by which the number is told, and say the number."""
    return match["before"] + say_digits(match["n"])


def _say_emergency(match: re.Match[str], _variety: Variety) -> str:
    more = match["link"] + say_digits(match["more"]) if match["more"] else ""
    return match["before"] + say_digits(match["number"]) + more


# Whole numbers before the short ones that a word has to tell.
FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "US toll-free",
        r"(?<![\w-])1-(?P<area>8\d\d)-(?P<rest>[A-Z]{4,}|[A-Z0-9]+(?:-[A-Z0-9]+)+)\b",
        _say_toll_free,
        ("us:1-800-273-TALK", "one, eight hundred, two seven three, TALK"),
        ("us:1-800-GO-U-HAUL", "one, eight hundred, GO U HAUL"),
        needs="8",
    ),
    spoken_form(
        "telephone",
        rf"(?<![\w+.-]){any_of(_PHONE_NUMBERS)}(?![\w-])",
        _say_phone,
        ("Call 020 7946 0018", "Call zero two zero, seven nine four six, zero zero one eight"),
        ("us:123-123-5678", "one two three, one two three, five six seven eight"),
        ("0800 1111", "zero eight zero zero, one one one one"),
        ("us:555-0100", "five five five, zero one zero zero"),
        ("+44 20 7946 0018", "plus four four, two zero, seven nine four six, zero zero one eight"),
        ("us:555-100 of them", "five hundred fifty five to one hundred of them"),
    ),
    spoken_form(
        "helpline",
        # so many people may follow, who are counted
        r"(?<![\w.,£$€-])(?P<n>11[68] \d{3}|116\d{3}|118\d{3})"
        r"(?![\w,.-]*\d|\s(?:people|men|women|[a-z]+s)\b)",
        lambda match, _: say_digits(match["n"]),
        ("Samaritans on 116 123", "Samaritans on one one six one two three"),
        # so many people
        ("116 123 people", "one hundred and sixteen one hundred and twenty three people"),
        needs="68",
    ),
    spoken_form(
        "police on a number",
        r"(?P<before>\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Cc]ontact|[Rr]each)(?:ed|ing|s)?\b"
        rf"[^.;:\d]{{1,50}}\bon\s)(?P<n>{any_of(_POLICE_NUMBERS)})\b(?![,.]\d|-)",
        _say_behind_word,
        ("call police on 101", "call police on one zero one"),
        ("call police on 105 days", "call police on one zero five days"),
    ),
    spoken_form(
        "emergency number",
        r"(?P<before>\b(?:[Dd]ial(?:l?ed|l?ing)?|[Cc]all(?:ed|ing|s)?(?: or text)?"
        r"|[Rr]ing|[Rr]ang|[Pp]hone)\s+(?:the\s+)?)"
        rf"(?P<number>{any_of(_EMERGENCY_NUMBERS)})\b(?!,\d)"
        rf"(?:(?P<link>\s(?:or|and)\s(?:the\s)?)(?P<more>{any_of(_SECOND_NUMBERS)})\b)?",
        _say_emergency,
        ("dial 999", "dial nine nine nine"),
        ("Call 999 or 101.", "Call nine nine nine or one zero one."),
        ("he called 999,000 voters", "he called nine hundred and ninety nine thousand voters"),
    ),
    spoken_form(
        "number of a text",
        r"(?P<before>\b[Tt]ext(?:ing|ed)?\s(?:\w+\sto\s)?)(?P<n>\d{5,6})\b",
        _say_behind_word,
        ("text HELP to 60060", "text HELP to six zero zero six zero"),
        needs="x",
    ),
    spoken_form(
        "emergency number behind a word",
        r"(?P<before>\b(?:a|to|via|the)\s)(?P<n>999|911)\b(?!\s[a-z]+s\b|[,.]\d|-)",
        _say_behind_word,
        ("us:calls to 911 rose", "calls to nine one one rose"),
        ("us:up to 911 cars", "up to nine hundred eleven cars"),
        needs="9",
    ),
    spoken_form(
        "emergency call",
        r"\b(?P<number>999|911|112)(?= (?:call|dispatch|operator|emergency))",
        lambda match, _: say_digits(match["number"]),
        ("a 911 call", "a nine one one call"),
        needs="29",
    ),
    spoken_form(
        "ending in",
        r"(?<=\bending in )(?P<number>\d{2,4})\b",
        lambda match, _: say_digits(match["number"]),
        ("a card ending in 8876", "a card ending in eight eight seven six"),
    ),
    spoken_form(
        "ISBN",
        r"(?P<name>\b(?:ISBN|ISSN|OCLC)(?:-1[03])?:?\s)(?P<number>\d[\d-]{6,}[\dX])",
        lambda match, _: match["name"] + say_digits(match["number"]).replace("zero", "oh"),
        ("ISBN 3-7705-3380-1", "ISBN three seven seven oh five three three eight oh one"),
        needs="NO",
    ),
)
