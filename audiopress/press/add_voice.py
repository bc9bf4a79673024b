"""A voice that somebody has on disk becomes one of this machine's."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.text.language_slips import check_tag
from audiopress.voices import find, keep_own
from audiopress.voices.extras import PIPER, find_missing, name_command

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.model import Voice
    from audiopress.voices import InstallProgress

__all__ = ["add_voice"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
"""What a voice may be called. It is the beginning of its files' names too, and without a colon,
which names of the operating system's voices have."""

_SUFFIX = ".onnx"
"""How the file of a model ends."""


def add_voice(  # noqa: PLR0913 - a file, and what may be said of it
    model: Path,
    *,
    name: str = "",
    language: str = "",
    speaker: str = "",
    licence: str = "",
    progress: InstallProgress | None = None,
) -> tuple[Voice, Path]:
    """Keep the Piper voice in ``model`` as one of this machine's; it and its manifest's path.

    ``name`` is that of the file unless it is given. Raises `VoiceError` where the file is no Piper
    voice, the name is taken, or Piper is not installed: a line is spoken before it counts as added.
    """
    if model.suffix != _SUFFIX:
        raise VoiceError(
            "only voices of Piper can be added, a file .onnx with its .onnx.json beside it",
            where=str(model),
            hint="audiopress voices list has what can be installed",
        )
    name = name or model.name.removesuffix(_SUFFIX)
    if not _NAME.fullmatch(name):
        raise VoiceError(
            f"{name!r} cannot be a voice's name: letters, digits, points, hyphens and underscores",
            where="--name",
            hint="--name NAME",
        )
    if language and (slip := check_tag(language)):
        raise VoiceError(slip, where="--language", hint="--language de-AT")
    if find_missing("piper"):
        raise VoiceError(f"Piper's voices need {PIPER}", hint=name_command(PIPER))
    piper = importlib.import_module("audiopress.engines.piper.voice_files")
    found = piper.read_files(model, name=name, language=language, speaker=speaker, licence=licence)
    given = {"languages": language, "speaker": speaker, "licence": licence}
    manifest = keep_own(
        found.voice,
        found.origins,
        told=[field for field, value in given.items() if value],
        check=lambda voice: piper.try_voice(voice, str(model)),
        progress=progress,
    )
    # As its manifest has it, which may have been edited since it was added before.
    return find(found.voice.name), manifest
