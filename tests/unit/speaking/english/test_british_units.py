"""Units are spelled as the article's English is."""

from __future__ import annotations

import pytest

from audiopress.speaking.normalize import normalize_text


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("a flat of 20 m²", "en-GB", "a flat of twenty square metres"),
        ("a flat of 20 m²", "en-US", "a flat of twenty square meters"),
        ("a pipe of 5 mm", "en-AU", "a pipe of five millimetres"),
        ("a jug of 2 litres or 3l", "en-GB", "a jug of two litres or three litres"),
        ("it ran 5km", "en-IE", "it ran five kilometres"),
        ("parking meters 20 m apart", "en-GB", "parking meters twenty meters apart"),
        ("30 µg/m³ of it", "en-GB", "thirty micrograms per cubic metre of it"),
        ("a thermometer and a parameter", "en-GB", "a thermometer and a parameter"),
    ],
)
def test_metres_are_spelled_so(written: str, language: str, said: str) -> None:
    assert normalize_text(written, language).text == said
