"""The body of an answer, in pieces: unpacked, within a limit, and whole or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.unpacking import CODINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.net.connections import Answer
    from audiopress.net.public_address import Target

__all__ = ["make_cut_error", "make_printable", "unpack_body"]

_LONGEST_QUOTE = 100
"""Characters of a server's own words that are shown; they may be a whole page."""


def unpack_body(where: Target, answer: Answer, max_bytes: int) -> Iterator[bytes]:
    """Yield the bytes as they were before the server packed them.

    Raises:
        SourceError: more than ``max_bytes``, or packed in a way that was not asked for.
        EOFError: what was packed is not whole.

    """
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    pieces = answer.read_pieces()
    if coding in CODINGS:
        pieces = CODINGS[coding](pieces)
    elif coding not in {"identity", ""}:
        raise SourceError(
            f'the page is packed as "{make_printable(coding)}", which was not asked for',
            where=where.url,
            hint="save the page as .html and build that",
        )
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > max_bytes:
            raise SourceError(
                f"the page is larger than {max_bytes:,} bytes",
                where=where.url,
                hint="save its article as .html and build that",
            )
        yield piece


def make_cut_error(where: Target) -> SourceError:
    """Return the error for an answer that ends before it is whole."""
    return SourceError(
        "the connection broke before the end", where=where.url, hint="run the same command again"
    )


def make_printable(text: str) -> str:
    """Return the beginning of a server's words, fit for a terminal: no control characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:_LONGEST_QUOTE])
