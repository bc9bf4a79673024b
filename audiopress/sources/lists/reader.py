"""From a list to its articles: the documents of what a feed, a sitemap or an export names."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.identity import fold_address, is_address, normalize_url
from audiopress.model import Document, OtherFile, Refused
from audiopress.sources.dates.moments import place_moments
from audiopress.sources.lists import kinds
from audiopress.sources.lists.address_lines import read_addresses
from audiopress.sources.lists.bookmarks import read_bookmarks, read_opml
from audiopress.sources.lists.feeds import read_feed, read_json_feed
from audiopress.sources.lists.joined import JoinedItems
from audiopress.sources.lists.listed import (
    ListedItem,
    Listing,
    make_document,
    name_item,
    note_named_again,
)
from audiopress.sources.lists.records import read_export
from audiopress.sources.lists.sitemaps import explain_listings, read_sitemap
from audiopress.sources.lists.table_rows import read_table
from audiopress.text.commands import write_command
from audiopress.text.decode import decode
from audiopress.text.zones import place_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from datetime import datetime

    from audiopress.model import SourceFacts
    from audiopress.sources.selection import SelectionRun

__all__ = ["MOST_ITEMS", "ListReader"]

MOST_ITEMS = 1000
"""Articles of one source that are taken without being asked for: a week of a machine. Who wants
more says how many (``limit``)."""

_MOST_LISTS = 500
"""Lists that one list may lead to: the largest sites have some hundred sitemaps, a trap has no end
of them."""

_DEEPEST = 3
"""How far lists may lead to lists: an index of sitemaps, bookmarks with a feed among them."""

_LEADS_ON = frozenset((kinds.OPML, kinds.ADDRESSES, kinds.BOOKMARKS, kinds.TABLE))
"""Lists that a person keeps: what they name may be a feed as well as a page."""


_READERS: dict[str, Callable[[str, str], Listing]] = {
    kinds.FEED: read_feed,
    kinds.JSON_FEED: read_json_feed,
    kinds.SITEMAP: read_sitemap,
    kinds.OPML: read_opml,
    kinds.BOOKMARKS: lambda text, _: read_bookmarks(text),
    kinds.ADDRESSES: lambda text, _: read_addresses(text),
    kinds.TABLE: lambda text, _: read_table(text),
    kinds.JSON_EXPORT: read_export,
}
"""What reads each kind of list, from its text and where it came from."""


@dataclass(frozen=True, slots=True)
class _ListedArticle:
    """An article and the list that it stands in."""

    item: ListedItem
    listed_in: str
    kind: str


class ListReader:
    """Reads one list, and those that it leads to, by fetching what has to be fetched.

    `collect` reads the lists, `open_articles` fetches what they name, but for pages that could not
    be had the last time: these `open_failed` asks for, when all other lists of a run are through.
    Who has several lists collects them all first: what each says of an article is in ``joined``.
    ``notes`` tell what was not understood, ``passed_by`` what is no article or was not wanted.
    ``skipped`` are addresses (`fold_address`) of articles that another source has already.
    """

    def __init__(  # noqa: PLR0913 - what the lists of a run share
        self,
        fetch: Callable[[str, SourceFacts | None], Iterable[Document | Refused]],
        run: SelectionRun,
        skipped: Container[str] = (),
        given: dict[str, bool] | None = None,
        joined: JoinedItems | None = None,
        *,
        find_failure: Callable[[str], float] = lambda _: 0.0,
    ) -> None:
        """Fetch pages by ``fetch`` with what is said of them, and further lists with nothing.

        Take what ``run`` wants. ``find_failure`` returns when a page failed last, if it did.
        """
        self._find_failure = find_failure
        self._late: list[_ListedArticle] = []
        self._inner: list[ListReader] = []
        self._fetch, self._run, self._skipped = fetch, run, skipped
        self._lists: set[str] = set()
        self._seen: set[str] = set()
        # Of this run, by address: what other lists named too, and whether it could be had.
        self._given: dict[str, bool] = {} if given is None else given
        self._joined = JoinedItems() if joined is None else joined
        self._found: list[_ListedArticle] = []
        self._uri = ""
        self.again = 0  # entries of what stands in the list as unread too
        self._handed = 0  # lists that nothing but this source has led to: a ZIP may have several
        self.troubled = False  # whether a list could not be read, or not whole
        self.notes: list[str] = []
        self.passed_by: list[OtherFile] = []

    def collect(self, document: Document) -> list[Refused]:
        """Read a list and those that it names; return what could not be read of them."""
        self._uri, refused = document.uri, []
        self._handed += 1
        for each in self._collect(document, 0):
            if isinstance(each, Refused):
                refused.append(each)
            else:
                self._found.append(each)
                self._joined.add(each.item, each.listed_in)
        return refused

    @property
    def is_whole(self) -> bool:
        """Whether what is not in the list has been taken out of it, and is not only older."""
        kept = all(each.kind in kinds.WHOLE for each in self._found)
        alone = len(self._lists) == self._handed
        return bool(self._found) and kept and alone and not self.troubled

    def open_articles(self) -> Iterator[Document | Refused]:
        """Yield the articles of what was collected, the newest first where it has dates.

        A pile of saved articles goes by when each was saved. Those without a date follow in the
        list's own order. What failed the last time is left to
        `open_failed`, with those that come after a limit: one may take its place.
        """
        found = self._pass_by_done([self._complete(each) for each in self._found])
        self._pass_by_listings(found)
        wanted = [each for each in self._choose(found) if self._is_wanted(each)]
        if len(wanted) > MOST_ITEMS and not self._run.selection.limit:
            yield _refuse_many(self._uri, len(wanted))
            return
        if not self._found:
            self.troubled = True
            self.notes.append(f"{self._uri}: this list is empty")
        order = sorted(wanted, key=lambda each: _rank(each.item), reverse=True)
        most = self._run.selection.limit or len(order)
        timed = [(self._failed_at(each), each) for each in order[:most]]
        failed = sorted((pair for pair in timed if pair[0]), key=lambda pair: pair[0])
        yield from self._open_each(each for failed_at, each in timed if not failed_at)
        self._late = [*(each for _, each in failed), *order[most:]]
        if not failed:
            yield from self._open_late()

    def open_failed(self) -> Iterator[Document | Refused]:
        """Yield what `open_articles` has left, the pages that failed longest ago first."""
        yield from self._open_late()
        for inner in self._inner:
            yield from inner.open_failed()

    def _open_late(self) -> Iterator[Document | Refused]:
        late, self._late = self._late, []
        yield from self._open_each(late)

    def _failed_at(self, each: _ListedArticle) -> float:
        item = each.item
        asked = item.address and not item.text and not item.fault
        return self._find_failure(item.address) if asked else 0.0

    def _open_each(self, articles: Iterable[_ListedArticle]) -> Iterator[Document | Refused]:
        for each in articles:
            if self._run.is_full:
                self._leave_out(each, f"after the newest {self._run.selection.limit} (limit)")
                continue
            if self._is_given(each.item):
                self._run.taken += 1
                self._pass_by(each, "named twice", repeated=True)
                continue
            yield from self._open(each)

    # -- what there is -------------------------------------------------------------------------

    def _collect(self, document: Document, depth: int) -> Iterator[_ListedArticle | Refused]:
        """Yield the articles of a list, and of the lists that it names."""
        self._lists.add(normalize_url(document.uri) if is_address(document.uri) else document.uri)
        try:
            listing = _read_listing(document)
        except SourceError as error:
            self.troubled = True
            where = error.where or document.uri
            yield Refused(
                uri=document.uri, error=SourceError(error.message, where=where, hint=error.hint)
            )
            return
        self.troubled = self.troubled or bool(listing.notes)
        self.notes += [f"{document.uri}: {note}" for note in (*listing.notes, *listing.remarks)]
        for item in listing.items:
            zone = self._run.zone
            saved = place_moment(item.saved, zone)
            dated = replace(item, facts=place_moments(item.facts, zone), saved=saved)
            yield _ListedArticle(dated, document.uri, document.media_type)
        for address in listing.lists:
            yield from self._follow(address, document.uri, depth + 1, feeds=listing.feeds)

    def _follow(
        self, address: str, listed_in: str, depth: int, *, feeds: bool
    ) -> Iterator[_ListedArticle | Refused]:
        name = normalize_url(address)
        if name in self._lists:
            self.notes.append(f"{listed_in}: names {address} again, which is read once")
            return
        if depth > _DEEPEST or len(self._lists) >= _MOST_LISTS:
            yield _refuse_list(address, listed_in, depth)
            return
        self._lists.add(name)
        for outcome in self._fetch(address, None):
            if isinstance(outcome, Refused):
                self.troubled = True
                yield _name_place(outcome, f"a list of {listed_in}")
            elif outcome.media_type in kinds.COLLECTIONS:
                yield from self._collect(outcome, depth)
            else:
                self.troubled = True
                what = "feed" if feeds else "sitemap"
                yield Refused(
                    uri=address,
                    error=SourceError(
                        f"this is a page and no {what}",
                        where=f"{address}, a list of {listed_in}",
                        hint="open it in a browser; "
                        f"{write_command('build', address)} if it is right so",
                    ),
                )

    def _complete(self, each: _ListedArticle) -> _ListedArticle:
        joined = self._joined.complete(each.item, each.listed_in)
        item, listed_in = joined.item, joined.listed_in
        if self._run.selection.selectors and item.address and item.text:
            facts = replace(item.facts, why="a CSS selector is asked of its page")
            item, listed_in = replace(item, text="", facts=facts), each.listed_in
        return _ListedArticle(item, listed_in, each.kind)

    # -- which are taken -----------------------------------------------------------------------

    def _pass_by_done(self, found: list[_ListedArticle]) -> list[_ListedArticle]:
        """Return what its reader is not done with; what is unread elsewhere is unread."""
        if self._run.selection.archived:
            return found
        unread = {_name(each.item) for each in found if not each.item.done}
        for each in found:
            if each.item.done and _name(each.item) in unread:
                self.again += 1
            elif each.item.done:
                reason = f"{each.item.done} (archived = true, or --archived, takes it)"
                self._leave_out(each, reason, done=each.item.done)
        return [each for each in found if not each.item.done]

    def _pass_by_listings(self, found: list[_ListedArticle]) -> None:
        """Drop what a sitemap lists and is no article."""
        pages = [each.item.address for each in found if each.kind == kinds.SITEMAP]
        reasons = explain_listings(filter(None, pages))
        kept = []
        for each in found:
            # One that a news sitemap names is an article, wherever it stands.
            sure = each.kind != kinds.SITEMAP or each.item.facts.title
            if sure or each.item.address not in reasons:
                kept.append(each)
            else:
                self._pass_by(each, reasons[each.item.address])
        found[:] = kept

    def _choose(self, found: Iterable[_ListedArticle]) -> Iterator[_ListedArticle]:
        """Yield each article once: what is named twice is no fault."""
        again: list[_ListedArticle] = []
        for each in found:
            item = each.item
            name = _name(item)
            if item.fault or not name:
                yield each
            elif name in self._seen:
                self._pass_by(each, "named twice", repeated=True)
                again.append(each)
            elif name in self._skipped:
                self._pass_by(each, "named as a source of its own", repeated=True)
            else:
                self._seen.add(name)
                yield each
        # Feeds and sitemaps overlap, and nobody has put a thing into them twice.
        kept = [name_item(each.item) for each in again if each.kind in kinds.WHOLE]
        self.notes += note_named_again(self._uri, kept)

    def _is_wanted(self, each: _ListedArticle) -> bool:
        reason = self._run.selection.explain(name_item(each.item), each.item.facts)
        if reason:
            self._leave_out(each, reason)
        return not reason

    def _is_given(self, item: ListedItem) -> bool:
        """Whether another list of this run gave an article, or its page could not be had."""
        name = _name(item)
        return self._given.get(name, False) or (name in self._given and not item.text)

    def _leave_out(self, each: _ListedArticle, reason: str, *, done: str = "") -> None:
        name = name_item(each.item)
        self.passed_by.append(OtherFile(uri=name, reason=reason, unwanted=True, done=done))

    def _pass_by(self, each: _ListedArticle, reason: str, *, repeated: bool = False) -> None:
        self.passed_by.append(OtherFile(uri=name_item(each.item), reason=reason, repeated=repeated))

    # -- what is in them -----------------------------------------------------------------------

    def _open(self, each: _ListedArticle) -> Iterator[Document | Refused]:
        item = each.item
        if item.fault or item.text or not item.address:
            yield self._take(make_document(item, each.listed_in), item)
            return
        facts = replace(
            item.facts, text_from="page", listed_in=each.listed_in, listed_at=item.place
        )
        for outcome in self._fetch(item.address, item.facts):
            if isinstance(outcome, Refused):
                self._given.setdefault(_name(item), False)
                place = f", {item.place}" if item.place else ""
                yield _name_place(outcome, f"in {each.listed_in}{place}")
            elif outcome.media_type in kinds.COLLECTIONS:
                yield from self._open_list(each, outcome)
            else:
                asked = item.address if outcome.uri != item.address else ""
                found = replace(outcome, asked=asked or outcome.asked, facts=facts)
                yield self._take(found, item)

    def _take(self, outcome: Document | Refused, item: ListedItem) -> Document | Refused:
        if isinstance(outcome, Document):
            self._run.taken += 1
            self._given[_name(item)] = True
        return outcome

    def _open_list(self, each: _ListedArticle, document: Document) -> Iterator[Document | Refused]:
        """Read a list that stands where a page was expected, if a person may have meant it."""
        name = normalize_url(document.uri)
        if each.kind not in _LEADS_ON or name in self._lists or len(self._lists) >= _MOST_LISTS:
            error = SourceError(
                "this is a list of articles and no page",
                where=f"{each.item.address}, in {each.listed_in}",
                hint=write_command("build", each.item.address),
            )
            yield Refused(uri=each.item.address, error=error)
            return
        inner = ListReader(
            self._fetch,
            self._run,
            self._skipped,
            self._given,
            self._joined,
            find_failure=self._find_failure,
        )
        self._inner.append(inner)
        inner._lists, inner._seen = self._lists, self._seen
        inner.notes, inner.passed_by = self.notes, self.passed_by
        yield from inner.collect(document)
        yield from inner.open_articles()
        self.again += inner.again


def _read_listing(document: Document) -> Listing:
    text = decode(document.body, document.charset)
    return _READERS[document.media_type](text, document.uri)


def _name(item: ListedItem) -> str:
    """Return by what an article is known among those of a run."""
    return fold_address(item.address) if item.address else item.id


def _name_place(refused: Refused, place: str) -> Refused:
    """Return what could not be had with the list, and the place in it, that names it."""
    error = copy.copy(refused.error)  # of its kind, with what it knows: others ask for it
    vars(error).update(vars(refused.error))
    error.where = f"{error.where or refused.uri}, {place}"
    return replace(refused, error=error)


def _rank(item: ListedItem) -> float:
    # Of a pile the newest is what was saved last, whenever it was written.
    moment: datetime | None = item.saved or item.facts.published or item.facts.modified
    return moment.timestamp() if moment else float("-inf")


def _refuse_many(uri: str, count: int) -> Refused:
    return Refused(
        uri=uri,
        error=SourceError(
            f"this names {count:,} articles, and more than {MOST_ITEMS:,} are not taken unasked",
            where=uri,
            hint="the same command with --limit 100 takes the newest, with --since 2026-01-01 what "
            "is newer; for a source of audiopress.toml, limit = 100 in its table [[sources]]",
        ),
    )


def _refuse_list(address: str, listed_in: str, depth: int) -> Refused:
    why = f"lists lead to lists more than {_DEEPEST} times" if depth > _DEEPEST else (
        f"this leads to more than {_MOST_LISTS} lists"
    )  # fmt: skip
    error = SourceError(f"{why}: {address} is not read", where=listed_in, hint="name it by itself")
    return Refused(uri=address, error=error)
