"""What is kept at a target: no names, and nothing that is not understood is touched."""

from __future__ import annotations

import json

import pytest

from audiopress.deploy.inventory import Inventory, decode, encode, mark_name
from audiopress.errors import StoreError

SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 - a folder of a private show


def test_it_is_read_as_it_was_kept() -> None:
    inventory = Inventory(builder="b", when="now", withdrawn={mark_name("guid"): "b"})
    inventory = inventory.change({f"{SECRET}/feed.xml": "d", "a.html": "e", "b.html": None})
    assert decode(encode(inventory), "s3://b/") == inventory
    assert inventory.find("a.html") == "e"
    assert inventory.find("b.html") is None
    assert inventory.change({"a.html": None}).find("a.html") is None


def test_it_has_no_names() -> None:
    body = encode(Inventory().change({f"{SECRET}/feed.xml": "d", "episodes/alba.html": "e"}))
    assert SECRET.encode() not in body
    assert b"alba" not in body


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b'{"format": 1}', b'{"format": 1, "files": []}', b"\xff"]
)
def test_what_is_none_is_named(body: bytes) -> None:
    with pytest.raises(StoreError, match="this is no inventory") as caught:
        decode(body, "s3://b/")
    assert caught.value.where == "s3://b/.audiopress/deployed.json"


def test_a_newer_one_is_left_alone() -> None:
    with pytest.raises(StoreError, match="of a newer audiopress"):
        decode(json.dumps({"format": 2}).encode(), "s3://b/")
