"""Which change leaves what is said as it was: other signs, a slip of the hand, nothing else."""

import pytest

from audiopress.press.corrections.kinds import count_slips, measure_change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is late.", "It is late!"),
        ("No, sir", "No sir"),
        ("It's late", "It\u2019s late"),
        ("He said 'no'.", "He said \u201cno\u201d."),
        ("a well known man", "a well-known man"),
        ("late  at night", "late at night"),
        ("In 1990, they left", "In 1990 they left"),
    ],
)
@pytest.mark.parametrize("language", ["en-GB", "de"])
def test_other_signs_of_the_same_words(before: str, after: str, language: str) -> None:
    assert measure_change(before, after, language).kind == "punctuation"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("They recieve it.", "They receive it.", 1),
        ("the goverment", "the government", 1),
        ("the reponse of the goverment", "the response of the government", 2),
        ("Urkaine", "Ukraine", 1),
        ("accomodation, seperate", "accommodation, separate", 2),
    ],
)
def test_slips_of_the_hand(before: str, after: str, words: int) -> None:
    found = measure_change(before, after, "en")
    assert (found.kind, found.words) == ("spelling", words)
    # We have no words of other languages, and back to the slip is no correction.
    assert measure_change(before, after, "fr").kind == "wording"
    assert measure_change(after, before, "en").kind == "wording"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He was hired.", "He was fired."),
        ("marital law", "martial law"),
        ("planned", "planted"),
        ("he did not go", "he did now go"),
        ("he will go", "he will not go"),
        ("its late", "it's late"),
        ("may be so", "maybe so"),
        ("It cost 1.5 million", "It cost 15 million"),
        ("-5 degrees", "5 degrees"),
        ("1990-95", "1990 95"),
        ("$5", "\u00a35"),
        ("5%", "5"),
        ("in 1998", "in 1989"),
        ("Mr Garow", "Mr Garrow"),
        ("The ferry is late.", "The ferry is late. It is full."),
        ("one two", "two one"),
    ],
)
def test_other_words_whatever_their_number(before: str, after: str) -> None:
    assert measure_change(before, after, "en").kind == "wording"


def test_slips_are_counted_by_letters() -> None:
    assert count_slips("teh", "the") == 1
    assert count_slips("recieve", "receive") == 1
    assert count_slips("", "abc") == 3
    assert count_slips("kitten", "sitting") == 3
