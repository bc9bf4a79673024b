"""CSS selectors, by which a site says what is always and what is never read."""

from __future__ import annotations

__all__ = ["is_selector"]


def is_selector(text: str) -> bool:
    """Whether ``text`` is a selector that can be looked for in a page."""
    from lxml import html  # noqa: PLC0415 - only for those who set some

    try:
        # any element will do: a selector that cannot be translated to XPath fails on all alike
        html.fromstring("<p>").cssselect(text)  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001 - cssselect and lxml have errors of many kinds
        return False
    return True
