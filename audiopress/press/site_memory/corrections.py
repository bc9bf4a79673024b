"""What an editor has corrected in the reading of a site: kept beside what is known of the site.

A line is named by its words, as under ``[reading] keep`` and ``drop``, and the correction holds for
one article, for every article of its site, or of the edition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.site_memory.site_file import (
    SiteFile,
    find_host,
    load_site,
    name_article_scope,
)
from audiopress.reading.named_texts import TEXT
from audiopress.reading.site_furniture import make_line_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.identity import Identity
    from audiopress.model import Reading

__all__ = ["SiteCorrections", "list_scopes"]


class SiteCorrections:
    """The corrections in a ledger, read once a site: what of them concerns an article."""

    def __init__(self, ledger: Path) -> None:
        """Read nothing yet."""
        self._ledger = ledger
        self._sites: dict[str, SiteFile] = {}

    def apply(
        self, reading: Reading, uri: str, texts: Iterable[str], identity: Identity | None = None
    ) -> Reading:
        """Return how an article is read that has these texts; raises `StoreError`.

        What is of the article counts before what is of its site, and that before what is of every
        article.
        """
        fetched = find_host(uri)
        sites = [self._find(host, fetched=fetched) for host in list_scopes(uri, identity)]
        if not any(site.kept or site.dropped for site in sites):
            return reading
        there = {make_line_key(text) for text in texts}
        chosen: dict[str, tuple[str, bool]] = {}
        for site in sites:
            lines = [(line, True) for line in site.kept] + [(line, False) for line in site.dropped]
            for line, keep in lines:
                if (key := make_line_key(line)) in there:
                    chosen.setdefault(key, (line, keep))
        return _add_lines(reading, chosen)

    def _find(self, host: str, *, fetched: str) -> SiteFile:
        if host not in self._sites:
            try:
                self._sites[host] = load_site(self._ledger, host)
            except StoreError:
                # The file on the host of a fetched page is told of where its furniture is looked
                # for. No one else tells of another: lines that were dropped would be published.
                if not host or host != fetched:
                    raise
                return SiteFile(host=host)
        return self._sites[host]


def list_scopes(uri: str, identity: Identity | None = None) -> list[str]:
    """Return for what a correction of an article may hold, as hosts have it, the nearest first.

    A saved page is of the site whose address it has.
    """
    own = [name_article_scope(identity.id)] if identity else []
    site = find_host(uri) or find_host((identity and identity.url) or "")
    return list(dict.fromkeys((*own, site, "")))


def _add_lines(reading: Reading, chosen: dict[str, tuple[str, bool]]) -> Reading:
    """Return how an article is read with lines that are kept (true), or dropped."""
    ordered = sorted(chosen.items())
    kept = tuple(f"{TEXT}{line}" for _, (line, keep) in ordered if keep)
    dropped = tuple(f"{TEXT}{line}" for _, (line, keep) in ordered if not keep)
    # A line that the configuration names in the other way is corrected here, where it is closer.
    return replace(
        reading,
        keep=_without(reading.keep, chosen, kept=True) + kept,
        drop=_without(reading.drop, chosen, kept=False) + dropped,
    )


def _without(
    entries: tuple[str, ...], chosen: dict[str, tuple[str, bool]], *, kept: bool
) -> tuple[str, ...]:
    return tuple(
        entry
        for entry in entries
        if not entry.startswith(TEXT)
        or chosen.get(make_line_key(entry.removeprefix(TEXT)), ("", kept))[1] == kept
    )
