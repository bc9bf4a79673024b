"""Where the pictures of an episode lie, told by what is drawn: nothing is drawn to know it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = [
    "COVER_FILES",
    "PICTURE_NAME",
    "SQUARE_SIDE",
    "WIDE_SIZE",
    "name_episode_cover",
    "name_front_artwork",
    "name_thumbnail",
]

SQUARE_SIDE: Final = 1400
"""Pixels of a side of the square picture."""

WIDE_SIZE: Final = (1280, 720)
"""Pixels of the wide one."""

_DRAWING: Final = "1"
"""Which drawing it is. To be counted up when the same words are drawn in another way: an address
never gets other bytes (`tests/unit/publish/pages/test_artwork_of_episode.py` holds a digest)."""

COVER_FILES: Final = ("cover-*.jpg", "picture-*.jpg")
"""Match the names of pictures in an episode's folder: ours, and the article's own."""

PICTURE_NAME: Final = re.compile(
    r"picture-[0-9a-f]{12}-(?P<width>\d{3,4})x(?P<height>\d{3,4})\.jpg"
)
"""Matches the name of an article's own picture, which says its pixels."""

_DIGITS: Final = 12
"""Hex digits of the digest in a name: apps look again when the name is another."""


def name_episode_cover(show: Show, episode: Episode, *, wide: bool = False) -> str:
    """Return the path of an episode's picture below the output folder."""
    words = (choose_title(episode), clean_text(episode.section), clean_text(show.title))
    # Of an episode without one what it always was: addresses stay.
    drawn = (_DRAWING, *words, *filter(None, (episode.picture,)))
    digest = hashlib.sha256("\0".join(drawn).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{episode.home}cover-{digest}{'-wide' if wide else ''}.jpg"


def name_front_artwork(artwork: str) -> str:
    """Return the path of the show's picture as small as the front page has it."""
    return f"{artwork.rpartition('.')[0]}-320.png" if artwork else ""


def name_thumbnail(picture: str) -> str:
    """Return the name of an article's picture as small as the front page has it."""
    return picture.removesuffix(".jpg") + "-small.jpg" if picture else ""
