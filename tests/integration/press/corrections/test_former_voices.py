"""A voice that changed under its name: what is published keeps its sound until somebody asks."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from mutagen.id3 import ID3
from runner import PressHere

from audiopress.engines.tone import ToneEngine
from audiopress.voices import catalogue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW = (("rate", "1"),), (("rate", "1.25"),)
TEXT = (
    "---\ndate: 2024-03-0{0}\nlanguage: en\n---\n\n# Story {0}\n\nThe ferry came.\n\nLate, {0}.\n"
)
CONFIG = '[edition]\naddress = "https://a.example/"\nsources = ["in"]\n'


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what changes the manifest of the test's voice under its name."""
    known = catalogue.list_voices()

    def change(**changes: Any) -> None:
        voices = tuple(replace(one, **changes) if one.name == "tone" else one for one in known)
        monkeypatch.setattr(catalogue, "list_voices", lambda: voices)

    change(options=OLD)
    return change


@pytest.fixture
def press(tmp_path: Path, change: Callable[..., None]) -> PressHere:
    """An edition of two articles, published by a voice that is another one by now."""
    press = PressHere(tmp_path / "edition", voice="tone")
    (press.folder / "in").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    write(press, 1)
    write(press, 2)
    press.build()
    change(options=NEW)
    return press


def write(press: PressHere, number: int, old: str = "", new: str = "") -> None:
    text = TEXT.format(number).replace(old, new)
    (press.folder / f"in/{number}.md").write_text(text, "utf-8")


def list_sounds(press: PressHere) -> dict[str, str]:
    return {name: mark for name, mark in press.tree().items() if name.endswith("mp3")}


def read_records(press: PressHere) -> list[dict[str, Any]]:
    paths = sorted((press.folder / "ledger" / "articles").rglob("*.json"))
    return [json.loads(path.read_text("utf-8")) for path in paths]


def test_nothing_is_spoken_again_and_plan_says_what_would_be(press: PressHere) -> None:
    before = press.tree()
    planned = json.loads(press.run("plan", "--json").stdout)
    assert [one["to_speak"] for one in planned["articles"]] == [0, 0]
    (note,) = [note for note in planned["notes"] if "--update-voices" in note]
    assert note.startswith("2 articles would be spoken again: the voice tone changed from tone ")
    report = press.build()
    assert (report["totals"]["spoken"], report["totals"]["failed"]) == (0, 0)
    assert note in report["notes"]
    assert press.tree() == before
    # It is said each time by plan, and by the build that saw it first.
    assert note in json.loads(press.run("plan", "--json").stdout)["notes"]
    assert note not in press.build()["notes"]


def test_an_engine_that_is_another_one_changes_nothing_either(
    press: PressHere, change: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(options=OLD)
    before = press.tree()
    monkeypatch.setattr(ToneEngine, "version", "99")
    assert "tone 99" in press.run("plan").stderr
    assert press.build()["totals"]["spoken"] == 0
    assert press.tree() == before


@pytest.mark.parametrize("which", ["all", "story-1"])
def test_who_asks_for_it_gets_the_voice_of_today(press: PressHere, which: str) -> None:
    before = list_sounds(press)
    planned = json.loads(press.run("plan", "--json", "--update-voices", which).stdout)
    report = press.build("--update-voices", which)
    changed = 2 if which == "all" else 1
    assert len(list_sounds(press).keys() - before.keys()) == changed
    assert sum(one["to_speak"] > 0 for one in planned["articles"]) == changed
    assert sum(one["reissued"] is not None for one in report["articles"]) == changed
    # And so it stays.
    after = press.tree()
    assert press.build()["totals"]["spoken"] == 0
    assert press.tree() == after
    told = [one["makings"][-1]["voices"][0]["options"] for one in read_records(press)]
    assert sum(options == [["rate", "1.25"]] for options in told) == changed


def test_an_article_that_is_edited_is_spoken_whole(press: PressHere) -> None:
    before = list_sounds(press)
    write(press, 1, "Late", "Early")
    planned = json.loads(press.run("plan", "--json").stdout)
    assert sorted(one["to_speak"] for one in planned["articles"]) == [0, 5]
    assert press.build()["totals"]["spoken"] == 5
    # Nor is an edit that is taken back mixed: its first version is published again.
    write(press, 1)
    assert press.build()["totals"]["spoken"] == 0
    assert list_sounds(press).items() > before.items()
    assert press.build()["totals"]["spoken"] == 0


def test_it_stays_without_its_cache(press: PressHere) -> None:
    before = press.tree()
    shutil.rmtree(press.folder / ".audiopress")
    planned = json.loads(press.run("plan", "--json").stdout)
    assert [one["to_speak"] for one in planned["articles"]] == [0, 0]
    report = press.build()
    assert (report["totals"]["spoken"], report["totals"]["failed"]) == (0, 0)
    assert press.tree() == before


def test_where_its_sound_is_gone_it_is_not_replaced_in_silence(press: PressHere) -> None:
    shutil.rmtree(press.folder / ".audiopress")
    shutil.rmtree(press.folder / "output")
    done = press.run("build", ok=False)
    assert done.returncode == 1
    assert "audiopress build --update-voices story-" in done.stderr
    assert press.build("--update-voices", "all")["totals"]["failed"] == 0


def test_its_pages_change_and_its_sound_does_not(press: PressHere) -> None:
    before = list_sounds(press)
    config = CONFIG + '[show]\ntitle = "Another"\n'
    (press.folder / "audiopress.toml").write_text(config, "utf-8")
    assert press.build()["totals"]["spoken"] == 0
    assert list_sounds(press) == before
    assert "Another" in (press.folder / "output/episodes/story-1/index.html").read_text("utf-8")


def test_what_nobody_is_called_is_an_error(press: PressHere) -> None:
    done = press.run("build", "--update-voices", "nobody", ok=False)
    assert done.returncode == 2
    assert "nobody" in done.stderr


def test_a_ledger_of_before_learns_who_spoke(press: PressHere, change: Callable[..., None]) -> None:
    change(options=OLD)
    for path in (press.folder / "ledger" / "articles").rglob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        del record["makings"]
        path.write_text(json.dumps(record), "utf-8")
    before = press.tree()
    assert press.build()["totals"]["spoken"] == 0
    assert press.tree() == before
    for record in read_records(press):
        (making,) = record["makings"]
        assert making["key"] == record["versions"][-1]["key"]
        assert making["issued"] is None
        assert making["encoder"].startswith("lameenc ")
        (voice,) = making["voices"]
        assert (voice["name"], voice["engine"], voice["options"]) == (
            "tone",
            "tone",
            [["rate", "1"]],
        )
    kept = press.tree("ledger")
    press.build()
    assert press.tree("ledger") == kept
    change(options=NEW)
    assert press.build()["totals"]["spoken"] == 0


CREDIT = "Voice: Tone, from recordings by A. Fenwick, CC BY 4.0."


def list_holders(press: PressHere) -> set[str]:
    top = press.folder / "output"
    files = [path for path in top.rglob("*") if path.is_file()]
    return {path.name for path in files if CREDIT.encode() in path.read_bytes()}


def list_credits(press: PressHere) -> dict[str, list[str]]:
    """Return what the tags say of the voice, of the files that say anything of it."""
    tags = {path.name: ID3(path) for path in (press.folder / "output").rglob("*.mp3")}
    said = {
        name: [str(one) for one in tag.getall("TXXX:attribution")] for name, tag in tags.items()
    }
    return {name: texts for name, texts in said.items() if texts}


def test_a_voice_is_credited_where_its_manifest_asks_for_it(
    press: PressHere, change: Callable[..., None]
) -> None:
    change(options=OLD)
    assert list_holders(press) == set()
    sounds = list_sounds(press)
    change(options=OLD, attribution=CREDIT)
    assert press.build()["totals"]["spoken"] == 0
    # Feed and page say it at once; a published file keeps the tag of its day.
    assert list_holders(press) == {"feed.xml", "index.html"}
    assert list_sounds(press) == sounds
    page = (press.folder / "output/episodes/story-1/index.html").read_text("utf-8")
    assert f'<p class="credit">{CREDIT}</p>' in page
    assert CREDIT in page.partition('"creditText":')[2].partition("}")[0]
    write(press, 3)
    press.build()
    assert list_credits(press) == {"story-3.mp3": [CREDIT]}
