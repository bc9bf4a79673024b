"""The edition as listeners get it: its pages, what other sites embed, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.checking.places import check_place
from audiopress.errors import StoreError
from audiopress.net.transport import FetchLimits
from audiopress.press.corrections.purge import list_versions
from audiopress.press.embed import find_embed_code
from audiopress.publish.pages.embed_code import write_script_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.checking.receipt import Check
    from audiopress.press.corrections.purge import VersionState
    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

__all__ = ["EmbedCode", "check_edition", "has_edition", "list_embeds", "read_versions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCode:
    """Something to copy into a page: what it is for, and the code."""

    name: str
    why: str
    code: str


def has_edition(settings: Settings) -> bool:
    """Whether an edition lies in the output folder."""
    return (settings.output / "index.html").is_file()


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
