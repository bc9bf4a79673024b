"""What a page says of itself to search engines (schema.org, as JSON in a script)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["list_data", "read_data"]

_DATA: Final = ".//script[@type='application/ld+json']"
"""Where it stands."""


def list_data(page: etree._Element) -> list[dict[str, Any]]:
    """Return each record of a page; an empty one for what cannot be read."""
    return [_parse(each.text or "") for each in page.iterfind(_DATA)]


def read_data(page: etree._Element) -> dict[str, Any]:
    """Return the first record of a page, an empty one where there is none or none to be read."""
    return next(iter(list_data(page)), {})


def _parse(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
