"""An edition that names no voice goes on in that of what it published, a new one in the default."""

import json
import shutil
import zipfile
from dataclasses import replace

import pytest
from runner import ROOT, Press, PressHere

from audiopress.store.ledger import Ledger
from audiopress.voices import extras

EDITION = ROOT / "tests" / "vectors" / "edition_0_1_0.zip"
TEXT = "---\ndate: 2024-03-0{}\n---\n\n# Story {}\n\nThe ferry came at noon.\n"
KEPT = "joe goes on speaking, for no voice is named"


@pytest.fixture
def press(tmp_path):
    """An edition of 0.1.0 whose configuration names no voice any more."""
    with zipfile.ZipFile(EDITION) as kept:
        kept.extractall(tmp_path / "edition")
    press = Press(tmp_path / "edition", voice=None)
    file = press.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace('body = "tone"', ""), "utf-8")
    return press


def write(press, number):
    (press.folder / "in").mkdir(parents=True, exist_ok=True)
    (press.folder / f"in/{number}.md").write_text(TEXT.format(number, number), "utf-8")


def configure(press, voice=""):
    press.folder.mkdir(exist_ok=True)
    named = f'[voices]\nbody = "{voice}"\n' if voice else ""
    text = f'[edition]\naddress = "https://a.example/"\nsources = ["in"]\n{named}'
    (press.folder / "audiopress.toml").write_text(text, "utf-8")


def plan(press, *words):
    found = json.loads(press.run("plan", "--json", *words).stdout)
    said = [part for article in found["articles"] for part in article["paragraphs"]]
    spoken = {part["voice"] for part in said if part["action"] == "speak"}
    return {part["voice"] for part in said}, spoken, told(found)


def told(found):
    """Return the notes without what a show lacks: these have no configuration."""
    return [note for note in found["notes"] if not note.startswith("this show is public")]


def read_promises(press):
    """Return what the ledger promises; who spoke it a build may learn."""
    records = Ledger(press.folder / "ledger").load_all()
    return [replace(record, makings=()) for record in records]


def test_what_0_1_0_published_is_not_spoken_again(press):
    before = read_promises(press)
    voices, spoken, notes = plan(press)
    assert (voices, spoken) == ({"tone"}, set())
    assert len([note for note in notes if note.startswith("tone goes on speaking")]) == 1
    report = press.build()
    assert (report["totals"]["spoken"], report["totals"]["failed"]) == (0, 0)
    assert [note for note in report["notes"] if "goes on speaking" in note]
    assert read_promises(press) == before
    # Told once by builds, and each time by plan.
    assert not [note for note in press.build()["notes"] if "goes on speaking" in note]
    assert [note for note in plan(press)[2] if "goes on speaking" in note]


def test_a_checkout_without_output_and_cache_makes_the_same_addresses(press):
    sound = {name for name in press.tree() if name.endswith("945cb01e/the-ferry-was-late.mp3")}
    shutil.rmtree(press.folder / "output")
    shutil.rmtree(press.folder / "cache")
    assert plan(press)[0] == {"tone"}
    press.build()
    assert len(sound) == 1
    assert sound < press.tree().keys()


@pytest.mark.parametrize("named", ["joe", ""])
def test_joe_goes_on_with_or_without_being_named(tmp_path, named):
    press = PressHere(tmp_path / "edition", voice=None)
    configure(press, "joe")
    write(press, 1)
    first = press.build()
    configure(press, named)
    again = press.build()
    assert again["totals"]["spoken"] == 0
    assert first["articles"][0]["enclosure"] == again["articles"][0]["enclosure"]
    assert [KEPT in note for note in again["notes"]] == ([] if named else [True])
    # What is new sounds like the rest.
    write(press, 2)
    assert plan(press)[:2] == ({"joe"}, {"joe"})
    # Until another voice is named: the count says what that costs.
    configure(press, "heart")
    assert plan(press)[:2] == ({"heart"}, {"heart"})


def test_a_preview_keeps_it_too(tmp_path):
    press = PressHere(tmp_path / "edition", voice=None)
    write(press, 1)
    press.run("build", "--voice", "tone", "in")
    voices, spoken, notes = plan(press, "in")
    assert (voices, spoken) == ({"tone"}, set())
    (note,) = notes
    assert "To change: --voice heart" in note


def test_of_several_voices_that_of_most_articles_is_kept(tmp_path):
    press = PressHere(tmp_path / "edition", voice=None)
    configure(press)
    write(press, 2)
    write(press, 3)
    press.run("build", "--voice", "tone")
    write(press, 1)
    press.run("build", "--voice", "heart", "in/1.md")
    assert plan(press)[:2] == ({"tone"}, {"tone"})
    statuses = [article["status"] for article in press.build()["articles"]]
    assert sorted(statuses) == ["built", "unchanged", "unchanged"]


def test_of_as_many_articles_the_newer_voice_is_kept(tmp_path):
    press = PressHere(tmp_path / "edition", voice=None)
    configure(press)
    write(press, 2)
    press.run("build", "--voice", "heart")
    # Of an earlier day, and made later.
    write(press, 1)
    press.run("build", "--voice", "tone", "in/1.md")
    assert plan(press)[:2] == ({"tone"}, {"tone"})


def test_a_new_edition_is_spoken_by_heart(tmp_path):
    press = PressHere(tmp_path / "edition", voice=None)
    configure(press)
    write(press, 1)
    assert plan(press) == ({"heart"}, {"heart"}, [])
    assert told(press.build()) == []
    assert plan(press) == ({"heart"}, set(), [])


def test_what_was_taken_back_is_restored_in_its_voice(press):
    press.run("withdraw", "the-harbour", "--restore")
    totals = press.build()["totals"]
    assert (totals["spoken"], totals["failed"]) == (0, 0)


@pytest.mark.parametrize("words", [("say",), ("lexicon", "try")])
def test_a_text_by_a_kept_voice_that_is_not_here_names_both_ways(tmp_path, monkeypatch, words):
    def miss(name):
        raise extras.PackageNotFoundError(name)

    press = PressHere(tmp_path / "edition", voice=None)
    configure(press, "joe")
    write(press, 1)
    press.build()
    configure(press)
    monkeypatch.setattr(extras, "version", miss)
    done = press.run(*words, "Good evening.", "-o", "x.wav", ok=False)
    assert done.returncode == 1
    assert "joe" in done.stderr
    assert 'python -m pip install "audiopress[piper]"' in done.stderr
    assert "or let another voice say it: --voice heart" in done.stderr
    press.run(*words, "Good evening.", "-o", "x.wav", "--voice", "tone")
