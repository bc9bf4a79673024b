"""What links say of themselves is left out of a sentence; what only sounds so is text."""

from __future__ import annotations

import pytest

from audiopress.reading.inline_parts import find_only_reason, split_inline_parts

LEFT_OUT = {
    "The kettle (affiliate link) boils at once.": "The kettle boils at once.",
    "It is the best (opens in new tab), they say.": "It is the best, they say.",
    "See the guide (link opens in a new window).": "See the guide.",
    "He bought a rope [sponsored] on Monday.": "He bought a rope on Monday.",
    "The map (external link) is old.": "The map is old.",
    "Das Seil (Affiliate-Link) hält.": "Das Seil hält.",
    "Der Plan (öffnet in neuem Tab) ist alt.": "Der Plan ist alt.",
    "Le plan (nouvelle fenêtre) est vieux.": "Le plan est vieux.",
    "El plano (se abre en una ventana nueva) es viejo.": "El plano es viejo.",
}

SPOKEN = [
    "The rally (sponsored by the bank) was loud.",
    "An advertisement (ad) costs little, and Alzheimer's disease (AD) much.",
    "Such links are marked “(affiliate link)” here.",
    "The hall (a new window was put in) is cold.",
    "Ropes of the harbour (sponsored)",
    "He turned (to a new page) and read on.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_label_is_taken_out_and_listed(text: str) -> None:
    said, left_out = split_inline_parts(text)
    assert said == LEFT_OUT[text]
    assert [part.reason for part in left_out] == ["link-label"]


@pytest.mark.parametrize("text", SPOKEN)
def test_what_is_no_label_is_spoken(text: str) -> None:
    assert split_inline_parts(text) == (text, ())


def test_a_label_alone_is_no_text() -> None:
    assert find_only_reason("(opens in a new tab)") == "link-label"
