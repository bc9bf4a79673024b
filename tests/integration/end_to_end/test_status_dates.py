"""Which dates and next commands a person is told of what is published."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from audiopress.store.ledger import Ledger

if TYPE_CHECKING:
    from runner import Press

STORY = "---\ntitle: {0}\ndate: 2026-03-0{1}\nsection: Sport\n---\n\n{0} was late.\n\nIt waited.\n"
SETTINGS = '[show]\ntitle = "Post"\n[edition]\nsources = ["articles"]\nwithdraw_missing = true\n'
TARGET = '[deploy]\ntarget = "www"\n'


def edition(press: Press, more: str = "", **days: int) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for name, day in days.items():
        (folder / f"{name}.md").write_text(STORY.format(name.title(), day), "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS + more, "utf-8")


def read_articles(press: Press) -> dict[str, dict[str, Any]]:
    shows = json.loads(press.run("status", "--json").stdout)["shows"]
    return {each["title"]: each for show in shows for each in show["articles"]}


def test_a_corrected_article_keeps_its_own_date(press: Press) -> None:
    edition(press, alba=1, brae=2)
    press.build()
    assert read_articles(press)["Alba"]["changed"] is None
    story = press.folder / "articles/alba.md"
    story.write_text(story.read_text("utf-8").replace("waited", "had to wait"), "utf-8")
    press.build()
    alba = read_articles(press)["Alba"]
    assert alba["since"] == "2026-03-01T00:00:00+00:00"
    assert alba["changed"] > alba["since"]
    first, second = press.run("status").stdout.splitlines()[2:4]
    assert "Brae" in first
    assert "changed" not in first
    assert "2026-03-01" in second
    assert "; changed 20" in second


def test_a_new_pronunciation_moves_no_date_of_a_correction(press: Press) -> None:
    edition(press, alba=1, brae=2)
    press.build()
    story = press.folder / "articles/alba.md"
    story.write_text(story.read_text("utf-8").replace("waited", "had to wait"), "utf-8")
    press.build()
    ledger = Ledger(press.folder / "ledger")
    alba = next(each for each in ledger.load_all() if each.slug == "alba")
    first, second = alba.versions
    corrected = datetime(2026, 3, 5, tzinfo=UTC)
    ledger.save(replace(alba, versions=(first, replace(second, changed=corrected))))
    press.run("lexicon", "add", "late", "--say", "layt")
    press.build()
    home = press.folder / "output/episodes/alba"
    episode = json.loads((home / "episode.json").read_text("utf-8"))
    assert episode["changed"] > "2026-03-06"
    assert [one["at"] for one in episode["corrections"]] == ["2026-03-05T00:00:00+00:00"]
    page = (home / "index.html").read_text("utf-8")
    assert '"dateModified":"2026-03-05T00:00:00+00:00"' in page.replace(": ", ":")
    assert page.count("5 March 2026") + page.count("March 5, 2026") > 1
    told = read_articles(press)
    assert told["Alba"]["changed"] == "2026-03-05T00:00:00+00:00"
    # It was only said otherwise.
    assert told["Brae"]["changed"] is None
    assert "Corrected" not in (home.parent / "brae/index.html").read_text("utf-8")


def test_a_withdrawal_by_sync_has_a_day_and_its_edition_waits(press: Press) -> None:
    edition(press, alba=1, brae=1)
    press.build()
    ledger = Ledger(press.folder / "ledger")
    brae = next(each for each in ledger.load_all() if each.slug == "brae")
    # As an edition of several articles stands in it that lost one.
    ledger.save(replace(brae, joined="daily", members=("file:articles/alba.md",), state="vanished"))
    daily = read_articles(press)["Brae"]
    assert (daily["state"], daily["since"], daily["until"]) == ("waiting", None, None)
    assert "waiting until  the next build" in press.run("status").stdout
    ledger.save(replace(brae, state="live"))
    (press.folder / "articles/alba.md").unlink()
    press.run("sync")
    alba = read_articles(press)["Alba"]
    assert alba["state"] == "withdrawn"
    assert alba["since"]


def test_the_next_command_is_deploy_where_there_is_a_target(press: Press) -> None:
    edition(press, TARGET, alba=1, brae=2)
    assert "next: audiopress deploy\n" in press.run("build").stderr
    assert "next: audiopress deploy" not in press.run("build").stderr
    edition(press, TARGET, corrie=3)
    assert "next: audiopress deploy\n" in press.run("sync").stderr
    said = press.run("withdraw", "alba")
    assert "audiopress deploy" in said.stdout + said.stderr
    assert "copy the output folder" not in said.stdout + said.stderr
    edition(press, dunlin=4)
    assert "audiopress deploy" not in press.run("build").stderr
