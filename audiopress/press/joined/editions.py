"""The joined editions of a build: which are due, which are made anew, which have had their time.

After the articles, since an edition is made of what is published; before the feeds, since these
name it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError
from audiopress.press.edition.planning.receipts import forget_receipt
from audiopress.press.edition.publishing.shows import name_feed
from audiopress.press.joined.choice import JoinedChoice, choose_members, find_period
from audiopress.press.joined.orders import choose_language, create_record, make_joined_order
from audiopress.press.steps.ship import is_complete, unship_folder
from audiopress.store.collisions import list_slugs
from audiopress.store.signatures import SignatureShelf
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.joined.bridges import LexiconOf
    from audiopress.press.joined.orders import JoinedOrder
    from audiopress.settings import JoinedTable
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Ledger, Record

__all__ = ["JoinedEditions", "list_due", "take_out"]

_VERSIONS = 3
"""Versions of an edition that stay: that of the feed, that of the feed before, which an app may be
loading just now, and one more."""


def list_due(edition: OpenEdition, records: Sequence[Record]) -> Iterator[JoinedChoice]:
    """Yield what every table of ``[[editions]]`` would hold now, perhaps without any article."""
    settings = edition.settings
    for table in settings.joined:
        period = find_period(table, edition.now, settings.zone())
        language = choose_language(edition, table)
        yield choose_members(table, period, records, language, edition.now)


class JoinedEditions:
    """The editions of one build. Who makes them holds the build lock."""

    def __init__(self, edition: OpenEdition, lexicon: LexiconOf) -> None:
        """Make nothing yet."""
        self._edition = edition
        self._lexicon = lexicon
        self.notes: list[str] = []
        self.failed: list[tuple[JoinedChoice, AudiopressError]] = []

    def make_orders(self) -> list[JoinedOrder]:
        """Return the editions that are due, and those before that hold what was taken back."""
        contents = self._edition.ledger.read_all()
        records = contents.records
        taken = list_slugs(records).union(*(fault.slugs for fault in contents.faults))
        orders: list[JoinedOrder] = []
        due = list(list_due(self._edition, records))
        for choice in (*due, *self._list_spoilt(records, {choice.id for choice in due})):
            order = self._make_order(choice, records, taken)
            if order is not None:
                orders.append(order)
                taken.add(order.order.registered.record.slug)
        return orders

    def _make_order(
        self, choice: JoinedChoice, records: Sequence[Record], taken: set[str]
    ) -> JoinedOrder | None:
        record = next((one for one in records if one.id == choice.id), None)
        if record is not None and record.state == "withdrawn":
            return None
        if not choice.members:
            self._note_empty(choice, record)
            return None
        if choice.left:
            self.notes.append(
                f"{choice.title}: {count_things(choice.left, 'article')} more had no room "
                "(newest, minutes)"
            )
        shown = name_feed(self._edition.settings, choice.table.feed, choice.table.id)
        record = record or create_record(self._edition, choice, taken, shown)
        try:
            order = make_joined_order(
                self._edition, choice, replace(record, show=shown), self._lexicon
            )
        except AudiopressError as error:
            self.failed.append((choice, error))
            return None
        if order is None:
            self._note_empty(choice, record)
            return None
        self.notes += [f"{choice.title}: {one.message}; {one.hint}" for one in order.refused]
        return order

    def _note_empty(self, choice: JoinedChoice, record: Record | None) -> None:
        """Say that nothing fills an edition; one that was published and lost all of it goes."""
        if record is not None and record.versions and record.state == "live":
            self._retire(record)
            self.notes.append(f"{choice.title}: nothing is left of it, and it is out of the feed")
        else:
            self.notes.append(f"{choice.title}: no article for it, so there is none")

    def _list_spoilt(self, records: Sequence[Record], due: set[str]) -> Iterator[JoinedChoice]:
        """Yield editions of days before whose files are gone, or that hold what was taken back."""
        live = {one.id: one for one in records if one.state == "live" and one.versions}
        taken_back = {one.id for one in records if one.state in ("withdrawn", "vanished")}
        for table in self._edition.settings.joined:
            for record in _list_newest(table, records):
                # One that has had its time is no reason: it was not taken back.
                gone = any(name in taken_back for name in record.members)
                left = tuple(live[name] for name in record.members if name in live)
                if record.id in due or record.state == "withdrawn":
                    continue
                if gone or not self._is_there(record):
                    yield JoinedChoice(
                        table=table,
                        id=record.id,
                        title=record.versions[-1].title,
                        published=record.published,
                        members=left,
                    )

    def _is_there(self, record: Record) -> bool:
        last = record.versions[-1]
        files = [(last.enclosure.path, last.enclosure.length)]
        return record.state == "live" and is_complete(self._edition.settings.output, files)

    def retire_old(self) -> None:
        """Take out of the feed, with their files, what is older than the ``keep`` newest.

        And of those that stay, versions that no listener loads any more: an edition that grows all
        day has one after the other, each as large as all of its articles.
        """
        records = self._edition.ledger.load_all()
        for record in records:
            if record.joined and len(record.versions) > _VERSIONS:
                self._forget_versions(record)
        records = self._edition.ledger.load_all()
        for table in self._edition.settings.joined:
            kept = {record.id for record in _list_newest(table, records)}
            for record in records:
                if record.joined == table.id and record.state == "live" and record.id not in kept:
                    self._retire(record)

    def _forget_versions(self, record: Record) -> None:
        kept = record.versions[-_VERSIONS:]
        keys, folders = {one.key for one in kept}, {one.folder for one in kept}
        texts = tuple(text for text in record.texts if text.key in keys)
        self._edition.ledger.save(replace(record, versions=kept, texts=texts))
        # After the ledger: what it names is there, however this ends.
        for version in record.versions[:-_VERSIONS]:
            if version.folder not in folders:
                unship_folder(self._edition.settings.output, version.folder)
        SignatureShelf(self._edition.settings.ledger).remove_unnamed(replace(record, versions=kept))

    def _retire(self, record: Record) -> None:
        self._edition.ledger.save(replace(record, state="expired"))
        forget_receipt(self._edition.cache, record.id)


def take_out(
    ledger: Ledger, cache: Cache, records: Sequence[Record], gone: Collection[str]
) -> list[str]:
    """Take editions that hold one of these articles out of the feed at once; return notes.

    The next build makes them again without it, under the same guid. Who takes them out holds the
    lock, and publishes the feeds afterwards.
    """
    notes = []
    for record in records:
        if record.joined and not set(gone).isdisjoint(record.members):
            # Its words are in the receipt too, and its title among those of the edition.
            forget_receipt(cache, record.id)
            was_live = record.state == "live"
            versions = tuple(replace(version, summary="") for version in record.versions)
            state = "vanished" if was_live else record.state
            ledger.save(replace(record, state=state, versions=versions))
            if was_live:
                title = record.versions[-1].title if record.versions else record.slug
                notes.append(f"{title} held it, and is out of its feed until the next build")
    return notes


def _list_newest(table: JoinedTable, records: Sequence[Record]) -> list[Record]:
    """Return the editions of a table that its feed may hold, the newest first."""
    ours = [one for one in records if one.joined == table.id and one.versions]
    ours.sort(key=lambda one: (one.published, one.id), reverse=True)
    return ours[: table.keep or None]
