"""What the edition should be after a round, and where it is otherwise."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.campaigns.second_site.articles import Article, Version, words_of
from tests.campaigns.second_site.changes import UNSURE
from tests.campaigns.second_site.pages import NEWEST, Site

if TYPE_CHECKING:
    from tests.campaigns.second_site.edition import Episode, Round
    from tests.campaigns.second_site.server import Asked


@dataclass
class Fault:
    """Something that is not as it should be."""

    round: int
    kind: str
    article: int | None
    expected: str
    came: str
    story: list[str] = field(default_factory=list)


@dataclass
class Known:
    """What the edition had of an article after the round before."""

    guid: str
    date: str
    version: int
    item: Episode


@dataclass
class Judge:
    """Compares rounds with the site, and remembers what was published."""

    known: dict[int, Known] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    fetched: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)  # told once
    doubled: set[int] = field(default_factory=set)  # told once
    unsure_before: bool = False
    log: list[Asked] = field(default_factory=list)
    lied: bool = False  # the server has said 304 wrongly

    def expect(self, site: Site) -> None:
        """Say what must be in the edition after this round."""
        unsure = bool((site.feed | site.sitemap) & UNSURE)
        for article in site.articles:
            if article.state != "public" or site.maintenance:
                continue
            trouble = site.page_trouble.get(article.path)
            reached = trouble in {None, "busy"} or (trouble == "unchanged" and not unsure)
            new = article.number not in self.known
            if reached and not (new and unsure) and not self._by_feed(site, article, unsure):
                article.due, article.least = True, len(article.versions) - 1

    def _by_feed(self, site: Site, article: Article, unsure: bool) -> bool:
        """Whether its text is the feed's, which may be an old one in this round."""
        newest = [a.number for a in site.listed()[:NEWEST]]
        return article.kind == "blog" and article.number in newest and unsure

    def look(self, site: Site, count: int, done: Round, items: list[Episode]) -> dict[str, int]:
        """Compare what was published; figures of the round."""
        self.count, self.site, self.done = count, site, done
        if done.status not in {0, 1} or not done.report:
            self._fault(
                "command", None, "status 0 or 1 and a report", done.errors or str(done.status)
            )
        held: dict[int, list[Episode]] = {}
        for item in items:
            owner = next((a for a in site.articles if a.ship in item.text), None)
            if owner is None and item.guid not in self.strangers:
                self.strangers.add(item.guid)
                self._fault(
                    "stranger", None, "an article of the site", f"{item.title}: {item.text[:120]}"
                )
            elif owner:
                held.setdefault(owner.number, []).append(item)
        guids = Counter(item.guid for item in items)
        for guid in [guid for guid, times in guids.items() if times > 1]:
            self._fault("guid twice", None, "each guid once", guid)
        spoken = done.spoken()
        for article in site.articles:
            self._article(article, held.get(article.number, []), spoken)
        self._requests(site)
        told = Counter(f.kind for f in self.faults if f.round == count)
        return {"published": len(items), "spoken": sum(spoken.values()), **told}

    def _fault(self, kind: str, article: Article | None, expected: str, came: str) -> None:
        story = list(article.story) if article else []
        number = article.number if article else None
        self.faults.append(Fault(self.count, kind, number, expected, came, story))

    def _article(self, article: Article, items: list[Episode], spoken: dict[str, int]) -> None:
        if not items:
            if article.due or article.number in self.known:
                self._fault(
                    "lost", article, f"{article.now.title}, {article.path}", self._said(article)
                )
            return
        undated = "dateless" in self.site.feed and article.state == "future"  # nothing says so
        early = article.state in {"future", "forbidden"} and article.number not in self.known
        if early and not undated:
            self._fault("too early", article, f"not in the feed: {article.state}", items[0].title)
        before = self.known.get(article.number)
        if len(items) > 1 and article.number not in self.doubled:
            self.doubled.add(article.number)
            came = "; ".join(f"{item.guid} {item.link}" for item in items)
            self._fault("doubled", article, f"once, {article.path}", came)
        same = [item for item in items if before and item.guid == before.guid]
        item = (same or items)[0]
        version = self._version(article, item, before)
        if before:
            self._kept(article, item, before, version)
        self._sound(article, item, before, spoken.get(item.guid, 0))
        self._links(article, item)
        date = before.date if before else item.date
        self.known[article.number] = Known(item.guid, date, version, item)

    def _said(self, article: Article) -> str:
        """What the report says of an article that is not there."""
        path = article.path
        said = [a for a in self.done.report.get("articles", []) if path in str(a)]
        notes = [n for n in self.done.report.get("notes", []) if path in str(n)]
        return f"not in the feed; report: {said or notes or 'nothing'}"[:600]

    def _version(self, article: Article, item: Episode, before: Known | None) -> int:
        """Which version was published; a fault if it is none, or an old one."""
        least = max(article.least, before.version if before else 0)
        for number in range(len(article.versions) - 1, -1, -1):
            version = article.versions[number]
            if item.title == version.title and item.words == version.words:
                if number < least:
                    self._fault("old text", article, f"version {least}", f"version {number}")
                if words_of(item.headline) != words_of(version.title):
                    self._fault("headline", article, version.title, item.headline)
                return number
        due = article.versions[max(least, 0)]
        self._fault("text", article, f"as version {least} or later", _difference(due, item))
        return before.version if before else least

    def _kept(self, article: Article, item: Episode, before: Known, version: int) -> None:
        if item.guid != before.guid:
            self._fault("guid changed", article, before.guid, f"{item.guid} {item.link}")
        if item.date != before.date:
            self._fault("date changed", article, before.date, item.date)
        if item.said == before.item.said and item.enclosure != before.item.enclosure:
            moved = item.link != before.item.link or item.title != before.item.title
            if not moved and not article.touched_in(self.count):
                self._fault("sound anew", article, before.item.enclosure, item.enclosure)
        if item.opening != before.item.opening and version == before.version:
            self._fault("opening", article, before.item.opening, item.opening)

    def _sound(self, article: Article, item: Episode, before: Known | None, spoken: int) -> None:
        if before:
            new = len([said for said in item.said if said not in before.item.said])
            if spoken > new:
                self._fault("spoken", article, f"at most {new} paragraphs", f"{spoken}")
            return
        dateless = not article.dated or "dateless" in self.site.feed
        by_day = article.kind == "blog" and dateless  # keeps the day of its first build
        if not by_day and datetime.fromisoformat(item.date) != article.date:
            self._fault("date", article, article.date.isoformat(), item.date)

    def _links(self, article: Article, item: Episode) -> None:
        site = self.site
        odd = site.feed or site.sitemap or site.maintenance or site.page_trouble.get(article.path)
        plain = (
            article.state == "public"
            and not odd
            and article.number not in site.lagging
            and not article.marks.get("canonical")
        )
        if plain and urlsplit(item.link).path.rstrip("/") != article.path:
            self._fault("link", article, article.path, item.link)

    def _requests(self, site: Site) -> None:
        """Two requests for a page that did not change are one too many."""
        touched = {a.path for a in site.articles if a.touched_in(self.count)}
        touched |= {"", "/"}  # where redirects lead
        touched |= set(site.moved) | set(site.page_trouble) | set(site.moved.values())
        times = Counter((a.path, a.query) for a in self.log)
        for (path, query), count in times.items():
            if count > 1 and path.rstrip("/") not in touched:
                self._fault("asked twice", None, f"one request for {path} {query}", str(count))
        lists_change = bool(site.feed or site.sitemap) or self.unsure_before or self.lied
        for asked in self.log:
            again = asked.path in self.fetched and not asked.conditional and asked.status == 200
            plain = asked.path.count("/") > 1 and not asked.path.endswith(("/", "/amp"))
            if again and plain and not lists_change and asked.path not in touched:
                self._fault("asked whole", None, f"a conditional request for {asked.path}", "whole")
        self.fetched |= {a.path for a in self.log if a.status == 200}
        self.unsure_before = bool(site.feed or site.sitemap)


def _difference(version: Version, item: Episode) -> str:
    """Where the words part."""
    if item.words == version.words:
        return f"title {item.title!r}, not {version.title!r}"
    told = []
    for op, a, b, c, d in SequenceMatcher(None, version.words, item.words, False).get_opcodes():
        if op != "equal":
            told.append(
                f"-[{' '.join(version.words[a:b][:40])}] +[{' '.join(item.words[c:d][:40])}]"
            )
    return "; ".join(told)[:900]


def as_json(faults: list[Fault]) -> list[dict]:
    """The faults for programs."""
    return [asdict(fault) for fault in faults]
