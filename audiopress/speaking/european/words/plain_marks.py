"""Marks around figures as engines read them best: straight apostrophes, no space before a mark.

Audiopress 0.1.0 left this to a library that saw a short text whole and a long one sentence by
sentence, and only those with a figure or a short form. It is done in the same places, so that what
is published already is said in the same letters and is not spoken again.
"""

from __future__ import annotations

from audiopress.text.lazy_regex import compile_late

__all__ = ["write_plain_marks"]

_NEEDED = compile_late(r"[\d%€$£§]|\b(?:[A-Za-zÀ-ÿ]{1,5}\.|[Mm]mes?|MM|Sra?|Dra?)(?=\s|$)")
"""Matches figures, signs and short forms."""

_WHOLE = 400
"""Characters of a text that is looked at whole: a paragraph of two or three sentences."""

_SENTENCE_END = compile_late(
    r"(?<=[^\W\d_]{6}[.!?])\s|(?<=[^\W\d_]{6}[.!?]['\"”“»)])\s|(?<=[!?])\s"
)
"""Matches the space behind a sentence; a short word or a figure may have its own full stop."""

_LOOSE = compile_late(r" (?=[.,;:!?)](?![\w.]))|(?<=\() ")
"""Matches a space that no engine needs: in front of a mark, within a bracket."""

_STRAIGHT = str.maketrans("’‘", "''")
"""Apostrophes and single quotation marks."""


def write_plain_marks(text: str) -> str:
    """Return ``text`` with plain marks in its sentences that have figures or short forms."""
    if not _NEEDED.search(text):
        return text
    if len(text) <= _WHOLE:
        return _write(text)
    sentences = _SENTENCE_END.split(text)
    return " ".join(_write(part) if _NEEDED.search(part) else part for part in sentences)


def _write(text: str) -> str:
    return _LOOSE.sub("", text.translate(_STRAIGHT))
