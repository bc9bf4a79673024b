"""Which feed stands for a page that somebody named: a site's front, or what was its feed once."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.model import Document, Refused
from audiopress.sources.announced_feeds import claims_article, find_announced_feeds
from audiopress.sources.lists.list_names import is_named_as_list
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from audiopress.sources.announced_feeds import AnnouncedFeed
    from audiopress.sources.crawling.kept_pages import PageMemory

__all__ = ["SiteFeeds", "explain_no_feed", "find_site_feeds"]

_KIND = "site-feed"
"""The kind of record in the cache: the feed that was taken for a page."""


@dataclass(frozen=True, slots=True)
class SiteFeeds:
    """The address of the feed to take for a page, if there is one, and what is to be named."""

    address: str = ""
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class _TakenFeed:
    """The feed that was taken for a page."""

    address: str


def find_site_feeds(
    source: str, page: Document, memory: PageMemory, *, take_first: bool
) -> SiteFeeds | None:
    """Return which feed stands for ``page``, which came for ``source``; nothing for an article.

    What was taken once is remembered: a site that announces none today is in trouble. A page at
    an address that is a feed's by its name is none either, unless it says that it is an article.
    """
    feeds = find_announced_feeds(page)
    if len(feeds) > 1 and not take_first:
        return SiteFeeds(refused=(Refused(uri=source, error=_ask_which(source, feeds)),))
    if feeds:
        memory.put_record(_KIND, source, asdict(_TakenFeed(feeds[0].address)))
        return SiteFeeds(feeds[0].address)
    if claims_article(page):
        return None
    taken = memory.find_record(_KIND, source, _TakenFeed)
    if taken is not None:
        error = _explain_none_now(source, taken.address)
        return SiteFeeds(taken.address, (Refused(uri=source, error=error),))
    if is_named_as_list(source):
        return SiteFeeds(refused=(Refused(uri=source, error=explain_no_feed(source)),))
    return None


def explain_no_feed(address: str, source: str = "") -> SourceError:
    """Return the error for a page that is in a feed's place; ``source`` is where it was named."""
    hint = f"open {address} in a browser; run the same command again later, or correct it"
    where = f"{address}, of {source}" if source else address
    return SourceError("this is a page and no feed", where=where, hint=hint)


def _explain_none_now(source: str, address: str) -> SourceError:
    return SourceError(
        f"this page announces no feed now; {address}, which it did before, is used",
        where=source,
        hint=f"open it in a browser; name the feed itself as the source if it stays so: {address}",
    )


def _ask_which(source: str, feeds: tuple[AnnouncedFeed, ...]) -> SourceError:
    """Return the error that names every feed of a page with the command for it."""
    named = "".join(
        f"\n  {write_command('build', feed.address)}" + (f"   ({feed.title})" if feed.title else "")
        for feed in feeds
    )
    return SourceError(
        f"this page is no article, and names {len(feeds)} feeds: which is meant?{named}",
        where=source,
        hint=f"{write_command('build', feeds[0].address)}; --yes takes this first one",
    )
