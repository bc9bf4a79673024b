"""Kill builds with signal 9, build again, and see whether anything was lost, torn or let out.

    python tests/campaigns/kill.py --driven 1000 --random 1000 --voice heart

Some of the kills are driven: at the calls that change files (open, write, fsync, rename ...),
before one, in the middle of it and after it, spread evenly over all of them. The others come at
random times into a build that speaks. Each is followed by a plain build. After each kill must hold:

- no file of the edition or the ledger is anything but its old or its new self (torn);
- the feed names each article once, and no sound that is not there whole: a reader looks all the
  while, during the kill and the build after it;
- no process of the killed build lives on;

and after the plain build: the bytes of an edition that nobody disturbed. What was seen is printed
as JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = "https://listen.example/edition/"
CONFIG = f"""
[show]
title = "Kill campaign"
description = "Articles that are built, killed and built again."

[edition]
address = "{ADDRESS}"
sources = ["articles"]

[reading]
disclosure_text = "Read by a machine."

[voices]
body = "VOICE"
"""
ENCLOSURE = re.compile(rb"<enclosure ([^>]*)>")
STEP = re.compile(r"(before|after) replace \S*/(output|ledger)/")
BY_THE_CLOCK = re.compile(rb'"(first_seen|issued|at)": "[^"]*"')
BETWEEN = {"output/feed.xml": b"</rss>\n", "output/index.html": b"</html>\n"}
"""What a long build writes more than once, while some articles are not done, and how it ends."""
DEAD_IN = 10.0
"""Seconds after which a process of a killed build counts as left behind."""


# -- what is built ----------------------------------------------------------------------------


def article(number: int, *, edited: bool = False) -> str:
    """An article of a few short paragraphs; an edited one says so, and since when."""
    modified = f"modified: 2024-04-0{number}T10:00:00Z\n" if edited else ""
    middle = "It was mended." if edited else f"The {number}nd try was the best."
    return (
        f"---\ntitle: Story {number}\nid: story-{number}\n"
        f"date: 2024-03-0{number}T08:00:00Z\n{modified}---\n\n"
        f"The boat number {number} came home.\n\n{middle}\n\n## Later\n\nNobody saw it leave.\n"
    )


def write_first(folder: Path, voice: str) -> None:
    """The edition at its birth: two articles."""
    (folder / "articles").mkdir(parents=True)
    (folder / "audiopress.toml").write_text(CONFIG.replace("VOICE", voice), "utf-8")
    for number in (1, 2):
        (folder / "articles" / f"story-{number}.md").write_text(article(number), "utf-8")


def write_second(folder: Path) -> None:
    """A day later: one is corrected, one is new."""
    (folder / "articles" / "story-2.md").write_text(article(2, edited=True), "utf-8")
    (folder / "articles" / "story-3.md").write_text(article(3), "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of edition and ledger; what no build can repeat, when it was, is left out."""
    files = {}
    for top in ("output", "ledger"):
        for path in (folder / top).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                body = path.read_bytes()
                if top == "ledger":
                    body = BY_THE_CLOCK.sub(b"", body)
                files[path.relative_to(folder).as_posix()] = body
    return files


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A folder to start from, and what may be found in it before, and must be after, the build."""

    start: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    calls: list[str] = field(repr=False)


# -- the warm process -------------------------------------------------------------------------


class Zygote:
    """A process of ``zygote.py``; a reader of the feed looks while it works."""

    def __init__(self) -> None:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("AUDIOPRESS_")}
        clean.pop("PYTHONDONTWRITEBYTECODE", None)  # else every worker compiles what it imports
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("zygote.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**clean, "PYTHONPATH": str(ROOT)},
        )

    def build(self, folder: Path, read: Reader | None = None, **kill: float) -> dict[str, Any]:
        order = {"folder": str(folder), "words": ["build"], "log": str(folder / "log"), **kill}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        while read and not select.select([self.process.stdout], [], [], 0.002)[0]:
            read.look()
        answer = json.loads(self.process.stdout.readline())
        if read:
            read.look()
        return answer

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


class Reader:
    """A podcast app that fetches the feed again and again and believes it."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.faults: list[str] = []
        self.looks = 0

    def look(self) -> None:
        try:
            body = (self.output / "feed.xml").read_bytes()
        except FileNotFoundError:
            return
        self.looks += 1
        if not body.rstrip().endswith(b"</rss>"):
            self.faults.append("a feed without its end")
        guids = re.findall(rb"<guid[^>]*>([^<]*)</guid>", body)
        if len(set(guids)) != len(guids):
            self.faults.append("an article twice in the feed")
        for text in ENCLOSURE.findall(body):
            values = dict(re.findall(rb'(\w+)="([^"]*)"', text))
            path = self.output / values[b"url"].decode().removeprefix(ADDRESS)
            if not path.is_file() or path.stat().st_size != int(values[b"length"]):
                self.faults.append(f"the feed names {path.name}, which is not there whole")


# -- one kill ---------------------------------------------------------------------------------


def trial(zygote: Zygote, scene: Scene, folder: Path, **kill: float) -> Counter[str]:
    """Kill one build of ``scene`` and return what was seen, by name."""
    shutil.copytree(scene.start, folder)
    read = Reader(folder / "output")
    killed = zygote.build(folder, read, **kill)
    if killed["status"] == 0 and "after" in kill:  # too late: it had ended
        shutil.rmtree(folder)
        return trial(zygote, scene, folder, after=kill["after"] * 0.6) + Counter(late=1)
    seen = Counter(kills=int(killed["status"] == -9))
    seen["not killed"] += killed["status"] != -9
    seen["left behind"] += left_behind(killed["session"])
    seen += torn(folder, scene)
    again = zygote.build(folder, read)
    seen["failed again"] += again["status"] != 0
    final = tree(folder)
    seen["other bytes"] += final != scene.new
    seen["stray"] += len(final.keys() - scene.new.keys())
    seen["lost or doubled"] += guids(final) != guids(scene.new)
    seen["reader's faults"] += len(read.faults)
    seen["looks"] += read.looks
    if faults(seen):
        print(f"{folder}: {dict(seen)} {kill} {read.faults[:3]}", file=sys.stderr)
    else:
        shutil.rmtree(folder)
    return seen


def torn(folder: Path, scene: Scene) -> Counter[str]:
    """Count files that are neither what they were nor what they will be."""
    seen = Counter[str]()
    for name, body in tree(folder).items():
        between = name in BETWEEN and body.endswith(BETWEEN[name])
        seen["torn"] += not between and body not in {scene.old.get(name), scene.new.get(name)}
    for path in (folder / ".audiopress" / "objects").rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            seen["torn"] += hashlib.sha256(path.read_bytes()).hexdigest() != path.name
    return seen


def guids(files: dict[str, bytes]) -> list[bytes]:
    return sorted(re.findall(rb"<guid[^>]*>([^<]*)</guid>", files.get("output/feed.xml", b"")))


def left_behind(session: int) -> int:
    """Count the processes of a session that still live after a while."""
    until = time.monotonic() + DEAD_IN
    while members := [pid for pid in Path("/proc").glob("[0-9]*") if of(pid, session)]:
        if time.monotonic() > until:
            return len(members)
        time.sleep(0.01)
    return 0


def of(process: Path, session: int) -> bool:
    try:
        state, _, _, number = (process / "stat").read_text().rpartition(")")[2].split()[:4]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return int(number) == session and state != "Z"


def faults(seen: Counter[str]) -> int:
    """Count everything that must not be."""
    harmless = ("kills", "late", "looks")
    return sum(number for name, number in seen.items() if name not in harmless)


# -- many -------------------------------------------------------------------------------------


def scenes(zygote: Zygote, folder: Path, voice: str) -> tuple[list[Scene], list[Scene]]:
    """Build undisturbed; return scenes whose speech is cached, and scenes with all to speak."""
    first, second = folder / "first", folder / "second"
    write_first(first, voice)
    undisturbed(zygote, first)
    shutil.copytree(first, second)
    write_second(second)
    undisturbed(zygote, second)
    cold_birth, cold_later = folder / "cold-birth", folder / "cold-later"
    write_first(cold_birth, voice)
    shutil.copytree(first, cold_later)
    write_second(cold_later)
    warm_birth, warm_later = folder / "warm-birth", folder / "warm-later"
    shutil.copytree(cold_birth, warm_birth)
    shutil.copytree(cold_later, warm_later)
    for warm in (warm_birth, warm_later):
        for kept in ("objects", "records/segment", "records/frames"):
            target = warm / ".audiopress" / kept
            shutil.copytree(second / ".audiopress" / kept, target, dirs_exist_ok=True)
    old, new = tree(first), tree(second)
    return (
        [scene(zygote, warm_birth, {}, old), scene(zygote, warm_later, old, new)],
        [
            Scene(start=cold_birth, old={}, new=old, calls=[]),
            Scene(start=cold_later, old=old, new=new, calls=[]),
        ],
    )


def undisturbed(zygote: Zygote, folder: Path) -> list[str]:
    answer = zygote.build(folder)
    if answer["status"]:
        raise SystemExit((folder / "log").read_text("utf-8"))
    (folder / "log").unlink()
    return answer["calls"]


def scene(zygote: Zygote, start: Path, old: dict[str, bytes], new: dict[str, bytes]) -> Scene:
    """Build a copy of ``start`` to learn its calls; what it gives must be ``new`` already."""
    copy = start.with_name(start.name + "-calls")
    shutil.copytree(start, copy)
    calls = undisturbed(zygote, copy)
    if tree(copy) != new:
        different = sorted(n for n in new if tree(copy).get(n) != new[n])
        raise SystemExit(f"two undisturbed builds differ: {different} in {copy}")
    return Scene(start=start, old=old, new=new, calls=calls)


def driven(warm: list[Scene], count: int) -> list[tuple[Scene, dict[str, float]]]:
    """Choose ``count`` calls: two thirds steps of publication, while there are any, and others."""
    points = [(one, at, call) for one in warm for at, call in enumerate(one.calls)]
    steps = [point for point in points if STEP.match(point[2])]
    others = [point for point in points if not STEP.match(point[2])]
    share = min(len(steps), count * 2 // 3)
    chosen = spread(steps, share) + spread(others, count - share)
    return [(one, {"at": at}) for one, at, _ in chosen]


def spread(points: list[Any], count: int) -> list[Any]:
    """Take ``count`` of them, evenly; all of them again and again when there are fewer."""
    return [points[turn * max(len(points), count) // count % len(points)] for turn in range(count)]


def at_random(
    cold: list[Scene], count: int, longest: dict[str, float], seed: int
) -> list[tuple[Scene, dict[str, float]]]:
    """Draw scenes and times up to the length of an undisturbed build."""
    dice = random.Random(seed)  # noqa: S311 - the same kills again with the same seed
    chosen = [dice.choice(cold) for _ in range(count)]
    return [(one, {"after": dice.uniform(0, longest[one.start.name])}) for one in chosen]


def measured(zygote: Zygote, cold: list[Scene]) -> dict[str, float]:
    """Seconds that a build of each scene takes."""
    took = {}
    for one in cold:
        copy = one.start.with_name(one.start.name + "-timed")
        shutil.copytree(one.start, copy)
        began = time.monotonic()
        undisturbed(zygote, copy)
        took[one.start.name] = time.monotonic() - began
    return took


def campaign(
    folder: Path, *, driven_kills: int, random_kills: int, voice: str = "tone", seed: int = 1
) -> dict[str, Any]:
    """Run the kills two at a time and return the sums of what was seen.

    ``voice`` is who speaks while kills come at random; the driven ones need nobody to speak.
    """
    zygotes = [Zygote(), Zygote()]
    began = time.monotonic()
    warm, cold = scenes(zygotes[0], folder / "tone", "tone")
    if voice != "tone":
        _, cold = scenes(zygotes[0], folder / voice, voice)
    longest = measured(zygotes[0], cold)
    trials = driven(warm, driven_kills) + at_random(cold, random_kills, longest, seed)

    def half(which: int) -> Counter[str]:
        seen = Counter[str]()
        for number in range(which, len(trials), 2):
            one, kill = trials[number]
            seen += trial(zygotes[which], one, folder / f"trial-{number}", **kill)
        return seen

    with ThreadPoolExecutor(2) as pool:
        seen = sum(pool.map(half, (0, 1)), Counter())
    for zygote in zygotes:
        zygote.close()
    names = (
        "kills", "late", "looks", "torn", "lost or doubled", "other bytes", "stray",
        "reader's faults", "left behind", "failed again", "not killed",
    )  # fmt: skip
    figures = {name: seen[name] for name in names}
    calls = {one.start.name: len(one.calls) for one in warm}
    seconds = round(time.monotonic() - began)
    return {**figures, "faults": faults(seen), "calls": calls, "seconds": seconds}


def main() -> None:
    """Run the campaign and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--driven", type=int, default=1000, help="kills at chosen calls")
    parser.add_argument("--random", type=int, default=1000, help="kills at random times")
    parser.add_argument("--voice", default="heart", help="who speaks while kills come at random")
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = campaign(
            Path(folder),
            driven_kills=words.driven,
            random_kills=words.random,
            voice=words.voice,
            seed=words.seed,
        )
        print(json.dumps(figures, indent=2))
        sys.exit(1 if figures["faults"] else 0)


if __name__ == "__main__":
    main()
