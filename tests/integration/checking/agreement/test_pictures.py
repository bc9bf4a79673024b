"""Every picture is that of its words, its size and its show."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image, PngImagePlugin

from tests.integration.checking.agreement.planting import MILL, change, find_wrong

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.integration.checking.agreement.planting import Plant

FERRY = "episodes/the-ferry-of-sallow"
SQUARE, WIDE = "cover-????????????.jpg", "cover-*-wide.jpg"


def find(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def take(pattern: str) -> Plant:
    """Have one episode's picture show another one's."""
    return lambda folder: shutil.copy(
        find(folder, f"{FERRY}/{pattern}"), find(folder, f"{MILL}/{pattern}")
    )


def edit(pattern: str, change_picture: Callable[[Image.Image], Image.Image]) -> Plant:
    def plant(folder: Path) -> None:
        path = find(folder, pattern)
        with Image.open(path) as picture:
            changed = change_picture(picture.copy())
        changed.save(path)

    return plant


def read_name(folder: Path, show: str) -> str:
    """Return the name of a show's picture, without its ending."""
    text = (folder / show / "feed.xml").read_text("utf-8")
    return text.partition("artwork-")[2][:12]


def share_the_artwork(folder: Path) -> None:
    water, town = (read_name(folder, f"shows/{name}") for name in ("water", "town"))
    for name in ("feed.xml", "index.html"):
        path = folder / "shows/water" / name
        path.write_text(path.read_text("utf-8").replace(water, town), "utf-8")


def show_another_small_one(folder: Path) -> None:
    water, main = (read_name(folder, name) for name in ("shows/water", "."))
    shutil.copy(folder / f"artwork-{water}-320.png", folder / f"artwork-{main}-320.png")


def tell_a_path(folder: Path) -> None:
    path = find(folder, f"{MILL}/{SQUARE}")
    with Image.open(path) as picture:
        picture.load()
    picture.save(path, comment=b"/home/ann/Desktop/mill.psd", quality=88)


def turn(folder: Path) -> None:
    path = find(folder, f"{MILL}/{SQUARE}")
    exif = Image.Exif()
    exif[0x112] = 6
    with Image.open(path) as picture:
        picture.load()
    picture.save(path, exif=exif, quality=88)


def break_off(folder: Path) -> None:
    path = find(folder, f"{MILL}/{SQUARE}")
    body = path.read_bytes()
    half = len(body) // 2
    path.write_bytes(body[:half] + bytes(len(body) - half - 2) + body[-2:])


FAULTS: dict[str, tuple[Plant, str]] = {
    "another episode's cover": (take(SQUARE), "picture of an item"),
    "another episode's wide cover": (take(WIDE), "picture of an item"),
    "a cover of one colour": (
        edit(f"{MILL}/{SQUARE}", lambda it: Image.new("RGB", it.size, "teal")),
        "picture of an item",
    ),
    "half a cover": (
        edit(f"{MILL}/{SQUARE}", lambda it: it.paste((9, 9, 9), (0, 0, 1400, 900)) or it),
        "picture of an item",
    ),
    "a cover that broke off": (break_off, "picture of an item"),
    "a cover to be turned": (turn, "picture of an item"),
    "a cover with a path": (tell_a_path, "picture of an item"),
    "widths exchanged": (change("feed.xml", r"\.jpg 1400w", ".jpg 3000w"), "podcast:images"),
    "an icon of a stranger": (
        edit("icon.png", lambda it: Image.new("RGB", it.size, "red")),
        "small pictures",
    ),
    "another show's small picture": (show_another_small_one, "small pictures"),
    "another show's artwork": (share_the_artwork, "artwork"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_picture_of_something_else_is_named(name: str, shown: Path) -> None:
    plant, check = FAULTS[name]
    plant(shown)
    assert check in find_wrong(shown)


def test_artwork_that_shows_share_by_choice_is_none(shown: Path) -> None:
    names = {read_name(shown, name) for name in (".", "shows/water", "shows/town")}
    noise = Image.effect_noise((1400, 1400), 60).convert("RGB")
    told = PngImagePlugin.PngInfo()
    told.add_text("Software", "GIMP 3.0")
    noise.save(shown / "artwork-made.png", pnginfo=told)
    for path in (*shown.glob("**/feed.xml"), *shown.glob("**/*.html"), *shown.glob("**/*.json")):
        text = path.read_text("utf-8")
        for name in names:
            text = text.replace(f"artwork-{name}-320", "artwork-made-320")
            text = text.replace(f"artwork-{name}", "artwork-made")
        path.write_text(text, "utf-8")
    for small, side in (("artwork-made-320.png", 320), ("icon.png", 64)):
        noise.resize((side, side), Image.Resampling.LANCZOS).save(shown / small)
    assert find_wrong(shown) == set()
