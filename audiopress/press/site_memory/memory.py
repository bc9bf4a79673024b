"""The memory of sites in a run: read from the ledger, taught by what was read, written back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import StoreError
from audiopress.press.edition.voices.language_voices import find_record
from audiopress.press.site_memory.learning import (
    ReadArticle,
    count_pages,
    find_waiting_lines,
    learn,
)
from audiopress.press.site_memory.site_file import (
    SiteFile,
    find_host,
    load_site,
    locate_site,
    save_site,
)
from audiopress.reading.site_furniture import list_site_lines, make_line_key
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.read import ArticleReader, Manuscript
    from audiopress.store.ledger import Record

__all__ = ["SiteMemory"]

_NAMED = 3
"""Lines that a note quotes: the file has them all."""

_QUOTE = 60
"""Characters of a line that a note quotes."""


class SiteMemory:
    """What is known of the sites of an edition's articles.

    ``notes`` tell of lines that are left out from now on, and of files that cannot be used.
    """

    def __init__(
        self,
        edition: OpenEdition,
        reader: ArticleReader,
        list_known: Callable[[Sequence[Manuscript]], Sequence[Record]],
    ) -> None:
        """Read nothing yet; ``list_known`` has the records of articles, perhaps among others."""
        self._edition, self._reader = edition, reader
        self._list_known = list_known
        self.notes: list[str] = []

    def apply(self, manuscripts: Sequence[Manuscript]) -> list[Manuscript]:
        """Return the manuscripts without the lines that are their site's, in the same order.

        All of them are seen before the first is judged: which came first plays no part.
        """
        hosts: dict[str, list[int]] = {}
        for at, manuscript in enumerate(manuscripts):
            if host := find_host(manuscript.uri):
                hosts.setdefault(host, []).append(at)
        done = list(manuscripts)
        records = self._list_known(manuscripts) if hosts else ()
        for host, places in hosts.items():
            items = [manuscripts[at] for at in places]
            for at, item in zip(places, self._apply_host(host, items, records), strict=True):
                done[at] = item
        return done

    def _apply_host(
        self, host: str, manuscripts: Sequence[Manuscript], records: Sequence[Record]
    ) -> Iterable[Manuscript]:
        ledger = self._edition.settings.ledger
        found = [find_record(item, records) for item in manuscripts]
        articles = [
            _note_article(item, record) for item, record in zip(manuscripts, found, strict=True)
        ]
        try:
            before = load_site(ledger, host)
            site = learn(before, articles)
            if self._edition.keep and site != before:
                save_site(ledger, site)
        except StoreError as error:
            self.notes.append(
                f"{error.where}: {error.message}; what {host} has on every page is spoken "
                f"({error.hint})"
            )
            return manuscripts
        self._tell_new(before, site, locate_site(ledger, host))
        return [
            # What was taken back is read to know it, and not spoken.
            item if record is not None and record.state == "withdrawn" else
            self._leave_out(item, article, site)
            for item, article, record in zip(manuscripts, articles, found, strict=True)
        ]  # fmt: skip

    def _leave_out(
        self, manuscript: Manuscript, article: ReadArticle, site: SiteFile
    ) -> Manuscript:
        pages = count_pages(site, article)
        read = self._reader.leave_out(manuscript, pages)
        waiting = [
            f"{_quote(line)} stands on one other article of {site.host} so far: on a third it is "
            "the site's, and left out"
            for line in find_waiting_lines(site, article)
        ]
        return replace(read, site_notes=(*waiting, *_tell_kept(site, article, pages)))

    def _tell_new(self, before: SiteFile, site: SiteFile, path: Path) -> None:
        new = [one.line for one in site.furniture if one.since > before.revision]
        if new:
            quoted = ", ".join(map(_quote, new[:_NAMED]))
            more = f" and {len(new) - _NAMED} more" if len(new) > _NAMED else ""
            lines = count_things(len(new), "line")
            stand, are = ("stands", "is") if len(new) == 1 else ("stand", "are")
            self.notes.append(
                f"{lines} of {site.host} {stand} on several of its articles, and {are} left out of "
                f"new ones: {quoted}{more} ({path} has all, to be corrected)"
            )


def _note_article(manuscript: Manuscript, record: Record | None) -> ReadArticle:
    return ReadArticle(
        id=manuscript.identity.id,
        title=make_line_key(manuscript.article.title),
        lines=list_site_lines(manuscript.article),
        published=record.versions[-1].key if record and record.versions else "",
    )


def _tell_kept(site: SiteFile, article: ReadArticle, applied: dict[str, int]) -> list[str]:
    """Say what an article was published with that would be left out of a new one."""
    known = {one.key for one in site.furniture if not one.keep} - set(applied)
    kept = [line.text for line in article.lines if line.key in known]
    if not kept:
        return []
    note = (
        f"{count_things(len(kept), 'line')} of it that {site.host} has on several articles stay, "
        f"for it was published with them: {', '.join(map(_quote, kept[:_NAMED]))}; once its text "
        "changes they are left out"
    )
    return [note]


def _quote(line: str) -> str:
    return f'"{line if len(line) <= _QUOTE else line[: _QUOTE - 1] + "…"}"'
