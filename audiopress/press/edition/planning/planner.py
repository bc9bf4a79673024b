"""What an edition needs: its sources become orders, one an article, newest first.

Nothing is spoken and nothing published here; what is read anew goes to the cache.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.identity import is_address, normalize_url
from audiopress.model import UNDATED, Refused, SourceFacts
from audiopress.press.corrections.announcement import place_announcement
from audiopress.press.corrections.former_voices import (
    check_update_wanted,
)
from audiopress.press.edition.clock import (
    part_undated,
    part_waiting,
)
from audiopress.press.edition.gone_pages import note_gone_pages
from audiopress.press.edition.notes import (
    find_published,
    list_missing,
    note_held_orphans,
    note_lost_ledger,
    note_orphans,
)
from audiopress.press.edition.page_kind_notes import note_page_kinds
from audiopress.press.edition.planning.moved import follow_moved
from audiopress.press.edition.planning.notice_places import place_notice
from audiopress.press.edition.planning.orders import OrderMaker
from audiopress.press.edition.planning.run_notes import RunNotes
from audiopress.press.edition.planning.told_dates import keep_told_date
from audiopress.press.edition.planning.untold import part_untold
from audiopress.press.edition.promises import WholeLedger, part_damaged
from audiopress.press.edition.publishing.retention import (
    DatedArticle,
    describe_records,
    find_expired,
)
from audiopress.press.edition.publishing.shows import (
    EXPIRED,
    choose_show,
    explain_no_show,
    list_shows,
)
from audiopress.press.edition.told import ToldNotes
from audiopress.press.edition.voices.language_voices import LanguageVoices, find_record
from audiopress.press.edition.voices.show_voices import recast
from audiopress.press.fetching.page_kinds import part_teasers
from audiopress.press.fetching.passed_by import tell_once
from audiopress.press.steps.fetch import SourceFetcher
from audiopress.press.steps.identify import (
    RegisteredArticle,
    add_under_way,
    register_articles,
)
from audiopress.press.steps.placed_files import is_file_lost, part_names
from audiopress.press.steps.read import ArticleReader, Manuscript
from audiopress.press.steps.read_all import read_documents
from audiopress.press.sync.listed import ListedArticles
from audiopress.press.sync.replaced_pages import part_replaced
from audiopress.sources.crawling.pace import NotAskedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from audiopress.model import Cast, Document, OtherFile
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.planning.order import (
        Order,
    )
    from audiopress.press.edition.promises import PromiseReader
    from audiopress.press.sync.listed import MissingArticle
    from audiopress.store.ledger import Record

__all__ = ["Planner"]


class Planner:
    """The reading side of one edition: from sources to orders."""

    def __init__(
        self,
        edition: OpenEdition,
        *,
        before_reading: Callable[[], None] = lambda: None,
        before: SourceFetcher | None = None,
        under_way: Sequence[RegisteredArticle] = (),
        promised: PromiseReader | None = None,
    ) -> None:
        """Read the show's lexicons; ``before_reading`` is as `ArticleReader` has it.

        ``before`` is as `SourceFetcher` has it. ``under_way`` are articles that are planned and not
        published yet: their names are taken, and they are not planned again. ``promised`` reads the
        ledger; without one it is read whole.
        """
        self._promised = promised or WholeLedger(edition)
        self._under_way = {each.record.id: each for each in under_way}
        self._edition = edition
        settings, cache, keep = edition.settings, edition.cache, edition.keep
        self.told: ToldNotes | None = None  # what the last build of the same sources told
        self.waiting: list[RegisteredArticle] = []  # new ones whose date has not come
        self.unasked: list[Refused] = []  # new pages that it was not the turn of
        self._counted: Counter[str] = Counter()  # articles without an outcome, by reason
        self.missing: tuple[MissingArticle, ...] = ()  # published ones that no source has
        self._listed: ListedArticles | None = None  # of a build of all sources
        self._known: list[str] = []
        self._fetcher = SourceFetcher(settings, cache, now=edition.now, keep=keep, before=before)
        self._reader = ArticleReader(settings, cache, keep=keep, before_reading=before_reading)
        self._orders = OrderMaker(edition)
        self._site_notes: list[str] = []

    def read_from(self, promised: PromiseReader) -> None:
        """Read the ledger by ``promised`` from now on: it is opened when the sources are known."""
        self._promised = promised

    @property
    def fetcher(self) -> SourceFetcher:
        """Who fetches the sources."""
        return self._fetcher

    @property
    def reader(self) -> ArticleReader:
        """Who reads the articles: it knows the lexicon."""
        return self._reader

    @property
    def passed_by(self) -> tuple[OtherFile, ...]:
        """What the folders and lists that were read hold besides articles, each once."""
        return tell_once(self._fetcher.passed_by)

    def count_left_out(self) -> tuple[tuple[str, int], ...]:
        """Return how many entries of the sources have no outcome, by reason: none is uncounted."""
        late = Counter({"waiting for its date": len(self.waiting)})
        return tuple(sorted((self._counted + self._fetcher.count_left_out() + late).items()))

    def read(self, sources: Sequence[str | Document]) -> tuple[list[Manuscript], list[Refused]]:
        """Fetch and read the sources, those of the configuration if there are none."""
        refused: list[Refused] = []
        for outcome in read_documents(self._reader, self._fetcher.fetch(sources)):
            if isinstance(outcome, Refused):
                refused.append(outcome)
            else:
                # Before the next is fetched: a source that has given enough is asked for no more.
                self._fetcher.take(outcome, is_published=self._is_published)
        return part_names(self._leave_out_furniture(self._fetcher.trim())), refused

    def _is_published(self, manuscript: Manuscript) -> bool:
        """Whether something of an article is published already."""
        return bool(find_published(manuscript, self._promised.list_known([manuscript])))

    def _leave_out_furniture(self, manuscripts: list[Manuscript]) -> list[Manuscript]:
        """Return the manuscripts without what the sites they come from have on many pages."""
        if not any(is_address(item.uri) for item in manuscripts):
            return manuscripts
        # Only for pages of the web: a build of files needs nothing of it.
        from audiopress.press.site_memory.memory import SiteMemory  # noqa: PLC0415

        memory = SiteMemory(self._edition, self._reader, self._promised.list_known)
        left = memory.apply(manuscripts)
        self._site_notes = memory.notes
        return left

    def read_to_show(
        self, sources: Sequence[str | Document]
    ) -> tuple[list[Manuscript], list[Refused]]:
        """Read the sources and give each article its voices; one that none speaks is in both."""
        manuscripts, refused = self.read(sources)
        records = self._promised.list_known(manuscripts)
        language_voices = self._know_voices(records)
        settled = []
        for manuscript in manuscripts:
            record = find_record(manuscript, records)
            item = self._settle_opening(manuscript, record)
            try:
                settled.append(language_voices.settle(item, record))
            except VoiceError as error:
                settled.append(language_voices.silence(item))
                refused.append(Refused(uri=item.uri, error=error))
        return settled, refused

    def make_orders(
        self, sources: Sequence[str | Document]
    ) -> tuple[list[Order], list[Refused], list[str]]:
        """Return what is to be done, newest article first, what was refused, and notes.

        Raises `ConfigError` for what concerns all articles, such as music that cannot be read.
        """
        self._orders.check_show()  # what cannot be had is said before any article
        read, refused = self.read(sources)
        # Drafts go first: one that is empty so far is no failure.
        told = self.told = ToldNotes(
            self._edition.settings, self._edition.cache, sources, keep=self._edition.keep
        )
        spoken = [item for item in read if not (item.article.draft or item.article.opted_out)]
        manuscripts, unready = self._part_unready(spoken)
        refused += unready
        kinds = note_page_kinds(manuscripts, told, hosts=self._edition.settings.hosts)
        edition = self._edition
        promises = self._promised.read(manuscripts, self._fetcher.whole_lists)
        # What is joined of articles has no source, and none is missing.
        records = tuple(each for each in promises.records if not each.joined)
        manuscripts, damaged = part_damaged(manuscripts, promises)
        refused += damaged
        manuscripts, moved = follow_moved(manuscripts, records, self._fetcher.ask)
        articles, contested, notes = register_articles(
            manuscripts,
            [*add_under_way(records, self._under_way)],
            UNDATED if edition.settings.one_file else edition.now,
            self._find_gone(records),
            promises.taken,
        )
        self._count(read, merged=len(manuscripts) - len(articles) - len(contested))
        articles = [each for each in articles if each.record.id not in self._under_way]
        articles, replaced = part_replaced(articles, edition, sources)
        contested += replaced
        articles = [self._add_facts(_revive(each)) for each in articles]
        seen = articles
        articles, waiting = part_waiting(articles, edition.now)
        self.waiting = waiting
        articles, unshown = self._assign_shows(articles, records)
        articles = [
            replace(each, manuscript=self._settle_opening(each.manuscript, each.record))
            for each in articles
        ]
        articles, unspoken = self._settle_voices(articles, records)
        refused += unspoken
        run = RunNotes(edition, self._fetcher, told, sources=sources, records=records)
        notes += [
            *promises.notes,
            *self._reader.unread_words,
            *moved,
            *self._fetcher.note_unasked(),
            *kinds,
            *note_lost_ledger(
                edition.settings.output, edition.settings.ledger, is_new=promises.is_new
            ),
            *run.note_articles(articles, read, waiting=waiting, site_notes=self._site_notes),
            *run.note_shows(articles, promises.records),
        ]
        unread = [item.uri for item in (*refused, *contested)]
        drafts = [item for item in read if item not in spoken]
        drafts += [item.manuscript for item in (*waiting, *unshown)]
        listed = [normalize_url(uri) for uri in self._fetcher.list_named()]
        wanted = [normalize_url(uri) for uri in self._fetcher.list_named(done=False)]
        absent = list_missing(articles, records, [*unread, *wanted], drafts)
        notes += [
            *note_gone_pages(refused, records, {each.record.id for each in seen}),
            *run.note_left(absent),
        ]
        # Of an edition only: who names one source on the command line does not miss the others.
        if not sources:
            by_source = self._learn_listed(records, [each.record for each in seen], read)
            names = [*unread, *listed]
            kept = self._list_kept(records, unread)
            lost = list_missing(articles, records, names, drafts)
            self.missing = by_source.find_missing(
                lost, records, troubled=self._fetcher.troubled, unread=unread
            )
            notes += note_orphans(articles, kept, unread, drafts, told)
            if not _may_lack_list(unread, records):
                notes += note_held_orphans(articles, records, names, drafts)
        check_update_wanted(edition.settings, [item.record for item in articles])
        orders, unplanned = self._orders.order_all(articles)
        self.unasked = [each for each in refused if isinstance(each.error, NotAskedError)]
        refused = [each for each in refused if not isinstance(each.error, NotAskedError)]
        return orders, [*refused, *contested, *unplanned], notes

    def _part_unready(
        self, manuscripts: Sequence[Manuscript]
    ) -> tuple[list[Manuscript], list[Refused]]:
        """Return the manuscripts that may be published, and why the others are not."""
        ready, untold = part_untold(manuscripts, is_published=self._is_published)
        ready, undated = part_undated(ready, self._is_published)
        ready, teasers = part_teasers(
            ready,
            self._edition.settings.hosts,
            wanted=self._fetcher.whole_or_not,
            unwanted=self._fetcher.whole_alone,
            is_published=self._is_published,
        )
        return ready, [*untold, *undated, *teasers]

    def _list_kept(self, records: Sequence[Record], unread: Sequence[str]) -> Sequence[Record]:
        """Return the records that a source should have still.

        What has left a feed, which shows the newest only, is not gone for that.
        """
        if self._fetcher.lists or _may_lack_list(unread, records):
            return [each for each in records if each.id.startswith("file:")]
        return records

    def _count(self, read: Sequence[Manuscript], *, merged: int) -> None:
        """Count the entries that become no order: ``merged`` are articles of others as well."""
        articles = [each.article for each in read]
        self._counted = Counter(
            {
                "the same as another": max(0, merged),
                "a draft": sum(each.draft for each in articles),
                "opted out": sum(bool(each.opted_out) and not each.draft for each in articles),
            }
        )

    def _learn_listed(
        self, records: Sequence[Record], seen: Sequence[Record], read: Sequence[Manuscript]
    ) -> ListedArticles:
        """Return which source has what: the articles that were ``seen``, of what was ``read``."""
        listed = self._listed = ListedArticles(self._edition.settings, self._edition.cache)
        listed.learn(seen, read)
        self._known = [each.id for each in (*records, *seen)]
        return listed

    def remember(self) -> None:
        """Keep for the next build what was told, and which source has what."""
        if self.told is not None:
            self.told.remember()
        if self._listed is not None and self._edition.keep:
            self._listed.remember(self._known)

    def _know_voices(self, records: Sequence[Record], cast: Cast | None = None) -> LanguageVoices:
        settings = self._edition.settings
        return LanguageVoices(cast or settings.cast, records, chosen=settings.chosen_voice)

    def _settle_voices(
        self, articles: Sequence[RegisteredArticle], records: Sequence[Record]
    ) -> tuple[list[RegisteredArticle], list[Refused]]:
        """Give each article the voices of its show; those that nobody there speaks are refused."""
        settled: list[RegisteredArticle] = []
        refused: list[Refused] = []
        casts = {item.record.show: self._edition.find_cast(item.record) for item in articles}
        for show_id, cast in casts.items():
            ours = [
                replace(item, manuscript=recast(item.manuscript, self._edition.settings.cast, cast))
                for item in articles
                if item.record.show == show_id
            ]
            spoken, unspoken = self._know_voices(records, cast).settle_all(ours)
            settled += spoken
            refused += unspoken
        return settled, refused

    def _add_facts(self, registered: RegisteredArticle) -> RegisteredArticle:
        """Return an article with what lists said of it while it had another address."""
        record, item = registered.record, registered.manuscript
        facts = self._fetcher.recall_facts(item, (record.id, *record.aliases))
        if facts == (item.facts or SourceFacts()):
            return registered
        return replace(registered, manuscript=self._reader.add_facts(item, facts))

    def _settle_opening(self, manuscript: Manuscript, record: Record | None) -> Manuscript:
        """Return a manuscript that says around its text what a published one has said so far."""
        edition = self._edition
        dated = keep_told_date(manuscript, record, self._reader, edition.cache)
        noticed = place_notice(dated, record, edition.settings)
        return place_announcement(noticed, record, edition.settings, self._reader.lexicon)

    def _assign_shows(
        self, articles: Sequence[RegisteredArticle], records: Sequence[Record]
    ) -> tuple[list[RegisteredArticle], list[RegisteredArticle]]:
        """Part the articles that some show takes and keeps, each with its show, from the others."""
        settings = self._edition.settings
        dated = {one.id: one for one in describe_records(settings, records)}
        for item in articles:
            dated[item.record.id] = DatedArticle(
                id=item.record.id,
                published=item.record.published,
                shows=frozenset(list_shows(settings, item.manuscript)),
            )
        expired = find_expired(settings, list(dated.values()))
        taken, left = [], []
        for item in articles:
            shows = dated[item.record.id].shows
            if not shows or item.record.id in expired:
                reason = EXPIRED if shows else explain_no_show(settings, item.manuscript)
                self._fetcher.leave_out(item.manuscript, reason)
                left.append(item)
                continue
            state = "live" if item.record.state == "expired" else item.record.state
            home = choose_show(settings, item.manuscript)
            taken.append(replace(item, record=replace(item.record, show=home or "", state=state)))
        return taken, left

    def _find_gone(self, records: Sequence[Record]) -> set[str]:
        """Return the ids of articles known by a file that is not there any more."""
        root = self._edition.settings.root
        return {each.id for each in records if is_file_lost(root, each)}


def _revive(registered: RegisteredArticle) -> RegisteredArticle:
    """Return an article that a source has again as one that is published."""
    record = registered.record
    if record.state != "vanished":
        return registered
    return replace(registered, record=replace(record, state="live", withdrawn=None))


def _may_lack_list(unread: Sequence[str], records: Sequence[Record]) -> bool:
    """Whether an address that could not be read may have been a list: it is no article known."""
    known = {name for record in records for name in (record.id, *record.aliases)}
    return any(is_address(uri) and normalize_url(uri) not in known for uri in unread)
