from __future__ import annotations

import io
import re
import subprocess
import sys
import wave
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace

import pytest
from runner import EXAMPLE, ROOT

import audiopress
from audiopress.errors import AudiopressError, ConfigError, SourceError, StoreError
from audiopress.model import Document

TITLE = "The last keeper of Skerry Light comes ashore"
TONE = '[voices]\nbody = "tone"\n'
STORY = b"# Ferry late\n\nThe ferry to Skerry was an hour late on Monday, the harbour says.\n"


@pytest.fixture
def edition(tmp_path, monkeypatch):
    """A folder one stands in, with a configuration and one article."""
    (tmp_path / "audiopress.toml").write_text(TONE, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lighthouse.html").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def python(program):
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


# -- the names -------------------------------------------------------------------------------


def test_the_names_are_sorted_and_each_is_there():
    assert audiopress.__all__ == sorted(audiopress.__all__)
    assert set(audiopress.__all__) <= set(dir(audiopress))
    for name in audiopress.__all__:
        assert getattr(audiopress, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'sing'"):
        _ = audiopress.sing


def test_the_names_are_listed_before_anything_is_imported():
    program = (
        "import sys, audiopress; print('build' in dir(audiopress), 'Settings' in dir(audiopress),"
        " 'audiopress.public' in sys.modules, 'audiopress.model' in sys.modules)"
    )
    assert python(program) == "True True False False"


def test_a_star_brings_the_names_and_no_more():
    program = (
        "before = set(globals()); from audiopress import *;"
        "print(*sorted(set(globals()) - before - {'before'}))"
    )
    assert python(program).split() == audiopress.__all__


def test_the_public_functions_need_no_numbers_and_no_reader_to_be_imported():
    program = (
        "import sys; from audiopress import build, check, plan, read, say, speak, load_settings;"
        "print([n for n in ('numpy', 'onnxruntime', 'trafilatura', 'lxml', 'typer', 'starlette')"
        " if n in sys.modules])"
    )
    assert python(program) == "[]"


# -- what they do ----------------------------------------------------------------------------


def test_an_empty_name_is_not_the_current_folder(edition):
    with pytest.raises(ConfigError, match="an empty name is no source") as caught:
        audiopress.build("")
    assert caught.value.hint
    assert not (edition / "output").exists()


def test_settings_are_those_of_the_folder_or_the_file(edition, tmp_path_factory):
    assert audiopress.load_settings().cast.body == "tone"
    assert audiopress.load_settings(edition / "audiopress.toml") == audiopress.load_settings()
    other = tmp_path_factory.mktemp("other")
    preview = audiopress.load_settings(folder=other)
    assert preview.show.preview
    assert preview.output == other / "output"


def test_a_file_counts_from_where_one_stands(edition):
    assert audiopress.load_settings("audiopress.toml").root == edition


def test_a_build_publishes_and_says_what_it_did(edition):
    seen = []
    report = audiopress.build("articles", on_progress=seen.append)
    assert [(o.title, o.status, o.spoken) for o in report.outcomes] == [(TITLE, "built", 13)]
    assert (edition / "output" / "feed.xml").is_file()
    assert seen[-1].segments_done == seen[-1].segments_total == 13
    again = audiopress.build("articles")
    assert [(o.status, o.spoken) for o in again.outcomes] == [("unchanged", 0)]


def test_a_build_takes_paths_documents_and_any_iterable(edition):
    document = Document(uri="ferry.md", media_type="text/markdown", body=STORY)
    report = audiopress.build(iter([edition / "articles" / "lighthouse.html", document]))
    assert {o.title for o in report.outcomes if o.status == "built"} == {TITLE, "Ferry late"}


def test_one_bad_article_is_an_outcome_and_strict_publishes_nothing(edition):
    sources = ["articles/lighthouse.html", "articles/none.html"]
    strict = audiopress.build(sources, strict=True)
    assert strict.failed == 1
    assert not (edition / "output" / "feed.xml").exists()
    report = audiopress.build(sources)
    assert report.failed == 1
    assert [type(o.error) for o in report.outcomes if o.error] == [SourceError]
    assert (edition / "output" / "feed.xml").is_file()


def test_a_plan_says_what_a_build_would_speak(edition):
    assert audiopress.plan("articles").to_speak == 13
    assert not (edition / "output").exists()
    audiopress.build("articles")
    plan = audiopress.plan("articles")
    assert plan.to_speak == 0
    assert {reason for item in plan.articles for reason in item.reasons} == {"cached"}
    assert [refusal.uri for refusal in audiopress.plan("none.html").refused]


def test_reading_gives_article_and_script(edition):
    manuscript = audiopress.read("articles/lighthouse.html")
    assert manuscript.article.title == TITLE
    assert manuscript.script.utterances[0].role == "headline"
    assert any(item.reason for item in manuscript.script.left_out)
    assert not (edition / "output").exists()


@pytest.mark.usefixtures("edition")
def test_reading_raises_what_a_build_would_name():
    with pytest.raises(SourceError):
        audiopress.read("none.html")


def test_reading_a_folder_of_several_is_refused(edition):
    (edition / "articles" / "ferry.md").write_bytes(STORY)
    with pytest.raises(ConfigError, match="one article, and here are 2"):
        audiopress.read("articles")


def test_saying_writes_one_file(edition):
    settings = replace(audiopress.load_settings(), file=None)
    seconds = audiopress.say("Good evening.\nGood night.", "two.wav", settings=settings)
    with wave.open(str(edition / "two.wav")) as file:
        assert seconds == pytest.approx(file.getnframes() / file.getframerate())
    assert audiopress.say("Good evening.", voice="tone") > 0
    assert (edition / "say.mp3").is_file()


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("  ", {}),
        ("Good \ud800.", {}),
        ("Good evening.", {"path": "evening.ogg"}),
        ("Good evening.", {"voice": "nobody"}),
    ],
)
def test_saying_what_cannot_be_said_is_an_error_of_ours(words, options):
    with pytest.raises(ConfigError):
        audiopress.say(words, **options)


def test_speaking_leaves_a_sound_and_no_edition(edition):
    seen = []
    report = audiopress.speak("articles", "story.wav", on_progress=seen.append)
    assert [(o.title, o.status) for o in report.outcomes] == [(TITLE, "built")]
    assert seen[-1].segments_done == 13
    with wave.open(str(edition / "story.wav")) as file:
        seconds = file.getnframes() / file.getframerate()
    assert seconds == pytest.approx(report.outcomes[0].audio_seconds, abs=0.01)
    assert not (edition / "output").exists()
    assert not (edition / "ledger").exists()


def test_speaking_into_a_book_makes_one(edition):
    audiopress.speak("articles", "story.epub")
    with zipfile.ZipFile(edition / "story.epub") as book:
        assert book.read("mimetype") == b"application/epub+zip"
        assert any(name.endswith(".smil") for name in book.namelist())
    assert not (edition / "output").exists()


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("name", ["story.ogg", "story", "articles"])
def test_speaking_into_what_is_no_sound_file_is_refused(name):
    with pytest.raises(ConfigError, match=r"speak writes \.mp3, \.wav"):
        audiopress.speak("articles", name)


def test_a_check_says_whether_all_is_well_and_what_is_not(edition):
    audiopress.build("articles")
    receipt = audiopress.check()
    assert receipt.ok
    assert {row.ok for row in receipt.list_checks()} <= {True, None}
    feed = edition / "output" / "feed.xml"
    (edition / "before.xml").write_bytes(feed.read_bytes())
    assert audiopress.check("output", previous="before.xml").ok
    (mp3,) = feed.parent.rglob("*.mp3")
    mp3.unlink()
    faults = [row for row in audiopress.check(feed.parent).list_checks() if row.ok is False]
    assert any(mp3.parent.name in f"{row.where} {row.detail}" for row in faults)


def test_a_check_holds_the_sound_against_what_the_edition_is_to_have(edition):
    settings = audiopress.load_settings()
    quieter = replace(settings, sound=replace(settings.sound, loudness=-20.0))
    audiopress.build("articles", quieter)
    assert audiopress.check(edition / "output", quieter).ok
    elsewhere = replace(quieter, output=edition / "elsewhere")
    for usual in (audiopress.check(), audiopress.check("output", elsewhere)):
        (fault,) = (row for row in usual.list_checks() if row.ok is False)
        assert "not -16.0 LUFS" in fault.detail


@pytest.mark.parametrize("first", ["audiopress.checking.places", "audiopress.public"])
def test_the_verb_works_whatever_was_imported_first(edition, first):
    said = python(
        f"import {first}, audiopress\n"
        "for _ in range(2):\n"
        "    try: audiopress.check('nowhere')\n"
        "    except audiopress.AudiopressError as error: print(error.message)"
    )
    assert said.splitlines() == ["has no feed.xml, so it is no edition"] * 2


@pytest.mark.usefixtures("edition")
def test_a_check_of_no_edition_is_an_error():
    with pytest.raises(StoreError):
        audiopress.check("nowhere")


@pytest.mark.parametrize("function", [audiopress.build, audiopress.plan])
def test_a_voice_that_is_not_installed_is_said_before_anything_is_done(function, edition):
    with pytest.raises(ConfigError, match="not installed"):
        function("articles", replace_voice(audiopress.load_settings(), "af_heart"))
    assert not (edition / "output").exists()


def replace_voice(settings, voice):
    return replace(settings, cast=replace(settings.cast, body=voice))


def test_a_cache_in_the_output_folder_is_refused(edition):
    settings = audiopress.load_settings()
    inside = replace(settings, cache=settings.output / "cache")
    with pytest.raises(ConfigError, match="lies in the output folder"):
        audiopress.build("articles", inside)
    assert not (edition / "output").exists()


def test_nothing_prints(edition):
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        audiopress.plan("articles")
        audiopress.build(["articles", "none.html"])
        audiopress.read("articles")
        audiopress.say("Good evening.")
        audiopress.speak(["articles", "none.html"])
        audiopress.check()
    assert (edition / "output" / "feed.xml").is_file()
    assert said.getvalue() == ""


# -- the types -------------------------------------------------------------------------------


def check_types(name):
    """Return what mypy says of a file, as (line, code)."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", f"tests/typing/{name}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = re.findall(rf"{name}:(\d+): error: .*\[([\w-]+)\]$", done.stdout, re.MULTILINE)
    assert len(found) == done.stdout.count("error:"), done.stdout
    return {(int(line), code) for line, code in found}


def test_the_types_are_what_is_declared():
    assert check_types("public.py") == set()


def test_a_type_checker_sees_every_mistake():
    lines = (ROOT / "tests" / "typing" / "mistakes.py").read_text("utf-8").splitlines()
    marks = [
        (number, re.search(r"# error: ([\w-]+)$", line)) for number, line in enumerate(lines, 1)
    ]
    wanted = {(number, mark[1]) for number, mark in marks if mark}
    assert len(wanted) > 10
    assert check_types("mistakes.py") == wanted


def test_what_is_seen_at_a_prompt_is_short_and_public():
    assert [name for name in dir(audiopress) if not name.startswith("__")] == [
        "AudiopressError", "Report", "Settings", "build", "check", "load_settings", "plan", "read",
        "say", "speak",
    ]  # fmt: skip
    boats = Document(uri="a.md", media_type="text/plain", body=b"Boats\n\nThey came home.")
    said = repr(audiopress.read(boats))
    assert said == "<Manuscript 'Boats' of a.md: 3 utterances>"


def test_a_voice_that_nobody_knows_is_blamed_on_who_named_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "audiopress.toml").write_text('[voices]\nbody = "tone"\n')
    with pytest.raises(AudiopressError) as caught:
        audiopress.say("Yes.", voice="nobody")
    assert caught.value.where == "voice"
