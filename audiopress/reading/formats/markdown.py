"""Markdown: front matter for the metadata, headings and paragraphs for the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from audiopress.errors import ReadingError
from audiopress.model import Article, Block, Selector
from audiopress.reading.metadata.bylines import read_byline
from audiopress.reading.metadata.dates import find_date, is_dateline
from audiopress.text.decode import tidy
from audiopress.text.language import guess_language

if TYPE_CHECKING:
    from audiopress.model import BlockKind, Reading

__all__ = ["front_matter", "read_markdown"]

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_KEY = re.compile(r"([A-Za-z][\w.-]*)[ \t]*:[ \t]*(.*)")


def read_markdown(text: str, uri: str, reading: Reading) -> Article:
    """Read CommonMark with an optional front matter.

    The title is the front matter's, else the first heading. Raises `ReadingError` for a text
    without any block, or a front matter that makes no sense.
    """
    facts, body = front_matter(text, uri)
    blocks = _blocks(body)
    title = facts.get("title", "") or next((b.text for b in blocks if b.kind == "heading"), "")
    if not title and blocks:
        title = blocks[0].text
    dates = [block.text for block in blocks[:4] if is_dateline(block.text)]
    bylines = [found for block in blocks[:4] if (found := read_byline(block.text))]
    date = facts.get("date") or facts.get("published") or (dates[0] if dates else "")
    return Article(
        uri=uri,
        title=title,
        blocks=blocks,
        canonical=facts.get("canonical") or facts.get("canonical_url") or facts.get("url"),
        declared_id=facts.get("id"),
        byline=facts.get("author") or facts.get("byline") or (bylines[0] if bylines else ""),
        standfirst=facts.get("standfirst") or facts.get("description") or "",
        published=find_date(date),
        modified=find_date(facts.get("modified") or facts.get("updated") or ""),
        language=reading.language
        or facts.get("language")
        or facts.get("lang")
        or guess_language(body),
        section=facts.get("section") or facts.get("category") or "",
        image=facts.get("image"),
        draft=_yes(facts.get("draft")) or _no(facts.get("published")),
    )


def _yes(value: str | None) -> bool:
    return (value or "").lower() in ("true", "yes", "on")


def _no(value: str | None) -> bool:
    """Whether a file says ``published: false``, as some generators have it."""
    return (value or "").lower() in ("false", "no", "off")


def front_matter(text: str, where: str) -> tuple[dict[str, str], str]:
    """Split front matter of ``key: value`` lines off; lists become "a, b".

    Raises `ReadingError` naming the line that is neither a key nor a list item.
    """
    match = _FRONT.match(text)
    if not match:
        return {}, text
    facts: dict[str, str] = {}
    key = ""
    for number, line in enumerate(match[1].split("\n"), 2):
        pair = _KEY.fullmatch(line.rstrip())
        item = re.fullmatch(r"\s*-\s+(.*)", line)
        if pair:
            key = pair[1].lower()
            facts[key] = _scalar(pair[2])
        elif item and key:
            facts[key] = ", ".join(filter(None, (facts[key], _scalar(item[1]))))
        elif line.strip() and not line.lstrip().startswith("#"):
            if key and line[0] in " \t":
                continue  # nested values are of no use here
            raise ReadingError(
                f"line {number} of the front matter is no `key: value`",
                where=where,
                hint="write lines such as `title: ...` between the two `---`",
            )
    return facts, text[match.end() :]


def _scalar(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_scalar(part) for part in value[1:-1].split(",") if part.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace('\\"', '"') if value[0] == '"' else inner.replace("''", "'")
    return re.sub(r"\s+#.*", "", value)


_Found: TypeAlias = "tuple[BlockKind, str, int, float]"
_MARK = re.compile(r"\[\^[^\]\s]+\](?!:)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
"""The mark of a footnote, and how the note itself begins (not CommonMark, but many write it)."""

_KINDS: tuple[tuple[str, BlockKind], ...] = (
    ("table_open", "table"),
    ("blockquote_open", "quote"),
    ("list_item_open", "list_item"),
    ("heading_open", "heading"),
)


def _blocks(body: str) -> tuple[Block, ...]:
    found: list[_Found] = []
    nest: list[Any] = []
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most articles are pages

    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.nesting == 1:
            nest.append(token)
        elif token.nesting == -1:
            nest.pop()
        elif token.type == "inline":
            text, linked = _plain(token)
            if text and not _NOTE.match(text):
                kind, level = _kind(nest)
                found.append((kind, text, level, min(1.0, linked / len(text))))
    return _with_selectors(found)


def _kind(nest: list[Any]) -> tuple[BlockKind, int]:
    types = {token.type for token in nest}
    kind: BlockKind = next((kind for name, kind in _KINDS if name in types), "paragraph")
    return kind, int(nest[-1].tag[1]) if kind == "heading" else 0


def _plain(token: Any) -> tuple[str, int]:
    parts, linked, depth = [], 0, 0
    for child in token.children or ():
        if child.type == "link_open":
            depth += 1
        elif child.type == "link_close":
            depth -= 1
        elif child.type in ("text", "code_inline"):
            parts.append(_MARK.sub("", child.content) if child.type == "text" else child.content)
            linked += len(child.content.strip()) if depth else 0
        elif child.type in ("softbreak", "hardbreak") or _BREAK.fullmatch(child.content):
            parts.append(" ")
    return tidy("".join(parts)), linked


def _with_selectors(found: list[_Found]) -> tuple[Block, ...]:
    """Make selectors into the rendered text: the blocks one after the other."""
    whole = "\n".join(text for _kind, text, _level, _links in found)
    blocks, at = [], 0
    for kind, text, level, links in found:
        end = at + len(text)
        selector = Selector(
            exact=text, prefix=whole[max(0, at - 32) : at], suffix=whole[end : end + 32]
        )
        blocks.append(Block(kind=kind, text=text, level=level, selector=selector, links=links))
        at = end + 1
    return tuple(blocks)
