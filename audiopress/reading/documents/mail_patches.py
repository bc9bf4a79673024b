"""Patches in a message's text: changes to files, line by line, which nobody follows by ear.

They have the form that ``diff -u`` and ``git format-patch`` write: a list of the files that change,
then for each its names, and pieces of it with what goes and what comes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["count_patch"]

_FILE = re.compile(
    r"(?:diff --git |diff -|Index: )\S|--- (?:[ab]/)?\S*[./]\S*(?:\t.*|\s+\d{4}-.*)?$"
)
"""The first line about a file."""

_PIECE = re.compile(r"@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@")
"""The line above a piece of a file: where it stands before and after."""

_HEAD = re.compile(
    r"diff |Index: |={10,}|index [0-9a-f]{4,}|(?:new|deleted) file mode|(?:old|new) mode|"
    r"similarity index|rename (?:from|to)|copy (?:from|to)|Binary files |GIT binary|--- |\+\+\+ "
)
"""Lines between the pieces of two files."""

_CHANGED = re.compile(r"[-+ \\]|$")
"""How a line of a piece begins: it goes, comes or stays; mailers cut the blank of an empty one."""

_COUNTED = re.compile(r"\s.{1,200}\|\s+(?:\d+ [-+]*|Bin\b.*)$")
"""A file in the list of those that change, with how many lines."""

_TOTAL = re.compile(r"\s*\d+ files? changed(?:, \d+ insertions?\(\+\))?(?:, \d+ deletions?\(-\))?")
"""The line below that list."""

_NEAR = 12
"""Lines of the head of a file's changes at most, within which its first piece begins."""


def count_patch(lines: Sequence[str], at: int) -> int:
    """Return how many lines from here on are a patch, 0 for none."""
    end = at + 1 if lines[at].rstrip() == "---" else at
    listed = end
    while listed < len(lines) and _is_listed(lines[listed]):
        listed += 1
    total = any(_TOTAL.fullmatch(line) for line in lines[end:listed])
    end = listed if total else end
    start = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
    if start < len(lines) and _FILE.match(lines[start]) and _has_piece(lines, start):
        return _find_end(lines, start) - at
    return end - at if total else 0


def _is_listed(line: str) -> bool:
    return not line.strip() or bool(_COUNTED.fullmatch(line) or _TOTAL.fullmatch(line))


def _has_piece(lines: Sequence[str], start: int) -> bool:
    return any(_PIECE.match(line) for line in lines[start : start + _NEAR])


def _find_end(lines: Sequence[str], start: int) -> int:
    """Return where a patch ends: at the first line that is of no piece and no head."""
    end, inside = start, False
    while end < len(lines):
        line = lines[end]
        piece = bool(_PIECE.match(line))
        # two dashes announce a signature, and are no line that goes
        if not (piece or _HEAD.match(line)) and not (inside and _is_changed(line)):
            break
        inside = piece or (inside and not _HEAD.match(line)) or (inside and line[:4] == "--- ")
        end += 1
    return end


def _is_changed(line: str) -> bool:
    return line.rstrip() != "--" and bool(_CHANGED.match(line))
