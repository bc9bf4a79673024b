"""Take the pictures of the player in twelve themes: ``docs/images/themes``.

``PYTHONPATH=tests/browser:tests .venv/bin/python -m tests.browser.themes [FOLDER]``, with
``--only KIND`` one of them. The pages are those of ``hosts/``, their letters npm's (OFL).
"""

from __future__ import annotations

import argparse
import base64
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from conftest import FLAGS
from edition import Site, build
from host_pages import serve_by_hand
from npm import UnavailableError, package_folder
from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]

LARGEST = 30_000
"""Bytes of a picture in the repository."""

FAMILIES = (
    ("Inter", "@fontsource-variable/inter", "inter-latin-wght-normal", "100 900"),
    ("Source Serif 4", "@fontsource-variable/source-serif-4", "source-serif-4-latin-wght-normal",
     "200 900"),
    ("Roboto", "@fontsource/roboto", "roboto-latin-400-normal", "400"),
    ("Roboto", "@fontsource/roboto", "roboto-latin-500-normal", "500"),
    ("Roboto", "@fontsource/roboto", "roboto-latin-700-normal", "700"),
    ("Noto Naskh Arabic", "@fontsource/noto-naskh-arabic",
     "noto-naskh-arabic-arabic-400-normal", "400"),
    ("Noto Naskh Arabic", "@fontsource/noto-naskh-arabic",
     "noto-naskh-arabic-arabic-700-normal", "700"),
)  # fmt: skip
"""Family, package, file and weights of the letters that the themes ask for."""


@dataclass(frozen=True)
class Theme:
    """A host page as it is photographed."""

    kind: str
    layout: str = "column"
    width: int = 800
    height: int = 560
    bar: bool = False


THEMES = (
    Theme("newspaper", width=1280, height=760),
    Theme("material", height=620),
    Theme("bootstrap", layout="card"),
    Theme("tailwind-prose"),
    Theme("wordpress-block", height=820),
    Theme("ghost-casper", height=640, bar=True),
    Theme("drupal", width=390, height=600),
    Theme("reading-app", layout="line", height=740),
    Theme("newsletter", width=390, height=620, bar=True),
    Theme("arabic"),
    Theme("dark-by-class", layout="card"),
    Theme("government", layout="line", width=390, height=560),
)
"""A layout each where the kind would have it; three on a phone, two scrolled to the bar."""


def faces() -> str:
    """Return the style that brings the letters, or those of this machine where they are not."""
    rules = []
    for family, package, file, weight in FAMILIES:
        try:
            folder = package_folder(package)
        except UnavailableError as error:
            print(error, file=sys.stderr)
            continue
        data = base64.b64encode((folder / "files" / f"{file}.woff2").read_bytes()).decode()
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};'
            f"src:url(data:font/woff2;base64,{data})}}"
        )
    return f"<style>{''.join(rules)}</style>"


def shots(browser: Browser, folder: Path, themes: list[Theme]) -> Iterator[tuple[Theme, bytes]]:
    """Yield each theme with its picture: a story that is heard, ten seconds in."""
    build(folder)
    edition, publisher, letters = Site(folder), Site(), faces()
    for theme in themes:
        rests = "" if theme.bar else ' data-follow="off"'
        address = serve_by_hand(theme.kind, edition, publisher, f'layout="{theme.layout}"{rests}')
        name = f"hand/{theme.kind}.html"
        publisher.pages[name] = publisher.pages[name].replace("<style>", f"{letters}<style>", 1)
        # What a reader's system has under this name, this machine has not.
        publisher.pages[name] = publisher.pages[name].replace("system-ui,", "")
        context = browser.new_context(
            viewport={"width": theme.width, "height": theme.height}, locale="en-GB",
            device_scale_factor=2 if theme.width < 500 else 1,
        )  # fmt: skip
        page = context.new_page()
        page.goto(address)
        hear(page)
        yield theme, page.screenshot()
        context.close()
    edition.close()
    publisher.close()


def hear(page: Page) -> None:
    page.wait_for_function("document.querySelector('audiopress-player')?.record")
    page.wait_for_timeout(1200)
    page.evaluate(
        """async () => { const player = document.querySelector('audiopress-player');
        await player.whole(); await player.play(10.2) }"""
    )
    page.wait_for_function("document.querySelector('audiopress-player').dataset.state === 'playing'"
                           " && CSS.highlights.get('ap-word')")  # fmt: skip
    page.wait_for_timeout(400)


def small(picture: bytes) -> bytes:
    """Return it as WebP, as fine as it can be within the limit."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for quality in range(90, 10, -5):
        packed = io.BytesIO()
        image.save(packed, "WEBP", quality=quality, method=6)
        if packed.tell() <= LARGEST:
            return packed.getvalue()
    raise ValueError("a picture of a theme does not go into 30 kB")


def main() -> None:
    """Take the pictures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "images" / "themes")
    asked.add_argument("--only")
    said = asked.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    wanted = [theme for theme in THEMES if said.only in (None, theme.kind)]
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=list(FLAGS)
        )
        for theme, picture in shots(browser, Path(place) / "output", wanted):
            (said.folder / f"{theme.kind}.webp").write_bytes(small(picture))
            print(theme.kind)


if __name__ == "__main__":
    main()
