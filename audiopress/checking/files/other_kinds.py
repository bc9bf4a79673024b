"""What a file is where it is not what its name says: told by its first bytes."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["describe_kind", "find_text_fault"]

_KINDS: Final = (
    (
        re.compile(rb"version https://git-lfs\.github\.com/spec/"),
        "is a pointer of Git LFS: the file itself was not fetched (git lfs pull)",
    ),
    (
        re.compile(rb"/annex/objects/"),
        "is a pointer of git-annex: the file itself was not fetched (git annex get)",
    ),
    (re.compile(rb"\x1f\x8b"), "is packed with gzip, under the name of what is in it"),
    (re.compile(rb"\x28\xb5\x2f\xfd"), "is packed with zstd, under the name of what is in it"),
    (re.compile(rb"PK\x03\x04"), "is a ZIP"),
    (re.compile(rb"RIFF....WAVE", re.DOTALL), "is a WAV"),
    (re.compile(rb"fLaC"), "is FLAC"),
    (re.compile(rb"OggS"), "is Ogg"),
    (re.compile(rb"....ftyp", re.DOTALL), "is MP4"),
    (re.compile(rb"%PDF-"), "is a PDF"),
)
"""How files of other kinds begin: what a disk, a host or a repository puts in a file's place."""

_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)
"""How HTML begins: a host that has nothing often sends a page in its place."""

_MARKS: Final = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
"""Byte order marks of encodings that no file of an edition has."""


def describe_kind(body: bytes, *, page: bool = False) -> str:
    """Return what ``body`` is instead, as "is a WAV", or "" where nothing tells.

    A ``page`` may be HTML.
    """
    if not body:
        return "is empty"
    if not body.strip(b"\0"):
        return "has nothing but zero bytes"
    if not page and _PAGE.match(body):
        return "is a page of HTML"
    return next((told for begins, told in _KINDS if begins.match(body)), "")


def find_text_fault(body: bytes, *, page: bool = False) -> str:
    """Return why ``body`` is no text in UTF-8, or ""."""
    other = describe_kind(body, page=page)
    if other:
        return other
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return f"is {encoding} and not UTF-8"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is not UTF-8: byte {error.start:,} is 0x{body[error.start]:02X}"
    return "has zero bytes in it: a text has none" if b"\0" in body else ""
