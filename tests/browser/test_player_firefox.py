"""The player in Firefox, which has another engine, another media stack and other ranges."""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from edition import TEXTS
from pages import BODY, SOUND, SRC, document, element

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


# Where there is no sound card, Firefox plays only what is mute, on a next page too.
MUTE = """<script>const { play } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.play = function () { this.muted = true; return play.call(this) }
</script>"""
TALL = "".join(f'<p>{text}</p><div style="height:420px"></div>' for _, text in TEXTS[1:])
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; "
    "connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'"
)


STANDS_STILL = """(async (element) => {
  for (let last; ;) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, top } = element.getBoundingClientRect()
    if (top === last) return [left + 9, top + 9]
    last = top
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
})"""
"""A place in an element, once no smooth scroll moves it any more."""


def show(firefox: Firefox, edition: Site, attributes: str, body: str, head: str = MUTE) -> None:
    edition.pages["firefox.html"] = document(element(attributes), body=body, head=head)
    firefox.log.clear()
    firefox.open(edition.url("firefox.html"))
    firefox.until(f"{P}?.record")


def touch_until(firefox: Firefox, element: str, condition: str) -> None:
    """Touch as people do: again, for on a busy machine one may last so long that it is no tap.

    They scroll there first, and are followed no more: the page stands still under the finger. It
    goes on playing until then, for what is over plays nothing at a tap.
    """
    for patience in (5, 5, 20):
        firefox.evaluate(f"({P}.audio.currentTime = {P}.record.paragraphs[5].start + 0.05, 0)")
        firefox.roll(-200)
        firefox.tap(*firefox.evaluate(f"{STANDS_STILL}({element})"))
        with contextlib.suppress(AssertionError):
            firefox.until(condition, seconds=patience)
            return
    raise AssertionError(firefox.evaluate(f"[{P}.dataset.state, {P}.currentTime, scrollY]"))


def test_the_page_follows_and_the_bar_comes_and_a_tap_plays_from_there(
    firefox: Firefox, edition: Site
) -> None:
    show(firefox, edition, "data-sticky", TALL)
    firefox.evaluate(f"{P}.play()")
    firefox.until(f"{P}.dataset.state === 'playing'")
    firefox.evaluate(f"({P}.audio.currentTime = {P}.record.paragraphs[5].start + 0.05, 0)")
    inside = """(() => { const [range] = CSS.highlights.get('ap-paragraph') ?? [];
      const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
      return top >= 0 && bottom <= innerHeight && scrollY > 500 })()"""
    firefox.until(inside)
    firefox.until(f"{P}.hasAttribute('data-stuck')")
    start = firefox.evaluate(f"{P}.record.paragraphs[3].start")
    condition = f"Math.abs({P}.currentTime - {start}) < 2"
    touch_until(firefox, "document.querySelectorAll('article p')[2]", condition)
    assert firefox.log == []


def test_the_queue_is_heard_and_the_next_page_goes_on_at_its_speed(
    firefox: Firefox, edition: Site
) -> None:
    edition.pages["next.html"] = document("", head=MUTE)
    show(firefox, edition, 'playlist="/feed.xml" data-sticky="site"', BODY)
    root = f"{P}.shadowRoot"
    firefox.evaluate(f"{root}.querySelector('[part~=playlist]').click()")
    firefox.until(f"{root}.querySelectorAll('[aria-pressed]').length === 4")
    firefox.evaluate(f"{root}.querySelectorAll('[aria-pressed]')[2].click()")
    firefox.evaluate(f"({P}.rate = 1.5, {P}.play(8))")
    firefox.until(f"{P}.dataset.state === 'playing' && {P}.currentTime > 8.2")
    firefox.open(edition.url("next.html"))
    firefox.until(f"{P}?.dataset.state === 'playing'")
    assert firefox.evaluate(f"{P}.hasAttribute('data-carried')")
    assert firefox.evaluate(f"{P}.audio.playbackRate") == 1.5
    assert 8 < firefox.evaluate(f"{P}.currentTime") < 16
    firefox.evaluate(f"({P}.seek({P}.duration - 0.3), 0)")
    firefox.until(f"{P}.record?.title === 'A second story' && {P}.dataset.state === 'playing'")
    assert firefox.log == []


def test_the_sleep_timer_ends_it_and_gives_the_volume_back(firefox: Firefox, edition: Site) -> None:
    show(firefox, edition, "", BODY)
    root = f"{P}.shadowRoot"
    firefox.evaluate(f"({P}.audio.volume = 0.8, {P}.play())")
    firefox.until(f"{P}.dataset.state === 'playing'")
    firefox.evaluate(f"{root}.querySelector('[part~=options]').click()")
    timer = f"{root}.querySelector('[part~=list] select')"
    firefox.until(f"{timer}?.options.length > 2")
    firefox.evaluate(f"({timer}.selectedIndex = 1, {timer}.dispatchEvent(new Event('change')))")
    firefox.evaluate("((now) => { Date.now = () => now + 15 * 60000; return 0 })(Date.now())")
    firefox.until(f"{P}.paused")
    assert firefox.evaluate(f"{P}.audio.volume") == 0.8
    assert firefox.log == []


def test_a_strict_policy_with_trusted_types_is_kept(firefox: Firefox, edition: Site) -> None:
    edition.faults.headers["Content-Security-Policy"] = POLICY
    show(firefox, edition, 'playlist="/feed.xml" data-sticky data-remember', BODY, head="")
    firefox.evaluate(f"({P}.audio.muted = true)")
    firefox.evaluate(f"{P}.play()")
    firefox.until(f"{P}.dataset.state === 'playing' && {P}.currentTime > 0.3")
    root = f"{P}.shadowRoot"
    for name in ("transcript", "playlist", "options"):
        firefox.evaluate(f"{root}.querySelector('[part~={name}]').click()")
        firefox.until(f"{root}.querySelector('[part~=list]:not([hidden])')")
    firefox.until("CSS.highlights.get('ap-word')")
    assert [line for line in firefox.log if "Content-Security-Policy" in line] == []
    assert firefox.log == []


def test_a_sound_that_fails_says_so_and_can_be_tried_again(firefox: Firefox, edition: Site) -> None:
    # An episode of its own: Firefox keeps the sound of pages it has left.
    src, sound = SRC.replace("harbour", "minato"), SOUND.replace("harbour", "minato")
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
