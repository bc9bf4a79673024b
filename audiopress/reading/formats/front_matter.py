"""Front matter: what a file says of itself above its text, in each way that generators write it.

===============  ====================  ==============================================
opens with       language              written for
===============  ====================  ==============================================
``---``          YAML                  Jekyll, Hugo, Eleventy, Astro, Pandoc
``+++``          TOML                  Hugo, Zola
``{ "``          JSON                  Hugo
``;;;``          JSON                  Hexo, which leaves out the first fence and the braces
``Title: ...``   one header a line     Pelican, MultiMarkdown, Python-Markdown's meta
===============  ====================  ==============================================

All of them become the same texts: a date is kept as it is written, so that one reader of dates
decides what it means, and "2024" is a title and no number. Keys that nobody here reads are named
in a note; a front matter that its own language cannot read is an error, and so is a date, a
language or a ``draft`` that is not understood, for the text below it would be published with the
wrong date, or at all.
"""

from __future__ import annotations

import re
from typing import Any

from audiopress.errors import ReadingError
from audiopress.reading.formats.front_matter_syntax import (
    make_error,
    read_json,
    read_toml,
    read_yaml,
)
from audiopress.reading.formats.front_matter_values import (
    KEYS,
    KNOWN_KEYS,
    FrontMatter,
    make_front_matter,
)
from audiopress.reading.formats.header_lines import HeaderLines, read_header_lines
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

__all__ = ["FrontMatter", "opens_front_matter", "split_front_matter"]

_USUAL = (
    *KNOWN_KEYS,
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

_TERSE = (*KEYS["image"], *KEYS["canonical"], *KEYS["declared_id"])
"""Keys of addresses and names: "ID: please, said the bouncer." is the beginning of a story."""

_LONGEST = 100_000
"""Characters of a fenced front matter; most have a thousand. YAML of as many short keys takes two
seconds to read, of as many brackets five: a longer one would seem to stop the build."""

_FENCED = compile_late(
    r"---(?:ya?ml)?[ \t]*\n(?P<yaml>.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
    r"|\+\+\+[ \t]*\n(?P<toml>.*?)(?<=\n)\+\+\+[ \t]*(?:\n|\Z)"
    r"|---toml[ \t]*\n(?P<named_toml>.*?)(?<=\n)---[ \t]*(?:\n|\Z)"
    r"|---json[ \t]*\n(?P<named_json>.*?)(?<=\n)---[ \t]*(?:\n|\Z)"
    r"|(?:;;;[ \t]*\n|(?=\"[\w-]+\"[ \t]*:))(?P<json>.*?)(?<=\n);;;[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
"""A fenced front matter at the very beginning; YAML may also end with three full stops.

A fence of dashes may name its language (``---json``), and Hexo leaves out the first of JSON.
"""

_OBJECT = compile_late(r'\{\s*"')
"""How JSON opens; a shortcode (``{{< figure >}}``) or ``{: .lead}`` in Markdown does not."""

_OPENING = compile_late(
    rf'(?:(?:---|\+\+\+|;;;)\w*[ \t]*\n\s*[{{"]*|\{{\s*"){any_of(KNOWN_KEYS)}"?[ \t]*[:=]',
    re.IGNORECASE,
)
"""A beginning with a key that we know: a front matter, and no dashes drawn above a story."""

_KEYED = compile_late(
    r"(?:(?:---|\+\+\+|;;;)\w*[ \t]*\n)?(?:\s*#.*\n)*\s*(?:\{?\s*[\"']?[\w-]+[\"']?[ \t]*[:=]|\[)"
)
"""A fence, comments, and a key of one word or the name of a table of TOML."""

_KNOWN_LINE = compile_late(
    rf"^[ \t{{]*[\"']?{any_of(KNOWN_KEYS)}[\"']?[ \t]*[:=]", re.IGNORECASE | re.MULTILINE
)
"""A line that begins with a key that we know: it may stand below others ("layout: post")."""

_OPEN_FENCES = ("---", "+++", ";;;")
"""Fences that must be closed again."""


def split_front_matter(text: str, where: str) -> tuple[FrontMatter, str]:
    """Return a text's front matter, and the text below it.

    Raises `ReadingError` with the line for one that has no end, that its language cannot read, or
    that holds a value that is not of its kind. ``where`` names the file.
    """
    text = text.removeprefix("\ufeff")
    lead = _count_blank_lines(text)
    opened = text.lstrip() if lead else text
    if fenced := _FENCED.match(opened):
        values = _read_fenced(fenced, lead, where)
        if _are_sentences(values):
            return FrontMatter(), text
        return _finish(values, "\n" * lead + fenced[0], where), opened[fenced.end() :]
    # an open fence without a key that we know is a rule drawn above a story
    if opened.startswith(_OPEN_FENCES) and opens_front_matter(opened):
        fence = opened[:3]
        hint = f"close it with a line of `{fence}`"
        raise make_error(f"that opens with {fence} has no end", where, fence, hint)
    if _OBJECT.match(opened):
        values, rest = read_json("\n" * lead + opened, where, lead)
        return _finish(values, text[: len(text) - len(rest)], where), rest
    headers = read_header_lines(opened, _USUAL, _TERSE)
    if _are_headers(headers):
        return _finish(_join_lines(headers.values), text, where), headers.rest
    return FrontMatter(), text


def _count_blank_lines(text: str) -> int:
    """Return how many blank lines stand above a front matter, none above another text."""
    above = text[: len(text) - len(text.lstrip())].count("\n")
    return above if above and opens_front_matter(text.lstrip()) else 0


def _finish(values: dict[str, Any], head: str, where: str) -> FrontMatter:
    return make_front_matter(values, head, where) if values else FrontMatter()


def _read_fenced(fenced: re.Match[str], lead: int, where: str) -> dict[str, Any]:
    """Return the keys and values between two fences, ``lead`` lines below the top of the file."""
    fence = fenced[0][:3]
    if fenced.end() > _LONGEST:
        hint = "leave only what the file says of itself above its text"
        raise make_error(f"is longer than {_LONGEST} characters", where, fence, hint)
    # lines of the file are counted in what is read, so that errors name them
    above = "\n" * lead
    if inside := fenced["toml"] or fenced["named_toml"]:
        return read_toml(above + inside, where)
    if inside := fenced["json"] or fenced["named_json"]:
        return _read_fenced_json(inside, fenced, above, where)
    # an empty one in any language says nothing, so YAML may read them all
    return read_yaml(above + (fenced["yaml"] or ""), where)


def _read_fenced_json(inside: str, fenced: re.Match[str], above: str, where: str) -> dict[str, Any]:
    """Read an object of JSON, or its keys and values without the braces, as Hexo has them."""
    above += "\n" * fenced[0].count("\n", 0, fenced[0].index(inside))
    braced = inside if inside.lstrip().startswith("{") else f"{{{inside}}}"
    start = len(above) + len(braced) - len(braced.lstrip())
    return read_json(above + braced, where, start)[0]


def _are_sentences(values: dict[str, Any]) -> bool:
    """Whether keys are those of a story between two rules: "The story so far: the bridge fell"."""
    names = [str(key).lower() for key in values]
    return any(" " in name for name in names) and not any(name in KNOWN_KEYS for name in names)


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
        key: ";".join(lines).split(";") if key in KEYS["byline"] else " ".join(lines)
        for key, lines in values.items()
    }


def opens_front_matter(text: str) -> bool:
    """Whether a text begins with a front matter that has a key that we know, fenced or not."""
    text = text.removeprefix("\ufeff")
    text = text.lstrip()
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
    return any(key.lower() in KNOWN_KEYS for key in values)
