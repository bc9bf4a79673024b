"""Parts of a page that arrive late: streamed hidden at its end, moved by a script to their place.

React sends ``<template id="B:1">`` (or ``P:1``) where a part belongs, and later
``<div hidden id="S:1">`` with the part. A reader sees it in its place, without the text that
stood in for it until then.
"""

from __future__ import annotations

from typing import Any

__all__ = ["place_late_parts"]


def place_late_parts(tree: Any) -> None:
    """Move each streamed part of ``tree`` to its place and show it."""
    parts = tree.xpath("//*[@hidden][starts-with(@id, 'S:')]")
    # most pages stream nothing: their templates are not looked for
    places = {place.get("id"): place for place in tree.iter("template")} if parts else {}
    for part in parts:
        number = part.get("id")[2:]
        # React's Suspense boundaries (B) show a fallback until then, its placeholders (P) nothing
        boundary, placeholder = places.get(f"B:{number}"), places.get(f"P:{number}")
        place = placeholder if boundary is None else boundary
        if place is None:
            continue
        if boundary is not None:
            _remove_fallback(boundary)
        part.tail = None  # else lxml moves the text behind the part along
        del part.attrib["hidden"]
        place.addnext(part)


def _remove_fallback(boundary: Any) -> None:
    """Drop what stood in for the part: all up to the comment that ends the boundary, if any."""
    fallback = []
    for follower in boundary.itersiblings():
        if isinstance(follower.tag, str):
            fallback.append(follower)
        # without that mark the boundary has no end, and all that follows may be the story: it stays
        elif (follower.text or "").strip() == "/$":  # React's mark of a boundary's end
            for element in fallback:
                boundary.getparent().remove(element)
            return
