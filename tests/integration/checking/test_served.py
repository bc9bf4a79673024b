"""An edition on a host: what the host does to it is looked at too."""

from __future__ import annotations

import functools
import re
import shutil
import socket
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from audiopress import server
from audiopress.checking.check_groups import group_checks
from audiopress.checking.edition import check_edition
from audiopress.checking.host_rules import check_host
from audiopress.checking.places import check_place
from audiopress.checking.receipt import Receipt
from audiopress.checking.served import Served
from audiopress.errors import SourceError
from audiopress.net.transport import FetchLimits
from tests.integration.server.served_app import serving_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


class Plain(SimpleHTTPRequestHandler):
    """A host that knows few media types and sends files only whole."""

    def guess_type(self, path: object) -> str:
        """Return what a host says that has not been told of sound and captions."""
        return "text/xml" if str(path).endswith(".xml") else "application/octet-stream"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Forgetful(Plain):
    """A host that does not say since when a file is as it is."""

    def send_header(self, keyword: str, value: str) -> None:
        """Send all but the date."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)


class Restless(Forgetful):
    """A host that gives a file another tag each time, as some do that have several machines."""

    asked = 0

    def end_headers(self) -> None:
        """Send the next number."""
        type(self).asked += 1
        self.send_header("ETag", f'"{self.asked}"')
        super().end_headers()


class Closed(Plain):
    """A host that lets one site in, and another than who asks."""

    def end_headers(self) -> None:
        """Name the site."""
        self.send_header("Access-Control-Allow-Origin", "https://listen.courier.example")
        super().end_headers()


@contextmanager
def plain_host(folder: Path, kind: type[Plain] = Plain) -> Iterator[int]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=folder))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield running.server_port
    finally:
        running.shutdown()
        running.server_close()


def find_faults(port: int) -> set[str]:
    shelf = Served(f"http://127.0.0.1:{port}/", FetchLimits(allow_private=True))
    receipt = check_edition(shelf)
    check_host(shelf, receipt)
    return {check.name for check in receipt.list_checks() if not check.ok}


def test_a_host_that_does_what_it_must_has_no_other_fault_than_its_address(edition: Path) -> None:
    with serving_app(server.create_app(edition)) as port:
        # The feed is of another host: that is what nobody could subscribe to here.
        assert find_faults(port) == {"address of the feed"}


def test_a_page_of_a_feed_that_nobody_named_is_to_be_there(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    sitemap = folder / "edition-sitemap.xml"
    text = sitemap.read_text("utf-8")
    base = re.findall(r"<loc>(.*?)</loc>", text)[0]
    other = f"<url><loc>{base}episodes/morning/</loc></url></urlset>"
    sitemap.write_text(text.replace("</urlset>", other), "utf-8")
    name = "pages of the sitemap"
    with plain_host(folder) as port:
        assert name in find_faults(port)
        (folder / "episodes/morning").mkdir()
        (folder / "episodes/morning/index.html").write_text("<h1>Morning</h1>", "utf-8")
        assert name not in find_faults(port)


def test_a_host_that_sends_no_parts_and_knows_no_types_is_named(edition: Path) -> None:
    with plain_host(edition) as port:
        assert find_faults(port) == {
            "address of the feed", "embedding elsewhere", "media types", "parts of a file",
        }  # fmt: skip


def ask_host(port: int, *paths: str) -> dict[str, str]:
    """Return what is wrong with a host that was asked for a few files alone, by the check."""
    shelf = Served(f"http://127.0.0.1:{port}/", FetchLimits(allow_private=True))
    for path in paths:
        assert shelf.read(path)
    receipt = Receipt()
    check_host(shelf, receipt)
    faults = [check for check in receipt.list_checks() if check.ok is False]
    return {fault.name: fault.detail for fault in reversed(faults)}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (Plain, None),
        (Forgetful, "has neither ETag nor Last-Modified"),
        (Restless, r'had "\d+" and has "\d+" a moment later'),
    ],
)
def test_a_host_that_cannot_say_that_nothing_changed_is_named(
    edition: Path, kind: type[Plain], told: str | None
) -> None:
    (alignment,) = edition.glob("episodes/tide-mill/*/alignment.json")
    with plain_host(edition, kind) as port:
        fault = ask_host(port, alignment.relative_to(edition).as_posix()).get("asked for again")
    assert re.match(told, fault or "") if told else fault is None


def test_a_host_that_lets_only_its_own_pages_read_is_named(edition: Path) -> None:
    with plain_host(edition, Closed) as port:
        shelf = Served(f"http://127.0.0.1:{port}/", FetchLimits(allow_private=True))
        receipt = check_edition(shelf)
        check_host(shelf, receipt)
    closed = [check for check in receipt.list_checks() if check.name == "embedding elsewhere"]
    assert len(closed) == len(shelf.answers)
    # Of all files, whatever their kind, people read one row; programs have each.
    (group,) = group_checks(closed)
    assert group.told.startswith(f"{len(closed)} times: cannot be read by a page elsewhere")
    assert "is https://listen.courier.example and not *" in group.told
    assert group.places[-1] == f"and {len(closed) - 3} more (--json has each)"


def test_a_private_show_is_embedded_nowhere_else(edition: Path, tmp_path: Path) -> None:
    feed = (edition / "feed.xml").read_text("utf-8")
    block = "<itunes:block>Yes</itunes:block><itunes:explicit>"
    (tmp_path / "feed.xml").write_text(feed.replace("<itunes:explicit>", block, 1), "utf-8")
    with plain_host(tmp_path) as port:
        assert "embedding elsewhere" not in ask_host(port)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone.xml", 'where the server says "404'),
        ("page.xml", "which is a page of HTML"),
        ("other.xml", "which is another show"),
        ("same.xml", None),
    ],
)
def test_where_a_feed_sends_its_listeners_is_looked_at(
    edition: Path, tmp_path: Path, name: str, told: str | None
) -> None:
    feed = (edition / "feed.xml").read_text("utf-8")
    guid = re.search("<podcast:guid>(.*?)<", feed)[1]
    (tmp_path / "same.xml").write_text(feed, "utf-8")
    (tmp_path / "other.xml").write_text(feed.replace(guid, guid[::-1]), "utf-8")
    (tmp_path / "page.xml").write_text("<html><body/></html>", "utf-8")
    with plain_host(tmp_path) as port:
        to = f"http://127.0.0.1:{port}/{name}"
        move = f"<itunes:new-feed-url>{to}</itunes:new-feed-url><itunes:explicit>"
        (tmp_path / "feed.xml").write_text(feed.replace("<itunes:explicit>", move, 1), "utf-8")
        fault = ask_host(port).get("itunes:new-feed-url")
    assert (
        fault is None if told is None else fault.startswith(f"sends all listeners to {to}, {told}")
    )


def test_where_a_folder_sends_its_listeners_cannot_be_seen_from_there(
    edition: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "output"
    shutil.copytree(edition, folder)
    to = "https://new.courier.example/feed.xml"
    feed = (folder / "feed.xml").read_text("utf-8")
    move = f"<itunes:new-feed-url>{to}</itunes:new-feed-url><itunes:explicit>"
    (folder / "feed.xml").write_text(feed.replace("<itunes:explicit>", move, 1), "utf-8")
    receipt = check_place(str(folder), FetchLimits())
    (row,) = [check for check in receipt.list_checks() if check.name == "itunes:new-feed-url"]
    assert receipt.ok
    assert row.ok is None
    assert f"all listeners are sent to {to}; audiopress check {to}" in row.detail


def test_an_address_where_nothing_answers_is_told_with_what_would() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    with pytest.raises(SourceError) as nothing:
        check_place(address, FetchLimits(allow_private=True))
    assert "nothing answers there" in nothing.value.message
    assert f"audiopress serve --port {port} " in nothing.value.hint
    with pytest.raises(SourceError) as private:
        check_place(address, FetchLimits())
    assert private.value.hint == f"audiopress check {address} --allow-private"
