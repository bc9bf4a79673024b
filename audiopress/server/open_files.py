"""How many connections this process may hold: each listener is a socket and a file."""

from __future__ import annotations

import sys

__all__ = ["allow_connections"]

_WANTED = 8_192
"""Open files that are asked for; most systems begin with 1,024, and allow far more."""

_OWN = 64
"""Files that the process has open for itself."""

_FILES_EACH = 2
"""A socket, and the file that is sent through it."""

_ELSEWHERE = 500
"""Connections on a system that does not say how many files may be open."""


def allow_connections() -> int:
    """Return how many connections there may be, after asking for as many files as are wanted.

    Those above are answered with 503 at once: an accept that fails for want of files would leave
    everybody waiting.
    """
    if sys.platform == "win32":
        return _ELSEWHERE
    import resource  # noqa: PLC0415 - does not exist on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED if hard == resource.RLIM_INFINITY else min(_WANTED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    files = wanted if soft == resource.RLIM_INFINITY else min(soft, _WANTED)
    return max(_OWN, (files - _OWN) // _FILES_EACH)
