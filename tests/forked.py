"""The program in a process of its own that has imported it before it is asked for anything.

Importing costs more than most of the commands that tests run. The standard library's fork server
imports it once for each session of tests; a child of it changes to its folder and environment, and
then runs the command line as a fresh interpreter would.
"""

from __future__ import annotations

import functools
import multiprocessing
import multiprocessing.context
import os
import subprocess
import sys
import tempfile
from multiprocessing import forkserver
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from unittest.mock import patch

from forked_worker import await_end, fork_workers, start_child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["can_fork", "run_forked", "start_server"]


def can_fork(changed: Iterable[str], without: Iterable[str]) -> bool:
    """Whether a run is the same in a forked process, with these variables set and taken away.

    Of others some are read when an interpreter or a library starts. Windows does not fork.
    """
    ours = all(name.startswith("AUDIOPRESS_") or name == "PYTHONPATH" for name in changed)
    return ours and not [*without] and "forkserver" in multiprocessing.get_all_start_methods()


def run_forked(
    words: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run ``audiopress WORDS`` in a folder and return its exit status and what it printed."""
    context = start_server()
    with tempfile.TemporaryDirectory() as place:
        said = [Path(place, name) for name in ("stdout", "stderr")]
        child = context.Process(target=_run, args=(words, folder, dict(environment), said))
        start_child(child)
        status = await_end(child)
        stdout, stderr = (path.read_text("utf-8") if path.exists() else "" for path in said)
    return subprocess.CompletedProcess(list(words), status, stdout, stderr)


@functools.cache
def start_server() -> multiprocessing.context.ForkServerContext:
    """Return the context of a running fork server, which finds modules by `PYTHONPATH` alone."""
    context = multiprocessing.get_context("forkserver")
    # This module too: a child looks in it for what it is to run.
    context.set_forkserver_preload(["warm", __name__])
    with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path))):
        forkserver.ensure_running()
    return context


def _run(
    words: Sequence[str], folder: Path, environment: dict[str, str], said: Sequence[Path]
) -> NoReturn:
    """Be the program."""
    for path, number in zip((os.devnull, *said), range(3), strict=True):
        flags = os.O_WRONLY | os.O_CREAT if number else os.O_RDONLY
        os.dup2(os.open(path, flags, 0o666), number)
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for good
        for number, mode in enumerate("rww")
    )
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    # what was brought for this run alone stands first, as an interpreter would have it
    brought = filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))
    sys.path[:0] = [place for place in brought if place not in sys.path]
    sys.argv = ["audiopress", *words]
    from audiopress.cli import main  # noqa: PLC0415 - imported long ago by `warm`

    fork_workers()
    status = _read_status(main)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _read_status(main: Callable[[], object]) -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
