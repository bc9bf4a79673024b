"""Profiles and tabs of a browser that tests share and that remember nothing between them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition import Site
    from playwright.sync_api import Browser, BrowserContext, Page

ANCHORS = ("127.0.0.1", "localhost")
"""Hosts of which a tab stays open: the pages of tests take over its warm process. Starting one and
compiling the player costs half of a test's time."""


@contextmanager
def open_window(browser: Browser, site: Site, **how: Any) -> Iterator[BrowserContext]:
    """Yield a profile for the pages of many tests; a new one would cost each a second."""
    opened = browser.new_context(locale="en-GB", **how)
    opened.set_default_timeout(8000)
    for host in ANCHORS:
        opened.new_page().goto(site.url("none", host=host))
    yield opened
    opened.close()


@contextmanager
def open_tab(window: BrowserContext) -> Iterator[Page]:
    """Yield a tab of its own; afterwards nothing is left of it, nor of those that it opened."""
    opened = window.new_page()
    origins: set[str] = set()
    opened.on("framenavigated", lambda frame: origins.add("/".join(frame.url.split("/")[:3])))
    yield opened
    client = window.new_cdp_session(opened)
    for origin in origins:
        if origin.startswith("http"):
            wanted = {"origin": origin, "storageTypes": "all"}
            client.send("Storage.clearDataForOrigin", wanted)
    window.clear_permissions()
    window.set_offline(offline=False)
    for tab in window.pages[len(ANCHORS) :]:
        tab.close()
