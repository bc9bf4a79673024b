"""The list of voices: by language, what is here and what can be had, in 80 columns."""

import json
import os
import re

import pytest
from runner import PressHere

from audiopress.voices import extras

FRENCH_REMEDY = "  no natural voice is ready: audiopress voices install ff_siwis"


@pytest.fixture
def press(tmp_path, monkeypatch):
    (tmp_path / "voices").mkdir()
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    return PressHere(tmp_path / "edition", voice=None)


def list_rows(press, *words):
    return press.run("voices", "list", *words).stdout.splitlines()


def test_voices_stand_under_their_language_ready_ones_first(press):
    rows = list_rows(press)
    english, french = rows.index("English (en)"), rows.index("French (fr)")
    names = [row.split()[0] for row in rows[english + 1 : french]]
    assert names[0] == "heart"
    assert {"emma", "af_heart"} < set(names)
    heart = rows[english + 1]
    assert heart.split() == ["heart", "installed", "0.015", "Apache-2.0", *heart.split()[4:]]
    assert heart.endswith("woman, American, natural")
    assert "  emma       8 MB            0.015  Apache-2.0        woman, British, natural" in rows
    assert rows[french + 1].split()[:2] == ["ff_siwis", "93"]
    assert rows[french + 2].startswith(FRENCH_REMEDY)
    free = rows.index("any language")
    assert {row.split()[0] for row in rows[free + 1 : free + 3]} == {"system", "tone"}
    assert any(row.startswith("cost: CPU seconds") for row in rows)


def test_what_is_to_know_of_a_licence_is_shown_where_the_extra_is_installed(press):
    rows = list_rows(press)
    (joe,) = (row for row in rows if row.startswith("  joe "))
    assert joe.split()[1:3] == ["ready,", "[piper]"]
    assert " data set CC0-1.0* " in joe
    legend = rows[-5:]
    assert any(row.startswith("[espeak], [piper]: extras under the GPL") for row in legend)
    assert any(row.startswith("*: ") for row in legend)


@pytest.mark.parametrize("words", [("fr",), ("--language", "fr-CA"), ("french",), ("FR",)])
def test_one_language_is_asked_for_by_tag_or_name(press, words):
    rows = list_rows(press, *words)
    assert rows[1] == "French (fr)"
    assert rows[2].split()[0] == "ff_siwis"
    assert rows[3].startswith(FRENCH_REMEDY)
    assert not [row for row in rows if "heart" in row]


def test_a_language_without_any_voice_here_says_what_can_be_done(press):
    text = " ".join(" ".join(list_rows(press, "de")).split())
    assert "German has no natural voice of audiopress's own" in text
    assert "https://huggingface.co/rhasspy/piper-voices" in text
    assert "none is ready" not in text
    assert "audiopress voices add FILE.onnx" in text


@pytest.mark.parametrize("word", ["more", "xx", "und", "--"])
def test_what_is_no_language_is_refused(press, word):
    done = press.run("voices", "list", "--language", word, ok=False)
    assert done.returncode == 2
    assert f"{word!r} is no language" in done.stderr


@pytest.mark.parametrize("words", [(), ("--all",), ("fr",), ("de",), ("en-GB",)])
def test_no_line_is_wider_than_a_terminal(press, words):
    rows = list_rows(press, *words)
    system = [row for row in rows if row.strip().startswith("system:")]
    assert max(len(row) for row in rows if row not in system) <= 80


def test_programs_get_every_field_and_the_language_asked_for(press):
    found = json.loads(press.run("voices", "list", "fr", "--json").stdout)["voices"]
    (siwis,) = (voice for voice in found if voice["name"] == "ff_siwis")
    assert siwis["languages"] == ["fr-FR"]
    assert (siwis["extra"], siwis["cost"]) == ("espeak", 1.06)
    assert siwis["download"] == sum(file["size"] for file in siwis["files"])
    assert siwis["sounds"] == "woman, French, natural"
    every = json.loads(press.run("voices", "list", "--json").stdout)["voices"]
    heart = next(voice for voice in every if voice["name"] == "heart")
    assert (heart["installed"], heart["download"], heart["needs"]) == (True, 0, "")


def test_what_was_installed_is_not_counted_again(press, tmp_path):
    found = json.loads(press.run("voices", "list", "fr", "--json").stdout)["voices"]
    model = next(file for file in found[0]["files"] if file["name"].endswith(".onnx"))
    folder = tmp_path / "voices" / "kokoro"
    folder.mkdir()
    (folder / model["name"]).touch()
    os.truncate(folder / model["name"], model["size"])
    (row,) = (row for row in list_rows(press, "fr") if "ff_siwis " in row and "MB" in row)
    assert " 1 MB" in row


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt", "pt-BR", "tlh", "de", "ja"])
def test_a_command_stands_on_one_line(press, language):
    rows = list_rows(press, language)
    text = " ".join(" ".join(rows).split())
    wanted = ["audiopress voices install", "audiopress voices add FILE.onnx"]
    wanted += ['python -m pip install "audiopress[espeak]"']
    found = [command for command in wanted if command in text]
    assert found
    for command in found:
        assert any(command in row for row in rows), command
    installs = re.findall(r"voices install (\S+?),", text)
    assert all(any(f"audiopress voices install {name}" in row for row in rows) for name in installs)


@pytest.mark.parametrize("language", ["tlh", "de", "ja"])
def test_a_list_of_one_language_does_not_send_to_itself(press, language):
    text = " ".join(" ".join(list_rows(press, language)).split())
    assert "better: a Piper voice" in text
    assert f"audiopress voices list {language}" not in text


def test_what_is_said_of_the_systems_voice_is_said_of_no_other(press, monkeypatch):
    def miss(name):
        raise extras.PackageNotFoundError(name)

    monkeypatch.setattr(extras, "version", miss)
    text = " ".join(" ".join(list_rows(press, "fr")).split())
    assert 'ff_siwis, then python -m pip install "audiopress[espeak]" (it brings' in text
    assert "package espeak-ng" not in text
    assert "package espeak-ng" in extras.name_command(extras.ESPEAK, "pyttsx3")


def test_languages_that_are_read_have_a_heading_without_a_voice(press):
    rows = list_rows(press)
    for name, base in (("German", "de"), ("Dutch", "nl")):
        at = rows.index(f"{name} ({base})")
        assert rows[at + 1].endswith(f"audiopress voices list {base}")


@pytest.mark.parametrize("base", ["de", "es", "nl", "pl", "it"])
def test_a_robot_that_is_ready_has_its_finished_line(press, base):
    rows = list_rows(press, base)
    named = [row.split()[0] for row in rows if row.startswith("  system:")]
    if not named:
        pytest.skip("this system has no such voice")
    text = " ".join(" ".join(rows).split())
    found = re.search(rf'ready now, but a robot: (\S+); to use it put {base} = "(\S+)" under', text)
    assert found
    assert found[1] == found[2]
    assert found[1] in named


def test_a_language_that_only_the_system_speaks_has_its_line_to_copy(press):
    rows = list_rows(press, "de")
    named = re.search(r"system:\S*/de\b", "\n".join(rows))
    if named is None:
        pytest.skip("this system has no German voice")
    assert f'de = "{named[0]}" under [voices.languages]' in " ".join(" ".join(rows).split())
