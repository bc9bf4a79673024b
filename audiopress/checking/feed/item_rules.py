"""What directories ask of an episode: a rule each, which says what is wrong, or ""."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from audiopress.checking.feed.channel_rules import LONGEST_DESCRIPTION, find_plain_fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.checking.feed.nodes import FeedNode

__all__ = ["ITEM_RULES", "find_repeated"]

_PLAIN_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
"""An address that every app takes as it is."""

_PLAIN_PATH: Final = re.compile(r"[a-z0-9._/-]+")
"""The letters of our own file names, which no server or app writes otherwise."""

_SECONDS: Final = re.compile(r"\d{1,9}")
"""A duration in whole seconds, or a number of bytes: no file has ten digits of either."""

_TRANSCRIPT: Final = "text/vtt"
"""The transcript that Apple's app reads."""

_CHAPTERS: Final = "application/json+chapters"
"""The type of the namespace's chapters."""


def _find_guid_fault(item: FeedNode) -> str:
    guid = item.text("guid")
    fault = find_plain_fault(guid)
    opens = item.value("guid", "isPermaLink") != "false"
    if not fault and opens and not _PLAIN_ADDRESS.fullmatch(guid):
        return "is no address and does not say isPermaLink=false"
    return fault


def _find_enclosure_fault(item: FeedNode) -> str:
    enclosures = item.every("enclosure")
    if len(enclosures) != 1:
        return "is missing" if not enclosures else "stands twice"
    url, length, kind = (enclosures[0].get(name, "") for name in ("url", "length", "type"))
    if not _PLAIN_ADDRESS.fullmatch(url):
        return f"{url!r} is no address"
    if not _SECONDS.fullmatch(length) or not int(length):
        return f"has the length {length!r}"
    return "" if kind.startswith("audio/") else f"has the type {kind!r}"


def _find_name_fault(item: FeedNode) -> str:
    path = item.value("enclosure", "url").partition("://")[2].partition("/")[2]
    return "" if _PLAIN_PATH.fullmatch(path) else "has other letters than a-z 0-9 - _ ."


def _find_date_fault(item: FeedNode) -> str:
    return "" if item.date("pubDate") else f"{item.text('pubDate')!r} is no date with an offset"


def _find_description_fault(item: FeedNode) -> str:
    if not item.text("content:encoded").strip():
        return "has no content:encoded beside it"
    size = len(item.text("description").encode())
    if size > LONGEST_DESCRIPTION:
        return f"has {size:,} bytes, of which {LONGEST_DESCRIPTION:,} are read"
    return find_plain_fault(item.text("description"), LONGEST_DESCRIPTION)


def _find_duration_fault(item: FeedNode) -> str:
    said = item.text("itunes:duration")
    fine = _SECONDS.fullmatch(said) and int(said)
    return "" if fine else f"{said!r} is no number of whole seconds"


def _find_explicit_fault(item: FeedNode) -> str:
    said = item.text("itunes:explicit")
    return "" if said in ("true", "false") else f"says {said!r}"


def _find_transcript_fault(item: FeedNode) -> str:
    kinds = [each.get("type") for each in item.every("podcast:transcript")]
    return "" if _TRANSCRIPT in kinds else f"has none of type {_TRANSCRIPT}"


def _find_chapters_fault(item: FeedNode) -> str:
    kinds = {each.get("type", "") for each in item.every("podcast:chapters")}
    strange = sorted(kinds - {_CHAPTERS})
    return f"have the type {strange[0]!r} and not {_CHAPTERS}" if strange else ""


def _find_narrator_fault(item: FeedNode) -> str:
    roles = {each.get("role") for each in item.every("podcast:person")}
    return "" if "narrator" in roles else "is not named"


def _find_image_fault(item: FeedNode) -> str:
    return "" if item.value("itunes:image", "href") else "is missing"


ITEM_RULES: Final[dict[str, Callable[[FeedNode], str]]] = {
    "title of an item": lambda item: find_plain_fault(item.text("title")),
    "link of an item": lambda item: find_plain_fault(item.text("link"), 2000),
    "guid": _find_guid_fault,
    "enclosure": _find_enclosure_fault,
    "letters of the address": _find_name_fault,
    "pubDate": _find_date_fault,
    "description of an item": _find_description_fault,
    "itunes:duration": _find_duration_fault,
    "itunes:explicit of an item": _find_explicit_fault,
    "itunes:image of an item": _find_image_fault,
    "podcast:transcript": _find_transcript_fault,
    "type of chapters": _find_chapters_fault,
    "narrator": _find_narrator_fault,
}
"""What is looked at in each item, by the name of the check."""


def find_repeated(values: list[str]) -> list[str]:
    """Return the values that stand more than once, in their order, each once."""
    return [value for value, times in Counter(values).items() if times > 1]
