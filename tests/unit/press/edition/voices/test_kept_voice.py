"""Whose voice an edition has that names none, by its ledger alone and with what it had besides."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from audiopress import voices
from audiopress.errors import ConfigError
from audiopress.model import Cast
from audiopress.press.edition.voices.kept_voice import is_kept, note_kept_voice
from audiopress.press.preflight import check_installed, settle_settings, use_voice
from audiopress.settings import Settings, load_settings
from audiopress.voices import extras

EDITION = Path(__file__).parents[4] / "vectors" / "edition_0_1_0.zip"
JOE = [["joe", "piper 1.4.1+2 f32 0123456789ab"]]


class Published:
    """The edition of 0.1.0, with another voice in its ledger and nothing beside it."""

    def __init__(self, folder: Path) -> None:
        with zipfile.ZipFile(EDITION) as kept:
            kept.extractall(folder)
        self.folder = folder
        self.show = folder / "ledger/shows/main.json"
        # Of the ferry, which is live, and of the harbour, which was taken back.
        self.ferry = folder / "ledger/articles/b2/b268f8ed8a4fd98c.json"
        self.harbour = folder / "ledger/articles/75/752d49646a0b61a5.json"
        if json.loads(self.ferry.read_text("utf-8"))["state"] != "live":
            self.ferry, self.harbour = self.harbour, self.ferry
        self.configure("")
        self.tell("Joe")
        self.edit(self.show, voices=JOE)
        shutil.rmtree(folder / "cache")
        shutil.rmtree(folder / "output")

    def configure(self, table: str) -> None:
        address = 'address = "https://audio.example.org/"\nsources = ["articles"]\n'
        text = f"[edition]\n{address}cache = 'cache'\n{table}\n"
        (self.folder / "audiopress.toml").write_text(text, "utf-8")

    def edit(self, file: Path, **values: Any) -> None:
        text = json.loads(file.read_text("utf-8")) | values
        file.write_text(json.dumps(text), "utf-8")

    def tell(self, *narrators: str, file: Path | None = None, **more: Any) -> None:
        """Let the last versions of an article, or of both, have been spoken by these."""
        for each in [file] if file else [self.ferry, self.harbour]:
            versions = json.loads(each.read_text("utf-8"))["versions"]
            versions[-1] |= {"narrators": list(narrators), **more}
            self.edit(each, versions=versions)

    def settle(self) -> Settings:
        return settle_settings(load_settings(None, root=self.folder))


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Published:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return Published(tmp_path / "edition")


def lose_show(edition: Published) -> None:
    edition.show.unlink()


def damage_show(edition: Published) -> None:
    edition.show.write_text("{", "utf-8")


def take_all_back(edition: Published) -> None:
    edition.edit(edition.ferry, state="withdrawn")


def damage_one(edition: Published) -> None:
    edition.harbour.write_text("{", "utf-8")


def hear_a_headline_first(edition: Published) -> None:
    edition.configure('[voices]\nheadline = "tone"')
    edition.tell("Test tone", "Joe")
    edition.edit(edition.show, voices=[*JOE, ["tone", "tone 1 f64 e3b0c44298fc"]])


def hear_a_headline_that_is_known_no_more(edition: Published) -> None:
    edition.configure('[voices]\nheadline = "tone"')
    edition.tell("Test tone", "Joe")
    lose_show(edition)


def speak_quotes_by_it_too(edition: Published) -> None:
    edition.configure('[voices]\nquote = "joe"')


def speak_german_by_another(edition: Published) -> None:
    edition.configure('[voices.languages]\nde = "tone"')
    edition.edit(edition.show, voices=[*JOE, ["tone", "tone 1 f64 e3b0c44298fc"]])
    edition.tell("Test tone", language="de-AT")


def speak_german_by_it_too(edition: Published) -> None:
    edition.configure('[voices.languages]\nde = "joe"')


def say_it_as_new_versions_do(edition: Published) -> None:
    edition.tell("Emma", voice="joe")
    edition.edit(edition.show, voices=[["emma", "hibari"], ["heart", "hibari"]])


def mix_with_an_older_one(edition: Published) -> None:
    edition.tell("Test tone", file=edition.harbour)
    edition.edit(edition.harbour, state="live", first_seen="2026-01-01T00:00:00Z")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None, lose_show, damage_show, take_all_back, damage_one, hear_a_headline_first,
        hear_a_headline_that_is_known_no_more, speak_quotes_by_it_too, speak_german_by_another,
        speak_german_by_it_too, say_it_as_new_versions_do, mix_with_an_older_one,
    ],
)  # fmt: skip
def test_an_edition_keeps_the_voice_of_what_it_published(published: Published, change: Any) -> None:
    change(published)
    settings = published.settle()
    assert settings.cast.body == "joe"
    assert is_kept(settings)
    # Settled again, as Python's functions do, it is the same.
    assert settle_settings(settings) == settings


@pytest.mark.parametrize(
    ("narrator", "shown", "voice"),
    [
        ("Heart", [["af_heart", "kokoro"]], "af_heart"),
        ("Test tone", [["tone", "tone"]], "tone"),
        ("system:gmw/en-us", [["system:gmw/en-us", "pyttsx3"]], "system:gmw/en-us"),
        ("system:gmw/en-us", [["joe", "piper"], ["system:gmw/en-us", "pyttsx3"]],
         "system:gmw/en-us"),
        ("Michael", [], "am_michael"),
    ],
)  # fmt: skip
def test_it_is_found_by_what_people_were_told(
    published: Published, narrator: str, shown: list[list[str]], voice: str
) -> None:
    published.tell(narrator)
    published.edit(published.show, voices=shown)
    assert published.settle().cast.body == voice


@pytest.mark.parametrize(
    ("table", "voice"),
    [
        ('[voices]\nbody = "heart"', "heart"),
        ('[voices]\nbody = "tone"', "tone"),
        ('[voices]\nbody = "joe"', "joe"),
    ],
)
def test_what_the_configuration_names_is_spoken(
    published: Published, table: str, voice: str
) -> None:
    published.configure(table)
    settings = published.settle()
    assert (settings.cast.body, is_kept(settings)) == (voice, False)
    assert note_kept_voice(settings) == []


def test_an_option_and_a_program_name_it_too(published: Published) -> None:
    loaded = load_settings(None, root=published.folder)
    assert settle_settings(use_voice(loaded, "heart")).cast.body == "heart"
    assert settle_settings(replace(loaded, cast=Cast(body="tone"))).cast.body == "tone"


def test_a_new_edition_has_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    settings = settle_settings(load_settings(None, root=tmp_path))
    assert (settings.cast.body, settings.cast.languages) == ("heart", ())
    assert not is_kept(settings)


@pytest.mark.parametrize("name", ["a_voice", "zed"])
@pytest.mark.parametrize("title", ["Joe: mine", "Joe: a Piper voice"])
def test_a_voice_of_ones_own_is_none_that_0_1_0_had(
    published: Published, tmp_path: Path, name: str, title: str
) -> None:
    text = f'name = "{name}"\nengine = "tone"\nlanguages = ["en-US"]\nsample_rate = 22050\n'
    home = tmp_path / "voices"
    home.mkdir()
    (home / f"{name}.toml").write_text(f'{text}title = "{title}"\n', "utf-8")
    # Nobody but the narrator's name says it.
    published.edit(published.show, voices=[])
    assert voices.find(name).narrator == "Joe"
    assert published.settle().cast.body == "joe"


@pytest.mark.parametrize(
    ("voice", "narrator", "wrong"),
    [
        ("af_heart", "Heart", 'voice "af_heart" is not installed'),
        # Of an engine whose package is gone: nothing knows it.
        ("ada", "Ada", 'there is no voice "ada"'),
    ],
)
def test_without_the_voice_both_ways_on_are_named(
    published: Published, voice: str, narrator: str, wrong: str
) -> None:
    published.tell(narrator)
    published.edit(published.show, voices=[[voice, "engine"]])
    with pytest.raises(ConfigError, match=wrong) as caught:
        check_installed(published.settle())
    _check_both_ways(caught.value, "install")


def test_without_the_engine_both_ways_on_are_named(
    published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    def miss(name: str) -> str:
        raise extras.PackageNotFoundError(name)

    monkeypatch.setattr(extras, "version", miss)
    with pytest.raises(ConfigError, match=r"needs audiopress\[piper\], which is not") as caught:
        check_installed(published.settle())
    _check_both_ways(caught.value, 'python -m pip install "audiopress[piper]"')
    assert "piper-tts, which is GPL-3.0" in caught.value.hint


def _check_both_ways(error: ConfigError, install: str) -> None:
    assert error.where.startswith("the ledger")
    assert install in error.hint
    assert "1 published article would be spoken again" in error.hint
    assert 'body = "heart" under [voices]' in error.hint
    assert "audiopress plan --voice heart" in error.hint


def test_a_stranger_cannot_have_the_ledger_name_a_path(published: Published) -> None:
    published.tell("system:../../up", voice="system:../../up")
    published.edit(published.show, voices=[])
    root = published.folder
    assert published.settle().cast.body == "system:../../up"
    strict = load_settings(None, root=root, untrusted=True)
    assert settle_settings(strict).cast.body == "heart"


def test_the_note_counts_what_is_spoken_by_it(published: Published) -> None:
    (note,) = note_kept_voice(published.settle())
    assert note.startswith("joe goes on speaking, for no voice is named and 1 published article is")
    published.edit(published.harbour, state="live")
    (note,) = note_kept_voice(published.settle())
    assert "2 published articles are spoken by it" in note
