"""How an article is spoken: as voices are today, or as they were when it was published.

A voice may change under its name: its files, its engine, the arithmetic. What was published by it
stays as it is, until somebody asks for the voices of today (docs/decisions/0286); the ledger has
what each version was spoken by. Where it has not, a voice's manifest may have the options that it
had before (``Voice.earlier``), with the same end (docs/decisions/0133).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from audiopress.press.corrections.former_voices import is_at_hand, is_sound_lost, is_update_wanted
from audiopress.press.corrections.kept_sound import keep_sound, say_as_read
from audiopress.press.corrections.makings import find_making, find_takes
from audiopress.press.edition.planning.receipts import find_receipt
from audiopress.press.edition.planning.recipe import digest_recipe, find_recipe
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.press.steps.plan import NOT_KNOWN, make_passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.plan import Passage
    from audiopress.store.ledger import Record
    from audiopress.store.makings import KeptLine, SpokenBy

__all__ = ["ChosenPassages", "choose_passages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPassages:
    """What is said of an article, and the recipe it gives.

    ``kept`` are lines that are heard as they were read before they were corrected.
    """

    passages: tuple[Passage, ...]
    recipe: str
    kept: tuple[KeptLine, ...] = ()


def choose_passages(edition: OpenEdition, registered: RegisteredArticle) -> ChosenPassages:
    """Return an article's passages and the recipe they give.

    Raises `VoiceError` for a voice that is unknown.
    """
    settings, record, manuscript = edition.settings, registered.record, registered.manuscript
    published = record.versions and not is_update_wanted(settings, record)
    kept = keep_sound(settings, edition.cache, manuscript, record) if published else ()
    if kept:
        as_read = replace(registered, manuscript=say_as_read(manuscript, kept))
        passages, recipe = _choose(edition, as_read)
        if _is_heard(edition, record, passages, recipe):
            return ChosenPassages(passages=passages, recipe=recipe, kept=kept)
    passages, recipe = _choose(edition, registered)
    return ChosenPassages(passages=passages, recipe=recipe)


def _is_heard(
    edition: OpenEdition, record: Record, passages: Sequence[Passage], recipe: str
) -> bool:
    """Whether this is what the published version says, in its very voice."""
    if recipe == find_recipe(edition, record):
        return True
    receipt = find_receipt(edition.cache, record.id)
    past = receipt.find_past(record.versions[-1].key) if receipt else None
    return past is not None and [key for *_, key, _ in past] == [item.key for item in passages]


def _choose(edition: OpenEdition, registered: RegisteredArticle) -> tuple[tuple[Passage, ...], str]:
    today = _make(edition, registered)
    record = registered.record
    if not record.versions or is_update_wanted(edition.settings, record):
        return today
    making = find_making(record, record.versions[-1].key)
    if making and making.voices:
        before = _make(edition, registered, before={one.name: one for one in making.voices})
    elif any(item.line.voice.earlier is not None for item in today[0]):
        before = _make(edition, registered, earlier=True)
    else:
        return today
    if before[0] != today[0] and _was_published(edition, registered, today, before):
        return before if is_at_hand(edition, record, *before) else today
    if today[1] == find_recipe(edition, record):
        return today
    return _find_former(edition, registered) or today


def _find_former(
    edition: OpenEdition, registered: RegisteredArticle
) -> tuple[tuple[Passage, ...], str] | None:
    """Return what an older version says, where the article says just this again: taken back."""
    record = registered.record
    for version in reversed(record.versions[:-1]):
        making = find_making(record, version.key)
        if making is None or not making.voices:
            continue
        before = _make(edition, registered, before={one.name: one for one in making.voices})
        if before[1] == version.recipe and not is_sound_lost(edition, before[0]):
            return before
    return None


def _make(
    edition: OpenEdition,
    registered: RegisteredArticle,
    *,
    earlier: bool = False,
    before: Mapping[str, SpokenBy] = NOT_KNOWN,
) -> tuple[tuple[Passage, ...], str]:
    settings, utterances = edition.settings, registered.manuscript.script.utterances
    cast = edition.find_cast(registered.record)
    takes = find_takes(registered.record)
    passages = make_passages(utterances, cast, earlier=earlier, before=before, takes=takes)
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
