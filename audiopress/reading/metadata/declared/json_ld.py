"""JSON-LD: what a page says of itself in schema.org's terms, for programs.

https://schema.org/Article, as sites write it: with lists where one value is meant, and with
entities escaped once or twice too often.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.declared.json_text import read_json_text
from audiopress.reading.metadata.declared.own_items import ARTICLE_TYPE
from audiopress.text.comparison import make_comparable
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "find_article_node",
    "iterate_page_nodes",
    "list_broken_scripts",
    "list_kinds",
    "list_persons",
    "read_image",
    "read_person",
    "read_text",
    "read_value",
    "unescape_text",
]

_DEEPEST = 6
"""Levels of a node that are searched: deeper than any ``@graph``, so a bomb costs nothing."""

_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
"""Where a node holds the nodes of other things, among them the article."""

_CLAIM = re.compile(r"Article|Posting|headline|datePublished")
"""What a script says that is about an article; others (of a menu, a shop) are nobody's loss."""

_ESCAPES = 3
"""Times that a text may be escaped: by its editor, its template and its plug-in."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
"""An element of HTML within a text; "a < b" is none."""


def find_article_node(tree: Any, is_own: Callable[[dict[str, Any]], bool] = bool) -> dict[str, Any]:
    """Return the JSON-LD node that describes the page's article, or an empty one.

    Of several the one that has the page's headline, then the fullest: a page often has a node of
    each teaser too. ``is_own`` says which may be it.
    """
    nodes = [
        node
        for value in _read_scripts(tree)[0]
        for node in _iterate_nodes(value)
        if _is_article(node) and is_own(node)
    ]
    if len(nodes) == 1:
        return nodes[0]
    keys = {make_comparable(element.text_content()) for element in tree.iter("h1", "title")} - {""}
    # the first of those that are alike: `max` keeps to the order
    return max(nodes, key=lambda node: (_has_title(node, keys), len(node)), default={})


def iterate_page_nodes(tree: Any, *, articles: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the nodes that tell of a page itself, or those of all ``articles`` that it names."""
    for value in _read_scripts(tree)[0]:
        if articles:
            yield from filter(_is_article, _iterate_nodes(value))
            continue
        yield from _iterate_nodes(value, within=("@graph", "mainEntity"))


def list_broken_scripts(tree: Any) -> list[str]:
    """Return what is wrong with each script of JSON-LD that tells of an article and is no JSON."""
    return _read_scripts(tree)[1]


def _read_scripts(tree: Any) -> tuple[list[Any], list[str]]:
    values, broken = [], []
    for script in tree.iterfind(".//script"):
        # "application/ld+json; charset=utf-8" is written too
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        read, why = read_json_text(script.text or "")
        values += read
        if why and _CLAIM.search(script.text or ""):
            broken.append(why)
    return values, broken


def _has_title(node: dict[str, Any], keys: set[str]) -> bool:
    """Whether a node's headline is within one of the page's, or the other way round."""
    said = make_comparable(read_text(node.get("headline")) or read_text(node.get("name")))
    return bool(said) and any(said in key or key in said for key in keys)


def list_kinds(node: dict[str, Any]) -> list[str]:
    """Return the types of a node, of which there may be one or a list."""
    kinds = node.get("@type", "")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _is_article(node: dict[str, Any]) -> bool:
    return any(ARTICLE_TYPE.search(kind) for kind in list_kinds(node))


def _iterate_nodes(
    value: Any, depth: int = 0, within: tuple[str, ...] = _INSIDE
) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _iterate_nodes(item, depth + 1, within)
    elif isinstance(value, dict):
        yield value
        for key in within:
            yield from _iterate_nodes(value.get(key), depth + 1, within)


def read_text(value: Any) -> str:
    """Return a value as one line of text: the first of a list, the name of a thing."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return unescape_text(value) if isinstance(value, str) else ""


def read_value(value: Any) -> str:
    """Return a value that is a text or a number, of a list the first, as one line."""
    if isinstance(value, list) and value:
        value = value[0]
    # a bool is an int in Python, and no date
    return str(value) if type(value) is int else read_text(value)


def unescape_text(text: str) -> str:
    """Return one line of text without tags and entities, which sites escape once or twice more."""
    # entities first: an escaped tag is a tag only then
    for _ in range(_ESCAPES):
        text = unescape(text)
    return tidy(_TAG.sub(" ", text))


def list_persons(value: Any) -> list[Any]:
    """Return the authors, of which there may be one or a list."""
    return value if isinstance(value, list) else [value]


def read_person(person: Any) -> str:
    """Return a person's or an organisation's name, which may stand there alone."""
    return read_text(person.get("name") if isinstance(person, dict) else person)


def read_image(value: Any) -> str:
    """Return the address of an image, of the first where there are several."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl")
    return tidy(value) if isinstance(value, str) else ""
