"""A built site gets its sound: its articles are found, built, and their pages are marked.

Pages are read as their generator wrote them, without what an earlier run has added, so running
twice changes nothing. They are marked last, when the edition they point at is there.
"""

from __future__ import annotations

import os
import shlex
from collections import Counter
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from audiopress.errors import ConfigError, ReadingError
from audiopress.model import Document
from audiopress.press.build import build
from audiopress.press.preview import plan
from audiopress.press.report import Report
from audiopress.press.steps.read import LARGE, apart
from audiopress.press.steps.ship import published_at, whole
from audiopress.site.article_pages import (
    explain_rejection,
    find_site_address,
    make_page_address,
    read_built_page,
)
from audiopress.site.head_block import Head, block, mark, read_head, unmark
from audiopress.store.atomic_files import read, rewrite
from audiopress.store.ledger import Ledger
from audiopress.store.lock import lock

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from audiopress.model import Episode
    from audiopress.press.preview import Planned
    from audiopress.press.report import Progress
    from audiopress.press.steps.read import Rejected
    from audiopress.settings import Settings

__all__ = ["Action", "Marked", "Rehearsal", "Site", "open_site"]

FOLDER = "audio"
"""Where the edition lies in a site's folder unless the configuration says another place."""

Action = Literal["added", "updated", "removed", "unchanged", "none"]

CHANGES = frozenset(("added", "updated", "removed"))

LONGEST = 60.0
"""Seconds to wait until another run has let the ledger go."""

UNREADABLE = "too large or too tangled to be read"

PACKED = (".gz", ".br", ".zst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One built page: ``reason`` says why it is no article, ``marked`` whether a run has marked it.

    ``body`` is an article's page as its generator wrote it.
    """

    path: str
    address: str
    reason: str = ""
    marked: bool = False
    body: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What became of a page, or would: ``id`` of its article if it is one, else the reason."""

    path: str
    action: Action
    id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What `Site.build` would do."""

    planned: Sequence[Planned]
    rejected: Sequence[Rejected]
    pages: Sequence[Marked]


def open_site(settings: Settings, folder: Path) -> Site:
    """Find the articles among the pages below ``folder``, and where site and edition are served.

    Raises `ConfigError` where nothing says the site's address, or where ledger or cache would be
    deployed along with it.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise ConfigError("there is no such folder", where=str(folder), hint="build the site first")
    _private(settings, folder)
    paths = _paths(folder, {(folder / FOLDER).resolve(), settings.output.resolve()})
    address = settings.site.address or _promised(settings, folder) or _claimed(folder, paths)
    settings = _placed(settings, folder, address)
    pages = tuple(_judged(folder, path, settings, address) for path in paths)
    return Site(settings, folder, address, pages)


def _private(settings: Settings, folder: Path) -> None:
    for name, place in (("ledger", settings.ledger), ("cache", settings.cache)):
        if place.resolve().is_relative_to(folder):
            raise ConfigError(
                f"the {name} lies in the site's folder, which is for everybody",
                where=str(place),
                hint="stand beside the folder, not in it: audiopress site public",
            )


def _paths(folder: Path, skipped: set[Path]) -> list[str]:
    """Return the paths of the site's own pages, sorted; links are passed over."""
    found = []
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = [name for name in folders if name[0] != "." and here / name not in skipped]
        files = [here / name for name in names if name.lower().endswith((".html", ".htm"))]
        found += [file.relative_to(folder).as_posix() for file in files if not file.is_symlink()]
    return sorted(found)


def _taken(folder: Path, path: str) -> tuple[bytes, Head | None]:
    """Return a page without what an earlier run has added, and the head it has in the file."""
    file = read(folder / path) or b""
    head = read_head(file)
    return (unmark(file, head) if head else file), head


def _below(output: Path, folder: Path) -> str:
    """Return the path below a site's folder at which the edition lies if it lies in the site."""
    inside = output != folder and output.is_relative_to(folder)
    return output.relative_to(folder).as_posix() if inside else FOLDER


def _promised(settings: Settings, folder: Path) -> str:
    """Return the site's address by the feed that an earlier run has published in it, or nothing."""
    below = _below(settings.output, folder) + "/"
    address = published_at(folder / below)
    return address.removesuffix(below) if address.endswith(f"/{below}") else ""


def _claimed(folder: Path, paths: Sequence[str]) -> str:
    """Return the address of the site that most pages claim to be on."""
    bases = (_guarded(_base, path, _taken(folder, path)[0], otherwise="") for path in paths)
    counted = Counter(base for base in bases if base)
    if not counted:
        raise ConfigError(
            "nothing says where this site is served: no page names its canonical address",
            where=str(folder),
            hint="audiopress site DIR --address https://www.example.org/, or that address under "
            "[site] in audiopress.toml",
        )
    return min(counted, key=lambda base: (-counted[base], base))


def _placed(settings: Settings, folder: Path, site: str) -> Settings:
    """Say where the edition lies: where the configuration says, else below the site's folder."""
    show, output = settings.show, settings.output
    below = _below(output, folder)
    if folder / below != output:
        if output != folder and not show.preview:
            return settings
        settings = replace(settings, output=folder / below)
    if show.preview:
        promised = bool(settings.file and settings.site.address)
        show = replace(show, address=f"{site}{below}/", preview=not promised)
    return replace(settings, show=show)


def _judged(folder: Path, path: str, settings: Settings, site: str) -> Page:
    body, head = _taken(folder, path)
    reason = "its head cannot be told from its body"
    if head is not None:
        reason = _reason(path, body, settings, site)
    return Page(
        path=path,
        address=make_page_address(site, path),
        reason=reason,
        marked=bool(head and head.ours),
        body=b"" if reason else body,
    )


def _reason(path: str, body: bytes, settings: Settings, site: str) -> str:
    if _matches(path, settings.site.exclude):
        return "excluded by [site] exclude"
    if settings.site.include:
        return "" if _matches(path, settings.site.include) else "not in [site] include"
    return _guarded(_why_not, path, body, site, otherwise=UNREADABLE)


def _guarded(ask: Callable[..., str], path: str, body: bytes, *more: str, otherwise: str) -> str:
    """Ask about a page here, or in a process of its own where it is as large as traps are."""
    if len(body) < LARGE:
        return ask(path, body, *more)
    try:
        return apart(ask, path, body, *more)
    except ReadingError:
        return otherwise


def _base(path: str, body: bytes) -> str:
    built = read_built_page(path, body)
    return find_site_address(built) if built else ""


def _why_not(path: str, body: bytes, site: str) -> str:
    built = read_built_page(path, body)
    return explain_rejection(built, site) if built else "an empty page"


def _matches(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


class Site:
    """A built site, its pages judged; ``settings`` are those of its edition."""

    def __init__(
        self, settings: Settings, folder: Path, address: str, pages: Sequence[Page]
    ) -> None:
        """Know the pages; nothing is written yet."""
        self.settings = settings
        self.address = address
        self._folder = folder
        self._pages = pages

    @property
    def articles(self) -> tuple[Document, ...]:
        """The pages that are articles, as their generator wrote them."""
        return tuple(
            Document(uri=page.address, media_type="text/html", body=page.body)
            for page in self._pages
            if not page.reason
        )

    def rehearse(self) -> Rehearsal:
        """Say what `build` would do, and write nothing."""
        planned, rejected = plan(self.settings, self.articles) if self.articles else ([], [])
        items = {name: item for item in planned for name in (item.id, *item.aliases)}
        episodes = self._episodes()
        pages = []
        for page in self._pages:
            told, _ = self._made(page, episodes)
            item = None if page.reason else items.get(page.address)
            if item and not page.marked:
                told = replace(told, action="added", id=item.id)
            elif item and item.to_speak:
                told = replace(told, action="updated", id=item.id)
            pages.append(told)
        return Rehearsal(planned=planned, rejected=rejected, pages=tuple(pages))

    def build(
        self, *, strict: bool, watch: Callable[[Progress], None]
    ) -> tuple[Report, tuple[Marked, ...]]:
        """Build the edition of the articles, then mark every page that has sound.

        With ``strict``, no page is touched when anything failed.
        """
        report = Report(outcomes=())
        if self.articles:
            report = build(self.settings, self.articles, strict=strict, watch=watch)
        if strict and (report.failed or report.interrupted):
            return report, tuple(
                Marked(path=page.path, action="none", reason=page.reason) for page in self._pages
            )
        marked, notes = self._mark_all()
        return replace(report, notes=(*report.notes, *notes)), marked

    def _mark_all(self) -> tuple[tuple[Marked, ...], list[str]]:
        """Give every page what the edition has for it by now, and take out what it has not."""
        with lock(self.settings.ledger / ".lock", wait=LONGEST):
            episodes = self._episodes()
            marked = tuple(self._mark(page, episodes) for page in self._pages)
        return marked, [*self._stale(marked), *self._left(marked, episodes)]

    def unmark(self, names: Container[str]) -> tuple[tuple[Marked, ...], list[str]]:
        """Take what was added out of the pages with these addresses, and touch no other."""
        with lock(self.settings.ledger / ".lock", wait=LONGEST):
            pages = [page for page in self._pages if page.address in names and page.marked]
            marked = tuple(self._mark(page, {}) for page in pages)
        return marked, self._stale(marked)

    def _episodes(self) -> dict[str, Episode]:
        """Return the published episodes by every name their article has."""
        return {
            name: record.versions[-1]
            for record in Ledger(self.settings.ledger).all()
            if record.state == "live" and record.versions and self._sounds(record.versions[-1])
            for name in (record.id, *record.aliases)
        }

    def _sounds(self, episode: Episode) -> bool:
        sound = (episode.enclosure.path, episode.enclosure.length)
        return whole(self.settings.output, (sound,))

    def _mark(self, page: Page, episodes: Mapping[str, Episode]) -> Marked:
        told, made = self._made(page, episodes)
        if told.action in CHANGES:
            rewrite(self._folder / page.path, made)
        return told

    def _made(self, page: Page, episodes: Mapping[str, Episode]) -> tuple[Marked, bytes]:
        """Return the page as it should be, and what that does to it."""
        told = Marked(path=page.path, action="none", reason=page.reason)
        episode = None if page.reason else episodes.get(page.address)
        if episode is None and not page.marked:
            return told, b""
        body, before = _taken(self._folder, page.path)
        head = read_head(body)
        if episode is None or head is None or before is None:
            return replace(told, action="removed"), body
        made = mark(body, head, self._block(page, body, head, episode))
        same = made == read(self._folder / page.path)
        action: Action = "unchanged" if same else "updated" if before.ours else "added"
        return replace(told, action=action, id=episode.id), made

    def _block(self, page: Page, body: bytes, head: Head, episode: Episode) -> str:
        return block(
            self.settings.show,
            episode,
            edition=self._way(page, head),
            place=self.settings.site.place,
            script=b"audiopress-player.js" not in body,
            style=b"<audiopress-player" in body,
        )

    def _way(self, page: Page, head: Head) -> str:
        """Return the way from a page to the edition: relative where they are served together."""
        show, output = self.settings.show, self.settings.output
        if head.based or not output.is_relative_to(self._folder):
            return show.address
        below = output.relative_to(self._folder).as_posix() + "/"
        if show.address != self.address + below:
            return show.address
        return "../" * page.path.count("/") + below

    def _left(self, marked: Sequence[Marked], episodes: Mapping[str, Episode]) -> list[str]:
        """Return a note on what the feed still offers although the site has no page of it."""
        there = {page.id for page in marked if page.id}
        here = [found for name, found in episodes.items() if name.startswith(self.address)]
        gone = list(dict.fromkeys(found.slug for found in here if found.id not in there))
        if not gone:
            return []
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        place = shlex.quote(str(self._folder))
        back = f"audiopress withdraw {gone[0]} --site {place} takes it back"
        return [f"still in the feed and on no page of the site: {gone[0]}{more}; {back}"]

    def _stale(self, marked: Sequence[Marked]) -> list[str]:
        """Return a note on packed copies of pages that were changed: hosts send those."""
        changed = [item.path for item in marked if item.action in CHANGES]
        packed = [
            path + ending
            for path in changed
            for ending in PACKED
            if (self._folder / (path + ending)).exists()
        ]
        if not packed:
            return []
        return [f"{packed[0]} is older than its page: pack the pages after audiopress site"]
