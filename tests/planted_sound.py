"""Faults for a version's sound, as an engine would make them: the record has the new times.

Each takes the sound apart at the paragraphs of ``alignment.json``, changes one, and puts all
together again behind the same tag, so that only the words can tell.
"""

from __future__ import annotations

import io
import json
import random
from typing import TYPE_CHECKING, Any

import lameenc
import numpy as np
import soundfile

from audiopress.checking.files.tag import read_tag
from audiopress.checking.words.comparable import list_numerals, list_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Sound = NDArray[np.float32]

__all__ = ["PLANTS", "CannotPlantError", "plant_sound"]

_FADE = 0.005
"""Seconds over which a cut is faded, so that no click tells."""

_NOISE = 0.1
"""The level of the noise, about that of speech at -16 LUFS."""


class CannotPlantError(Exception):
    """The article has nothing that this fault could be made of."""


def plant_sound(version: Path, name: str, number: int) -> int:
    """Plant the fault ``name`` in a version's folder; return the number of the paragraph it is in.

    ``number`` chooses where: the same one gives the same fault.

    Raises:
        CannotPlantError: the article has no such place.

    """
    (path,) = version.glob("*.mp3")
    body = path.read_bytes()
    record = json.loads((version / "alignment.json").read_text("utf-8"))
    samples, rate = soundfile.read(io.BytesIO(body), dtype="float32")
    pieces = _part(record, samples, rate)
    at = PLANTS[name](record, pieces, rate, random.Random(f"{name} {number}"))  # noqa: S311
    path.write_bytes(body[: read_tag(body).size] + _join(record, pieces, rate))
    (version / "alignment.json").write_text(json.dumps(record), "utf-8")
    return at


def _part(record: dict[str, Any], samples: Sound, rate: int) -> list[Sound]:
    """Return the sound as what stands before each paragraph and the paragraphs, in turns."""
    edges = [0]
    for each in record["paragraphs"]:
        edges += [int(each["start"] * rate), int(each["end"] * rate)]
    return np.split(samples, edges[1:])


def _join(record: dict[str, Any], pieces: list[Sound], rate: int) -> bytes:
    """Write the times of the paragraphs as they are now, and return the encoded sound."""
    at = 0
    for number, each in enumerate(record["paragraphs"]):
        begin = at + len(pieces[2 * number])
        at = begin + len(pieces[2 * number + 1])
        each["start"], each["end"] = begin / rate, at / rate
    pcm = (np.clip(np.concatenate(pieces), -1, 1) * 32767).astype("<i2").tobytes()
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(96)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.silence()
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def _choose_word(
    record: dict[str, Any], chance: random.Random, fits: Callable[[str], bool]
) -> tuple[int, dict[str, Any]]:
    """Return a word, with the number of its paragraph, that ``fits`` as it is compared."""
    found = []
    for number, each in enumerate(record["paragraphs"]):
        for word in each["words"][1:-1] if each["role"] == "body" else ():
            said = list_words(each["spoken"][slice(*word["spoken"])], each["language"])
            if len(said) == 1 and fits(said[0]):
                found.append((number, word))
    if not found:
        raise CannotPlantError
    return chance.choice(found)


def _find_span(
    record: dict[str, Any], number: int, word: dict[str, Any], rate: int
) -> tuple[int, int]:
    """Return where a word begins and ends in the sound of its paragraph."""
    start = record["paragraphs"][number]["start"]
    begin, end = (int((word[side] - start) * rate) for side in ("start", "end"))
    return begin, end


def _cut(piece: Sound, begin: int, end: int, instead: Sound, rate: int) -> Sound:
    fade = int(_FADE * rate)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)
    head, tail = piece[:begin].copy(), piece[end:].copy()
    head[-fade:] *= ramp[::-1][: len(head[-fade:])]
    tail[:fade] *= ramp[: len(tail[:fade])]
    return np.concatenate((head, instead, tail))


def _drop_word(
    record: dict[str, Any], pieces: list[Sound], rate: int, chance: random.Random
) -> int:
    numerals = list_numerals(record["language"])
    number, word = _choose_word(record, chance, lambda said: len(said) > 4 and said not in numerals)
    place = 2 * number + 1
    span = _find_span(record, number, word, rate)
    pieces[place] = _cut(pieces[place], *span, np.zeros(0, np.float32), rate)
    return number


def _double_sentence(
    record: dict[str, Any], pieces: list[Sound], rate: int, chance: random.Random
) -> int:
    number = _choose_paragraph(record, chance)
    each = record["paragraphs"][number]
    _, end = _find_span(record, number, each["words"][min(7, len(each["words"]) - 1)], rate)
    place = 2 * number + 1
    pieces[place] = _cut(pieces[place], end, end, pieces[place][:end], rate)
    return number


def _swap_paragraphs(
    record: dict[str, Any], pieces: list[Sound], _rate: int, chance: random.Random
) -> int:
    number = _choose_paragraph(record, chance)
    other = _choose_paragraph(record, chance, but=number)
    one, two = 2 * number + 1, 2 * other + 1
    pieces[one], pieces[two] = pieces[two], pieces[one]
    return number


def _put_noise(
    record: dict[str, Any], pieces: list[Sound], rate: int, chance: random.Random
) -> int:
    number = _choose_paragraph(record, chance)
    place = 2 * number + 1
    seconds = min(len(pieces[place]), 10 * rate)
    begin = chance.randint(0, len(pieces[place]) - seconds)
    noise = np.random.default_rng(number).normal(0, _NOISE, seconds).astype(np.float32)
    pieces[place] = _cut(pieces[place], begin, begin + seconds, noise, rate)
    return number


def _change_number(
    record: dict[str, Any], pieces: list[Sound], rate: int, chance: random.Random
) -> int:
    """Put the sound of another number, said elsewhere in the article, in the place of one."""
    numerals = list_numerals(record["language"])
    number, word = _choose_word(record, chance, numerals.__contains__)
    own = _list_said(record, number, word)
    other, source = _choose_word(record, chance, lambda said: said in numerals and said != own)
    instead = pieces[2 * other + 1][slice(*_find_span(record, other, source, rate))]
    place = 2 * number + 1
    pieces[place] = _cut(pieces[place], *_find_span(record, number, word, rate), instead, rate)
    return number


def _list_said(record: dict[str, Any], number: int, word: dict[str, Any]) -> str:
    each = record["paragraphs"][number]
    return list_words(each["spoken"][slice(*word["spoken"])], each["language"])[0]


def _choose_paragraph(record: dict[str, Any], chance: random.Random, but: int = -1) -> int:
    found = [
        number
        for number, each in enumerate(record["paragraphs"])
        if each["role"] == "body" and number != but and len(each["words"]) > 9
    ]
    if not found:
        raise CannotPlantError
    return chance.choice(found)


PLANTS = {
    "a dropped word": _drop_word,
    "a doubled sentence": _double_sentence,
    "swapped paragraphs": _swap_paragraphs,
    "ten seconds of noise": _put_noise,
    "another number": _change_number,
}
"""By what is wrong."""
