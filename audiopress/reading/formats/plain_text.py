"""Plain text: paragraphs by blank lines, or a line each; the headline found among boilerplate."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import ReadingError
from audiopress.model import Block, LeftOut, PassedOver, Selector
from audiopress.reading.formats.file_article import (
    choose_title,
    insert_standfirst,
    make_file_article,
)
from audiopress.reading.formats.front_matter import (
    FrontMatter,
    opens_front_matter,
    split_front_matter,
)
from audiopress.reading.formats.text_paragraphs import TextParagraph, split_paragraphs
from audiopress.reading.inline_parts import split_inline_parts
from audiopress.reading.metadata.authors.bylines import read_byline
from audiopress.reading.metadata.dates.dates import is_dateline
from audiopress.reading.wording.boilerplate import is_boilerplate, judge_wording
from audiopress.text.comparison import has_words
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.model import Article, Reading

__all__ = ["read_plain_text"]

_CONTEXT = 32
"""Characters of a selector's prefix and suffix: what docs/alignment.md promises."""

_HEAD = 8
"""Lines among which the headline is looked for: a copied page has its menu above, not a story."""

_BELOW_HEADLINE = 4
"""Lines, the headline among them, in which a date and a byline are looked for."""

_HEADLINE_WORDS = range(2, 41)
"""Words of a headline; more are a paragraph."""

_LABEL_WORDS = 4
"""Words up to which a line is a section or a name ("World news", "Jane Doe") above a headline."""

_PROGRAMME_WORDS = 6
"""Words up to which a line above hours ("5pm - 7pm") is the name of a programme."""

_LINES_BELOW_LABEL = 2
"""Lines below a label that may be its headline: one of them is often a date."""

_PROSE_WORDS = 16
"""Words of a closed sentence from which it is a paragraph of the story, which has begun then."""

_CLOSED = re.compile(r"[.!?…][\W_]*$")
"""The end of a sentence."""

_UNLIKE_HEADLINE = re.compile(r"[.:;,][\"”’»)\]]*$")
"""How a sentence of the story ends, in a quotation or a bracket too, and no headline."""

_SENTENCES = re.compile(r"[.!?…][\"”’»)\]]*\s+[\"“‘«(]?[^\Wa-z].*[.!?…][\W_]*$")
"""Two sentences or more in one line: a paragraph."""

_SPEAKER = re.compile(r"\w[\w .]{0,30}:\s")
"""Who says the line of an interview or a play."""

_GUTENBERG = re.compile(
    r"^\*\*\* ?(?P<which>START|END) OF (?:THE|THIS) PROJECT GUTENBERG .*$", re.MULTILINE
)
"""The lines between which a book of Project Gutenberg stands."""

_NAMED = re.compile(r"^(?P<key>Title|Author): (?P<value>.+)$", re.MULTILINE)
"""What is said of a book above the first of them."""


def read_plain_text(text: str, uri: str, reading: Reading) -> Article:
    """Read a text file; the lines before its headline stay blocks with the hint ``before-title``.

    The headline is that of the front matter, else a short line at the top, else the name of the
    file. A front matter counts where a key of it is one that we know: a rule of dashes above a text
    is no front matter. Raises `ReadingError` for a file without a line of text.
    """
    front, body = FrontMatter(), text
    if opens_front_matter(text):
        # else a text that stands between two rules of dashes would be refused as YAML
        front, body = split_front_matter(text, uri)
    front, body, around = _open_book(front, body)
    paragraphs = split_paragraphs(body)
    if not paragraphs:
        raise ReadingError("the file is empty", where=uri, hint="write the article into it")
    lines = [paragraph.text for paragraph in paragraphs]
    # a title that stands above the text need not stand in it as well
    at = _find_line(lines, front.title) if front.title else _find_headline(paragraphs)
    # -1 is a title that stands in the front matter, or in the name of the file
    near = lines[: max(0, at) + _BELOW_HEADLINE]
    article = make_file_article(
        front,
        uri=uri,
        title=choose_title((front.title, *lines[at:][:1]) if at >= 0 else (front.title,), uri),
        blocks=_make_blocks(paragraphs, body, at),
        body=body,
        dated_in=near,
        signed_in=near[max(0, at) :],
        reading=reading,
    )
    before, after = around
    ends = ((0, before), (len(article.blocks), after))
    passed_over = tuple(
        PassedOver(before=place, left_out=LeftOut(text=tidy(said), reason="boilerplate"))
        for place, said in ends
        if tidy(said)
    )
    return insert_standfirst(replace(article, passed_over=passed_over), front)


def _open_book(front: FrontMatter, body: str) -> tuple[FrontMatter, str, tuple[str, str]]:
    """Return a book of Project Gutenberg without what stands around it, and that."""
    marks = {found["which"]: found for found in _GUTENBERG.finditer(body)}
    if "START" not in marks:
        return front, body, ("", "")
    start = marks["START"]
    end = marks["END"].start() if "END" in marks else len(body)
    if not body[start.end() : end].strip():
        return front, body, ("", "")
    named = {found["key"]: tidy(found["value"]) for found in _NAMED.finditer(body[: start.start()])}
    front = replace(
        front,
        title=front.title or named.get("Title", ""),
        byline=front.byline or named.get("Author", ""),
    )
    return front, body[start.end() : end], (body[: start.end()], body[end:])


def _find_line(lines: list[str], title: str) -> int:
    """Return the number of the line that repeats a title near the beginning, else -1."""
    same = (at for at, line in enumerate(lines[:_HEAD]) if line == title)
    return next(same, -1)


def _find_headline(paragraphs: list[TextParagraph]) -> int:
    """Return the number of the headline's line, no boilerplate, date or byline; -1 without one."""
    lines = [paragraph.text for paragraph in paragraphs]
    heads = [
        at
        for at, line in enumerate(lines[:_HEAD])
        if paragraphs[at].kind in ("paragraph", "heading")
        and has_words(line)
        and not is_boilerplate(line)
        and not is_dateline(line)
        and not read_byline(line)
    ]
    # a sentence that is all there is of a text is its story
    if sum(map(has_words, lines)) == 1 and heads and _CLOSED.search(lines[heads[0]]):
        return -1
    # the first that looks like one, as long as the story has not begun
    for at in heads:
        below = lines[at + 1 : at + 1 + _LINES_BELOW_LABEL]
        if paragraphs[at].kind == "heading":
            return at
        if _looks_like_headline(lines[at]) and not _is_label(lines[at], below, lines):
            return at
        if _is_prose(lines[at]):
            break
    # else the first line, if it is as short as one and below no list, which is the story's
    listed = any(one.kind == "list_item" for one in paragraphs[: heads[0]]) if heads else True
    return heads[0] if not listed and not _is_prose(lines[heads[0]]) else -1


def _is_prose(line: str) -> bool:
    """Whether a line is a paragraph of the story: a sentence of some length."""
    words = len(line.split())
    return words >= _HEADLINE_WORDS.stop or (words >= _PROSE_WORDS and bool(_CLOSED.search(line)))


def _looks_like_headline(line: str) -> bool:
    # a note's mark stands behind the full stop of a sentence
    said, _ = split_inline_parts(line)
    return len(line.split()) in _HEADLINE_WORDS and not _UNLIKE_HEADLINE.search(said)


def _opens_story(line: str, lines: list[str]) -> bool:
    """Whether a line below a short one is the story's: of two sentences, or what a speaker says."""
    if speaker := _SPEAKER.match(line):
        # "Review: ..." is said once, and whoever speaks in an interview speaks again
        return sum(other.startswith(speaker[0]) for other in lines) > 1
    return bool(_SENTENCES.search(line))


def _is_label(line: str, following: list[str], lines: list[str]) -> bool:
    """Tell two or three words directly above a longer headline: a section or a name.

    So is what stands above boilerplate, such as a programme above its hours. ``lines`` are all
    of the text.
    """
    # a date between a section and its headline is neither
    after = [tidy(follower) for follower in following if not is_dateline(tidy(follower))]
    if not after:
        return False
    words, words_below = len(line.split()), len(after[0].split())
    # the hours of a programme are no headline, so its name is none either
    if words <= _PROGRAMME_WORDS and judge_wording(after[0]) == "presenter-slot":
        return True
    longer = words <= _LABEL_WORDS and words_below > _LABEL_WORDS + 1
    return longer and _looks_like_headline(after[0]) and not _opens_story(after[0], lines)


def _make_blocks(paragraphs: list[TextParagraph], text: str, headline: int) -> tuple[Block, ...]:
    blocks = []
    at = 0
    for number, one in enumerate(paragraphs):
        # from where the last one ended: a line that is said twice has two places
        selector, at = _find_selector(text, one.raw, at)
        if number == headline:
            blocks.append(Block(kind="heading", text=one.text, level=1, selector=selector))
            continue
        blocks.append(
            Block(
                kind=one.kind,
                text=one.text,
                level=one.level,
                selector=selector,
                hints=("before-title",) if number < headline else (),
                number=one.number,
            )
        )
    return tuple(blocks)


def _find_selector(text: str, exact: str, start: int) -> tuple[Selector, int]:
    """Return the selector of ``exact`` at or after ``start``, and where it ends."""
    at = text.find(exact, start)
    # a paragraph over the end of a page has no form feed in it
    if at < 0:
        return Selector(exact=exact), start
    end = at + len(exact)
    context = (text[max(0, at - _CONTEXT) : at], text[end : end + _CONTEXT])
    return Selector(exact=exact, prefix=context[0], suffix=context[1]), end
