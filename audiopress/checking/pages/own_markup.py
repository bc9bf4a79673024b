"""Which elements and attributes the pages of a build have: whatever else is there, is foreign.

The table has what the templates of every release have (`audiopress.publish.pages`), and the code
for phones. Values are in it where there are few, and where another one would change what the page
does.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["find_strange_markup"]

_ATTRIBUTES: Final = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "a": "href target rel hreflang class download type lang tabindex aria-hidden",
        "article": "",
        "audio": "controls preload src aria-label",
        "audiopress-player": "src data-page data-frame data-sticky playlist",
        "blockquote": "id",
        "body": "class",
        "code": "dir",
        "div": "class id aria-label role",
        "figcaption": "",
        "figure": "",
        "footer": "class",
        "form": "class role",
        "h1": "class",
        "h2": "id class",
        "h3": "",
        "head": "",
        "header": "class",
        "html": "lang dir",
        "img": "src alt width height class loading",
        "input": "id type autocomplete spellcheck",
        "label": "for",
        "li": "lang dir id",
        "link": "rel type title href sizes as crossorigin",
        "main": "class id",
        "meta": "charset name content property",
        "nav": "class",
        "ol": "class hidden",
        "output": "for data-found data-nothing data-failed",
        "p": "class id",
        "path": "fill d class stroke transform",
        "script": "type src",
        "section": "class aria-label aria-labelledby",
        "span": "class data-cue lang",
        "strong": "",
        "svg": "aria-hidden focusable viewbox class width height version xmlns",
        "time": "datetime",
        "title": "",
        "ul": "class aria-labelledby",
    }.items()
}
"""What an element of ours may have, in the small letters of a parsed page."""

_VALUES: Final = {
    ("a", "download"): {""},
    ("a", "target"): {"_blank"},
    ("a", "rel"): {"noopener", "prev", "next"},
    ("audio", "preload"): {"none", "metadata"},
    ("link", "rel"): {"alternate", "canonical", "icon", "preload", "stylesheet"},
    ("script", "type"): {"module", "application/ld+json"},
    ("ol", "hidden"): {""},
}
"""What an attribute of ours may say."""

_NAMED: Final = {
    "viewport": {"width=device-width, initial-scale=1"},
    "referrer": {"no-referrer", "strict-origin-when-cross-origin"},
    "color-scheme": {"light dark"},
}
"""What the head of a page says to the browser."""

_HIDDEN: Final = {("ol", "hidden"): "episodes found", ("a", "aria-hidden"): "thumbnail"}
"""Of which class an element is that may be hidden: what a search finds, a picture's second link."""

_WORDS: Final = """
@context @type @id headline description inLanguage datePublished dateModified articleSection
mainEntityOfPage publisher audio author image name contentUrl encodingFormat contentSize
duration uploadDate transcript creditText digitalSourceType url webFeed
"""
"""The names in structured data of ours (`audiopress.publish.pages.schema_org`) ..."""

_KEYS: Final = frozenset(_WORDS.split())
"""... as a set."""

_DATA: Final = "application/ld+json"
"""The type of a script that is none: what search engines read."""

_SYNTHETIC: Final = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
"""What they say of how sound was made."""


def find_strange_markup(page: etree._Element) -> str:
    """Return the first thing in a page of ours that no build writes, or "".

    Pages that do not say who made them are somebody else's, beside ours.
    """
    if page.find(".//meta[@name='generator'][@content='audiopress']") is None:
        return ""
    for each in (*page.itersiblings(preceding=True), *page.iter(), *page.itersiblings()):
        fault = _find_fault(each) if isinstance(each.tag, str) else _find_remark_fault(each)
        if fault:
            return f"has {fault}, which no build writes"
    link = page.find(".//div[@class='transcript']//a[@href]")
    return "" if link is None else f"has a link to {link.get('href')} in what is spoken"


def _find_remark_fault(node: etree._Element) -> str:
    # The kind of document is one of the siblings too, and no remark.
    text = " ".join((node.text or "").split())
    return f"the remark {text[:40]!r}"


def _find_fault(element: etree._Element) -> str:
    tag = str(element.tag)
    known = _ATTRIBUTES.get(tag)
    if known is None:
        return f"<{tag}>"
    for name, value in element.attrib.items():
        allowed = _VALUES.get((tag, str(name)))
        place = _HIDDEN.get((tag, str(name)))
        strange = name not in known or (place and element.get("class") != place)
        if strange or (allowed is not None and value not in allowed):
            return f"<{tag}> with {name}={str(value)[:40]!r}"
    named = _NAMED.get(element.get("name", "")) if tag == "meta" else None
    if named and element.get("content") not in named:
        return f"<meta> with {element.get('name')} {element.get('content')!r}"
    return _find_data_fault(element.text or "") if element.get("type") == _DATA else ""


def _find_data_fault(text: str) -> str:
    try:
        return _find_key_fault(json.loads(text))
    except (ValueError, RecursionError):
        return ""  # it is said elsewhere


def _find_key_fault(data: Any) -> str:
    if isinstance(data, list):
        return next(filter(None, map(_find_key_fault, data)), "")
    if not isinstance(data, dict):
        return ""
    for name, value in data.items():
        if name not in _KEYS:
            return f"structured data that say {name!r}"
        if name == "digitalSourceType" and value != _SYNTHETIC:
            return f"structured data that say {name} is {str(value)[:60]!r}"
    return next(filter(None, map(_find_key_fault, data.values())), "")
