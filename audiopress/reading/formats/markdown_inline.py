"""The running text of a paragraph of Markdown, and the parts of it that are not spoken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from audiopress.model import LeftOut
from audiopress.reading.formats.markdown_source import MARK
from audiopress.reading.html.tree.elements import READINGS, STRUCK
from audiopress.reading.inline_parts.exported_notes import is_note_link
from audiopress.reading.inline_parts.gaps import GONE, close_signed_gaps
from audiopress.text.decode import tidy

if TYPE_CHECKING:
    from audiopress.reading.formats.markdown_source import MarkdownSource
    from audiopress.reading.reasons import Reason

__all__ = ["InlineText", "read_inline"]

_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)")
"""A tag of HTML within a line."""

_COMMENT = re.compile(r"<!--(?P<said>.*?)-?-?>|<\?(?P<order>.*?)\?>", re.DOTALL)
"""A comment of HTML within a line, or an instruction to a program."""

_SMALL = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
"""Figures as they are written small and high; all that reads powers knows these."""

_POWER = re.compile(r"(?:^|[^\w])(?:[\d.,]+|\w{1,2}|[)\]])$")
"""What stands before a power: a number, a unit, a letter, a bracket. Behind a word it is a note."""

_RAISED_GONE = re.compile(rf"\^{GONE}\^?|{GONE}\^")
"""Where the mark of a note was, with the signs that raised it."""

_HREF = re.compile(r"""\shref\s*=\s*["']?(?P<target>[^"'\s>]*)""", re.IGNORECASE)
"""Where a link of HTML leads."""

_UNREAD: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    # of a note that stands nowhere
    ("note-mark", re.compile(r"\\?\[\^[^\]\s]{1,80}\]")),
    ("note-mark", re.compile(r"\^\\?\[\d{1,3}\\?\]\^|(?<=[.,;:!?”’)])\^\d{1,3}\^")),
    # of those who edit: "{--gone--}", "{>>why?<<}"
    ("struck-out", re.compile(r"\{--.{1,2000}?--\}")),
    ("comment", re.compile(r"\{>>.{1,2000}?<<\}")),
    ("footnote", re.compile(r"\^\[(?:[^\[\]]|\[[^\[\]]*\]){1,2000}\]")),
    ("picture", re.compile(r"!\[\[[^\[\]]{1,300}\]\]")),
    # of Obsidian: the name of a paragraph, behind it
    ("template-code", re.compile(r"(?:^|(?<=\s))\^(?=[\w-]*[A-Za-z])[A-Za-z0-9][\w-]{1,60}$")),
    ("emoji", re.compile(r"(?<![\w:/]):[a-z+-][a-z0-9_+-]{1,40}:(?![\w:/])")),
    ("template-code", re.compile(r"(?:(?<=\S)\s?|^)\{(?:[:#.]|[\w-]+=)[^{}]{1,200}\}")),
)
"""Marks that are not read wherever they stand, and why: notes, pictures, emoji, attributes."""

_WORDS_IN_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![=\w])==(?=\S)(?P<said>[^=]{1,2000}?)(?<=\S)==(?![=\w])"), r"\g<said>"),
    # of PyMdown: "++ctrl+alt++", "^^put in^^"
    (
        re.compile(r"(?<![\w+{])\+\+(?=\w)(?P<said>[\w+\" -]{1,60}?)(?<=[\w\"])\+\+(?!\+)"),
        r"\g<said>",
    ),
    (re.compile(r"(?<!\^)\^\^(?=\S)(?P<said>[^^]{1,2000}?)(?<=\S)\^\^(?!\^)"), r"\g<said>"),
    (re.compile(r"\{(?P<mark>\+\+|==)(?P<said>.{1,2000}?)(?P=mark)\}"), r"\g<said>"),
    (re.compile(r"(?<=\w)~(?P<said>\w{1,8})~"), r"\g<said>"),
)
"""Marks around words that are read: a marked text, small figures below the line."""

_HIGH = re.compile(r"(?<=\w)\^(?P<said>[\dn+-]{1,6})\^")
"""Small figures above the line, as Pandoc writes them."""

_CODE = re.compile("\ufdd2(\\d+)\ufdd3")
"""Stands for a piece of code by its number: marks in it are what it shows."""


@dataclass(slots=True)
class InlineText:
    """A paragraph as one line, how many of its characters are linked, and what is not read."""

    text: str = ""
    linked: int = 0
    left_out: list[LeftOut] = field(default_factory=list)

    def leave_out(self, text: str, reason: Reason) -> None:
        """Note a part that is not read; one without a word is a sign and no loss."""
        if text := tidy(text):
            self.left_out.append(LeftOut(text=text, reason=reason))


@dataclass(slots=True)
class _Sentence:
    """What is collected on the way through the tokens of a paragraph."""

    said: InlineText
    source: MarkdownSource
    parts: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    raised: list[str] | None = None
    reading: list[str] | None = None
    links: list[tuple[str, int]] = field(default_factory=list)
    strokes: int = 0

    def add(self, text: str) -> None:
        target = self.struck if self.strokes else self.parts
        if self.raised is not None:
            target = self.raised
        if self.reading is not None:
            target = self.reading
        target.append(text)
        if self.links and not self.strokes:
            self.said.linked += len(text.strip())


def read_inline(tokens: list[Any], source: MarkdownSource) -> InlineText:
    """Return the text of a paragraph by its tokens."""
    line = _Sentence(InlineText(), source)
    for token in tokens:
        _read_token(token, line)
    _strike(line)
    _leave_reading(line)
    text = _read_marks(_restore_text("".join(line.parts), line), line.said)
    text, words = close_signed_gaps(tidy(text))
    for led_in in words:
        line.said.leave_out(led_in, "note-mark")
    line.said.text = tidy(_restore_code(text, line.codes))
    return line.said


def _read_token(token: Any, line: _Sentence) -> None:
    kind = token.type
    if kind in ("link_open", "link_close"):
        _follow_link(token, line)
    elif kind in ("s_open", "s_close"):
        _cross(token.nesting, line)
    elif kind == "text":
        line.add(token.content)
    elif kind == "code_inline":
        line.add(f"\ufdd2{len(line.codes)}\ufdd3")
        line.codes.append(line.source.restore(token.content))
    elif kind in ("softbreak", "hardbreak"):
        line.add(" ")
    elif kind.startswith("math_"):
        # between its marks again: one place judges the formulas of all formats
        line.add(f"{token.markup}{token.content}{token.markup}")
    elif kind == "image":
        line.said.leave_out(line.source.restore(_list_words(token)), "picture")
        line.add(GONE)
    elif kind == "footnote_ref":
        line.said.leave_out(f"[^{token.meta.get('label')}]", "note-mark")
        line.add(GONE)
    elif kind == "html_inline":
        _read_tag(token.content, line)


def _follow_link(token: Any, line: _Sentence) -> None:
    """Remember where a link begins, and leave out one that is a note's mark: "[1](#fn1)"."""
    if token.nesting > 0:
        line.links.append((str(token.attrs.get("href", "")), len(line.parts)))
    else:
        _close_link(line)


def _close_link(line: _Sentence) -> None:
    target, start = line.links.pop()
    label = line.source.restore("".join(line.parts[start:]))
    if is_note_link(label, target, "".join(line.parts[:start][-3:])):
        line.said.leave_out(label, "note-mark")
        line.said.linked -= sum(len(part.strip()) for part in line.parts[start:])
        line.parts[start:] = [GONE]


def _list_words(token: Any) -> str:
    """Return the text of an image: that of its tokens, without their marks."""
    return "".join(
        " " if child.type == "softbreak" else child.content for child in token.children or ()
    )


def _cross(nesting: int, line: _Sentence) -> None:
    line.strokes = max(0, line.strokes + nesting)
    if not line.strokes:
        _strike(line)


def _strike(line: _Sentence) -> None:
    """Leave out what was struck out so far."""
    if line.struck:
        struck = _restore_code(line.source.restore("".join(line.struck)), line.codes)
        line.said.leave_out(struck, "struck-out")
        line.struck.clear()
        line.parts.append(GONE)


def _leave_reading(line: _Sentence) -> None:
    """Leave out how a word is read, as far as it was collected."""
    if line.reading:
        line.said.leave_out(line.source.restore("".join(line.reading)), "reading-aid")
    line.reading = None


def _restore_code(text: str, codes: list[str]) -> str:
    return _CODE.sub(lambda found: codes[int(found[1])], text)


def _read_tag(html: str, line: _Sentence) -> None:
    """Read a tag of HTML within a line."""
    if comment := _COMMENT.fullmatch(html):
        line.said.leave_out(line.source.restore(comment["said"] or comment["order"]), "comment")
        return
    tag = _TAG.match(html)
    name = tag["name"].lower() if tag else ""
    closes = html.startswith("</")
    if name == "br":
        line.add(" ")
    elif name in READINGS or name == "ruby":
        # an end tag may be missing: the next one of them ends it as well
        _leave_reading(line)
        line.reading = [] if name in READINGS and not closes else None
    elif name == "a":
        _follow_anchor(html, line, closes=closes)
    elif name in STRUCK:
        _cross(-1 if closes else 1, line)
    elif name == "sup" and not closes:
        line.raised = []
    elif name == "sup" and line.raised is not None:
        raised, line.raised = "".join(line.raised), None
        _raise(raised, line)


def _follow_anchor(html: str, line: _Sentence, *, closes: bool) -> None:
    """Follow a link that is written in HTML."""
    if not closes:
        href = _HREF.search(html)
        line.links.append((href["target"] if href else "", len(line.parts)))
    elif line.links:
        _close_link(line)


def _raise(text: str, line: _Sentence) -> None:
    """Read what stands small and high: a power, the end of a number ("3rd"), or a note's mark."""
    before = "".join(line.parts[-3:])
    if not re.fullmatch(r"[\d+\-n\[\]*†‡]+", text):
        line.add(text)
    elif re.fullmatch(r"[\d+\-n]+", text) and _POWER.search(before):
        line.add(text.translate(_SMALL))
    else:
        line.said.leave_out(text, "note-mark")
        line.add(GONE)


def _restore_text(text: str, line: _Sentence) -> str:
    """Return a text with what was put by in it, but for what has a reason not to be read."""

    def restore(found: re.Match[str]) -> str:
        piece = line.source.pieces[int(found[1])]
        if piece.reason is None:
            return line.source.restore(piece.text)
        line.said.leave_out(line.source.restore(piece.text), piece.reason)
        return GONE

    return MARK.sub(restore, text)


def _read_marks(text: str, said: InlineText) -> str:
    """Return a text without the marks that generators add to CommonMark."""
    text = _RAISED_GONE.sub(GONE, text)
    for reason, pattern in _UNREAD:
        for found in pattern.finditer(text):
            said.leave_out(found[0], reason)
        text = pattern.sub(GONE, text)
    for pattern, words in _WORDS_IN_MARKS:
        text = pattern.sub(words, text)
    return _HIGH.sub(lambda found: found["said"].translate(_SMALL), text)
