"""Voices that a person adds: kept beside the others, found by name, never in another's place."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from audiopress import voices
from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile
from audiopress.voices.own import write_manifest

BODY = b"a model" * 1000


def make_voice(name: str = "ada", body: bytes = BODY, file: str = "ada.onnx") -> Voice:
    kept = VoiceFile(name=file, sha256=hashlib.sha256(body).hexdigest(), size=len(body))
    return Voice(
        name=name,
        engine="piper",
        extra="piper",
        languages=("de-AT",),
        title='Ada "the first": German, Piper',
        speaker="3",
        licence="unknown",
        lineage="C:\\voices\\ada\tof 2026",
        sample_rate=16000,
        files=(kept,),
        options=(("rate", "1.1"),),
    )


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    path = tmp_path / "from its maker.onnx"
    path.write_bytes(BODY)
    return path


def test_a_voice_that_was_added_is_one_like_any_other(home: Path, origin: Path) -> None:
    manifest = voices.keep_own(make_voice(), {"ada.onnx": origin})
    assert manifest == home / "ada.toml"
    found = voices.find("ada")
    assert found == replace(make_voice(), lineage="C:\\voices\\ada of 2026")
    assert found in voices.list_voices()
    assert voices.is_installed(found)
    voices.verify(found)
    assert voices.digest(found) == voices.digest(make_voice())
    assert sorted(path.name for path in home.rglob("*") if path.is_file()) == [
        "ada.onnx",
        "ada.toml",
    ]


def test_adding_it_again_mends_its_files_and_leaves_what_was_edited(
    home: Path, origin: Path
) -> None:
    manifest = voices.keep_own(make_voice(), {"ada.onnx": origin})
    with manifest.open("r+", encoding="utf-8") as stream:
        stream.write("loudness = -21.5\n" + write_manifest(make_voice()))
    (home / "piper" / "ada.onnx").write_bytes(b"torn")
    voices.keep_own(make_voice(), {"ada.onnx": origin})
    assert voices.find("ada").loudness == -21.5
    voices.verify(voices.find("ada"))


@pytest.mark.parametrize(
    ("field", "value", "kept", "wanted"),
    [
        ("languages", ("fr",), '["de-AT"]', '["fr"]'),
        ("speaker", "4", '"3"', '"4"'),
        ("licence", "MIT", '"unknown"', '"MIT"'),
    ],
)
def test_adding_it_again_otherwise_is_refused_with_the_line_to_change(
    origin: Path, field: str, value: object, kept: str, wanted: str
) -> None:
    manifest = voices.keep_own(make_voice(), {"ada.onnx": origin})
    other = replace(make_voice(), **{field: value})
    with pytest.raises(VoiceError, match="was added before") as caught:
        voices.keep_own(other, {"ada.onnx": origin}, told=[field])
    assert f"with {field} = {kept}" in caught.value.message
    assert caught.value.where == str(manifest)
    assert f"write {field} = {wanted} there" in caught.value.hint
    # What nobody asked for is as the manifest has it, and what is as it was is no other value.
    voices.keep_own(other, {"ada.onnx": origin})
    voices.keep_own(make_voice(), {"ada.onnx": origin}, told=[field])
    assert voices.find("ada").languages == ("de-AT",)


def test_a_voice_that_cannot_speak_leaves_nothing(home: Path, origin: Path) -> None:
    def refuse(voice: Voice) -> None:
        voices.verify(voice)
        raise VoiceError("it cannot speak")

    with pytest.raises(VoiceError, match="cannot speak"):
        voices.keep_own(make_voice(), {"ada.onnx": origin}, check=refuse)
    assert not home.exists()
    voices.keep_own(make_voice(), {"ada.onnx": origin})
    with pytest.raises(VoiceError, match="cannot speak"):
        voices.keep_own(make_voice(), {"ada.onnx": origin}, check=refuse)
    # What was there before stays.
    voices.verify(voices.find("ada"))


@pytest.mark.parametrize("name", ["joe", "heart", "tone"])
def test_nobody_takes_the_name_of_a_voice_that_is_shipped(
    home: Path, origin: Path, name: str
) -> None:
    with pytest.raises(VoiceError, match=f'there is a voice "{name}" already') as caught:
        voices.keep_own(make_voice(name), {"ada.onnx": origin})
    assert "--name" in caught.value.hint
    assert not home.exists()


def test_another_voice_of_that_name_is_kept(home: Path, origin: Path, tmp_path: Path) -> None:
    manifest = voices.keep_own(make_voice(), {"ada.onnx": origin})
    (tmp_path / "other.onnx").write_bytes(b"other")
    with pytest.raises(VoiceError, match="already") as caught:
        voices.keep_own(make_voice(body=b"other"), {"ada.onnx": tmp_path / "other.onnx"})
    assert str(manifest) in caught.value.hint
    voices.verify(voices.find("ada"))


def test_a_file_of_another_voice_is_not_written_over(home: Path, origin: Path) -> None:
    taken = make_voice("mine", file="en_US-joe-medium.onnx")
    with pytest.raises(VoiceError, match='a file of the voice "joe"'):
        voices.keep_own(taken, {"en_US-joe-medium.onnx": origin})
    assert not home.exists()


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize("what", ["file", "locked"])
def test_a_folder_that_cannot_be_written_is_named(home: Path, origin: Path, what: str) -> None:
    if what == "file":
        home.write_text("a file in its place", encoding="utf-8")
    else:
        home.mkdir(mode=0o500)
        if os.access(home, os.W_OK):
            pytest.skip("root may write anywhere")
    with pytest.raises(VoiceError, match="cannot be installed") as caught:
        voices.keep_own(make_voice(), {"ada.onnx": origin})
    assert str(home) in caught.value.where
    assert "AUDIOPRESS_VOICES" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = ", "manifest is not right"),
        (write_manifest(make_voice("heart")), '"heart" is the name of another voice'),
        (write_manifest(make_voice("ben")), '"ben" is the name of another voice'),
        (write_manifest(make_voice()).replace('["de-AT"]', '"de"'), "languages: expected a list"),
        ("\udcff", "cannot be read"),
        ("name = 5", "name: expected a text in quotes"),
        ('loudness = "-20"\n' + write_manifest(make_voice()), "loudness: expected a number"),
        ("cost = true\n" + write_manifest(make_voice()), "cost: expected a number"),
    ],
)
def test_a_broken_manifest_costs_its_own_voice_only(home: Path, text: str, fault: str) -> None:
    home.mkdir()
    (home / "ben.toml").write_text(write_manifest(make_voice("ben")), encoding="utf-8")
    (home / "broken.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    own, (found,) = voices.read_own()
    assert [voice.name for voice in own] == ["ben"]
    assert fault in found.message
    assert found.where == str(home / "broken.toml")
    assert voices.find("heart").engine == "hibari"
    with pytest.raises(VoiceError, match=r"broken\.toml"):
        voices.find("ada")


def test_adding_it_again_mends_a_manifest_that_is_broken(home: Path, origin: Path) -> None:
    manifest = voices.keep_own(make_voice(), {"ada.onnx": origin})
    manifest.write_text("name = ", encoding="utf-8")
    assert voices.keep_own(make_voice(), {"ada.onnx": origin}) == manifest
    voices.verify(voices.find("ada"))


def test_the_way_back_of_lost_files_is_the_way_they_came(home: Path, origin: Path) -> None:
    voices.keep_own(make_voice(), {"ada.onnx": origin})
    (home / "piper" / "ada.onnx").unlink()
    with pytest.raises(VoiceError, match="not installed") as caught:
        voices.verify(voices.find("ada"))
    assert caught.value.hint == "audiopress voices add FILE.onnx --name ada"
