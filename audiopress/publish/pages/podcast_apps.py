"""The ways to subscribe to a show: its pages in directories, and apps that a link opens.

Links and words alone: no picture and no script of another host comes into a page.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from audiopress.publish.sanitize import clean_url

if TYPE_CHECKING:
    from audiopress.model import Show

__all__ = ["AppLink", "list_apps"]

_NAMES: Final = {
    "apple": "Apple Podcasts",
    "spotify": "Spotify",
    "youtube": "YouTube Music",
    "amazon": "Amazon Music",
    "overcast": "Overcast",
    "pocket_casts": "Pocket Casts",
    "castro": "Castro",
    "antennapod": "AntennaPod",
    "podcast_addict": "Podcast Addict",
}
"""How the apps are called; in this order they are shown: the most used first."""

_SCHEMES: Final = {
    "apple": "podcast://{bare}",
    "overcast": "overcast://x-callback-url/add?url={quoted}",
    "pocket_casts": "pktc://subscribe/{bare}",
    "castro": "castros://subscribe/{bare}",
    "antennapod": "antennapod-subscribe://{bare}",
    "podcast_addict": "podcastaddict://{bare}",
}
"""What opens an app at a feed that it has never seen; ``bare`` is an address without its scheme.
Overcast: https://overcast.fm/podcasterinfo; the
others have it in their apps, and link pages of publishers use it. Those that are not here take
shows from their directory alone."""


class AppLink(NamedTuple):
    """An app, and the address that opens the show in it."""

    name: str
    address: str


def list_apps(show: Show) -> list[AppLink]:
    """Return where the show can be subscribed to; nowhere while it is a preview for this machine.

    What the show's settings name counts before the scheme of an app.
    """
    if show.preview and not show.private:
        return []
    feed = f"{show.address}{show.folder}feed.xml"
    # No directory has a private show: only an app that opens at the feed itself.
    given = {
        item.name: "" if show.private else getattr(show.subscribe, item.name)
        for item in fields(show.subscribe)
    }
    places = {"bare": feed.partition("://")[2], "quoted": quote(feed, safe="")}
    links = {
        key: clean_url(given.get(key)) or _SCHEMES.get(key, "").format(**places) for key in _NAMES
    }
    return [AppLink(_NAMES[key], address) for key, address in links.items() if address]
