"""What a page is about by its own word: its tags, as data, networks and search engines get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.declared.json_ld import read_text, unescape_text

if TYPE_CHECKING:
    from audiopress.reading.metadata.declared.meta_tags import MetaTags

__all__ = ["find_tags"]

_ONE_EACH = ("article:tag", "og:article:tag", "parsely-tags", "sailthru.tags")
"""Meta tags of which a page has one a tag, or commas between."""

_KEYWORDS = ("news_keywords", "keywords")
"""Meta tags for search engines, which count where a page names no tags: many are of the site."""


def find_tags(data: dict[str, Any], meta: MetaTags) -> tuple[str, ...]:
    """Return the tags of a page, each once; ``data`` are what its JSON-LD says of the article."""
    given = data.get("keywords")
    said = [read_text(each) for each in (given if isinstance(given, list) else [given])]
    said += [unescape_text(each) for name in _ONE_EACH for each in meta.get(name, [])]
    if not any(said):
        said = [unescape_text(each) for name in _KEYWORDS for each in meta.get(name, [])]
    tags = (tag.strip() for text in said for tag in text.split(","))
    return tuple(dict.fromkeys(filter(None, tags)))
