"""The new lines of a joined edition: its title, the notice, and what stands before its contents.

Short, in the edition's language, and the same from day to day but for the title: nearly all of
them are spoken once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from audiopress.press.edition.voices.language_voices import LanguageVoices
from audiopress.press.steps.plan import make_passages
from audiopress.publish.pages.phrases import find_show_phrases
from audiopress.speaking.opening import write_contents_line
from audiopress.speaking.script import compose_bridges

if TYPE_CHECKING:
    from audiopress.model import Role
    from audiopress.press.edition.open_edition import OpenEdition
    from audiopress.press.steps.plan import Passage
    from audiopress.speaking.lexicon import Lexicon

__all__ = ["LexiconOf", "make_bridges"]


class LexiconOf(Protocol):
    """Who knows the edition's lexicon, merged when it is first needed, and its digest."""

    @property
    def lexicon(self) -> Lexicon:
        """The words of the edition."""
        ...

    @property
    def digest(self) -> str:
        """What shapes spoken forms, as hex."""
        ...


def make_bridges(
    edition: OpenEdition, title: str, language: str, *, contents: bool, lexicon: LexiconOf
) -> tuple[Passage, ...]:
    """Return the lines that open an edition; raises `VoiceError` where nobody speaks them."""
    settings = edition.settings
    lines: list[tuple[Role, str]] = [("headline", title)]
    if settings.reading.disclosure != "none":
        lines.append(("disclosure", find_show_phrases(settings.show, language).narrated_long))
    if contents and (words := write_contents_line(language)):
        lines.append(("opening", words))
    script = compose_bridges(
        lines,
        language=language,
        cast=settings.cast,
        pauses=settings.sound.pauses,
        rate=settings.sound.rate,
        lexicon=lexicon.lexicon,
    )
    speakers = LanguageVoices(settings.cast, chosen=settings.chosen_voice)
    script = speakers.settle_lines(script, language)
    return make_passages(script.utterances, settings.cast)
