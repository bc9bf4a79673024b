"""Time and memory of a feed with 10,000 items, written twice in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.benchmarks.figures import Bench, Figure, Setting
from tests.benchmarks.pages import ROOT
from tests.benchmarks.processes import RESIDENT

__all__ = ["BENCHES"]

_ITEMS = 10_000
_WORK = """
import json, sys, time
from tests.unit.publish_samples import episode, show
count = int(sys.argv[1])
episodes = [episode(number) for number in range(count + 1)]
start = time.perf_counter()
from audiopress.publish.feed.rss import write_feeds
pages = write_feeds(show(), episodes[:-1])
written = time.perf_counter()
peak = resident()
grown = write_feeds(show(), episodes)
print(json.dumps({
    "seconds": written - start, "peak": peak, "documents": len(pages),
    "bytes": sum(map(len, pages.values())),
    "rewritten": sum(pages.get(name) != body for name, body in grown.items())}))
"""


def _feed(_setting: Setting) -> list[Figure]:
    done = subprocess.run(
        [sys.executable, "-c", RESIDENT + _WORK, str(_ITEMS)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    size = f"{found['documents']} documents, {found['bytes'] / 1e6:.0f} MB"
    return [
        Figure(what=f"feed of {_ITEMS:,} episodes: wall", value=found["seconds"], target=3,
               unit="s", remark=f"import included; {size}"),
        Figure(what=f"feed of {_ITEMS:,} episodes: resident", value=found["peak"], target=300,
               unit="MB", remark="the episodes themselves included"),
        Figure(what="documents that one new episode rewrites", value=found["rewritten"],
               remark="the live page and the archive page it fills"),
    ]  # fmt: skip


BENCHES = (Bench(name="feed", minutes=0.2, measure=_feed),)
