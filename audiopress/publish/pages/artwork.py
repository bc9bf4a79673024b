"""The show's picture: one made from its title, or one a person gave, checked.

Directories want a square JPEG or PNG of 1400 to 3000 pixels in RGB. The generated one is drawn
without anything random and in a font that comes with the package, so the same title gives the
same bytes.
"""

from __future__ import annotations

import hashlib
import io
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import PIL
from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError

from audiopress.errors import ConfigError
from audiopress.publish.cover_names import leave_out_signs
from audiopress.publish.sanitize import clean_text

if TYPE_CHECKING:
    from audiopress.model import Show

__all__ = [
    "DRAWN_BY",
    "FRONT_SIDE",
    "ICON_SIDE",
    "check_artwork",
    "choose_palette",
    "draw_artwork",
    "has_all_letters",
    "load_font",
    "make_small",
    "measure_artwork",
]

_SIDE: Final = 1400
"""Pixels of the generated picture: the least that Apple takes; a drawing gains nothing by more."""

FRONT_SIDE: Final = 320
"""Pixels of the picture on the front page, where it is 160 wide: twice that for dense screens."""

DRAWN_BY: Final = f"Pillow {PIL.__version__}"
"""What draws the pictures: another version may give other bytes."""

ICON_SIDE: Final = 64
"""Pixels of the sign in a browser's tab: 16 or 32 on most screens, twice that on a dense one."""

_MARGIN: Final = 110
"""Pixels around it that stay empty: apps round the corners, and some lay a mark upon one."""

_TITLE_HEIGHT: Final = 640
"""Pixels that the lines of the title may take, from the rule above them to the wave's crest."""

_LINE_STEP: Final = 1.12
"""From one line of the title to the next, in sizes of its letters: close, as headlines are set."""

_TITLE_SIZES: Final = range(190, 50, -10)
"""Pixels that are tried for the letters of the title, until it fits. The smallest can be read on a
phone; a title for which that is too large runs over the wave, and is still to be read."""

_AUTHOR_SIZE: Final = 52
"""Pixels of the author's letters: a quarter of a large title's, and still legible in a list."""

_WAVE_RISE: Final = 330
"""Pixels from the foot to the middle line of the wave: half of its height, and the author."""

_SMALLEST: Final = 1400
"""Pixels of a side at least, and..."""

_LARGEST: Final = 3000
"""...at most, that Apple, Spotify and the Podcast Standards Project take of a picture."""

_FORMATS: Final = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG"}
"""What a file's ending says, and Pillow's name for it; directories take no others."""

# Ground and accent, chosen so that white text has a contrast of at least 7 to 1 on the ground.
_PALETTES: Final = (
    ((22, 33, 62), (240, 178, 92)),
    ((58, 24, 38), (244, 162, 140)),
    ((16, 52, 48), (188, 214, 140)),
    ((44, 36, 72), (230, 170, 206)),
    ((52, 40, 24), (240, 206, 120)),
    ((20, 44, 66), (132, 206, 226)),
)


def draw_artwork(show: Show) -> bytes:
    """Return a 1400 px square PNG in RGB with the show's title and a wave of sound."""
    title = clean_text(show.title)
    digest = hashlib.sha256(title.encode()).digest()
    ground, accent = choose_palette(show)
    picture = Image.new("RGB", (_SIDE, _SIDE), ground)
    draw = ImageDraw.Draw(picture)
    font = load_font()
    drawn = leave_out_signs(title)
    drawable = bool(drawn) and has_all_letters(font, drawn)
    _draw_wave(draw, digest, accent, _SIDE - _WAVE_RISE if drawable else _SIDE // 2)
    if drawable:
        _draw_title(draw, font, drawn, accent)
        _draw_author(draw, font, leave_out_signs(clean_text(show.author)))
    body = io.BytesIO()
    body.name = "artwork.png"  # so Pillow loads this one driver and not all it has
    picture.save(body, compress_level=4)
    return body.getvalue()


def choose_palette(show: Show) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return ground and accent of a show, by its title."""
    digest = hashlib.sha256(clean_text(show.title).encode()).digest()
    return _PALETTES[digest[0] % len(_PALETTES)]


def check_artwork(body: bytes, name: str) -> None:
    """Raise `ConfigError` unless ``body`` is artwork that directories accept under ``name``."""
    wanted = _FORMATS.get(name.rpartition(".")[2].lower())
    try:
        with Image.open(io.BytesIO(body), formats=("PNG", "JPEG")) as picture:
            form, size, mode = picture.format, picture.size, picture.mode
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise _make_refusal(name, "is not a JPEG or PNG picture") from error
    if form != wanted:
        raise _make_refusal(name, f"holds a {form} picture, which its name does not say")
    if size[0] != size[1] or not _SMALLEST <= size[0] <= _LARGEST:
        raise _make_refusal(name, f"is {size[0]} x {size[1]} pixels")
    if mode != "RGB":
        raise _make_refusal(name, f"is in {mode}, not RGB")


def measure_artwork(body: bytes) -> int:
    """Return the width in pixels of a picture that was found good."""
    with Image.open(io.BytesIO(body), formats=("PNG", "JPEG")) as picture:
        return picture.width


def make_small(picture: bytes, side: int) -> bytes:
    """Return artwork as a PNG of ``side`` pixels: for the front page, or a browser's tab."""
    with Image.open(io.BytesIO(picture), formats=("PNG", "JPEG")) as whole:
        small = whole.convert("RGB").resize((side, side), Image.Resampling.LANCZOS)
    body = io.BytesIO()
    body.name = "icon.png"
    small.save(body)
    return body.getvalue()


def _make_refusal(name: str, fault: str) -> ConfigError:
    return ConfigError(
        f"the artwork {fault}",
        where=name,
        hint="save it as a square RGB JPEG or PNG of 1400 to 3000 pixels",
    )


def load_font() -> ImageFont.FreeTypeFont:
    """Return Literata SemiBold (SIL OFL 1.1) with its Latin, Greek and Cyrillic letters."""
    path = files("audiopress.publish.pages") / "templates" / "literata-semibold.woff"
    layout = ImageFont.Layout.BASIC  # the same on every machine, with or without Raqm
    # Any size: each text takes a variant of its own.
    return ImageFont.truetype(io.BytesIO(path.read_bytes()), 20, layout_engine=layout)


def has_all_letters(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Say whether the font has every letter of ``text``: better no title than a row of boxes."""
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(letter)) != missing for letter in sorted(set(text)))


def _draw_wave(
    draw: ImageDraw.ImageDraw, digest: bytes, accent: tuple[int, int, int], middle: int
) -> None:
    """Draw 32 rounded bars around the line ``middle``, one a byte of the title's digest."""
    step = (_SIDE - 2 * _MARGIN) / len(digest)
    # It swells toward the middle, which is bar 15.5 of 32; a bar is about as wide as its gap.
    for number, value in enumerate(digest):
        swell = 1 - abs(number - 15.5) / 20
        height = 24 + value / 255 * 330 * swell
        left = _MARGIN + number * step
        box = (left, middle - height / 2, left + step * 0.52, middle + height / 2)
        draw.rounded_rectangle(box, radius=step * 0.26, fill=accent)


def _draw_title(
    draw: ImageDraw.ImageDraw,
    face: ImageFont.FreeTypeFont,
    title: str,
    accent: tuple[int, int, int],
) -> None:
    """Set the title as large as it fits above the wave, under a rule."""
    for size in _TITLE_SIZES:
        font = face.font_variant(size=size)
        lines = _wrap_lines(draw, title, font)
        widest = max(draw.textlength(line, font=font) for line in lines)
        if len(lines) * size * _LINE_STEP <= _TITLE_HEIGHT and widest <= _SIDE - 2 * _MARGIN:
            break
    draw.rectangle((_MARGIN, _MARGIN, _MARGIN + 150, _MARGIN + 12), fill=accent)
    top = _MARGIN + 60.0
    for line in lines:
        draw.text((_MARGIN, top), line, font=font, fill=(255, 255, 255))
        top += size * _LINE_STEP


def _draw_author(draw: ImageDraw.ImageDraw, face: ImageFont.FreeTypeFont, author: str) -> None:
    """Set the author in small letters at the foot, if the font has them and they fit."""
    font = face.font_variant(size=_AUTHOR_SIZE)
    if has_all_letters(font, author) and draw.textlength(author, font=font) <= _SIDE - 2 * _MARGIN:
        draw.text((_MARGIN, _SIDE - _MARGIN - 40), author, font=font, fill=(255, 255, 255))


def _wrap_lines(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if draw.textlength(longer, font=font) <= _SIDE - 2 * _MARGIN or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
