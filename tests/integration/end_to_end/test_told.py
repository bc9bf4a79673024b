"""What was told and needs no hand is not told by every later build; what is wrong is."""

import json

import pytest
from runner import EXAMPLE, PressHere

CONFIG = '[show]\ntitle = "Harbour"\n[edition]\nsources = ["in"]\n[reading]\nlanguage = "en"\n'
STORY = "The bells rang at noon today, and nobody came to hear them.\n"
PAGE = '<html lang="zorch-zorch-zorch"><title>Boats</title><h1>Boats</h1><p>{story}</p></html>'


@pytest.fixture
def ready(tmp_path):
    press = PressHere(tmp_path / "edition")
    (press.folder / "in").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    write(press, "keep.md", "date: 2024-03-01")
    return press


def write(press, name, head, story=STORY):
    text = f"---\n{head}\n---\n\n# {name} rings\n\n{story}{name} was there.\n"
    (press.folder / "in" / name).write_text(text, "utf-8")


def build(press, ok=True):
    done = press.run("build", "--json", ok=ok)
    notes = json.loads(done.stdout)["notes"]
    assert all(f"note: {note}" in done.stderr for note in notes)
    return " | ".join(notes)


def add_draft(press):
    write(press, "a.md", "draft: true")
    return "in/a.md is a draft"


def add_another_file(press):
    (press.folder / "in" / "README.md").write_text("# Read me\n", "utf-8")
    return "passed by as no article: in/README.md"


def add_future(press):
    write(press, "a.md", "date: 2099-03-01")
    return "waits until 2099-03-01"


def add_undated(press):
    write(press, "a.md", "title: Bells")
    return "1 new article has no date"


def add_page(press):
    (press.folder / "in" / "a.html").write_text(PAGE.format(story=STORY * 3), "utf-8")
    return "zorch"


def take_away(press):
    write(press, "a.md", "date: 2024-03-01")
    build(press)
    (press.folder / "in" / "a.md").unlink()
    return "no source has a-md-rings any more"


ONCE = [add_draft, add_another_file, add_future, add_undated, add_page, take_away]


@pytest.mark.parametrize("happen", ONCE)
def test_it_is_told_once_and_planned_each_time(ready, happen):
    build(ready)
    words = happen(ready)
    assert words in build(ready)
    assert build(ready) == ""
    write(ready, "other.md", "date: 2024-03-01")
    assert build(ready) == ""
    if happen not in (add_another_file, add_future, add_undated):
        assert words in " | ".join(json.loads(ready.run("plan", "--json").stdout)["notes"])


@pytest.mark.parametrize("happen", [add_draft, add_another_file, take_away])
def test_a_second_one_is_told_by_itself(ready, happen):
    happen(ready)
    build(ready)
    for name in ("b.md", "requirements.txt"):
        write(ready, name, "draft: true")
    told = build(ready)
    assert "in/b.md is a draft" in told
    assert "passed by as no article: in/requirements.txt;" in told
    assert "a.md" not in told


def test_what_comes_back_is_told_again(ready):
    add_draft(ready)
    build(ready)
    write(ready, "a.md", "date: 2024-03-01")
    build(ready)
    (ready.folder / "in" / "a.md").unlink()
    assert "no source has" in build(ready)
    write(ready, "a.md", "date: 2024-03-01")
    assert build(ready) == ""
    (ready.folder / "in" / "a.md").unlink()
    assert "no source has" in build(ready)


@pytest.mark.parametrize("named", ["in", "./in", "in/deep", "."])
def test_files_that_are_gone_from_a_folder_are_named_by_its_build_once(ready, named):
    folder = ready.folder / "in" / "deep"
    folder.mkdir()
    for name in ("alba", "brae", "corrie"):
        text = f"---\ntitle: The {name} boat\ndate: 2024-03-01\n---\n\nThe {name} boat was late.\n"
        (folder / f"{name}.md").write_text(text, "utf-8")
    ready.run("build", named)
    kept = {name: (folder / f"{name}.md").read_text("utf-8") for name in ("alba", "brae")}
    for name in kept:
        (folder / f"{name}.md").unlink()
    said = ready.run("build", named).stderr
    assert "no source has the-alba-boat, the-brae-boat any more (2 published articles)" in said
    assert "withdraw the-alba-boat the-brae-boat takes them back" in said
    assert "no source has" not in ready.run("build", named).stderr
    # Who names one file does not miss the others, and neither does who lost the whole disk.
    assert "no source has" not in ready.run("build", "in/deep/corrie.md").stderr
    (folder / "corrie.md").unlink()
    said = ready.run("build", "in/deep", ok=False).stderr
    assert "no source has" not in said


def make_slip(press):
    write(press, "a.md", "titel: Bells\ndate: 2024-03-01")
    return "`titel`"


def make_published_draft(press):
    write(press, "a.md", "date: 2024-03-01")
    build(press)
    write(press, "a.md", "draft: true")
    return "a.md is a draft now"


def make_twins(press):
    for name in ("a.md", "b.md"):
        text = f"---\ndate: 2024-03-01\n---\n\n# Rings\n\n{STORY}"
        (press.folder / "in" / name).write_text(text, "utf-8")
    return "say the same"


def lose_sound(press):
    write(press, "a.md", "date: 2024-03-01")
    build(press)
    (press.folder / "in" / "a.md").unlink()
    for path in (press.folder / "output").rglob("a-md-rings.mp3"):
        path.unlink()
    return "its sound is not in the output folder"


@pytest.mark.parametrize("happen", [make_slip, make_published_draft, make_twins, lose_sound])
def test_what_needs_a_hand_is_told_until_it_is_mended(ready, happen):
    words = happen(ready)
    for _ in range(3):
        assert words in build(ready)


def test_who_builds_one_article_is_told_of_the_others_later(ready):
    add_another_file(ready)
    ready.run("build", "in/keep.md")
    assert "README.md" in build(ready)
    ready.run("build", "in/keep.md")
    assert build(ready) == ""


def test_a_note_is_not_lost_with_a_build_that_was_refused(ready):
    words = add_draft(ready)
    (ready.folder / "output").write_text("a file", "utf-8")
    ready.run("build", ok=False)
    (ready.folder / "output").unlink()
    assert words in build(ready)


def test_a_site_tells_once_of_a_page_that_is_gone(tmp_path):
    press = PressHere(tmp_path / "edition")
    (press.folder / "public").mkdir(parents=True)
    (press.folder / "public" / "a.html").write_bytes(EXAMPLE.read_bytes())
    (press.folder / "public" / "index.html").write_text("<p>Welcome.</p>", "utf-8")
    words = ("site", "public", "--json", "--address", "https://s.example/")
    press.run(*words)
    (press.folder / "public" / "a.html").unlink()
    told = [json.loads(press.run(*words).stdout)["notes"] for _ in range(2)]
    assert "on no page of the site: the-last-keeper" in " ".join(told[0])
    assert not any("on no page" in note for note in told[1])
