"""What a host must do with an edition (docs/hosting.md), seen from what it answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from audiopress.checking.feed.channel_rules import is_preview
from audiopress.checking.feed.nodes import read_feed
from audiopress.checking.served import ORIGIN
from audiopress.errors import SourceError
from audiopress.net.http import download

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.receipt import Receipt
    from audiopress.checking.served import Served

__all__ = ["check_host"]

_TYPES: Final = {
    "feed.xml": ("application/rss+xml", "application/xml", "text/xml"),
    ".mp3": ("audio/mpeg",),
    ".vtt": ("text/vtt",),
    ".json": ("application/json", "application/json+chapters"),
}
"""Media types that players and directories take, by the end of the name (docs/hosting.md)."""

_SET_UP = "of nginx, Caddy, Netlify and others: docs/hosting.md"
"""Where the lines for a server stand that lacks what players and pages need."""


def check_host(shelf: Served, receipt: Receipt) -> None:
    """Look whether the host sends what it has as apps and players need it.

    That is: at the address that the feed gives for itself, with media types, in parts, to pages of
    other origins, and only once while it is the same.
    """
    channel = read_feed(shelf.read("feed.xml") or b"")
    if not isinstance(channel, str):
        if not is_preview(channel):
            told, here = channel.link("self"), f"{shelf.base}feed.xml"
            receipt.look("address of the feed", here, "" if told == here else f"says it is {told}")
        if channel.text("itunes:block").lower() != "yes":
            _look_at_origins(shelf, receipt)
        _look_at_move(channel, shelf, receipt)
    for path, answer in shelf.answers.items():
        said = answer.media_type
        allowed = next((types for end, types in _TYPES.items() if path.endswith(end)), ())
        wrong = bool(allowed) and said not in allowed
        fault = f"comes as {said or 'nothing'}, not as {allowed[0]}" if wrong else ""
        receipt.look("media types", shelf.base + path, fault)
    for path in _choose_examples(shelf, ".mp3"):
        receipt.look("parts of a file", shelf.base + path, _find_range_fault(shelf, path))
    for path in _choose_examples(shelf, "feed.xml", "alignment.json"):
        receipt.look("asked for again", shelf.base + path, _find_repeat_fault(shelf, path))


def _choose_examples(shelf: Served, *ends: str) -> Iterator[str]:
    """Yield the first path with each of these ends: a host treats the others alike."""
    for end in ends:
        yield from [path for path in shelf.answers if path.endswith(end)][:1]


def _find_range_fault(shelf: Served, path: str) -> str:
    """Return what is wrong with asking for the rest of a file, which is how a player seeks."""
    try:
        next(iter(download(shelf.base + quote(path), 1000, limits=shelf.limits)))
    except SourceError as error:
        return f"cannot be had: {error.message}; {_SET_UP}"
    return ""


def _find_repeat_fault(shelf: Served, path: str) -> str:
    """Return what is wrong with asking whether a file has changed, as apps do all day."""
    known = shelf.answers[path]
    if not known.etag and not known.modified:
        return "has neither ETag nor Last-Modified, so that apps fetch it whole each time"
    try:
        again = shelf.ask(shelf.base + quote(path), known)
    except SourceError as error:
        return f"cannot be asked for by its {'ETag' if known.etag else 'date'}: {error.message}"
    if again.unchanged:
        return ""
    if (known.etag, known.modified) != (again.etag, again.modified):
        was, now = known.etag or known.modified, again.etag or again.modified
        return f"had {was} and has {now or 'nothing'} a moment later"
    return "is sent whole again (200) to who has it already, and not 304"


def _look_at_origins(shelf: Served, receipt: Receipt) -> None:
    """Look whether pages of other origins may read each of the files."""
    for path, answer in shelf.answers.items():
        closed = answer.origins not in ("*", ORIGIN)
        fault = _describe_closed(answer.origins) if closed else ""
        receipt.look("embedding elsewhere", shelf.base + path, fault)


def _describe_closed(said: str) -> str:
    return (
        "cannot be read by a page elsewhere that embeds the player: Access-Control-Allow-Origin is "
        f"{said or 'missing'} and not * (of a bucket: audiopress deploy s3://BUCKET --cors prints "
        f"the rule it needs; {_SET_UP})"
    )


def _look_at_move(channel: FeedNode, shelf: Served, receipt: Receipt) -> None:
    """Look whether the feed that listeners are sent to is there and is the same show."""
    to = channel.text("itunes:new-feed-url")
    if not to or to in (channel.link("self"), f"{shelf.base}feed.xml"):
        return
    fault = _find_move_fault(channel, to, shelf)
    told = f"sends all listeners to {to}, {fault}" if fault else ""
    receipt.look("itunes:new-feed-url", f"{shelf.base}feed.xml", told, f"moves to {to}")


def _find_move_fault(channel: FeedNode, to: str, shelf: Served) -> str:
    try:
        other = read_feed(shelf.ask(to).body)
    except SourceError as error:
        return f"where {error.message}"
    if isinstance(other, str):
        return f"which {other}"
    own, theirs = channel.text("podcast:guid"), other.text("podcast:guid")
    if own and theirs:
        return "" if own == theirs else f"which is another show (podcast:guid {theirs})"
    known = {item.text("guid") for item in other.items}
    lost = [item.text("guid") for item in channel.items if item.text("guid") not in known]
    return f"which has not {lost[0]}" if lost else ""
