"""Articles that lie on the web, asked for again only if they have changed."""

from __future__ import annotations

import hashlib
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from audiopress.errors import SourceError
from audiopress.model import Document, Refused
from audiopress.net.http import BusyError, Response, fetch
from audiopress.net.public_address import Target, parse_target
from audiopress.net.transport import FetchLimits
from audiopress.sources.sniff import name_binary_format

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MEDIA_TYPES", "PageMemory", "WebSource"]

MEDIA_TYPES = {
    "": "text/html",  # the server does not say
    "application/xhtml+xml": "text/html",
    "text/html": "text/html",
    "text/markdown": "text/markdown",
    "text/plain": "text/plain",
}

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageRecord:
    """What is remembered of a page: where it was, which bytes, and the server's marks of them."""

    url: str
    digest: str
    etag: str
    modified: str


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


class WebSource:
    """Pages by their addresses. A document's ``uri`` is the address the last redirect led to."""

    def __init__(self, memory: PageMemory, limits: FetchLimits | None = None) -> None:
        """Remember in ``memory``; ``limits`` say how far a fetch may go."""
        self._memory = memory
        self._limits = limits or FetchLimits()
        self._busy: dict[str, tuple[float, BusyError]] = {}

    def fetch(self, uri: str) -> Iterator[Document | Refused]:
        """Yield the page at ``uri``, or why it cannot be had.

        A host that asked for a pause longer than we wait is not asked again until it is over.
        """
        asked = None
        try:
            asked = parse_target(uri)
            yield self._fetch_page(uri, asked.authority)
        except SourceError as error:
            yield Refused(uri=uri, error=_name_source(error, uri, asked))

    def _fetch_page(self, uri: str, host: str) -> Document:
        self._check_pause(host, uri)
        known = self._memory.find_record("web", uri, _PageRecord)
        kept = self._recall(known)
        marks = {"etag": known.etag, "modified": known.modified} if known and kept else {}
        try:
            answer = fetch(uri, **marks, limits=self._limits)
        except BusyError as busy:
            self._busy[host] = (time.monotonic() + busy.seconds, busy)
            raise
        if kept and answer.unchanged:
            return kept
        document = _make_document(answer)
        self._remember(uri, document, answer)
        return document

    def _check_pause(self, host: str, uri: str) -> None:
        until, busy = self._busy.get(host, (0.0, None))
        if busy is not None and time.monotonic() < until:
            raise SourceError(busy.message, where=uri, hint=busy.hint)

    def _recall(self, known: _PageRecord | None) -> Document | None:
        document = self._memory.find_document(known.url) if known else None
        # Another address may have led to the same page since, and brought another state of it.
        if known is None or document is None or _digest_body(document) != known.digest:
            return None
        return document

    def _remember(self, uri: str, document: Document, answer: Response) -> None:
        if not (answer.etag or answer.modified):
            return
        self._memory.put_document(document)
        known = _PageRecord(
            url=document.uri,
            digest=_digest_body(document),
            etag=answer.etag,
            modified=answer.modified,
        )
        self._memory.put_record("web", uri, asdict(known))


def _name_source(error: SourceError, uri: str, asked: Target | None) -> SourceError:
    """Name the source too where an error names the place that it led to."""
    if asked is None or error.where in {uri, asked.url}:
        return error
    return SourceError(error.message, where=f"{uri}, which led to {error.where}", hint=error.hint)


def _digest_body(document: Document) -> str:
    return hashlib.sha256(document.body).hexdigest()


def _make_document(answer: Response) -> Document:
    kind = MEDIA_TYPES.get(answer.media_type)
    found = name_binary_format(answer.body)
    if kind is None or found:
        raise SourceError(
            f"this is no page but {found or answer.media_type}",
            where=answer.url,
            hint="name the address of the article's page",
        )
    if not answer.body.strip():
        raise SourceError("the page is empty", where=answer.url, hint="open it in a browser")
    return Document(uri=answer.url, media_type=kind, body=answer.body, charset=answer.charset)
