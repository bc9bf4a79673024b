"""What a file really is, by its first bytes, whatever its name says."""

from __future__ import annotations

__all__ = ["name_binary_format"]

_HEAD = 4096
"""Bytes that are looked at: all marks stand in the first twelve, and a binary file has a NUL long
before these are over."""

_STRAY = 0.02
"""Share of NULs up to which they are strays in a text: programs and pictures have one in ten bytes
as a rule, text that an editor saved with a lost one some in thousands."""

_MOSTLY = 0.5
"""Share of NULs in one column of four bytes from which a file is UTF-16 or UTF-32: in Latin letters
it is near 1 in the upper bytes, and 0 in the lower."""

# First bytes of what is given a page's name by mistake: attachments, downloads, exports.
# The marks are those of the formats' own specifications.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound"),
    (b"fLaC", "a FLAC sound"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_PLAIN_START = {b"BM", b"ID3", b"BZh", b"MZ"}
"""Marks that an article could begin with; they count only before bytes no text has."""

_NO_TEXT = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1b"})
"""Controls that no text has, but for strays."""

_RIFF = {b"WEBP": "a WebP picture", b"WAVE": "a WAV sound", b"AVI ": "a video"}
"""What stands at byte 8 of a file that begins with ``RIFF``, and four bytes of its length."""

_MARKED_TEXT = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32, whose text is full of NULs (UTF-8 has none)."""


def name_binary_format(body: bytes) -> str | None:
    """Return in words what ``body`` is when it is no text, else ``None``.

    UTF-16 and UTF-32 are text, with a byte order mark or without.
    """
    head = body[:_HEAD]
    binary = (
        b"\0" in head
        and not head.startswith(_MARKED_TEXT)
        and not _is_wide_text(head)
        and not _has_strays(head)
    )
    for mark, words in _MAGIC:
        if head.startswith(mark) and (binary or mark not in _PLAIN_START):
            return words
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return "a video, a sound or a HEIC picture"
    return "a binary file" if binary else None


def _has_strays(head: bytes) -> bool:
    """Whether the NULs are a few among bytes of a text; they are taken out when it is read."""
    others = len(head) - len(head.translate(None, _NO_TEXT))
    return head.count(0) <= max(1, len(head) * _STRAY) and others <= len(head) * _STRAY


def _is_wide_text(head: bytes) -> bool:
    """Whether NULs stand as in UTF-16 or UTF-32 without mark: in some columns of four only."""
    columns = [head[start::4].count(0) / max(1, len(head[start::4])) for start in range(4)]
    return max(columns) > _MOSTLY and min(columns) == 0
