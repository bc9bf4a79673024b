"""``[[voices.remote]]``: what is right becomes a voice, what is not is named with its place."""

from __future__ import annotations

import pytest

from audiopress import voices
from audiopress.errors import ConfigError
from audiopress.settings import load_settings

RIGHT = {
    "name": '"ours"',
    "url": '"https://speech.example.org/v1"',
    "model": '"small"',
    "voice": '"sky"',
}


def table(**changed):
    lines = [f"{key} = {value}" for key, value in (RIGHT | changed).items() if value]
    return "\n".join(["[[voices.remote]]", *lines, ""])


def load(tmp_path, text, **how):
    (tmp_path / "audiopress.toml").write_text(text, "utf-8")
    return load_settings(None, root=tmp_path, **how)


def refuse(tmp_path, text, **how):
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text, **how)
    return caught.value.message


def read_one(tmp_path, **changed):
    (voice,) = load(tmp_path, table(**changed)).cast.remote
    return voice


def test_a_table_is_a_voice(tmp_path):
    voice = read_one(tmp_path, key_env='"SPEECH_KEY"', languages='["en", "de-AT"]')
    assert (voice.name, voice.engine, voice.speaker) == ("ours", "openai", "sky")
    assert voice.languages == ("en", "de-AT")
    assert voice.licence == "its own terms"
    assert voice.server.url == "https://speech.example.org/v1/audio/speech"
    assert (voice.server.host, voice.server.key_env) == ("speech.example.org", "SPEECH_KEY")
    assert (voice.server.format, voice.server.own) == ("wav", False)
    assert voices.find("ours", [voice]) == voice
    assert voices.is_installed(voice)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("https://a.example", "https://a.example/v1/audio/speech"),
        ("https://a.example/", "https://a.example/v1/audio/speech"),
        ("https://a.example/v1/", "https://a.example/v1/audio/speech"),
        ("https://[2001:db8::1]:8880", "https://[2001:db8::1]:8880/v1/audio/speech"),
        ("https://a.example/api/v1/audio/speech", "https://a.example/api/v1/audio/speech"),
        ("https://a.example/openai", "https://a.example/openai/audio/speech"),
        ("https://A.example:443/v1", "https://a.example/v1/audio/speech"),
        (
            "https://a.example/v1?api-version=2",
            "https://a.example/v1/audio/speech?api-version=2",
        ),
    ],
)
def test_the_end_of_an_address_may_be_left_out(tmp_path, written, asked):
    assert read_one(tmp_path, url=f'"{written}"').server.url == asked


WRONG = {
    "a slip in a key": (table(modle='"x"'), "no such setting; did you mean model?"),
    "the key itself": (table(key='"sk-4711"'), "did you mean key_env?"),
    "the key in key_env": (table(key_env='"sk-4711"'), "the key itself stands in no file"),
    "a number": (table(model="3"), "model: is a text in quotes, not 3"),
    "no url": (table(url=""), "needs url"),
    "nothing": ("[[voices.remote]]\n", "needs name, url, model, voice"),
    "empty model": (table(model='""'), "model: is empty"),
    "empty voice": (table(voice='""'), "voice: is empty"),
    "private": (table(private='"yes"'), "private: is true or false, not 'yes'"),
    "http": (table(url='"http://speech.example.org"'), "add private = true"),
    "this machine": (table(url='"http://127.0.0.1:8880"'), "add private = true"),
    "no address": (table(url='"speech.example.org"'), "addresses with"),
    "password": (table(url='"https://me:sk-4711@a.example"'), "user or password"),
    "a name with blanks": (table(name='"our voice"'), "say our-voice"),
    "a name of the system": (table(name='"system:x"'), "say our-voice"),
    "an empty name": (table(name='""'), "say our-voice"),
    "a name that is taken": (table(name='"joe"'), '"joe" is a voice of audiopress already'),
    "twice": (table() + table(), "[[voices.remote]] number 2 name:"),
    "format": (table(format='"pcm"'), "format: is one of wav, flac, mp3"),
    "language": (table(languages='["english"]'), "'english' is no tag of a language"),
    "one table": ("[voices.remote]\nname = 'x'\n", "written as [[voices.remote]]"),
    "a text": ('[voices]\nremote = "x"\n', "written as [[voices.remote]]"),
    "a list of texts": ('[voices]\nremote = ["x"]\n', "[[voices.remote]] number 1"),
    "a slip in the table": ("[[voices.remtoe]]\nname = 'x'\n", "did you mean remote?"),
}


@pytest.mark.parametrize("slip", WRONG)
def test_a_mistake_is_named_with_its_place(tmp_path, slip):
    text, words = WRONG[slip]
    said = refuse(tmp_path, text)
    assert words in said
    assert "[voices" in said
    assert "4711" not in said


def test_all_mistakes_are_told_at_once(tmp_path):
    said = refuse(tmp_path, table(modle='"x"') + table(name='"other"', format='"pcm"'))
    assert "[[voices.remote]] number 1 modle" in said
    assert "[[voices.remote]] number 2 format" in said


def test_an_untrusted_file_has_no_such_voice(tmp_path):
    said = refuse(tmp_path, table(), untrusted=True)
    assert "[voices.remote] ours" in said
    assert "--untrusted" in said


def test_the_order_of_tables_is_no_setting(tmp_path):
    first, second = table(), table(name='"also"')
    assert load(tmp_path, first + second).cast == load(tmp_path, second + first).cast


def test_the_digest_is_what_is_heard_and_of_whom(tmp_path):
    def digest(**changed):
        return voices.digest(read_one(tmp_path, **changed))

    own = {"private": "true", "url": '"http://127.0.0.1:8880"'}
    assert digest() == digest(key_env='"OTHER"') == digest(url='"https://speech.example.org"')
    assert digest(**own) == digest(private="true", url='"http://10.0.0.7"')
    told_apart = [
        digest(),
        digest(**own),
        digest(url='"https://other.example"'),
        digest(model='"large"'),
        digest(voice='"rain"'),
        digest(format='"mp3"'),
    ]
    assert len({*told_apart}) == len(told_apart)
