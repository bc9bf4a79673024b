"""The conformance kit catches what it is there for."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from audiopress.engines.tone import RATE, SAMPLES, ToneEngine
from audiopress.errors import ConfigError, SourceError
from audiopress.model import Document, Line, Refused, Speech, Voice
from audiopress.testing import ConformanceError, check_engine, check_source

VOICE = Voice(name="tone", engine="tone", languages=(), sample_rate=RATE)


def words_overlap(speech: Speech) -> Speech:
    first, second = speech.words[:2]
    return remade(speech, words=(first, replace(first, at=second.at, to=second.to)))


def words_beyond(speech: Speech) -> Speech:
    return remade(
        speech, words=(*speech.words[:-1], replace(speech.words[-1], end=len(speech.pcm) + 1))
    )


def words_with_spaces(speech: Speech) -> Speech:
    first = speech.words[0]
    return remade(speech, words=(replace(first, to=first.to + 1), *speech.words[1:]))


def remade(speech: Speech, **parts: Any) -> Speech:
    return Speech(**{"pcm": speech.pcm, "rate": speech.rate, "words": speech.words, **parts})


COUNT = itertools.count()
AFTER: dict[str, Callable[[Speech], Speech]] = {
    "random": lambda s: remade(s, pcm=s.pcm + np.int16(next(COUNT) % 2)),
    "float": lambda s: remade(s, pcm=s.pcm / 32768),
    "stereo": lambda s: remade(s, pcm=np.stack([s.pcm, s.pcm])),
    "silent": lambda s: remade(s, pcm=s.pcm // 10000),
    "another rate": lambda s: remade(s, rate=16000),
    "click": lambda s: remade(s, pcm=s.pcm[SAMPLES // 2 :], words=()),
    "late": lambda s: remade(s, pcm=np.pad(s.pcm, (RATE, 0))),
    "words beyond": words_beyond,
    "words overlap": words_overlap,
    "words missing": lambda s: remade(s, words=s.words[:-1]),
    "words with spaces": words_with_spaces,
}


class Sloppy(ToneEngine):
    """A tone engine with one fault, by name."""

    def __init__(self, fault: str) -> None:
        self.fault = fault

    def speak(self, line: Line) -> Speech:
        if self.fault == "swallows nothing to say" and not line.spoken.strip():
            return Speech(pcm=np.full(900, 999, dtype=np.int16), rate=RATE)
        if self.fault == "truncates":
            line = replace(line, spoken=line.spoken[:300])
        if self.fault == "crashes on emoji" and "\U0001f600" in line.spoken:
            raise UnicodeError(line.spoken)
        return AFTER.get(self.fault, lambda s: s)(super().speak(line))


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("random", "same line twice"),
        ("float", "int16"),
        ("stereo", "mono"),
        ("silent", "silent"),
        ("another rate", "rate 16000"),
        ("click", "click"),
        ("late", "before the speech"),
        ("truncates", "of its sound"),
        ("words beyond", "no such samples"),
        ("words overlap", "overlap in time"),
        ("words missing", "'border' has no time"),
        ("words with spaces", "spaces are not part"),
        ("crashes on emoji", "not SpeechError"),
        ("swallows nothing to say", "nothing to say"),
    ],
)
def test_the_kit_names_the_fault(fault: str, message: str) -> None:
    with pytest.raises(ConformanceError, match=message):
        check_engine(Sloppy(fault), VOICE)


def test_the_kit_refuses_a_voice_of_another_engine() -> None:
    with pytest.raises(ConformanceError, match="not 'tone'"):
        check_engine(ToneEngine(), replace(VOICE, engine="piper"))


PAGE = Document(uri="shelf:a", media_type="text/plain", body=b"The ferry was late.\n")
GONE = Refused(uri="shelf:b", error=SourceError("it is not there"))


class Shelf:
    """A source that gives what it is made of, another thing at each asking where told so."""

    def __init__(self, *given: Any) -> None:
        self.given = list(given)

    def fetch(self, _uri: str) -> Any:
        for each in self.given:
            if isinstance(each, Exception):
                raise each
            yield each


class Counting(Shelf):
    """Names its document by how often it was asked."""

    def fetch(self, uri: str) -> Any:
        self.given.append(uri)
        yield replace(PAGE, uri=f"shelf:{len(self.given)}")


def test_a_source_that_conforms() -> None:
    check_source(Shelf(PAGE, GONE, replace(PAGE, uri="shelf:c")), "a")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (Shelf(), "no document"),
        (Shelf(GONE), "no document"),
        (Shelf("The ferry was late."), "gave 'The ferry"),
        (Shelf(ConfigError("no key")), "as a Refused"),
        (Shelf(replace(PAGE, uri="")), "no uri"),
        (Shelf(PAGE, PAGE), "one uri"),
        (Shelf(replace(PAGE, body="text")), "must be bytes"),
        (Shelf(replace(PAGE, body=b" ")), "is empty"),
        (Shelf(replace(PAGE, media_type="text/rtf")), "is not read"),
        (Shelf(PAGE, replace(GONE, error=OSError("no"))), "no SourceError"),
        (Counting(), "asked again"),
    ],
)
def test_the_kit_names_the_fault_of_a_source(source: Shelf, message: str) -> None:
    with pytest.raises(ConformanceError, match=message):
        check_source(source, "a")
