"""Deliver webhooks from many senders at once while the service is killed, and count its jobs.

    python -m tests.campaigns.newsroom --deliveries 1000 --kills 20

Of a thousand deliveries (Ghost, WordPress, Standard Webhooks in turn) some are repeats of earlier
ones, some have a bad signature, an old clock, or end in the middle of their body. Twenty senders
deliver them over connections that they keep; a sender that gets no answer delivers the same again,
as content systems do. Meanwhile the service builds what it has taken, from pages of a server on
this machine, and is killed with signal 9 and started anew. In the end must hold:

- the queue has one job for each true delivery, and none for any other;
- what was answered with 202 is the job of that delivery, before and after any kill;
- bad signatures and old clocks were answered with 401, and nothing with 500 or 410.

What was seen is printed as JSON, with the milliseconds to 202.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import queue
import random
import socket
import sqlite3
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audiopress.workers.machine import measure_resident
from tests.integration.net.servers import Server, always, page
from tests.integration.server.newsroom import (
    Newsroom,
    make_ghost,
    sign_ghost,
    sign_standard,
    sign_wordpress,
)

SENDERS = 20
"""Connections that deliver at once."""

PARTS = {"repeat": 0.15, "bad": 0.1, "old": 0.1, "half": 0.1}
"""Which part of the deliveries is of which kind; the others are true ones."""

AGAIN = 0.1
"""Seconds until a sender delivers again what was not answered."""

STORY = (
    '<html lang="en"><head><title>{0}</title></head><body><main><article><h1>{0}</h1><p>The boat'
    " number {0} came home on Monday with the tide, and the harbour master wrote it down in the "
    "book that lies on the desk by the window.</p></article></main></body></html>"
)


@dataclass(frozen=True)
class Delivery:
    """What is sent, and what must become of it; ``event`` is the one that it tells of."""

    kind: str
    event: int
    path: str
    body: bytes
    headers: dict[str, str]


@dataclass
class Seen:
    """What the senders saw; appended to by all of them."""

    answers: list[tuple[Delivery, int, str]] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    cut: list[Delivery] = field(default_factory=list)


def make_deliveries(count: int, chance: random.Random, url: str) -> list[Delivery]:
    """Return the deliveries in the order in which they are sent."""
    found: list[Delivery] = []
    true: list[Delivery] = []
    for number in range(count):
        kind = chance.choices(["true", *PARTS], [1 - sum(PARTS.values()), *PARTS.values()])[0]
        if kind == "repeat" and true:
            found.append(chance.choice(true))
            continue
        one = make_delivery("true" if kind == "repeat" else kind, number, f"{url}{number}")
        found.append(one)
        true += [one] if one.kind == "true" else []
    return found


def make_delivery(kind: str, number: int, url: str) -> Delivery:
    """Return one delivery of a sender that goes by the number."""
    moment = time.time() - (3600 if kind == "old" else 0)
    # WordPress signs no time, so nothing of it is old.
    sender = number % (2 if kind == "old" else 3)
    if sender == 0:
        body = make_ghost(url)
        headers = sign_ghost(body, moment)
    elif sender == 1:
        body = json.dumps({"type": "article.published", "data": {"url": url}}).encode()
        headers = sign_standard(f"msg_{number}", body, moment)
    else:
        body = json.dumps({"link": url, "status": "publish"}).encode()
        headers = sign_wordpress(body, f"d{number}")
    path = ("/hooks/ghost", "/hooks/standard", "/hooks/wordpress")[sender]
    if kind == "bad":
        body = body.replace(b'"', b' "', 1)
    return Delivery(kind, number, path, body, headers)


class Sender(threading.Thread):
    """A content system: delivers one after the other, each until it is answered."""

    def __init__(self, newsroom: Newsroom, work: queue.SimpleQueue[Delivery], seen: Seen) -> None:
        super().__init__(daemon=True)
        self._newsroom, self._work, self._seen = newsroom, work, seen
        self._line: http.client.HTTPConnection | None = None

    def run(self) -> None:
        while True:
            try:
                delivery = self._work.get_nowait()
            except queue.Empty:
                return
            if delivery.kind == "half":
                self._cut(delivery)
            else:
                self._deliver(delivery)

    def _deliver(self, delivery: Delivery) -> None:
        while True:
            try:
                self._line = self._line or http.client.HTTPConnection(
                    "127.0.0.1", self._newsroom.port, timeout=20
                )
                began = time.perf_counter()
                self._line.request("POST", delivery.path, delivery.body, delivery.headers)
                answer = self._line.getresponse()
                body = answer.read()
                spent = 1000 * (time.perf_counter() - began)
            except (OSError, http.client.HTTPException):
                if self._line:
                    self._line.close()
                self._line = None
                time.sleep(AGAIN)
                continue
            self._seen.answers.append((delivery, answer.status, json.loads(body).get("id", "")))
            if answer.status == 202:
                self._seen.milliseconds.append(spent)
            return

    def _cut(self, delivery: Delivery) -> None:
        """Send half of the body, and go."""
        head = "".join(f"{name}: {value}\r\n" for name, value in delivery.headers.items())
        text = (
            f"POST {delivery.path} HTTP/1.1\r\nHost: localhost\r\n{head}"
            f"Content-Length: {len(delivery.body)}\r\n\r\n"
        )
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", self._newsroom.port), timeout=20) as line,
        ):
            line.sendall(text.encode() + delivery.body[: len(delivery.body) // 2])
        self._seen.cut.append(delivery)


def deliver(newsroom: Newsroom, deliveries: list[Delivery], kills: int) -> tuple[Seen, int]:
    """Let the senders deliver all; kill the service at even steps of the way, with new ones after.

    Returns what was seen and the most bytes that the service had in memory.
    """
    seen, work, most = Seen(), queue.SimpleQueue[Delivery](), 0
    for delivery in deliveries:
        work.put(delivery)
    senders = [Sender(newsroom, work, seen) for _ in range(SENDERS)]
    for sender in senders:
        sender.start()
    for step in range(1, kills + 1):
        while len(seen.answers) + len(seen.cut) < step * len(deliveries) // (kills + 1):
            time.sleep(0.01)
        most = max(most, measure_resident(newsroom.process.pid))
        newsroom.kill()
        newsroom.start()
    for sender in senders:
        sender.join()
    return seen, max(most, measure_resident(newsroom.process.pid))


def read_queue(folder: Path) -> list[tuple[str, str, str]]:
    """Return id, address and state of every job."""
    with contextlib.closing(sqlite3.connect(folder / "jobs" / "queue.db")) as base:
        return base.execute("SELECT id, url, state FROM jobs").fetchall()


def judge(
    deliveries: list[Delivery], seen: Seen, jobs: list[tuple[str, str, str]]
) -> dict[str, Any]:
    """Return what is wrong, by name; all of it must be empty."""
    wanted = {one.event for one in deliveries if one.kind == "true"}
    found = Counter(int(url.rpartition("/")[2]) for _, url, _ in jobs)
    by_id = {name: int(url.rpartition("/")[2]) for name, url, _ in jobs}
    status = {"true": 202, "bad": 401, "old": 401}
    return {
        "lost": sorted(wanted - set(found)),
        "doubled": sorted(event for event, count in found.items() if count > 1),
        "not asked for": sorted(set(found) - wanted),
        "other answers": [
            (one.kind, one.event, given)
            for one, given, _ in seen.answers
            if given != status[one.kind]
        ],
        "other jobs": [
            (one.event, name)
            for one, given, name in seen.answers
            if given == 202 and by_id.get(name) != one.event
        ],
    }


def main() -> None:
    """Deliver, kill, count, and print what was seen; status 1 when anything is wrong."""
    words = argparse.ArgumentParser(prog="python -m tests.campaigns.newsroom")
    words.add_argument("--deliveries", type=int, default=1000)
    words.add_argument("--kills", type=int, default=20)
    words.add_argument("--seed", type=int, default=1)
    given = words.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Server() as site,
        Newsroom(Path(folder), options=("--allow-private",)) as newsroom,
    ):
        chance = random.Random(given.seed)  # noqa: S311 - the same deliveries each time
        deliveries = make_deliveries(given.deliveries, chance, site.url("/"))
        for number in range(given.deliveries):
            site.answers[f"/{number}"] = always(page(STORY.format(number).encode()))
        began = time.monotonic()
        seen, memory = deliver(newsroom, deliveries, given.kills)
        seconds = time.monotonic() - began
        newsroom.kill()
        jobs = read_queue(Path(folder))
    wrong = judge(deliveries, seen, jobs)
    spent = sorted(seen.milliseconds)
    kinds = Counter(one.kind for one in deliveries)
    kinds["repeated"] = kinds["true"] - len({one.event for one in deliveries if one.kind == "true"})
    print(
        json.dumps(
            {
                "deliveries": dict(kinds),
                "answers": dict(Counter(status for _, status, _ in seen.answers)),
                "jobs": dict(Counter(state for _, _, state in jobs)),
                "seconds": round(seconds, 1),
                "milliseconds to 202": {
                    name: round(spent[int(part * (len(spent) - 1))], 1)
                    for name, part in (("median", 0.5), ("p99", 0.99), ("most", 1.0))
                },
                "MB resident": round(memory / 1e6, 1),
                "wrong": wrong,
            },
            indent=2,
        )
    )
    raise SystemExit(any(wrong.values()))


if __name__ == "__main__":
    main()
