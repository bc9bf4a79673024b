"""A Piper voice as its maker gives it, two files, becomes a `Voice`.

``NAME.onnx`` is the model, ``NAME.onnx.json`` its configuration: symbols, sample rate, language.
All is looked at that loading needs, and then the voice speaks once, so that a file of another kind
is refused here and not in a build.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from piper import PiperConfig, PiperVoice
from piper.config import PhonemeType

from audiopress.engines.piper.config_file import read_config
from audiopress.engines.piper.graph_changes import expose_noise_and_durations
from audiopress.engines.piper.model import load_model
from audiopress.errors import AudiopressError, VoiceError
from audiopress.model import Line, Voice, VoiceFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["PiperFiles", "read_files", "try_voice"]

_LANGUAGE = re.compile(r"(?P<language>[a-z]{2,3})(?:[-_](?P<region>[A-Za-z]{2}|\d{3}))?")
"""A language as Piper's configurations have it (``de_DE``) and espeak does (``en-us``)."""

_PLAIN = re.compile(r"[^\W\d_][\w -]{0,39}")
"""A name of a data set that can be told to listeners: a word or a few."""


_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
"""A speaker by number."""

_SHOWN = 20
"""Speakers that an error names: of some models there are hundreds."""

_TRIED = "1, 2, 3."
"""What a voice of espeak's phonemes says to be tried: espeak reads figures in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperFiles:
    """A voice that is not kept anywhere yet, and where each of its files lies, by name."""

    voice: Voice
    origins: Mapping[str, Path]


def read_files(
    model: Path, *, name: str, language: str = "", speaker: str = "", licence: str = ""
) -> PiperFiles:
    """Return the voice ``name`` that the files ``model`` and ``model`` + ``.json`` are.

    ``language`` is asked for where the configuration says none, ``speaker`` chooses among several.
    Raises `VoiceError` where one is missing, or is of another kind.
    """
    config_path = model.with_name(f"{model.name}.json")
    body, text = _read(model), _read_config_file(config_path)
    config = read_config(text, str(config_path))
    try:
        expose_noise_and_durations(body)
    except ValueError as error:
        raise VoiceError(f"this is not a Piper model: {error}", where=str(model)) from error
    _check_phonemes(config, config_path)
    _check_speaker(config, speaker, config_path)
    said = json.loads(text)
    files = {f"{name}.onnx": (model, body), f"{name}.onnx.json": (config_path, text)}
    voice = Voice(
        name=name,
        engine="piper",
        extra="piper",
        languages=(language or _find_language(said, config_path),),
        title=_make_title(said, name),
        speaker=speaker,
        licence=licence or "unknown: as its maker says",
        lineage=f"A Piper voice of one's own, added from {model.name}. Its maker says what it was "
        "made of, and what may be done with it.",
        sample_rate=config.sample_rate,
        files=tuple(
            VoiceFile(name=each, sha256=hashlib.sha256(content).hexdigest(), size=len(content))
            for each, (_, content) in files.items()
        ),
    )
    return PiperFiles(voice=voice, origins={each: path for each, (path, _) in files.items()})


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise VoiceError(
            f"it cannot be read: {error.strerror or error}", where=str(path)
        ) from error


def _read_config_file(path: Path) -> bytes:
    if not path.exists():
        raise VoiceError(
            "the configuration of the voice is not beside it",
            where=str(path),
            hint=f"put {path.name} there: Piper's voices come as two files",
        )
    return _read(path)


def _check_phonemes(config: PiperConfig, path: Path) -> None:
    try:
        PiperVoice(session=None, config=config).phonemize("a")
    # Each kind of phonemes has a library of its own, which may be missing.
    except Exception as error:
        raise VoiceError(
            f"its phonemes ({config.phoneme_type.value}, {config.espeak_voice}) cannot be made: "
            f"{error}",
            where=str(path),
        ) from error


def _check_speaker(config: PiperConfig, speaker: str, path: Path) -> None:
    count = max(1, config.num_speakers)
    if not speaker or speaker in config.speaker_id_map:
        return
    if _NUMBER.fullmatch(speaker) and int(speaker) < count:
        return
    names = sorted(config.speaker_id_map) or [str(number) for number in range(min(count, _SHOWN))]
    more = f" and {count - _SHOWN} more" if count > _SHOWN else ""
    raise VoiceError(
        f'it has no speaker "{speaker}"',
        where=str(path),
        hint=f"it has {', '.join(names[:_SHOWN])}{more}",
    )


def try_voice(voice: Voice, where: str) -> None:
    """Speak with a voice that was just added, as a build will.

    Raises `VoiceError` where it cannot; ``where`` names the file it came from.
    """
    try:
        model = load_model(voice)
        model.try_symbols()
        if model.piper.config.phoneme_type == PhonemeType.ESPEAK:
            language = next(iter(voice.languages), "en")
            model.speak(Line(spoken=_TRIED, language=language, voice=voice))
    except AudiopressError as error:
        raise VoiceError(f"it was tried and cannot speak: {error.message}", where=where) from error
    # What the runtime says of a graph that is none has no base of its own.
    except Exception as error:
        raise VoiceError(f"it was tried and cannot speak: {error}", where=where) from error


def _find_language(said: Mapping[str, Any], path: Path) -> str:
    """Return the language as BCP 47 has it, from the table ``language``, else from espeak's."""
    table = said.get("language")
    code = table.get("code") if isinstance(table, dict) else None
    for given in (code, said["espeak"]["voice"]):
        if isinstance(given, str) and (found := _LANGUAGE.fullmatch(given)):
            region = found["region"]
            return f"{found['language']}-{region.upper()}" if region else found["language"]
    raise VoiceError(
        "its configuration does not say its language", where=str(path), hint="--language TAG"
    )


def _make_title(said: Mapping[str, Any], name: str) -> str:
    """Return what the voice is called to people, and what it is: ``Thorsten: German, Piper``."""
    dataset = said.get("dataset")
    told = dataset if isinstance(dataset, str) and _PLAIN.fullmatch(dataset) else name
    table = said.get("language")
    english = table.get("name_english") if isinstance(table, dict) else None
    about = f"{english}, Piper" if isinstance(english, str) and english else "Piper"
    return f"{told[:1].upper()}{told[1:]}: {about}"
