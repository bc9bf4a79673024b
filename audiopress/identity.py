"""Which article is this? Addresses, identities, guids and slugs.

An article is known by the ``id:`` of its front matter, else by the canonical address that its
page claims and that can be believed, else by where it was fetched or lies. What was once given
is kept by the ledger; nothing here looks at it.
"""

import hashlib
import re
import uuid
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from anyascii import anyascii

from audiopress.net.urls import (
    DEFAULT_PORTS,
    TRACKING_NAMES,
    encode_host,
    is_tracking,
    split_authority,
    split_url,
)

__all__ = [
    "Identity",
    "fold_address",
    "fold_host",
    "identify",
    "is_address",
    "is_other_address",
    "make_guid",
    "make_slug",
    "normalize_url",
]

GUID_SPACE = uuid.UUID("8d6f4f0e-2f6c-5d55-9d0b-0a8f6a1b7c31")
"""Namespace of the guids this program gives; changing it would rename every episode."""

SLUG_LENGTH = 72
"""Leaves room for a suffix below the 80 characters that a name in ``output/`` may have."""

RESERVED_NAMES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)),
    )
)
"""Names that Windows keeps for devices, whatever extension follows (``con.mp3``): a checkout or a
download of an edition with one of them fails there."""

UNESCAPED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
"""What never needs an escape in a path (RFC 3986, 2.3)."""

NORMAL = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*/[A-Za-z0-9._~/:@!$&'()*+,;=-]*")
"""Matches addresses that are in normal form already, as most of a list are: a host by name, and a
path without an escape."""

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""How an address begins (RFC 3986, 3.1); one letter is the drive of a Windows path."""

TRACKING_BEFORE = re.compile(TRACKING_NAMES, re.IGNORECASE)
r"""Tracking names as 0.1.0 had them, with letters of any script in ``\w``."""


FOLDER_PAGE = re.compile(r"/(?:index|default)\.(?:x?html?|php|aspx?|jsp)$", re.IGNORECASE)
"""How the address of a folder's own page ends, where it is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """``id`` names the article for ever, ``url`` is its own address if it has one.

    ``doubt`` says in words why a claimed canonical address was not believed. ``old_id`` is the
    id that version 0.1.0 gave the same article, or nothing where it is the same: a ledger of that
    time has it, and the guid that subscribers know goes with it.
    """

    id: str
    url: str | None
    doubt: str = ""
    old_id: str = ""


def is_address(text: str) -> bool:
    """Whether ``text`` is an http(s) address with a host."""
    try:
        split_url(text)
    except ValueError:
        return False
    return True


def is_other_address(text: str) -> bool:
    """Whether ``text`` is written like an address (``ftp://host``) but is none that is fetched."""
    return bool(SCHEME.match(text)) and not is_address(text)


def normalize_url(address: str) -> str:
    """Return the address as it is compared: one spelling for one page.

    Scheme and host in lower case, host as browsers encode it, no default port, no user name, no
    fragment, no tracking parameters, escapes only where they are needed.

    Raises:
        ValueError: for anything that is no http(s) address.

    """
    return address if NORMAL.fullmatch(address) else _normalize(address)


def _normalize(address: str) -> str:
    parts = split_url(address)
    try:
        host, _ = split_authority(parts.netloc, parts.scheme)
    except ValueError:  # no browser opens it, but a page may still call itself so
        host = _bracket((parts.hostname or "").lower())
    # The dot of the root. Of several none goes: "a.." is another host than "a." (and none in DNS).
    return _compose(parts, host if host.endswith("..") else host.removesuffix("."), is_tracking)


def fold_address(address: str) -> str:
    """Return what all addresses have in common that servers give one page under.

    With and without a slash at the end, ``www.``, ``index.html``; http and https; parameters in
    any order. It is no address, and two pages may share it: what they say has to be asked as well.

    Raises:
        ValueError: for anything that is no http(s) address.

    """
    parts = urlsplit(normalize_url(address))
    path = re.sub("/{2,}", "/", FOLDER_PAGE.sub("/", parts.path)).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"//{parts.netloc.removeprefix('www.')}{path}{'?' * bool(query)}{query}"


def _normalize_as_before(address: str) -> str:
    """Return what 0.1.0 made of an address: host by IDNA of 2003, else as it was written."""
    parts = split_url(address)
    host = (parts.hostname or "").rstrip(".")
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = host.lower()
    host = _bracket(name).rstrip(".")
    return _compose(parts, host, lambda name: TRACKING_BEFORE.match(name) is not None)


def _bracket(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _compose(parts: SplitResult, host: str, is_dropped: Callable[[str], bool]) -> str:
    port = f":{parts.port}" if parts.port not in (None, DEFAULT_PORTS[parts.scheme]) else ""
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True)
             if not is_dropped(pair[0])]  # fmt: skip
    return urlunsplit((parts.scheme, host + port, _escape_path(parts.path), urlencode(query), ""))


def _escape_path(path: str) -> str:
    escaped = quote(path or "/", safe="/%:@!$&'()*+,;=", errors="replace")
    return re.sub(r"%[0-9A-Fa-f]{2}", _unescape, escaped)


def _unescape(found: re.Match[str]) -> str:
    sign = chr(int(found[0][1:], 16))
    return sign if sign in UNESCAPED else found[0].upper()


def identify(
    uri: str, *, canonical: str | None, declared_id: str | None, hosts: Sequence[str] = ()
) -> Identity:
    """Decide which article a document is.

    ``uri`` is where it came from (an address, or a path below the edition's folder), ``hosts``
    the hosts a configuration vouches for. A canonical address counts only on the fetched host or
    on one of ``hosts`` (a local file without configured hosts is its owner's word), and never
    when it is a home page.
    """
    fetched = normalize_url(uri) if is_address(uri) else None
    claimed, doubt = _believe_canonical(canonical, fetched, hosts)
    url = claimed or fetched
    if declared_id:
        return Identity(id=f"id:{declared_id}", url=url, doubt=doubt)
    if url is None:
        return Identity(id=f"file:{uri}", url=None, doubt=doubt)
    before = _normalize_as_before(canonical if claimed and canonical else uri)
    return Identity(id=url, url=url, doubt=doubt, old_id=before if before != url else "")


def _believe_canonical(
    canonical: str | None, fetched: str | None, hosts: Sequence[str]
) -> tuple[str | None, str]:
    if not canonical:
        return None, ""
    if not is_address(canonical):
        return None, f"its canonical address {canonical!r} is no http(s) address"
    claimed = normalize_url(canonical)
    parts = urlsplit(claimed)
    if parts.path in ("", "/") and not parts.query:
        return None, f"its canonical address {claimed} is a home page"
    known = {fold_host(host) for host in hosts}
    if fetched is not None:
        known.add(fold_host(urlsplit(fetched).hostname or ""))
    if known and fold_host(parts.hostname or "") not in known:
        return None, f"its canonical address {claimed} is on another host"
    return claimed, ""


def fold_host(host: str) -> str:
    """Return a host as hosts are compared: ASCII in small letters, without ``www.`` in front."""
    try:
        name = encode_host(host.strip())
    except ValueError:
        name = host.lower()
    return name.removesuffix(".").removeprefix("www.")


def make_guid(article_id: str) -> str:
    """Return the guid given to an article at its birth, a UUIDv5 as a URN."""
    return uuid.uuid5(GUID_SPACE, article_id).urn


def make_slug(title: str, article_id: str, taken: Container[str]) -> str:
    """Return a free name of ``[a-z0-9-]`` for the article's folder.

    Made from the title, cut at a word; a collision gets ``-2``, ``-3`` ... A title without
    a letter or figure gives a name from the article's id. Neither case nor normalization part two
    names, for a disk may part none by them, and none is a device of Windows.
    """
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(unquote(title)).lower().replace("'", ""))
    stem = _cut_at_word(words.strip("-")) or hashlib.sha256(article_id.encode()).hexdigest()[:12]
    name, number = stem, 1
    while name in taken or name in RESERVED_NAMES:
        number += 1
        name = f"{stem}-{number}"
    return name


def _cut_at_word(text: str) -> str:
    if len(text) <= SLUG_LENGTH:
        return text
    head = text[: SLUG_LENGTH + 1].rpartition("-")[0]
    return head or text[:SLUG_LENGTH]
