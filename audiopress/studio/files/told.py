"""What an article in a file says of itself, remembered: to read it takes a tenth of a second."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from audiopress.press.preview import read_sources
from audiopress.press.steps.identify import SHOW_ROLES

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from audiopress.model import Document
    from audiopress.settings import Settings

__all__ = ["ToldArticle", "read_told", "read_told_file"]

_REMEMBERED = 1_000
"""New files of which is remembered what they say."""


class ToldArticle(NamedTuple):
    """A headline, an address and a date if it names them, and all that is said of the story.

    ``id`` is what a build would know it by, were nothing like it there; ``declined`` says that it
    is not to be published, by its own word: a draft, and what says ``audio: false``.
    """

    title: str = ""
    address: str = ""
    published: datetime | None = None
    lines: tuple[str, ...] = ()
    id: str = ""
    declined: bool = False


def read_told(settings: Settings, source: str | Document) -> ToldArticle:
    """Return what an article says; nothing of one that cannot be read."""
    found, _ = read_sources(settings, (source,))
    for manuscript in found[:1]:
        return ToldArticle(
            title=manuscript.article.title,
            address=manuscript.identity.url or "",
            published=manuscript.article.published,
            lines=tuple(
                item.source for item in manuscript.script.utterances if item.role not in SHOW_ROLES
            ),
            id=manuscript.identity.id,
            declined=manuscript.article.draft or bool(manuscript.article.opted_out),
        )
    return ToldArticle()


@lru_cache(maxsize=_REMEMBERED)
def read_told_file(settings: Settings, path: Path, _changed: float) -> ToldArticle:
    """Return what the article in a file says, as it was when the file was last changed."""
    return read_told(settings, str(path))
