"""Packed bodies unpacked piece by piece: gzip, br and zstd, never more at once than is allowed.

A page of a megabyte can unpack to a thousand (a "zip bomb"), and may not fill the memory before it
is refused: each step gives a bounded piece, and whoever reads may stop after any.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["ACCEPTED", "CODINGS"]

_GZIP = 16 + zlib.MAX_WBITS
"""What zlib calls "a gzip header, and the largest window"; smaller ones are read with it too."""

_PIECE = 1 << 18
"""Bytes unpacked at once, 256 KiB: most pages are one or two pieces."""

_ZSTD_WINDOW = 23
"""The largest window of zstd, as a power of two: 8 MiB, which a browser takes (RFC 9659)."""

ACCEPTED = "gzip, br, zstd"
"""The value of ``Accept-Encoding``."""


def _gunzip(packed: Iterable[bytes]) -> Iterator[bytes]:
    unpack = zlib.decompressobj(wbits=_GZIP)
    for piece in packed:
        rest = piece
        while rest:
            if unpack.eof:  # another member follows (RFC 1952, 2.2)
                unpack = zlib.decompressobj(wbits=_GZIP)
            yield _try(unpack.decompress, zlib.error, rest, _PIECE)
            rest = unpack.unconsumed_tail or unpack.unused_data
    if not unpack.eof:
        raise EOFError


def _unpack_brotli(packed: Iterable[bytes]) -> Iterator[bytes]:
    import brotli  # noqa: PLC0415 - for pages packed so

    unpack = brotli.Decompressor()
    for piece in packed:
        yield _try(unpack.process, brotli.error, piece, _PIECE)
        while not unpack.can_accept_more_data():
            yield _try(unpack.process, brotli.error, b"", _PIECE)
    if not unpack.is_finished():
        raise EOFError


def _unpack_zstd(packed: Iterable[bytes]) -> Iterator[bytes]:
    from backports import zstd  # noqa: PLC0415 - for pages packed so

    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
    unpack = zstd.ZstdDecompressor(options=options)
    for piece in packed:
        rest = piece
        while rest or not (unpack.needs_input or unpack.eof):
            if unpack.eof:  # another frame follows (RFC 8878, 3.1)
                unpack = zstd.ZstdDecompressor(options=options)
            yield _try(unpack.decompress, zstd.ZstdError, rest, _PIECE)
            rest = unpack.unused_data if unpack.eof else b""
    if not unpack.eof:
        raise EOFError


def _try(
    step: Callable[[bytes, int], bytes], fault: type[Exception], piece: bytes, limit: int
) -> bytes:
    """Return the next bytes; `ValueError` for what is not packed as it says."""
    try:
        return step(piece, limit)
    except fault as error:
        raise ValueError(str(error)) from error


CODINGS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "br": _unpack_brotli,
    "zstd": _unpack_zstd,
}
"""How a body is unpacked, by the ``Content-Encoding`` that says how it is packed.

Each takes pieces and yields pieces; `EOFError` when they end too soon, `ValueError` when they are
not what they claim to be.
"""
