"""The operating system's voices: every known fault of pyttsx3 and the answer to it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from audiopress import voices
from audiopress.engines.system import engine as system_engine
from audiopress.engines.system.engine import Pyttsx3Engine
from audiopress.errors import SpeechError
from audiopress.model import Line, Speech
from audiopress.testing import check_engine

TEXT = "The quick \u201cbrown\u201d fox \u2013 8,000 na\u00efve men\u2026 of the hills. And then?"


def line(text: str, voice: str = "system", **options: str) -> Line:
    chosen = tuple(sorted(options.items()))
    return Line(spoken=text, language="en", voice=voices.find(voice), options=chosen)


def speak(text: str, voice: str = "system", **options: str) -> Speech:
    return Pyttsx3Engine().speak(line(text, voice, **options))


def test_it_conforms() -> None:
    check_engine(Pyttsx3Engine(), voices.find("system"))


ESPEAK = """
import ctypes, espeakng_loader, os, sys
espeak = ctypes.CDLL(espeakng_loader.get_library_path())
espeak.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
took = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
keep = took(lambda wav, count, _: os.write(1, ctypes.string_at(wav, 2 * count)) * 0 if wav else 0)
espeak.espeak_SetSynthCallback(keep)
espeak.espeak_SetVoiceByName(sys.argv[1].encode())
espeak.espeak_SetParameter(1, 175, 0)
text = sys.stdin.buffer.read() + bytes(1)
espeak.espeak_Synth(text, len(text), 0, 1, 0, 0x1001, None, None)
espeak.espeak_Synchronize()
os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="speaks with espeak-ng itself")
@pytest.mark.parametrize("voice", ["gmw/en-us", "gmw/en-GB-scotland"])
@pytest.mark.parametrize("text", [TEXT, "It was hot, and then it was cold."])
def test_every_sample_is_espeak_ngs_own(voice: str, text: str) -> None:
    spoken = subprocess.run(
        [sys.executable, "-c", ESPEAK, voice], input=text.encode(), capture_output=True, check=True
    ).stdout
    ours = speak(text, f"system:{voice}").pcm.tobytes()
    assert len(ours) > 0.8 * len(spoken)
    assert ours in spoken


def test_words_are_where_espeak_says_them() -> None:
    speech = speak(TEXT)
    assert [TEXT[word.at : word.to] for word in speech.words] == [
        "The", "quick", "brown", "fox", "8,000", "na\u00efve", "men", "of", "the", "hills", "And",
        "then",
    ]  # fmt: skip
    assert not speech.estimated
    assert all(one.end == other.start for one, other in pairwise(speech.words))


def test_the_systems_voices_can_be_listed_and_one_of_them_spoken_with() -> None:
    found = {voice.speaker: voice for voice in Pyttsx3Engine().voices()}
    assert found["gmw/en-us"].name == "system:gmw/en-us"
    assert found["gmw/en-us"].languages == ("en-us",)
    american = speak("The bath and the dance.", "system:gmw/en-us")
    assert not np.array_equal(american.pcm, speak("The bath and the dance.").pcm)


def test_the_rate_is_the_one_asked_for_every_time() -> None:
    lengths = {len(speak("It was hot, and then it was cold.").pcm) for _ in range(6)}
    assert len(lengths) == 1
    assert len(speak("It was hot, and then it was cold.", rate="1.3").pcm) < 0.85 * lengths.pop()


def test_many_threads_at_once_give_the_same_samples() -> None:
    texts = [f"Number {number} of the list." for number in range(6)]
    alone = [speak(text).pcm for text in texts]
    with ThreadPoolExecutor(3) as pool:
        together = [speech.pcm for speech in pool.map(speak, texts)]
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_a_text_that_ends_bare_pyttsx3_is_spoken_whole() -> None:
    sentence = "The men had gone home by the old road, and nobody saw them. "
    text = sentence * 500
    assert len(text) > 29_000
    speech = speak(text)
    assert len(speech.words) == 13 * 500
    assert len(speech.pcm) > 500 * 0.8 * len(speak(sentence).pcm)


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    speak("It was hot.")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "\u2014", "?!"])
def test_nothing_to_say_is_an_error(text: str) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        speak(text)


def test_phonemes_are_said_in_plain_letters_and_keep_their_place() -> None:
    text = "He met [[tˌɑːkɑːˈiːtʃi]] today."
    words = [text[word.at : word.to] for word in speak(text).words]
    assert words == ["He", "met", "[[tˌɑːkɑːˈiːtʃi]]", "today"]


def test_phonemes_without_a_letter_are_refused_with_advice() -> None:
    with pytest.raises(SpeechError, match="phonemes") as caught:
        speak("He met [[Ж]].")
    assert "alias" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "meant"),
    [("gmw/dee", "did you mean system:gmw/de"), ("roa/fr-fr", "roa/fr"), ("zzzzzz", 'zzzzzz"')],
)
def test_an_unknown_voice_is_named_with_what_is_near(name: str, meant: str) -> None:
    with pytest.raises(SpeechError, match="has no voice") as caught:
        speak("It was hot.", f"system:{name}")
    assert meant in caught.value.message
    assert caught.value.where == "It was hot."


@pytest.mark.parametrize("options", [{"rate": "quick"}, {"colour": "red"}])
def test_a_wrong_option_is_said(options: dict[str, str]) -> None:
    with pytest.raises(SpeechError):
        speak("It was hot.", **options)


def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> Path:
    """A child that does ``code`` and counts how often it was started."""
    script = tmp_path / "child.py"
    script.write_text(f"open({str(tmp_path / 'count')!r}, 'a').write('x')\n{code}")
    monkeypatch.setattr(system_engine, "_CHILD", script)
    return tmp_path / "count"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import os; os._exit(9)", "status 9"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "status -11"),
        ('print(\'{"error": "RuntimeError: no library"}\')', "no library"),
        ('print(\'{"sizes": [0], "words": [[]]}\')', "no sound"),
    ],
)
def test_a_child_that_fails_is_tried_twice_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, message: str
) -> None:
    count = child(tmp_path, monkeypatch, code)
    with pytest.raises(SpeechError, match=message) as caught:
        speak("It was hot.")
    assert count.read_text() == "xx"
    assert caught.value.where == "It was hot."


def test_a_child_that_fails_once_is_forgiven(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = system_engine._CHILD  # noqa: SLF001 - the script that the second try runs
    code = (
        f"import runpy, os\nif len(open({str(tmp_path / 'count')!r}).read()) == 1: os._exit(9)\n"
        f"runpy.run_path({str(real)!r}, run_name='__main__')"
    )
    count = child(tmp_path, monkeypatch, code)
    assert len(speak("It was hot.").words) == 3
    assert count.read_text() == "xx"


def test_a_child_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_engine, "_SECONDS", (-4.5, 0.0))
    child(tmp_path, monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(SpeechError, match="no answer"):
        speak("It was hot.")


@pytest.mark.campaign
@pytest.mark.skipif(sys.platform != "linux", reason="figures are espeak-ng's")
def test_500_paragraphs_in_a_row_and_none_is_lost() -> None:
    for number in range(500):
        speech = speak(f"Paragraph number {number} is about to end, and then it ends.")
        assert len(speech.words) == 11
        assert 2.0 < len(speech.pcm) / speech.rate < 6.0
