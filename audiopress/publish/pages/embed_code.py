"""What is pasted into another page to have the player there (``docs/player.md``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from markupsafe import escape

from audiopress.publish.sanitize import choose_title

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = [
    "FRAME_HEIGHT",
    "FRAME_WIDTH",
    "EmbedForm",
    "write_embed_code",
    "write_frame",
    "write_script_line",
]

EmbedForm = Literal["iframe", "element", "script"]
"""How the player comes into a page: in a frame, as an element, or by a line in the template."""

FRAME_WIDTH: Final = 640
"""Pixels of the frame: what a column of text commonly has; the player takes any width."""

FRAME_HEIGHT: Final = 220
"""Pixels of the frame: title, byline and player without a scroll bar, the title on two lines."""


def write_embed_code(show: Show, episode: Episode, form: EmbedForm) -> str:
    """Return the HTML to paste, without a line break at its end."""
    if form == "iframe":
        return write_frame(show, episode)
    if form == "script":
        return write_script_line(show)
    return _write_element(show, episode)


def write_script_line(show: Show) -> str:
    """Return the line of a site's template that puts each article's player into its page."""
    return f'<script type="module" src="{_find_player(show)}.js" data-auto></script>'


def write_frame(show: Show, episode: Episode) -> str:
    """Return the player in a frame, whose sandbox lets it run and nothing else."""
    source = f"{show.address}{episode.home}embed.html"
    return (
        f'<iframe src="{escape(source)}" title="{escape(choose_title(episode))}" '
        f'width="{FRAME_WIDTH}" '
        f'height="{FRAME_HEIGHT}" loading="lazy" frameborder="0" style="border:0;max-width:100%" '
        'allow="autoplay; clipboard-write" '
        'sandbox="allow-scripts allow-same-origin allow-popups allow-downloads"></iframe>'
    )


def _find_player(show: Show) -> str:
    return f"{escape(show.address)}player/audiopress-player"


def _write_element(show: Show, episode: Episode) -> str:
    script = _find_player(show)
    record = escape(f"{show.address}{episode.home}episode.json")
    sound = escape(show.address + episode.enclosure.path)
    return (
        f'<link rel="stylesheet" href="{script}.css">\n'
        f'<script type="module" src="{script}.js"></script>\n'
        f'<audiopress-player src="{record}">\n'
        f'  <audio controls preload="none" src="{sound}"></audio>\n'
        "</audiopress-player>"
    )
