"""A second round: while one runs, and where nothing has changed."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from runner import PressHere

from audiopress.store.lock import find_holder, lock_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS = '[show]\ntitle = "T"\n[edition]\nsources = ["articles"]\n'
STORY = "---\ntitle: Fog\ndate: 2026-03-01\n---\n\nThe ferry was late.\n"


@pytest.fixture
def press(tmp_path: Path) -> PressHere:
    press = PressHere(tmp_path / "here")
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "articles/fog.md").write_text(STORY, "utf-8")
    (press.folder / "audiopress.toml").write_text(SETTINGS, "utf-8")
    press.run("sync")
    return press


@pytest.fixture
def busy(press: PressHere) -> Iterator[datetime]:
    """When another one has begun to build here, two hours ago."""
    ledger, cache = press.folder / "ledger", press.folder / ".audiopress"
    with lock_ledger(ledger, cache):
        (file,) = (cache / "locks").glob("*.lock")
        since = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=2)
        os.utime(file, (since.timestamp(), since.timestamp()))
        yield since


def status(press: PressHere) -> dict[str, object]:
    told: dict[str, object] = json.loads(press.run("status", "--json").stdout)
    return told


def test_a_round_beside_another_ends_quietly_and_says_since_when(
    press: PressHere, busy: datetime
) -> None:
    done = press.run("sync")
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("another audiopress is building here (process")
    assert f"since {busy:%Y-%m-%d %H:%M} UTC): this round is left to it" in line
    report = json.loads(press.run("sync", "--json").stdout)
    assert report["articles"] == []
    assert "left to it" in report["notes"][0]
    assert press.run("status", "--fail").returncode == 0


def test_status_says_since_when_a_build_runs_and_disturbs_none(
    press: PressHere, busy: datetime
) -> None:
    assert f"a build is running since {busy:%Y-%m-%d %H:%M} UTC" in press.run("status").stderr
    running = status(press)["running"]
    assert isinstance(running, dict)
    assert running["since"] == busy.isoformat()
    assert running["who"].startswith("process ")


def test_what_a_person_asks_for_besides_is_no_other_rounds(
    press: PressHere, busy: datetime
) -> None:
    assert busy
    for words in (("sync", "--withdraw-missing"), ("build",)):
        done = press.run(*words, ok=False)
        assert done.returncode == 1
        assert "run the same command again" in done.stderr


def test_a_round_with_nothing_new_says_so_and_status_since_when(press: PressHere) -> None:
    first = status(press)
    assert first["running"] is None
    assert first["last_change"] == first["last_build"]
    assert "nothing new since" not in press.run("status").stderr
    done = press.run("sync")
    assert "1 unchanged; 0 paragraphs spoken" in done.stderr
    again = status(press)
    assert again["last_change"] == first["last_change"]
    assert again["last_build"] != first["last_build"]
    assert "; nothing new since " in press.run("status").stderr


def test_a_look_at_who_builds_writes_nothing(tmp_path: Path) -> None:
    assert find_holder(tmp_path / "ledger", tmp_path / "cache") is None
    assert list(tmp_path.iterdir()) == []
    with lock_ledger(tmp_path / "ledger", tmp_path / "cache"):
        assert find_holder(tmp_path / "ledger", tmp_path / "cache") is not None
        # by another cache nobody knows who it is
        assert find_holder(tmp_path / "ledger", tmp_path / "other") is None
    assert find_holder(tmp_path / "ledger", tmp_path / "cache") is None
