"""What comes of a job whose article cannot be published, by whose fault that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import (
    AudiopressError,
    ConfigError,
    LanguageError,
    ReadingError,
    SourceError,
    SpeechError,
    StoreError,
    VoiceError,
)
from audiopress.press.edition.publishing.publication import Publication
from audiopress.press.withdraw import withdraw
from audiopress.server.jobs import JobOrder
from audiopress.server.jobs.build_job import build_job
from audiopress.settings import check_text

if TYPE_CHECKING:
    from pathlib import Path

    from audiopress.settings import Settings

TEXT = "# Ferry late\n\nThe ferry to Skerry was an hour late on Monday, the harbour master says.\n"
GERMAN = (
    "# Fähre verspätet\n\nDie Fähre nach Skerry kam am Montag eine Stunde zu spät, weil im Hafen "
    "Eis lag, und die Mannschaft musste auf die Flut warten, bevor sie ablegen konnte.\n"
)


def make_settings(tmp_path: Path, languages: str = "") -> Settings:
    text = f'[voices]\nbody = "tone"\n[voices.languages]\n{languages}'
    return replace(check_text(text, tmp_path / "audiopress.toml"), jobs=1)


def make_order(text: str) -> JobOrder:
    url = "https://news.example/ferry"
    return JobOrder(
        origin="api", url=url, digest="f", media_type="text/markdown", body=text.encode()
    )


@pytest.mark.parametrize("kind", [StoreError, ConfigError, VoiceError])
def test_what_no_article_can_help_is_no_end_of_its_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[AudiopressError]
) -> None:
    def refuse(*_: object) -> None:
        raise kind("the disk is full")

    monkeypatch.setattr(Publication, "publish", refuse)
    with pytest.raises(kind, match="the disk is full"):
        build_job(make_settings(tmp_path), make_order(TEXT))


def test_a_voice_that_is_not_installed_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    with pytest.raises(VoiceError, match="is not installed"):
        build_job(make_settings(tmp_path, 'de = "emma"'), make_order(GERMAN))
    # In English nobody needs it.
    assert "error" not in build_job(make_settings(tmp_path, 'de = "emma"'), make_order(TEXT))


@pytest.mark.parametrize("kind", [LanguageError, ReadingError, SourceError, SpeechError])
def test_what_is_of_the_article_ends_its_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[AudiopressError]
) -> None:
    def refuse(*_: object) -> None:
        raise kind("nobody speaks it", where="ferry", hint="write it anew")

    monkeypatch.setattr(Publication, "publish", refuse)
    found = build_job(make_settings(tmp_path), make_order(TEXT))
    assert found["error"] == {
        "message": "nobody speaks it",
        "where": "ferry",
        "hint": "write it anew",
    }
    assert found["again"] == (kind is SourceError)


@pytest.mark.parametrize(
    "head",
    ["draft: true", "audio: false"],
)
def test_a_job_is_not_done_of_which_nothing_is_published(tmp_path: Path, head: str) -> None:
    settings = make_settings(tmp_path)
    found = build_job(settings, make_order(f"---\n{head}\n---\n{TEXT}"))
    assert not [each for each in found["articles"] if each["enclosure"]]
    assert "nothing of it is published" in found["error"]["message"]
    assert found["again"] is False


def test_a_job_of_an_article_that_was_withdrawn_says_how_it_comes_back(tmp_path: Path) -> None:
    settings = make_settings(tmp_path)
    done = build_job(settings, make_order(TEXT))
    assert "error" not in done
    withdraw(settings, [done["articles"][0]["slug"]])
    found = build_job(settings, make_order(TEXT))
    assert found["error"]["message"] == "it was withdrawn"
    assert found["error"]["hint"] == "audiopress withdraw --restore ferry-late"


def test_a_job_waits_for_the_day_that_its_article_gives_itself(tmp_path: Path) -> None:
    found = build_job(make_settings(tmp_path), make_order(f"---\ndate: 2999-01-02\n---\n{TEXT}"))
    assert found["until"] == datetime(2999, 1, 2, tzinfo=UTC).timestamp()
    assert found["error"]["message"].startswith("it waits until 2999-01-02")
