"""Trees within the tree of a page: shadow roots, and frames that have their page in an attribute.

A shadow root is shown in place of what its element holds, which is shown in its slots
(https://dom.spec.whatwg.org/#shadow-trees). A frame with ``srcdoc`` shows the page written there.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml import html as lxml_html

__all__ = ["open_inner_trees"]

_SHADOW_ROOTS = "//template[@shadowrootmode or @shadowroot]"
"""Templates that are shown where they stand, by today's attribute and the first one."""

_NESTED = 3
"""Frames within frames that are opened; what is deeper is left closed."""

_VOID = ("bgsound", "embed", "keygen", "track")
"""Elements that hold nothing by the standard, and that libxml2 waits for the end of: with the rest
of the story in them."""


def open_inner_trees(tree: Any) -> bool:
    """Show in ``tree`` what a browser shows of the trees in it; tell whether it grew by one."""
    for void in list(tree.iter(*_VOID)):
        _lift_content(void)
    grown = False
    for _ in range(_NESTED):
        frames = tree.xpath("//iframe[@srcdoc]")
        for frame in frames:
            _open_frame(frame)
        grown = grown or bool(frames)
        if not frames:
            break
    for template in tree.xpath(_SHADOW_ROOTS):
        _open_shadow(template)
    return grown


def _lift_content(void: Any) -> None:
    """Put what an element holds behind it."""
    parent = void.getparent()
    if parent is None or not (len(void) or void.text):
        return
    tail, void.tail, void.text = void.tail, void.text, None
    at = parent.index(void) + 1
    children = list(void)
    # each at its place: `addnext` would put what stands behind an element behind the next one
    for number, child in enumerate(children):
        parent.insert(at + number, child)
    last = children[-1] if children else void
    last.tail = (last.tail or "") + (tail or "") or None


def _open_frame(frame: Any) -> None:
    """Put the page that is written in a frame's attribute into the frame."""
    source = frame.attrib.pop("srcdoc")
    if not source.strip():
        return
    try:
        page = lxml_html.document_fromstring(source)  # type: ignore[no-untyped-call]
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    body = page.find("body")
    if body is None:
        return
    fallback = _wrap(frame, "noframes")
    frame[:] = [fallback, *body]
    fallback.tail = body.text


def _open_shadow(template: Any) -> None:
    """Show a shadow root, with what its element holds in its slots."""
    template.tag = "div"
    host = template.getparent()
    slots = list(template.iter("slot"))
    if host is None or not slots:
        return
    for slot in slots:
        name = slot.get("name") or ""
        given = [one for one in host if one is not template and _is_for(one, name)]
        loose = "" if name else (host.text or "") + (template.tail or "")
        if not given and not loose.strip():
            continue
        _hide_content(slot)
        if loose.strip():
            span = slot.makeelement("span")
            span.text = loose
            slot.append(span)
            host.text = template.tail = None
        for one in given:
            slot.append(one)
    rest = [one for one in host if one is not template]
    for one in rest:
        # without a slot it is not shown
        if isinstance(one.tag, str):
            one.set("hidden", "")


def _is_for(element: Any, name: str) -> bool:
    return isinstance(element.tag, str) and (element.get("slot") or "") == name


def _hide_content(slot: Any) -> None:
    """Hide what a slot shows if it is given nothing."""
    if len(slot) or (slot.text or "").strip():
        slot.append(_wrap(slot, "span"))
        slot[0].set("hidden", "")


def _wrap(element: Any, tag: str) -> Any:
    """Return all that an element holds in one of ``tag``, taken out of it."""
    inside = element.makeelement(tag)
    inside.text, element.text = element.text, None
    inside[:] = list(element)
    return inside
