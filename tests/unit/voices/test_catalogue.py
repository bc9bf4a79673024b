"""Manifests as text, what is read and what refused; voices found by name."""

from collections.abc import Iterator
from dataclasses import fields

import pytest

from audiopress import plugins, voices
from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile
from audiopress.voices import catalogue, manifest

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


def change(key: str, value: str, text: str = WHOLE) -> str:
    """Set a key of the manifest's first table."""
    head, bracket, tables = text.partition("\n[")
    rows = [row for row in head.splitlines() if not row.startswith(f"{key} =")]
    return "\n".join((f"{key} = {value}", *rows)) + f"{bracket}{tables}"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (change("name", "5"), "name: expected a text in quotes, got a whole number"),
        (change("engine", "true"), "engine: expected a text in quotes, got true or false"),
        (change("title", "2026-11-26"), "title: expected a text in quotes"),
        (change("languages", '"de"'), "languages: expected a list, got a text in quotes"),
        (change("languages", "[5]"), r"languages\[0\]: expected a text in quotes"),
        (change("languages", '[""]'), "languages: '' is no language"),
        (change("loudness", '"-20"'), "loudness: expected a number, got a text in quotes"),
        (change("loudness", "nan"), "loudness: expected"),
        (change("loudness", "20"), "loudness: expected a number <= 0.0"),
        (change("cost", '"cheap"'), "cost: expected a number, got a text in quotes"),
        (change("cost", "-1.0"), "cost: expected a number >= 0.0"),
        (change("sounds", "3"), "sounds: expected a text in quotes"),
        (change("package", "3"), "package: expected a text in quotes"),
        (change("package", '"joe.data"'), "package: 'joe.data' cannot be"),
        (change("package", '".."'), r"package: '\.\.' cannot be"),
        (change("speaker", "3"), "speaker: expected a text in quotes"),
        (change("sample_rate", "true"), "sample_rate: expected a whole number, got true or false"),
        (change("sample_rate", "0"), "sample_rate: expected a whole number >= 1"),
        (change("sample_rate", "9" * 40), "sample_rate: "),
        (change("server", "{url = 'http://127.0.0.1'}"), "nobody reads 'server'"),
        (change("name", '"system:x"'), "name: 'system:x' cannot be"),
        (change("name", '""'), "name: '' cannot be"),
        (change("engine", '"../x"'), "engine: '../x' cannot be"),
        (change("options", "3", WHOLE.replace("[options]", "[earlier]")), "options: expected a"),
        (WHOLE.replace('rate = "1.1"', "rate = 1.1"), r"options.*: expected a text in quotes"),
        (WHOLE.replace("[options]", "[[options]]"), "options: expected a table, got a list"),
        (WHOLE.replace('name = "eva.onnx"', "name = 5"), r"files\[0\].name: expected a text"),
        (WHOLE.replace("size = 3", 'size = "3"'), r"files\[0\].size: expected a whole number"),
        (WHOLE.replace("size = 3", "size = -3"), r"files\[0\].size: expected a whole number >= 0"),
        (WHOLE.replace("[[files]]", "[files]"), "files: expected a list, got a table"),
        (WHOLE.replace('sha256 = "00"', ""), r"files\[0\]: it has no 'sha256'"),
        (f"a = {'[' * 100_000}", "manifest is not right"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_by_its_key(text: str, fault: str) -> None:
    with pytest.raises(VoiceError, match=fault) as caught:
        voices.read_manifest(text, "eva.toml")
    assert caught.value.where == "eva.toml"


def test_a_manifest_has_every_field_of_a_voice_but_the_server() -> None:
    told = set(manifest.ManifestTable.__struct_fields__)
    assert told == {field.name for field in fields(Voice)} - {"server"}
    assert set(manifest.FileTable.__struct_fields__) == {field.name for field in fields(VoiceFile)}


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
