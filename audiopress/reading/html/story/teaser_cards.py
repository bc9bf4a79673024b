"""Cards: small boxes in a story with the linked title of another story and a second link to it.

The second link lies around its picture, most often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiopress.reading.html.tree.elements import HEADING_LIKE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.runs.text_runs import TextRun

__all__ = ["find_cards", "leads_out", "list_own_hosts"]

_LINKED = 0.8
"""Share of a heading's characters in links that makes it another story's title."""

_MOST = 400
"""Characters that a card holds at most: a title and a teaser; more is a section of the story."""


def list_own_hosts(uri: str, canonical: str) -> frozenset[str]:
    """Return the hosts that are a page's own: where it was read, and where it says it lies.

    A page saved to disk has its own site in its canonical address only. The empty host is that of
    a link without one.
    """
    return frozenset({"", _read_host(uri), _read_host(canonical)})


def find_cards(runs: list[TextRun], own: frozenset[str]) -> frozenset[Any]:
    """Return the elements that are cards: two links of them lead to one place on this site.

    A heading that leads to another site heads text about what it names, such as a product.
    """
    headings = (run.element for run in runs if _is_linked_heading(run))
    found = (_find_card(heading) for heading in headings if not leads_out(heading, own))
    return frozenset(box for box in found if box is not None)


def leads_out(element: Any, own: frozenset[str]) -> bool:
    """Whether the first link of an element leads to another site than the page's own."""
    return _read_host(_find_address(element)) not in own


def _is_linked_heading(run: TextRun) -> bool:
    return run.element.tag in HEADING_LIKE and run.linked >= _LINKED * run.shown


def _find_card(heading: Any) -> Any:
    """Return the largest box around a heading that is still a card, or ``None``."""
    address = _find_address(heading)
    # a heading often links to itself; that makes no card
    if not address or address.startswith("#"):
        return None
    box = None
    for ancestor in heading.iterancestors():
        # the largest, so that the teaser and the date beside the title are in it too
        if ancestor.tag == "body" or _count_characters(ancestor) > _MOST:
            break
        if sum(link.get("href") == address for link in ancestor.iter("a")) > 1:
            box = ancestor
    return box


def _find_address(element: Any) -> str:
    return next((link.get("href") for link in _find_links(element)), "") or ""


def _find_links(element: Any) -> Iterable[Any]:
    yield from element.iter("a")
    # `<a><h3>title</h3></a>` is as usual as the other way round
    yield from element.iterancestors("a")


def _read_host(address: str) -> str:
    try:
        # a page and its links write their site with and without it
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # such as "http://[": no host of ours
        return address


def _count_characters(element: Any) -> int:
    # spaces joined: the source of a page is indented, and that is nothing a reader sees
    return len(" ".join(element.xpath("string()").split()))
