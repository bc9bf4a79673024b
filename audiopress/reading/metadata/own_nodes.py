"""The JSON-LD of a page's own article, and not that of another which its template has left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from audiopress.reading.metadata.declared.json_ld import (
    find_article_node,
    read_text,
    unescape_text,
)
from audiopress.reading.metadata.shown_words import list_stems
from audiopress.reading.unused import describe_unused

if TYPE_CHECKING:
    from audiopress.reading.metadata.declared.meta_tags import MetaTags
    from audiopress.reading.metadata.shown_words import ShownWords

__all__ = ["OwnNode", "find_own_node"]

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
"""Meta tags with a headline."""

_ABOUT = ("og:description", "description", "twitter:description", "keywords", "news_keywords")
"""Meta tags with other words on the story."""

_ADDRESSES = ("url", "mainEntityOfPage", "@id")
"""Where a node has the address of its page."""

_ENOUGH = 60
"""Words of a page's sentences from which on they tell that a headline is none of theirs."""

_MOST = 0.5
"""Share of a headline's words from which on the story tells of the same."""

_FEW = 2
"""Long words of a headline from which on it can be told whether a page has them."""

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of languages that are written without spaces, whose words are not known here."""


@dataclass(frozen=True, slots=True)
class OwnNode:
    """The node of a page's article, empty without one, and a note on one of another article."""

    data: dict[str, Any]
    notes: tuple[str, ...] = ()


def find_own_node(
    tree: Any, meta: MetaTags, shown: ShownWords, addresses: tuple[str, ...]
) -> OwnNode:
    """Return the JSON-LD of a page's article; ``addresses`` are those of the page, from its own on.

    A node is of another article if it has neither the page's address nor a word of its titles,
    and the story lacks most of the words of its headline and of what it tells.
    """
    best = find_article_node(tree)
    titles = _list_titles(tree, meta)
    if not _is_of_another(best, titles, shown, addresses):
        return OwnNode(best)
    own = find_article_node(
        tree, is_own=lambda node: not _is_of_another(node, titles, shown, addresses)
    )
    why = "shares nothing with title and text of the page, so that this JSON-LD is not used"
    note = describe_unused("headline", _read_headline(best), "JSON-LD", why)
    return OwnNode(own, () if own else (note,))


def _list_titles(tree: Any, meta: MetaTags) -> list[str]:
    """Return what names the page or tells of it, its pictured headline too."""
    said = [text for name in (*_TITLES, *_ABOUT) for text in meta.get(name, ())]
    said.append(tree.findtext(".//title") or "")
    for h1 in tree.iter("h1"):
        said += [h1.text_content(), *(image.get("alt") or "" for image in h1.iter("img"))]
    return [unescape_text(text) for text in said]


def _is_of_another(
    node: dict[str, Any], titles: list[str], shown: ShownWords, addresses: tuple[str, ...]
) -> bool:
    headline = _read_headline(node)
    words = list_stems(headline)
    # without a text the node may be all that the page has
    if len(words) < _FEW or _UNSPACED.search(headline) or shown.count < _ENOUGH:
        return False
    names = list_stems(" ".join([*titles, *(_read_path(address) for address in addresses)]))
    # a page without a name contradicts nobody
    if not names or names & words or _has_address(node, addresses):
        return False
    told = [read_text(node.get(name)) for name in ("description", "articleBody")]
    said = [headline, *(text for text in told if len(list_stems(text)) > _FEW)]
    return not any(shown.is_line(text) or shown.measure_share(text) >= _MOST for text in said)


def _read_headline(node: dict[str, Any]) -> str:
    both = [read_text(node.get(name)) for name in ("headline", "name")]
    return " ".join(dict.fromkeys(text for text in both if text))


def _has_address(node: dict[str, Any], addresses: tuple[str, ...]) -> bool:
    """Whether a node has an address of the page."""
    own = {_compare_address(address) for address in addresses if "://" in address}
    base = next((address for address in addresses if "://" in address), "")
    said = [node.get(name) for name in _ADDRESSES]
    said += [value.get("@id") or value.get("url") for value in said if isinstance(value, dict)]
    texts = [value for value in said if isinstance(value, str) and value.strip()]
    return any(_compare_address(text.strip(), base) in own for text in texts)


def _compare_address(address: str, base: str = "") -> str:
    """Return host and path of an address, by which two of one page are the same."""
    try:
        parts = urlsplit(urljoin(base, address))
        return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/") + parts.query
    # such as "http://[": somebody mistyped it
    except ValueError:
        return address


def _read_path(address: str) -> str:
    """Return the words of the last part of an address."""
    return re.sub(r"[-_.+/%]+", " ", address.rstrip("/").rpartition("/")[2])
