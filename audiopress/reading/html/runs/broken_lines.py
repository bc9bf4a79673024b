"""Lines of one paragraph that a ``<br>`` parts, each a fact: "Price: 12 €<br>Open: at nine"."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["parts_facts"]

_FACT = re.compile(r"\s*[^\W\d_][^\W_][\w'’/() -]{0,30}\s?:\s?\S[^\n]{0,90}\s*")
"""A name, a colon and a value, and no more."""

_MOST = 40
"""Lines and elements of a paragraph that is looked at; a longer one is a register."""


def parts_facts(element: Any) -> bool:
    """Whether a break parts lines of which each is a fact; the first may be what they are of."""
    lines = _list_lines(element.getparent())
    facts = [bool(_FACT.fullmatch(line)) for line in lines]
    return len(facts) > 1 and sum(facts) > 1 and all(facts[1:])


def _list_lines(block: Any) -> list[str]:
    """Return the lines of a paragraph, without empty ones at its ends."""
    if len(block) > _MOST:
        return []
    lines = [block.text or ""]
    for child in block:
        if child.tag == "br":
            lines.append("")
        # a comment has a function for a tag, and no text for readers
        elif isinstance(child.tag, str):
            lines[-1] += "".join(child.itertext())
        lines[-1] += child.tail or ""
    while lines and not lines[-1].strip():
        lines.pop()
    return lines[1:] if lines and not lines[0].strip() else lines
