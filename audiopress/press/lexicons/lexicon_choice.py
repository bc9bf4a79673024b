"""Into which file of pronunciations a new word goes: a PLS file has one language."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.lexicon_files import OWN_LEXICON, name_own_lexicon, read_own_language
from audiopress.speaking.lexicon import is_empty, read_language
from audiopress.store.atomic_files import read
from audiopress.text.language_names import find_base, name_language, suits, write_tag
from audiopress.text.language_slips import explain_slip, suggest_tag

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

__all__ = ["ChosenLexicon", "check_language", "choose_lexicon", "describe_language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenLexicon:
    """A file that a word goes into, what is in it (nothing: it is new or empty), its language.

    ``language`` is empty for a file whose words are said in every language.
    """

    file: Path
    body: bytes
    language: str


def check_language(language: str | None, option: str = "--language") -> str | None:
    """Return a language that was asked for as its tag is written; raises `ConfigError` for none."""
    if language is None:
        return None
    slip = explain_slip(language)
    if slip:
        raise ConfigError(slip, where=option, hint=suggest_tag(language, f"{option} "))
    return write_tag(language)


def describe_language(tag: str) -> str:
    """Return ``German (de)``, or "every language" where there is no tag."""
    return f"{name_language(tag)} ({tag})" if tag else "every language"


def choose_lexicon(
    settings: Settings, language: str | None, file: Path | None, command: str
) -> ChosenLexicon:
    """Return the lexicon that a word for ``language`` goes into, by default the show's.

    That is the first of the show's files which is for this language; where there is none, one is
    to be made. A ``file`` that was named is taken if it is for the language, else `ConfigError`
    names both, and ``command`` so that it works.
    """
    # Without its country: an American page in a British show is English.
    default = find_base(settings.show.language)
    if file is not None:
        found = _look_at(file, settings, language or default)
        if not _fits(found, settings, language):
            raise _refuse(found, settings, language, command)
        return found
    own = settings.root / OWN_LEXICON
    tagged = [each for each in settings.lexicons if read_own_language(each.name)]
    named = [each for each in settings.lexicons if each not in tagged]
    there = [own] if os.path.lexists(own) else []
    for each in dict.fromkeys((*there, *tagged, *named)):
        found = _look_at(each, settings, default)
        if _fits(found, settings, language):
            return found
    wanted = language or default
    name = OWN_LEXICON if wanted == default and not there else name_own_lexicon(wanted)
    return _look_at(settings.root / name, settings, wanted)


def _look_at(file: Path, settings: Settings, language: str) -> ChosenLexicon:
    """Return a lexicon; one that is not there or empty is for the language of its name.

    Without one in the name it is for ``language``.
    """
    body = read(file) or b""
    if not is_empty(body):
        return ChosenLexicon(file=file, body=body, language=read_language(body, str(file)))
    own = read_own_language(file.name) if file.parent == settings.root else ""
    return ChosenLexicon(file=file, body=b"", language=own or language)


def _fits(found: ChosenLexicon, settings: Settings, language: str | None) -> bool:
    """Whether a word in the file is said in the language that was asked for, and in no other."""
    if language is None and not read_own_language(found.file.name):
        return suits(found.language, settings.show.language)
    wanted = language or find_base(settings.show.language)
    return bool(found.language) and write_tag(found.language) == wanted


def _refuse(
    found: ChosenLexicon, settings: Settings, language: str | None, command: str
) -> ConfigError:
    wanted = language or settings.show.language
    file = shlex.quote(str(found.file))
    asked = "" if language else ", the language of the show"
    # A file without a language takes words for every one, which is what was not asked for.
    there = f"--language {found.language} --lexicon {file}" if found.language else ""
    there = there or f"--lexicon {file} (in every language)"
    return ConfigError(
        f"the lexicon is for {describe_language(found.language)}, and the word for "
        f"{describe_language(wanted)}{asked}: it would not be said there as you wish",
        where=str(found.file),
        hint=f"{command} --language {wanted} (without --lexicon, into the show's own file), "
        f"or {command} {there}",
    )
