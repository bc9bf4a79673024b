"""Words and sounds: pairing and cutting."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.engines.speech import chunks
from audiopress.engines.speech.word_times import Phone, estimate_words, find_tokens, time_words


def phones(text: str) -> list[Phone]:
    return [Phone(symbol, 10 * at, 10 * at + 10) for at, symbol in enumerate(text)]


def heard(text: str, spoken: str, alone: list[str]) -> list[tuple[str, str]]:
    words = time_words(phones(spoken), find_tokens(text), alone)
    return [(text[word.at : word.to], spoken[word.start // 10 : word.end // 10]) for word in words]


def test_words_are_found_without_the_marks_around_them() -> None:
    text = '"We\'ve (not) 8,000 well-known—men…" said [[kɪm]] & U.S. £5'
    assert [token.text for token in find_tokens(text)] == [
        "We've", "not", "8,000", "well-known", "men", "said", "[[kɪm]]", "&", "U.S", "£5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\u201c[[ʃiː dʒɪn]]\u201d met", ["[[ʃiː dʒɪn]]", "met"]),
        ("a pre-[[tɹʌmp ɪz]] day", ["a", "pre", "[[tɹʌmp ɪz]]", "day"]),
        ("(\u00ab[[a b]]\u00bb)", ["[[a b]]"]),
        ("\u00bf[[a b]]?", ["[[a b]]"]),
        ("[[[a b]]]", ["[[a b]]"]),
        ("[[a b]][[c d]]", ["[[a b]]", "[[c d]]"]),
        ("l\u2019[[a b]]", ["l", "[[a b]]"]),
        ("a [[note was cut", ["a", "note", "was", "cut"]),
    ],
)
def test_phonemes_are_one_word_whatever_stands_at_them(text: str, words: list[str]) -> None:
    tokens = find_tokens(text)
    assert [token.text for token in tokens] == words
    assert [text[token.at : token.to] for token in tokens] == words


def test_words_said_as_they_are_written() -> None:
    assert heard("hot day.", "hɒt dˈeɪ.", ["hɒt", "dˈeɪ"]) == [("hot", "hɒt"), ("day", "dˈeɪ")]


def test_two_written_words_said_as_one_are_parted() -> None:
    assert heard("end of the day", "ˈɛnd ʌvðə dˈeɪ", ["ˈɛnd", "ˈʌv", "ðˈiː", "dˈeɪ"]) == [
        ("end", "ˈɛnd"), ("of", "ʌv"), ("the", "ðə"), ("day", "dˈeɪ"),
    ]  # fmt: skip


def test_one_written_word_said_as_several_is_one() -> None:
    spoken = "ɐ θˈaʊzənd mˈɛn"
    assert heard("1,000 men", spoken, ["wˈʌn θˈaʊzənd", "mˈɛn"]) == [
        ("1,000", "ɐ θˈaʊzənd"), ("men", "mˈɛn"),
    ]  # fmt: skip


def test_a_word_that_is_not_heard_is_left_out() -> None:
    assert heard("hot & day", "hɒt dˈeɪ", ["hɒt", "", "dˈeɪ"]) == [("hot", "hɒt"), ("day", "dˈeɪ")]


def test_sounds_nobody_wrote_stay_with_a_neighbour() -> None:
    assert heard("hot day", "ʌm hɒt dˈeɪ", ["hɒt", "dˈeɪ"])[0] == ("hot", "ʌm hɒt")


SOUNDS = st.text("abdeɪˈː", min_size=1, max_size=6)


@given(st.lists(SOUNDS, max_size=12), st.lists(SOUNDS, max_size=12))
def test_times_rise_and_lie_within_the_speech(spoken: list[str], alone: list[str]) -> None:
    text = " ".join("w" * (number + 1) for number in range(len(alone)))
    sound = phones(" ".join(spoken))
    words = time_words(sound, find_tokens(text), alone)
    for word in words:
        assert 0 <= word.start < word.end <= 10 * len(sound)
    for one, other in pairwise(words):
        assert one.end <= other.start
        assert one.to <= other.at


@given(st.text(max_size=80), st.integers(0, 10**6))
def test_a_guess_rises_and_lies_within_the_speech(text: str, samples: int) -> None:
    words = estimate_words(text, samples)
    assert all(0 <= word.start <= word.end <= samples for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))


@given(st.text("ab ,;.", max_size=400), st.integers(1, 50))
def test_cutting_loses_nothing(symbols: str, limit: int) -> None:
    pieces = chunks.cut_chunks(list(symbols), limit)
    assert "".join("".join(piece) for piece in pieces) == symbols
    assert all(len(piece) <= limit for piece in pieces)


def test_a_cut_is_made_at_a_clause_then_a_comma_then_a_space() -> None:
    clause = "aaaa bbb, cc; ddddd eeee"
    assert ["".join(piece) for piece in chunks.cut_chunks(clause, 20)] == [
        "aaaa bbb, cc; ",
        "ddddd eeee",
    ]
    assert ["".join(piece) for piece in chunks.cut_chunks("aaaa bbb, cc dd eeee", 15)] == [
        "aaaa bbb, ",
        "cc dd eeee",
    ]
    assert ["".join(piece) for piece in chunks.cut_chunks("aaaa bbbb", 6)] == ["aaaa ", "bbbb"]
