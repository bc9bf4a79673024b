"""The pictures of an episode: sizes, the same bytes everywhere, and every headline fits."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image, ImageChops
from publish_samples import episode, show

from audiopress.publish.cover_names import (
    SQUARE_SIDE,
    WIDE_SIZE,
    name_episode_cover,
)
from audiopress.publish.pages.artwork import choose_palette
from audiopress.publish.pages.artwork_of_episode import draw_cover
from audiopress.publish.sanitize import choose_title, clean_text

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


SIGNS = {
    "a ship": "\U0001f6a2 Ice",
    "a snowflake with its variation": "Ice \N{SNOWFLAKE}\N{VARIATION SELECTOR-16}",
    "an arrow": "\N{RIGHTWARDS ARROW} Ice",
    "a family of joined signs": "Ice \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "a flag": "\U0001f1f3\U0001f1f4 Ice",
    "a hand with its colour": "\U0001f44d\U0001f3fd Ice",
    "a mark of direction": "Ice\u200e",
    "a letter of a font of icons": "\ue0b0 Ice",
}


@pytest.mark.parametrize("title", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("wide", [False, True])
def test_a_sign_that_is_no_letter_takes_no_headline_away(title: str, *, wide: bool) -> None:
    box = (110, 180, 1000, 420) if wide else (110, 240, 1290, 640)
    plain, drawn = (
        opened(draw_cover(SHOW, episode(title=words, section=""), wide=wide)).crop(box)
        for words in ("Ice", title)
    )
    assert plain.getextrema()[2][1] > 240
    assert ImageChops.difference(plain, drawn).getextrema() == ((0, 0),) * 3
    # At an address that had only the wave before, which other files may still be asked for.
    names = [name_episode_cover(SHOW, episode(title=words, section="")) for words in ("Ice", title)]
    assert len({*names, named_at_first(title)}) == 3


def named_at_first(title: str) -> str:
    one = episode(title=title, section="")
    words = ("1", choose_title(one), "", clean_text(SHOW.title))
    return f"{one.home}cover-{hashlib.sha256(chr(0).join(words).encode()).hexdigest()[:12]}.jpg"


@pytest.mark.parametrize(
    "title",
    [
        TITLES[0],
        *TITLES[5:7],
        "No. ½ at 5 °C © 2026 №",
        "\u0645\u06cc\u200c\u062e",
        "\u0391\u1f08",
        "H₂O ≤ 5",
    ],
)
def test_the_name_of_words_without_signs_is_what_it_was(title: str) -> None:
    assert name_episode_cover(SHOW, episode(title=title, section="")) == named_at_first(title)


SCRIPTS = {
    "Arabic": TITLES[5],
    "Japanese": TITLES[6],
    "Hebrew": "הנמל נפתח מחדש אחרי החורף",
    "Chinese": "百年最长冬季后港口重新开放",
    "Hindi": "बंदरगाह खुला",
    "Thai": "ท่าเรือเปิดอีกครั้ง",
    "Georgian": "პორტი გაიხსნა",
    "one Japanese word": "Toyota (トヨタ) opens a plant",
    "signs alone": "\U0001f6a2\U0001f6a2",
}


@pytest.mark.parametrize("title", SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_without_letters_of_ours_has_the_wave_and_no_box(title: str) -> None:
    picture = opened(draw_cover(SHOW, episode(title=title, section="")))
    # Above and below the wave, and above the show's name: nothing.
    for box in ((0, 0, 1400, 300), (0, 1100, 1400, 1180)):
        for low, high in picture.crop(box).getextrema():
            assert high - low <= 12


DRAWN = {
    "Greek": ("Το λιμάνι άνοιξε", "Το λιμανι ανοιξε"),
    "Cyrillic": ("Порт открылся: їґє", "Порт открылся: iґe"),
    "Vietnamese": ("Bến cảng mở cửa", "Bên cang mơ cưa"),
    "marks by themselves": ("Z\u030ci\u017eka", "Zi\u017eka"),
}


@pytest.mark.parametrize(("title", "other"), DRAWN.values(), ids=DRAWN)
def test_greek_cyrillic_and_marked_letters_are_drawn_as_they_are(title: str, other: str) -> None:
    box = (110, 180, 1290, 640)
    one, two = (
        opened(draw_cover(SHOW, episode(title=words, section=""))).crop(box)
        for words in (title, other)
    )
    assert one.getextrema()[2][1] > 240
    assert ImageChops.difference(one, two).getbbox(), "the mark is seen"


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
