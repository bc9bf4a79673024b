"""The edition as listeners get it: its pages, what other sites embed, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.checking.places import check_place
from audiopress.errors import StoreError
from audiopress.net.transport import FetchLimits
from audiopress.press.corrections.purge import list_versions
from audiopress.press.edition.publishing.held import is_ready, list_held
from audiopress.press.embed import find_embed_code
from audiopress.publish.pages.embed_code import write_script_line
from audiopress.store.cache import Cache
from audiopress.store.ledger import Ledger
from audiopress.studio.parts import HELD

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.checking.receipt import Check
    from audiopress.press.corrections.purge import VersionState
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = [
    "EmbedCode",
    "HeldSound",
    "check_edition",
    "find_held",
    "has_edition",
    "has_pages",
    "list_embeds",
    "read_versions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCode:
    """Something to copy into a page: what it is for, and the code."""

    name: str
    why: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSound:
    """What waits for a release since when; nothing of it where its sound is on another machine."""

    sound: str
    page: str
    since: datetime


def has_pages(settings: Settings) -> bool:
    """Whether pages of any edition lie in the output folder."""
    return (settings.output / "index.html").is_file()


def has_edition(settings: Settings) -> bool:
    """Whether something of this edition was published into the output folder.

    What lies there may be of a preview, from before there was a configuration.
    """
    return has_pages(settings) and any(each.versions for each in Ledger(settings.ledger).load_all())


def find_held(settings: Settings, name: str) -> HeldSound | None:
    """Return what waits of an article for a release, to be heard; nothing where nothing waits."""
    found = (each for each in list_held(Ledger(settings.ledger)) if each.id == name)
    record = next(found, None)
    if record is None or record.held is None:
        return None
    episode = record.held.episode
    ready = is_ready(settings, Cache(settings.cache), record)
    return HeldSound(
        sound=f"{HELD}{episode.enclosure.path}" if ready else "",
        page=f"{HELD}{episode.home}" if ready else "",
        since=record.held.since,
    )


def list_embeds(settings: Settings, name: str = "") -> list[EmbedCode]:
    """Return what another site may embed: of the article of that name, or of all its pages.

    Of a preview and of a private show there is nothing to embed.
    """
    # A preview lies at an address of this machine; a private one would be everybody's.
    if settings.show.preview or settings.show.private:
        return []
    if not name:
        return [
            EmbedCode(
                name="For every page of your site",
                why="finds the article of the page that it stands in",
                code=write_script_line(settings.show),
            )
        ]
    return [
        EmbedCode(
            name="Player",
            why="marks each word in your own page while it is heard",
            code=find_embed_code(settings, name, "element"),
        ),
        EmbedCode(
            name="Frame",
            why="for sites that allow no scripts",
            code=find_embed_code(settings, name, "iframe"),
        ),
    ]


def check_edition(settings: Settings) -> Sequence[Check]:
    """Return what ``audiopress check`` says of the output folder; raises `StoreError` for none."""
    if not has_edition(settings):
        raise StoreError(
            "nothing is published yet",
            where=str(settings.output),
            hint="publish an article first",
        )
    return check_place(
        str(settings.output),
        FetchLimits(),
        known=settings.output,
        level=settings.sound.loudness,
    ).list_checks()


def read_versions(settings: Settings, name: str) -> tuple[Record, tuple[VersionState, ...]]:
    """Return an article's record and versions, as ``audiopress correct`` lists them."""
    return list_versions(settings, name)
