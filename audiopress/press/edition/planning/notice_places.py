"""Where each article says that its voice is synthetic: what is published keeps its place.

A notice that moved would give every published file a new address, and have podcast apps load them
all again (docs/decisions/0278).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.speaking.notices import settle_notices
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.press.edition.told import ToldNotes
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["note_notices", "place_notice"]


def place_notice(manuscript: Manuscript, record: Record | None, settings: Settings) -> Manuscript:
    """Return a manuscript that says once, or in a long article twice, that a machine reads it."""
    sound = settings.sound
    script = settle_notices(
        manuscript.script,
        settings.reading,
        behind=_is_behind(record) and not _is_said(settings),
        pauses=sound.pauses,
        rate=sound.rate,
    )
    return replace(manuscript, script=script)


def _is_behind(record: Record | None) -> bool:
    """Whether an article was published with the notice at its end, as 0.1.0 had it."""
    return record is not None and any(one.notice != "start" for one in record.versions[-1:])


def _is_said(settings: Settings) -> bool:
    """Whether somebody has chosen the place: then it is that of all."""
    return "reading.disclosure" in dict(settings.origins)


def note_notices(
    articles: Sequence[RegisteredArticle], settings: Settings, told: ToldNotes
) -> list[str]:
    """Return a note on published articles that say it at their end while new ones begin with it."""
    if settings.reading.disclosure != "start" or _is_said(settings):
        return []
    behind = [item.record.id for item in articles if _is_behind(item.record)]
    if not told.pick_new("notices at the end", behind):
        return []
    count = count_things(len(behind), "published article")
    way = 'disclosure = "start" under [reading] has all say it there, under new addresses'
    return [f"{count} said at the end that the voice is synthetic, new ones at the start; {way}"]
