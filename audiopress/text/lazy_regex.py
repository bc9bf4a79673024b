"""Patterns that are compiled when they are first searched with.

Reading knows hundreds of them and a page needs some: to compile them all takes as long as to read
the page, and is done anew in every process. `re.compile` keeps 512 patterns at most; this keeps
all.
"""

from __future__ import annotations

import functools
import re

__all__ = ["compile_once"]


@functools.cache
def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``pattern`` compiled with ``flags``, the same object for the life of the process."""
    return re.compile(pattern, flags)
