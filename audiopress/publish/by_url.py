r"""Where the edition says whether a page has audio: one rule that Python and the player share.

A page that carries the player's script tag knows only its own address. The edition therefore
keeps one small file for each article under a path that is computed from that address, here and in
``player/by-url.js``, and nowhere else. ``tests/vectors/by_url.json`` is the table both obey.

The rule, in order:

1. The address is read as a browser reads it (WHATWG URL): surrounding blanks, tabs and line feeds
   go, ``\`` counts as ``/``, ``.`` and ``..`` are resolved, the host is lower case and
   punycode. Scheme, user name, fragment, default port and a final dot of the host do not count.
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

import ipaddress
import re
import unicodedata
from urllib.parse import unquote_to_bytes

from audiopress.errors import IdentityError

__all__ = ["by_url_path"]

PARTS = re.compile(r"(https?):[\\/]*([^\\/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}
TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmpid|ns_\w+)", re.IGNORECASE | re.ASCII
)
AS_IS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789-.")
FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
IGNORED = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
FULL_STOPS = re.compile("[\u3002\uff0e\uff61]")
LAST_PORT = 65535
LONGEST_SEGMENT = 80
LONGEST_PATH = 180


def by_url_path(address: str) -> str:
    """Return the path of an address's entry below ``output/``, ``by-url/.../index.json``.

    Raises `IdentityError` for anything that is no http(s) address with a host.
    """
    blanks = "".join(map(chr, range(0x21)))
    parts = PARTS.match(re.sub(r"[\t\n\r]", "", address.strip(blanks)))
    if parts is None:
        raise _refused(address)
    scheme, authority, path, query = parts.groups()
    try:
        host = _host(authority.rpartition("@")[2], PORTS[scheme.lower()])
    except ValueError as error:
        raise _refused(address) from error
    segments = [_name(segment) for segment in _resolved(path)] + _searched(query or "")
    below = "/".join(segments)
    if len(below) > LONGEST_PATH or any(len(name) > LONGEST_SEGMENT for name in segments):
        below = f"_h/{_hashed(below.encode('ascii')):016x}"
    return "/".join(filter(None, ("by-url", host, below, "index.json")))


def _refused(address: str) -> IdentityError:
    return IdentityError(
        "not an address of a page",
        where=address[:200],
        hint="give an address that begins with http:// or https:// and names a host",
    )


def _host(text: str, default_port: int) -> str:
    host, colon, port = text.rpartition(":")
    if not colon or "]" in port:
        host, port = text, ""
    number = int(port) if port else default_port
    if not 0 <= number <= LAST_PORT or not (port.isascii() or not port):
        raise ValueError(port)
    name = _ip6(host) if host.startswith("[") else _domain(host)
    return _escaped((name if number == default_port else f"{name}:{number}").encode("ascii"))


def _ip6(host: str) -> str:
    return f"[{ipaddress.IPv6Address(host[1:].removesuffix(']')).compressed}]"


def _domain(host: str) -> str:
    text = unquote_to_bytes(host).decode("utf-8").translate(IGNORED)
    text = unicodedata.normalize("NFKC", FULL_STOPS.sub(".", text).lower())
    name = ".".join(_label(label) for label in text.split(".")).removesuffix(".")
    if not name or FORBIDDEN.search(name):
        raise ValueError(host)
    return name


def _label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def _resolved(path: str) -> list[bytes]:
    """Return the path's segments, decoded, without dots, empty ones and a closing index file."""
    kept: list[bytes] = []
    for segment in map(unquote_to_bytes, path.replace("\\", "/").split("/")[1:]):
        if segment == b"..":
            del kept[-1:]
        elif segment != b".":
            kept.append(segment)
    names = [segment for segment in kept if segment]
    if names and names[-1] in {b"index.html", b"index.htm"}:
        names.pop()
    return names


def _searched(query: str) -> list[str]:
    """Return what is left of the query as one segment, or none."""
    pairs = (pair.partition("=") for pair in query.replace("+", " ").split("&") if pair)
    kept = sorted(
        f"{_escaped(_composed(unquote_to_bytes(name)))}_3d"
        f"{_escaped(_composed(unquote_to_bytes(value)))}"
        for name, _, value in pairs
        if not TRACKING.fullmatch(unquote_to_bytes(name).decode("utf-8", "replace"))
    )
    return ["_3f" + "_26".join(kept)] if kept else []


def _name(segment: bytes) -> str:
    name = _escaped(_composed(segment))
    if name == "index.json":
        return "_69ndex.json"
    head = "_2e" + name[1:] if name.startswith(".") else name
    return head[:-1] + "_2e" if head.endswith(".") else head


def _composed(data: bytes) -> bytes:
    try:
        return unicodedata.normalize("NFC", data.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return data


def _escaped(data: bytes) -> str:
    return "".join(chr(byte) if byte in AS_IS else f"_{byte:02x}" for byte in data)


def _hashed(data: bytes) -> int:
    """FNV-1a of 64 bits, by the constants of its authors' specification."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value
