"""The edition that follows the made-up newsroom: one round of it, and what it published."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from defusedxml import ElementTree

from tests.campaigns.second_site.articles import words_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ADDRESS = "https://listen.gazette.example/"
"""Where the edition would be served."""
ROOT = Path(__file__).resolve().parents[3]
"""The clone."""
PATIENCE = 3600
"""Seconds that a round may take."""
ATOM = "{http://www.w3.org/2005/Atom}"
"""Name space of the links between pages of a feed (RFC 5005)."""
NOT_BODY = {"headline", "opening", "disclosure"}
"""Roles of what the article's own paragraphs do not contain."""


@dataclass
class Episode:
    """An item of the published feed, with what its sound says."""

    guid: str
    title: str
    link: str
    date: str
    enclosure: str
    headline: str
    text: str
    opening: str
    said: list[str]  # every paragraph, as the article has it
    words: list[str] = field(default_factory=list)


@dataclass
class Round:
    """What one ``audiopress sync`` reported."""

    status: int
    report: dict[str, Any]
    errors: str

    def spoken(self) -> dict[str, int]:
        """Paragraphs spoken, by guid."""
        return {a["guid"]: a["spoken"] for a in self.report.get("articles", []) if a.get("guid")}


def configure(folder: Path, base: str) -> None:
    """Write the edition's configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audiopress.toml").write_text(
        '[show]\ntitle = "The Wharf Gazette, read aloud"\nauthor = "The Wharf Gazette"\n'
        'email = "listen@gazette.example"\n\n'
        f'[edition]\naddress = "{ADDRESS}"\n'
        f'sources = ["{base}/feed", "{base}/sitemap.xml"]\n',
        "utf-8",
    )


def sync(folder: Path) -> Round:
    """Bring the edition up to date once."""
    done = subprocess.run(
        [sys.executable, "-m", "audiopress", "sync", "--json", "--allow-private"],
        cwd=folder,
        env=os.environ | {"AUDIOPRESS_VOICE": "tone", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        report = {}
    return Round(done.returncode, report, done.stderr[-2000:])


def published(folder: Path) -> list[Episode]:
    """All items of the feed and of the older pages that it leads to (RFC 5005)."""
    found, seen, name = [], set(), "feed.xml"
    while name not in seen and (folder / "output" / name).is_file():
        seen.add(name)
        channel = ElementTree.parse(folder / "output" / name).getroot().find("channel")
        found += [_episode(folder / "output", item) for item in channel.iter("item")]
        links = {a.get("rel"): a.get("href") for a in channel.iter(f"{ATOM}link")}
        name = urlsplit(links.get("prev-archive") or "").path.lstrip("/")
    return found


def _episode(output: Path, item: Element) -> Episode:
    sound = urlsplit(item.find("enclosure").get("url")).path.lstrip("/")
    record = json.loads((output / sound).with_name("alignment.json").read_text("utf-8"))
    parts = record["paragraphs"]
    body = " ".join(p["source"] for p in parts if p["role"] not in NOT_BODY)
    return Episode(
        guid=item.findtext("guid"),
        title=item.findtext("title"),
        link=item.findtext("link"),
        date=parsedate_to_datetime(item.findtext("pubDate")).isoformat(),
        enclosure=sound,
        headline=" ".join(p["source"] for p in parts if p["role"] == "headline"),
        text=" ".join(p["source"] for p in parts),
        opening=" ".join(p["source"] for p in parts if p["role"] == "opening"),
        said=[p["source"] for p in parts],
        words=words_of(body),
    )
