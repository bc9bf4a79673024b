"""The player in Firefox, which has another engine, another media stack and other ranges."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from pages import SOUND, SRC, document, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edition import Site
    from firefox import Firefox

P = "document.querySelector('audiopress-player')"
TAB = "\ue004"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    named = os.environ.get("AUDIOPRESS_FIREFOX")
    program = named or shutil.which("firefox-esr") or shutil.which("firefox")
    if not program:
        pytest.skip("no Firefox on this machine: apt-get install firefox-esr")
    pytest.importorskip("websocket", reason="pip install websocket-client")
    from firefox import Firefox  # noqa: PLC0415 - needs the package just asked for

    opened = Firefox(program, tmp_path_factory.mktemp("firefox") / "profile")
    yield opened
    opened.close()


@pytest.fixture
def shown(firefox: Firefox, edition: Site) -> Firefox:
    edition.pages["firefox.html"] = document(element('playlist="/feed.xml"'))
    firefox.log.clear()
    firefox.open(edition.url("firefox.html"))
    firefox.until(f"{P}?.record")
    # Where there is no sound card, Firefox plays only what is mute; it decodes and keeps time.
    firefox.evaluate(f"({P}.audio.muted = true)")
    return firefox


def test_plays_seeks_and_follows_without_a_complaint(shown: Firefox) -> None:
    shown.evaluate(f"{P}.play()")
    shown.until(f"{P}.dataset.state === 'playing' && {P}.currentTime > 0.5")
    start = shown.evaluate(f"{P}.record.paragraphs[5].start")
    shown.evaluate(f"({P}.currentTime = {start}, 0)")
    shown.until(f"{P}.audio.seeking === false && {P}.audio.currentTime >= {start} - 0.005")
    assert shown.evaluate(f"{P}.audio.currentTime") - start < 3
    shown.until("CSS.highlights.get('ap-word')")
    marked = shown.evaluate("[...CSS.highlights.get('ap-paragraph')].join('')")
    assert marked == shown.evaluate(f"{P}.record.paragraphs[5].text")
    shown.evaluate(f"{P}.pause()")
    shown.until(f"{P}.audio.paused && {P}.dataset.state === 'paused'")
    assert shown.log == []


def test_every_list_opens_and_the_tab_key_reaches_all(shown: Firefox) -> None:
    root = f"{P}.shadowRoot"
    for name in ("transcript", "chapters", "playlist"):
        shown.evaluate(f"{root}.querySelector('[part~={name}]').click()")
        shown.until(f"{root}.querySelector('[part~=list] li')")
    shown.evaluate("(document.activeElement.blur(), 0)")
    reached = []
    for _ in range(16):
        shown.press(TAB)
        reached.append(shown.evaluate(f"{root}.activeElement?.part.value ?? ''"))
    assert {"button play", "position", "speed", "button share"} <= set(reached)
    assert shown.log == []


def test_a_sound_that_fails_says_so_and_can_be_tried_again(firefox: Firefox, edition: Site) -> None:
    # An episode of its own: Firefox keeps the sound of pages it has left.
    src, sound = SRC.replace("harbour", "second"), SOUND.replace("harbour", "second")
    edition.pages["firefox.html"] = document(element(src=src, sound=sound))
    edition.faults.failing |= {".mp3"}
    firefox.open(edition.url("firefox.html"))
    firefox.until(f"{P}?.record")
    firefox.evaluate(f"({P}.audio.muted = true)")
    firefox.evaluate(f"{P}.play()")
    firefox.until(f"{P}.dataset.state === 'failed'")
    edition.faults.reset()
    firefox.evaluate(f"{P}.shadowRoot.querySelector('[part~=retry]').click()")
    firefox.until(f"{P}.dataset.state === 'playing'")
