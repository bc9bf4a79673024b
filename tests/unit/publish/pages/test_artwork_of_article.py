"""The pictures that strangers' servers send, as they are published."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from audiopress.errors import SourceError
from audiopress.publish.pages.artwork_of_article import make_page_picture, make_thumbnail


def write(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    body = io.BytesIO()
    picture.save(body, form, **more)
    return body.getvalue()


def read(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_form_becomes_a_jpeg_of_its_shape(form):
    body, width, height = make_page_picture(write(Image.new("RGB", (600, 300), "red"), form), "x")
    made = read(body)
    assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (600, 300))
    assert (width, height) == (600, 300)
    assert make_page_picture(write(Image.new("RGB", (600, 300), "red"), form), "x")[0] == body


def test_a_large_one_is_made_smaller_and_a_small_one_is_left():
    assert make_page_picture(write(Image.new("RGB", (4000, 1000))), "x")[1:] == (1600, 400)
    assert make_page_picture(write(Image.new("RGB", (300, 240))), "x")[1:] == (300, 240)
    assert read(
        make_thumbnail(make_page_picture(write(Image.new("L", (300, 900))), "x")[0])
    ).size == (
        640,
        360,
    )


def test_it_is_turned_as_the_camera_says_and_tells_nothing_else():
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010E] = "where the photographer lives"
    body, width, height = make_page_picture(
        write(Image.new("RGB", (800, 400)), "JPEG", exif=exif), "x"
    )
    assert (width, height) == (400, 800)
    assert b"photographer" not in body


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_lets_the_page_through_is_white(mode):
    clear = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    body = write(clear.convert(mode), transparency=0) if mode == "P" else write(clear.convert(mode))
    assert read(make_page_picture(body, "x")[0]).getpixel((9, 9)) == (255, 255, 255)


def _bomb() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    size = (60_000).to_bytes(4) * 2
    head = chunk(b"IHDR", size + b"\x08\x02\x00\x00\x00")
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(b"\0" * 9999))
        + chunk(b"IEND", b"")
    )


BAD = {
    "a page": b"<html>not here</html>",
    "nothing": b"",
    "half a picture": write(Image.effect_noise((600, 600), 9))[:9000],
    "a picture that is enormous": _bomb(),
    "a pixel that counts": write(Image.new("RGB", (1, 1))),
    "a banner": write(Image.new("RGB", (900, 60))),
    "a drawing in words": b"<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 900 900\n",
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_picture_is_named(kind):
    with pytest.raises(SourceError) as caught:
        make_page_picture(BAD[kind], "https://a.example/x.png")
    assert caught.value.where == "https://a.example/x.png"
    assert caught.value.hint
