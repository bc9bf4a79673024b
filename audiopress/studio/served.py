"""Files of the edition below the window: what is published, and what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from audiopress.server import create_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["ServedFolder"]


class ServedFolder:
    """Serves a folder that is looked for at each request: a configuration may name another one."""

    def __init__(self, find: Callable[[], Path]) -> None:
        """Serve what ``find`` returns."""
        self._find = find
        self._apps: dict[Path, ASGIApp] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file of the folder as it is called now."""
        folder = await run_in_threadpool(self._find)
        if folder not in self._apps:
            self._apps[folder] = create_app(folder, moved=True)
        await self._apps[folder](scope, receive, send)
