"""Where what was made is: on this computer alone, or at the host too, as far as is known here.

A publishing of the window makes the edition in its folder, as ``audiopress build`` does. Listeners
have it once the folder is at the host, which is another step, and perhaps somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from audiopress.deploy.brought import find_brought
from audiopress.studio.files.intake import name_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from audiopress.deploy.brought import BroughtEdition
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["PLACES", "ArticlePlace", "HostView", "view_host"]

ArticlePlace = Literal["host", "former", "here", "unknown", "preview", "still", "gone"]
"""Where an article is: at the ``host``, where its ``former`` version may be, or ``here`` alone;
``unknown`` where nothing is set up that brings it. One that was withdrawn is ``still`` at the host,
or ``gone``."""

PLACES: dict[ArticlePlace, str] = {
    "host": "published",
    "former": "made on this computer; the host has it as it was before",
    "here": "made on this computer; not at the host yet",
    "unknown": "made on this computer",
    "preview": "made on this computer, as a preview",
    "still": "withdrawn on this computer; still at the host",
    "gone": "withdrawn",
}
"""What the window calls the places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView:
    """What is known here of the host.

    ``target`` is where deploys of the configuration go, nothing where it names none; ``folder``
    has the edition here and ``address`` is where it is to be served. ``brought`` is what the last
    deploy of this computer has left there.
    """

    target: str
    folder: str
    address: str
    preview: bool
    secret: str = ""
    brought: BroughtEdition | None = None

    @property
    def since(self) -> datetime | None:
        """When the host last got the edition from this computer."""
        return self.brought.when if self.brought else None

    def find_place(self, record: Record) -> ArticlePlace:
        """Return where an article is of which something was made, or that was taken out."""
        if record.state != "live":
            return "still" if any(self._list_there(record)) else "gone"
        if self.preview:
            return "preview"
        if not self.target:
            return "unknown"
        there = list(self._list_there(record))
        if not any(there):
            return "here"
        return "host" if there[-1] else "former"

    def _list_there(self, record: Record) -> Iterable[bool]:
        """Yield of each version, the oldest first, whether the host has it."""
        begin = f"{self.secret}/" if self.secret else ""
        found = self.brought
        return (found is not None and found.has(begin + one.folder) for one in record.versions)


def view_host(settings: Settings) -> HostView:
    """Return what is known here of the host; nobody is asked."""
    target = settings.target
    return HostView(
        target=target,
        folder=name_file(settings, settings.public_output),
        address=settings.public_address,
        preview=settings.show.preview,
        secret=settings.secret,
        brought=find_brought(settings) if target else None,
    )
