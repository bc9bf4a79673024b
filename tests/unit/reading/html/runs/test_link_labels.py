"""A label that has an element of its own is told by the link beside it."""

from __future__ import annotations

import lxml.html
import pytest

from audiopress.reading.html.runs.text_runs import read_runs


def read(html: str) -> tuple[str, list[str]]:
    body = lxml.html.document_fromstring(f"<body><p>{html}</p></body>").find("body")
    (run,) = read_runs(body, {}).runs
    return run.text, [f"{left.reason}: {left.text}" for left in run.left_out]


@pytest.mark.parametrize(
    "label",
    ["<small>ad</small>", "<sup>(ad)</sup>", "<span class=x>sponsored</span>", "<i>[Anzeige]</i>"],
)
def test_a_label_in_a_link_or_behind_it_is_left_out(label: str) -> None:
    for html in (
        f"The <a href=/k>rope {label}</a> holds.",
        f"The <a href=/k>rope</a> {label} holds.",
    ):
        said, left_out = read(html)
        assert said == "The rope holds."
        assert [text.partition(": ")[0] for text in left_out] == ["link-label"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("An <em>ad</em> for ropes.", "An ad for ropes."),
        ("The <a href=/k>rope</a> of an <em>ad</em> holds.", "The rope of an ad holds."),
        ("<a href=/k><span>Sponsored</span></a> posts are marked.", "Sponsored posts are marked."),
        ("The <a href=/k>rope</a> <em>adds</em> up.", "The rope adds up."),
    ],
)
def test_a_word_of_the_sentence_is_spoken(html: str, said: str) -> None:
    assert read(html) == (said, [])
