"""An edition follows a second made-up site, written without a look at how audiopress works.

    .venv/bin/python -m tests.campaigns.second_site --articles 200 --rounds 20 --seed 1

Each round the site changes as a real content system does, ``audiopress sync`` runs once, and the
published feed is compared with what README.md and docs/ promise. Exit status 1 on any fault.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.campaigns.second_site.changes import begin, change
from tests.campaigns.second_site.edition import configure, published, sync
from tests.campaigns.second_site.judge import Judge, as_json
from tests.campaigns.second_site.pages import Site
from tests.campaigns.second_site.server import Newsroom

COLUMNS = ["public", "published", "requests", "conditional", "spoken", "faults", "seconds"]
"""What the table has of each round."""


def main() -> int:
    """Run the campaign and print its figures."""
    options = _options()
    chance = random.Random(options.seed)  # noqa: S311 - a made-up site is no secret
    room = Newsroom(lambda base: Site(base, chance, atom=bool(options.seed % 2)))
    begin(room.site, options.articles)
    folder = Path(options.folder or tempfile.mkdtemp(prefix="second-site-"))
    configure(folder, room.site.base)
    judge, rows = Judge(), []
    _say(options, "round " + " ".join(f"{name:>11}" for name in COLUMNS) + "  what happened")
    for count in range(options.rounds + 1):
        happened = change(room.site, count, options.rounds) if count else ["all is new"]
        row = _round(room, judge, count, folder)
        rows.append(row | {"happened": happened})
        figures = " ".join(f"{row[name]:>11}" for name in COLUMNS)
        _say(options, f"{count:>5} {figures}  {', '.join(happened)}")
        for fault in [f for f in judge.faults if f.round == count]:
            _say(options, f"      {fault.kind}: article {fault.article} {fault.story}")
            _say(options, f"        expected {fault.expected}\n        came     {fault.came}")
    _total(options, rows, judge)
    return 1 if judge.faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="second_site", description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="an odd one has an Atom feed")
    parser.add_argument("--folder", help="where the edition is built; default: a temporary one")
    parser.add_argument("--json", action="store_true", help="one JSON document at the end")
    return parser.parse_args()


def _say(options: argparse.Namespace, line: str) -> None:
    if not options.json:
        print(line, flush=True)


def _round(room: Newsroom, judge: Judge, count: int, folder: Path) -> dict:
    """One round: what is expected, the command, what came."""
    site, begun = room.site, time.monotonic()
    room.log.clear()
    judge.lied |= "unchanged" in site.page_trouble.values()
    judge.expect(site)
    done = sync(folder)
    (folder / f"report-{count}.json").write_text(json.dumps(done.report, indent=1), "utf-8")
    judge.log = list(room.log)
    lines = [
        f"{a.path} {a.query} {a.status} {'marked' if a.conditional else ''}" for a in judge.log
    ]
    (folder / f"asked-{count}.txt").write_text("\n".join(lines), "utf-8")
    figures = judge.look(site, count, done, published(folder))
    return {
        "round": count,
        "public": sum(a.state == "public" for a in site.articles),
        "requests": len(judge.log),
        "conditional": sum(a.conditional for a in judge.log),
        "faults": sum(f.round == count for f in judge.faults),
        "seconds": round(time.monotonic() - begun),
        **figures,
    }


def _total(options: argparse.Namespace, rows: list[dict], judge: Judge) -> None:
    """The sums, or everything as JSON."""
    kinds = dict(Counter(fault.kind for fault in judge.faults))
    if options.json:
        print(json.dumps({"rounds": rows, "faults": as_json(judge.faults), "total": kinds}))
        return
    sums = {name: sum(row[name] for row in rows) for name in COLUMNS[2:]}
    print(f"total {sums}; faults by kind: {kinds or 'none'}")


if __name__ == "__main__":
    sys.exit(main())
