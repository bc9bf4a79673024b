"""Feeds in the shapes of those that generators write, written for these tests.

Each is one article: the ferry's. What differs is where a generator puts its address, its text, its
author and its dates, and what stands around them.
"""

from __future__ import annotations

__all__ = ["BODY", "SHAPES", "SUMMARY"]

BODY = (
    "<p>The ferry was late on Monday because of ice in the harbour, and the crew had to wait for "
    "the tide to turn before they could leave the pier.</p><p>Nobody was hurt, said the harbour "
    "master, who had been up since four in the morning to see to the lamps and the ropes.</p>"
    "<p>The next ferry leaves on Tuesday at noon, if the wind turns as the forecast has it.</p>"
)
SUMMARY = "The ferry was late on Monday because of ice in the harbour, and the crew had to wait"
PLAIN = f"{SUMMARY} for the tide."
LONG = BODY * 4
ESCAPED = LONG.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
URL = "https://post.example.org/2026/03/ferry/"
NS = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rss(item: str, *, channel: str = "", more: str = "") -> str:
    return (
        f'{XML}<rss version="2.0" {NS} {more}><channel><title>The Post</title>'
        f"<link>https://post.example.org/</link><description>News</description>{channel}"
        f"<item>{item}</item></channel></rss>"
    )


def atom(entry: str, *, feed: str = "") -> str:
    return (
        f'{XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Post</title>'
        f'<id>tag:post.example.org,2026:/</id><link href="https://post.example.org/"/>{feed}'
        f"<entry>{entry}</entry></feed>"
    )


TITLE = "<title>The ferry is late</title>"
DATE = "<pubDate>Mon, 02 Mar 2026 10:00:00 +0000</pubDate>"
ATOM_DATES = (
    "<published>2026-03-02T11:00:00+01:00</published><updated>2026-03-03T08:00:00Z</updated>"
)
LINK = f"<link>{URL}</link>"

SHAPES: dict[str, tuple[str, str]] = {
    "wordpress": (
        rss(
            f"{TITLE}<link>{URL}</link><comments>{URL}#respond</comments>"
            f"<dc:creator><![CDATA[Ada Fenwick]]></dc:creator>{DATE}"
            "<category><![CDATA[Harbour]]></category><category><![CDATA[Ice]]></category>"
            '<guid isPermaLink="false">https://post.example.org/?p=12</guid>'
            f"<description><![CDATA[<p>{SUMMARY} [&#8230;]</p>]]></description>"
            f'<content:encoded><![CDATA[{BODY}<p>The post <a href="{URL}">The ferry is late</a> '
            'first appeared on <a href="https://post.example.org">The Post</a>.</p>]]>'
            "</content:encoded><slash:comments>3</slash:comments>",
            channel='<atom:link href="https://post.example.org/feed/" rel="self"/>'
            "<generator>https://wordpress.org/?v=6.7</generator><language>en-GB</language>",
        ),
        "feed",
    ),
    "wordpress, cut by more": (
        rss(
            f"{TITLE}{LINK}{DATE}<dc:creator>Ada Fenwick</dc:creator>"
            f"<content:encoded><![CDATA[<p>{SUMMARY * 8}.</p><p><a href='{URL}#more-12' "
            "class='more-link'>Continue reading <span>The ferry is late</span></a></p>]]>"
            "</content:encoded>"
        ),
        "page",
    ),
    "wordpress, summaries": (
        rss(
            f"{TITLE}{LINK}{DATE}<dc:creator>Ada Fenwick</dc:creator>"
            f"<description><![CDATA[<p>{SUMMARY} [&#8230;]</p>]]></description>"
        ),
        "page",
    ),
    "ghost": (
        rss(
            f"<title><![CDATA[The ferry is late]]></title><description><![CDATA[{SUMMARY}]]>"
            f'</description>{LINK}<guid isPermaLink="false">65a1b2c3d4</guid>'
            "<dc:creator><![CDATA[Ada Fenwick]]></dc:creator>"
            "<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
            '<media:content url="https://post.example.org/a.jpg" medium="image"/>'
            f'<content:encoded><![CDATA[<img src="a.jpg" alt="Ice">{BODY}]]></content:encoded>',
            channel="<generator>Ghost 5.80</generator><ttl>60</ttl>",
        ),
        "feed",
    ),
    "hugo, summaries": (
        rss(
            f"{TITLE}{LINK}{DATE}<author>ada@example.org (Ada Fenwick)</author><guid>{URL}</guid>"
            f"<description>&lt;p&gt;{SUMMARY}&lt;/p&gt;</description>",
            channel="<generator>Hugo -- gohugo.io</generator><language>en-gb</language>",
        ),
        "page",
    ),
    "hugo, whole text in description": (
        rss(
            f"{TITLE}{LINK}{DATE}<author>ada@example.org (Ada Fenwick)</author><guid>{URL}</guid>"
            f"<description>{ESCAPED}</description>"
        ),
        "feed",
    ),
    "jekyll": (
        atom(
            f'<title type="html">The ferry is late</title><link href="{URL}" rel="alternate" '
            f'type="text/html" title="The ferry is late"/>{ATOM_DATES}<id>{URL}</id>'
            f'<content type="html" xml:base="{URL}"><![CDATA[{BODY}]]></content>'
            "<author><name>Ada Fenwick</name></author>"
            f'<category term="Harbour"/><summary type="html"><![CDATA[{SUMMARY}]]></summary>',
            feed='<generator uri="https://jekyllrb.com/" version="4.3.2">Jekyll</generator>',
        ),
        "feed",
    ),
    "drupal": (
        rss(
            f"{TITLE}{LINK}<description>&lt;span property='schema:name'&gt;The ferry is late"
            f"&lt;/span&gt;{ESCAPED}</description>{DATE}<dc:creator>Ada Fenwick</dc:creator>"
            '<guid isPermaLink="false">12 at https://post.example.org</guid>',
            more='xml:base="https://post.example.org/"',
        ),
        "feed",
    ),
    "blogger, atom": (
        atom(
            "<id>tag:blogger.com,1999:blog-1.post-2</id>"
            '<category scheme="http://www.blogger.com/atom/ns#" term="Harbour"/>'
            f'<title type="text">The ferry is late</title>{ATOM_DATES}'
            f'<content type="html">{ESCAPED}</content>'
            f'<link rel="replies" type="application/atom+xml" href="{URL}feed"/>'
            f'<link rel="edit" href="https://www.blogger.com/feeds/1/2"/>'
            f'<link rel="alternate" type="text/html" href="{URL}" title="The ferry is late"/>'
            "<author><name>Ada Fenwick</name><email>noreply@blogger.com</email></author>"
        ),
        "feed",
    ),
    "substack": (
        rss(
            f"<title><![CDATA[The ferry is late]]></title><description><![CDATA[{SUMMARY}]]>"
            f'</description>{LINK}<guid isPermaLink="false">{URL}</guid>'
            "<dc:creator><![CDATA[Ada Fenwick]]></dc:creator>"
            '<pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><enclosure url="https://a.example/b" '
            f'length="0" type="image/jpeg"/><content:encoded><![CDATA[{BODY}]]></content:encoded>'
        ),
        "feed",
    ),
    "substack, for those who pay": (
        rss(
            f"{TITLE}<description>{SUMMARY}</description>{LINK}{DATE}"
            f"<dc:creator>Ada Fenwick</dc:creator><content:encoded><![CDATA[<p>{SUMMARY * 6}.</p>"
            f'<p><a href="{URL}">Read more</a></p>]]></content:encoded>'
        ),
        "page",
    ),
    "medium": (
        rss(
            f"<title><![CDATA[The ferry is late]]></title><link>{URL}?source=rss-1----2</link>"
            '<guid isPermaLink="false">https://post.example.org/p/1a2b3c</guid>'
            f"<category><![CDATA[harbour]]></category><dc:creator>Ada Fenwick</dc:creator>{DATE}"
            "<atom:updated>2026-03-03T08:00:00.000Z</atom:updated>"
            f"<content:encoded><![CDATA[{BODY}<hr><p><a href='{URL}'>The ferry is late</a> was "
            "originally published in <a href='https://post.example.org'>The Post</a>.</p>]]>"
            "</content:encoded>"
        ),
        "feed",
    ),
    "feedburner": (
        rss(
            f"{TITLE}<link>https://feeds.example.com/~r/post/~3/abc/</link>{DATE}"
            "<author>Ada Fenwick</author>"
            f"<feedburner:origLink>{URL}</feedburner:origLink><guid isPermaLink='false'>12</guid>"
            f"<content:encoded><![CDATA[{BODY}<img src='https://feeds.example.com/~r/post/1'/>]]>"
            "</content:encoded>",
            more='xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        "feed",
    ),
    "mastodon": (
        rss(
            f"<guid isPermaLink='true'>{URL}</guid>{LINK}{DATE}"
            f"<description>&lt;p&gt;{SUMMARY} now.&lt;/p&gt;</description><category>ice</category>",
            channel="<generator>Mastodon v4.3.0</generator>",
        ),
        "feed",
    ),
    "rss 1.0": (
        (
            f'{XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            f'xmlns="http://purl.org/rss/1.0/" {NS}><channel rdf:about="https://post.example.org/">'
            "<title>The Post</title><dc:language>en-GB</dc:language><items><rdf:Seq>"
            f'<rdf:li rdf:resource="{URL}"/></rdf:Seq></items></channel><item rdf:about="{URL}">'
            f"{TITLE}{LINK}<description>{SUMMARY}</description><dc:creator>Ada Fenwick</dc:creator>"
            f"<dc:date>2026-03-02T10:00:00Z</dc:date><content:encoded><![CDATA[{BODY}]]>"
            "</content:encoded></item></rdf:RDF>"
        ),
        "feed",
    ),
    "rss 0.91": (
        (
            '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE rss PUBLIC "-//Netscape '
            'Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
            f'<rss version="0.91"><channel><title>P</title><link>https://post.example.org</link>'
            f"<item>{TITLE}{LINK}<description>{SUMMARY}</description></item></channel></rss>"
        ),
        "page",
    ),
    "atom 0.3": (
        (
            f'{XML}<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>P</title><entry>{TITLE}'
            f'<link rel="alternate" type="text/html" href="{URL}"/><id>{URL}</id>'
            "<issued>2026-03-02T10:00:00Z</issued><modified>2026-03-03T08:00:00Z</modified>"
            "<author><name>Ada Fenwick</name></author>"
            f'<content type="text/html" mode="escaped">{ESCAPED}</content></entry></feed>'
        ),
        "feed",
    ),
    "atom, xhtml": (
        atom(
            f'{TITLE}<link href="/2026/03/ferry/"/><id>urn:uuid:1</id>{ATOM_DATES}'
            "<author><name>Ada Fenwick</name></author>"
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content>'
        ),
        "feed",
    ),
    "atom of a forge": (
        atom(
            f"<id>tag:post.example.org,2008:Repository/1/v2</id><updated>2026-03-02T10:00:00Z"
            f'</updated><link rel="alternate" type="text/html" href="{URL}"/>{TITLE}'
            f'<content type="html">{ESCAPED}</content><author><name>Ada Fenwick</name></author>'
        ),
        "feed",
    ),
    "squarespace": (
        rss(
            f"{TITLE}<dc:creator>Ada Fenwick</dc:creator>{DATE}{LINK}"
            '<guid isPermaLink="false">5e0:5e1:65f</guid>'
            f'<description><![CDATA[<div class="sqs-html-content">{LONG}</div>]]></description>'
        ),
        "feed",
    ),
    "tumblr": (
        rss(
            f"{TITLE}<description>{ESCAPED}</description>{LINK}<guid>{URL}</guid>{DATE}"
            "<category>ice</category>",
            channel="<generator>Tumblr (3.0; @post)</generator>",
        ),
        "feed",
    ),
    "discourse": (
        rss(
            f"{TITLE}<dc:creator><![CDATA[Ada Fenwick]]></dc:creator><category>Harbour</category>"
            f"<description><![CDATA[{BODY}<p><small>3 posts</small></p><p><a href='{URL}'>Read "
            "full "
            f"topic</a></p>]]></description>{LINK}{DATE}"
        ),
        "page",
    ),
    "newspaper": (
        rss(
            f"<title><![CDATA[The ferry is late]]></title><description><![CDATA[{PLAIN}]]>"
            f"</description>{LINK.replace('</link>', '?at_medium=RSS&amp;at_campaign=A</link>')}"
            f"<guid isPermaLink='false'>{URL}#0</guid>{DATE}"
            '<media:thumbnail width="240" height="135" url="https://a.example/b.jpg"/>'
        ),
        "page",
    ),
    "mkdocs": (
        rss(
            f"{TITLE}<description>{PLAIN}</description>{LINK}<pubDate>Mon, 02 Mar 2026 10:00:00 "
            f"+0000</pubDate><source url='https://post.example.org/feed.xml'>P</source>"
            f"<guid isPermaLink='true'>{URL}</guid><enclosure url='https://a.example/b.png' "
            "type='image/png' length='1'/>"
        ),
        "page",
    ),
    "eleventy": (
        atom(
            f'{TITLE}<link href="{URL}"/><updated>2026-03-02T10:00:00Z</updated><id>{URL}</id>'
            f'<content type="html">{ESCAPED}</content>',
            feed="<author><name>Ada Fenwick</name></author>",
        ),
        "feed",
    ),
    "html that is not closed": (
        rss(
            f"{TITLE}{LINK}{DATE}<description>The ferry&nbsp;is late<br>and so on</description>"
            "<author>Ada Fenwick</author>"
        ),
        "page",
    ),
    "json feed": (
        (
            '{"version": "https://jsonfeed.org/version/1.1", "title": "P", "language": "en-GB", '
            f'"items": [{{"id": "12", "url": "{URL}", "title": "The ferry is late", '
            '"content_html": '
            f'"{BODY}", "date_published": "2026-03-02T10:00:00Z", "tags": ["Harbour"], '
            '"authors": [{"name": "Ada Fenwick"}]}]}'
        ),
        "feed",
    ),
    "json feed, version 1, plain text": (
        (
            '{"version": "https://jsonfeed.org/version/1", "title": "P", "author": {"name": "Ada '
            f'Fenwick"}}, "items": [{{"id": "{URL}", "title": "The ferry is late", "content_text": '
            f'"{SUMMARY * 5}.", "date_published": "2026-03-02T11:00:00+01:00"}}]}}'
        ),
        "feed",
    ),
    "json feed, summaries": (
        (
            '{"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [{"id": 12, '
            f'"url": "{URL}", "title": "The ferry is late", "summary": "{SUMMARY}"}}]}}'
        ),
        "page",
    ),
}
"""A feed of each shape, and whether its text can be used or its page has to be asked."""
