"""Web addresses as browsers read them: host and port, and which query names only track.

One reading for the whole house: identity, what is fetched (`audiopress.net.public_address`) and
where the player looks for an article (`audiopress.publish.by_url`). A browser is the measure, for
it is what the player computes with and what readers are sent by: the host parser of the WHATWG
URL standard (https://url.spec.whatwg.org/#host-parsing) over UTS 46, so that ``straße.de`` is
``xn--strae-oqa.de``. Python's own codec "idna" is IDNA of 2003 and asks ``strasse.de``, which may
be somebody else's. Nothing here opens a connection.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

__all__ = [
    "DEFAULT_PORTS",
    "TRACKING_NAMES",
    "encode_host",
    "is_tracking",
    "split_authority",
    "split_url",
]

DEFAULT_PORTS = {"http": 80, "https": 443}
"""The schemes that are read, and the ports that their addresses leave out."""

TRACKING_NAMES = r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmpid|ns_\w+)"
"""Query names that say how a reader came (``utm_source``, ``fbclid``), never which page it is.

The player has the same list in ``player/by-url.js``. ``id``, ``p`` and ``page`` name pages.
"""

_TRACKING = re.compile(TRACKING_NAMES, re.IGNORECASE | re.ASCII)  # ASCII: JavaScript's \w is

_LAST_PORT = 65535
"""The largest port of TCP (16 bits)."""

_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
"""The standard's "forbidden domain code points"; ``_`` is none of them, and hosts have it."""

_BIDI_CLASSES = frozenset(("R", "AL", "AN"))
"""Directions of Hebrew, of Arabic, and of Arabic figures; one such letter makes a bidi domain."""

_JOINERS = "\u200c\u200d"
"""Zero-width non-joiner and joiner: letters of Persian and Hindi names, invisible elsewhere."""

_LONGEST_NAME = 1000
"""Characters of a name that is mapped. DNS takes 253, and punycode takes time by the square."""

_IPV4_PARTS = 4
"""The most numbers that an IPv4 address is written with."""

_LARGEST_BYTE = 0xFF
"""The largest value of a number of an IPv4 address that is not its last."""

_MOST_DIGITS = 100
"""Digits of a number that are read after its leading zeros: the largest that is allowed has 11 in
octal, and what is longer stays too large. `int` refuses more than 4,300 decimal digits, in words of
its own."""


def is_tracking(name: str) -> bool:
    """Whether a query parameter of this name says nothing of which page an address names."""
    return _TRACKING.fullmatch(name) is not None


def split_url(text: str) -> SplitResult:
    """Return the parts of an http(s) address that has a host, which is more than dots.

    Raises:
        ValueError: for anything else.

    """
    try:
        parts = urlsplit(text.strip())
        named = bool((parts.hostname or "").strip("."))
        fetched = parts.scheme in DEFAULT_PORTS and parts.port != 0 and named
    except ValueError as error:
        raise ValueError(f"not an http(s) address: {text!r}") from error
    if not fetched:
        raise ValueError(f"not an http(s) address: {text!r}")
    return parts


def split_authority(authority: str, scheme: str) -> tuple[str, int]:
    """Return host and port of ``user:password@host:port``; without a port, the scheme's.

    The host is in ASCII and in the spelling of `encode_host`.

    Raises:
        ValueError: in words that can follow "this is no web address".

    """
    host, colon, digits = authority.rpartition("@")[2].rpartition(":")
    if not colon or "]" in digits:  # the colons of an IPv6 address
        host, digits = host + colon + digits, ""
    if digits and not (digits.isascii() and digits.isdecimal()):
        raise ValueError("its port is no number")
    port = _parse_digits(digits, 10) if digits else DEFAULT_PORTS[scheme]
    if port > _LAST_PORT:
        raise ValueError(f"its port is above {_LAST_PORT}")
    return encode_host(host), port


def encode_host(host: str) -> str:
    """Return a host as browsers send it: ASCII, lower case, IPv6 addresses in brackets.

    Names are mapped and encoded by UTS 46 (non-transitional, no STD3 rules, no limit on length);
    IPv4 addresses in any form that browsers take (``0x7f.1``) become four figures. A final dot
    stays. Of an ASCII name it is not asked whether its ``xn--`` labels say anything: the standard
    does, Chromium does not, and who can open a page is to hear it.

    Raises:
        ValueError: the host is none, in words that can follow "this is no web address".

    """
    if host.startswith("["):
        return _encode_ipv6(host)
    try:
        text = unquote_to_bytes(host).decode("utf-8")
        name = text.lower() if text.isascii() else _map_name(text)
    except ValueError as error:
        raise ValueError("its host is no name") from error
    if not name.strip(".") or _FORBIDDEN.search(name):
        raise ValueError("its host is no name")
    labels = name.removesuffix(".").split(".")
    return _encode_ipv4(labels) if _is_number(labels[-1]) else name


def _encode_ipv6(host: str) -> str:
    # A zone ("%eth0") names an interface of this machine, and means nothing to others.
    if not host.endswith("]") or "%" in host:
        raise ValueError("its host is no IPv6 address")
    try:
        address = ipaddress.IPv6Address(host[1:-1])
    except ValueError as error:
        raise ValueError("its host is no IPv6 address") from error
    if address.ipv4_mapped is None:
        return f"[{address.compressed}]"
    # Python 3.13 writes the last 32 bits with dots, browsers and earlier versions do not.
    number = int(address.ipv4_mapped)
    return f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]"


# -- IPv4 in the forms that inet_aton takes ------------------------------------------------------


def _is_number(label: str) -> bool:
    """Whether a host that ends with this label is an IPv4 address or nothing."""
    return label.isdecimal() or re.fullmatch("0x[0-9a-f]*", label) is not None


def _encode_ipv4(labels: list[str]) -> str:
    numbers = [_parse_number(label) for label in labels]
    # All but the last are one byte each; the last fills what is left: "127.1" is 127.0.0.1.
    if len(numbers) > _IPV4_PARTS or any(number > _LARGEST_BYTE for number in numbers[:-1]):
        raise ValueError("its host is no IPv4 address")
    value = numbers[-1]
    if value >= 256 ** (_IPV4_PARTS + 1 - len(numbers)):
        raise ValueError("its host is no IPv4 address")
    for place, number in enumerate(numbers[:-1]):
        value += number << 8 * (_IPV4_PARTS - 1 - place)
    return str(ipaddress.IPv4Address(value))


def _parse_number(label: str) -> int:
    """Read ``0x`` and hexadecimal, ``0`` and octal, or decimal figures; ``0x`` alone is 0."""
    if label.startswith("0x"):
        digits, base = label[2:], 16
    elif len(label) > 1 and label.startswith("0"):
        digits, base = label[1:], 8
    else:
        digits, base = label, 10
    # "int" alone would take signs, blanks and underscores as well.
    if not label or not set(digits) <= set("0123456789abcdef"[:base]):
        raise ValueError("its host is no IPv4 address")
    return _parse_digits(digits, base)


def _parse_digits(digits: str, base: int) -> int:
    return int(digits.lstrip("0")[:_MOST_DIGITS] or "0", base)


# -- names by UTS 46 -----------------------------------------------------------------------------


def _map_name(text: str) -> str:
    """Return a name in its ASCII form (UTS 46, 4; `idna.IDNAError` is a `UnicodeError`).

    `idna.encode` would be too strict: it asks for IDNA 2008, to which ``☕.example`` and names
    with an underscore are none; browsers take both.
    """
    import idna  # noqa: PLC0415 - nearly all hosts are plain ASCII

    if len(text) > _LONGEST_NAME:
        raise ValueError("too long")
    labels = [_decode_label(label) for label in _map_characters(text).split(".")]
    bidi = any(unicodedata.bidirectional(sign) in _BIDI_CLASSES for sign in "".join(labels))
    for label in labels:
        _check_label(label)
        if bidi and label:
            idna.check_bidi(label, check_ltr=True)
    return ".".join(map(_encode_label, labels))


def _map_characters(text: str) -> str:
    """Return ``text`` in lower case, width, form and NFC of UTS 46; ß and ς stay."""
    import idna  # noqa: PLC0415

    return idna.uts46_remap(text, std3_rules=False)


def _decode_label(label: str) -> str:
    """Return what an ``xn--`` label says; it must be what encoding it again gives."""
    if not label.startswith("xn--"):
        return label
    decoded = label[len("xn--") :].encode("ascii").decode("punycode")
    if decoded.isascii() or _encode_label(decoded) != label or _map_characters(decoded) != decoded:
        raise UnicodeError(label)
    return decoded


def _encode_label(label: str) -> str:
    return label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"


def _check_label(label: str) -> None:
    """Check what UTS 46 asks of a label beside its letters (4.1, with CheckJoiners).

    Raises:
        UnicodeError: it begins with a combining mark or with ``xn--``, or has a joiner where no
            script joins.

    """
    import idna  # noqa: PLC0415

    begins_badly = label.startswith("xn--") or unicodedata.category(label[:1] or "a")[0] == "M"
    joiners = (place for place, sign in enumerate(label) if sign in _JOINERS)
    if begins_badly or not all(idna.valid_contextj(label, place) for place in joiners):
        raise UnicodeError(label)
