"""The pages people open: one for each episode, one for the edition.

Plain HTML that works without script, from any address and from a folder on disk: every link is
relative. Styles and scripts lie in files of their own, so a strict Content-Security-Policy holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from audiopress.publish.phrases import direction, long_date, minutes, phrases
from audiopress.publish.plain import clean, http_address
from audiopress.publish.structured_data import news_article, podcast_series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Cue, Episode, Role, Show, Timeline

__all__ = ["embed_page", "episode_page", "index_page", "stylesheet", "withdrawn_page"]

_TAGS = {"heading": "h2", "quote": "blockquote", "list_item": "li", "table": "p"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What one voice says of a paragraph; ``cue`` counts the paragraphs of the alignment."""

    cue: int
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """One paragraph of the transcript as HTML shows it."""

    tag: str
    role: Role
    parts: tuple[_Part, ...]


def episode_page(show: Show, episode: Episode, timeline: Timeline) -> bytes:
    """Return ``episodes/<slug>/index.html``: the player, the article as it is read, the links."""
    return _render(
        "episode.html",
        show,
        episode.language,
        root="../../",
        episode=_listed(episode, ""),
        transcript=_transcript(episode, timeline),
        structured=Markup(news_article(show, episode)),  # noqa: S704 - json_text escaped < > &
    )


def embed_page(show: Show, episode: Episode) -> bytes:
    """Return ``episodes/<slug>/embed.html``: the player alone, for an iframe."""
    return _render(
        "embed.html", show, episode.language, root="../../", episode=_listed(episode, "")
    )


def withdrawn_page(show: Show, episode: Episode) -> bytes:
    """Return the page that stands where an episode was: no sound, no text, a word why."""
    return _render(
        "withdrawn.html", show, episode.language, root="../../", episode=_listed(episode, "")
    )


def index_page(show: Show, episodes: Sequence[Episode]) -> bytes:
    """Return ``index.html``: the edition's articles by day, newest first."""
    words = phrases(show.language)
    ordered = sorted(episodes, key=lambda episode: episode.guid)
    ordered.sort(key=lambda episode: episode.published, reverse=True)
    days = [
        {
            "date": day.isoformat(),
            "words": long_date(together[0].published, words),
            "episodes": [_listed(episode, episode.home) for episode in together],
        }
        for day, group in groupby(ordered, key=lambda episode: episode.published.date())
        if (together := list(group))
    ]
    return _render(
        "index.html",
        show,
        show.language,
        root="",
        days=days,
        structured=Markup(podcast_series(show)),  # noqa: S704 - json_text escaped < > &
    )


def stylesheet() -> bytes:
    """Return ``style.css``, which lies beside ``index.html``."""
    return _template("style.css").encode()


def _render(name: str, show: Show, language: str, **values: object) -> bytes:
    page = _environment().get_template(name)
    text = page.render(
        show=_shown(show),
        title=clean(show.title),
        language=language,
        direction=direction(language),
        words=phrases(language),
        site=http_address(show.link),
        feed=show.address + "feed.xml",
        **values,
    )
    return (text.strip() + "\n").encode("utf-8", "replace")


def _shown(show: Show) -> Show:
    """Return ``show`` with its words fit for a page."""
    return replace(
        show,
        title=clean(show.title),
        description=clean(show.description),
        author=clean(show.author),
        copyright=clean(show.copyright),
    )


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        loader=FunctionLoader(_template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template(name: str) -> str:
    return (files("audiopress.publish") / "templates" / name).read_text(encoding="utf-8")


def _listed(episode: Episode, home: str) -> dict[str, object]:
    """Return what templates show of an episode, with addresses relative to ``home``'s parent."""
    words = phrases(episode.language)
    version = home + episode.folder.removeprefix(episode.home)
    return {
        "title": clean(episode.title),
        "summary": clean(episode.summary),
        "byline": clean(episode.byline),
        "section": clean(episode.section),
        "language": episode.language,
        "direction": direction(episode.language),
        "url": http_address(episode.url),
        "page": f"{home}index.html",
        "audio": home + episode.enclosure.path.removeprefix(episode.home),
        "media_type": episode.enclosure.media_type,
        "alignment": f"{version}alignment.json",
        "captions": f"{version}transcript.vtt",
        "published": episode.published.isoformat(),
        "date": long_date(episode.published, words),
        "minutes": minutes(episode.samples, episode.rate, words),
        "narrators": ", ".join(clean(name) for name in episode.narrators),
        "home": episode.home,
        "path": episode.enclosure.path,
        "narrated": words.narrated,
    }


def _transcript(episode: Episode, timeline: Timeline) -> list[list[_Paragraph]]:
    """Return the paragraphs, neighbours of one list together; the headline is the page's own."""
    numbered = list(enumerate(timeline.cues))
    found = [
        _paragraph(list(group))
        for _, group in groupby(numbered, key=lambda pair: pair[1].utterance.paragraph)
    ]
    title = clean(episode.title)
    kept = [one for one in found if one.role != "headline" or one.parts[0].text != title]
    groups: list[list[_Paragraph]] = []
    for one in kept:
        if one.tag == "li" and groups and groups[-1][0].tag == "li":
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _paragraph(cues: list[tuple[int, Cue]]) -> _Paragraph:
    role = cues[0][1].utterance.role
    parts = tuple(
        _Part(cue=number, text=clean(cue.utterance.source), language=cue.utterance.language)
        for number, cue in cues
    )
    return _Paragraph(tag=_TAGS.get(role, "p"), role=role, parts=parts)
