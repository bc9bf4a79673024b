"""Bytes and seconds to the first sound: ``python -m tests.benchmarks.bench_first_sound``.

A page on another origin, in Debian's Chromium, over lines of 200 and 60 kB/s: with the show's
picture in the MP3 (``[show] cover = true``) and without. ``--tree FOLDER`` measures what another
checkout builds with its own settings, for a comparison with what was before.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from conftest import FLAGS
from first_sound import build_edition, measure_first_sound
from playwright.sync_api import sync_playwright

RATES = (200_000, 60_000)
"""Bytes a second: a poor connection of a phone, and a very poor one."""

RUNS = 3
"""Of each the median: a page may have to wait for the machine."""


def main() -> None:
    """Build the editions, press play in each over each line, and print the table."""
    words = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_first_sound")
    words.add_argument("--tree", type=Path, help="another checkout, whose program builds")
    tree: Path | None = words.parse_args().tree
    shows = {"as it builds": ""} if tree else {"no picture": "", "a picture": "cover = true"}
    heads = ("line", 10), ("MP3", 12), ("sent of it", 14), ("first sound", 14)
    print(f"{'in the MP3':<14}" + "".join(f"{head:>{width}}" for head, width in heads))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        for name, show in shows.items():
            output = build_edition(Path(folder) / name.replace(" ", "-"), show, tree=tree)
            (sound,) = output.glob("episodes/*/*/*.mp3")
            for rate in RATES:
                runs = [measure_first_sound(browser, output, rate) for _ in range(RUNS)]
                found = sorted(runs, key=lambda run: run.seconds)[RUNS // 2]
                print(
                    f"{name:<14}{rate // 1000:>5} kB/s{sound.stat().st_size / 1000:>9.0f} kB"
                    f"{found.sound / 1000:>11.1f} kB"
                    f"{found.seconds:>12.2f} s"
                )
        browser.close()


if __name__ == "__main__":
    main()
