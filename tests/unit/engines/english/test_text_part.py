"""The text part is hibari's own, table by table, whoever reads the tables."""

import pytest
from hibari.g2p import G2P

from audiopress.engines.english.text_part import load_text_part


def say_nothing(word: str) -> str:
    return f"<{word}>"


@pytest.mark.parametrize("british", [False, True])
def test_it_holds_what_the_package_itself_would_read(*, british: bool) -> None:
    theirs = G2P(oov=say_nothing, british=british)
    ours = load_text_part(british=british, say_unknown=say_nothing)
    assert vars(ours).keys() == vars(theirs).keys()
    assert ours.lexicon.golds.d == theirs.lexicon.golds.d
    assert ours.lexicon.silvers.d == theirs.lexicon.silvers.d
    assert vars(ours.lexicon).keys() == vars(theirs.lexicon).keys()
    assert ours.lexicon.british is theirs.lexicon.british is british is ours.british
    assert vars(ours.tagger).keys() == vars(theirs.tagger).keys()
    for name in ("tagdict", "tags", "vocab"):
        assert getattr(ours.tagger, name) == getattr(theirs.tagger, name)
    weights = theirs.tagger.weights
    # In their order, too: sums of floats depend on it.
    assert [list(ours.tagger.weights.get(feature).items()) for feature in weights] == [
        list(each.items()) for each in weights.values()
    ]
    assert ours.tagger.weights.get("no such feature") is None
    assert (ours.oov, ours.unk) == (theirs.oov, theirs.unk)


def test_it_says_what_the_package_says() -> None:
    text = "He read the read book live in Łódź, Dr. Kowalczyk's brother recorded 23 records; no."
    ours = load_text_part(british=False, say_unknown=say_nothing)
    assert ours(text) == G2P(oov=say_nothing)(text)
    assert ours(text, normalize_text=False) == G2P(oov=say_nothing)(text, normalize_text=False)
