"""The parts of a text that hibari's text part is not asked about, for it would lose them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from audiopress.text.phoneme_marks import IPA_INSIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_special_parts", "name_sign", "simplify_marks"]

_SIGN_CLASSES = frozenset({"So", "Sm", "Sc", "No"})
"""Unicode's classes of signs that are things of their own, which hibari would pass over or which
spoil the word they stand at: an arrow, a heart, a currency, a fraction."""

_NAMED_MARKS = frozenset("\u00a7\u2030^")
"""Marks of other classes that are said."""

_UNNAMED_SIGNS = frozenset("+|")
"""Signs of those classes that are not: the first is hibari's to say, the second is a line."""

_MONEY = frozenset("$\u00a3\u20ac")
"""Signs that hibari says itself beside an amount."""

_LONGEST_FIGURE = 15
"""Digits of the longest figure that is read as a number, hundreds of trillions; of a longer one
each digit is read."""

# In this order, by the name of the group: phonemes of the lexicon, or letters that are spelled and
# an A that is no article, and their ending; a figure too long for hibari; a dash; a sign.
_SPECIAL = re.compile(
    rf"(?:\[\[(?P<ipa>{IPA_INSIDE})\]\]"
    r"|(?P<letters>\b(?<![.\u2019'])[A-Z](?: [A-Z])+\b(?!['\u2019](?!s\b))"
    r"|(?<=[A-Za-z] )A(?= [a-z]|[,;:.)])|\bA(?= and [A-Z]\b)))"
    r"(?P<ending>['\u2019]s\b)?"
    rf"|(?P<figure>[0-9]{{{_LONGEST_FIGURE + 1},}})"
    r"|(?P<dash>(?<=\s)--+(?=\s))"
    r"|(?P<sign>[^\sA-Za-z0-9])"
)

_PLAIN = str.maketrans(
    "\u2019\u2018\u201b\u02bc\u00b4`\u2032[]{}\u2012\u2015\u2212"
    "\u3002\uff0c\u3001\uff1f\uff01\uff1a\uff1b\u061f\u060c\u061b\u0964",
    "'''''''()()-\u2014-.,,?!:;?,;.",
)
"""Marks that hibari takes for letters or does not know, those of other scripts among them, and
those it knows in their place. Square brackets would also be phonemes for it: "[a](/b/)"."""

_UNKNOWN = re.compile(r"[^\w\s.,:;!?\u2026\u2014\u2013'()/%&@+#$\u00a3\u20ac*-]")
"""What it does not know: quotation marks above all. The word at one would be in no lexicon."""

_SIGN_NAMES = {"=": "equals", "<": "less than", ">": "greater than", "~": "tilde", "^": "caret"}
"""What some signs are called by people."""

_FRACTION = "vulgar fraction "
"""How Unicode's names of fractions begin: the rest, "one half", is what people say."""


def find_special_parts(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each special part of ``text``; the group that is set names its kind.

    The groups are ``ipa`` and ``letters``, both with an ``ending`` ('s) or none, ``figure``,
    ``dash`` and ``sign``.
    """
    for match in _SPECIAL.finditer(text):
        if not match["sign"] or _is_named(match):
            yield match


def _is_named(match: re.Match[str]) -> bool:
    """Whether a sign is said by its name; one of money beside its amount is read so."""
    sign, text = match["sign"], match.string
    if unicodedata.category(sign) not in _SIGN_CLASSES:
        return sign in _NAMED_MARKS
    near = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    is_money = sign in _MONEY and any(map(str.isdigit, near))
    return not is_money and sign not in _UNNAMED_SIGNS


def name_sign(sign: str) -> str:
    """Return the name of a sign in words: as Unicode has it, where there is no shorter one."""
    known = unicodedata.name(sign, "sign").lower().removeprefix(_FRACTION)
    return _SIGN_NAMES.get(sign, known)


def simplify_marks(text: str) -> str:
    """Return ``text`` with marks that hibari knows, each in the place of another or of a space."""
    return _UNKNOWN.sub(_drop_mark, text.translate(_PLAIN))


def _drop_mark(match: re.Match[str]) -> str:
    """Return a space; accents, and what is not to be seen amid a word, go with their letters."""
    mark, text = match[0], match.string
    if unicodedata.category(mark)[0] == "M":
        return mark
    inner = text[match.start() - 1 : match.start()].isalpha() and text[match.end() :][:1].isalpha()
    return mark if inner and unicodedata.category(mark) == "Cf" else " "
