"""Which English a text is in."""

from __future__ import annotations

import pytest

from audiopress.text.english_variety import guess_english_variety


def test_dates_tell_the_variety() -> None:
    assert guess_english_variety("It opened on 5 May and closed on 7 June 2021.") == "en-GB"
    assert guess_english_variety("It opened on May 5 and closed on June 7, 2021.") == "en-US"


@pytest.mark.parametrize(
    ("text", "variety"),
    [
        ("They organised a theatre.", "en-GB"),
        ("They organized a theater.", "en-US"),
        ("They were advised by surprise.", "en"),
        ("Mr Doe came at 7.30pm", "en-GB"),
        ("Mr. Doe came at 7 p.m.", "en-US"),
        ("All parameters were set.", "en"),
        ("Improvisations and improvisation are jazz.", "en"),
        ("An honorary degree of the laboratory, laborious to get.", "en"),
        ("Thermometers, perimeters and gas meters.", "en"),
        ("The coloration of the colorectal tract.", "en"),
        ("Two organisations and their civilisations.", "en-GB"),
        ("A few meters, or 3 kilometers, of two organizations.", "en-US"),
        ("It is 200 meters away.", "en-US"),
        ("It is 200 metres away.", "en-GB"),
        ("The organisation moved to the center of the theater.", "en-US"),
    ],
)
def test_spellings_tell_the_variety(text: str, variety: str) -> None:
    assert guess_english_variety(text) == variety
