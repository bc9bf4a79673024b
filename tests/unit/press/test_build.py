"""When a long build publishes its feed."""

from dataclasses import replace
from pathlib import Path

import pytest

import audiopress
from audiopress.model import Document
from audiopress.press import build
from audiopress.press.report import BuildProgress
from audiopress.settings import Settings

LINES = ("The ferry to Skerry was an hour late.", "The harbour says why.", "Nobody was hurt.")


def make_story(name: str) -> Document:
    """Return an article of which no line is in another."""
    text = "\n\n".join((f"# {name}", *(f"{name}: {line}" for line in LINES)))
    return Document(uri=f"{name}.md", media_type="text/markdown", body=text.encode())


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings of one worker, with which a feed is due as soon as anything has ended."""
    (tmp_path / "audiopress.toml").write_text('[voices]\nbody = "tone"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(build, "FEED_EVERY", 0.0)
    return replace(audiopress.load_settings(), jobs=1)


def test_a_feed_is_there_before_the_second_article_ends(settings: Settings) -> None:
    feed, seen = settings.output / "feed.xml", set[bool]()

    def watch(progress: BuildProgress) -> None:
        if progress.segments_done < progress.segments_total:
            seen.add(feed.exists())

    stories = [make_story("Ferry"), make_story("Mill")]
    report = audiopress.build(stories, settings, on_progress=watch)
    assert [outcome.status for outcome in report.outcomes] == ["built", "built"]
    assert True in seen


def test_with_strict_no_feed_is_written_before_all_is_spoken(settings: Settings) -> None:
    audiopress.build([make_story("Ferry")], settings)
    feed, seen = settings.output / "feed.xml", set[bytes]()
    before = feed.read_bytes()

    def watch(progress: BuildProgress) -> None:
        if progress.segments_done < progress.segments_total:
            seen.add(feed.read_bytes())

    # Another title, for a feed of the same articles is the same feed.
    changed = replace(settings, show=replace(settings.show, title="Skerry tonight"))
    stories = [make_story("Mill"), make_story("Lamp")]
    audiopress.build(stories, changed, strict=True, on_progress=watch)
    assert seen == {before}
    assert feed.read_bytes() != before
