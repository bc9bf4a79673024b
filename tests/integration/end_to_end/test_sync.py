"""An edition that keeps itself up to date: rounds, what stops them, and what is told of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from runner import HEARS_CTRL_C, Press

if TYPE_CHECKING:
    from pathlib import Path

STORY = "---\ntitle: {0}\ndate: 2026-03-{1:02}\n---\n\n{0} was late.\n\nIt had to wait.\n"


def edition(press: Press, **texts: str) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "The Post"\n[edition]\nsources = ["articles"]\n', "utf-8"
    )


def sync(press: Press, *words: str, ok: bool = True) -> dict[str, dict[str, Any]]:
    done = press.run("sync", "--json", *words, ok=ok)
    return {each["slug"] or each["id"]: each for each in json.loads(done.stdout)["articles"]}


def status(press: Press) -> dict[str, Any]:
    return json.loads(press.run("status", "--json").stdout)


def test_a_round_speaks_what_is_new_and_corrects_what_changed(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1), brae=STORY.format("Brae", 2))
    before = sync(press)
    edition(
        press,
        alba=STORY.format("Alba", 1).replace("It had", "The crew had"),
        corrie=STORY.format("Corrie", 3),
    )
    after = sync(press)
    assert [after[name]["status"] for name in ("alba", "brae", "corrie")] == [
        "built", "unchanged", "built"
    ]  # fmt: skip
    assert after["alba"]["spoken"] == 1
    assert after["alba"]["guid"] == before["alba"]["guid"]
    assert {each["status"] for each in sync(press).values()} == {"unchanged"}


def test_what_has_gone_from_the_sources_stays(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1), brae=STORY.format("Brae", 2))
    sync(press)
    (press.folder / "articles" / "alba.md").unlink()
    sync(press)
    assert status(press)["counts"]["published"] == 2


def test_sync_needs_sources_in_the_configuration(press: Press) -> None:
    done = press.run("sync", ok=False)
    assert done.returncode == 2
    assert "no source" in done.stderr


@pytest.mark.parametrize("every", ["10", "0m", "ten", "-5m", "1.5h", "m"])
def test_a_time_that_is_none_is_a_mistake(press: Press, every: str) -> None:
    edition(press, alba=STORY.format("Alba", 1))
    done = press.run("sync", "--every", every, ok=False)
    assert done.returncode == 2
    assert "--every" in done.stderr
    assert not (press.folder / "output").exists()


def test_status_says_what_is_published_waits_and_fails_and_since_when(press: Press) -> None:
    edition(
        press,
        alba=STORY.format("Alba", 1),
        brae=STORY.format("Brae", 2),
        later=STORY.format("Later", 4).replace("2026", "2199"),
        bad=STORY.format("Bad", 5).replace("2026-03-05", "soon"),
    )
    sync(press, ok=False)
    edition(press, alba=STORY.format("Alba", 1).replace("2026-03-01", "soon"))
    sync(press, ok=False)
    told = status(press)
    assert told["counts"] == {
        "published": 2, "waiting": 1, "held": 0, "failed": 2, "withdrawn": 0
    }  # fmt: skip
    articles = {each["title"]: each for each in told["shows"][0]["articles"]}
    assert articles["Later"]["until"] == "2199-03-04T00:00:00+00:00"
    assert articles["Alba"]["state"] == "published"
    assert articles["Alba"]["failure"]["rounds"] == 1
    (bad,) = told["failed"]
    assert (bad["name"], bad["rounds"]) == ("articles/bad.md", 2)
    assert bad["since"] < bad["last"]
    table = press.run("status").stdout
    assert "The Post: 2 published, 1 waiting, 2 failed" in table
    assert "its last version stays" in table
    assert "fails since" in table


def test_what_is_mended_fails_no_more_and_a_build_of_one_leaves_the_rest(press: Press) -> None:
    bad = STORY.format("Bad", 5).replace("2026-03-05", "soon")
    edition(press, bad=bad, worse=bad.replace("Bad", "Worse"))
    sync(press, ok=False)
    edition(press, bad=STORY.format("Bad", 5))
    press.build("articles/bad.md")
    assert [each["name"] for each in status(press)["failed"]] == ["articles/worse.md"]


def test_what_is_purged_is_not_remembered(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1), brae=STORY.format("Brae", 2))
    sync(press)
    edition(press, alba="---\ntitle: Secret\ndate: soon\n---\n\nA secret.\n")
    sync(press, ok=False)
    press.run("withdraw", "alba", "--purge")
    told = status(press)
    assert told["counts"]["withdrawn"] == 1
    assert told["failed"] == []


def test_nothing_built_yet_is_said(press: Press) -> None:
    edition(press)
    done = press.run("status")
    assert "nothing published" in done.stdout
    assert "never built here" in done.stderr


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "sync", "--every", *words],
        cwd=folder,
        env=os.environ | {"AUDIOPRESS_VOICE": "tone"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(running: subprocess.Popen[str], seen: Any) -> None:
    deadline = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < deadline
        assert running.poll() is None, running.communicate()
        time.sleep(0.02)


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_rounds_go_on_whatever_happens_until_a_signal_ends_them(press: Press, name: str) -> None:
    edition(press, alba=STORY.format("Alba", 1))
    feed = press.folder / "output" / "feed.xml"
    with start(press.folder, "1s", "--json") as running:
        wait_until(running, feed.exists)
        # A round that cannot be done at all, and then one that can.
        file = press.folder / "audiopress.toml"
        good = file.read_text("utf-8")
        file.write_text("[edtion]\n", "utf-8")
        wait_until(running, lambda: status_of(press, good, file))
        file.write_text(good, "utf-8")
        edition(press, brae=STORY.format("Brae", 2))
        wait_until(running, lambda: "Brae" in feed.read_text("utf-8"))
        running.send_signal(getattr(signal, name))
        out, said = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Traceback" not in said
    assert "no such table" in said
    assert "stopped" in said
    rounds = [json.loads(line) for line in out.splitlines()]
    assert rounds
    assert rounds[0]["totals"]["articles"] == 1


def status_of(press: Press, good: str, file: Path) -> bool:
    """Whether the failing round is remembered, as a configuration that is right reads it."""
    other = file.with_name("good.toml")
    other.write_text(good, "utf-8")
    done = press.run("status", "--json", "--config", "good.toml")
    return json.loads(done.stdout)["last_round_failed"] is not None


def test_the_same_trouble_is_told_once_by_a_loop(press: Press) -> None:
    edition(press, bad=STORY.format("Bad", 5).replace("2026-03-05", "soon"))
    with start(press.folder, "1s") as running:
        wait_until(
            running,
            lambda: any(each["rounds"] > 2 for each in status(press)["failed"]),
        )
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert said.count("is no date that we can read") == 1
    assert said.count("1 fail as before: audiopress status") >= 2


def test_every_round_names_what_is_new_and_what_is_corrected(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1), brae=STORY.format("Brae", 2))
    feed = press.folder / "output" / "feed.xml"
    with start(press.folder, "1s") as running:
        wait_until(running, feed.exists)
        edition(press, alba=STORY.format("Alba", 1).replace("It had", "The crew had"))
        wait_until(
            running, lambda: any(one["changed"] for one in status(press)["shows"][0]["articles"])
        )
        edition(press, corrie=STORY.format("Corrie", 3))
        wait_until(running, lambda: "Corrie" in feed.read_text("utf-8"))
        # A round after that one.
        edition(press, bad=STORY.format("Bad", 5).replace("2026-03-05", "soon"))
        wait_until(running, lambda: status(press)["failed"])
        running.send_signal(signal.SIGINT)
        out, said = running.communicate(timeout=60)
    for line in ("built    Alba  (", "built    Brae  (", "corrected Alba  (", "built    Corrie  ("):
        assert said.count(line) == 1, line
    assert out.count("feed: ") == 1, "where it is was said by the first round"


def test_a_round_of_its_own_names_what_is_corrected(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1), brae=STORY.format("Brae", 2))
    press.run("sync")
    edition(press, alba=STORY.format("Alba", 1).replace("It had", "The crew had"))
    said = press.run("sync").stderr
    assert "corrected Alba  (" in said
    assert "Brae" not in said
    # Another opening is no correction of the article.
    config = press.folder / "audiopress.toml"
    text = config.read_text("utf-8")
    config.write_text(text.replace('"The Post"', '"The Other Post"'), "utf-8")
    assert "corrected" not in press.run("sync").stderr


def test_a_configuration_that_is_wrong_from_the_start_ends_the_loop(press: Press) -> None:
    press.folder.mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text("[edtion]\n", "utf-8")
    done = press.run("sync", "--every", "1s", ok=False)
    assert done.returncode == 2
    assert "no such table" in done.stderr


def test_status_says_what_a_public_show_lacks(press: Press) -> None:
    edition(press, alba=STORY.format("Alba", 1))
    assert status(press)["lacks"] == []
    file = press.folder / "audiopress.toml"
    text = '[edition]\naddress = "https://audio.example.org/"\nsources = ["articles"]\n'
    file.write_text(text, "utf-8")
    assert [each.partition(":")[0] for each in status(press)["lacks"]] == ["title", "email"]
    file.write_text(f'[show]\ntitle = "P"\nemail = "a@example.org"\n{text}', "utf-8")
    assert status(press)["lacks"] == []
