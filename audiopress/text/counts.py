"""How many of something, in a message: "1 file", "2 files", "0 of 1 article"."""

from __future__ import annotations

__all__ = ["count_part", "count_things"]


def count_things(count: int, thing: str) -> str:
    """Return "1 file" or "2 files" for ``thing`` "file"; nothing has the plural as well.

    Of several words the last has the plural ("3 short texts"); only English nouns in "s".
    """
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def count_part(part: int, whole: int, thing: str) -> str:
    """Return "0 of 1 paragraph" or "2 of 7 paragraphs"."""
    return f"{part} of {count_things(whole, thing)}"
