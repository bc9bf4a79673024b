"""When and which paragraphs were corrected: derived from the texts that the ledger keeps.

What stood there before stays in the ledger. A correction is named by where its words are today; of
one that was corrected again since the later date counts.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.model import Correction
from audiopress.press.steps.identify import SHOW_ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Cue, Episode
    from audiopress.store.ledger import Record

__all__ = ["find_last_correction", "list_corrections"]


@dataclass(slots=True)
class _CorrectedLines:
    """One correction: what of its lines is still there, by their places today."""

    version: Episode
    sound: str
    removed: int = 0
    lines: list[int] = field(default_factory=list)


def list_corrections(record: Record, cues: Sequence[Cue]) -> tuple[Correction, ...]:
    """Return the corrections of an article, the oldest first; ``cues`` are those of today."""
    changes, born = _trace(record)
    spoken = [at for at, cue in enumerate(cues) if cue.utterance.role not in SHOW_ROLES]
    # Another version of the program may have cut the last text otherwise than it is cut today.
    if len(spoken) == len(born):
        for cue, change in zip(spoken, born, strict=True):
            if change is not None:
                change.lines.append(cue)
    return tuple(
        Correction(
            at=change.version.changed,
            paragraphs=tuple(change.lines),
            removed=change.removed,
            sound=change.sound,
        )
        for change in changes
    )


def find_last_correction(record: Record) -> datetime | None:
    """Return when other words were published last; another voice or pronunciation corrects none."""
    changes, _ = _trace(record)
    return changes[-1].version.changed if changes else None


def _trace(record: Record) -> tuple[list[_CorrectedLines], list[_CorrectedLines | None]]:
    """Return all corrections, and for every line of today the one that it came with."""
    texts = {text.key: text.lines for text in record.texts}
    changes: list[_CorrectedLines] = []
    born: list[_CorrectedLines | None] = []
    said: tuple[str, ...] | None = None
    before: Episode | None = None
    for version in record.versions:
        lines = texts.get(version.key)
        if lines is None:
            continue
        if before is None or said is None:
            born = [None] * len(lines)
        elif lines != said:
            kept = version.enclosure.path == before.enclosure.path
            change = _CorrectedLines(version=version, sound="kept" if kept else "new")
            changes.append(change)
            born = _carry(born, said, lines, change)
        said, before = lines, version
    return changes, born


def _carry(
    born: list[_CorrectedLines | None],
    said: tuple[str, ...],
    lines: tuple[str, ...],
    change: _CorrectedLines,
) -> list[_CorrectedLines | None]:
    """Return what the lines came with; new ones with this ``change``."""
    # A text that was purged is empty: nobody knows which of the lines are new.
    if not said:
        return [None] * len(lines)
    found: list[_CorrectedLines | None] = []
    matcher = difflib.SequenceMatcher(a=said, b=lines, autojunk=False)
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            found += born[start:end]
            continue
        found += [change] * (stop - begin)
        # What was moved is still there.
        gone = sum(line not in lines for line in said[start:end])
        change.removed += max(0, gone - (stop - begin))
    return found
