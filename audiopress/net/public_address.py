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

__all__ = ["Target", "is_public", "parse_target", "resolve_redirect"]

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

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?")
_UNFIT = re.compile(r"[\x00-\x20\x7f\\]")
_USER = re.compile(r"//[^/?#]*@")
_LONGEST = 8000
_SHOWN = 200
_KEPT = "/%:@!$&'()*+,;=?~-._"
_HINT = "use an address that begins with https://"


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
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

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
    if parts.scheme not in _PORTS:
        raise _make_refusal(url, f'addresses with "{parts.scheme}:" are not fetched')
    if "@" in parts.netloc:
        raise _make_refusal(url, "addresses with a user or password in them are not fetched")
    if port == 0:
        raise _make_refusal(url, "there is no port 0")
    path = quote(parts.path or "/", _KEPT)
    return Target(
        scheme=parts.scheme,
        host=_host(parts.hostname or "", "[" in parts.netloc, url),
        port=port or _PORTS[parts.scheme],
        path=f"{path}?{quote(parts.query, _KEPT)}" if parts.query else path,
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


def _host(host: str, bracketed: bool, url: str) -> str:
    if bracketed:
        try:
            if "%" not in host:  # a zone names an interface of this machine
                return str(ipaddress.IPv6Address(host))
        except ValueError:
            pass
        raise _make_refusal(url, "this is no web address (its host is no IPv6 address)")
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise _make_refusal(url, "this is no web address (its host is no name)") from error
    if not _HOST.fullmatch(plain):
        raise _make_refusal(url, "this is no web address (its host is no name)")
    return plain


def _make_refusal(url: str, message: str) -> SourceError:
    return SourceError(message, where=_USER.sub("//***@", url)[:_SHOWN], hint=_HINT)
