"""IPA for voices that take text alone."""

import pytest

from audiopress.engines.speech.respelling import place_words, respell_phonemes
from audiopress.engines.speech.word_times import find_tokens
from audiopress.model import Word


@pytest.mark.parametrize(
    ("ipa", "letters"),
    [
        ("ʃiː", "Shee"),
        ("mˈɛɹts", "Merts"),
        ("tˌɑːkɑːˈiːtʃi", "Tahkaheechee"),
        ("kˌɑːn jˈuːnɪs", "Kahn-yoonis"),
        ("maˈkʁɔ̃", "Makron"),
        ("ˈstɜːstɛd", "Stursted"),
        ("wˈuːdʒ", "Wooj"),
        ("ˈhɪndɪ.ə", "Hindia"),
        ("ma.ɪˈda", "Maida"),
        ("Ж", "[[Ж]]"),
        ("ˈ", "[[ˈ]]"),
    ],
)
def test_ipa_becomes_plain_letters(ipa: str, letters: str) -> None:
    text = f"He met [[{ipa}]]'s men, [[ʃiː]]."
    said = respell_phonemes(text)
    assert said == f"He met {letters}'s men, Shee."


def test_a_text_without_ipa_stays() -> None:
    assert respell_phonemes("He [met] [[her.") == "He [met] [[her."


def test_words_are_named_where_they_are_written() -> None:
    text = "met [[mˈɛɹts]], [[lˈaɪən]]'s and pro-[[mˈɑːdjɑːɹ]]s left"
    tokens = find_tokens(respell_phonemes(text))
    heard = tuple(Word(at=t.at, to=t.to, start=n, end=n + 1) for n, t in enumerate(tokens))
    placed = [text[word.at : word.to] for word in place_words(heard, text)]
    assert placed[:3] == ["met", "[[mˈɛɹts]]", "[[lˈaɪən]]'s"]
    assert placed[3:] == ["and", "pro-[[mˈɑːdjɑːɹ]]s", "left"]
    assert place_words(heard, "met") is heard
