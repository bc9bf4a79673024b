"""Voices by the language they speak: which there are, and what helps where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.language_names import find_base
from audiopress.voices.catalogue import (
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

__all__ = ["list_for_language", "name_language_remedy", "speaks_language"]


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
    """Return what brings a voice for a language: the commands, or the ways there are.

    ``listed`` are the system's voices for it, where they are shown beside it.
    """
    base = find_base(language)
    for voice in filter(has_engine, list_for_language(language)):
        needed = [name_command(need, voice.engine)] if (need := find_need(voice)) else []
        # An extra brings the files of a voice that is a package.
        comes_along = is_installed(voice) or (needed and voice.package)
        lacking = [] if comes_along else [name_remedy(voice)]
        if needed or lacking:
            return ", then ".join((*lacking, *needed))
    where = "" if listed is not None else f"audiopress voices list {base}"
    first = f"one of the system{_find_system_voices(where)}, " if not listed else ""
    return (
        f'name one: {base} = "{listed[0].name if listed else "VOICE"}" under [voices.languages]. '
        f"It may be {first}a voice of Piper (audiopress voices add FILE.onnx), "
        "or one that a server speaks ([[voices.remote]])"
    )


def _find_system_voices(where: str) -> str:
    """Return in brackets what brings the system's voices, and ``where`` they are named."""
    system = find("system")
    need = find_need(system)
    steps = [name_command(need, system.engine)] if need else []
    steps += [where] if where else []
    return f" ({', then '.join(steps)})" if steps else ""
