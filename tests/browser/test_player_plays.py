from __future__ import annotations

import re

import pytest
from edition import PITCH, SLOPE, TEXTS, TITLE, Site
from pages import SOUND, document, element, opened, player, playing, ready
from playwright.sync_api import Page, expect

# A browser keeps the place in whole microseconds, rounded down; the player allows 5 ms too.
TICK = 0.005


def test_says_what_it_is_before_anything_is_pressed(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    expect(page.locator(".label")).to_contain_text("Listen to this article")
    expect(page.locator(".label")).to_contain_text("· 1 min")
    expect(page.get_by_text("AI-narrated")).to_be_visible()
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()
    assert SOUND not in edition.faults.seen, "no sound is fetched before a hand comes near"


def test_plays_and_pauses(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    page.get_by_role("button", name="Play", exact=True).click()
    playing(page)
    page.wait_for_function("document.querySelector('audiopress-player').currentTime > 0.3")
    page.get_by_role("button", name="Pause").click()
    assert player(page, "p.audio.paused") is True


HEAR = """async ([at]) => {
  const player = document.querySelector('audiopress-player');
  const context = new AudioContext({ sampleRate: 44100 });
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  window.source ??= context.createMediaElementSource(player.audio);
  window.source.connect(analyser);
  analyser.connect(context.destination);
  await player.play(at);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const heard = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(heard);
  const now = player.audio.currentTime;
  player.pause();
  let top = 0;
  heard.forEach((level, bin) => { if (level > heard[top]) top = bin; });
  return [now, (top * context.sampleRate) / analyser.fftSize, heard[top]];
}"""


@pytest.mark.parametrize("paragraph", [2, 5, 9])
def test_after_seeking_to_a_paragraph_the_sound_is_there(
    page: Page, edition: Site, paragraph: int
) -> None:
    opened(page, edition, document(element()))
    ready(page)
    start = player(page, f"p.record.paragraphs[{paragraph}].start")
    now, pitch, level = page.evaluate(HEAR, [start])
    assert level > -60, "something is heard"
    # The analyser looks back over 8192 samples: what it hears is their middle.
    heard = (pitch - PITCH) / SLOPE + 4096 / 44100
    assert now >= start - TICK
    assert abs(heard - now) < 0.1


def test_marks_follow_paragraph_by_paragraph_and_word_by_word(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.evaluate(
        """() => {
          window.marks = { paragraph: [], word: [] };
          const look = () => {
            for (const name of ['paragraph', 'word']) {
              const ranges = [...(CSS.highlights.get(`ap-${name}`) ?? [])];
              const text = ranges.map(String).join('|');
              if (text && text !== marks[name].at(-1)) marks[name].push(text);
            }
            requestAnimationFrame(look);
          };
          look();
        }"""
    )
    page.evaluate("document.querySelector('audiopress-player').play(0)")
    player(page, "p.audio.playbackRate = 3")
    page.wait_for_function("window.marks.paragraph.length >= 3", timeout=30000)
    marks = page.evaluate("window.marks")
    assert marks["paragraph"][:3] == [TITLE, TEXTS[2][1], TEXTS[3][1]]
    # A busy machine may miss a word; none comes out of order.
    said = [word.strip("“”,.") for word in f"{TITLE} {TEXTS[2][1]}".split()]
    marked = iter(said)
    seen = [word.strip("“”,.") for word in marks["word"]]
    ordered = [word for word in seen if word in marked]
    assert len(ordered) > len(said) / 3
    assert seen[: len(ordered)] == ordered


def test_transcript_chapters_and_speed(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    page.get_by_role("button", name="Transcript").click()
    rows = page.locator("audiopress-player li")
    expect(rows).to_have_count(len(TEXTS))
    page.locator("audiopress-player li button").nth(5).click()
    playing(page)
    assert player(page, f"p.currentTime >= p.record.paragraphs[5].start - {TICK}")
    expect(rows.nth(5)).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="Chapters").click()
    page.get_by_role("button", name="What comes next").click()
    page.wait_for_function(
        "(() => { const p = document.querySelector('audiopress-player');"
        " return Math.abs(p.currentTime - p.record.chapters[2].start) < 1 })()"
    )
    page.get_by_label("Speed").select_option("1.5")
    assert player(page, "[p.audio.playbackRate, p.audio.preservesPitch]") == [1.5, True]


def test_buttons_move_by_seconds_and_by_paragraphs(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()))
    ready(page)
    for name, expected in (
        ("Next paragraph", "p.record.paragraphs[0].start"),
        ("Next paragraph", "p.record.paragraphs[1].start"),
        ("Forward 30 seconds", "p.record.paragraphs[1].start + 30"),
        ("Back 15 seconds", "p.record.paragraphs[1].start + 15"),
    ):
        page.get_by_role("button", name=name).click()
        wanted = player(page, expected)
        page.wait_for_function(
            "at => Math.abs(document.querySelector('audiopress-player').currentTime - at) < 0.01",
            arg=wanted,
        )


def test_playlist_of_the_edition(page: Page, edition: Site) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"')))
    ready(page)
    page.get_by_role("button", name="More to hear").click()
    page.get_by_role("button", name=re.compile("^A second story")).click()
    playing(page)
    assert player(page, "p.record.title") == "A second story"
    assert "second.mp3" in str(player(page, "p.audio.currentSrc"))
    assert edition.url() in str(player(page, "p.audio.currentSrc")), "never the published address"


def test_everything_by_keyboard(page: Page, edition: Site) -> None:
    opened(page, edition, document(element('playlist="/feed.xml"')))
    ready(page)
    page.wait_for_function(
        "document.querySelector('audiopress-player').shadowRoot.querySelector('.here')"
    )
    seen = []
    for _ in range(14):
        page.keyboard.press("Tab")
        page.wait_for_timeout(20)
        seen.append(
            page.evaluate(
                """() => { const e = document.activeElement.shadowRoot?.activeElement;
                if (!e) return null; const box = e.getBoundingClientRect();
                return [e.getAttribute('aria-label') || e.textContent,
                  getComputedStyle(e).outlineStyle, Math.min(box.width, box.height) >= 24] }"""
            )
        )
    names = [one[0] for one in seen if one]
    assert names[:13] == [
        "Play", "Position", "Previous paragraph", "Back 15 seconds", "Forward 30 seconds",
        "Next paragraph", "Speed", "Chapters", "Transcript", "More to hear", "Settings",
        "Download", "Share from here",
    ]  # fmt: skip
    assert names[13].startswith("Play from here:")
    assert all(one[1] == "solid" for one in seen if one), "focus is seen"
    assert all(one[2] for one in seen if one), "targets of 24 px"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    playing(page)
    assert player(page, f"p.currentTime >= p.record.paragraphs[3].start - {TICK}")
    assert player(page, "p.currentTime < p.record.paragraphs[6].start")
    player(page, "p.pause()")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
    before = player(page, "p.currentTime")
    page.keyboard.press("ArrowRight")
    assert 4.5 < player(page, "p.currentTime") - before < 6  # type: ignore[operator]


def test_resume_only_when_allowed(page: Page, edition: Site) -> None:
    # The place in this article, and the speed for all.
    for attribute, stored in (("", 0), ("data-remember", 2)):
        opened(page, edition, document(element(attribute)))
        ready(page)
        page.evaluate("document.querySelector('audiopress-player').play(12)")
        playing(page)
        player(page, "p.pause()")
        page.wait_for_timeout(100)
        assert page.evaluate("localStorage.length") == stored
        assert page.evaluate("sessionStorage.length + document.cookie.length") == 0
    page.reload()
    ready(page)
    page.wait_for_function("document.querySelector('audiopress-player').currentTime >= 12")
    assert player(page, "p.paused") is True


def test_a_moment_chosen_before_the_kept_one_is_known_counts(page: Page, edition: Site) -> None:
    edition.faults.hanging |= {"memory.js", ".mp3"}
    opened(page, edition, document(element("data-remember")))
    ready(page)
    page.evaluate("document.querySelector('audiopress-player').play(12); 0")
    edition.faults.hanging.remove("memory.js")
    page.wait_for_timeout(500)
    edition.faults.reset()
    playing(page)
    assert player(page, "p.currentTime >= 12")


def test_link_to_a_moment(page: Page, edition: Site) -> None:
    opened(page, edition, document(element()), query="#t=0:21")
    ready(page)
    page.wait_for_function("document.querySelector('audiopress-player').currentTime === 21")
    assert player(page, "p.paused") is True
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Share from here").click()
    expect(page.get_by_role("status")).to_have_text("Link copied. It starts at 0:21.")
    assert page.evaluate("navigator.clipboard.readText()") == "https://news.example/harbour#t=21"


def test_tells_the_system_and_the_site(page: Page, edition: Site) -> None:
    opened(
        page,
        edition,
        document(element(), head='<meta property="og:image" content="/picture.png">'),
    )
    ready(page)
    page.evaluate(
        """() => { window.told = []; window.where = new Set();
        for (const name of ['ap-play', 'ap-pause', 'ap-progress', 'ap-ended'])
          document.addEventListener(name, (event) => {
            told.push(name); where.add(event.detail.paragraph); }); }"""
    )
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function("navigator.mediaSession.metadata")
    assert page.evaluate(
        "(({title, artist, artwork}) => [title, artist, artwork[0].src])"
        "(navigator.mediaSession.metadata)"
    ) == [TITLE, "Ana Lund", edition.url("picture.png")]
    page.wait_for_function("told.includes('ap-progress')")
    page.get_by_role("button", name="Pause").click()
    page.wait_for_function("told.includes('ap-pause')")
    player(page, "p.play(p.duration - 0.4)")
    page.wait_for_function("told.includes('ap-ended')")
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_without_script_the_browser_plays(browser, edition: Site) -> None:
    edition.pages["page.html"] = document(element())
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(edition.url("page.html"))
    box = page.locator("audio").bounding_box()
    context.close()
    assert box
    assert box["height"] > 20


def test_only_one_sounds(page: Page, edition: Site) -> None:
    second = element(src="episodes/second/0a1b2c3d/alignment.json",
                     sound="episodes/second/0a1b2c3d/second.mp3")  # fmt: skip
    opened(page, edition, document(element() + second))
    ready(page)
    buttons = page.get_by_role("button", name=re.compile("^(Play|Pause):"))
    buttons.nth(1).click()
    playing_ones = "[...document.querySelectorAll('audio')].map((a) => !a.paused)"
    page.wait_for_function(f"String({playing_ones}) === 'false,true'")
    buttons.nth(0).click()
    page.wait_for_function(f"String({playing_ones}) === 'true,false'")


@pytest.mark.parametrize(
    ("slug", "listen", "direction"),
    [("mina", "استمع إلى هذا المقال", "rtl"), ("harbour", "Listen to this article", "ltr")],
)
def test_speaks_the_language_of_the_article(
    page: Page, edition: Site, slug: str, listen: str, direction: str
) -> None:
    src = f"episodes/{slug}/episode.json"
    opened(page, edition, document(f'<audiopress-player src="/{src}"></audiopress-player>'))
    ready(page)
    expect(page.get_by_text(listen)).to_be_visible()
    frame = page.locator("audiopress-player .frame")
    expect(frame).to_have_attribute("dir", direction)
    assert re.fullmatch("ar|en", frame.get_attribute("lang") or "")
