"""What stands around the episodes: artwork, player, pages and the feed, derived from the ledger."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.errors import IdentityError, StoreError
from audiopress.press.corrections.makings import describe_encoder
from audiopress.press.edition.publishing.cover import find_cover, measure_cover, name_cover
from audiopress.press.edition.publishing.held import find_held_folder, publish_held
from audiopress.press.edition.publishing.published import list_published, remember_published
from audiopress.press.edition.publishing.removal import Claims, remove_episode
from audiopress.press.edition.publishing.shows import (
    is_in_feed,
    list_other_shows,
    narrow_settings,
)
from audiopress.press.edition.publishing.small_artwork import make_small_artwork
from audiopress.press.ledgers.held_ledger import settle_ledger
from audiopress.press.ledgers.ownership import locate_configuration
from audiopress.press.rule_digests import digest_binding_rules
from audiopress.press.shows.private_show import check_made, cover_private_show
from audiopress.press.steps.plan import describe_voices
from audiopress.press.steps.ship import is_complete, ship_show
from audiopress.publish.by_url import make_by_url_path
from audiopress.publish.cover_names import name_front_artwork
from audiopress.publish.player_files import list_player_files
from audiopress.store.atomic_files import remove
from audiopress.store.file_names import join_below
from audiopress.store.keys import digest
from audiopress.store.ledger import ShowRecord

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from audiopress.model import Episode, Show
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Ledger, Record

__all__ = ["PublishedFeed", "ShowFiles", "open_show_files"]

_FEED_NAME = "feed.xml"
"""The feed's name below the output folder. Apps subscribe to it, and the show's guid is made of its
address, so it stays."""

_STALE_SUFFIXES = (".xml", ".html", "/index.json")
"""Files that are taken away when an edition no longer writes them: feeds and pages that would go on
saying what is no longer so. Pictures and the player's files harm nobody, and caches may want them.
"""


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
    """What these files were made from, and each with its size in bytes.

    The names of the fields are those in the cache.
    """

    mark: str
    files: list[tuple[str, int]]


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
    ) -> None:
        """Know the places; nothing is made before it is asked for.

        ``others`` are those of the other shows of the edition, which are published with the main
        one's, ``titles`` those of all shows by their ids, the main one's under "".
        """
        self._titles = titles
        self._keep = keep
        self._others = tuple(others)
        self._listed: tuple[list[Episode], tuple[str, ...]] | None = None
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
        from audiopress.publish.pages import artwork  # noqa: PLC0415 - imports Pillow

        pictures = {
            self._cover_name: self.cover,
            "icon.png": self._make_small(artwork.ICON_SIDE),
            name_front_artwork(self._cover_name): self._make_small(artwork.FRONT_SIDE),
        }
        publish_held(self._settings, self.show, self._ledger, pictures=pictures)

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
            return bool(self._list_withdrawn()) or bool(self._others and self._list_everything())
        return self._cache.find_record("show", own.id, _ShowReceipt) is not None

    @property
    def id(self) -> str:
        """What the show is called in the ledger."""
        return self._settings.show.id

    @property
    def feed_url(self) -> str:
        """The address of the show's feed."""
        show = self._settings.show
        return f"{show.address}{show.folder}{_FEED_NAME}"

    def _publish_changed(self, episodes: Sequence[Episode]) -> None:
        """Write what stands around ``episodes``, unless the receipt says that it is there."""
        shows = self._list_shown()
        whole = [shows, self._list_everything()] if self._others else []
        mark = digest(
            [
                msgspec.json.encode(episodes).decode(),
                msgspec.json.encode(self.show).decode(),
                digest_binding_rules(),
                # Of an edition with one show the receipts stay what they were.
                *([msgspec.json.encode(whole).decode()] if whole else []),
            ]
        )
        receipt = self._cache.find_record("show", self._settings.show.id, _ShowReceipt)
        output = self._settings.output
        # The receipt lies in the cache, the files do not: somebody may have emptied the folder.
        if receipt and receipt.mark == mark and is_complete(output, receipt.files):
            return
        self._write_files(episodes, mark, [name for name, _ in receipt.files] if receipt else [])

    def list_feeds(self) -> list[tuple[Show, list[Episode]]]:
        """Return every show of the edition that has a feed, with the episodes in it."""
        main = [(self.show, self._list_published()[0])] if self._has_feed else []
        return main + [feed for other in self._others for feed in other.list_feeds()]

    def find(self, show_id: str) -> ShowFiles:
        """Return those of one show of the edition, by its id; of an unknown one the main one's."""
        return next((other for other in self._others if other.id == show_id), self)

    def _list_withdrawn(self) -> list[Record]:
        records = self._ledger.load_all()
        return [record for record in records if record.state != "live" and record.versions]

    def _remove_withdrawn(self) -> None:
        """Leave of withdrawn articles a page that says so; the feed does not name them any more."""
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        contents, gone = self._ledger.read_all(), self._list_withdrawn()
        claims = Claims(records=contents.records, faults=contents.faults)
        for record in gone:
            page = render.render_withdrawn_page(
                self.show, record.versions[-1], reason=record.reason
            )
            remove_episode(self._settings.output, record, claims, page)
        live = [record.versions[-1] for record in contents.records if record.state == "live"
                and record.versions]  # fmt: skip
        # Of all versions, for its address may have been another; a live article may have it now.
        self._remove_stale(
            _make_url_index(episode for record in gone for episode in record.versions),
            _make_url_index([*live, *self._list_everything()]),
        )

    def _remove_stale(self, before: Iterable[str], now: Container[str]) -> None:
        """Remove pages that were written before and are none of the edition's any more."""
        # What a record that cannot be read has published is in no list, and stays.
        kept = ("by-url/",) if self._ledger.read_all().faults else ()
        for name in before:
            if name not in now and name.endswith(_STALE_SUFFIXES) and not name.startswith(kept):
                remove(join_below(self._settings.output, name))

    def _write_files(self, episodes: Sequence[Episode], mark: str, before: Iterable[str]) -> None:
        from audiopress.publish.pages import (  # noqa: PLC0415 - import jinja2 and Pillow
            artwork,
            front_pages,
            render,
        )

        show = self.show
        if show.folder:
            files = {self._cover_name: self.cover}
            files[name_front_artwork(self._cover_name)] = self._make_small(artwork.FRONT_SIDE)
            files |= front_pages.render_index_pages(show, episodes)
            self._ship(episodes, files, mark, before)
            return
        files = {
            self._cover_name: self.cover,
            "icon.png": self._make_small(artwork.ICON_SIDE),
        }
        files[name_front_artwork(self._cover_name)] = self._make_small(artwork.FRONT_SIDE)
        files["style.css"] = render.read_stylesheet()
        files |= render.read_fonts()
        files |= list_player_files()
        everything = self._list_everything()
        # By these others find what lies here: of a private show nobody is to.
        if not show.private:
            files |= _make_url_index(everything)
            files |= front_pages.make_search_files(everything)
        shows = self._list_shown()
        files |= front_pages.render_index_pages(show, everything, shows, feed=self._has_feed)
        self._ship(episodes, files, mark, before)

    def _ship(
        self,
        episodes: Sequence[Episode],
        files: dict[str, bytes],
        mark: str,
        before: Iterable[str],
    ) -> None:
        """Write files and feed, the feed last, then the receipt that says so."""
        from audiopress.publish.feed import rss  # noqa: PLC0415 - imports feedgen

        show = self.show
        written = rss.write_feeds(show, episodes, folder=show.folder) if self._has_feed else {}
        # The promise where it is kept, then who says it.
        settle_ledger(self._settings.ledger)
        ship_show(self._settings.output, files, written)
        self._remove_stale(before, files | written)  # before the receipt, which says all is done
        sizes = [(name, len(body)) for name, body in (files | written).items()]
        remember_published(self._cache, self._settings.show.id, episodes)
        value = msgspec.to_builtins(_ShowReceipt(mark=mark, files=sizes))
        self._cache.put_record("show", self._settings.show.id, value)

    @contextlib.contextmanager
    def _list_once(self) -> Iterator[None]:
        """List the episodes of all shows now; while it lasts nobody publishes another."""
        if self._listed is not None:  # of another show, which the main one's asks for
            yield
            return
        shows = (self, *self._others)
        for each in shows:
            each._listed = each._read_published()  # noqa: SLF001 - of this class
        try:
            yield
        finally:
            for each in shows:
                each._listed = None  # noqa: SLF001 - as above

    def _list_published(self) -> tuple[list[Episode], tuple[str, ...]]:
        return self._read_published() if self._listed is None else self._listed

    def _read_published(self) -> tuple[list[Episode], tuple[str, ...]]:
        settings = self._settings
        episodes, notes = list_published(
            settings.output,
            self._ledger,
            self._cache,
            settings.show.id,
            is_wanted=lambda record: is_in_feed(settings, settings.show.id, record),
            find_title=self._find_cover_title,
        )
        if not settings.show.keep:
            return episodes, notes
        newest = sorted(episodes, key=lambda one: (one.published, one.guid), reverse=True)
        return newest[: settings.show.keep], notes

    def _find_cover_title(self, record: Record) -> str:
        """Return the title on an article's cover, which is drawn once, for the show of its page."""
        title = self._titles.get(record.show, self._titles.get("", ""))
        return "" if title == self._settings.show.title else title

    def _list_everything(self) -> list[Episode]:
        """Return the episodes of all shows, each once: the front page has them all."""
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
    others = [
        ShowFiles(narrow_settings(settings, table), cache, ledger, keep=keep, titles=titles)
        for table in tables
    ]
    return ShowFiles(settings, cache, ledger, keep=keep, others=others, titles=titles)


def _make_url_index(episodes: Iterable[Episode]) -> dict[str, bytes]:
    """Return the static index by which a page finds its own audio."""
    from audiopress.publish.sanitize import encode_json  # noqa: PLC0415

    files: dict[str, bytes] = {}
    for episode in episodes:
        if episode.url is None:
            continue
        try:
            name = make_by_url_path(episode.url)
            join_below(Path(), name)
        except (IdentityError, StoreError):
            continue  # an address nobody can ask for, or whose host is longer than disks allow
        # Relative, so that the edition can be served from any folder of any host.
        up = "../" * name.count("/")
        pointer = {
            "version": 1,
            "url": episode.url,
            "episode": f"{up}{episode.home}episode.json",
            "alignment": f"{up}{episode.folder}alignment.json",
            "page": f"{up}{episode.home}index.html",
        }
        files[name] = encode_json(pointer, indent=2)
    return files
