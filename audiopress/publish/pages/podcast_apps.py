"""The ways to subscribe to a show: its pages in directories, and apps that a link opens.

Links and words alone: no picture and no script of another host comes into a page.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote, urlsplit

from audiopress.publish.sanitize import clean_url

if TYPE_CHECKING:
    from audiopress.model import Show

__all__ = ["AppLink", "drop_unreachable", "is_near", "list_apps"]

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

_BY_SERVERS: Final = frozenset({"overcast", "pocket_casts", "castro"})
"""Apps whose own servers fetch feeds, which reach no address of a network at home."""

_BUTTON_BY_SERVERS = re.compile(
    rb'<li><a class="button" href="(?:%s):[^"]*"[^>]*>[^<]*</a></li>\n?'
    % b"|".join(_SCHEMES[key].partition(":")[0].encode() for key in sorted(_BY_SERVERS))
)
"""The button of such an app in a page, where it opens the app at the feed."""

_NEAR = (".local", ".lan", ".home", ".localhost", ".internal", ".home.arpa", ".fritz.box")
"""What names of machines end with that mean something in one network alone."""


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
    schemes = {
        key: scheme
        for key, scheme in _SCHEMES.items()
        if key not in _BY_SERVERS or not is_near(feed)
    }
    # No directory has a private show: only an app that opens at the feed itself.
    given = {
        item.name: "" if show.private else getattr(show.subscribe, item.name)
        for item in fields(show.subscribe)
    }
    places = {"bare": feed.partition("://")[2], "quoted": quote(feed, safe="")}
    links = {
        key: clean_url(given.get(key)) or schemes.get(key, "").format(**places) for key in _NAMES
    }
    return [AppLink(_NAMES[key], address) for key, address in links.items() if address]


def is_near(address: str) -> bool:
    """Whether an address leads somewhere only on this machine or in its network."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_NEAR)


def drop_unreachable(page: bytes) -> bytes:
    """Return a page for a network at home without the apps that cannot fetch a feed there."""
    return _BUTTON_BY_SERVERS.sub(b"", page)
