"""An edition on a host: what the host does to it is looked at too."""

from __future__ import annotations

import functools
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from audiopress import server
from audiopress.check.edition import check_edition
from audiopress.check.served import Served, check_host
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


@contextmanager
def plain_host(folder: Path) -> Iterator[int]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Plain, directory=folder))
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


def test_a_host_that_sends_no_parts_and_knows_no_types_is_named(edition: Path) -> None:
    with plain_host(edition) as port:
        assert find_faults(port) == {"address of the feed", "media types", "parts of a file"}
