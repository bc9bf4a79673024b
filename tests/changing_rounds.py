"""Rounds of an edition of a changing site, and what it has to be after each.

A round changes the site, syncs, and looks: every article that could be had is in the feed once,
with the text that the site has and the guid that it got at first; none is asked for twice.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import feedparser
from changing_site import FEED_ITEMS, Article, ChangingSite

if TYPE_CHECKING:
    from collections.abc import Callable

    from runner import Press

CONFIGURATION = """
[show]
title = "The Post"
[edition]
address = "https://audio.example.org/"
withdraw_missing = true
[[sources]]
source = "{base}/feed.xml"
[[sources]]
source = "{base}/sitemap.xml"
"""


@dataclass
class Tally:
    """What went wrong over all rounds; all 0 is right."""

    lost: int = 0
    doubled: int = 0
    wrong_text: int = 0
    moved_guids: int = 0
    not_withdrawn: int = 0
    too_early: int = 0
    asked_twice: int = 0
    needless: int = 0
    spoken_again: int = 0
    requests: int = 0
    spoken: int = 0
    told: list[str] = field(default_factory=list)

    def faults(self) -> dict[str, int]:
        told = {name: value for name, value in vars(self).items() if isinstance(value, int)}
        return {name: value for name, value in told.items() if name not in {"requests", "spoken"}}


class Rounds:
    """An edition of a site, round by round."""

    def __init__(self, press: Press, site: ChangingSite) -> None:
        self.press, self.site, self.tally = press, site, Tally()
        self.texts: dict[int, list[str]] = {}  # what was last to be had of an article
        self.guids: dict[int, str] = {}
        press.folder.mkdir(parents=True, exist_ok=True)
        file = press.folder / "audiopress.toml"
        file.write_text(CONFIGURATION.format(base=site.base), "utf-8")

    def run(self, name: str, change: Callable[[], Any]) -> None:
        """Do one round."""
        self.site.calm()
        change()
        before = self._texts_now()
        self.site.requests.clear()
        self.site.statuses.clear()
        done = self.press.run("sync", "--json", "--allow-private", ok=False)
        report = json.loads(done.stdout)
        self.tally.requests += self.site.requests.total()
        self.tally.spoken += report["totals"]["spoken"]
        self._look(name, before, report)

    def _texts_now(self) -> dict[int, list[str]]:
        return {number: list(texts) for number, texts in self.texts.items()}

    def _look(self, name: str, before: dict[int, list[str]], report: dict[str, Any]) -> None:
        site, tally = self.site, self.tally
        told, live = len(tally.told), site.list_live()
        in_feed = {each.number for each in live[:FEED_ITEMS]} if not site.feed_trouble else set()
        listed = in_feed | ({each.number for each in live} if not site.sitemap_trouble else set())
        for article in live:
            whole = article.whole_in_feed and article.number in in_feed
            had = article.number in listed and (
                whole or article.trouble not in {"500", "malformed"}
            )
            if had and not article.future:
                self.texts[article.number] = list(article.paragraphs)
        quiet = not (site.feed_trouble or site.sitemap_trouble)
        if quiet:
            for article in site.articles.values():
                if article.deleted:
                    self.texts.pop(article.number, None)
        self._compare(name, quiet)
        self._count_requests(name, in_feed)
        new = {
            line for number, lines in self.texts.items()
            for line in set(lines) - set(before.get(number, ()))
        }  # fmt: skip
        first = {number for number in self.texts if number not in before}
        # Of a new article the headline, the line on it and the disclosure besides.
        bound = len(new) + 4 * len(first)
        if report["totals"]["spoken"] > bound:
            tally.spoken_again += report["totals"]["spoken"] - bound
            spoken = {each["slug"]: each["spoken"] for each in report["articles"] if each["spoken"]}
            tally.told.append(f"{name}: {bound} paragraphs expected, spoken were {spoken}")
        # What is wrong may come of what failed, as where an answer took too long.
        errors = [each["error"] for each in report["articles"] if each["error"]]
        if len(tally.told) > told:
            tally.told += [f"{name}: {each['where']}: {each['message']}" for each in errors]

    def _compare(self, name: str, quiet: bool) -> None:
        tally = self.tally
        feed = feedparser.parse((self.press.folder / "output" / "feed.xml").read_bytes())
        found = Counter(self._find_number(entry.title) for entry in feed.entries)
        said = self._read_texts()
        for entry in feed.entries:
            number = self._find_number(entry.title)
            if self.guids.setdefault(number, entry.id) != entry.id:
                tally.moved_guids += 1
                tally.told.append(f"{name}: article {number} has another guid")
        for number, texts in self.texts.items():
            if not found[number]:
                tally.lost += 1
                tally.told.append(f"{name}: article {number} is lost")
            elif found[number] > 1:
                tally.doubled += 1
                tally.told.append(f"{name}: article {number} is doubled")
            elif not set(texts) <= said.get(self.guids[number], set()):
                tally.wrong_text += 1
                tally.told.append(f"{name}: article {number} says something else")
        for number in found:
            article = self.site.articles[number]
            if article.future:
                tally.too_early += 1
                tally.told.append(f"{name}: article {number} is published early")
            elif quiet and article.deleted:
                tally.not_withdrawn += 1
                tally.told.append(f"{name}: article {number} is not withdrawn")

    @staticmethod
    def _find_number(title: str) -> int:
        return int(title.rpartition("report ")[2])

    def _read_texts(self) -> dict[str, set[str]]:
        """Return by guid what the last version of each article said."""
        records = (
            json.loads(path.read_text("utf-8"))
            for path in (self.press.folder / "ledger" / "articles").rglob("*.json")
        )
        return {each["guid"]: set(each["texts"][-1]["lines"]) for each in records if each["texts"]}

    def _count_requests(self, name: str, in_feed: set[int]) -> None:
        tally, site = self.tally, self.site
        # An old address is asked where an article has gone to, and leads to the new one.
        moved = {each.path for each in site.articles.values() if each.moved}
        for path, count in site.requests.items():
            if count > 1 + (path in moved):
                tally.asked_twice += count - 1
                tally.told.append(f"{name}: {path} was asked {count} times")
        for article in site.articles.values():
            if article.whole_in_feed and article.number in in_feed and site.requests[article.path]:
                tally.needless += not article.moved
                tally.told += [f"{name}: {article.path} stands in the feed"] * (not article.moved)


def play(rounds: Rounds, articles: int, say: Callable[[str], None] = lambda _: None) -> Tally:
    """Play twenty rounds with a site of so many articles at its start, and return the tally."""
    site, chance = rounds.site, rounds.site.random

    def pick(count: int, **wanted: Any) -> list[Article]:
        live = [each for each in site.list_live() if not (each.future or each.canonical)]
        return chance.sample(live, min(count, len(live)))

    few = max(1, articles // 20)

    def trouble(kind: str) -> None:
        for each in pick(few):
            each.trouble = kind

    def edit_in_trouble() -> None:
        for each in pick(few):
            site.edit(each)
            each.trouble = "500"

    def lie_about_home() -> None:
        for each in [site.add() for _ in range(few)]:
            each.canonical = f"{site.base}/"

    def constant_feed() -> None:
        site.feed_etag = site.feed_etag or '"always"'
        site.add()

    steps: list[tuple[str, Callable[[], Any]]] = [
        ("first", lambda: [site.add() for _ in range(articles)]),
        ("nothing", lambda: None),
        ("new", lambda: [site.add() for _ in range(few)]),
        ("edited", lambda: [site.edit(each) for each in pick(2 * few)]),
        ("moved", lambda: [site.move(each, redirects=True) for each in pick(few)]),
        ("moved without a trace", lambda: [site.move(e, redirects=False) for e in pick(few)]),
        ("deleted", lambda: [site.delete(each) for each in pick(few)]),
        ("errors", lambda: trouble("500")),
        ("edited with errors", edit_in_trouble),
        ("mended", lambda: None),
        ("slow", lambda: trouble("slow")),
        ("malformed pages", lambda: trouble("malformed")),
        ("feed fails", lambda: (setattr(site, "feed_trouble", "500"), site.add())),
        ("sitemap breaks off", lambda: (setattr(site, "sitemap_trouble", "malformed"), site.add())),
        ("lying etag", lambda: [site.edit(each, lying=True) for each in pick(few)]),
        ("canonical is the home page", lie_about_home),
        ("named twice and in the future", lambda: (trouble("twice"), site.add(future=True))),
        (
            "moved and edited",
            lambda: [(site.move(e, redirects=True), site.edit(e)) for e in pick(few)],
        ),
        ("everything", lambda: (edit_in_trouble(), site.add(), [site.delete(e) for e in pick(1)])),
        ("calm", lambda: None),
    ]
    for number, (name, change) in enumerate(steps, start=1):
        rounds.run(f"round {number}, {name}", change)
        unchanged = sum(n for (_, status), n in site.statuses.items() if status == 304)
        say(f"{number:>2} {name:<32} {site.requests.total():>4} requests, {unchanged:>3} unchanged")
    return rounds.tally
