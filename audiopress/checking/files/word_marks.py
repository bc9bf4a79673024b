"""Whether words are marked over all of their paragraph, and at whole words of the text."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["find_mark_fault"]

_LATE: Final = 0.25
"""Seconds by which the first word may begin after its paragraph, or the last one end before it: of
1,600 right paragraphs .14 at most."""

_MOST: Final = 0.2
"""Part of a paragraph's letters that may belong to no word: in right ones it is a letter or two,
such as a short word that the voice gave no time."""

_FEW: Final = 5
"""Letters that may belong to none in any case."""

_SHOWN: Final = 30
"""Characters of a text that are shown."""


def find_mark_fault(paragraph: dict[str, Any]) -> str:
    """Return where the words of a paragraph leave out some of its text or time, or ""."""
    words = paragraph.get("words", [])
    if not words or paragraph.get("estimated"):
        return ""
    for gap, what in (
        (words[0]["start"] - paragraph["start"], "first word begins {:.1f} s after it"),
        (paragraph["end"] - words[-1]["end"], "last word ends {:.1f} s before it"),
    ):
        if gap > _LATE:
            return f"has words of another time: the {what.format(gap)}"
    return _find_lost_text(words, paragraph["spoken"]) or _find_cut_word(words, paragraph["source"])


def _find_lost_text(words: list[dict[str, Any]], spoken: str) -> str:
    """Return the beginning of what is spoken and belongs to no word."""
    ranges = [word["spoken"] for word in words if word.get("spoken")]
    told = {at for start, end in ranges for at in range(start, end)}
    letters = [at for at, letter in enumerate(spoken) if letter.isalnum()]
    lost = [at for at in letters if at not in told]
    few = len(lost) <= max(_FEW, _MOST * len(letters))
    return "" if few or not ranges else f"has no word for {spoken[lost[0] :][:_SHOWN]!r}"


def _find_cut_word(words: list[dict[str, Any]], source: str) -> str:
    """Return a word that is said to stand in the middle of another one."""
    for word in words:
        start, end = word.get("source") or (0, 0)
        if start < end and (_is_inside(source, start) or _is_inside(source, end)):
            shown = source[start:end]
            return f"has a word at {shown!r} of {source[max(0, start - 9) : end + 9]!r}"
    return ""


def _is_inside(text: str, at: int) -> bool:
    """Whether a place is between two letters of one word."""
    return 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha()
