"""Whether the words of a feed are whole: their encoding, their dates, and what every item says."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from audiopress.checking.feed.channel_rules import says_ai

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.feed.nodes import FeedNode

__all__ = ["find_declared_fault", "find_garbled", "find_text_faults"]

Look = tuple[str, str, str]
"""The check's name, the item, and what is wrong or ""."""

_GARBLED: Final = re.compile(
    "\u00e2\u20ac[\u2122\u0153\u02dc\u201c\u201d\u00a6\x9d\x9c\x99]"
    "|\u00c3[\u00a9\u00a8\u00bc\u00b6\u00a4\u0178\u00b1\u00b3\u00a1\u00ad\u00aa\u00a7\u00a0]"
    "|\ufffd{2}"
)
"""UTF-8 that was read as Windows-1252: an apostrophe, a quotation mark or a dash, and letters with
marks; no language has a capital \u00c3 before such a sign."""

_DECLARED: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*['\"]([^'\"]+)", re.IGNORECASE)
"""Where a document names its encoding."""

_AHEAD: Final = timedelta(days=366)
"""How far ahead a date may be: what is to appear next year is no mistake."""

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""As RFC 5322 has them."""

_LETTERS: Final = re.compile(r"\W+")
"""What may differ between two texts without a word being different."""

_TAG: Final = re.compile(r"<[^>]*>")
"""A tag of HTML."""

_PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
"""A paragraph of an item's notes."""

_NOTE: Final = re.compile(r"<p>([^<]*)</p>\s*$")
"""The last of an item's notes, where it is no link."""


def find_declared_fault(body: bytes) -> str:
    """Return whether a feed calls itself anything but UTF-8, in which every build writes."""
    found = _DECLARED.match(body.lstrip())
    told = found[1].decode("latin-1") if found else "UTF-8"
    return "" if told.upper() in ("UTF-8", "US-ASCII") else f"is said to be {told}, and is UTF-8"


def find_garbled(text: str) -> str:
    """Return the first place in ``text`` that was read in another encoding, or ""."""
    found = _GARBLED.search(text)
    return text[max(0, found.start() - 12) : found.end() + 12] if found else ""


def find_text_faults(item: FeedNode, channel: FeedNode) -> Iterator[Look]:
    """Yield each look at the words and the date of an item."""
    where = item.text("title") or item.text("guid")
    for name in ("title", "description", "content:encoded"):
        garbled = find_garbled(item.text(name))
        yield "garbled letters", where, f"has {garbled!r} in {name}" if garbled else ""
    yield "date of an item", where, _find_date_fault(item)
    yield "titles of an item", where, _find_title_fault(item)
    lost = _find_note_fault(item)
    yield "description of an item", where, lost
    yield "ai-content of an item", where, "" if lost else _find_notice_fault(item)
    told, shown = item.text("itunes:explicit"), channel.text("itunes:explicit")
    other = bool(told and shown) and told != shown
    yield "itunes:explicit of an item", where, f"is {told}, of the show {shown}" if other else ""


def _find_date_fault(item: FeedNode) -> str:
    said, date = item.text("pubDate").strip(), item.date("pubDate")
    if date is None:
        return ""  # it is said elsewhere
    day = said.partition(",")[0] if "," in said else ""
    if day and day != _DAYS[date.weekday()]:
        return f"{said!r} is a {_DAYS[date.weekday()]}"
    # The clock is asked for nothing that a build writes.
    late = date > datetime.now(UTC) + _AHEAD
    return f"{said!r} is more than a year ahead" if late else ""


def _find_title_fault(item: FeedNode) -> str:
    title = item.text("title")
    for name in ("itunes:title", "podcast:contentLink"):
        other = item.text(name)
        # The namespace takes fewer characters.
        if other and not (other == title or title.startswith(other.rstrip("\u2026").rstrip())):
            return f"are {title[:60]!r} and, in {name}, {other[:60]!r}"
    return ""


def _find_note_fault(item: FeedNode) -> str:
    """Return which note stands in one form of the description and not in the other."""
    found = _NOTE.search(item.text("content:encoded").strip())
    plain = html.unescape(item.text("description"))
    first = item.text("content:encoded").partition("</p>")[0].partition(">")[2]
    beginning = _squeeze(html.unescape(first))[:60]
    if not _squeeze(plain).startswith(beginning):
        return f"begins otherwise than its HTML: {plain[:40]!r}"
    note = _squeeze(html.unescape(found[1])) if found else ""
    if found and note not in _squeeze(plain):
        return f"lacks {html.unescape(found[1])!r}"
    rest = _squeeze(plain).removeprefix(_squeeze(html.unescape(first)))
    shown = _squeeze(_TAG.sub("", item.text("content:encoded")))
    # What was too long for a directory is shortened, and then it is not known where its notes are.
    lost = len(rest) < len(_squeeze(plain)) and rest not in shown
    return f"ends with {plain.strip()[-60:]!r}, which its HTML has not" if lost else ""


def _find_notice_fault(item: FeedNode) -> str:
    """Return whether an item that is marked says nothing of it in words."""
    # First comes the summary; what is no link behind it is said of the voice.
    _, *rest = _PARAGRAPH.findall(item.text("content:encoded")) or [""]
    said = any("<a" not in each for each in rest)
    return "is said to programs only" if says_ai(item) and rest and not said else ""


def _squeeze(text: str) -> str:
    return _LETTERS.sub("", html.unescape(text))
