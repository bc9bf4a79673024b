"""MDX as Markdown: components of JavaScript leave their text, and are listed themselves.

What MDX adds to Markdown (https://mdxjs.com/docs/what-is-mdx/): components with attributes that no
HTML has, expressions in braces. ``import`` and ``export`` are read with Markdown's own.
"""

from __future__ import annotations

import re

from audiopress.text.decode import decode

__all__ = ["write_mdx"]

_FENCED = re.compile(
    r"^(?P<fence> {0,3}(?:`{3,}|~{3,}))[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|`[^`\n]+`",
    re.MULTILINE | re.DOTALL,
)
"""Code, in which nothing is a component."""

_COMPONENT = re.compile(r"</?(?:[A-Z][\w.]*|>)|<(?=>)|<[a-z][\w-]*(?=[^<>]*=\{)")
"""How a component begins: its name has a capital; a fragment has none; an element of HTML may have
an expression for an attribute."""

_COMMENT = re.compile(r"\{\s*/\*(.*?)\*/\s*\}", re.DOTALL)
"""A comment, which nobody sees."""

_TEXT = re.compile(r"""\{\s*(?:"([^"\\{}]*)"|'([^'\\{}]*)'|`([^`$\\{}]*)`)\s*\}""")
"""An expression that is a text: ``{" "}``."""

_LONGEST = 4_000
"""Characters of the longest tag or expression; an opening brace without an end is text."""


def write_mdx(body: bytes, where: str) -> str:  # noqa: ARG001 - as all writers are called
    """Return an MDX file as Markdown."""
    text = decode(body, None).replace("\r\n", "\n")
    parts, at = [], 0
    for code in _FENCED.finditer(text):
        parts += [_write(text[at : code.start()]), code[0]]
        at = code.end()
    return "".join((*parts, _write(text[at:])))


def _write(text: str) -> str:
    text = _COMMENT.sub(lambda found: f"<!--{found[1].replace('--', '- -')}-->", text)
    parts, at, removed = [], 0, list[str]()
    while at < len(text):
        sign = text[at]
        end = 0
        if sign == "<" and (found := _COMPONENT.match(text, at)):
            end = _find_end(text, found.end(), ">")
        elif (
            sign == "{"
            and text[at - 1 : at] not in ("\\", "{", "$", "^", "_")
            and text[at + 1 : at + 2] not in ("{", "%", "#")
        ):
            end = _find_end(text, at + 1, "}")
        if not end:
            parts.append(sign)
            at += 1
            continue
        piece = text[at:end]
        if said := _TEXT.fullmatch(piece):
            parts.append(said[1] or said[2] or said[3] or "")
            at = end
            continue
        alone = _stands_alone(text, at, end)
        if alone:
            # code in its own lines, which is listed as such; text between components is Markdown
            parts.append(f"\n```\n{piece.replace('```', '` ` `')}\n```\n")
        else:
            removed.append(piece)
        at = end
    listed = "".join(f"\n\n```\n{piece}\n```\n\n" for piece in removed)
    return "".join(parts) + listed


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    stop = text.find("\n", end)
    return not before.strip() and not text[end : stop if stop >= 0 else len(text)].strip()


def _find_end(text: str, at: int, sign: str) -> int:
    """Return where a tag or an expression ends, 0 where it does not."""
    depth, quote = 0, ""
    for place in range(at, min(len(text), at + _LONGEST)):
        letter = text[place]
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'`" and (depth or sign == ">"):
            quote = letter
        elif letter == sign and not depth:
            return place + 1
        elif letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if depth < 0:
                return 0
    return 0
