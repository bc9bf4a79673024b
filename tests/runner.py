"""The program as a person runs it: a process in a folder."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
import unittest.mock
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from forked import can_fork, run_forked, start_server
from forked_worker import serve_workers

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "lighthouse.html"
HEARS_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background inherit: ignore
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and those under nohup
from audiopress.cli import main
main()
"""


@dataclass
class Press:
    """The program, run in a folder of its own as a person would, with the ``tone`` voice.

    It is imported once for all runs that need no environment of their own; a test of the process
    itself sets ``forked`` to false.
    """

    folder: Path
    voice: str | None = "tone"
    environment: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    forked: bool = True

    def run(self, *words: object, ok: bool = True) -> subprocess.CompletedProcess[str]:
        """Run ``audiopress WORDS``; unless ``ok`` is false, it must end with status 0."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = ("AUDIOPRESS_VOICES",)  # of the tests, not the developer's (conftest.py)
        clean = {
            k: v for k, v in os.environ.items() if not k.startswith("AUDIOPRESS_") or k in kept
        }
        clean = {k: v for k, v in clean.items() if k not in self.without}
        voice = {"AUDIOPRESS_VOICE": self.voice} if self.voice else {}
        if self.forked and can_fork(self.environment, self.without):
            environment = clean | voice | self.environment
            done = run_forked(tuple(map(str, words)), self.folder, environment)
            assert not ok or done.returncode == 0, done.stderr
            return done
        done = subprocess.run(
            [sys.executable, "-m", "audiopress", *map(str, words)],
            cwd=self.folder,
            env=clean | voice | self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert not ok or done.returncode == 0, done.stderr
        return done

    def build(self, *words: object, ok: bool = True) -> dict[str, Any]:
        """Build and return the JSON report."""
        return json.loads(self.run("build", "--json", *words, ok=ok).stdout)

    def tree(self, name: str = "output") -> dict[str, str]:
        """Digest of every file below a folder, by its path."""
        top = self.folder / name
        return {
            path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }

    def times(self, name: str = "output") -> dict[str, int]:
        """When every file below a folder was last written, in nanoseconds."""
        top = self.folder / name
        return {
            path.relative_to(top).as_posix(): path.stat().st_mtime_ns
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }


@dataclass
class PressHere(Press):
    """The program in this process, for tests that run it often and speak little."""

    def run(self, *words: object, ok: bool = True) -> subprocess.CompletedProcess[str]:
        """Run ``audiopress WORDS``; unless ``ok`` is false, it must end with status 0."""
        from audiopress.cli import app  # noqa: PLC0415 - most tests run another process
        from audiopress.cli.run import STOPPED, run  # noqa: PLC0415 - as above

        self.folder.mkdir(parents=True, exist_ok=True)
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(io.StringIO()) as out,
            contextlib.redirect_stderr(io.StringIO()) as said,
            pytest.MonkeyPatch.context() as patch,
            # The program may change it, as --debug does, which other tests must not see.
            unittest.mock.patch.dict(os.environ),
            self._serve_workers(),
        ):
            if self.voice:
                patch.setenv("AUDIOPRESS_VOICE", self.voice)
            patch.setattr(sys, "argv", ["audiopress", *map(str, words)])
            status = run(app)
        # Who stops the tests means all of them, and not the one command that a signal came into.
        if status == STOPPED:
            raise KeyboardInterrupt
        assert not ok or status == 0, said.getvalue()
        return subprocess.CompletedProcess([], status, out.getvalue(), said.getvalue())

    def _serve_workers(self) -> contextlib.AbstractContextManager[None]:
        """Fork the workers that it starts, where this is the same and processes can be forked."""
        if self.forked and can_fork((), ()):
            return serve_workers(start_server())
        return contextlib.nullcontext()
