"""Read feeds and sitemaps of real generators, and compare them with a plain reading of their XML.

``.venv/bin/python -m tests.campaigns.public_feeds FOLDER``: every file in it is read by audiopress
and by the few lines below, which know nothing of it. Count, address, title and date are compared;
what differs is printed, to be judged by eye. docs/testing.md says where such files can be had.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

from audiopress.errors import SourceError
from audiopress.identity import is_address
from audiopress.sources.lists import kinds
from audiopress.sources.lists.feeds import read_feed
from audiopress.sources.lists.sitemaps import read_sitemap
from audiopress.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.sources.lists.listed import Listing

HOME = "https://feed.example/feed.xml"
READERS = {kinds.FEED: read_feed, kinds.SITEMAP: read_sitemap}
DATES = ("pubdate", "published", "publication_date", "date", "issued", "created", "updated",
         "modified", "lastmod")  # fmt: skip


@dataclass(frozen=True)
class Plain:
    """An item as its XML has it."""

    address: str
    title: str
    moment: float | None


def read_plainly(body: bytes) -> list[Plain]:
    """Return the items of a feed or the pages of a sitemap, by the names of elements alone."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(body, parser)
    base = root.get("{http://www.w3.org/XML/1998/namespace}base") or HOME
    found = []
    for element in root.iter():
        if name_of(element) in {"item", "entry", "url"} and len(element):
            parts = [(name_of(each), each) for each in element.iter()]
            found.append(Plain(find_address(parts, base), find_title(element), find_date(parts)))
    return found


def name_of(element: etree._Element) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    return re.split("[}:]", tag)[-1].lower()


def find_address(parts: list[tuple[str, etree._Element]], base: str) -> str:
    """Return the first address that stands for the page: FeedBurner's original one before all."""
    for wanted in ("origlink", "loc", "link", "guid", "id"):
        for name, each in parts:
            if name == wanted and each.get("rel", "alternate") == "alternate":
                if each.get("isPermaLink") == "false":
                    continue
                address = (each.get("href") or each.text or "").strip()
                address = urljoin(base, address) if wanted == "link" and address else address
                if is_address(address):
                    return address
    return ""


def find_title(element: etree._Element) -> str:
    titles = [each for each in element if name_of(each) == "title"]
    news = [each for each in element.iter() if "sitemap-news" in str(each.tag)]
    chosen = titles or [each for each in news if name_of(each) == "title"]
    return plain("".join(chosen[0].itertext())) if chosen else ""


def find_date(parts: list[tuple[str, etree._Element]]) -> float | None:
    for wanted in DATES:
        for name, each in parts:
            moment = read_date((each.text or "").strip()) if name == wanted else None
            if moment:
                return moment
    return None


def read_date(text: str) -> float | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except ValueError:
            continue
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    return None


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", html.unescape(html.unescape(text))).split())


def compare(listing: Listing, items: list[Plain]) -> Iterator[tuple[str, str]]:
    """Yield what differs: its kind, and both readings."""
    if len(listing.items) != len(items):
        yield "count", f"{len(listing.items)} and {len(items)}"
        return
    for ours, theirs in zip(listing.items, items, strict=True):
        own = not ours.address and ours.id and ours.text  # known by its id, for its page is shared
        if ours.address != theirs.address and not own:
            yield "address", f"{ours.address} and {theirs.address}"
        if plain(ours.facts.title) != theirs.title:
            yield "title", f"{ours.facts.title!r} and {theirs.title!r}"
        moment = ours.facts.published or ours.facts.modified
        seconds = moment.timestamp() if moment else None
        if (seconds is None) != (theirs.moment is None) or abs(
            (seconds or 0) - (theirs.moment or 0)
        ) > 1:
            yield "date", f"{moment} and {theirs.moment}"
        for note in (ours.fault, *ours.facts.notes):
            if note:
                yield "note", note


def main() -> int:
    """Print each file with what differs, then the sums."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shown", type=int, default=3, help="differences of a kind and file")
    given = parser.parse_args()
    files, sums = Counter[str](), Counter[str]()
    for path in sorted(each for each in given.folder.rglob("*") if each.is_file()):
        body = kinds.unpack_gzip(path.read_bytes(), 10_000_000, path.name)
        kind = kinds.find_collection(body)
        if kind not in READERS:
            files["other"] += 1
            continue
        files[kind] += 1
        try:
            listing = READERS[kind](decode(body, None), HOME)
        except SourceError as error:
            print(f"{path.name}: {error.message}")
            sums["refused"] += 1
            continue
        plainly = read_plainly(body) if not listing.lists else []
        sums["items"] += len(listing.items)
        seen = Counter[str]()
        print(f"{path.name}: {len(listing.items)} items, {len(listing.lists)} lists")
        for note in listing.notes:
            print(f"    {note}")
        for name, what in compare(listing, plainly):
            sums[name] += 1
            seen[name] += 1
            if seen[name] <= given.shown:
                print(f"    {name}: {what[:200]}")
    print(f"{dict(files)}, {dict(sums)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
