"""What the lexicons of an edition hold, and what is wrong with them."""

from __future__ import annotations

import difflib
import re
import shlex
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress import plugins
from audiopress.errors import ConfigError, SpeechError, VoiceError
from audiopress.press.steps.lexicons import merge_lexicons, read_own_files, read_shipped_files
from audiopress.settings.lexicon_files import read_own_language
from audiopress.speaking.lexicon import (
    Lexicon,
    LexiconEntry,
    is_empty,
    parse_pls,
    read_language,
)
from audiopress.speaking.lexicon_editing import add_word, find_fault_of_form
from audiopress.speaking.normalize import normalize_text
from audiopress.text.commands import write_command
from audiopress.text.language_names import find_base, suits, write_tag
from audiopress.text.phoneme_marks import IPA
from audiopress.voices import find_need, is_installed, list_voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiopress.model import Voice
    from audiopress.settings import Settings

__all__ = [
    "CheckedLexicons",
    "ListedEntry",
    "check_lexicons",
    "check_pronunciation",
    "find_counting",
    "find_near",
    "list_entries",
    "try_lexicons",
]

_NO_IPA = re.compile(r"[A-Z0-9!-,/-@\[-`{-~£€¥]")
"""Matches capitals, figures and signs that no sound has; voices pass over them, or hiss at them."""


_SIGNS_ARE = "the signs of IPA, each with a word: docs/configuration.md, under Pronunciation"
"""Where one looks up what may be written."""

_BRACKETS = re.compile(r"[\[\]/]")
"""Matches what stands around IPA in dictionaries and in a spoken text, and not in a PLS file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """An entry and where it stands; ``used`` unless a later one says the same word.

    ``lexicon`` is the file's path, or its name alone when it is ``shipped``.
    """

    entry: LexiconEntry
    lexicon: str
    shipped: bool
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedLexicons:
    """How many entries were looked at, and what is wrong, in the order of the files."""

    entries: int
    errors: tuple[ConfigError, ...]


def list_entries(settings: Settings) -> tuple[ListedEntry, ...]:
    """Return every entry by word, the show's own before those that are shipped.

    Raises `ConfigError` for a broken file.
    """
    files = [(name, body, True) for name, body in read_shipped_files()]
    files += [(name, body, False) for name, body in read_own_files(settings)]
    found = [
        (entry, name, shipped)
        for name, body, shipped in files
        for entry in parse_pls(body, name).entries
    ]
    listed = []
    # From the last: what comes later wins.
    later: dict[str, list[str]] = {}
    for entry, name, shipped in reversed(found):
        languages = later.setdefault(entry.grapheme, [])
        used = not any(_covers(language, entry.language) for language in languages)
        languages.append(entry.language)
        listed.append(ListedEntry(entry=entry, lexicon=name, shipped=shipped, used=used))
    listed.reverse()
    return tuple(sorted(listed, key=lambda each: (each.shipped, _name(each.entry))))


def find_counting(settings: Settings, word: str, language: str) -> ListedEntry | None:
    """Return the entry that says ``word`` in a text of ``language``, or ``None``."""
    # The order in which they count is that of the files, shipped ones first.
    order = [name for name, _ in (*read_shipped_files(), *read_own_files(settings))]
    fitting = [
        each
        for each in list_entries(settings)
        if each.entry.grapheme == word and suits(each.entry.language, language)
    ]
    return max(fitting, key=lambda each: (order.index(each.lexicon), each.entry.line), default=None)


def find_near(word: str, lexicons: Sequence[tuple[str, bytes]]) -> str:
    """Return the word of some lexicons, by name and bytes, that is nearest to ``word``, if any."""
    words = {
        entry.grapheme.casefold(): entry.grapheme
        for name, body in lexicons
        for entry in parse_pls(body, name).entries
    }
    close = difflib.get_close_matches(word.casefold(), words, n=1)
    return words[close[0]] if close else ""


def _covers(language: str, other: str) -> bool:
    """Whether all that is said in ``other`` is said in ``language``: "en" covers "en-GB"."""
    return not language or (bool(other) and suits(language, other) and len(language) <= len(other))


def _name(entry: LexiconEntry) -> tuple[str, str]:
    return entry.grapheme, entry.language.lower()


def try_lexicons(
    settings: Settings, text: str, say: str | None, language: str
) -> tuple[tuple[str, Lexicon, str], ...]:
    """Return ``before`` and ``after``: its name, a lexicon, and what is said of ``text`` with it.

    Before is without any lexicon; after is with all, or with ``say`` for ``text`` when it is given.
    """
    after = merge_lexicons((*read_shipped_files(), *read_own_files(settings)))
    if say is not None:
        tried = add_word(b"", text, say, language="", where="--say")
        after = after.merge(parse_pls(tried, "--say"))
    return tuple(
        (name, lexicon, _say(text, lexicon, language))
        for name, lexicon in (("before", Lexicon.empty()), ("after", after))
    )


def check_lexicons(settings: Settings, files: Sequence[tuple[str, bytes]]) -> CheckedLexicons:
    """Return what is wrong with lexicons, given by path and bytes, in the order they count.

    Named are files that are no PLS and lexemes that say nothing, IPA that a voice of the edition
    cannot say (where it has none of the language, no installed one), words that are said twice, and
    entries without which the same is said.
    """
    before = merge_lexicons(read_shipped_files())
    voices = _choose_voices(settings)
    entries, errors = 0, list[ConfigError]()
    for name, body in files:
        wrong: list[ConfigError] = []
        try:
            lexicon = parse_pls(body, name, wrong)
        except ConfigError as error:
            errors.append(error)
            continue
        wrong += _find_other_language(body, name)
        wrong += _find_faults(lexicon, before, name, voices, settings.show.language)
        errors += sorted(wrong, key=_read_line)
        entries += len(lexicon.entries)
        before = before.merge(lexicon)
    return CheckedLexicons(entries=entries, errors=tuple(errors))


def _find_other_language(body: bytes, name: str) -> Iterator[ConfigError]:
    """Yield an error where a file is named for one language and says that it is for another."""
    tag, language = read_own_language(Path(name).name), read_language(body, name)
    if tag and not is_empty(body) and write_tag(tag) != write_tag(language):
        yield ConfigError(
            f"the file is named for {tag}, and "
            + (
                f'xml:lang="{language}" counts'
                if language
                else "is for every language: it names none"
            ),
            where=name,
            hint=f'write xml:lang="{tag}", or rename the file',
        )


def check_pronunciation(settings: Settings, word: str, say: str, language: str) -> None:
    """Raise `ConfigError` for IPA in ``say`` that a voice of the edition cannot say, as above."""
    language = language or settings.show.language
    own, installed = (_match_voices(voices, language) for voices in _choose_voices(settings))
    tried = add_word(b"", word, say, language=language, where="--say")
    for entry in parse_pls(tried, "--say").entries:
        for error in _check_ipa(entry, own, installed, "--say", settings.show.language):
            raise error


def _choose_voices(settings: Settings) -> tuple[Sequence[Voice], Sequence[Voice]]:
    """Return the voices that say phonemes: the edition's, and all that are installed.

    What the edition's own cannot say fails its build, whoever else could.
    """
    installed = _list_phonetic_voices()
    cast = settings.cast
    named = {cast.body, *(name for _, name in (*cast.roles, *cast.languages))}
    return tuple(voice for voice in installed if voice.name in named), installed


def _read_line(error: ConfigError) -> int:
    """Return the line that an error is about: the errors of a file are told from top to bottom."""
    line = error.where.rpartition(", line ")[2]
    return int(line) if line.isdecimal() else 0


def _list_phonetic_voices() -> tuple[Voice, ...]:
    """Return the installed voices that say phonemes."""
    engines = set(plugins.list_engines())
    return tuple(
        voice
        for voice in list_voices()
        if voice.engine in engines
        and is_installed(voice)
        and not find_need(voice)
        and plugins.find_ipa_check(plugins.find_engine(voice.engine))
    )


def _find_faults(
    lexicon: Lexicon,
    before: Lexicon,
    name: str,
    voices: tuple[Sequence[Voice], Sequence[Voice]],
    default: str,
) -> Iterator[ConfigError]:
    """Yield what is wrong; ``voices`` are the edition's, and all that are installed."""
    lines: dict[tuple[str, str], int] = {}
    own, installed = voices
    earlier = before
    for entry in lexicon.entries:
        where = f"{name}, line {entry.line}"
        language = entry.language or default
        form = _explain_form(entry, where)
        if form:
            yield form
        else:
            speakers = _match_voices(own, language), _match_voices(installed, language)
            yield from _check_ipa(entry, *speakers, where, default)
        first = lines.setdefault(_name(entry), entry.line)
        if first != entry.line or entry in earlier.entries[len(before.entries) :]:
            hint = f"remove one of the two: the one in line {entry.line} counts"
            yield ConfigError(
                f"{entry.grapheme}: is said in line {first} already", where=where, hint=hint
            )
        elif _say(entry.grapheme, earlier, language) == entry.said:
            yield ConfigError(
                f"{entry.grapheme}: changes nothing, it is said as {entry.said} without the entry",
                where=where,
                hint=write_command("lexicon", "remove", entry.grapheme),
            )
        earlier = earlier.merge(Lexicon(entries=(entry,)))


def _explain_form(entry: LexiconEntry, where: str) -> ConfigError | None:
    """Return what is wrong with the brackets of an entry, or with one that says nothing."""
    if entry.phoneme:
        if not _BRACKETS.search(entry.phoneme):
            return None
        bare = _BRACKETS.sub("", entry.phoneme).strip()
        return ConfigError(
            f"{entry.grapheme}: within <phoneme> IPA stands alone, without the brackets or "
            f"slashes of {entry.phoneme}",
            where=where,
            hint=f"<phoneme>{bare or 'IPA'}</phoneme>",
        )
    # Double brackets within an alias are IPA among words; only what is left over is wrong.
    fault = find_fault_of_form(entry.alias)
    whole = IPA.search(entry.alias) and not re.search(r"\[\[|\]\]", IPA.sub("", entry.alias))
    if not fault or whole:
        return None
    message, better = fault
    add = f"audiopress lexicon add {shlex.quote(entry.grapheme)} --say {better}"
    return ConfigError(f"{entry.grapheme}: {message}", where=where, hint=add)


def _say(word: str, lexicon: Lexicon, language: str) -> str:
    return normalize_text(word, language, lexicon.select_words(language)).text


def _match_voices(voices: Iterable[Voice], language: str) -> list[Voice]:
    """Return the voices of a language, whatever its country."""
    wanted = find_base(language)
    return [voice for voice in voices if wanted in map(find_base, voice.languages)]


def _check_ipa(
    entry: LexiconEntry,
    own: Sequence[Voice],
    installed: Sequence[Voice],
    where: str,
    default: str,
) -> Iterator[ConfigError]:
    """Yield an error for IPA that one of the edition's voices cannot say.

    Where it has none of the language, for IPA that no installed one can; without any, for signs
    that are no IPA. ``default`` is the language of what is tried without naming one.
    """
    other = bool(entry.language) and find_base(entry.language) != find_base(default)
    tried = f"{entry.grapheme!r} --language {entry.language}" if other else repr(entry.grapheme)
    for ipa in IPA.findall(entry.said):
        strange = _explain_strange(ipa)
        if strange and not (own or installed):
            yield ConfigError(
                f"{entry.grapheme}: no voice can say [[{ipa}]]: {strange}",
                where=where,
                hint=f"audiopress lexicon try {tried} --say TEXT; {_SIGNS_ARE}",
            )
            continue
        refused = {voice.name: strange or _ask_voice(voice, ipa) for voice in own or installed}
        wrong = {name: reason for name, reason in refused.items() if reason}
        if not wrong or (not own and len(wrong) < len(refused)):
            continue
        names = ", ".join(wrong)
        reason = next(iter(wrong.values()))
        said = (
            f"{names} cannot say [[{ipa}]]"
            if own
            else f"no installed voice can say [[{ipa}]] ({names})"
        )
        yield ConfigError(
            f"{entry.grapheme}: {said}: {reason}",
            where=where,
            hint=f"audiopress lexicon try {tried} --say TEXT; {_SIGNS_ARE}",
        )


def _ask_voice(voice: Voice, ipa: str) -> str:
    """Return why a voice cannot say some IPA, or nothing."""
    check = plugins.find_ipa_check(plugins.find_engine(voice.engine))
    try:
        if check:
            check(voice, ipa)
    except (SpeechError, VoiceError) as error:
        return error.message
    return ""


def _explain_strange(ipa: str) -> str:
    """Return why no voice at all can say some IPA, or nothing."""
    strange = _NO_IPA.search(ipa)
    if strange:
        return f"{strange[0]!r} is no sign of IPA"
    if not any(unicodedata.category(each) in {"Ll", "Lo"} for each in ipa):
        return "there is no sound in it"
    return ""
