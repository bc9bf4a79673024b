"""The pages of an edition for search engines: sitemaps (sitemaps.org, protocol 0.9).

They list the front and the page of each episode that is the only one of its text. Where an article
has a page of its publisher's, that is the one to be found: the edition's page calls it canonical.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Show

__all__ = ["SITEMAP_PAGES", "Sitemap", "plan_sitemaps", "write_sitemap"]

SITEMAP_PAGES: Final = 1000
"""Pages of a sitemap that is closed, some 100 kB: below twice as many there is one. The protocol
takes 50,000, but one article more is to write little."""

_NAME: Final = "edition-sitemap"
"""Begins the names of the files: ``sitemap.xml`` may be the one of the site beside the edition."""

_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
"""The namespace of the protocol."""


class Mapped(Protocol):
    """What is known of an episode to list its page."""

    @property
    def guid(self) -> str:
        """What decides between two of one moment."""

    @property
    def published(self) -> datetime:
        """The date by which it stands among others."""

    @property
    def changed(self) -> datetime:
        """When its page was last another."""

    @property
    def url(self) -> str | None:
        """The publisher's page of the article, if there is one."""

    @property
    def home(self) -> str:
        """Its folder below the output folder."""


_Mapped = TypeVar("_Mapped", bound=Mapped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap(Generic[_Mapped]):
    """One file: its name and episodes, oldest first, or as an index the names of the ``parts``."""

    name: str
    episodes: Sequence[_Mapped] = ()
    parts: Sequence[str] = ()


def plan_sitemaps(episodes: Sequence[_Mapped]) -> list[Sitemap[_Mapped]]:
    """Return the sitemaps of an edition, the one that names others last.

    Small editions have ``edition-sitemap.xml`` alone. Others have ``edition-sitemap-1.xml`` (the
    oldest) and up, `SITEMAP_PAGES` each, so that a new article rewrites the last of them.
    """
    # They come newest first, of which the other way round is nearly the order here.
    own = [each for each in reversed(episodes) if not each.url]
    own.sort(key=_rank)
    count = max(1, len(own) // SITEMAP_PAGES)
    if count == 1:
        return [Sitemap(name=f"{_NAME}.xml", episodes=own)]
    starts = [number * SITEMAP_PAGES for number in range(count)]
    ends = [*starts[1:], len(own)]
    parts = [
        Sitemap(name=f"{_NAME}-{number}.xml", episodes=own[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]
    return [*parts, Sitemap(name=f"{_NAME}.xml", parts=[part.name for part in parts])]


def _rank(episode: Mapped) -> tuple[datetime, str]:
    return episode.published, episode.guid


def write_sitemap(show: Show, sitemap: Sitemap[_Mapped]) -> dict[str, bytes]:
    """Return one sitemap by its path; the front is in the one that has the oldest episodes."""
    if sitemap.parts:
        places = [_write_place("sitemap", f"{show.address}{name}") for name in sitemap.parts]
        return {sitemap.name: _write("sitemapindex", places)}
    front = sitemap.name in (f"{_NAME}.xml", f"{_NAME}-1.xml")
    places = [_write_place("url", show.address)] if front else []
    for each in sitemap.episodes:
        day = each.changed.date().isoformat()
        places.append(_write_place("url", f"{show.address}{each.home}", day))
    return {sitemap.name: _write("urlset", places)}


def _write(root: str, places: Sequence[str]) -> bytes:
    lines = [f'<{root} xmlns="{_SPACE}">', *places, f"</{root}>"]
    return '<?xml version="1.0" encoding="UTF-8"?>\n{}\n'.format("\n".join(lines)).encode()


def _write_place(name: str, address: str, day: str = "") -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{name}><loc>{escape(address, quote=False)}</loc>{changed}</{name}>"
