"""A large edition made of one article: records and sound as a build leaves them, nothing spoken.

One article is built by the program. Every other one is its record under another name and with
other lines, put where the ledger would have it, with a hard link to its sound. What stands around
the articles (feed, pages, ``by-url``) is the program's to make.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.identity import make_guid
from audiopress.settings import load_settings
from audiopress.store.ledger import Ledger, Record
from audiopress.store.ledger_file import encode
from tests.benchmarks.pages import page
from tests.benchmarks.processes import build

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["make_archive"]

_CONFIGURATION = """\
[edition]
address = "https://listen.example.org/"

[show]
title = "The Harbour Post, read"
author = "The Harbour Post"
email = "listen@example.org"
link = "https://harbour-post.example/"

[voices]
body = "tone"
"""

_MOST_LINKS = 50_000
"""Names of one file; ext4 lets it have 65,000."""

_BETWEEN = timedelta(hours=1)
"""Between two articles of the archive: twenty-four a day."""


def make_archive(folder: Path, articles: int, lines: Sequence[str]) -> None:
    """Make an edition of so many articles in a folder: all but what stands around them."""
    (folder / "audiopress.toml").write_text(_CONFIGURATION, "utf-8")
    build(folder, page(folder / "article.html", 0, lines), voice="tone")
    settings = load_settings(folder / "audiopress.toml", root=folder)
    (first,) = Ledger(settings.ledger).load_all()
    sound = settings.output / first.versions[-1].enclosure.path
    for number in range(1, articles):
        record = _make_other(first, number)
        _write(settings.ledger, record)
        media = settings.output / record.versions[-1].enclosure.path
        media.parent.mkdir(parents=True)
        if number % _MOST_LINKS:
            os.link(sound, media)
        else:
            sound = Path(shutil.copyfile(sound, media))


def _make_other(first: Record, number: int) -> Record:
    """Return the record of another article, older than those before it."""
    url = f"https://harbour-post.example/said/{number}/"
    slug, key = f"said-{number}", hashlib.sha256(url.encode()).hexdigest()
    (episode,), (text,), (making,) = first.versions, first.texts, first.makings
    title, published = f"{episode.title} ({number})", first.published - number * _BETWEEN
    other = replace(
        episode,
        id=url, url=url, guid=make_guid(url), slug=slug, key=key, title=title,
        published=published, changed=published, source=f"{number}.html",
        enclosure=replace(
            episode.enclosure, path=f"episodes/{slug}/{key[:8]}/{slug}.mp3"
        ),
        imprint=episode.imprint and replace(episode.imprint, url=url),
    )  # fmt: skip
    return replace(
        first,
        id=url, guid=other.guid, slug=slug, aliases=(f"{number}.html",), published=published,
        versions=(other,),
        texts=(replace(text, key=key, lines=tuple(f"{line} ({number})" for line in text.lines)),),
        makings=(replace(making, key=key),),
    )  # fmt: skip


def _write(ledger: Path, record: Record) -> None:
    """Write a record where the ledger has it, without the flush to the disk: ten times as fast."""
    name = hashlib.sha256(record.id.encode()).hexdigest()[:16]
    path = ledger / "articles" / name[:2] / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(record))
