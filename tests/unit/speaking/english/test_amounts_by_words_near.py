"""What "10m" is beside words that tell of money, and "£5m" before what is no noun."""

from __future__ import annotations

import pytest

from audiopress.speaking.english.normalize import normalize_english

METERS = (
    "The hotel, where rooms cost £90, is 300m from the station.",
    "It costs £5 to park 50m from the beach.",
    "The striker received the ball 20m from goal.",
    "She paid £5 and swam 400m.",
    "A ticket costs £5 and the slide is 200m.",
    "He paid tribute to the man who ran 800m.",
    "The film was shot 300m from the beach.",
    "He swam 400m towards the shore.",
    "The bridge was raised 3m.",
    "The winger made 40m with the ball.",
    "It stands 50m past the pub.",
    "They laid 12m of those rails.",
)
"""Lengths, though some of them stand in a clause that tells of money."""

MILLIONS = (
    "The club received 12m from the council.",
    "They paid about 12m for it.",
    "They spent between 10m and 20m on it.",
    "It has a budget of 12m for roads.",
    "Profits rose by 10m from the year before.",
    "About 2m of them were women.",
    "Some 3m of them live in Leeds.",
    "2m of us went.",
    "2m of you voted.",
    "It took 12m of the Bank of England.",
    "It was 2m of the rock fans.",
    "It made 12m towards the cost.",
    "Over 5m past users left.",
)
"""Sums and counts."""

AMOUNTS = (
    ("It grossed $5m worldwide.", "It grossed five million dollars worldwide."),
    ("It grossed $5m nationwide.", "It grossed five million dollars nationwide."),
    ("They left £5m unspent.", "They left five million pounds unspent."),
    ("Some £5m sank.", "Some five million pounds sank."),
    ("They say £5m built it.", "They say five million pounds built it."),
    ("It is £5 off-peak.", "It is five pounds off-peak."),
    ("Tickets are £12 advance.", "Tickets are twelve pounds advance."),
    ("They earn £900 basic.", "They earn nine hundred pounds basic."),
    ("He won £5m tax free.", "He won five million pounds tax free."),
    # a noun ends it
    ("Plan for £5m nationwide scheme", "Plan for five million pound nationwide scheme"),
    ("Plan for £5m training unit", "Plan for five million pound training unit"),
)
"""Amounts by themselves, which are plural, and two before a noun."""


@pytest.mark.parametrize("written", METERS)
def test_meters(written: str) -> None:
    said = normalize_english(written, "en-GB")
    assert " meters" in said
    assert "million" not in said


@pytest.mark.parametrize("written", MILLIONS)
def test_millions(written: str) -> None:
    said = normalize_english(written, "en-GB")
    assert " million" in said
    assert "meter" not in said


@pytest.mark.parametrize(("written", "spoken"), AMOUNTS)
def test_amount_before_what_is_no_noun(written: str, spoken: str) -> None:
    assert normalize_english(written, "en-GB") == spoken
