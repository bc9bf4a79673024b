"""Splitting a text into sentences and clauses, as the measuring programs do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.sentences import clauses, sentences


def test_sentences() -> None:
    assert sentences("The U.S. said no. President Biden agreed.") == (
        "The U.S. said no.", "President Biden agreed.",
    )  # fmt: skip
    assert (
        sentences("It rose to approx. 40 people. All left.")[0] == "It rose to approx. 40 people."
    )


@given(st.text(alphabet="ab ,;", max_size=80), st.integers(1, 30))
def test_clauses_lose_no_letter(text: str, longest: int) -> None:
    joined = " ".join(clauses(text, longest))
    assert joined.replace(" ", "") == text.replace(" ", "")
