"""The parts of a text that hibari's text part is not asked about, for it would lose them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_special_parts", "name_sign"]

_SIGN_CLASSES = frozenset({"So", "Sm", "Sc", "No"})
"""Unicode's classes of signs that are things of their own, which hibari would pass over: an arrow,
a heart, a currency, a fraction."""

_SAID_SIGNS = frozenset("+<=>|~^")
"""Those of them that hibari says itself, or passes over as print does."""

_LONGEST_FIGURE = 15
"""Digits of the longest figure that is read as a number, hundreds of trillions; of a longer one
each digit is read."""

# In this order, by the name of the group: phonemes of the lexicon, or letters that are spelled and
# an A that is no article, and their ending; a figure too long for hibari; a dash; a seam between
# "]" and "(", for it would take "[a](/b/)" for phonemes; a sign.
_SPECIAL = re.compile(
    r"(?:\[\[(?P<ipa>.*?)\]\]"
    r"|(?P<letters>\b(?<![.\u2019'])[A-Z](?: [A-Z])+\b(?!['\u2019](?!s\b))"
    r"|(?<=[A-Za-z] )A(?= [a-z]|[,;:.)])|\bA(?= and [A-Z]\b)))"
    r"(?P<ending>['\u2019]s\b)?"
    rf"|(?P<figure>[0-9]{{{_LONGEST_FIGURE + 1},}})"
    r"|(?P<dash>(?<=\s)--+(?=\s))"
    r"|(?P<seam>(?<=\])(?=\())"
    r"|(?P<sign>[^\sA-Za-z0-9])"
)

_FRACTION = "vulgar fraction "
"""How Unicode's names of fractions begin: the rest, "one half", is what people say."""


def find_special_parts(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each special part of ``text``; the group that is set names its kind.

    The groups are ``ipa`` and ``letters``, both with an ``ending`` ('s) or none, ``figure``,
    ``dash``, ``seam`` (which is empty) and ``sign``.
    """
    for match in _SPECIAL.finditer(text):
        if not match["sign"] or _is_named(match):
            yield match


def _is_named(match: re.Match[str]) -> bool:
    """Whether a sign is said by its name; one of money beside its amount is read so."""
    sign, text = match["sign"], match.string
    if unicodedata.category(sign) not in _SIGN_CLASSES or sign in _SAID_SIGNS:
        return False
    near = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return not (unicodedata.category(sign) == "Sc" and any(map(str.isdigit, near)))


def name_sign(sign: str) -> str:
    """Return the name of a sign in words, as Unicode has it."""
    return unicodedata.name(sign, "sign").lower().removeprefix(_FRACTION)
