"""Many listeners and readers of one feed at once, against ``audiopress serve`` on this machine.

    python -m tests.campaigns.listeners --listeners 500 --feeds 50 --seconds 60

Each listener asks for a sound file from some place on, as a player that seeks does, takes 128 kb/s
of it, and begins anew at its end; fifty times a second somebody reads the feed, packed, half of
them with the tag that they have. With ``--api`` it is the newsroom's service, with ``--nginx`` that
server with the lines of docs/hosting.md, to compare with. Printed as JSON:

- ``feed``: milliseconds from the question to the whole answer;
- ``first byte``: of sound, from the question on;
- ``late``: how long each second's sound came after it was wanted;
- errors, and the most that the server had in memory.

The listeners are on this machine too, and take processor and memory from the server.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import resource
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]  # as the tests are run

from web_servers import find_port, write_nginx  # noqa: E402

from audiopress.workers.machine import measure_resident  # noqa: E402

RATE = 16_000
"""Bytes a second: 128 kb/s."""

SOUNDS = 20
"""Sound files of the edition."""

SOUND_BYTES = 4_800_000
"""Bytes of each: five minutes."""

ITEMS = 300
"""Entries of the feed, as many as a live feed has."""

ITEM = (
    "<item><title>The boat number {0} came home</title><guid>urn:{0}</guid><description>"
    + "The boat number {0} came home with the tide, and somebody wrote it down. " * 20
    + "</description></item>\n"
)

BUFFER = 65_536
"""Bytes that a listener's system takes in advance: without a limit the loopback takes it all."""

PIECE_SECONDS = 1.0
"""Seconds of sound that a player asks its system for at once."""


@dataclass
class Seen:
    """What listeners and readers saw, in milliseconds."""

    feed: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    bytes: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)


def write_edition(folder: Path) -> None:
    """An edition's folder of the size of a real one; what its sound says does not matter here."""
    chance = random.Random(1)  # noqa: S311 - the same bytes each time
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<title>Edition</title>", "utf-8")
    items = "".join(ITEM.format(number) for number in range(ITEMS))
    (folder / "feed.xml").write_text(f"<rss><channel>{items}</channel></rss>", "utf-8")
    for number in range(SOUNDS):
        place = folder / f"episodes/story-{number}/0123abcd/story-{number}.mp3"
        place.parent.mkdir(parents=True)
        place.write_bytes(chance.randbytes(SOUND_BYTES))


async def connect(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Return a connection whose system takes little in advance."""
    line = socket.socket()
    line.setblocking(False)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
    await asyncio.get_running_loop().sock_connect(line, ("127.0.0.1", port))
    return await asyncio.open_connection(sock=line, limit=BUFFER)


async def ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str, more: str
) -> tuple[int, dict[str, str]]:
    """Ask for a path; return status and headers."""
    text = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{more}\r\n"
    writer.write(text.encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    # Not the values: of a weak tag nginx knows W/ only as it wrote it.
    parts = [line.split(": ", 1) for line in head[1:] if line]
    return int(head[0].split()[1]), {name.lower(): value for name, value in parts}


async def listen(port: int, number: int, end: float, seen: Seen) -> None:
    """Hear sound until the end: from some place in a file, at the rate of its sound."""
    chance = random.Random(number)  # noqa: S311 - as above
    await asyncio.sleep(chance.uniform(0, 5))
    while time.perf_counter() < end:
        start = chance.randrange(SOUND_BYTES // 2)
        name = f"story-{number % SOUNDS}"
        path = f"/episodes/{name}/0123abcd/{name}.mp3"
        asked = time.perf_counter()
        reader, writer = await connect(port)
        try:
            status, _ = await ask(reader, writer, path, f"Range: bytes={start}-\r\n")
            seen.statuses[status] += 1
            seen.first.append(1000 * (time.perf_counter() - asked))
            await hear(reader, end, seen)
        finally:
            writer.close()


async def hear(reader: asyncio.StreamReader, end: float, seen: Seen) -> None:
    """Take each second what is heard in it; note how long it had to be waited for."""
    piece, due = int(RATE * PIECE_SECONDS), time.perf_counter()
    while due < end:
        wanted = time.perf_counter()
        try:
            got = len(await reader.readexactly(piece))
        except asyncio.IncompleteReadError:  # the end of the file
            return
        seen.late.append(1000 * (time.perf_counter() - wanted))
        seen.bytes += got
        due += PIECE_SECONDS
        await asyncio.sleep(max(0.0, due - time.perf_counter()))


async def read_feed(port: int, tag: str, seen: Seen) -> str:
    """Read the feed, or hear that it is as it was; return its tag."""
    asked = time.perf_counter()
    reader, writer = await connect(port)
    try:
        more = "Accept-Encoding: gzip\r\n" + (f"If-None-Match: {tag}\r\n" if tag else "")
        status, headers = await ask(reader, writer, "/feed.xml", more)
        length = len(await reader.read())
        said = headers.get("content-length", "")  # nginx packs in pieces, and does not say it
        if status == 200 and said and length != int(said):
            seen.errors["a feed was cut"] += 1
        seen.statuses[status] += 1
        seen.feed.append(1000 * (time.perf_counter() - asked))
        return headers["etag"]
    finally:
        writer.close()


async def read_feeds(port: int, rate: int, end: float, seen: Seen) -> None:
    """Have the feed read so often a second, whether those before have it yet or not."""
    tag = await read_feed(port, "", seen)
    begun, number, running = time.perf_counter(), 0, set()
    while time.perf_counter() < end:
        task = asyncio.create_task(guard(read_feed(port, tag if number % 2 else "", seen), seen))
        running.add(task)
        task.add_done_callback(running.discard)
        number += 1
        await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
    await asyncio.gather(*running)


async def guard(what, seen: Seen) -> None:
    """Count what goes wrong instead of ending for it."""
    try:
        await what
    except (OSError, asyncio.IncompleteReadError, ValueError) as error:
        seen.errors[type(error).__name__] += 1


async def measure(port: int, listeners: int, feeds: int, seconds: float) -> Seen:
    """Return what all of them saw."""
    seen, end = Seen(), time.perf_counter() + seconds
    await asyncio.gather(
        guard(read_feeds(port, feeds, end, seen), seen),
        *(guard(listen(port, number, end, seen), seen) for number in range(listeners)),
    )
    return seen


def start(folder: Path, *, api: bool) -> tuple[subprocess.Popen[str], int]:
    """Start the server; return it and its port."""
    words = ["serve", "--port", "0", *(["--api", "--log", "json"] if api else ["output"])]
    (folder / "audiopress.toml").write_text('[serve]\ntoken_env = "OUR_TOKEN"\n', "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "audiopress", *words],
        cwd=folder,
        env={**os.environ, "OUR_TOKEN": "of-nobody-at-all", "AUDIOPRESS_VOICE": "tone"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    threading.Thread(target=process.stderr.read, daemon=True).start()
    return process, int(line.partition("127.0.0.1:")[2].partition("/")[0])


def start_nginx(folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start nginx in one process; return it and its port."""
    port = find_port()
    folder.chmod(0o755)  # nginx gives up the rights of root
    process = subprocess.Popen(write_nginx(folder, folder, port), stderr=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return process, port
        time.sleep(0.05)
    raise SystemExit("nginx has not started")


class Memory(threading.Thread):
    """The most that a process had in memory."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.most = pid, 0

    def run(self) -> None:
        while found := measure_resident(self._pid):
            self.most = max(self.most, found)
            time.sleep(0.2)


def describe(figures: list[float]) -> dict[str, float]:
    """Return median, p99 and most."""
    ordered = sorted(figures) or [0.0]
    parts = (("median", 0.5), ("p99", 0.99), ("most", 1.0))
    return {name: round(ordered[int(part * (len(ordered) - 1))], 1) for name, part in parts}


def main() -> None:
    """Serve, listen, read, and print what was seen; status 1 when anything went wrong."""
    words = argparse.ArgumentParser(prog="python -m tests.campaigns.listeners")
    words.add_argument("--listeners", type=int, default=500)
    words.add_argument("--feeds", type=int, default=50, help="readings of the feed a second")
    words.add_argument("--seconds", type=float, default=60)
    words.add_argument("--api", action="store_true", help="the newsroom's service")
    words.add_argument("--nginx", action="store_true", help="that server in place of ours")
    given = words.parse_args()
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    with tempfile.TemporaryDirectory() as folder:
        write_edition(Path(folder) / "output")
        begin = start_nginx if given.nginx else partial(start, api=given.api)
        process, port = begin(Path(folder))
        memory = Memory(process.pid)
        memory.start()
        seen = asyncio.run(measure(port, given.listeners, given.feeds, given.seconds))
        process.kill()
        process.wait()
    print(
        json.dumps(
            {
                "feed": {"read": len(seen.feed), **describe(seen.feed)},
                "first byte": {"asked": len(seen.first), **describe(seen.first)},
                "late": {"seconds of sound": len(seen.late), **describe(seen.late)},
                "statuses": dict(seen.statuses),
                "errors": dict(seen.errors),
                "MB of sound": round(seen.bytes / 1e6),
                "MB resident": round(memory.most / 1e6, 1),
            },
            indent=2,
        )
    )
    raise SystemExit(bool(seen.errors))


if __name__ == "__main__":
    main()
