"""The keys of the environment that no message may quote, whatever another program's error says."""

from __future__ import annotations

import os

__all__ = ["list_secrets"]

_NAMES = ("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID", "RSYNC_PASSWORD")
"""Variables whose values open a target."""


def list_secrets() -> tuple[str, ...]:
    """Return the values of those that are set."""
    return tuple(value for name in _NAMES if (value := os.environ.get(name, "")))
