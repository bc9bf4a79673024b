"""Which scheduler is safe to speak to: over TLS, or on this machine.

Dask sends functions as pickles, so whoever reaches a scheduler or worker without TLS has it run
what they like.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from audiopress.errors import ConfigError

__all__ = ["check_address", "is_safe"]

_WAYS = "tls://HOST:8786, or tcp://127.0.0.1:8786 on this machine"
"""What an address may be, for errors."""

_CERTIFICATES = "audiopress cluster certificates FOLDER makes those that TLS needs"
"""The next command where somebody tries it without TLS."""


def check_address(address: str, where: str) -> None:
    """Raise `ConfigError` at ``where`` for an address that is none, or not safe."""
    scheme, host = _part(address)
    if scheme not in ("tls", "tcp") or not host:
        raise ConfigError(
            f"this is no address of a scheduler: it is {_WAYS}", where=f"{where}: {address}"
        )
    if not is_safe(address):
        raise ConfigError(
            "over tcp:// anybody who reaches the scheduler can have it run what they like: "
            "to another machine it is tls:// only",
            where=f"{where}: {address}",
            hint=_CERTIFICATES,
        )


def is_safe(address: str) -> bool:
    """Whether nobody but who has a certificate, or is on this machine, can answer there."""
    scheme, host = _part(address)
    return scheme == "tls" or (scheme == "tcp" and _is_here(host))


def _part(address: str) -> tuple[str, str]:
    """Return scheme and host; nothing of what is no address, or has no port."""
    try:
        parts = urlsplit(address)
        named = parts.port is not None and not (parts.path or parts.query or parts.username)
    except ValueError:
        return "", ""
    return (parts.scheme, parts.hostname or "") if named else ("", "")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        # The one name that is this machine by its meaning (RFC 6761, 6.3).
        return host == "localhost"
