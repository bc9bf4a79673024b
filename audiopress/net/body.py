"""The body of an answer: unpacked, within a limit, and whole or an error."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.transport import HEAD, time_left
from audiopress.net.unpacking import CODINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.net.connections import Answer
    from audiopress.net.public_address import Target
    from audiopress.net.transport import FetchLimits

__all__ = ["make_cut_error", "make_printable", "make_size_error", "read_body"]

_TELLING = 1024
"""Bytes by which it is told what an answer is: a PDF says so within as many."""

_PLAIN = "identity"
"""The coding of what is not packed (RFC 9110, 8.4)."""

_SAVE_DOCUMENT = (
    "save it, take pictures out of it or split it, and build the file: audiopress build FILE"
)
"""What to do about a document that cannot be had as it is; a file may be as large, and no larger.
"""

_LONGEST_QUOTE = 100
"""Characters of a server's own words that are shown; they may be a whole page."""


def read_body(where: Target, answer: Answer, limits: FetchLimits, until: float) -> bytes:
    """Return the bytes of a body as they were before the server packed them.

    ``until`` is the monotonic time at which a page has to be there; what may be larger than a page
    has longer.

    Raises:
        SourceError: more than it may have, or packed in a way that was not asked for.
        EOFError: what was packed is not whole.

    """
    pieces = _unpack(where, answer)
    begun = _begin(pieces)
    most = _find_most(where, answer, limits, begun)
    if most <= limits.max_bytes:
        return _finish(where, answer, begun, pieces, limits.max_bytes)
    seconds = limits.seconds * most / limits.max_bytes
    answer.widen(functools.partial(time_left, until - limits.seconds + seconds), most + HEAD)
    try:
        return _finish(where, answer, begun, pieces, most, document=True)
    except TimeoutError as error:
        message = f"the document was not whole within {seconds:g} seconds"
        raise SourceError(message, where=where.url, hint=_SAVE_DOCUMENT) from error


def make_size_error(
    where: str, most: int, length: int | None = None, *, document: bool = False
) -> SourceError:
    """Return the error for what has more bytes than ``most``, and how many if that is known."""
    has = f": it has {length:,}" if length else ""
    return SourceError(
        f"the {'document' if document else 'page'} is larger than {most:,} bytes{has}",
        where=where,
        hint=_SAVE_DOCUMENT if document else "save its article as .html and build that",
    )


def _begin(pieces: Iterator[bytes]) -> bytes:
    """Return the first bytes, enough to tell what follows, if there are as many."""
    begun = b""
    for piece in pieces:
        begun += piece
        if len(begun) >= _TELLING:
            break
    return begun


def _find_most(where: Target, answer: Answer, limits: FetchLimits, begun: bytes) -> int:
    if limits.find_most is None:
        return limits.max_bytes
    media_type = answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    return limits.find_most(where.url, media_type, begun[:_TELLING])


def _finish(  # noqa: PLR0913 - what has come, what comes, and how much it may be
    where: Target,
    answer: Answer,
    begun: bytes,
    pieces: Iterator[bytes],
    most: int,
    *,
    document: bool = False,
) -> bytes:
    """Return the whole body; what is too large is refused as soon as that is known."""
    # What is packed is larger than the server says, and only what is not can be believed.
    said = answer.length if _get_coding(answer) == _PLAIN else None
    total = max(len(begun), said or 0)
    body = [begun]
    if total <= most:
        total = len(begun)
        for piece in pieces:
            body.append(piece)
            total += len(piece)
            if total > most:
                break
    if total > most:
        raise make_size_error(where.url, most, said, document=document)
    return b"".join(body)


def _unpack(where: Target, answer: Answer) -> Iterator[bytes]:
    coding = _get_coding(answer)
    pieces = answer.read_pieces()
    if coding in CODINGS:
        return CODINGS[coding](pieces)
    if coding != _PLAIN:
        raise SourceError(
            f'the page is packed as "{make_printable(coding)}", which was not asked for',
            where=where.url,
            hint="save the page as .html and build that",
        )
    return pieces


def _get_coding(answer: Answer) -> str:
    return (answer.getheader("Content-Encoding") or "").strip().lower() or _PLAIN


def make_cut_error(where: Target) -> SourceError:
    """Return the error for an answer that ends before it is whole."""
    return SourceError(
        "the connection broke before the end", where=where.url, hint="run the same command again"
    )


def make_printable(text: str) -> str:
    """Return the beginning of a server's words, fit for a terminal: no control characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:_LONGEST_QUOTE])
