"""Code of templates that a page was published with: "{{ title }}", "{% if %}", "[gallery]".

The text between two tags is read, unless it is no text ("[embed]https://…[/embed]"). Where a text
tells of code, code is what it is about, and stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from audiopress.reading.inline_parts.code_words import speaks_of_code
from audiopress.reading.inline_parts.inline_part import InlinePart
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_template_code"]

_TAGS = re.compile(
    any_of(
        # {{ title }}, {{< figure >}}, {{#if}}, {{cite|{{x}}}}
        r"\{\{[^{}]{0,500}(?:\{{1,2}[^{}]{0,300}\}{1,2}[^{}]{0,300}){0,9}\}\}\}?",
        # {% if %}, {# a comment #}
        r"\{%(?:(?!%\}).){0,500}%\}",
        r"\{#(?:(?!#\}|[{}]).){0,500}#\}",
        # <% if %>, <?php ?>
        r"<%(?:(?!%>).){0,500}%>",
        r"<\?(?:(?!\?>).){0,500}\?>",
        # ${name}, #{name}, {{{name}}} is above
        r"[$#]\{[\w.$()\[\]'\"|:? -]{1,80}\}",
        # *|FNAME|* and %%first_name%% of mailings
        r"\*\|[\w: -]{1,60}\|\*",
        r"%%[\w.]{1,60}%%",
        # an anchor, a class behind a heading or a paragraph: {#top}
        r"\{[:#.]\s?[^{}]{1,80}\}$",
        r"\[object Object\]",
        # <!-- wp:paragraph -->
        r"<!--(?:(?!-->).){0,500}-->",
    )
)
"""Tags that are unmistakable wherever they stand."""

_WIKI_LINK = re.compile(r"\[\[(?P<target>[^\[\]|]{1,120}\|)?(?P<label>[^\[\]|]{1,200})\]\]")
"""A link of a wiki: its label is text."""

_WIKI_FILE = re.compile(
    r"\[\[(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría)\s?:"
    r"[^\[\]]{0,300}(?:\[\[[^\[\]]{0,120}\]\][^\[\]]{0,200}){0,4}\]\]",
    re.IGNORECASE,
)
"""A picture or a category of a wiki."""

_OPENING_TAG = re.compile(
    r"\[(?P<name>[a-z][\w-]{0,30})"
    r"(?:=[^\[\]]{1,200}|(?:\s[^\[\]]{0,300})?\s[\w-]{1,30}\s?=[^\[\]]{0,300})\s?/?\]",
    re.IGNORECASE,
)
"""A tag of a blog or a forum with a value: "[gallery ids=…]", "[url=…]"."""

_BARE_TAG = re.compile(r"\[(?P<name>[a-z][\w-]{0,30})\s?/?\]", re.IGNORECASE)
"""A tag without one: only told by the one that closes it, or by its name."""

_CLOSING_TAG = re.compile(r"\[/(?P<name>[a-z][\w-]{0,30})\]", re.IGNORECASE)
"""The tag that closes another."""

_STANDALONE = frozenset(
    ("audio", "embed", "gallery", "more", "nextpage", "playlist", "toc", "video", "youtube")
)
"""Tags that nothing closes. Words of their own too, so that each must be a whole paragraph."""

_WORDLESS = frozenset(
    (
        "attach",
        "audio",
        "caption",
        "embed",
        "gallery",
        "gist",
        "iframe",
        "img",
        "instagram",
        "media",
        "playlist",
        "script",
        "style",
        "tweet",
        "video",
        "vimeo",
        "wp_caption",
        "youtube",
    )
)
"""Tags around what is no text of the story: an address, or a picture with its caption."""

_FAILED = re.compile(r"(?:undefined|null|NaN)(?:[ ,/|-]{1,3}(?:undefined|null|NaN))*")
"""What a program shows of a value that is not there, as a whole paragraph."""


def find_template_code(text: str) -> Iterator[InlinePart]:
    """Yield code of templates in ``text``, and the marks of links and tags around its words."""
    if _FAILED.fullmatch(text):
        yield _make_part(0, len(text))
    if speaks_of_code(text):
        return
    for found in _TAGS.finditer(text):
        yield _make_part(*found.span())
    if "[" in text:
        yield from _find_wiki_links(text)
        yield from _find_short_codes(text)


def _make_part(start: int, end: int) -> InlinePart:
    return InlinePart(start=start, end=end, reason="template-code")


def _find_wiki_links(text: str) -> Iterator[InlinePart]:
    for found in _WIKI_FILE.finditer(text):
        yield _make_part(*found.span())
    for found in _WIKI_LINK.finditer(text):
        # all but the label; a note mark in double brackets is none
        if found["label"].isdigit():
            continue
        yield InlinePart(
            start=found.start(),
            end=found.end(),
            reason="template-code" if found["target"] else "",
            # the place in a page stands behind its name: [[Pier#North end]]
            instead=re.sub(r"\s*#+\^?\s*", ", ", found["label"].strip("#")),
        )


def _find_short_codes(text: str) -> Iterator[InlinePart]:
    """Yield tags in square brackets; with what stands between two, where that is no text."""
    closing: dict[str, list[tuple[int, int]]] = {}
    for found in _CLOSING_TAG.finditer(text):
        closing.setdefault(found["name"].lower(), []).append(found.span())
        yield _make_part(*found.span())
    for found in (*_OPENING_TAG.finditer(text), *_BARE_TAG.finditer(text)):
        name = found["name"].lower()
        ends = closing.get(name, [])
        at = bisect_left(ends, (found.end(), 0))
        if at < len(ends) and name in _WORDLESS:
            yield _make_part(found.start(), ends[at][1])
        elif at < len(ends) or _stands_alone(text, found):
            yield _make_part(*found.span())


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether a tag that nothing closes is one all the same."""
    if "=" in found[0] or "_" in found["name"]:
        return True
    return found[0] == text and found["name"].lower() in _STANDALONE
