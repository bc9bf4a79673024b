"""Where a voice's files lie: what is cut, hidden or in the way is passed over, and named."""

import errno
import os
from pathlib import Path

import pytest
from runner import PressHere

from audiopress import voices
from audiopress.errors import VoiceError
from audiopress.press.edition.voices.companions import find_companion
from audiopress.press.edition.voices.missing_voices import describe_lack

OWN = """
name = "{name}"
engine = "{engine}"
languages = ["fr"]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    (tmp_path / "voices").mkdir()
    return tmp_path / "voices"


def put(home: Path, name: str, *, size: int | None = None) -> Path:
    """Let the files of a voice lie there, all but the first whole; no byte of them is right."""
    voice = voices.find(name)
    for number, file in enumerate(voice.files):
        path = home / voice.engine / file.name
        path.parent.mkdir(exist_ok=True)
        path.touch()
        os.truncate(path, file.size if number or size is None else size)
    return home / voice.engine / voice.files[0].name


@pytest.mark.parametrize(
    ("name", "size"), [("emma", 0), ("emma", 5), ("ef_dora", 0), ("joe", 1), ("fable", 10**8)]
)
def test_a_file_of_another_size_is_no_voice(home: Path, name: str, size: int) -> None:
    path = put(home, name, size=size)
    voice = voices.find(name)
    if voice.package:  # it comes with a package, which is taken instead
        assert voices.is_installed(voice)
        assert voices.locate(voice)[path.name] != path
        return
    assert not voices.is_installed(voice)
    fault, where = voices.explain_fault(voice)
    assert f"{path.name} is {size:,} bytes and not {voice.files[0].size:,}" in fault
    assert where == str(path)
    with pytest.raises(VoiceError, match=r"not installed whole: .* bytes and not") as caught:
        voices.locate(voice)
    assert caught.value.hint == f"audiopress voices install {name}"
    lack = describe_lack(voice)
    assert lack
    assert "bytes and not" in lack[0]


def test_what_was_never_installed_has_no_fault() -> None:
    assert voices.explain_fault(voices.find("emma")) == ("", "")
    assert describe_lack(voices.find("emma")) == (
        "is not installed",
        "audiopress voices install emma",
    )


def test_a_companion_that_is_cut_does_not_speak(home: Path) -> None:
    path = put(home, "emma")
    assert find_companion("heart", "en-GB") == "emma"
    os.truncate(path, 3)
    assert find_companion("heart", "en-GB") == ""


def test_a_folder_in_the_place_of_a_file_is_named(home: Path) -> None:
    voice = voices.find("emma")
    (home / voice.engine / voice.files[0].name).mkdir(parents=True)
    assert voices.explain_fault(voice)[0].endswith("is a folder, and not the file")


# A name that is too long fails for everybody; a mode of 000 not for the superuser.
@pytest.mark.parametrize("folder", ["/" + "v" * 300, "~nosuchuser/x"])
def test_a_folder_that_cannot_be_looked_into_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("AUDIOPRESS_VOICES", folder)
    assert voices.is_installed(voices.find("heart"))
    voices.verify(voices.find("heart"))
    assert not voices.is_installed(voices.find("emma"))
    _, (fault,) = voices.read_own()
    assert folder in fault.where
    with pytest.raises(VoiceError) as caught:
        voices.locate(voices.find("emma"))
    assert folder in caught.value.where
    with pytest.raises(VoiceError, match="there is no voice") as unknown:
        voices.find("nobody-knows")
    assert folder in unknown.value.message


def test_a_folder_without_leave_is_passed_over(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = Path.stat

    def refuse(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if self.is_relative_to(home):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return stat(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    voices.verify(voices.find("heart"))
    assert not voices.is_installed(voices.find("emma"))
    fault, _ = voices.explain_fault(voices.find("emma"))
    assert "cannot be looked at: Permission denied" in fault


def test_who_has_no_home_has_the_voice_of_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv("AUDIOPRESS_VOICES")
    monkeypatch.setattr(Path, "home", fail)
    voices.verify(voices.find("heart"))
    assert not voices.is_installed(voices.find("emma"))
    assert "names no home folder" in voices.explain_fault(voices.find("emma"))[0]


def test_a_manifest_without_its_engine_is_no_voice_of_its_language(home: Path) -> None:
    path = home / "anna.toml"
    path.write_text(OWN.format(name="anna", engine="kokro"), "utf-8")
    voice = voices.find("anna")
    assert not voices.is_installed(voice)
    assert voices.explain_fault(voice) == ('there is no engine "kokro"', str(path))
    lack = describe_lack(voice)
    assert lack
    assert str(path) in lack[0]
    assert str(path) in lack[1]
    assert str(path) not in voices.name_language_remedy("fr")


def test_the_list_names_what_is_broken(home: Path, tmp_path: Path) -> None:
    press = PressHere(tmp_path / "edition", voice=None)
    put(home, "emma", size=0)
    (home / "anna.toml").write_text(OWN.format(name="anna", engine="kokro"), "utf-8")
    text = press.run("voices", "list").stdout
    assert "emma cannot be used: " in text
    assert "audiopress voices install emma" in text
    row = next(row for row in text.splitlines() if row.startswith("  anna "))
    assert row.split()[1:3] == ["no", "engine"]
    assert str(home / "anna.toml") in text
