r"""What generators add to Markdown by the line, made ready for a parser of CommonMark.

===========================  ==========================================================
``:::tip Title``, ``:::``    containers of Docusaurus, VitePress and Pandoc
``!!! note "Title"``         boxes of MkDocs, also ``???`` and tabs (``=== "Title"``)
``import``, ``export``       MDX
``*[HTML]: ...``             abbreviations
``\newpage``, ``[[_TOC_]]``  orders to who lays out the page
``{{< figure >}}``           shortcodes and tags of templates, within a line too
``\( \)``, ``\[ \]``         formulas, whose marks CommonMark would take for escapes
===========================  ==========================================================

What is not read is put by, and a mark stands for it in its place: a number between two characters
that no text has. What lies within a box is read as if the box were not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.reading.formats.directives import read_directives, read_roles
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from audiopress.reading.reasons import Reason

__all__ = ["MARK", "MarkdownSource", "PutBy", "prepare_markdown"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode, which stand in no text."""

MARK = compile_late(f"{_OPEN}(\\d+){_CLOSE}")
"""What stands for something that was put by: its number."""

_NO_CHARACTERS = compile_late("[\ufdd0-\ufdef]")
"""All of them, so that no text that comes in has one."""

_FENCE = compile_late(r"[ \t>]*(?P<fence>`{3,}|~{3,})")
"""What opens and closes a listing of code, in which nothing is touched."""

_CONTAINER = compile_late(
    r"(?P<indent>[ \t]*):{3,}[ \t]*(?:(?P<kind>[\w-]+)?[ \t]*(?:\{[^{}]*\})?[ \t]*"
    r"(?:\[(?P<label>[^\]]*)\]|(?P<title>[^:{}\[\]]*?))[ \t]*(?:\{[^{}]*\})?[ \t]*:*)"
)
"""The line that opens or closes a container."""

_BOX = compile_late(
    r"(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w -]*?)|={3}[!+]?)"
    r"(?:[ \t]*\"(?P<title>[^\"]*)\")?[ \t]*"
)
"""The line that opens a box or a tab of MkDocs; what belongs to it is indented by four."""

_BOX_INDENT = 4
"""Spaces by which a box of MkDocs is indented."""

_TAKEN: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    ("legend", compile_late(r"\*\[[^\]]+\]:.*")),
    ("contents", compile_late(r"\[\[_?TOC_?\]\]|\[TOC\]|\$\{toc\}|\{:\s*toc.*\}", re.IGNORECASE)),
    (
        "template-code",
        compile_late(
            r"\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle|noindent|bigskip|medskip"
            r"|smallskip|[vh]space\*?\{[^}]*\}|(?:begin|end)\{(?:center|figure|quote)\})"
            r"|-{1,2}8<-{1,2} .*|\.\. _[^:]+:.*|\{:.*\}|\{/\*.*\*/\}|:{1,2}\w+(?:\[.*\])?\{.*\}"
        ),
    ),
)
"""Lines that are put by whole, and why."""

_KEPT = compile_late(
    any_of(
        # whole listings and comments of templates, over blank lines too
        r"\{%-?\s*(?P<listing>highlight|codeblock|code|mermaid)\b.{0,20000}?"
        r"\{%-?\s*end(?P=listing)\s*-?%\}",
        r"\{\{[<%]\s*(?P<shortcode>highlight|code|mermaid)\b.{0,20000}?"
        r"\{\{[<%]\s*/\s*(?P=shortcode)\s*[>%]\}\}",
        r"\{%-?\s*comment\s*-?%\}(?P<liquid>.{0,20000}?)\{%-?\s*endcomment\s*-?%\}",
        r"\{::comment\}(?P<kramdown>.{0,20000}?)\{:/(?:comment)?\}",
        r"\{\{(?:(?!\n\s*\n).){0,2000}?\}\}\}?",
        r"\{%(?:(?!\n\s*\n).){0,2000}?%\}",
        r"\\\((?P<round>(?:(?!\n\s*\n|\\\().){1,1000}?)\\\)",
        r"\\\[(?P<square>(?:(?!\n\s*\n|\\\[).){1,2000}?)\\\]",
        r"\\begin\{(?P<name>[a-z]+\*?)\}(?:(?!\n\s*\n).){0,3000}?\\end\{(?P=name)\}",
        # the item of a list that kramdown puts the contents in place of
        r"(?P<contents>(?:\A|(?<=\n))[ ]{0,3}(?:[*+-]|1\.)[ ][^\n]{1,80}"
        r"\n[ ]{0,3}\{:\s*toc[^}\n]*\})",
        r"(?P<note><ref(?:[ ][^<>\n]{0,100})?(?:/>|>(?:(?!</?ref\b|\n\s*\n).){0,500}</ref>))",
        r"%%(?P<comment>(?:(?!%%).){0,5000}?)%%",
        # of MDX, up to a blank line
        r"(?:\A|(?<=\n\n))(?P<module>"
        + any_of(
            r"import\s+(?:[\w*{}\s,$]+\s+from\s+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?=\n|\Z)",
            r"export\s+(?:default|const|let|function)\b[^\n]*[=({]",
        )
        + r"(?:(?!\n\s*\n).){0,5000})",
    ),
    re.DOTALL,
)
"""What is kept as it is written, so that the parser finds no marks in it."""

_FORMULA = compile_late(r"\\[A-Za-z]|[\^_=<>+*/]|^\s*[A-Za-z]\s*$")
"""What a formula has; brackets with a stroke before them may be brackets and nothing else."""


@dataclass(frozen=True, slots=True)
class PutBy:
    """A piece of the source that a mark stands for; without a reason it is text after all."""

    text: str
    reason: Reason | None = None


@dataclass(slots=True)
class MarkdownSource:
    """A text for the parser, and what was put by of it, by number."""

    text: str = ""
    pieces: list[PutBy] = field(default_factory=list)

    def put_by(self, text: str, reason: Reason | None = None) -> str:
        """Return the mark that stands for a piece from now on."""
        self.pieces.append(PutBy(text, reason))
        return f"{_OPEN}{len(self.pieces) - 1}{_CLOSE}"

    def restore(self, text: str) -> str:
        """Return a text with everything in it that was put by."""
        return MARK.sub(lambda found: self.restore(self.pieces[int(found[1])].text), text)


def prepare_markdown(body: str) -> MarkdownSource:
    """Return Markdown as a parser of CommonMark may read it."""
    source = MarkdownSource()
    body = _NO_CHARACTERS.sub("", body)
    parts = _split_code(read_directives(body, source.put_by))
    for at, (text, is_code) in enumerate(parts):
        parts[at] = (text if is_code else _keep_marks(text, source), is_code)
    source.text = _take_lines("".join(text for text, _ in parts), source)
    return source


def _split_code(body: str) -> list[tuple[str, bool]]:
    """Split a text into listings of code between fences and what lies between these."""
    parts: list[tuple[str, bool]] = [("", False)]
    fence = ""
    for line in body.splitlines(keepends=True):
        found = _FENCE.match(line)
        if not fence and found:
            fence = found["fence"]
            parts.append((line, True))
        elif fence and found and found["fence"].startswith(fence):
            parts[-1] = (parts[-1][0] + line, True)
            parts.append(("", False))
            fence = ""
        else:
            text, is_code = parts[-1]
            parts[-1] = (text + line, is_code)
    return parts


def _keep_marks(text: str, source: MarkdownSource) -> str:
    def keep(found: re.Match[str]) -> str:
        if any(found[name] is not None for name in ("comment", "liquid", "kramdown")):
            return source.put_by(found[0], "comment")
        if found["listing"] or found["shortcode"]:
            return source.put_by(found[0], "code")
        if found["contents"]:
            return source.put_by(found[0], "contents")
        if found["note"]:
            return source.put_by(found[0], "footnote")
        if found["module"]:
            return source.put_by(found[0].rstrip("\n"), "code") + "\n"
        inner = found["round"] or found["square"]
        return source.put_by(found[0]) if not inner or _FORMULA.search(inner) else found[0]

    return _KEPT.sub(keep, read_roles(text, source.put_by))


def _take_lines(text: str, source: MarkdownSource) -> str:
    """Put by the lines that are no text, and take what lies in boxes out of them."""
    lines: list[str] = []
    boxes: list[int] = []
    fence = ""
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        while boxes and line.strip() and indent < boxes[-1] + _BOX_INDENT:
            boxes.pop()
        line = line[_BOX_INDENT * len(boxes) :] if line.strip() else line  # noqa: PLW2901
        found = _FENCE.match(line)
        if found and (not fence or found["fence"].startswith(fence)):
            fence = "" if fence else found["fence"]
        opened = None if fence or found else _BOX.fullmatch(line)
        if opened and (opened["kind"] or opened["title"]):
            boxes.append(indent)
        taken = [line] if fence or found else _take_line(line, source)
        lines += taken
    return "\n".join(lines)


def _take_line(line: str, source: MarkdownSource) -> list[str]:
    """Return the lines that stand for one line."""
    said = line.strip()
    for reason, pattern in _TAKEN:
        if pattern.fullmatch(said):
            return _stand_alone(line, source.put_by(said, reason))
    found = _BOX.fullmatch(line) or _CONTAINER.fullmatch(line)
    if found is None:
        return [line]
    parts = found.groupdict()
    title = (parts.get("label") or parts["title"] or "").strip()
    # the title is said, and what is around it is not
    marks = said.replace(f'"{title}"', "").replace(title, "") if title else said
    taken = _stand_alone(line, source.put_by(marks, "template-code"))
    return [*taken, *(_stand_alone(line, title) if title else [])]


def _stand_alone(line: str, text: str) -> list[str]:
    """Return a paragraph of its own, at the indentation of a line."""
    return ["", line[: len(line) - len(line.lstrip())] + text, ""]
