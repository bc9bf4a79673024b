"""Piper and joe, for real: same samples in any thread, words where they are said."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import pytest

from audiopress import voices
from audiopress.engines.piper import graph_changes
from audiopress.engines.piper import model as vits
from audiopress.engines.piper.engine import PiperEngine
from audiopress.engines.piper.vocoder import Seam
from audiopress.errors import SpeechError
from audiopress.model import Line, Speech
from audiopress.testing import check_engine

TEXT = "Kim said 8,000 of the men had gone. By 10 of the roads."


@pytest.fixture(scope="module")
def engine() -> PiperEngine:
    return PiperEngine()


def line(text: str, seed: int = 1, **options: str) -> Line:
    return Line(
        spoken=text,
        language="en",
        voice=voices.find("joe"),
        seed=seed,
        options=tuple(sorted(options.items())),
    )


def spelled(text: str, speech: Speech) -> list[str]:
    return [text[word.at : word.to] for word in speech.words]


def test_it_can_be_asked_for_its_version_without_being_loaded() -> None:
    code = (
        "import sys; from audiopress.engines.piper.engine import PiperEngine as E; "
        "e = E(); print(e.name, e.version, e.kernel, e.threads); "
        "print([m for m in ('numpy', 'onnxruntime', 'piper') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"
    assert done.stdout.startswith("piper 1.")


def test_the_changed_graph_is_a_valid_model() -> None:
    model = voices.read(voices.find("joe"), "en_US-joe-medium.onnx")
    changed = graph_changes.expose_noise_and_durations(model)
    onnx.checker.check_model(changed)


def test_same_samples_in_any_order_of_threads(engine: PiperEngine) -> None:
    lines = [line(f"Number {number}, and so on.", seed=number) for number in range(6)]
    alone = [engine.speak(each).pcm for each in lines]
    with ThreadPoolExecutor(2) as pool:
        together = [speech.pcm for speech in pool.map(engine.speak, reversed(lines))]
    for one, other in zip(alone, reversed(together), strict=True):
        assert np.array_equal(one, other)


def test_another_seed_is_another_take(engine: PiperEngine) -> None:
    one, other = engine.speak(line(TEXT, 1)), engine.speak(line(TEXT, 2))
    assert one.pcm.shape != other.pcm.shape or not np.array_equal(one.pcm, other.pcm)


def test_every_word_has_its_time(engine: PiperEngine) -> None:
    speech = engine.speak(line(TEXT))
    assert spelled(TEXT, speech) == [
        "Kim", "said", "8,000", "of", "the", "men", "had", "gone", "By", "10", "of", "the", "roads",
    ]  # fmt: skip
    assert speech.rate == 22050
    assert not speech.estimated
    for one, other in pairwise(speech.words):
        assert one.start < one.end <= other.start
    assert speech.words[-1].end <= len(speech.pcm)


def test_phonemes_of_the_lexicon_are_said_as_they_stand(engine: PiperEngine) -> None:
    text = "He met [[kˈɪm dʒˈɑːŋ]], and left. [[kˈɪm]] stayed."
    said = [
        "".join(run.symbols)
        for run in engine._model(line(text).voice)._phonemize(text)  # noqa: SLF001 - what is fed to the model
    ]
    assert said[0].startswith("hiː mˈɛt kˈɪm dʒˈɑːŋ, ")
    assert said[1].startswith("kˈɪm st")
    assert spelled(text, engine.speak(line(text)))[2] == "[[kˈɪm dʒˈɑːŋ]]"


def test_an_unknown_phoneme_is_an_error_that_names_it(engine: PiperEngine) -> None:
    with pytest.raises(SpeechError, match="'Ж'"):
        engine.speak(line("He met [[Ж]]."))


@pytest.mark.parametrize("text", ["", " ", "—", "...", "?!", "\n"])
def test_nothing_to_say_is_an_error(engine: PiperEngine, text: str) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        engine.speak(line(text))


def test_a_sentence_of_200_words_is_said_whole(engine: PiperEngine) -> None:
    text = " ".join(["one two three four five"] * 40)
    speech = engine.speak(line(text))
    assert len(speech.words) == 200
    assert len(speech.pcm) > 200 * 0.15 * speech.rate


def test_sentences_are_apart_and_nothing_is_cut(engine: PiperEngine) -> None:
    speech = engine.speak(line("It was hot. It was cold."))
    end, start = speech.words[2].end, speech.words[3].start
    assert 0.2 * speech.rate < start - end < 0.8 * speech.rate
    for edge in (speech.pcm[:110], speech.pcm[-110:], speech.pcm[end + 2200 : end + 2300]):
        assert np.abs(edge.astype(int)).max() < 104  # -50 dBFS


def test_faster_is_shorter(engine: PiperEngine) -> None:
    slow, fast = engine.speak(line(TEXT)), engine.speak(line(TEXT, rate="1.5"))
    assert len(fast.pcm) < 0.8 * len(slow.pcm)


@pytest.mark.parametrize("options", [{"colour": "red"}, {"rate": "quick"}, {"rate": "0"}])
def test_a_wrong_option_is_said(engine: PiperEngine, options: dict[str, str]) -> None:
    with pytest.raises(SpeechError, match="option"):
        engine.speak(line(TEXT, **options))


def test_piper_conforms(engine: PiperEngine) -> None:
    check_engine(engine, voices.find("joe"), characters=500)


@pytest.mark.campaign
def test_piper_conforms_at_length(engine: PiperEngine) -> None:
    check_engine(engine, voices.find("joe"), characters=20_000)


LONG = (
    "The ferry that carries bread and letters to the outer islands left the harbour an hour late, "
    "because the pilot's own boat had gone aground on the bar and nobody else knows the channel"
)


def test_pieces_of_a_long_run_sound_like_the_whole(
    engine: PiperEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiopress.engines.piper.vocoder._PIECE", 100_000)
    whole = engine.speak(line(LONG)).pcm
    hop, pieces = 256, 5
    monkeypatch.setattr("audiopress.engines.piper.vocoder._PIECE", len(whole) // hop // pieces)
    assert np.array_equal(engine.speak(line(LONG)).pcm, whole)


def test_fewer_shared_frames_would_be_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audiopress.engines.piper.vocoder._PIECE", 100)
    model = vits.load_model(voices.find("joe"))
    assert model.vocoder is not None
    right = model.speak(line(LONG)).pcm
    # Of two frames fewer only the last bits of a float tell, and not on every processor.
    less = Seam(frames=model.vocoder.seam.frames, reach=model.vocoder.seam.reach - 3)
    short = replace(model, vocoder=replace(model.vocoder, seam=less))
    assert not np.array_equal(short.speak(line(LONG)).pcm, right)


def test_a_model_whose_vocoder_has_no_name_is_run_whole(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = line("Kim said the men had gone.")
    parted = vits.load_model(voices.find("joe")).speak(text).pcm
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("audiopress.engines.piper.vocoder._FIRST", "/another/name")
    whole = vits.load_model(voices.find("joe"))
    assert whole.vocoder is None
    assert np.array_equal(whole.speak(text).pcm, parted)


def test_both_parts_are_valid_models() -> None:
    published = voices.read(voices.find("joe"), "en_US-joe-medium.onnx")
    changed = graph_changes.expose_noise_and_durations(published)
    for part in (graph_changes.extract_front(changed), graph_changes.extract_vocoder(changed)):
        onnx.checker.check_model(onnx.load_from_string(part))
