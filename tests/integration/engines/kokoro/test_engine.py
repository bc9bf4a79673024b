"""Kokoro, for real, with the voices that lie beside the repository."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
import pytest

from audiopress import voices
from audiopress.engines.kokoro import model as kokoro
from audiopress.engines.kokoro.engine import KokoroEngine
from audiopress.engines.onnx import graph
from audiopress.engines.onnx.added_output import add_output
from audiopress.errors import SpeechError, VoiceError
from audiopress.model import Line
from audiopress.testing import check_engine

ROOT = Path(__file__).resolve().parents[4]
SHARED = Path(os.environ.get("AUDIOPRESS_SHARED", ROOT.parent / "shared")) / "voices"

pytestmark = pytest.mark.skipif(
    not (SHARED / "kokoro-v1.0.int8.onnx").is_file(),
    reason="Kokoro's files (../shared/voices) are not here",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A voices folder into which the voices were installed from a folder."""
    folder = tmp_path_factory.mktemp("voices")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIOPRESS_VOICES", str(folder))
        voices.install(voices.find("af_heart"), source=SHARED)
        voices.install(voices.find("bf_emma"), source=SHARED)
        yield folder


@pytest.fixture(scope="module")
def engine(home: Path) -> KokoroEngine:
    assert home.is_dir()
    return KokoroEngine()


def line(text: str, voice: str = "af_heart", **options: str) -> Line:
    chosen = tuple(sorted(options.items()))
    return Line(spoken=text, language="en", voice=voices.find(voice), options=chosen)


def test_two_voices_share_the_model(engine: KokoroEngine, home: Path) -> None:
    names = sorted(path.name for path in (home / "kokoro").iterdir())
    assert names == ["af_heart.bin", "bf_emma.bin", "kokoro-v1.0.int8.onnx"]
    one, other = engine._model(voices.find("af_heart")), engine._model(voices.find("bf_emma"))  # noqa: SLF001 - what is in memory
    assert one.session is other.session
    assert not np.array_equal(one.styles, other.styles)


def test_the_changed_graph_gives_durations(home: Path) -> None:
    body = (home / "kokoro" / "kokoro-v1.0.int8.onnx").read_bytes()
    (durations,) = graph.find_nodes(graph.parse_model(body), "Round")
    changed = onnx.load_from_string(add_output(body, durations.outputs[0], rank=2))
    assert [output.name for output in changed.graph.output] == ["audio", durations.outputs[0]]
    assert durations.outputs[0] == kokoro._DURATIONS  # noqa: SLF001 - the one node that rounds


@pytest.mark.slow
def test_words_lie_where_they_are_said(engine: KokoroEngine) -> None:
    text = "All of the [[mˈɛn]] left. Why?"
    speech = engine.speak(line(text, "bf_emma"))
    assert [text[word.at : word.to] for word in speech.words] == [
        "All", "of", "the", "[[mˈɛn]]", "left", "Why",
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in pairwise(speech.words))
    assert speech.rate == 24000
    gap = speech.words[-1].start - speech.words[-2].end
    assert 0.2 * speech.rate < gap < 0.9 * speech.rate


@pytest.mark.slow
def test_a_voice_of_another_language_speaks_with_the_same_model(
    engine: KokoroEngine, home: Path
) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    # The styles of other languages do not lie here: that of an English voice says as much.
    heart = voices.find("af_heart")
    french = replace(heart, name="french", options=voices.find("ff_siwis").options)
    text = "L'eau, c'est la vie. Où va-t-on ?"
    speech = engine.speak(Line(spoken=text, language="fr", voice=french))
    assert [text[word.at : word.to] for word in speech.words] == [
        "L'eau", "c'est", "la", "vie", "Où", "va-t-on",
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in pairwise(speech.words))
    one, other = engine._model(heart), engine._model(french)  # noqa: SLF001 - what is in memory
    assert one.session is other.session


@pytest.mark.slow
def test_what_was_published_by_espeak_can_be_spoken_again(engine: KokoroEngine, home: Path) -> None:
    pytest.importorskip("espeakng_loader", reason="the extra audiopress[espeak] is not here")
    heart = voices.find("af_heart")
    before = replace(heart, options=heart.earlier or ())
    said = [
        engine.speak(Line(spoken="A live show.", language="en", voice=voice)).pcm
        for voice in (heart, before)
    ]
    assert not np.array_equal(*said)


def test_nothing_to_say_is_an_error(engine: KokoroEngine) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        engine.speak(line("—"))


@pytest.mark.parametrize("options", [{"rate": "9"}, {"rate": "quick"}, {"colour": "red"}])
def test_a_wrong_option_is_said(engine: KokoroEngine, options: dict[str, str]) -> None:
    with pytest.raises(SpeechError, match="option"):
        engine.speak(line("It was hot.", **options))


def test_a_long_paragraph_loses_no_phoneme(engine: KokoroEngine) -> None:
    text = "one two three four five " * 100
    model = engine._model(voices.find("af_heart"))  # noqa: SLF001 - what is fed to the model
    runs = model.cut_runs(text)
    assert len(runs) > 3
    assert all(len(run.phonemes) <= 300 for run in runs)
    said = "".join(each.symbol for run in runs for each in run.phonemes)
    assert said.count("θɹˈi") == 100


def test_a_file_of_the_model_that_was_changed_is_not_loaded(home: Path) -> None:
    style = home / "kokoro" / "bf_emma.bin"
    whole = style.read_bytes()
    style.write_bytes(whole[:-1] + b"\x00")
    try:
        with pytest.raises(VoiceError, match="not what its manifest says"):
            KokoroEngine().speak(line("It was hot.", "bf_emma"))
    finally:
        style.write_bytes(whole)


def test_a_kernel_there_is_not_is_said(engine: KokoroEngine) -> None:
    with pytest.raises(SpeechError, match='no kernel "swift"'):
        engine.speak(line("It was hot.", kernel="swift"))


@pytest.mark.slow
def test_the_fast_kernel_says_the_same_in_any_thread(engine: KokoroEngine) -> None:
    fast = [line("It was hot.", kernel="fast")] * 2
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(engine.speak, fast)
    assert np.array_equal(one.pcm, other.pcm)


@pytest.mark.slow
def test_the_fast_kernel_leaves_durations_alone_and_sounds_alike(engine: KokoroEngine) -> None:
    heart, text = voices.find("af_heart"), "It was hot."
    models = [engine._model(heart, kernel) for kernel in ("", "fast")]  # noqa: SLF001 - before trimming
    (run,) = models[0].cut_runs(text)
    (own, long), (fast, as_long) = (model._infer_run(run, 1.0, text) for model in models)  # noqa: SLF001 - the same
    assert np.array_equal(long, as_long)
    assert not np.array_equal(own, fast)  # which is why keys must tell them apart
    # Each is some 16 dB from the vocoder in floats: a byte is all that published nets keep.
    assert 10 * np.log10(np.sum(own**2) / np.sum((own - fast) ** 2)) > 15


def test_kernels_do_not_share_a_session(engine: KokoroEngine) -> None:
    own = engine._model(voices.find("af_heart"))  # noqa: SLF001 - what is in memory
    fast = engine._model(voices.find("af_heart"), "fast")  # noqa: SLF001 - the same
    other = engine._model(voices.find("bf_emma"), "fast")  # noqa: SLF001 - the same
    assert fast.session is other.session
    assert fast.session is not own.session


@pytest.mark.campaign
@pytest.mark.parametrize("kernel", ["", "fast"])
def test_it_conforms(engine: KokoroEngine, kernel: str) -> None:
    voice = voices.find("af_heart")
    if kernel:
        voice = replace(voice, options=(*voice.options, ("kernel", kernel)))
    check_engine(engine, voice, characters=500)
