"""A warm process that forks one build after another and kills each where it is told to.

The imports of a build cost more than a small build, so they are paid once. A forked child runs the
command line's own ``main`` in a session of its own. Orders come as JSON lines on standard input::

    {"folder": "...", "words": ["build"], "log": "...", "at": 17}      the 17th file system call
    {"folder": "...", "words": ["build"], "log": "...", "after": 0.4}  seconds
    {"folder": "...", "words": ["build"], "log": "..."}                not at all

and each is answered by ``{"status": <exit status, negative: signal>, "session": <number>,
"calls": [...]}``; ``calls`` names the calls of a build that was not killed. A call counts thrice:
before it, in the middle of it (half of a write is done), after it.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import pkgutil
import select
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS = ("open", "write", "fsync", "replace", "mkdir", "unlink", "ftruncate")
COLD = ("audiopress.server", "audiopress.__main__")


def warm() -> None:
    """Import the program, without running any of it."""
    import audiopress  # noqa: PLC0415 - this is the cost to be paid once

    with contextlib.suppress(ImportError):
        importlib.import_module("typer._adapters")  # else imported at the first command
    for found in pkgutil.walk_packages(audiopress.__path__, "audiopress."):
        if not found.name.startswith(COLD):
            importlib.import_module(found.name)


class Trap:
    """Counts the calls that change files, and dies at one of them."""

    def __init__(self, at: int | None) -> None:
        self.at = at
        self.calls: list[str] = []

    def step(self, name: str) -> None:
        if len(self.calls) == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.calls.append(name)

    def around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            if name == "open" and not arguments[1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
                return real(*arguments, **more)
            where = arguments[1] if name == "replace" else arguments[0]
            place = "" if isinstance(where, int) else os.fspath(where)
            self.step(f"before {name} {place}")
            if name == "write":
                half = memoryview(arguments[1])[: len(arguments[1]) // 2]
                if len(self.calls) == self.at:
                    real(arguments[0], half)
                self.step(f"within {name} {place}")
            result = real(*arguments, **more)
            self.step(f"after {name} {place}")
            return result

        return call

    def set(self) -> None:
        for name in CALLS:
            setattr(os, name, self.around(name, getattr(os, name)))


def child(order: dict[str, Any], report: Path) -> NoReturn:
    """Be the program; end without the interpreter's own good-byes, they belong to the zygote."""
    os.setsid()
    os.chdir(order["folder"])
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    sys.argv = ["audiopress", *order["words"]]
    trap = Trap(order.get("at"))
    trap.set()
    status = run()
    trap.at = None
    calls = [call for call in trap.calls if str(report.parent) not in call]
    whole = report.with_name("whole.json")  # the kill may strike while this is written
    whole.write_text(json.dumps(calls), "utf-8")
    whole.replace(report)
    os._exit(status)


def run() -> int:
    """Run the command line and return its exit status."""
    from audiopress.cli import main  # noqa: PLC0415 - imported long ago by `warm`

    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


def carry_out(order: dict[str, Any], report: Path) -> dict[str, Any]:
    """Fork, kill when it is time, and say how it ended."""
    report.write_text("[]", "utf-8")
    pid = os.fork()
    if pid == 0:
        child(order, report)
    if "after" in order:
        watch = os.pidfd_open(pid)
        ended, _, _ = select.select([watch], [], [], order["after"])
        os.close(watch)
        if not ended:
            os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    calls = json.loads(report.read_text("utf-8"))
    return {"status": os.waitstatus_to_exitcode(status), "session": pid, "calls": calls}


def serve() -> None:
    """Answer orders until there are no more."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    warm()
    with tempfile.TemporaryDirectory() as folder:
        for line in sys.stdin:
            answer = carry_out(json.loads(line), Path(folder, "calls.json"))
            print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    serve()
