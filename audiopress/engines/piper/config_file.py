"""The configuration of a Piper voice, ``NAME.onnx.json``: read, and each value looked at.

Piper takes what stands there as it is; what is of another kind would be met while something is
spoken.
"""

from __future__ import annotations

import json
from typing import Annotated

import msgspec
from msgspec import Meta
from piper import PiperConfig

from audiopress.errors import VoiceError
from audiopress.voices.tables import convert_table

__all__ = ["BOS", "EOS", "PAD", "read_config"]

BOS = "^"
"""Symbol before the first phoneme of a run, by which Piper's models are trained to begin."""

EOS = "$"
"""Symbol after the last one."""

PAD = "_"
"""Symbol between any two: the models were trained with a blank after each but the last."""

_LOWEST_RATE, _HIGHEST_RATE = 4_000, 192_000
"""Samples a second: half of a telephone's, and the most that sound is recorded with."""

_MOST = 1_000_000
"""Speakers, symbols, samples of a hop: far more than any model has."""

_GREATEST_SCALE = 100.0
"""Of sound or durations: far more than can be understood."""

_Count = Annotated[int, Meta(ge=0, le=_MOST)]
"""A number of something, or that of one of them."""

_Scale = Annotated[float, Meta(ge=0, le=_GREATEST_SCALE)]
"""How much something varies."""


class AudioTable(msgspec.Struct):
    """The table ``audio``."""

    sample_rate: Annotated[int, Meta(ge=_LOWEST_RATE, le=_HIGHEST_RATE)]


class EspeakTable(msgspec.Struct):
    """The table ``espeak``."""

    voice: str


class InferenceTable(msgspec.Struct):
    """The table ``inference``."""

    noise_scale: _Scale = 0.0
    length_scale: Annotated[float, Meta(gt=0, le=_GREATEST_SCALE)] = 1.0
    noise_w: _Scale = 0.0


class PiperTable(msgspec.Struct):
    """What `PiperConfig` takes of a configuration; the defaults are its own."""

    audio: AudioTable
    espeak: EspeakTable
    phoneme_id_map: dict[str, list[_Count]]
    num_symbols: _Count
    num_speakers: _Count
    inference: InferenceTable = msgspec.field(default_factory=InferenceTable)
    phoneme_type: str = ""
    speaker_id_map: dict[str, _Count] = {}
    hop_length: Annotated[int, Meta(ge=1, le=_MOST)] = 1
    default_speaker_id: _Count = 0


def read_config(body: bytes, where: str) -> PiperConfig:
    """Return a voice's configuration, its file ``.onnx.json``.

    Raises `VoiceError` where it is none of Piper's, with the key that is wrong.
    """
    try:
        given = json.loads(body)
        if isinstance(given, dict):
            # What is nothing is as if it were not there.
            given = {key: value for key, value in given.items() if value is not None}
        table = convert_table(given, PiperTable)
        config = PiperConfig.from_dict(given)
    # RecursionError: of lists in lists without an end. Of the shape of the rest nothing is
    # promised: any of these is a file of something else.
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise _make_refusal(str(error), where) from error
    if fault := _find_fault(table):
        raise _make_refusal(fault, where)
    return config


def _make_refusal(fault: str, where: str) -> VoiceError:
    return VoiceError(f"this is not the configuration of a Piper voice: {fault}", where=where)


def _find_fault(table: PiperTable) -> str:
    """Say what is wrong with a configuration whose types are right, or nothing."""
    missing = [mark for mark in (BOS, PAD, EOS) if not table.phoneme_id_map.get(mark)]
    if missing:
        return f"it has no phoneme {' and no '.join(missing)}"
    count = max(1, table.num_speakers)
    for name, number in (*table.speaker_id_map.items(), ("", table.default_speaker_id)):
        if number >= count:
            told = f"speaker_id_map: {name!r}" if name else "default_speaker_id: it"
            return f"{told} has the number {number}, of {count} speakers"
    return ""
