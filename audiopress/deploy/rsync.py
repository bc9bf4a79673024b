"""A folder that the program rsync reaches, over ssh or from its own server, as a target.

rsync writes a file under another name and renames it, so it is whole or not there. It knows no
conditions and no locks.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.deploy.places import OutputChangedError, open_same
from audiopress.errors import ConfigError, StoreError
from audiopress.store.objects import BUSY, Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from audiopress.deploy.places import Turn
    from audiopress.deploy.published import PublishedFile

__all__ = ["RsyncPlace"]

_CAUTION = "rsync knows no conditions and no locks: let one builder alone deploy here"
"""What is said of every deploy by rsync."""

_PATIENCE = 60
"""Seconds without a byte after which rsync gives up."""

_ALWAYS = ("--checksum", "--links", "--chmod=D755,F644", f"--timeout={_PATIENCE}")
"""By their bytes, never by their time; everybody may read what is published."""

_ABSENT = re.compile(r"No such file or directory|link_stat|change_dir .* failed")
"""What rsync says of a file or folder that is not there."""

_LINE = re.compile(r"[-l]\S* +[\d,.]+ \S+ \S+ (?P<name>.+)")
"""A file in what ``--list-only`` prints: permissions, size, day, time, name."""

_SOME_GONE = (23, 24)
"""What rsync ends with when some files could not be read, or had gone meanwhile."""


class RsyncPlace:
    """What rsync reaches (`audiopress.deploy.places.DeployPlace`)."""

    def __init__(self, target: str, where: str) -> None:
        """Name the folder; raises `ConfigError` at ``where`` when there is no rsync."""
        if shutil.which("rsync") is None:
            raise ConfigError(
                "this target needs the program rsync, which is not here",
                where=f"{where}: {target}",
                hint="apt install rsync, or brew install rsync",
            )
        self.name = f"{target.rstrip('/')}/"
        self.needs = ""
        self.caution = _CAUTION

    def read(self, name: str) -> Stored | None:
        """Return a file, its digest for a mark."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "copy")
            done = self._call("--copy-links", f"{self.name}{name}", str(copy), may_fail=True)
            if done.returncode:
                if done.returncode in _SOME_GONE and _ABSENT.search(done.stderr):
                    return None
                raise self._explain(done)
            body = copy.read_bytes()
        return Stored(body=body, mark=_mark(body))

    def write_if(self, name: str, body: bytes, mark: str | None) -> str | None:
        """Write a file that was still the one of ``mark`` a moment ago."""
        now = self.read(name)
        if (now.mark if now else None) != mark:
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
            self._send_names([name], Path(folder))
        return _mark(body)

    def send(self, files: Sequence[PublishedFile], sent: Callable[[PublishedFile], None]) -> None:
        """Write files, all of one stage in one call."""
        for file in files:
            with open_same(file):  # still the one that was looked at
                pass
        roots = {_find_root(each): each for each in files}
        for root in roots:
            self._send_names([each.name for each in files if _find_root(each) == root], root)
        for file in files:
            sent(file)

    def compare(self, files: Sequence[PublishedFile]) -> tuple[set[str], set[str]]:
        """Return which files are there already, by their digests."""
        listed = set(self.list_names())
        there = {each.name for each in files if each.name in listed}
        other: set[str] = set()
        for root in {_find_root(each) for each in files if each.name in there}:
            names = [each.name for each in files if each.name in there]
            words = ("--dry-run", "--existing", "--out-format=%n")
            other |= set(self._send_names(names, root, *words).splitlines())
        return there - other, there & other

    def list_names(self) -> Collection[str]:
        """Return the names of all files there."""
        done = self._call("--recursive", "--list-only", self.name, may_fail=True)
        if done.returncode:
            if done.returncode in _SOME_GONE and _ABSENT.search(done.stderr):
                return []
            raise self._explain(done)
        found = (_LINE.fullmatch(line) for line in done.stdout.splitlines())
        return [match["name"].removeprefix("./") for match in found if match]

    def remove(self, names: Collection[str]) -> None:
        """Remove files: rsync is told of names that a folder without files does not have.

        The folders that they lay in stay.
        """
        if names:
            with tempfile.TemporaryDirectory() as folder:
                for name in names:
                    Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
                self._send_names(list(names), Path(folder), "--delete-missing-args", "--force")

    @contextlib.contextmanager
    def take_turn(self, builder: str, tell: Callable[[str], None]) -> Iterator[Turn]:
        """Begin at once: nobody can be kept waiting."""
        del builder, tell
        yield _Unguarded()

    def _send_names(self, names: Sequence[str], root: Path, *words: str) -> str:
        listed = "".join(f"{name}\n" for name in names)
        done = self._call(
            "--files-from=-", "--relative", *words, f"{root}/", self.name, said=listed
        )
        return done.stdout

    def _call(
        self, *words: str, said: str = "", may_fail: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run rsync; raises `StoreError` with what it says."""
        done = subprocess.run(  # noqa: S603 - no shell; a target never begins with a hyphen
            ["rsync", *_ALWAYS, *words],  # noqa: S607 - the one of this machine
            input=said,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode and not may_fail:
            if done.returncode in _SOME_GONE and said and "link_stat" in done.stderr:
                raise OutputChangedError(
                    "the output folder changed while it was deployed",
                    where=self.name,
                    hint="wait until the build has ended, then audiopress deploy",
                )
            raise self._explain(done)
        return done

    def _explain(self, done: subprocess.CompletedProcess[str]) -> StoreError:
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        said = lines[0].removeprefix("rsync: ") if lines else f"status {done.returncode}"
        return StoreError(f"rsync could not do it: {said}", where=self.name, hint=BUSY)


class _Unguarded:
    def check(self) -> None:
        """Nobody has a turn here."""


def _find_root(file: PublishedFile) -> Path:
    """Return the folder that a file's name counts from."""
    return file.path.parents[file.name.count("/")]


def _mark(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
