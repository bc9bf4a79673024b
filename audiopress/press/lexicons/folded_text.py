"""A text made ready to be asked for many words, as written and in whatever way they are typed.

It is folded once, and not for each word: archives have megabytes, and lexicons thousands of words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["FoldedText", "fold_word", "join_blanks"]

JOINTS = " \\-\u2010-\u2015'\u2018\u2019\u02bc\u00b4`."
"""What stands between the parts of a name and is typed in more than one way, for a pattern."""

_JOINTS = re.compile(f"[\\s{JOINTS}]+")
"""Matches a row of them."""

_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
"""Matches what parts two paragraphs; a single line break is a blank."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f"))
"""Characters within words that are dropped when an article is read."""


class _BareLetters(dict[int, str]):
    """Small letters without accents, by the code of a character; each is found out once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        bare = unicodedata.normalize("NFD", character)[0].lower()
        self[code] = bare if len(bare) == 1 else character
        return self[code]


_BARE = _BareLetters()
"""What has been found out so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedText:
    """A text as it is ``written``, with one blank for each break, and a line for each paragraph.

    ``bare`` has it in small letters without accents, as long; ``letters`` also without what joins
    words. ``words`` and ``bare_words`` are what stands between signs in the first two.
    """

    language: str
    written: str
    bare: str
    letters: str
    words: frozenset[str]
    bare_words: frozenset[str]

    @classmethod
    def fold(cls, text: str, language: str) -> FoldedText:
        """Return a text in this language, ready to be searched."""
        composed = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
        paragraphs = _PARAGRAPHS.split(composed)
        written = "\n".join(join_blanks(each) for each in paragraphs)
        bare = written.translate(_BARE)
        return cls(
            language=language,
            written=written,
            bare=bare,
            letters=_JOINTS.sub("", bare),
            words=frozenset(re.findall(r"\w+", written)),
            bare_words=frozenset(re.findall(r"\w+", bare)),
        )


def join_blanks(text: str) -> str:
    """Return a text with one blank for each row of them."""
    return " ".join(text.split())


def fold_word(word: str) -> str:
    """Return the bare letters of a word."""
    return _JOINTS.sub("", unicodedata.normalize("NFC", word).translate(_BARE))
