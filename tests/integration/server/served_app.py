"""An application served by uvicorn on a port of its own, as long as a test needs it."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["serving_app"]


@contextlib.contextmanager
def serving_app(app: Any) -> Iterator[int]:
    """Serve ``app`` in a thread, and yield its port."""
    running = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        thread.join(0.02)
    try:
        yield running.servers[0].sockets[0].getsockname()[1]
    finally:
        running.should_exit = True
        thread.join(10)
