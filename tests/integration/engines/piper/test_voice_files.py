"""Files as makers of Piper voices give them, and files of everything else."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from audiopress import voices
from audiopress.engines.piper.voice_files import read_files
from audiopress.errors import VoiceError


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The real files of joe, under another name."""
    model, config = (voices.locate(voices.find("joe"))[file.name] for file in joe_files())
    shutil.copy(model, tmp_path / "en_GB-mine-low.onnx")
    shutil.copy(config, tmp_path / "en_GB-mine-low.onnx.json")
    return tmp_path / "en_GB-mine-low.onnx"


def joe_files() -> Any:
    return voices.find("joe").files


def change(model: Path, **values: object) -> None:
    """Change a configuration; ``None`` takes a key out."""
    path = model.with_name(f"{model.name}.json")
    table = json.loads(path.read_text("utf-8")) | values
    kept = {key: value for key, value in table.items() if value is not None}
    path.write_text(json.dumps(kept), encoding="utf-8")


def test_what_the_files_say_is_in_the_voice(model: Path) -> None:
    found = read_files(model, name="mine")
    voice = found.voice
    assert (voice.name, voice.engine, voice.extra) == ("mine", "piper", "piper")
    assert (voice.languages, voice.sample_rate) == (("en-US",), 22050)
    assert (voice.title, voice.narrator) == ("Joe: English, Piper", "Joe")
    assert voice.licence.startswith("unknown")
    assert [file.sha256 for file in voice.files] == [file.sha256 for file in joe_files()]
    assert found.origins["mine.onnx"] == model


@pytest.mark.parametrize(
    ("values", "languages"),
    [
        ({"language": {"code": "de_AT"}}, ("de-AT",)),
        ({"language": {"code": "es_419"}}, ("es-419",)),
        ({"language": {"code": "cy"}}, ("cy",)),
        ({"language": None}, ("en-US",)),
        ({"language": {"code": ""}, "espeak": {"voice": "fr"}}, ("fr",)),
        ({"language": "German", "espeak": {"voice": "pt-br"}}, ("pt-BR",)),
    ],
)
def test_the_language_is_the_configurations(
    model: Path, values: dict[str, Any], languages: tuple[str, ...]
) -> None:
    change(model, **values)
    assert read_files(model, name="mine").voice.languages == languages


def test_a_language_that_is_not_said_is_asked_for(model: Path) -> None:
    change(model, language=None, espeak={"voice": "gmw/en-us-nyc"})
    with pytest.raises(VoiceError, match="does not say its language") as caught:
        read_files(model, name="mine")
    assert caught.value.hint == "--language TAG"
    assert read_files(model, name="mine", language="en-US").voice.languages == ("en-US",)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"phoneme_id_map": None}, "it has no 'phoneme_id_map'"),
        ({"phoneme_id_map": {}}, "it has no phoneme ^ and no _ and no \\$"),
        ({"phoneme_id_map": ["a", "b"]}, "not the configuration of a Piper voice"),
        ({"audio": None}, "it has no 'audio'"),
        ({"audio": {"sample_rate": "high"}}, "audio.sample_rate: expected a whole number, got a"),
        ({"audio": {"sample_rate": True}}, "audio.sample_rate: expected a whole number, got true"),
        ({"audio": {"sample_rate": 0}}, "audio.sample_rate: expected a whole number >= 4000"),
        ({"audio": {"sample_rate": -5}}, "audio.sample_rate: expected a whole number >= 4000"),
        ({"audio": {"sample_rate": 22050.5}}, "audio.sample_rate: expected a whole number"),
        ({"audio": [22050]}, "audio: expected a table, got a list"),
        ({"num_speakers": "3"}, "num_speakers: expected a whole number, got a text"),
        ({"num_speakers": -1}, "num_speakers: expected a whole number >= 0"),
        ({"num_speakers": 10**9}, "num_speakers: expected a whole number <= 1000000"),
        ({"num_speakers": 2, "speaker_id_map": ["a"]}, "speaker_id_map: expected a table"),
        ({"num_speakers": 2, "speaker_id_map": {"a": "x"}}, "speaker_id_map.*: expected a whole"),
        ({"num_speakers": 2, "speaker_id_map": {"a": 7}}, "'a' has the number 7, of 2 speakers"),
        ({"num_speakers": 2, "default_speaker_id": 2}, "default_speaker_id: it has the number 2"),
        ({"inference": {"noise_scale": "x"}}, "inference.noise_scale: expected a number"),
        ({"inference": {"length_scale": 0}}, "inference.length_scale: expected a number > 0"),
        ({"inference": {"noise_w": float("nan")}}, "inference.noise_w: expected a number"),
        ({"inference": {"length_scale": float("inf")}}, "inference.length_scale: expected"),
        ({"inference": None, "hop_length": 0}, "hop_length: expected a whole number >= 1"),
        ({"hop_length": 25.6}, "hop_length: expected a whole number"),
        ({"espeak": {"voice": 3}}, "espeak.voice: expected a text in quotes"),
        ({"phoneme_id_map": {"a": [-7], "e": ["x"]}}, "phoneme_id_map"),
        ({"phoneme_id_map": {"a": 7}}, "phoneme_id_map.*: expected a list, got a whole number"),
        ({"espeak": []}, "not the configuration of a Piper voice"),
        ({"phoneme_type": "runes"}, "not the configuration of a Piper voice"),
        ({"espeak": {"voice": "klingon-none"}}, "its phonemes .* cannot be made"),
    ],
)
def test_a_configuration_of_something_else_is_refused(
    model: Path, values: dict[str, Any], fault: str
) -> None:
    change(model, **values)
    with pytest.raises(VoiceError, match=fault.replace("^", "\\^")) as caught:
        read_files(model, name="mine")
    assert caught.value.where == f"{model}.json"


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"', "null", "[" * 200_000])
def test_what_is_no_table_of_json_is_refused(model: Path, text: str) -> None:
    model.with_name(f"{model.name}.json").write_text(text, encoding="utf-8")
    with pytest.raises(VoiceError, match="not the configuration of a Piper voice"):
        read_files(model, name="mine")


def test_a_model_of_another_kind_or_none_is_refused(model: Path) -> None:
    heart = voices.find("heart")
    for body in (b"", b"no model", voices.read(heart, heart.files[0].name)):
        model.write_bytes(body)
        with pytest.raises(VoiceError, match="not a Piper model") as caught:
            read_files(model, name="mine")
        assert caught.value.where == str(model)


def test_both_files_are_needed(model: Path) -> None:
    config = model.with_name(f"{model.name}.json")
    config.unlink()
    with pytest.raises(VoiceError, match="not beside it") as caught:
        read_files(model, name="mine")
    assert (caught.value.where, config.name in caught.value.hint) == (str(config), True)
    model.unlink()
    with pytest.raises(VoiceError, match="cannot be read"):
        read_files(model, name="mine")


def test_the_speakers_of_a_model_with_many_are_told_by_number(model: Path) -> None:
    change(model, num_speakers=900_000, speaker_id_map=None)
    assert read_files(model, name="mine", speaker="899999").voice.speaker == "899999"
    for speaker in ("900000", "-1", "007", "anna"):
        with pytest.raises(VoiceError, match="no speaker") as caught:
            read_files(model, name="mine", speaker=speaker)
        assert caught.value.hint.startswith("it has 0, 1, 2,")
        assert len(caught.value.hint) < 120


def test_one_of_several_speakers_is_chosen_by_name_or_number(model: Path) -> None:
    change(model, num_speakers=2, speaker_id_map={"anna": 0, "bert": 1})
    for speaker in ("", "bert", "1"):
        assert read_files(model, name="mine", speaker=speaker).voice.speaker == speaker
    for speaker in ("carl", "2"):
        with pytest.raises(VoiceError, match="no speaker") as caught:
            read_files(model, name="mine", speaker=speaker)
        assert "anna, bert" in caught.value.hint
