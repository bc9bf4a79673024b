"""A correction too small to be heard: the sound stays, the page and the texts are corrected.

What was read is measured against what is written now, not against the last correction: small
changes do not add up unseen. Words keep their times, and are found in the corrected line, so that
marks in the page and in the player fit (docs/decisions/0285).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.corrections.kinds import Change, measure_change
from audiopress.press.corrections.makings import find_making
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.store.makings import KeptLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Utterance
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.settings.corrections_table import CorrectionsTable
    from audiopress.store.cache import Cache
    from audiopress.store.ledger import Record

__all__ = ["find_lines", "keep_sound", "list_kept", "list_lines", "say_as_read"]

_ELSEWHERE = ("headline", "heading")
"""Roles whose words stand in the file itself too, as its title and chapters: a correction of these
is another file."""


def list_lines(manuscript: Manuscript) -> tuple[str, ...]:
    """Return what the article itself says, as the ledger keeps it."""
    said = manuscript.script.utterances
    return tuple(item.source for item in said if item.role not in SHOW_ROLES)


def find_lines(record: Record) -> tuple[str, ...]:
    """Return what the published version of an article says, as far as the ledger has it."""
    key = record.versions[-1].key
    return next((text.lines for text in reversed(record.texts) if text.key == key), ())


def list_kept(record: Record) -> dict[str, KeptLine]:
    """Return the lines of the published version that were read before they were corrected."""
    making = find_making(record, record.versions[-1].key) if record.versions else None
    return {line.source: line for line in making.kept} if making else {}


def keep_sound(
    settings: Settings, cache: Cache, manuscript: Manuscript, record: Record
) -> tuple[KeptLine, ...]:
    """Return what the article says in the sound of its published version, as far as it differs.

    Nothing where it says the same, or where so much has changed that it is to be spoken.
    """
    now, before = list_lines(manuscript), find_lines(record)
    known = list_kept(record)
    if now == before:
        return tuple(known.values())
    if len(now) != len(before):
        return ()
    read = {line.source: (line.read, line.spoken) for line in known.values()}
    read |= {source: pair for source, pair in _recall(cache, record).items() if source not in read}
    story = [item for item in manuscript.script.utterances if item.role not in SHOW_ROLES]
    kept = [known[line] for line in now if line in known and line in before]
    for item, old in zip(story, before, strict=True):
        if item.source == old:
            continue
        line = _keep_line(settings.corrections, item, read.get(old))
        if line is None:
            return ()
        kept += [line] if line.source != line.read else []
    few = sum(line.words for line in kept) <= settings.corrections.most_words
    return tuple(dict.fromkeys(kept)) if few else ()


def say_as_read(manuscript: Manuscript, kept: Sequence[KeptLine]) -> Manuscript:
    """Return the manuscript with the spoken forms of what was read."""
    spoken = {line.source: line.spoken for line in kept}
    utterances = tuple(
        replace(item, spoken=spoken.get(item.source, item.spoken))
        for item in manuscript.script.utterances
    )
    return replace(manuscript, script=replace(manuscript.script, utterances=utterances))


def _recall(cache: Cache, record: Record) -> dict[str, tuple[str, str]]:
    """Return what was read of each line of the published version, if the cache knows it."""
    receipt = find_receipt(cache, record.id)
    past = receipt.find_past(record.versions[-1].key) if receipt else None
    return {source: (source, spoken) for source, spoken, *_ in past or ()}


def _keep_line(
    settings: CorrectionsTable, item: Utterance, read: tuple[str, str] | None
) -> KeptLine | None:
    """Return a line with what is heard of it, ``None`` where that would not be true any more."""
    if read is None or item.role in _ELSEWHERE:
        return None
    source, spoken = read
    change = measure_change(source, item.source, item.language)
    if not _is_kept(settings, change):
        return None
    return KeptLine(source=item.source, read=source, spoken=spoken, words=change.words)


def _is_kept(settings: CorrectionsTable, change: Change) -> bool:
    ways = {"punctuation": settings.punctuation, "spelling": settings.spelling}
    return ways.get(change.kind) == "keep-audio"
