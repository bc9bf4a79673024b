"""Sources to documents: which source fetches what."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress import plugins
from audiopress.disk import is_file
from audiopress.errors import ConfigError
from audiopress.identity import fold_address, is_address, is_other_address, normalize_url
from audiopress.model import Document, OtherFile, Refused, SourceFacts
from audiopress.press.fetching.books import open_book
from audiopress.press.fetching.page_kinds import explain_left_page
from audiopress.press.fetching.plugin_sources import explain_missing_source, fetch_by_plugin
from audiopress.press.fetching.read_only_cache import ReadOnlyCache
from audiopress.press.fetching.site_feeds import explain_no_feed, find_site_feeds
from audiopress.settings.near_files import suggest_folder
from audiopress.settings.toml import FILE_NAME
from audiopress.sources.announced_feeds import find_announced_feeds
from audiopress.sources.files import FileSource
from audiopress.sources.lists.kinds import COLLECTIONS
from audiopress.sources.selection import EVERYTHING, SelectionRun, find_newest
from audiopress.sources.standard_input import read_standard_source
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from audiopress.press.fetching.site_feeds import SiteFeeds
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.sources.announced_feeds import AnnouncedFeed
    from audiopress.sources.lists.joined import JoinedItems
    from audiopress.sources.lists.reader import ListReader
    from audiopress.sources.selection import ArticleSelection
    from audiopress.sources.web import WebSource

    _Held = tuple[SelectionRun, Iterable[Document | Refused | ListReader]]

__all__ = ["SourceFetcher", "list_feeds"]

STANDARD_INPUT = "-"
"""What stands for standard input among sources; a file of this name is ``./-``."""


class SourceFetcher:
    """Fetches the documents that an edition is made of, from files, addresses and plug-ins.

    ``keep`` false leaves the cache as it is. ``before`` is who fetched another part of the same
    list: hosts are asked at one pace, and no part says that the others have left it. ``passed_by``
    is what the folders and lists that were fetched hold besides articles that are wanted, ``notes``
    what was not understood of lists; ``lists`` says whether there were any.
    """

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        *,
        now: datetime,
        keep: bool = True,
        before: SourceFetcher | None = None,
    ) -> None:
        """Know where files lie and what was fetched before; ages count from ``now``."""
        self._is_part = before is not None
        self._now = now
        self._settings = settings
        self._memory = cache if keep else ReadOnlyCache(cache)
        self._web: WebSource | None = before.share_web() if before else None
        self.passed_by: list[OtherFile] = []
        self.notes: list[str] = []
        self.lists = False
        self.whole_lists: set[str] = set()  # sources that name all that somebody put into them
        # Of what their reader is done with, by folded address: how a list calls it, and the list.
        self.done: dict[str, tuple[str, str]] = {}
        self.troubled = False  # whether a source, or a list, could not be read, or not whole
        self._run = SelectionRun()
        self.whole_or_not: set[str] = set()  # places of articles that are taken with teasers
        self.whole_alone: set[str] = set()  # and of those that are not, at own hosts either
        self._found: list[tuple[SelectionRun, Manuscript]] = []
        self._named: frozenset[str] = frozenset()
        self._handed: frozenset[str] = frozenset()
        self._given: dict[str, bool] = {}
        self._joined: JoinedItems | None = None
        self._not_had: dict[str, Refused] = {}
        self._again = 0  # entries of lists that lead to what another one has led to

    def fetch(self, sources: Sequence[str | Document]) -> Iterator[Document | Refused]:
        """Yield the documents of the sources, each once, in their order.

        A source may be a document that somebody has read already. What cannot be had is `Refused`.
        Raises `ConfigError` when there is no source at all.
        """
        wanted = [(each, EVERYTHING) for each in sources]
        if not wanted:
            plain = ((each, EVERYTHING) for each in self._settings.sources)
            wanted = [*plain, *self._settings.selected]
        if not wanted:
            raise _explain_no_source(self._settings)
        # Whoever names a page by itself wants the page, and not what a feed has of it.
        addresses = (each for each, _ in wanted if isinstance(each, str) and is_address(each))
        self._named = frozenset(map(fold_address, addresses))
        # What a program hands over is its own text: a site's own pages, a newsroom's article.
        self._handed = frozenset(each.uri for each, _ in wanted if isinstance(each, Document))
        try:
            yield from self._drop_repeats(
                outcome
                for found in self._fetch_all(wanted)
                for outcome in self._open_book(found)
                if self._is_selected(outcome)
            )
        finally:
            self.close()

    def _drop_repeats(self, outcomes: Iterable[Document | Refused]) -> Iterator[Document | Refused]:
        """Yield each once: sources may be named twice, or a folder and a file in it."""
        seen: set[tuple[str, bytes]] = set()
        for outcome in outcomes:
            body = outcome.body if isinstance(outcome, Document) else b""
            mark = (outcome.uri, hashlib.sha256(body).digest())
            if mark in seen:
                self._again += 1
            else:
                seen.add(mark)
                yield outcome

    def _fetch_all(
        self, wanted: Sequence[tuple[str | Document, ArticleSelection]]
    ) -> Iterator[Document | Refused]:
        """Yield what all sources have, in their order.

        From the first list on, lists are read before any page is asked for: one may say what
        another does not.
        """
        held: list[_Held] = []
        for source, selection in wanted:
            # What is said for this run counts before what the file says.
            chosen = selection.override(self._settings.selection)
            named = source if isinstance(source, str) else source.uri
            run = SelectionRun(chosen.settle(self._now), named, self._settings.zone())
            found = self._fetch_one(source, run)
            # A folder is not held, for its files may be thousands; there are no lists in it.
            held.append((run, found if self._is_many(source) else list(found)))
            if not any(_holds_list(parts) for _, parts in held):
                yield from self._release(held)
        yield from self._release(held)

    def _release(self, held: list[_Held]) -> Iterator[Document | Refused]:
        readers: list[tuple[SelectionRun, ListReader]] = []
        for run, parts in held:
            self._run = run
            for each in parts:
                if isinstance(each, Document | Refused):
                    yield each
                else:
                    readers.append((run, each))
                    yield from each.open_articles()
        held.clear()
        # After all lists: a page that fails may stop its host for what another list names.
        for run, reader in readers:
            self._run = run
            yield from reader.open_failed()
            self._take_notes(reader, run)

    def _is_many(self, source: str | Document) -> bool:
        """Whether a source may be a folder, a pattern or a package's, and is no list."""
        if isinstance(source, Document) or source == STANDARD_INPUT or is_address(source):
            return False
        return not is_file(self._settings.root / source)

    def _fetch_one(
        self, source: str | Document, run: SelectionRun
    ) -> Iterator[Document | Refused | ListReader]:
        """Yield what one source has, by the source that its form asks for; lists are collected."""
        outcomes = iter((source,)) if isinstance(source, Document) else self._fetch_named(source)
        # One for all lists of a source: the newest of an archive's are those of all in it.
        reader: ListReader | None = None
        for outcome in outcomes:
            self.troubled = self.troubled or isinstance(outcome, Refused)
            feeds = self._find_feeds(source, outcome)
            if feeds:
                self.troubled = self.troubled or bool(feeds.refused)
                yield from self._use_feeds(str(source), feeds, run)
            elif isinstance(outcome, Document) and outcome.media_type in COLLECTIONS:
                reader = reader or self._make_reader(run)
                yield from reader.collect(outcome)
            else:
                yield outcome
        if reader is not None:
            yield reader

    def _open_book(self, outcome: Document | Refused) -> Iterator[Document | Refused]:
        """Yield the chapters of a book, and everything else as it is."""
        for part in open_book(outcome):
            if isinstance(part, OtherFile):
                self.passed_by.append(part)
            else:
                yield part

    def _is_selected(self, outcome: Document | Refused) -> bool:
        """Whether an article's page has what the source's CSS selectors ask for."""
        selection = self._run.selection
        if not selection.selectors or isinstance(outcome, Refused):
            return True
        from audiopress.reading.html.tree.css_selectors import find_matching  # noqa: PLC0415

        reason = selection.explain_selectors(find_matching(outcome, selection.selectors))
        if reason:
            self._run.taken -= 1
            self.passed_by.append(OtherFile(uri=outcome.uri, reason=reason, unwanted=True))
        return not reason

    def _find_feeds(self, source: str | Document, outcome: Document | Refused) -> SiteFeeds | None:
        """Return which feed a page that somebody named by its address stands for, if for any."""
        if not isinstance(source, str) or not is_address(source):
            return None
        if isinstance(outcome, Refused) or outcome.media_type != "text/html":
            return None
        first = self._settings.first_feed
        return find_site_feeds(source, outcome, self._memory, take_first=first)

    def _use_feeds(
        self, source: str, feeds: SiteFeeds, run: SelectionRun
    ) -> Iterator[Document | Refused | ListReader]:
        """Yield the articles of the feed that stands for a page, or why there is none."""
        yield from feeds.refused
        if not feeds.address:
            return
        if not feeds.refused:
            self.notes.append(f"{source} is no article: its feed {feeds.address} is taken")
        for outcome in self._open_web().fetch(feeds.address):
            if isinstance(outcome, Document) and outcome.media_type in COLLECTIONS:
                reader = self._make_reader(run)
                yield from reader.collect(outcome)
                yield reader
            elif isinstance(outcome, Document):
                self.troubled = True
                yield Refused(uri=feeds.address, error=explain_no_feed(feeds.address, source))
            else:
                self.troubled = True
                yield outcome

    def ask(self, address: str) -> Iterator[Document | Refused]:
        """Yield what is at an address now, whatever the sources are.

        What a list of this run led to and could not be had is not asked for twice.
        """
        if known := self._not_had.get(normalize_url(address)):
            yield known
            return
        with contextlib.closing(self):
            yield from self._open_web().fetch(address)

    def note_unasked(self) -> list[str]:
        """Return notes on the pages that were not asked for, because their hosts want a pause."""
        return self._web.unasked.describe() if self._web is not None else []

    def list_named(self, *, done: bool = True) -> list[str]:
        """Return the addresses that lists named and that were not taken.

        With ``done`` false without those that a list calls archived or deleted.
        """
        named = [each for each in self.passed_by if is_address(each.uri)]
        return [each.uri for each in named if done or not each.done]

    def count_left_out(self) -> Counter[str]:
        """Return how many entries of lists, and articles, were not taken, by reason."""
        chosen = (
            each
            for each in self.passed_by
            if each.unwanted or each.repeated or is_address(each.uri)
        )
        reasons = [each.reason for each in chosen]
        found = Counter(reason.partition(" (")[0].partition(";")[0] for reason in reasons)
        return found + Counter({"named twice": self._again})

    def list_led(self) -> list[tuple[str, str]]:
        """Return the addresses that led to an article at another one, each with that one."""
        taken = [item for _, item in self._found if item.former and is_address(item.uri)]
        return [(item.former, normalize_url(item.uri)) for item in taken]

    def take(
        self,
        manuscript: Manuscript,
        *,
        is_published: Callable[[Manuscript], bool] = lambda _: False,
    ) -> bool:
        """Whether an article that was just read is wanted, now that all is known of it.

        What is published already is judged by nothing but what its source takes.
        """
        article, run = manuscript.article, self._run
        facts = manuscript.facts
        left = explain_left_page(manuscript, run.selection, self._settings.hosts)
        if left and not is_published(manuscript):
            self.passed_by.append(left)
            run.taken -= 1
            return False
        if self._joined is not None and facts is not None and facts.text_from == "page":
            place = manuscript.former or manuscript.uri
            self._joined.learn(place, byline=article.byline, published=article.published)
        if run.selection != EVERYTHING:
            facts = SourceFacts(
                published=article.published,
                modified=article.modified,
                section=article.section,
                byline=article.byline,
                tags=manuscript.tags,
                language=article.language,
                listed_in=run.source,
            )
            words = sum(len(block.text.split()) for block in article.blocks)
            if reason := run.selection.explain(manuscript.uri, facts, words):
                self.leave_out(manuscript, reason)
                run.taken -= 1
                return False
        if run.selection.teasers or manuscript.uri in self._handed:
            # Files elsewhere of one name are called otherwise when all of them are read.
            self.whole_or_not.add(manuscript.place or manuscript.uri)
        elif run.selection.teasers is False:
            self.whole_alone.add(manuscript.place or manuscript.uri)
        self._found.append((run, replace(manuscript, source=run.source)))
        return True

    def recall_facts(self, manuscript: Manuscript, names: Iterable[str]) -> SourceFacts:
        """Return what lists say of an article, or have said under any of its addresses."""
        from audiopress.sources.lists.joined import share_facts  # noqa: PLC0415 - as above

        own = (manuscript.former, manuscript.uri, *names)
        return share_facts(self._memory, own, manuscript.facts or SourceFacts())

    def trim(self) -> list[Manuscript]:
        """Return what was taken, of each source no more than it may give: the newest."""
        late: set[int] = set()
        for run in dict.fromkeys(run for run, _ in self._found):
            if limit := run.selection.limit:
                places = [at for at, (owner, _) in enumerate(self._found) if owner is run]
                articles = [self._found[at][1].article for at in places]
                dates = [each.published or each.modified for each in articles]
                kept = {places[at] for at in find_newest(dates, limit)}
                late |= set(places) - kept
        for at in sorted(late):
            run, manuscript = self._found[at]
            self.leave_out(manuscript, f"after the newest {run.selection.limit} (limit)")
        return [item for at, (_, item) in enumerate(self._found) if at not in late]

    def leave_out(self, manuscript: Manuscript, reason: str) -> None:
        """Name an article that is not taken, and why."""
        left = OtherFile(uri=manuscript.uri, reason=reason, unwanted=True)
        self.passed_by.append(left)

    def _make_reader(self, run: SelectionRun) -> ListReader:
        from audiopress.sources.lists.joined import JoinedItems  # noqa: PLC0415 - for lists only
        from audiopress.sources.lists.reader import ListReader  # noqa: PLC0415 - for lists only

        self.lists = True
        self._joined = self._joined or JoinedItems(self._memory)
        return ListReader(
            self._fetch_listed,
            run,
            self._named,
            self._given,
            self._joined,
            find_failure=lambda address: self._open_web().find_failure(address),
        )

    def _take_notes(self, reader: ListReader, run: SelectionRun) -> None:
        if reader.is_whole and not self._is_part:
            self.whole_lists.add(run.source)
        self.troubled = self.troubled or reader.troubled
        self.notes += reader.notes
        self.passed_by += reader.passed_by
        self._again += reader.again
        for each in reader.passed_by:
            if each.done and is_address(each.uri):
                self.done.setdefault(fold_address(each.uri), (each.done, run.source))

    def _fetch_listed(
        self, address: str, facts: SourceFacts | None
    ) -> Iterator[Document | Refused]:
        """Fetch what a list names: an address always, for a stranger may have written it."""
        for outcome in self._open_web().fetch_listed(address, facts):
            if isinstance(outcome, Refused) and is_address(address):
                self._not_had[normalize_url(address)] = outcome
            yield outcome

    def _fetch_named(self, uri: str) -> Iterator[Document | Refused]:
        # An address before a plug-in: nobody's source called "https" gets between.
        kind, _, rest = uri.partition(":")
        if uri == STANDARD_INPUT:
            yield read_standard_source()
        elif is_address(uri):
            for outcome in self._open_web().fetch(uri):
                if isinstance(outcome, Document) and outcome.uri != uri:
                    yield replace(outcome, asked=uri)
                else:
                    yield outcome
        elif kind in plugins.list_sources():
            yield from fetch_by_plugin(kind, rest)
        elif self._asks_missing_source(uri):
            yield Refused(uri=uri, error=explain_missing_source(uri))
        elif is_other_address(uri):
            yield from self._open_web().fetch(uri)  # which says why not
        else:
            yield from self._fetch_files(uri)

    def _fetch_files(self, uri: str) -> Iterator[Document | Refused]:
        settings = self._settings
        ours = (settings.cache, settings.ledger)
        files = FileSource(
            settings.root, output=settings.output, skipped=ours, untrusted=settings.untrusted
        )
        yield from files.fetch(uri)
        self.passed_by += files.passed_by

    def _asks_missing_source(self, uri: str) -> bool:
        """Whether ``uri`` asks for a source that is not installed, and is no file called so."""
        return plugins.asks_for_source(uri) and not os.path.lexists(self._settings.root / uri)

    def share_web(self) -> WebSource:
        """Return who asks for pages, and knows when each host was asked last."""
        from audiopress.sources.crawling.pauses import UnaskedPages  # noqa: PLC0415 - net

        web = self._open_web()
        web.unasked = UnaskedPages()  # of the next part, which says so itself
        return web

    def close(self) -> None:
        """End the connections that were kept open; whoever fetches again opens new ones."""
        if self._web is not None:
            self._web.close()

    def _open_web(self) -> WebSource:
        if self._web is None:
            # Only for addresses: a build of files needs no network library.
            from audiopress.net.transport import FetchLimits  # noqa: PLC0415
            from audiopress.sources.web import WebSource  # noqa: PLC0415

            limits = FetchLimits(allow_private=self._settings.allow_private)
            hosts = self._settings.hosts
            self._web = WebSource(self._memory, limits, now=self._now, hosts=hosts)
        return self._web


def _explain_no_source(settings: Settings) -> ConfigError:
    """Return the error for a run that nothing says the articles of."""
    missing = "" if settings.file else f"; there is no {FILE_NAME} here"
    elsewhere = "" if settings.file else suggest_folder(settings.root)
    return ConfigError(
        f"no source: nothing says where the articles are{missing}",
        where=str(settings.file or settings.root),
        hint=elsewhere or "audiopress build ARTICLE.html, or sources = [...] under [edition]",
    )


def _holds_list(parts: Iterable[Document | Refused | ListReader]) -> bool:
    held = parts if isinstance(parts, list) else ()
    return any(not isinstance(each, Document | Refused) for each in held)


def list_feeds(settings: Settings, address: str) -> tuple[AnnouncedFeed, ...]:
    """Return the feeds of the page at an address; none where it is an article, or not there."""
    fetcher = SourceFetcher(settings, Cache(settings.cache), now=datetime.now(UTC), keep=False)
    for outcome in fetcher.ask(address):
        if isinstance(outcome, Document) and outcome.media_type == "text/html":
            return find_announced_feeds(outcome)
    return ()
