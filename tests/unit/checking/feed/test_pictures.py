"""What is wrong with artwork, whatever bytes it has."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

import pytest
from PIL import Image

from audiopress.checking.feed.pictures import find_picture_fault


@dataclass
class OneFile:
    """A shelf with one file under any name."""

    body: bytes
    name: str = "made"

    def read(self, _path: str) -> bytes:
        return self.body

    def list_paths(self, _pattern: str) -> list[str]:
        return []


@pytest.fixture(scope="module")
def picture() -> bytes:
    file = io.BytesIO()
    Image.effect_noise((1400, 1400), 50).convert("RGB").save(file, "PNG", compress_level=1)
    return file.getvalue()


def test_artwork_is_called_by_its_digest_or_by_any_other_name(picture: bytes) -> None:
    digits = hashlib.sha256(picture).hexdigest()[:12]
    for name in (f"artwork-{digits}.png", f"show/artwork-{digits}.png", "cover.png"):
        assert find_picture_fault(OneFile(picture), name) == ""
    fault = find_picture_fault(OneFile(picture), "show/artwork-0123456789ab.png")
    assert fault == "is another picture than its name says, which apps never fetch"


@pytest.mark.parametrize("instead", [b"\x1b\x1b\xff\x1f", b"IEND", b"ABCD"])
def test_a_picture_that_is_broken_inside_is_none(picture: bytes, instead: bytes) -> None:
    at = picture.rindex(b"IDAT")
    assert at > picture.index(b"IDAT")
    body = picture[:at] + instead + picture[at + 4 :]
    assert find_picture_fault(OneFile(body), "cover.png").startswith("is no picture: ")


def test_a_jpeg_may_have_bytes_that_fill_before_its_parts() -> None:
    file = io.BytesIO()
    Image.effect_noise((1400, 1400), 50).convert("RGB").save(file, "JPEG")
    body = file.getvalue()
    at = body.index(b"\xff\xdb")
    filled = body[:at] + b"\xff\xff\xff" + body[at:]
    assert find_picture_fault(OneFile(filled), "cover.jpg") == ""
    torn = body[:at] + b"\x00\x01" + body[at:]
    assert find_picture_fault(OneFile(torn), "cover.jpg")


def test_artwork_of_ones_own_may_be_of_one_colour_and_a_cover_may_not() -> None:
    file = io.BytesIO()
    Image.new("RGB", (1400, 1400), "teal").save(file, "PNG")
    digits = hashlib.sha256(file.getvalue()).hexdigest()[:12]
    assert find_picture_fault(OneFile(file.getvalue()), f"artwork-{digits}.png") == ""
    file = io.BytesIO()
    Image.new("RGB", (1400, 1400), "teal").save(file, "JPEG")
    name = "episodes/mill/cover-0123456789ab.jpg"
    assert find_picture_fault(OneFile(file.getvalue()), name) == "is of one colour alone"


def test_artwork_of_ones_own_may_say_how_its_maker_is_reached_and_a_cover_may_not() -> None:
    exif = Image.Exif()
    exif[0x13B], exif[0x8298] = "photos@courier.example", "The Courier, photos@courier.example"
    file = io.BytesIO()
    Image.effect_noise((1400, 1400), 40).convert("RGB").save(file, "JPEG", exif=exif)
    digits = hashlib.sha256(file.getvalue()).hexdigest()[:12]
    assert find_picture_fault(OneFile(file.getvalue()), f"artwork-{digits}.jpg") == ""
    fault = find_picture_fault(OneFile(file.getvalue()), "episodes/mill/cover-0123456789ab.jpg")
    assert "photos@courier.example" in fault
