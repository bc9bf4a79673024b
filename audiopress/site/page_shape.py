"""Whether a built page is an article by its shape: how much of its main part is text, and whose.

A list of articles has headings that lead to other pages, or is links for the most part; a page
with hardly any text of its own is neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from audiopress.reading.html.tree.elements import HEADING_LIKE, SOURCE, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["judge_shape"]

_ASIDE = frozenset(("nav", "aside", "footer", "form", "math", *SOURCE, *UNSEEN))
"""Elements that are no part of a page's story: menus, boxes, forms, and what is never shown."""

_SHORTEST = 250
"""Letters of the shortest article, spaces not counted: three sentences, and a notice has one."""

_MOSTLY = 0.5
"""Share of the letters that are linked, or stand below the first heading that leads away, from
which on a page is a list. An article with links to two others at its end has most of it above."""


@dataclass(slots=True)
class _Shape:
    """Letters of a page's main part, and headings of it that lead to other pages.

    ``text`` counts all letters, ``linked`` those that link to other pages, ``above`` those without
    a link before the first heading that leads away, ``leading`` such headings.
    """

    text: int = 0
    linked: int = 0
    above: int = 0
    leading: int = 0


def judge_shape(tree: Any, address: str, site: str) -> str:
    """Say in words why a page at ``address`` of ``site`` is no article; nothing if it is one."""
    shape = _measure_shape(tree, address, {_read_path(address), _read_path(site)})
    free = shape.text - shape.linked
    if shape.leading > 1 and shape.above <= free * _MOSTLY:
        return f"a list: {shape.leading} of its headings lead to other pages"
    if shape.linked > shape.text * _MOSTLY:
        return "a list: most of its text is links"
    return f"too short: {free} letters" if free < _SHORTEST else ""


def _measure_shape(tree: Any, address: str, own: set[str]) -> _Shape:
    """Count letters; links to the paths ``own`` (the page and the home page) lead nowhere."""
    shape = _Shape()
    for text, heading, link in _iterate_text(_find_main(tree)):
        size = len("".join(text.split()))
        leads = link is not None and _read_path(urljoin(address, link)) not in own
        if heading and leads and size:
            shape.leading += 1
            # fixed at the first one: below it stand the summaries of the list
            shape.above = shape.above if shape.leading > 1 else shape.text - shape.linked
        shape.text += size
        shape.linked += size if leads else 0
    return shape


def _read_path(address: str) -> str:
    """Return the path of an address without escapes, which some pages write and some do not."""
    return unquote(urlsplit(address).path)


def _find_main(tree: Any) -> Any:
    """Return the main part where there is exactly one, else the body."""
    mains = tree.xpath("//main | //*[@role='main']")
    return mains[0] if len(mains) == 1 else tree.find("body")


def _iterate_text(root: Any) -> Iterator[tuple[str, bool, str | None]]:
    """Yield the text that is seen, whether it stands in a heading, and where it links to."""
    heading, links = 0, [None]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (not isinstance(element.tag, str) or _is_aside(element, root)):
            # its end is still told, for the text behind it belongs to the page
            walk.skip_subtree()
            continue
        seen = isinstance(element.tag, str) and not _is_aside(element, root)
        if event == "start":
            heading += element.tag in HEADING_LIKE
            if element.tag == "a" and element.get("href"):
                links.append(element.get("href"))
            yield element.text or "", heading > 0, links[-1]
            continue
        if seen:
            heading -= element.tag in HEADING_LIKE
            if element.tag == "a" and element.get("href"):
                links.pop()
        # what stands behind the main part is not in it
        if element is not root:
            yield element.tail or "", heading > 0, links[-1]


def _is_aside(element: Any, root: Any) -> bool:
    return element is not root and element.tag in _ASIDE
