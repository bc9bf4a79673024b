"""Articles of a made-up newsroom: what they say, and what they have said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

FIRST = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
"""When the oldest article was published; each next one is some hours younger."""
STEP = timedelta(hours=7, minutes=13)
"""Between two articles: no two share an hour, so that the order by date is plain."""
SECTIONS = ["news", "sport", "culture", "business"]
"""Folders of the site; an editor moves articles between them."""
PEOPLE = ["Maud Ferris", "Owen Talbot", "Ines Carvalho", "Dev Rana", "Petra Novak", "Sam Achebe"]
"""Who writes, and who is quoted."""
PLACES = ["Marlow", "Tenby", "Kelso", "Whitby", "Ludlow", "Oban", "Penzance", "Hexham", "Cromer"]
"""Where things happen."""
SUBJECTS = [
    "swimming baths",
    "night bus",
    "corn exchange",
    "cider press",
    "canal lock",
    "brass band",
    "county archive",
    "paper mill",
    "rowing club",
    "seed library",
]
"""What an article is about."""
TURNS = [
    "will close for repairs after engineers found cracks in the east wall",
    "has reopened with money that readers of this paper collected in spring",
    "is to be sold to a charity which promises to keep every member of its staff",
    "broke its own record on Saturday in front of the largest crowd in years",
    "has asked the county to look again at a bill that it says it cannot pay",
    "was at the centre of a quarrel that kept councillors at their desks past midnight",
]
"""What happened to it."""
SENTENCES = [
    "The {subject} in {place} cost {sum} pounds in {year}, and {person} still has the receipt.",
    "“Nobody told us until the {weekday} before,” said {person}, who has lived there since {year}.",
    "By {weekday} morning {count} letters had arrived, more than in the whole of {year}.",
    "{person} of {place} counted {count} people at the gate and gave up counting at noon.",
    "A report of {count} pages, which we have seen, says that the work was due in {year}.",
    "The café across the road has put up its prices by {small} per cent since then.",
    "In {place}, which tried the same in {year}, the plan was dropped after {small} weeks.",
    "Asked about the {sum} pounds, the council’s treasurer, {person}, did not answer.",
    "It rained on {small} of the {count} days that the builders had been given for the roof.",
    "Children from {place} painted a picture of it that is {small} metres wide.",
]
"""What paragraphs are put together from."""
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
"""For the sentences."""


@dataclass(frozen=True)
class Part:
    """A block of an article."""

    tag: str  # p, h2, li or blockquote
    text: str


@dataclass(frozen=True)
class Version:
    """What an article said at one time."""

    title: str
    parts: tuple[Part, ...]

    @property
    def words(self) -> list[str]:
        """The words of the body, in order."""
        return words_of(" ".join(part.text for part in self.parts))


@dataclass
class Article:
    """An article with all that it has said so far."""

    number: int
    kind: str  # news: the feed has a summary; blog: the feed has the whole text
    path: str
    byline: str
    date: datetime
    versions: list[Version]
    ship: str  # a name that stands in no other article: it is told by it
    state: str = "public"  # public, gone, hidden, future, forbidden
    dated: bool = True  # the feed gives its date
    due: bool = False  # it must be in the edition
    least: int = 0  # the oldest version that the edition may have now
    told: datetime | None = None  # what lists say of its last change
    story: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)  # what is wrong with its page for good

    @property
    def now(self) -> Version:
        """What it says now."""
        return self.versions[-1]

    def touched_in(self, count: int) -> bool:
        """Whether something happened to it before that round."""
        return bool(self.story) and self.story[-1].startswith(f"{count}:")

    def says(self, title: str | None = None, parts: list[Part] | None = None) -> None:
        """Give it another version."""
        now = self.now
        self.versions.append(Version(title or now.title, tuple(parts or now.parts)))


def words_of(text: str) -> list[str]:
    """The words of a text, without marks."""
    return re.findall(r"\w+", text.casefold())


def sentence(chance: random.Random) -> str:
    """A sentence with names and figures of its own."""
    return chance.choice(SENTENCES).format(
        subject=chance.choice(SUBJECTS),
        place=chance.choice(PLACES),
        person=chance.choice(PEOPLE),
        weekday=chance.choice(WEEKDAYS),
        sum=chance.randrange(1_100, 98_000),
        year=chance.randrange(1903, 2024),
        count=chance.randrange(100, 999),
        small=chance.randrange(3, 90),
    )


def paragraph(chance: random.Random) -> Part:
    """A paragraph of two to four sentences."""
    return Part("p", " ".join(sentence(chance) for _ in range(chance.randrange(2, 5))))


def body(chance: random.Random, ship: str, lead: str) -> list[Part]:
    """The blocks of an article: a lead, paragraphs, sometimes a heading, a list, a quotation."""
    parts = [Part("p", f"{lead}, as the crew of the {ship} were the first to hear.")]
    parts += [paragraph(chance) for _ in range(chance.randrange(4, 8))]
    if chance.random() < 0.4:
        title = f"What {chance.choice(PEOPLE)} found in {chance.choice(PLACES)}"
        parts.insert(3, Part("h2", title))
    if chance.random() < 0.3:
        parts.insert(2, Part("blockquote", f"I told {sentence(chance).replace('“', '')}"))
    if chance.random() < 0.3:
        parts.insert(-1, Part("p", f"Three things were agreed on board the {ship}:"))
        for _ in range(3):
            parts.insert(-1, Part("li", sentence(chance)))
    return parts


def ship_name(chance: random.Random, number: int) -> str:
    """A name that no other article has."""
    made = "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3))
    return f"{made.title()} {made[::-1].title()}{'abcdefghij'[number % 10]}"


def write(chance: random.Random, number: int, kind: str | None = None) -> Article:
    """A new article, the ``number``-th of the site."""
    ship = ship_name(chance, number)
    subject, place, turn = chance.choice(SUBJECTS), chance.choice(PLACES), chance.choice(TURNS)
    title = f"{place}’s {subject}: what the {ship} brought to light"
    lead = f"The {subject} of {place} {turn}"
    section = chance.choice(SECTIONS)
    slug = re.sub(r"\W+", "-", f"{place} {subject} {ship}".lower())
    return Article(
        number=number,
        kind=kind or chance.choice(["news", "news", "blog"]),
        path=f"/{section}/{slug}",
        byline=chance.choice(PEOPLE),
        date=FIRST + STEP * number,
        versions=[Version(title, tuple(body(chance, ship, lead)))],
        ship=ship,
    )
