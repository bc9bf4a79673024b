"""Only voices that can speak are offered; the others are shown with what gets them."""

import pytest
from lxml import html

from audiopress import voices
from audiopress.model import Voice
from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FILE = "articles/ferry.md"
GERMAN = Voice(name="ada", engine="tone", languages=("de-AT",))
BROKEN = Voice(name="bea", engine="nobodys", languages=("en-GB",))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Nobody has installed anything but these two, and what packages bring."""
    monkeypatch.setenv("AUDIOPRESS_VOICES", str(tmp_path / "voices"))
    for voice in (GERMAN, BROKEN):
        voices.keep_own(voice, {})


def list_options(page, name):
    (field,) = html.fromstring(page).xpath(f'//select[@id="{name}"]')
    return {one.get("value"): one.text_content() for one in field.xpath(".//option")}


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / FILE).write_text(STORY, "utf-8")
        yield opened


def test_the_settings_offer_who_can_speak_there(window):
    page = window.send("/settings").text
    offered = list_options(page, "voices.headline")
    assert "tone" in offered
    assert {"ada", "bea", "emma"}.isdisjoint(offered)
    german = list_options(page, "voices.languages.de")
    assert german["ada"] == "ada (German)"
    assert {"bea", "emma", "heart"}.isdisjoint(german)


def test_the_others_are_shown_with_what_gets_them(window):
    page = html.fromstring(window.send("/settings").text)
    (told,) = page.xpath('//details[starts-with(summary, "Voices that cannot speak here yet")]')
    rows = {row.xpath("string(strong)"): row.text_content() for row in told.xpath(".//li")}
    assert "is not installed" in rows["emma"]
    assert "audiopress voices install emma" in rows["emma"]
    assert 'there is no engine "nobodys"' in rows["bea"]
    assert "ada" not in rows


def test_a_voice_that_is_set_and_cannot_speak_says_why(tmp_path):
    said = f'{CONFIGURATION}[voices]\nheadline = "ada"\nquote = "bea"\ncaption = "emma"\n'
    with open_window(tmp_path / "edition", said) as window:
        page = window.send("/settings").text
        assert list_options(page, "voices.headline")["ada"] == "ada (does not speak English)"
        assert "there is no engine" in list_options(page, "voices.quote")["bea"]
        assert list_options(page, "voices.caption")["emma"] == "emma (is not installed)"


def test_a_word_is_tried_with_who_speaks_its_language(window):
    file = "articles/faehre.md"
    (window.folder / file).write_text(
        "---\nlang: de\n---\n\n# Die Fähre\n\nDas Boot fuhr am Dienstag um zehn nach neun.\n",
        "utf-8",
    )
    offered = list_options(window.show(file), "voice")
    assert next(iter(offered.values())) in {
        "tone (a test tone, no speech)",
        "ada (woman, Austrian)",
    }
    assert "ada" in offered
    assert {"bea", "emma", "heart"}.isdisjoint(offered)
    assert "ada" not in list_options(window.show(FILE), "voice")


def test_where_nobody_speaks_a_language_the_window_says_what_gets_a_voice(window):
    file = "articles/barca.md"
    (window.folder / file).write_text(
        "---\nlang: it\n---\n\n# Il traghetto\n\nLa barca è partita martedì alle nove.\n", "utf-8"
    )
    page = window.show(file)
    assert "No natural voice here speaks Italian" in page
    assert "audiopress voices install" in page
