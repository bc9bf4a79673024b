"""Whether a feed says of its articles and of its show what their records and pages say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from audiopress.checking.feed.nodes import LONGEST_NAME, FeedNode, read_feed
from audiopress.checking.one_feed import find_base
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.players import read_words
from audiopress.checking.pages.structured_data import read_data
from audiopress.publish.sanitize import clean_text, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from audiopress.checking.pages.listing import ListedEpisode
    from audiopress.checking.shelf import Shelf

__all__ = ["find_feed_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""


def find_feed_faults(shelf: Shelf, path: str, episodes: Sequence[ListedEpisode]) -> Iterator[Look]:
    """Yield a look at the feed at ``path``: its items beside ``episodes``, its show and its front.

    ``episodes`` are what its items lead to.
    """
    channel = read_feed(shelf.read(path) or b"")
    if not isinstance(channel, FeedNode):
        return  # it is said elsewhere
    base = find_base(shelf, path)
    known = {each.guid: each for each in episodes}
    for item in channel.items:
        episode = known.get(item.text("guid"))
        fault = _find_item_fault(item, episode, channel, base) if episode else ""
        yield "facts of an item", item.text("title") or item.text("guid"), fault
    yield "picture of the show", path, _find_image_fault(channel)
    front = f"{path.removesuffix('feed.xml')}index.html"
    page = parse_html(shelf.read(front) or b"")
    yield "facts of the show", front, _find_front_fault(page, channel, f"{base}{path}")


def _find_item_fault(item: FeedNode, episode: ListedEpisode, channel: FeedNode, base: str) -> str:
    """Return which fact of an item is another than that of its episode."""
    own = episode.address or base + episode.home
    if item.text("link") != own:
        return f"leads to {item.text('link')}, not to {own}"
    article = item.value("podcast:contentLink", "href")
    if article and article != own:
        return f"names the article {article}, not {own}"
    byline = shorten(clean_text(episode.byline), LONGEST_NAME)
    author = item.text("itunes:author")
    shown = channel.text("itunes:author")
    # Of a show without a name of its own the feed has its title.
    fine = not author or author == byline or (not byline and author in (shown, ""))
    return "" if fine else f"is by {author!r}, not by {byline or shown!r}"


def _find_image_fault(channel: FeedNode) -> str:
    """Return which of the two pictures and titles of a channel is another than the other."""
    picture = channel.value("itunes:image", "href")
    for name, said, true in (
        ("image", channel.text("image/url"), picture),
        ("title of its image", channel.text("image/title"), channel.text("title")),
        ("link of its image", channel.text("image/link"), channel.text("link")),
    ):
        # A preview says of its title, and of it alone, what it is.
        if said and true and not true.startswith(said):
            return f"has the {name} {said!r}, not {true!r}"
    sized = channel.value("podcast:images", "srcset").split(" ")[0]
    other = sized and picture and sized != picture
    return f"has {sized} in podcast:images, not {picture}" if other else ""


def _find_front_fault(page: etree._Element, channel: FeedNode, feed: str) -> str:
    """Return what the front of a show says of it that its feed says otherwise."""
    data = read_data(page)
    title, picture = channel.text("title"), channel.value("itunes:image", "href")
    image = page.find(".//meta[@property='og:image']")
    pairs = (
        ("name", data.get("name"), title),
        ("webFeed", data.get("webFeed"), feed),
        ("image", data.get("image"), picture),
        ("og:image", None if image is None else image.get("content"), picture),
        ("heading", read_words(page.find(".//h1")) or None, " ".join(title.split())),
    )
    for name, said, true in pairs:
        if said is not None and true and not true.startswith(str(said)):
            return f"says of {name} {said!r}, and its feed {true!r}"
    site = page.find(".//p[@class='colophon']/a")
    leads = "" if site is None else urljoin(feed, site.get("href", ""))
    other = leads and leads != channel.text("link")
    return f"leads to {leads}, and its feed to {channel.text('link')}" if other else ""
