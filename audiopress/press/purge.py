"""What cache and ledger still hold of a withdrawn article, and how all of it goes.

The sound of a paragraph that another live article says as well stays: it is that one's too. What
the ledger keeps is what was promised (id, guid, slug, addresses, dates), so that the article never
comes back as a stranger, and can come back as who it was where its source is still there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.identity import fold_address, is_address
from audiopress.model import SourceFacts
from audiopress.press.corrections.makings import forget_kept
from audiopress.press.edition.planning.receipts import find_receipt, forget_receipt, list_receipts
from audiopress.press.site_memory.site_file import list_article_files
from audiopress.press.steps.read import forget_forms, forget_reading, list_readings
from audiopress.sources.lists.joined import LISTED_FACTS
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from audiopress.model import Episode
    from audiopress.store.cache import Cache
    from audiopress.store.records import Record

__all__ = [
    "Holdings",
    "find_holdings",
    "forget_facts",
    "forget_signature",
    "is_purged",
    "list_sources",
    "purge_cache",
    "purge_record",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What is held of a withdrawn article beside its promises.

    ``texts`` are versions whose text the ledger has, ``heard`` keys of speech and frames in the
    cache that no other live article uses, ``shared`` how many paragraphs others say too,
    ``readings`` the names of its text as it was read, ``corrected`` the files in the ledger with
    lines that an editor kept or dropped in it alone.
    """

    texts: int
    heard: tuple[tuple[str, str], ...]
    shared: int
    readings: tuple[str, ...]
    corrected: tuple[Path, ...] = ()

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the cache has the sound of."""
        return len({speech for speech, _ in self.heard})

    def describe(self) -> str:
        """Say in words what is held, or nothing."""
        corrected = count_things(len(self.corrected), "file")
        parts = (
            (self.texts, f"the ledger what {self.texts} of its versions said"),
            (self.corrected, f"the ledger lines that were kept or dropped in it ({corrected})"),
            (self.paragraphs, f"the cache the sound of {self.paragraphs} of its paragraphs"),
            (
                self.readings,
                f"the cache its text as it was read ({count_things(len(self.readings), 'time')})",
            ),
        )
        return ", ".join(words for count, words in parts if count)


def find_holdings(
    ledger: Path, cache: Cache, record: Record, records: Sequence[Record]
) -> Holdings:
    """Return what ledger and cache hold of a withdrawn article beside its promises."""
    gone = {other.id for other in records if other.state != "live"} | {record.id}
    # Every receipt of the cache: it may serve other editions, which are not in this ledger.
    used = {
        key
        for article_id, receipt in list_receipts(cache)
        if article_id not in gone
        for key in receipt.list_segments()
    }
    receipt = find_receipt(cache, record.id)
    # 0.1.0 kept no frames: those of its receipts are not known, and are found by nobody.
    heard = {*receipt.heard, *((key, "") for key in receipt.list_segments())} if receipt else set()
    return Holdings(
        texts=0 if is_purged(record) else len(record.versions),
        heard=tuple(
            sorted(pair for pair in heard if pair[0] not in used and _is_held(cache, *pair))
        ),
        shared=len({key for key, _ in heard} & used),
        readings=tuple(list_readings(cache, list_sources(record))),
        corrected=_find_corrected(ledger, record, records),
    )


def _find_corrected(ledger: Path, record: Record, records: Sequence[Record]) -> tuple[Path, ...]:
    """Return the files with corrections of an article; a former name may be another's id by now."""
    others = {other.id for other in records if other.id != record.id}
    return list_article_files(ledger, {record.id, *record.aliases} - others)


def purge_cache(cache: Cache, record: Record, holdings: Holdings) -> None:
    """Remove from the cache what only this article has there."""
    for speech, frames in holdings.heard:
        if frames:
            cache.remove_frames(frames)
        cache.remove_speech(speech)
    for name in holdings.readings:
        forget_reading(cache, name)
    for uri in list_sources(record):
        cache.remove_document(uri)
        cache.remove_record("web", uri)
        forget_forms(cache, uri)
    forget_facts(cache, list_sources(record))
    # The last, for it says what there was to remove.
    forget_receipt(cache, record.id)


def forget_facts(cache: Cache, names: Iterable[str]) -> None:
    """Remove what is remembered of an article, also under addresses that shared it."""
    keys = {fold_address(name) for name in names if is_address(name)}
    found = {key: cache.find_record(LISTED_FACTS, key, SourceFacts) for key in keys}
    told = [facts for facts in found.values() if facts is not None]
    if not told:
        return
    same = {key for key, facts in cache.list_records(LISTED_FACTS, SourceFacts) if facts in told}
    for key in keys | same:
        cache.remove_record(LISTED_FACTS, key)


def purge_record(record: Record) -> Record:
    """Return the record with what was promised, and without what the article said."""
    versions = tuple(
        replace(forget_signature(version), title="", summary="", byline="", section="", image=None)
        for version in record.versions
    )
    keys = {version.key for version in versions}
    return replace(forget_kept(record, keys), versions=versions, texts=(), held=None)


def forget_signature(version: Episode) -> Episode:
    """Return a version of which no signed tag is kept: that has its title, and digests."""
    if version.imprint is None or not version.imprint.signature:
        return version
    return replace(version, imprint=replace(version.imprint, signature=""))


def is_purged(record: Record) -> bool:
    """Whether nothing of what the article said is left in its record."""
    return purge_record(record) == record


def _is_held(cache: Cache, speech: str, frames: str) -> bool:
    return cache.find_segment(speech) is not None or (
        bool(frames) and cache.find_frames(frames) is not None
    )


def list_sources(record: Record) -> set[str]:
    """Return the places that documents of the article came from."""
    names = {record.id, *record.aliases}
    return names | {name.removeprefix("file:") for name in names}
