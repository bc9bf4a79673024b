"""What happens to the made-up newsroom from round to round, as in a real system."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.campaigns.second_site.articles import SECTIONS, Article, Part, body, paragraph, write
from tests.campaigns.second_site.pages import NEWEST, Site

if TYPE_CHECKING:
    from collections.abc import Callable

EDITED = datetime(2026, 9, 1, tzinfo=UTC)
"""After every article: edits are told with dates from here on, an hour a round."""
FUTURE = timedelta(days=400)
"""How far ahead of its day an article is dated by mistake."""
AWAY = 2
"""Rounds that an unpublished article stays away, and a date stays wrong."""


def one_word(site: Site, article: Article) -> None:
    """A correction of one word in a paragraph."""
    parts = list(article.now.parts)
    at = site.chance.randrange(1, len(parts))
    words = parts[at].text.split()
    words[len(words) // 2] = site.chance.choice(["roughly", "barely", "nearly", "fully"])
    parts[at] = Part(parts[at].tag, " ".join(words))
    article.says(parts=parts)


def longer(site: Site, article: Article) -> None:
    """A paragraph more at the end, as in a story that goes on."""
    article.says(parts=[*article.now.parts, paragraph(site.chance)])


def shorter(site: Site, article: Article) -> None:
    """A paragraph is cut out."""
    parts = list(article.now.parts)
    tags = [n for n, part in enumerate(parts) if part.tag == "p" and 1 < n < len(parts) - 1]
    if len(parts) > 4 and tags and not parts[tags[0]].text.endswith(":"):
        del parts[tags[0]]
    article.says(parts=parts)


def rewritten(site: Site, article: Article) -> None:
    """Other words at the same address."""
    article.says(parts=body(site.chance, article.ship, article.now.title))


def retitled(site: Site, article: Article) -> None:
    """Another headline."""
    title = f"The {article.ship} and the {site.chance.randrange(3, 99)} questions it leaves behind"
    article.says(title=title)


def _move(site: Site, article: Article, path: str) -> None:
    old, article.path = article.path, path
    site.moved.pop(path, None)
    site.moved[old] = path


def new_slug(site: Site, article: Article) -> None:
    """The end of the address changes, and the old one leads there."""
    _move(site, article, f"{article.path}-{site.chance.randrange(100, 999)}")


def new_section(site: Site, article: Article) -> None:
    """An editor moves it to another folder."""
    here = article.path.split("/")
    there = site.chance.choice([name for name in SECTIONS if name != here[1]])
    _move(site, article, f"/{there}/{here[2]}")


def moved_and_edited(site: Site, article: Article) -> None:
    """Another address and a word at once."""
    new_slug(site, article)
    one_word(site, article)


def moved_and_gone(site: Site, article: Article) -> None:
    """Another address; the old one says 410."""
    old = article.path
    new_slug(site, article)
    del site.moved[old]
    site.gone[old] = 410


def lists_disagree(site: Site, article: Article) -> None:
    """The sitemap has the old address for a round longer than the feed."""
    site.unlisted[article.number] = article.path
    new_slug(site, article)


def feed_lags(site: Site, article: Article) -> None:
    """The feed comes from a cache and has the old address for a round longer than the sitemap."""
    site.lagging[article.number] = article.path
    new_slug(site, article)


def deleted(site: Site, article: Article) -> None:
    """Gone for good, with 404 or 410."""
    article.state = "gone"
    site.gone[article.path] = site.chance.choice([404, 410])


def hidden(site: Site, article: Article) -> None:
    """Taken back, to come again in some rounds."""
    article.state = "hidden"


def canonical_home(site: Site, article: Article) -> None:
    """A plug-in names the home page as the address of it."""
    article.marks["canonical"] = "home"


def packed(site: Site, article: Article) -> None:
    """Sent with gzip from now on."""
    article.marks["packed"] = "yes"


def charset(site: Site, article: Article) -> None:
    """Sent in another encoding from now on, under a name that is only nearly right."""
    article.marks["charset"] = site.chance.choice(["iso-8859-1", "bom", "us-ascii"])


def quietly_edited(site: Site, article: Article) -> None:
    """An edit that no list tells of; the page's own ETag does."""
    one_word(site, article)


def frozen_edited(site: Site, article: Article) -> None:
    """An edit under the ETag of before, which the sitemap tells of."""
    article.marks["frozen"] = "yes"
    site.page_trouble[article.path] = "unchanged"
    one_word(site, article)


CHANGES: list[Callable[[Site, Article], None]] = [
    one_word, longer, rewritten, retitled, new_slug, new_section, moved_and_edited, shorter,
    moved_and_gone, lists_disagree, feed_lags, deleted, hidden, canonical_home, packed, charset,
    quietly_edited, one_word,
]  # fmt: skip
"""What happens to single articles; each round takes some, in turn."""
TROUBLES = ["broken", "drops", "short", "torn", "sorry", "loops", "homeward", "busy", "broken"]
"""How single pages fail for a round, in turn; ``hangs`` comes twice a run, for it is slow."""
LISTS = [
    ("feed", "twice"), ("feed", "counted"), ("sitemap", "slashes"), ("sitemap", "twins"),
    ("feed", "zones"), ("feed", "cut"), ("sitemap", "one-date"), ("feed", "shuffled"),
    ("sitemap", "fails"), ("feed", "dateless"), ("feed", "fails"), ("sitemap", "dateless"),
    ("feed", "renumbered"), ("sitemap", "cut"), ("feed", "page"), ("feed", "empty"),
    ("sitemap", "page"), ("feed", "packed"), ("sitemap", "packed"),
]  # fmt: skip
"""What is odd about a list for a round, in turn."""
UNSURE = {"cut", "fails", "page", "empty", "dateless"}
"""Lists that do not tell everything: what is new in such a round may come later."""


def begin(site: Site, articles: int) -> None:
    """The site as it is before the first round."""
    for _ in range(articles):
        publish(site)
    forbidden = publish(site, "news")
    forbidden.path, forbidden.state = forbidden.path.replace("/", "/staff/", 1), "forbidden"


def publish(site: Site, kind: str | None = None) -> Article:
    """One article more."""
    site.articles.append(write(site.chance, len(site.articles), kind))
    return site.articles[-1]


def end_troubles(site: Site, count: int) -> None:
    """What went wrong in the round before is mended; what was away comes back."""
    site.page_trouble.clear()
    site.feed.clear()
    site.sitemap.clear()
    site.unlisted.clear()
    site.lagging.clear()
    site.maintenance = False
    for article in site.articles:
        article.marks.pop("canonical", None)
        since = int(article.story[-1].split(":")[0]) if article.story else count
        if article.state == "hidden" and count - since >= AWAY:
            article.state = "public"
            article.story.append(f"{count}: back")
        if article.state == "future" and count - since >= AWAY:
            article.state, article.date = "public", article.date - FUTURE
            article.story.append(f"{count}: dated right")


def change(site: Site, count: int, rounds: int) -> list[str]:
    """What happens before the ``count``-th round (of 1 and more); names of it."""
    end_troubles(site, count)
    if count == rounds:
        return ["calm"]
    told = [_new(site, count, n) for n in range(site.chance.randrange(1, 4))]
    told += _single(site, count, rounds)
    where, odd = LISTS[count % len(LISTS)]
    getattr(site, where).add(odd)
    told.append(f"{where} {odd}")
    if count % 3 == 0:
        site.read_most = f"<p>{count * 17} people read this</p>"
    if count == rounds // 2:
        site.design += 1
        told.append("another design")
    if count in {rounds // 3, rounds - 2}:
        site.maintenance = True
        told.append("maintenance")
    return told


def _new(site: Site, count: int, which: int) -> str:
    article = publish(site)
    name = "new"
    if which == 1 and count % 4 == 0:
        article.state, article.date, name = "future", article.date + FUTURE, "new in the future"
    elif which == 1:
        article.dated, name = False, "new without a date in the feed"
    article.story.append(f"{count}: {name}")
    return name


def _single(site: Site, count: int, rounds: int) -> list[str]:
    """Some articles change, some pages fail."""
    free = [a for a in site.articles if a.state == "public" and not a.touched_in(count)]
    young, old = free[-NEWEST:], free[:-NEWEST]
    free = [*young[::3], *site.chance.sample(old, min(len(old), NEWEST // 3))]
    site.chance.shuffle(free)
    kinds = [CHANGES[(count * 6 + n) % len(CHANGES)] for n in range(6)]
    if count > rounds // 2 and not site.sitemap:
        kinds.append(frozen_edited)
    told = []
    for kind in kinds:
        if not free:
            break
        article = free.pop()
        article.marks.pop("frozen", None)
        kind(site, article)
        if kind is not quietly_edited:
            article.told = EDITED + timedelta(hours=count)
        article.story.append(f"{count}: {kind.__name__}")
        told.append(kind.__name__)
    troubles = [TROUBLES[(count * 3 + n) % len(TROUBLES)] for n in range(3)]
    troubles += ["hangs"] if count in {5, 13} else []
    for trouble, article in zip(troubles, free, strict=False):
        site.page_trouble[article.path] = trouble
        article.story.append(f"{count}: page {trouble}")
        told.append(trouble)
    return told
