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

from audiopress.errors import ReadingError
from audiopress.reading.formats.front_matter_syntax import (
    make_error,
    read_json,
    read_toml,
    read_yaml,
)
from audiopress.reading.formats.header_lines import HeaderLines, read_header_lines
from audiopress.text.decode import tidy
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

_MANY = ("byline", "section")
"""Values of which a list is told in full; of the others one is meant, and the first is taken."""

_KNOWN = (*(key for keys in _KEYS.values() for key in keys), "draft", "status")
"""Keys by which a front matter is told from a story that happens to begin like one."""

_USUAL = (
    *_KNOWN,
    "comments",
    "cover",
    "keywords",
    "layout",
    "permalink",
    "save_as",
    "series",
    "slug",
    "subtitle",
    "summary",
    "tags",
    "template",
)
"""Keys of header lines: those that we read, and others of Pelican, MultiMarkdown and Jekyll."""

_TERSE = (*_KEYS["image"], *_KEYS["canonical"], *_KEYS["declared_id"])
"""Keys of addresses and names: "ID: please, said the bouncer." is the beginning of a story."""

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
    rf'(?:(?:---|\+\+\+)[ \t]*\n\s*|\{{\s*"){any_of(_KNOWN)}"?[ \t]*[:=]', re.IGNORECASE
)
"""A beginning with a key that we know: a front matter, and no dashes drawn above a story."""

_KEYED = re.compile(r"(?:---|\+\+\+)[ \t]*\n(?:\s*#.*\n)*\s*(?:[\"']?[\w-]+[\"']?[ \t]*[:=]|\[)")
"""A fence, comments, and a key of one word or the name of a table of TOML."""

_KNOWN_LINE = re.compile(rf"^[\"']?{any_of(_KNOWN)}[\"']?[ \t]*[:=]", re.IGNORECASE | re.MULTILINE)
"""A line that begins with a key that we know: it may stand below others ("layout: post")."""


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
        values = _read_fenced(fenced, where)
        if _are_sentences(values):
            return FrontMatter(), text
        return _make_front_matter(values), text[fenced.end() :]
    # an open fence without a key that we know is a rule drawn above a story
    if text.startswith(("---", "+++")) and opens_front_matter(text):
        raise make_error(f"that opens with {text[:3]} has no end", where, text[:3])
    if _OBJECT.match(text):
        values, rest = read_json(text, where)
        return _make_front_matter(values), rest
    headers = read_header_lines(text, _USUAL, _TERSE)
    if _are_headers(headers):
        return _make_front_matter(_join_lines(headers.values)), headers.rest
    return FrontMatter(), text


def _read_fenced(fenced: re.Match[str], where: str) -> dict[str, Any]:
    if fenced.end() > _LONGEST:
        raise make_error(f"is longer than {_LONGEST} characters", where, fenced[0][:3])
    inside = fenced["toml"]
    # an empty one in either language says nothing, so YAML may read both
    return read_toml(inside, where) if inside else read_yaml(fenced["yaml"] or "", where)


def _are_sentences(values: dict[str, Any]) -> bool:
    """Whether keys are those of a story between two rules: "The story so far: the bridge fell"."""
    names = [str(key).lower() for key in values]
    return any(" " in name for name in names) and not any(name in _KNOWN for name in names)


def _are_headers(headers: HeaderLines) -> bool:
    """Whether lines are a file's headers: a title, or two keys; a story may begin "Date: ..."."""
    names = headers.values
    if "title" in names:
        return True
    # without a blank line below them they are the lines of a story, unless they hold a draft back
    return len(names) > 1 and (headers.closed or "status" in names or "draft" in names)


def _join_lines(values: dict[str, list[str]]) -> dict[str, Any]:
    """Make one text of each header's lines, and lists of authors: one a line, or by semicolons."""
    return {
        key: ";".join(lines).split(";") if key in _KEYS["byline"] else " ".join(lines)
        for key, lines in values.items()
    }


def opens_front_matter(text: str) -> bool:
    """Whether a text begins with a front matter that has a key that we know, fenced or not."""
    text = text.removeprefix("\ufeff")
    if fenced := _FENCED.match(text):
        inside = (fenced["yaml"] or "").lstrip()
        if _OBJECT.match(inside):  # JSON is YAML too, and programs write it
            return _has_known_key(inside)
        return bool(_KEYED.match(text) and _KNOWN_LINE.search(fenced[0]))
    if _OBJECT.match(text):
        return bool(_OPENING.match(text)) or _has_known_key(text)
    return bool(_OPENING.match(text)) or _are_headers(read_header_lines(text, _USUAL, _TERSE))


def _has_known_key(text: str) -> bool:
    """Whether a text begins with an object of JSON with a key that we know."""
    try:
        values, _rest = read_json(text, "")
    except ReadingError:
        return False
    return any(key.lower() in _KNOWN for key in values)


def _make_front_matter(values: dict[str, Any]) -> FrontMatter:
    said = {str(key).lower(): value for key, value in values.items()}

    # an empty value ("author:") says nothing, and the next key is asked
    def choose(name: str, inner: str = "name") -> str:
        texts = next(filter(None, (_list_texts(said.get(key), inner) for key in _KEYS[name])), [])
        return ", ".join(texts) if name in _MANY else "".join(texts[:1])

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
        "".join(_list_texts(said.get(key), "")[:1]).lower()
        for key in ("draft", "published", "status")
    )
    return (
        draft in ("true", "yes", "on")
        or published in ("false", "no", "off")
        or status in _UNPUBLISHED
    )


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
    return "" if text.lower() in _NOTHING else text


def _clean(text: str) -> str:
    r"""Return one line without controls and surrogates, which escapes may write ("\ud800")."""
    # in UTF-16 two surrogates become the character that they stand for, as JSON has it
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return tidy(whole)
