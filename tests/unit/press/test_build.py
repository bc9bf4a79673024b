"""When a long build publishes its feed."""

from dataclasses import replace
from pathlib import Path

import pytest

import audiopress
from audiopress.errors import StoreError
from audiopress.model import Document
from audiopress.press import build_run
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
    monkeypatch.setattr(build_run, "FEED_EVERY", 0.0)
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


def test_an_article_that_fails_while_it_is_published_is_done_and_not_counted_as_published(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BuildProgress] = []

    def fail(_self: object, _order: object, _ready: object) -> None:
        raise StoreError("a cached segment was damaged just now")

    monkeypatch.setattr(build_run.Publication, "publish", fail)
    swept: list[bool] = []
    monkeypatch.setattr(build_run.Publication, "remove_strays", lambda _self: swept.append(True))
    report = audiopress.build([make_story("Ferry")], settings, on_progress=seen.append)
    assert [outcome.status for outcome in report.outcomes] == ["failed"]
    assert (seen[0].articles_done, seen[-1].articles_done, seen[-1].articles_total) == (0, 1, 1)
    again: list[BuildProgress] = []
    audiopress.build([make_story("Ferry")], settings, on_progress=again.append)
    # Nothing was spoken and nothing published this time: there is nothing to sweep up after.
    assert (len(swept), again[-1].articles_done) == (1, 1)


def test_what_is_done_is_never_more_than_there_is(settings: Settings) -> None:
    """An edition is joined of what the run has spoken, and is known after it."""
    more = '[[editions]]\nid = "morning"\ntitle = "Morning"\n'
    file = Path("audiopress.toml")
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    seen: list[BuildProgress] = []
    report = audiopress.build(
        [make_story("Ferry")], replace(audiopress.load_settings(), jobs=1), on_progress=seen.append
    )
    assert len(report.outcomes) == 2
    assert all(each.articles_done <= each.articles_total for each in seen)
    assert all(each.segments_done <= each.segments_total for each in seen)
    assert (seen[-1].articles_done, seen[-1].articles_total) == (2, 2)


def test_what_a_build_that_was_stopped_did_not_show_is_told_by_the_next(settings: Settings) -> None:
    body = b"---\naudio: false\n---\n# Private\n\nNobody is to hear this."
    silent = Document(uri="private.md", media_type="text/markdown", body=body)
    stories = [make_story("Ferry"), silent]

    def stop(progress: BuildProgress) -> None:
        if progress.segments_total:
            raise KeyboardInterrupt

    def is_told(notes: tuple[str, ...]) -> bool:
        return any("private.md" in note for note in notes)

    assert audiopress.build(stories, settings, on_progress=stop).interrupted
    assert is_told(audiopress.build(stories, settings).notes)
    assert not is_told(audiopress.build(stories, settings).notes)
