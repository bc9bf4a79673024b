"""What was passed by, each article once, however many lists of a run name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.identity import fold_address, is_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.model import OtherFile

__all__ = ["tell_once"]


def tell_once(items: Iterable[OtherFile]) -> tuple[OtherFile, ...]:
    """Return what was passed by without what says the same of an article as another one.

    A feed and a sitemap may spell its address in two ways. Of several reasons each is told. Of one
    that is left out it says nothing more that another list names it as well.
    """
    found: dict[tuple[str, str, bool], OtherFile] = {}
    for item in items:
        found.setdefault((_fold(item.uri), item.reason, item.unwanted), item)
    unwanted = {name for name, _, is_unwanted in found if is_unwanted}
    return tuple(
        item for (name, _, _), item in found.items() if not (item.repeated and name in unwanted)
    )


def _fold(uri: str) -> str:
    return fold_address(uri) if is_address(uri) else uri
