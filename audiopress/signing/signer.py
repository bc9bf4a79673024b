"""The one who signs: a file and what is to be said of it become the tag with the manifest."""

from __future__ import annotations

import json
import tempfile
from typing import IO, TYPE_CHECKING

from audiopress.errors import SoundError
from audiopress.signing.extra import import_c2pa, make_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from audiopress.signing.pair import SigningPair

__all__ = ["sign_sound"]

_TAG_HEADER = 10
"""Bytes of the header of an ID3v2 tag, which ends with the size of what follows (ID3v2.4, 3.1)."""

_MEDIA_TYPE = "audio/mpeg"
"""What the library is told of the file: it signs many kinds."""

_PIECE = 1 << 20
"""Bytes that are compared at once."""


def sign_sound(
    chunks: Iterable[bytes],
    manifest: Mapping[str, object],
    pair: SigningPair,
    *,
    folder: Path,
    timestamp: str = "",
) -> bytes:
    """Return the tag, of ID3v2.4, that makes of an MP3 a signed one; its sound stays as it is.

    ``chunks`` are the MP3 with its tag. ``folder`` takes two files without names while this runs:
    an episode of hours is never in memory. ``timestamp`` is the address of a server that says when
    it was signed (RFC 3161); without it no connection is opened. Raises `SoundError`.
    """
    with tempfile.TemporaryFile(dir=folder) as plain, tempfile.TemporaryFile(dir=folder) as signed:
        for chunk in chunks:
            plain.write(chunk)
        _sign(plain, signed, manifest, pair, timestamp)
        before, after = _read_tag(plain), _read_tag(signed)
        _compare_sound(plain, len(before), signed, len(after))
    return after


def _sign(
    plain: IO[bytes],
    signed: IO[bytes],
    manifest: Mapping[str, object],
    pair: SigningPair,
    timestamp: str,
) -> None:
    c2pa = import_c2pa()
    # The key stays here: the library hands over what is to be signed.
    words = (pair.sign, c2pa.C2paSigningAlg[pair.algorithm], pair.chain, timestamp or None)
    plain.seek(0)
    try:
        with (
            c2pa.Signer.from_callback(*words) as signer,
            make_context(c2pa) as context,
            c2pa.Builder(json.dumps(manifest), context=context) as builder,
        ):
            builder.sign(signer, _MEDIA_TYPE, plain, signed)
    except c2pa.C2paError as error:
        raise _explain(str(error), timestamp) from None


def _explain(said: str, timestamp: str) -> SoundError:
    """Return the error for what the library says; the address of a server may hold a password."""
    if timestamp and "http resolver" in said:
        return SoundError(
            "no time stamp could be had, so it is not signed",
            where="[sign] timestamp",
            hint="the server may be down: run the same command again; or take the line out",
        )
    said = said.replace(timestamp, "the server") if timestamp else said
    return SoundError(
        f"could not be signed: {said}",
        where="[sign]",
        hint="audiopress sign looks at certificate and key; its --test-certificate makes a pair "
        "for trying",
    )


def _read_tag(file: IO[bytes]) -> bytes:
    """Return the tag that a file begins with, header and all, and stand behind it."""
    file.seek(0)
    head = file.read(_TAG_HEADER)
    # Four bytes of seven bits each.
    size = sum(byte << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
    return head + file.read(size)


def _compare_sound(plain: IO[bytes], at: int, signed: IO[bytes], at_signed: int) -> None:
    """Refuse what changed the sound: its bytes are put together again from what is cached."""
    plain.seek(at)
    signed.seek(at_signed)
    while True:
        piece = plain.read(_PIECE)
        if piece != signed.read(_PIECE):
            raise SoundError("signing changed the sound itself", where="[sign]", hint="report it")
        if not piece:
            return
