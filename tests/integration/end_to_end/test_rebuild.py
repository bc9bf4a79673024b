"""Only what changed is spoken again, and nothing else is touched."""

import json
import re
import shutil
from pathlib import Path

import pytest

MIRROR = "The sea has not changed."


def put(press, example: str, name: str = "article.html") -> Path:
    press.folder.mkdir(exist_ok=True)
    path = press.folder / name
    path.write_text(example, "utf-8")
    return path


def spoken(press, *words: object) -> int:
    return press.build(*words)["totals"]["spoken"]


def test_second_build_speaks_nothing_and_touches_no_file(press, example):
    put(press, example)
    assert spoken(press, "article.html") > 8
    before = press.tree(), press.times()
    second = press.build("article.html")
    assert second["totals"]["spoken"] == 0
    assert [article["status"] for article in second["articles"]] == ["unchanged"]
    assert (press.tree(), press.times()) == before


def test_an_undated_article_has_the_day_of_its_first_build_to_the_second(press):
    put(press, "# No day\n\nThe ferry was late.\n", "plain.md")
    press.build("plain.md")
    before = press.tree()
    (page,) = (path for path in (press.folder / "output").glob("episodes/*/index.html"))
    (moment,) = re.findall(r'<time datetime="([^"]*)"', page.read_text("utf-8"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", moment)
    (press.folder / "output").rename(press.folder / "away")
    press.build("plain.md")
    assert press.tree() == before


def test_an_edited_paragraph_is_the_only_one_spoken(press, example):
    put(press, example)
    spoken(press, "article.html")
    put(press, example.replace("two suitcases", "three suitcases"))
    report = press.build("article.html")
    assert report["totals"]["spoken"] == 1
    assert report["feed"]["items"] == 1


def test_a_moved_paragraph_is_not_spoken_again(press, example):
    put(press, example)
    spoken(press, "article.html")
    quiet = example[example.index("<p>Asked what he would miss") : example.index("<section")]
    moved = example.replace(quiet, "").replace(
        "<p>Mr Garrow will live", quiet + "<p>Mr Garrow will live"
    )
    assert moved != example
    put(press, moved)
    report = press.build("article.html")
    assert report["totals"]["spoken"] == 0
    assert report["articles"][0]["status"] == "built"


def test_a_paragraph_inserted_at_the_top_is_the_only_one_spoken(press, example):
    put(press, example)
    spoken(press, "article.html")
    new = "<p>The harbour was full of people who had come to see him land.</p>"
    put(press, example.replace("<p>The boat that brought", new + "<p>The boat that brought"))
    assert spoken(press, "article.html") == 1


def test_a_lexicon_rule_speaks_the_paragraphs_it_changes(press, example):
    put(press, example)
    spoken(press, "article.html")
    lexicon = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
 alphabet="ipa" xml:lang="en-GB">
<lexeme><grapheme>NLT</grapheme><alias>Northern Trust</alias></lexeme>
<lexeme><grapheme>barometer</grapheme><alias>baa-rometer</alias></lexeme>
</lexicon>"""
    (press.folder / "words.pls").write_text(lexicon, "utf-8")
    assert spoken(press, "--lexicon", "words.pls", "article.html") == 2
    assert spoken(press, "--lexicon", "words.pls", "article.html") == 0


def test_the_same_article_under_another_name_is_the_same_article(press, example):
    put(press, example)
    first = press.build("article.html")
    (press.folder / "article.html").rename(press.folder / "renamed.html")
    second = press.build("renamed.html")
    assert second["totals"]["spoken"] == 0
    assert second["feed"]["items"] == 1
    assert second["articles"][0]["guid"] == first["articles"][0]["guid"]
    assert second["articles"][0]["enclosure"] == first["articles"][0]["enclosure"]


def test_another_publication_date_speaks_the_opening_at_most(press, example):
    put(press, example)
    spoken(press, "article.html")
    put(press, example.replace("2026-03-14T07:30", "2026-03-15T07:30"))
    assert spoken(press, "article.html") <= 1


def test_a_correction_keeps_its_identity_and_gets_a_new_address(press, example):
    put(press, example)
    first = press.build("article.html")["articles"][0]
    put(press, example.replace("£1.2m", "£1.3m"))
    second = press.build("article.html")["articles"][0]
    assert (second["guid"], second["slug"]) == (first["guid"], first["slug"])
    assert second["enclosure"]["url"] != first["enclosure"]["url"]
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    assert feed.count("<item>") == 1
    assert second["enclosure"]["url"] in feed
    assert "Sat, 14 Mar 2026 07:30:00 +0000" in feed


def test_only_other_words_are_a_correction(press, example):
    put(press, example)
    page = press.folder / "output" / "episodes" / "the-last-keeper-of-skerry-light-comes-ashore"
    settings = press.folder / "audiopress.toml"
    settings.write_text("[reading]\ndisclosure = true\n")
    press.build("article.html")
    settings.write_text("[reading]\ndisclosure = false\n")
    assert press.build("article.html")["articles"][0]["status"] == "built"
    assert "Corrected" not in (page / "index.html").read_text("utf-8")
    put(press, example.replace("£1.2m", "£1.3m"))
    press.build("article.html")
    assert "Corrected" in (page / "index.html").read_text("utf-8")


def test_a_corrected_headline_has_pictures_of_its_own(press):
    (press.folder).mkdir(exist_ok=True)
    article = press.folder / "bridge.md"
    article.write_text(
        "# Bridge closed\n\nThe bridge over the Hallow is closed since Monday.\n", "utf-8"
    )
    press.build("bridge.md")
    (home,) = (press.folder / "output" / "episodes").iterdir()
    first = {path.name for path in home.glob("cover-*")}
    article.write_text(
        "# Bridge open\n\nThe bridge over the Hallow is closed since Monday.\n", "utf-8"
    )
    press.build("bridge.md")
    second = {path.name for path in home.glob("cover-*")}
    # Those of the version before stay as long as its sound does (keep_versions).
    assert len(first) == len(second - first) == 2
    assert first < second
    feed = (press.folder / "output" / "feed.xml").read_text("utf-8")
    assert all(name in feed for name in second - first)
    assert not any(name in feed for name in first)


def test_a_damaged_cache_object_is_set_aside_and_spoken_again(press, example):
    put(press, example)
    press.build("article.html")
    tree = press.tree()
    flacs = sorted(
        p
        for p in (press.folder / ".audiopress").rglob("*")
        if p.is_file() and p.read_bytes()[:4] == b"fLaC"
    )
    assert flacs
    body = bytearray(flacs[0].read_bytes())
    body[len(body) // 2] ^= 1
    flacs[0].write_bytes(body)
    frames = [
        p
        for p in (press.folder / ".audiopress").rglob("*")
        if p.is_file() and p.read_bytes()[:2] == b"\xff\xfb"
    ]
    for path in frames:
        path.write_bytes(path.read_bytes()[:-1])
    shutil.rmtree(press.folder / "output")
    report = press.build("article.html")
    assert report["totals"]["spoken"] == 1
    assert press.tree() == tree


def test_plan_says_why(press, example):
    put(press, example)
    plan = json.loads(press.run("plan", "--json", "article.html").stdout)
    assert {p["reason"] for p in plan["articles"][0]["paragraphs"]} == {"new"}
    assert not (press.folder / ".audiopress").exists()
    press.build("article.html")
    put(press, example.replace("two suitcases", "three suitcases"))
    plan = json.loads(press.run("plan", "--json", "article.html").stdout)
    reasons = [p["reason"] for p in plan["articles"][0]["paragraphs"]]
    assert sorted(set(reasons)) == ["cached", "text changed"]
    assert reasons.count("text changed") == plan["articles"][0]["to_speak"] == 1


def test_another_voice_is_the_reason_when_the_voice_is_another(press, example):
    put(press, example)
    press.build("article.html")
    plan = json.loads(press.run("plan", "--json", "--voice", "joe", "article.html").stdout)
    assert {p["reason"] for p in plan["articles"][0]["paragraphs"]} == {"voice changed"}


def test_an_article_whose_source_is_gone_stays_and_is_told(press, example):
    (press.folder / "in").mkdir(parents=True)
    put(press, example, "in/a.html")
    put(press, "# Another\n\nOne paragraph of text that can be said.\n", "in/b.md")
    (press.folder / "audiopress.toml").write_text('[edition]\nsources = ["in"]\n')
    press.build()
    (press.folder / "in" / "b.md").unlink()
    done = press.run("build")
    assert "no source has another any more" in done.stderr
    assert (press.folder / "output" / "feed.xml").read_text("utf-8").count("<item>") == 2


def test_a_voice_that_is_not_installed_is_told_before_anything(press, example, tmp_path):
    put(press, example)
    press.environment["AUDIOPRESS_VOICES"] = str(tmp_path / "none")
    done = press.run("plan", "--voice", "af_heart", "article.html", ok=False)
    assert done.returncode == 2
    assert "audiopress voices install af_heart" in done.stderr


def test_a_file_that_was_renamed_keeps_its_guid(press):
    (press.folder / "articles").mkdir(parents=True)
    old, new = (press.folder / "articles" / name for name in ("a.md", "b.md"))
    old.write_text("# Boats\n\nThe boats came home on Tuesday evening.\n", "utf-8")
    first = press.build("articles")
    old.rename(new)
    second = press.build("articles")
    assert [one["guid"] for one in second["articles"]] == [first["articles"][0]["guid"]]
    assert second["totals"]["spoken"] == 0
    assert second["feed"]["items"] == 1


def test_the_ledger_says_by_what_a_show_was_spoken(press, example):
    press.folder.mkdir(parents=True)
    (press.folder / "a.html").write_text(example, "utf-8")
    address = '[edition]\naddress = "https://audio.example.org/"\n'
    (press.folder / "audiopress.toml").write_text(address, "utf-8")
    press.build("a.html")
    shows = [json.loads(p.read_text("utf-8")) for p in (press.folder / "ledger").rglob("*.json")]
    ((name, told),) = next(show["voices"] for show in shows if show.get("voices"))
    assert name == "tone"
    assert told.startswith("tone ")
    assert next(show["encoder"] for show in shows if show.get("voices")).startswith("lameenc ")


COUNT = """
import os
with open(os.environ["STARTS"], "a") as log:
    log.write("start\\n")
"""


@pytest.mark.slow
def test_a_worker_is_started_for_a_page_that_is_new_and_for_no_other(press, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(COUNT)
    log = tmp_path / "starts"
    press.voice = "joe"
    press.environment = {"PYTHONPATH": str(tmp_path / "site"), "STARTS": str(log)}
    page = "---\ndate: 2026-03-14\n---\n# Storm\n\nOne light. Two boats came home.\n"
    expected = ((page, True, 2), (page, False, 1), (page.replace("\n\n", "\n\n\n"), False, 2))
    for text, speaks, starts in expected:
        put(press, text, "a.md")
        log.write_text("")
        assert bool(spoken(press, "a.md")) == speaks
        assert len(log.read_text().split()) == starts
