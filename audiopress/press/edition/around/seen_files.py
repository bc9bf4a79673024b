"""Whether files are there, as long as they should be: of an archive no file is asked for twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.steps.ship import is_complete

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["SeenFiles"]


class SeenFiles:
    """Looks for files of one output folder.

    What it finds while it looks ahead (`begin`) is not looked for again until that ends (`end`).
    """

    def __init__(self, output: Path) -> None:
        """Look for nothing yet."""
        self._output = output
        self._found: set[tuple[str, int]] | None = None

    def begin(self) -> None:
        """Keep from now on what is found."""
        self._found = set()

    def end(self) -> None:
        """Forget what was found, and keep nothing any more."""
        self._found = None

    def has(self, name: str, size: int) -> bool:
        """Whether a file of so many bytes is there."""
        known = self._found is not None and (name, size) in self._found
        return known or self.is_complete([(name, size)])

    def is_complete(self, files: Iterable[tuple[str, int]]) -> bool:
        """Whether all these files, each with its bytes, are there."""
        if self._found is None:
            return is_complete(self._output, files)
        new = [each for each in files if each not in self._found]
        if not is_complete(self._output, new):
            return False
        self._found.update(new)
        return True
