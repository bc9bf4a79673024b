"""The page of ``check --html`` in a browser: readable on a phone, axe finds nothing, no script."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audiopress.checking.report_page.page import render_report
from tests.made_receipt import make_receipt

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOUND = """async () => (await axe.run(document, { resultTypes: ['violations'],
  rules: { 'target-size': { enabled: true } } })).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`))"""


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_page_of_a_receipt(browser: Browser, tmp_path: Path, colours: str) -> None:
    found = find_spec("axe_playwright_python")
    if not found or not found.origin:
        pytest.skip("no axe-core: pip install axe-playwright-python")
    file = tmp_path / "report.html"
    file.write_bytes(render_report(make_receipt(), "public/audio"))
    with browser.new_context(color_scheme=colours, bypass_csp=True) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        page.evaluate((Path(found.origin).parent / "axe.min.js").read_text("utf-8"))
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.evaluate(FOUND) == []
        assert asked == [file.as_uri()]
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector('details').open")
