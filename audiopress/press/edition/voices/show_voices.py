"""The voices of one show of several: an article is spoken by those of the first that takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.speaking.casting import choose_voice, find_language_voice
from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from audiopress.model import Cast, Role
    from audiopress.press.steps.read import Manuscript

__all__ = ["recast"]


def recast(manuscript: Manuscript, before: Cast, after: Cast) -> Manuscript:
    """Return a manuscript that was read with one cast as another speaks it.

    Who spoke in a role or a language gives way to who speaks there now; nothing is read again.
    """
    if before == after:
        return manuscript
    language = manuscript.article.language

    def find(cast: Cast, role: Role, spoken: str) -> str:
        if find_base(spoken) == find_base(language):
            return choose_voice(cast, role, language)
        return find_language_voice(cast, spoken, other_regions=True) or cast.body

    utterances = tuple(
        replace(item, voice=find(after, item.role, item.language))
        if item.voice == find(before, item.role, item.language)
        else item
        for item in manuscript.script.utterances
    )
    return replace(manuscript, script=replace(manuscript.script, utterances=utterances))
