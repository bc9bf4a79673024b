"""Which parts of a paragraph another voice may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.speaking.quotes import split_quotes


def quoted(*paragraphs: str) -> list[list[str]]:
    """What another voice says of each paragraph, one after the other."""
    found, still_open = [], ""
    for paragraph in paragraphs:
        pieces, still_open = split_quotes(paragraph, open_before=still_open)
        found.append([piece.text for piece in pieces if piece.quoted])
    return found


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ('Only "some" came. "We will all go home now," she said.', ['"We will all go home now,"']),
        ("The “war on terror” was called “a mistake by nearly all of them”.", []),
        (
            "“We saw the fire and ran,” she said, “and then the roof fell.”",
            ["“We saw the fire and ran,”", "“and then the roof fell.”"],
        ),
        (
            "‘We’re all in shock and want answers,’ he said.",
            ["‘We’re all in shock and want answers,’"],
        ),
        (
            "'We're all in shock and want answers,' he said.",
            ["'We're all in shock and want answers,'"],
        ),
        ("The workers' union and the members' club said 'no' to it, as members' clubs do.", []),
        ("„Wir werden alle nach Hause gehen“, sagte sie.", ["„Wir werden alle nach Hause gehen“,"]),
        ("»Wir werden alle nach Hause gehen«, sagte sie.", ["»Wir werden alle nach Hause gehen«,"]),
        (
            "« Nous allons tous rentrer à la maison », a-t-elle dit.",
            ["« Nous allons tous rentrer à la maison »,"],
        ),
        (
            "«Nos vamos todos a casa ahora mismo», dijo ella.",
            ["«Nos vamos todos a casa ahora mismo»,"],
        ),
        ('A 5\'10" man in a 12" coat said nothing at all to them.', []),
    ],
)
def test_full_sentences_are_another_voice(paragraph: str, said: list[str]) -> None:
    assert quoted(paragraph) == [said]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    first, second = "He said: “We will all go home now.", "“And we will not come back.” He left."
    assert quoted(first, second) == [
        ["“We will all go home now."],
        ["“And we will not come back.”"],
    ]


def test_a_quotation_may_go_on_without_a_mark() -> None:
    first, second = "He said: “We will all go home now.", "And we will not come back.” He left."
    assert quoted(first, second)[1] == ["And we will not come back.”"]


def test_a_mark_that_was_forgotten_does_not_give_the_rest_to_another_voice() -> None:
    rest = ["Nobody in the town had expected that at all.", "The mayor left early on that day."]
    assert quoted("He said: “We will all go home now.", *rest)[1:] == [[], []]


def test_german_marks_leave_nothing_open() -> None:
    assert split_quotes("„Nein“, sagte sie.", open_before="")[1] == ""


@given(st.text(alphabet="Ab “”„“«»‘’\"',.", max_size=40), st.sampled_from(["", "”", "“”", "»"]))
def test_the_parts_are_the_paragraph(paragraph: str, open_before: str) -> None:
    found, still_open = split_quotes(paragraph, open_before=open_before)
    assert "".join("".join(part.text for part in found).split()) == "".join(paragraph.split())
    assert split_quotes(paragraph, open_before=open_before) == (found, still_open)
