"""Spoken words lead back to the written ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audiopress.speaking.source_spans import find_source_spans


def test_spans_lead_back_to_the_written_text() -> None:
    source, spoken = "Around 8,000 troops (KCNA) left.", "Around eight thousand troops (KCNA) left."
    words = [(0, 6), (7, 12), (13, 21), (22, 28), (30, 34), (36, 40)]
    found = find_source_spans(source, spoken, words)
    assert [source[start:end] for start, end in filter(None, found)] == [
        "Around", "8,000", "8,000", "troops", "KCNA", "left",
    ]  # fmt: skip


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_spans_stay_inside(source: str, spoken: str, at: int, to: int) -> None:
    for span in find_source_spans(source, spoken, [(at, to)]):
        assert span is None or 0 <= span[0] < span[1] <= len(source)
