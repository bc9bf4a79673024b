"""Build on a disk that is full or broken, mend the disk, build again, and see what was lost.

    python tests/campaigns/faults.py --points 40

Full: the edition lies on a tmpfs of its own (in a mount namespace, so it takes no rights), with
room for a part of what the build wants to write: the points are spread evenly from nothing to all
of it. Broken: strace lets the n-th write, fsync or rename of the build on a file of the edition end
in EIO.

After each point must hold: the exit status is not 0, the error is said in words without a
traceback, every file of edition and ledger is its old or its new self, the feed is whole and names
only what is there whole; and after the plain build that follows: the bytes of an edition that
nobody disturbed. What was seen is printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.append(str(Path(__file__).parent))
from kill import ROOT, Reader, tree, write_first, write_second

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACE = ["unshare", "--mount", "--map-root-user"]
PAGE = 4096
ROOM = 256 << 20
WORDS = {"ENOSPC": "no space left on the disk", "EIO": "the disk reports a read or write error"}
TOGETHER = {"output/feed.xml", "output/index.html", "output/edition-sitemap.xml"}
"""What lists all articles: when one of two could be published, it is neither old nor new."""
BROKEN = ("write", "fsync", "rename")


@dataclass(frozen=True, kw_only=True)
class Scene:
    """Where to start from, what the edition is before and after, and what the build adds."""

    start: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    added: int


def build(folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Build the edition in ``folder`` as a person would; ``before`` stands before the command."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("AUDIOPRESS_")}
    return subprocess.run(
        [*before, sys.executable, "-m", "audiopress", "build"],
        cwd=folder,
        env=clean | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def undisturbed(folder: Path, *before: str) -> None:
    """Build where nothing may go wrong."""
    done = build(folder, *before)
    if done.returncode:
        raise SystemExit(f"an undisturbed build failed: {done.stderr}")


def disk(folder: Path, size: int, *words: str) -> None:
    """Put a disk of ``size`` bytes under ``folder``, or give the one there that size."""
    options = ",".join([f"size={size}", *words])
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)


def used(folder: Path) -> int:
    """Bytes taken on the disk under ``folder``."""
    numbers = os.statvfs(folder)
    return (numbers.f_blocks - numbers.f_bfree) * numbers.f_frsize


def scene(place: Path, folder: Path) -> Scene:
    """Build both states of the edition undisturbed."""
    disk(folder, ROOM)
    write_first(folder, "tone")
    undisturbed(folder)
    old, first = tree(folder), used(folder)
    shutil.copytree(folder, place / "start")
    write_second(folder)
    write_second(place / "start")
    undisturbed(folder)
    found = Scene(start=place / "start", old=old, new=tree(folder), added=used(folder) - first)
    subprocess.run(["umount", folder], check=True)
    return found


def judge(
    folder: Path, scene: Scene, done: subprocess.CompletedProcess[str], error: str
) -> Counter[str]:
    """Look at the edition after a disturbed build, build again, and look again."""
    seen = Counter(points=1, late=int(done.returncode == 0))
    if done.returncode:
        seen["no clear error"] += WORDS[error] not in done.stderr
        seen["traceback"] += "Traceback" in done.stderr
    seen["torn"] += sum(
        body not in {scene.old.get(name), scene.new.get(name)}
        for name, body in tree(folder).items()
        if name not in TOGETHER
    )
    reader = Reader(folder / "output")
    reader.look()
    disk(folder, ROOM, "remount")
    again = build(folder)
    reader.look()
    seen["failed again"] += again.returncode != 0
    seen["other bytes"] += tree(folder) != scene.new
    seen["reader's faults"] += len(reader.faults)
    if faults(seen):
        print(error, dict(seen), done.stderr, again.stderr, file=sys.stderr)
    return seen


def faults(seen: Counter[str]) -> int:
    """Count what must not be."""
    return sum(count for name, count in seen.items() if name not in {"points", "late", "elsewhere"})


def full(folder: Path, scene: Scene, points: int) -> Iterator[Counter[str]]:
    """Disks with room for 0 to all of what the second build writes."""
    for point in range(points):
        disk(folder, ROOM)
        shutil.copytree(scene.start, folder, dirs_exist_ok=True)
        left = scene.added * point // points // PAGE * PAGE
        disk(folder, used(folder) + left, "remount")
        yield judge(folder, scene, build(folder), "ENOSPC")
        subprocess.run(["umount", folder], check=True)


def calls(log: Path, folder: Path) -> list[str]:
    """Names of the traced calls on files of the edition, with their number among their kind."""
    counts, found = Counter[str](), []
    for name, rest in re.findall(r"^(\w+)\((.*)$", log.read_text("utf-8", "replace"), re.MULTILINE):
        counts[name] += 1
        if str(folder) in rest:
            found.append(f"{name}:{counts[name]}")
    return found


def watched(log: Path, *inject: str) -> list[str]:
    """The command line of strace for the main process, where all publishing is done."""
    return ["strace", "-y", "-o", str(log), "-e", f"trace={','.join(BROKEN)}", *inject]


def broken(place: Path, folder: Path, scene: Scene, points: int) -> Iterator[Counter[str]]:
    """Disks that fail one call."""
    log = place / "strace.log"
    disk(folder, ROOM)
    shutil.copytree(scene.start, folder, dirs_exist_ok=True)
    undisturbed(folder, *watched(log))
    every = calls(log, folder)
    for point in range(points):
        subprocess.run(["umount", folder], check=True)
        disk(folder, ROOM)
        shutil.copytree(scene.start, folder, dirs_exist_ok=True)
        name, number = every[len(every) * point // points].split(":")
        done = build(folder, *watched(log, "-e", f"inject={name}:error=EIO:when={number}"))
        struck = [
            line for line in log.read_text("utf-8", "replace").splitlines() if "INJECTED" in line
        ]
        if not any(str(folder) in line for line in struck):
            yield Counter(elsewhere=1)  # the order of threads has put another call in that place
        else:
            yield judge(folder, scene, done, "EIO")
    subprocess.run(["umount", folder], check=True)


def campaign(points: int) -> dict[str, int]:
    """Run half of the points on full disks and half on broken ones, if strace is here."""
    seen = Counter[str]()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        place, folder = Path(name), Path(name) / "edition"
        folder.mkdir()
        found = scene(place, folder)
        trials = full(folder, found, points - points // 2)
        for each in trials:
            seen += each
        if shutil.which("strace"):
            for each in broken(place, folder, found, points // 2):
                seen += each
    return {**seen, "faults": faults(seen)}


def main() -> None:
    """Go into a mount namespace and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=40)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    words = parser.parse_args()
    if words.inside:
        print(json.dumps(campaign(words.points)))
    else:
        again = [sys.executable, __file__, "--inside", "--points", str(words.points)]
        sys.exit(subprocess.run([*SPACE, *again], check=False).returncode)


if __name__ == "__main__":
    main()
