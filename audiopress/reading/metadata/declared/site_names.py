"""The names of a site, and a page's title without them: "Ferry returns | Harbour Radio"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.declared.json_ld import list_persons, read_person
from audiopress.reading.metadata.declared.meta_tags import choose_first
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = [
    "cut_known_names",
    "cut_last_part",
    "find_separators",
    "find_site_part",
    "list_site_names",
]

_NAMES = ("og:site_name", "application-name")
"""Meta tags with the name of the site."""

_SEPARATOR = re.compile(r"\s+(?:[|–—\-:·•»«~/]|::)\s+|\s*[|»«·•]\s*|(?<=\w):\s+")
"""What parts a page's title from the site's name: "Ferry returns | Example News"."""

_SECTION_WORDS = 2
"""Words of a section's name between headline and site: "World news"."""

_HEADLINE_WORDS = 4
"""Words of a headline, beside which one or two others are a section."""


def list_site_names(data: dict[str, Any], meta: MetaTags) -> frozenset[str]:
    """Return the letters of the names under which a site publishes; ``data`` is its JSON-LD."""
    publisher = read_person(next(iter(list_persons(data.get("publisher"))), None))
    names = [publisher, *(choose_first(meta, (name,)) for name in _NAMES)]
    return frozenset(map(make_comparable, names)) - {""}


def cut_known_names(title: str, names: frozenset[str]) -> str:
    """Return a title without the parts at its ends that are a name of the site."""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        rest = title
        if parts and make_comparable(title[parts[-1].end() :]) in names:
            rest = title[: parts[-1].start()]
        elif parts and make_comparable(title[: parts[0].start()]) in names:
            rest = title[parts[0].end() :]
        if rest == title:
            return title
        title = rest


def find_site_part(title: str, headlines: frozenset[str]) -> str:
    """Return the letters of the part of a ``<title>`` beside which the rest is a headline.

    ``headlines`` are the letters of all that may be one: where "Ferry returns" is, "Ann's Blog" of
    "Ann's Blog: Ferry returns" is the site's name.
    """
    parts = list(_SEPARATOR.finditer(title))
    # "Harbour: a history" is whole where a heading of the page is so too
    if not parts or make_comparable(title) in headlines:
        return ""
    cuts = ((parts[-1].end(), parts[-1].start()), (parts[0].end(), parts[0].start()))
    for (end, start), site_last in zip(cuts, (True, False), strict=True):
        before, after = make_comparable(title[:start]), make_comparable(title[end:])
        site, rest = (after, before) if site_last else (before, after)
        # a heading may be the site's name too, which is shorter than a headline
        if rest in headlines and site not in headlines and len(rest) > len(site):
            return site
    return ""


def cut_last_part(title: str) -> str:
    """Return a ``<title>`` without its last part, which is a site's name as nearly always.

    A section before it goes too: "Ferry returns - World news - Harbour Radio".
    """
    parts = find_separators(title)
    if not parts:
        return title
    last = parts[-1]
    rest = title[: last.start()]
    before = parts[-2] if len(parts) > 1 else None
    if before and before[0].strip() == last[0].strip():
        section = title[before.end() : last.start()]
        head = title[: before.start()]
        if _count(section) <= _SECTION_WORDS and _count(head) >= _HEADLINE_WORDS:
            rest = head
    return rest


def find_separators(title: str) -> list[re.Match[str]]:
    """Return what parts a title from the names of section and site; a colon does not."""
    # "Ferry: nine years on" is a headline, and a name behind a colon alone is not a site's
    return [found for found in _SEPARATOR.finditer(title) if found[0].strip() != ":"]


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text))
