"""The window is opened: a port of this machine alone, a token, and a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.server.run import configure, listen
from audiopress.studio.access import make_token
from audiopress.studio.app import create_studio
from audiopress.studio.parts import Studio

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.settings import Settings

__all__ = ["run_studio"]

_HOST = "127.0.0.1"
"""This machine, which nobody else reaches. There is no option for another: who has the window can
publish and withdraw."""


def run_studio(
    settle: Callable[[], Settings],
    begin: Callable[[], Settings],
    port: int,
    *,
    announce: Callable[[str], None],
) -> None:
    """Serve the window until Ctrl-C; ``announce`` gets its address, with the token in it.

    ``settle`` gives the settings of today, ``begin`` those that a build begins with. ``port`` 0
    takes any free one. Raises `ConfigError` when it cannot be listened on.
    """
    token = make_token()
    studio = Studio(settle=settle, begin=begin)
    try:
        listen(
            configure(create_studio(studio, token)),
            _HOST,
            port,
            announce=lambda address: announce(f"{address}?token={token}"),
        )
    finally:
        studio.sounds.close()
