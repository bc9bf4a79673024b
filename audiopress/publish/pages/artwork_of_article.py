"""The picture of an article, made ready for its pages: JPEG, no larger than they show it.

What a stranger's server sends is decoded, turned as its camera says and written anew, so that
nothing else that was in the file is published. The same bytes give the same bytes.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from audiopress.errors import SourceError

__all__ = ["fill_box", "make_page_picture", "make_thumbnail"]

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
"""What pages of news have; nothing is tried that Pillow decodes by another program."""

_FAULTS: Final = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,  # of a PNG whose parts make no sense
)
"""What Pillow raises for bytes that are no picture, or half of one."""

_MOST_PIXELS: Final = 50_000_000
"""Pixels of the largest picture that is decoded: cameras make 24 to 50 million."""

_SMALLEST: Final = 200
"""Pixels of the shorter side below which it is an icon or a counter, and no picture."""

_LONGEST: Final = 1600
"""Pixels of the longer side: a column of 800 on a screen with two pixels a point; a square of
1400 can be cut from most."""

_THUMBNAIL: Final = (640, 360)
"""Pixels on the front page, 16 to 9: a card there is 384 points wide at most, the first 704."""

_QUALITY: Final = 82
"""Of the JPEGs: beyond it their bytes grow faster than anybody sees (a photograph: some 200 kB)."""

_PAPER: Final = (255, 255, 255)
"""What stands behind a transparent picture."""


def make_page_picture(body: bytes, where: str) -> tuple[bytes, int, int]:
    """Return the picture as a JPEG, with its width and height in pixels.

    Raises `SourceError` for what is no picture, too large to be decoded or too small to be one.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its size, which is looked at here
            with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
                _check_size(opened.size, where)
                picture = _flatten(ImageOps.exif_transpose(opened))
    except _FAULTS as error:
        raise SourceError(
            "no picture that can be shown", where=where, hint="a JPEG, PNG, WebP or GIF"
        ) from error
    picture.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    return _write(picture), picture.width, picture.height


def _check_size(size: tuple[int, int], where: str) -> None:
    if size[0] * size[1] > _MOST_PIXELS or min(size) < _SMALLEST:
        raise SourceError(
            f"a picture of {size[0]} x {size[1]} pixels is not used",
            where=where,
            hint=f"at least {_SMALLEST} pixels a side, at most {_MOST_PIXELS // 10**6} million",
        )


def _flatten(picture: Image.Image) -> Image.Image:
    """Return a picture in RGB; where it lets the page through, that is white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        ground = Image.new("RGBA", whole.size, _PAPER)
        return Image.alpha_composite(ground, whole).convert("RGB")
    return picture.convert("RGB")


def make_thumbnail(picture: bytes) -> bytes:
    """Return the middle of a picture of ours as a small JPEG, 16 to 9."""
    return _write(fill_box(picture, _THUMBNAIL))


def fill_box(picture: bytes, size: tuple[int, int]) -> Image.Image:
    """Return a picture of ours so large that it fills ``size``, what is beyond cut off evenly."""
    with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
        return ImageOps.fit(opened.convert("RGB"), size, Image.Resampling.LANCZOS)


def _write(picture: Image.Image) -> bytes:
    body = io.BytesIO()
    picture.save(body, "JPEG", quality=_QUALITY)
    return body.getvalue()
