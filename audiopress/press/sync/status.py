"""What is published of an edition, and what is not and why, by show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from audiopress.press.corrections.record import find_last_correction
from audiopress.press.edition.lacks import list_lacks
from audiopress.press.edition.publishing.shows import is_in_feed, list_other_shows
from audiopress.press.sync.memory import Failure, RoundMemory, recall_round
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.store.lock import find_holder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from audiopress.settings import Settings
    from audiopress.store.ledger import Fault, Record
    from audiopress.store.lock import LockHolder

__all__ = ["ArticleState", "EditionStatus", "ShowStatus", "read_status"]

ArticleState = Literal["published", "waiting", "held", "failed", "withdrawn"]

_STATES: tuple[ArticleState, ...] = get_args(ArticleState)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleStatus:
    """Where one article stands, and since when.

    ``since`` is of a published one its own date, and ``changed`` when it was last corrected;
    ``until`` is what it waits for, none where that is the next build, and ``uri`` the place of one
    that was not published yet.
    ``held`` is since when a version of it waits for a release: of a ``published`` one a correction.
    ``failure`` is why its last build failed; a ``published`` one has it too, whose correction
    fails: its last good version stays.
    """

    name: str
    title: str
    state: ArticleState
    slug: str = ""
    guid: str = ""
    since: datetime | None = None
    until: datetime | None = None
    uri: str = ""
    changed: datetime | None = None
    versions: int = 0
    held: datetime | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowStatus:
    """One show with its articles, the newest first.

    ``sources`` is how many sources fail besides, where the edition has no other show.
    """

    id: str
    title: str
    feed_url: str
    articles: tuple[ArticleStatus, ...]
    sources: int = 0

    def count(self) -> dict[ArticleState, int]:
        """Return how many articles are in each state; a correction that fails or is held counts."""
        counts = dict.fromkeys(_STATES, 0)
        counts["failed"] = self.sources
        for each in self.articles:
            counts[each.state] += 1
            counts["held"] += each.held is not None and each.state != "held"
            counts["failed"] += each.failure is not None and each.state != "failed"
        return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStatus:
    """All shows of an edition; ``at`` is when it was last built, ``broken`` why it was not.

    ``changed`` is when something new was last published, ``running`` who builds it now.
    ``sources`` are failures of what is no article of a known show: a feed that cannot be had, a
    page that was never published. ``faults`` are files of the ledger that cannot be read, and
    ``lacks`` what directories ask of a public show and ``[show]`` does not say. ``output`` is the
    folder of the edition, ``of_site`` says that it is one that ``audiopress site`` has made.
    """

    shows: tuple[ShowStatus, ...]
    sources: tuple[Failure, ...]
    at: datetime | None
    changed: datetime | None = None
    running: LockHolder | None = None
    broken: Failure | None
    faults: tuple[Fault, ...]
    lacks: tuple[str, ...] = ()
    output: Path
    of_site: bool = False

    @property
    def fails(self) -> bool:
        """Whether somebody has to look: at an article, a source, a whole round, or the ledger."""
        return bool(self.count()["failed"] or self.broken or self.faults)

    def count(self) -> dict[ArticleState, int]:
        """Return how many articles are in each state, and sources that fail.

        One that is in several shows counts once.
        """
        articles = {each.name: each for show in self.shows for each in show.articles}
        whole = ShowStatus(id="", title="", feed_url="", articles=tuple(articles.values()))
        counts = whole.count()
        counts["failed"] += len(self.sources)
        return counts


def read_status(settings: Settings) -> EditionStatus:
    """Return where the articles of an edition stand; nothing is fetched, nothing written.

    Raises `StoreError` when ledger or cache cannot be read.
    """
    contents = Ledger(settings.ledger).read_all()
    memory = recall_round(settings, Cache(settings.cache))
    settings, of_site = _find_edition(settings, memory)
    known = {name: each for each in memory.failures for name in _list_names(each)}
    records = [record for record in contents.records if _is_known(record)]
    articles = {record.id: _describe(record, known) for record in records}
    used = {each.failure.name for each in articles.values() if each.failure}
    sources = tuple(each for each in memory.failures if each.name not in used)
    shows = tuple(_list_shows(settings, records, articles, _list_waiting(memory)))
    if len(shows) == 1:  # else nobody knows which one would have had them
        shows = (replace(shows[0], sources=len(sources)),)
    return EditionStatus(
        shows=shows,
        sources=sources,
        at=memory.at,
        changed=memory.changed,
        running=find_holder(settings.ledger, settings.cache),
        broken=memory.broken,
        faults=contents.faults,
        lacks=tuple(f"{name}: {why}" for name, why in list_lacks(settings.show).items()),
        output=settings.output,
        of_site=of_site or bool(settings.site.address),
    )


def _find_edition(settings: Settings, memory: RoundMemory) -> tuple[Settings, bool]:
    """Return the settings with the edition where ``audiopress site`` put it, and if it did.

    The configuration says where the site is served, and need not say in which folder it lies.
    """
    show = settings.show
    moved = memory.address not in ("", show.address)
    if settings.below_site:  # then the address is said, and the folder alone may be another
        moved = bool(memory.address) and Path(memory.output) != settings.output
    if not moved or not (show.preview or settings.below_site):
        return settings, False
    show = replace(show, address=memory.address, preview=not settings.site.address)
    return replace(settings, show=show, output=Path(memory.output)), True


def _list_shows(
    settings: Settings,
    records: Sequence[Record],
    articles: Mapping[str, ArticleStatus],
    waiting: Sequence[ArticleStatus],
) -> Iterator[ShowStatus]:
    """Yield the shows, each with its articles; what no feed names, and what waits, in a last one.

    What waits is not read again, so which show will have it is known of an edition of one only.
    """
    main = [settings.show] if settings.has_main else []
    told: set[str] = set()
    for show in (*main, *(table.show for table in list_other_shows(settings))):
        named = [one.id for one in records if is_in_feed(settings, show.id, one)]
        told.update(named)
        first = waiting if not show.folder else ()
        yield ShowStatus(
            id=show.id,
            title=show.title,
            feed_url=f"{show.address}{show.folder}feed.xml",
            articles=(*(articles[name] for name in named), *first),
        )
    left = [each for name, each in articles.items() if name not in told]
    if not main:
        left += waiting
    if left:
        yield ShowStatus(id="", title="in no show", feed_url="", articles=tuple(left))


def _list_names(failure: Failure) -> set[str]:
    return {failure.name, f"file:{failure.name}"}


def _is_known(record: Record) -> bool:
    """Whether an article was published, is held, or was taken back."""
    return record.last is not None or record.state != "live"


def _describe(record: Record, failures: dict[str, Failure]) -> ArticleStatus:
    names = (record.id, *record.aliases)
    withdrawn = record.state != "live"
    found = None if withdrawn else next((failures[n] for n in names if n in failures), None)
    held = record.held.since if record.held and not withdrawn else None
    # An edition that lost an article is made again by the next build: nobody took it back.
    waits = bool(record.joined) and record.state == "vanished"
    published: ArticleState = "published" if record.versions else "held"
    return ArticleStatus(
        name=record.id,
        title=record.title,
        state="waiting" if waits else "withdrawn" if withdrawn else published,
        slug=record.slug,
        guid=record.guid,
        # What expired has no day of its own, and what an older version withdrew.
        since=record.withdrawn if withdrawn else record.published if record.versions else held,
        changed=None if withdrawn else find_last_correction(record),
        versions=len(record.versions),
        held=held,
        failure=found,
    )


def _list_waiting(memory: RoundMemory) -> list[ArticleStatus]:
    return [
        ArticleStatus(
            name=each.id, title=each.title, state="waiting", until=each.until, uri=each.uri
        )
        for each in memory.waiting
    ]
