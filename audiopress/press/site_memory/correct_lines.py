"""An editor's corrections of what is read, written into the ledger and listed from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.site_memory.site_file import (
    SiteFile,
    find_scoped_article,
    load_site,
    load_sites,
    locate_site,
    save_site,
)
from audiopress.reading.site_furniture import make_line_key
from audiopress.store.atomic_files import remove

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = [
    "CorrectedLine",
    "CorrectedSite",
    "Correction",
    "correct_line",
    "find_corrected_lines",
    "list_corrected",
]

Correction: TypeAlias = Literal["keep", "drop", "forget"]
"""What becomes of a line: it is spoken, it is left out, or reading decides as before."""


class CorrectedLine(NamedTuple):
    """What an editor wants of a line, ``keep`` or ``drop``, and where: a host, as its file has."""

    how: Correction
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedSite:
    """The corrections of a host ("": of every article), or of one ``article`` by its id.

    ``path`` is where they are kept. ``changed`` says that the last one was not there before,
    ``known`` that something of the site had been read before.
    """

    host: str
    path: Path
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    changed: bool = False
    known: bool = True
    article: str = ""

    @property
    def name(self) -> str:
        """For what they hold, in words."""
        if self.article:
            return f"the article {self.article}"
        return f"articles of {self.host}" if self.host else "every article"


def correct_line(settings: Settings, line: str, host: str, correction: Correction) -> CorrectedSite:
    """Keep what an editor wants of a line of a host ("": of every article) in the ledger.

    In place of a host one article may stand (`name_article_scope`).

    Raises:
        StoreError: another one has the ledger, or the file on the host cannot be used.

    """
    with hold_ledger(settings):
        before = load_site(settings.ledger, host)
        site = _correct(before, line, correction)
        known = locate_site(settings.ledger, host).exists()
        if site != before:
            _save(settings.ledger, site)
    return _describe(settings.ledger, site, changed=site != before, known=known)


def _save(ledger: Path, site: SiteFile) -> None:
    """Write a file; one of an article that says nothing any more goes."""
    if find_scoped_article(site.host) and not (site.kept or site.dropped):
        remove(locate_site(ledger, site.host))
    else:
        save_site(ledger, site)


def _correct(site: SiteFile, line: str, correction: Correction) -> SiteFile:
    key = make_line_key(line)
    kept = tuple(one for one in site.kept if make_line_key(one) != key)
    dropped = tuple(one for one in site.dropped if make_line_key(one) != key)
    return msgspec.structs.replace(
        site,
        kept=(*kept, line) if correction == "keep" else kept,
        dropped=(*dropped, line) if correction == "drop" else dropped,
    )


def _describe(
    ledger: Path, site: SiteFile, *, changed: bool = False, known: bool = True
) -> CorrectedSite:
    article = find_scoped_article(site.host)
    return CorrectedSite(
        host="" if article else site.host,
        article=article,
        path=locate_site(ledger, site.host),
        kept=site.kept,
        dropped=site.dropped,
        changed=changed,
        known=known,
    )


def find_corrected_lines(ledger: Path, hosts: Sequence[str]) -> dict[str, CorrectedLine]:
    """Return the corrections that hold for an article, by the keys of their lines.

    ``hosts`` are those of `corrections.list_scopes`; the first that has a line counts. Raises
    `StoreError` where a file cannot be read.
    """
    found: dict[str, CorrectedLine] = {}
    for site in (load_site(ledger, host) for host in hosts):
        lines = {make_line_key(line): CorrectedLine("keep", site.host) for line in site.kept}
        lines |= {make_line_key(line): CorrectedLine("drop", site.host) for line in site.dropped}
        found = lines | found
    return found


def list_corrected(ledger: Path) -> tuple[CorrectedSite, ...]:
    """Return the corrections of all hosts that have any, by name; raises `StoreError`."""
    sites = load_sites(ledger)
    return tuple(_describe(ledger, site) for site in sites if site.kept or site.dropped)
