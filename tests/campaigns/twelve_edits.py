"""Twelve edits of an edition, one after the other: what each costs, and what listeners see of it.

    .venv/bin/python -m tests.campaigns.twelve_edits --articles 20 --voice heart [--json]

Articles are files with addresses of their own. After each edit the edition is built, and printed
are: segments spoken, guids that are others (must be 0), sounds with another address, bytes
of the output that were written, and how many episodes four readers of feeds have before and after:
feedparser, podcastparser, podcast-partytime and feedsmith (both of npm, installed beside
`tests/integration/publish/feed/feed_readers`). An app that had the feed of before and reads that of
after must have no episode twice: every item by its guid, and no guid more than the edit brings.
`audiopress check --previous` holds each edition against the feed before the edit. The status is 1
where any of it does not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import feedparser
import podcastparser

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
READERS = ROOT / "tests" / "integration" / "publish" / "feed" / "feed_readers"

SETTINGS = """
[show]
title = "The Post"
email = "desk@news.example"
[edition]
sources = ["articles"]
address = "https://audio.example.org/"
"""

ARTICLE = """---
title: The {thing} of {place} is late
date: 2026-03-{day:02}
language: en
url: https://news.example.org/{slug}
---

The {thing} of {place} was expected at noon, and nobody has recieved a word of it since.

"We go on waiting," said the keeper of the {place} light, who has waited before.

It was built in {year}, and had never been late before that winter.
"""

THINGS = ("ferry", "mill", "library", "tramway", "bakery")
PLACES = ("Brae", "Corrie", "Skerry", "Holm", "Ness", "Lunna", "Unst", "Yell", "Foula", "Bressay")


class Run(Protocol):
    """Runs ``audiopress WORDS`` in the edition's folder."""

    def __call__(self, *words: object, ok: bool = True) -> subprocess.CompletedProcess[str]: ...


@dataclass
class Edition:
    """The edition under test: its folder, and how the program is run in it."""

    folder: Path
    run: Run
    articles: int
    voice: str

    def path(self, number: int) -> Path:
        """Return the file of an article."""
        return self.folder / "articles" / f"{number:02}.md"

    def replace(self, number: int, old: str, new: str) -> None:
        """Edit an article; what is replaced must be there."""
        text = self.path(number).read_text("utf-8")
        assert old in text, (number, old)
        self.path(number).write_text(text.replace(old, new, 1), "utf-8")

    def configure(self, more: str = "") -> None:
        """Write the configuration, with more behind it."""
        (self.folder / "audiopress.toml").write_text(SETTINGS + more, "utf-8")

    def begin(self) -> None:
        """Write all articles and build them."""
        (self.folder / "articles").mkdir(parents=True)
        self.configure()
        for number in range(self.articles):
            words = {
                "thing": THINGS[number % len(THINGS)],
                "place": PLACES[number % len(PLACES)] + (" North" if number > 9 else ""),
                "day": number + 1,
                "slug": f"a{number}",
                "year": 1900 + number,
            }
            self.path(number).write_text(ARTICLE.format(**words), "utf-8")
        self.run("build", "--json")

    def slug(self, number: int) -> str:
        """Return what an article's folder is called."""
        address = f"https://news.example.org/a{number}"
        return next(slug for slug, record in self.records() if address in record)

    def records(self) -> list[tuple[str, str]]:
        """Return every record of the ledger: its slug, and its text."""
        paths = sorted((self.folder / "ledger" / "articles").rglob("*.json"))
        texts = [path.read_text("utf-8") for path in paths]
        return [(json.loads(text)["slug"], text) for text in texts]


@dataclass(frozen=True)
class Edit:
    """One edit: its name, what it does, and which guids may come or go by it."""

    name: str
    make: Callable[[Edition], object]
    after: Callable[[Edition], object] = lambda _edition: None
    fails: int = 0
    items: int = 0


def _move_paragraph(edition: Edition) -> None:
    text = edition.path(2).read_text("utf-8")
    head, first, second, *rest = text.split("\n\n")
    edition.path(2).write_text("\n\n".join([head, second, first, *rest]), "utf-8")


def _break_source(edition: Edition) -> None:
    shutil.copy(edition.path(0), edition.folder / "kept.md")
    edition.path(0).write_text("---\ntitle: [\n---\n\nNothing.\n", "utf-8")


EDITS = (
    Edit("typo", lambda it: it.replace(0, "recieved", "received")),
    Edit(
        "new paragraph",
        lambda it: it.replace(1, "\n\nIt was built", "\n\nA new word.\n\nIt was built"),
    ),
    Edit("paragraph moved", _move_paragraph),
    Edit("new headline", lambda it: it.replace(3, "is late", "has come")),
    Edit(
        "new address, the old one an alias",
        lambda it: it.replace(0, "example.org/a0", "example.org/moved/a0"),
    ),
    Edit(
        "withdrawn",
        lambda it: it.run("withdraw", it.slug(1)),
        items=-1,
    ),
    Edit("restored", lambda it: it.run("withdraw", it.slug(1), "--restore"), items=1),
    Edit("voice changed", lambda it: it.configure(f"[voices.rate]\n{it.voice} = 1.05\n")),
    Edit(
        "lexicon rule",
        lambda it: it.run("lexicon", "add", "Skerry", "--say", "Skeri"),
    ),
    Edit(
        "source broken",
        _break_source,
        after=lambda it: shutil.move(it.folder / "kept.md", it.path(0)),
        fails=1,
    ),
    Edit("date changed", lambda it: it.replace(2, "2026-03-03", "2026-03-23")),
    Edit("nothing", lambda _it: None),
)


@dataclass
class Row:
    """What one edit has cost, and what was wrong with it."""

    edit: str
    spoken: int = 0
    guids_changed: int = 0
    enclosures_changed: int = 0
    bytes_changed: int = 0
    readers: dict[str, tuple[int, int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class State:
    """What lies in the output: the sizes and digests of files, the feed, and who has which guid."""

    files: dict[str, tuple[int, str]]
    feed: bytes
    guids: dict[str, str]
    read: dict[str, list[tuple[str, str]]]


def look(edition: Edition) -> State:
    """Return what lies there now, as readers of feeds have it."""
    top = edition.folder / "output"
    files = {
        path.relative_to(top).as_posix(): (
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in sorted(top.rglob("*"))
        if path.is_file()
    }
    feed = (top / "feed.xml").read_bytes()
    guids = {slug: json.loads(text)["guid"] for slug, text in edition.records()}
    return State(files=files, feed=feed, guids=guids, read=read_feed(feed))


def read_feed(feed: bytes) -> dict[str, list[tuple[str, str]]]:
    """Return guid and enclosure of every item as each reader has them, that is there."""
    items = feedparser.parse(io.BytesIO(feed)).entries
    found = {"feedparser": [(item.id, item.enclosures[0].href) for item in items]}
    episodes = podcastparser.parse("https://audio.example.org/feed.xml", io.BytesIO(feed))
    found["podcastparser"] = [
        (item["guid"], item["enclosures"][0]["url"]) for item in episodes["episodes"]
    ]
    if (READERS / "node_modules").is_dir() and shutil.which("node"):
        done = subprocess.run(
            ["node", "read.mjs"], cwd=READERS, input=feed, capture_output=True, check=True
        )
        told = json.loads(done.stdout)
        party, smith = told["party"]["items"], told["smith"]["feed"]["items"]
        found["podcast-partytime"] = [(one["guid"], one["enclosure"]["url"]) for one in party]
        found["feedsmith"] = [(one["guid"]["value"], one["enclosures"][0]["url"]) for one in smith]
    return found


def try_edit(edition: Edition, edit: Edit, before: State) -> tuple[Row, State]:
    """Make an edit, build, and return what it has cost."""
    previous = edition.folder / "previous.xml"
    previous.write_bytes(before.feed)
    edit.make(edition)
    done = edition.run("build", "--json", ok=False)
    report = json.loads(done.stdout)
    after = look(edition)
    row = Row(edit=edit.name, spoken=report["totals"]["spoken"])
    if report["totals"]["failed"] != edit.fails:
        row.wrong.append(f"{report['totals']['failed']} articles failed: {done.stderr}")
    _compare(row, before, after, edit)
    _check(row, edition, previous, edit)
    edit.after(edition)
    return row, after


def _compare(row: Row, before: State, after: State, edit: Edit) -> None:
    row.guids_changed = sum(after.guids.get(slug) != guid for slug, guid in before.guids.items())
    row.guids_changed += len(after.guids.keys() - before.guids.keys())
    row.bytes_changed = sum(
        size
        for name, (size, mark) in after.files.items()
        if before.files.get(name, (0, ""))[1] != mark
    )
    had, has = dict(before.read["feedparser"]), dict(after.read["feedparser"])
    row.enclosures_changed = sum(had[guid] != has[guid] for guid in had.keys() & has.keys())
    for reader, items in after.read.items():
        old = before.read[reader]
        row.readers[reader] = (len(old), len(items))
        twice = [guid for guid, count in Counter(guid for guid, _ in items).items() if count > 1]
        new = {guid for guid, _ in items} - {guid for guid, _ in old}
        if twice or len(new) != max(0, edit.items) or len(items) - len(old) != edit.items:
            row.wrong.append(f"{reader} has {len(items)} of {len(old)}, {len(new)} new: {twice}")
        if items != after.read["feedparser"]:
            row.wrong.append(f"{reader} has other items than feedparser")
    if row.guids_changed:
        row.wrong.append("a guid is another one")


def _check(row: Row, edition: Edition, previous: Path, edit: Edit) -> None:
    done = edition.run("check", "--previous", previous, "--json", ok=False)
    failed = [one for one in json.loads(done.stdout)["checks"] if not one["ok"]]
    # What was withdrawn is named, once: who withdrew it knows.
    gone = [one for one in failed if "right only if it was withdrawn" in one["detail"]]
    if len(failed) != len(gone) or len(gone) != max(0, -edit.items):
        row.wrong.append(f"check: {failed[:3]}")


def try_all(edition: Edition) -> list[Row]:
    """Begin an edition and make all edits, in their order."""
    edition.begin()
    state, rows = look(edition), []
    for edit in EDITS:
        row, state = try_edit(edition, edit, state)
        rows.append(row)
        if edit.fails:
            # The source is whole again: what was published before goes on.
            edition.run("build", "--json")
            state = look(edition)
    return rows


def print_table(rows: list[Row]) -> None:
    """Print a line for each edit."""
    head = ("edit", "spoken", "guids", "enclosures", "bytes", "readers")
    print("{:<36}{:>7}{:>7}{:>11}{:>10}  {}".format(*head))
    for row in rows:
        seen = ", ".join(f"{name} {old}->{new}" for name, (old, new) in row.readers.items())
        print(
            f"{row.edit:<36}{row.spoken:>7}{row.guids_changed:>7}{row.enclosures_changed:>11}"
            f"{row.bytes_changed:>10}  {seen}"
        )
        for fault in row.wrong:
            print(f"  WRONG: {fault}")


def _make_runner(folder: Path, voice: str) -> Run:
    environment = os.environ | {"AUDIOPRESS_VOICE": voice, "PYTHONPATH": str(ROOT)}

    def run(*words: object, ok: bool = True) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "audiopress", *map(str, words)]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if ok and done.returncode:
            raise SystemExit(done.stderr)
        return done

    return run


def main() -> None:
    """Try the twelve edits and print what came of them."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--articles", type=int, default=20)
    options.add_argument("--voice", default="heart")
    options.add_argument("--json", action="store_true")
    chosen: Any = options.parse_args()
    if not (READERS / "node_modules").is_dir() and shutil.which("npm"):
        subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=READERS, check=False)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        run = _make_runner(folder, chosen.voice)
        rows = try_all(
            Edition(folder=folder, run=run, articles=chosen.articles, voice=chosen.voice)
        )
    if chosen.json:
        print(json.dumps([asdict(row) for row in rows], indent=1))
    else:
        print_table(rows)
    raise SystemExit(any(row.wrong for row in rows))


if __name__ == "__main__":
    main()
