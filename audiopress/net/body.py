"""The body of an answer, in pieces: unpacked, within a limit, and whole or an error.

Only gzip is asked for, and it is unpacked here, a piece at a time: a page of a megabyte can
unpack to a thousand (a "zip bomb"), and may not fill the memory before it is refused.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.net.transport import CHUNK

if TYPE_CHECKING:
    import http.client
    from collections.abc import Iterator

    from audiopress.net.public_address import Target

__all__ = ["make_cut_error", "make_printable", "read_raw", "unpack_body"]

_LONGEST_QUOTE = 100
"""Characters of a server's own words that are shown; they may be a whole page."""

_GZIP = 16 + zlib.MAX_WBITS
"""What zlib calls "a gzip header, and the largest window"; smaller ones are read with it too."""


def read_raw(where: Target, answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield the bytes as they were sent.

    Raises:
        SourceError: when there are fewer than the server said.

    """
    while piece := answer.read(CHUNK):
        yield piece
    if answer.length:  # the standard library takes a cut-off body for a short one
        raise make_cut_error(where)


def unpack_body(where: Target, answer: http.client.HTTPResponse, max_bytes: int) -> Iterator[bytes]:
    """Yield the bytes as they were before the server packed them.

    Raises:
        SourceError: more than ``max_bytes``, cut off, or packed in a way that was not asked for.

    """
    coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if coding in {"identity", ""}:
        pieces = read_raw(where, answer)
    elif coding in {"gzip", "x-gzip"}:
        pieces = _gunzip(where, answer, max_bytes)
    else:
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


def _gunzip(where: Target, answer: http.client.HTTPResponse, max_bytes: int) -> Iterator[bytes]:
    unpack = zlib.decompressobj(wbits=_GZIP)
    for piece in read_raw(where, answer):
        rest = piece
        while rest:
            if unpack.eof:  # another member follows (RFC 1952, 2.2)
                unpack = zlib.decompressobj(wbits=_GZIP)
            # One byte more than allowed is enough to know, and all that is ever held.
            yield unpack.decompress(rest, max_bytes + 1)
            rest = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise make_cut_error(where)


def make_cut_error(where: Target) -> SourceError:
    """Return the error for an answer that ends before it is whole."""
    return SourceError(
        "the connection broke before the end", where=where.url, hint="run the same command again"
    )


def make_printable(text: str) -> str:
    """Return the beginning of a server's words, fit for a terminal: no control characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:_LONGEST_QUOTE])
