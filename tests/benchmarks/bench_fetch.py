"""What the pages of one host cost to fetch: seconds, CPU, connections and memory.

    .venv/bin/python -m tests.benchmarks.bench_fetch [--pages 100] [--trip 0.02] [--tree FOLDER]

A server of this machine speaks TLS and keeps connections open; it waits ``--trip`` seconds twice
before it shakes hands and once before each answer, as a line across a country does. ``--tree``
measures another checkout beside this one, in turns.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.integration.net.open_servers import make_certificate

ROOT = Path(__file__).resolve().parents[2]
BODY = b"<html><title>A page</title><p>" + b"The boat that brought him home. " * 1500

CLIENT = """
import json, re, ssl, sys, time
from audiopress.net.transport import FetchLimits
from audiopress.sources.web import WebSource
port, pages, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
class Nothing:
    def find_document(self, uri): return None
    def put_document(self, document): pass
    def find_record(self, kind, key, shape): return None
    def put_record(self, kind, key, value): pass
trust = ssl.create_default_context(cafile=folder + "/cert.pem")
limits = FetchLimits(allow_private=True, trust=trust, resolve=lambda *_: ["127.0.0.1"])
source = WebSource(Nothing(), limits)
wall, cpu = time.perf_counter(), time.process_time()
for count in range(pages):
    (page,) = source.fetch(f"https://public.example:{port}/{count}")
    assert len(page.body) > 40000, page
peak = re.search(r"VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())
print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu, int(peak[1]) / 1024]))
"""


class Distant:
    """A server behind a long line; ``lines`` counts the connections."""

    def __init__(self, folder: Path, trip: float) -> None:
        self.trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.trust.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        self.trip, self.lines = trip, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            line = self.listener.accept()[0]
            self.lines += 1
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, bare: socket.socket) -> None:
        time.sleep(2 * self.trip)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(BODY)}\r\n\r\n"
        with contextlib.suppress(OSError), self.trust.wrap_socket(bare, server_side=True) as line:
            while asked := line.recv(65536):
                time.sleep(self.trip)
                line.sendall(head.encode() + BODY)
                if b"Connection: close" in asked:
                    return


def measure(tree: Path, pages: int, trip: float, folder: Path) -> list[float]:
    """Seconds, CPU seconds, megabytes and connections for the pages, in a process of its own."""
    server = Distant(folder, trip)
    port = str(server.listener.getsockname()[1])
    done = subprocess.run(
        [sys.executable, "-c", CLIENT, port, str(pages), str(folder)],
        env={**os.environ, "PYTHONPATH": str(tree)},
        cwd=tree,
        capture_output=True,
        text=True,
        check=True,
    )
    return [*json.loads(done.stdout), server.lines]


def main() -> None:
    """Print a line a tree: medians of five turns."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--trip", type=float, default=0.02)
    parser.add_argument("--tree", type=Path)
    asked = parser.parse_args()
    trees = [ROOT, *([asked.tree] if asked.tree else [])]
    with tempfile.TemporaryDirectory() as name:
        folder = make_certificate(Path(name))
        turns = [
            [measure(tree, asked.pages, asked.trip, folder) for tree in trees] for _ in range(5)
        ]
    for at, tree in enumerate(trees):
        rows = zip(*(turn[at] for turn in turns), strict=True)
        wall, cpu, memory, lines = (statistics.median(row) for row in rows)
        print(
            f"{tree}: {asked.pages} pages in {wall:.2f} s, {cpu:.2f} s of CPU, "
            f"{memory:.0f} MB, {lines:.0f} connections"
        )


if __name__ == "__main__":
    main()
