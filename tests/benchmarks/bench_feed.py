"""Time and memory of a feed with 10,000 items: ``python -m tests.benchmarks.bench_feed [items]``.

Prints the CPU seconds and peak resident memory of importing the module, of writing the whole feed
(live page and archive), and of what one new item costs.
"""

from __future__ import annotations

import resource
import sys
import time

from tests.unit.publish_samples import episode, show


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(count: int) -> None:
    """Write the feed of ``count`` items twice and say what it took."""
    episodes = [episode(number) for number in range(count + 1)]
    before = _megabytes()
    start = time.process_time()
    from audiopress.publish.feed import live  # noqa: PLC0415 - its import is measured

    loaded = time.process_time()
    pages = live(show(), episodes[:-1])
    written = time.process_time()
    grown = live(show(), episodes)
    rewritten = sum(pages.get(name) != body for name, body in grown.items())
    lines = (
        f"import         {loaded - start:6.2f} s",
        f"{count:6,} items   {written - loaded:6.2f} s, {len(pages)} documents",
        f"bytes          {sum(map(len, pages.values())) / 1e6:6.1f} MB in all",
        f"live page      {len(pages['feed.xml']) / 1e6:6.2f} MB",
        f"one item more  {rewritten:6} documents",
        f"memory         {_megabytes() - before:6.0f} MB more, {_megabytes():.0f} MB in all",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
