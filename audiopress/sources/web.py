"""Articles that lie on the web, asked for again only if they have changed."""

from __future__ import annotations

import hashlib
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from audiopress.errors import SourceError
from audiopress.model import Document, Refused
from audiopress.net.connections import OpenConnections
from audiopress.net.http import BusyError, Response, fetch
from audiopress.net.public_address import Target, parse_target
from audiopress.net.transport import FetchLimits
from audiopress.sources.files import LIMIT
from audiopress.sources.lists.kinds import find_collection, unpack_gzip
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
    """Pages and lists by their addresses; ``uri`` is the address the last redirect led to.

    A list of articles has one of the media types of `audiopress.sources.lists.kinds`.
    """

    def __init__(self, memory: PageMemory, limits: FetchLimits | None = None) -> None:
        """Remember in ``memory``; ``limits`` say how far a fetch may go."""
        self._memory = memory
        self._limits = limits or FetchLimits()
        self._connections: OpenConnections | None = None
        self._busy: dict[str, tuple[float, BusyError]] = {}

    def fetch(self, uri: str) -> Iterator[Document | Refused]:
        """Yield the page at ``uri``, or why it cannot be had.

        A host that asked for a pause longer than we wait is not asked again until it is over.
        """
        target = None
        try:
            target = parse_target(uri)
            yield self._fetch_page(uri, target)
        except SourceError as error:
            yield Refused(uri=uri, error=_name_source(error, uri, target))

    def _fetch_page(self, uri: str, target: Target) -> Document:
        self._check_pause(target.authority, uri)
        # Under an address with a letter like ß, 0.1.0 remembers what another host has said.
        name = uri if uri.isascii() else target.url
        record = self._memory.find_record("web", name, _PageRecord)
        kept = self._recall(record)
        known = record if record and kept else _PageRecord(url="", digest="", etag="", modified="")
        try:
            answer = fetch(
                uri,
                etag=known.etag,
                modified=known.modified,
                limits=self._limits,
                connections=self._open_connections(),
            )
        except BusyError as busy:
            self._busy[target.authority] = (time.monotonic() + busy.seconds, busy)
            raise
        if kept and answer.unchanged:
            return kept
        document = _make_document(answer)
        self._remember(name, document, answer)
        return document

    def close(self) -> None:
        """End the connections that were kept open; another fetch opens new ones."""
        if self._connections is not None:
            self._connections.close()

    def _open_connections(self) -> OpenConnections:
        if self._connections is None:
            self._connections = OpenConnections(self._limits)
        return self._connections

    def _check_pause(self, host: str, uri: str) -> None:
        until, busy = self._busy.get(host, (0.0, None))
        if busy is not None and time.monotonic() < until:
            raise SourceError(busy.message, where=uri, hint=busy.hint)

    def _recall(self, record: _PageRecord | None) -> Document | None:
        document = self._memory.find_document(record.url) if record else None
        # Another address may have led to the same page since, and brought another state of it.
        if record is None or document is None or _digest_body(document) != record.digest:
            return None
        return document

    def _remember(self, name: str, document: Document, answer: Response) -> None:
        if not (answer.etag or answer.modified):
            return
        self._memory.put_document(document)
        record = _PageRecord(
            url=document.uri,
            digest=_digest_body(document),
            etag=answer.etag,
            modified=answer.modified,
        )
        self._memory.put_record("web", name, asdict(record))


def _name_source(error: SourceError, uri: str, target: Target | None) -> SourceError:
    """Name the source too where an error names the place that it led to."""
    if target is None or error.where in {uri, target.url}:
        return error
    return SourceError(error.message, where=f"{uri}, which led to {error.where}", hint=error.hint)


def _digest_body(document: Document) -> str:
    return hashlib.sha256(document.body).hexdigest()


def _make_document(answer: Response) -> Document:
    # Sitemaps are packed as files, which no server says in a header.
    body = unpack_gzip(answer.body, LIMIT, answer.url)
    kind = find_collection(body) or MEDIA_TYPES.get(answer.media_type)
    binary = name_binary_format(body)
    if kind is None or binary:
        raise SourceError(
            f"this is no page but {binary or answer.media_type}",
            where=answer.url,
            hint="name the address of the article's page",
        )
    if not body.strip():
        raise SourceError("the page is empty", where=answer.url, hint="open it in a browser")
    return Document(uri=answer.url, media_type=kind, body=body, charset=answer.charset)
