"""The options of a line as Piper's models take them: three inference scales and a pause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from piper import PiperConfig

    from audiopress.model import Line

__all__ = ["InferenceOptions", "read_options"]

_SENTENCE_PAUSE = 150
"""Milliseconds added between sentences unless an option says otherwise, to the quiet that a voice
leaves at the end of a sentence itself (docs/decisions/0121)."""

_OPTIONS = frozenset({"length_scale", "noise_scale", "noise_w_scale", "rate", "sentence_pause"})
"""Options a line may have; another one is a mistake of who wrote it, and is named."""


_GREATEST = 100
"""Of a scale; far more than can be understood."""

_LONGEST_PAUSE = 60
"""Seconds between two sentences; a longer pause was meant for something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InferenceOptions:
    """Piper's three inference scales, and the pause between sentences in samples.

    ``length_scale`` stretches all durations, ``noise_scale`` is how much the sound varies,
    ``noise_w_scale`` how much the durations do.
    """

    length_scale: float
    noise_scale: float
    noise_w_scale: float
    pause: int


def read_options(config: PiperConfig, line: Line) -> InferenceOptions:
    """Return what ``line`` and its voice ask for, else what the voice's ``config`` has.

    Raises `SpeechError` for an option that Piper has not, and for one that is no number.
    """
    # Later ones win: what is asked of a line goes before the voice's manifest.
    given = dict((*line.voice.options, *line.options))
    for name in given:
        if name not in _OPTIONS:
            raise SpeechError(
                f'piper has no option "{name}"',
                where=make_excerpt(line.spoken),
                hint=f"it knows {', '.join(sorted(_OPTIONS))}",
            )
    try:
        rate = float(given.get("rate", "1"))
        pause = float(given.get("sentence_pause", _SENTENCE_PAUSE))
        options = InferenceOptions(
            # A scale of durations: twice as fast is half as long.
            length_scale=float(given.get("length_scale", config.length_scale)) / rate,
            noise_scale=float(given.get("noise_scale", config.noise_scale)),
            noise_w_scale=float(given.get("noise_w_scale", config.noise_w_scale)),
            pause=round(pause * config.sample_rate / 1000),
        )
    # OverflowError: of "inf", which is a number for Python.
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        raise SpeechError(
            f"an option of piper is not a number: {error}", where=make_excerpt(line.spoken)
        ) from error
    if fault := _find_fault(options, config.sample_rate):
        raise SpeechError(fault, where=make_excerpt(line.spoken))
    return options


def _find_fault(options: InferenceOptions, sample_rate: int) -> str:
    """Say which option no speech can be made with, or nothing."""
    scales = (options.length_scale, options.noise_scale, options.noise_w_scale)
    # Of what is not a number ("nan") every comparison is false.
    if not (options.length_scale > 0 and all(0 <= scale <= _GREATEST for scale in scales)):
        return f"the options rate and scale of piper are above 0, and below {_GREATEST}"
    if not 0 <= options.pause <= _LONGEST_PAUSE * sample_rate:
        return f"the option sentence_pause of piper is from 0 to {_LONGEST_PAUSE}000"
    return ""
