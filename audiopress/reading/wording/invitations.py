# ruff: noqa: E501
"""Lines that invite: to follow a link, to buy from a sponsor, to read a list of other stories."""

from __future__ import annotations

import re

from audiopress.reading.wording.narration import is_narration

__all__ = ["asks_to_follow_link", "heads_story_list", "names_sponsor"]

_BIDS = re.compile(
    r"^\W*(?:(?:(?:pro |quick )?tip|ps|p\.s\.|psst|bonus|also|and|plus|or|next|first)\W+)?"
    r"(?:get|grab|read|check|see|learn|find|discover|explore|browse|visit|join|watch|listen|try|take|shop|buy|order|book|start|sign|"
    r"subscribe|view|contact|call|upgrade|save|head|download|click|follow|don['’]t miss)\b",
    re.IGNORECASE,
)
"""What a page bids its reader do: with a link it leads away, without one it may be advice."""


def asks_to_follow_link(text: str, links: float) -> bool:
    """Whether a short text bids its reader follow the link that is a good part of it.

    A smaller link is enough where the text speaks of what the page offers besides.
    """
    last = _SENTENCES.split(text)[-1]
    if 2 * last.count(" ") > text.count(" ") and links >= 0.12 and _OF_OURS.search(last):  # noqa: PLR2004
        text = last
    if text.count(" ") >= 40 or links < (0.12 if _BESIDES.search(text) else 0.3):  # noqa: PLR2004
        return False
    return bool(_BIDS.search(text)) and not is_narration(text)


_SENTENCES = re.compile(r"(?<=[.!?])\s")
_OF_OURS = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
_BESIDES = re.compile(
    r"\b(?:our|my|here|this|these|more|next|store|shop|guides?|articles?|posts?|podcast|channel|course|newsletter)\b",
    re.IGNORECASE,
)


_SPONSORED = re.compile(
    r"\bthis is (?:a |an )?(?:paid|sponsored) (?:placement|post|content|partnership|advertisement|promotion|deal|article)\b"
    r"|\b(?:deal|post|article|content|episode|podcast|video|newsletter|story|guide|section|edition|week['’]s [\w ]{2,40})"
    r" (?:is|was|has been) (?:sponsored|presented|brought to you|paid for|supported) by\b|^(?:brought to you|sponsored|presented) by\b|\((?:sponsored|ad|advertisement|promoted)\)\W*$",
    re.IGNORECASE,
)


def names_sponsor(text: str) -> bool:
    """Whether a short line says that somebody paid for what it stands by."""
    short = len(text.split()) <= 35  # noqa: PLR2004
    return short and bool(_SPONSORED.search(text)) and not is_narration(text)


_BOX = re.compile(
    r"^(?:related|read (?:more|next)|more (?:on|from|stories)|recommended|most (?:read|popular|viewed)|"
    r"trending|you (?:may|might) also|also (?:read|on)|newsletter|advertisement|top stories|latest)\b",
    re.IGNORECASE,
)


def heads_story_list(text: str) -> bool:
    """Whether a short line heads a list of other stories."""
    return len(text.split()) < 7 and bool(_BOX.search(text))  # noqa: PLR2004
