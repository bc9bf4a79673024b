"""A story on a page whose whole body a test writes."""

from __future__ import annotations

from audiopress.model import Article, Document, LeftOut, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

HEAD = "Harbour ferry returns after nine years"


STORY = (
    "The first ferry since the storm left the harbour on Monday morning with eighty people on board.",  # noqa: E501
    "Its captain said that the crossing had been calm and that most of the seats had been taken early.",  # noqa: E501
    "A second boat is to follow in the spring, when the pier on the island has been repaired as well.",  # noqa: E501
    "The operator expects to carry forty thousand people a year, half as many as before the storm.",
)


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY)


def read(body: str, title: str = HEAD) -> tuple[Article, tuple[LeftOut, ...]]:
    html = f"<html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    return clean(extract(document, Reading()), Reading())


def said(body: str, title: str = HEAD) -> list[str]:
    return [block.text for block in read(body, title)[0].blocks]
