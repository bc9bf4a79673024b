# ruff: noqa: RUF001 - typographic marks are what it is about
"""Who speaks: the parts of paragraphs that are somebody else's full sentences.

Only what a second voice may say: quotations of at least a sentence. Scare quotes and fragments
("some" of the troops) stay the narrator's. A quotation may be open over several paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Part", "parts"]

_OPEN, _CLOSE = "“", "”"
_FULL = re.compile(r"^[A-Z0-9‘'].*[.,!?…]$", re.DOTALL)
_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a paragraph that one voice speaks."""

    text: str
    quoted: bool


def parts(paragraph: str, *, open_before: bool) -> tuple[tuple[Part, ...], bool]:
    """Cut a paragraph into narrated and quoted parts; say whether a quotation is still open.

    ``open_before`` is what the paragraph before returned. The parts joined by a space are the
    paragraph.
    """
    spans, still_open = _spans(paragraph, open_before=open_before)
    found: list[Part] = []
    at = 0
    for start, end in spans:
        inside = paragraph[start:end].strip(_OPEN + _CLOSE + '" ')
        if not _FULL.match(inside) or len(inside.split()) < _WORDS:
            continue
        _append(found, paragraph[at:start], quoted=False)
        _append(found, paragraph[start:end], quoted=True)
        at = end
    _append(found, paragraph[at:], quoted=False)
    return tuple(found), still_open


def _append(found: list[Part], text: str, *, quoted: bool) -> None:
    if text.strip():
        found.append(Part(text=text.strip(), quoted=quoted))


def _spans(paragraph: str, *, open_before: bool) -> tuple[list[tuple[int, int]], bool]:
    """Character spans of quotations, marks included."""
    text = _curled(paragraph)
    spans: list[tuple[int, int]] = []
    start = 0 if open_before and not text.lstrip().startswith(_OPEN) else None
    for at, char in enumerate(text):
        if char == _OPEN and start is None:
            start = at
        elif char == _CLOSE and start is not None:
            spans.append((start, at + 1))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return spans, start is not None


def _curled(text: str) -> str:
    """Straight marks by what stands before them; the length does not change."""
    return re.sub(r'(?<![^\s([{—–-])"', _OPEN, text).replace('"', _CLOSE)
