"""Where the pictures of an episode lie, told by what is drawn: nothing is drawn to know it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from audiopress.publish.sanitize import choose_title, clean_text

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = [
    "COVER_FILES",
    "PICTURE_NAME",
    "SQUARE_SIDE",
    "WIDE_SIZE",
    "leave_out_signs",
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

_DRAWING_WITHOUT_SIGNS: Final = "2"
"""The same of words with signs that are left out: before, none of their letters was drawn."""

_INVISIBLE: Final = frozenset({"Cf", "Co", "Cn"})
"""Unicode's categories of what says only how its neighbours are set, and of places without a
letter; "So", beside them, is that of pictographs."""

_FIRST_ARROW: Final = "\N{LEFTWARDS ARROW}"
"""The first of the arrows, which are mathematical signs to Unicode; ©, ™ and № stand before."""

_LAST_ARROW: Final = "\N{LEFT RIGHT OPEN-HEADED ARROW}"
"""The last of them."""

_MODIFIER: Final = re.compile(
    "[\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}"
    "\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}-\N{EMOJI MODIFIER FITZPATRICK TYPE-6}]"
)
"""Matches what changes the look of a pictograph or of a digit before it."""

_JOINERS: Final = re.compile("[\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}]")
"""Matches what joins or parts signs, and letters of Persian and Hindi."""

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
    words = (choose_title(episode), clean_text(episode.section), _choose_show_title(show, episode))
    plain = all(leave_out_signs(one) == one for one in words)
    # Of an episode without signs or a picture what it always was: addresses stay.
    drawing = _DRAWING if plain else _DRAWING_WITHOUT_SIGNS
    drawn = (drawing, *words, *filter(None, (episode.picture,)))
    digest = hashlib.sha256("\0".join(drawn).encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{episode.home}cover-{digest}{'-wide' if wide else ''}.jpg"


def _choose_show_title(show: Show, episode: Episode) -> str:
    return clean_text(episode.cover_title or show.title)


def leave_out_signs(text: str) -> str:
    """Return words as a picture shows them: without pictographs and invisible signs.

    Our letters have none of those, and for one of them a headline would not be drawn at all.
    """
    kept = "".join(letter for letter in _MODIFIER.sub("", text) if not _is_sign(letter))
    # What joined signs is left without them; between letters of other scripts it stays.
    return " ".join(_JOINERS.sub("", kept).split()) if kept != text else text


def _is_sign(letter: str) -> bool:
    if letter < _FIRST_ARROW:
        return unicodedata.category(letter) in _INVISIBLE and not _JOINERS.match(letter)
    return letter <= _LAST_ARROW or unicodedata.category(letter) in _INVISIBLE | {"So"}


def name_front_artwork(artwork: str) -> str:
    """Return the path of the show's picture as small as the front page has it."""
    return f"{artwork.rpartition('.')[0]}-320.png" if artwork else ""


def name_thumbnail(picture: str) -> str:
    """Return the name of an article's picture as small as the front page has it."""
    return picture.removesuffix(".jpg") + "-small.jpg" if picture else ""
