"""What directories ask of a show: a rule each, which says what is wrong, or "".

Sources: Apple's requirements for podcast feeds (support article 823), the PSP-1 standard of
podcast feeds, the podcast namespace; `docs/feed.md` has them point by point.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from uuid import UUID

from audiopress.publish.feed.apple_categories import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.checking.feed.nodes import FeedNode

__all__ = [
    "CHANNEL_RULES",
    "LONGEST_DESCRIPTION",
    "find_plain_fault",
    "is_preview",
    "says_ai",
]

LONGEST_DESCRIPTION: Final = 4000
"""Bytes of a description (Apple, 823)."""

_LONGEST_VALUE: Final = 255
"""Characters of any other value (Apple, 823)."""

_LOCAL: Final = re.compile(r"https?://(?:127\.|localhost|\[::1\]|10\.|192\.168\.)")
"""Addresses that nobody else reaches: the feed of a preview has them."""

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
"""What an app can move to."""

_BOOLEANS: Final = ("true", "false")
"""What ``itunes:explicit`` may say; "yes", "no" and "clean" are of an older edition."""

_TYPES: Final = ("episodic", "serial")
"""What ``itunes:type`` may say."""


def is_preview(channel: FeedNode) -> bool:
    """Whether the feed can only be heard on its own machine, so that it has no identity yet."""
    return _LOCAL.match(channel.link("self")) is not None and not channel.text("podcast:guid")


def find_plain_fault(text: str, longest: int = _LONGEST_VALUE) -> str:
    """Return what is wrong with a required value: missing, padded with blanks, or too long."""
    if not text.strip():
        return "is missing"
    if text != text.strip():
        return "has blanks around it"
    over = len(text) - longest
    return f"has {over} characters more than the {longest} that are read" if over > 0 else ""


def _find_description_fault(channel: FeedNode) -> str:
    size = len(channel.text("description").encode())
    if size > LONGEST_DESCRIPTION:
        return f"has {size:,} bytes, of which {LONGEST_DESCRIPTION:,} are read"
    return find_plain_fault(channel.text("description"), LONGEST_DESCRIPTION)


def _find_category_fault(channel: FeedNode) -> str:
    categories = channel.every("itunes:category")
    if not categories:
        return "is missing"
    for category in categories:
        name = category.get("text", "")
        if name not in CATEGORIES:
            return f"{name!r} is not in Apple's list"
        below = [each.get("text", "") for each in category]
        strange = [each for each in below if each not in CATEGORIES[name]]
        if strange:
            return f"{strange[0]!r} is not below {name!r} in Apple's list"
    return ""


def _find_guid_fault(channel: FeedNode) -> str:
    guid = channel.text("podcast:guid")
    if not guid:
        return "" if is_preview(channel) else "is missing"
    try:
        UUID(guid)
    except ValueError:
        return f"{guid!r} is no UUID"
    return ""


def _find_self_fault(channel: FeedNode) -> str:
    found = [each for each in channel.every("atom:link") if each.get("rel") == "self"]
    if len(found) != 1:
        return "is missing" if not found else "stands twice"
    return "" if found[0].get("href", "").startswith("http") else "is no address"


def _find_move_fault(channel: FeedNode) -> str:
    to = channel.text("itunes:new-feed-url")
    return "" if not to or _ADDRESS.fullmatch(to) else f"{to!r} is no address"


def _find_disclosure_fault(channel: FeedNode) -> str:
    # Who subscribes sees the show first.
    told = [item for item in channel.items if says_ai(item)]
    return "is missing, and items have it" if told and not says_ai(channel) else ""


def says_ai(node: FeedNode) -> bool:
    """Whether a channel or an item is marked as spoken by a machine (``podcast:txt``)."""
    return any(
        each.get("purpose") == "ai-content" and each.text == "true"
        for each in node.every("podcast:txt")
    )


def _find_order_fault(channel: FeedNode) -> str:
    dates = [item.date("pubDate") for item in channel.items]
    known = [date for date in dates if date]
    return "" if known == sorted(known, reverse=True) else "are not newest first"


def _find_change_fault(channel: FeedNode) -> str:
    if not channel.items and not channel.text("lastBuildDate"):
        return ""
    changed = channel.date("lastBuildDate")
    if changed is None:
        return "is no date with an offset"
    newest = max((date for item in channel.items if (date := item.date("pubDate"))), default=None)
    return "is before the newest item" if newest and changed < newest else ""


def _one_of(name: str, allowed: tuple[str, ...]) -> Callable[[FeedNode], str]:
    def find(channel: FeedNode) -> str:
        said = channel.text(name)
        return "" if said in allowed else f"says {said!r} and not {' or '.join(allowed)}"

    return find


def _plain(name: str) -> Callable[[FeedNode], str]:
    return lambda channel: find_plain_fault(channel.text(name))


CHANNEL_RULES: Final[dict[str, Callable[[FeedNode], str]]] = {
    "title": _plain("title"),
    "link": _plain("link"),
    "description": _find_description_fault,
    "language": _plain("language"),
    "atom:link rel=self": _find_self_fault,
    "itunes:author": _plain("itunes:author"),
    "itunes:category": _find_category_fault,
    "itunes:explicit": _one_of("itunes:explicit", _BOOLEANS),
    "itunes:type": _one_of("itunes:type", _TYPES),
    "podcast:locked": _one_of("podcast:locked", ("yes", "no")),
    "podcast:medium": _plain("podcast:medium"),
    "podcast:guid": _find_guid_fault,
    "itunes:new-feed-url": _find_move_fault,
    "ai-content of the show": _find_disclosure_fault,
    "order of items": _find_order_fault,
    "lastBuildDate": _find_change_fault,
}
"""What is looked at in a channel, by the name of the check."""
