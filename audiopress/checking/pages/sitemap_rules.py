"""Whether the sitemaps of an edition list the pages that it has, each once, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from lxml import etree

from audiopress.checking.shelf import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.checking.pages.listing import ListedEpisode
    from audiopress.checking.shelf import Shelf

__all__ = ["find_sitemap_faults"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_NAME: Final = "edition-sitemap.xml"
"""The sitemap of an edition, or the one that names its parts."""

_ASKED: Final = 20
"""Pages in no known feed that a host is asked for, spread over all: each is a request."""

_SPACE: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
"""The namespace of sitemaps (sitemaps.org, protocol 0.9)."""


def find_sitemap_faults(
    shelf: Shelf, base: str, episodes: Sequence[ListedEpisode]
) -> Iterator[Look]:
    """Yield looks at the sitemaps: each file, and each live page that has no other address.

    A host lists nothing, so feeds of other shows may be there that nobody knows of: a page that is
    in none of the feeds is only to be there. Editions of releases before 0.3 have no sitemap.
    """
    body = shelf.read(_NAME)
    if body is None:
        return
    root, fault = _parse(body)
    yield "sitemap", _NAME, fault
    if root is None:
        return
    places = _list_places(root)
    if root.tag == f"{_SPACE}sitemapindex":
        parts = [place.removeprefix(base) for place in places]
        places = []
        for part in parts:
            inner, fault = _parse(shelf.read(part) or b"")
            yield "sitemap", part, fault
            places += [] if inner is None else _list_places(inner)
    fault, strange = _compare_places(base, places, episodes)
    if not isinstance(shelf, Folder):
        some = strange[:: max(1, len(strange) // _ASKED)]
        strange = [each for each in some if not _is_page(shelf, base, each)]
    if strange and not fault:
        fault = f"names {strange[0]}, which is no page to be found there"
    yield "pages of the sitemap", _NAME, fault


def _parse(body: bytes) -> tuple[etree._Element | None, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        return None, f"is no XML: {error}"
    if root.tag in (f"{_SPACE}urlset", f"{_SPACE}sitemapindex"):
        return root, ""
    return None, f"begins with {root.tag}, which no sitemap does"


def _list_places(root: etree._Element) -> list[str]:
    return [(place.text or "").strip() for place in root.iter(f"{_SPACE}loc")]


def _compare_places(
    base: str, places: Sequence[str], episodes: Sequence[ListedEpisode]
) -> tuple[str, list[str]]:
    """Return what is missing or doubled, the first of it, and the places of no listed episode."""
    wanted = {base, *(f"{base}{each.home}" for each in episodes if not each.address)}
    found = Counter(places)
    strange = sorted(found.keys() - wanted)
    for place in sorted(wanted):
        if found[place] != 1:
            return f"has {place} {found[place]} times", strange
    return "", strange


def _is_page(shelf: Shelf, base: str, place: str) -> bool:
    path = place.removeprefix(base)
    return place.startswith(base) and shelf.has(f"{path}index.html" if path.endswith("/") else path)
