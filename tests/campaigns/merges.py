"""Merge the histories of two editions at random, build, withdraw, and see what was lost.

    python tests/campaigns/merges.py --merges 1000

Two branches of one repository go on from one state: articles are written (often with the same
titles and file names on both sides), edited, given other titles, moved, copied, removed, given an
address or an id, withdrawn and brought back, each side followed by a build and a commit. Then git
merges them; conflicts are settled for one side or left for a build, which must name them. The
merged edition is built, an article is withdrawn, and it is built again. Half of the repositories
have one folder for both branches, with one output and one cache as a person has them who switches
branches; the others are two clones, each with its own.

After every build and withdrawal must hold, over all the repository's life:

- the feed names each guid once, and no sound that is not there as long as it says;
- the sound at an address has the bytes that it had when it was first published, on either side;
- the guid of an identity is the one that it had first;
- every article of the ledger has a slug of its own, and what is live and there is in the feed;
- a withdrawal and a build take away no sound, transcript or page of another article.

What was seen is printed as JSON.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import audiopress
from audiopress.errors import AudiopressError
from audiopress.press.withdraw import restore, withdraw
from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.settings import Settings
    from audiopress.store.ledger import Record

ADDRESS = "https://listen.example/edition/"
CONFIG = f"""
[show]
title = "Merge campaign"
[edition]
address = "{ADDRESS}"
sources = ["in"]
[voices]
body = "tone"
"""
TITLES = ("Morning news", "The harbour", "Evening news", "Letters")
"""Few, so that both sides often choose the same one."""
LINES = tuple(f"The boat of {name} came home." for name in ("Ada", "Bo", "Cy", "Di", "Ed", "Flo"))
FILES = tuple(f"{letter}.md" for letter in "abcdefghij")
ITEM = re.compile(
    r"<item>.*?<guid[^>]*>([^<]+)</guid>.*?<enclosure url=\"([^\"]+)\" length=\"(\d+)\"", re.DOTALL
)
MERGES_A_REPOSITORY = 8
"""After so many a repository is left: it holds a dozen articles then, most of them withdrawn."""


class BrokenPromiseError(Exception):
    """Something that was promised is no longer so."""


# -- one checkout -----------------------------------------------------------------------------


@dataclass
class Checkout:
    """A clone with its output and cache, and what both clones know of all that was published."""

    folder: Path
    book: Book

    def git(self, *words: str, ok: bool = True) -> str:
        """Run git here and return what it said."""
        done = subprocess.run(
            ["git", *words], cwd=self.folder, capture_output=True, text=True, check=False
        )
        if ok and done.returncode:
            raise SystemExit(f"git {words}: {done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def commit(self) -> None:
        """Commit all that is here."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "x")

    @property
    def settings(self) -> Settings:
        """The settings of the edition in it."""
        return audiopress.load_settings(self.folder / "audiopress.toml")

    def records(self) -> tuple[Record, ...]:
        """All records that can be read."""
        return Ledger(self.folder / "ledger").load_all()

    def build(self) -> audiopress.Report:
        """Build, and look at what is there then."""
        before = self.list_files()
        report = audiopress.build((), self.settings)
        self.book.look(self, before, set())
        return report

    def withdraw(self, record: Record) -> None:
        """Withdraw, and look at what is left of the article and of all others."""
        before = self.list_files()
        withdraw(self.settings, [record.slug])
        self.book.look(self, before, {record.id})

    def list_files(self) -> dict[str, bytes]:
        """Return all files below the output folder."""
        output = self.folder / "output"
        return {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in output.glob("episodes/**/*")
            if path.is_file()
        }


# -- what was promised ------------------------------------------------------------------------


@dataclass
class Book:
    """All that any clone of a repository has published."""

    sounds: dict[str, str] = field(default_factory=dict)
    guids: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def look(self, here: Checkout, before: dict[str, bytes], gone: set[str]) -> None:
        """Compare what is there now with what was; ``gone`` was withdrawn between the two."""
        after, records = here.list_files(), here.records()
        feed = (here.folder / "output" / "feed.xml").read_text("utf-8")
        items = [
            (guid, url.removeprefix(ADDRESS), int(size)) for guid, url, size in ITEM.findall(feed)
        ]
        self._check_items(items, after)
        self._check_guids(records)
        slugs = Counter(record.slug for record in records)
        if max(slugs.values(), default=1) > 1:
            raise BrokenPromiseError(f"a slug twice: {slugs}")
        named = {guid for guid, _, _ in items}
        for record in records:
            self._check_record(record, named, before, after, gone)
        self.seen["looks"] += 1

    def _check_items(self, items: list[tuple[str, str, int]], after: dict[str, bytes]) -> None:
        if len({guid for guid, _, _ in items}) != len(items):
            raise BrokenPromiseError(f"a guid twice in the feed: {items}")
        for _, path, size in items:
            if len(after.get(path, b"")) != size:
                raise BrokenPromiseError(f"the feed names {path}, which is not there as it says")
        for path, body in after.items():
            if path.endswith(".mp3"):
                digest = hashlib.sha256(body).hexdigest()
                if self.sounds.setdefault(path, digest) != digest:
                    raise BrokenPromiseError(f"other bytes at {path}")

    def _check_guids(self, records: tuple[Record, ...]) -> None:
        for record in records:
            for guid in (record.guid, *(version.guid for version in record.versions)):
                if self.guids.setdefault(record.id, guid) != guid:
                    raise BrokenPromiseError(f"{record.id} has another guid")

    def _check_record(
        self,
        record: Record,
        named: set[str],
        before: dict[str, bytes],
        after: dict[str, bytes],
        gone: set[str],
    ) -> None:
        versions = record.versions
        last = versions[-1]
        if record.state == "withdrawn":
            if record.guid in named:
                raise BrokenPromiseError(f"{record.id} is withdrawn and in the feed")
            return
        if (last.enclosure.path in after) != (record.guid in named):
            raise BrokenPromiseError(f"{record.id} is there or in the feed, and not both")
        if record.id in gone:
            raise BrokenPromiseError(f"{record.id} was withdrawn and is live")
        for version in versions:
            lost = [
                name for name in before if name.startswith(version.folder) and name not in after
            ]
            if lost:
                raise BrokenPromiseError(f"{record.id} has lost {lost}")
        home = f"episodes/{record.slug}/index.html"
        if home in before and home not in after:
            raise BrokenPromiseError(f"{record.id} has lost its page")
        self.seen["live articles looked at"] += 1

    def check_pages(self, here: Checkout, report: audiopress.Report) -> None:
        """Look whether the page of every article that was built is its own."""
        for outcome in report.outcomes:
            if outcome.status in ("built", "unchanged"):
                path = here.folder / "output" / "episodes" / outcome.slug / "episode.json"
                if json.loads(path.read_bytes())["guid"] != outcome.guid:
                    raise BrokenPromiseError(f"the page of {outcome.id} is another article's")

    def check_withdrawn(self, here: Checkout, record: Record) -> None:
        """Look whether the sound is gone, but what another article has too."""
        others = {
            version.enclosure.path
            for other in here.records()
            if other.id != record.id
            for version in other.versions
        }
        left = here.list_files()
        for version in record.versions:
            path = version.enclosure.path
            if path in left and path not in others:
                raise BrokenPromiseError(f"{record.id} is withdrawn, and {path} is still there")


# -- what people do ---------------------------------------------------------------------------


def _write(path: Path, title: str, lines: list[str], head: str = "") -> None:
    path.write_text(
        f"---\ntitle: {title}\ndate: 2026-11-01\n{head}---\n\n" + "\n\n".join(lines) + "\n", "utf-8"
    )


def _files(here: Checkout) -> list[Path]:
    return sorted((here.folder / "in").glob("*.md"))


def write_article(here: Checkout, dice: random.Random) -> None:
    """Write an article, perhaps over another one."""
    head = dice.choice(["", "", "", f"id: story-{dice.randrange(4)}\n",
                        f"canonical: https://news.example/{dice.randrange(4)}\n"])  # fmt: skip
    path = here.folder / "in" / dice.choice(FILES)
    if not path.exists():
        _write(path, dice.choice(TITLES), dice.sample(LINES, 3), head)


def edit_article(here: Checkout, dice: random.Random) -> None:
    """Say something else in an article."""
    for path in dice.sample(_files(here), min(1, len(_files(here)))):
        head, _, _ = path.read_text("utf-8").rpartition("---\n\n")
        path.write_text(f"{head}---\n\n" + "\n\n".join(dice.sample(LINES, 3)) + "\n", "utf-8")


def retitle_article(here: Checkout, dice: random.Random) -> None:
    """Give an article another title."""
    for path in dice.sample(_files(here), min(1, len(_files(here)))):
        text = re.sub(
            r"title: .*", f"title: {dice.choice(TITLES)}", path.read_text("utf-8"), count=1
        )
        path.write_text(text, "utf-8")


def move_article(here: Checkout, dice: random.Random) -> None:
    """Give an article's file another name."""
    target = here.folder / "in" / dice.choice(FILES)
    for path in dice.sample(_files(here), min(1, len(_files(here)))):
        if not target.exists():
            path.rename(target)


def copy_article(here: Checkout, dice: random.Random) -> None:
    """Write the same words under another name."""
    target = here.folder / "in" / dice.choice(FILES)
    for path in dice.sample(_files(here), min(1, len(_files(here)))):
        if not target.exists():
            target.write_bytes(path.read_bytes())


def remove_article(here: Checkout, dice: random.Random) -> None:
    """Remove an article's file: what was published of it stays."""
    for path in dice.sample(_files(here), min(1, len(_files(here)))):
        path.unlink()


def withdraw_article(here: Checkout, dice: random.Random) -> None:
    """Withdraw one that is live and here."""
    live = [
        record
        for record in here.records()
        if record.state == "live" and (here.folder / "output" / "episodes" / record.slug).is_dir()
    ]
    if live:
        record = dice.choice(live)
        here.withdraw(record)
        here.book.check_withdrawn(here, record)
        here.book.seen["withdrawn"] += 1


def restore_article(here: Checkout, dice: random.Random) -> None:
    """Bring one back that was withdrawn."""
    withdrawn = [record for record in here.records() if record.state == "withdrawn"]
    if withdrawn:
        restore(here.settings, [dice.choice(withdrawn).slug])
        here.book.seen["brought back"] += 1


DEEDS: tuple[Callable[[Checkout, random.Random], None], ...] = (
    write_article, write_article, write_article, edit_article, edit_article, retitle_article,
    move_article, copy_article, remove_article, withdraw_article, restore_article,
)  # fmt: skip


def live_on(here: Checkout, dice: random.Random, title: str = "") -> None:
    """Do some things on a branch, build, and commit; with a ``title`` an article of it first."""
    free = [name for name in FILES if not (here.folder / "in" / name).exists()]
    if title and free:
        _write(here.folder / "in" / dice.choice(free), title, dice.sample(LINES, 3))
    for _ in range(dice.randint(1, 3)):
        dice.choice(DEEDS)(here, dice)
        here.book.seen["deeds"] += 1
    here.build()
    here.commit()


# -- merges -----------------------------------------------------------------------------------


def settle(here: Checkout, dice: random.Random) -> None:
    """Settle the conflicts of a merge for one side, some of them only after a build has said so."""
    conflicts = here.git("diff", "--name-only", "--diff-filter=U").split()
    if not conflicts:
        return
    here.book.seen["merges with conflicts"] += 1
    marked = [name for name in conflicts if name.startswith("ledger/")]
    for name in conflicts:
        if name not in marked:
            _choose(here, name, dice)
    if marked and dice.random() < 0.5:
        report = here.build()
        told = [str(one.error) for one in report.outcomes if one.error is not None]
        if sum("nobody chose" in text for text in told) < len(marked):
            raise BrokenPromiseError(f"marks of a merge that no build has named: {marked}, {told}")
        here.book.seen["builds amid conflicts"] += 1
    for name in marked:
        _choose(here, name, dice)
    here.commit()


def _choose(here: Checkout, name: str, dice: random.Random) -> None:
    side = dice.choice(["--ours", "--theirs"])
    # Where one side removed the file, git has no such side to check out.
    if "error" in here.git("checkout", side, "--", name, ok=False):
        here.git("rm", "-q", "--cached", "--", name, ok=False)


def merge(one: Checkout, other: Checkout, dice: random.Random) -> None:
    """Let both sides go on from where they are, merge them, build, withdraw, build."""
    title = dice.choice([*TITLES, ""])
    if one is other:
        one.git("checkout", "-q", "-B", "side")
        live_on(one, dice, title)
        one.git("checkout", "-q", "main")
        live_on(one, dice, title)
        one.git("merge", "-q", "--no-edit", "side", ok=False)
    else:
        live_on(other, dice, title)
        live_on(one, dice, title)
        one.git("fetch", "-q", str(other.folder), "main")
        one.git("merge", "-q", "--no-edit", "FETCH_HEAD", ok=False)
    settle(one, dice)
    records = {record.id: record.slug for record in one.records()}
    book = one.book
    book.seen["merges that left two of one slug"] += len(set(records.values())) < len(records)
    book.check_pages(one, one.build())
    withdraw_article(one, dice)
    report = one.build()
    book.check_pages(one, report)
    if any(
        outcome.status == "failed" and "ledger" in str(outcome.error) for outcome in report.outcomes
    ):
        raise BrokenPromiseError(f"the ledger is not whole: {report.outcomes}")
    one.commit()
    if one is not other:
        other.git("pull", "-q", "--ff-only", str(one.folder), "main")


def found(place: Path, dice: random.Random) -> tuple[Checkout, Checkout]:
    """Return both checkouts of a new repository: the same one twice, or two clones."""
    book = Book()
    one = Checkout(place / "one", book)
    (one.folder / "in").mkdir(parents=True)
    (one.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    # Git removes a folder that gets empty.
    (one.folder / "in" / ".keep").write_bytes(b"")
    (one.folder / ".gitignore").write_text("output/\n.audiopress/\n", "utf-8")
    one.git("init", "-q", "-b", "main")
    _write(one.folder / "in" / "a.md", "Morning news", dice.sample(LINES, 3))
    one.build()
    one.commit()
    if dice.random() < 0.5:
        return one, one
    one.git("clone", "-q", str(one.folder), str(place / "other"))
    other = Checkout(place / "other", book)
    other.build()
    return one, other


def campaign(merges: int, seed: int) -> dict[str, object]:
    """Merge so many times and return what was seen."""
    os.environ |= {f"GIT_{who}_{what}": "x@x" for who in ("AUTHOR", "COMMITTER")
                   for what in ("NAME", "EMAIL")}  # fmt: skip
    seen: Counter[str] = Counter()
    faults: list[str] = []
    for number in range(0, merges, MERGES_A_REPOSITORY):
        dice = random.Random(f"{seed}/{number}")  # noqa: S311 - to be repeated
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            one, other = found(Path(name), dice)
            for _ in range(min(MERGES_A_REPOSITORY, merges - number)):
                try:
                    merge(one, other, dice)
                except (BrokenPromiseError, AudiopressError) as error:
                    faults.append(f"--seed {seed}, repository from merge {number}: {error!r}")
                    print(faults[-1], file=sys.stderr, flush=True)
                    break
                seen["merges"] += 1
            seen += one.book.seen
            seen["one folder" if one is other else "two clones"] += 1
    return {**seen, "faults": faults}


def main() -> None:
    """Run as asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--merges", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    words = parser.parse_args()
    print(json.dumps(campaign(words.merges, words.seed), indent=1))


if __name__ == "__main__":
    main()
