"""Which voices can speak here, in a language; and of the others, what is missing and gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from audiopress.errors import VoiceError
from audiopress.press.edition.voices.missing_voices import describe_lack
from audiopress.text.language_names import name_language
from audiopress.voices import find, list_voices, name_language_remedy, speaks_language

if TYPE_CHECKING:
    from audiopress.model import Voice
    from audiopress.settings import Settings

__all__ = [
    "LackingVoice",
    "explain_unfit",
    "is_ready",
    "list_lacking",
    "list_ready",
    "name_remedy",
]


class LackingVoice(NamedTuple):
    """A voice that cannot speak here yet: how it sounds, why not, and what gets it."""

    name: str
    sounds: str
    lack: str
    remedy: str


def list_ready(settings: Settings, language: str) -> list[tuple[str, str]]:
    """Return the voices that can speak a language here and now, each with how it sounds.

    The edition's own first. One that is of no language, as some of the system are, speaks any.
    """
    found = [
        voice
        for voice in _list_all(settings)
        if (not voice.languages or speaks_language(voice, language)) and is_ready(settings, voice)
    ]
    own = settings.cast.body
    ordered = sorted(found, key=lambda voice: (voice.name != own, not voice.languages, voice.name))
    return [(voice.name, f"{voice.name} ({_describe(voice)})") for voice in ordered]


def list_lacking(settings: Settings, language: str = "") -> list[LackingVoice]:
    """Return the voices that cannot speak here, of one ``language`` or of all."""
    found = ((voice, _find_lack(settings, voice)) for voice in _list_all(settings))
    return [
        LackingVoice(voice.name, _describe(voice), *lack)
        for voice, lack in found
        if lack and (not language or speaks_language(voice, language))
    ]


def explain_unfit(settings: Settings, name: str, language: str) -> str:
    """Return why a voice that is set cannot speak a language here, or nothing where it can."""
    try:
        voice = find(name, settings.cast.remote)
    except VoiceError as error:
        return error.message
    if lack := _find_lack(settings, voice):
        return lack[0]
    if voice.languages and not speaks_language(voice, language):
        return f"does not speak {name_language(language)}"
    return ""


def name_remedy(settings: Settings, language: str) -> str:
    """Return what brings a voice for a language, where none can speak it here; else nothing."""
    natural = (speaks_language(voice, language) for voice in _list_ready_voices(settings))
    return "" if any(natural) else name_language_remedy(language)


def is_ready(settings: Settings, voice: Voice) -> bool:
    """Whether a voice lacks nothing here: its files, its engine, and what that needs."""
    return _find_lack(settings, voice) is None


def _find_lack(settings: Settings, voice: Voice) -> tuple[str, str] | None:
    return describe_lack(voice, dict(settings.cast.kernels).get(voice.name, ""))


def _list_ready_voices(settings: Settings) -> list[Voice]:
    return [voice for voice in _list_all(settings) if is_ready(settings, voice)]


def _list_all(settings: Settings) -> list[Voice]:
    return [*list_voices(), *settings.cast.remote]


def _describe(voice: Voice) -> str:
    return voice.sounds or ", ".join(map(name_language, voice.languages)) or "any language"
