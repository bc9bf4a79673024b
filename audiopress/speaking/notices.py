"""Where an article says that its voice is synthetic: behind its headline, at its end, or both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Pauses, Reading, Script, Utterance

__all__ = ["has_notice_ahead", "is_long", "says_ahead", "says_behind", "settle_notices"]

_LONG = 1500
"""Words from which an article says it again at its end: ten minutes at 150 words in a minute, as
newsreaders speak. Whoever comes in late has not heard the start."""

_NOTICE = "disclosure"
"""The role of what says it (`audiopress.model.Role`)."""


def says_ahead(reading: Reading) -> bool:
    """Whether the notice may stand behind the headline."""
    return reading.disclosure in ("start", "both")


def says_behind(reading: Reading) -> bool:
    """Whether the notice may stand at the end: of a long article, or one published with it there.

    `settle_notices` takes it away from others.
    """
    return reading.disclosure in ("start", "end", "both")


def is_long(utterances: Sequence[Utterance]) -> bool:
    """Whether an article is so long that its start is forgotten at its end."""
    return sum(len(item.source.split()) for item in utterances) >= _LONG


def has_notice_ahead(utterances: Sequence[Utterance]) -> bool:
    """Whether it is said before all but the headline that the voice is synthetic."""
    ahead = [item.role for item in utterances[:2] if item.role != "headline"]
    return ahead[:1] == [_NOTICE]


def settle_notices(
    script: Script, reading: Reading, *, behind: bool, pauses: Pauses, rate: int
) -> Script:
    """Return a script with the notice in its one place, where that is the start.

    It is the end of an article that was published with it ``behind``; a long one has it in both.
    ``pauses`` and ``rate`` are those the script was made with.
    """
    if reading.disclosure != "start" or not has_notice_ahead(script.utterances):
        return script
    if behind:
        return _drop_ahead(script, pauses.before_heading * rate // 1000)
    return script if is_long(script.utterances) else _drop_behind(script)


def _drop_behind(script: Script) -> Script:
    """Return a script without its last utterance, whose silence is that of the end."""
    *rest, last = script.utterances
    if last.role != _NOTICE or len(rest) <= 1:
        return script
    rest[-1] = replace(rest[-1], pause=last.pause)
    return replace(script, utterances=tuple(rest))


def _drop_ahead(script: Script, before_heading: int) -> Script:
    """Return a script as it would be had the notice never been ahead."""
    at = next(n for n, item in enumerate(script.utterances) if item.role == _NOTICE)
    before, after = list(script.utterances[:at]), script.utterances[at + 1 :]
    # The silence before a heading belongs to what is said before it.
    if before and after and after[0].role == "heading":
        before[-1] = replace(before[-1], pause=max(before[-1].pause, before_heading))
    moved = (replace(item, paragraph=item.paragraph - 1) for item in after)
    return replace(script, utterances=(*before, *moved))
