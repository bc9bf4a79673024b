"""What is kept of an article that was looked at, once its sound is out of memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from audiopress.checking.receipt import Receipt

if TYPE_CHECKING:
    from audiopress.checking.feed.nodes import FeedNode
    from audiopress.checking.files.curves import SoundCurves
    from audiopress.checking.version import Version
    from audiopress.checking.words.heard_paragraphs import HeardParagraph

__all__ = ["CheckedArticle", "SpokenPart"]

_BEGINNING: Final = 200
"""Characters of a paragraph that are kept: more than is shown of it anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenPart:
    """A paragraph: ``start`` and ``end`` in seconds, and the beginning of its text as written."""

    start: float
    end: float
    beginning: str
    role: str = ""


@dataclass(slots=True, kw_only=True)
class CheckedArticle:
    """An item of a feed, what was found of it, and how its sound looks, where it could be opened.

    ``heard`` has what a recogniser heard of each paragraph, where one was asked.
    """

    title: str
    link: str
    date: str
    receipt: Receipt = field(default_factory=Receipt)
    path: str = ""
    size: int = 0
    digest: str = ""
    language: str = ""
    parts: tuple[SpokenPart, ...] = ()
    curves: SoundCurves | None = None
    heard: list[HeardParagraph] = field(default_factory=list)

    @classmethod
    def of_item(cls, item: FeedNode) -> CheckedArticle:
        """Return the article of an item, with nothing found yet."""
        title = item.text("title") or item.text("guid")
        return cls(title=title, link=item.text("link"), date=item.text("pubDate"))

    def note_version(self, version: Version) -> None:
        """Keep what is told of a version's files: name, size and sha256 of the sound, the text."""
        self.path = version.path
        self.size = len(version.sound)
        self.digest = hashlib.sha256(version.sound).hexdigest()
        self.note_alignment(version.alignment)

    def note_alignment(self, alignment: dict[str, Any]) -> None:
        """Keep what an alignment says of the language and the paragraphs."""
        self.language = str(alignment.get("language") or "")
        self.parts = tuple(
            SpokenPart(
                start=each["start"],
                end=each["end"],
                beginning=each["source"][:_BEGINNING],
                role=str(each.get("role") or ""),
            )
            for each in alignment.get("paragraphs", [])
        )
