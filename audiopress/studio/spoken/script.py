"""One article as it will be spoken: each paragraph beside its source, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError
from audiopress.model import Document
from audiopress.press.edition.notes import list_notes
from audiopress.press.edition.planning.untold import part_untold
from audiopress.press.preview import plan, read_sources
from audiopress.reading.reasons import explain_reason
from audiopress.reading.site_furniture import make_line_key
from audiopress.sources.files import FileSource
from audiopress.studio.advice import SortedNotes, sort_notes
from audiopress.studio.settings.setting_words import say_settings
from audiopress.studio.spoken.lines import find_corrections, list_choices
from audiopress.studio.spoken.order import MARK, TextOrder, find_order, find_text
from audiopress.studio.spoken.places import link_rows
from audiopress.studio.spoken.read_as import describe_reading
from audiopress.text.comparison import make_comparable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audiopress.model import LeftOut, Utterance
    from audiopress.press.preview import PlannedArticle
    from audiopress.press.site_memory.correct_lines import CorrectedLine
    from audiopress.press.steps.read import Manuscript
    from audiopress.settings import Settings
    from audiopress.studio.spoken.lines import LineChoice
    from audiopress.studio.spoken.places import RowLink

__all__ = ["ScriptPage", "ScriptRow", "pick_paragraph", "read_script"]

_OWN = ("headline", "opening", "disclosure", "correction")
"""What is said whatever lines are named: the headline, and the show's own words."""


_CALLED = {
    "headline": "headline",
    "opening": "who wrote it, and when",
    "standfirst": "lead",
    "heading": "heading within the text",
    "body": "paragraph",
    "quote": "quotation",
    "list_item": "item of a list",
    "caption": "caption of a picture",
    "table": "table",
    "disclosure": "says that the voice is synthetic",
    "correction": "says what was corrected",
}
"""What the window calls a paragraph by its role."""


_REASONS = {"dropped-by-config": "Somebody here had this line left out."}
"""Reasons whose usual sentence names a command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptRow:
    """A paragraph that is spoken, by its ``number``, or a text that is left out for a ``reason``.

    ``new`` says that a build would speak it, ``unsure`` has pieces that no rule understood, and
    ``why`` a sentence on the reason. ``choice`` is what may be done about it by its words: ``keep``
    or ``drop``; nothing of what the show says, and of what is no block of the document.
    ``corrected`` is what an editor has wanted of it. ``place`` is what links lead to, and ``links``
    are those from here: to a note, to a table, and back.
    """

    source: str
    number: int = -1
    role: str = ""
    spoken: str = ""
    voices: tuple[str, ...] = ()
    language: str = ""
    new: bool = False
    unsure: tuple[str, ...] = ()
    reason: str = ""
    why: str = ""
    choice: str = ""
    corrected: CorrectedLine | None = None
    place: str = ""
    links: tuple[RowLink, ...] = ()

    @property
    def called(self) -> str:
        """Return what it is, in words."""
        return _CALLED.get(self.role, self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptPage:
    """What the window shows of an article; ``groups`` are its rows, what is left out together.

    ``read_as`` says what the file was read as, and what was found in it.
    ``choices`` are for what a line of it may be corrected, ``errors`` why it would not be
    published, ``planned`` what a build would do of it. ``opted_out`` is by which words it says that
    it is not to be read aloud.
    """

    title: str
    read_as: str = ""
    language: str = ""
    draft: bool = False
    opted_out: str = ""
    groups: tuple[tuple[ScriptRow, ...], ...] = ()
    choices: tuple[LineChoice, ...] = ()
    notes: SortedNotes = field(default_factory=SortedNotes)
    errors: tuple[AudiopressError, ...] = ()
    planned: PlannedArticle | None = None


def read_script(settings: Settings, path: Path) -> ScriptPage:
    """Return the script of the article in a file; what a build would refuse is shown too."""
    manuscripts, rejected = read_sources(settings, (str(path),))
    told = [item for item in manuscripts if not item.article.draft]
    errors = [each.error for each in (*rejected, *part_untold(told, listed=True)[1])]
    if not manuscripts:
        return ScriptPage(title=path.name, errors=tuple(errors))
    manuscript = manuscripts[0]
    planned = None if errors else _plan(settings, path, errors)
    document = _find_document(settings, path)
    order = find_order(settings, document, find_corrections(settings, manuscript))
    rows = link_rows(_order_rows(manuscript, order, planned), order.marks)
    return ScriptPage(
        title=manuscript.article.title or path.stem,
        read_as=describe_reading(document, manuscript, settings.show.language),
        language=manuscript.article.language,
        draft=manuscript.article.draft,
        opted_out=manuscript.article.opted_out.strip("`"),
        groups=tuple(tuple(group) for _, group in groupby(rows, _name_group)),
        choices=list_choices(manuscript),
        notes=sort_notes(list_notes(manuscript, settings)),
        errors=tuple(errors),
        planned=planned,
    )


def pick_paragraph(settings: Settings, path: Path, number: int) -> tuple[Utterance, ...]:
    """Return what is said for a paragraph of the script, by its number; nothing if it has none."""
    manuscripts, _ = read_sources(settings, (str(path),))
    return tuple(
        item
        for manuscript in manuscripts[:1]
        for item in manuscript.script.utterances
        if item.paragraph == number
    )


def _plan(settings: Settings, path: Path, errors: list[AudiopressError]) -> PlannedArticle | None:
    """Return what a build would do of an article, or note why it would not."""
    try:
        found = plan(settings, (str(path),))
    except AudiopressError as error:
        errors.append(error)
        return None
    errors.extend(each.error for each in found.refused)
    return next(iter(found.articles), None)


def _name_group(row: ScriptRow) -> int:
    """Return the same for rows of one group: what is left out, or one paragraph."""
    return row.number


def _find_document(settings: Settings, path: Path) -> Document | None:
    """Return the document of a file, the first where it has several."""
    documents = FileSource(settings.root, output=settings.output).fetch(str(path))
    return next((each for each in documents if isinstance(each, Document)), None)


def _order_rows(
    manuscript: Manuscript, order: TextOrder, planned: PlannedArticle | None
) -> list[ScriptRow]:
    """Return the rows in the order of the document; what has no place there stays where it was."""
    script = manuscript.script
    new = _list_new(planned)
    found: list[tuple[int, int, ScriptRow]] = []
    at = -1
    for _, parts in groupby(script.utterances, lambda item: item.paragraph):
        row = _describe_paragraph(tuple(parts), script.unsure, new)
        row = _add_choice(row, "drop" if row.role not in _OWN else "", order)
        at = find_text(row.source, order.texts, at)
        found.append((at, 0, row))
    at = -1
    marked = [mark.text for mark in order.marks]
    for item in script.left_out:
        # The mark of a note stands in no text of the script: it is beside that it was taken out of.
        text = marked.pop(0) if item.reason == MARK and marked else item.text
        at = find_text(text, order.texts, at)
        found.append((at, 1, _add_choice(_describe_left_out(item), "keep", order)))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _list_new(planned: PlannedArticle | None) -> set[str]:
    """Return the spoken forms that a build would have to speak."""
    if planned is None:
        return set()
    pairs = zip(planned.passages, planned.reasons, strict=True)
    return {passage.utterance.spoken for passage, why in pairs if passage.key in planned.missing}


def _describe_paragraph(
    parts: tuple[Utterance, ...], unsure: Sequence[str], new: set[str]
) -> ScriptRow:
    source = " ".join(item.source for item in parts)
    return ScriptRow(
        source=source,
        number=parts[0].paragraph,
        role=parts[0].role,
        spoken=" ".join(item.spoken for item in parts),
        voices=tuple(dict.fromkeys(item.voice for item in parts if item.voice)),
        language=parts[0].language,
        new=any(item.spoken in new for item in parts),
        unsure=tuple(each for each in unsure if each in source),
    )


def _add_choice(row: ScriptRow, choice: str, order: TextOrder) -> ScriptRow:
    if make_comparable(row.source) not in order.blocks:
        return row
    corrected = order.corrected.get(make_line_key(row.source))
    return replace(row, choice=choice, corrected=corrected)


def _describe_left_out(item: LeftOut) -> ScriptRow:
    why = _REASONS.get(item.reason) or say_settings(explain_reason(item.reason))
    return ScriptRow(source=item.text, reason=item.reason, why=why)
