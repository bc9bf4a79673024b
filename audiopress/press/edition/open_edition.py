"""One edition, opened for one run: its settings with the places that they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.press.edition.publishing.show_files import ShowFiles, open_show_files
from audiopress.press.edition.publishing.signatures import Signatory
from audiopress.press.steps.music import ShowMusic
from audiopress.press.steps.shared import open_shared_speech
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from datetime import datetime

    from audiopress.model import Cast
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record
    from audiopress.store.shared.speech import SharedSpeech

__all__ = ["OpenEdition", "open_edition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdition:
    """What planning and publishing of one run share. ``now`` is the one reading of the clock.

    ``keep`` false leaves cache, ledger and output as they are, and asks for no shared speech.
    """

    settings: Settings
    now: datetime
    keep: bool
    cache: Cache
    ledger: Ledger
    show_files: ShowFiles
    music: ShowMusic
    signatory: Signatory
    shared: SharedSpeech

    def find_cast(self, record: Record) -> Cast:
        """Return the voices of the show whose page an article has."""
        tables = (each for each in self.settings.shows if each.show.id == record.show)
        return next((table.cast for table in tables), self.settings.cast)


def open_edition(settings: Settings, *, now: datetime, keep: bool = True) -> OpenEdition:
    """Return the edition that the settings name; nothing is written or read yet."""
    cache, ledger = Cache(settings.cache), Ledger(settings.ledger)
    return OpenEdition(
        settings=settings,
        now=now,
        keep=keep,
        cache=cache,
        ledger=ledger,
        show_files=open_show_files(settings, cache, ledger, keep=keep),
        music=ShowMusic(settings, cache),
        signatory=Signatory(settings),
        shared=open_shared_speech(settings, cache, keep=keep),
    )
