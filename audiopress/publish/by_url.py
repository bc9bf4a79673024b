r"""Where the edition says whether a page has audio: one rule that Python and the player share.

A page that carries the player's script tag knows only its own address. The edition therefore
keeps one small file for each article under a path that is computed from that address, here and by
``byUrlPath`` in ``player/by-url.js``, and nowhere else. ``tests/vectors/by_url.json`` is the table
that both obey.

The rule, in order:

1. The address is read as a browser reads it (WHATWG URL): surrounding blanks, tabs and line feeds
   go, ``\`` counts as ``/``, ``.`` and ``..`` are resolved, the host is lower case and
   punycode (`audiopress.net.urls`). Scheme, user name, fragment, default port and a final dot of
   the host do not count.
2. Empty path segments, a final slash and a final ``index.html`` or ``index.htm`` do not count.
3. Tracking parameters are dropped. What is left of the query is sorted and becomes one more
   segment that begins with ``?``.
4. Each segment is percent-decoded, put into NFC when it is UTF-8, and written with
   ``a-z 0-9 - .`` as they are and every other byte as ``_`` and two hex digits: upper case
   too, so that file systems that ignore case keep two addresses apart. A dot at either end is
   escaped as well, and so is a segment that would be ``index.json``.
5. When a segment is longer than 80 characters or the path longer than 180, the path is
   ``_h/`` and the 64-bit FNV-1a hash (16 hex digits) of what it would have been. It guards
   against long names, not against people; browsers have no SHA-256 on plain http pages.
"""

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from audiopress.errors import IdentityError
from audiopress.net.urls import DEFAULT_PORTS, is_tracking, split_authority

__all__ = ["make_by_url_path"]

_PARTS = re.compile(r"(https?):[\\/]*([^\\/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
"""Scheme, authority, path, query. Browsers take any number of slashes, also backward ones."""

_BLANKS = "".join(map(chr, range(0x21)))
"""C0 controls and the space, which the URL standard strips from both ends of an address."""

_AS_IS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789-.")
"""Bytes that every file system and every server keeps apart and hands out unchanged."""

_LONGEST_SEGMENT = 80
"""Characters of one name; file systems take 255, and some archives and hosts 100."""

_LONGEST_PATH = 180
"""Characters below the host; Windows takes 260 for the whole path, with the folder it lies in."""

_SHOWN = 200
"""Characters of an address that an error shows: it stays a line or two."""


def make_by_url_path(address: str) -> str:
    """Return the path of an address's entry below ``output/``, ``by-url/.../index.json``.

    Raises `IdentityError` for anything that is no http(s) address with a host.
    """
    parts = _PARTS.match(re.sub(r"[\t\n\r]", "", address.strip(_BLANKS)))
    if parts is None:
        raise _make_refusal(address)
    scheme, authority, path, query = parts.groups()
    try:
        host = _name_host(authority, scheme.lower())
    except ValueError as error:
        raise _make_refusal(address) from error
    segments = [_name_segment(part) for part in _split_path(path)] + _name_query(query or "")
    below = "/".join(segments)
    if len(below) > _LONGEST_PATH or any(len(name) > _LONGEST_SEGMENT for name in segments):
        below = f"_h/{_hash_fnv(below.encode('ascii')):016x}"
    return "/".join(filter(None, ("by-url", host, below, "index.json")))


def _make_refusal(address: str) -> IdentityError:
    return IdentityError(
        "not an address of a page",
        where=address[:_SHOWN],
        hint="give an address that begins with http:// or https:// and names a host",
    )


def _name_host(authority: str, scheme: str) -> str:
    host, port = split_authority(authority, scheme)
    name = host.removesuffix(".")
    if port != DEFAULT_PORTS[scheme]:
        name += f":{port}"
    return _escape(name.encode("ascii"))


def _split_path(path: str) -> list[bytes]:
    """Return the path's segments, decoded, without dots, empty ones and a closing index file."""
    # Decoded first: browsers take "%2e%2e" for ".." as well.
    kept: list[bytes] = []
    for segment in map(unquote_to_bytes, path.replace("\\", "/").split("/")[1:]):
        if segment == b"..":
            del kept[-1:]
        elif segment != b".":
            kept.append(segment)
    # Empty ones go last, for ".." takes back an empty one too: "a//../b" is "a/b".
    names = [segment for segment in kept if segment]
    if names and names[-1] in {b"index.html", b"index.htm"}:
        names.pop()
    return names


def _name_query(query: str) -> list[str]:
    """Return what is left of the query as one segment, or none."""
    # A plus is a blank, as forms write it; JavaScript's URLSearchParams reads it so.
    pairs = (pair.partition("=") for pair in query.replace("+", " ").split("&") if pair)
    kept = sorted(
        f"{_escape(_compose(unquote_to_bytes(name)))}_3d"
        f"{_escape(_compose(unquote_to_bytes(value)))}"
        for name, _, value in pairs
        if not is_tracking(unquote_to_bytes(name).decode("utf-8", "replace"))
    )
    return ["_3f" + "_26".join(kept)] if kept else []


def _name_segment(segment: bytes) -> str:
    name = _escape(_compose(segment))
    # The entry of the path itself has this name, and cannot be a folder too.
    if name == "index.json":
        return "_69ndex.json"
    # Servers hide names that begin with a dot, and Windows drops a dot at the end.
    head = "_2e" + name[1:] if name.startswith(".") else name
    return head[:-1] + "_2e" if head.endswith(".") else head


def _compose(data: bytes) -> bytes:
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:  # an older encoding: its bytes are the name
        return data


def _escape(data: bytes) -> str:
    return "".join(chr(byte) if byte in _AS_IS else f"_{byte:02x}" for byte in data)


def _hash_fnv(data: bytes) -> int:
    """Return FNV-1a of 64 bits (RFC 9923): its offset basis, then a product for each byte."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value
