"""What a job's process runs in tests of who looks after it."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

from audiopress.errors import ConfigError, ReadingError, SourceError, StoreError

ERRORS = {
    "reading": ReadingError("there is nothing to speak"),
    "config": ConfigError('voice "alba" is not installed'),
    "store": StoreError("another audiopress is building here"),
    "bug": KeyError("surprise"),
}


def build(settings: Any, order: Any) -> dict[str, Any]:
    """Do what the last part of the order's address says."""
    word = order.url.rpartition("/")[2]
    (settings / f"{os.getpid()}.{word}").touch()
    if word == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "exit":
        os._exit(7)
    if word == "nice":
        return {"articles": [{"slug": os.getpriority(os.PRIO_PROCESS, 0)}]}
    if word == "sleep":
        time.sleep(60)
    if word == "soon" and not (settings / "later").exists():
        (settings / "later").touch()
        return {"error": {"message": "its day"}, "again": False, "until": time.time() + 0.5}
    if word in ERRORS:
        raise ERRORS[word]
    if word == "absent":
        error = SourceError("the server says 404")
        return {"articles": [], "again": True, "error": {"message": error.message}}
    return {"articles": [{"slug": word}]}
