"""Deploys are killed with signal 9 whenever they ask for something, and what stands is looked at.

    python tests/campaigns/deploy.py --kills 100

The bucket has an edition of three articles; what is deployed over it has one of them corrected,
one withdrawn and a new one. A proxy kills the process before or after a request of it was done,
drawn by a seed; one to three deploys in a row are killed, then one is left alone. With ``--faults``
a share of the answers goes wrong besides. At every change of a feed and every removal must hold:
all that the feed in the bucket names is there, as long as it says; and in the end: the bucket is
the output folder, byte for byte, what is somebody else's is there, and the next deploy sends
nothing. What was seen is printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from object_storage import BUCKET, PREFIX, Storage, open_storage
from runner import ROOT, Press

TARGET = f"s3://{BUCKET}/{PREFIX}"
STORY = "# {0}\n\n{0} was late on Monday because of ice in the harbour, said the master.\n"
CONFIGURATION = """
[show]
title = "P"
email = "a@example.org"
[edition]
address = "https://audio.example.org/"
sources = ["articles"]
"""
FOREIGN = {"notes/ours.txt": b"of somebody else"}


@dataclass(frozen=True, kw_only=True)
class Scene:
    """An edition that was deployed, what stood in the bucket then, and how much is asked anew."""

    press: Press
    old: dict[str, tuple[bytes, dict[str, str]]]
    requests: int


def write(press: Press, *titles: str, more: str = "") -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for title in titles:
        (folder / f"{title.lower()}.md").write_text(STORY.format(title) + more, "utf-8")
    (press.folder / "audiopress.toml").write_text(CONFIGURATION, "utf-8")


def start(press: Press, storage: Storage) -> subprocess.Popen[bytes]:
    """Begin a deploy as a person would."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("AUDIOPRESS_", "AWS_"))}
    paths = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    return subprocess.Popen(
        [sys.executable, "-m", "audiopress", "deploy", TARGET],
        cwd=press.folder,
        env=clean | storage.environment() | {"PYTHONPATH": paths},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=(press.folder / "log").open("wb"),
    )


def deploy(press: Press, storage: Storage) -> None:
    """Deploy where nothing may go wrong."""
    if start(press, storage).wait():
        raise SystemExit((press.folder / "log").read_text("utf-8"))


def make_scene(folder: Path, storage: Storage) -> Scene:
    """Deploy the first edition, build the second, and learn what its deploy asks for."""
    press = Press(folder / "edition")
    for name, body in FOREIGN.items():
        storage.put(name, body)
    write(press, "Alba", "Brae", "Corrie")
    press.build()
    deploy(press, storage)
    old = storage.snapshot()
    write(press, "Dall")
    write(press, "Brae", more="\nIt sank.\n")
    press.build()
    press.run("withdraw", "alba")
    storage.log.clear()
    deploy(press, storage)
    return Scene(press=press, old=old, requests=len(storage.log))


def trial(scene: Scene, storage: Storage, dice: random.Random) -> Counter[str]:
    """Kill some deploys in a row, let one end, and count what was seen."""
    storage.restore(scene.old)
    storage.unsound.clear()
    seen = Counter[str]()
    for _ in range(dice.randint(1, 3)):
        process = start(scene.press, storage)
        storage.kill = (dice.randint(1, scene.requests), process.pid)
        status = process.wait()
        storage.kill = None
        storage.look()
        seen["kills" if status < 0 else "late"] += 1
        seen["failed"] += status > 0
    deploy(scene.press, storage)
    storage.look()
    seen["looks"] += storage.looks
    storage.looks = 0
    seen["feeds without their files"] += len(storage.unsound)
    seen["other bytes"] += storage.published() != {**read_output(scene.press), **FOREIGN}
    storage.log.clear()
    deploy(scene.press, storage)
    seen["sent again"] += len(storage.changes())
    return seen


def read_output(press: Press) -> dict[str, bytes]:
    top = press.folder / "output"
    files = (path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in files}


def count_faults(seen: Counter[str]) -> int:
    """Count what must not be."""
    return sum(count for name, count in seen.items() if name not in {"kills", "late", "looks"})


def campaign(folder: Path, *, kills: int, faults: float = 0.0, seed: int = 1) -> dict[str, int]:
    """Run trials until so many deploys were killed."""
    dice, seen = random.Random(seed), Counter[str]()  # noqa: S311 - the same kills again
    with open_storage(seed=seed) as storage:
        scene = make_scene(folder, storage)
        storage.faults = faults
        while seen["kills"] < kills:
            found = trial(scene, storage, dice)
            if count_faults(found):
                print(dict(found), storage.unsound, file=sys.stderr)
            seen += found
    names = ("kills", "late", "looks", "failed", "feeds without their files", "other bytes")
    figures = {name: seen[name] for name in (*names, "sent again")}
    return {**figures, "requests": scene.requests, "faults": count_faults(seen)}


def main() -> None:
    """Run the campaign and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--faults", type=float, default=0.02, help="share of answers that go wrong")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = campaign(Path(folder), kills=words.kills, faults=words.faults, seed=words.seed)
    print(json.dumps(figures, indent=2))
    sys.exit(1 if figures["faults"] else 0)


if __name__ == "__main__":
    main()
