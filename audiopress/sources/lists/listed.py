"""An article as a list has it: its address, what is said of it, and perhaps its whole text."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from audiopress.errors import SourceError
from audiopress.model import Document, Refused, SourceFacts
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

__all__ = ["ListedItem", "Listing", "make_document", "name_item", "note_named_again"]

_TAG = re.compile(r"<[^>]*>")
"""A tag of HTML."""

_SHOWN = 3
"""Articles that a note names."""

_NAMED = 60
"""Characters of a title by which an article without an address is named."""

_HINT = "name the article's page by itself; what has none cannot be taken from a list"
"""What a reader can do about an item with a fault: the list is written by somebody's program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedItem:
    """One article of a list. ``text`` is HTML, empty where its page has to be asked.

    ``id`` is what the list knows it by where it has no address; ``place`` is where in the list it
    stands ("line 12"), to be named with what is wrong with it: ``fault``, and ``hint``, what its
    reader can do where that is not what most can (`make_document`). ``done`` is the word by
    which the list says that its reader is done with it: archived, deleted. ``saved`` is when they
    put it there, which says nothing of when it was published: the order goes by it, and no date.
    """

    address: str = ""
    id: str = ""
    place: str = ""
    text: str = ""
    fault: str = ""
    hint: str = ""
    done: str = ""
    saved: datetime | None = None
    facts: SourceFacts = field(default_factory=SourceFacts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a list holds: articles, and lists that it names (``lists``: their addresses).

    ``notes`` tell what was not understood of it, ``remarks`` what may be meant otherwise than it is
    taken. ``feeds`` says that what it names are feeds, so that a page in the place of one is a
    fault.
    """

    items: tuple[ListedItem, ...] = ()
    lists: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    feeds: bool = False


def name_item(item: ListedItem) -> str:
    """Return what an article of a list is called where it is named: its address, id or title."""
    return item.address or item.id or item.facts.title[:_NAMED] or item.place


def note_named_again(uri: str, names: Iterable[str]) -> list[str]:
    """Return a note on what a list names more than once: each is one episode."""
    again = list(dict.fromkeys(names))
    if not again:
        return []
    left = f" and {len(again) - _SHOWN} more" if len(again) > _SHOWN else ""
    told = f"{', '.join(again[:_SHOWN])}{left}"
    plan = write_command("plan", uri)
    return [
        f"{uri}: more than once it names {told}; each article is one episode, and {plan} lists them"
    ]


def make_document(item: ListedItem, listed_in: str) -> Document | Refused:
    """Return the document of an article whose whole text stands in the list."""
    uri = item.address or _make_uri(item, listed_in)
    if item.fault or not uri:
        return _refuse(item, listed_in)
    facts = replace(item.facts, text_from="feed", listed_in=listed_in, listed_at=item.place)
    return Document(
        uri=uri,
        media_type="text/html",
        body=_make_page(item).encode(),
        charset="utf-8",
        facts=facts,
    )


def _make_uri(item: ListedItem, listed_in: str) -> str:
    """Return a name for an article without an address: its id, which may be of its list only."""
    if not item.id:
        return ""
    return f"feed:{item.id}" if ":" in item.id else f"feed:{listed_in}#{item.id}"


def _refuse(item: ListedItem, listed_in: str) -> Refused:
    fault = item.fault or "it has neither an address nor an id, by which it would be known again"
    return Refused(
        uri=name_item(item),
        error=SourceError(
            fault,
            where=f"{listed_in}, {item.place}: {name_item(item)}",
            hint=item.hint or _HINT,
        ),
    )


def _name_by_day(item: ListedItem) -> str:
    """Return the day of a post of one word or picture: of more its first words are its title."""
    short = len(html.unescape(_TAG.sub(" ", item.text)).split()) <= 1
    return f"{item.facts.published:%Y-%m-%d}" if short and item.facts.published else ""


def _make_page(item: ListedItem) -> str:
    """Return the page of an article: what a feed says of it and its text, and nothing else."""
    title = html.escape(item.facts.title or _name_by_day(item))
    language = html.escape(item.facts.language)
    tongue = f' lang="{language}"' if language else ""
    headline = f"<h1>{title}</h1>" if title else ""
    link = f'<link rel="canonical" href="{html.escape(item.address)}">' if item.address else ""
    return (
        f'<!DOCTYPE html><html{tongue}><head><meta charset="utf-8"><title>{title}</title>{link}'
        '<meta property="og:type" content="article"></head>'
        f"<body><main><article>{headline}\n{item.text}\n</article></main></body></html>"
    )
