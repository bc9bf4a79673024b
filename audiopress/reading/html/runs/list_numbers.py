"""The numbers that a reader sees before the items of an ordered list.

As the standard counts them (https://html.spec.whatwg.org/multipage/grouping-content.html): from
``start``, backwards with ``reversed``, each ``value`` anew. Roman numerals become figures, since
nobody says "i i i"; letters stay letters.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

__all__ = ["ListNumbers"]

_UNMARKED_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
"""A list that shows no numbers, by the style of the element."""

_UNMARKED_NAME = re.compile(
    r"(?:^|[\s_-])(?:unstyled|list-none|list-unstyled|no-(?:bullets?|numbers?|list-style)|"
    r"plain-?list|breadcrumbs?|pagination|nav|menu|comment-?list|footnotes?|references)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""The same by what its class is called, and lists of what is never said."""

_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
"""A number as browsers read one in an attribute."""

_ALPHABET = 26
"""Letters that count items; the 27th is "aa"."""

_MOST_ITEMS = 10_000
"""Items of a list that are counted: the page of a longer one is no article."""


class ListNumbers:
    """The numbers of the lists of one page, each list counted once."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._numbers: dict[Any, str] = {}
        self._counted: set[Any] = set()
        self._given: set[Any] = set()

    def take(self, element: Any, text: str) -> str:
        """Return the number before a text in an item, for the first text of that item alone.

        Empty outside of ordered lists, in lists that show no numbers, and where the text begins
        with that number itself.
        """
        item = _find_item(element)
        if item is None or item in self._given:
            return ""
        self._given.add(item)
        mother = item.getparent()
        if mother not in self._counted:
            self._counted.add(mother)
            if not _is_unmarked(mother):
                self._numbers.update(_count_items(mother))
        number = self._numbers.get(item, "")
        return "" if number and text.startswith(number.rstrip(".")) else number


def _find_item(element: Any) -> Any:
    """Return the item of an ordered list that an element lies in, if that is the nearest list."""
    while element is not None and element.tag not in ("body", "ul", "table", "dl"):
        mother = element.getparent()
        if element.tag == "li" and mother is not None:
            return element if mother.tag == "ol" else None
        element = mother
    return None


def _is_unmarked(mother: Any) -> bool:
    # Safari forgets that a list without marks is one, so pages say it again
    if mother.get("role") is not None or _UNMARKED_STYLE.search(mother.get("style") or ""):
        return True
    return bool(_UNMARKED_NAME.search(mother.get("class") or ""))


def _count_items(mother: Any) -> dict[Any, str]:
    items = list(islice(mother.iterchildren("li"), _MOST_ITEMS))
    backwards = mother.get("reversed") is not None
    number = _read_whole(mother.get("start"), len(items) if backwards else 1)
    kind = mother.get("type") or _find_style_kind(mother.get("style") or "")
    numbers = {}
    for item in items:
        number = _read_whole(item.get("value"), number)
        if not _UNMARKED_STYLE.search(item.get("style") or ""):
            numbers[item] = f"{_write_number(number, item.get('type') or kind)}."
        number += -1 if backwards else 1
    return numbers


def _find_style_kind(style: str) -> str:
    found = re.search(r"list-style(?:-type)?\s*:[^;]*(lower|upper)-(?:alpha|latin)", style)
    return "" if found is None else {"lower": "a", "upper": "A"}[found[1]]


def _read_whole(value: str | None, otherwise: int) -> int:
    found = _WHOLE.match(value or "")
    return int(found[1]) if found else otherwise


def _write_number(number: int, kind: str) -> str:
    if kind not in ("a", "A") or number < 1:
        return str(number)
    letters = ""
    while number:
        number, rest = divmod(number - 1, _ALPHABET)
        letters = chr(ord(kind) + rest) + letters
    return letters
