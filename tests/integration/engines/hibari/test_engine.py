"""hibari and heart, for real: same samples in any thread, words where they are said."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import pytest
from hibari import dsp

from audiopress import voices
from audiopress.engines.hibari import model as hibari_model
from audiopress.engines.hibari import vocoder
from audiopress.engines.hibari.engine import HibariEngine
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Line, Speech
from audiopress.speaking.normalize import normalize_text
from audiopress.testing import check_engine

TEXT = "Kim said 8,000 of the men had gone. By 10 of the roads."
PARAGRAPH = (
    "The launch came hours after officials in Seoul and the U.S. said that two/three of 8,000 men "
    "— well-known fighters (some of them boys) — hadn't crossed. “Who said that?” he asked; nobody "
    "knew... It was the B B C's O'Neil, at 10 o'clock, with AT&T's 5% of Świątek's naïve fans."
)
WORDS = (
    "The launch came hours after officials in Seoul and the U.S said that two three of 8,000 men "
    "well-known fighters some of them boys hadn't crossed Who said that he asked nobody knew It "
    "was the B B C's O'Neil at 10 o'clock with AT&T's 5% of Świątek's naïve fans"
)


@pytest.fixture(scope="module")
def engine() -> HibariEngine:
    return HibariEngine()


@pytest.fixture(scope="module")
def model(engine: HibariEngine) -> hibari_model.HibariModel:
    return engine._model(voices.find("heart"))  # noqa: SLF001 - what is fed to the network


def line(text: str, seed: int = 1, **options: str) -> Line:
    return Line(
        spoken=text,
        language="en",
        voice=voices.find("heart"),
        seed=seed,
        options=tuple(sorted(options.items())),
    )


def spelled(text: str, speech: Speech) -> list[str]:
    return [text[word.at : word.to] for word in speech.words]


def test_it_can_be_asked_for_its_version_without_being_loaded() -> None:
    code = (
        "import sys; from audiopress.engines.hibari.engine import HibariEngine as E; "
        "e = E(); print(e.name, e.version, e.kernel, e.threads); "
        "print([m for m in ('numpy', 'onnxruntime', 'hibari') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"
    assert done.stdout.startswith("hibari 0.2.1+")


def test_heart_comes_with_pip_and_is_what_the_manifest_says() -> None:
    heart = voices.find("heart")
    voices.verify(heart)
    assert {path.parent.name for path in voices.locate(heart).values()} == {"assets"}


def test_its_package_is_apache() -> None:
    package = distribution("hibari-tts")
    assert package.metadata["License"] == "Apache-2.0"
    assert voices.find("heart").licence == "Apache-2.0"
    texts = [file for file in package.files or () if file.name == "LICENSE"]
    assert "Apache License" in texts[0].read_text()
    asked = [
        name.partition(";")[0].strip() for name in package.requires or () if "extra" not in name
    ]
    assert asked == ["numpy>=1.22", "onnxruntime>=1.16"]


def test_a_model_that_was_changed_is_not_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    heart = voices.find("heart")
    whole = voices.read(heart, "hibari.onnx")
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "hibari").mkdir()
    (tmp_path / "hibari" / "hibari.onnx").write_bytes(whole[:-1] + b"\x01")
    with pytest.raises(VoiceError, match="not what its manifest says") as caught:
        HibariEngine().speak(line("It was hot."))
    assert "hibari-tts" in caught.value.hint


def test_the_changed_graph_is_a_valid_model() -> None:
    published = voices.read(voices.find("heart"), "hibari.onnx")
    added = hibari_model.add_output(published, "/Clip_output_0", rank=1)
    changed = onnx.load_from_string(added)
    onnx.checker.check_model(changed)
    assert [output.name for output in changed.graph.output][-1] == "/Clip_output_0"


def test_the_vocoder_is_hibaris_own_but_for_its_transforms(model: hibari_model.HibariModel) -> None:
    (run,) = model._cut_runs("It was hot.")  # noqa: SLF001 - what is fed to the network
    ids = [0, *(model.symbols[each.symbol] for each in run.phonemes), 0]
    feed = {"ids": np.array([ids]), "speed": np.ones(1, np.float32)}
    parts = [part[0] for part in model.session.run(None, feed)[:-1]]
    theirs = dsp.synth(*parts, np.random.default_rng(5))
    bins, frames = parts[0].shape
    drawn = np.random.default_rng(5).standard_normal((bins, 2 * frames), dtype=np.float32)
    ours = vocoder.synthesize(parts, drawn.view(np.complex64))
    assert np.abs(theirs - ours).max() < 1e-4


def test_every_run_has_a_noise_of_its_own_and_always_the_same() -> None:
    noises = [
        vocoder.draw_noise(seed, number, 601, 700) for seed, number in [(1, 0), (1, 1), (2, 0)]
    ]
    parts = [noise.view(np.float32).reshape(-1) for noise in noises]
    for number, one in enumerate(parts):
        assert abs(one.mean()) < 0.01
        assert abs(one.std() - 1) < 0.01
        for other in parts[number + 1 :]:
            assert abs(np.corrcoef(one, other)[0, 1]) < 0.02
    assert np.array_equal(noises[1], vocoder.draw_noise(1, 1, 601, 700))


def test_no_bin_hisses_as_its_neighbour_does() -> None:
    noise = vocoder.draw_noise(7, 0, 601, 200).view(np.float32)
    alike = np.corrcoef(noise)
    assert np.abs(alike - np.eye(601)).max() < 0.35  # 400 numbers a bin: .05 by chance, six times


def test_loading_a_voice_does_not_load_scipy() -> None:
    pytest.importorskip("scipy")
    code = """
import sys
from audiopress import voices
from audiopress.engines.hibari.engine import HibariEngine
from audiopress.model import Line
HibariEngine().load(Line(spoken="", language="en", voice=voices.find("heart")))
assert "hibari.dsp" in sys.modules
assert not [name for name in sys.modules if name.startswith("scipy")]
import scipy.fft
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("text", [TEXT, PARAGRAPH])
def test_durations_sum_to_the_sound(model: hibari_model.HibariModel, text: str) -> None:
    for number, run in enumerate(model._cut_runs(text)):  # noqa: SLF001 - before trimming
        samples, lengths = model._infer_run(run, number, 1.0, line(text))  # noqa: SLF001 - the same
        assert len(lengths) == len(run.phonemes) + 2
        assert lengths.sum() == len(samples)


def test_same_samples_in_any_order_of_threads(engine: HibariEngine) -> None:
    lines = [line(f"Number {number}, and so on.", seed=number) for number in range(6)]
    alone = [engine.speak(each).pcm for each in lines]
    with ThreadPoolExecutor(2) as pool:
        together = [speech.pcm for speech in pool.map(engine.speak, reversed(lines))]
    for one, other in zip(alone, reversed(together), strict=True):
        assert np.array_equal(one, other)


@pytest.mark.slow
def test_same_samples_whatever_the_process() -> None:
    code = (
        "import sys, hashlib; from audiopress import parallel, voices; "
        "from audiopress.model import Line; "
        "from audiopress.engines.hibari.engine import HibariEngine; "
        "parallel.offer_threads(int(sys.argv[1])); "
        f"line = Line(spoken={PARAGRAPH!r}, language='en', voice=voices.find('heart'), seed=3)\n"
        "with parallel.hold_thread():\n"
        "    print(hashlib.sha256(HibariEngine().speak(line).pcm).hexdigest())"
    )
    sums = set()
    for jobs, seed in (("1", "0"), ("2", "7"), ("2", "random")):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, jobs]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        sums.add(done.stdout)
    assert len(sums) == 1


def test_it_writes_and_fetches_nothing(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "def watch(event, args):\n"
        "    if event.startswith('socket.') or event == 'urllib.Request':\n"
        "        print(event, args)\n"
        "    if event == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'):\n"
        "        print(event, args)\n"
        "from audiopress import voices; from audiopress.model import Line\n"
        "from audiopress.engines.hibari.engine import HibariEngine\n"
        "line = Line(spoken='The qwzx was hot.', language='en', voice=voices.find('heart'))\n"
        "sys.addaudithook(watch)\n"
        "HibariEngine().speak(line)"
    )
    home = tmp_path / "home"
    home.mkdir()
    # A cache folder that cannot be made: what audiopress itself keeps there is not asked about.
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": "/dev/null"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout == ""
    assert list(home.rglob("*")) == []


def test_another_seed_is_another_take(engine: HibariEngine) -> None:
    one, other = engine.speak(line(TEXT, 1)), engine.speak(line(TEXT, 2))
    assert not np.array_equal(one.pcm, other.pcm)
    assert one.words == other.words


def test_runs_of_one_line_have_noise_of_their_own(model: hibari_model.HibariModel) -> None:
    first, second = model._cut_runs("It was hot. It was hot.")  # noqa: SLF001 - before trimming
    takes = [
        model._infer_run(run, number, 1.0, line(""))[0]  # noqa: SLF001 - the same
        for number, run in enumerate((first, second))
    ]
    assert [p.symbol for p in first.phonemes] == [p.symbol for p in second.phonemes]
    assert not np.array_equal(*takes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TEXT, "Kim said 8,000 of the men had gone By 10 of the roads"),
        (
            PARAGRAPH,
            WORDS,
        ),
        (
            "Rock 'n' roll, an a'1 (or x](y)) at half-past",
            "Rock n roll an a'1 or x](y at half-past",
        ),
    ],
)
def test_every_word_has_its_time_in_order(engine: HibariEngine, text: str, words: str) -> None:
    speech = engine.speak(line(text))
    assert spelled(text, speech) == words.split()
    assert speech.rate == 24000
    assert not speech.estimated
    for one, other in pairwise(speech.words):
        assert one.start < one.end <= other.start < other.end
    assert speech.words[-1].end <= len(speech.pcm)


def test_sentences_are_apart_and_nothing_is_cut(engine: HibariEngine) -> None:
    speech = engine.speak(line("It was hot. It was cold."))
    end, start = speech.words[2].end, speech.words[3].start
    assert 0.2 * speech.rate < start - end < 0.8 * speech.rate
    for edge in (speech.pcm[:110], speech.pcm[-110:], speech.pcm[end + 2400 : end + 2500]):
        assert np.abs(edge.astype(int)).max() < 104  # -50 dBFS


def test_faster_is_shorter(engine: HibariEngine) -> None:
    slow, fast = engine.speak(line(TEXT)), engine.speak(line(TEXT, rate="1.5"))
    assert len(fast.pcm) < 0.8 * len(slow.pcm)


@pytest.mark.parametrize("options", [{"colour": "red"}, {"rate": "quick"}, {"rate": "9"}])
def test_a_wrong_option_is_said(engine: HibariEngine, options: dict[str, str]) -> None:
    with pytest.raises(SpeechError, match="option"):
        engine.speak(line(TEXT, **options))


@pytest.mark.parametrize("text", ["", " ", "—", "...", "?!", "\n", "“ ”"])
def test_nothing_to_say_is_an_error(engine: HibariEngine, text: str) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        engine.speak(line(text))


def test_a_clause_of_2400_phonemes_is_said_whole(
    engine: HibariEngine, model: hibari_model.HibariModel
) -> None:
    text = " ".join(["one two three four five six"] * 80)
    whole = "".join(each.symbol for each in model.phonemizer.phonemize(text)[0])
    assert len(whole) > 2000
    runs = model._cut_runs(text)  # noqa: SLF001 - what is fed to the network
    assert all(len(run.phonemes) <= 400 for run in runs)
    assert "".join(each.symbol for run in runs for each in run.phonemes) == whole
    speech = engine.speak(line(text))
    assert spelled(text, speech) == text.split()


def test_heart_conforms(engine: HibariEngine) -> None:
    check_engine(engine, voices.find("heart"), characters=500)


@pytest.mark.slow
def test_a_recogniser_hears_what_was_said(engine: HibariEngine) -> None:
    recogniser = pytest.importorskip("tests.benchmarks.recogniser")
    try:
        hears = recogniser.Recogniser()
    except ImportError as error:
        pytest.skip(f"the recogniser is not installed: {error}")
    text = "The U.S. said no. Residents of the two villages have been told to leave their homes."
    speech = engine.speak(line(normalize_text(text, "en-US").text))
    heard = "".join(word.text for word in hears.hear(speech.pcm, speech.rate))
    assert recogniser.errors(recogniser.words(text), recogniser.words(heard)) == 0
