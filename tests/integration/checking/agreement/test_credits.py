"""Who wrote it, who speaks it and where it belongs is said alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.checking.agreement.planting import MILL, change, change_record, find_wrong

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

PERSON = r'(role="narrator"[^>]*>)[^<]*'

FAULTS: dict[str, tuple[Plant, str]] = {
    "a person as the narrator": (change("feed.xml", PERSON, r"\1Ann Bo"), "narrators"),
    "a record of another voice": (
        change(f"{MILL}/????????/alignment.json", r'narrators":\[[^]]*', 'narrators":["Ann Bo"'),
        "narrators",
    ),
    "an author of the feed": (change("feed.xml", r'(role="author"[^>]*>)', r"\1x"), "byline"),
    "an author of the page": (change(f"{MILL}/index.html", 'byline">Ann', 'byline">Jo'), "byline"),
    "an author of the data": (
        change(f"{MILL}/index.html", r'(Person","name":")Ann', r"\1Jo"),
        "byline",
    ),
    "an author of the frame": (
        change_record(f"{MILL}/oembed.json", lambda it: it.update(author_name="Jo")),
        "byline",
    ),
    "an author of the front": (
        change("index.html", 'byline">Ann', 'byline">Jo'),
        "episodes of the front page",
    ),
    "a section of the page": (
        change(f"{MILL}/index.html", 'section">Water', 'section">Town'),
        "section",
    ),
    "a section of the front": (
        change("shows/water/index.html", 'section">Water', 'section">Town'),
        "episodes of the front page",
    ),
    "a section of the feed": (change("feed.xml", "<category>Town", "<category>Water"), "section"),
    "an original of the frame": (
        change_record(f"{MILL}/oembed.json", lambda it: it.update(author_url="https://x.example")),
        "oEmbed",
    ),
    "a picture of the frame": (
        change_record(f"{MILL}/oembed.json", lambda it: it.update(thumbnail_url="https://x.io/a")),
        "oEmbed",
    ),
    "a frame that leads to another episode": (
        change(f"{MILL}/embed.html", 'href="index.html"', 'href="../the-ferry-of-sallow/"'),
        "embedded page",
    ),
    "a frame without its height": (
        change(f"{MILL}/embed.html", " data-frame", ""),
        "embedded page",
    ),
    "a notice that is spoken as a body": (
        change(f"{MILL}/????????/alignment.json", 'role":"disclosure', 'role":"body'),
        "paragraphs of the page",
    ),
    "a paragraph spoken in another language": (
        change_record(
            f"{MILL}/????????/alignment.json", lambda it: it["paragraphs"][4].update(language="de")
        ),
        "paragraphs of the page",
    ),
    "an item that says it to programs only": (
        change("feed.xml", r"(?:<p>)?Read aloud by a synthetic voice\.(?:</p>)?(?=\]|</d)", "", 9),
        "ai-content of an item",
    ),
    "an archive elsewhere": (
        change("feed.xml", "<docs>", '<atom:link rel="prev-archive" href="https://x.io/1"/><docs>'),
        "archive pages",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_said_otherwise_is_named(name: str, shown: Path) -> None:
    plant, check = FAULTS[name]
    plant(shown)
    assert check in find_wrong(shown)
