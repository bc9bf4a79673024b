"""The pictures of one episode, made of its words: square for podcast apps, wide for shared links.

The show's colours, the headline, the section, the show's name, and a wave that no other headline
has. Nothing random and no font of the machine's: the same words give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from audiopress.publish.cover_names import leave_out_signs
from audiopress.publish.pages.artwork import choose_palette, has_all_letters, load_font
from audiopress.publish.pages.artwork_of_article import fill_box
from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from PIL import ImageFont

    from audiopress.model import Episode, Show

__all__ = ["draw_cover"]

_QUALITY: Final = 88
"""Of the JPEG: the edges of large letters show no blocks; a PNG takes three times as long."""

_WHITE: Final = (255, 255, 255)
"""Of the headline; a contrast of at least 7 to 1 on every ground."""

_STEP: Final = 1.14
"""From one line of the headline to the next, in sizes of its letters: close, as headlines are."""

_MEASURED: Final = 100
"""Pixels of the letters by which words are measured."""

_LONGEST: Final = 24
"""Letters of a word that is not parted: "Kraftfahrzeugversicherung" has 25."""

_SLACK: Final = 1.02
"""How much wider a word may be in a size than by this measure: pixels are whole."""

_SPACE: Final = 0.26
"""Width of a space, in sizes of the letters."""

_BARS: Final = 32
"""Bars of the wave: one a byte of the headline's digest."""

_ELLIPSIS: Final = "…"
"""What ends a headline of which not all fits."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Pixels: the picture, its margin, letters tried for the headline, small ones, the wave."""

    width: int
    height: int
    margin: int
    sizes: range
    small: int
    wave: int


_SQUARE: Final = _Layout(1400, 1400, 110, range(170, 42, -6), 52, 300)
"""The least that Apple takes, with the margin of the show's picture."""

_WIDE: Final = _Layout(1280, 720, 80, range(100, 30, -4), 34, 120)
"""16 to 9, as pages and players of video show it; larger than any preview of a link."""


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What is drawn on, with which letters, and in which colour beside white."""

    draw: ImageDraw.ImageDraw
    face: ImageFont.FreeTypeFont
    layout: _Layout
    accent: tuple[int, int, int]


def draw_cover(show: Show, episode: Episode, *, wide: bool = False, picture: bytes = b"") -> bytes:
    """Return a JPEG: 1400 pixels square, or ``wide`` of 1280 by 720.

    With the article's ``picture`` that fills it, the show's name at its foot.
    """
    if picture:
        return _draw_over(show, picture, _WIDE if wide else _SQUARE)
    layout, title = _WIDE if wide else _SQUARE, choose_title(episode)
    digest = hashlib.sha256(title.encode()).digest()
    ground, accent = choose_palette(show)
    paper = Image.new("RGB", (layout.width, layout.height), ground)
    canvas = _Canvas(ImageDraw.Draw(paper), load_font(), layout, accent)
    foot = layout.height - layout.margin
    drawn = leave_out_signs(title)
    if drawn and has_all_letters(canvas.face, drawn):
        _draw_title(canvas, drawn, _draw_section(canvas, clean_text(episode.section)))
        _draw_wave(canvas, digest, foot - layout.small * 2 - layout.wave // 2)
    else:
        # Without the words the wave stands for them.
        _draw_wave(canvas, digest, layout.height // 2, times=2)
    _draw_small(canvas, clean_text(show.title), foot, _WHITE)
    return _write(paper)


def _draw_over(show: Show, picture: bytes, layout: _Layout) -> bytes:
    """Return the picture with a dark foot, on which the show's name stands and its colour."""
    ground, accent = choose_palette(show)
    whole = fill_box(picture, (layout.width, layout.height))
    foot = layout.margin + layout.small * 2
    shade = Image.linear_gradient("L").resize((layout.width, foot * 2))
    whole.paste(ground, (0, layout.height - foot * 2), shade)
    canvas = _Canvas(ImageDraw.Draw(whole), load_font(), layout, accent)
    base = layout.height - layout.margin // 2
    top = base - layout.small * 2
    left, thick = layout.margin, layout.small // 4
    canvas.draw.rectangle((left, top, left + layout.small * 3, top + thick), fill=accent)
    _draw_small(canvas, clean_text(show.title), base, _WHITE)
    return _write(whole)


def _write(picture: Image.Image) -> bytes:
    body = io.BytesIO()
    picture.save(body, "JPEG", quality=_QUALITY)
    return body.getvalue()


def _draw_section(canvas: _Canvas, section: str) -> int:
    """Draw the rule at the top and the section below it; return where the headline begins."""
    left, small = canvas.layout.margin, canvas.layout.small
    thick = small // 4
    canvas.draw.rectangle((left, left, left + small * 3, left + thick), fill=canvas.accent)
    foot = left + thick + small * 2
    if section and _draw_small(canvas, section, foot, canvas.accent):
        return foot + small // 2
    return left + thick + small


def _draw_small(canvas: _Canvas, text: str, foot: int, colour: tuple[int, int, int]) -> bool:
    """Set a line of small letters that stands on ``foot``; say whether it was drawn."""
    layout, text = canvas.layout, leave_out_signs(text)
    font = canvas.face.font_variant(size=layout.small)
    fits = font.getlength(text) <= layout.width - 2 * layout.margin
    if not (fits and has_all_letters(canvas.face, text)):
        return False
    canvas.draw.text((layout.margin, foot), text, font=font, fill=colour, anchor="ls")
    return True


def _draw_title(canvas: _Canvas, title: str, top: int) -> None:
    """Set the headline as large as it fits between section and wave."""
    layout = canvas.layout
    room = layout.height - layout.margin - layout.small * 3 - layout.wave - top
    wide = layout.width - 2 * layout.margin
    words = _measure(canvas.face, title)
    for size in layout.sizes:
        lines = _wrap(words, wide / size)
        whole = all(width * size <= wide for _, width in words)
        if whole and len(lines) * size * _STEP <= room:
            break
    most = int(room / (size * _STEP))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;:-")[:-1] + _ELLIPSIS]
    font = canvas.face.font_variant(size=size)
    for number, line in enumerate(lines):
        place = (layout.margin, top + number * size * _STEP)
        canvas.draw.text(place, line, font=font, fill=_WHITE)


def _measure(face: ImageFont.FreeTypeFont, title: str) -> list[tuple[str, float]]:
    """Return the words of a headline, each with its width in sizes of its letters.

    Once: to set the headline in each size and measure that took half a second.
    """
    font = face.font_variant(size=_MEASURED)
    words = [part for word in title.split() for part in _part(word)]
    return [(word, font.getlength(word) * _SLACK / _MEASURED) for word in words]


def _part(word: str) -> list[str]:
    """Return a word in parts of much the same length that a line can hold."""
    count = -(-len(word) // _LONGEST)
    size = -(-len(word) // count)
    parts = [word[at : at + size] for at in range(0, len(word), size)]
    return [f"{part}-" for part in parts[:-1]] + parts[-1:]


def _wrap(words: list[tuple[str, float]], wide: float) -> list[str]:
    """Return the lines of a headline in a column that is ``wide`` sizes of its letters."""
    lines, used = [""], 0.0
    for word, width in words:
        if lines[-1] and used + _SPACE + width > wide:
            lines.append("")
            used = 0.0
        lines[-1] = f"{lines[-1]} {word}".strip()
        used += width + (_SPACE if used else 0)
    return lines


def _draw_wave(canvas: _Canvas, digest: bytes, middle: int, times: int = 1) -> None:
    """Draw rounded bars around the line ``middle``, ``times`` as high as a wave at the foot."""
    layout = canvas.layout
    step = (layout.width - 2 * layout.margin) / _BARS
    for number, value in enumerate(digest):
        swell = 1 - abs(number - (_BARS - 1) / 2) / _BARS * 1.6
        height = step / 2 + value / 255 * layout.wave * times * swell
        left = layout.margin + number * step
        box = (left, middle - height / 2, left + step * 0.5, middle + height / 2)
        canvas.draw.rounded_rectangle(box, radius=step * 0.25, fill=canvas.accent)
