"""The pages of an edition that list its episodes: the front, the older ones, and their search.

Plain HTML as `audiopress.publish.pages.render` makes it. Like the feed's archive the pages are
filled from the oldest, so that a new article rewrites the front alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from audiopress.publish.pages.phrases import find_direction, find_phrases, format_long_date
from audiopress.publish.pages.render import describe_episode, read_template, render_template
from audiopress.publish.pages.schema_org import describe_podcast_series
from audiopress.publish.sanitize import choose_title, clean_text, encode_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Episode, Show

__all__ = ["FRONT_ITEMS", "make_search_files", "render_index_pages"]

FRONT_ITEMS: Final = 100
"""Articles of a page of the front: as many as the feed's archive pages have (decision 0160)."""

SEARCHED_FROM: Final = 8
"""Fewer articles than these are seen at a glance, so the front has no search."""


def render_index_pages(
    show: Show,
    episodes: Sequence[Episode],
    shows: Sequence[Show] = (),
    *,
    feed: bool = True,
) -> dict[str, bytes]:
    """Return ``older-1.html`` (the oldest) and up, then ``index.html``, by path.

    Like the feed's archive they are filled from the oldest, `FRONT_ITEMS` each, so that a new
    article rewrites the front page alone, which holds fewer than twice as many. ``shows`` are the
    others of the edition, whose feeds the pages name too; with ``feed`` false only those.
    """
    front = _Front(show=show, shows=tuple(shows), feed=feed)
    rest = _sort_newest_first(episodes)
    count = max(0, len(rest) // FRONT_ITEMS - 1)
    # Titles are looked for in the whole edition, and that is the outermost front.
    searched = len(rest) >= SEARCHED_FROM and not (show.folder or show.private)
    pages: dict[str, bytes] = {}
    for number in range(1, count + 1):
        rest, cut = rest[:-FRONT_ITEMS], rest[-FRONT_ITEMS:]
        newer = f"older-{number + 1}.html" if number < count else "index.html"
        older = f"older-{number - 1}.html" if number > 1 else ""
        pages[f"{show.folder}older-{number}.html"] = _render_index(
            front, cut, newer=newer, older=older, search=searched
        )
    last = f"older-{count}.html" if count else ""
    page = _render_index(front, rest, newer="", older=last, search=searched)
    pages[f"{show.folder}index.html"] = page
    return pages


def make_search_files(episodes: Sequence[Episode]) -> dict[str, bytes]:
    """Return what the front searches with, by path: every title, and the script that looks."""
    if len(episodes) < SEARCHED_FROM:
        return {}
    titles = [_describe_title(episode) for episode in _sort_newest_first(episodes)]
    return {
        "titles.json": encode_json({"version": 1, "titles": titles}),
        "search.js": read_template("search.js").encode(),
    }


def _describe_title(episode: Episode) -> dict[str, object]:
    return {
        "title": choose_title(episode),
        "page": f"{episode.home}index.html",
        "section": clean_text(episode.section),
        "language": episode.language,
        "direction": find_direction(episode.language),
        "date": episode.published.isoformat(),
        "day": format_long_date(episode.published, find_phrases(episode.language)),
    }


def _sort_newest_first(episodes: Sequence[Episode]) -> list[Episode]:
    ordered = sorted(episodes, key=lambda episode: episode.guid)
    return sorted(ordered, key=lambda episode: episode.published, reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Front:
    """Whose pages they are: the show, the others that they name, and whether it has a feed."""

    show: Show
    shows: tuple[Show, ...]
    feed: bool

    def name_feeds(self) -> dict[str, object]:
        """Return what templates need of the feeds beside the show's own."""
        named = [
            {
                "title": clean_text(other.title),
                "folder": other.folder,
                "feed": f"{other.address}{other.folder}feed.xml",
            }
            for other in self.shows
        ]
        return {"shows": named} if self.feed else {"shows": named, "feed": "", "apps": []}


def _render_index(
    front: _Front, episodes: Sequence[Episode], *, newer: str, older: str, search: bool
) -> bytes:
    show = front.show
    hidden = show.preview and not show.private
    code = "" if hidden or not front.feed else _draw_feed_code(show)
    root = "../" * show.folder.count("/")
    return render_template(
        "index.html",
        show,
        show.language,
        root=root,
        days=[
            _make_day(show, root, list(together))
            for _, together in groupby(episodes, key=lambda episode: episode.published.date())
        ],
        search=search,
        newer=newer,
        older=older,
        code=Markup(code),  # noqa: S704 - drawn by us
        structured=Markup(describe_podcast_series(show)),  # noqa: S704 - format_json escaped < > &
        **front.name_feeds(),
    )


def _draw_feed_code(show: Show) -> str:
    # Imported here: a preview has no code and needs no segno.
    from audiopress.publish.pages.qr_code import draw_qr_code  # noqa: PLC0415

    return draw_qr_code(f"{show.address}{show.folder}feed.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """One day of the front page, its articles section by section."""

    date: str
    words: str
    episodes: list[dict[str, object]]


def _make_day(show: Show, root: str, episodes: list[Episode]) -> _Day:
    """Put the articles of a section together, sections in the order of their newest article."""
    sections = list(dict.fromkeys(clean_text(episode.section) for episode in episodes))
    ordered = sorted(episodes, key=lambda episode: sections.index(clean_text(episode.section)))
    first = episodes[0].published
    return _Day(
        date=first.date().isoformat(),
        words=format_long_date(first, find_phrases(show.language)),
        episodes=[describe_episode(episode, root + episode.home) for episode in ordered],
    )
