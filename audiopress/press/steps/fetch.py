"""Sources to documents: which source fetches what."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from audiopress import plugins
from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address, is_other_address
from audiopress.model import Document, Refused
from audiopress.sources.files import FileSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiopress.plugins import Source
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["SourceFetcher"]

_Value = TypeVar("_Value")


class SourceFetcher:
    """Fetches the documents that an edition is made of, from files, addresses and plug-ins.

    ``keep`` false leaves the cache as it is.
    """

    def __init__(self, settings: Settings, cache: Cache, *, keep: bool = True) -> None:
        """Know where files lie and what was fetched before."""
        self._settings = settings
        self._memory = cache if keep else _ReadOnlyCache(cache)
        self._web: Source | None = None

    def fetch(self, sources: Sequence[str | Document]) -> Iterator[Document | Refused]:
        """Yield the documents of the sources, each once, in their order.

        A source may be a document that somebody has read already. What cannot be had is `Refused`.
        Raises `ConfigError` when there is no source at all.
        """
        wanted = tuple(sources) or self._settings.sources
        if not wanted:
            raise ConfigError(
                "no source: nothing says where the articles are",
                where=str(self._settings.file or self._settings.root),
                hint="audiopress build ARTICLE.html, or sources = [...] under [edition]",
            )
        yield from _drop_repeats(
            outcome for source in wanted for outcome in self._fetch_one(source)
        )

    def _fetch_one(self, source: str | Document) -> Iterator[Document | Refused]:
        """Yield what one source has, by the source that its form asks for."""
        if isinstance(source, Document):
            yield source
        else:
            yield from self._fetch_named(source)

    def _fetch_named(self, uri: str) -> Iterator[Document | Refused]:
        # An address before a plug-in: nobody's source called "https" gets between.
        kind, _, rest = uri.partition(":")
        if is_address(uri):
            for outcome in self._open_web().fetch(uri):
                if isinstance(outcome, Document) and outcome.uri != uri:
                    yield replace(outcome, asked=uri)
                else:
                    yield outcome
        elif kind in plugins.list_sources():
            yield from _fetch_by_plugin(kind, rest)
        elif is_other_address(uri):
            yield from self._open_web().fetch(uri)  # which says why not
        else:
            yield from FileSource(self._settings.root, output=self._settings.output).fetch(uri)

    def _open_web(self) -> Source:
        if self._web is None:
            # Only for addresses: a build of files needs no network library.
            from audiopress.net.transport import FetchLimits  # noqa: PLC0415
            from audiopress.sources.web import WebSource  # noqa: PLC0415

            limits = FetchLimits(allow_private=self._settings.allow_private)
            self._web = WebSource(self._memory, limits)
        return self._web


def _drop_repeats(outcomes: Iterable[Document | Refused]) -> Iterator[Document | Refused]:
    """Yield each once: sources may be named twice, or a folder and a file in it."""
    seen: set[tuple[str, bytes]] = set()
    for outcome in outcomes:
        body = outcome.body if isinstance(outcome, Document) else b""
        mark = (outcome.uri, hashlib.sha256(body).digest())
        if mark not in seen:
            seen.add(mark)
            yield outcome


def _fetch_by_plugin(kind: str, what: str) -> Iterator[Document | Refused]:
    """Fetch from somebody else's source, which may fail in ways nobody thought of."""
    uri = f"{kind}:{what}"
    try:
        yield from plugins.find_source(kind).fetch(what)
    except SourceError as error:
        yield Refused(uri=uri, error=error)
    except Exception as error:  # noqa: BLE001 - it costs its own articles only
        hint = f"look for a newer version of the package that brings {kind}:"
        failed = SourceError(f"the source failed: {error!r}", where=uri, hint=hint)
        yield Refused(uri=uri, error=failed)


@dataclass(frozen=True, slots=True)
class _ReadOnlyCache:
    """The cache as a source of pages that were fetched before, which keeps nothing new."""

    cache: Cache

    def find_document(self, uri: str) -> Document | None:
        return self.cache.find_document(uri)

    def put_document(self, document: Document) -> None:
        """Keep nothing."""

    def find_record(self, kind: str, key: str, shape: type[_Value]) -> _Value | None:
        return self.cache.find_record(kind, key, shape)

    def put_record(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Keep nothing."""
