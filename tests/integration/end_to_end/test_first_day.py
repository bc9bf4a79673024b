"""What people meet on their first day with the program."""

import json
import os
import subprocess
import sys

import pytest

from audiopress import load_settings

STORY = "# Boats\n\nThe boats came home on Tuesday evening.\n"


@pytest.fixture
def story(press):
    press.folder.mkdir(parents=True)
    (press.folder / "a.md").write_text(STORY, "utf-8")
    return press


def test_words_without_quotation_marks_are_told_how_to_stand(story):
    (story.folder / "audiopress.toml").write_text("[show]\ntitle = The Harbour Post\n", "utf-8")
    done = story.run("build", "a.md", ok=False)
    assert done.returncode == 2
    assert 'title = "The Harbour Post"' in done.stderr


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("www.example.org/story", "https://www.example.org/story"),
        ("example.co.uk/a/b.html", "https://example.co.uk/a/b.html"),
    ],
)
def test_an_address_without_its_beginning_is_known(story, source, address):
    done = story.run("build", source, ok=False)
    assert f"audiopress build {address}" in done.stderr


def test_a_folder_that_holds_an_edition_or_articles_is_told_what_to_type(story):
    story.build("a.md", "--output", "public/audio")
    done = story.run("serve", "public", ok=False)
    assert "audiopress serve public/audio" in done.stderr
    (story.folder / "saved").mkdir()
    (story.folder / "saved" / "a.md").write_text(STORY, "utf-8")
    done = story.run("serve", "saved", ok=False)
    assert "audiopress build saved; audiopress serve --lan saved lets a phone" in done.stderr


def test_a_missing_file_is_no_address(story):
    assert "https://" not in story.run("build", "b.md", ok=False).stderr


def test_a_voice_that_is_there_is_not_fetched(press):
    done = press.run("voices", "install", "joe")
    assert done.stdout.startswith("joe is installed already")


def test_several_voices_are_installed_by_one_command(press):
    done = press.run("voices", "install", "joe", "tone", "joe")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        "joe",
        "next:",
        "tone",
        "next:",
    ]
    slip = press.run("voices", "install", "joe", "jo", ok=False)
    assert "jo" in slip.stderr
    assert slip.stdout == ""


def test_a_folder_for_voices_that_is_not_there_is_said(press):
    done = press.run("voices", "install", "bf_emma", "--from", "nowhere", ok=False)
    assert "there is no such folder" in done.stderr


def test_the_list_of_voices_fits_on_a_screen(press):
    lines = press.run("voices", "list").stdout.splitlines()
    assert len(lines) < 40
    assert all(len(line) <= 80 for line in lines)


def test_a_plan_counts_the_same_words_once_and_what_is_published_anew(story):
    (story.folder / "b.md").write_text(STORY.replace("Boats", "Ships"), "utf-8")
    planned = story.run("plan", "a.md", "b.md")
    spoken = story.build("a.md", "b.md")["totals"]["spoken"]
    assert f"{spoken} of {spoken} paragraphs would be spoken" in planned.stdout
    assert "articles: 2 new;" in planned.stdout
    again = story.run("plan", "a.md", "b.md").stdout
    assert "articles: 2 unchanged;" in again
    # Last, and with the rest: a pipe or a file has all of the plan.
    assert "articles: 2 unchanged;" in again.splitlines()[-1]


@pytest.mark.parametrize("command", ["plan", "script"])
def test_a_program_gets_its_document_with_the_error_in_it(press, command):
    done = press.run(command, "--json", "nothing.md", ok=False)
    assert done.returncode == 1
    errors = json.loads(done.stdout)["errors"]
    assert [error["message"] for error in errors] == ["there is no such file"]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_init_asks_again_what_a_build_would_refuse(tmp_path):
    answers = [
        *("\x7f ", "The Coast"),  # a title of blanks
        "News of the coast.",
        *("english", "en_GB", "en-GB"),
        *("audio.example.org", "https://u:p@x.example/", "https://audio.example.org/?a=1"),
        "https://audio.example.org/",
        *("ftp://x.example/", "file:///etc", "stories"),
    ]
    terminal, ours = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "audiopress", "init", "desk"],
        cwd=tmp_path, stdin=ours, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        os.write(terminal, ("\n".join(answers) + "\n").encode())
        out, said = running.communicate(timeout=120)
    os.close(terminal)
    os.close(ours)
    assert running.returncode == 0, said
    assert "'english' is no tag of a language" in said
    assert "'audio.example.org' is no http(s) address" in said
    assert "'ftp://x.example/' is no http(s) address" in said
    settings = load_settings(folder=tmp_path / "desk")
    assert settings.show.title == "The Coast"
    assert settings.show.address == "https://audio.example.org/"
    assert settings.sources == ("stories",)
    assert "next: put articles into desk/stories/ (.md, .html, .docx ...), then" in out
    assert (tmp_path / "desk" / "stories").is_dir()
