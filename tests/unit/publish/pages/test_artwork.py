"""The picture of a show: drawn the same everywhere, or checked."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from audiopress.errors import AudiopressError
from audiopress.publish.pages.artwork import check_artwork, draw_artwork
from tests.unit.publish_samples import show


def test_generated_artwork_is_square_rgb_and_always_the_same() -> None:
    body = draw_artwork(show())
    picture = Image.open(io.BytesIO(body))
    assert (picture.size, picture.mode, picture.format) == ((1400, 1400), "RGB", "PNG")
    assert draw_artwork(show()) == body
    assert draw_artwork(show(title="Another")) != body
    check_artwork(body, "art.png")


@pytest.mark.parametrize(
    ("title", "lettered"),
    [
        ("Die Süddeutsche hören", True),
        ("\u041d\u043e\u0432\u043e\u0441\u0442\u0438", True),
        ("\u0623\u062e\u0628\u0627\u0631", False),
        ("\u65b0\u805e", False),
    ],
)
def test_artwork_has_a_title_in_letters_or_none(title: str, lettered: bool) -> None:
    picture = Image.open(io.BytesIO(draw_artwork(show(title=title, author=""))))
    colours = {colour for _, colour in picture.getcolors(maxcolors=1 << 24)}
    assert ((255, 255, 255) in colours) is lettered


def made(form: str, side: tuple[int, int], mode: str) -> bytes:
    out = io.BytesIO()
    Image.new(mode, side).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"no picture", "a.png"),
        (b"", "a.png"),
        (made("JPEG", (1400, 1400), "RGB"), "a.png"),
        (made("PNG", (1400, 1399), "RGB"), "a.png"),
        (made("PNG", (1399, 1399), "RGB"), "a.png"),
        (made("PNG", (3001, 3001), "RGB"), "a.png"),
        (made("PNG", (1400, 1400), "L"), "a.png"),
        (made("JPEG", (1400, 1400), "CMYK"), "a.jpg"),
        (made("GIF", (1400, 1400), "L"), "a.gif"),
    ],
)
def test_artwork_no_directory_takes_is_refused(body: bytes, name: str) -> None:
    with pytest.raises(AudiopressError) as caught:
        check_artwork(body, name)
    assert caught.value.where == name
    assert caught.value.hint


def test_good_artwork_of_a_person_passes() -> None:
    check_artwork(made("JPEG", (3000, 3000), "RGB"), "Cover.JPG")
    check_artwork(made("PNG", (1400, 1400), "RGB"), "cover.png")
