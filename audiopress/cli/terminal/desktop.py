"""A browser that somebody sits in front of: whether there is one here, and a page opened in it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["has_desktop", "is_watched", "open_page"]

_AWAY: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "CI", "CONTINUOUS_INTEGRATION")
"""Variables that say that nobody sits at this machine: a shell from elsewhere, a build service."""

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
"""Variables that name a screen, where a system has them (X11, Wayland)."""


def has_desktop(environment: Mapping[str, str] | None = None) -> bool:
    """Whether a browser that is opened here would be seen."""
    said = os.environ if environment is None else environment
    if any(said.get(name) for name in _AWAY):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return any(said.get(name) for name in _SCREENS)


def is_watched() -> bool:
    """Whether somebody sits here and reads what is printed, so that a page may open by itself."""
    return sys.stdout.isatty() and has_desktop()


def open_page(address: str) -> bool:
    """Open an address in the browser; say whether there is one."""
    if not has_desktop():
        return False
    import webbrowser

    return webbrowser.open(address)
