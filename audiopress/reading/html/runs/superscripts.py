"""What a raised or lowered text is: a power, the mark of a note, or letters of a word.

"10⁹" and "m²" are powers, written with the raised figures of Unicode, which speaking knows. A
figure behind a word, a price or the end of a sentence is the mark of a note. "1st", "H₂O" and
"CO₂" are words and go on in their line.
"""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from audiopress.reading.html.exponents import is_bound, is_expression, write_lowered, write_raised
from audiopress.reading.html.runs.note_links import NOTE_TEXT, NOTES, is_called_note
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["Superscript", "find_noted_numbers", "judge_superscript"]

_SIGNS = {"tm": "™", "sm": "℠"}
"""Raised letters that are one sign, which a rule of speaking knows."""

_ORDINALS = {"o": "º", "a": "ª"}
"""Raised letters behind a figure: the end of an ordinal ("1º"), or a degree typed as a letter."""

_NUMBERED = compile_late(r"(?:^|[^\w'’])[Nn]$")
"""The letter of "number" before its end is raised."""

_COUNT = compile_late(r"\s?\d")
"""What is numbered."""

_OF_DEGREES = compile_late(r"\s?[CFNSEW]\b")
"""What stands behind a degree: a scale, or a side of the compass."""

_MARK = compile_late(
    any_of(
        r"\[.{1,12}\]",
        r"\(\d{1,3}\)",
        r"[*†‡§¶#‖∗⁎]{1,4}",
        r"\d{1,3}(?:\s?[,;–—-]\s?\d{1,3})+,?",  # "1,2", "3-5"
        r"\d{1,3}[,;.)]",
        r"(?:note|ref|fn)\.?\s?\d{1,3}",
    ),
    re.IGNORECASE,
)
"""What stands raised for a note and for nothing else."""

_BARS = frozenset(("/", "\u2044", "\u2215"))
"""Between the two figures of a fraction: a slash, and those of Unicode for it."""

_FIGURES = compile_late(r"[+\-−–]?\d{1,3}")
"""An exponent, or the number of a note."""

_TEN = compile_late(r"(?<![\w.,])(?:10|2)$")
"""Bases of which powers are told: what is very large or small, and what computers count in."""

_NUMBER = compile_late(r"(?<![\w.,$€£¥])\(?[+\-−]?(?:\d{1,3}|\d{1,2}\.\d{1,3})\)?$")
"""A base that is a number: short, without thousands and currency."""

_PRICE = compile_late(r"[$€£¥]\s?\d{1,4}(?P<point>\.?)$")
"""A price before its cents, with or without the point."""

_ORDINAL_FIGURES = compile_late(r"(?<![\d.,$€£¥])\d{1,3}$")
"""A number that has a rank: no year, no price."""

_CHARGE = compile_late(r"[1-9]?[+\-−–]")
"""The charge of an ion: "2−"."""

_BARE_PRICE = compile_late(r"(?<![\w.,])(?!(?:2|10)$)\d{1,3}$")
"""A number that may be a price of which the cents are raised; 2 and 10 have powers."""

_BARE_CENTS = compile_late(r"[49]9|9[58]|00")
"""Cents that are told without a sign of a currency."""

_OF_POWERS = compile_late(r"\bmod\b|\b(?:power|digit|remainder|exponent)", re.IGNORECASE)
"""Words of arithmetic beside a power."""

_CENTS = compile_late(r"[2-9][059]|0\d|98")
"""Cents as shops raise them; a page with a note 20 or 49 links to it."""

_LETTER_MARK = compile_late(r"[a-m](?:\s?,\s?[a-m]){0,4}|[ivx]{1,4}")
"""Notes with letters or small numerals, behind the end of a phrase; "n" and "o" end words."""

_PHRASE = compile_late(r"(?:[^\W\d_]{3}|\b[a-z]{2}|\d)[.,;:!?”’\")\]]{1,3}$")
"""The end of a phrase, which is no abbreviation: "St.", "D."."""

_UNIT = compile_late(
    r"(?:(?<=[\d\s/·⋅*(])|^)"
    + any_of(
        "[kcmdµμn]?m", "ft", "in", "yd", "mi", "[mµμ]?s", "[km]?g", "sec", "[cd]?l", "mol", "K"
    )
    + "$"
)
"""A unit that has powers: "m" in "25 m²", "s" in "m/s²"."""

_COUNTED = compile_late(r"(?:\d\s?|/\s?|\d\s?[^\W\d]{1,3}[\s·⋅*])[^\W\d]{1,3}$")
"""A unit behind a number or another unit; by itself "in" and "s" are words."""

_VARIABLE = compile_late(
    any_of(
        r"(?:^|[^\w'’])(?:[b-hj-z]|[α-ωΑ-Ω]|R)[\u0300-\u030c]?",  # alone, and no word
        r"[=+×·*/(−]\s?\d*[a-zα-ω]{1,2}",  # "= mc"
        r"\dπ?[a-zα-ω]|π[a-z]",  # "4r", "πr"
        r"[=×·∝≈]\s?[\d.]{0,6}(?:[a-zA-Zα-ωΑ-Ω]\d?){1,4}",  # "= ρgH", "= kT"
        r"(?:^|[^\w'’])\d{0,3}[a-zA-Z]?[α-ωΑ-Ω][a-zA-Z]{1,3}",  # "ρgH", "σT"
        r"[½⅓⅔¼¾⅛]\s?[a-zA-Zα-ω]{1,3}",  # "½mv"
        r"(?:^|[^\w'’])[a-zα-ω]\d",  # "v0" with a lowered figure
        r"(?:^|[^\w'’])(?:m[cv]|g[ht]|[hk][tvx]|pr|rt|[bl][hw]|xy)",  # "mc" and its kin
    )
    + "$"
)
"""A letter that stands for a quantity, and some such letters that are multiplied."""

_FUNCTION = compile_late(r"(?<![^\W\d])(?:sinh?|cosh?|tanh?|cot|sec|csc|log|ln)$")
"""A function that has its power before what it is of."""

_ARGUMENT = compile_late(r"\s?(?:[α-ωΑ-Ω(]|\d|[b-hj-z](?!\w))")
"""What such a function is of."""

_ITALIC_PRODUCT = compile_late(
    r"(?:^|[^\w'’])"
    + any_of(
        "(?!cf|dr|f[fnt]|m[rs]|nb|pp|s[cst]|tv|vs)[b-df-hj-np-tv-z]{2}",
        "[a-z]{1,2}[A-Z]{1,2}",
        "[a-z]{0,2}[α-ωΑ-Ω][a-zα-ωA-Z]{0,2}",
    )
    + "$"
)
"""Letters set in italics that are no word and no name: "mc", "gH"."""

_ANY_LETTER = compile_late(r"(?:^|[^\w'’])\d*[a-zA-Z]$")
"""A letter that may be a name or a word, and is a quantity only in a formula."""

_OPERATOR = compile_late(r"[=+−×·∙^<>≤≥≈∝√]|(?:\b\w|\d)\s?[-–*/]\s?(?:\w\b|\d)")
"""What stands between the terms of a formula."""

_NEAR = 12
"""Characters on both sides of a base in which an operator is looked for."""

_ISOTOPE = compile_late(
    r"(?:[23]H|[34]He|[67]Li|\d{2,3}m?(?:[BCNOFPSKIYU]|Na|Al|Si|Cl|Ar|Ca|Cr|Fe|Co|Ni|Cu|Zn|Ga|Kr"
    r"|Sr|Mo|Tc|Xe|Cs|Sm|Lu|Tl|Pb|Bi|Po|Rn|Ra|Ac|Th|Pa|Np|Pu|Am|Cm|Cf))(?![a-z])"
)
"""The mass and the symbol of an element: ¹⁴C."""

_ITALIC = frozenset(("i", "em", "var", "cite"))
"""Elements in which books set variables."""

_VARIABLE_LETTERS = 3
"""Letters of the longest product: "ρgH" of three; more is the title of a book."""

_NOTED = compile_late(
    rf"(?:^|[-_:]){NOTES}s?[-_:]?\.?(\d{{1,3}})(?!\d)",
    re.IGNORECASE,
)
"""The id of a note below the story: "fn3", "cite_note-3"."""


class Superscript(NamedTuple):
    """What a raised text is, and how it is written in a line."""

    kind: Literal["power", "note", "text"]
    text: str


def judge_superscript(element: Any, before: str, after: str, noted: frozenset[str]) -> Superscript:
    """Return what a ``<sup>`` or ``<sub>`` is, by what stands before and behind it in its line.

    ``noted`` are the numbers that notes of the page have.
    """
    text = "".join(element.itertext()).strip()
    raised = element.tag == "sup"
    if raised and (number := _read_with_number(element, text, before, after)):
        return Superscript("text", number)
    if _MARK.fullmatch(text) or (raised and _is_note_text(element, text, before)):
        return Superscript("note", text)
    if not raised:
        # "H2O", "CO2": what is lowered is said as it is written
        return Superscript("text", write_lowered(text, before))
    if is_bound(element, before):
        return Superscript("power", f"^{{{text}}}")
    if _FIGURES.fullmatch(text):
        return _judge_figures(element, text, before, after, noted)
    return _judge_letters(element, text, before)


def _judge_letters(element: Any, text: str, before: str) -> Superscript:
    if text.lower() in _SIGNS:
        return Superscript("text", _SIGNS[text.lower()])
    charged = _CHARGE.fullmatch(text) and _is_behind_figure(element)
    if charged or is_expression(element, before, italic=_is_italic(element)):
        return Superscript("power", write_raised(element))
    return Superscript("text", text)


def _is_behind_figure(element: Any) -> bool:
    """Whether a lowered figure stands right before: SO₄."""
    below = element.getprevious()
    return below is not None and below.tag == "sub" and not below.tail


def _read_with_number(element: Any, text: str, before: str, after: str) -> str:
    """Return what makes one with the number before it, as it is written in a line, else ""."""
    counted = before[-1:].isdigit()
    if text.isdigit() and _is_over_bar(element):
        # "12 1/2" is no "121/2"
        return f" {text}" if counted else text
    if text in ("o", "os") and _NUMBERED.search(before) and _COUNT.match(after):
        return "º"
    if not counted or text not in _ORDINALS:
        return ""
    if text == "a" and not _ORDINAL_FIGURES.search(before):
        return ""
    return "°" if text == "o" and _OF_DEGREES.match(after) else _ORDINALS[text]


def _is_note_text(element: Any, text: str, before: str) -> bool:
    """Whether a raised text is a note's by its link, or as a letter behind the end of a phrase."""
    if NOTE_TEXT.fullmatch(text) and _is_linked(element, text):
        return True
    number = before[-1:].isdigit() and not _ORDINAL_FIGURES.search(before)
    if number and _LETTER_MARK.fullmatch(text):
        # behind a year or an amount, which have no rank
        return True
    return bool(_LETTER_MARK.fullmatch(text) and _PHRASE.search(before))


def _is_over_bar(element: Any) -> bool:
    """Whether a raised figure is the upper one of a fraction: 1/2 with a lowered 2."""
    below = element.getnext()
    return (
        (element.tail or "").strip() in _BARS
        and below is not None
        and below.tag == "sub"
        and "".join(below.itertext()).strip().isdigit()
    )


def _is_linked(element: Any, text: str) -> bool:
    """Whether a link leads from a raised text and from nothing else."""
    if is_called_note(element) or next(element.iter("a"), None) is not None:
        return True
    link = next(element.iterancestors("a"), None)
    return link is not None and "".join(link.itertext()).strip() == text


def _judge_figures(
    element: Any, text: str, before: str, after: str, noted: frozenset[str]
) -> Superscript:
    power = Superscript("power", write_raised(element))
    note = Superscript("note", text)
    if not before or before[-1].isspace() or before[-1] in "([{":
        # nothing stands before it to be raised
        return power if _ISOTOPE.match(text + after) else note
    # no note has a number below nothing
    if _TEN.search(before) or not text[0].isdigit():
        return power
    price = _PRICE.search(before)
    if price and _CENTS.fullmatch(text) and text not in noted:
        return Superscript("text", text if price["point"] else f".{text}")
    if text not in noted and _is_bare_price(text, before, after):
        return Superscript("text", f".{text}")
    if text == "1":  # a power that nobody writes
        return note
    # a note of the page with this number is stronger than a base that may be none
    return power if _is_base(element, before, after, strict=text in noted) else note


def _is_bare_price(text: str, before: str, after: str) -> bool:
    """Whether a number and what is raised behind it are a price without a sign: 4.99."""
    if not (_BARE_CENTS.fullmatch(text) and _BARE_PRICE.search(before)):
        return False
    around = before[-_NEAR:] + after[:_NEAR]
    return not (_OPERATOR.search(around) or _OF_POWERS.search(before + after[:_NEAR]))


def _is_base(element: Any, before: str, after: str, *, strict: bool) -> bool:
    """Whether what stands before a raised figure is something that has powers."""
    if _UNIT.search(before) and _COUNTED.search(before):
        return True
    below = element.getprevious()
    lowered = below is not None and below.tag == "sub" and not below.tail and not strict
    if lowered and "".join(below.itertext()).isalpha():
        # "xᵢ²"; behind "CO₂" stands a note
        return True
    if _FUNCTION.search(before) and _ARGUMENT.match(after):
        return True
    italic = _is_italic(element)
    if italic and not strict and _ITALIC_PRODUCT.search(before):
        return True
    if italic or _OPERATOR.search(before[-_NEAR:] + after[:_NEAR]):
        bases = (_NUMBER, _VARIABLE, _ANY_LETTER)
        closed = before[-1] == ")" and before.rfind("(", len(before) - 2 * _NEAR) >= 0
        return closed or any(base.search(before) for base in bases)
    return not strict and any(base.search(before) for base in (_NUMBER, _VARIABLE))


def _is_italic(element: Any) -> bool:
    """Whether the base is set as a variable is: in an element of its own, or both together."""
    beside = element.getprevious()
    if beside is not None and beside.tag in _ITALIC and not (beside.tail or "").strip():
        return len("".join(beside.itertext())) <= _VARIABLE_LETTERS
    around = element.getparent()
    return around is not None and around.tag == "var"


def find_noted_numbers(body: Any) -> frozenset[str]:
    """Return the numbers of the notes that a page has below its story, by their ids."""
    ids = body.xpath(".//@id[contains(., 'n') or contains(., 'r') or contains(., 'b')]")
    return frozenset(match[1] for name in ids if (match := _NOTED.search(str(name))))
