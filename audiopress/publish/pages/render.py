"""The pages people open: one for each episode, one for the edition.

Plain HTML that works without script, from any address and from a folder on disk: every link is
relative. Styles and scripts lie in files of their own, so a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from audiopress.publish.pages.phrases import (
    find_direction,
    find_phrases,
    find_show_phrases,
    format_length,
    format_long_date,
)
from audiopress.publish.pages.schema_org import describe_news_article, describe_podcast_series
from audiopress.publish.pages.transcript import group_paragraphs
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Episode, Show, Timeline

__all__ = [
    "FRONT_ITEMS",
    "make_search_files",
    "prepare_templates",
    "read_stylesheet",
    "render_embed_page",
    "render_episode_page",
    "render_index_pages",
    "render_withdrawn_page",
]

FRONT_ITEMS: Final = 100
SEARCHED_FROM: Final = 8
"""Fewer articles than these are seen at a glance, so the front has no search."""
_UP: Final = "../../"


def render_episode_page(
    show: Show, episode: Episode, timeline: Timeline, *, corrected: datetime | None = None
) -> bytes:
    """Return ``episodes/<slug>/index.html``: the player, the article as it is read, the links.

    ``corrected`` is the day of the newest correction, which the page then states.
    """
    words = find_phrases(episode.language)
    said = group_paragraphs(episode, timeline)
    first = said[0][0] if said and said[0][0].role == "opening" else None
    return _render(
        "episode.html",
        show,
        episode.language,
        root=_UP,
        episode=_describe_episode(episode, ""),
        corrected=format_long_date(corrected, words) if corrected else "",
        opening=first,  # it says who wrote it and when, so the page need not
        transcript=said[1:] if first else said,
        structured=Markup(  # noqa: S704 - format_json escaped < > &
            describe_news_article(show, episode, corrected=corrected)
        ),
    )


def render_embed_page(show: Show, episode: Episode) -> bytes:
    """Return ``episodes/<slug>/embed.html``: the player alone, for an iframe."""
    listed = _describe_episode(episode, "")
    return _render("embed.html", show, episode.language, root=_UP, episode=listed)


def render_withdrawn_page(show: Show, episode: Episode, *, reason: str = "") -> bytes:
    """Return the page that stands where an episode was: no sound, no text, the reason if any."""
    return _render(
        "withdrawn.html",
        show,
        episode.language,
        root=_UP,
        episode=_describe_episode(episode, ""),
        reason=clean_text(reason),
    )


def render_index_pages(show: Show, episodes: Sequence[Episode]) -> dict[str, bytes]:
    """Return ``older-1.html`` (the oldest) and up, then ``index.html``, by path.

    Like the feed's archive they are filled from the oldest, `FRONT_ITEMS` each, so that a new
    article rewrites the front page alone, which holds fewer than twice as many.
    """
    rest = _sort_newest_first(episodes)
    count = max(0, len(rest) // FRONT_ITEMS - 1)
    searched = len(rest) >= SEARCHED_FROM
    pages: dict[str, bytes] = {}
    for number in range(1, count + 1):
        rest, cut = rest[:-FRONT_ITEMS], rest[-FRONT_ITEMS:]
        newer = f"older-{number + 1}.html" if number < count else "index.html"
        older = f"older-{number - 1}.html" if number > 1 else ""
        pages[f"older-{number}.html"] = _render_index(
            show, cut, newer=newer, older=older, search=True
        )
    last = f"older-{count}.html" if count else ""
    pages["index.html"] = _render_index(show, rest, newer="", older=last, search=searched)
    return pages


def make_search_files(episodes: Sequence[Episode]) -> dict[str, bytes]:
    """Return what the front searches with, by path: every title, and the script that looks."""
    if len(episodes) < SEARCHED_FROM:
        return {}
    titles = [_describe_title(episode) for episode in _sort_newest_first(episodes)]
    return {
        "titles.json": encode_json({"version": 1, "titles": titles}),
        "search.js": _read_template("search.js").encode(),
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


def read_stylesheet() -> bytes:
    """Return ``style.css``, which lies beside ``index.html``."""
    return _read_template("style.css").encode()


def _sort_newest_first(episodes: Sequence[Episode]) -> list[Episode]:
    ordered = sorted(episodes, key=lambda episode: episode.guid)
    return sorted(ordered, key=lambda episode: episode.published, reverse=True)


def _render_index(
    show: Show, episodes: Sequence[Episode], *, newer: str, older: str, search: bool
) -> bytes:
    code = "" if show.preview else _draw_feed_code(show)
    return _render(
        "index.html",
        show,
        show.language,
        root="",
        days=[
            _make_day(show, list(together))
            for _, together in groupby(episodes, key=lambda episode: episode.published.date())
        ],
        search=search,
        newer=newer,
        older=older,
        code=Markup(code),  # noqa: S704 - drawn by us
        structured=Markup(describe_podcast_series(show)),  # noqa: S704 - format_json escaped < > &
    )


def _draw_feed_code(show: Show) -> str:
    from audiopress.publish.pages.qr_code import draw_qr_code  # noqa: PLC0415 - a preview needs no segno

    return draw_qr_code(f"{show.address}feed.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """One day of the front page, its articles section by section."""

    date: str
    words: str
    episodes: list[dict[str, object]]


def _make_day(show: Show, episodes: list[Episode]) -> _Day:
    """Put the articles of a section together, sections in the order of their newest article."""
    sections = list(dict.fromkeys(clean_text(episode.section) for episode in episodes))
    ordered = sorted(episodes, key=lambda episode: sections.index(clean_text(episode.section)))
    first = episodes[0].published
    return _Day(
        date=first.date().isoformat(),
        words=format_long_date(first, find_phrases(show.language)),
        episodes=[_describe_episode(episode, episode.home) for episode in ordered],
    )


def _render(name: str, show: Show, language: str, **values: object) -> bytes:
    feed = f"{show.address}feed.xml"
    text = (
        _load_environment()
        .get_template(name)
        .render(
            show=_clean_show(show),
            title=clean_text(show.title),
            language=language,
            direction=find_direction(language),
            words=find_show_phrases(show, language),
            site=clean_url(show.link),
            feed=feed,
            app="podcast" + feed[feed.index(":") :],
            **values,
        )
    )
    return (text.strip() + "\n").encode("utf-8", "replace")


def _clean_show(show: Show) -> Show:
    """Return ``show`` with its words fit for a page."""
    return replace(
        show,
        title=clean_text(show.title),
        description=clean_text(show.description),
        author=clean_text(show.author),
        copyright=clean_text(show.copyright),
    )


@cache
def _load_environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=FunctionLoader(_read_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def prepare_templates() -> None:
    """Read the templates of an episode's pages: a build does it while it waits for speech."""
    for name in ("episode.html", "embed.html"):
        _load_environment().get_template(name)


def _read_template(name: str) -> str:
    return (files("audiopress.publish.pages") / "templates" / name).read_text(encoding="utf-8")


def _describe_episode(episode: Episode, home: str) -> dict[str, object]:
    """Return what templates show of an episode; ``home`` leads from the page to its folder."""
    words = find_phrases(episode.language)
    version = home + episode.folder.removeprefix(episode.home)
    return {
        "title": choose_title(episode),
        "summary": clean_text(episode.summary),
        "byline": clean_text(episode.byline),
        "section": clean_text(episode.section),
        "language": episode.language,
        "direction": find_direction(episode.language),
        "url": clean_url(episode.url),
        "page": f"{home}index.html",
        "home": episode.home,
        "path": episode.enclosure.path,
        "audio": home + episode.enclosure.path.removeprefix(episode.home),
        "media_type": episode.enclosure.media_type,
        "alignment": f"{version}alignment.json",
        "published": episode.published.isoformat(),
        "date": format_long_date(episode.published, words),
        "length": format_length(episode.samples, episode.rate, words),
        "words": words,
    }
