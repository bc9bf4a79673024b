"""The keys of a front matter in the pages, made from the code that reads them.

``tests/reference_pages.py --write`` puts the table below its mark ``<!-- front matter -->``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reading_tables import make_table
from reference_settings import read_sentences

from audiopress.reading.formats.front_matter_values import KEYS, TAGS, FrontMatter

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = re.compile(r"(<!-- front matter -->\n\n)((?:\|.*\n)*)")
"""The table in a page, with the mark above it."""

HEAD = ("key", "such as", "what it gives")
"""What stands over the columns."""

OTHER_KEYS = {"tags": TAGS, "draft": ("draft", "published", "status"), "opted_out": ("audio",)}
"""Keys of values that are not chosen by their first key alone."""

EXAMPLES = {
    "title": "title: The ferry is late again",
    "byline": "author: [Mary Smith, John Brown]",
    "standfirst": "standfirst: Ice in the harbour",
    "published": "date: 2024-05-03",
    "modified": "updated: 3 May 2024",
    "language": "language: en-GB",
    "section": "section: Harbour",
    "image": "image: ferry.jpg",
    "canonical": "canonical: https://example.org/ferry",
    "declared_id": "id: ferry-late",
    "tags": "tags: [ferry, ice]",
    "draft": "draft: true",
    "opted_out": "audio: false",
}
"""A line of YAML for each value."""


def fill_front_matter(text: str) -> str:
    """Return the text of a page with the table below its mark."""
    return MARK.sub(lambda found: found[1] + make_table(HEAD, list_keys()), text)


def list_keys() -> Iterator[tuple[str, ...]]:
    """Yield the keys of each value, the first that counts first, an example, and what it gives."""
    sentences = read_sentences(FrontMatter)
    for name, keys in (KEYS | OTHER_KEYS).items():
        said = ", ".join(f"`{key}`" for key in keys)
        yield said, f"`{EXAMPLES[name]}`", sentences[name]
