"""Front matter: what a file says of itself above its text, in each way that generators write it.

===============  ====================  ==============================================
opens with       language              written for
===============  ====================  ==============================================
``---``          YAML                  Jekyll, Hugo, Eleventy, Astro, Pandoc
``+++``          TOML                  Hugo, Zola
``{ "``          JSON                  Hugo
``Title: ...``   one header a line     Pelican, MultiMarkdown, Python-Markdown's meta
===============  ====================  ==============================================

All of them become the same texts: a date is kept as it is written, so that one reader of dates
decides what it means, and "2024" is a title and no number. Keys that nobody here reads are left
alone; a front matter that its own language cannot read is an error, for the text below it would
be published with the wrong date, or at all (``draft``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from audiopress.reading.formats.front_matter_syntax import (
    make_error,
    read_header_lines,
    read_json,
    read_toml,
    read_yaml,
)
from audiopress.text.vocabulary import any_of

__all__ = ["FrontMatter", "opens_front_matter", "split_front_matter"]

_KEYS = {
    "title": ("title",),
    "byline": ("author", "byline", "authors"),
    "standfirst": ("standfirst", "description"),
    "published": ("date", "published"),
    "modified": ("modified", "updated", "lastmod"),
    "language": ("language", "lang", "locale"),
    "section": ("section", "category"),
    "image": ("image",),
    "canonical": ("canonical", "canonical_url", "canonicalurl", "url"),
    "declared_id": ("id",),
}
"""The keys of each value, in small letters; the first that says something counts."""

_KNOWN = (*(key for keys in _KEYS.values() for key in keys), "draft", "status")
"""Keys by which a front matter is told from a story that happens to begin like one."""

_UNPUBLISHED = frozenset(("draft", "hidden", "private", "skip"))
"""``status`` of what Pelican and others do not list: a feed is a list."""

_NOTHING = frozenset(("~", "null"))
"""How YAML writes that there is no value."""

_LONGEST = 100_000
"""Characters of a fenced front matter; most have a thousand. YAML of as many short keys takes two
seconds to read, of as many brackets five: a longer one would seem to stop the build."""

_LONGEST_NUMBER = 256
"""Bits of a number that TOML may give as a title; Python does not write very long ones out."""

_FENCED = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(?P<toml>.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
"""A fenced front matter at the very beginning; YAML may also end with three full stops."""

_OBJECT = re.compile(r'\{\s*"')
"""How JSON opens; a shortcode (``{{< figure >}}``) or ``{: .lead}`` in Markdown does not."""

_OPENING = re.compile(
    rf'(?:(?:---|\+\+\+)[ \t]*\n\s*|\{{\s*")?{any_of(_KNOWN)}"?[ \t]*[:=]', re.IGNORECASE
)
"""A beginning with a key that we know: a front matter, and no dashes drawn above a story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a file says of itself; empty where it says nothing. Dates are as they are written."""

    title: str = ""
    byline: str = ""
    standfirst: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    section: str = ""
    image: str | None = None
    canonical: str | None = None
    declared_id: str | None = None
    draft: bool = False


def split_front_matter(text: str, where: str) -> tuple[FrontMatter, str]:
    """Return a text's front matter, and the text below it.

    Raises `ReadingError` with the line for one that has no end or that its language cannot read.
    ``where`` names the file.
    """
    text = text.removeprefix("\ufeff")
    if fenced := _FENCED.match(text):
        if fenced.end() > _LONGEST:
            raise make_error(f"is longer than {_LONGEST} characters", where, text[:3])
        inside = fenced["toml"]
        # an empty one in either language says nothing, so YAML may read both
        values = read_toml(inside, where) if inside else read_yaml(fenced["yaml"] or "", where)
        return _make_front_matter(values), text[fenced.end() :]
    # an open fence without a key that we know is a rule drawn above a story
    if text.startswith(("---", "+++")) and opens_front_matter(text):
        raise make_error(f"that opens with {text[:3]} has no end", where, text[:3])
    if _OBJECT.match(text):
        values, rest = read_json(text, where)
        return _make_front_matter(values), rest
    # no fence says where header lines begin, so their keys must
    if opens_front_matter(text):
        headers, rest = read_header_lines(text)
        if _are_headers(headers):
            return _make_front_matter(_split_authors(headers)), rest
    return FrontMatter(), text


def _are_headers(values: dict[str, str]) -> bool:
    """Whether lines are a file's headers: a title, or two keys; a story may begin "Date: ..."."""
    known = [name for name in values if name in _KNOWN]
    return "title" in known or len(known) > 1


def _split_authors(values: dict[str, str]) -> dict[str, Any]:
    """Make lists of several authors in one header, as Pelican parts them: by semicolons."""
    return {
        key: value.split(";") if key in _KEYS["byline"] else value for key, value in values.items()
    }


def opens_front_matter(text: str) -> bool:
    """Whether a text begins with a key that we know, fenced or not."""
    return bool(_OPENING.match(text.removeprefix("\ufeff")))


def _make_front_matter(values: dict[str, Any]) -> FrontMatter:
    said = {str(key).lower(): value for key, value in values.items()}

    # an empty value ("author:") says nothing, and the next key is asked
    def choose(name: str, inner: str = "name") -> str:
        return next((text for key in _KEYS[name] if (text := _as_text(said.get(key), inner))), "")

    return FrontMatter(
        title=choose("title"),
        byline=choose("byline"),
        standfirst=choose("standfirst"),
        published=choose("published"),
        modified=choose("modified"),
        # locales are written "en_GB", languages "en-GB" (BCP 47)
        language=choose("language").replace("_", "-"),
        section=choose("section"),
        image=choose("image", "url") or None,
        canonical=choose("canonical") or None,
        declared_id=choose("declared_id") or None,
        draft=_is_draft(said),
    )


def _is_draft(said: dict[str, Any]) -> bool:
    """Whether a file says that it is not to be published, in one of three usual ways."""
    # Hugo and others have `draft`, Jekyll `published:
    # false` (a date says neither), Pelican `status`
    draft, published, status = (
        _as_text(said.get(key), "").lower() for key in ("draft", "published", "status")
    )
    return (
        draft in ("true", "yes", "on")
        or published in ("false", "no", "off")
        or status in _UNPUBLISHED
    )


def _as_text(value: Any, inner: str) -> str:
    """Return one line of text: a list's items with commas, a mapping's value for ``inner``."""
    if isinstance(value, list):
        # each text once: an alias of YAML that is named a thousand times adds nothing
        items = (_as_text(item, inner) for item in value if not isinstance(item, list))
        return ", ".join(dict.fromkeys(filter(None, items)))
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
    text = " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
    return "" if text.lower() in _NOTHING else text
