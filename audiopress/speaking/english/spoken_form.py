r"""A spoken form: what is written, what is said for it, and examples that are its tests.

To add one, choose its file (`normalize.py` in this folder lists them in their order, and the head
of each says what belongs into it) and put it into the ``FORMS`` of that file::

    spoken_form(
        "so many times",                     # its name: a test that fails prints it
        r"(?<![\w.,/])[x×](?P<n>\d)\b",      # what is written: "x2", but not that of "4x2"
        r"times \g<n>",                      # what is said, as a template of the match
        ("x2", "times two"),                 # written, and what the *whole* layer says for it
        ("an iPhone x2b", "an iPhone x two b"),  # one that this form must leave alone
    ),

What stands in ``FORMS`` first sees the text first. A form needs to say no more than its own part:
the "2" above becomes "two" by a form of `numbers/plain_numbers.py`, which comes later. Where a
template is not enough, give a function of the match and the `Variety` (British or American); it
returns the words, or ``None`` to leave the match as it is. Examples are British English unless
they begin with ``us:``.

No file fits? Make one and name its ``FORMS`` in ``_ORDER`` of `normalize.py`, where its turn is.

Run the examples of one file by its name while you write; leave ``-k`` out to run them all::

    .venv/bin/python -m pytest -n 0 tests/unit/speaking/english/test_normalize.py -k plain_numbers

An example that fails because another form saw the text first tells that the form stands too late:
put it into a group before that one. Before a change is handed in, run ``tests/unit/speaking``
whole: its ``test_normalize_time.py`` holds that no form takes longer than the text is long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.text.lazy_regex import compile_once
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SENTENCE_START", "SpokenForm", "Variety", "ends_sentence", "spoken_form"]

_NEVER_IN_NAMES = (
    "A",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "If",
    "In",
    "It",
    "It['’]s",
    "Its",
    "Mr",
    "Mrs",
    "Ms",
    "My",
    "On",
    "Or",
    "Our",
    "She",
    "Since",
    "So",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "You",
    "Your",
)
"""Words that begin a sentence and no name: "in the U.S. The firm", so the sentence ended."""

_ALSO_IN_NAMES = (
    "All",
    "Another",
    "Both",
    "During",
    "Each",
    "Even",
    "Every",
    "Few",
    "First",
    "Here",
    "I",
    "Instead",
    "Just",
    "Last",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Next",
    "No",
    "Not",
    "Now",
    "Once",
    "One",
    "Only",
    "Other",
    "Over",
    "Some",
    "Still",
    "Such",
    "Today",
    "Two",
    "Under",
    "Yet",
)
"""Words that begin names too ("the U.S. Most Wanted list", "I Corps").

They tell of a new sentence only where a small word follows: "in the U.S. Most people".
"""

SENTENCE_START = rf"(?:{any_of(_NEVER_IN_NAMES)}\b|{any_of(_ALSO_IN_NAMES)},?(?=\s+[a-z]))"
"""Matches the word by which one can tell that the full stop before it ended a sentence."""

_NEW_SENTENCE = re.compile(rf"[\"”’')\]]*\s+[\"“‘'(]*{SENTENCE_START}")
"""Matches from behind a full stop to the first word of the sentence that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """Which English is spoken.

    ``british`` decides on "and" in numbers, "nil" in scores; ``day_first`` on 3/4/2024.
    """

    british: bool
    day_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenForm:
    """One way in which something written is said.

    ``say`` gives the words for a match, or ``None`` to leave it as it is. The ``source`` of its
    pattern is compiled when it is first searched with: a page needs some of the forms, and to
    compile them all takes as long as to read it. A text without any of the signs that the form
    ``needs`` is passed over without a search; that saves time and changes nothing.
    """

    name: str
    source: str
    flags: int
    say: Callable[[re.Match[str], Variety], str | None]
    examples: tuple[tuple[str, str], ...]
    needs: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the form searches for."""
        return compile_once(self.source, self.flags)

    def apply(self, text: str, variety: Variety) -> str:
        """Return ``text`` with every match said."""
        return self.replace(text, variety) if self.may_match(frozenset(text)) else text

    def may_match(self, characters: frozenset[str]) -> bool:
        """Whether a text of these characters has one that the form needs."""
        return not self.needs or not characters.isdisjoint(self.needs)

    def replace(self, text: str, variety: Variety) -> str:
        """Return ``text`` with every match said, for a text that may have one."""

        def say(match: re.Match[str]) -> str:
            words = self.say(match, variety)
            return match[0] if words is None else words

        return self.pattern.sub(say, text)


def ends_sentence(match: re.Match[str]) -> bool:
    """Whether the full stop at the end of an abbreviation ends a sentence too."""
    rest = match.string[match.end() :]
    # The last full stop of a paragraph ends a sentence, whatever else it marks.
    return not rest.strip(" \"”’')") or bool(_NEW_SENTENCE.match(rest))


def spoken_form(
    name: str,
    pattern: str,
    say: Callable[[re.Match[str], Variety], str | None] | str,
    *examples: tuple[str, str],
    flags: int = 0,
    needs: str = "",
) -> SpokenForm:
    """Return a form; a string to ``say`` is a template for the match, as of ``re.Match.expand``.

    ``examples`` are pairs of what is written and what the whole layer says for it.
    """
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
