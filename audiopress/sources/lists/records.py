"""Records of services for reading later: one article each, under names that differ by service.

Pocket, Instapaper, Readwise Reader, Raindrop, wallabag and Readeck call the same things otherwise;
what is listed here are the names of their exports, so that none has to be told apart by its own.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from audiopress.errors import SourceError
from audiopress.identity import fold_host, is_address
from audiopress.model import SourceFacts
from audiopress.sources.dates.moments import note_unread, read_moment
from audiopress.sources.lists.done_items import find_done
from audiopress.sources.lists.feed_text import explain_cut
from audiopress.sources.lists.listed import ListedItem, Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["find_address_key", "read_export", "read_number", "read_record"]

_SPACING = re.compile(r"[\s_-]+")
"""What parts the words of a name, of which services think differently (``publishedAt``)."""

_ADDRESS = (
    "url",
    "resolved_url",
    "given_url",
    "link",
    "href",
    "source_url",
    "original_url",
    "address",
    "uri",
    "loc",
)
"""Names of an article's address, the surest first: where Pocket was led before what was saved."""

_TITLE = ("title", "resolved_title", "given_title", "name", "headline")
"""Names of its title."""

_AUTHOR = ("author", "authors", "published_by", "creator", "byline", "author_name", "written_by")
"""Names of who wrote it."""

_PUBLISHED = (
    "published",
    "published_at",
    "published_on",
    "published_date",
    "date_published",
    "publication_date",
    "publish_date",
    "pubdate",
)
"""Names of when it was published; when it was saved is another thing."""

_SAVED = (
    "time_added",
    "timestamp",
    "saved_at",
    "saved_date",
    "date_saved",
    "added_at",
    "added",
    "date_added",
    "created_at",
    "created",
)
"""Names of when its reader saved it, by Pocket, Instapaper, Readwise, wallabag and others."""

_LANGUAGE = ("language", "lang")
"""Names of its language."""

_TAGS = ("tags", "labels", "document tags", "document_tags", "keywords")
"""Names of its tags."""

_FOLDER = ("folder", "collection", "section", "category")
"""Names of where its reader put it."""

_TEXT = ("content", "content_html", "html_content", "html")
"""Names of its whole text."""

_ID = ("id", "item_id", "uid", "hash")
"""Names of what a service knows it by."""

_INNER = ("metadata", "meta", "article")
"""Names under which a record has what is said of its article, beside its own."""

_OF_ARTICLE = frozenset((*_AUTHOR, *_PUBLISHED, *_LANGUAGE))
"""What is taken from there; an address, or an id, may be another thing's."""

_LISTS = ("items", "list", "bookmarks", "entries", "articles", "results", "data", "_embedded")
"""Names under which records lie."""

_DEPTH = 4
"""How deep records may lie in an export: ``{"data": {"list": {"1": {...}}}}``."""

_NUMBER = re.compile(r"\d{9,13}(?:\.\d+)?$")
"""Seconds or milliseconds since 1970, as services write moments."""

_MILLISECONDS = 1e11
"""Seconds since 1970 above which a number counts milliseconds (the year 5138)."""


def find_address_key(names: Iterable[str]) -> str:
    """Return the name, among those of a table's columns, of the article's address, or nothing."""
    known = {_fold(name): name for name in names}
    return next((known[_fold(name)] for name in _ADDRESS if _fold(name) in known), "")


def read_export(text: str, uri: str) -> Listing:
    """Return the articles of an export as JSON.

    Raises:
        SourceError: where no record in it has an address.

    """
    records = list(_find_records(json.loads(text), _DEPTH))
    if not records:
        raise SourceError(
            "this JSON holds no articles: no record with an address (url, link ...) is in it",
            where=uri,
            hint="export again as CSV or HTML, or write the addresses into a file, a line each",
        )
    return Listing(
        items=tuple(read_record(record, f"record {at}") for at, record in enumerate(records, 1))
    )


def _find_records(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        found = [each for each in value if isinstance(each, dict)]
        if any(find_address_key(each) for each in found):
            yield from found
            return
        # Plain addresses in a list are a list of addresses.
        yield from ({"url": each} for each in value if isinstance(each, str) and is_address(each))
        inner: list[Any] = list(found)
    elif isinstance(value, dict):
        inner = [value[name] for name in _LISTS if name in value] or list(value.values())
        # Pocket's records lie under their ids.
        if all(isinstance(each, dict) and find_address_key(each) for each in inner) and inner:
            yield from inner
            return
    else:
        return
    if depth:
        for each in inner:
            yield from _find_records(each, depth - 1)


def read_record(record: Mapping[str, Any], place: str) -> ListedItem:
    """Return the article of a record, whatever its service calls things."""
    plain = {str(name).strip().lower(): value for name, value in record.items()}
    said = _gather(plain)
    address = next(filter(is_address, _list_said(said, _ADDRESS)), "")
    title = "".join(_list_said(said, _TITLE)[:1])
    text = "".join(_list_said(said, _TEXT)[:1])
    published, unread = _find_moment(said, _PUBLISHED)
    why = explain_cut(text, address=address, title=title, summary=False)
    return ListedItem(
        address=address,
        id="".join(_list_said(said, _ID)[:1]),
        place=place,
        text="" if why else text,
        fault="" if address or text else "it has no http(s) address",
        done=find_done(plain),
        saved=_find_moment(said, _SAVED)[0],
        facts=SourceFacts(
            # Some services write the address where they know no title.
            title="" if is_address(title) else title,
            byline=_find_author(said, address),
            published=published,
            language="".join(_list_said(said, _LANGUAGE)[:1]),
            section="".join(_list_said(said, _FOLDER)[:1]),
            tags=tuple(_list_tags(said)),
            why=why.replace("feed", "list"),
            unread_date=unread,
            notes=note_unread(unread),
        ),
    )


def _fold(name: str) -> str:
    """Return a name as names are compared: ``publishedAt`` is ``Published at``."""
    return _SPACING.sub("", name.lower())


def _gather(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a record says, by folded names, and what it says deeper of its article alone."""
    wanted = set(map(_fold, _OF_ARTICLE))
    inner = [each for name in _INNER if isinstance(each := record.get(name), dict)]
    deeper = {
        _fold(str(name)): value
        for each in reversed(inner)
        for name, value in each.items()
        if _fold(str(name)) in wanted
    }
    own = {_fold(name): value for name, value in record.items()}
    return deeper | {name: value for name, value in own.items() if value or name not in deeper}


def _find_author(said: Mapping[str, Any], address: str) -> str:
    """Return who wrote an article; the site that it stands on is nobody."""
    site = fold_host(urlsplit(address).hostname or "")
    named = _list_said(said, _AUTHOR)
    return next((name for name in named if not is_address(name) and fold_host(name) != site), "")


def _state_moment(value: Any) -> str:
    """Return a moment as a record states it; PHP writes a table of it, its zone beside it."""
    if not isinstance(value, dict):
        return _write(value)
    stated, zone = str(value.get("date") or ""), str(value.get("timezone") or "")
    try:
        moment = datetime.fromisoformat(stated)
        return moment.replace(tzinfo=moment.tzinfo or ZoneInfo(zone)).isoformat()
    except (ValueError, KeyError, OSError):  # no moment, or a zone that is an offset, or none
        whole = stated.partition(".")[0]
        return f"{whole}{zone}" if zone.startswith(("+", "-")) else whole


def _list_said(said: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return what a record says under these names, in their order."""
    values = (said.get(_fold(name)) for name in names)
    return [text for value in values if (text := _write(value))]


def _write(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_write, value)))
    if isinstance(value, dict):
        return _write(value.get("name") or value.get("label") or value.get("title"))
    plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(str(value).split()) if plain and "<" not in str(value) else _keep_html(value)


def _keep_html(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list_tags(said: Mapping[str, Any]) -> Iterator[str]:
    for name in _TAGS:
        # Raindrop parts them by commas, Pocket by bars, Readwise writes a list of Python's.
        for tag in re.split(r"[,|;]", _write(said.get(_fold(name)))):
            if word := tag.strip(" []'\""):
                yield word


def _find_moment(said: Mapping[str, Any], names: Iterable[str]) -> tuple[datetime | None, str]:
    """Return the first moment that stands under these names, as `read_moment` does."""
    moments = map(_state_moment, (said.get(_fold(name)) for name in names))
    return read_number(next(filter(None, moments), ""))


def read_number(written: str) -> tuple[datetime | None, str]:
    """Return a moment as `read_moment`, also where it is a number since 1970."""
    if not _NUMBER.match(written):
        return read_moment(written)
    seconds = float(written)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC), ""
