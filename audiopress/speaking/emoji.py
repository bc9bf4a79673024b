"""Emoji and hashtags, which are the same in every language."""

from __future__ import annotations

import re

__all__ = ["EMOJI", "split_hashtag"]

EMOJI = (
    "["
    "\U0001f000-\U0001faff"  # pictographs: faces, flags, animals, food
    "\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff"  # weather, dingbats, stars
    "\ufe0e\ufe0f\u200d\u20e3"  # how a sign is drawn or joined to the next: 👨‍👩, 1️⃣
    "\U000e0020-\U000e007f"  # letters within the flags of regions
    "\u2190-\u21ff\u25a0-\u25ff\u2300-\u23ff"  # arrows, shapes, technical signs
    "]+"
)
"""Matches a run of pictures: they decorate a sentence, and their names would break it."""


def split_hashtag(tag: str) -> str:
    """Return the words of a tag or handle: "Black Lives Matter" for "BlackLivesMatter".

    Capitals in a row stay one word ("NHS" in "SaveOurNHS"); a tag without any letter or figure
    is returned as it is.
    """
    # Capitals but the one that begins a word ("NHS" of "NHSStaff"), words, figures, other letters.
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+", tag)
    return " ".join(parts) if parts else tag
