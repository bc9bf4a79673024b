"""Manifests as text, what is read and what refused; voices found by name."""

from collections.abc import Iterator

import pytest

from audiopress import plugins, voices
from audiopress.errors import VoiceError
from audiopress.model import Voice
from audiopress.voices import catalogue

WHOLE = """
name = "eva"
engine = "piper"
languages = ["en-GB", "en"]
sample_rate = 16000
[options]
rate = "1.1"
[[files]]
name = "eva.onnx"
sha256 = "00"
size = 3
url = "https://example.org/eva.onnx"
"""


def test_a_manifest_becomes_a_voice() -> None:
    voice = voices.read_manifest(WHOLE, "eva.toml")
    assert (voice.name, voice.engine, voice.sample_rate) == ("eva", "piper", 16000)
    assert voice.languages == ("en-GB", "en")
    assert voice.options == (("rate", "1.1"),)
    assert voice.files[0].url == "https://example.org/eva.onnx"


def test_a_manifest_says_what_it_needs_costs_and_sounds_like() -> None:
    told = 'extra = "espeak"\ncost = 1.06\nsounds = "warm"\n'
    voice = voices.read_manifest(told + WHOLE, "eva.toml")
    assert (voice.extra, voice.cost, voice.sounds) == ("espeak", 1.06, "warm")
    plain = voices.read_manifest(WHOLE, "eva.toml")
    assert (plain.extra, plain.cost, plain.sounds) == ("", None, "")


@pytest.mark.parametrize(
    ("told", "earlier"),
    [("", None), ("[earlier]\n", ()), ('[earlier]\nespeak = "fr"\n', (("espeak", "fr"),))],
)
def test_a_manifest_says_what_its_options_were_before(
    told: str, earlier: tuple[tuple[str, str], ...] | None
) -> None:
    assert voices.read_manifest(WHOLE + told, "eva.toml").earlier == earlier


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        'engine = "piper"\nlanguages = []',
        WHOLE + 'colour = "red"',
        'name = "x"\nengine = "piper"\nlanguages = []\ncolour = "red"',
        WHOLE.replace("eva.onnx", "../eva.onnx"),
        WHOLE.replace('name = "eva.onnx"', 'name = "/etc/passwd"'),
        WHOLE.replace('name = "eva.onnx"', 'name = ".hidden"'),
    ],
)
def test_a_wrong_manifest_is_named(text: str) -> None:
    with pytest.raises(VoiceError) as caught:
        voices.read_manifest(text, "eva.toml")
    assert caught.value.where == "eva.toml"


def test_the_digest_is_that_of_the_files_and_of_nothing_else() -> None:
    voice = voices.read_manifest(WHOLE, "a.toml")
    renamed = voices.read_manifest(WHOLE.replace('name = "eva"', 'name = "ada"'), "b.toml")
    other = voices.read_manifest(WHOLE.replace('sha256 = "00"', 'sha256 = "01"'), "c.toml")
    assert voices.digest(voice) == voices.digest(renamed) != voices.digest(other)
    assert len(voices.digest(voice)) == 64


class Brings:
    """An engine of another package with voices of its own, or one that breaks."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def voices(self) -> tuple[Voice, ...]:
        if not self.names:
            raise OSError("its model is gone")
        return tuple(Voice(name=name, engine="mine", languages=()) for name in self.names)


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    brought = {"bad": Brings(), "mine": Brings("ada", "joe"), "other": Brings("ada")}
    monkeypatch.setattr(plugins, "list_engines", lambda: ("bad", "mine", "other", "pyttsx3"))
    monkeypatch.setattr(plugins, "find_engine", brought.__getitem__)
    catalogue._ask_engines.cache_clear()  # noqa: SLF001 - it asks once a process
    yield
    catalogue._ask_engines.cache_clear()  # noqa: SLF001 - the same


@pytest.mark.usefixtures("engines")
def test_a_voice_that_an_engine_brings_is_found_by_its_name() -> None:
    assert voices.find("ada") == Voice(name="ada", engine="mine", languages=())


@pytest.mark.usefixtures("engines")
def test_no_package_takes_the_name_of_a_voice_with_a_manifest() -> None:
    assert voices.find("joe").engine == "piper"


@pytest.mark.usefixtures("engines")
def test_an_engine_that_fails_is_named_where_its_voice_may_be_meant() -> None:
    with pytest.raises(VoiceError, match="did you mean ada") as caught:
        voices.find("adaa")
    assert 'the engine "bad" failed: OSError' in caught.value.message


@pytest.mark.usefixtures("engines")
def test_what_an_engine_brings_must_be_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Brings, "voices", lambda _self: ["ada"])
    with pytest.raises(VoiceError, match="brings what is no Voice"):
        voices.ask_engine("mine")
