"""The spoken line at the start of an article that says other words than it first did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.press.corrections.kept_sound import find_lines, list_lines
from audiopress.press.corrections.kinds import measure_change
from audiopress.press.corrections.makings import CORRECTION, find_making
from audiopress.press.steps.identify import SHOW_ROLES
from audiopress.speaking.opening import write_announcement

if TYPE_CHECKING:
    from audiopress.model import Utterance
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.speaking.lexicon import Lexicon
    from audiopress.store.ledger import Record

__all__ = ["place_announcement"]


def place_announcement(
    manuscript: Manuscript, record: Record | None, settings: Settings, lexicon: Lexicon
) -> Manuscript:
    """Return a manuscript that says before its text that it was corrected, where it is to."""
    if record is None or not record.versions or not _is_announced(manuscript, record, settings):
        return manuscript
    said = list(manuscript.script.utterances)
    ahead = ("headline", *SHOW_ROLES)
    at = next((n for n, item in enumerate(said) if item.role not in ahead), len(said))
    # Not behind the notice at the end of an article that is all headline.
    if at == len(said):
        return manuscript
    line = _write_line(manuscript, settings, lexicon, said[at].paragraph)
    moved = [replace(item, paragraph=item.paragraph + 1) for item in said[at:]]
    script = replace(manuscript.script, utterances=(*said[:at], line, *moved))
    return replace(manuscript, script=script)


def _is_announced(manuscript: Manuscript, record: Record, settings: Settings) -> bool:
    """Whether the line is said: what is published keeps or lacks it until its words change."""
    making = find_making(record, record.versions[-1].key)
    announced = making is not None and making.announced
    now, before = list_lines(manuscript), find_lines(record)
    if not _says_other_words(before, now, manuscript.article.language):
        return announced
    # Taken back, it says what it first said.
    first = record.texts[0].lines if record.texts else ()
    return settings.corrections.wording == "announce" and now != first


def _says_other_words(before: tuple[str, ...], now: tuple[str, ...], language: str) -> bool:
    """Whether a listener would hear other words, and not only another spelling of them."""
    if len(before) != len(now):
        # Without a text, which somebody has purged, nobody can tell.
        return bool(before)
    changed = (pair for pair in zip(before, now, strict=True) if pair[0] != pair[1])
    return any(measure_change(*pair, language).kind == "wording" for pair in changed)


def _write_line(
    manuscript: Manuscript, settings: Settings, lexicon: Lexicon, paragraph: int
) -> Utterance:
    from audiopress.speaking.script import compose_lines  # noqa: PLC0415 - heavy, and seldom

    language = manuscript.article.language
    table = settings.corrections
    text, spoken_in = write_announcement(
        language, table.announcement, table.announcements, settings.reading.words_language
    )
    (line,) = compose_lines(
        [text],
        language=spoken_in,
        cast=settings.cast,
        pauses=settings.sound.pauses,
        rate=settings.sound.rate,
        lexicon=lexicon,
    ).utterances
    pause = settings.sound.pauses.paragraph * settings.sound.rate // 1000
    return replace(line, role=CORRECTION, paragraph=paragraph, pause=pause)
