"""Parts of a page that arrive late: streamed hidden at its end, moved by a script to their place.

React sends ``<template id="B:1">`` (or ``P:1``) where a part belongs, and later
``<div hidden id="S:1">`` with the part. A reader sees it in its place, without the text that
stood in for it until then.
"""

from __future__ import annotations

from typing import Any

__all__ = ["settle"]


def settle(tree: Any) -> None:
    """Move each streamed part of ``tree`` to its place and show it."""
    parts = tree.xpath("//*[@hidden][starts-with(@id, 'S:')]")
    places = {place.get("id"): place for place in tree.iter("template")} if parts else {}
    for part in parts:
        number = part.get("id")[2:]
        boundary, piece = places.get(f"B:{number}"), places.get(f"P:{number}")
        place = piece if boundary is None else boundary
        if place is None:
            continue
        if boundary is not None:
            _clear(boundary)
        part.tail = None
        del part.attrib["hidden"]
        place.addnext(part)


def _clear(boundary: Any) -> None:
    """Drop what stood in for the part: all up to the comment that ends the boundary, if any."""
    standing = []
    for follower in boundary.itersiblings():
        if isinstance(follower.tag, str):
            standing.append(follower)
        elif (follower.text or "").strip() == "/$":
            for element in standing:
                boundary.getparent().remove(element)
            return
