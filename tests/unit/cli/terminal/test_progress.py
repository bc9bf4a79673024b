"""What a bar says of a build, at any width."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len

from audiopress.cli.terminal.progress import cut_to_width, describe_bar, name_stage, show_build
from audiopress.press.report import BuildProgress

SPEAKING = BuildProgress(
    articles_done=3,
    articles_total=20,
    segments_done=17,
    segments_total=210,
    speech_seconds=61.4,
    article="The last keeper of Skerry light comes ashore",
)


def test_the_stages_of_a_build_have_names() -> None:
    assert name_stage(None) == name_stage(BuildProgress()) == "reading"
    begun = BuildProgress(articles_total=2, segments_total=5, article="Boats")
    assert name_stage(begun) == "loading the voice"
    assert name_stage(SPEAKING) == "speaking"
    assert name_stage(BuildProgress(articles_total=2, articles_done=2)) == "writing"
    last = replace(SPEAKING, segments_done=SPEAKING.segments_total)
    assert name_stage(last) == "writing"
    assert describe_bar(last, 200)[0] == SPEAKING.article


def test_a_program_gets_the_moment_and_no_title_for_a_stage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIOPRESS_PROGRESS", "json")
    before = datetime.now(UTC)
    with show_build() as show:
        show(SPEAKING)
    first, told = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["stage"], told["stage"]) == ("reading", "speaking")
    assert told["article"] == SPEAKING.article
    for each in (first, told):
        moment = datetime.fromisoformat(each["time"])
        assert abs(moment - before) < timedelta(minutes=5)


@pytest.mark.parametrize(
    ("width", "counts"),
    [
        (40, "17/210"),
        (60, "17 of 210 paragraphs"),
        (100, "3 of 20 articles, 17 of 210 paragraphs, 61 s of speech"),
    ],
)
def test_a_narrow_terminal_has_numbers_alone(width: int, counts: str) -> None:
    stage, told = describe_bar(SPEAKING, width)
    assert told == counts
    assert stage.startswith("The last")
    assert len(stage) <= width // 3
    assert len(stage) + len(told) < width - 8


@pytest.mark.parametrize(
    "text", ["Boats", "Boats that came home in the evening", "渡船が朝に出た", ""]
)
@pytest.mark.parametrize("columns", [5, 6, 13])
def test_a_title_is_cut_by_columns(text: str, columns: int) -> None:
    cut = cut_to_width(text, columns)
    assert cell_len(cut) <= columns
    assert (cut == text) == (cell_len(text) <= columns)
