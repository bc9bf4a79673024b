"""Lines of printed pages: their words, where they stand and how large their letters are."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["PrintedLine", "PrintedPage", "Span"]

_SMALLER = 0.85
"""Size of a raised letter for each of the letters beside it: note marks are 0.6 to 0.75 of them."""


@dataclass(slots=True)
class Span:
    """Letters of a line in one size and font; ``raised`` says that they stand above the others.

    ``typed`` letters are all of one width, as a typewriter's and as code is shown.
    """

    text: str
    size: float
    bold: bool = False
    raised: bool = False
    typed: bool = False

    @property
    def look(self) -> tuple[float, bool, bool, bool]:
        """What all its letters have in common."""
        return self.size, self.bold, self.raised, self.typed


@dataclass(slots=True, eq=False)
class PrintedLine:
    """A line, or the part of one that a wide gap parts from the rest.

    ``left`` and ``right`` are its edges, ``base`` the line that its letters stand on, in points
    (1/72 inch) from the page's lower left corner. ``furniture`` says that pages repeat it.
    """

    page: int
    left: float
    right: float
    base: float
    spans: list[Span] = field(default_factory=list)
    furniture: bool = False

    @property
    def text(self) -> str:
        """Its words as they are printed."""
        return "".join(span.text for span in self.spans).strip()

    @property
    def size(self) -> float:
        """The size of most of its letters, in points."""
        sizes: dict[float, int] = {}
        for span in self.spans:
            sizes[span.size] = sizes.get(span.size, 0) + len(span.text.strip())
        return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold."""
        return all(span.bold for span in self.spans if span.text.strip())

    def raise_marks(self) -> None:
        """Tell the spans that are raised marks from those in small letters."""
        size = self.size
        for span in self.spans:
            span.raised = span.raised and span.size < _SMALLER * size


@dataclass(slots=True, eq=False)
class PrintedPage:
    """A page: its size in points, its lines as they stand in the file, what is hidden on it."""

    number: int
    width: float
    height: float
    lines: list[PrintedLine] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    pictures: int = 0
