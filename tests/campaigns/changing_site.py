"""An edition follows a site of 200 articles over twenty rounds of changes: prints what went wrong.

``.venv/bin/python -m tests.campaigns.changing_site --articles 200 --seed 1``; the test command has
20 articles. Every figure but requests and paragraphs spoken has to be 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from changing_rounds import Rounds, play
from changing_site import ChangingSite
from runner import PressHere


def main() -> int:
    """Play the rounds and return 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    with ChangingSite(seed=given.seed) as site, tempfile.TemporaryDirectory() as folder:
        tally = play(Rounds(PressHere(Path(folder, "edition")), site), given.articles, print)
    for line in tally.told:
        print(line)
    print(f"{len(site.articles)} articles, {tally.requests} requests, {tally.spoken} paragraphs")
    print(", ".join(f"{value} {name}" for name, value in tally.faults().items()))
    print(f"{time.monotonic() - began:.0f} s")
    return int(any(tally.faults().values()))


if __name__ == "__main__":
    sys.exit(main())
