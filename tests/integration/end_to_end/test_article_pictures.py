"""The article's own picture: fetched once, shown on its page, on the front and in the cover."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from runner import Press

STORY = "".join(
    f"<p>For nine days nobody crossed the bridge at Hallow Mill; on day {n} the first bus did.</p>"
    for n in range(4)
)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def serve(server: Server, body: bytes, name: str = "photo", story: str = STORY) -> str:
    server.answers[f"/{name}"] = always(page(body, Content_Type="image/png"))
    head = f'<title>Bridge</title><meta property="og:image" content="/{name}">'
    text = (
        f"<html lang=en><head>{head}</head><body><article><h1>Bridge</h1>{story}</article></body>"
    )
    server.answers["/bridge"] = always(page(text.encode()))
    return server.url("/bridge")


def photo(colour: str) -> bytes:
    body = io.BytesIO()
    Image.new("RGB", (1800, 900), colour).save(body, "PNG")
    return body.getvalue()


def configure(press: Press, value: str) -> None:
    press.folder.mkdir(exist_ok=True)
    (press.folder / "audiopress.toml").write_text(f"[show]\npictures = {value}\n")


def pictures(press: Press) -> dict[str, tuple[int, int]]:
    found = sorted((press.folder / "output" / "episodes" / "bridge").glob("*.jpg"))
    return {re.sub("[0-9a-f]{12}", "*", path.name): Image.open(path).size for path in found}


DRAWN = {"cover-*-wide.jpg": (1280, 720), "cover-*.jpg": (1400, 1400)}
SHOWN = DRAWN | {"picture-*-1600x800.jpg": (1600, 800), "picture-*-1600x800-small.jpg": (640, 360)}


def asked(server: Server) -> int:
    return sum(head.startswith("GET /photo ") for head in server.heads)


def test_it_is_shown_while_the_show_wishes_it_and_fetched_once(
    press: Press, server: Server
) -> None:
    url = serve(server, photo("green"))
    configure(press, "true")
    press.build(url, "--allow-private")
    assert pictures(press) == SHOWN
    cover = next((press.folder / "output" / "episodes" / "bridge").glob("cover-*[0-9a-f].jpg"))
    red, green, blue = Image.open(cover).getpixel((700, 300))
    assert green > red + 60 > blue + 50
    output = press.folder / "output"
    feed, front = ((output / name).read_text("utf-8") for name in ("feed.xml", "index.html"))
    inside = (output / "episodes" / "bridge" / "index.html").read_text("utf-8")
    assert cover.name in feed
    assert re.search(r'src="episodes/bridge/picture-[^"]*-small.jpg"', front)
    assert re.search(r'src="picture-[^"]*.jpg" alt="" width="1600" height="800"', inside)
    before = press.tree()
    press.build(url, "--allow-private")
    assert press.tree() == before
    assert asked(server) == 1
    configure(press, "false")
    press.build(url, "--allow-private")
    assert pictures(press) == DRAWN
    assert "picture-" not in (output / "index.html").read_text("utf-8")
    configure(press, "true")
    press.build(url, "--allow-private")
    assert press.tree() == before
    assert asked(server) == 1


@pytest.mark.parametrize("body", [b"<html>gone</html>", b""])
def test_one_that_is_none_is_named_and_costs_nothing_else(
    press: Press, server: Server, body: bytes
) -> None:
    url = serve(server, body)
    configure(press, "true")
    report = press.build(url, "--allow-private")
    assert report["totals"]["failed"] == 0
    (note,) = (note for note in report["notes"] if "no picture" in note)
    assert server.url("/photo") in note
    assert pictures(press) == DRAWN


def test_without_the_cache_and_the_server_it_is_the_one_that_lies_there(
    press: Press, server: Server
) -> None:
    url = serve(server, photo("green"))
    configure(press, "true")
    press.build(url, "--allow-private")
    before = press.tree()
    for path in (press.folder / ".audiopress").glob("objects/**/*"):
        if path.is_file() and b'"own-picture"' in path.read_bytes():
            path.unlink()
    server.answers["/photo"] = always(b"HTTP/1.1 500 Gone\r\nContent-Length: 0\r\n\r\n")
    (press.folder / "output" / "episodes" / "bridge" / "index.html").unlink()
    report = press.build(url, "--allow-private")
    assert press.tree() == before
    assert not [note for note in report["notes"] if "no picture" in note]


@pytest.fixture
def corrected(press: Press, server: Server) -> tuple[set[str], set[str]]:
    """Pictures of an article, and those of its correction, which has another photograph."""
    configure(press, "true")
    press.build(serve(server, photo("green")), "--allow-private")
    old = list_pictures(press)
    story = STORY.replace("nine days", "ten days")
    press.build(serve(server, photo("navy"), "later", story), "--allow-private")
    return old, list_pictures(press) - old


def list_pictures(press: Press) -> set[str]:
    return {path for path in press.tree() if path.endswith(".jpg")}


def test_an_old_version_keeps_its_pictures_until_it_goes(
    press: Press, corrected: tuple[set[str], set[str]]
) -> None:
    old, new = corrected
    assert (len(old), len(new)) == (4, 4)
    assert list_pictures(press) == old | new
    report = json.loads(press.run("gc", "--json").stdout)
    assert (report["versions"], list_pictures(press)) == ([], old | new)
    sizes = sum((press.folder / "output" / path).stat().st_size for path in old)
    told = json.loads(press.run("gc", "--keep", "0h", "--json").stdout)
    assert [each["bytes"] > sizes for each in told["versions"]] == [True]
    assert list_pictures(press) == new


def test_an_old_version_that_is_purged_takes_its_pictures_along(
    press: Press, corrected: tuple[set[str], set[str]]
) -> None:
    words = ("correct", "bridge", "--purge", "--json")
    foreseen = json.loads(press.run(*words, "--dry-run").stdout)["pictures"]
    said = json.loads(press.run(*words).stdout)
    assert said["pictures"] == foreseen
    assert {address.rpartition("/")[2] for address in said["pictures"]} == {
        path.rpartition("/")[2] for path in corrected[0]
    }
    assert list_pictures(press) == corrected[1]


def test_a_picture_that_both_versions_have_stays(press: Press, server: Server) -> None:
    configure(press, "true")
    press.build(serve(server, photo("green")), "--allow-private")
    old = list_pictures(press)
    story = STORY.replace("nine days", "ten days")
    press.build(serve(server, photo("green"), story=story), "--allow-private")
    press.run("gc", "--keep", "0h")
    assert list_pictures(press) == old
    press.build("--allow-private", server.url("/bridge"))
    assert list_pictures(press) == old


def test_an_old_headline_keeps_its_cover_as_long_as_its_sound(press: Press) -> None:
    press.folder.mkdir()
    article = press.folder / "a.md"
    article.write_text("# Fog in the bay\n\nNo boat left.\n", "utf-8")
    press.build("a.md")
    before = (press.folder / "output" / "feed.xml").read_text("utf-8")
    article.write_text("# Mist in the bay\n\nNo boat left.\n", "utf-8")
    press.build("a.md")
    named = set(re.findall(r"episodes/[\w./-]+/(?:cover[\w-]+\.jpg|[\w-]+\.mp3)", before))
    assert len(named) == 3
    assert named <= set(press.tree())
    press.run("gc", "--keep", "0h")
    assert not named & set(press.tree())
