"""The editor's window, asked as its pages ask it: what comes in, is said, goes out, comes back."""

import html
import json

import pytest

from audiopress import load_settings
from audiopress.press.embed import find_embed_code
from audiopress.store.lock import lock_ledger
from tests.integration.studio.window import CONFIGURATION, STORY, open_window

FILE = "articles/ferry.md"


@pytest.fixture
def window(tmp_path):
    with open_window(tmp_path / "edition") as opened:
        (opened.folder / FILE).write_text(STORY, "utf-8")
        yield opened


def read_record(window):
    records = [json.loads(path.read_bytes()) for path in window.folder.glob("ledger/**/*.json")]
    (record,) = [each for each in records if "slug" in each]
    return record


def test_an_article_comes_in_is_published_and_is_what_the_commands_would_have_made(window):
    page = window.send("/").text
    assert "articles/ferry.md" in page
    assert ">The ferry to Skerry</a>" in page
    assert "not published" in page
    told = window.publish(FILE)
    assert told["errors"] == []
    assert told["articles"][0]["state"] == "made on this computer"
    assert window.publish()["articles"][0]["state"] == "as it was"
    assert "The ferry to Skerry" in (window.folder / "output/feed.xml").read_text("utf-8")
    assert "All of this is made as it stands." in window.show(FILE)


def test_the_code_to_copy_is_what_the_command_prints(window):
    window.publish(FILE)
    settings = load_settings(folder=window.folder)
    page = html.unescape(window.show(FILE))
    for form in ("element", "iframe"):
        assert find_embed_code(settings, "The ferry to Skerry", form) in page
    line = find_embed_code(settings, "The ferry to Skerry", "script")
    assert line in html.unescape(window.send("/edition").text)


def test_a_private_show_offers_no_code_to_copy(tmp_path):
    secret = CONFIGURATION.replace("[edition]", "private = true\n[edition]")
    with open_window(tmp_path, secret) as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        assert window.publish(FILE)["errors"] == []
        for page in (window.show(FILE), window.send("/edition").text):
            assert "data-copy" not in page


def test_a_correction_keeps_its_guid_and_speaks_what_changed(window):
    window.publish(FILE)
    before = read_record(window)
    page = window.send(f"/edit?file={FILE}").text
    digest = page.partition('name="digest" value="')[2].partition('"')[0]
    told = window.send(
        "/save", {"file": FILE, "digest": digest, "text": STORY.replace("two", "three")}
    )
    assert (told.status, told.headers["location"]) == (303, f"/article?file={FILE}")
    assert "1 paragraph would be spoken anew" in window.show(FILE)
    assert window.publish(FILE)["words"] == "1 article made on this computer, 1 paragraph spoken"
    after = read_record(window)
    assert (after["guid"], len(after["versions"])) == (before["guid"], 2)
    assert window.show(FILE).count("<li><time") == 2


def test_what_is_withdrawn_comes_back_as_who_it_was(window):
    window.publish(FILE)
    guid = read_record(window)["guid"]
    feed = window.folder / "output/feed.xml"
    told = window.send("/withdraw", {"id": guid, "file": FILE, "reason": "It was wrong."})
    assert told.status == 303
    assert guid not in feed.read_text("utf-8")
    page = window.show(FILE)
    assert "Bring it back" in page
    assert "Withdrawn on 20" in page
    assert "The page that stays says: “It was wrong.”" in page
    assert "audiopress-player" not in page
    assert window.send("/restore", {"id": guid, "file": FILE}).status == 303
    assert window.wait()["errors"] == []
    assert guid in feed.read_text("utf-8")


def test_a_correction_that_is_held_is_told_beside_what_listeners_have(tmp_path):
    review = "[review]\nhold = true\ncorrections = true\n"
    with open_window(tmp_path, f"{CONFIGURATION}{review}") as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        window.publish(FILE)
        window.send("/release", {"id": read_record(window)["guid"], "file": FILE})
        (window.folder / FILE).write_text(STORY.replace("two", "three"), "utf-8")
        assert window.publish(FILE)["words"] == "1 article held for review, 1 paragraph spoken"
        page = window.show(FILE)
        assert "listeners hear what was published before" in page
        assert "<del>two</del> <ins>three</ins>" in page
        assert "data-publish" not in page


def test_what_is_held_is_released(tmp_path):
    with open_window(tmp_path, f"{CONFIGURATION}[review]\nhold = true\n") as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        told = window.publish(FILE)
        assert told["articles"][0]["state"] == "held for review"
        assert told["words"] == "1 article held for review, 4 paragraphs spoken"
        page = window.show(FILE)
        assert "nobody hears it before it is released" in page
        assert "data-publish" not in page
        assert '<button class="main">Release what is held' in page
        assert [*(window.folder / "output").rglob("*.mp3")] == []
        # Heard whole, and seen as listeners would see it, before anybody else does.
        sound = page.partition('<audio controls preload="none" src="')[2].partition('"')[0]
        assert sound.startswith("/held/episodes/the-ferry-to-skerry/")
        assert window.send(sound).headers["content-type"] == "audio/mpeg"
        shown = window.send("/held/episodes/the-ferry-to-skerry/")
        assert "The ferry to Skerry" in shown.text
        assert shown.headers["access-control-allow-origin"] is None
        assert window.send(sound, Cookie="").status == 403
        front = window.send("/").text
        assert '<input type="hidden" name="back" value="articles">' in front
        window.send("/release", {"id": read_record(window)["guid"], "file": FILE})
        assert "Release what is held" not in window.show(FILE)
        assert "<audio" not in window.show(FILE)
        assert 'action="/release"' not in window.send("/").text
        assert [*(window.folder / "output").rglob("*.mp3")]


def test_a_paragraph_is_heard_and_not_spoken_again(window):
    page = window.show(FILE)
    number = page.partition("Tymeister")[0].rpartition('data-number="')[2].partition('"')[0]
    told = window.send("/hear", {"file": FILE, "number": number})
    sound = window.send(told.json["sound"], Range="bytes=0-99")
    assert (sound.status, len(sound.body)) == (206, 100)
    told = window.publish(FILE)
    said = int(told["words"].split(", ")[1].split()[0])
    assert page.count("to be spoken") == said + 1


def test_a_paragraph_that_is_gone_is_told(window):
    told = window.send("/hear", {"file": FILE, "number": "99"})
    assert told.status == 422
    assert told.json["error"]["message"] == "the article has changed"
    assert window.send("/sounds/..%2F..%2Fetc%2Fhostname").status == 404


def test_a_name_is_tried_kept_and_changes_what_is_published(window):
    (window.folder / "articles/other.md").write_text(
        STORY.replace("ferry", "bus").replace("boat", "bus"), "utf-8"
    )
    window.publish()
    fields = {"word": "Tymeister", "say": "Tie-master", "language": "en"}
    tried = window.send("/try", fields | {"text": "Mrs Tymeister sold it."})
    assert window.send(tried.json["sound"]).headers["content-type"] == "audio/mpeg"
    assert not (window.folder / "lexicon.pls").exists()
    kept = window.send("/keep", fields).json
    assert kept["file"] == "lexicon.pls"
    assert sorted(one["title"] for one in kept["changed"]) == [
        "The bus to Skerry",
        "The ferry to Skerry",
    ]
    assert {one["lines"][0].split()[1] for one in kept["changed"]} == {"Tymeister"}
    assert {one["version"] for one in kept["changed"]} == {1}
    assert "Mrs" not in window.show(FILE).partition("Tie-master")[0].rpartition("<p")[2]
    assert window.send("/word?word=Tymeister&language=en").json["said"] == "Tie-master"
    assert window.publish()["words"] == "2 articles made on this computer, 1 paragraph spoken"


def test_what_cannot_be_said_so_is_told_and_not_kept(window):
    told = window.send("/keep", {"word": "Skerry", "say": "[[", "language": "en"})
    assert told.status == 422
    assert "IPA" in told.json["error"]["message"]
    assert not (window.folder / "lexicon.pls").exists()


def test_a_headline_is_text_and_never_a_part_of_the_page(window):
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    window.send("/take/text", {"title": evil, "text": f"Boats came home.\n\n{evil}\n"})
    (file,) = (path.name for path in window.folder.rglob("*.md") if path.name != "ferry.md")
    for page in (window.send("/").text, window.show(f"articles/{file}")):
        assert "<script>alert" not in page
        assert "<img" not in page
    assert html.escape("<script>alert(1)", quote=True) in window.show(f"articles/{file}")
    window.publish(f"articles/{file}")
    assert "<script>alert" not in window.send("/").text


def test_a_file_that_is_too_large_is_refused_before_it_is_read(window, monkeypatch):
    monkeypatch.setattr("audiopress.studio.files.intake.LARGEST", 1000)
    told = window.drop("a.md", b"x" * 1001)
    assert told.status == 413
    assert "larger than" in told.json["error"]["message"]
    assert [*(window.folder / "articles").iterdir()] == [window.folder / FILE]
    assert window.drop("a.md", b"# A\n\nBoats.\n").json == {"page": "/article?file=articles/a.md"}


def test_a_text_that_is_too_long_for_a_form_is_refused(window):
    told = window.send("/take/text", {"text": "x" * 2_000_001})
    assert told.status == 413


def test_two_at_once_are_told_in_words(window):
    settings_cache, ledger = window.folder / ".audiopress", window.folder / "ledger"
    with lock_ledger(ledger, settings_cache):
        told = window.publish(FILE)
        assert told["words"] == "Nothing was made"
        assert "another audiopress is building here" in told["errors"][0]["message"]
    (window.folder / "articles/long.md").write_text(STORY + "\nAnd so on.\n" * 400, "utf-8")
    window.send("/publish", {"file": "articles/long.md"})
    second = window.send("/publish", {"file": FILE})
    assert second.status == 422
    assert second.json["error"]["message"] == "this window is at work already"
    assert window.wait()["errors"] == []


def test_what_is_wrong_with_an_article_is_shown_beside_it(window):
    (window.folder / FILE).write_text("---\ndate: 03/04/2026\n---\n\n# Boats\n\nHome.\n", "utf-8")
    page = window.show(FILE)
    assert "two days" in html.unescape(page) or "03/04/2026" in page
    assert "What to do:" in page


def test_a_mistake_in_the_configuration_is_a_page_that_says_so(window):
    (window.folder / "audiopress.toml").write_text("[edition]\nsauces = []\n", "utf-8")
    told = window.send("/", Accept="text/html")
    assert told.status == 422
    assert "sauces" in told.text
    assert "<h1>That did not work</h1>" in told.text


def test_without_a_configuration_it_is_a_preview(tmp_path):
    with open_window(tmp_path, "") as window:
        assert "no <code>audiopress.toml</code> yet" in window.send("/").text
        window.send("/take/text", {"text": STORY})
        assert window.publish()["articles"][0]["state"] == "made on this computer"
        assert "The ferry to Skerry" in window.send("/shown/").text
        # No other site can show a player from an address of this machine.
        (file,) = (path.name for path in (tmp_path / "articles").iterdir())
        for page in (window.show(f"articles/{file}"), window.send("/edition").text):
            assert "audiopress-player.js" not in page
            assert "feed.xml" not in page
        assert "This is a preview" in window.send("/edition").text


def test_the_edition_is_shown_below_the_window(window):
    assert "Nothing is published yet" in window.send("/edition").text
    window.publish(FILE)
    assert 'src="/shown/"' in window.send("/edition").text
    shown = window.send("/shown/")
    assert "The ferry to Skerry" in shown.text
    assert shown.headers["access-control-allow-origin"] is None
    assert window.send("/shown/", Cookie="").status == 403
    checks = window.send("/check", {}).text
    assert "email" in checks or "All is well" in checks


def test_the_feed_that_a_preview_names_is_there(tmp_path):
    with open_window(tmp_path, "") as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        window.publish()
        feed = f"http://127.0.0.1:{window.port}/shown/feed.xml"
        assert feed in window.send("/shown/").text
        assert "http://127.0.0.1:8000/" not in window.send("/shown/feed.xml").text


def test_a_preview_from_before_the_configuration_is_not_what_listeners_get(tmp_path):
    with open_window(tmp_path, "") as window:
        (window.folder / FILE).write_text(STORY, "utf-8")
        window.publish()
        assert 'src="/shown/"' in window.send("/edition").text
        (window.folder / "audiopress.toml").write_text(CONFIGURATION, "utf-8")
        page = window.send("/edition").text
        assert "a preview from before" in page
        assert 'src="/shown/"' not in page
        window.publish()
        assert 'src="/shown/"' in window.send("/edition").text


def test_another_output_folder_is_shown_once_it_is_named(window):
    window.publish(FILE)
    assert window.send("/shown/").status == 200
    (window.folder / "audiopress.toml").write_text(f'{CONFIGURATION}output = "public"\n', "utf-8")
    assert window.send("/shown/").status == 404


def test_a_kind_that_nothing_here_reads_is_not_promised_and_told(window, monkeypatch):
    assert "PDF" in window.send("/").text
    monkeypatch.setattr("audiopress.studio.files.readers.find_spec", lambda _: None)
    page = window.send("/").text
    assert "PDF" not in page
    assert ".pdf" not in page
    told = window.drop("a.pdf", b"%PDF-1.4 ...")
    assert told.status == 422
    assert "ask whoever looks after audiopress here" in told.json["error"]["hint"]
    assert not (window.folder / "articles/a.pdf").exists()


def test_a_pasted_text_has_its_date_and_author(window):
    fields = {"text": STORY, "author": " Ada  Skerry ", "date": "2026-11-27", "another": "yes"}
    page = window.send(window.send("/take/text", fields).headers["location"]).text
    assert "By Ada Skerry" in page
    assert "27 November" in page
    assert "has no date" not in page


def test_notes_for_somebody_else_stand_apart(window):
    told = window.publish(FILE)
    assert any("date" in note for note in told["notes"])
    assert any("[show]" in note for note in told["others"])
    assert not any("[" in note for note in told["notes"])


def test_a_file_that_was_never_published_can_be_removed(window):
    assert window.send("/remove", {"file": FILE}).status == 303
    assert not (window.folder / FILE).exists()


def test_a_file_that_was_published_stays(window):
    window.publish(FILE)
    told = window.send("/remove", {"file": FILE})
    assert "withdraw it instead" in told.json["error"]["hint"]
    assert (window.folder / FILE).exists()
