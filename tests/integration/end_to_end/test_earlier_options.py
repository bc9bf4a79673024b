"""What was published by a voice stays as it is when the options of its manifest change."""

import json
import shutil
import zipfile
from dataclasses import replace

import pytest
from runner import ROOT, PressHere

from audiopress.voices import catalogue

OLD, NEW = (("rate", "1"),), (("rate", "1.25"),)
TEXT = "---\ndate: 2024-03-0{}\n---\n\n# Story {}\n\nThe ferry came at noon.\n\nIt was late.\n"


@pytest.fixture
def manifests(monkeypatch):
    """Change the manifest of the test's voice."""
    known = catalogue.list_voices()

    def change(**changes):
        changed = tuple(
            replace(voice, **changes) if voice.name == "tone" else voice for voice in known
        )
        monkeypatch.setattr(catalogue, "list_voices", lambda: changed)

    change(options=OLD)
    return change


@pytest.fixture
def press(tmp_path, manifests):
    press = PressHere(tmp_path / "edition", voice="tone")
    (press.folder / "in").mkdir(parents=True)
    config = '[edition]\naddress = "https://a.example/"\nsources = ["in"]\n'
    (press.folder / "audiopress.toml").write_text(config, "utf-8")
    write(press, 1)
    press.build()
    manifests(options=NEW, earlier=OLD)
    return press


def write(press, number, old="", new=""):
    text = TEXT.format(number, number).replace(old, new)
    (press.folder / f"in/{number}.md").write_text(text, "utf-8")


def configure(press, *lines):
    config = '[edition]\naddress = "https://a.example/"\nsources = ["in"]\n'
    (press.folder / "audiopress.toml").write_text("\n".join((config, *lines)), "utf-8")


@pytest.mark.parametrize(
    "lines",
    [
        ("[sound.pauses]", "paragraph = 900"),
        ("[sound]", "loudness = -19.0"),
        ("[sound]", "bitrate = 64"),
        ("[sound.pauses]", "head = 0", "tail = 0"),
    ],
)
def test_another_sound_speaks_nothing_again(press, lines):
    before = sounds(press)
    configure(press, *lines)
    assert '"action": "speak"' not in press.run("plan", "--json").stdout
    assert press.build()["totals"]["spoken"] == 0
    assert sounds(press) != before
    # And so it stays.
    assert press.build()["totals"]["spoken"] == 0
    # What is edited then is spoken as the voice is today, as a whole.
    write(press, 1, "late", "early")
    assert press.build()["totals"]["spoken"] >= 3


def sounds(press):
    return {name: digest for name, digest in press.tree("output").items() if name.endswith("mp3")}


def test_it_is_not_spoken_again_and_keeps_its_address(press):
    before = sounds(press)
    assert press.build()["totals"]["spoken"] == 0
    assert sounds(press) == before


def test_without_output_and_cache_the_same_bytes_come_again(press):
    before = sounds(press)
    shutil.rmtree(press.folder / "output")
    shutil.rmtree(press.folder / ".audiopress")
    assert press.build()["totals"]["spoken"] > 0
    assert sounds(press) == before


def test_what_is_new_or_edited_is_spoken_as_the_voice_is_today(press, manifests):
    write(press, 2)
    write(press, 1, "late", "early")
    report = press.build()
    assert {article["status"] for article in report["articles"]} == {"built"}
    after = sounds(press)
    # Today's options are the only ones: nothing changes any more.
    manifests(options=NEW)
    assert press.build()["totals"]["spoken"] == 0
    assert sounds(press) == after


def test_an_edit_that_is_taken_back_goes_back_to_the_published_version(press):
    (first,) = press.build()["articles"]
    write(press, 1, "late", "early")
    (edited,) = press.build()["articles"]
    write(press, 1)
    (back,) = press.build()["articles"]
    assert edited["enclosure"] != first["enclosure"]
    assert back["enclosure"] == first["enclosure"]


def test_without_the_earlier_options_it_would_be_another_version(press, manifests):
    before = sounds(press)
    manifests(options=NEW)
    # Where the ledger does not say what spoke it; where it does, they are not needed.
    for path in (press.folder / "ledger" / "articles").rglob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        del record["makings"]
        path.write_text(json.dumps(record), "utf-8")
    press.build()
    assert sounds(press) != before


def test_a_plan_says_what_the_build_does(press):
    plan = press.run("plan", "--json")
    assert '"action": "speak"' not in plan.stdout


def test_a_version_of_0_1_0_without_a_receipt_stays_too(tmp_path, manifests):
    with zipfile.ZipFile(ROOT / "tests" / "vectors" / "edition_0_1_0.zip") as kept:
        kept.extractall(tmp_path / "edition")
    press = PressHere(tmp_path / "edition", voice=None)
    manifests(options=())
    before = sounds(press)
    shutil.rmtree(press.folder / "cache")
    shutil.rmtree(press.folder / "output")
    manifests(options=NEW, earlier=())
    press.build()
    (again,) = sounds(press).items()
    assert again in before.items()


@pytest.fixture(params=["a checkout", "the machine that built it"])
def first_version(request, tmp_path, manifests):
    """The edition of 0.1.0, its voice with other options since."""
    with zipfile.ZipFile(ROOT / "tests" / "vectors" / "edition_0_1_0.zip") as kept:
        kept.extractall(tmp_path / "edition")
    if request.param == "a checkout":
        shutil.rmtree(tmp_path / "edition/cache")
        shutil.rmtree(tmp_path / "edition/output")
    manifests(options=NEW, earlier=())
    return PressHere(tmp_path / "edition", voice=None)


@pytest.mark.parametrize(
    ("old", "new"), [("people waited", "guests waited"), ("in the end", "at last")]
)
def test_an_edited_one_of_0_1_0_is_spoken_as_today(first_version, manifests, old, new):
    file = first_version.folder / "articles/ferry.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    first_version.build()
    after = sounds(first_version)
    # Today's options are the only ones: nothing changes any more.
    manifests(options=NEW)
    assert first_version.build()["totals"]["spoken"] == 0
    assert sounds(first_version) == after
