"""Directives and roles of reStructuredText and MyST in Markdown: a box is read, its mark is not.

========================================  =================================================
``.. note::``, the text indented below    reStructuredText
```` ```{note} ````, ``:::{note}``        MyST; the second is a container as others have it
``:ref:`the quay <quay>```                a role: its words are read
``{cite}`smith2009```                     the mark of a source
========================================  =================================================
"""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.reading.reasons import Reason

__all__ = ["read_directives", "read_roles"]

_BOXES = any_of(
    "admonition", "attention", "card", "caution", "danger", "deprecated", "dropdown", "epigraph",
    "error", "hint", "important", "margin", "note", "pull-quote", "quote", "seealso", "sidebar",
    "tip", "todo", "topic", "version(?:added|changed)", "warning",
)  # fmt: skip
"""Directives whose body is text."""

_PICTURES = ("figure", "image", "video", "youtube")
"""Directives that show something; what they say of it is for those who do not see it."""

_LISTINGS = ("code", "code-block", "code-cell", "highlight", "literalinclude", "sourcecode")
"""Directives with code."""

_DIRECTIVE = re.compile(
    r"^(?P<indent>[ \t]{0,8})\.\.[ ](?P<name>[a-z][\w:-]{0,40})::[ \t]*(?P<words>[^\n]*)"
    r"(?P<options>(?:\n[ \t]+:[\w-]{1,40}:[^\n]*){0,20})"
    r"(?P<body>(?:\n(?:[ \t]*\n){0,3}(?P=indent)[ \t]{2,}[^\n]+){0,500})",
    re.MULTILINE,
)
"""A directive of reStructuredText with its options and what is indented below it."""

_FENCED_BOX = re.compile(
    rf"^(?P<fence>`{{3,8}})\{{(?P<name>{_BOXES})\}}[ \t]*(?P<words>[^\n]*)"
    r"(?P<options>(?:\n:[\w-]{1,40}:[^\n]*){0,20})(?P<body>(?:\n(?!(?P=fence))[^\n]*){0,500})"
    r"\n(?P=fence)[ \t]*$",
    re.MULTILINE,
)
"""A box of MyST between fences, which would be a listing of code."""

_ROLE = re.compile(
    r"(?<![\w`])(?:\{(?P<name>[a-z][\w:.-]{0,40})\}|:(?P<other>[a-z][\w:.-]{0,40}):)"
    r"`(?P<said>[^`\n]{1,300})`(?!`)"
)
"""A role: what the words between its marks are, or where they lead."""

_TARGET = re.compile(r"(?<=\S)\s*<[^<>]*>$|^[!~]")
"""Where they lead, behind them, and signs on how to shorten them."""

_CITES = re.compile(r"(?:foot)?(?:cite|footnote)\b.*|eq|numref|cite\w*")
"""Roles that set the mark of a source or a note, or a number that only the page has."""


def read_directives(text: str, put_by: Callable[[str, Reason], str]) -> str:
    """Return a text with the bodies of its boxes in their place; all else of them is put by."""

    def read(found: re.Match[str]) -> str:
        name = found["name"]
        if name in _PICTURES:
            return put_by(found[0], "picture") + "\n"
        if name in _LISTINGS:
            return put_by(found[0], "code") + "\n"
        mark = found[0][: found.start("words") - found.start()] + found["options"]
        if not re.fullmatch(_BOXES, name):
            mark, words, body = found[0], "", ""
        else:
            words, body = found["words"], dedent(found["body"])
        # a title stands by itself, and the first line of a text goes on in the next
        parted = "\n" if name == "admonition" else ""
        return f"{put_by(mark, 'template-code')}\n\n{words}{parted}{body}\n\n"

    # most texts have neither
    if ".. " in text and "::" in text:
        text = _DIRECTIVE.sub(read, text)
    return _FENCED_BOX.sub(read, text) if "```{" in text else text


def read_roles(text: str, put_by: Callable[[str, Reason], str]) -> str:
    """Return a text with the words of its roles alone; the marks of sources are put by."""

    def read(found: re.Match[str]) -> str:
        name = found["name"] or found["other"]
        if _CITES.fullmatch(name):
            return put_by(found[0], "note-mark")
        if name == "math":
            return put_by(found[0], "formula")
        return _TARGET.sub("", found["said"])

    return _ROLE.sub(read, text) if "`" in text else text
