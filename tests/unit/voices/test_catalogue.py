"""Manifests as text: what is read, what is refused."""

import pytest

from audiopress import voices
from audiopress.errors import VoiceError

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
    voice = voices.manifest(WHOLE, "eva.toml")
    assert (voice.name, voice.engine, voice.sample_rate) == ("eva", "piper", 16000)
    assert voice.languages == ("en-GB", "en")
    assert voice.options == (("rate", "1.1"),)
    assert voice.files[0].url == "https://example.org/eva.onnx"


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
        voices.manifest(text, "eva.toml")
    assert caught.value.where == "eva.toml"


def test_the_digest_is_that_of_the_files_and_of_nothing_else() -> None:
    voice = voices.manifest(WHOLE, "a.toml")
    renamed = voices.manifest(WHOLE.replace('name = "eva"', 'name = "ada"'), "b.toml")
    other = voices.manifest(WHOLE.replace('sha256 = "00"', 'sha256 = "01"'), "c.toml")
    assert voices.digest(voice) == voices.digest(renamed) != voices.digest(other)
    assert len(voices.digest(voice)) == 64
