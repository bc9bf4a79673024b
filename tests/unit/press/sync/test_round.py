"""A round beside which another builder begins: what it has done is told all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest

from audiopress.errors import InUseError, ReadingError
from audiopress.press.report import Outcome, Report
from audiopress.press.sync import round as module
from audiopress.press.sync.listed import MissingArticle
from audiopress.settings import load_settings
from audiopress.settings.tables import JoinedTable

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

DONE = Report(
    outcomes=(
        Outcome(id="fog", title="Fog", status="built"),
        Outcome(id="ice", title="Ice", status="failed", error=ReadingError("no text")),
    ),
    lost=(MissingArticle(id="old", source="articles", count=4),),
)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(module, "build", lambda *_, **__: DONE)
    (tmp_path / "audiopress.toml").write_text("[edition]\nwithdraw_missing = true\n", "utf-8")
    return load_settings(None, root=tmp_path)


def refuse(*_: object, **__: object) -> NoReturn:
    raise InUseError("another audiopress is building here (process 7)", where="ledger")


@pytest.mark.parametrize("asked", [False, True])
def test_what_was_built_is_told_where_nothing_could_be_withdrawn(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, *, asked: bool
) -> None:
    monkeypatch.setattr(module, "withdraw_missing", refuse)
    report = module.sync(settings, strict=False, watch=lambda _: None, withdraw=asked)
    assert report.outcomes[:2] == DONE.outcomes
    # What a person asked for is done by no other round: it failed.
    assert report.failed == 1 + asked
    assert [note.endswith("is left to the next round") for note in report.notes] == [True][asked:]


def test_what_was_built_is_told_where_editions_could_not_be_made_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Outcome(id="old", title="Old", status="withdrawn")
    monkeypatch.setattr(module, "withdraw_missing", lambda *_, **__: ([gone], ["gone"]))
    monkeypatch.setattr(module, "describe_withdrawn", lambda record: record)
    monkeypatch.setattr(module, "join_again", refuse)
    joined = replace(settings, joined=(JoinedTable(id="week", title="Week"),))
    report = module.sync(joined, strict=False, watch=lambda _: None)
    assert report.outcomes == (*DONE.outcomes, gone)
    assert report.notes[0] == "gone"
    assert report.notes[1].endswith("left to the next round")
