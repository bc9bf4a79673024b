"""Lines that invite: to follow a link, to buy from a sponsor, to read a list of other stories.

Their words alone decide nothing, as advice has the same ("Check the oil"): the callers in
`audiopress.reading.cleaning` ask where a line stands and how much of it is linked.
"""

from __future__ import annotations

import re

from audiopress.reading.wording.narration import is_narration
from audiopress.reading.wording.narration_words import IMPERATIVES
from audiopress.text.vocabulary import any_of, any_word

__all__ = ["asks_to_follow_link", "heads_story_list", "names_sponsor"]

_ASKS = re.compile(
    r"^\W*"
    r"(?:(?:(?:pro |quick )?tip|ps|p\.s\.|psst|bonus|also|and|plus|or|next|first)\W+)?"
    + IMPERATIVES
    + r"\b",
    re.IGNORECASE,
)
"""What a page asks of its reader: with a link it leads away, without one it may be advice."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s")
"""Where a sentence ends and another begins."""

_OURS = re.compile(r"\b(?:our|my)\b", re.IGNORECASE)
"""What belongs to the page that speaks."""

_OFFERS = re.compile(
    r"\b"
    + any_word("""
        our my here this these more next store shop guides? articles? posts? podcast channel course
        newsletter
    """)
    + r"\b",
    re.IGNORECASE,
)
"""What a page offers besides its story."""

_LINKED = 0.3
"""Share of a text that is linked when it asks to follow the link: of eight words, two or three.
A smaller link in a piece of advice names a source or a tool."""

_LINKED_OFFER = 0.12
"""The share that is enough where the text speaks of what the page offers: one word of eight."""

_SPACES = 40
"""Spaces of a text from which on it is a paragraph, which a story has more often than a bid."""

_LONGEST_SPONSOR_LINE = 35
"""Words of the longest line that names a sponsor: one sentence with what the sponsor does."""

_LONGEST_BOX_HEADING = 7
"""Words below which a line may head a list of stories; headlines of stories have more."""

_SPONSORED = re.compile(
    any_of(
        r"\bthis is (?:a |an )?(?:paid|sponsored) "
        + any_word("placement post content partnership advertisement promotion deal article")
        + r"\b",
        r"\b"
        + any_of(
            any_word("""
                deal post article content episode podcast video newsletter story guide section
                edition
            """),
            r"week['’]s [\w ]{2,40}",
        )
        + " (?:is|was|has been) "
        + any_of(
            "sponsored",
            "presented",
            "brought to you",
            "paid for",
            "supported",
        )
        + r" by\b",
        r"^(?:brought to you|sponsored|presented) by\b",
        r"\((?:sponsored|ad|advertisement|promoted)\)\W*$",
    ),
    re.IGNORECASE,
)
"""That somebody paid: "This post is sponsored by Kettles", "A new kettle (ad)"."""

_STORY_LIST = re.compile(
    "^"
    + any_of(
        "related",
        "read (?:more|next)",
        "more (?:on|from|stories)",
        "recommended",
        "most (?:read|popular|viewed)",
        "trending",
        "you (?:may|might) also",
        "also (?:read|on)",
        "newsletter",
        "advertisement",
        "top stories",
        "latest",
    )
    + r"\b",
    re.IGNORECASE,
)
"""How a heading over other stories, or over an advert, begins."""


def asks_to_follow_link(text: str, links: float) -> bool:
    """Whether a short text asks its reader to follow the link that is a share ``links`` of it.

    A smaller link is enough where the text speaks of what the page offers besides. A last
    sentence that is most of the text and speaks of "our" things is judged for all of it.
    """
    last = _SENTENCE_END.split(text)[-1]
    most = 2 * last.count(" ") > text.count(" ")
    if most and links >= _LINKED_OFFER and _OURS.search(last):
        text = last
    if text.count(" ") >= _SPACES or links < (_LINKED_OFFER if _OFFERS.search(text) else _LINKED):
        return False
    return bool(_ASKS.search(text)) and not is_narration(text)


def names_sponsor(text: str) -> bool:
    """Whether a short line says that somebody paid for what it stands by."""
    short = len(text.split()) <= _LONGEST_SPONSOR_LINE
    return short and bool(_SPONSORED.search(text)) and not is_narration(text)


def heads_story_list(text: str) -> bool:
    """Whether a short line heads a list of other stories."""
    return len(text.split()) < _LONGEST_BOX_HEADING and bool(_STORY_LIST.search(text))
