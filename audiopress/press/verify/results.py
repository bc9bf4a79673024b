"""What became of the lines that were heard before they were published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["DoubtfulLine", "Verification", "note_verified"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulLine:
    """A line that is published although something else is heard than was to be said.

    ``where`` is its article and how it begins, ``fault`` has both texts, ``take`` is the number of
    the take that was kept, of so many ``takes``. ``alike`` says that its voice speaks a line the
    same way each time.
    """

    where: str
    fault: str
    take: int
    takes: int
    alike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How many lines of an article were ``certified`` before it was published, and which not.

    ``again`` counts the certified ones of which a later take is kept; ``unknown`` are languages
    that the model does not know, with how many lines each: nobody heard these.
    """

    certified: int
    again: int = 0
    doubtful: tuple[DoubtfulLine, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()

    @property
    def ok(self) -> bool | None:
        """Whether all was heard as it is written, ``None`` where some of it could not be heard."""
        if self.doubtful:
            return False
        return None if self.unknown else True

    @property
    def lines(self) -> int:
        """How many lines the article has."""
        return self.certified + len(self.doubtful) + sum(count for _, count in self.unknown)


def note_verified(found: Iterable[Verification]) -> list[str]:
    """Return a note on each line that is not certified, and one on each language."""
    found = list(found)
    notes = [_describe(line) for one in found for line in one.doubtful]
    if notes:
        notes.append(
            f"{count_things(len(notes), 'paragraph')} not certified: audiopress serve lets you "
            "hear them, audiopress lexicon add WORD --say TEXT mends one that is said wrongly"
        )
    counted: dict[str, int] = {}
    for language, count in (pair for one in found for pair in one.unknown):
        counted[language] = counted.get(language, 0) + count
    return notes + [
        f"{count_things(count, 'paragraph')} in {language} not certified: the model does not know "
        "that language"
        for language, count in sorted(counted.items())
    ]


def _describe(line: DoubtfulLine) -> str:
    tried = "its voice says it the same way each time" if line.alike else "the only take"
    if line.takes > 1:
        tried = f"the best of {line.takes} takes is kept"
    return f"{line.where}: {line.fault}; {tried}"
