"""XML of strangers, looked at before any parser of ours sees it.

Entities that are declared in a document can fill the memory (a "billion laughs") or bring files of
this machine into it; no feed needs them. `defusedxml` refuses both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import SourceError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["check_xml", "drop_head", "has_end", "parse_xml"]

_DECLARED = re.compile(r"<!\s*ENTITY\b", re.IGNORECASE)
"""A declaration of an entity: what comes before the first item may hold none, however broken the
rest is."""

_FIRST_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry|url|sitemap|outline)\b", re.IGNORECASE)
"""Where the head of a feed ends; behind it an article may speak of entities."""


_HEAD = re.compile(r"\s*(?:<\?xml\b[^>]*\?>)?(?:\s+|<!--.*?-->)*(?:<!DOCTYPE[^\[>]*>)?", re.DOTALL)
"""What a text that has been decoded needs no more: how it was encoded, and which DTD it follows.
RSS 0.91 names one on a host that is gone, and `defusedxml` would refuse it for that."""


_START = re.compile(r"<[A-Za-z_][\w.:-]*")
"""The root element, after what may stand before it (`drop_head`)."""

_PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]")
"""The prefix of an element's name."""

_DECLARED_PREFIX = re.compile(r"\bxmlns:([\w.-]+)\s*=")
"""A prefix that is declared."""

_ROOTS = r"(?:[\w.-]+:)?(?:rss|rdf|feed|urlset|sitemapindex|opml)"
"""The root of a list of articles, whatever its prefix."""

_ROOT_END = re.compile(rf"</{_ROOTS}\s*>|<{_ROOTS}\b[^<>]*/>", re.IGNORECASE)
"""How such a list ends that came whole, or is empty."""

_END = 1000
"""Characters at the end of a list in which its root is closed: a comment may follow."""


def has_end(text: str) -> bool:
    """Whether a feed, a sitemap or a list of feeds came to its end."""
    return _ROOT_END.search(text[-_END:]) is not None


def drop_head(text: str) -> str:
    """Return a document without the declarations before its root."""
    text = text.lstrip("\ufeff")
    head = _HEAD.match(text)
    return text[head.end() if head else 0 :]


def check_xml(text: str, where: str) -> str:
    """Return what is wrong with XML that can still be read as a feed, or nothing.

    Raises:
        SourceError: it declares entities, or would have others read.

    """
    # Also where it is broken: the lenient parser of feeds would see what this one did not.
    first = _FIRST_ITEM.search(text)
    if _DECLARED.search(text, 0, first.start() if first else len(text)):
        raise _make_refusal(where)
    return _explain_fault(text, where)


def parse_xml(text: str, where: str) -> Element:
    """Return the root of a document that has to be well-formed.

    Raises:
        SourceError: it is not, or declares entities, or would have others read.

    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - only for such lists
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(_declare_prefixes(drop_head(text)))
    except DefusedXmlException as error:
        raise _make_refusal(where) from error
    except (ParseError, ValueError) as error:
        raise SourceError(
            f"is broken XML: {error}",
            where=where,
            hint="open it in a browser, and have the program that writes it mend it",
        ) from error
    return root


def _declare_prefixes(text: str) -> str:
    """Return a document whose root declares the prefixes that are used and that nobody declares.

    A slip in one of them (``xthml:link``) is no reason to lose a whole sitemap.
    """
    root = _START.search(text)
    missing = set(_PREFIX.findall(text)) - set(_DECLARED_PREFIX.findall(text)) - {"xml", "xmlns"}
    if root is None or not missing:
        return text
    declared = "".join(f' xmlns:{name}="undeclared:{name}"' for name in sorted(missing))
    return text[: root.end()] + declared + text[root.end() :]


def _explain_fault(text: str, where: str) -> str:
    from xml.sax import SAXParseException  # noqa: PLC0415 - the error only, as below
    from xml.sax.handler import ContentHandler  # noqa: PLC0415

    from defusedxml import sax  # noqa: PLC0415
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415

    parse: Any = sax.parseString
    try:
        parse(text.encode("utf-8", "replace"), ContentHandler())
    except DefusedXmlException as error:
        raise _make_refusal(where) from error
    except SAXParseException as error:
        return f"line {error.getLineNumber()}: {error.getMessage()}"
    return ""


def _make_refusal(where: str) -> SourceError:
    return SourceError(
        "declares entities of its own, which may be a trap, and is not read",
        where=where,
        hint="have it written without <!ENTITY ...>, or name its articles' pages",
    )
