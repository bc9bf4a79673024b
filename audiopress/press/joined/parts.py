"""An article as it was published: what is said in it, with the keys of its speech.

From ``alignment.json`` of its last version and the receipt in the cache, and not from its source:
that may have gone, and what an edition joins is what listeners have. Nothing here is ever spoken.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from audiopress import voices
from audiopress.errors import AudiopressError, StoreError
from audiopress.model import Line, Selector, Utterance
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.steps.plan import Passage
from audiopress.press.steps.speak import find_ready, make_jobs, perform_job
from audiopress.store.atomic_files import read
from audiopress.store.file_names import join_below
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Mapping

    from audiopress.model import Role
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.speak import ReadySegment
    from audiopress.store.ledger import Record

__all__ = ["JoinedPart", "read_part", "renumber"]


class _Quote(msgspec.Struct):
    exact: str
    prefix: str = ""
    suffix: str = ""


class _Paragraph(msgspec.Struct):
    """A paragraph of ``alignment.json``, without its words."""

    paragraph: int
    role: str
    language: str
    voice: str
    source: str
    spoken: str
    start: float
    end: float
    selector: _Quote | None = None


class _Alignment(msgspec.Struct):
    key: str
    paragraphs: list[_Paragraph]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedPart:
    """One article of an edition: its record, its passages in order, and each made ready."""

    record: Record
    passages: tuple[Passage, ...]
    ready: Mapping[str, ReadySegment]


def read_part(edition: OpenEdition, record: Record) -> JoinedPart:
    """Return an article as it was published; raises `StoreError` where that is not known."""
    last = record.versions[-1]
    receipt = find_receipt(edition.cache, record.id)
    body = read(join_below(edition.settings.output, f"{last.folder}alignment.json"))
    if body is None:
        raise _lack(record, "its files are not in the output folder")
    try:
        told = msgspec.json.decode(body, type=_Alignment)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _lack(record, "its alignment.json is damaged") from error
    said = told.paragraphs
    past = receipt.find_past(last.key) if receipt else None
    if past is None or told.key != last.key:
        raise _lack(record, "the cache does not know its speech")
    if [(one.source, one.spoken) for one in said] != [(one[0], one[1]) for one in past]:
        raise _lack(record, "the cache knows other speech of it")
    rate = edition.settings.sound.rate
    gaps = [round((after.start - one.end) * rate) for one, after in pairwise(said)]
    try:
        passages = tuple(
            _make_passage(edition, one, key, pause)
            for one, (*_, key, _), pause in zip(said, past, [*gaps, 0], strict=True)
        )
        return JoinedPart(record=record, passages=passages, ready=_make_ready(edition, passages))
    except AudiopressError as error:  # a voice that is not known any more, speech that is gone
        raise _lack(record, error.message) from error


def _make_ready(edition: OpenEdition, passages: tuple[Passage, ...]) -> dict[str, ReadySegment]:
    """Return what is heard, by keys, every byte verified; raises `StoreError` where it is gone.

    Frames are made anew where only they are gone; speech never is: it would be other speech.
    """
    settings, cache = edition.settings, edition.cache
    ready: dict[str, ReadySegment] = {}
    jobs = make_jobs(passages, settings.sound, settings.cache)
    edition.shared.fetch_all(job.key for job in jobs if cache.find_segment(job.key) is None)
    for job in jobs:
        found = find_ready(job, cache)
        if found is None:
            segment = cache.find_segment(job.key)
            if segment is None or cache.read_speech(segment) is None:
                raise StoreError("its speech is not in the cache any more")
            found = perform_job(job)
        ready[job.key] = found
    return ready


def _make_passage(edition: OpenEdition, said: _Paragraph, key: str, pause: int) -> Passage:
    role: Role = said.role  # type: ignore[assignment]
    quote = said.selector
    utterance = Utterance(
        role=role,
        source=said.source,
        spoken=said.spoken,
        language=said.language,
        voice=said.voice,
        pause=max(0, pause),
        paragraph=said.paragraph,
        selector=Selector(exact=quote.exact, prefix=quote.prefix, suffix=quote.suffix)
        if quote
        else None,
    )
    voice = voices.find(said.voice, edition.settings.cast.remote)
    # As far as levels and credits need it: its options are in the key, and it is not spoken.
    line = Line(spoken=said.spoken, language=said.language, voice=voice)
    return Passage(utterance=utterance, line=line, key=key)


def _lack(record: Record, why: str) -> StoreError:
    last = record.versions[-1]
    again = write_command("build", last.url or record.id.removeprefix("file:"))
    return StoreError(
        f"{last.title or record.slug} cannot be joined: {why}",
        where=record.id,
        hint=f"{again}, then build again",
    )


def renumber(passages: tuple[Passage, ...], first: int) -> tuple[Passage, ...]:
    """Return passages whose paragraphs count from ``first``: each number once in an episode."""
    return tuple(
        replace(item, utterance=replace(item.utterance, paragraph=item.utterance.paragraph + first))
        for item in passages
    )
