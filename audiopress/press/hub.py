"""A WebSub hub is told that a feed has changed: once for a change, and when it can be fetched.

A hub fetches the feed as soon as it is told, so to be told before the edition is deployed is to be
told for nothing. What is served is compared with what was built; until it is the same, a note says
so. Nothing that goes wrong here is an error of the build (https://www.w3.org/TR/websub/).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

import msgspec

from audiopress.errors import ConfigError, SourceError
from audiopress.press.edition.publishing.shows import list_all_shows
from audiopress.store.atomic_files import read
from audiopress.store.keys import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.model import Show
    from audiopress.net.transport import FetchLimits
    from audiopress.settings import Settings
    from audiopress.store.cache import Cache

__all__ = ["HubNews", "list_hubs", "note_hubs", "tell_hubs"]

_KIND: Final = "hub"
"""The kind of record in the cache: what a hub was told of last."""

_PATIENCE: Final = 20.0
"""Seconds that a server may take for one answer: it is no reason to keep a build waiting."""

_FORM: Final = "application/x-www-form-urlencoded"
"""How a hub is told (PubSubHubbub 0.4, 7; WebSub leaves it to the hubs, which kept it)."""

_AGAIN: Final = "audiopress show ping"
"""What tells it later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubNews:
    """What became of one feed: ``told`` now, or why not; neither when the hub knows it already."""

    feed: str
    hub: str
    told: bool = False
    problem: str = ""


class _ToldHub(msgspec.Struct):
    """Digest of the feed that a hub was told of."""

    mark: str


def list_hubs(settings: Settings) -> list[Show]:
    """Return the shows of an edition whose feeds have a hub."""
    shows = list_all_shows(settings)
    return [show for show in shows if show.hub and not (show.private or show.preview)]


def note_hubs(settings: Settings, cache: Cache) -> list[str]:
    """Tell the hubs of what has changed; return a note on each that could not be told.

    Where the edition is deployed by us, that tells them: before it, no new feed is served.
    """
    if settings.deploy.target:
        return []
    if settings.untrusted:
        named = [show.hub for show in list_hubs(settings)]
        return [f"--untrusted: {hub} is told nothing" for hub in dict.fromkeys(named)]
    return [news.problem for news in _tell_all(settings, cache) if news.problem]


def tell_hubs(settings: Settings, cache: Cache) -> list[HubNews]:
    """Tell the hubs of what has changed; raises `ConfigError` where there is no hub."""
    if not list_hubs(settings):
        raise ConfigError(
            "no feed of this edition has a hub",
            where=str(settings.file or settings.root),
            hint='hub = "https://pubsubhubbub.appspot.com/" under [show]; '
            "a preview and a private show have none",
        )
    if settings.untrusted:
        raise ConfigError("--untrusted: no hub is told anything", where=str(settings.file))
    return list(_tell_all(settings, cache))


def _tell_all(settings: Settings, cache: Cache) -> Iterator[HubNews]:
    from audiopress.net.transport import FetchLimits  # noqa: PLC0415 - few editions have a hub

    limits = FetchLimits(allow_private=settings.allow_private, seconds=_PATIENCE)
    for show in list_hubs(settings):
        body = read(settings.output / f"{show.folder}feed.xml")
        if body is not None:
            yield _tell(show, body, cache, limits)


def _tell(show: Show, body: bytes, cache: Cache, limits: FetchLimits) -> HubNews:
    feed, mark = f"{show.address}{show.folder}feed.xml", digest([body.decode("utf-8", "replace")])
    key = digest([show.hub, feed])
    before = cache.find_record(_KIND, key, _ToldHub)
    if before and before.mark == mark:
        return HubNews(feed=feed, hub=show.hub)
    problem = _explain_unserved(feed, body, limits) or _post(show.hub, feed, limits)
    if problem:
        told = f"the hub {show.hub} does not know yet that {feed} has changed: {problem}"
        return HubNews(feed=feed, hub=show.hub, problem=told)
    cache.put_record(_KIND, key, {"mark": mark})
    return HubNews(feed=feed, hub=show.hub, told=True)


def _explain_unserved(feed: str, body: bytes, limits: FetchLimits) -> str:
    """Say why a hub would not find the feed that was built, or nothing."""
    from audiopress.net.http import fetch  # noqa: PLC0415 - as above

    try:
        served = fetch(feed, limits=limits).body
    except SourceError as error:
        return f"{error.message}; deploy the output folder, then {_AGAIN}"
    same = served.split() == body.split()  # some hosts write line ends of their own
    return "" if same else f"another one is there; deploy the output folder, then {_AGAIN}"


def _post(hub: str, feed: str, limits: FetchLimits) -> str:
    """Tell a hub; return what went wrong."""
    from audiopress.net.post import post  # noqa: PLC0415 - as above

    # hub.url is what hubs understand, hub.topic what some of them call it since.
    form = urlencode({"hub.mode": "publish", "hub.url": feed, "hub.topic": feed}).encode()
    try:
        answer = post(hub, form, {"Content-Type": _FORM}, limits=limits)
    except SourceError as error:
        return f"{error.message}; {_AGAIN} tries again"
    if answer.status // 100 == 2:  # noqa: PLR2004 - HTTP's class of success
        return ""
    return f"it answers {answer.status} {answer.reason}".strip() + f"; {_AGAIN} tries again"
