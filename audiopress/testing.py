"""The conformance kit: for people who write an engine or a source of their own.

`check_engine` and `check_source` hold one to its contract (`audiopress.plugins`) and name the first
thing that is not as it must be. In a test of your own::

    def test_my_engine_conforms() -> None:
        check_engine(MyEngine(), my_voice)

    def test_my_source_conforms() -> None:
        check_source(MySource(), "what it is asked for")

How to write them is in ``docs/plugins.md``.
"""

from __future__ import annotations

import pickle
import re
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from audiopress import plugins
from audiopress.errors import AudiopressError, SourceError, SpeechError
from audiopress.model import Document, Line, Refused, Speech, Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.plugins import Engine, Source

__all__ = ["ConformanceError", "check_engine", "check_source"]

_WORD = re.compile(r"\w(?:\S*\w)?")
"""A written word, which must have a time: from its first letter or digit to its last."""

_SENTENCE = "The launch came hours after 8,000 of the men had crossed the border."
"""Said by every check. ``of the`` is often said as one word and ``8,000`` as three."""

_OTHERS = ("It was hot.", "Who said that, and when?", "Nobody knew: they had all gone home.")
"""Said one by one, in another order and at the same time: each must sound the same each time."""

_ODD = (
    "\U0001f600 \U0001f680",  # emoji
    "?!",
    "\u2014",  # an em dash
    "* * *",
    "\u05e9\u05dc\u05d5\u05dd",  # Hebrew
    "\u0645\u0631\u062d\u0628\u0627",  # Arabic
    "\u4f60\u597d",  # Chinese
    "\u043c\u0438\u0440",  # Russian
    "a\u0301\u0301\u0301",  # one letter under three accents
    "x" * 200,
    "\u200b\u202e",  # zero width space, right-to-left override
    "<b>&amp;</b>",
    "[[",  # half of what writes phonemes
    "]] [[",
    "((",
    "1e999",
    "A.B.C.",
    "\n\n",
    "https://a.b/c?d=e&f",
    "naive cafe\u0301, na\u00efve caf\u00e9",  # the same letters composed and not
    "0",
    "a",
    "\u0130stanbul",  # a capital that is two characters when small
    "_",  # a letter to a pattern (\\w), nothing to a voice
)
"""Texts that pages really hold and engines stumble on: sound or `SpeechError`, nothing else."""

_QUIET = 104
"""Sample value (of 32767) of -50 dBFS: a sound that starts above it starts with a click."""

_LOUD = 328
"""Sample value (of 32767) of -40 dBFS: what is louder is speech, by any engine we know."""

_LEAD = 0.5
"""Seconds of silence before the speech at most. The press trims it, but keeps it till then."""

_TRAIL = 1.0
"""Seconds of silence after the speech at most; engines end with a pause, more is a fault."""

_PACE = (0.005, 2.0)
"""Seconds a character, at least and at most: people take .06, Morse code at 5 words a minute 1.9.
A sample rate that is taken for bytes or for another unit is further off."""

_SHARE = 0.75
"""Part of a sentence's length that each repetition in a long line must have; pauses may differ."""

_READ = ("text/html", "application/xhtml+xml", "text/markdown", "text/plain")
"""Media types that are read, without parameters: what `audiopress.reading.extract` knows."""


class ConformanceError(AssertionError):
    """An engine breaks its contract; the message says which part, with the figures."""


def check_engine(engine: Engine, voice: Voice, *, characters: int = 5000) -> None:
    """Hold ``engine``, speaking with ``voice``, to the contract of `audiopress.plugins.Engine`.

    Speaks English; ``characters`` is the length of the longest line, most of the work. Raises
    `ConformanceError` with the first thing that is not as it must be.
    """
    _check_fields(engine, voice)
    speech = engine.speak(_make_line(_SENTENCE, voice))
    _check_sound(speech, voice)
    _check_word_times(_SENTENCE, speech)
    _check_every_word_timed(_SENTENCE, speech)
    _check_same_samples(engine, voice, speech)
    _check_order_and_threads(engine, voice)
    _check_long_line(engine, voice, -(-characters // len(_SENTENCE)))
    _check_odd_texts(engine, voice)


def _make_line(text: str, voice: Voice, seed: int = 7) -> Line:
    """Return a line as a build gives it, with the options of the voice."""
    options = tuple(sorted(dict(voice.options).items()))
    return Line(spoken=text, language="en", voice=voice, options=options, seed=seed)


def _require(holds: bool, message: str) -> None:
    if not holds:
        raise ConformanceError(message)


def _check_fields(engine: Engine, voice: Voice) -> None:
    for field in ("name", "version", "kernel"):
        value = getattr(engine, field)
        _require(isinstance(value, str) and bool(value), f"{field} must be a text, is {value!r}")
    _require(isinstance(engine.threads, bool), f"threads must be a bool, is {engine.threads!r}")
    _require(engine.version == engine.version, "version must not change")
    points = plugins.find_entry_points(type(engine))
    _require(
        not points or engine.name in points,
        f"name is {engine.name!r}, but its entry point is called {' or '.join(points)}",
    )
    _require(voice.engine == engine.name, f"the voice is for {voice.engine!r}, not {engine.name!r}")
    found = engine.voices()
    _require(isinstance(found, tuple), f"voices() must be a tuple, is {type(found).__name__}")
    for each in found:
        _require(isinstance(each, Voice), f"voices() holds {each!r}")
        _require(each.engine == engine.name, f"voice {each.name!r} is for engine {each.engine!r}")


def _check_sound(speech: Speech, voice: Voice, text: str = _SENTENCE) -> None:
    pcm, rate = speech.pcm, speech.rate
    _require(isinstance(pcm, np.ndarray), f"pcm must be an array, is {type(pcm).__name__}")
    _require(pcm.dtype == np.int16, f"pcm must be int16, is {pcm.dtype}")
    _require(pcm.ndim == 1, f"pcm must be mono of shape (n,), is {pcm.shape}")
    _require(rate == voice.sample_rate, f"rate {rate}, but the voice says {voice.sample_rate}")
    pace = len(pcm) / rate / len(text)
    told = f"{voice.name}: {pace:.3f} s a character, not {_PACE[0]} to {_PACE[1]}: is {rate} right?"
    _require(_PACE[0] < pace < _PACE[1], told)
    loud = np.nonzero(np.abs(pcm.astype(np.int32)) > _LOUD)[0]
    _require(len(loud) > 0, "the speech is silent")
    lead, trail = loud[0] / rate, (len(pcm) - loud[-1]) / rate
    _require(lead <= _LEAD, f"{lead:.2f} s of silence before the speech, at most {_LEAD}")
    _require(trail <= _TRAIL, f"{trail:.2f} s of silence after the speech, at most {_TRAIL}")
    ends = max(abs(int(pcm[0])), abs(int(pcm[-1])))
    _require(ends <= _QUIET, "it starts or ends in the middle of a sound: a click")
    again = pickle.loads(pickle.dumps(speech))  # noqa: S301 - our own bytes
    _require(isinstance(again, Speech), "it cannot be pickled")


def _check_word_times(text: str, speech: Speech) -> None:
    for word in speech.words:
        piece = text[word.at : word.to]
        _require(0 <= word.at < word.to <= len(text), f"{word} lies outside the text")
        _require(piece == piece.strip(), f"{word} is {piece!r}: spaces are not part of a word")
        _require(
            0 <= word.start < word.end <= len(speech.pcm), f"{piece!r} {word}: no such samples"
        )
    for one, other in pairwise(speech.words):
        _require(one.end <= other.start, f"{one} and {other} overlap in time")
        _require(one.to <= other.at, f"{one} and {other} overlap in the text")


def _check_every_word_timed(text: str, speech: Speech) -> None:
    if speech.estimated or not speech.words:
        return
    timed = {text[word.at : word.to] for word in speech.words}
    for match in _WORD.finditer(text):
        _require(match[0] in timed, f"the word {match[0]!r} has no time")


def _check_same_samples(engine: Engine, voice: Voice, speech: Speech) -> None:
    again = engine.speak(_make_line(_SENTENCE, voice))
    _require(np.array_equal(again.pcm, speech.pcm), "the same line twice gives other samples")
    _require(again.words == speech.words, "the same line twice gives other word times")
    _check_sound(engine.speak(_make_line(_SENTENCE, voice, seed=8)), voice)


def _check_order_and_threads(engine: Engine, voice: Voice) -> None:
    lines = [_make_line(text, voice, seed) for seed, text in enumerate(_OTHERS)]
    alone = [engine.speak(line).pcm for line in lines]
    other_order = [engine.speak(line).pcm for line in reversed(lines)][::-1]
    for line, one, other in zip(lines, alone, other_order, strict=True):
        _require(np.array_equal(one, other), f"{line.spoken!r}: what was spoken before changes it")
    if not engine.threads:
        return
    with ThreadPoolExecutor(len(lines)) as pool:
        together = [speech.pcm for speech in pool.map(engine.speak, reversed(lines))][::-1]
    for line, one, other in zip(lines, alone, together, strict=True):
        _require(np.array_equal(one, other), f"{line.spoken!r} changes with the order of threads")


def _check_long_line(engine: Engine, voice: Voice, times: int) -> None:
    """Check a sentence said many times in one line: as long as its parts, words to the end."""
    one = len(engine.speak(_make_line(_SENTENCE, voice)).pcm)
    text = " ".join([_SENTENCE] * times)
    speech = engine.speak(_make_line(text, voice))
    share = len(speech.pcm) / (one * times)
    _require(share > _SHARE, f"a text of {len(text)} characters has {share:.0%} of its sound")
    _check_word_times(text, speech)
    _check_every_word_timed(text, speech)
    if speech.words:
        last = text[speech.words[-1].at :]
        _require(last.startswith("border"), f"the last word with a time is {last[:20]!r}")


def _check_odd_texts(engine: Engine, voice: Voice) -> None:
    """Check odd texts: sound, or a `SpeechError` and nothing else."""
    for text in _ODD:
        try:
            speech = engine.speak(_make_line(text, voice))
        except SpeechError:
            continue
        except Exception as error:
            raise ConformanceError(f"{text!r} raised {error!r}, not SpeechError") from error
        _require(bool(np.any(np.abs(speech.pcm.astype(np.int32)) > _QUIET)), f"{text!r} is silent")
        _check_word_times(text, speech)
    for text in ("", " "):
        try:
            engine.speak(_make_line(text, voice))
        except SpeechError:
            continue
        raise ConformanceError(f"{text!r} must be a SpeechError, there is nothing to say")


# -- sources ---------------------------------------------------------------------------------


def check_source(source: Source, uri: str) -> None:
    """Hold ``source``, asked for ``uri``, to the contract of `audiopress.plugins.Source`.

    ``uri`` must be something it has. Fetches twice. Raises `ConformanceError` with the first thing
    that is not as it must be.
    """
    found = _fetch_all(source, uri)
    documents = [each for each in found if isinstance(each, Document)]
    _require(bool(documents), f"{uri!r} gave no document")
    for document in documents:
        _check_document(document)
    names = [document.uri for document in documents]
    _require(len(set(names)) == len(names), f"two documents have one uri: {sorted(names)}")
    again = [each.uri for each in _fetch_all(source, uri) if isinstance(each, Document)]
    _require(again == names, f"asked again it gave {again}, not {names}: articles would be new")


def _fetch_all(source: Source, uri: str) -> Sequence[Document | Refused]:
    try:
        found = tuple(source.fetch(uri))
    except AudiopressError as error:
        raise ConformanceError(f"{uri!r} raised {error!r}; yield it as a Refused") from error
    for each in found:
        _require(isinstance(each, (Document, Refused)), f"fetch() gave {each!r}")
        _require(isinstance(each.uri, str) and bool(each.uri), f"{each!r} has no uri")
        if isinstance(each, Refused):
            _require(isinstance(each.error, SourceError), f"{each.error!r} is no SourceError")
    return found


def _check_document(document: Document) -> None:
    body, kind = document.body, document.media_type
    _require(isinstance(body, bytes), f"body must be bytes, is {type(body).__name__}")
    _require(bool(body.strip()), f"{document.uri!r} is empty; yield a Refused")
    _require(kind in _READ, f"media_type {kind!r} is not read; use one of {', '.join(_READ)}")
