"""Where a phone in the same network finds this machine."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import TYPE_CHECKING, NamedTuple

import ifaddr

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LanAddress", "is_own_host", "list_lan_addresses"]

_ELSEWHERE = "198.51.100.1"
"""An address for examples (RFC 5737), far away. Nothing is sent there: the system is asked which of
its own addresses it would send from, which is that of the network one is in."""

_ENDINGS = ("", ".local", ".lan", ".home", ".fritz.box")
"""What names of machines end with in the networks of homes: mDNS (RFC 6762), and routers."""

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(?::\d{1,5})?")
"""A host with or without a port, as a browser sends it."""


class LanAddress(NamedTuple):
    """An address of this machine, as a part of an address of the web, and whose it is."""

    host: str
    interface: str


def list_lan_addresses() -> list[LanAddress]:
    """Return the addresses under which others may reach this machine, the likeliest first.

    Those of IPv6 only where there are no others: they are long to type, and apps for podcasts do
    not all take them. Raises `ConfigError` where the machine is in no network.
    """
    found = [
        (adapter.nice_name, each.ip) for adapter in ifaddr.get_adapters() for each in adapter.ips
    ]
    addresses = order_addresses(found, _find_way_out())
    if not addresses:
        raise ConfigError(
            "this machine is in no network, so that no phone can reach it",
            where="--lan",
            hint="join a Wi-Fi that the phone is in too, or let the phone open one",
        )
    return addresses


def order_addresses(
    found: Iterable[tuple[str, str | tuple[str, int, int]]], way_out: str
) -> list[LanAddress]:
    """Return the addresses of interfaces that are of use, that of the ``way_out`` first."""
    four: list[tuple[bool, LanAddress]] = []
    six: list[LanAddress] = []
    for name, address in found:
        text = address if isinstance(address, str) else address[0]
        parsed = ipaddress.ip_address(text.partition("%")[0])
        # What a machine gives itself without a network reaches nobody, or this machine alone.
        if parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified:
            continue
        if parsed.version == 4:  # noqa: PLR2004 - IPv4
            four.append((text != way_out, LanAddress(text, name)))
        else:
            six.append(LanAddress(f"[{parsed}]", name))
    # Stable: as the system lists them, the way out before the others.
    return [each for _, each in sorted(four, key=lambda pair: pair[0])] or six


def _find_way_out() -> str:
    """Return the address that this machine sends from, or nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_ELSEWHERE, 9))
        except OSError:
            return ""
        host: str = probe.getsockname()[0]
        return host


def is_own_host(host: str) -> bool:
    """Whether a browser that sends this host meant this machine: by number, or by its own name.

    A page of a stranger can have its own name lead here (DNS rebinding), and would read what lies
    in this network; it cannot have a number lead elsewhere.
    """
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    name = found[1].strip("[]").rstrip(".").lower()
    try:
        ipaddress.ip_address(name)
    except ValueError:
        own = socket.gethostname().partition(".")[0].lower()
        return name == "localhost" or name in {own + ending for ending in _ENDINGS}
    return True
