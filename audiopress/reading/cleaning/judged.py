"""An article while it is cleaned: its blocks in reading order, each with its reason so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from audiopress.reading.cleaning.block_features import goes_on_past_box, is_voted
from audiopress.reading.cleaning.promotion.publisher_names import find_publisher_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audiopress.model import Block
    from audiopress.reading.reasons import Reason

__all__ = ["Judged", "JudgedBlocks"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A block and the reason it is left out; without a reason it is spoken.

    ``rule`` is the name of the check or the rule that gave the reason.
    """

    block: Block
    reason: Reason | Literal[""] = ""
    rule: str = field(default="", compare=False)

    @property
    def is_spoken(self) -> bool:
        """Whether nothing speaks against it so far."""
        return not self.reason


class JudgedBlocks(list[Judged]):
    """All blocks of an article as judged so far: what each rule of cleaning reads and changes.

    Rules name blocks by their number in it, since they judge by what stands around a block. The
    blocks themselves never change here, only their reasons. ``byline`` and ``uri`` are the
    article's, ``rule`` is the name of the rule that judges now.
    """

    def __init__(self, judged: Iterable[Judged], *, byline: str, uri: str) -> None:
        """Take over blocks, in reading order."""
        super().__init__(judged)
        self.byline = byline
        self.uri = uri
        self.rule = ""

    def leave_out(self, at: int, reason: Reason) -> None:
        """Leave a block out, unless it is left out already: the first reason stays."""
        if self[at].is_spoken:
            self[at] = Judged(self[at].block, reason, self.rule)

    def leave_out_all(self, numbers: Iterable[int], reason: Reason) -> None:
        """Leave several blocks out."""
        for at in numbers:
            self.leave_out(at, reason)

    def keep(self, at: int) -> None:
        """Have a block spoken after all."""
        self[at] = Judged(self[at].block)

    def numbers_spoken(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return the numbers of the blocks from ``start`` to before ``end`` that are spoken."""
        return [at for at in range(start, len(self) if end is None else end) if self[at].is_spoken]

    def find_section_end(self, at: int) -> int:
        """Return the number of the next heading below a block, or how many blocks there are.

        A sentence of the story ends it too, behind the element that the section has in the page.
        """
        below = range(at + 1, len(self))
        inside = "past-box" not in self[at].block.hints
        return next((n for n in below if self._ends_section(self[n], inside=inside)), len(self))

    def _ends_section(self, one: Judged, *, inside: bool) -> bool:
        if one.block.kind == "heading":
            return True
        return inside and one.is_spoken and goes_on_past_box(one.block)

    def find_runs(self, belongs: Callable[[Judged], bool]) -> Iterator[list[int]]:
        """Yield the numbers of neighbours that belong together, run by run."""
        for member, group in groupby(range(len(self)), key=lambda at: belongs(self[at])):
            if member:
                yield list(group)

    # Asked once an article, since it hangs on the blocks, which never change here.
    @cached_property
    def has_votes(self) -> bool:
        """Whether an extractor of main content chose any block: not so in texts made by hand."""
        return any(is_voted(one.block) for one in self)

    @cached_property
    def publisher_names(self) -> frozenset[str]:
        """The names that the publisher goes by in this article."""
        return find_publisher_names([one.block for one in self], self.uri)
