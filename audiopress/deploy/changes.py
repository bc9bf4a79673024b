"""What a deploy has to do: the difference between what is published and what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.deploy.inventory import INVENTORY, mark_name

if TYPE_CHECKING:
    from audiopress.deploy.inventory import Inventory
    from audiopress.deploy.published import PublishedFile, Stock

__all__ = ["Changes", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Files to send, in their order, and marks of the names of those that are published no more."""

    send: tuple[PublishedFile, ...]
    gone: frozenset[str]
    unchanged: int

    @property
    def size(self) -> int:
        """Bytes that are sent."""
        return sum(each.size for each in self.send)

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.send or self.gone)


def compare(stock: Stock, inventory: Inventory, *, everything: bool = False) -> Changes:
    """Return what is to be sent and removed; ``everything`` sends what is there already, too."""
    send = [
        each
        for each in stock.files.values()
        if everything or inventory.find(each.name) != each.digest
    ]
    kept = {mark_name(name) for name in (*stock.files, INVENTORY)}
    return Changes(
        send=tuple(sorted(send, key=lambda each: (each.stage, each.name))),
        gone=frozenset(inventory.files) - kept,
        unchanged=len(stock.files) - len(send),
    )
