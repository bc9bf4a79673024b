"""Cards: small boxes in a story with the linked title of another story and a second link to it.

The second link lies around its picture, most often.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from audiopress.reading.html.text_runs import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.reading.html.text_runs import Run

__all__ = ["cards", "leads_out", "own_sites"]

_LINKED = 0.8
_MOST = 400
"""Characters that a card holds at most."""


def own_sites(uri: str, canonical: str) -> frozenset[str]:
    """Return the hosts that are a page's own: where it was read, and where it says it lies.

    A page saved to disk has its own site in its canonical address only.
    """
    return frozenset({"", _site(uri), _site(canonical)})


def cards(runs: list[Run], own: frozenset[str]) -> frozenset[Any]:
    """Return the elements that are cards: two links of them lead to one place on this site.

    A heading that leads to another site heads text about what it names, such as a product.
    """
    headings = (run.element for run in runs if _is_linked_heading(run))
    found = (_card(heading) for heading in headings if not leads_out(heading, own))
    return frozenset(box for box in found if box is not None)


def _is_linked_heading(run: Run) -> bool:
    return run.element.tag in HEADINGS and run.linked >= _LINKED * run.shown


def leads_out(element: Any, own: frozenset[str]) -> bool:
    """Whether the first link of an element leads to another site than the page's own."""
    return _site(_address(element)) not in own


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return address


def _address(heading: Any) -> str:
    return next((link.get("href") for link in _links(heading)), "") or ""


def _card(heading: Any) -> Any:
    address = _address(heading)
    if not address or address.startswith("#"):
        return None
    box = None
    for ancestor in heading.iterancestors():
        if ancestor.tag == "body" or _size(ancestor) > _MOST:
            break
        if sum(link.get("href") == address for link in ancestor.iter("a")) > 1:
            box = ancestor
    return box


def _links(heading: Any) -> Iterable[Any]:
    yield from heading.iter("a")
    yield from heading.iterancestors("a")


def _size(element: Any) -> int:
    return len(" ".join(element.xpath("string()").split()))
