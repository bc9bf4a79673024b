"""Whether all that names who wrote an article, who speaks it and where it belongs says the same."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.feed.nodes import LONGEST_NAME
from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.players import read_words
from audiopress.checking.pages.structured_data import read_data
from audiopress.publish.sanitize import clean_text, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.shelf import Shelf
    from audiopress.checking.version import Version

__all__ = ["find_credit_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

Saying = tuple[str, str | None]
"""A place that says something, and what it says; None where it says nothing."""

_LONGEST_VALUE: Final = 255
"""Characters of a section in the feed (Apple, 823)."""

_NAMED: Final = re.compile(r"Narrated by an artificial voice \((.*)\)\.")
"""The comment of a tag that names its voices (`audiopress.audio.tags`)."""


def find_credit_faults(version: Version, shelf: Shelf) -> Iterator[Look]:
    """Yield a look at the narrators, the byline and the section of an episode, in all its files."""
    page = parse_html(shelf.read(f"{version.home}index.html") or b"")
    data = read_data(page)
    where = f"{version.home}episode.json"
    yield "narrators", f"{version.folder}alignment.json", _find_narrator_fault(version)
    byline = clean_text(str(version.episode.get("byline") or ""))
    yield "byline", where, _compare(_list_bylines(version, shelf, page, data), byline)
    yield "section", where, _find_section_fault(version.item, page, data)


def _find_narrator_fault(version: Version) -> str:
    told = version.alignment.get("narrators")
    if not isinstance(told, list):
        return ""
    named = [shorten(clean_text(str(name)), LONGEST_NAME) for name in told]
    shown = _list_people(version.item, "narrator")
    if shown != named:
        return f"are {', '.join(named)}, and {', '.join(shown)} in the feed"
    found = _NAMED.fullmatch(version.tag.comment)
    # A sound that lies in another version's folder was tagged for that one.
    other = found and found[1] != ", ".join(told) and version.path.startswith(version.folder)
    return f"are {', '.join(named)}, and {found[1]} in the tag" if found and other else ""


def _list_people(item: FeedNode, role: str) -> list[str]:
    return [each.text or "" for each in item.every("podcast:person") if each.get("role") == role]


def _list_bylines(
    version: Version, shelf: Shelf, page: etree._Element, data: dict[str, Any]
) -> Iterator[Saying]:
    """Yield who wrote it, by each place that says so."""
    authors = _list_people(version.item, "author")
    yield "the feed", authors[0] if authors else ""
    yield "alignment.json", clean_text(str(version.alignment.get("byline") or ""))
    shown = page.find(".//p[@class='about']/span[@class='byline']")
    yield "the page", None if shown is None else read_words(shown)
    author = data.get("author")
    yield "its structured data", author.get("name") if isinstance(author, dict) else None
    yield "oEmbed", _read_value(shelf, f"{version.home}oembed.json", "author_name")


def _compare(sayings: Iterator[Saying], true: str) -> str:
    """Return which place says something else than ``true``."""
    for place, said in sayings:
        same = said in (None, true, shorten(true, LONGEST_NAME), " ".join(true.split()))
        if not same:
            return f"is {said!r} in {place}, and {true!r} in episode.json"
    return ""


def _find_section_fault(item: FeedNode, page: etree._Element, data: dict[str, Any]) -> str:
    """Return where an article is said to be of another section than its feed says."""
    told = item.text("category")
    shown = page.find(".//header[@class='head']/p[@class='section']")
    for place, said in (
        ("on the page", None if shown is None else read_words(shown)),
        ("in its structured data", data.get("articleSection")),
    ):
        fine = not said or said == told or shorten(str(said), _LONGEST_VALUE) == told
        if told and not fine:
            return f"is {said!r} {place}, and {told!r} in the feed"
    return ""


def _read_value(shelf: Shelf, name: str, key: str) -> str | None:
    try:
        record = json.loads(shelf.read(name) or b"{}")
    except (ValueError, RecursionError):
        return None
    return record.get(key) if isinstance(record, dict) else None
