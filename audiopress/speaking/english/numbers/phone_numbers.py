# ruff: noqa: E501 - a pattern is read whole
"""Numbers that are said figure by figure: telephones, emergency calls, books."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.speaking.english.numbers.number_words import say_digits
from audiopress.speaking.english.spoken_form import spoken_form

if TYPE_CHECKING:
    from audiopress.speaking.english.spoken_form import SpokenForm, Variety

__all__ = ["FORMS"]


def _phone(match: re.Match[str], _variety: Variety) -> str:
    groups = re.findall(r"\d+", match[0])
    said = ", ".join(say_digits(group) for group in groups)
    return f"plus {said}" if match[0].lstrip(" (").startswith("+") else said


def _toll_free(match: re.Match[str], variety: Variety) -> str:
    if match["area"] == "800":
        rest = re.sub(
            r"\d+", lambda found: say_digits(found[0]) + ",", match["rest"].replace("-", " ")
        )
        return f"one, eight hundred, {rest}".rstrip(",")
    return _phone(match, variety)


FORMS: tuple[SpokenForm, ...] = (
    spoken_form(
        "US toll-free",
        r"(?<![\w-])1-(?P<area>8\d\d)-(?P<rest>[A-Z]{4,}|[A-Z0-9]+(?:-[A-Z0-9]+)+)\b",
        _toll_free,
        ("us:1-800-273-TALK", "one, eight hundred, two seven three, TALK"),
        ("us:1-800-GO-U-HAUL", "one, eight hundred, GO U HAUL"),
    ),
    spoken_form(
        "telephone",
        r"(?<![\w+.-])(?:\+\d{1,3}[\s-]?(?:\(\d{1,4}\)[\s-]?)?\d{2,4}(?:[\s-]\d{2,4}){1,4}|\+\d{9,14}"
        r"|\(?\d{3}\)?[\s.-]{1,2}\d{3}[.-]\d{4}(?:-\d+)?|\+\d\s?\(\d{3}\)[\s-]\d{3}-\d{4}|1-\d{3}-\d{3}-\d{4}"
        r"|\(?0\d{2,4}\)?(?:\s\d{3,4}){2}|\+\d{2} \d{3,5} \d{5,6}|0[1-9]\d\d(?:\s\d{2,4}){1,2}|555-\d{4}|0\d{4}\s\d{5,6}|0\d{9,10}|\d{3}-\d{2}-\d{4})(?![\w-])",
        _phone,
        ("Call 020 7946 0018", "Call zero two zero, seven nine four six, zero zero one eight"),
        ("us:123-123-5678", "one two three, one two three, five six seven eight"),
        ("0800 1111", "zero eight zero zero, one one one one"),
        ("us:555-0100", "five five five, zero one zero zero"),
        ("+44 20 7946 0018", "plus four four, two zero, seven nine four six, zero zero one eight"),
    ),
    spoken_form(
        "helpline",
        r"(?<![\w.,£$€-])(?P<n>11[68] \d{3}|116\d{3}|118\d{3})(?![\w,.-]*\d|\s(?:people|men|women|[a-z]+s)\b)",
        lambda match, _: say_digits(match["n"]),
        ("Samaritans on 116 123", "Samaritans on one one six one two three"),
    ),
    spoken_form(
        "police on a number",
        r"(?P<before>\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Cc]ontact|[Rr]each)(?:ed|ing|s)?\b[^.;:\d]{1,50}\bon\s)(?P<n>101|111|999|112|105|911)\b(?![,.]\d|-)",
        lambda match, _: match["before"] + say_digits(match["n"]),
        ("call police on 101", "call police on one zero one"),
    ),
    spoken_form(
        "emergency number",
        r"(?P<before>\b(?:[Dd]ial(?:l?ed|l?ing)?|[Cc]all(?:ed|ing|s)?(?: or text)?|[Rr]ing|[Rr]ang|[Pp]hone)\s+(?:the\s+)?)(?P<number>999|911|112|101|105|111|311|116\s?\d{3}|118\s?\d{3}|988)\b(?!,\d)(?:(?P<link>\s(?:or|and)\s(?:the\s)?)(?P<more>999|911|112|101|111|988)\b)?",
        lambda match, _: (
            match["before"]
            + say_digits(match["number"])
            + (match["link"] + say_digits(match["more"]) if match["more"] else "")
        ),
        ("dial 999", "dial nine nine nine"),
        ("Call 999 or 101.", "Call nine nine nine or one zero one."),
    ),
    spoken_form(
        "number of a text",
        r"(?P<before>\b[Tt]ext(?:ing|ed)?\s(?:\w+\sto\s)?)(?P<n>\d{5,6})\b",
        lambda match, _: match["before"] + say_digits(match["n"]),
        ("text HELP to 60060", "text HELP to six zero zero six zero"),
    ),
    spoken_form(
        "emergency number behind a word",
        r"(?P<before>\b(?:a|to|via|the)\s)(?P<n>999|911)\b(?!\s[a-z]+s\b|[,.]\d|-)",
        lambda match, _: match["before"] + say_digits(match["n"]),
        ("us:calls to 911 rose", "calls to nine one one rose"),
    ),
    spoken_form(
        "emergency call",
        r"\b(?P<number>999|911|112)(?= (?:call|dispatch|operator|emergency))",
        lambda match, _: say_digits(match["number"]),
        ("a 911 call", "a nine one one call"),
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
    ),
)
