"""Bad input is named, loses nothing, and stops nobody else."""

import hashlib
import json
import os
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from runner import EXAMPLE, Press

from audiopress.press.build import build
from audiopress.settings import load_settings

PAGE = EXAMPLE.read_text("utf-8")


def picture():
    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def article(name, text):
    page = PAGE.replace("last-keeper-of-skerry-light", name).replace("two suitcases", text)
    return page.replace("The last keeper of Skerry Light comes ashore", f"Ashore {name}")


BAD = {
    "empty.html": b"",
    "blank.md": b"   \n\n",
    "picture.html": picture(),
    "nothing.html": b"<title>x</title><body><nav><a href=/>Home</a></nav></body>",
    "huge.html": b"<div>" * 8_000_000,
    "deep.html": b"<div>" * 200_000 + b"<p>Hello there.</p>",
}
GOOD = {
    "plain.html": article("plain", "two suitcases").encode(),
    "utf16.html": article("utf16", "two “Ångström” suitcases")
    .replace('<meta charset="utf-8">', "")
    .encode("utf-16"),
    "lying.html": article("lying", "two “café” suitcases").encode("cp1252"),
    "bom.txt": b"\xef\xbb\xbf"
    + (
        "Storm on the coast\n\nThe café by the harbour was shut on Friday, its owner said, and "
        "will stay shut until the sea is calm.\n\nNobody was hurt.\n"
    ).encode(),
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    press = Press(tmp_path_factory.mktemp("mixed"))
    (press.folder / "in").mkdir()
    for name, body in (BAD | GOOD).items():
        (press.folder / "in" / name).write_bytes(body)
    press.done = press.run("build", "--json", "in", ok=False)
    press.report = json.loads(press.done.stdout)
    return press


def test_the_status_says_that_something_was_refused(mixed):
    assert mixed.done.returncode == 1
    assert "Traceback" not in mixed.done.stderr


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_named_with_a_reason(mixed, name):
    (outcome,) = [a for a in mixed.report["articles"] if a["id"].endswith(name)]
    assert outcome["status"] == "failed"
    assert outcome["error"]["message"]
    assert name in outcome["error"]["where"]
    assert f"where: in/{name}" in mixed.done.stderr or name in mixed.done.stderr


def test_all_others_are_published(mixed):
    built = [a for a in mixed.report["articles"] if a["status"] == "built"]
    assert len(built) == len(GOOD)
    assert mixed.report["feed"]["items"] == len(GOOD)
    for outcome in built:
        assert (mixed.folder / "output" / outcome["enclosure"]["path"]).is_file()


@pytest.mark.parametrize(
    ("slug", "words"),
    [("ashore-utf16", "Ångström"), ("ashore-lying", "café"), ("storm-on-the-coast", "café")],
)
def test_letters_survive_their_encoding(mixed, slug, words):
    (path,) = mixed.folder.glob(f"output/episodes/{slug}/*/alignment.json")
    assert words in path.read_text("utf-8")
    assert "\N{REPLACEMENT CHARACTER}" not in path.read_text("utf-8")


def test_strict_publishes_nothing_when_one_fails(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "good.md").write_text("# Good\n\nOne paragraph of text that can be said.\n")
    (tmp_path / "bad.md").write_bytes(b"")
    done = press.run("build", "--strict", ".", ok=False)
    assert done.returncode == 1
    assert "bad.md" in done.stderr
    assert not (tmp_path / "output").exists()


def test_strict_leaves_the_feed_alone_when_one_fails(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "good.md").write_text("# Good\n\nOne paragraph of text that can be said.\n")
    (tmp_path / "audiopress.toml").write_text("")
    press.run("build", "good.md")
    before = press.times()
    (tmp_path / "audiopress.toml").write_text('[show]\ntitle = "Another"\n')
    assert press.run("build", "--strict", "good.md", "gone.md", ok=False).returncode == 1
    assert press.times() == before


def test_every_refusal_is_counted_also_of_files_with_one_name(tmp_path):
    press = Press(tmp_path / "edition")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.md").write_text(f"---\ntitle: {name}\n---\n")
    report = press.build("../one/index.md", "../two/index.md", ok=False)
    assert report["totals"]["failed"] == 2


def test_an_unknown_voice_is_a_mistake_of_configuration(press):
    done = press.run("build", "--voice", "jo", "a.md", ok=False)
    assert done.returncode == 2
    assert 'voice "jo"' in done.stderr or '"jo"' in done.stderr
    assert "joe" in done.stderr


def test_an_unknown_voice_in_the_file_is_found_there(tmp_path):
    press = Press(tmp_path, voice=None)
    (tmp_path / "audiopress.toml").write_text('[voices]\nbody = "tone"\nquote = "alba"\n')
    done = press.run("build", "a.md", ok=False)
    assert done.returncode == 2
    assert "[voices] quote" in done.stderr


def test_a_pace_for_an_unknown_voice_is_a_mistake(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "audiopress.toml").write_text("[voices.rate]\njo = 1.1\n")
    done = press.run("build", "a.md", ok=False)
    assert done.returncode == 2
    assert "[voices] rate.jo" in done.stderr


@pytest.mark.parametrize("words", [["-o", "."], ["-o", "x", "--cache", "x/y"]])
def test_what_is_private_never_lies_in_what_is_deployed(tmp_path, words):
    press = Press(tmp_path)
    (tmp_path / "a.md").write_text("# A\n\nOne paragraph of text that can be said.\n")
    done = press.run("build", "a.md", *words, ok=False)
    assert done.returncode == 2
    assert "for everybody" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_damaged_lexicon_is_said_once(tmp_path):
    press = Press(tmp_path)
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nOne paragraph of text to be said.\n")
    (tmp_path / "bad.pls").write_text("<lexicon>")
    done = press.run("build", ".", "--lexicon", "bad.pls", ok=False)
    assert done.returncode == 2
    assert done.stderr.count("no XML") == 1


def test_three_mistakes_are_three(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "audiopress.toml").write_text('[show]\ntitel = "x"\nexplicit = 3\n[sounds]\n')
    done = press.run("build", "a.md", ok=False)
    assert done.returncode == 2
    assert all(word in done.stderr for word in ("3 mistakes", "titel", "explicit", "sounds"))


def test_an_output_that_cannot_be_written_is_said(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "a.md").write_text("# A\n\nOne paragraph of text that can be said.\n")
    (tmp_path / "output").write_text("a file stands here")
    done = press.run("build", "a.md", ok=False)
    assert done.returncode == 1
    assert "output" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "output").read_text() == "a file stands here"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder here that nobody may write")
@pytest.mark.parametrize(("option", "name"), [("-o", "output"), ("--cache", "cache")])
@pytest.mark.parametrize("place", ["/proc/nope/deep", "a.md"])
def test_a_place_that_cannot_be_written_is_found_before_anything_is_spoken(
    tmp_path, option, name, place
):
    press = Press(tmp_path)
    (tmp_path / "a.md").write_text("# A\n\nOne paragraph of text that can be said.\n")
    done = press.run("build", "a.md", option, place, ok=False)
    assert done.returncode == 1
    assert done.stderr.count("error:") == 1
    assert f"where: {tmp_path / place}" in done.stderr
    assert "spoken" not in done.stderr
    assert not (tmp_path / "output").exists()
    assert not list(tmp_path.rglob("objects"))


def test_a_page_made_to_keep_us_costs_its_own_article(tmp_path, monkeypatch):
    monkeypatch.setattr("audiopress.press.steps.guarded.READING_TIMEOUT", 5.0)
    flood = b" ".join(b"a%d=1" % number for number in range(500_000))
    (tmp_path / "flood.html").write_bytes(b"<p title='<' " + flood + b">Hello there.</p>")
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    settings = load_settings(None, root=tmp_path)
    settings = replace(settings, cast=replace(settings.cast, body="tone"))
    report = build(settings, (str(tmp_path),))
    assert sorted(outcome.status for outcome in report.outcomes) == ["built", "failed"]
    (error,) = [outcome.error for outcome in report.outcomes if outcome.error]
    assert error.message.startswith("the page cannot be read: the worker process took longer")
    assert error.where == "flood.html"


def test_a_large_page_is_read_like_a_small_one(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "small.html").write_text(PAGE, "utf-8")
    padding = "<!--" + "x" * 1_100_000 + "-->"
    (tmp_path / "large.html").write_text(PAGE.replace("</head>", padding + "</head>"), "utf-8")
    small = json.loads(press.run("script", "--json", "small.html").stdout)
    large = json.loads(press.run("script", "--json", "large.html").stdout)
    assert str(large).replace("large.html", "small.html") == str(small)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    press = Press(tmp_path)
    os.mkfifo(tmp_path / "pipe.html")
    done = press.run("build", "pipe.html", ok=False)
    assert done.returncode == 1
    assert "pipe.html" in done.stderr


def test_a_paragraph_that_kills_the_engine_costs_its_article_only(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "good.md").write_text("# Good\n\nOne paragraph of text that can be said.\n")
    (tmp_path / "bad.md").write_text("# Bad\n\nThis one {crash} takes the process with it.\n")
    (tmp_path / "quiet.md").write_text("# Quiet\n\nThis one {silence} gives nothing.\n")
    done = press.run("build", "--json", ".", ok=False)
    report = {a["id"]: a for a in json.loads(done.stdout)["articles"]}
    assert done.returncode == 1
    assert report["file:good.md"]["status"] == "built"
    for name in ("bad", "quiet"):
        assert report[f"file:{name}.md"]["status"] == "failed"
        assert f"{name}.md, paragraph that begins 'This one" in done.stderr


@pytest.mark.parametrize("source", ["ftp://news.example/a.html", "gopher://x", "http://"])
def test_an_address_that_is_not_fetched_is_no_file(tmp_path, source):
    press = Press(tmp_path)
    done = press.run("build", source, ok=False)
    assert done.returncode == 1
    assert f"where: {source}" in done.stderr
    assert "https://" in done.stderr
    assert "no such file" not in done.stderr


def test_nothing_that_a_terminal_obeys_reaches_it(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad\n\x1b[31m.html").write_bytes(b"")
    (tmp_path / "in" / "title.html").write_text(
        PAGE.replace("The last keeper of", "The \x1b]0;last\x07 keeper\x7f of"), "utf-8"
    )
    done = press.run("build", "in", ok=False)
    assert r"bad\n\x1b[31m.html" in done.stderr
    assert "built    The keeper of Skerry Light" in done.stderr
    told = done.stderr + done.stdout + press.run("plan", "in", ok=False).stdout
    assert not {letter for letter in told if ord(letter) < 32} - {"\n"}
    assert "\x7f" not in told


def test_a_cache_that_another_version_wrote_is_made_anew(tmp_path):
    press = Press(tmp_path)
    (tmp_path / "a.md").write_text("# A\n\nOne paragraph of text that can be said.\n")
    press.build("a.md")
    before = press.tree()
    for path in (tmp_path / ".audiopress" / "records").rglob("*.json"):
        kind, key, _ = json.loads(path.read_bytes()[65:])
        body = json.dumps([kind, key, {"another": [1, {"shape": None}]}]).encode()
        path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    report = press.build("a.md")
    assert report["totals"]["spoken"] == report["totals"]["segments"]
    assert press.tree() == before


def test_without_a_source_the_next_command_is_said(press):
    done = press.run("build", ok=False)
    assert done.returncode == 2
    assert "audiopress build" in done.stderr


def test_what_a_folder_holds_besides_articles_is_told(press):
    folder = press.folder
    put = {
        "a.html": EXAMPLE.read_bytes(),
        "README.md": b"# The desk\n\nHow to write here.\n",
        "node_modules/x/notes.md": b"# Notes\n\nOf a package.\n",
        "a.png": b"\x89PNG",
        ".git/info.txt": b"Words.",
    }
    for name, body in put.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    done = press.run("build", ".")
    assert "1 built" in done.stderr
    assert "note: passed by as no article: node_modules/, README.md; the reasons" in done.stderr
    assert "audiopress plan .\n" in done.stderr
    # an edition built elsewhere from here on is no article either
    assert press.build(".", "--output", "o2")["totals"]["articles"] == 1
    assert press.build(".", "--output", "o3")["totals"]["articles"] == 1
    listed = press.run("plan", ".").stdout
    assert "about a project, by its name: README.md" in listed
    assert "another kind of file: 1 *.png" in listed
    assert "an edition that audiopress has made: o2/, o3/" in listed
    passed = json.loads(press.run("plan", "--json", ".").stdout)["passed_by"]
    assert {"path": ".git/", "reason": "hidden", "count": 1} in passed
    assert press.build("README.md")["totals"]["articles"] == 1
