"""CSS selectors, by which a site says what is never read, or which of its pages are articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import Document

__all__ = ["find_matching", "is_selector"]


def is_selector(text: str) -> bool:
    """Whether ``text`` is a selector that can be looked for in a page."""
    from lxml import html  # noqa: PLC0415 - only for those who set some

    try:
        # any element will do: a selector that cannot be translated to XPath fails on all alike
        html.fromstring("<p>").cssselect(text)  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001 - cssselect and lxml have errors of many kinds
        return False
    return True


def find_matching(document: Document, selectors: Iterable[str]) -> set[str]:
    """Return which of the selectors find something in a page; in what is no page none does."""
    from audiopress.reading.html.tree.page_tree import parse_page  # noqa: PLC0415
    from audiopress.text.decode import decode  # noqa: PLC0415 - only for those who set some

    if document.media_type != "text/html":
        return set()
    try:
        tree = parse_page(decode(document.body, document.charset), document.uri)
    except ReadingError:  # an empty page, which reading will name
        return set()
    return {selector for selector in selectors if tree.cssselect(selector)}
