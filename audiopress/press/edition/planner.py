"""The desk: what one edition holds, and what each article on it needs.

It joins cache, ledger and output for the loop in `audiopress.press.build`, which decides when.
"""

from __future__ import annotations

import functools
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from audiopress import plugins, voices
from audiopress.errors import AudiopressError, ReadingError
from audiopress.press.edition.show_files import Edition, Feed
from audiopress.press.report import Outcome, Status
from audiopress.press.rule_digests import binding_rules
from audiopress.press.steps.fetch import Intake
from audiopress.press.steps.identify import FRAME, Entry, register
from audiopress.press.steps.music import ShowMusic
from audiopress.press.steps.plan import Passage, Past, passages
from audiopress.press.steps.read import Manuscript, Reader, Rejected, read_all
from audiopress.press.steps.ship import ship_episode, whole
from audiopress.press.steps.speak import Job, Performed, stock
from audiopress.store.atomic_files import sweep
from audiopress.store.cache import Cache
from audiopress.store.keys import digest
from audiopress.store.ledger import Ledger, Record, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from audiopress.model import Document, Episode
    from audiopress.press.steps.bind import Bound
    from audiopress.settings import Settings

__all__ = ["Desk", "Order"]

HOUR = 3600.0

NAMED = 3
"""How many articles a note names."""


class _Receipt(msgspec.Struct):
    """What an article's files were made from, and what they are.

    ``key`` is the version's, ``files`` have their sizes, ``past`` the fields of a `Past` each.
    """

    inputs: str
    key: str
    files: list[tuple[str, int]]
    past: list[tuple[str, str, str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One article and what must be done for it. ``unchanged`` is its outcome when nothing must.

    ``inputs`` names everything its files are made from.
    """

    entry: Entry
    inputs: str
    passages: tuple[Passage, ...] = ()
    jobs: tuple[Job, ...] = ()
    unchanged: Outcome | None = None

    @property
    def id(self) -> str:
        """The article's identity."""
        return self.entry.record.id

    @property
    def title(self) -> str:
        """The article's title."""
        return self.entry.manuscript.article.title

    @property
    def uri(self) -> str:
        """Where the article came from."""
        return self.entry.manuscript.uri

    def outcome(self, status: Status) -> Outcome:
        """Return an outcome that says who the article is and how long."""
        record = self.entry.record
        return Outcome(
            id=record.id,
            title=self.title,
            status=status,
            slug=record.slug,
            guid=record.guid,
            segments=len(self.passages),
        )


class Desk:
    """The edition of one run. ``keep`` false leaves cache, ledger and output as they are."""

    def __init__(
        self,
        settings: Settings,
        *,
        now: datetime,
        keep: bool = True,
        anew: Callable[[], None] = lambda: None,
    ) -> None:
        """Open cache and ledger; nothing is written yet. ``anew`` is as `Reader` has it."""
        self._settings = settings
        self._now = now
        self._keep = keep
        self._cache = Cache(settings.cache)
        self._ledger = Ledger(settings.ledger)
        self._reader = Reader(settings, self._cache, keep=keep, anew=anew)
        self._intake = Intake(settings, self._cache, keep=keep)
        self._music = ShowMusic(settings, self._cache)

    @functools.cached_property
    def _edition(self) -> Edition:
        return Edition(self._settings, self._cache, self._ledger, keep=self._keep)

    # -- from sources to orders ----------------------------------------------------------------

    def read(self, sources: Sequence[str | Document]) -> tuple[list[Manuscript], list[Rejected]]:
        """Fetch and read the sources, those of the configuration if there are none."""
        manuscripts: list[Manuscript] = []
        rejected: list[Rejected] = []
        for outcome in read_all(self._reader, self._intake.fetch(sources)):
            if isinstance(outcome, Rejected):
                rejected.append(outcome)
            else:
                manuscripts.append(outcome)
        return manuscripts, rejected

    def orders(
        self, sources: Sequence[str | Document]
    ) -> tuple[list[Order], list[Rejected], list[str]]:
        """Return what is to be done, newest article first, what was refused, and notes."""
        _ = self._around  # artwork or music that cannot be had concerns all, so it is said first
        manuscripts, rejected = self.read(sources)
        manuscripts, mute, drafts = _told(manuscripts)
        rejected += mute
        records = self._ledger.all()
        entries, refused, notes = register(manuscripts, records, self._now, self._gone(records))
        notes += drafts + _foreign(entries)
        if not sources:
            notes += _orphaned(entries, records, [item.uri for item in (*rejected, *refused)])
        entries.sort(key=lambda entry: entry.record.id)
        entries.sort(key=lambda entry: entry.record.published, reverse=True)
        orders: list[Order] = []
        for entry in entries:
            try:
                orders.append(self._order(entry))
            except AudiopressError as error:
                refused.append(Rejected(uri=entry.manuscript.uri, error=error))
        return orders, [*rejected, *refused], notes

    def _gone(self, records: Sequence[Record]) -> set[str]:
        """Return the ids of articles known by a file that is not there any more."""
        names = (record.id for record in records if record.id.startswith("file:"))
        root = self._settings.root
        return {name for name in names if not (root / name.removeprefix("file:")).exists()}

    def _order(self, entry: Entry) -> Order:
        inputs = self._inputs(entry)
        if entry.record.state == "withdrawn":
            return Order(entry=entry, inputs=inputs, unchanged=_withdrawn(entry.record))
        unchanged = self._unchanged(entry, inputs)
        if unchanged is not None:
            return Order(entry=entry, inputs=inputs, unchanged=unchanged)
        cast, sound = self._settings.cast, self._settings.sound
        said = passages(entry.manuscript.script.utterances, cast)
        jobs = {
            item.key: Job(key=item.key, line=item.line, sound=sound, cache=self._settings.cache)
            for item in said
        }
        return Order(entry=entry, inputs=inputs, passages=said, jobs=tuple(jobs.values()))

    def _inputs(self, entry: Entry) -> str:
        """Digest of everything that the article's files are made from."""
        names = sorted({item.voice for item in entry.manuscript.script.utterances})
        return digest(
            [
                entry.manuscript.digest,
                entry.record.id,
                entry.record.slug,
                entry.record.published.isoformat(),
                [_voice_mark(name) for name in names],
                self._around,
            ]
        )

    @functools.cached_property
    def _around(self) -> str:
        """Digest of what every article's files are made from, whatever the article."""
        settings = self._settings
        values = (settings.show, settings.sound, settings.cast.rates, settings.cast.kernels)
        return digest(
            [
                [msgspec.json.encode(value).decode() for value in values],
                self._edition.cover_digest,
                self._music.digest(),
                binding_rules(),
            ]
        )

    def _unchanged(self, entry: Entry, inputs: str) -> Outcome | None:
        """Return the outcome of an article of which nothing must be touched, or ``None``."""
        receipt = self._cache.record("receipt", entry.record.id, _Receipt)
        versions = entry.record.versions
        if receipt is None or not versions or receipt.inputs != inputs:
            return None
        if receipt.key != versions[-1].key:
            return None
        if not whole(self._settings.output, receipt.files):
            return None
        return _outcome(entry.record, "unchanged", len(receipt.past), self._settings)

    def past(self, article_id: str) -> tuple[Past, ...]:
        """Return what the last build said of the article, for the reasons of a plan."""
        receipt = self._cache.record("receipt", article_id, _Receipt)
        return tuple(
            Past(source=source, spoken=spoken, voice=voice, key=key, kernel=kernel)
            for source, spoken, voice, key, kernel in (receipt.past if receipt else ())
        )

    def has_speech(self, key: str) -> bool:
        """Whether the cache has the speech of a segment, verified."""
        segment = self._cache.segment(key)
        return segment is not None and self._cache.speech(segment) is not None

    # -- speech and publication ----------------------------------------------------------------

    def knows(self, job: Job) -> bool:
        """Whether the cache says it has the speech for a job; no sound is read."""
        return self._cache.segment(job.key) is not None

    def stock(self, job: Job) -> Performed | None:
        """Return what the cache has for a job, verified."""
        return stock(job, self._cache)

    def prepare(self) -> None:
        """Do what the first publication would have to wait for."""
        from audiopress.press.steps import bind  # noqa: F401, PLC0415 - imports numpy and mutagen
        from audiopress.publish.feed import rss  # noqa: F401, PLC0415 - imports feedgen, jinja2
        from audiopress.publish.pages import render  # noqa: PLC0415 - imports feedgen, jinja2

        render.prepare()

    def publish(self, order: Order, ready: Mapping[str, Performed]) -> Outcome:
        """Bind and ship one article whose segments are all ready."""
        from audiopress.press.steps.bind import bind  # noqa: PLC0415 - imports numpy and mutagen

        record = order.entry.record
        prepared = [(item, ready[item.key]) for item in order.passages]
        bound = bind(
            self._edition.show,
            self._settings.sound,
            order.entry,
            prepared,
            music=self._music,
            cover=self._edition.cover,
            read=self._cache.frames_body,
        )
        episode, record = _versioned(bound.episode, record, order, self._now)
        bound = replace(bound, episode=episode)
        pages = bound.pages(corrected=_corrected(record))
        changed = ship_episode(self._settings.output, bound, pages, record, self._ledger)
        self._keep_receipt(order, bound, pages)
        spoken = sum(performed.spoken for performed in ready.values())
        status: Status = "built" if changed or spoken else "unchanged"
        outcome = _outcome(record, status, len(order.passages), self._settings)
        return replace(outcome, spoken=spoken)

    def _keep_receipt(self, order: Order, bound: Bound, pages: Mapping[str, bytes]) -> None:
        """Remember what the files were made from, so that an unchanged article costs nothing."""
        episode = bound.episode
        past = [
            (said.source, said.spoken, said.voice, item.key, item.kernel)
            for item in order.passages
            for said in (item.utterance,)
        ]
        files = [(episode.enclosure.path, episode.enclosure.length)]
        files += [(episode.folder + name, len(body)) for name, body in bound.sidecars.items()]
        files += [(name, len(body)) for name, body in pages.items()]
        receipt = _Receipt(inputs=order.inputs, key=episode.key, files=files, past=past)
        self._cache.put_record("receipt", order.id, msgspec.to_builtins(receipt))

    def sweep(self) -> None:
        """Remove what killed builds left half written.

        The lock is ours, so nobody writes into output and ledger now; the cache may be shared.
        """
        now = time.time()
        for folder in (self._settings.output, self._settings.ledger):
            sweep(folder, 0, now)
        sweep(self._settings.cache, HOUR, now)

    def publish_show(self, *, write: bool) -> Feed:
        """Write what stands around the episodes, the feed last; or only say what it would be."""
        return self._edition.publish(write=write)


def _told(
    manuscripts: Sequence[Manuscript],
) -> tuple[list[Manuscript], list[Rejected], list[str]]:
    """Part what tells a story from what has a headline and no more, and from drafts (in notes)."""
    kept = [item for item in manuscripts if not item.article.draft]
    silent = ("headline", *FRAME)
    mute = [item for item in kept if all(u.role in silent for u in item.script.utterances)]
    error = "no text of an article was found, only its headline"
    hint = "audiopress script SOURCE shows what was left out; a page made by JavaScript has no text"
    rejected = [
        Rejected(uri=item.uri, error=ReadingError(error, where=item.uri, hint=hint))
        for item in mute
    ]
    drafts = [f"{item.uri} is a draft" for item in manuscripts if item.article.draft]
    return [item for item in kept if item not in mute], rejected, drafts


def _foreign(entries: Sequence[Entry]) -> list[str]:
    """Return a note for every article that is read by a voice of another language."""
    notes = []
    for entry in entries:
        said = entry.manuscript.script.utterances
        for name, language in sorted({(item.voice, item.language) for item in said}):
            speaks = voices.find(name).languages
            if speaks and _base(language) not in map(_base, speaks):
                notes.append(
                    f"{entry.manuscript.uri} is in {language}, and {name} speaks "
                    f"{', '.join(speaks)}: name a voice for it under [voices.languages]"
                )
    return notes


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _orphaned(
    entries: Sequence[Entry], records: Sequence[Record], refused: Sequence[str]
) -> list[str]:
    """Return a note on articles that stay in the edition although no source has them any more."""
    seen = {entry.record.id for entry in entries}
    gone = [
        record.slug
        for record in records
        if record.state == "live" and record.versions and record.id not in seen
        and not set(refused) & {record.id, *record.aliases}
    ]  # fmt: skip
    if not gone:
        return []
    names = ", ".join(gone[:NAMED])
    more = f" and {len(gone) - NAMED} more" if len(gone) > NAMED else ""
    stays = f"what was published stays in the edition (audiopress withdraw {gone[0]} takes it back)"
    return [f"no source has {names}{more} any more; {stays}"]


@functools.cache
def _voice_mark(name: str) -> list[str]:
    voice = voices.find(name)
    engine = plugins.engine(voice.engine)
    mark = [name, voices.digest(voice), engine.name, engine.version, engine.kernel]
    return [*mark, *(f"{chosen} {kernel}" for chosen, kernel in plugins.kernels(engine).items())]


def _versioned(
    episode: Episode, record: Record, order: Order, now: datetime
) -> tuple[Episode, Record]:
    """Give the episode its date of change, and the record its version when it is a new one."""
    versions = record.versions
    if versions and versions[-1].key == episode.key:
        return versions[-1], record
    changed = record.published
    if versions:
        modified = order.entry.manuscript.article.modified
        before = versions[-1].changed  # the clock may have been set back since
        changed = modified if modified and modified > before else max(now, before)
    episode = replace(episode, changed=changed)
    said = (item.utterance for item in order.passages)
    lines = tuple(line.source for line in said if line.role not in FRAME)
    texts = (*record.texts, Text(key=episode.key, lines=lines))
    return episode, replace(record, versions=(*versions, episode), texts=texts)


def _corrected(record: Record) -> bool:
    """Whether the article says something else than it first did; a new voice corrects nothing."""
    return any(text.lines != record.texts[-1].lines for text in record.texts)


def _withdrawn(record: Record) -> Outcome:
    return Outcome(
        id=record.id,
        title=record.versions[-1].title,
        status="withdrawn",
        slug=record.slug,
        guid=record.guid,
    )


def _outcome(record: Record, status: Status, segments: int, settings: Settings) -> Outcome:
    episode = record.versions[-1]
    return Outcome(
        id=record.id,
        title=episode.title,
        status=status,
        slug=record.slug,
        guid=record.guid,
        segments=segments,
        audio_seconds=episode.samples / episode.rate,
        enclosure=episode.enclosure,
        enclosure_url=settings.show.address + episode.enclosure.path,
    )
