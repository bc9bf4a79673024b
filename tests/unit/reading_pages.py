# ruff: noqa: E501 - written as pages write it
"""A story on a page, with what a test puts in its middle."""

from __future__ import annotations

from audiopress.model import Document, Reading
from audiopress.reading.cleaning.pipeline import clean
from audiopress.reading.extract import extract

HEAD = "Council keeps the old library open for another year"


STORY = [
    "The council voted on Tuesday night to keep the old library open until the end of next year.",
    "Residents had collected more than four thousand signatures against the plan to sell the building.",
    "The mayor said that the money for the roof would have to be found in the budget for the schools.",
    "A decision on the future of the building is expected after the summer, the council said in a statement.",
]


def read(inside: str) -> tuple[list[str], list[tuple[str, str]]]:
    """What is said of a story with ``inside`` in its middle, and what is left out and why."""
    first, second, *rest = (f"<p>{text}</p>" for text in STORY)
    html = f"<html lang=en><head><title>{HEAD}</title></head><body><main><h1>{HEAD}</h1><div class=text>{first}{second}{inside}{''.join(rest)}</div></main></body></html>"
    document = Document(uri="https://example.org/a", media_type="text/html", body=html.encode())
    article, left_out = clean(extract(document, Reading()), Reading())
    return [block.text for block in article.blocks], [(out.text, out.reason) for out in left_out]
