"""A built site gets its sound: its articles are found, built, and their pages are marked.

Pages are read as their generator wrote them, without what an earlier run has added, so running
twice changes nothing. They are marked last, when the edition they point at is there.
"""

from __future__ import annotations

import functools
import os
import shlex
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from audiopress.disk import is_folder
from audiopress.errors import ConfigError, StoreError
from audiopress.model import Document
from audiopress.press.build import build
from audiopress.press.edition.told import ToldNotes
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.preview import EditionPlan, plan
from audiopress.press.report import Report
from audiopress.press.steps.guarded import LARGE_PAGE
from audiopress.press.steps.ship import is_complete
from audiopress.publish.sanitize import choose_title
from audiopress.site.head_block import Head, insert_block, read_head, write_block
from audiopress.site.moved_site import Move, find_move, keep_move, remember_site
from audiopress.site.player_place import PlayerPlace, find_place, insert_place
from audiopress.site.scan import SitePage, read_original, scan_site
from audiopress.site.site_styles import SiteStyles
from audiopress.store.atomic_files import read, rewrite
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from pathlib import Path

    from audiopress.model import Episode, Refused
    from audiopress.press.preview import PlannedArticle
    from audiopress.press.report import BuildProgress
    from audiopress.settings import Settings

__all__ = ["Action", "PageOutcome", "Rehearsal", "SiteBuild", "open_site"]

Action = Literal["added", "updated", "removed", "unchanged", "none"]

CHANGES = frozenset(("added", "updated", "removed"))
"""The actions after which a page's file has other bytes."""

LONGEST_WAIT = 60.0
"""Seconds to wait until another run has let the ledger go: longer than it takes to publish."""

_SCRIPT = b"audiopress-player.js"
"""Of a page that loads the player itself."""

_ELEMENT = b"<audiopress-player"
"""Of a page that says itself where the player stands."""

PACKED = (".gz", ".br", ".zst")
"""What hosts look for beside a page and send in its place (gzip, brotli, zstd)."""


_UNMARKED = "not marked"
"""How the reason of a page begins that could not be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOutcome:
    """What became of a page, or would: ``id`` of its article if it is one, else the reason.

    ``unplaced`` says why nothing keeps the place of its player until its script has run.
    """

    path: str
    action: Action
    id: str = ""
    reason: str = ""
    unplaced: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What `SiteBuild.build` would do."""

    planned: Sequence[PlannedArticle]
    rejected: Sequence[Refused]
    pages: Sequence[PageOutcome]


def open_site(settings: Settings, folder: Path) -> SiteBuild:
    """Find the articles among the pages below ``folder``, and where site and edition are served.

    Raises `ConfigError` where nothing says the site's address, or where ledger or cache would be
    deployed along with it.
    """
    folder = folder.resolve()
    if not is_folder(folder):
        raise ConfigError("there is no such folder", where=str(folder), hint="build the site first")
    if settings.show.private:
        # Its pages would name the address that nobody is to know.
        raise ConfigError(
            "a private show has no players on the pages of a site",
            where=settings.find_origin("show.private"),
            hint="audiopress build, or leave private out for a site",
        )
    settings, address, pages = scan_site(settings, folder)
    return SiteBuild(settings, folder, address, pages)


class SiteBuild:
    """A built site, its pages judged; ``settings`` are those of its edition."""

    def __init__(
        self, settings: Settings, folder: Path, address: str, pages: Sequence[SitePage]
    ) -> None:
        """Know the pages; nothing is written yet."""
        self.settings = settings
        self.address = address
        self._folder = folder
        self._pages = pages
        self._styles = SiteStyles(folder, address)

    @property
    def articles(self) -> tuple[Document, ...]:
        """The pages that are articles, as their generator wrote them."""
        former = self._move.former
        return tuple(
            Document(
                uri=page.address,
                media_type="text/html",
                body=page.body,
                # As if the old address led here: the article is known by it.
                asked=former.get(page.path, ""),
            )
            for page in self._pages
            if not page.reason
        )

    @functools.cached_property
    def _move(self) -> Move:
        """Which articles the ledger has at another address of this site."""
        ledger = Ledger(self.settings.ledger)
        show = ledger.load_show(self.settings.show.id)
        remembered = show.site if show else ""
        return find_move(self._pages, ledger.read_all().records, self.address, remembered)

    def find_address(self, name: str) -> str:
        """Return the address of the page whose file is called ``name``, else ``name`` itself."""
        # As somebody types it: from where they stand, or below the site's folder.
        asked = {os.path.realpath(name), os.path.realpath(self._folder / name)}
        files = {os.path.realpath(self._folder / page.path): page.address for page in self._pages}
        return next((files[path] for path in asked if path in files), name)

    def rehearse(self) -> Rehearsal:
        """Say what `build` would do, and write nothing."""
        planned = plan(self.settings, self.articles) if self.articles else EditionPlan()
        items = {name: item for item in planned.articles for name in (item.id, *item.aliases)}
        episodes = self._list_episodes()
        pages = []
        # pages as they would be with what is published now; what is planned comes on top
        for page in self._pages:
            outcome, _ = self._render(page, episodes)
            item = None if page.reason else items.get(page.address)
            if item and not page.marked:
                outcome = replace(outcome, action="added", id=item.id)
            elif item and item.to_speak:
                outcome = replace(outcome, action="updated", id=item.id)
            pages.append(outcome)
        return Rehearsal(planned=planned.articles, rejected=planned.refused, pages=tuple(pages))

    def build(
        self, *, strict: bool, watch: Callable[[BuildProgress], None]
    ) -> tuple[Report, tuple[PageOutcome, ...]]:
        """Build the edition of the articles, then mark every page that has sound.

        With ``strict``, no page is touched when anything failed.
        """
        report = Report(outcomes=())
        if self.articles:
            report = build(self.settings, self.articles, strict=strict, watch=watch)
        if strict and (report.failed or report.interrupted):
            return report, tuple(
                PageOutcome(path=page.path, action="none", reason=page.reason)
                for page in self._pages
            )
        # Last: a page must not point at an edition that is not there yet.
        marked, notes = self._mark_all()
        notes = [*self._move.describe(self.address), *self._note_address(), *notes]
        return replace(report, notes=(*report.notes, *notes)), marked

    def _note_address(self) -> list[str]:
        """Return a note where the edition lies in the site and is said to be served elsewhere."""
        settings, folder = self.settings, self._folder
        output, said = settings.output, settings.show.address
        if output == folder or not output.is_relative_to(folder):
            return []
        here = f"{self.address}{quote(output.relative_to(folder).as_posix())}/"
        if said == here:
            return []
        told = (
            f"the edition lies in the site's folder, which is served at {here}, and address under "
            f"[edition] says {said}, which feed and pages name: leave that address out, or put "
            "output beside the folder"
        )
        return [told]

    def _mark_all(self) -> tuple[tuple[PageOutcome, ...], list[str]]:
        """Give every page what the edition has for it by now, and take out what it has not."""
        # nobody may publish or withdraw between the look at the ledger and the last mark
        with hold_ledger(self.settings, wait=LONGEST_WAIT):
            self._keep_address()
            episodes = self._list_episodes()
            marked = tuple(self._mark_safely(page, episodes) for page in self._pages)
        notes = [*self._note_stale_copies(marked), *self._note_orphans(marked, episodes)]
        return marked, [
            *self._note_unread(),
            *_note_unmarked(marked),
            *_note_unplaced(marked),
            *notes,
        ]

    def _keep_address(self) -> None:
        """Write down where the site and its articles are, for the day on which they move."""
        ledger = Ledger(self.settings.ledger)
        keep_move(self._move, self._pages, ledger)
        remember_site(ledger, self.settings.show.id, self.address)

    def remove_players(
        self, names: Container[str], *, dry_run: bool = False
    ) -> tuple[tuple[PageOutcome, ...], list[str]]:
        """Take what was added out of the pages with these addresses, and touch no other.

        With ``dry_run`` only say of which.
        """
        pages = [page for page in self._pages if page.address in names and page.marked]
        if dry_run:
            marked = tuple(self._render(page, {})[0] for page in pages)
            return marked, self._note_stale_copies(marked)
        with hold_ledger(self.settings, wait=LONGEST_WAIT):
            marked = tuple(self._mark(page, {}) for page in pages)
        return marked, self._note_stale_copies(marked)

    def _list_episodes(self) -> dict[str, Episode]:
        """Return the published episodes by every name their article has."""
        return {
            name: record.versions[-1]
            for record in Ledger(self.settings.ledger).load_all()
            # a withdrawn article, or one whose file is gone, must not be offered on a page
            if record.state == "live" and record.versions and self._has_sound(record.versions[-1])
            for name in (record.id, *record.aliases)
        }

    def _has_sound(self, episode: Episode) -> bool:
        # Its length is enough to know it: the file was made whole, or has another name.
        sound = (episode.enclosure.path, episode.enclosure.length)
        return is_complete(self.settings.output, (sound,))

    def _mark(self, page: SitePage, episodes: Mapping[str, Episode]) -> PageOutcome:
        outcome, rendered = self._render(page, episodes)
        if outcome.action in CHANGES:
            # unchanged pages keep their date, by which a deployment tells what to send
            rewrite(self._folder / page.path, rendered)
        return outcome

    def _mark_safely(self, page: SitePage, episodes: Mapping[str, Episode]) -> PageOutcome:
        """Mark a page, or say why it could not be: it may be gone by now, or not be ours."""
        try:
            return self._mark(page, episodes)
        except StoreError as error:
            return PageOutcome(
                path=page.path, action="none", reason=f"{_UNMARKED}: {error.message}"
            )

    def _render(self, page: SitePage, episodes: Mapping[str, Episode]) -> tuple[PageOutcome, bytes]:
        """Return the page as it should be, and what that does to it."""
        outcome = PageOutcome(path=page.path, action="none", reason=page.reason)
        episode = None if page.reason else episodes.get(page.address)
        if episode is None and not page.marked:
            return outcome, b""
        body, before = read_original(self._folder, page.path)
        head = read_head(body)
        if episode is None or head is None or before is None:
            return replace(outcome, action="removed"), body
        place = self._find_place(page, body, episode)
        edition = self._find_edition(page, head)
        block = self._write_block(body, edition, episode, styled=place.at >= 0)
        # The place first: it lies behind the head, which is known by its bytes from the beginning.
        rendered = insert_block(insert_place(body, place, episode, edition), head, block)
        # with the file itself: a block of an older version counts as a change too
        same = rendered == read(self._folder / page.path)
        action: Action = "unchanged" if same else "updated" if before.ours else "added"
        return replace(outcome, action=action, id=episode.id, unplaced=place.reason), rendered

    def _write_block(self, body: bytes, edition: str, episode: Episode, *, styled: bool) -> str:
        return write_block(
            self.settings.show,
            episode,
            edition=edition,
            place=self.settings.site.place,
            # a template that loads the player itself needs no second one
            script=_SCRIPT not in body,
            style=styled or _ELEMENT in body,
        )

    def _find_place(self, page: SitePage, body: bytes, episode: Episode) -> PlayerPlace:
        """Return where the page's player will stand; no reason where its template says that."""
        if _SCRIPT in body or _ELEMENT in body:
            return PlayerPlace()
        if len(body) >= LARGE_PAGE:
            return PlayerPlace(reason=f"it is larger than {LARGE_PAGE // 1_000} kB")
        find_boxes = functools.partial(self._styles.find_boxes, page.path)
        return find_place(body, choose_title(episode), self.settings.site.place, find_boxes)

    def _find_edition(self, page: SitePage, head: Head) -> str:
        """Return the way from a page to the edition: relative where they are served together."""
        show, output = self.settings.show, self.settings.output
        # A <base> moves relative addresses, and so they would miss the edition.
        if head.based or not output.is_relative_to(self._folder):
            return show.address
        below = quote(output.relative_to(self._folder).as_posix()) + "/"
        if show.address != self.address + below:
            return show.address
        # relative, so that it plays on a preview's host too
        return "../" * page.path.count("/") + below

    def _note_orphans(
        self, marked: Sequence[PageOutcome], episodes: Mapping[str, Episode]
    ) -> list[str]:
        """Return a note on what the feed still offers although the site has no page of it."""
        there = {page.id for page in marked if page.id}
        # the ledger may hold other sites' articles
        here = [found for name, found in episodes.items() if name.startswith(self.address)]
        told = ToldNotes(
            self.settings, Cache(self.settings.cache), [f"site {self._folder}"], keep=True
        )
        slugs = dict.fromkeys(found.slug for found in here if found.id not in there)
        new = told.pick_new("orphans", slugs)
        told.remember()
        gone = [slug for slug in slugs if slug in new]
        if not gone:
            return []
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        place = shlex.quote(str(self._folder))
        back = f"audiopress withdraw {gone[0]} --site {place} takes it back"
        return [f"still in the feed and on no page of the site: {gone[0]}{more}; {back}"]

    def _note_unread(self) -> list[str]:
        """Return a note on each file that is called a page and could not be read."""
        return [f"{page.path} is passed by: {page.reason}" for page in self._pages if page.unread]

    def _note_stale_copies(self, marked: Sequence[PageOutcome]) -> list[str]:
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
        return [f"{packed[0]} is older than its page: pack the pages after audiopress site DIR"]


def _note_unmarked(marked: Sequence[PageOutcome]) -> list[str]:
    return [f"{page.path} is {page.reason}" for page in marked if page.reason.startswith(_UNMARKED)]


def _note_unplaced(marked: Sequence[PageOutcome]) -> list[str]:
    """Return a note on pages whose text moves when the player comes."""
    pages = [page for page in marked if page.unplaced]
    if not pages:
        return []
    more = f" and of {len(pages) - 1} more" if len(pages) > 1 else ""
    words = f"no place is kept for the player of {pages[0].path}{more}: {pages[0].unplaced}"
    return [f"{words}; the text moves when it comes ([site] place names what it stands after)"]
