"""Patterns that are compiled when they are first searched with.

Reading knows hundreds of them and a page needs some: to compile them all takes as long as to read
the page, and is done anew in every process. `re.compile` keeps 512 patterns at most; this keeps
all.
"""

from __future__ import annotations

import functools
import re
from typing import Any, cast

__all__ = ["compile_late", "compile_once"]


@functools.cache
def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``pattern`` compiled with ``flags``, the same object for the life of the process."""
    return re.compile(pattern, flags)


class _LatePattern:
    """A pattern that is compiled when something is first asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.asked_flags = flags

    def __getattr__(self, name: str) -> Any:
        # asked for once only: what is found stands in the object, as if it had been there before
        found = getattr(re.compile(self.pattern, self.asked_flags), name)
        setattr(self, name, found)
        return found


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what is used like ``re.compile(pattern, flags)``, for the constant of a module.

    It has the methods of a compiled pattern and is none: ask it, and give it to no function of
    `re`. A pattern with a fault is told when it is first used, so each needs a test that uses it.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
