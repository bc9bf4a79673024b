"""What the service says of itself: a line an event, for people or for programs."""

from __future__ import annotations

import json
import logging
import threading
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ServiceLog"]

_WARNINGS = ("job-crashed", "job-error", "job-failed", "job-postponed", "queue-error", "server")
"""Events that somebody should look at."""

_FOR_PROGRAMS = ("request",)
"""Events that are told only where every line is an object: there are too many for people."""


class ServiceLog:
    """Tells events by ``write``, a line each: with ``objects`` as JSON, else in words.

    Of a request neither its query nor the rest of an edition's path is told: where a private show
    lies is a secret.
    """

    def __init__(self, write: Callable[[str], None], *, objects: bool) -> None:
        """Tell nothing yet."""
        self._write, self._objects = write, objects
        self._gate = threading.Lock()

    def __call__(self, event: str, **facts: Any) -> None:
        """Tell an event and its facts."""
        level = "warning" if event in _WARNINGS else "info"
        if self._objects:
            now = datetime.now(UTC).isoformat(timespec="milliseconds")
            line = {"time": now.replace("+00:00", "Z"), "level": level, "event": event, **facts}
            self._tell(json.dumps(line))
        elif event not in _FOR_PROGRAMS:
            told = "  ".join(f"{name}={value}" for name, value in facts.items() if value != "")
            self._tell(f"{event.replace('-', ' ')}: {told}")

    def _tell(self, line: str) -> None:
        # Jobs have a thread of their own, and two lines at once are none.
        with self._gate:
            self._write(line)

    def listen(self) -> None:
        """Tell what uvicorn has to say, too."""
        logger = logging.getLogger("uvicorn.error")
        logger.handlers = [_UvicornHandler(self)]
        logger.propagate = False


class _UvicornHandler(logging.Handler):
    def __init__(self, log: ServiceLog) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        trace = "".join(traceback.format_exception(error)) if error else ""
        self._log(
            "server", message=record.getMessage().strip(), **({"trace": trace} if trace else {})
        )
