"""Addresses that strangers wrote: what they name, and whether that is on the public internet.

Nothing here opens a connection. The lists are those of the IANA registries of special-purpose
IPv4 and IPv6 addresses (RFC 6890 and its successors), written out because what the standard
library calls global changes from version to version and includes addresses that lead back inside
(NAT64, 6to4, site-local, multicast).
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from audiopress.errors import SourceError
from audiopress.net.urls import DEFAULT_PORTS, split_authority

__all__ = [
    "Target",
    "is_own_network",
    "is_private_host",
    "is_public",
    "parse_target",
    "resolve_redirect",
]

_SPECIAL_4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a carrier's NAT
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # this link; the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # multicast tunnels
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
_GLOBAL_6 = ipaddress.IPv6Network("2000::/3")
"""All of IPv6 that is given to anybody yet (IANA's registry of unicast addresses)."""

_SPECIAL_6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments, among them Teredo
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)

_LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
"""One label of a host name: 63 characters at most (RFC 1035, 2.3.4), no hyphen at either end, and
underscores, which RFC 1035 has not and the hosts of real sites have."""

_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?")
"""What is handed to the resolver: ``news.example``, ``a_b.example.``; not ``a..b`` or ``-a.b``."""

_UNFIT = re.compile(r"[\x00-\x20\x7f\\]")
"""What no address has: blanks and controls, which could end a line of the request, and ``\\``,
which browsers take for ``/`` and others do not, so that two programs see two hosts."""

_USER = re.compile(r"//[^/?#]*@")
"""User and password of an address, which are not to be seen in an error."""

_LONGEST = 8000
"""Characters of an address: to take at least so many is recommended (RFC 9110, 4.1)."""

_SHOWN = 200
"""Characters of an address that an error shows: it stays a line or two."""

_SAFE = "/%:@!$&'()*+,;=?~-._"
"""What path and query keep as it is: what RFC 3986 has there, and ``%``, for escapes stay."""

_HINT = "use an address that begins with https://"  # what to do about all that is not fetched


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An http(s) address taken apart.

    ``host`` in ASCII without brackets, ``path`` with the query, percent-encoded.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What the Host header says: the port only when it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in one spelling, without user, password and fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


def is_public(text: str) -> bool:
    """Whether an IP address, as a resolver gives it, belongs to the public internet.

    IPv4 addresses dressed up as IPv6 ones (mapped, NAT64, 6to4, Teredo) do not: on whose
    network they come out, the address does not say.
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:  # with a zone of an interface, among others
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in special for special in _SPECIAL_4)
    if address.scope_id is not None:
        return False
    return address in _GLOBAL_6 and not any(address in special for special in _SPECIAL_6)


def is_private_host(host: str) -> bool:
    """Whether a host is, by what is written, of this machine or the own network; nobody is asked.

    A name that only a resolver can tell is taken for a public one.
    """
    try:
        ipaddress.ip_address(host)
    except ValueError:  # a name
        return host == "localhost" or host.endswith((".localhost", ".local"))
    return not is_public(host)


def is_own_network(address: str) -> bool:
    """Whether an address, if it is one, has such a host: it is fetched with --allow-private."""
    try:
        return is_private_host(parse_target(address).host)
    except SourceError:
        return False


def parse_target(url: str) -> Target:
    """Take an address apart.

    Raises:
        SourceError: not http(s), no host, a user or password in it, or not an address at all.

    """
    url = url.strip(" ")
    if len(url) > _LONGEST or _UNFIT.search(url.replace(" ", "%20")):
        raise _make_refusal(url, "this is no web address")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _make_refusal(url, f"this is no web address ({error})") from error
    if parts.scheme not in DEFAULT_PORTS:
        raise _make_refusal(url, f'addresses with "{parts.scheme}:" are not fetched')
    if "@" in parts.netloc:
        raise _make_refusal(url, "addresses with a user or password in them are not fetched")
    if port == 0:
        raise _make_refusal(url, "there is no port 0")
    host, port = _read_authority(parts.netloc, parts.scheme, url)
    path = quote(parts.path or "/", _SAFE)
    return Target(
        scheme=parts.scheme,
        host=host,
        port=port,
        path=f"{path}?{quote(parts.query, _SAFE)}" if parts.query else path,
    )


def resolve_redirect(origin: Target, location: str) -> Target:
    """Take apart where ``origin`` sends us, which may be relative.

    Raises:
        SourceError: as `parse_target`.

    """
    with contextlib.suppress(UnicodeError):  # header bytes arrive as Latin-1; servers send UTF-8
        location = location.encode("latin-1").decode("utf-8")
    try:
        return parse_target(urljoin(origin.url, location))
    except ValueError as error:
        raise _make_refusal(location, f"this is no web address ({error})") from error


def _read_authority(authority: str, scheme: str, url: str) -> tuple[str, int]:
    """Return host, without the brackets of an IPv6 address, and port."""
    try:
        host, port = split_authority(authority, scheme)
    except ValueError as error:
        raise _make_refusal(url, f"this is no web address ({error})") from error
    # Browsers decode escapes in a host. Nobody writes them there but to hide an address.
    if "%" in authority or not (host.startswith("[") or _HOST.fullmatch(host)):
        raise _make_refusal(url, "this is no web address (its host is no name)")
    return host.strip("[]"), port


def _make_refusal(url: str, message: str) -> SourceError:
    return SourceError(message, where=_USER.sub("//***@", url)[:_SHOWN], hint=_HINT)
