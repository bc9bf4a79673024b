"""Values made by hand for the tests of publish: two episodes, a show, a timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

from audiopress.model import (
    Chapter,
    Cue,
    Enclosure,
    Episode,
    Role,
    Selector,
    Show,
    Timeline,
    Utterance,
    Word,
)

RATE = 44100
BORN = datetime(2026, 11, 3, 6, 30, tzinfo=UTC)

TEXTS: tuple[tuple[Role, str, str], ...] = (
    ("headline", "The tide mill starts again", "The tide mill starts again"),
    ("opening", "By Ada Pember, 3 November 2026.", "By Ada Pember, the third of November 2026."),
    (
        "standfirst",
        "After forty years of silence the wheel at Sallow Creek turns with the sea.",
        "After forty years of silence the wheel at Sallow Creek turns with the sea.",
    ),
    (
        "body",
        (
            "At 5.40 a.m. the sluice opened and the old wheel, all 4.2 tonnes of it, began to move"
            ". Nobody on the quay said a word until it had gone round twice; then a child clapped."
        ),
        (
            "At five forty in the morning the sluice opened and the old wheel, all four point two "
            "tonnes of it, began to move. Nobody on the quay said a word until it had gone round "
            "twice; then a child clapped."
        ),
    ),
    ("heading", "How it was done", "How it was done"),
    (
        "list_item",
        "Elm paddles, cut from trees felled in the storm of 2019",
        "Elm paddles, cut from trees felled in the storm of twenty nineteen",
    ),
    ("list_item", "A new iron shaft & bearings", "A new iron shaft and bearings"),
    ("quote", "“It is slow, and that is the point.”", "“It is slow, and that is the point.”"),
    ("heading", "What comes next", "What comes next"),
    ("body", "Flour, the trust says, by <Easter>.", "Flour, the trust says, by Easter."),
    ("disclosure", "Read by a synthetic voice.", "Read by a synthetic voice."),
)


def utterance(role: Role, source: str, spoken: str, paragraph: int) -> Utterance:
    return Utterance(
        role=role,
        source=source,
        spoken=spoken,
        language="en-GB",
        voice="joe",
        pause=RATE // 2,
        paragraph=paragraph,
        selector=Selector(exact=source, prefix="", suffix=""),
    )


def words_of(spoken: str, start: int, end: int) -> tuple[Word, ...]:
    """Give every word of ``spoken`` its share of the time between ``start`` and ``end``."""
    found, at = [], 0
    step = (end - start) / max(1, len(spoken))
    for word in spoken.split():
        at = spoken.index(word, at)
        to = at + len(word)
        found.append(
            Word(start=start + round(at * step), end=start + round(to * step), at=at, to=to)
        )
        at = to
    return tuple(found)


def timeline(texts: tuple[tuple[Role, str, str], ...] = TEXTS) -> Timeline:
    cues, chapters, at = [], [], RATE // 2
    for number, (role, source, spoken) in enumerate(texts):
        end = at + len(spoken) * RATE // 15
        said = utterance(role, source, spoken, number)
        cues.append(Cue(utterance=said, start=at, end=end, words=words_of(spoken, at, end)))
        if role == "heading":
            chapters.append(Chapter(start=at, title=source))
        at = end + said.pause
    return Timeline(rate=RATE, samples=at + RATE, cues=tuple(cues), chapters=tuple(chapters))


def episode(number: int = 0, **changes: object) -> Episode:
    key = f"{number:08x}" + "ab" * 28
    slug = f"tide-mill-{number}"
    made = Episode(
        id=f"id{number}",
        guid=f"urn:example:tide-mill:{number}",
        slug=slug,
        key=key,
        title="The tide mill starts again",
        summary="After forty years of silence the wheel at Sallow Creek turns with the sea.",
        published=BORN + timedelta(hours=number),
        changed=BORN + timedelta(hours=number, minutes=5),
        language="en-GB",
        enclosure=Enclosure(path=f"episodes/{slug}/{key[:8]}/{slug}.mp3", length=123_456 + number),
        rate=RATE,
        samples=timeline().samples,
        byline="Ada Pember",
        section="Coast",
        url=f"https://news.example/coast/tide-mill-{number}",
        narrators=("joe",),
        chapters=True,
        words=120,
    )
    return replace(made, **changes)


def show(**changes: object) -> Show:
    made = Show(
        title="The Sallow Listener",
        description="The week's stories from the creek, read aloud.",
        author="The Sallow Courier",
        email="desk@news.example",
        link="https://news.example/",
        language="en-GB",
        category="News > Daily News",
        address="https://listen.news.example/edition/",
        guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
        artwork="artwork-0123abcd.png",
        copyright="© 2026 The Sallow Courier",
    )
    return replace(made, **changes)


class PageTags(HTMLParser):
    """All start tags with their attributes, and the text of every script."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self.feed(body.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] and self.tags[-1][0] == "script":
            self.scripts[-1] += data
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]
