"""The ledger learns by which voices a version sounds that a former program published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.corrections.makings import describe_making, is_made_known, note_making
from audiopress.press.edition.planning.passages import choose_passages
from audiopress.press.edition.planning.recipe import find_recipe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.edition.planning.order import Order

__all__ = ["fill_in_makings"]


def fill_in_makings(edition: OpenEdition, orders: Iterable[Order]) -> None:
    """Note of articles of which nothing is to be done who spoke them; nothing is spoken.

    What was made from the same inputs was made by the voices of today.
    """
    for order in orders:
        record = order.registered.record
        if order.unchanged is None or record.state != "live" or is_made_known(record):
            continue
        chosen = choose_passages(edition, order.registered)
        # Of another recipe somebody has mended the ledger, or the cache is of another edition.
        if chosen.recipe == find_recipe(edition, record):
            making = describe_making(record.versions[-1].key, chosen.passages, chosen.kept)
            edition.ledger.save(note_making(record, making))
