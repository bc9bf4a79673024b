"""What makes a paragraph be spoken again, a segment be encoded again, a version be a new one.

A key is the sha256 of canonical JSON: sorted names, no white space, UTF-8. Floats are refused,
since their text is not a promise; callers pass strings or whole numbers.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from audiopress.model import Line

__all__ = [
    "SPEECH_FORM",
    "canonical_json",
    "derive_seed",
    "digest",
    "episode_key",
    "frames_key",
    "segment_key",
    "take_key",
]

_EXACT_TYPES = (str, int, bool, type(None))
"""What has one text on every machine; a float has as many as there are libraries to print it."""


def canonical_json(value: object) -> bytes:
    """Return the one JSON text of ``value``, by the rules of RFC 8785 without floats.

    Raises ``TypeError`` for anything whose text could differ from machine to machine.
    """
    _refuse_floats(value)
    # Python sorts by code points and RFC 8785 by UTF-16; names in keys are ASCII, where both agree.
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def _refuse_floats(value: object) -> None:
    if isinstance(value, Mapping):
        for name, item in value.items():
            if not isinstance(name, str):
                raise TypeError(f"a name in a key must be text, not {name!r}")
            _refuse_floats(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _refuse_floats(item)
    elif not isinstance(value, _EXACT_TYPES):
        raise TypeError(f"a key is made of text and whole numbers, not {value!r}")


def digest(value: object) -> str:
    """Return the sha256 of ``value``'s canonical JSON, as 64 hex digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


SPEECH_FORM = 2
"""Counts what is done to speech before it is kept (`audio.speech`: where it begins and ends). It is
raised when that changes, and every line is spoken again."""

_SEED_DIGITS = 16
"""Hex digits of a seed, 64 bits: as many as the generators of all engines take."""


def segment_key(
    line: Line, *, voice_digest: str, engine_version: str, kernel: str, form: int = SPEECH_FORM
) -> str:
    """Return the key of the speech of one line: everything audible and nothing else.

    ``voice_digest`` is that of the voice's files, ``kernel`` the variant of the arithmetic.
    Not in the key: article, position, file name, date, host, audiopress's own version, and the
    lexicon as a whole (a rule that fired has changed the spoken text already).
    """
    voice = line.voice
    return digest(
        [
            "segment",
            form,
            line.spoken,
            line.language,
            voice.name,
            voice.speaker,
            voice_digest,
            voice.engine,
            engine_version,
            [list(pair) for pair in line.options],
            kernel,
        ]
    )


def derive_seed(key: str, take: int = 0) -> int:
    """Return the seed of the noise of a segment, so that the same line is spoken alike for ever.

    Another ``take`` of the line has another.
    """
    return int(digest(["seed", 1, key, take])[:_SEED_DIGITS], 16)


def take_key(key: str, take: int) -> str:
    """Return the key of the speech of a take of a line that has this ``key``.

    The first take, of number 0, has that of the line: what was never spoken again stays as it was.
    """
    return digest(["take", 1, key, take]) if take else key


def frames_key(speech_digest: str, *, gain_steps: int, encoder: Sequence[str | int]) -> str:
    """Return the key of the MP3 frames of one segment.

    ``gain_steps`` counts half decibels; ``encoder`` names limiter and encoder with their
    settings and versions.
    """
    return digest(["frames", 1, speech_digest, gain_steps, list(encoder)])


def episode_key(files: Mapping[str, str]) -> str:
    """Return the key of one version: made of the digests of all files of its folder, by name."""
    return digest(["episode", 1, dict(files)])
