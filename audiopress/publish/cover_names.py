"""Where the pictures of an episode lie, told by what is drawn: nothing is drawn to know it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = ["COVER_FILES", "SQUARE_SIDE", "WIDE_SIZE", "name_episode_cover", "name_front_artwork"]

SQUARE_SIDE: Final = 1400
"""Pixels of a side of the square picture."""

WIDE_SIZE: Final = (1280, 720)
"""Pixels of the wide one."""

_DRAWING: Final = "1"
"""Which drawing it is. To be counted up when the same words are drawn in another way: an address
never gets other bytes (`tests/unit/publish/pages/test_artwork_of_episode.py` holds a digest)."""

COVER_FILES: Final = "cover-*.jpg"
"""Matches the names of these pictures in an episode's folder."""

_DIGITS: Final = 12
"""Hex digits of the digest in a name: apps look again when the name is another."""


def name_episode_cover(show: Show, episode: Episode, *, wide: bool = False) -> str:
    """Return the path of an episode's picture below the output folder."""
    drawn = (_DRAWING, choose_title(episode), clean_text(episode.section), clean_text(show.title))
    digest = hashlib.sha256("\0".join(drawn).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{episode.home}cover-{digest}{'-wide' if wide else ''}.jpg"


def name_front_artwork(artwork: str) -> str:
    """Return the path of the show's picture as small as the front page has it."""
    return f"{artwork.rpartition('.')[0]}-320.png" if artwork else ""
