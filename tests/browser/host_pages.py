"""Pages as newspapers, blogs, shops and institutions have them, written without the player.

``hosts/<kind>.html`` is a whole page; its first line says what is peculiar to it. ``{{title}}`` is
the headline, ``{{story}}`` the blocks, ``{{head}}`` and ``{{player}}`` where a player is added by
the one line or by hand.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from edition import ARABIC, JAPANESE, TEXTS

from audiopress.publish.by_url import make_by_url_path

if TYPE_CHECKING:
    from edition import Site

HOSTS = {path.stem: path for path in sorted((Path(__file__).parent / "hosts").glob("*.html"))}

OTHER_STORIES = {"arabic": ("mina", ARABIC), "vertical-japanese": ("minato", JAPANESE)}
"""Slug and blocks of the story on pages in other languages."""

STORY = re.compile(r"\{\{story(.*?)\}\}")
"""Where the blocks go, with the attributes that each of them gets."""


def story_of(kind: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return slug and blocks of the story that stands on this page."""
    return OTHER_STORIES.get(kind, ("harbour", TEXTS))


def fill(kind: str, *, head: str = "", player: str = "") -> str:
    """Return the page with its story in it, and a player where one is given."""
    _, blocks = story_of(kind)

    def write(found: re.Match[str]) -> str:
        tags = {"heading": "h2"}
        return "".join(
            f"<{tags.get(role, 'p')}{found[1]}>{text}</{tags.get(role, 'p')}>"
            for role, text in blocks
            if role not in ("headline", "byline")
        )

    page = STORY.sub(write, HOSTS[kind].read_text("utf-8"))
    page = page.replace("{{title}}", blocks[0][1])
    return page.replace("{{head}}", head).replace("{{player}}", player)


def serve_by_line(kind: str, edition: Site, publisher: Site, attributes: str = "") -> str:
    """Serve the page with the one line in its head; return its address."""
    slug, _ = story_of(kind)
    address = publisher.url(f"line/{kind}.html", host="localhost")
    path = make_by_url_path(address)
    up = "../" * path.count("/")
    edition.pages[path] = json.dumps({"episode": f"{up}episodes/{slug}/episode.json"})
    script = edition.url("player/audiopress-player.js")
    head = f'<script type="module" src="{script}" data-auto {attributes}></script>'
    publisher.pages[f"line/{kind}.html"] = fill(kind, head=head)
    return address


def serve_by_hand(kind: str, edition: Site, publisher: Site, attributes: str = "") -> str:
    """Serve the page with the element in its place, as docs/player.md shows; return its address."""
    slug, _ = story_of(kind)
    src = edition.url(f"episodes/{slug}/episode.json")
    sound = edition.url(f"episodes/{slug}/0a1b2c3d/{slug}.mp3")
    head = (
        f'<link rel="stylesheet" href="{edition.url("player/audiopress-player.css")}">'
        f'<script type="module" src="{edition.url("player/audiopress-player.js")}"></script>'
    )
    player = (
        f'<audiopress-player src="{src}" {attributes}><audio controls preload="none" '
        f'src="{sound}"></audio></audiopress-player>'
    )
    publisher.pages[f"hand/{kind}.html"] = fill(kind, head=head, player=player)
    return publisher.url(f"hand/{kind}.html", host="localhost")
