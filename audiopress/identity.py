"""Which article is this? Addresses, identities, guids and slugs.

An article is known by the ``id:`` of its front matter, else by the canonical address that its
page claims and that can be believed, else by where it was fetched or lies. What was once given
is kept by the ledger; nothing here looks at it.
"""

import hashlib
import re
import uuid
from collections.abc import Container, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from anyascii import anyascii

__all__ = [
    "Identity",
    "guid_of",
    "identify",
    "is_address",
    "is_other_address",
    "normalise",
    "slug_of",
]

GUID_SPACE = uuid.UUID("8d6f4f0e-2f6c-5d55-9d0b-0a8f6a1b7c31")
"""Namespace of the guids this program gives; changing it would rename every episode."""

SLUG_LENGTH = 72
"""Leaves room for a suffix below the 80 characters that a name in ``output/`` may have."""

TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmpid|ns_\w+)$", re.IGNORECASE)
"""Query names that say how a reader came, never which page it is."""

UNESCAPED = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
"""What never needs an escape in a path (RFC 3986, 2.3)."""

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
"""How an address begins (RFC 3986, 3.1); one letter is the drive of a Windows path."""

DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """``id`` names the article for ever, ``url`` is its own address if it has one.

    ``doubt`` says in words why a claimed canonical address was not believed.
    """

    id: str
    url: str | None
    doubt: str = ""


def is_address(text: str) -> bool:
    """Whether ``text`` is an http(s) address with a host."""
    parts = _split(text)
    return parts is not None


def is_other_address(text: str) -> bool:
    """Whether ``text`` is written like an address (``ftp://host``) but is none that is fetched."""
    return bool(SCHEME.match(text)) and not is_address(text)


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text.strip())
        if parts.port == 0 or not parts.hostname:
            return None
    except ValueError:
        return None
    return parts if parts.scheme in DEFAULT_PORTS else None


def normalise(address: str) -> str:
    """Return the address as it is compared: one spelling for one page.

    Scheme and host in lower case, host in IDNA form, no default port, no user name, no
    fragment, no tracking parameters, escapes only where they are needed. Raises ``ValueError``
    for anything that is no http(s) address.
    """
    parts = _split(address)
    if parts is None:
        raise ValueError(f"not an http(s) address: {address!r}")
    host = _host(parts)
    port = f":{parts.port}" if parts.port not in (None, DEFAULT_PORTS[parts.scheme]) else ""
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True)
             if not TRACKING.match(pair[0])]  # fmt: skip
    return urlunsplit((parts.scheme, host + port, _path(parts.path), urlencode(query), ""))


def _path(path: str) -> str:
    escaped = quote(path or "/", safe="/%:@!$&'()*+,;=", errors="replace")
    return re.sub(r"%[0-9A-Fa-f]{2}", _escape, escaped)


def _escape(found: re.Match[str]) -> str:
    sign = chr(int(found[0][1:], 16))
    return sign if sign in UNESCAPED else found[0].upper()


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = host.lower()
    return f"[{name}]" if ":" in name else name


def identify(
    uri: str, *, canonical: str | None, declared_id: str | None, hosts: Sequence[str] = ()
) -> Identity:
    """Decide which article a document is.

    ``uri`` is where it came from (an address, or a path below the edition's folder), ``hosts``
    the hosts a configuration vouches for. A canonical address counts only on the fetched host or
    on one of ``hosts`` (a local file without configured hosts is its owner's word), and never
    when it is a home page.
    """
    fetched = normalise(uri) if is_address(uri) else None
    claimed, doubt = _believed(canonical, fetched, hosts)
    url = claimed or fetched
    if declared_id:
        return Identity(id=f"id:{declared_id}", url=url, doubt=doubt)
    return Identity(id=url or f"file:{uri}", url=url, doubt=doubt)


def _believed(
    canonical: str | None, fetched: str | None, hosts: Sequence[str]
) -> tuple[str | None, str]:
    if not canonical:
        return None, ""
    if not is_address(canonical):
        return None, f"its canonical address {canonical!r} is no http(s) address"
    claimed = normalise(canonical)
    parts = urlsplit(claimed)
    if parts.path in ("", "/") and not parts.query:
        return None, f"its canonical address {claimed} is a home page"
    known = {_bare(host) for host in hosts}
    if fetched is not None:
        known.add(_bare(urlsplit(fetched).hostname or ""))
    if known and _bare(parts.hostname or "") not in known:
        return None, f"its canonical address {claimed} is on another host"
    return claimed, ""


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def guid_of(article_id: str) -> str:
    """Return the guid given to an article at its birth, a UUIDv5 as a URN."""
    return uuid.uuid5(GUID_SPACE, article_id).urn


def slug_of(title: str, article_id: str, taken: Container[str]) -> str:
    """Return a free name of ``[a-z0-9-]`` for the article's folder.

    Made from the title, cut at a word; a collision gets ``-2``, ``-3`` ... A title without
    a letter or figure gives a name from the article's id.
    """
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(unquote(title)).lower().replace("'", ""))
    stem = _cut(words.strip("-")) or hashlib.sha256(article_id.encode()).hexdigest()[:12]
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name


def _cut(text: str) -> str:
    if len(text) <= SLUG_LENGTH:
        return text
    head = text[: SLUG_LENGTH + 1].rpartition("-")[0]
    return head or text[:SLUG_LENGTH]
