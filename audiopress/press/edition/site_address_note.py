"""A note on two addresses in a configuration that say one thing in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.settings.site_address import explain_contradiction

if TYPE_CHECKING:
    from audiopress.press.edition.told import ToldNotes
    from audiopress.settings import Settings

__all__ = ["note_contradiction"]


def note_contradiction(settings: Settings, told: ToldNotes) -> list[str]:
    """Return a note where the addresses of site and edition contradict each other, told once."""
    said = explain_contradiction(settings)
    return [said] if said and told.pick_new("addresses", [said]) else []
