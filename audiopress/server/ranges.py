"""Byte ranges as RFC 9110, section 14, has them; one range a request."""

from __future__ import annotations

import re

__all__ = ["parse_range"]

_SINGLE = re.compile(
    r"\s*bytes=\s*(?:(\d{1,4000})-(\d{0,4000})|-(\d{1,4000}))\s*", re.ASCII | re.IGNORECASE
)
"""``bytes=0-99``, ``bytes=100-``, ``bytes=-100``; not ``bytes=0-1,5-6``, not ``lines=1-2``.

4,000 digits, for Python refuses to read numbers of more than 4,300."""


def parse_range(header: str | None, size: int) -> range | None:
    """Return the bytes of ``size`` that a Range header asks for.

    ``None``: all of them, because the header is absent, malformed, of another unit or asks for
    several ranges, all of which a server may ignore. An empty range: none of them exists (416).
    """
    match = _SINGLE.fullmatch(header or "")
    if match is None:
        return None
    first, last, suffix = match.groups()
    if suffix:
        return range(max(0, size - int(suffix)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(size, int(last) + 1) if last else size)
