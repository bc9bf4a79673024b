"""Whose files get a new address, and why: an address promises its bytes, and a new one a download.

What a show says of itself is in feed and pages at once, and in a sound file as of the day it was
made; what changes the sound, or what is told in it, is a new version, and ``plan`` says so first.
"""

import io
import json
import shutil
import zipfile

import mutagen.id3
import numpy as np
import pytest
import soundfile
from PIL import Image
from runner import ROOT, Press

from audiopress.press.edition.planning.versions import CHANGED, LOST, RETAGGED

OLD_EDITION = ROOT / "tests" / "vectors" / "edition_0_1_0.zip"

PAGES = {
    "mill": "The tide mill is to grind again.\n\n## Flour\n\nIt needs a miller.\n\n## Sea\n\nLots.",
    "ferry": "The ferry was late on Monday, and nobody on the quay was surprised by it.",
}

SETTINGS = """
[show]
title = "The Post"
author = "Ada Brook"
copyright = "2026 The Post"
{show}
[edition]
sources = ["articles"]
address = "https://audio.example.org/"
{edition}
"""


def configure(press, show: str = "", edition: str = "", rest: str = "") -> None:
    """Write the configuration; a setting that comes twice is that of the argument."""
    text = SETTINGS.format(show=show, edition=edition) + rest
    lines: dict[str, str] = {}
    for line in text.splitlines():
        lines[line.partition("=")[0] or line] = line
    (press.folder / "audiopress.toml").write_text("\n".join(lines.values()), "utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    press = Press(tmp_path_factory.mktemp("published"))
    (press.folder / "articles").mkdir()
    for name, text in PAGES.items():
        page = f"---\ntitle: The {name}\ndate: 2026-03-14\n---\n{text}\n"
        (press.folder / "articles" / f"{name}.md").write_text(page, "utf-8")
    configure(press)
    press.build()
    return press.folder


@pytest.fixture
def edition(published, tmp_path):
    shutil.copytree(published, tmp_path / "edition")
    return Press(tmp_path / "edition")


@pytest.fixture
def old(tmp_path):
    with zipfile.ZipFile(OLD_EDITION) as kept:
        kept.extractall(tmp_path / "old")
    press = Press(tmp_path / "old", voice=None)
    press.build()
    return press


def versions(press) -> dict[str, str]:
    """Digest of every file in a folder of a version."""
    return {name: sum_ for name, sum_ in press.tree().items() if name.count("/") == 3}


def encoded(press) -> set[str]:
    cache = next(f for f in (".audiopress", "cache") if (press.folder / f).is_dir())
    return {name for name in press.tree(cache) if name.startswith("objects/")}


def planned(press, *words) -> list[str | None]:
    plan = json.loads(press.run("plan", "--json", *words).stdout)
    return [article["reissued"] for article in plan["articles"]]


def rename_show(press, old: str, new: str) -> None:
    path = press.folder / "audiopress.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("show", "edition_table"),
    [
        ('title = "The Evening Post"', ""),
        ('author = "Ben Lock"', ""),
        ('copyright = "2027 The Post"', ""),
        ('link = "https://post.example/"', ""),
        ('email = "post@post.example"', ""),
        ('description = "All the news"', ""),
        ('category = "Arts"', ""),
        ('frequency = "weekly"', ""),
        ("explicit = true", ""),
        ('language = "de"', ""),
        ("disclosure = false", ""),
        ("cover = true", ""),
        ('artwork = "own.png"', ""),
        ("", 'address = "https://other.example/news/"'),
        ("", 'hosts = ["post.example"]'),
        ("", 'timezone = "Europe/Oslo"'),
    ],
)
def test_what_a_show_says_of_itself_moves_no_sound(edition, show, edition_table):
    picture = io.BytesIO()
    Image.new("RGB", (1400, 1400), "#206080").save(picture, "PNG")
    (edition.folder / "own.png").write_bytes(picture.getvalue())
    before, frames = versions(edition), encoded(edition)
    configure(edition, show, edition_table)
    assert planned(edition) == [None, None]
    built = edition.build()
    assert [article["reissued"] for article in built["articles"]] == [None, None]
    assert built["totals"]["spoken"] == 0
    assert versions(edition) == before
    assert encoded(edition) == frames


@pytest.mark.parametrize(
    "rest",
    [
        "[sound]\nloudness = -18.0",
        "[sound]\nbitrate = 64",
        "[sound.pauses]\ntail = 2000",
        "[sound.pauses]\nhead = 900",
        "[voices.rate]\ntone = 1.2",
    ],
)
def test_what_is_heard_does_and_plan_says_it_first(edition, rest):
    before = versions(edition)
    configure(edition, rest=rest)
    assert planned(edition) == [CHANGED, CHANGED]
    assert "2 published sound files would get a new address" in edition.run("plan").stdout
    built = edition.build()
    assert [article["reissued"] for article in built["articles"]] == [CHANGED, CHANGED]
    assert before.items() < versions(edition).items()
    assert planned(edition) == [None, None]


def test_music_is_heard_and_the_name_of_its_file_is_not(edition):
    second = np.sin(np.arange(44100) / 20) * 9000
    soundfile.write(edition.folder / "intro.wav", second.astype(np.int16), 44100)
    music = '[sound.intro]\npath = "{}"\n'
    configure(edition, rest=music.format("intro.wav"))
    assert planned(edition) == [CHANGED, CHANGED]
    edition.build()
    before = versions(edition)
    (edition.folder / "intro.wav").rename(edition.folder / "theme.wav")
    configure(edition, 'title = "The Evening Post"', rest=music.format("theme.wav"))
    assert planned(edition) == [None, None]
    edition.build()
    assert versions(edition) == before
    configure(edition, rest=music.format("theme.wav") + "duck = 12.0\n")
    assert planned(edition) == [CHANGED, CHANGED]
    assert {a["reissued"] for a in edition.build()["articles"]} == {CHANGED}


def test_a_pause_that_no_article_has_moves_nothing(edition):
    configure(edition, rest="[sound.pauses]\nlist_item = 900")
    before = versions(edition)
    assert planned(edition) == [None, None]
    edition.build()
    assert versions(edition) == before


def test_only_the_edited_article_gets_a_new_address_and_its_old_one_when_taken_back(edition):
    before = {a["slug"]: a["enclosure"] for a in edition.build()["articles"]}
    page = edition.folder / "articles" / "ferry.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("Monday", "Sunday"), "utf-8")
    assert sorted(planned(edition), key=str) == [None, CHANGED]
    reissued = {a["slug"]: a["reissued"] for a in edition.build()["articles"]}
    assert reissued == {"the-mill": None, "the-ferry": CHANGED}
    page.write_text(text, "utf-8")
    configure(edition, 'title = "The Evening Post"')
    again = {a["slug"]: a["enclosure"] for a in edition.build()["articles"]}
    assert again == before


def test_retag_is_on_purpose_and_says_its_reason(edition):
    before = versions(edition)
    configure(edition, 'title = "The Evening Post"')
    edition.build()
    assert planned(edition, "--retag") == [RETAGGED, RETAGGED]
    built = edition.build("--retag")
    assert [article["reissued"] for article in built["articles"]] == [RETAGGED, RETAGGED]
    assert built["totals"]["spoken"] == 0
    new = [name for name in versions(edition) if name.endswith(".mp3") and name not in before]
    assert len(new) == 2
    for name in new:
        tag = mutagen.id3.ID3(edition.folder / "output" / name)
        assert tag["TALB"].text == ["The Evening Post"]
    assert before.items() < versions(edition).items()
    # Asked for twice: nothing is left to do.
    assert planned(edition, "--retag") == [None, None]
    assert [a["status"] for a in edition.build("--retag")["articles"]] == ["unchanged"] * 2


@pytest.mark.parametrize("lost", ["output", "output and cache"])
def test_lost_files_are_made_again_with_the_tags_that_they_had(edition, lost):
    configure(edition, 'title = "The Evening Post"\ncopyright = "2027"')
    edition.build()
    before = versions(edition)
    shutil.rmtree(edition.folder / "output")
    if "cache" in lost:
        shutil.rmtree(edition.folder / ".audiopress")
    assert planned(edition) == [None, None]
    built = edition.build()
    assert [article["reissued"] for article in built["articles"]] == [None, None]
    assert versions(edition) == before


def test_a_damaged_file_is_mended_with_the_tags_that_it_had(edition):
    before = versions(edition)
    configure(edition, 'title = "The Evening Post"')
    (path,) = edition.folder.glob("output/episodes/the-mill/*/the-mill.mp3")
    body = bytearray(path.read_bytes())
    body[-500] ^= 1
    path.write_bytes(body)
    edition.build()
    assert versions(edition) == before


def test_a_cover_is_put_into_new_files_only(edition):
    configure(edition, "cover = true")
    page = "---\ntitle: The gale\ndate: 2026-03-14\n---\nA gale is coming.\n"
    (edition.folder / "articles" / "gale.md").write_text(page, "utf-8")
    edition.build()
    pictures = {
        path.stem: len(mutagen.id3.ID3(path).getall("APIC"))
        for path in edition.folder.glob("output/episodes/*/*/*.mp3")
    }
    assert pictures == {"the-mill": 0, "the-ferry": 0, "the-gale": 1}
    # With its picture, which is not the show's any more.
    before = versions(edition)
    configure(edition, 'title = "The Evening Post"')
    edition.build()
    for folder in edition.folder.glob("output/episodes/*/*/"):
        shutil.rmtree(folder)
    edition.build()
    assert versions(edition) == before


def test_what_cannot_be_made_again_stays_while_it_is_there_and_is_told_when_it_is_not(edition):
    """As after an upgrade of what encodes: the same recipe gives other bytes than it did."""
    before = versions(edition)
    for path in edition.folder.glob("ledger/articles/*/*.json"):
        text = path.read_text("utf-8")
        assert '"show": "The Post"' in text
        text = text.replace('"show": "The Post"', '"show": "Another"')
        path.write_text(text.replace('"cover": ""', '"cover": "../../x"'), "utf-8")
    configure(edition, 'title = "The Evening Post"')
    assert planned(edition) == [None, None]
    assert {a["reissued"] for a in edition.build()["articles"]} == {None}
    assert versions(edition) == before
    (lost,) = edition.folder.glob("output/episodes/the-mill/*/transcript.srt")
    lost.unlink()
    assert sorted(planned(edition), key=str) == [None, LOST]
    again = edition.run("build")
    assert LOST in again.stderr
    assert before.items() - versions(edition).items() == {
        item for item in before.items() if item[0].endswith(f"{lost.parent.name}/{lost.name}")
    }


def test_facts_that_no_file_holds_are_told_at_once_without_a_new_address(edition):
    before = versions(edition)
    page = edition.folder / "articles" / "ferry.md"
    text = page.read_text("utf-8").replace(
        "date:", "section: Coast\nimage: https://x.example/a.png\ndate:"
    )
    page.write_text(text, "utf-8")
    assert planned(edition) == [None, None]
    edition.build()
    assert versions(edition) == before
    assert "<category>Coast</category>" in (edition.folder / "output/feed.xml").read_text("utf-8")


@pytest.mark.parametrize("without_cache", [False, True])
def test_a_show_of_0_1_0_may_change_its_title(old, without_cache):
    before = {name: digest for name, digest in versions(old).items() if "ferry" in name}
    frames = encoded(old)
    if without_cache:
        shutil.rmtree(old.folder / "cache" / "records")
    rename_show(old, "[show]", '[show]\ncopyright = "2027"')
    if not without_cache:
        assert planned(old) == [None]
    built = old.build()
    assert {article["reissued"] for article in built["articles"]} == {None}
    assert {name: d for name, d in versions(old).items() if "ferry" in name} == before
    if not without_cache:
        assert encoded(old) == frames


def test_files_of_0_1_0_that_are_gone_come_back_or_are_told(old):
    before = versions(old)
    shutil.rmtree(old.folder / "output")
    assert {a["reissued"] for a in old.build()["articles"]} == {None}
    assert versions(old).items() < before.items()
    # It kept no word on the tag that it wrote: with another one its bytes cannot be made.
    shutil.rmtree(old.folder / "output")
    rename_show(old, "[show]", '[show]\ncopyright = "2027"')
    assert planned(old) == [LOST]
    built = old.build()
    assert [a["reissued"] for a in built["articles"] if a["enclosure"]] == [LOST]


def test_a_lost_version_that_nothing_is_known_of_is_not_said_to_have_changed(old):
    # Neither cache nor output, as in a fresh checkout: nothing says what it said of the show.
    shutil.rmtree(old.folder / "output")
    shutil.rmtree(old.folder / "cache" / "records")
    rename_show(old, "[show]", '[show]\ncopyright = "2027"')
    built = old.build()
    assert [a["reissued"] for a in built["articles"] if a["enclosure"]] == [LOST]
