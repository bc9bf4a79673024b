"""Ruby in a page whose voice cannot say the base, and in one whose voice can."""

from __future__ import annotations

import pytest

from tests.unit.reading_pages import read

END = " was seen by the whole of the town on the same day, the council said on Tuesday."

SWAPPED = {
    "The <ruby>津波<rt>tsunami</rt></ruby>": ("The tsunami", ["津波"]),
    "The <ruby>津波<rp>(</rp><rt>tsunami</rt><rp>)</rp></ruby>": ("The tsunami", ["津波"]),
    "The <ruby><rb>津波</rb><rt>tsunami</rt></ruby>": ("The tsunami", ["津波"]),
    "The <ruby>津<rt>tsu</rt>波<rt>nami</rt></ruby>": ("The tsunami", ["津", "波"]),
    "The <ruby lang=ja>祭<rt lang=ja-Latn>matsuri</rt></ruby> itself": (
        "The matsuri itself",
        ["祭"],
    ),
    "The <ruby>김치<rt>kimchi</rt></ruby>, it": ("The kimchi, it", ["김치"]),
    "The <ruby>водка<rt>vodka</rt></ruby>": ("The vodka", ["водка"]),
}


@pytest.mark.parametrize("text", SWAPPED)
def test_the_reading_is_said_where_the_base_cannot_be(text: str) -> None:
    spoken, left = read(f"<p>{text}{END}</p>")
    said, bases = SWAPPED[text]
    assert f"{said}{END}" in spoken
    assert "".join(out for out, why in left if why == "other-script") == "".join(bases)


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>tsunami<rt>a wave</rt></ruby>",
        "<ruby>津波<rt>つなみ</rt></ruby>",
        "<ruby>Kyoto<rt>京都</rt></ruby>",
    ],
)
def test_any_other_reading_is_left_out(ruby: str) -> None:
    _, left = read(f"<p>The {ruby}{END}</p>")
    assert "reading-aid" in {reason for _, reason in left}
    assert "other-script" not in {reason for _, reason in left}
