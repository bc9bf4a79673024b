"""The encoding of bytes that do not say it, guessed from their letters.

chardetng, the detector of Firefox, knows every encoding of the web but UTF-16 by pairs of letters
(decision 0106 has the figures). It is asked about the text alone: markup is English in every
language and would outvote a short story.
"""

from __future__ import annotations

import re

__all__ = ["guess_encoding"]

_MARKUP = re.compile(
    rb"<(?:script|style)\b.{0,200000}?</(?:script|style)|<!--.{0,20000}?-->|<[^<>]{1,4000}>",
    re.IGNORECASE | re.DOTALL,
)
"""Tags, and what no reader sees; the bounds keep the search linear in what never ends."""

_PLAIN = re.compile(rb"[\x00-\x7f]{200,}")
"""A stretch without a byte that tells anything."""

_SAMPLE = 32_000
"""Bytes that are asked about: six pages of text, and a thirtieth of a second."""

_WESTERN = "cp1252"
"""The codec of Western Europe, and of what has no letters beyond ASCII."""


def guess_encoding(body: bytes) -> str:
    """Return the name of the codec that a text without a label is most likely written with."""
    sample = _cut(_PLAIN.sub(b" ", _MARKUP.sub(b" ", body)))
    if _has_only_signs(sample):
        return _WESTERN
    from chardetng_py.detector import EncodingDetector  # noqa: PLC0415 - most documents are UTF-8

    detector = EncodingDetector()
    detector.feed(sample, last=True)
    return str(detector.guess(tld=None, allow_utf8=False))


def _cut(text: bytes) -> bytes:
    """Return the beginning of a text, up to a space: a letter of several bytes holds none."""
    if len(text) <= _SAMPLE:
        return text
    return text[:_SAMPLE].rpartition(b" ")[0] or text[:_SAMPLE]


def _has_only_signs(sample: bytes) -> bool:
    """Whether a text is in ASCII but for quotes, dashes and signs of money.

    Those are the same bytes in most encodings of Windows, and a detector of letters has nothing
    to go by: it took "£3.4m" for Polish.
    """
    text = sample.decode("cp1252", "replace")
    beyond = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text) - sum(map(str.isalpha, beyond))
    return not any(map(str.isalpha, beyond)) and "\ufffd" not in beyond and letters > len(beyond)
