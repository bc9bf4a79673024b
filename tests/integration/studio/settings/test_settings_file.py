"""What an editor sets is written into audiopress.toml, and nothing else in it changes."""

import re
import tomllib

import pytest
from lxml import html

from audiopress.settings.new_file import write_new
from tests.integration.studio.window import CONFIGURATION, STORY, open_window

COMMENTED = f"""# ours, and it stays
{CONFIGURATION}# hosts = []

[voices]
# headline = "heart"
quote = "heart"   # the one of our quotations

[[shows]]         # the other one
id = "sport"
title = "Sport"
"""

FILE = "articles/ferry.md"


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition", COMMENTED) as opened:
        (opened.folder / FILE).write_text(STORY, "utf-8")
        yield opened


def read_form(window):
    page = window.send("/settings")
    assert page.status == 200, page.text
    return dict(html.fromstring(page.text).forms[0].form_values())


def save(window, **fields):
    named = {name.replace("__", "."): value for name, value in fields.items()}
    return window.send("/settings/save", read_form(window) | named)


def read(window):
    return (window.folder / "audiopress.toml").read_text("utf-8")


def test_what_is_saved_as_it_was_changes_no_byte(window):
    told = save(window)
    assert (told.status, told.json) == (200, {"page": "/settings?saved"})
    assert read(window) == COMMENTED
    assert "Saved." in window.send("/settings?saved").text


def test_pace_languages_music_and_words_are_set_here_too(window):
    told = save(
        window,
        **{
            "voices.rate.tone": "1.1",
            "sound.ident.path": "ident.wav",
            "sound.ident.gain": "-3",
            "sound.ident.fade_out": "800",
            "reading.opening": "From {byline}, {date}.",
            "reading.disclosure_text": "A machine reads this.",
        },
    )
    assert told.status == 200, told.text
    said = tomllib.loads(read(window))
    assert said["voices"]["rate"] == {"tone": 1.1}
    assert said["sound"]["ident"] == {"path": "ident.wav", "gain": -3, "fade_out": 800}
    assert said["reading"]["opening"] == "From {byline}, {date}."
    assert said["reading"]["disclosure_text"] == "A machine reads this."
    assert read_form(window)["voices.rate.tone"] == "1.1"


def test_a_language_that_has_a_voice_is_shown_with_it(tmp_path):
    text = f'{CONFIGURATION}[voices.languages]\npt-PT = "tone"\nde = "heart"\n'
    with open_window(tmp_path / "other", text) as window:
        form = read_form(window)
        assert (form["voices.languages.pt-PT"], form["voices.languages.de"]) == ("tone", "heart")
        assert save(window, **{"voices.languages.de": "tone"}).status == 200
        assert tomllib.loads(read(window))["voices"]["languages"] == {"pt-PT": "tone", "de": "tone"}


def test_words_that_stand_for_nothing_are_refused(window):
    told = save(window, **{"reading.opening": "By {author}."})
    assert told.status == 422
    assert "{author}" in told.text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("[reading]\ndisclosure = false  # as of 0.1.0\n", ("reading.disclosure", "none")),
        ("[reading]\ndisclosure = true\n", ("reading.disclosure", "end")),
        ('[reading]\ndisclosure = "start"\n', ("reading.disclosure", "start")),
        ("[reading]\ndate = true\n", ("reading.date", "on")),
    ],
)
def test_what_is_written_in_another_way_is_shown_and_stays(tmp_path, said, shown):
    with open_window(tmp_path / "other", f"{CONFIGURATION}{said}") as window:
        assert read_form(window).get(shown[0], "") == shown[1]
        told = save(window, show__title="Skerry News")
        assert told.status == 200, told.text
        assert read(window) == (CONFIGURATION + said).replace("Skerry Post", "Skerry News")


def test_a_text_that_is_said_to_be_empty_stays_so(tmp_path):
    said = CONFIGURATION.replace("[edition]", 'author = ""   # of nobody\n[edition]')
    with open_window(tmp_path / "other", said) as window:
        assert save(window, show__title="Skerry News").status == 200
        assert read(window) == said.replace("Skerry Post", "Skerry News")


def test_a_disclosure_of_before_is_moved_where_somebody_wants_it(tmp_path):
    with open_window(tmp_path / "other", f"{CONFIGURATION}[reading]\ndisclosure = false\n") as it:
        save(it, reading__disclosure="both")
        assert tomllib.loads(read(it))["reading"] == {"disclosure": "both"}
        save(it, reading__disclosure="")
        assert tomllib.loads(read(it)).get("reading", {}) == {}


def test_what_is_set_is_written_and_every_comment_stays(window):
    told = save(
        window,
        show__title='The "Skerry" Post',
        voices__headline="heart",
        voices__quote="",
        sound__pauses__paragraph="750",
        reading__captions="on",
    )
    assert told.status == 200, told.text
    said = tomllib.loads(read(window))
    assert said["show"]["title"] == 'The "Skerry" Post'
    assert said["voices"] == {"headline": "heart"}
    assert said["sound"] == {"pauses": {"paragraph": 750}}
    assert said["reading"] == {"captions": True}
    assert said["shows"] == [{"id": "sport", "title": "Sport"}]
    for comment in ("# ours, and it stays", "# hosts = []", "# the one of our", "# the other one"):
        assert comment in read(window)
    form = read_form(window)
    assert (form["voices.headline"], form["sound.pauses.paragraph"]) == ("heart", "750")
    # Taken back it is as it was, but for the tables that were made for it.
    save(window, sound__pauses__paragraph="", voices__headline="", show__title="Skerry Post")
    assert tomllib.loads(read(window))["sound"] == {"pauses": {}}


def test_a_flag_that_is_on_by_itself_is_put_out(window):
    form = read_form(window)
    assert form.pop("reading.byline") == "on"
    window.send("/settings/save", form)
    assert tomllib.loads(read(window))["reading"] == {"byline": False}
    assert "reading.byline" not in read_form(window)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("show__language", "Klingon", "language"),
        ("sound__pauses__head", "long", "is no number"),
        ("sound__pauses__head", "99000", "not between"),
        ("voices__body", "nobody", "nobody"),
        ("edition__address", "listen", "it names no site"),
        ("edition__address", "listen skerry.example", "it has a space in it"),
        ("edition__address", "ftp://listen.example", "not with ftp:"),
        ("show__email", "newsdesk", "mail cannot be sent to"),
        ("show__email", "newsdesk@skerry", "mail cannot be sent to"),
        ("review__corrections", "on", "hold = true"),
    ],
)
def test_what_no_setting_may_be_is_told_and_nothing_is_written(window, field, value, told):
    answer = save(window, **{field: value})
    assert answer.status == 422
    assert told in answer.text
    assert read(window) == COMMENTED


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("audio.skerrowtimes.example", "https://audio.skerrowtimes.example"),
        ("https:/audio.skerrowtimes.example/news/", "https://audio.skerrowtimes.example/news/"),
        ("localhost:8080/show/", "http://localhost:8080/show/"),
    ],
)
def test_where_it_is_served_is_taken_as_it_is_typed(window, typed, kept):
    told = save(window, edition__address=typed, show__email="newsdesk@skerry.example")
    assert told.status == 200, told.text
    assert tomllib.loads(read(window))["edition"]["address"] == kept
    assert tomllib.loads(read(window))["show"]["email"] == "newsdesk@skerry.example"


def test_what_is_refused_names_its_field_and_what_stood_there_stays(window):
    error = save(window, edition__address="listen").json["error"]
    assert error["where"] == "edition.address"
    assert error["message"].startswith("Where it will be served: ")
    file = window.folder / "audiopress.toml"
    file.write_text(COMMENTED.replace("[show]", '[show]\nemail = "desk"', 1), "utf-8")
    assert save(window, show__author="Ada").status == 200


def test_what_somebody_changed_meanwhile_is_not_written_over(window):
    form = read_form(window)
    other = f"{COMMENTED}# and more\n"
    (window.folder / "audiopress.toml").write_text(other, "utf-8")
    told = window.send("/settings/save", form | {"show.title": "Other"})
    assert "meanwhile" in told.json["error"]["message"]
    assert read(window) == other


def send_changed(window, form, **changed):
    """Save what was changed in a form that was filled in before, as the page does."""
    fields = {"digest": form["digest"], "changed": " ".join(changed)}
    for name, value in changed.items():
        fields |= {name: value, f"was.{name}": form.get(name, "")}
    return window.send("/settings/save", fields)


def test_what_somebody_else_has_set_meanwhile_stays_beside_what_is_saved(window):
    form = read_form(window)
    other = COMMENTED.replace('"Skerry Post"', '"Their Post"').replace(
        "[voices]", "[review]\nhold = true\n[voices]"
    )
    (window.folder / "audiopress.toml").write_text(other, "utf-8")
    told = send_changed(window, form, **{"sound.pauses.paragraph": "750", "show.language": "de"})
    assert told.status == 200, told.text
    said = tomllib.loads(read(window))
    assert (said["show"]["title"], said["review"]) == ("Their Post", {"hold": True})
    assert (said["show"]["language"], said["sound"]["pauses"]) == ("de", {"paragraph": 750})


@pytest.mark.parametrize(
    ("name", "value", "theirs"),
    [
        ("show.title", "My Post", ('"Skerry Post"', '"Their Post"')),
        ("review.hold", "on", ("[voices]", "[review]\nhold = true\n[voices]")),
        ("voices.quote", "", ('quote = "heart"', 'quote = "tone"')),
        ("sound.pauses.tail", "9", ("[voices]", "[sound.pauses]\ntail = 700\n[voices]")),
    ],
)
def test_what_both_have_set_is_told_by_name_and_nothing_is_written(window, name, value, theirs):
    form = read_form(window)
    other = COMMENTED.replace(*theirs)
    (window.folder / "audiopress.toml").write_text(other, "utf-8")
    told = send_changed(window, form, **{name: value})
    assert told.status == 422
    assert "meanwhile" in told.json["error"]["message"]
    assert "audiopress.toml: " in told.json["error"]["where"]
    assert read(window) == other


def test_what_is_set_to_something_unusual_is_marked_with_what_is_usual(window):
    def list_marked():
        page = html.fromstring(window.send("/settings").text)
        found = page.xpath('//span[@class="mark own"]')
        return {one.getparent().xpath(".//label/@for")[0]: one.text_content() for one in found}

    assert {"show.title", "voices.quote", "edition.address"} <= set(list_marked())
    assert "sound.pauses.paragraph" not in list_marked()
    save(window, sound__pauses__paragraph="750", reading__captions="on")
    marked = list_marked()
    assert re.fullmatch(r"set here; usual: \d+", marked["sound.pauses.paragraph"])
    assert marked["reading.captions"] == "set here; usual: off"


def test_without_a_file_one_is_begun_as_by_init(tmp_path):
    with open_window(tmp_path, "") as window:
        assert "There is no" in window.send("/settings").text
        assert save(window, show__title="Skerry Post").status == 200
        assert "# Every setting is explained in docs/configuration.md" in read(window)
        # All that was not set is as the command begins it.
        begun = write_new().replace('title = "Listen"', 'title = "Skerry Post"')
        assert read(window) == begun
        assert "<h1>Skerry Post</h1>" in window.send("/").text


def test_music_is_added_chosen_and_taken_out(window, tmp_path):
    sound = b"RIFF----WAVEfmt "
    told = window.send("/settings/music?name=..%2F..%2FOur+jingle.wav", sound)
    assert told.json == {"file": "music/Our-jingle.wav"}
    assert (window.folder / "music/Our-jingle.wav").read_bytes() == sound
    assert not list(tmp_path.glob("*.wav"))
    assert (
        save(window, sound__intro__path="music/Our-jingle.wav", sound__intro__duck="12").status
        == 200
    )
    assert tomllib.loads(read(window))["sound"]["intro"] == {
        "path": "music/Our-jingle.wav",
        "duck": 12,
    }
    assert save(window, sound__intro__path="").status == 200
    assert "intro" not in tomllib.loads(read(window)).get("sound", {})


def test_what_is_said_of_music_that_there_is_not_is_told(window):
    told = save(window, sound__intro__duck="12")
    assert told.json["error"]["message"] == "there is no intro yet that this could be said of"
    assert read(window) == COMMENTED


@pytest.mark.parametrize("name", ["jingle.exe", "..", ".wav", ""])
def test_what_is_no_sound_file_is_not_kept(window, name):
    assert window.send(f"/settings/music?name={name}", b"x").status == 422
    assert not (window.folder / "music").exists()


def test_another_sound_file_of_the_same_name_is_not_lost(window):
    for body, status in ((b"one", 200), (b"one", 200), (b"two", 422)):
        assert window.send("/settings/music?name=a.wav", body).status == status
    assert (window.folder / "music/a.wav").read_bytes() == b"one"


def test_what_is_set_counts_for_the_next_publishing(window):
    save(window, review__hold="on")
    assert window.publish(FILE)["articles"][0]["state"] == "held for review"
