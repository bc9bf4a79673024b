"""How an article is spoken: as voices are today, or as they were when it was published.

The options of a voice may change with audiopress, such as where its phonemes come from. The
manifest then has those before (``Voice.earlier``), and what was published by them stays as it is:
nothing is spoken again, and no address changes (docs/decisions/0133).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.planning.recipe import digest_recipe, find_recipe
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.press.steps.plan import make_passages

if TYPE_CHECKING:
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.plan import Passage
    from audiopress.store.ledger import Record

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
    cast = edition.find_cast(registered.record)
    passages = make_passages(utterances, cast, earlier=earlier)
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
    # A recipe holds more than what is spoken: other pauses or a byline are no other phonemes.
    receipt = find_receipt(edition.cache, record.id)
    if receipt and receipt.key == record.versions[-1].key:
        spoken = receipt.list_segments()
        if spoken in (_list_keys(today[0]), _list_keys(before[0])):
            return spoken == _list_keys(before[0])
    # Versions of 0.1.0 do not say what they are made of, but they are all of before the change: if
    # one said this text, and these voices spoke the last one, its bytes can be made again.
    narrators = {item.line.voice.narrator for item in before[0]}
    same = set(record.versions[-1].narrators) == narrators
    return not last and same and _was_said(record, before[0])


def _list_keys(passages: tuple[Passage, ...]) -> set[str]:
    return {item.key for item in passages}


def _was_said(record: Record, passages: tuple[Passage, ...]) -> bool:
    """Whether a published version said this text; the ledger has no show's own words."""
    said = (item.utterance for item in passages)
    lines = tuple(line.source for line in said if line.role not in SHOW_ROLES)
    # What was purged has none: then nothing speaks against it.
    return not record.texts or any(text.lines == lines for text in record.texts)
