"""Pictures of a feed: there, square, of the size directories take, and what their name says."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING, Final

from audiopress.checking.files.decoding import explain_decoding
from audiopress.checking.files.other_kinds import describe_kind

if TYPE_CHECKING:
    from PIL import Image

    from audiopress.checking.shelf import Shelf

__all__ = ["find_opening_fault", "find_picture_fault", "open_picture"]

_SIZES: Final = range(1400, 3001)
"""Pixels of a side of artwork (Apple, 823)."""

_NAME: Final = re.compile(r"(?:.*/)?artwork-([0-9a-f]{12})\.\w+")
"""The name of a show's artwork, which begins with the sha256 of its bytes: it is kept for a year,
so another picture has to have another name."""

_GPS: Final = 0x8825
"""The part of Exif that has a position."""

_TURNED: Final = 0x112
"""The part of Exif that says how a picture is to be turned; 1 is not at all."""

_LEAK: Final = re.compile(
    r"(?:/home/|/Users/|\b[A-Za-z]:\\|file://)[^\s\x00]+|[\w.+-]+@[\w-]+\.[\w.-]+"
)
"""A path on somebody's machine, or an address of mail."""

_HOLE: Final = bytes(64)
"""Zero bytes one behind the other that no lines of a JPEG of ours have: a transfer broke off."""

_OURS: Final = re.compile(r"(?:.*/)?episodes/[^/]+/(?:cover|picture)-[\w-]+\.jpg")
"""The name of a picture that a build has encoded."""

_JPEG: Final = b"\xff\xd8"
"""How a JPEG begins."""

_MARKER: Final = 0xFF
"""How each of its parts begins ..."""

_SCAN: Final = 0xDA
"""... and what follows in the one behind which its lines are."""

_ENDINGS: Final = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
"""Formats that directories take, and the endings that say so."""


def find_picture_fault(shelf: Shelf, path: str) -> str:
    """Return what is wrong with artwork at ``path``, or ""."""
    body = shelf.read(path)
    picture = open_picture(body)
    if body is None or isinstance(picture, str):
        return str(picture)
    if not path.endswith(_ENDINGS.get(picture.format or "", ())):
        return f"is a {picture.format}, which its name does not say"
    if picture.width != picture.height or picture.width not in _SIZES:
        return f"is {picture.width} x {picture.height} pixels, not a square of 1400 to 3000"
    # A publisher's own artwork may be of one colour; what is drawn of an article never is.
    if _OURS.fullmatch(path) and picture.getcolors(1) is not None:
        return "is of one colour alone"
    return _find_told_fault(body, picture, path) or _find_byte_fault(body, path)


def _find_byte_fault(body: bytes, path: str) -> str:
    if _OURS.fullmatch(path) and _HOLE in body:
        return "has nothing but zero bytes in a part of it: a transfer broke off"
    named = _NAME.fullmatch(path)
    other = named and not hashlib.sha256(body).hexdigest().startswith(named[1])
    return "is another picture than its name says, which apps never fetch" if other else ""


def find_opening_fault(body: bytes | None) -> str:
    """Return why a file can not be shown as a picture, or ""."""
    picture = open_picture(body)
    return picture if isinstance(picture, str) else ""


def _find_told_fault(body: bytes, picture: Image.Image, path: str) -> str:
    """Return what a picture tells beside what is seen, or where it is not whole, or ""."""
    if picture.mode != "RGB":
        return f"is {picture.mode} and not RGB"
    exif = picture.getexif()
    if exif.get_ifd(_GPS):
        return "tells in its Exif where it was taken"
    if exif.get(_TURNED, 1) != 1:
        return "is to be turned, says its Exif, and not all apps do"
    leak = _find_leak(picture) if _OURS.fullmatch(path) else ""
    if leak:
        return f"tells of who made it: {leak[:60]!r}"
    return "has bytes between its parts that no JPEG has" if _is_mangled(body) else ""


def _find_leak(picture: Image.Image) -> str:
    """Return what the words beside a picture of ours give away; a publisher's own are let be.

    Artwork is published byte for byte, and who drew it may say in it how to be reached.
    """
    told = [*map(str, picture.getexif().values()), *map(str, picture.info.values())]
    return next((found[0] for text in told if (found := _LEAK.search(text))), "")


def _is_mangled(body: bytes) -> bool:
    """Whether the parts of a JPEG do not follow each other (ITU-T T.81, B.1.1.4), to its lines."""
    at = len(_JPEG)
    while body.startswith(_JPEG) and at + 4 <= len(body) and body[at + 1] != _SCAN:
        if body[at] != _MARKER:
            return True
        if body[at + 1] == _MARKER:  # any number of them may stand before a part (B.1.1.2)
            at += 1
            continue
        at += 2 + int.from_bytes(body[at + 2 : at + 4])
    return False


def open_picture(body: bytes | None, *, least: tuple[int, int] | None = None) -> Image.Image | str:
    """Return a picture with all of its pixels read, or why it is none.

    Where ``least`` pixels are enough, a large JPEG is read as a smaller one, which is quick.
    """
    from PIL import Image  # noqa: PLC0415 - for pictures only

    if body is None:
        return "is not there"
    other = describe_kind(body)
    if other:
        return other
    try:
        with Image.open(io.BytesIO(body)) as picture:
            if least:
                picture.draft("RGB", least)
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return f"is no picture: {explain_decoding(error)}"
    return picture
