"""Characters that mean others: full-width figures, circled ones, units in one sign, hyphens.

Only those whose plain form says the same; superscripts, fractions and accents keep their own.
And what is no word for its length, so that no rule has to look through more of it than a word.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["break_long_words", "replace_unicode_forms"]

_RANGES = (
    (0xFF01, 0xFF5E),  # full-width letters, figures and marks
    (0x2080, 0x208E),  # subscripts
    (0x2150, 0x2152),  # fractions without a rule: a seventh, a ninth, a tenth
    (0x2189, 0x2189),  # and nought thirds, which baseball has
    (0x2160, 0x217F),  # Roman numerals
    (0x2100, 0x2101),  # a/c, a/s
    (0x2105, 0x2106),  # c/o, c/u
    (0x3371, 0x33DF),  # units in one sign
    (0xFB00, 0xFB06),  # ligatures
    (0x1D400, 0x1D7FF),  # letters and figures of mathematics
)
"""First and last code points whose compatibility form (NFKC) says the same."""

_FIRST_CIRCLED, _LAST_CIRCLED = 0x2460, 0x249B
"""Figures in circles, in brackets and with a full stop: they get a space on either side."""

_OTHERS = {
    "\u2010": "-",  # hyphens
    "\u2011": "-",
    "\u2012": "–",  # dashes
    "\u2015": "—",
    "\u2024": ".",  # one dot leader
    "\u2044": "/",  # slashes of fractions
    "\u2215": "/",
    "\u2236": ":",  # ratio
    "\u2103": "°C",
    "\u2109": "°F",
    "\u2116": "No.",
    "\u00ad": "",  # soft hyphen and spaces without width
    "\u200b": "",
    "\u200c": "",
    "\u2060": "",
    "\ufeff": "",
    "\u201a": "‘",  # low single mark
    "\u2028": " ",  # ends of lines and paragraphs
    "\u2029": " ",
}
"""Characters whose plain form NFKC does not give as we need it."""

_LONGEST_WORD = 120
"""Characters without a space that may be a word or an address: patterns look no further."""

_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
"""Matches what goes on for longer."""

_ADDRESS = re.compile(r"\W*(?:https?://|www\.)", re.IGNORECASE)
"""Matches the beginning of an address, perhaps in brackets."""

_PIECE = re.compile(rf"\S{{1,{_LONGEST_WORD}}}")
"""Matches the next piece of it that is short enough."""


def _list_forms() -> dict[int, str]:
    """Return the plain form by code point, for ``str.translate``."""
    table = {ord(char): form for char, form in _OTHERS.items()}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            table[code] = unicodedata.normalize("NFKC", chr(code))
    for code in range(_FIRST_CIRCLED, _LAST_CIRCLED + 1):
        # "①" and "⒈" are said as figures, without the brackets or full stop of their plain forms.
        table[code] = f" {unicodedata.normalize('NFKC', chr(code)).strip('().')} "
    return table


_FORMS = _list_forms()
"""All of them, made once."""


def replace_unicode_forms(text: str) -> str:
    """Return ``text`` in characters that the rules and the voices know."""
    return text if text.isascii() else text.translate(_FORMS)


def break_long_words(text: str) -> str:
    """Return ``text`` with single spaces, and a space within what goes on for over 120 characters.

    Of an address that long only the beginning is kept: its path is never said.
    """
    text = " ".join(text.split())
    if len(text) <= _LONGEST_WORD:
        return text
    return _UNBROKEN.sub(_break, text)


def _break(match: re.Match[str]) -> str:
    if _ADDRESS.match(match[0]):
        return match[0][:_LONGEST_WORD]
    return _PIECE.sub(r"\g<0> ", match[0]).rstrip()
