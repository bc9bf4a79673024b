"""Whether a feed has an element or an attribute that no build writes: apps act on all they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from audiopress.checking.feed.nodes import NAMESPACES

if TYPE_CHECKING:
    from audiopress.checking.feed.nodes import FeedNode

__all__ = ["find_unwritten"]

_WRITTEN: Final = {
    "rss": "version",
    "rss/channel": "",
    "rss/channel/atom:link": "href rel type",
    "rss/channel/copyright": "",
    "rss/channel/description": "",
    "rss/channel/docs": "",
    "rss/channel/fh:archive": "",
    "rss/channel/generator": "",
    "rss/channel/image": "",
    "rss/channel/image/link": "",
    "rss/channel/image/title": "",
    "rss/channel/image/url": "",
    "rss/channel/item": "",
    "rss/channel/item/category": "",
    "rss/channel/item/content:encoded": "",
    "rss/channel/item/description": "",
    "rss/channel/item/enclosure": "length type url",
    "rss/channel/item/guid": "isPermaLink",
    "rss/channel/item/itunes:author": "",
    "rss/channel/item/itunes:block": "",
    "rss/channel/item/itunes:duration": "",
    "rss/channel/item/itunes:episodeType": "",
    "rss/channel/item/itunes:explicit": "",
    "rss/channel/item/itunes:image": "href",
    "rss/channel/item/itunes:title": "",
    "rss/channel/item/link": "",
    "rss/channel/item/podcast:chapters": "type url",
    "rss/channel/item/podcast:contentLink": "href",
    "rss/channel/item/podcast:images": "srcset",
    "rss/channel/item/podcast:person": "group role",
    "rss/channel/item/podcast:transcript": "language rel type url",
    "rss/channel/item/podcast:txt": "purpose",
    "rss/channel/item/pubDate": "",
    "rss/channel/item/title": "",
    "rss/channel/itunes:author": "",
    "rss/channel/itunes:block": "",
    "rss/channel/itunes:category": "text",
    "rss/channel/itunes:category/itunes:category": "text",
    "rss/channel/itunes:explicit": "",
    "rss/channel/itunes:image": "href",
    "rss/channel/itunes:new-feed-url": "",
    "rss/channel/itunes:owner": "",
    "rss/channel/itunes:owner/itunes:email": "",
    "rss/channel/itunes:owner/itunes:name": "",
    "rss/channel/itunes:type": "",
    "rss/channel/language": "",
    "rss/channel/lastBuildDate": "",
    "rss/channel/link": "",
    "rss/channel/podcast:block": "",
    "rss/channel/podcast:funding": "url",
    "rss/channel/podcast:guid": "",
    "rss/channel/podcast:images": "srcset",
    "rss/channel/podcast:license": "",
    "rss/channel/podcast:locked": "owner",
    "rss/channel/podcast:medium": "",
    "rss/channel/podcast:txt": "purpose",
    "rss/channel/podcast:updateFrequency": "rrule",
    "rss/channel/title": "",
}
"""Elements of our feeds (`audiopress.publish.feed`, and what 0.1.0 wrote), and their attributes."""

_MEANS: Final = {
    "podcast:value": ": apps send money by it",
    "podcast:alternateEnclosure": ": apps play it in place of the sound",
    "podcast:liveItem": ": apps play it as if it were live",
    "itunes:complete": ": apps ask for no new episode any more",
    "fh:complete": ": apps delete what is not in it",
    "cloud": ": programs send there who listens",
    "ttl": ": apps ask again only when it is over",
    "skipDays": ": apps do not ask on these days",
    "skipHours": ": apps do not ask in these hours",
}
"""What an element does where it is not obvious."""

_PREFIXES: Final = {address: prefix for prefix, address in NAMESPACES.items()}
"""The prefixes of `NAMESPACES` by their addresses."""


def find_unwritten(channel: FeedNode) -> str:
    """Return the first element or attribute of a feed that no build writes, or ""."""
    for element in channel.element.getroottree().iter(etree.Element):
        path = "/".join(_name(one) for one in (*reversed([*element.iterancestors()]), element))
        if path not in _WRITTEN:
            why = _MEANS.get(_name(element), "")
            return (
                f"has <{_name(element)}> in <{_name_parent(element)}>, which no build writes{why}"
            )
        strange = sorted(set(map(str, element.attrib)) - set(_WRITTEN[path].split()))
        if strange:
            return f"has {strange[0]} at <{_name(element)}>, which no build writes"
    return ""


def _name_parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else _name(parent)


def _name(element: etree._Element) -> str:
    """Return a name with its prefix, as feeds spell it."""
    name = etree.QName(element)
    prefix = _PREFIXES.get(name.namespace or "", name.namespace or "")
    return f"{prefix}:{name.localname}" if prefix else name.localname
