"""The podcast feed: RSS 2.0 for Apple, the open podcast index, and everything else.

feedgen writes the frame; `ExtraElements` is our one extension, for what it lacks. While feedgen
writes dates it switches the process's locale, so only one thread may call `write_feeds` at a time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import SubElement

from audiopress.publish.cover_names import name_episode_cover
from audiopress.publish.feed.apple_categories import find_category
from audiopress.publish.feed.archive_pages import Dated, FeedPage, cut_pages
from audiopress.publish.feed.channel import (
    VALUE_LIMIT,
    check_channel_value,
    describe_channel,
    make_channel_elements,
)
from audiopress.publish.feed.item import (
    FeedElement,
    Notice,
    describe_item,
    describe_item_in_html,
    make_item_elements,
)
from audiopress.publish.newest_first import sort_newest_first
from audiopress.publish.pages.phrases import find_phrases
from audiopress.publish.sanitize import choose_title, clean_text, clean_url, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from audiopress.model import Episode, Show

__all__ = ["plan_feeds", "write_feed", "write_feeds"]

_Dated = TypeVar("_Dated", bound=Dated)

# Prefixes and namespaces as their specifications spell them, to the letter: readers compare text.
_NAMESPACES: Final = {
    "podcast": "https://podcastindex.org/namespace/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "atom": "http://www.w3.org/2005/Atom",
    "fh": "http://purl.org/syndication/history/1.0",
}
_generator: Any = FeedGenerator  # without types, and with attributes made at run time


class ExtraElements(BaseExtension):
    """What feedgen lacks, on channel and item alike: elements of other namespaces, in order."""

    def __init__(self) -> None:
        """Start with nothing to add."""
        self.elements: list[FeedElement] = []
        self.built = True

    def extend_ns(self) -> dict[str, str]:
        """Return the prefixes for the root element."""
        return {prefix: _NAMESPACES[prefix] for prefix in ("podcast", "fh")}

    def extend_rss(self, root: _Element) -> _Element:
        """Append the elements to the channel of an ``rss`` root, or to an item."""
        parent = root[0] if root.tag == "rss" else root
        for element in self.elements:
            child = SubElement(parent, _spell_for_lxml(element.name), dict(element.attributes))
            child.text = element.text or None
        if not self.built:  # feedgen has put the clock's time there
            parent.remove(parent.find("lastBuildDate"))
        return root


@cache
def _spell_for_lxml(name: str) -> str:
    """Return a prefixed name as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def plan_feeds(episodes: Sequence[_Dated], folder: str = "") -> list[FeedPage[_Dated]]:
    """Return the documents of a feed, ``feed-1.xml`` (the oldest) and up, then ``feed.xml``.

    The order is that in which they may be written: each names only documents before it.
    ``folder`` is where they lie below the output folder (``"shows/<id>/"``).
    """
    return cut_pages(sort_newest_first(episodes), folder)


def write_feeds(
    show: Show,
    episodes: Sequence[Episode],
    *,
    folder: str = "",
    notice: Notice | None = None,
) -> dict[str, bytes]:
    """Return all documents of a feed by path, in the order of `plan_feeds`.

    ``notice`` is an item before all others. Raises `ConfigError` for a show no directory would
    take.
    """
    pages = plan_feeds(episodes, folder)
    live = pages[-1].name
    return {
        page.name: write_feed(show, page, folder, notice if page.name == live else None)
        for page in pages
    }


def write_feed(
    show: Show, page: FeedPage[Episode], folder: str = "", notice: Notice | None = None
) -> bytes:
    """Return one document of a feed; raises as `write_feeds`."""
    feed = _generator()
    # What feedgen calls "podcast" are the elements of itunes; those of podcast are ours.
    feed.load_extension("podcast", atom=False, rss=True)
    feed.register_extension("extra", ExtraElements, ExtraElements, atom=False, rss=True)
    _set_channel(feed, show, page)
    feed.extra.elements += make_channel_elements(show) + _link_pages(show, page, folder)
    if notice:
        _add_notice(feed, show, notice)
    for episode in page.episodes:
        _add_item(feed, show, episode)
    written: bytes = feed.rss_str(pretty=True)
    return written


def _set_channel(feed: Any, show: Show, page: FeedPage[Episode]) -> None:
    """Set what feedgen knows; the alternate link comes last because feedgen keeps the last."""
    title = check_channel_value(show.title, "title")
    mark = (
        f" ({find_phrases(show.language).preview_mark})"
        if show.preview and not show.private
        else ""
    )
    feed.title(title + mark)
    feed.description(describe_channel(show, title))
    feed.link(href=show.address + page.name, rel="self", type="application/rss+xml")
    feed.link(href=clean_url(show.link) or show.address + show.folder, rel="alternate")
    feed.language(show.language)
    feed.generator("audiopress")
    feed.docs("https://www.rssboard.org/rss-specification")
    if show.copyright:
        feed.copyright(check_channel_value(show.copyright, "copyright"))
    if page.changed is None:
        feed.extra.built = False
    else:
        feed.lastBuildDate(page.changed)
    _set_itunes_channel(feed, show, title)


def _set_itunes_channel(feed: Any, show: Show, title: str) -> None:
    main, sub = find_category(show.category)
    author = check_channel_value(show.author, "author") if show.author else title
    categories = [{"cat": main, "sub": sub} if sub else {"cat": main}]
    if show.second_category:
        main, sub = find_category(show.second_category)
        categories.append({"cat": main, "sub": sub} if sub else {"cat": main})
    feed.podcast.itunes_category(categories)
    feed.podcast.itunes_author(author)
    feed.podcast.itunes_type("episodic")
    if show.artwork:
        picture = show.address + show.artwork
        feed.podcast.itunes_image(picture)
        link = clean_url(show.link) or show.address + show.folder
        feed.image(url=picture, title=title, link=link)
    if show.email:
        feed.podcast.itunes_owner(name=author, email=check_channel_value(show.email, "email"))
    if show.preview and not show.private:
        feed.podcast.itunes_block(True)


def _link_pages(show: Show, page: FeedPage[Episode], folder: str) -> list[FeedElement]:
    """Return what RFC 5005 wants of a document: which it is, and the one before it."""
    links: list[FeedElement] = []
    if page.archive:
        links.append(FeedElement("fh:archive"))
        links.append(_make_atom_link("current", f"{show.address}{folder}feed.xml"))
    if page.older:
        links.append(_make_atom_link("prev-archive", show.address + page.older))
    return links


def _make_atom_link(relation: str, address: str) -> FeedElement:
    return FeedElement("atom:link", "", (("rel", relation), ("href", address)))


def _add_notice(feed: Any, show: Show, notice: Notice) -> None:
    """Add an item that is no episode, with sound where there is some."""
    item = feed.add_entry(order="append")
    item.title(shorten(notice.title, VALUE_LIMIT))
    item.guid(notice.guid, permalink=False)
    item.link(href=show.address, rel="alternate")
    item.description(notice.text)
    item.pubDate(notice.date)
    if notice.enclosure is not None:
        item.enclosure(
            url=show.address + notice.enclosure.path,
            length=str(notice.enclosure.length),
            type=notice.enclosure.media_type,
        )
        item.podcast.itunes_duration(notice.seconds)
    item.podcast.itunes_title(shorten(notice.title, VALUE_LIMIT))
    item.podcast.itunes_episode_type("full")


def _add_item(feed: Any, show: Show, episode: Episode) -> None:
    """Add one item, in the order given."""
    # Without an order feedgen would put it before the others.
    item = feed.add_entry(order="append")
    item.title(shorten(choose_title(episode), VALUE_LIMIT))
    item.guid(episode.guid, permalink=False)
    item.link(href=clean_url(episode.url) or show.address + episode.home, rel="alternate")
    item.description(describe_item(show, episode))
    item.content(describe_item_in_html(show, episode), type="CDATA")
    item.enclosure(
        url=show.address + episode.enclosure.path,
        length=str(episode.enclosure.length),
        type=episode.enclosure.media_type,
    )
    item.pubDate(episode.published)
    item.podcast.itunes_duration(max(1, round(episode.samples / episode.rate)))
    item.podcast.itunes_title(shorten(choose_title(episode), VALUE_LIMIT))
    item.podcast.itunes_author(
        shorten(clean_text(episode.byline or show.author), VALUE_LIMIT) or None
    )
    item.podcast.itunes_episode_type("full")
    item.podcast.itunes_image(show.address + name_episode_cover(show, episode))
    if episode.section:
        item.category(term=shorten(clean_text(episode.section), VALUE_LIMIT))
    item.extra.elements += make_item_elements(show, episode)
