"""Ask again for a finished archive of many thousand articles, and add some to it.

    python -m tests.campaigns.backfill --articles 100000 --new 400

One article is built; ledger and output get as many others after its pattern as are asked for,
written by the product's own functions, with a file of the right length for each one's sound. Then
one command is run three times, `audiopress build --from-list addresses.txt --backfill`: the first
time feed and indexes are written, the second time nothing is left to do, and the third time the
list has ``--new`` addresses more. The second run must

- ask nobody for a page and speak nothing,
- change no file of the output,
- end within a minute.

Printed are seconds, CPU seconds of all processes and the most memory of each run: of the driver,
and of its largest process, which is that of the feed. Run for two sizes it shows what grows.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]  # as the tests are run

from archive_server import ArchiveServer, serve_archive  # noqa: E402

from audiopress.identity import make_guid  # noqa: E402
from audiopress.store.ledger import Ledger  # noqa: E402
from audiopress.store.ledger_file import encode  # noqa: E402

if TYPE_CHECKING:
    from audiopress.store.records import Record

RERUN_SECONDS = 60
"""Seconds that a run may take which has nothing to do."""

LOOK_EVERY = 0.1
"""Seconds between two looks at the memory of the driver."""

PATTERN = 10**7
"""Number of the article that the others are made after: none of them has it."""


def make_edition(folder: Path, addresses: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "addresses.txt").write_text("\n".join(addresses) + "\n", "utf-8")
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n[edition]\n'
        'address = "https://audio.example.org/"\n',
        "utf-8",
    )


def run(folder: Path, *words: str) -> dict[str, Any]:
    """Build the list of a folder; return the report with seconds, CPU seconds and megabytes."""
    program = [sys.executable, "-m", "audiopress", "build", "--from-list", "addresses.txt"]
    began = time.monotonic()
    running = subprocess.Popen(
        [*program, "--backfill", "--allow-private", "--json", *words],
        cwd=folder,
        env=os.environ | {"AUDIOPRESS_VOICE": "tone"},
        stdout=subprocess.PIPE,
        text=True,
    )
    peaks = [0]
    watcher = threading.Thread(target=watch_peak, args=(running.pid, peaks))
    watcher.start()
    with running.stdout as output:  # type: ignore[union-attr]
        said = output.read()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    watcher.join()
    return {
        **json.loads(said),
        "seconds": time.monotonic() - began,
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": peaks[-1] / 1024,
        "largest": used.ru_maxrss / 1024,
    }


def watch_peak(process: int, peaks: list[int]) -> None:
    """Note the most memory that a process has had, in kilobytes, until it ends."""
    status = Path(f"/proc/{process}/status")
    while True:
        try:
            lines = status.read_text("ascii").splitlines()
        except OSError:
            return
        found = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
        if not found:  # it has ended, and nobody has asked how
            return
        peaks.append(int(found[0]))
        time.sleep(LOOK_EVERY)


def multiply(folder: Path, url: str, articles: int) -> None:
    """Write as many articles after the pattern of the one that is there."""
    ledger = Ledger(folder / "ledger")
    (pattern,) = ledger.load_all()
    for number in range(articles):
        record = make_like(pattern, url, number)
        # Without the flush to the disk, which takes ten times as long.
        path = folder / "ledger/articles" / ledger.name_file(record.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(record))
        sound = folder / "output" / record.versions[-1].enclosure.path
        sound.parent.mkdir(parents=True)
        with sound.open("wb") as file:
            file.truncate(record.versions[-1].enclosure.length)


def make_like(pattern: Record, url: str, number: int) -> Record:
    """Return the record of another article, with texts of its own of the same length."""
    address, slug, old = f"{url}/a/{number}", f"ferry-{number}", str(PATTERN)
    episode = pattern.versions[-1]
    sound = episode.enclosure.path.replace(f"episodes/{pattern.slug}/", f"episodes/{slug}/")
    episode = replace(
        episode,
        id=address,
        guid=make_guid(address),
        slug=slug,
        url=address,
        title=f"Ferry {number}",
        enclosure=replace(episode.enclosure, path=sound),
    )
    texts = [
        replace(text, lines=tuple(line.replace(old, str(number)) for line in text.lines))
        for text in pattern.texts
    ]
    return replace(
        pattern,
        id=address,
        guid=make_guid(address),
        slug=slug,
        aliases=(),
        versions=(episode,),
        texts=tuple(texts),
    )


def list_output(folder: Path) -> dict[str, int]:
    """Return when each file was written that stands around the episodes."""
    top = folder / "output"
    return {
        path.relative_to(top).as_posix(): path.stat().st_mtime_ns
        for path in top.rglob("*")
        if path.is_file() and "episodes" not in path.parts
    }


def describe(host: ArchiveServer, said: dict[str, Any]) -> dict[str, Any]:
    asked = sum(host.asked.values())
    host.asked.clear()
    totals = said["totals"]
    return {
        "before": totals["before"],
        "built": totals["built"],
        "failed": totals["failed"],
        "spoken": totals["spoken"],
        "pages asked for": asked,
        "seconds": round(said["seconds"], 1),
        "CPU seconds": round(said["cpu"], 1),
        "MB of the driver": round(said["megabytes"]),
        "MB of its largest process": round(said["largest"]),
    }


def measure(given: argparse.Namespace, top: Path, host: ArchiveServer) -> dict[str, Any]:
    folder = top / "edition"
    addresses = [f"{host.url}/a/{number}" for number in range(given.articles)]
    make_edition(folder, [f"{host.url}/a/{PATTERN}"])
    run(folder)
    began = time.monotonic()
    multiply(folder, host.url, given.articles)
    made = time.monotonic() - began
    make_edition(folder, addresses)
    host.asked.clear()
    first = describe(host, run(folder))
    before = list_output(folder)
    again = describe(host, run(folder))
    changed = [name for name, at in list_output(folder).items() if before.get(name) != at]
    new = [f"{host.url}/n/{given.articles + number}" for number in range(given.new)]
    make_edition(folder, [*addresses, *new])
    added = describe(host, run(folder)) if given.new else None
    return {
        "articles": given.articles,
        "seconds to make them": round(made, 1),
        "feed and indexes": first,
        "again": again,
        "with new ones": added,
        "wrong": {
            "the second run did something": bool(again["spoken"] or again["pages asked for"]),
            "the second run took too long": again["seconds"] > RERUN_SECONDS,
            "the second run wrote": changed[:10],
            "the new ones were not built": bool(added and added["built"] != given.new),
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--new", type=int, default=20)
    parser.add_argument("--folder", type=Path, help="where to work; by default one that goes")
    given = parser.parse_args()
    top = Path(tempfile.mkdtemp(dir=given.folder))
    try:
        with serve_archive() as host:
            seen = measure(given, top, host)
    finally:
        shutil.rmtree(top)
    print(json.dumps(seen, indent=2))
    raise SystemExit(any(seen["wrong"].values()))


if __name__ == "__main__":
    main()
