"""What an editor has corrected in the reading of a site: kept beside what is known of the site.

A line is named by its words, as under ``[reading] keep`` and ``drop``, and the correction holds for
one article, for every article of its site, or of the edition.
"""

from __future__ import annotations

import contextlib
import functools
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.site_memory.site_file import (
    SiteFile,
    find_host,
    find_scoped_article,
    list_article_scopes,
    load_site,
    name_article_scope,
)
from audiopress.press.steps.placed_files import is_file_lost
from audiopress.reading.named_texts import TEXT
from audiopress.reading.site_furniture import make_line_key
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from audiopress.identity import Identity
    from audiopress.model import Reading
    from audiopress.store.records import Record

__all__ = ["SiteCorrections", "list_scopes"]


class SiteCorrections:
    """The corrections in a ledger, read once a site: what of them concerns an article."""

    def __init__(self, ledger: Path) -> None:
        """Read nothing yet."""
        self._ledger = ledger
        self._sites: dict[str, SiteFile] = {}
        self._promised = Ledger(ledger)

    def apply(
        self,
        reading: Reading,
        uri: str,
        texts: Iterable[str],
        identity: Identity | None = None,
        lost: Record | None = None,
    ) -> Reading:
        """Return how an article is read that has these texts; raises `StoreError`.

        What is of the article counts before what is of its site, and that before what is of every
        article. With ``lost`` it is read as that one (`list_lost`).
        """
        fetched = find_host(uri)
        scopes = list_scopes(uri, identity)
        former = name_article_scope(lost.id) if lost else ""
        if identity and (former := former or self._find_former(identity.id)):
            # What was said of it under the name that it has now counts before.
            scopes.insert(1, former)
        sites = [self._find(host, fetched=fetched) for host in scopes]
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

    def list_lost(self, root: Path, article_id: str) -> list[Record]:
        """Return the corrected articles that a file below ``root`` may be which has moved.

        Their own files are gone, and no record knows this one by its name.
        """
        if not self._corrected or not article_id.startswith("file:"):
            return []
        if self._formers.get(article_id) or self._has_record(article_id):
            return []
        return [
            each for each in self._corrected.values() if each.texts and is_file_lost(root, each)
        ]

    def _find_former(self, article_id: str) -> str:
        """Return the scope of an article that has another id in the ledger than it is read with."""
        former = self._formers.get(article_id, set())
        # Of two nobody can know which it is; what has a record of its own is no other's any more.
        return next(iter(former)) if len(former) == 1 and not self._has_record(article_id) else ""

    def _has_record(self, article_id: str) -> bool:
        try:
            return self._promised.load(article_id) is not None
        except StoreError:  # there is one, and where the ledger is read it is told of
            return True

    @functools.cached_property
    def _formers(self) -> dict[str, set[str]]:
        """The scopes of corrected articles by the further names that their records have."""
        found: dict[str, set[str]] = {}
        for host, record in self._corrected.items():
            for name in record.aliases:
                found.setdefault(name, set()).add(host)
        return found

    @functools.cached_property
    def _corrected(self) -> dict[str, Record]:
        """The records of corrected articles by their scopes, of those that have one."""
        found: dict[str, Record] = {}
        for host in list_article_scopes(self._ledger):
            # A damaged record is told of where the ledger is read.
            with contextlib.suppress(StoreError):
                record = self._promised.load(find_scoped_article(host))
                found |= {host: record} if record else {}
        return found

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
