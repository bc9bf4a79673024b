"""A rule of spoken form: a pattern, what is said for it, and examples that are its tests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_once

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["STARTS", "SpokenForm", "Variety", "ends_sentence", "spoken_form"]

# what begins a sentence and no name: after "the U.S. " these words tell that its full stop ended
# one. The second kind begins names too ("Most Wanted", "I Corps") unless a small word follows.
STARTS = (
    r"(?:(?:The|A|An|He|She|It|They|We|But|And|Or|In|On|At|By|To|From|With|This|That|These|Those|"
    r"There|If|When|While|As|For|His|Her|Its|Their|Our|My|You|Your|So|Then|After|Before|Since|"
    r"Until|Although|Though|However|Because|What|Who|Why|How|Where|Mr|Mrs|Ms|It['’]s)\b"
    r"|(?:I|No|Not|Now|Some|Many|Most|All|One|Two|Both|Each|Every|Another|Other|Such|Only|Even|Still|"
    r"Yet|Here|Just|Once|Instead|Meanwhile|More|Few|Last|Next|First|Today|During|Under|Over)"
    r",?(?=\s+[a-z]))"
)
_STARTS = re.compile(rf"[\"”’')\]]*\s+[\"“‘'(]*{STARTS}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """``british`` decides on "and" in numbers, "nil" in scores; ``day_first`` on 3/4/2024."""

    british: bool
    day_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenForm:
    """``say`` gives the words for a match, or ``None`` to leave it as it is.

    The ``source`` of its pattern is compiled when it is first searched with: a page needs some
    of the rules, and to compile them all takes as long as to read it. ``examples`` are written
    and spoken in British English unless they begin with ``us:``. A text without any of the signs
    that the rule ``needs`` is passed over without a search.
    """

    name: str
    source: str
    flags: int
    say: Callable[[re.Match[str], Variety], str | None]
    examples: tuple[tuple[str, str], ...]
    needs: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the rule searches for."""
        return compile_once(self.source, self.flags)

    def apply(self, text: str, variety: Variety) -> str:
        """Return ``text`` with every match said."""
        if self.needs and not any(sign in text for sign in self.needs):
            return text

        def replace(match: re.Match[str]) -> str:
            said = self.say(match, variety)
            return match[0] if said is None else said

        return self.pattern.sub(replace, text)


def ends_sentence(match: re.Match[str]) -> bool:
    """Whether the full stop at the end of an abbreviation ends a sentence too."""
    rest = match.string[match.end() :]
    return not rest.strip(" \"”’')") or bool(_STARTS.match(rest))


def spoken_form(
    name: str,
    pattern: str,
    say: Callable[[re.Match[str], Variety], str | None] | str,
    *examples: tuple[str, str],
    flags: int = 0,
    needs: str = "",
) -> SpokenForm:
    """Make a rule; a string to ``say`` is a template for the match."""
    template = say if isinstance(say, str) else ""

    def expand(match: re.Match[str], _variety: Variety) -> str:
        return match.expand(template)

    return SpokenForm(
        name=name,
        source=pattern,
        flags=flags,
        say=expand if isinstance(say, str) else say,
        examples=examples,
        needs=needs,
    )
