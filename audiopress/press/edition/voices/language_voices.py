"""Who speaks an article in a language that the configured voices do not speak, if anybody.

A voice of another language makes no speech of a text. So such an article is spoken by a voice of
its language that the show has or that is installed, else it is refused with what helps. What is
published goes on as it was (docs/decisions/0132).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress import voices
from audiopress.errors import LanguageError, VoiceError
from audiopress.model import Refused
from audiopress.press.edition.voices.companions import find_companion
from audiopress.press.edition.voices.missing_voices import explain_missing
from audiopress.speaking.casting import find_language_voice
from audiopress.text.language import choose_language
from audiopress.text.language_names import find_base, name_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiopress.model import Article, Cast, Episode, Script
    from audiopress.press.steps.identify import RegisteredArticle
    from audiopress.press.steps.read import Manuscript
    from audiopress.store.ledger import Record

__all__ = ["LanguageVoices", "find_record"]

_HALF = 2
"""A text of which more than one word in two is capitalised is none: German has one in three."""


class LanguageVoices:
    """The voices of an edition by language: named, of the show, or installed."""

    def __init__(self, cast: Cast, records: Sequence[Record] = (), *, chosen: str = "") -> None:
        """Know who speaks by the configuration, and who has spoken by the ledger.

        ``chosen`` is the voice that somebody named for this run, if any.
        """
        self._cast = cast
        self._records = records
        self._chosen = chosen

    def settle_all(
        self, articles: Iterable[RegisteredArticle]
    ) -> tuple[list[RegisteredArticle], list[Refused]]:
        """Part the articles that somebody can speak, each with its voices, from the others."""
        settled: list[RegisteredArticle] = []
        refused: list[Refused] = []
        for item in articles:
            try:
                manuscript = self.settle(item.manuscript, item.record)
            except VoiceError as error:
                refused.append(Refused(uri=item.manuscript.uri, error=error))
            else:
                settled.append(replace(item, manuscript=manuscript))
        return settled, refused

    def settle(self, manuscript: Manuscript, record: Record | None) -> Manuscript:
        """Return a manuscript with the voices that speak it.

        Raises `VoiceError` where it is in a language that none speaks, and was never published.
        """
        article = manuscript.article
        last = record.versions[-1] if record and record.versions else None
        named = find_language_voice(self._cast, article.language)
        foreign = self._find_foreign(manuscript.script, article.language)
        if not foreign:
            found = named or self._find_variety(article.language, last)
            # Who was named has it already, since it was read.
            return self._give(manuscript, set() if named else {self._cast.body}, found)
        # Published by a voice of another language, it goes on in that until somebody names one.
        if last and not last.language_voice and not self._steps_back(last, foreign, article):
            return manuscript
        found = self._choose(article.language, last.language_voice if last else "")
        if found == self._cast.body and not named:
            variety = self._find_variety(article.language, last)
            if variety:
                return self._give(manuscript, {*foreign, found}, variety)
        if found:
            return self._give(manuscript, foreign, found)
        speaker = self._find_speaker(manuscript.script, foreign)
        if self._cast.foreign == "speak" or not self._is_sure(article, speaker):
            return manuscript
        raise self._refuse(article.language, speaker, manuscript.uri)

    def silence(self, manuscript: Manuscript) -> Manuscript:
        """Return a manuscript that is refused, without the voices that do not speak it."""
        foreign = self._find_foreign(manuscript.script, manuscript.article.language)
        script = _give_voice(manuscript.script, foreign, "", manuscript.article.language)
        return replace(manuscript, script=script)

    def _steps_back(self, last: Episode, foreign: set[str], article: Article) -> bool:
        """Whether voices of roles, which do not speak its language, were not heard in an article.

        Those of what 0.1.0 published were.
        """
        heard = {voices.find(name, self._cast.remote).narrator for name in foreign}
        return self._speaks(self._cast.body, article.language) and not heard & {*last.narrators}

    def _give(self, manuscript: Manuscript, replaced: set[str], name: str) -> Manuscript:
        """Return a manuscript in which ``name``, if any, speaks in place of others.

        Raises `VoiceError` where nobody knows it any more.
        """
        if not name:
            return replace(manuscript, language_voice="")
        missing = explain_missing(manuscript, name, self._cast)
        if missing and not _is_known(name, self._cast):
            raise missing
        script = _give_voice(manuscript.script, replaced, name, manuscript.article.language)
        own = name if name != self._cast.body else ""
        return replace(manuscript, script=script, language_voice=own)

    def _find_variety(self, language: str, last: Episode | None) -> str:
        """Return who speaks an article in place of the body's voice that could, or nothing.

        What is published goes on as it is; only what is new gets a companion.
        """
        if self._chosen:
            return ""
        if last is None:
            before = self._find_newest(language)
            name = before.language_voice if before and _is_known(before.language_voice) else ""
            return name or find_companion(self._cast.body, language)
        # Another body was named since: it is meant for all that it speaks.
        same = last.voice == self._cast.body and find_base(last.language) == find_base(language)
        return last.language_voice if same else ""

    def _find_newest(self, language: str) -> Episode | None:
        """Return the newest article in just this variety, if it was made with the same body."""
        for last in self._list_newest():
            if last.language.lower() == language.lower() and last.voice == self._cast.body:
                return last
        return None

    def _list_newest(self) -> Iterator[Episode]:
        """Yield the last versions of the articles in the feed, the newest article first."""
        newest = sorted(self._records, key=lambda record: (record.first_seen, record.id))[::-1]
        for record in newest:
            if record.versions and record.state == "live":
                yield record.versions[-1]

    def settle_lines(self, script: Script, language: str) -> Script:
        """Return lines in a language with the voice that speaks it; raises `VoiceError`.

        Where a voice was chosen nobody else speaks: it was named to be heard.
        """
        foreign = self._find_foreign(script, language)
        if not foreign:
            # "en" was guessed to be British or American, by all lines.
            spoken = next((item.language for item in script.utterances), language)
            found = find_language_voice(self._cast, spoken) or self._find_variety(spoken, None)
            return _give_voice(script, {self._cast.body}, found, language) if found else script
        found = "" if self._chosen else self._choose(language, "")
        if found:
            return _give_voice(script, foreign, found, language)
        if self._cast.foreign != "speak":
            raise self._refuse(language, min(foreign), "", self._find_other(language))
        return script

    def _find_other(self, language: str) -> str:
        """Return who would speak a language if nobody had been chosen, or nothing."""
        return self._choose(language, "") if self._chosen else ""

    def _find_foreign(self, script: Script, language: str) -> set[str]:
        """Return the voices of a script that do not speak its language."""
        # What is in a language of its own was given its voice by name, when it was read.
        base = find_base(language)
        used = {item.voice for item in script.utterances if find_base(item.language) == base}
        return {name for name in used if not self._speaks(name, language)}

    def _speaks(self, name: str, language: str) -> bool:
        # A person who names a voice for a language has heard it; one that names none speaks any.
        if name == find_language_voice(self._cast, language, other_regions=True):
            return True
        speaks = voices.find(name, self._cast.remote).languages
        return not speaks or find_base(language) in map(find_base, speaks)

    def _choose(self, language: str, before: str) -> str:
        """Return who speaks a language where a voice of the script does not, or nothing.

        In this order: who is named for it, the body's voice, who spoke this article ``before``, who
        speaks the show's other articles in it, who is installed.
        """
        named = find_language_voice(self._cast, language, other_regions=True)
        if named:
            return named
        if self._speaks(self._cast.body, language):
            return self._cast.body
        return before or self._find_usual(language) or _find_installed(language)

    def _find_usual(self, language: str) -> str:
        """Return who speaks the newest article in a language, though nobody is named for it."""
        base = find_base(language)
        for last in self._list_newest():
            # Of a package that is gone, nobody could speak a new one.
            if find_base(last.language) == base and _is_known(last.language_voice):
                return last.language_voice
        return ""

    def _find_speaker(self, script: Script, foreign: set[str]) -> str:
        """Return the one of the voices that speaks most of a script: whom an error is about."""
        said = dict.fromkeys(sorted(foreign), 0)
        for item in script.utterances:
            if item.voice in said:
                said[item.voice] += len(item.source)
        return max(said, key=lambda name: said[name])

    def _is_sure(self, article: Article, speaker: str) -> bool:
        """Whether an article is in its language, and not in one that its voice speaks.

        A template says its own language of any text, and that of a short one is a guess.
        """
        text = " ".join(block.text for block in article.blocks) or article.title
        own = find_base(article.language)
        bases = {find_base(tag) for tag in voices.find(speaker, self._cast.remote).languages}
        if article.language_guessed:
            half = len(text) // 2
            halves = (text[:half], text[half:])
            told = all(choose_language(part, own, base) == own for part in halves for base in bases)
            return told and not _is_mostly_names(text)
        return all(choose_language(text, own, base) != base for base in bases)

    def _refuse(self, language: str, speaker: str, uri: str, other: str = "") -> LanguageError:
        speaks = ", ".join(voices.find(speaker, self._cast.remote).languages)
        remedy = f"--voice {other} speaks it" if other else voices.name_first_remedy(language)
        return LanguageError(
            f"no voice for {name_language(language)} ({language}): {speaker} speaks {speaks}",
            where=uri,
            hint=f'{remedy}; or [voices] foreign = "speak" has {speaker} read it',
        )


def _is_mostly_names(text: str) -> bool:
    """Whether a text may be a list of names or results, which are in no language."""
    words = [word for word in text.split() if word[0].isalpha()]
    return _HALF * len(words) < sum(word[0].isupper() for word in words)


def _is_known(name: str, cast: Cast | None = None) -> bool:
    """Whether there is a voice, in a cast also one of the servers that it describes."""
    try:
        return bool(name) and bool(voices.find(name, cast.remote if cast else ()))
    except VoiceError:
        return False


def _give_voice(script: Script, foreign: set[str], name: str, language: str) -> Script:
    """Return a script in which ``name`` speaks what voices of other languages were to speak."""
    base = find_base(language)
    return replace(
        script,
        utterances=tuple(
            replace(item, voice=name)
            if item.voice in foreign and find_base(item.language) == base
            else item
            for item in script.utterances
        ),
    )


def _find_installed(language: str) -> str:
    """Return the first voice of a language that is installed, or nothing: see `list_for_language`.

    A server is never asked unless somebody named it: it gets the text of the article.
    """
    found = voices.list_for_language(language)
    ready = (item for item in found if voices.is_installed(item) and not voices.find_need(item))
    return next((item.name for item in ready), "")


def find_record(manuscript: Manuscript, records: Iterable[Record]) -> Record | None:
    """Return the record of an article under any of its names, for what is only shown."""
    identity = manuscript.identity
    names = {identity.id, identity.old_id, manuscript.former, f"file:{manuscript.uri}"} - {""}
    return next((one for one in records if names & {one.id, *one.aliases}), None)
