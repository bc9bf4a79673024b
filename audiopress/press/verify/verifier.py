"""Which lines are heard before they are published, which takes are spoken, and which is kept.

What was published, or is held, is not heard again: its takes are in the ledger, and so the edition
is built to the same bytes without a recogniser. What was heard stays in the cache.
"""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress import plugins
from audiopress.errors import StoreError
from audiopress.press.edition.planning.recipe import digest_recipe, find_recipe
from audiopress.press.steps.speak import SpeechJob
from audiopress.press.verify.listener import Hearing, SaidLine
from audiopress.press.verify.results import DoubtfulLine, Verification
from audiopress.store.cache import HEARING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.planning.order import Order
    from audiopress.press.speech_queue import ArticleWork
    from audiopress.press.steps.plan import Passage
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.press.verify.listener import Listener

__all__ = ["TAKES", "Verifier"]

TAKES: Final = 3
"""Takes of a line at most: what none of three says right is the text's fault, or the voice's."""

_QUOTED: Final = 60
"""Characters of a paragraph that name it, as errors of speech do."""


class _KeptHearing(msgspec.Struct):
    """What the cache keeps: ``mark`` is the listener's, ``speech`` the digest of what it heard."""

    mark: str
    speech: str
    fault: str
    weight: float


class Verifier:
    """Hears what a build is about to publish. ``results`` are by the ids of articles."""

    def __init__(self, edition: OpenEdition, listener: Listener) -> None:
        """Hear nothing yet."""
        self.results: dict[str, Verification] = {}
        self._edition = edition
        self._listener = listener
        self._hearings: dict[str, Hearing] = {}
        # Names of voices that were found to say a line the same way whatever its seed, and not to.
        self._alike: set[str] = set()
        self._varied: set[str] = set()

    def prepare(self, works: Iterable[ArticleWork]) -> None:
        """Load what hears, if any of these articles is to be heard; raises `ConfigError`."""
        if any(self._is_new(work.order) for work in works):
            self._listener.load()

    def ask(self, work: ArticleWork) -> list[SpeechJob]:
        """Return what of an article is to be spoken again; if nothing, its takes are chosen.

        All that was asked for must be ready, but for what the work was refused.
        """
        if not self._is_new(work.order):
            return []
        known = [item for item in work.order.passages if self._listener.knows(_tell(item))]
        self._hear(work, known)
        # By keys, as the same line may stand twice in an article.
        further = {item.first: self._choose_further(work, item) for item in known}
        jobs = [
            SpeechJob(
                key=item.key,
                line=item.line,
                sound=self._edition.settings.sound,
                cache=self._edition.settings.cache,
            )
            for item in self._try_voices(filter(None, further.values()))
        ]
        if not jobs:
            self._settle(work)
        return jobs

    def _is_new(self, order: Order) -> bool:
        """Whether an article is neither published nor held as it would be now."""
        record = order.registered.record
        known = {version.recipe for version in record.versions} | {record.released}
        if record.versions:
            known.add(find_recipe(self._edition, record))
        if record.held:
            known.add(record.held.episode.recipe)
        return not order.kept and order.recipe not in known

    def _hear(self, work: ArticleWork, known: list[Passage]) -> None:
        """Hear what is ready of these lines and was not heard, each of its takes once."""
        unheard: dict[str, Passage] = {}
        for take in (take for item in known for take in _list_spoken(work, item)):
            if take.key not in self._hearings:
                kept = self._recall(take.key, work.ready[take.key])
                if kept is None:
                    unheard[take.key] = take
                else:
                    self._hearings[take.key] = kept
        lines = [self._make_line(item, work.ready[key]) for key, item in unheard.items()]
        for key, hearing in zip(unheard, self._listener.hear(lines), strict=True):
            self._keep(key, work.ready[key], hearing)

    def _recall(self, key: str, ready: ReadySegment) -> Hearing | None:
        kept = self._edition.cache.find_record(HEARING, key, _KeptHearing)
        if kept is None:
            return None
        same = (kept.mark, kept.speech) == (self._listener.mark, ready.segment.digest)
        return Hearing(fault=kept.fault, weight=kept.weight) if same else None

    def _keep(self, key: str, ready: ReadySegment, hearing: Hearing) -> None:
        self._hearings[key] = hearing
        kept = _KeptHearing(
            mark=self._listener.mark,
            speech=ready.segment.digest,
            fault=hearing.fault,
            weight=hearing.weight,
        )
        self._edition.cache.put_record(HEARING, key, msgspec.to_builtins(kept))

    def _make_line(self, item: Passage, ready: ReadySegment) -> SaidLine:
        segment = ready.segment
        return SaidLine(
            utterance=item.utterance,
            words=segment.words,
            seconds=segment.samples / segment.rate,
            read=functools.partial(self._decode, ready),
        )

    def _decode(self, ready: ReadySegment) -> tuple[NDArray[np.float32], int]:
        """Return what will be heard of a segment: its frames, and not what they were made from."""
        from audiopress.audio.frames import decode  # noqa: PLC0415 - numpy and the encoder

        frames = ready.frames
        body = self._edition.cache.read_frames(frames)
        if body is None:
            hint = "run the same command again: it is spoken once more"
            raise StoreError("a cached segment was damaged just now", where=frames.key, hint=hint)
        samples, rate = decode(body)
        return samples[frames.lead :][: frames.samples], rate

    # -- takes ---------------------------------------------------------------------------------

    def _choose_further(self, work: ArticleWork, item: Passage) -> Passage | None:
        """Return the take that is to be spoken next, ``None`` where there is no need, or no use."""
        spoken = _list_spoken(work, item)
        # Of a voice of before only what the cache has can be heard.
        if item.former or any(not self._hearings[take.key].fault for take in spoken):
            return None
        if self._speaks_alike(work, item):
            return None
        tried = {*work.ready, *work.refused}
        return next((take for take in _list_takes(item) if take.key not in tried), None)

    def _try_voices(self, further: Iterable[Passage]) -> Iterator[Passage]:
        """Yield one line of a voice of which nobody knows whether its takes differ, else all."""
        tried: set[str] = set()
        for item in further:
            name = item.line.voice.name
            if name in self._varied or name not in tried:
                tried.add(name)
                yield item

    def _speaks_alike(self, work: ArticleWork, item: Passage) -> bool:
        """Whether the voice of a line has no noise that another seed would change."""
        voice = item.line.voice
        spoken = _list_spoken(work, item)
        if len(spoken) > 1:
            digests = {work.ready[take.key].segment.digest for take in spoken}
            (self._varied if len(digests) == len(spoken) else self._alike).add(voice.name)
        return voice.name in self._alike or not plugins.has_takes(plugins.find_engine(voice.engine))

    def _settle(self, work: ArticleWork) -> None:
        """Let the article be made of its best takes, and keep what is to be said of them."""
        order = work.order
        chosen = tuple(self._choose_best(work, item) for item in order.passages)
        self.results[order.id] = self._describe(work, chosen)
        if chosen == order.passages:
            return
        settings, music = self._edition.settings, self._edition.music
        recipe = digest_recipe(order.registered, chosen, settings.sound, music)
        work.order = replace(order, passages=chosen, recipe=recipe)

    def _choose_best(self, work: ArticleWork, item: Passage) -> Passage:
        """Return the take of which least is wrong, the first of several."""
        heard = [take for take in _list_spoken(work, item) if take.key in self._hearings]
        return min(heard, key=lambda take: _rank(self._hearings[take.key]), default=item)

    def _describe(self, work: ArticleWork, chosen: tuple[Passage, ...]) -> Verification:
        unknown: dict[str, int] = {}
        doubtful, certified, again = [], 0, 0
        for item in chosen:
            hearing = self._hearings.get(item.key)
            if hearing is None:
                unknown[_tell(item)] = unknown.get(_tell(item), 0) + 1
            elif hearing.fault:
                doubtful.append(self._doubt(work, item, hearing))
            else:
                certified += 1
                again += item.take > 0
        return Verification(
            certified=certified,
            again=again,
            doubtful=tuple(doubtful),
            unknown=tuple(sorted(unknown.items())),
        )

    def _doubt(self, work: ArticleWork, item: Passage, hearing: Hearing) -> DoubtfulLine:
        return DoubtfulLine(
            where=f"{work.order.uri}, paragraph that begins {item.line.spoken[:_QUOTED]!r}",
            fault=hearing.fault,
            take=item.take,
            takes=len(_list_spoken(work, item)),
            alike=self._speaks_alike(work, item),
        )


def _rank(hearing: Hearing) -> tuple[bool, float]:
    return bool(hearing.fault), hearing.weight


def _tell(item: Passage) -> str:
    return item.utterance.language


def _list_takes(item: Passage) -> Iterator[Passage]:
    """Yield the takes of a line that come into question: first the one that it has."""
    for number in dict.fromkeys((item.take, *range(TAKES))):
        yield item if number == item.take else item.choose_take(number)


def _list_spoken(work: ArticleWork, item: Passage) -> list[Passage]:
    return [take for take in _list_takes(item) if take.key in work.ready]
