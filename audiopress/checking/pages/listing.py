"""Whether the front of a show, and the search of an edition, list each live episode as it is."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from audiopress.checking.feed.channel_rules import says_ai
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.notices import find_label_fault
from audiopress.checking.pages.players import find_player_fault, read_numbers, read_words
from audiopress.errors import IdentityError
from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = [
    "ListedEpisode",
    "find_listing_faults",
    "find_search_faults",
    "find_unlisted_addresses",
]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_BASE: Final = "https://edition.invalid/"
"""Links of a front are relative, so any address will do to follow them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEpisode:
    """What lists say of a live episode; ``home`` is its folder, with a slash at its end."""

    home: str
    sound: str
    title: str
    language: str
    published: str
    seconds: float
    summary: str | None
    address: str
    marked: bool = False
    byline: str = ""
    section: str = ""
    joined: bool = False
    guid: str = ""

    @classmethod
    def of_version(cls, version: Version, shelf: Shelf) -> ListedEpisode:
        """Return what lists have to say of a version that is in a feed."""
        page = shelf.read(f"{version.home}index.html")
        found = parse_html(page or b"").find(".//meta[@name='description']")
        summary = None if found is None else " ".join(found.get("content", "").split())
        return cls(
            home=version.home,
            sound=version.path,
            title=str(version.episode.get("title") or version.alignment["title"]),
            language=str(version.episode.get("language") or ""),
            published=str(version.episode.get("published") or ""),
            seconds=version.length,
            summary=summary,
            address=str(version.episode.get("url") or ""),
            marked=says_ai(version.item),
            byline=str(version.episode.get("byline") or ""),
            section=version.item.text("category"),
            guid=version.item.text("guid"),
            joined=str(version.episode.get("id") or "").startswith("edition:"),
        )


def find_listing_faults(
    shelf: Shelf, folder: str, episodes: Sequence[ListedEpisode]
) -> Iterator[Look]:
    """Yield a look at each episode on the front, and the older fronts, that lie in ``folder``."""
    front = f"{folder}index.html"
    entries: dict[str, list[tuple[etree._Element, str]]] = {}
    linked: set[str] = set()
    for where in (front, *shelf.list_paths(f"{folder}older-*.html")):
        page = parse_html(shelf.read(where) or b"")
        linked |= {_follow(where, link) for link in page.iter("a")}
        for entry in page.iterfind(".//ol[@class='episodes']/li/article"):
            entries.setdefault(_follow(where, entry.find("./h3/a")), []).append((entry, where))
    other_form = not entries and any(f"{each.home}index.html" in linked for each in episodes)
    if shelf.read(front) is None or other_form:
        return  # a front of old, whose links are looked at elsewhere
    for episode in episodes:
        found = entries.get(f"{episode.home}index.html", [])
        if len(found) == 1:
            yield "episodes of the front page", found[0][1], _find_entry_fault(*found[0], episode)
        else:
            fault = f"has {episode.title!r} {len(found)} times"
            yield "episodes of the front page", front, fault


def _follow(where: str, link: etree._Element | None) -> str:
    """Return the path that a link of the page ``where`` leads to."""
    name = "" if link is None else unquote(link.get("href", ""))
    return posixpath.normpath(posixpath.join(posixpath.dirname(where), name))


def _find_entry_fault(entry: etree._Element, where: str, episode: ListedEpisode) -> str:
    title = read_words(entry.find("./h3"))
    if title != " ".join(episode.title.split()):
        return f"calls {episode.home} {title!r}, not {episode.title!r}"
    told = entry.find("./p[@class='summary']")
    if told is not None and episode.summary is not None and read_words(told) != episode.summary:
        return f"has another summary of {episode.title!r} than its page"
    minutes = max(1, round(episode.seconds / 60))
    length = read_numbers(entry.find(".//span[@class='length']"))
    if len(length) == 1 and length[0] != minutes:
        return f"says that {episode.title!r} has {length[0]} min, not {minutes}"
    sounds = {
        posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(each.get("src", ""))))
        for each in entry.iter("audio")
    }
    if sounds - {episode.sound}:
        return f"plays {min(sounds - {episode.sound})} for {episode.title!r}"
    hidden = find_label_fault(entry, episode.language) if episode.marked else ""
    if hidden:
        return f"{hidden}, of {episode.title!r}"
    fault = _find_credit_fault(entry, episode) or _find_day_fault(entry, episode)
    return fault or find_player_fault(entry, where, _BASE, episode.home)


def _find_credit_fault(entry: etree._Element, episode: ListedEpisode) -> str:
    for name, true in (("byline", episode.byline), ("section", episode.section)):
        shown = read_words(entry.find(f".//*[@class='{name}']"))
        # A directory takes less of a section than a page has.
        short = true.endswith("\u2026") and shown.startswith(true[:-1].rstrip())
        if shown and shown != " ".join(true.split()) and not short:
            return f"has the {name} {shown!r} at {episode.title!r}, not {true!r}"
    return ""


def _find_day_fault(entry: etree._Element, episode: ListedEpisode) -> str:
    day = next((up for up in entry.iterancestors("section") if up.get("class") == "day"), None)
    moment = None if day is None else day.find("./h2/time")
    if moment is None:
        return ""
    day_of = episode.published[:10]
    strange = set(read_numbers(moment)) - {int(part) for part in day_of.split("-")}
    other = moment.get("datetime") != day_of or strange
    return f"has {episode.title!r} of {day_of} under {read_words(moment)!r}" if other else ""


def find_search_faults(shelf: Shelf, episodes: Sequence[ListedEpisode]) -> Iterator[Look]:
    """Yield a look at each live episode in the titles that the front searches, if it does."""
    where = "titles.json"
    body = shelf.read(where)
    if body is None:
        searched = b'src="search.js"' in (shelf.read("index.html") or b"")
        yield "search", where, "is not there" if searched else ""
        return
    titles = _read_titles(shelf, body)
    if titles is None:
        yield "search", where, "cannot be read"
        return
    for episode in episodes:
        found = titles.get(f"{episode.home}index.html", [])
        fault = _find_title_fault(found[0], episode) if len(found) == 1 else ""
        lost = f"has {episode.title!r} {len(found)} times" if len(found) != 1 else ""
        yield "search", where, lost or fault


def find_unlisted_addresses(shelf: Shelf, episodes: Sequence[ListedEpisode]) -> Iterator[Look]:
    """Yield a look at each live episode's record below ``by-url/``: its page finds it there."""
    paths = {path: episode for episode in episodes if (path := _name_record(episode))}
    lost = [path for path in paths if shelf.read(path) is None]
    if len(lost) > 1 and len(lost) == len(paths):
        yield "by-url", "by-url/", "is not there, so no page of the publisher finds its episode"
        return
    for path, episode in paths.items():
        yield "by-url", path, f"is not there, for {episode.title!r}" if path in lost else ""


def _name_record(episode: ListedEpisode) -> str:
    """Return where the player looks for an episode; of an article without a page ""."""
    try:
        return make_by_url_path(episode.address)
    except IdentityError:
        return ""


def _read_titles(shelf: Shelf, body: bytes) -> dict[str, list[dict[str, Any]]] | None:
    """Return what the front finds, by page; those of a large edition lie in older lists too."""
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        # As text: browsers take no mark before it.
        newest = json.loads(body.decode())
        names = [f"titles-{number}.json" for number in range(1, newest.get("older", 0) + 1)]
        older = [json.loads((shelf.read(name) or b"").decode()) for name in names]
        for each in (each for one in (newest, *older) for each in one["titles"]):
            found.setdefault(each["page"], []).append(each)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return found


def _find_title_fault(told: dict[str, Any], episode: ListedEpisode) -> str:
    for name, true in (
        ("title", episode.title),
        ("date", episode.published),
        ("language", episode.language),
    ):
        if name in told and true and told[name] != true:
            return f"says of {episode.title!r} {name} {told[name]!r}, not {true!r}"
    known = {int(part) for part in episode.published[:10].split("-") if part.isdecimal()}
    shown = {int(part) for part in re.findall(r"\d+", str(told.get("day", "")))}
    return f"says {told['day']!r} of {episode.title!r}" if shown - known else ""
