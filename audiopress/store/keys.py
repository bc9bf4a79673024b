"""What makes a paragraph be spoken again, a segment be encoded again, a version be a new one.

A key is the sha256 of canonical JSON: sorted names, no white space, UTF-8. Floats are refused,
since their text is not a promise; callers pass strings or whole numbers.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from audiopress.model import Line

__all__ = ["canonical_json", "digest", "episode_key", "frames_key", "seed_of", "segment_key"]

type_names = (str, int, bool, type(None))


def canonical_json(value: object) -> bytes:
    """Return the one JSON text of ``value``, by the rules of RFC 8785 without floats.

    Raises ``TypeError`` for anything whose text could differ from machine to machine.
    """
    _refuse_floats(value)
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
    elif not isinstance(value, type_names):
        raise TypeError(f"a key is made of text and whole numbers, not {value!r}")


def digest(value: object) -> str:
    """Return the sha256 of ``value``'s canonical JSON, as 64 hex digits."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


SPEECH = 2
"""Counts what is done to speech before it is kept (`audio.speech`: where it begins and ends)."""


def segment_key(
    line: Line, *, voice_digest: str, engine_version: str, kernel: str, take: int = 0
) -> str:
    """Key of the speech of one line: everything audible and nothing else.

    Not in the key: article, position, file name, date, host, audiopress's own version, and the
    lexicon as a whole (a rule that fired has changed the spoken text already).
    """
    voice = line.voice
    parts = [
        "segment", SPEECH, line.spoken, line.language, voice.name, voice.speaker, voice_digest,
        voice.engine, engine_version, [list(pair) for pair in line.options], kernel,
    ]  # fmt: skip
    return digest(parts if take == 0 else [*parts, take])


def seed_of(key: str, take: int = 0) -> int:
    """Seed of the noise of a segment: 64 bits of its key and the take's number."""
    return int(digest(["seed", 1, key, take])[:16], 16)


def frames_key(speech_digest: str, *, gain_steps: int, encoder: Sequence[str | int]) -> str:
    """Key of the MP3 frames of one segment.

    ``gain_steps`` counts half decibels; ``encoder`` names limiter and encoder with their
    settings and versions.
    """
    return digest(["frames", 1, speech_digest, gain_steps, list(encoder)])


def episode_key(files: Mapping[str, str]) -> str:
    """Key of one version: the digests of all files of its folder, by their names."""
    return digest(["episode", 1, dict(files)])
