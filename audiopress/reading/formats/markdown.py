"""Markdown: front matter for the metadata, headings and paragraphs for the text.

CommonMark with what the usual generators add to it (`markdown_source` has the list). All text of
the file is in a block, or is listed with the reason why it is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from audiopress.model import Block, LeftOut, PassedOver, Selector
from audiopress.reading.formats.file_article import (
    choose_title,
    insert_standfirst,
    make_file_article,
)
from audiopress.reading.formats.front_matter import split_front_matter
from audiopress.reading.formats.html_fragments import read_fragment
from audiopress.reading.formats.markdown_inline import InlineText, read_inline
from audiopress.reading.formats.markdown_source import MarkdownSource, prepare_markdown
from audiopress.reading.formats.untitled import find_untitled
from audiopress.reading.html.runs.verse import reads_as_verse
from audiopress.reading.inline_parts import split_inline_parts
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.model import Article, BlockKind, Reading
    from audiopress.reading.reasons import Reason

__all__ = ["read_markdown"]

_HEAD = 4
"""Blocks at the beginning in which a date and a byline are looked for."""

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_ALERT = re.compile(r"\[!(?P<kind>[\w-]+)\][+-]?\s*")
"""How a quote begins that is a box and quotes nobody: "[!NOTE]" (GitHub, Obsidian)."""

_TASK = re.compile(r"\[[ xX/-]\]\s+")
"""The box to tick of a list of tasks."""

_KINDS: tuple[tuple[str, BlockKind], ...] = (
    ("table_open", "table"),
    ("blockquote_open", "quote"),
    ("list_item_open", "list_item"),
    ("dt_open", "list_item"),
    ("dd_open", "list_item"),
    ("heading_open", "heading"),
)
"""What a text is within these, the first that is around it: a list in a quote is quoted."""


@dataclass(slots=True)
class _Found:
    """What is found on the way through the tokens of a file."""

    source: MarkdownSource
    blocks: list[Block] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    nest: list[Any] = field(default_factory=list)
    # of each ordered list that is open the number of its next item
    numbers: list[int] = field(default_factory=list)
    number: str = ""

    def pass_over(self, text: str, reason: Reason) -> None:
        """List a text that is no block, if it says anything."""
        if text := tidy(text):
            left = LeftOut(text=text, reason=reason)
            self.passed_over.append(PassedOver(before=len(self.blocks), left_out=left))


def read_markdown(text: str, uri: str, reading: Reading) -> Article:
    """Read Markdown with an optional front matter.

    The title is the front matter's, else the first heading with a word in it. Raises
    `ReadingError` for a front matter that cannot be read.
    """
    front, body = split_front_matter(text, uri)
    found = _read_body(body)
    blocks = _place_blocks(found.blocks)
    # a date and a byline often stand as lines below the headline, where there is no front matter
    near = [block.text for block in blocks[:_HEAD]]
    # as it is said: without a note's mark, a formula, code of a template
    headings = [split_inline_parts(one.text)[0] for one in blocks if one.kind == "heading"]
    wordless = bool(front.title) or any(one.kind == "heading" for one in blocks)
    untitled = find_untitled(blocks, uri, wordless=wordless)
    article = make_file_article(
        front,
        uri=uri,
        title=choose_title((front.title, *headings, untitled), uri),
        blocks=blocks,
        body=body,
        dated_in=near,
        signed_in=near,
        reading=reading,
    )
    article = replace(article, passed_over=tuple(found.passed_over))
    return insert_standfirst(article, front)


def _read_body(body: str) -> _Found:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most articles are pages
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415 - as above
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415 - as above
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - as above

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # notes stay where they are defined: those that nothing refers to would be lost
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(deflist_plugin)
    # "$5 and $6" is money: no figure beside a mark, no space within
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False)
    found = _Found(prepare_markdown(body))
    for token in parser.parse(found.source.text):
        _read_token(token, found)
    return found


def _read_token(token: Any, found: _Found) -> None:
    if token.nesting:
        _nest(token, found)
    elif token.type == "inline":
        _read_paragraph(token, found)
    elif token.type == "code_block" and reads_as_verse(token.content):
        # indented lines are a poem as often as code
        _add_block(InlineText(tidy(found.source.restore(token.content))), "paragraph", 0, found)
    elif token.type in ("fence", "code_block"):
        found.pass_over(found.source.restore(token.content), "code")
    elif token.type == "math_block":
        mark = token.markup
        text = tidy(f"{mark}{found.source.restore(token.content)}{mark}")
        _add_block(InlineText(text), "paragraph", 0, found)
    elif token.type == "html_block":
        _read_html(token.content, found)


def _nest(token: Any, found: _Found) -> None:
    """Follow a token that opens or closes an element."""
    if token.nesting < 0:
        found.nest.pop()
        if token.type == "ordered_list_close":
            found.numbers.pop()
        return
    found.nest.append(token)
    if token.type == "ordered_list_open":
        found.numbers.append(int(token.attrs.get("start", 1)))
    elif token.type == "list_item_open":
        found.number = ""
        if found.nest[-2].type == "ordered_list_open":
            found.number = f"{found.numbers[-1]}."
            found.numbers[-1] += 1


def _read_paragraph(token: Any, found: _Found) -> None:
    for children in _part_title(token.children or [], found):
        _read_line(children, found)


def _part_title(children: list[Any], found: _Found) -> list[list[Any]]:
    """Return the title of a box, in the line of its mark, and the text below it."""
    quotes = [one for one in found.nest if one.type == "blockquote_open"]
    first = children[0].content if children else ""
    if not quotes or quotes[-1].meta.get("begun") or not _ALERT.match(first):
        return [children]
    ends = (at for at, one in enumerate(children) if one.type in ("softbreak", "hardbreak"))
    end = next(ends, len(children))
    return [children[:end], children[end + 1 :]] if children[end + 1 :] else [children]


def _read_line(children: list[Any], found: _Found) -> None:
    said = read_inline(children, found.source)
    types = {one.type for one in found.nest}
    if "footnote_reference_open" in types or "footnote_open" in types:
        found.pass_over(said.text, "footnote")
        said.text = ""
    _take_alert(said, found)
    kind, level = _judge_kind(found.nest)
    if kind == "list_item" and (task := _TASK.match(said.text)):
        said.leave_out(task[0], "control")
        said.text = said.text[task.end() :]
    _add_block(said, kind, level, found)


def _take_alert(said: InlineText, found: _Found) -> None:
    """Take the mark of a box from its first line, and remember that it is no quote."""
    quotes = [one for one in found.nest if one.type == "blockquote_open"]
    alert = _ALERT.match(said.text) if quotes and not quotes[-1].meta.get("begun") else None
    if quotes and (said.text or said.left_out):
        quotes[-1].meta["begun"] = True
    if alert:
        quotes[-1].meta["alert"] = True
        said.leave_out(alert[0], "template-code")
        said.text = said.text[alert.end() :]


def _add_block(said: InlineText, kind: BlockKind, level: int, found: _Found) -> None:
    if not said.text:
        for left in said.left_out:
            found.pass_over(left.text, left.reason)  # type: ignore[arg-type]
        return
    block = Block(
        kind=kind,
        text=said.text,
        level=level,
        # `tidy` may have shortened the text, so that more is linked than is left
        links=min(1.0, said.linked / len(said.text)),
        left_out=tuple(said.left_out),
        number=found.number if kind == "list_item" else "",
    )
    found.number = ""
    found.blocks.append(block)


def _read_html(html: str, found: _Found) -> None:
    """Read a piece of HTML as the page would show it."""
    for part in read_fragment(html):
        text = found.source.restore(part.text)
        if part.reason:
            found.pass_over(text, part.reason)
        else:
            found.number = part.number
            _add_block(InlineText(text), part.kind, part.level, found)


def _judge_kind(nest: list[Any]) -> tuple[BlockKind, int]:
    """Return what a text in these open tokens is, and the level of a heading."""
    types = {token.type for token in nest if not token.meta.get("alert")}
    kind: BlockKind = next((kind for name, kind in _KINDS if name in types), "paragraph")
    # the token right around a heading's text is the heading itself
    return kind, int(nest[-1].tag[1]) if kind == "heading" else 0


def _place_blocks(found: list[Block]) -> tuple[Block, ...]:
    """Make selectors into the rendered text: the blocks one after the other."""
    # the source has marks in the midst of sentences; a page made from it has none
    # one line break between two blocks, as in the page's text
    whole = "\n".join(block.text for block in found)
    blocks, at = [], 0
    for block in found:
        end = at + len(block.text)
        selector = Selector(
            exact=block.text,
            prefix=whole[max(0, at - _CONTEXT) : at],
            suffix=whole[end : end + _CONTEXT],
        )
        blocks.append(replace(block, selector=selector))
        at = end + 1
    return tuple(blocks)
