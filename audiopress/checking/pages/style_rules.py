"""Whether a style hides what a page has to say: that a machine speaks, what it says, its player.

No style of ours hides any of it on a screen, in whatever release: so it is looked for by what a
rule does, and not by its bytes.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["find_hiding_fault"]

_REMARK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
"""What a style says to those who read it."""

_PAPER: Final = re.compile(r"@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""What counts on paper alone, where nothing is played."""

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
"""A rule: for what it is, and how that looks."""

_SAID: Final = re.compile(
    r"(?:^|[\s>+~])(?:\*|html|body|main|article|p|span|div|section|footer|h1"
    r"|[\w-]*\.(?:ai|label|disclosure|colophon|foot|about|transcript|listen|title|corrected|credit)"
    r"|\[class[^]]*\])$"
)
"""The end of a selector that means a notice, or what is around all of them."""

_HIDES: Final = re.compile(
    r"(?:^|;)\s*(?:"
    r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden"
    r"|opacity:(?:0|0?\.0\d*|0?\.1\d*|1?\d%)(?=\s*(?:;|!|$))"
    r"|(?:font-size|zoom|line-height):0[a-z%]*(?=\s*(?:;|!|$))"
    r"|(?:max-)?(?:height|width|block-size|inline-size):0[a-z%]*(?=\s*(?:;|!|$))"
    r"|font:0[a-z%]*[/ ]"
    r"|clip:rect\(|clip-path:(?:inset|circle|polygon|ellipse)\("
    r"|color:transparent|(?:text-indent|left|top|inset[\w-]*|margin-left):-\d{3,}"
    r"|transform:(?:scale\(0|translate[xy]?\(-\d{3,})"
    r")",
    re.IGNORECASE,
)
"""What makes something not to be seen."""


def find_hiding_fault(body: bytes) -> str:
    """Return the rule of a style that hides what is to be read, or ""."""
    text = _PAPER.sub("", _REMARK.sub("", body.decode("utf-8", "replace")))
    for found in _RULE.finditer(text):
        looks = re.sub(r"\s*([:;])\s*", r"\1", found[2].strip())
        hides = _HIDES.search(looks)
        names = [name.strip() for name in found[1].split(",")]
        hidden = next((name for name in names if hides and _SAID.search(name)), "")
        if hides and hidden:
            return f"hides {hidden!r} ({hides[0].lstrip('; ')})"
    return ""
