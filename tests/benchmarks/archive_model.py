"""A model of ten million articles: ``python -m tests.benchmarks.archive_model``.

Articles go through stations: the driver reads them, the scheduler gives them out, workers speak,
the store takes their sound, the driver joins and publishes them, its disk is flushed, and every so
often the feed is written. Nothing is spoken: each station takes what was measured of it. A window
of articles is simulated event by event for each size that the edition has reached by then, and the
windows are put together. ``--table`` prints articles a day by voice and cores instead,
``--measure`` takes the scheduler's and the disk's figures of this machine.
"""

from __future__ import annotations

import argparse
import heapq
import random
import tempfile
import time
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.store.atomic_files import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Costs", "simulate"]

VOICES = {"heart and its family": 0.015, "joe (Piper)": 0.12, "Kokoro": 1.0}
"""CPU seconds a second of sound (docs/voices/README.md)."""

_SOUND = 0.012
"""CPU seconds a second of sound for what every voice costs alike: levelled, measured, encoded,
decoded again (decision 0203: 2.2 s of 184 s of sound, on a busy machine)."""

_WORDS_A_SECOND = 160 / 60
"""Words a second of speech."""

_DAY = 86_400.0
_WINDOW = 4000
"""Articles of a simulated window at least: its middle half is what counts."""

_ROUNDS = 40
"""Articles a core of a window at least, so that its beginning and end play no part."""

_FEED_SHARE = 20
"""How many times as long as the last feed took nobody writes another (`press/backfill/run.py`)."""

_AT_ONCE = 8
"""Requests to the store that a worker makes at once."""

_SPREAD = 0.6
"""Of the logarithm of an article's length: one in six has twice the middle one's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What one article costs at each station, in seconds; the defaults are what was measured.

    ``read`` and ``publish`` are the driver's CPU, ``flush`` a durable write of one of ``files``,
    ``task`` the scheduler's time of one, ``request`` one of the ``requests`` to the store by which
    a worker gives speech and frames; the store takes ``store_rate`` of them a second. The feed is
    written every ``feed_every`` seconds and takes ``feed``, and ``feed_article`` for each article
    that there is.
    """

    read: float = 0.05
    publish: float = 0.07
    flush: float = 0.004
    files: int = 14
    task: float = 0.0033
    request: float = 0.03
    requests: int = 60
    store_rate: float = 3500.0
    feed: float = 0.15
    feed_article: float = 6e-6
    feed_every: float = 10.0
    words: int = 600
    voice: float = VOICES["heart and its family"]

    @property
    def speech(self) -> float:
        """CPU seconds of a worker for an article of the usual length."""
        return self.words / _WORDS_A_SECOND * (self.voice + _SOUND)


@dataclass(slots=True)
class _Station:
    """One server, or several: what is asked of it waits until one of them is free."""

    free: list[float]
    busy: float = 0.0

    def serve(self, now: float, seconds: float) -> float:
        """Return when a job that comes now is done."""
        begun = max(now, heapq.heappop(self.free))
        heapq.heappush(self.free, begun + seconds)
        self.busy += seconds
        return begun + seconds


_STAGES = ("read", "given out", "spoken", "kept", "published")
"""Ways of an article, one after the other."""


def simulate(
    costs: Costs, cores: int, published: int, seed: int = 1
) -> tuple[float, dict[str, float]]:
    """Return articles a second of an edition of this size, and each station's load (0 to 1)."""
    stations = {
        "driver": _Station([0.0]),
        "scheduler": _Station([0.0]),
        "workers": _Station([0.0] * cores),
        "store": _Station([0.0]),
    }
    feed = costs.feed + costs.feed_article * published
    # What the feed takes of the driver's time: a long one is written less often.
    share = feed / (feed + max(costs.feed_every, _FEED_SHARE * feed))
    flushes = costs.flush * costs.files / (1 - share)
    costs = replace(costs, read=costs.read / (1 - share), publish=costs.publish / (1 - share))
    window = max(_WINDOW, _ROUNDS * cores)
    chance = random.Random(seed)  # noqa: S311 - lengths of articles, no secret
    lengths = [chance.lognormvariate(-_SPREAD * _SPREAD / 2, _SPREAD) for _ in range(window)]
    # What is read ahead of those that speak.
    begun = min(window, 200 + 2 * cores)
    events = [(0.0, number, 0) for number in range(begun)]
    heapq.heapify(events)
    done = 0
    seen: list[tuple[float, dict[str, float]]] = []
    while events:
        now, number, stage = heapq.heappop(events)
        if stage == len(_STAGES):
            done += 1
            if done in (window // 4, 3 * window // 4):
                seen.append((now, {name: each.busy for name, each in stations.items()}))
            if begun < window:
                heapq.heappush(events, (now, begun, 0))
                begun += 1
            continue
        name, seconds, waits = _ask(costs, stage, lengths[number], flushes)
        then = stations[name].serve(now, seconds) + waits
        heapq.heappush(events, (then, number, stage + 1))
    (begin, before), (end, after) = seen
    lasted = end - begin
    loads = {
        name: (after[name] - before[name]) / lasted / len(stations[name].free) for name in stations
    }
    rate = window / 2 / lasted
    # Of the driver's load so much is waiting for its disk, and so much the feed.
    loads["driver's flushes"], loads["driver's feed"] = flushes * rate, share * loads["driver"]
    return rate, loads


def _ask(costs: Costs, stage: int, length: float, flushes: float) -> tuple[str, float, float]:
    """Return whom an article asks next, for how many seconds, and how long it waits besides."""
    requests = costs.requests * length
    return (
        ("driver", costs.read, 0.0),
        ("scheduler", costs.task, 0.0),
        ("workers", costs.speech * length, requests / _AT_ONCE * costs.request),
        ("store", requests / costs.store_rate, 0.0),
        ("driver", costs.publish + flushes, 0.0),
    )[stage]


def _fill(costs: Costs, cores: int, articles: int) -> Iterator[tuple[int, float, dict[str, float]]]:
    """Yield sizes of an edition on its way, with the rate there and the load of each station."""
    size = 1000
    while size < articles:
        yield (size, *simulate(costs, cores, size))
        size *= 10
    yield (articles, *simulate(costs, cores, articles))


def _count_days(points: Sequence[tuple[int, float, dict[str, float]]]) -> float:
    """Return the days that the whole takes: between two sizes the rate is the later one's."""
    before, seconds = 0, 0.0
    for size, rate, _ in points:
        seconds += (size - before) / rate
        before = size
    return seconds / _DAY


def _print_model(costs: Costs, articles: int, cores: Sequence[int]) -> None:
    print(f"{articles:,} articles of {costs.words} words, {costs.speech:.1f} CPU s of speech each")
    for number in cores:
        points = list(_fill(costs, number, articles))
        print(f"\n{number} cores: {_count_days(points):.1f} days")
        for size, rate, loads in points:
            told = ", ".join(f"{name} {load:.0%}" for name, load in loads.items() if load >= 0.005)
            print(f"  at {size:>10,}: {rate * 3600:>9,.0f} an hour; {told}")


def _print_table(costs: Costs, cores: Sequence[int]) -> None:
    heads = " | ".join(f"{number:,} cores" for number in cores)
    print(f"| voice | CPU s an article | {heads} | core hours, 100,000 | core hours, 10 million |")
    print("| --- " * (4 + len(cores)) + "|")
    for name, voice in VOICES.items():
        own = replace(costs, voice=voice)
        days = " | ".join(f"{simulate(own, number, 100_000)[0] * _DAY:,.0f}" for number in cores)
        hours = [own.speech * count / 3600 for count in (100_000, 10_000_000)]
        print(f"| {name} | {own.speech:.0f} | {days} | {hours[0]:,.0f} | {hours[1]:,.0f} |")


def _measure_flush() -> float:
    """Return the seconds of a durable write of a small file on this machine, the middle one."""
    taken = []
    with tempfile.TemporaryDirectory(prefix="audiopress-", dir=".") as folder:
        for number in range(50):
            begun = time.perf_counter()
            write(Path(folder) / f"{number}.json", b"{}" * 500)
            taken.append(time.perf_counter() - begun)
    return sorted(taken)[len(taken) // 2]


def _measure_task(tasks: int = 2000) -> float:
    """Return the seconds of one task that does nothing, of many, with two workers."""
    from distributed import LocalCluster  # noqa: PLC0415 - an extra

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="") as cluster,
        cluster.get_client() as client,
    ):
        client.gather(client.map(_do_nothing, range(100), pure=False))
        begun = time.perf_counter()
        client.gather(client.map(_do_nothing, range(tasks), pure=False))
        return (time.perf_counter() - begun) / tasks


def _do_nothing(number: int) -> int:
    return number


def main() -> None:
    """Print the model, or the table."""
    words = argparse.ArgumentParser(prog="archive_model", description=__doc__)
    words.add_argument("--articles", type=int, default=10_000_000)
    words.add_argument("--cores", type=int, nargs="+", default=[8, 64, 256, 1024])
    words.add_argument("--table", action="store_true")
    words.add_argument("--measure", action="store_true")
    for field in fields(Costs):
        kind = type(field.default)
        words.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default)
    asked = words.parse_args()
    costs = Costs(**{field.name: getattr(asked, field.name) for field in fields(Costs)})
    if asked.measure:
        costs = replace(costs, flush=_measure_flush(), task=_measure_task())
        print(f"a durable write {costs.flush * 1e3:.1f} ms, a task {costs.task * 1e3:.1f} ms")
    if asked.table:
        _print_table(costs, asked.cores)
    else:
        _print_model(costs, asked.articles, asked.cores)


if __name__ == "__main__":
    main()
