"""What the runtime makes of a model is kept, whole or not at all, and changes no sample."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from audiopress import voices
from audiopress.engines.piper.engine import PiperEngine
from audiopress.errors import StoreError, VoiceError
from audiopress.model import Line

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of kept models in a user's cache that is empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / "audiopress" / "models"


def said() -> NDArray[np.int16]:
    """Speak as a process does that has loaded nothing yet."""
    line = Line(spoken="Kim said the men had gone.", language="en", voice=voices.find("joe"))
    return PiperEngine().speak(line).pcm


def test_a_kept_model_gives_the_same_samples_and_is_not_made_again(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = said()
    made = {path.stat().st_ino for path in kept.iterdir()}
    assert len(made) == 2  # before the vocoder, and the vocoder

    def never(_model: bytes) -> bytes:
        raise AssertionError("the published model was changed once more")

    monkeypatch.setattr("audiopress.engines.piper.model.expose_noise_and_durations", never)
    assert np.array_equal(said(), first)
    assert {path.stat().st_ino for path in kept.iterdir()} == made


@pytest.mark.parametrize("damage", ["a byte", "its end", "all"])
def test_a_damaged_model_is_made_again(kept: Path, damage: str) -> None:
    first = said()
    model = max(kept.iterdir(), key=lambda path: path.stat().st_size)
    body = bytearray(model.read_bytes())
    body[len(body) // 2] ^= 1
    model.write_bytes({"a byte": bytes(body), "its end": bytes(body[:-1]), "all": b""}[damage])
    assert np.array_equal(said(), first)
    assert len(list(kept.iterdir())) == 2
    assert model.stat().st_size == len(body)


def test_other_code_that_changes_models_is_another_model(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said()
    monkeypatch.setattr("audiopress.engines.onnx.sessions._hash_code", lambda: "another")
    said()
    assert len(list(kept.iterdir())) == 4


def test_a_model_whose_original_is_gone_is_not_spoken_with(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said()
    assert list(kept.iterdir())
    monkeypatch.setattr("audiopress.voices.places.find_package_folders", lambda _package: [])
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(kept.parent / "none"))
    with pytest.raises(VoiceError, match="not installed"):
        said()


@pytest.mark.parametrize("obstacle", ["a file", "no home"])
def test_where_nothing_can_be_kept_it_speaks_all_the_same(
    kept: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    if obstacle == "a file":
        kept.parent.write_text("in the way")
    else:

        def homeless() -> Path:
            raise StoreError("there is no home folder")

        monkeypatch.setattr("audiopress.user_folders.find_cache_folder", homeless)
    assert said().any()


def test_a_disk_that_fills_up_ends_no_speech(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.mkdir(parents=True)
    monkeypatch.setattr("pathlib.Path.replace", _no_room)
    assert said().any()
    assert not list(kept.iterdir())


def _no_room(_self: Path, _target: Path) -> Path:
    raise OSError(28, "No space left on device")


def test_what_nobody_used_for_months_is_removed(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said()
    old = set(kept.iterdir())
    monkeypatch.setattr("audiopress.engines.onnx.sessions._hash_code", lambda: "another")
    monkeypatch.setattr("audiopress.engines.onnx.sessions._UNUSED", -10.0)
    said()
    assert old.isdisjoint(kept.iterdir())
