"""A correction too small to be heard: the sound stays at its address, all texts are corrected."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

if TYPE_CHECKING:
    from runner import Press

HEAD = "---\nlanguage: en\ndate: 2024-03-01\n---\n\n# Fair\n\n"
FIRST = HEAD + "The goverment opens it on Tuesday.\n\n## Later\n\nThe mayor will be there.\n"
SPELT = FIRST.replace("goverment", "government")
SIGNS = SPELT.replace("there.", "there!")
WORDS = FIRST.replace("Tuesday", "Wednesday")
CONFIG = (
    '[edition]\naddress = "https://a.example/"\nsources = ["a.md"]\n[corrections]\n'
    'punctuation = "keep-audio"\nspelling = "keep-audio"\n'
)


@pytest.fixture
def press(press: Press) -> Press:
    """An edition of one article, with a slip in it."""
    press.folder.mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    publish(press, FIRST)
    return press


def publish(press: Press, text: str) -> dict[str, Any]:
    (press.folder / "a.md").write_text(text, "utf-8")
    report = press.build()
    assert report["totals"]["failed"] == 0
    (article,) = report["articles"]
    return article


def read_episode(press: Press) -> dict[str, Any]:
    home = press.folder / "output" / "episodes" / "fair"
    episode = json.loads((home / "episode.json").read_text("utf-8"))
    files = {name: home / name for name in (episode["alignment"], *episode["transcripts"].values())}
    return episode | {
        "words": json.loads(files[episode["alignment"]].read_text("utf-8")),
        "texts": "\n".join(path.read_text("utf-8") for path in files.values()),
        "shown": (home / "index.html").read_text("utf-8"),
    }


def read_item(press: Press) -> Any:
    (item,) = feedparser.parse((press.folder / "output/feed.xml").read_bytes()).entries
    return item


def list_sounds(press: Press) -> dict[str, str]:
    return {name: mark for name, mark in press.tree().items() if name.endswith("mp3")}


def check(press: Press) -> None:
    done = json.loads(press.run("check", "--json", ok=False).stdout)
    failed = [one for one in done["checks"] if not one["ok"]]
    # Of a tone of few seconds no loudness can be promised.
    assert [one for one in failed if one["name"] != "loudness"] == []


@pytest.mark.parametrize("text", [SPELT, SIGNS, FIRST.replace("there.", "there!")])
def test_the_sound_stays_and_the_texts_are_corrected(press: Press, text: str) -> None:
    before, item, sounds = read_episode(press), read_item(press), list_sounds(press)
    planned = json.loads(press.run("plan", "--json").stdout)["articles"][0]
    assert planned["keeps_sound"] is False
    (press.folder / "a.md").write_text(text, "utf-8")
    planned = json.loads(press.run("plan", "--json").stdout)["articles"][0]
    assert (planned["keeps_sound"], planned["to_speak"], planned["reissued"]) == (True, 0, None)
    article = publish(press, text)
    assert (article["spoken"], article["reissued"]) == (0, None)
    after = read_episode(press)
    assert after["audio"] == before["audio"]
    assert read_item(press).enclosures == item.enclosures
    assert read_item(press).id == item.id
    assert list_sounds(press) == sounds
    assert after["alignment"] != before["alignment"]
    for line in text.partition("# Fair")[2].split("\n\n")[1:]:
        said = line.strip("# \n")
        assert said in after["shown"]
        assert said in [one["source"] for one in after["words"]["paragraphs"]]
    assert ("goverment" in after["texts"].replace('"spoken":"The goverment', "")) is (
        "goverment" in text
    )
    (told,) = after["corrections"]
    assert told["sound"] == "kept"
    check(press)


def test_marks_fit_the_corrected_words(press: Press) -> None:
    before = read_episode(press)["words"]["paragraphs"]
    publish(press, SPELT)
    after = read_episode(press)["words"]
    assert (press.folder / "output/episodes/fair" / after["key"][:8] / after["audio"]).is_file()
    pairs = zip(before, after["paragraphs"], strict=True)
    for old, new in (pair for pair in pairs if pair[0]["role"] == "body"):
        # Each word at the time that it is said, and in the line as it is written now.
        assert [one["start"] for one in new["words"]] == [one["start"] for one in old["words"]]
        marked = [new["source"][slice(*one["source"])] for one in new["words"] if "source" in one]
        assert marked == [word.strip(".!") for word in new["source"].split()]


def test_it_stays_so_without_a_cache_and_without_an_output(press: Press) -> None:
    publish(press, SPELT)
    tree = press.tree()
    assert publish(press, SPELT)["status"] == "unchanged"
    shutil.rmtree(press.folder / ".audiopress")
    publish(press, SPELT)
    assert press.tree() == tree
    shutil.rmtree(press.folder / ".audiopress")
    shutil.rmtree(press.folder / "output")
    assert publish(press, SPELT)["reissued"] is None
    current = {name: mark for name, mark in press.tree().items() if "/fair/" not in name}
    assert current.items() <= tree.items()
    assert list_sounds(press).items() <= tree.items()
    check(press)


def test_small_changes_do_not_add_up(press: Press) -> None:
    config = CONFIG + "most_words = 1\n"
    (press.folder / "audiopress.toml").write_text(config, "utf-8")
    two = FIRST.replace("mayor will be", "mayor will certianly be")
    publish(press, two)
    sounds = list_sounds(press)
    one = two.replace("goverment", "government")
    assert publish(press, one)["reissued"] is None
    both = one.replace("certianly", "certainly")
    assert publish(press, both)["spoken"] == 2
    assert len(list_sounds(press)) == len(sounds) + 1


@pytest.mark.parametrize(
    "text",
    [WORDS, FIRST.replace("# Fair", "# Fairs"), FIRST.replace("## Later", "## Later!")],
)
def test_other_words_and_headlines_are_another_sound(press: Press, text: str) -> None:
    before = read_episode(press)
    article = publish(press, text)
    assert article["reissued"]
    assert read_episode(press)["audio"] != before["audio"]
    check(press)


def test_without_the_setting_the_sound_is_made_anew(press: Press) -> None:
    (press.folder / "audiopress.toml").write_text(CONFIG.partition("[corrections]")[0], "utf-8")
    before = read_episode(press)
    assert publish(press, SPELT)["reissued"]
    assert read_episode(press)["audio"] != before["audio"]


def test_taken_back_it_is_the_first_version_again(press: Press) -> None:
    before = press.tree()
    publish(press, SPELT)
    assert publish(press, FIRST)["spoken"] == 0
    folder = read_episode(press)["alignment"].partition("/")[0]
    assert {name for name in before if f"/{folder}/" in name}
    check(press)


def test_gc_and_purge_leave_the_sound_that_is_heard(press: Press) -> None:
    publish(press, SPELT)
    sounds = list_sounds(press)
    press.run("gc", "--keep", "0h")
    assert list_sounds(press) == sounds
    said = press.run("correct", "fair", "--purge").stdout
    assert "/ but for fair.mp3, which is published" in said
    assert list_sounds(press) == sounds
    assert publish(press, SPELT)["spoken"] == 0
    check(press)
