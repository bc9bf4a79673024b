"""Which written word hibari's tokens and their phonemes are of."""

import pytest
from hibari.g2p.token import Tok

from audiopress.engines.english.placing import NO_WORD, place_tokens, share_symbols
from audiopress.engines.speech.word_times import find_tokens


def place(text: str, *pieces: str) -> list[tuple[str, tuple[int, ...]]]:
    tokens = [Tok(each.strip(), whitespace=" " if each.endswith(" ") else "") for each in pieces]
    return [(token.text, token.words) for token in place_tokens(tokens, text, find_tokens(text))]


@pytest.mark.parametrize(
    ("text", "pieces", "placed"),
    [
        ("two/three men", ["two/three ", "men"], [("two/three", (0, 1)), ("men", (2,))]),
        ("the \u201cmen\u201d, the", ["the ", "\u201cmen", "\u201d", ", ", "the"],
         [("the", (0,)), ("\u201cmen", (1,)), ("\u201d", ()), (",", ()), ("the", (2,))]),
        # An apostrophe is left out of a token, and the same piece comes again behind it.
        ("a\u20191 a1", ["a1 ", "a1"], [("a\u20191", (0,)), ("a1", (1,))]),
        ("a\u00a0 b", ["a ", "b"], [("a", (0,)), ("b", (1,))]),
        ("[[k\u026am j\u0251\u014b]]s [[k]]", ["[[k\u026am j\u0251\u014b]]", "s ", "[[k]]"],
         [("[[k\u026am j\u0251\u014b]]", (0,)), ("s", (1,)), ("[[k]]", (2,))]),
    ],
)  # fmt: skip
def test_tokens_are_found_where_they_stand(
    text: str, pieces: list[str], placed: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert place(text, *pieces) == placed


@pytest.mark.parametrize(
    ("symbols", "words", "owners"),
    [
        ("m\u02c8En ", (4,), [4, 4, 4, 4, NO_WORD]),
        ("bi.", (4,), [4, 4, NO_WORD]),
        (", ", (), [NO_WORD, NO_WORD]),
        ("tu Tri ", (1, 2), [1, 1, NO_WORD, 2, 2, 2, NO_WORD]),
        ("tu and Tri", (1, 2), [1, 1, NO_WORD, 1, 1, 2, NO_WORD, 2, 2, 2]),
        ("abcd", (1, 2), [1, 1, 2, 2]),
    ],
)
def test_symbols_are_shared_out_among_words(
    symbols: str, words: tuple[int, ...], owners: list[int]
) -> None:
    assert share_symbols(symbols, words) == owners
