"""Strangers' words and addresses made fit for output: clean text, web addresses, JSON.

Titles, bylines and addresses come from pages nobody here wrote. Everything that is published
passes one of these functions once, at the edge of the room; templates and the XML writer then
escape what is left.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

from audiopress.net.urls import split_authority, split_url
from audiopress.text.sentence_ends import CLOSING_MARKS, ENDING_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "choose_title",
    "clean_text",
    "clean_url",
    "encode_json",
    "end_sentence",
    "escape_as_html",
    "format_json",
    "shorten",
]

# Not legal in XML 1.0 (controls, lone surrogates, U+FFFE/U+FFFF of every plane), and the marks
# that reorder what a reader sees: embeddings, overrides, isolates.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_URL_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
"""What stays as it is in an address: RFC 3986's reserved and unreserved marks, and ``%``, so that
what is escaped already is not escaped twice."""

_LIKE_A_TAG = re.compile(r"<[A-Za-z/!?]|<[^>]*>")
"""What HTML takes for a tag or a comment (HTML, 13.2.5.6), and what programs cut out that look for
tags with a pattern: all from a ``<`` to the next ``>``."""

_ENDED = re.compile(f"[{ENDING_MARKS}:;\uff1a\uff1b؛][{CLOSING_MARKS}]*$")
"""The end of what needs no full stop before the next sentence, in any script."""


def clean_text(text: str) -> str:
    """Return ``text`` in NFC on one line, without what XML forbids or what reorders a line.

    Zero-width joiners stay: Persian, Hindi and emoji need them.
    """
    fit = text if text.isprintable() else _UNFIT.sub("", text)
    return " ".join(unicodedata.normalize("NFC", fit).split())


class Titled(Protocol):
    """What has a title, and a name where nothing is left of it."""

    @property
    def title(self) -> str:
        """As the article has it."""

    @property
    def slug(self) -> str:
        """The name of its folder."""


def choose_title(episode: Titled) -> str:
    """Return the title as it is published; where nothing is left of it, the slug."""
    return clean_text(episode.title) or episode.slug


def escape_as_html(text: str) -> str:
    """Return ``text`` so that those who read it as HTML see what it says.

    Whatever reads the same both ways (``AT&T``, ``a < b``) stays, for others read it as plain text.
    """
    if _LIKE_A_TAG.search(text) or html.unescape(text) != text:
        return html.escape(text, quote=False)
    return text


def end_sentence(text: str) -> str:
    """Return ``text`` with a full stop, unless it ends like a sentence already."""
    return text if not text or _ENDED.search(text) else f"{text}."


def shorten(text: str, limit: int, *, encoding: str = "") -> str:
    """Return clean ``text`` of at most ``limit`` characters (bytes, if ``encoding`` is named).

    What is too long ends at a space with an ellipsis, so a reader sees that there is more.
    """
    if _measure(text, encoding) <= limit:
        return text
    cut = text[:limit]
    while _measure(cut, encoding) > limit - len("…".encode()):
        cut = cut[: -max(1, (_measure(cut, encoding) - limit) // 4)]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut).rstrip(" ,;:-") + "…"


def _measure(text: str, encoding: str) -> int:
    return len(text.encode(encoding)) if encoding else len(text)


@lru_cache(maxsize=1024)
def clean_url(address: str | None) -> str | None:
    """Return ``address`` as an ASCII http(s) URL, or ``None`` if it is anything else.

    ``javascript:``, ``data:``, relative addresses, addresses with a user name and addresses that
    do not parse are all ``None``: nothing a source says becomes another kind of link.
    """
    if not address or _UNFIT.search(address) or len(address.split()) != 1:
        return None
    try:
        parts = split_url(address)
        host, _ = split_authority(parts.netloc, parts.scheme)
    except ValueError:
        return None
    if "@" in parts.netloc:
        return None
    netloc = f"{host}:{parts.port}" if parts.port is not None else host
    return quote(parts._replace(netloc=netloc).geturl(), safe=_URL_SAFE)


def format_json(value: Mapping[str, object], *, indent: int | None = None) -> str:
    """Return JSON that may also stand inside ``<script>``: no ``<``, ``>``, ``&``, U+2028/9."""
    text = json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=(",", ":") if indent is None else None,
    )
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def encode_json(value: Mapping[str, object], *, indent: int | None = None) -> bytes:
    """Return `format_json` as UTF-8 with a closing newline; lone surrogates stay escaped."""
    return (format_json(value, indent=indent) + "\n").encode("utf-8", "backslashreplace")
