"""What is remembered of pages that were fetched, and whether a server may say "unchanged".

A server that has a page's mark (ETag, Last-Modified) can answer that it is unchanged. Some say so
of a page that was edited. So a page is asked for whole now and then, when a list that names it
says something new of it, and when the answer contradicts itself; a host whose marks were wrong
once is asked without them for a while.
"""

from __future__ import annotations

import email.utils
import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from audiopress.sources.lists.kinds import COLLECTIONS

if TYPE_CHECKING:
    from audiopress.model import Document, SourceFacts
    from audiopress.net.http import Response

__all__ = ["KeptPage", "KeptPages", "PageMemory", "tells_of_change", "write_mark"]

_Value = TypeVar("_Value")

_DAY = 24 * 3600.0
"""Seconds of a day."""

_WHOLE_PAGE = 7 * _DAY
"""Seconds after which a page is asked for whole, whatever its marks: a correction that a server
hides is heard within a week."""

_WHOLE_LIST = 3600.0
"""Seconds after which a feed or sitemap is asked for whole: one request, all others hang on it."""

_DISTRUST = 30 * _DAY
"""Seconds for which the marks of a host are not used that were wrong once."""

_DOUBT = 3 * _DAY
"""Seconds for which a page that looks like an error's does not take the place of the one before;
who shows it for longer means it."""


_DIGITS = 12
"""Hexadecimal digits of a title's digest: two titles of one page do not meet by chance."""


class PageMemory(Protocol):
    """What is remembered from build to build; the cache is one."""

    def find_document(self, uri: str) -> Document | None:
        """Return what was last kept under this address."""

    def put_document(self, document: Document) -> None:
        """Keep a document under its address."""

    def find_record(self, kind: str, key: str, shape: type[_Value]) -> _Value | None:
        """Return the small value last kept, ``None`` when it has another shape."""

    def put_record(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Keep a small value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRecord:
    """What is remembered of a page: where it was, which bytes, and the server's marks of them.

    ``fetched`` is when it was last had whole, in seconds since 1970, ``listed`` what the lists
    said of it then (`write_mark`), ``doubted`` since when the server has sent what looks like
    an error's page.
    """

    url: str
    digest: str
    etag: str
    modified: str
    fetched: float = 0.0
    listed: str = ""
    doubted: float = 0.0


@dataclass(frozen=True, slots=True)
class _Distrust:
    """Since when the marks of a host are not believed, in seconds since 1970."""

    since: float


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was fetched last, and the marks that may be shown to its server."""

    document: Document
    record: _PageRecord
    etag: str = ""
    modified: str = ""


class KeptPages:
    """The pages in a memory; ``now`` is in seconds since 1970."""

    def __init__(self, memory: PageMemory, *, now: float) -> None:
        """Look nothing up yet."""
        self._memory, self._now = memory, now

    def find(self, name: str, host: str, listed: str) -> KeptPage | None:
        """Return what is kept of a page, with its marks if they may be used.

        ``listed`` is what lists say of it now (`write_mark`).
        """
        record = self._memory.find_record("web", name, _PageRecord)
        document = self._memory.find_document(record.url) if record else None
        # Another address may have led to the same page since, and brought another state of it.
        if record is None or document is None or _digest_body(document) != record.digest:
            return None
        age = self._now - record.fetched
        lasts = _WHOLE_LIST if document.media_type in COLLECTIONS else _WHOLE_PAGE
        told = tells_of_change(record.listed, listed, since=record.fetched)
        if told or not 0 <= age < lasts or self._is_distrusted(host):
            return KeptPage(document, record)
        return KeptPage(document, record, record.etag, record.modified)

    def contradicts(self, kept: KeptPage, answer: Response) -> bool:
        """Whether an answer that says "unchanged" names a later change than the page we have."""
        before, now = (_read_date(text) for text in (kept.record.modified, answer.modified))
        return before is not None and now is not None and now > before

    def keep(self, name: str, host: str, document: Document, answer: Response, listed: str) -> None:
        """Keep a page that was had whole, and see whether its marks had said so."""
        before = self._memory.find_record("web", name, _PageRecord)
        record = _PageRecord(
            url=document.uri,
            digest=_digest_body(document),
            etag=answer.etag,
            modified=answer.modified,
            fetched=self._now,
            listed=_merge_marks(before.listed, listed) if before else listed,
        )
        if before and _is_lie(before, record):
            self._memory.put_record("distrust", host, asdict(_Distrust(self._now)))
        self._memory.put_document(document)
        self._memory.put_record("web", name, asdict(record))

    def doubt(self, name: str, kept: KeptPage) -> bool:
        """Take note that something like an error's page came; say whether to believe it by now."""
        record = kept.record
        if not record.doubted:
            doubted = {**asdict(record), "doubted": self._now}
            self._memory.put_record("web", name, doubted)
        return bool(record.doubted) and self._now - record.doubted > _DOUBT

    def _is_distrusted(self, host: str) -> bool:
        distrust = self._memory.find_record("distrust", host, _Distrust)
        return distrust is not None and 0 <= self._now - distrust.since < _DISTRUST


def write_mark(facts: SourceFacts) -> str:
    """Return what lists say of a page that tells of its changes: a line, parts of it empty.

    A digest of its title, and when it was published and changed, in seconds since 1970.
    """
    title = hashlib.sha256(facts.title.encode()).hexdigest()[:_DIGITS] if facts.title else ""
    moments = (
        f"{moment.timestamp():.0f}" if moment else ""
        for moment in (facts.published, facts.modified)
    )
    return ":".join((title, *moments))


def tells_of_change(before: str, now: str, *, since: float) -> bool:
    """Whether lists say something new of a page that was had whole at ``since``.

    A list that has dropped the page, or fails today, says nothing; a date that is said for the
    first time tells of what came after, and within the day before, for many dates have no hour.
    """
    if not now or before == now:
        return False
    earlier, later = before.split(":"), now.split(":")
    if len(earlier) != len(later):  # of a version that kept it in another way
        return True
    if any(one and other and one != other for one, other in zip(earlier, later, strict=True)):
        return True
    new = (now for was, now in zip(earlier[1:], later[1:], strict=True) if now and not was)
    return any(float(moment) > since - _DAY for moment in new)


def _merge_marks(before: str, now: str) -> str:
    """Return what lists say of a page, and where they say nothing today what they said last.

    A sitemap without its dates for a day must not make the next date the first one.
    """
    earlier, later = before.split(":"), now.split(":")
    if not now or len(earlier) != len(later):
        return now or before
    return ":".join(new or old for old, new in zip(earlier, later, strict=True))


def _is_lie(before: _PageRecord, now: _PageRecord) -> bool:
    """Whether other bytes came with the marks of before.

    A weak tag (``W/``) may stay when nothing changed that matters; it is one if the list told of a
    change.
    """
    if before.digest == now.digest or (before.etag, before.modified) != (now.etag, now.modified):
        return False
    strong = bool(now.etag) and not now.etag.startswith("W/")
    told = bool(before.listed) and tells_of_change(before.listed, now.listed, since=before.fetched)
    return bool(now.etag or now.modified) and (strong or told)


def _read_date(text: str) -> float | None:
    try:
        return email.utils.parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


def _digest_body(document: Document) -> str:
    return hashlib.sha256(document.body).hexdigest()
