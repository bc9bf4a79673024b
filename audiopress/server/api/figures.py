"""Figures of the service in the text format of Prometheus (version 0.0.4)."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from audiopress import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["MEDIA_TYPE", "ServiceFigures"]

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""What Prometheus asks for."""

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.5, 1.0, 2.5, 10.0)
"""Upper ends of the buckets in seconds; .25 and .3 are what is promised of listeners and hooks."""


class ServiceFigures:
    """Counts requests and what becomes of jobs since the server began; threads may share it."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self._gate = threading.Lock()
        self._answers: Counter[tuple[str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._events: Counter[str] = Counter()

    def count_answer(self, path: str, status: int, seconds: float) -> None:
        """Count an answer, and how long its first byte took."""
        with self._gate:
            self._answers[path, status] += 1
            self._seconds[path] += seconds  # type: ignore[assignment]
            for bound in _BOUNDS:
                self._buckets[path, bound] += seconds <= bound

    def count_event(self, event: str) -> None:
        """Count an event of a job, such as ``job-done``."""
        if event.startswith("job-"):
            with self._gate:
                self._events[event.removeprefix("job-")] += 1

    def write(self, jobs: Mapping[str, int], waited: float) -> str:
        """Return all figures; ``jobs`` counts states, the oldest has ``waited`` these seconds."""
        with self._gate:
            return "\n".join(self._list_lines(jobs, waited)) + "\n"

    def _list_lines(self, jobs: Mapping[str, int], waited: float) -> Iterator[str]:
        yield from _head("info", "gauge", "the version that runs")
        yield f'audiopress_info{{version="{__version__}"}} 1'
        yield from _head("jobs", "gauge", "jobs in the queue by state")
        yield from (f'audiopress_jobs{{state="{state}"}} {n}' for state, n in jobs.items())
        yield from _head("oldest_job_seconds", "gauge", "how long the oldest job has waited")
        yield f"audiopress_oldest_job_seconds {waited:.3f}"
        yield from _head("job_events_total", "counter", "what has happened to jobs")
        for event, count in sorted(self._events.items()):
            yield f'audiopress_job_events_total{{event="{event}"}} {count}'
        yield from _head("requests_total", "counter", "answers by path and status")
        for (path, status), count in sorted(self._answers.items()):
            yield f'audiopress_requests_total{{path="{path}",status="{status}"}} {count}'
        yield from self._list_buckets()

    def _list_buckets(self) -> Iterator[str]:
        name = "audiopress_request_seconds"
        yield from _head("request_seconds", "histogram", "seconds to the first byte of an answer")
        for path in sorted(self._seconds):
            count = sum(n for (each, _), n in self._answers.items() if each == path)
            for bound in _BOUNDS:
                yield f'{name}_bucket{{path="{path}",le="{bound}"}} {self._buckets[path, bound]}'
            yield f'{name}_bucket{{path="{path}",le="+Inf"}} {count}'
            yield f'{name}_sum{{path="{path}"}} {self._seconds[path]:.6f}'
            yield f'{name}_count{{path="{path}"}} {count}'


def _head(name: str, kind: str, text: str) -> Iterator[str]:
    yield f"# HELP audiopress_{name} {text}"
    yield f"# TYPE audiopress_{name} {kind}"
