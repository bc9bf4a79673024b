"""A line is kept or left out for one article, for its site or for every one, and that is undone."""

import pytest
from lxml import html

from audiopress import load_settings
from audiopress.press.preflight import settle_settings
from audiopress.press.site_memory.correct_lines import correct_line, list_corrected
from audiopress.press.site_memory.site_file import name_article_scope
from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FILE, OTHER = "articles/ferry.md", "articles/late.md"
LINE = "Sign up to our newsletter"
STORY_LINE = "The boat left at ten past nine on Tuesday, and nobody was surprised."
OWN = name_article_scope(f"file:{FILE}")


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        for file in (FILE, OTHER):
            text = STORY.replace("Skerry", "Brae") if file == OTHER else STORY
            (opened.folder / file).write_text(f"{text}\n{LINE}\n", "utf-8")
        yield opened


def choose(window, line, how, scope=OWN, file=FILE):
    return window.send("/line", {"file": file, "line": line, "how": how, "scope": scope})


def read_corrected(window):
    settings = settle_settings(load_settings(folder=window.folder))
    return {
        (one.host, one.article, one.kept, one.dropped) for one in list_corrected(settings.ledger)
    }


def list_buttons(page, file=FILE):
    """Return what may be done about lines: the fields of each form, by the button's words."""
    found = {}
    for form in html.fromstring(page).xpath('//form[@action="/line"]'):
        for button in form.xpath(".//button"):
            fields = {**dict(form.form_values()), "scope": button.get("value")}
            found.setdefault(" ".join(button.text_content().split()), fields)
    return found


def test_a_line_is_said_after_all_in_its_article_alone(window):
    before = (window.folder / "audiopress.toml").read_text("utf-8")
    page = window.show(FILE)
    assert page.count("Say it after all in this article") == 1
    assert page.count("Leave it out in this article") == 2
    assert choose(window, LINE, "keep").status == 303
    page = window.show(FILE)
    assert "Say it after all" not in page
    assert "said by your choice in this article" in page
    assert window.show(OTHER).count("Say it after all") == 1
    assert read_corrected(window) == {("", f"file:{FILE}", (LINE,), ())}
    assert (window.folder / "audiopress.toml").read_text("utf-8") == before


def test_a_line_is_left_out_of_every_article_and_that_is_undone_on_its_page(window):
    choose(window, LINE, "keep")
    choose(window, LINE, "keep", scope="", file=OTHER)
    for file in (FILE, OTHER):
        assert "Say it after all" not in window.show(file)
    # Wider: what was said for this article alone counts no more.
    buttons = list_buttons(window.show(FILE))
    assert window.send("/line", buttons[f"Undo: {LINE}"]).status == 303
    choose(window, LINE, "drop", scope="")
    assert read_corrected(window) == {("", "", (), (LINE,))}
    page = window.show(OTHER)
    assert "by your choice in every article" in page
    window.send("/line", list_buttons(page)[f"Undo: {LINE}"])
    assert read_corrected(window) == set()


def test_a_wider_choice_takes_a_narrower_one_back(window):
    choose(window, STORY_LINE, "drop")
    choose(window, STORY_LINE, "keep", scope="")
    assert read_corrected(window) == {("", "", (STORY_LINE,), ())}


def test_a_saved_page_is_of_the_site_whose_address_it_has(window):
    page = (
        '<!doctype html><link rel="canonical" href="https://skerry.example/brae">'
        f"<title>Brae</title><article><h1>Brae</h1><p>{STORY_LINE}</p>"
        f"<p>{STORY_LINE.replace('boat', 'other boat')}</p></article>"
    )
    file = "articles/brae.html"
    (window.folder / file).write_text(page, "utf-8")
    shown = window.show(file)
    assert "in all of skerry.example" in shown
    choose(window, STORY_LINE, "drop", scope="skerry.example", file=file)
    assert read_corrected(window) == {("skerry.example", "", (), (STORY_LINE,))}
    assert "by your choice in all of skerry.example" in window.show(file)
    assert "by your choice" not in window.show(FILE)


def test_all_corrections_are_listed_with_an_undo(window):
    assert "You have changed nothing" in window.send("/words").text
    choose(window, LINE, "keep")
    choose(window, STORY_LINE, "drop", scope="")
    settings = settle_settings(load_settings(folder=window.folder))
    correct_line(settings, "Made in nine harbours.", "skerry.example", "drop")
    page = window.send("/words").text
    assert "all of skerry.example" in page
    assert f'<a href="/article?file={FILE}">{FILE}</a>' in page
    for words, fields in list_buttons(page).items():
        told = window.send("/line", fields)
        assert (words[:4], told.status, told.headers["location"]) == ("Undo", 303, "/words#lines")
    assert "You have changed nothing" in window.send("/words").text
    assert read_corrected(window) == set()


def test_what_the_settings_name_is_shown_and_taken_back_there(tmp_path):
    named = f'{CONFIGURATION}[reading]\nkeep = ["text:{LINE}", ".box"]   # ours\n'
    with open_window(tmp_path, named) as window:
        (window.folder / FILE).write_text(f"{STORY}\n{LINE}\n", "utf-8")
        page = window.show(FILE)
        assert "said by your choice in every article, by the settings file" in page
        assert window.send("/line", list_buttons(page)[f"Undo: {LINE}"]).status == 303
        assert window.show(FILE).count("Say it after all") == 1
        said = (window.folder / "audiopress.toml").read_text("utf-8")
        assert said == named.replace(f'"text:{LINE}", ', "")
        # For this article alone it counts before the settings, as by the command.
        (window.folder / "audiopress.toml").write_text(named, "utf-8")
        choose(window, LINE, "drop")
        assert "by your choice in this article" in window.show(FILE)


def test_a_line_that_cannot_be_chosen_is_told(window):
    assert choose(window, " ", "keep").status == 422
    assert choose(window, "Boats", "burn").status == 422
    assert choose(window, "Boats", "keep", scope="other.example").status == 422
    assert read_corrected(window) == set()


def test_without_a_configuration_lines_are_chosen_as_well(tmp_path):
    with open_window(tmp_path, "") as window:
        (window.folder / FILE).write_text(f"{STORY}\n{LINE}\n", "utf-8")
        assert choose(window, LINE, "keep").status == 303
        assert "said by your choice in this article" in window.show(FILE)
