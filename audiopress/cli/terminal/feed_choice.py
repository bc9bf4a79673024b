"""Which feed of a page is meant, asked where somebody sits who can answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from audiopress.cli.terminal.console import escape_controls, print_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Document
    from audiopress.settings import Settings

__all__ = ["choose_feeds"]


def choose_feeds(
    settings: Settings, sources: Sequence[str | Document]
) -> tuple[str | Document, ...]:
    """Return the sources, a page with several feeds replaced by the one that was chosen.

    Without a terminal, or where the first is wanted, nobody is asked.
    """
    if settings.first_feed or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return tuple(sources)
    from audiopress.identity import is_address

    return tuple(
        _choose(settings, each) if isinstance(each, str) and is_address(each) else each
        for each in sources
    )


def _choose(settings: Settings, source: str) -> str:
    from audiopress.press.steps.fetch import list_feeds

    feeds = list_feeds(settings, source)
    if len(feeds) <= 1:
        return source
    print_message(f"{escape_controls(source)} is no article. Its feeds:")
    for number, feed in enumerate(feeds, start=1):
        title = f"  {escape_controls(feed.title)}" if feed.title else ""
        print_message(f"  {number}  {escape_controls(feed.address)}{title}")
    while True:
        answer: int = typer.prompt("Which is meant", default=1, type=int, err=True)
        if 1 <= answer <= len(feeds):
            chosen: str = feeds[answer - 1].address
            return chosen
