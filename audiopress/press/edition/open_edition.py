"""One edition, opened for one run: its settings with the places that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.press.edition.publishing.show_files import ShowFiles
from audiopress.press.steps.music import ShowMusic
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.settings import Settings

__all__ = ["OpenEdition", "open_edition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdition:
    """What planning and publishing of one run share. ``now`` is the one reading of the clock.

    ``keep`` false leaves cache, ledger and output as they are.
    """

    settings: Settings
    now: datetime
    keep: bool
    cache: Cache
    ledger: Ledger
    show_files: ShowFiles
    music: ShowMusic


def open_edition(settings: Settings, *, now: datetime, keep: bool = True) -> OpenEdition:
    """Return the edition that the settings name; nothing is written or read yet."""
    cache, ledger = Cache(settings.cache), Ledger(settings.ledger)
    return OpenEdition(
        settings=settings,
        now=now,
        keep=keep,
        cache=cache,
        ledger=ledger,
        show_files=ShowFiles(settings, cache, ledger, keep=keep),
        music=ShowMusic(settings, cache),
    )
