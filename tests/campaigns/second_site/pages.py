"""What the made-up newsroom serves: pages, a feed of the newest 30, a sitemap of all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

    from tests.campaigns.second_site.articles import Article, Part

NEWEST = 30
"""Articles in the feed."""
ZONES = [timezone(timedelta(hours=hours)) for hours in (-8, -5, 0, 2, 5.5, 9)]
"""Offsets in which the feed writes its dates when a system changes its mind about them."""


@dataclass
class Site:
    """The whole site as it is in this round."""

    base: str
    chance: random.Random
    articles: list[Article] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)  # old path: where it leads
    gone: dict[str, int] = field(default_factory=dict)  # path: 404 or 410
    page_trouble: dict[str, str] = field(default_factory=dict)  # path: how it fails
    feed: set[str] = field(default_factory=set)  # what is odd about the feed
    sitemap: set[str] = field(default_factory=set)  # what is odd about the sitemap
    maintenance: bool = False
    design: int = 0
    read_most: str = ""  # a box that changes with each round
    atom: bool = False
    lagging: dict[int, str] = field(default_factory=dict)  # number: the path the feed still has
    unlisted: dict[int, str] = field(default_factory=dict)  # number: the path a sitemap still has

    def listed(self) -> list[Article]:
        """What lists name, newest first."""
        told = [a for a in self.articles if a.state in {"public", "future", "forbidden"}]
        return sorted(told, key=lambda a: a.date, reverse=True)


def blocks(parts: tuple[Part, ...]) -> str:
    """The parts as HTML; items of a list stand in one."""
    made, inside = [], False
    for part in parts:
        if (part.tag == "li") != inside:
            inside = not inside
            made.append("<ul>" if inside else "</ul>")
        text = escape(part.text, quote=False)
        shape = (
            "<blockquote><p>{}</p></blockquote>" if part.tag == "blockquote" else "<{t}>{}</{t}>"
        )
        made.append(shape.format(text, t=part.tag))
    return "\n".join([*made, "</ul>"] if inside else made)


def page(site: Site, article: Article, path: str) -> str:
    """An article's page, or its twin for phones."""
    now = article.now
    canonical = "/" if article.marks.get("canonical") == "home" else article.path
    date = article.date.isoformat()
    classes = [("story", "entry-content"), ("post", "article__body")][site.design % 2]
    twin = "" if path.endswith("/amp") else f'<link rel="amphtml" href="{site.base}{path}/amp">'
    charset = article.marks.get("charset", "utf-8")
    meta = "" if charset == "bom" else f'<meta charset="{charset}">'
    section = article.path.split("/")[1].title()
    return f"""<!doctype html>
<html lang="en-GB"><head>{meta}<title>{escape(now.title)} | The Wharf Gazette</title>
<link rel="canonical" href="{site.base}{canonical}">{twin}
<meta property="og:type" content="article"><meta property="og:title" content="{escape(now.title)}">
<meta property="article:published_time" content="{date}">
<meta property="article:section" content="{section}">
<meta name="author" content="{article.byline}"></head>
<body><header><nav><a href="/">The Wharf Gazette</a> <a href="/news/">News</a>
<a href="/sport/">Sport</a></nav></header>
<main><article class="{classes[0]}"><h1>{escape(now.title)}</h1>
<p class="byline">By {article.byline}</p> <time datetime="{date}">{article.date:%d %B %Y}</time>
<figure><img src="/p/{article.number}.jpg" alt=""><figcaption>Picture: Gazette</figcaption></figure>
<div class="{classes[1]}">{blocks(now.parts)}</div></article></main>
<aside class="most-read"><h2>Most read</h2>{site.read_most}</aside>
<footer><p>© The Wharf Gazette, design {site.design}</p></footer></body></html>"""


def _date(site: Site, article: Article) -> str:
    when = article.date
    if "zones" in site.feed:
        when = when.astimezone(ZONES[article.number % len(ZONES)])
    return when.isoformat() if site.atom else format_datetime(when)


def _item(site: Site, article: Article, guid: str) -> str:
    now, link = article.now, site.base + site.lagging.get(article.number, article.path)
    link += "?utm_source=feed&amp;utm_medium=rss" if "counted" in site.feed else ""
    whole = blocks(now.parts)
    short = escape(now.parts[0].text)
    dated = article.dated and "dateless" not in site.feed
    if site.atom:
        date = f"<published>{_date(site, article)}</published>" if dated else ""
        text = f'<content type="html">{escape(whole)}</content>' if article.kind == "blog" else ""
        return f"""<entry><title>{escape(now.title)}</title><link href="{link}"/><id>{guid}</id>
{date}
<author><name>{article.byline}</name></author><summary>{short}</summary>{text}</entry>"""
    date = f"<pubDate>{_date(site, article)}</pubDate>" if dated else ""
    text = f"<content:encoded>{escape(whole)}</content:encoded>" if article.kind == "blog" else ""
    return f"""<item><title>{escape(now.title)}</title><link>{link}</link>
<guid isPermaLink="false">{guid}</guid>{date}
<dc:creator>{article.byline}</dc:creator>
<description>{short}</description>{text}</item>"""


def feed(site: Site) -> str:
    """The feed of the newest articles, as RSS or Atom, with what is odd about it."""
    newest = site.listed()[:NEWEST]
    if "shuffled" in site.feed:
        site.chance.shuffle(newest)
    items = [_item(site, a, f"gazette-{a.number}") for a in newest]
    if "twice" in site.feed:
        items[3:3] = items[:2]
    if "renumbered" in site.feed:
        items[4:4] = [_item(site, newest[0], "gazette-again")]
    if "empty" in site.feed:
        items = []
    if site.atom:
        return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wharf Gazette</title>
<id>{site.base}/</id><link href="{site.base}/"/>{"".join(items)}</feed>"""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Wharf Gazette</title><link>{site.base}/</link><description>News</description>
{"".join(items)}</channel></rss>"""


def sitemap(site: Site) -> str:
    """The sitemap of all articles, with what is odd about it."""
    lines = []
    for article in site.listed():
        path = site.unlisted.get(article.number, article.path)
        path += "/" if "slashes" in site.sitemap else ""
        when = article.told or article.date
        if "one-date" in site.sitemap:
            when = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(days=site.design)
        last = "" if "dateless" in site.sitemap else f"<lastmod>{when.isoformat()}</lastmod>"
        lines.append(f"<url><loc>{site.base}{path}</loc>{last}</url>")
        if "twins" in site.sitemap and article.number % 5 == 0:
            lines.append(f"<url><loc>{site.base}{article.path}/amp</loc>{last}</url>")
            lines.append(f"<url><loc>{site.base}{article.path}?utm_source=map</loc>{last}</url>")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{site.base}/</loc></url>
{"".join(lines)}</urlset>"""
