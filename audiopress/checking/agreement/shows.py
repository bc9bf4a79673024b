"""Whether the shows of an edition are told apart: each page leads to the feed of its own show."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from audiopress.checking.feed.nodes import FeedNode, read_feed
from audiopress.checking.one_feed import find_base
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.players import read_words
from audiopress.publish.pages.qr_code import draw_qr_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml import etree

    from audiopress.checking.pages.listing import ListedEpisode
    from audiopress.checking.shelf import Shelf

__all__ = ["find_missing_episodes", "find_show_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_FEED: Final = "feed.xml"
"""The name of every live feed."""

_RSS: Final = ".//link[@rel='alternate'][@type='application/rss+xml']"
"""Where the head of a page names feeds: its own show's, then those of others."""

_PAGES: Final = ("episodes/*/index.html", "*/episodes/*/index.html")
"""Where pages of episodes lie: a private show's below its secret."""

_WEB: Final = ("http", "https", "")
"""Schemes of addresses that open no app: a show's page in a directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _ShowOfPage:
    """The show that a page is of: the path of its feed, its address, and its title."""

    path: str
    address: str
    title: str


def find_show_faults(shelf: Shelf, feeds: Sequence[str]) -> Iterator[Look]:
    """Yield a look at each front and each episode's page: whether all in it is of one show."""
    titles = {path: _read_channel(shelf, path) for path in feeds}
    for path in feeds:
        folder = path.removesuffix(_FEED)
        for where in (f"{folder}index.html", *shelf.list_paths(f"{folder}older-*.html")):
            yield "show of the page", where, _find_page_fault(shelf, where, path, titles)
    for where in (each for place in _PAGES for each in shelf.list_paths(place)):
        name = parse_html(shelf.read(where) or b"").find(".//p[@class='nameplate']/a")
        own = f"{posixpath.dirname(_follow(where, name))}/{_FEED}".lstrip("/")
        if own in titles:
            yield "show of the page", where, _find_page_fault(shelf, where, own, titles)


def find_missing_episodes(
    shelf: Shelf, listed: Mapping[str, Sequence[ListedEpisode]]
) -> Iterator[Look]:
    """Yield a look at each episode of an edition: whether the feed of its own show has it.

    ``listed`` has what each feed has, by its path. Half of what was built may have been deployed.
    """
    everything = {each.home: each for episodes in listed.values() for each in episodes}
    for home, episode in everything.items():
        where = f"{home}index.html"
        link = parse_html(shelf.read(where) or b"").find(_RSS)
        own = {"" if link is None else _follow(where, link), "" if episode.joined else _FEED}
        lost = [path for path in sorted(own) if path in listed and _lacks(listed[path], episode)]
        fault = f"is in another feed and not in {lost[0]}, which has older ones" if lost else ""
        yield "episodes of all shows", where, fault


def _lacks(episodes: Sequence[ListedEpisode], episode: ListedEpisode) -> bool:
    """Whether a feed goes without an episode for another reason than its age."""
    # A show may keep its newest episodes only.
    dates = [date for each in episodes if (date := _read_date(each.published))]
    date = _read_date(episode.published)
    newer = date is not None and any(other < date for other in dates)
    return newer and all(each.home != episode.home for each in episodes)


def _read_date(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _read_channel(shelf: Shelf, path: str) -> _ShowOfPage | None:
    channel = read_feed(shelf.read(path) or b"")
    if not isinstance(channel, FeedNode):
        return None  # it is said elsewhere
    title = " ".join(channel.text("title").split())
    # Where the feed names another address than its sound has, that is said elsewhere.
    return _ShowOfPage(path=path, address=find_base(shelf, path) + path, title=title)


def _follow(where: str, link: etree._Element | None, name: str = "href") -> str:
    """Return the path that a link of the page ``where`` leads to, or an address of elsewhere."""
    address = "" if link is None else unquote(link.get(name, ""))
    if not address or urlsplit(address).scheme:
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(where), address))


def _find_page_fault(
    shelf: Shelf, where: str, own: str, shows: Mapping[str, _ShowOfPage | None]
) -> str:
    """Return what on a page is of another show than the page itself."""
    show = shows[own]
    page = parse_html(shelf.read(where) or b"")
    if show is None:
        return ""
    fault = _find_head_fault(page, where, show) or _find_other_show(page, where, shows)
    return fault or _find_app_fault(page, show) or _find_code_fault(page, show)


def _find_head_fault(page: etree._Element, where: str, show: _ShowOfPage) -> str:
    feeds = [_follow(where, link) for link in page.iterfind(_RSS)][:1]
    feeds += [_follow(where, each, "playlist") for each in page.iterfind(".//audiopress-player")]
    strange = [path for path in feeds if path and path != show.path]
    if strange:
        return f"is of {show.path}, and leads to {strange[0]}"
    name = page.find(".//meta[@property='og:site_name']")
    told = name.get("content", "") if name is not None else show.title
    # A preview says in its feed what it is.
    same = show.title.startswith(" ".join(told.split()))
    return "" if same else f"is of {told!r}, and the feed of {show.title!r}"


def _find_other_show(
    page: etree._Element, where: str, shows: Mapping[str, _ShowOfPage | None]
) -> str:
    """Return where the name, the page and the feed of a show that a page names are not of one."""
    for line in page.iterfind(".//p[@class='address']"):
        link, code = line.find("a"), read_words(line.find("code"))
        leads = _follow(where, link)
        path = leads if leads.endswith(_FEED) else f"{posixpath.dirname(leads)}/{_FEED}".lstrip("/")
        show = shows.get(path)
        if show is not None and code and code != show.address:
            return f"shows {code}, and leads to {path}"
        named = read_words(link)
        if show is not None and not leads.endswith(_FEED) and named not in show.title:
            return f"calls {path} {named!r}, not {show.title!r}"
    return ""


def _find_app_fault(page: etree._Element, show: _ShowOfPage) -> str:
    bare = show.address.partition("://")[2]
    for link in page.iterfind(".//ul[@class='apps']//a"):
        address = unquote(link.get("href", ""))
        if urlsplit(address).scheme not in _WEB and not address.endswith(bare):
            return f"opens {read_words(link)} at {address}, not at {show.address}"
    return ""


def _find_code_fault(page: etree._Element, show: _ShowOfPage) -> str:
    """Return whether a phone would read another address than the feed's."""
    drawn = page.find(".//svg[@class='qr']/path[@class='qrline']")
    if drawn is None:
        return ""
    true = parse_html(draw_qr_code(show.address).encode()).find(".//path[@class='qrline']")
    same = true is not None and drawn.get("d") == true.get("d")
    return "" if same else f"has a code for phones that is not {show.address}"
