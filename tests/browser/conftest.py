"""A real Chromium for the browser tests, which skip by name where there is none."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from edition import Site, build
from tabs import open_tab, open_window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("AUDIOPRESS_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("edition") / "output"
    build(root)
    site = Site(root)
    yield site
    site.close()


@pytest.fixture(scope="session")
def publisher() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture(autouse=True)
def well_behaved(request: pytest.FixtureRequest) -> Iterator[None]:
    """No fault of one test is left for the next."""
    yield
    for name in ("edition", "publisher"):
        if name in request.fixturenames:
            request.getfixturevalue(name).faults.reset()


@pytest.fixture(scope="session")
def window(browser: Browser, edition: Site) -> Iterator[BrowserContext]:
    with open_window(browser, edition, viewport={"width": 900, "height": 700}) as opened:
        yield opened


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    with open_tab(window) as opened:
        opened.on("pageerror", lambda it: opened.evaluate("e => (window.broken = e)", str(it)))
        yield opened
