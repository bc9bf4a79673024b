"""oEmbed: what another site needs to put the player into its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.publish.pages.embed_code import FRAME_HEIGHT, FRAME_WIDTH, write_frame
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, encode_json

if TYPE_CHECKING:
    from audiopress.model import Episode, Show

__all__ = ["write_oembed"]


def write_oembed(show: Show, episode: Episode) -> bytes:
    """Return the static ``rich`` oEmbed 1.0 answer for one episode page."""
    title = choose_title(episode)
    record: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": clean_text(show.title),
        "provider_url": show.address,
        "width": FRAME_WIDTH,
        "height": FRAME_HEIGHT,
        "html": write_frame(show, episode),
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
