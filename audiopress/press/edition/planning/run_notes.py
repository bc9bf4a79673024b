"""What a build says to whoever runs it of the articles that it planned and of those that left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.clock import (
    note_clock,
    note_late_dates,
    note_undated,
    note_waiting,
)
from audiopress.press.edition.lacks import note_lacks
from audiopress.press.edition.left_folders import list_left_folders
from audiopress.press.edition.left_lists import ReadLists, note_left_lists
from audiopress.press.edition.notes import (
    note_drafts,
    note_foreign_blocks,
    note_foreign_voices,
    note_joined,
    note_lists,
    note_opted_out,
    note_orphans,
    note_readings,
)
from audiopress.press.edition.planning.notice_places import note_notices
from audiopress.press.edition.publishing.show_notes import note_dropped_shows, note_idle_shows
from audiopress.press.edition.publishing.signatures import note_unsigned
from audiopress.press.edition.site_address_note import note_site_address
from audiopress.press.edition.voices.kept_voice import is_kept, note_kept_voice
from audiopress.press.edition.voices.language_notes import note_language_voices
from audiopress.press.edition.voices.spoken_notes import note_spoken
from audiopress.press.ledgers.former_pile import note_other_pile
from audiopress.press.ledgers.former_preview import note_preview
from audiopress.press.shows.private_show import note_exposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Document
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.fetch import SourceFetcher
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["RunNotes"]


class RunNotes:
    """The notes of one run: what a build of the same sources told already is not told again."""

    def __init__(
        self,
        edition: OpenEdition,
        fetcher: SourceFetcher,
        told: ToldNotes,
        *,
        sources: Sequence[str | Document],
        records: Sequence[Record],
    ) -> None:
        """Take what the run names as ``sources``, and ``records`` of the known articles."""
        self._edition = edition
        self._fetcher = fetcher
        self._told = told
        self._sources = sources
        self._records = records

    def note_articles(
        self,
        articles: Sequence[RegisteredArticle],
        read: Sequence[Manuscript],
        *,
        waiting: Sequence[RegisteredArticle],
        site_notes: Sequence[str],
    ) -> list[str]:
        """Return notes on the articles that are planned, and on those ``read`` that are not."""
        edition, told = self._edition, self._told
        settings = edition.settings
        return [
            *note_lists([*self._fetcher.notes, *site_notes], told),
            *note_waiting(waiting, told),
            *note_joined(articles, told),
            *note_opted_out(read, self._records, told),
            *note_clock(_list_new(articles), edition.now),
            *note_undated(() if settings.one_file else articles, settings.root),
            *note_late_dates(articles, told),
            *note_drafts(read, self._records, told),
            *note_readings(read, told),
            *note_foreign_voices(articles, settings.cast),
            *note_foreign_blocks(articles, told),
            *note_notices(articles, settings, told),
            *note_language_voices(articles, settings.cast, told),
            *note_spoken(articles, settings.cast, told),
            *self._note_kept_voice(),
        ]

    def note_shows(
        self, articles: Sequence[RegisteredArticle], every: Sequence[Record]
    ) -> list[str]:
        """Return notes on what feeds and directories have of the shows; one file is in none.

        ``every`` are the records of joined episodes too.
        """
        edition, told = self._edition, self._told
        if edition.settings.one_file:
            return []
        return [
            *note_lacks(edition.settings.show, told),
            *note_site_address(edition.settings, told),
            *note_exposed(edition.settings, told),
            *note_unsigned(edition.settings, every, told),
            *note_idle_shows(edition.settings, articles, self._records, told),
            *note_dropped_shows(edition, every, told),
            *note_preview(edition.settings, every, told),
            *note_other_pile(edition.settings, told),
        ]

    def note_left(self, absent: Sequence[Record]) -> list[str]:
        """Return notes on what of ``absent`` left the lists and folders that the run reads."""
        return [*self._note_left_lists(absent), *self._note_left_folders(absent)]

    def _note_left_lists(self, absent: Sequence[Record]) -> list[str]:
        if not (self._fetcher.whole_lists or self._fetcher.done):
            return []  # nothing says of anything that it has left
        settings = self._edition.settings
        asked = [each for each in self._sources if isinstance(each, str)]
        configured = [*settings.sources, *(source for source, _ in settings.selected)]
        lists = ReadLists(
            root=settings.root,
            whole=self._fetcher.whole_lists,
            named=[*asked, *configured],
            done=self._fetcher.done,
        )
        return note_left_lists(
            absent, self._records, lists, self._told, configured=not self._sources
        )

    def _note_left_folders(self, absent: Sequence[Record]) -> list[str]:
        if not self._sources:
            return []  # of all sources it is said by whatever they are
        found = list_left_folders(self._edition.settings.root, self._sources, self._records)
        in_folders = {each.id for each in found}
        lost = [each for each in absent if each.id in in_folders]
        return note_orphans((), lost, (), told=self._told)

    def _note_kept_voice(self) -> list[str]:
        settings = self._edition.settings
        # Always asked for: what was told stays told.
        new = self._told.pick_new("voice", [settings.cast.body] if is_kept(settings) else [])
        return note_kept_voice(settings) if new else []


def _list_new(articles: Sequence[RegisteredArticle]) -> list[Manuscript]:
    """Return the articles of which nothing is published: the date of the others never moves."""
    return [item.manuscript for item in articles if not item.record.versions]
