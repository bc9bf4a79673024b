"""The difference between what is published and what is there."""

from __future__ import annotations

from pathlib import Path

from audiopress.deploy.changes import compare
from audiopress.deploy.inventory import INVENTORY, UNKNOWN, Inventory, mark_name
from audiopress.deploy.published import PublishedFile, Stock


def make_stock(**digests: str) -> Stock:
    files = {
        name: PublishedFile(name=name, path=Path(name), size=1, digest=digest)
        for name, digest in digests.items()
    }
    return Stock(files=files)


def test_new_and_other_files_are_sent_and_what_is_gone_goes() -> None:
    there = Inventory().change({"same": "1", "other": "1", "begun": UNKNOWN, "gone": "1"})
    changes = compare(make_stock(same="1", other="2", begun="1", new="1"), there)
    assert {each.name for each in changes.send} == {"other", "begun", "new"}
    assert changes.gone == {mark_name("gone")}
    assert (changes.unchanged, changes.size) == (1, 3)


def test_nothing_to_do_is_nothing() -> None:
    assert not compare(make_stock(same="1"), Inventory().change({"same": "1"}))
    assert compare(make_stock(same="1"), Inventory().change({"same": "1"}), everything=True)


def test_the_inventory_is_never_removed() -> None:
    assert not compare(make_stock(), Inventory().change({INVENTORY: "1"}))
