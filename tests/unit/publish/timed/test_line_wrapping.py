"""Text cut at the places where a reader would pause."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audiopress.publish.timed.line_wrapping import cut_snippets

SOURCES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Cf")), min_size=1
).filter(lambda text: text.strip())


@given(SOURCES, st.sampled_from([32, 65]))
def test_pieces_lose_no_word_and_fit(text: str, width: int) -> None:
    line = " ".join(text.split())
    cut = cut_snippets(line, width)
    assert all(1 <= len(piece.lines) <= 2 for piece in cut)
    assert all(0 < len(row) <= width for piece in cut for row in piece.lines)
    said = "".join("".join(piece.lines) for piece in cut)
    assert said.replace(" ", "") == line.replace(" ", "")


def test_a_piece_ends_with_the_sentence_where_one_ends() -> None:
    text = "The first sentence has a good length to it, and ends here. " + "more words " * 12
    assert cut_snippets(text.strip(), 65)[0].lines[-1].endswith("ends here.")
