"""RSS of any version, Atom and JSON Feed: the articles that a feed lists, as it lists them."""

from __future__ import annotations

import html
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from audiopress.identity import is_address
from audiopress.model import SourceFacts
from audiopress.sources.dates.moments import note_unread, read_moment
from audiopress.sources.lists.feed_text import explain_cut, strip_tags
from audiopress.sources.lists.listed import ListedItem, Listing
from audiopress.sources.lists.own_pages import NamedItem, find_shared_pages, note_doubles
from audiopress.sources.lists.safe_xml import check_xml, drop_head, has_end

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

__all__ = ["read_feed", "read_json_feed"]

_HTML = ("text/html", "application/xhtml+xml")
"""Media types of a text that has tags."""

_MAIL = re.compile(r"\S+@\S+\.\S+")
"""An e-mail address, which RSS has in the place of an author; nobody wants it read out."""


def read_feed(text: str, uri: str) -> Listing:
    """Return what a feed lists. ``uri`` is where it came from, which makes its links absolute.

    A feed that is not well-formed is read as far as it can be, with a note. Raises `SourceError`
    for one that declares entities.
    """
    from feedparser import api  # noqa: PLC0415 - only for feeds

    parse: Any = api.parse

    text = drop_head(text)
    fault = check_xml(text, uri)
    # A stream, for what is no stream is taken for the name of a file, or for an address.
    found = parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        # Not where it came from: an id that is a plain word would be joined to that as well.
        response_headers={"content-type": "application/xml; charset=utf-8"},
        # Reading has pages of strangers as they are.
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    whole = not fault or has_end(text)
    # What an entry does not say, its feed says for it (RFC 4287, 4.2.1).
    common = SourceFacts(
        byline=_read_byline(found.feed), language=str(found.feed.get("language", ""))
    )
    named = [_name_entry(entry, uri) for entry in found.entries]
    shared = find_shared_pages(named, home=_make_absolute(str(found.feed.get("link", "")), uri))
    rss = str(found.version).startswith("rss")
    items = [
        _read_entry(
            entry, replace(at, address="", id=shared[number]) if number in shared else at,
            common, rss=rss, ended=whole or number + 1 < len(found.entries),
        )
        for number, (at, entry) in enumerate(zip(named, found.entries, strict=True))
    ]  # fmt: skip
    placed = (replace(item, place=f"item {at}") for at, item in enumerate(items, start=1))
    notes = (*_note_fault(fault, len(items), whole=whole), *note_doubles(named, shared))
    return Listing(items=tuple(placed), notes=notes)


def _note_fault(fault: str, count: int, *, whole: bool) -> Iterable[str]:
    if fault and whole:
        yield f"the feed is no well-formed XML ({fault}); {count} items of it are read"
    elif fault:
        yield f"the feed ends too early ({fault}); {count} items of it are read, perhaps not all"


def _name_entry(entry: Any, uri: str) -> NamedItem:
    attached = (str(each.get("href", "")) for each in entry.get("enclosures", ()))
    known, sound = str(entry.get("id", "")).strip(), next(attached, "")
    return NamedItem(_find_address(entry, uri), known, _read_title(entry), sound)


def _read_entry(
    entry: Any, named: NamedItem, common: SourceFacts, *, rss: bool, ended: bool
) -> ListedItem:
    address, title = named.address, named.title
    text, summary = _find_text(entry)
    why = explain_cut(text, address=address, title=title, summary=summary)
    why = why if ended else "the feed ends within it"
    published, unread = _read_date(entry, "published")
    modified, unread_change = _read_date(entry, "updated")
    only = rss or not address
    facts = SourceFacts(
        title=title,
        byline=_read_byline(entry) or common.byline,
        # The only date of an item of RSS is that of its publication, be it ``dc:date``.
        published=published or (modified if only else None),
        modified=modified,
        language=str(entry.get("language", "") or common.language).strip(),
        tags=tuple(dict.fromkeys(_list_tags(entry))),
        why=why,
        unread_date=unread or (unread_change if only else ""),
        notes=note_unread(unread, unread_change),
    )
    return ListedItem(
        address=address,
        id=named.id,
        # Without a page there is no more of it than this.
        text=text if not why or not (address or not ended) else "",
        fault="" if address or text else "it has neither an address of its own nor a text",
        facts=facts,
    )


def _find_address(entry: Any, uri: str) -> str:
    """Return the address of an item's page: before a service for counting readers came between."""
    links = entry.get("links", ())
    pages = [link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate"]
    # FeedBurner's, Pheedo's: their keys begin with the name of the service
    before = [value for name, value in entry.items() if name.endswith("origlink")]
    for address in (*before, *pages):
        if absolute := _make_absolute(str(address), uri):
            return absolute
    known = str(entry.get("id", "")).strip()
    return _read_id(known, uri) if entry.get("guidislink", True) else ""


def _read_id(known: str, uri: str) -> str:
    """Return the address that an id is; most are no addresses, and plain words are no paths."""
    return _make_absolute(known, uri) if is_address(known) or known.startswith("/") else ""


def _make_absolute(address: str, uri: str) -> str:
    address = address.strip()
    try:
        absolute = urljoin(uri, address) if address and is_address(uri) else address
    except ValueError:
        return ""
    return absolute if absolute != uri and is_address(absolute) else ""


def _read_title(entry: Any) -> str:
    title = str(entry.get("title", ""))
    marked = entry.get("title_detail", {}).get("type", "") in _HTML
    return strip_tags(title) if marked and "<" in title else " ".join(html.unescape(title).split())


def _find_text(entry: Any) -> tuple[str, bool]:
    """Return the longest text of an item as HTML, and whether it is in the field of a summary."""
    contents = [_read_text(detail) for detail in entry.get("content", ())]
    best = max(contents, key=len, default="")
    summary = _read_text(entry.get("summary_detail", {}))
    # A field for the whole that says less than the summary holds none.
    return (best, False) if len(best) >= len(summary) and best else (summary, True)


def _read_text(detail: Any) -> str:
    text = str(detail.get("value", ""))
    return text if detail.get("type", "") in _HTML or "<" in text else _mark_up(text)


def _mark_up(text: str) -> str:
    """Return plain text as HTML: a paragraph where a line is blank."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n".join(f"<p>{html.escape(part)}</p>" for part in parts if part)


def _read_byline(entry: Any) -> str:
    names = [str(each.get("name", "")) for each in entry.get("authors", ())]
    names = names if any(names) else [str(entry.get("author", ""))]
    plain = (" ".join(_MAIL.sub("", html.unescape(name)).strip("() ").split()) for name in names)
    return ", ".join(dict.fromkeys(name for name in plain if name))


def _list_tags(entry: Any) -> Iterable[str]:
    for tag in entry.get("tags", ()):
        written = str(tag.get("label") or tag.get("term") or "")
        if name := " ".join(html.unescape(written).split()):
            yield name


def _read_date(entry: Any, name: str) -> tuple[datetime | None, str]:
    # As a plain mapping: the library's own takes one date for another. Nor is its reading of it
    # used, for which a zone that it does not know is UTC.
    return read_moment(str(dict.get(entry, name) or ""))


# -- JSON Feed ---------------------------------------------------------------------------------


def read_json_feed(text: str, uri: str) -> Listing:
    """Return what a JSON Feed lists."""
    feed = json.loads(text)
    given = feed.get("items", ())
    listed = given if isinstance(given, list) else ()
    items = [item for item in listed if isinstance(item, dict)]
    named = [_name_json_item(item, uri) for item in items]
    home = _make_absolute(_get_text(feed, "home_page_url"), uri)
    shared = find_shared_pages(named, home=home)
    read = (
        _read_json_item(
            item, replace(at, address="", id=shared[number]) if number in shared else at, feed
        )
        for number, (at, item) in enumerate(zip(named, items, strict=True))
    )
    placed = (replace(item, place=f"item {at}") for at, item in enumerate(read, start=1))
    odd = len(listed) - len(items)
    notes = (f"{odd} items of the feed are no objects, and are not read",) * bool(odd)
    return Listing(items=tuple(placed), notes=(*notes, *note_doubles(named, shared)))


def _name_json_item(item: dict[str, Any], uri: str) -> NamedItem:
    known = _get_text(item, "id")
    address = _make_absolute(_get_text(item, "url"), uri) or _read_id(known, uri)
    return NamedItem(address, known, " ".join(_get_text(item, "title").split()))


def _read_json_item(item: dict[str, Any], named: NamedItem, feed: dict[str, Any]) -> ListedItem:
    address, title = named.address, named.title
    full = _get_text(item, "content_html") or _mark_up(_get_text(item, "content_text"))
    text = full or _mark_up(_get_text(item, "summary"))
    why = explain_cut(text, address=address, title=title, summary=not full)
    published, unread = read_moment(_get_text(item, "date_published"))
    modified, unread_change = read_moment(_get_text(item, "date_modified"))
    return ListedItem(
        address=address,
        id=named.id,
        text=text if not why or not address else "",
        fault="" if address or text else "it has neither an address of its own nor a text",
        facts=SourceFacts(
            title=title,
            byline=_read_json_authors(item) or _read_json_authors(feed),
            published=published,
            modified=modified,
            language=_get_text(item, "language") or _get_text(feed, "language"),
            tags=tuple(str(tag) for tag in _get_list(item, "tags")),
            why=why,
            unread_date=unread,
            notes=note_unread(unread, unread_change),
        ),
    )


def _read_json_authors(item: dict[str, Any]) -> str:
    # "author" is of version 1, and still written.
    authors = [*_get_list(item, "authors"), item.get("author")]
    names = (_get_text(each, "name") for each in authors if isinstance(each, dict))
    return ", ".join(dict.fromkeys(name for name in names if name))


def _get_text(value: dict[str, Any], name: str) -> str:
    found = value.get(name, "")
    # An id is often a number, against the standard.
    return str(found).strip() if isinstance(found, str | int) else ""


def _get_list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name, ())
    return found if isinstance(found, list) else []
