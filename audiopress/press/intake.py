"""Sources to documents: which plug-in fetches what."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address
from audiopress.model import Document, Refused
from audiopress.sources.files import FileSource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.config import Settings
    from audiopress.store.cache import Cache

__all__ = ["fetch_all"]


def fetch_all(
    settings: Settings, sources: Sequence[str], cache: Cache
) -> Iterator[Document | Refused]:
    """Yield the documents of the sources, each once, in their order; what failed is `Refused`."""
    wanted = tuple(sources) or settings.sources
    if not wanted:
        raise ConfigError(
            "no source: nothing says where the articles are",
            where=str(settings.file or settings.root),
            hint="audiopress build ARTICLE.html, or sources = [...] under [edition]",
        )
    seen: set[tuple[str, bytes]] = set()
    for uri in wanted:
        for outcome in _fetch(settings, uri, cache):
            body = outcome.body if isinstance(outcome, Document) else b""
            mark = (outcome.uri, hashlib.sha256(body).digest())
            if mark not in seen:  # else named twice, or a folder and a file in it
                seen.add(mark)
                yield outcome


def _fetch(settings: Settings, uri: str, cache: Cache) -> Iterator[Document | Refused]:
    if is_address(uri):
        error = SourceError("pages from addresses cannot be fetched yet", where=uri)
        yield Refused(uri=uri, error=error)
    else:
        yield from FileSource(settings.root, output=settings.output).fetch(uri)
