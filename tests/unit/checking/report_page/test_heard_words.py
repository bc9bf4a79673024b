"""Both texts of a paragraph, around the places that differ."""

from __future__ import annotations

import pytest

from audiopress.checking.report_page.heard_words import compare_texts
from audiopress.checking.words.differences import Difference, find_differences
from audiopress.checking.words.word_rules import HeardParagraph

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"

BEGIN = "two three four five six"
BEFORE = f"{BEGIN} seven"
AFTER = "nine ten eleven twelve thirteen fourteen"


def show(said: str, heard: str, runs: tuple[Difference, ...] = ()) -> tuple[str, str]:
    found = runs or tuple(find_differences(said.split(), heard.split()))
    both = compare_texts(HeardParagraph("words", "", "", "", tuple(said.split()), found))
    return tuple(
        " ".join(f"[{run.words}]" if run.differs else run.words for run in side)
        for side in (both.meant, both.heard)
    )  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("said", "heard", "meant", "instead"),
    [
        ("the ferry was late", "the ferry was early", "the ferry was [late]",
         "the ferry was [early]"),
        ("the ferry", "oh the ferry", "[] the ferry", "[oh] the ferry"),
        ("the ferry sails", "the ferry sails away now", "the ferry sails []",
         "the ferry sails [away now]"),
        (LONG, LONG.replace("eight ", ""), f"… {BEFORE} [eight] {AFTER} …",
         f"… {BEFORE} [] {AFTER} …"),
        (LONG, f"x {LONG}", f"[] one {BEGIN} …", f"[x] one {BEGIN} …"),
    ],
)  # fmt: skip
def test_both_texts_are_shown_around_a_difference(
    said: str, heard: str, meant: str, instead: str
) -> None:
    assert show(said, heard) == (meant, instead)


def test_a_run_that_began_in_the_paragraph_before_is_shown_whole() -> None:
    run = Difference(-2, ("of", "ice", "the", "ferry"), ("nothing",))
    assert show("the ferry was late", "", (run,)) == (
        "[of ice the ferry] was late", "[nothing] was late",
    )  # fmt: skip
