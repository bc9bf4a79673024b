"""What stands around the episodes: artwork, player, pages and the feed, derived from the ledger."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.errors import StoreError
from audiopress.press.corrections.makings import describe_encoder
from audiopress.press.edition.around.addresses import name_entry
from audiopress.press.edition.around.parts import PartReceipts
from audiopress.press.edition.around.published import LastFeed, list_published
from audiopress.press.edition.around.seen_files import SeenFiles
from audiopress.press.edition.around.shelf import PublishedShelf
from audiopress.press.edition.publishing.cover import find_cover, measure_cover, name_cover
from audiopress.press.edition.publishing.held import find_held_folder, publish_held
from audiopress.press.edition.publishing.removal import Claims, remove_episode
from audiopress.press.edition.publishing.retention import keep_newest
from audiopress.press.edition.publishing.show_parts import ShowParts
from audiopress.press.edition.publishing.shows import (
    is_in_feed,
    list_other_shows,
    narrow_settings,
)
from audiopress.press.edition.publishing.small_artwork import make_small_artwork
from audiopress.press.ledgers.held_ledger import settle_ledger
from audiopress.press.ledgers.ownership import locate_configuration
from audiopress.press.shows.private_show import check_made, cover_private_show
from audiopress.press.steps.plan import describe_voices
from audiopress.press.steps.ship import ship_show
from audiopress.publish.cover_names import name_front_artwork
from audiopress.publish.newest_first import sort_newest_first
from audiopress.store.atomic_files import remove, remove_empty_folders
from audiopress.store.file_names import join_below
from audiopress.store.ledger import ShowRecord

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from audiopress.model import Episode, Show
    from audiopress.press.edition.around.shelf import ShelvedEpisode, Shelving
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Ledger

__all__ = ["PublishedFeed", "ShowFiles", "open_show_files"]

_FEED_NAME = "feed.xml"
"""The feed's name below the output folder. Apps subscribe to it, and the show's guid is made of its
address, so it stays."""

_STALE: Final = re.compile(r".*(?:\.xml|\.html|/index\.json)|titles(?:-\d+)?\.json")
"""Matches files that are taken away when an edition no longer writes them: feeds, pages and lists
that would go on saying what is no longer so. Pictures and the player's files harm nobody, and
caches may want them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFeed:
    """What was published: the feed's address, how many items it has, and notes in words.

    ``others`` are the feeds of the other shows of an edition.
    """

    url: str
    items: int
    notes: tuple[str, ...] = ()
    others: Sequence[PublishedFeed] = ()


_NO_TITLES: Final[Mapping[str, str]] = MappingProxyType({})
"""Of an edition with one show: no cover has another one's title."""


class _ShowReceipt(msgspec.Struct):
    """Which groups of parts there are receipts of (`PartReceipts`).

    Versions before this one kept all files here, with their sizes, and one ``mark`` of what all of
    them were made from. The names of the fields are those in the cache.
    """

    mark: str
    files: list[tuple[str, int]]
    groups: list[str] = []


_NEW: Final = _ShowReceipt(mark="", files=[])
"""Of a show that nothing was written of."""


class ShowFiles:
    """What one show has beside its episodes in one output folder, derived from the ledger."""

    def __init__(  # noqa: PLR0913 - the places, and the shows beside this one
        self,
        settings: Settings,
        cache: Cache,
        ledger: Ledger,
        *,
        keep: bool = True,
        others: Sequence[ShowFiles] = (),
        titles: Mapping[str, str] = _NO_TITLES,
        shelf: PublishedShelf | None = None,
        seen: SeenFiles | None = None,
    ) -> None:
        """Know the places; nothing is made before it is asked for.

        ``others`` are those of the other shows of the edition, which are published with the main
        one's, ``titles`` those of all shows by their ids, the main one's under "". They share the
        ``shelf``, and what was ``seen`` of their files.
        """
        self._titles = titles
        self._keep = keep
        self._others = tuple(others)
        self._shelf = shelf or PublishedShelf(ledger, cache, settings.ledger, keep=keep)
        self._seen = seen or SeenFiles(settings.output)
        self._known: PartReceipts | None = None  # since it looked ahead
        self._looked: Shelving | None = None
        self._listed: tuple[list[ShelvedEpisode], tuple[str, ...]] | None = None
        self._settings = settings
        self._cache = cache
        self._ledger = ledger

    # -- the picture ---------------------------------------------------------------------------

    @functools.cached_property
    def cover(self) -> bytes:
        """The show's picture, PNG or JPEG: its own, or one that is made from its title."""
        return find_cover(self._settings, self._cache, keep=self._keep)

    @functools.cached_property
    def cover_digest(self) -> str:
        """Digest of the picture, as hex."""
        return hashlib.sha256(self.cover).hexdigest()

    @functools.cached_property
    def _cover_name(self) -> str:
        return name_cover(self.cover, self.cover_digest)

    # -- the show ------------------------------------------------------------------------------

    @functools.cached_property
    def show(self) -> Show:
        """The show with what was promised of it: guid (stored for ever) and artwork."""
        side = measure_cover(self.cover)
        show = replace(self._settings.show, artwork=self._cover_name, artwork_side=side)
        # A preview promises nothing: a guid is made of the address, and this is the machine's.
        if show.preview:
            return show
        before = self._ledger.load_show(show.id) or ShowRecord(id=show.id)
        record = self._update_record(before)
        # Said with what else has changed: a ledger of 0.1.0 is left as it is.
        if record != before or before.configuration:
            record = replace(record, configuration=locate_configuration(self._settings))
            # Before any feed says it: the guid is in the ledger when the first app reads it.
            if self._keep:
                self._ledger.save_show(record)
        return replace(show, guid=record.guid)

    def _update_record(self, record: ShowRecord) -> ShowRecord:
        """Return what is promised of the show from now on; its guid is given once and for ever."""
        guid = record.guid
        if not guid:
            from audiopress.publish.feed import podcast_guid  # noqa: PLC0415 - once a show

            # From then on it is read from the ledger: a show that moves keeps it (Podcasting 2.0).
            guid = podcast_guid.make_podcast_guid(self.feed_url)
        return replace(
            record,
            guid=guid,
            artwork=self._cover_name,
            voices=describe_voices(self._settings.cast),
            encoder=describe_encoder(),
        )

    # -- publishing ----------------------------------------------------------------------------

    def look_ahead(self) -> None:
        """Look at what is published while there is time: `publish` will need less of it soon.

        What this process saves meanwhile it sees then. What cannot be read it will say.
        """
        with contextlib.suppress(StoreError):
            if not self._ledger.has_looked_ahead:
                self._ledger.look_ahead()
            self._seen.begin()
            for each in (self, *self._others):
                each._read_published()  # noqa: SLF001 - of this class
                each._known = each._recall_receipts()  # noqa: SLF001 - as above
                each._known.look_ahead()  # noqa: SLF001 - as above

    def _recall_receipts(self, groups: Iterable[str] = ()) -> PartReceipts:
        """Return the receipts of all parts that were made, and of ``groups``."""
        receipt = self._find_receipt() or _NEW
        known = self._known or PartReceipts(self._cache, self.id, self._seen, receipt.groups)
        known.recall(groups)
        return known

    def _find_receipt(self) -> _ShowReceipt | None:
        return self._cache.find_record("show", self.id, _ShowReceipt)

    def publish(self, *, write: bool = True) -> PublishedFeed:
        """Write pages and feed from the ledger, and take away those of withdrawn articles.

        Nothing is touched when nothing changed, or when ``write`` is false; an edition in which
        nothing was published yet gets no feed.
        """
        with self._list_once():
            return self._publish(write=write)

    def _publish(self, *, write: bool) -> PublishedFeed:
        episodes, notes = self._list_published()
        own = self._settings.show
        others = [other.publish(write=write) for other in self._others] if not own.folder else []
        feed = PublishedFeed(url=self.feed_url, items=len(episodes), notes=notes, others=others)
        # Withdrawn ones count: the feed has to be written without the last article that went.
        if not write or not (episodes or notes or self._has_had_any()):
            return feed
        check_made(self._settings)
        # The feed first: what it no longer names can go.
        self._publish_changed(episodes)
        if not own.folder:
            self._remove_withdrawn()
            cover_private_show(self._settings)
        return feed

    def publish_held(self) -> None:
        """Write what stands around the articles that are held, for who looks at them."""
        if not find_held_folder(self._settings).is_dir():
            return
        publish_held(self._settings, self.show, self._ledger, pictures=self._make_pictures())

    def _make_small(self, side: int) -> bytes:
        return make_small_artwork(self._cache, self.cover, side)

    def _is_there(self) -> bool:
        """Whether the show has a feed, or is to have one."""
        return any(self._list_published()) or self._has_had_any()

    def _list_shown(self) -> list[Show]:
        """Return the other shows that the front page leads to."""
        return [
            other.show
            for other in self._others
            if other._is_there()  # noqa: SLF001 - of this class
        ]

    def _has_had_any(self) -> bool:
        """Whether a feed may be there that has to be written without its last article."""
        own = self._settings.show
        if not own.folder:
            return bool(self._look().gone) or bool(self._others and self._list_everything())
        return self._find_receipt() is not None

    @property
    def id(self) -> str:
        """What the show is called in the ledger."""
        return self._settings.show.id

    @property
    def feed_url(self) -> str:
        """The address of the show's feed."""
        show = self._settings.show
        return f"{show.address}{show.folder}{_FEED_NAME}"

    def _publish_changed(self, episodes: Sequence[ShelvedEpisode]) -> None:
        """Make what stands around ``episodes`` where it would be another, and write it."""
        plan = self._plan()
        parts = plan.plan(self._list_published()[0], self._list_everything(), self._list_shown())
        feeds = plan.plan_feeds(episodes)
        receipt = self._find_receipt()
        groups = sorted({each.group for each in (*parts, *feeds)})
        known = self._recall_receipts(groups)
        changed = {each.name for each in known.pick_stale([*parts, *feeds])}
        if (
            not changed
            and receipt
            and not known.list_files() - known.list_present([*parts, *feeds], {})
        ):
            return
        # All is made before anything is written.
        files = {each.name: each.make() for each in parts if each.name in changed}
        written = {each.name: each.make() for each in feeds if each.name in changed}
        # The promise where it is kept, then who says it.
        settle_ledger(self._settings.ledger)
        ship_show(self._settings.output, _join(files), _join(written))
        before = known.list_files().union(name for name, _ in (receipt or _NEW).files)
        # Before the receipt, which says all is done.
        self._remove_stale(before, known.list_present([*parts, *feeds], files | written))
        LastFeed(self._cache, self.id).remember(episodes, self._shelf.load)
        known.keep([*parts, *feeds], files | written)
        value = msgspec.to_builtins(_ShowReceipt(mark="", files=[], groups=groups))
        self._cache.put_record("show", self.id, value)

    def list_feeds(self) -> list[tuple[Show, list[Episode]]]:
        """Return every show of the edition that has a feed, with the episodes in it."""
        found = self._list_published()[0] if self._has_feed else []
        main = [(self.show, [self._shelf.load(each) for each in found])] if self._has_feed else []
        return main + [feed for other in self._others for feed in other.list_feeds()]

    def find(self, show_id: str) -> ShowFiles:
        """Return those of one show of the edition, by its id; of an unknown one the main one's."""
        return next((other for other in self._others if other.id == show_id), self)

    def _remove_withdrawn(self) -> None:
        """Leave of withdrawn articles a page that says so; the feed does not name them any more."""
        looked = self._look()
        if not looked.gone:
            return
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        gone = [self._shelf.read(name) for name in looked.gone]
        taken = {slug for name in looked.gone for slug in looked.slugs[name]}
        near = [name for name, slugs in looked.slugs.items() if not taken.isdisjoint(slugs)]
        claims = Claims(records=[self._shelf.read(name) for name in near], faults=looked.faults)
        for record in gone:
            page = render.render_withdrawn_page(
                self.show,
                record.versions[-1],
                reason=record.reason,
                linked=record.state != "vanished",
            )
            remove_episode(self._settings.output, record, claims, page)
        # Of all versions, for its address may have been another; a live article may have it now.
        before = {name_entry(episode.url) for record in gone for episode in record.versions}
        live = {each.place for each in (*looked.live, *self._list_everything())}
        self._remove_stale(before - {""}, live)

    def _remove_stale(self, before: Iterable[str], now: Container[str]) -> None:
        """Remove pages that were written before and are none of the edition's any more."""
        # What a record that cannot be read has published is in no list, and stays.
        kept = ("by-url/",) if self._look().faults else ()
        for name in before:
            if name not in now and _STALE.fullmatch(name) and not name.startswith(kept):
                path = join_below(self._settings.output, name)
                remove(path)
                # Of an address that has no entry not even the folder is left.
                remove_empty_folders(path.parent, self._settings.output)

    def _plan(self) -> ShowParts:
        return ShowParts.of_show(
            self.show, self._shelf.load, feed=self._has_feed, make_pictures=self._make_pictures
        )

    def _make_pictures(self) -> dict[str, bytes]:
        """Return the show's picture as it is and small, by path; only the outermost has an icon."""
        from audiopress.publish.pages import artwork  # noqa: PLC0415 - imports Pillow

        pictures = {self._cover_name: self.cover}
        if not self._settings.show.folder:
            pictures["icon.png"] = self._make_small(artwork.ICON_SIDE)
        pictures[name_front_artwork(self._cover_name)] = self._make_small(artwork.FRONT_SIDE)
        return pictures

    # -- what is published ---------------------------------------------------------------------

    def _look(self) -> Shelving:
        return self._looked or self._shelf.look()

    @contextlib.contextmanager
    def _list_once(self) -> Iterator[None]:
        """List the episodes of all shows now; while it lasts nobody publishes another."""
        if self._listed is not None:  # of another show, which the main one's asks for
            yield
            return
        shows = (self, *self._others)
        if not self._ledger.has_looked_ahead:
            self._seen.end()
        looked = self._shelf.look()
        for each in shows:
            each._looked = looked  # noqa: SLF001 - of this class
            each._listed = each._read_published()  # noqa: SLF001 - of this class
        try:
            yield
        finally:
            for each in shows:
                each._listed = each._looked = each._known = None  # noqa: SLF001 - as above
            self._ledger.end_looking_ahead()
            self._seen.end()

    def _list_published(self) -> tuple[list[ShelvedEpisode], tuple[str, ...]]:
        return self._read_published() if self._listed is None else self._listed

    def _read_published(self) -> tuple[list[ShelvedEpisode], tuple[str, ...]]:
        settings = self._settings
        episodes, notes = list_published(
            self._seen,
            self._shelf,
            self._look(),
            LastFeed(self._cache, self.id),
            is_wanted=lambda each: is_in_feed(settings, settings.show.id, each),
            name_cover=self._name_cover,
        )
        return sort_newest_first(keep_newest(episodes, settings.show.keep)), notes

    def _name_cover(self, episode: ShelvedEpisode) -> ShelvedEpisode:
        """Return an episode with the title on its cover, drawn once for the show of its page."""
        if len(self._titles) <= 1:
            return episode
        title = self._titles.get(episode.show, self._titles.get("", ""))
        other = "" if title == self._settings.show.title else title
        return msgspec.structs.replace(episode, cover_title=other) if other else episode

    def _list_everything(self) -> list[ShelvedEpisode]:
        """Return the episodes of all shows, each once."""
        found = [*self._list_published()[0]]
        for other in self._others:
            found += other._list_published()[0]  # noqa: SLF001 - of this class
        return list({episode.guid: episode for episode in found}.values())

    @property
    def _has_feed(self) -> bool:
        """Whether the show has a feed: without ``[show]`` the outermost place has none."""
        return bool(self._settings.show.folder) or self._settings.has_main


def open_show_files(
    settings: Settings, cache: Cache, ledger: Ledger, *, keep: bool = True
) -> ShowFiles:
    """Return the files of the main show, with those of all others of the edition."""
    tables = list_other_shows(settings)
    titles = {"": settings.show.title} | {table.show.id: table.show.title for table in tables}
    shelf = PublishedShelf(ledger, cache, settings.ledger, keep=keep)
    seen = SeenFiles(settings.output)

    def open_one(own: Settings, others: Sequence[ShowFiles] = ()) -> ShowFiles:
        return ShowFiles(
            own, cache, ledger, keep=keep, others=others, titles=titles, shelf=shelf, seen=seen
        )

    return open_one(settings, [open_one(narrow_settings(settings, table)) for table in tables])


def _join(parts: Mapping[str, Mapping[str, bytes]]) -> dict[str, bytes]:
    return {name: body for files in parts.values() for name, body in files.items()}
