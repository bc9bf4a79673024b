"""Text that is none: bytes read in the wrong encoding, or no text at all.

Somebody would hear it as rows of names of letters, so it is told before it is published.
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["LOST", "find_rubbish", "undo_double_encoding"]

LOST = "\ufffd"
"""What stands for a byte that means nothing in its encoding."""

_LOST_WORD = re.compile(rf"\S*{LOST}\S*")
"""A word with such a byte."""

_LOST_SHARE = 0.05
"""Share of words with a lost letter from which a text is rubbish. French without its accents has
one in five, German one in ten; a good text with a few damaged bytes has one in a hundred."""

_FEWEST_LOST = 3
"""Lost words below which a text is only damaged, however short it is."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
"""Controls that no text has; tabs, line ends and form feeds aside."""

_CONTROL_SHARE = 0.05
"""Share of characters from which controls are those of a program's file, and not strays that a
word processor left between words."""

_FOREIGN = re.compile("[\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0192]+")
"""Letters that bytes of other scripts become when they are read as Western ones."""

_NEIGHBOURS = 0.5
"""ASCII letters beside each of those below which they are rubbish. In Western languages one stands
between two others as a rule ("für"): Finnish and French have more than one beside each on average,
other scripts read as Western hardly any."""

_FEWEST_LETTERS = 20
"""Letters beyond ASCII below which they are names in a story."""

_FOREIGN_SHARE = 0.1
"""Share of the characters beyond ASCII that are such letters, below which a text is in another
script: read as Western, GBK has one in three."""

_PRINTABLE = bytes((*b"\t\n\f\r\v", *range(0x20, 0x7F)))
"""What every text has."""

_MOST_RUNS = 4000
"""Runs of such letters that are looked at: two long articles have as many."""

_MARKUP = re.compile(
    r"<(?:script|style)\b.{0,200000}?</(?:script|style)|<!--.{0,20000}?-->|<[^<>]{1,4000}>",
    re.IGNORECASE | re.DOTALL,
)
"""Tags, and what no reader sees; the bounds keep the search linear in what never ends."""

_LEAD = re.compile(
    "[\u00c2-\u00f4\u0102\u0139\u0412\u0413\u0420\u0421\u0432][\u0080-\u00bf\u0152-\u2122]"
)
"""How a letter looks that was encoded twice."""

_FEWEST_TWICE = 4
"""Such letters below which nothing is tried: a story may quote one that went wrong."""


def _make_bytes(encoding: str) -> dict[int, int]:
    """Return the byte of every letter of an encoding; what has none stays what it is."""
    table = {}
    for byte in range(0x80, 0x100):
        letter = bytes((byte,)).decode(encoding, "replace")
        if letter != LOST:
            table[ord(letter)] = byte
    return table


_READ_AS = tuple(map(_make_bytes, ("cp1252", "latin-1", "cp1251", "cp1250")))
"""Encodings as which UTF-8 was read by mistake and then written as UTF-8 again, as the bytes of
their letters; bytes without one were kept as controls."""


def find_rubbish(text: str) -> str:
    """Return in words what shows that most of a text is none, or nothing."""
    odd = _list_odd(text)
    return _judge_lost(text, odd) or _judge_controls(text, odd) or _judge_letters(text, odd)


def _list_odd(text: str) -> str:
    """Return the characters of a text that are no printable ASCII, in their order."""
    # bytes are deleted ten times as fast as a pattern finds letters, and most pages have few
    return text.encode("utf-8", "replace").translate(None, _PRINTABLE).decode("utf-8")


def _judge_lost(text: str, odd: str) -> str:
    if odd.count(LOST) < _FEWEST_LOST:
        return ""
    shown = _MARKUP.sub(" ", text)
    words = len(shown.split())
    lost = len(_LOST_WORD.findall(shown))
    if lost >= _FEWEST_LOST and lost > words * _LOST_SHARE:
        return f"{lost} of its {words} words have letters that mean nothing in its encoding"
    return ""


def _judge_controls(text: str, odd: str) -> str:
    controls = len(_CONTROL.findall(odd))
    if controls > len(text) * _CONTROL_SHARE:
        return f"{controls} of its {len(text)} characters are controls of a machine"
    return ""


def _judge_letters(text: str, odd: str) -> str:
    if sum(map(len, _FOREIGN.findall(odd))) < max(_FEWEST_LETTERS, len(odd) * _FOREIGN_SHARE):
        return ""
    foreign = beside = 0
    for run in islice(_FOREIGN.finditer(text), _MOST_RUNS):
        start, end = run.span()
        foreign += end - start
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        beside += sum(char.isascii() and char.isalpha() for char in around)
    if beside >= foreign * _NEIGHBOURS:
        return ""
    return f"{foreign} letters beyond ASCII stand by themselves, as other scripts read as Western"


def undo_double_encoding(text: str) -> str:
    """Return what a text was before all of it was encoded twice; other text as it is.

    Text that is no such thing does not decode: valid UTF-8 does not come about by chance.
    """
    # first without what stands between them, which is quick: that part has to decode too
    odd = _list_odd(text)
    if any(len(_LEAD.findall(part)) < _FEWEST_TWICE for part in (odd, text)):
        return text
    for table in _READ_AS:
        try:
            odd.translate(table).encode("latin-1").decode("utf-8")
            return text.translate(table).encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
    return text
