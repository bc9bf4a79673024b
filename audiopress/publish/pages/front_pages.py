"""The pages of an edition that list its episodes: the front, the older ones, and their search.

Plain HTML as `audiopress.publish.pages.render` makes it. Like the feed's archive the pages are
filled from the oldest, so that a new article rewrites the front alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from markupsafe import Markup

from audiopress.publish.newest_first import sort_newest_first
from audiopress.publish.pages.phrases import find_direction, find_phrases, format_long_date
from audiopress.publish.pages.render import describe_episode, read_template, render_template
from audiopress.publish.pages.schema_org import describe_podcast_series
from audiopress.publish.sanitize import choose_title, clean_text, encode_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Episode, Show

__all__ = [
    "FRONT_ITEMS",
    "LISTED_TITLES",
    "IndexPage",
    "TitleList",
    "make_search_files",
    "make_search_script",
    "make_title_list",
    "plan_index_pages",
    "plan_title_lists",
    "render_index_page",
    "render_index_pages",
]

FRONT_ITEMS: Final = 100
"""Articles of a page of the front: as many as the feed's archive pages have (decision 0160)."""

LISTED_TITLES: Final = 1000
"""Articles of a list of titles that is closed, some 200 kB: below twice as many there is one."""

SEARCHED_FROM: Final = 8
"""Fewer articles than these are seen at a glance, so the front has no search."""


class Listed(Protocol):
    """What is known of an episode to find its place among others, and its title by searching."""

    @property
    def guid(self) -> str:
        """What decides between two of one moment."""

    @property
    def published(self) -> datetime:
        """The date by which it stands among others."""

    @property
    def title(self) -> str:
        """As the article has it."""

    @property
    def slug(self) -> str:
        """The name of its folder."""

    @property
    def home(self) -> str:
        """Its folder below the output folder."""

    @property
    def section(self) -> str:
        """The part of the publication that it is of."""

    @property
    def language(self) -> str:
        """Tag of the language that it is in."""


_Listed = TypeVar("_Listed", bound=Listed)
_Other = TypeVar("_Other", bound=Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage(Generic[_Listed]):
    """One page of the front: its name, its episodes newest first, the names of its neighbours."""

    name: str
    episodes: Sequence[_Listed]
    newer: str
    older: str
    search: bool

    def with_episodes(self, episodes: Sequence[_Other]) -> IndexPage[_Other]:
        """Return the same page of the same episodes as another kind of value."""
        return IndexPage(
            name=self.name,
            episodes=episodes,
            newer=self.newer,
            older=self.older,
            search=self.search,
        )


def plan_index_pages(show: Show, episodes: Sequence[_Listed]) -> list[IndexPage[_Listed]]:
    """Return the pages of the front, ``older-1.html`` (the oldest) and up, then ``index.html``.

    Like the feed's archive they are filled from the oldest, `FRONT_ITEMS` each, so that a new
    article rewrites the front page alone, which holds fewer than twice as many.
    """
    ordered = sort_newest_first(episodes)
    count = max(0, len(ordered) // FRONT_ITEMS - 1)
    # Titles are looked for in the whole edition, and that is the outermost front.
    searched = len(ordered) >= SEARCHED_FROM and not (show.folder or show.private)
    pages: list[IndexPage[_Listed]] = []
    rest = len(ordered)
    for number in range(1, count + 2):
        # The last has all that is left.
        first = rest - FRONT_ITEMS if number <= count else 0
        pages.append(
            IndexPage(
                name=_name_page(number, count),
                episodes=ordered[first:rest],
                newer=_name_page(number + 1, count) if number <= count else "",
                older=_name_page(number - 1, count) if number > 1 else "",
                search=searched,
            )
        )
        rest = first
    return pages


def _name_page(number: int, count: int) -> str:
    return f"older-{number}.html" if number <= count else "index.html"


def render_index_page(
    show: Show, page: IndexPage[Episode], shows: Sequence[Show] = (), *, feed: bool = True
) -> dict[str, bytes]:
    """Return one page of the front by its path; ``shows`` as `render_index_pages` has them."""
    front = _Front(show=show, shows=tuple(shows), feed=feed)
    body = _render_index(
        front, page.episodes, newer=page.newer, older=page.older, search=page.search
    )
    return {f"{show.folder}{page.name}": body}


def render_index_pages(
    show: Show,
    episodes: Sequence[Episode],
    shows: Sequence[Show] = (),
    *,
    feed: bool = True,
) -> dict[str, bytes]:
    """Return all pages of the front by path, in the order of `plan_index_pages`.

    ``shows`` are the others of the edition, whose feeds the pages name too; with ``feed`` false
    only those.
    """
    pages: dict[str, bytes] = {}
    for page in plan_index_pages(show, episodes):
        pages |= render_index_page(show, page, shows, feed=feed)
    return pages


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleList(Generic[_Listed]):
    """Episodes, newest first, that the front searches in: its file, how many older ones there are.

    ``older`` is counted in ``titles.json`` alone.
    """

    name: str
    episodes: Sequence[_Listed]
    older: int


def plan_title_lists(episodes: Sequence[_Listed]) -> list[TitleList[_Listed]]:
    """Return what the front searches in: ``titles-1.json`` (the oldest) and up, ``titles.json``.

    Filled from the oldest, `LISTED_TITLES` each, so that a new article rewrites the last alone. An
    edition that is seen at a glance has none.
    """
    ordered = sort_newest_first(episodes)
    if len(ordered) < SEARCHED_FROM:
        return []
    count = max(0, len(ordered) // LISTED_TITLES - 1)
    rest = len(ordered) - count * LISTED_TITLES
    ends = [len(ordered) - number * LISTED_TITLES for number in range(count)]
    older = [
        TitleList(
            name=f"titles-{number}.json", episodes=ordered[end - LISTED_TITLES : end], older=0
        )
        for number, end in enumerate(ends, 1)
    ]
    return [*older, TitleList(name="titles.json", episodes=ordered[:rest], older=count)]


def make_title_list(titles: TitleList[_Listed]) -> dict[str, bytes]:
    """Return one list of titles by its path."""
    older = {"older": titles.older} if titles.older else {}
    found = [_describe_title(episode) for episode in titles.episodes]
    return {titles.name: encode_json({"version": 1, **older, "titles": found})}


def make_search_files(episodes: Sequence[Listed]) -> dict[str, bytes]:
    """Return what the front searches with, by path: all titles, and the script that looks."""
    files: dict[str, bytes] = {}
    for titles in plan_title_lists(episodes):
        files |= make_title_list(titles)
    return files | (make_search_script() if files else {})


def make_search_script() -> dict[str, bytes]:
    """Return the script that looks, by its path."""
    return {"search.js": read_template("search.js").encode()}


def _describe_title(episode: Listed) -> dict[str, object]:
    return {
        "title": choose_title(episode),
        "page": f"{episode.home}index.html",
        "section": clean_text(episode.section),
        "language": episode.language,
        "direction": find_direction(episode.language),
        "date": episode.published.isoformat(timespec="seconds"),
        "day": format_long_date(episode.published, find_phrases(episode.language)),
    }


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
