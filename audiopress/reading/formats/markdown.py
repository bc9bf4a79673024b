"""Markdown: front matter for the metadata, headings and paragraphs for the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.model import Block, Selector
from audiopress.reading.formats.file_article import make_file_article
from audiopress.reading.formats.front_matter import split_front_matter
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.model import Article, BlockKind, Reading

__all__ = ["read_markdown"]

_HEAD = 4
"""Blocks at the beginning in which a date and a byline are looked for."""

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
"""A line break that is written in HTML, as in tables, which have no other."""

_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
"""The mark of a footnote in a text, "[^1]", which is not spoken."""

_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
"""How the note itself begins, "[^1]:" (not CommonMark, but many write it)."""

_KINDS: tuple[tuple[str, BlockKind], ...] = (
    ("table_open", "table"),
    ("blockquote_open", "quote"),
    ("list_item_open", "list_item"),
    ("heading_open", "heading"),
)
"""What a text is within these, the first that is around it: a list in a quote is quoted."""

_Found: TypeAlias = "tuple[BlockKind, str, int, float]"
"""A block before its place is known: kind, text, level of a heading, share that is linked."""


def read_markdown(text: str, uri: str, reading: Reading) -> Article:
    """Read CommonMark with an optional front matter.

    The title is the front matter's, else the first heading. Raises `ReadingError` for a front
    matter that cannot be read.
    """
    front, body = split_front_matter(text, uri)
    blocks = _read_blocks(body)
    # a date and a byline often stand as lines below the headline, where there is no front matter
    near = [block.text for block in blocks[:_HEAD]]
    return make_file_article(
        front,
        uri=uri,
        title=front.title or _find_title(blocks),
        blocks=blocks,
        body=body,
        dated_in=near,
        signed_in=near,
        reading=reading,
    )


def _find_title(blocks: tuple[Block, ...]) -> str:
    """Return the first heading, else the first block."""
    heading = next((block for block in blocks if block.kind == "heading"), None)
    return (heading or blocks[0]).text if blocks else ""


def _read_blocks(body: str) -> tuple[Block, ...]:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most articles are pages

    found: list[_Found] = []
    nest: list[Any] = []
    # CommonMark has no tables; unread, their bars would be spoken
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.nesting == 1:
            nest.append(token)
        elif token.nesting == -1:
            nest.pop()
        # only inline tokens hold running text: listings
        # of code and blocks of HTML are of other types
        elif token.type == "inline":
            text, linked = _read_inline(token)
            if text and not _NOTE.match(text):
                kind, level = _judge_kind(nest)
                # `tidy` may have shortened the text, so that more is linked than is left
                found.append((kind, text, level, min(1.0, linked / len(text))))
    return _make_blocks(found)


def _judge_kind(nest: list[Any]) -> tuple[BlockKind, int]:
    """Return what a text in these open tokens is, and the level of a heading."""
    types = {token.type for token in nest}
    kind: BlockKind = next((kind for name, kind in _KINDS if name in types), "paragraph")
    # the token right around a heading's text is the heading itself
    return kind, int(nest[-1].tag[1]) if kind == "heading" else 0


def _read_inline(token: Any) -> tuple[str, int]:
    """Return the text of a paragraph as one line, and how many characters of it are linked."""
    parts, linked, depth = [], 0, 0
    for child in token.children or ():
        if child.type == "link_open":
            depth += 1
        elif child.type == "link_close":
            depth -= 1
        elif child.type in ("text", "code_inline"):
            # in code "[^1]" is what it shows
            parts.append(_MARK.sub("", child.content) if child.type == "text" else child.content)
            linked += len(child.content.strip()) if depth else 0
        # images and raw HTML are not read
        elif child.type in ("softbreak", "hardbreak") or _BREAK.fullmatch(child.content):
            parts.append(" ")
    return tidy("".join(parts)), linked


def _make_blocks(found: list[_Found]) -> tuple[Block, ...]:
    """Make selectors into the rendered text: the blocks one after the other."""
    # the source has marks in the midst of sentences; a page made from it has none
    # one line break between two blocks, as in the page's text
    whole = "\n".join(text for _kind, text, _level, _links in found)
    blocks, at = [], 0
    for kind, text, level, links in found:
        end = at + len(text)
        selector = Selector(
            exact=text,
            prefix=whole[max(0, at - _CONTEXT) : at],
            suffix=whole[end : end + _CONTEXT],
        )
        blocks.append(Block(kind=kind, text=text, level=level, selector=selector, links=links))
        at = end + 1
    return tuple(blocks)
