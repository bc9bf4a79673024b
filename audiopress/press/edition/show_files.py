"""What stands around the episodes: artwork, player, pages and the feed, derived from the ledger."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from audiopress.errors import ConfigError, IdentityError
from audiopress.press.rule_digests import digest_binding_rules, list_files
from audiopress.press.steps.plan import describe_voices
from audiopress.press.steps.ship import is_complete, ship_show, unship_episode
from audiopress.publish.by_url import make_by_url_path
from audiopress.store.atomic_files import join_below, remove
from audiopress.store.keys import digest
from audiopress.store.ledger import ShowRecord

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from pathlib import Path

    from audiopress.model import Episode, Show
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Ledger, Record

__all__ = ["Feed", "ShowFiles"]

SUFFIXES = {".png": "png", ".jpg": "jpg", ".jpeg": "jpg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What was published: the feed's address, its items, and notes in words."""

    url: str
    items: int
    notes: tuple[str, ...] = ()


class _MadeArtwork(msgspec.Struct):
    """Artwork that was made (base64 in JSON)."""

    png: bytes


class _ShowReceipt(msgspec.Struct):
    """What the surroundings were made from, and their files with their sizes."""

    mark: str
    files: list[tuple[str, int]]


class ShowFiles:
    """One show's surroundings in one output folder."""

    def __init__(
        self, settings: Settings, cache: Cache, ledger: Ledger, *, keep: bool = True
    ) -> None:
        """Know the places; nothing is made before it is asked for."""
        self._keep = keep
        self._settings = settings
        self._cache = cache
        self._ledger = ledger

    # -- artwork -------------------------------------------------------------------------------

    @functools.cached_property
    def cover(self) -> bytes:
        """The show's picture, PNG or JPEG: its own, or one that is made from its title."""
        own = self._settings.show.artwork
        if own:
            return _own_artwork(self._settings.root / own, own)
        name = self._cover_key()
        made = self._cache.find_record("artwork", name, _MadeArtwork)
        if made is not None:
            return made.png
        from audiopress.publish.pages.artwork import draw_artwork  # noqa: PLC0415 - imports Pillow

        body = draw_artwork(self._settings.show)
        if self._keep:
            self._cache.put_record("artwork", name, msgspec.to_builtins(_MadeArtwork(png=body)))
        return body

    def _cover_key(self) -> str:
        show = self._settings.show
        return digest([show.title, show.author, show.language, digest_binding_rules()])

    @functools.cached_property
    def cover_digest(self) -> str:
        """Digest of the picture, as hex."""
        return hashlib.sha256(self.cover).hexdigest()

    @functools.cached_property
    def _cover_name(self) -> str:
        kind = "jpg" if self.cover[:2] == b"\xff\xd8" else "png"
        return f"artwork-{self.cover_digest[:12]}.{kind}"

    # -- the show ------------------------------------------------------------------------------

    @functools.cached_property
    def show(self) -> Show:
        """The show with what was promised of it: guid (stored for ever) and artwork."""
        show = replace(self._settings.show, artwork=self._cover_name)
        if show.preview:
            return show
        record = self._ledger.load_show(show.id)
        if record is None or not record.guid:
            from audiopress.publish.feed.podcast_guid import make_podcast_guid  # noqa: PLC0415 - once a show

            guid = make_podcast_guid(show.address + "feed.xml")
            record = replace(record or ShowRecord(id=show.id), guid=guid)
        spoken_by, encoder = describe_voices(self._settings.cast), _encoder()
        record = replace(record, artwork=self._cover_name, voices=spoken_by, encoder=encoder)
        self._ledger.save_show(record)
        return replace(show, guid=record.guid)

    def publish(self, *, write: bool = True) -> Feed:
        """Write surroundings and feed from the ledger; touch nothing when nothing changed."""
        episodes, notes = self._episodes()
        url = self._settings.show.address + "feed.xml"
        feed = Feed(url=url, items=len(episodes), notes=notes)
        if not write or not (episodes or notes or self._withdrawn()):
            return feed
        self._publish(episodes)
        self._take_away()
        return feed

    def _publish(self, episodes: Sequence[Episode]) -> None:
        mark = digest(
            [
                msgspec.json.encode(episodes).decode(),
                msgspec.json.encode(self.show).decode(),
                digest_binding_rules(),
            ]
        )
        receipt = self._cache.find_record("show", self._settings.show.id, _ShowReceipt)
        output = self._settings.output
        if receipt and receipt.mark == mark and is_complete(output, receipt.files):
            return
        self._write(episodes, mark, [name for name, _ in receipt.files] if receipt else [])

    def _withdrawn(self) -> list[Record]:
        records = self._ledger.load_all()
        return [record for record in records if record.state == "withdrawn" and record.versions]

    def _take_away(self) -> None:
        """Leave of withdrawn articles a page that says so; the feed does not name them any more."""
        from audiopress.publish.pages.render import render_withdrawn_page  # noqa: PLC0415 - imports jinja2

        gone, live = self._withdrawn(), _by_url(self._episodes()[0])
        for record in gone:
            episode = record.versions[-1]
            page = render_withdrawn_page(self.show, episode, reason=record.reason)
            unship_episode(self._settings.output, episode.home, page)
        self._forget(_by_url(episode for record in gone for episode in record.versions), live)

    def _forget(self, before: Iterable[str], now: Container[str]) -> None:
        """Remove pages that were written before and are none of the edition's any more."""
        for name in before:
            if name not in now and name.endswith((".xml", ".html", "/index.json")):
                remove(join_below(self._settings.output, name))

    def _write(self, episodes: Sequence[Episode], mark: str, before: Iterable[str]) -> None:
        from audiopress.publish.feed import rss as feeds  # noqa: PLC0415 - imports feedgen
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports jinja2

        files = {self._cover_name: self.cover, "style.css": render.read_stylesheet()}
        files |= _player()
        files |= _by_url(episodes)
        files |= render.make_search_files(episodes) | render.render_index_pages(self.show, episodes)
        written = feeds.write_feeds(self.show, episodes)
        ship_show(self._settings.output, files, written)
        self._forget(before, files | written)  # before the receipt, which says all is done
        sizes = [(name, len(body)) for name, body in (files | written).items()]
        value = msgspec.to_builtins(_ShowReceipt(mark=mark, files=sizes))
        self._cache.put_record("show", self._settings.show.id, value)

    def _episodes(self) -> tuple[list[Episode], tuple[str, ...]]:
        """Return the live episodes whose sound is there, and a note for each that is missing."""
        episodes: list[Episode] = []
        notes: list[str] = []
        for record in self._ledger.load_all():
            if record.state != "live" or not record.versions:
                continue
            episode = record.versions[-1]
            sound = (episode.enclosure.path, episode.enclosure.length)
            if is_complete(self._settings.output, (sound,)):
                episodes.append(episode)
            else:
                notes.append(
                    f"{episode.title!r} is in the ledger, but its sound is not in the output "
                    f"folder: it stays out of the feed until its source is built again"
                )
        return episodes, tuple(notes)


def _encoder() -> str:
    return f"lameenc {importlib.metadata.version('lameenc')}"


def _player() -> dict[str, bytes]:
    """Return the player's files as they are served; type declarations stay at home."""
    return {
        f"player/{name}": body for name, body in list_files("player") if not name.endswith(".d.ts")
    }


def _own_artwork(path: Path, name: str) -> bytes:
    from audiopress.publish.pages.artwork import check_artwork  # noqa: PLC0415 - imports Pillow

    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError("artwork is a .png or .jpg file", where=f"[show] artwork: {name}")
    try:
        body = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"no artwork: {reason}", where=f"[show] artwork: {name}") from error
    check_artwork(body, name)
    return body


def _by_url(episodes: Iterable[Episode]) -> dict[str, bytes]:
    """Return the static index by which a page finds its own audio."""
    from audiopress.publish.sanitize import encode_json  # noqa: PLC0415

    files: dict[str, bytes] = {}
    for episode in episodes:
        if episode.url is None:
            continue
        try:
            name = make_by_url_path(episode.url)
        except IdentityError:
            continue  # an address nobody can ask for
        up = "../" * name.count("/")
        files[name] = encode_json(
            {
                "version": 1,
                "url": episode.url,
                "episode": f"{up}{episode.home}episode.json",
                "alignment": f"{up}{episode.folder}alignment.json",
                "page": f"{up}{episode.home}index.html",
            },
            indent=2,
        )
    return files
