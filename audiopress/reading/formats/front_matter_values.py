"""The values of a front matter, whatever language it is written in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from audiopress.errors import ReadingError
from audiopress.reading.formats.front_matter_checks import (
    NOT_SAYING,
    note_keys,
    note_repeated_keys,
    read_truth,
    refuse_slips,
    refuse_value,
)
from audiopress.reading.metadata.authors.author_names import split_names
from audiopress.text.decode import tidy

__all__ = ["KEYS", "KNOWN_KEYS", "TAGS", "FrontMatter", "make_front_matter"]

KEYS = {
    "title": ("title",),
    "byline": ("author", "byline", "authors"),
    "standfirst": ("standfirst", "subtitle", "dek", "deck", "lede", "description"),
    "published": ("date", "published"),
    "modified": ("modified", "updated", "lastmod"),
    "language": ("language", "lang", "locale"),
    "section": ("section", "category"),
    "image": ("image",),
    "canonical": ("canonical", "canonical_url", "canonicalurl", "url"),
    "declared_id": ("id",),
}
"""The keys of each value, in small letters; the first that says something counts."""

_UNSHOWN = ("", "description")
"""Keys whose text is for search engines and lists: no page shows it below the headline."""

TAGS = ("tags", "tag", "keywords")
"""Keys for what a text is about. Its section is another thing: there is one of it."""

_MANY = ("byline", "section")
"""Values of which a list is told in full; of the others one is meant, and the first is taken."""

KNOWN_KEYS = (*(key for keys in KEYS.values() for key in keys), "draft", "status", "audio")
"""Keys by which a front matter is told from a story that happens to begin like one."""

_IN_PARAMS = tuple(key for name in ("byline", "standfirst", "image") for key in KEYS[name])
"""Keys that are read below ``params`` too, where Hugo has what its themes say of an article."""

_KINDS = {"published": "date", "modified": "date", "language": "language"}
"""Values that must be of a kind: one that is not is a slip, and an error."""

_UNPUBLISHED = frozenset(("draft", "hidden", "private", "skip"))
"""``status`` of what Pelican and others do not list: a feed is a list."""

_PUBLISHED = frozenset(("", "published", "publish", "public", "final", "done"))
"""``status`` of what is listed; another one is a word of the site's own, and is named."""

_LONGEST_NUMBER = 256
"""Bits of a number that TOML may give as a title; Python does not write very long ones out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a file says of itself; empty where it says nothing. Dates are as they are written.

    What stands below a value says what its keys give: docs/configuration.md is made of it.
    ``shown_standfirst`` is the standfirst where it is one that stands on the page, below the
    headline. ``notes`` say what is not used of it.
    """

    title: str = ""
    """The headline."""
    byline: str = ""
    """Who wrote it: a name, a list of names, or ``name`` below it. This key, the next and ``image``
    are read below ``params`` too."""
    standfirst: str = ""
    """The standfirst, said after the headline unless the text begins with it; ``description`` is
    not said, and the summary in feed and page where there is no standfirst."""
    shown_standfirst: str = ""
    published: str = ""
    """The day it is from: ``2024-05-03``, with or without time and offset, or in words (``3 May
    2024``, ``3. Mai 2024``); ``25/12/2024`` too, but not ``03/04/2026``, which may mean two days.
    One that is yet to come is waited for."""
    modified: str = ""
    """The day it was changed last, likewise."""
    language: str = ""
    """Its language, a tag such as ``de`` or ``en-GB``."""
    section: str = ""
    """The section it stands in."""
    image: str | None = None
    """Its picture: an address, or ``url`` below it."""
    canonical: str | None = None
    """Its own address."""
    declared_id: str | None = None
    """What it is known by, for ever."""
    draft: bool = False
    """It is not published: ``draft: true``, ``published: false``, or ``status: draft`` (``hidden``,
    ``private`` and ``skip`` neither)."""
    opted_out: str = ""
    """``audio: false``: it is not published, whatever else is."""
    tags: tuple[str, ...] = ()
    """What it is about: a list, or words with commas between."""
    notes: tuple[str, ...] = ()


def make_front_matter(values: dict[str, Any], head: str, where: str) -> FrontMatter:
    """Return what these keys and values say; ``head`` is the front matter as it is written.

    Raises `ReadingError` with the lines of all values that are not of their kind, such as a date
    that may mean two days.
    """
    said = _lower_keys(values)
    inner = _lower_keys(params) if isinstance(params := said.get("params"), dict) else {}
    # what stands outermost counts before what stands there
    said = {**said, **{key: inner[key] for key in _IN_PARAMS if key in inner and not said.get(key)}}
    draft, notes, slips = _read_state(said)
    for name, kind in _KINDS.items():
        key, error = _refuse_kind(name, kind, said)
        if error and draft:
            # a draft is not published, so that there is time to mend it
            notes += (error.message,)
        elif error:
            slips[key] = error
    refuse_slips(slips, head, where)
    notes += _note_unused(said) + note_repeated_keys(head) + note_keys(said, KNOWN_KEYS)
    notes += _note_params(inner)
    # Other programs have the address of a sound file there.
    audio = "".join(_list_texts(said.get("audio"), "")[:1])
    opted_out = f"`audio: {audio}`" if audio and read_truth(audio) is False else ""
    return replace(_choose_values(said), draft=draft, opted_out=opted_out, notes=notes)


def _lower_keys(values: dict[Any, Any]) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in values.items()}


def _note_params(inner: dict[str, Any]) -> tuple[str, ...]:
    unread = ", ".join(f"`{key}`" for key in inner if key in KNOWN_KEYS and key not in _IN_PARAMS)
    return (f"not read below `params`: {unread}; write it above",) if unread else ()


def _choose_values(said: dict[str, Any]) -> FrontMatter:
    def choose(name: str, inner: str = "name") -> str:
        texts = _find_texts(name, said, inner)[1]
        return ", ".join(texts) if name in _MANY else "".join(texts[:1])

    standfirst = choose("standfirst")
    shown = _find_texts("standfirst", said)[0] not in _UNSHOWN
    return FrontMatter(
        title=choose("title"),
        # names, without what their owners are; a byline that names nobody stays as it is written
        byline=", ".join(split_names(_find_texts("byline", said)[1])) or choose("byline"),
        standfirst=standfirst,
        shown_standfirst=standfirst if shown else "",
        published=choose("published"),
        modified=choose("modified"),
        language=_write_tag(choose("language")),
        section=choose("section"),
        image=choose("image", "url") or None,
        canonical=choose("canonical") or None,
        declared_id=choose("declared_id") or None,
        tags=_list_tags(said),
    )


def _list_tags(said: dict[str, Any]) -> tuple[str, ...]:
    """Return what the text is about, of all keys for it: a list, or words with commas between."""
    written = (text for key in TAGS for text in _list_texts(said.get(key), "name"))
    tags = (tag.strip() for text in written for tag in text.split(","))
    return tuple(dict.fromkeys(filter(None, tags)))


def _find_texts(name: str, said: dict[str, Any], inner: str = "name") -> tuple[str, list[str]]:
    """Return the first key of a value that says something, and its texts."""
    # an empty value ("author:") says nothing, and the next key is asked
    for key in KEYS[name]:
        if texts := _list_texts(said.get(key), inner):
            return key, texts
    return "", []


def _write_tag(locale: str) -> str:
    """Return a locale ("en_GB.UTF-8") as languages are written ("en-GB", BCP 47)."""
    return locale.partition(".")[0].replace("_", "-")


def _refuse_kind(name: str, kind: str, said: dict[str, Any]) -> tuple[str, ReadingError | None]:
    """Return the key of a value, and the error of one that is not of its kind."""
    key, texts = _find_texts(name, said)
    value = "".join(texts[:1])
    value = _write_tag(value) if kind == "language" else value
    return key, refuse_value(kind, key, value) if value else None


def _read_state(
    said: dict[str, Any],
) -> tuple[bool, tuple[str, ...], dict[str, ReadingError]]:
    """Return whether a file is not to be published, as it says in three usual ways, and notes.

    Besides the error of a ``draft`` that says neither.
    """
    # Hugo and others have `draft`, Jekyll `published:
    # false` (a date says neither), Pelican `status`
    draft, published, status = (
        "".join(_list_texts(said.get(key), "")[:1]) for key in ("draft", "published", "status")
    )
    slips = {}
    if read_truth(draft) is None:
        slips["draft"] = ReadingError(
            f"`draft: {draft}` says neither yes nor no",
            hint="write draft: true, or draft: false to publish it",
        )
    known = status.lower() in _UNPUBLISHED | _PUBLISHED
    notes = () if known else (f"`status: {status}` holds nothing back",)
    held = read_truth(published) is False and bool(published)
    return bool(read_truth(draft)) or held or status.lower() in _UNPUBLISHED, notes, slips


def _note_unused(said: dict[str, Any]) -> tuple[str, ...]:
    """Return a note on each key that is read and whose value is not: a table without a name."""
    return tuple(
        f"the value of `{key}` is not read: it is no text"
        for name, keys in KEYS.items()
        for key in keys
        if _holds_no_text(said.get(key), "url" if name == "image" else "name")
    )


def _holds_no_text(value: Any, inner: str) -> bool:
    """Whether a value holds something, and no text; one that is empty holds nothing."""
    items = [item for item in (value if isinstance(value, list) else [value]) if item]
    written = any(isinstance(item, str | bool) for item in items)
    return bool(items) and not written and not _list_texts(value, inner)


def _list_texts(value: Any, inner: str) -> list[str]:
    """Return the texts of a list's items, or of a single value, each once and none empty."""
    items = value if isinstance(value, list) else [value]
    # an alias of YAML that is named a thousand times is the same object, and adds nothing
    distinct = {id(item): item for item in items}.values()
    return list(dict.fromkeys(filter(None, (_as_text(item, inner) for item in distinct))))


def _as_text(value: Any, inner: str) -> str:
    """Return a value as one line of text, of a mapping that for ``inner``; nothing of a list."""
    # `author: {name: ...}`, `image: {url: ...}`
    if isinstance(value, dict):
        value = value.get(inner)
    # TOML has dates of its own; YAML is loaded without them
    if isinstance(value, datetime | date):
        return value.isoformat()
    # before numbers, since a bool is an int in Python
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return ""
    text = _clean(str(value)) if isinstance(value, str | int | float) else ""
    return "" if text.lower() in NOT_SAYING else text


def _clean(text: str) -> str:
    r"""Return one line without controls and surrogates, which escapes may write ("\ud800")."""
    # in UTF-16 two surrogates become the character that they stand for, as JSON has it
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return tidy(whole)
