"""The options of a line that say how fast it is spoken, for engines that have the same two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.engines.speech.phonemes import make_excerpt
from audiopress.errors import SpeechError

if TYPE_CHECKING:
    from collections.abc import Collection

    from audiopress.model import Line

__all__ = ["read_pace"]

_RATES = (0.5, 2.0)
"""Least and greatest option ``rate``: the bounds that kokoro-onnx and hibari state alike."""


_LONGEST_PAUSE = 60
"""Seconds between two sentences; a longer pause was meant for something else."""


def read_pace(
    line: Line,
    engine: str,
    *,
    options: Collection[str],
    pause: object,
    sample_rate: int,
) -> tuple[float, int]:
    """Return speed, and the pause between sentences in samples.

    ``options`` are all that ``engine`` has, ``pause`` what is
    between sentences by itself, in milliseconds. Raises `SpeechError` for what it has not.
    """
    given = dict((*line.voice.options, *line.options))
    where = make_excerpt(line.spoken)
    for name in given:
        if name not in options:
            raise SpeechError(f'{engine} has no option "{name}"', where=where)
    try:
        rate = float(given.get("rate", "1"))
        between = round(float(given.get("sentence_pause", str(pause))) * sample_rate / 1000)
    # OverflowError: of "inf", which is a number for Python.
    except (ValueError, OverflowError) as error:
        raise SpeechError(f"an option of {engine} is not a number: {error}", where=where) from error
    if not 0 <= between <= _LONGEST_PAUSE * sample_rate:
        raise SpeechError(
            f"the option sentence_pause of {engine} is from 0 to {_LONGEST_PAUSE}000", where=where
        )
    if not _RATES[0] <= rate <= _RATES[1]:
        raise SpeechError(
            f"the option rate of {engine} is from {_RATES[0]} to {_RATES[1]}", where=where
        )
    return rate, between
