"""The conformance kit catches what it is there for."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import Any

import numpy as np
import pytest

from audiopress import plugins, voices
from audiopress.engines.tone import RATE, SAMPLES, ToneEngine
from audiopress.errors import ConfigError, SourceError, VoiceError
from audiopress.model import Cast, Document, Line, Refused, Speech, Utterance, Voice
from audiopress.press.steps.plan import make_passages
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
        if self.fault == "takes small letters for as many" and len(line.spoken.lower()) != len(
            line.spoken
        ):
            raise IndexError(line.spoken)
        if self.fault == "says a mark" and line.spoken == "_":
            return Speech(pcm=np.zeros(900, dtype=np.int16), rate=RATE)
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
        ("takes small letters for as many", "stanbul' raised IndexError"),
        ("says a mark", "'_' is silent"),
        ("swallows nothing to say", "nothing to say"),
    ],
)
def test_the_kit_names_the_fault(fault: str, message: str) -> None:
    with pytest.raises(ConformanceError, match=message):
        check_engine(Sloppy(fault), VOICE)


def test_the_kit_refuses_a_voice_of_another_engine() -> None:
    with pytest.raises(ConformanceError, match="not 'tone'"):
        check_engine(ToneEngine(), replace(VOICE, engine="piper"))


class Optional(ToneEngine):
    """Keeps the options it was asked with, which a voice of its own sets."""

    def __init__(self) -> None:
        self.asked: set[tuple[tuple[str, str], ...]] = set()

    def speak(self, line: Line) -> Speech:
        self.asked.add(line.options)
        return super().speak(line)


def test_the_kit_asks_with_the_options_that_a_build_would(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = replace(VOICE, options=(("rate", "1.5"), ("pitch", "110")))
    monkeypatch.setattr(voices, "find", lambda _name, _configured: voice)
    said = Utterance(
        role="body", source="A.", spoken="A.", language="en", voice="tone", pause=0, paragraph=0
    )
    (passage,) = make_passages([said], Cast(body="tone"))
    check_engine(engine := Optional(), voice)
    assert engine.asked == {passage.line.options}


class Misnamed(ToneEngine):
    name = "spell"


def bring(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """Install nothing, but let an entry point be found as if a package had brought it."""
    point = EntryPoint(name=name, value=value, group="audiopress.engines")
    monkeypatch.setattr(plugins, "entry_points", lambda group, **_asked: (
        (point,) if group == point.group else ()
    ))  # fmt: skip


def test_the_kit_names_an_entry_point_of_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    voice = replace(VOICE, engine="spell")
    check_engine(Misnamed(), voice)  # which no package brings, so it may have any name
    bring(monkeypatch, "speller", f"{Misnamed.__module__}:Misnamed")
    with pytest.raises(ConformanceError, match="'spell', but its entry point is called speller"):
        check_engine(Misnamed(), voice)
    with pytest.raises(VoiceError, match='engine "speller" calls itself "spell"'):
        plugins.find_engine("speller")


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
