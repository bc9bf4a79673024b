"""Notes on what a configuration says of where site and edition are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.model import Show
from audiopress.press.steps.ship import read_published_address
from audiopress.settings.site_address import explain_contradiction, explain_unplaced

if TYPE_CHECKING:
    from audiopress.press.edition.told import ToldNotes
    from audiopress.settings import Settings

__all__ = ["note_site_address"]


def note_site_address(settings: Settings, told: ToldNotes) -> list[str]:
    """Return notes on addresses that contradict each other, are not known or change, each once."""
    said = [explain_contradiction(settings), explain_unplaced(settings), _explain_change(settings)]
    notes = [each for each in said if each]
    new = told.pick_new("addresses", notes)
    return [each for each in notes if each in new]


def _explain_change(settings: Settings) -> str:
    """Say that the feed will name another address than it did, where nobody wrote down which."""
    show = settings.show
    if not settings.site.address or not (settings.below_site or show.preview) or show.private:
        return ""
    before = read_published_address(settings.output)
    # What a preview named was for this machine alone.
    if not before or before in (show.address, Show().address):
        return ""
    return (
        f"feed and pages named {before} so far, and name {show.address} from now on; to keep the "
        f'former: address = "{before}" under [edition]'
    )
