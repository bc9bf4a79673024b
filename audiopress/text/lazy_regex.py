"""Patterns that are compiled when they are first searched with.

Reading knows hundreds of them and a page needs some: to compile them all takes as long as to read
the page, and is done anew in every process.
"""

from __future__ import annotations

import functools
import re

__all__ = ["compile_once"]


@functools.cache
def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern, compiled once."""
    return re.compile(pattern, flags)
