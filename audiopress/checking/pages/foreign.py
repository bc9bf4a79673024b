"""Whether a page runs, loads or opens anything that no build puts there.

Pages of an edition run two scripts, both their own, and load nothing of another host
(`audiopress.publish.pages`). What else is found was put there by somebody, or by a host.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from lxml import etree

from audiopress.checking.files.other_kinds import find_text_fault
from audiopress.checking.pages.own_markup import find_strange_markup
from audiopress.checking.shelf import find_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.checking.shelf import Shelf

__all__ = ["find_foreign_element", "find_foreign_faults", "parse_html"]

Look = tuple[str, str, str]
"""The check's name, the file, and what is wrong or ""."""

_PAGES: Final = ("*.html", "*/*.html", "shows/*/*.html", "episodes/*/*.html", "*/episodes/*/*.html")
"""Where pages lie: an edition's own, and those of a private show below its secret."""

_OF_THE_HOST: Final = ("404.html", "google*.html", "yandex_*.html")
"""Pages that a host asks for, or that say to a search engine whose the place is."""

_MOVED: Final = re.compile(
    rb'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
    rb'<meta name="robots" content="noindex, nofollow, noarchive">\n'
    rb'<meta name="referrer" content="no-referrer">\n'
    rb'<meta http-equiv="refresh" content="0; url=(?P<to>[./0-9a-zA-Z_-]+)">\n'
    rb'<title>Moved</title>\n<p><a href="(?P=to)">This show has moved.</a></p>\n</html>\n'
)
"""What a build writes where a private show has been (`audiopress.press.former_places`)."""

_NOWHERE: Final = "https://edition.invalid/"
"""The address of an edition that names none."""

_OUR_SCRIPT: Final = re.compile(r"(?:.*/)?(?:player/audiopress-player|search)\.js")
"""What our pages run."""

_DATA: Final = "application/ld+json"
"""The type of a script that is none: what search engines read."""

_NEVER: Final = frozenset(
    {
        "applet",
        "base",
        "embed",
        "fencedframe",
        "frame",
        "frameset",
        "iframe",
        "object",
        "portal",
        "style",
    }
)
"""Elements that no page of ours has."""

_LOADING: Final = frozenset(
    {
        "stylesheet",
        "preload",
        "modulepreload",
        "prefetch",
        "preconnect",
        "dns-prefetch",
        "prerender",
        "manifest",
        "icon",
        "import",
    }
)
"""Relations of a link by which a browser goes to its address at once."""

_SHOWN: Final = frozenset({"audio", "img", "image", "input", "source", "track", "video"})
"""Elements whose address is fetched when the page is shown."""

_ADDRESSES: Final = ("href", "src", "action", "formaction", "data", "poster", "xlink:href")
"""Attributes that have an address."""

_RUNS: Final = re.compile(r"[\s\x00-\x1f]*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
"""How an address begins that is a program, or a page of its own."""

_CHARSET: Final = re.compile(rb"<meta charset=[\"']?utf-8[\"']?>", re.IGNORECASE)
"""How a page of ours names its encoding, in the first 1024 bytes (HTML, 4.2.5.4)."""

_HEAD: Final = 1024
"""Bytes in which a browser looks for it."""


def find_foreign_faults(shelf: Shelf, base: str) -> Iterator[Look]:
    """Yield a look at each page of the edition at the address ``base``."""
    paths = {path for pattern in _PAGES for path in shelf.list_paths(pattern)}
    hosts = {path for pattern in _OF_THE_HOST for path in shelf.list_paths(pattern)}
    for path in sorted((paths or {"index.html"}) - hosts):
        body = shelf.read(path)
        if not body or not body.strip():
            continue  # it is said elsewhere
        other = find_text_fault(body, page=True)
        yield "encoding of the page", path, other
        if other:
            continue
        moved = _MOVED.fullmatch(body)
        if moved:
            lost = shelf.read(_follow(path, moved["to"].decode())) is None
            yield "moved page", path, "leads to a page that is not there" if lost else ""
            continue
        page = parse_html(body)
        strange = find_foreign_element(page, path, base) or find_strange_markup(page)
        yield "foreign to the page", path, strange
        fault = "" if _CHARSET.search(body[:_HEAD]) else "does not say that it is UTF-8"
        yield "encoding of the page", path, fault
        whole = body.rstrip().endswith(b"</html>")
        yield "whole pages", path, "" if whole else "is cut off"


def _follow(where: str, link: str) -> str:
    """Return the path that a relative link of the page ``where`` leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(where), link))


def parse_html(body: bytes) -> etree._Element:
    """Return the root of a page, or of a part of one, in UTF-8; of nothing an empty one."""
    try:
        page = etree.fromstring(body, etree.HTMLParser(encoding="utf-8"))
    except etree.XMLSyntaxError:
        page = None
    return etree.Element("html") if page is None else page


def find_foreign_element(page: etree._Element, where: str, base: str) -> str:
    """Return the first thing in ``page`` that no build writes, or ""."""
    for element in page.iter(etree.Element):
        fault = _find_fault(element, where, base or _NOWHERE)
        if fault:
            return f"has <{element.tag}> {fault}, which no build writes"
    return ""


def _find_fault(element: etree._Element, where: str, base: str) -> str:
    runs = [name for name in element.attrib if str(name).lower().startswith("on")]
    if runs:
        return f"with {runs[0]}"
    for name in _ADDRESSES:
        if _RUNS.match(element.get(name, "")):
            return f"with {name}={element.get(name)[:40]!r}"
    if element.tag in _NEVER or element.get("http-equiv") is not None:
        return str(element.get("src") or element.get("href") or element.get("http-equiv") or "")
    if element.tag == "form" or element.get("formaction") is not None:
        address = element.get("formaction") or element.get("action")
        return f"that sends to {address!r}" if address else ""
    return _find_loaded(element, where, base)


def _find_loaded(element: etree._Element, where: str, base: str) -> str:
    """Return what an element loads that is not ours."""
    source = element.get("src")
    if element.tag == "script" and source is None:
        return "" if element.get("type") == _DATA else "with a program in it"
    relations = set(str(element.get("rel", "")).lower().split())
    if element.tag == "link" and relations & _LOADING:
        source = element.get("href")
    elif element.tag not in _SHOWN and element.tag != "script":
        return ""
    path = find_path(urljoin(f"{base}{where}", source or ""), base)
    fine = _OUR_SCRIPT.fullmatch(path) if element.tag == "script" else path or not source
    return "" if fine else f"from {source}"
