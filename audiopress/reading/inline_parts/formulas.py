r"""Formulas in a text: between the marks of TeX (``\( \)``, ``$ $``), or plain ("b^2 - 4ac").

Nobody follows a formula by ear, so it is left out whole; a single letter or number of one is said,
for the sentence is about it: "where $x$ is the height".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_formulas"]

_LONGEST = 3000
"""Characters of the longest formula that is looked for: a screen full of aligned equations."""

_DELIMITED = compile_late(
    any_of(
        rf"\\begin\{{(?P<name>[a-z]{{1,20}}\*?)\}}.{{0,{_LONGEST}}}?\\end\{{(?P=name)\}}",
        rf"\\\((?P<round>(?:(?!\\\().){{1,{_LONGEST}}}?)\\\)",
        rf"\\\[(?P<square>(?:(?!\\\[).){{1,{_LONGEST}}}?)\\\]",
        rf"\$\$(?P<double>[^$]{{1,{_LONGEST}}})\$\$",
        rf"\[(?P<code>latex|tex|math)\](?P<coded>.{{1,{_LONGEST}}}?)\[/(?P=code)\]",
        # as Pandoc has it: no space within the marks, no figure behind
        r"(?<![\w$\\])\$(?:latex )?(?P<single>(?! )[^$]{1,300})(?<![\s\\])\$(?![\d$])",
    ),
    re.DOTALL,
)
"""A formula between the marks of TeX; an amount of money is told by what lies between."""

_COMMAND = compile_late(r"\\[A-Za-z]+")
"""A command of TeX."""

_WORD = compile_late(r"[^\W\d_]{4,}")
"""A word: between two signs of a currency it is no formula's, unless a command names it."""

_RELATION = compile_late(r"[=<>^_+*/|]|\d[a-z]\b|\b[a-zA-Z]\b|^[(\d., )+-]+$")
"""What a formula without commands has: a sign, or a letter that stands for something."""

_GREEK = (
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "zeta",
    "eta",
    "theta",
    "iota",
    "kappa",
    "lambda",
    "mu",
    "nu",
    "xi",
    "pi",
    "rho",
    "sigma",
    "tau",
    "upsilon",
    "phi",
    "chi",
    "psi",
    "omega",
)
"""Letters that are said by the name that TeX has for them."""

_SINGLE = compile_late(
    rf"(?P<plain>[A-Za-z]|\d{{1,6}}(?:\.\d{{1,6}})?)|\\(?P<greek>{any_of(_GREEK)})", re.IGNORECASE
)
"""One letter or number: it is said."""

_BRACES = r"\{[^{}]{0,80}(?:\{[^{}]{0,40}\}[^{}]{0,40}){0,4}\}"
"""A group of TeX, and groups in it."""

_COMMANDS = (
    "frac",
    "sqrt",
    "sum",
    "int",
    "prod",
    "lim",
    "partial",
    "infty",
    "cdot",
    "times",
    "approx",
    "leq?",
    "geq?",
    "neq",
    "pm",
    "mathrm",
    "mathbf",
    "mathbb",
    "mathcal",
    "text",
    "vec",
    "hat",
    "bar",
    "overline",
    "left",
    "right",
    *_GREEK,
)
"""Commands that tell of a formula without marks around it."""

_TOKEN = any_of(
    rf"\\{any_of(_COMMANDS)}(?![a-zA-Z])(?:\s?{_BRACES}){{0,3}}",
    rf"(?<![\w^])\w{{1,3}}(?:[\^_](?:{_BRACES}|[+-]?\w{{1,4}})){{1,2}}",
    rf"\^(?:{_BRACES}|[+-]?\w{{1,4}})",
    r"(?<!\w)\d{1,9}(?:\.\d{1,9})?[a-zA-Z]{0,3}(?!\w)",
    r"(?<!\w)[a-zA-Z](?!\w)",
    r"[-+=*/<>−±×·≤≥≈≠()|!∑∏∫∮∂∇√∞∈→]",
    r"(?<=[∑∏∫∮⋃⋂])[\^_]" + _BRACES,
    r"(?<![\w^])[a-zA-Z]?[\u0391-\u03c9][a-zA-Z]?(?![\w^])",
)
"""A piece of a formula: a power, a number with letters, one letter, a sign. Never a word."""

_PLAIN = compile_late(rf"{_TOKEN}(?:\s?{_TOKEN}){{0,60}}")
"""Pieces of a formula in a row."""

_POWER = compile_late(r"[A-Za-z)]\^|\^\{?-?[A-Za-z]|\\(?:frac|sqrt|sum|int|prod|mathrm|mathbb)")
"""What no text without a formula has; powers of a number alone ("10^9") are read as numbers."""

_BRACED = compile_late(r"[\^_]\{[^{}]{0,40}[^\w{}][^{}]{0,40}\}|[∑∏∫∮]\s?[\^_]\{|\w\^\{T\}")
"""An index that reckons, or the bounds of a sum: what stands so has no words of its own."""

_SIDE = r"(?:[\wα-ωΑ-Ω]{1,4}|[\w(]{1,6}\)|\^\([^()\s]{1,24}\)|[()∑∏∫])"
"""A term beside such a formula, or a piece of one."""

_FACTOR = (
    r"(?:(?<!\w)(?:[b-hj-z]|[a-zα-ω]\d|[xyzpqwuvc][ijkn]|d[xyztrs]|[a-zA-Z]\([a-z]\))(?!\w|\^)"
    r"|(?<!\w)[a-z]?\^\([^()\s]{1,24}\)|(?<=\w)\^\([^()\s]{1,24}\)"
    r"|(?<!\w)[a-z][²³ⁿ](?!\w))"
)
"""A factor that stands behind the sign of a sum without a sign: "xi", "e^(−x)", "dx"."""

_TERMS_BEFORE = compile_late(
    rf"(?<![\w(])(?:{_SIDE}{{1,4}}+\s?[-+=*/<>−±×·≤≥≈]\s?){{1,6}}$|(?<!\w)[\w]{{1,3}}$"
)
"""Such terms with their signs, right before."""

_TERMS_BEHIND = compile_late(
    rf"(?:\s?[-+=*/<>−±×·≤≥≈]\s?{_SIDE}{{1,4}}+){{1,6}}(?!\w)"
    rf"|(?:\s?{_FACTOR})+(?:\s?[-+=*/<>−±×·≤≥≈]\s?{_SIDE}{{1,4}}+){{0,6}}(?!\w)"
)
"""The same behind it."""

_TERMS_REACH = 60
"""Characters that are looked through for them."""

_OPERATION = compile_late(r"[+=*/<>−±×·≤≥≈≠]|\s-\s|\\[a-z]")
"""What makes a formula of a power: "n^2" by itself is said."""

_UNITS = any_of(
    "kg", "km", "cm", "mm", "mol", "Pa", "Hz", "m", "s", "g", "h", "J", "K", "N", "W", "V", "A", "L"
)
"""Units whose powers stand in measures."""

_MEASURE = compile_late(
    rf"\d[\d.,]* ?{_UNITS}(?:\^-?\d)?(?:[ ·*/(]{{1,2}}{_UNITS}(?:\^-?\d)?\)?){{0,4}}$"
)
"""A number and its unit, which are said: "9.8 m/s^2"."""

_MEASURE_LETTERS = 24
"""Characters of the longest such measure."""

_LOOSE = " -+=*/<>|!,"
"""Signs that a formula does not begin or end with: they are dashes, or the sentence's."""


def find_formulas(text: str) -> Iterator[InlinePart]:
    """Yield the formulas of ``text``; of a single letter only the marks around it."""
    taken = 0
    plain = "^" in text or "\\" in text or "_{" in text
    for found in _DELIMITED.finditer(text):
        if found["single"] and not _is_mathematical(found["single"]):
            continue
        if plain:
            yield from _find_plain(text, taken, found.start())
        yield from _judge_delimited(found)
        taken = found.end()
    if plain:
        yield from _find_plain(text, taken, len(text))


def _judge_delimited(found: re.Match[str]) -> Iterator[InlinePart]:
    """Yield what is not said of a formula between marks."""
    names = ("round", "square", "double", "coded", "single")
    name = next((name for name in names if found[name]), "")
    single = _SINGLE.fullmatch(found[name].strip()) if name else None
    if single is None:
        yield InlinePart(start=found.start(), end=found.end(), reason="formula")
    else:
        said = single["plain"] or single["greek"]
        yield InlinePart(start=found.start(), end=found.end(), reason="", instead=said)


def _is_mathematical(inner: str) -> bool:
    """Whether what stands between two dollars is a formula and no text between two amounts."""
    if _COMMAND.search(inner):
        return True
    return not _WORD.search(inner) and bool(_RELATION.search(inner))


def _find_plain(text: str, start: int, end: int) -> Iterator[InlinePart]:
    """Yield formulas without marks: what has a power or a command of TeX, and an operation."""
    for found in _PLAIN.finditer(text, start, end):
        said = found[0]
        braced = _BRACED.search(said)
        if not braced and not (_POWER.search(said) and _OPERATION.search(said)):
            continue
        # a dash beside it is the sentence's, and so is a bracket that it does not close
        left = len(said) - len(said.lstrip(_LOOSE))
        right = len(said.rstrip(_LOOSE))
        end = found.start() + right
        if _MEASURE.search(text, max(0, end - _MEASURE_LETTERS), end):
            continue
        begin = found.start() + left
        if braced:
            begin, end = _widen(text, begin, end)
        yield InlinePart(start=begin, end=end, reason="formula")


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of a formula with the terms beside it that no caret tells: "Fn = F_{n−1}".

    None of it is said by itself.
    """
    before = _TERMS_BEFORE.search(text, max(0, start - _TERMS_REACH), start)
    behind = _TERMS_BEHIND.match(text, end)
    return (before.start() if before else start), (behind.end() if behind else end)
