"""How an article is spoken: as voices are today, or as they were when it was published.

The options of a voice may change with audiopress, such as where its phonemes come from. The
manifest then has those before (``Voice.earlier``), and what was published by them stays as it is:
nothing is spoken again, and no address changes (docs/decisions/0133).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.recipe import digest_recipe, find_recipe
from audiopress.press.steps.plan import make_passages

if TYPE_CHECKING:
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.plan import Passage

__all__ = ["choose_passages"]


def choose_passages(
    edition: OpenEdition, registered: RegisteredArticle
) -> tuple[tuple[Passage, ...], str]:
    """Return an article's passages and the recipe they give.

    Raises `VoiceError` for a voice that is unknown.
    """
    today = _make(edition, registered, earlier=False)
    changed = any(item.line.voice.earlier is not None for item in today[0])
    if not changed or not registered.record.versions:
        return today
    before = _make(edition, registered, earlier=True)
    return before if _was_published(edition, registered, today, before) else today


def _make(
    edition: OpenEdition, registered: RegisteredArticle, *, earlier: bool
) -> tuple[tuple[Passage, ...], str]:
    settings, utterances = edition.settings, registered.manuscript.script.utterances
    passages = make_passages(utterances, settings.cast, earlier=earlier)
    return passages, digest_recipe(registered, passages, settings.sound, edition.music)


def _was_published(
    edition: OpenEdition,
    registered: RegisteredArticle,
    today: tuple[tuple[Passage, ...], str],
    before: tuple[tuple[Passage, ...], str],
) -> bool:
    """Whether it is the article before the change that is published, and not that of today."""
    record = registered.record
    last = find_recipe(edition, record)
    if last == today[1]:
        return False
    # An older one too: an edit that is taken back goes back to the version that was published.
    if before[1] in (last, *(version.recipe for version in record.versions)):
        return True
    # Versions of 0.1.0 without a receipt do not say what they are made of, but they are all of
    # before the change: if these voices spoke the last one, its bytes can be made again.
    narrators = {item.line.voice.narrator for item in before[0]}
    return not last and set(record.versions[-1].narrators) == narrators
