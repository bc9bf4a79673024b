"""Ruby whose base the article's voice cannot say: its reading is read, and the base left out.

In a Japanese page the base is read and its reading left out, as one reads it. In an English page
that shows a word in its own script with the sound above it, only the sound can be said.
"""

from __future__ import annotations

import unicodedata
from typing import Any

__all__ = ["SAID_BY_READING", "read_foreign_ruby"]

SAID_BY_READING = "data-said-by-reading"
"""The attribute of a base whose reading is read in its place."""

_OWN_READERS = ("ja", "zh", "ko", "yue", "ru", "uk", "el", "ar", "he", "th", "hi", "bg", "sr")
"""Languages that are written in other scripts, and read the base."""

_BASES = ("rb", "span", "a", "b", "i", "em", "strong")
"""Elements that a base may stand in."""


def read_foreign_ruby(tree: Any) -> None:
    """Mark the bases that are not read, and make plain text of their readings.

    The texts of the page and their order stay.
    """
    language = (tree.get("lang") or "").partition("-")[0].lower()
    if language in _OWN_READERS:
        return
    for ruby in list(tree.iter("ruby")):
        readings = [one for one in ruby.iter("rt") if one.text]
        base = "".join(_list_bases(ruby))
        reading = "".join("".join(one.itertext()) for one in readings)
        if _is_latin(reading) and _is_foreign(base) and _stands_in_latin(ruby, language):
            _swap(ruby)


def _list_bases(ruby: Any) -> list[str]:
    texts = [ruby.text or ""]
    for child in ruby:
        if isinstance(child.tag, str) and child.tag not in ("rt", "rp", "rtc"):
            texts.append("".join(child.itertext()))
        texts.append(child.tail or "")
    return texts


def _swap(ruby: Any) -> None:
    """Put each text of the base into an element of its own, and read what stands above it."""
    pieces = [(0, ruby.text)]
    ruby.text = None
    children = list(ruby)
    for child in children:
        if child.tag in _BASES:
            child.set(SAID_BY_READING, "")
        elif child.tag == "rt":
            child.tag = "span"
    _wrap(ruby, 0, pieces[0][1])
    for child in children:
        tail, child.tail = child.tail, None
        _wrap(ruby, ruby.index(child) + 1, tail)
    # what stands behind a syllable's base would be glued to the next


def _wrap(ruby: Any, at: int, text: str | None) -> None:
    if not text:
        return
    base = ruby.makeelement("rb")
    base.text = text
    if text.strip():
        base.set(SAID_BY_READING, "")
    ruby.insert(at, base)


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(map(_has_latin_name, letters))


def _is_foreign(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and not any(map(_has_latin_name, letters))


def _has_latin_name(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER"))


def _stands_in_latin(ruby: Any, language: str) -> bool:
    """Whether the page says that it is in such a language, or the words around the ruby are."""
    if language:
        return True
    around = next(iter(ruby.iterancestors("p", "li", "td", "div", "h1", "h2")), None)
    texts = () if around is None else around.xpath("text() | *[not(self::ruby)]//text()")
    letters = [char for char in "".join(texts) if char.isalpha()]
    return sum(map(_has_latin_name, letters)) * 2 > len(letters)
