"""Whether a page says of its article what its record and its feed say.

The record of an episode (``episode.json``) follows the article, as the pages and the feed do; the
texts of a version stay as they were, so paragraphs are held against those.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urljoin

from audiopress.checking.feed.channel_rules import is_preview, says_ai
from audiopress.checking.feed.nodes import FeedNode
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.notices import find_colophon_fault, find_label_fault
from audiopress.checking.pages.players import find_player_fault, read_numbers, read_words
from audiopress.checking.shelf import find_path
from audiopress.publish.pages.phrases import find_direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = [
    "find_agreement_faults",
    "find_data_fault",
    "find_embed_faults",
    "find_other_page",
    "is_hidden",
]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_WEB: Final = ("http", "https", "mailto", "")
"""Schemes of addresses that open no app."""


def find_agreement_faults(
    page: etree._Element, version: Version, where: str, base: str
) -> Iterator[Look]:
    """Yield each look at what an episode's page, at ``where``, says of its article."""
    yield "head of the page", where, _find_head_fault(page, version, base)
    yield "language of the page", where, _find_language_fault(page, version)
    yield "heading of the page", where, _find_heading_fault(page, version)
    yield "player of the page", where, find_player_fault(page, where, base, version.home)
    yield "length of the page", where, _find_length_fault(page, version)
    yield "addresses of the page", where, _find_address_fault(page, version, base)
    if says_ai(version.item):
        yield "mark of the page", where, _find_notice_fault(page, version)


def find_embed_faults(version: Version, shelf: Shelf, base: str) -> Iterator[Look]:
    """Yield each look at the page that others show in a frame (``embed.html``), if there is one."""
    where = f"{version.home}embed.html"
    body = shelf.read(where)
    if body is None:
        return  # a private show has none
    page = parse_html(body)
    sounds = [
        find_path(urljoin(f"{base}{where}", each.get("src", "")), base)
        for each in page.iter("audio")
    ]
    other = [path for path in sounds if path != version.path]
    yield "embedded page", where, f"plays {other[0]}" if other else ""
    yield "embedded page", where, find_player_fault(page, where, base, version.home)
    yield "embedded page", where, _find_language_fault(page, version)
    yield "embedded page", where, _find_heading_fault(page, version)
    yield "embedded page", where, _find_length_fault(page, version)
    yield "embedded page", where, _find_frame_fault(page)
    if says_ai(version.item):
        yield "mark of the page", where, find_label_fault(page, page.get("lang", ""))


def _find_frame_fault(page: etree._Element) -> str:
    """Return whether a page in a frame leads elsewhere, or never says how high it is."""
    link = page.find(".//h1/a")
    if link is not None and link.get("href") != "index.html":
        return f"leads to {link.get('href')}, not to the page of its episode"
    players = [*page.iter("audiopress-player")]
    # Of old they read the texts of a version, and told nobody how high they are.
    own = [each for each in players if each.get("src") == "episode.json"]
    framed = all(each.get("data-frame") is not None for each in own)
    return "" if framed else "has a player that does not say that it is in a frame"


def _find_notice_fault(page: etree._Element, version: Version) -> str:
    language = page.get("lang", "")
    # A show may have its own words, and then they stand in its notes and in the credits too.
    notes = parse_html(version.item.text("content:encoded").encode())
    own = [read_words(each) for each in notes.iter("p")]
    data = page.iterfind(".//script[@type='application/ld+json']")
    own += [_read_credit(each.text or "") for each in data]
    return find_label_fault(page, language) or find_colophon_fault(page, language, own)


def _read_credit(text: str) -> str:
    try:
        return str(json.loads(text)["audio"]["creditText"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def find_other_page(page: etree._Element, version: Version, base: str) -> str:
    """Return which article the page is of, where both its address and its headline are another's.

    Then nothing in it is right, and it was one mistake.
    """
    address = page.find(".//meta[@property='og:url']")
    told = "" if address is None else address.get("content", "")
    other = told.startswith(f"{base}episodes/") and told != base + version.home
    title = str(version.episode.get("title") or version.alignment["title"])
    shown = read_words(page.find(".//h1"))
    wrong = other and shown != " ".join(title.split())
    return f"is that of another article: {shown[:60]!r}" if wrong else ""


def is_hidden(item: FeedNode) -> bool:
    """Whether the show of an item is private, or a preview that nobody else can reach."""
    show = item.element.getparent()
    return show is not None and (
        FeedNode(show).text("itunes:block").lower() == "yes" or is_preview(FeedNode(show))
    )


def _find_head_fault(page: etree._Element, version: Version, base: str) -> str:
    title = str(version.episode.get("title") or version.alignment["title"])
    url = version.episode.get("url")
    told = {each.get("property"): each.get("content") for each in page.iterfind(".//meta")}
    summary = page.find(".//meta[@name='description']")
    shown = page.find(".//link[@rel='canonical']")
    embed = page.find(".//link[@type='application/json+oembed']")
    pairs = (
        ("og:title", told.get("og:title"), title),
        ("og:description", told.get("og:description"), _get(summary, "content")),
        ("og:url", told.get("og:url"), base + version.home),
        ("og:audio", told.get("og:audio"), version.item.value("enclosure", "url")),
        ("canonical", _get(shown, "href"), url),
        ("oEmbed", _get(embed, "href"), f"{base}{version.home}oembed.json"),
    )
    for name, said, true in pairs:
        if said is not None and true is not None and said != true:
            return f"says of {name} {said!r}, not {true!r}"
    if not read_words(page.find(".//title")).startswith(title):
        return f"is called {read_words(page.find('.//title'))!r}, not {title!r}"
    image = find_path(told.get("og:image") or "", base)
    strange = image.startswith("episodes/") and not image.startswith(version.home)
    return f"shows {image}, of another article" if strange else ""


def _get(element: etree._Element | None, name: str) -> str | None:
    return None if element is None else element.get(name)


def _find_language_fault(page: etree._Element, version: Version) -> str:
    language = str(version.episode.get("language") or page.get("lang"))
    if page.get("lang") != language:
        return f"is {page.get('lang')!r}, and {language!r} in episode.json"
    direction = find_direction(language)
    fine = page.get("dir") in (None, direction)
    return "" if fine else f"runs {page.get('dir')}, which {language} does not"


def _find_heading_fault(page: etree._Element, version: Version) -> str:
    title = str(version.episode.get("title") or version.alignment["title"])
    shown = read_words(page.find(".//h1"))
    if shown != " ".join(title.split()):
        return f"is {shown[:60]!r}, not {title[:60]!r}"
    moment = page.find(".//p[@class='about']/time")
    published = str(version.episode.get("published"))
    if moment is None:
        return ""
    if moment.get("datetime") != published:
        return f"is dated {moment.get('datetime')}, and {published} in episode.json"
    # Whatever the language, and whatever order it has: only these numbers are of that date.
    known = {int(part) for part in published[:10].split("-")}
    strange = [number for number in read_numbers(moment) if number not in known]
    return f"shows the date {read_words(moment)!r}, not that of {published[:10]}" if strange else ""


def _find_length_fault(page: etree._Element, version: Version) -> str:
    told = read_numbers(page.find(".//span[@class='length']"))
    minutes = max(1, round(version.length / 60))
    # One number alone are whole minutes; of another form nothing is known.
    return f"is {told[0]} min, not {minutes}" if len(told) == 1 and told[0] != minutes else ""


def _find_address_fault(page: etree._Element, version: Version, base: str) -> str:
    """Return which link of the page leads to no article and no feed of this edition."""
    url = version.episode.get("url")
    for link in page.iterfind(".//p[@class='links']/a[@hreflang]"):
        if url and link.get("href") != url:
            return f"the original is {link.get('href')}, not {url}"
    bare = base.partition("://")[2]
    for link in page.iterfind(".//ul[@class='apps']//a"):
        address = unquote(link.get("href", ""))
        scheme = address.partition(":")[0]
        if scheme not in _WEB and bare not in address:
            return f"an app is opened at {address}, which is not this edition"
    for code in page.iterfind(".//p[@class='address']/code"):
        shown = read_words(code)
        if shown and not find_path(shown, base).endswith("feed.xml"):
            return f"the feed is shown as {shown}"
    return _find_playlist_fault(page, version, base)


def _find_playlist_fault(page: etree._Element, version: Version, base: str) -> str:
    for player in page.iter("audiopress-player"):
        name = player.get("playlist")
        path = find_path(urljoin(f"{base}{version.home}", name or ""), base)
        if name and not path.endswith("feed.xml"):
            return f"its playlist is {name}"
    return ""


def find_data_fault(data: dict[str, Any], version: Version, base: str) -> str:
    """Return where structured data of the page part from the record of the episode."""
    episode, sound = version.episode, data.get("audio")
    published = episode.get("published")
    pairs = [
        ("headline", data.get("headline"), episode.get("title")),
        ("inLanguage", data.get("inLanguage"), episode.get("language")),
        ("datePublished", data.get("datePublished"), published),
        ("mainEntityOfPage", data.get("mainEntityOfPage"), episode.get("url")),
        ("@id", data.get("@id"), base + version.home),
    ]
    if isinstance(sound, dict):
        pairs += [
            ("audio.name", sound.get("name"), episode.get("title")),
            ("audio.contentSize", sound.get("contentSize"), str(len(version.sound))),
            ("audio.uploadDate", sound.get("uploadDate"), published),
            ("audio.transcript", sound.get("transcript"), f"{base}{version.folder}transcript.vtt"),
        ]
    for name, said, true in pairs:
        if said is not None and true is not None and said != true:
            return f"says of {name} {json.dumps(said)}, not {true!r}"
    return ""
