"""JSON-LD: what a page says of itself in schema.org's terms, for programs.

https://schema.org/Article, written as sites write it: with comments around it, with lists where
one value is meant, and with entities escaped once or twice too often.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

from audiopress.reading.metadata.own_items import ARTICLE_TYPE
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "find_article_node",
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

_AROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
"""Comments and CDATA marks around a script: for browsers of long ago."""

_TRAILING_COMMA = re.compile(r",\s*([}\]])")
"""A comma behind the last item, which JavaScript allows and JSON does not."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
"""An element of HTML within a text; "a < b" is none."""


def find_article_node(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD node that describes an article, or an empty one; the fullest of several.

    A page often has a short node of each teaser too.
    """
    best: dict[str, Any] = {}
    for script in tree.iterfind(".//script"):
        # "application/ld+json; charset=utf-8" is written too
        if "ld+json" not in (script.get("type") or ""):
            continue
        for node in _iterate_nodes(_parse(script.text or "")):
            if _is_article(node) and len(node) > len(best):
                best = node
    return best


def list_kinds(node: dict[str, Any]) -> list[str]:
    """Return the types of a node, of which there may be one or a list."""
    kinds = node.get("@type", "")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _is_article(node: dict[str, Any]) -> bool:
    return any(ARTICLE_TYPE.search(kind) for kind in list_kinds(node))


def _parse(text: str) -> Any:
    """Return the value of JSON as sites write it, ``None`` where there is none."""
    # some sites end it as a statement of JavaScript
    text = _AROUND.sub("", text).strip().rstrip(";")
    for written in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            # not strict: sites write line breaks within texts, which JSON has escaped
            return json.loads(written, strict=False)
        # a page may nest brackets deeper than the parser goes; it has no JSON-LD then
        except (ValueError, RecursionError):
            continue
    return None


def _iterate_nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _iterate_nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INSIDE:
            yield from _iterate_nodes(value.get(key), depth + 1)


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
    return tidy(_TAG.sub(" ", unescape(unescape(text))))


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
    return value if isinstance(value, str) else ""
