"""The pictures of an episode: sizes, the same bytes everywhere, and every headline fits."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image
from publish_samples import episode, show

from audiopress.publish.cover_names import SQUARE_SIDE, WIDE_SIZE, name_episode_cover
from audiopress.publish.pages.artwork import choose_palette
from audiopress.publish.pages.artwork_of_episode import draw_cover

SHOW = show(title="The Coast, read aloud")
TITLES = (
    "Harbour reopens after the longest winter in a century",
    "Ice",
    "word " * 120,
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz tritt außer Kraft",
    "W" * 200,
    "إعادة فتح الميناء بعد أطول شتاء منذ قرن",
    "百年ぶりの長い冬のあと港が再開",
    "<b>&amp; \u202e reversed",
)


def opened(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body), formats=["JPEG"])


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("wide", [False, True])
def test_every_headline_stays_within_the_margin(title: str, *, wide: bool) -> None:
    picture = opened(draw_cover(SHOW, episode(title=title, section="Coast"), wide=wide))
    assert picture.size == (WIDE_SIZE if wide else (SQUARE_SIDE, SQUARE_SIDE))
    assert picture.mode == "RGB"
    ground, _ = choose_palette(SHOW)
    width, height = picture.size
    edge = 60 if wide else 90
    boxes = (
        (0, 0, edge, height),
        (width - edge, 0, width, height),
        (0, height - edge, width, height),
    )
    for box in boxes:
        for low, high in picture.crop(box).getextrema():
            assert high - low <= 12, (box, low, high)
    assert all(abs(a - b) < 8 for a, b in zip(picture.getpixel((5, 5)), ground, strict=True))


def test_headlines_that_can_be_drawn_are_drawn() -> None:
    """White letters stand where only the wave is when the font has none for them."""
    box = (110, 240, 1290, 640)
    drawn, bare = (
        opened(draw_cover(SHOW, episode(title=title, section=""))).crop(box)
        for title in (TITLES[0], TITLES[6])
    )
    # The accent has less blue than white has.
    assert drawn.getextrema()[2][1] > 240
    assert bare.getextrema()[2][1] < 220


def test_the_pixels_are_the_same_everywhere() -> None:
    """Where this fails and nothing but the drawing has changed, count `_DRAWING` up."""
    one = opened(draw_cover(SHOW, episode(title=TITLES[0], section="Coast")))
    small = one.resize((40, 40), Image.Resampling.BOX).quantize(8)
    again = draw_cover(SHOW, episode(title=TITLES[0], section="Coast"))
    assert again == draw_cover(SHOW, episode(title=TITLES[0], section="Coast"))
    assert hashlib.sha256(small.tobytes()).hexdigest()[:12] == "ca22b1d14b52"


def test_another_picture_has_another_name() -> None:
    names = {
        name_episode_cover(owner, episode(title=title, section=section), wide=wide)
        for owner in (SHOW, show(title="Another"))
        for title in TITLES[:2]
        for section in ("", "Coast")
        for wide in (False, True)
    }
    assert len(names) == 16
    first = episode(title="Ice", summary="one")
    assert name_episode_cover(SHOW, first) == name_episode_cover(SHOW, episode(title="Ice"))
