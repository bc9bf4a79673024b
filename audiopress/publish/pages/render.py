"""The page of each episode: with the article, alone in a frame, and when it is withdrawn.

Plain HTML that works without script, from any address and from a folder on disk: every link is
relative. Styles and scripts lie in files of their own, so a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from audiopress.publish.cover_names import (
    PICTURE_NAME,
    name_episode_cover,
    name_front_artwork,
    name_thumbnail,
)
from audiopress.publish.pages import template_files
from audiopress.publish.pages.phrases import (
    find_direction,
    find_phrases,
    find_show_phrases,
    format_length,
    format_locale,
    format_long_date,
)
from audiopress.publish.pages.podcast_apps import list_apps
from audiopress.publish.pages.schema_org import describe_news_article
from audiopress.publish.pages.template_files import open_templates
from audiopress.publish.pages.transcript import group_paragraphs
from audiopress.publish.player_files import name_player_version
from audiopress.publish.sanitize import choose_title, clean_text, clean_url

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from audiopress.model import Correction, Episode, Show, Timeline
    from audiopress.publish.pages.phrases import Phrases

__all__ = [
    "describe_episode",
    "prepare_templates",
    "read_colours",
    "read_fonts",
    "read_stylesheet",
    "read_template",
    "render_embed_page",
    "render_episode_page",
    "render_template",
    "render_withdrawn_page",
]

_PLACE: Final = "audiopress.publish.pages"
"""The package in which templates, styles and letters lie."""

_UP: Final = "../../"
"""From ``episodes/<slug>/`` to the folder in which styles and player lie."""


def render_episode_page(
    show: Show,
    episode: Episode,
    timeline: Timeline,
    *,
    corrected: datetime | None = None,
    corrections: Sequence[Correction] = (),
) -> bytes:
    """Return ``episodes/<slug>/index.html``: the player, the article as it is read, the links.

    ``corrected`` is the day of the newest correction, which the page then states; at its end it
    says when which paragraphs were corrected.
    """
    words = find_phrases(episode.language)
    groups = group_paragraphs(episode, timeline)
    first = groups[0][0] if groups and groups[0][0].role == "opening" else None
    return render_template(
        "episode.html",
        show,
        episode.language,
        root=_UP,
        episode=describe_episode(episode, "", show),
        corrected=format_long_date(corrected, words) if corrected else "",
        corrections=[_describe_correction(one, words) for one in corrections],
        # Of a language without words for it, only the names are said.
        dated=first and str(episode.published.year) in " ".join(one.text for one in first.parts),
        opening=first,  # it says who wrote it and when, so the page need not
        transcript=groups[1:] if first else groups,
        structured=Markup(  # noqa: S704 - format_json escaped < > &
            describe_news_article(show, episode, corrected=corrected)
        ),
    )


def _describe_correction(correction: Correction, words: Phrases) -> dict[str, object]:
    return {
        "date": format_long_date(correction.at, words),
        "moment": correction.at.isoformat(timespec="seconds"),
        "paragraphs": correction.paragraphs,
    }


def render_embed_page(show: Show, episode: Episode) -> bytes:
    """Return ``episodes/<slug>/embed.html``: the player alone, for an iframe."""
    listed = describe_episode(episode, "")
    return render_template("embed.html", show, episode.language, root=_UP, episode=listed)


def render_withdrawn_page(
    show: Show, episode: Episode, *, reason: str = "", linked: bool = True
) -> bytes:
    """Return the page that stands where an episode was: no sound, no text, the reason if any.

    Not ``linked`` it leads to no article: of one whose own page is gone.
    """
    return render_template(
        "withdrawn.html",
        show,
        episode.language,
        root=_UP,
        episode=describe_episode(episode if linked else replace(episode, url=None), ""),
        reason=clean_text(reason),
    )


def read_stylesheet() -> bytes:
    """Return ``style.css``, which lies beside ``index.html``."""
    return read_template("style.css").encode()


def read_colours() -> str:
    """Return the colours and letters of ``style.css``, for a page that has a style of its own."""
    style = read_template("style.css")
    return style[style.index(":root {") : style.index("*, ::before")]


def read_fonts() -> dict[str, bytes]:
    """Return the letters of headlines, with their licence, which lie beside ``style.css``."""
    folder = files(_PLACE) / "templates"
    return {
        "literata-semibold.woff": (folder / "literata-semibold.woff").read_bytes(),
        "literata-licence.txt": (folder / "literata-semibold.OFL.txt").read_bytes(),
    }


def render_template(name: str, show: Show, language: str, **values: object) -> bytes:
    """Return a page from a template: ``values`` and what all pages say of the show, as UTF-8."""
    feed = f"{show.address}{show.folder}feed.xml"
    common: dict[str, object] = {"feed": feed, "shows": [], "apps": list_apps(show)}
    text = (
        open_templates(_PLACE)
        .get_template(name)
        .render(
            show=_clean_show(show),
            title=clean_text(show.title),
            language=language,
            direction=find_direction(language),
            words=find_show_phrases(show, language),
            site=clean_url(show.link),
            folder=show.folder,
            player_version=name_player_version(),
            locale=format_locale(language),
            front_artwork=name_front_artwork(show.artwork),
            **common | values,
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


def prepare_templates() -> None:
    """Read the templates of an episode's pages: a build does it while it waits for speech."""
    for name in ("episode.html", "embed.html"):
        open_templates(_PLACE).get_template(name)


def read_template(name: str) -> str:
    """Return the text of a file of ``templates/``."""
    return template_files.read_template(_PLACE, name)


def _describe_picture(episode: Episode) -> dict[str, str] | None:
    """Return name, size and small form of an article's picture; of what is no such name nothing."""
    named = PICTURE_NAME.fullmatch(episode.picture)
    if not named:
        return None
    return {"name": named[0], "small": name_thumbnail(named[0]), **named.groupdict()}


def describe_episode(episode: Episode, home: str, show: Show | None = None) -> dict[str, object]:
    """Return what templates show of an episode; ``home`` leads from the page to its folder."""
    words = find_phrases(episode.language)
    return {
        "title": choose_title(episode),
        "summary": clean_text(episode.summary),
        "byline": clean_text(episode.byline),
        "credits": [clean_text(text) for text in episode.credits],
        "section": clean_text(episode.section),
        "language": episode.language,
        "direction": find_direction(episode.language),
        "url": clean_url(episode.url),
        "page": f"{home}index.html",
        "home": episode.home,
        "path": episode.enclosure.path,
        "audio": home + episode.enclosure.path.removeprefix(episode.home),
        "media_type": episode.enclosure.media_type,
        "record": f"{home}episode.json",
        "cover": name_episode_cover(show, episode, wide=True) if show else "",
        "picture": _describe_picture(episode),
        "published": episode.published.isoformat(timespec="seconds"),
        "date": format_long_date(episode.published, words),
        "length": format_length(episode.samples, episode.rate, words),
        "words": words,
    }
