"""oEmbed: what another site needs to put the player into its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import escape

from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = ["write_oembed"]

_WIDTH: Final = 640
"""Pixels of the frame: what a column of text commonly has; the player takes any width."""

_HEIGHT: Final = 220
"""Pixels of the frame: title, byline and player without a scroll bar, the title on two lines."""


def write_oembed(show: Show, episode: Episode) -> bytes:
    """Return the static ``rich`` oEmbed 1.0 answer for one episode page.

    The sandbox of the iframe lets the player run and nothing else: no forms, no top navigation.
    """
    title = choose_title(episode)
    source = f"{show.address}{episode.home}embed.html"
    frame = (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{_WIDTH}" '
        f'height="{_HEIGHT}" loading="lazy" frameborder="0" style="border:0;max-width:100%" '
        'allow="autoplay; clipboard-write" '
        'sandbox="allow-scripts allow-same-origin allow-popups allow-downloads"></iframe>'
    )
    record: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": clean_text(show.title),
        "provider_url": show.address,
        "width": _WIDTH,
        "height": _HEIGHT,
        "html": str(frame),
    }
    if byline := clean_text(episode.byline):
        record["author_name"] = byline
    if url := clean_url(episode.url):
        record["author_url"] = url
    # All three or none (oEmbed 1.0, 2.3.4).
    if show.artwork and show.artwork_side:
        record |= {
            "thumbnail_url": show.address + show.artwork,
            "thumbnail_width": show.artwork_side,
            "thumbnail_height": show.artwork_side,
        }
    return encode_json(record, indent=2)
