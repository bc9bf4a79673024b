"""What is held for review: spoken and kept, heard in a preview, and published when released."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from runner import HEARS_CTRL_C, Press

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = "---\ntitle: {0}\ndate: 2026-03-0{1}\n---\n\n{0} was late.\n\nIt had to wait.\n"
NEW, ALL = "hold = true", "hold = true\ncorrections = true"


def edition(press: Press, *titles: str, review: str = NEW, **changed: str) -> None:
    folder = press.folder / "articles"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, title in enumerate(titles, 1):
        text = STORY.format(title, number)
        if title in changed:
            text = text.replace("It had to wait.", changed[title])
        (folder / f"{title.lower()}.md").write_text(text, "utf-8")
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "Ours"\nemail = "a@b.example"\n[edition]\nsources = ["articles"]\n'
        f'address = "https://audio.example.org/"\n[review]\n{review}\n',
        "utf-8",
    )


def build(press: Press, *words: str) -> dict[str, dict[str, Any]]:
    return {each["slug"]: each for each in press.build(*words)["articles"]}


def release(press: Press, *words: str, ok: bool = True) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(press.run("release", *words, "--json", ok=ok).stdout)
    return found


def status(press: Press) -> dict[str, dict[str, Any]]:
    (show,) = json.loads(press.run("status", "--json").stdout)["shows"]
    return {each["slug"]: each for each in show["articles"]}


def list_items(press: Press) -> list[str]:
    feed = press.folder / "output/feed.xml"
    text = feed.read_text("utf-8") if feed.is_file() else ""
    return sorted(re.findall(r"<item>\s*<title>(.*?)</title>", text))


def read_sound(press: Press, slug: str) -> list[bytes]:
    files = (press.folder / "output" / "episodes" / slug).glob(f"*/{slug}.mp3")
    return [path.read_bytes() for path in files]


def is_anywhere(press: Press, word: str) -> list[str]:
    top = press.folder / "output"
    return [
        path.relative_to(top).as_posix()
        for path in top.rglob("*")
        if path.is_file()
        and (word.encode() in path.read_bytes() or word.lower() in path.as_posix().lower())
    ]


def test_a_new_article_is_spoken_and_nowhere(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    before = press.tree()
    edition(press, "Alba", "Kittiwake")
    found = build(press)
    assert found["kittiwake"]["status"] == "held"
    assert found["kittiwake"]["spoken"] > 0
    assert found["kittiwake"]["enclosure"] is None
    assert press.tree() == before
    assert is_anywhere(press, "Kittiwake") == []
    # The next build has nothing to do for it.
    again = build(press)["kittiwake"]
    assert (again["status"], again["spoken"], again["segments"]) == (
        "held", 0, found["kittiwake"]["segments"]
    )  # fmt: skip


def test_status_says_since_when(press: Press) -> None:
    edition(press, "Alba")
    build(press)
    held = status(press)["alba"]
    assert held["state"] == "held"
    assert held["since"] == held["held"]
    assert held["since"].startswith("20")
    build(press)
    edition(press, "Alba", Alba="It had to wait for the tide.")
    build(press)
    assert status(press)["alba"]["since"] == held["since"]
    said = press.run("status").stdout
    assert re.search(r"1 held", said)
    assert re.search(r"held +20\d\d-.*\[alba\]", said)


def test_a_release_publishes_what_was_held_in_one_step(press: Press) -> None:
    edition(press, "Alba", "Brae", "Corrie")
    build(press)
    assert not (press.folder / "output/feed.xml").exists()
    done = release(press, "brae")
    assert [(each["slug"], each["published"]) for each in done["released"]] == [("brae", True)]
    assert (done["held"], done["feed"]["items"]) == (2, 1)
    assert list_items(press) == ["Brae"]
    (sound,) = read_sound(press, "brae")
    enclosure = re.search(r'<enclosure url="\S+" length="(\d+)"',
                          (press.folder / "output/feed.xml").read_text("utf-8"))  # fmt: skip
    assert enclosure
    assert int(enclosure[1]) == len(sound)
    # It is as if it had been published at once: a build finds nothing to do.
    before = press.tree()
    assert build(press)["brae"]["status"] == "unchanged"
    assert press.tree() == before
    assert {name: each["state"] for name, each in status(press).items()} == {
        "alba": "held", "brae": "published", "corrie": "held"
    }  # fmt: skip


@pytest.mark.parametrize("words", [("alba", "corrie"), ("--all",), ("articles/alba.md", "Corrie")])
def test_several_are_released_at_once(press: Press, words: tuple[str, ...]) -> None:
    edition(press, "Alba", "Corrie")
    build(press)
    release(press, *words)
    assert list_items(press) == ["Alba", "Corrie"]


def test_released_bytes_are_those_of_an_edition_without_review(press: Press) -> None:
    edition(press, "Alba", "Brae")
    build(press)
    release(press, "--all")
    other = type(press)(press.folder / "other")
    edition(other, "Alba", "Brae", review="hold = false")
    build(other)
    assert press.tree() == other.tree()


@pytest.mark.parametrize("words", [("nothing",), ("alba", "nothing"), ("corrie",), ("dunlin",)])
def test_what_is_not_held_is_an_error_that_names_what_is(
    press: Press, words: tuple[str, ...]
) -> None:
    edition(press, "Corrie", "Dunlin", review="hold = false")
    build(press)
    press.run("withdraw", "dunlin")
    edition(press, "Corrie", "Dunlin", "Alba", "Brae")
    build(press)
    done = press.run("release", *words, ok=False)
    assert done.returncode == 1
    assert "alba" in done.stderr
    assert "brae" in done.stderr
    # Half of what was asked for is not done.
    assert "Alba" not in list_items(press)
    assert ("so nothing is done of the 2 that were named" in done.stderr) == (len(words) == 2)


def test_where_nothing_is_held_it_says_so(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    for words in (("alba",), ("--all",)):
        done = press.run("release", *words, ok=False)
        assert done.returncode == 1
        assert "nothing is held" in done.stderr
    for usage in ((), ("alba", "--all")):
        assert press.run("release", *usage, ok=False).returncode == 2


# -- corrections -----------------------------------------------------------------------------------


def test_a_correction_goes_out_at_once_unless_it_is_held_too(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    edition(press, "Alba", Alba="It had to wait for the tide.")
    found = build(press)["alba"]
    assert (found["status"], found["spoken"]) == ("built", 1)


def test_the_old_version_stays_until_the_correction_is_released(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    guid = build(press)["alba"]["guid"]
    (first,) = read_sound(press, "alba")
    before = press.tree()
    edition(press, "Alba", review=ALL, Alba="It had to wait for the tide.")
    found = build(press)["alba"]
    assert (found["status"], found["spoken"]) == ("held", 1)
    assert press.tree() == before
    stands = status(press)["alba"]
    assert (stands["state"], stands["versions"]) == ("published", 1)
    assert stands["held"]
    assert "correction is held" in press.run("status").stdout
    assert build(press)["alba"]["status"] == "held"
    done = release(press, "alba")
    assert done["released"][0]["correction"] is True
    sounds = read_sound(press, "alba")
    assert first in sounds
    assert len(sounds) == 2
    after = status(press)["alba"]
    assert (after["guid"], after["versions"], after["held"]) == (guid, 2, None)
    page = (press.folder / "output/episodes/alba/index.html").read_text("utf-8")
    assert "tide" in page
    again = build(press)["alba"]
    assert (again["status"], again["spoken"]) == ("unchanged", 0)


def test_a_correction_that_is_taken_back_is_held_no_more(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    before = press.tree()
    edition(press, "Alba", review=ALL, Alba="It had to wait for the tide.")
    build(press)
    edition(press, "Alba", review=ALL)
    build(press)
    assert status(press)["alba"]["held"] is None
    assert press.tree() == before
    assert press.run("release", "--all", ok=False).returncode == 1


def test_files_that_are_made_again_need_no_review(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    before = press.tree()
    edition(press, "Alba", review=ALL)
    shutil.rmtree(press.folder / "output")
    build(press)
    assert press.tree() == before
    assert build(press, "--retag")["alba"]["status"] in ("built", "unchanged")


def test_a_setting_that_is_heard_is_a_correction(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    before = press.tree()
    edition(press, "Alba", review=ALL)
    file = press.folder / "audiopress.toml"
    file.write_text(f"{file.read_text('utf-8')}[sound.pauses]\nparagraph = 900\n", "utf-8")
    found = build(press)["alba"]
    assert (found["status"], found["spoken"]) == ("held", 0)
    assert press.tree() == before


def test_an_edit_of_what_is_held_takes_its_place(press: Press) -> None:
    edition(press, "Alba")
    build(press)
    edition(press, "Alba", Alba="It had to wait for the tide.")
    found = build(press)["alba"]
    assert (found["status"], found["spoken"]) == ("held", 1)
    release(press, "alba")
    page = (press.folder / "output/episodes/alba/index.html").read_text("utf-8")
    assert "tide" in page
    assert "Corrected" not in page  # nobody has heard what it said before
    assert status(press)["alba"]["versions"] == 1


# -- taken back, gone, and other machines ----------------------------------------------------------


@pytest.mark.parametrize("purge", [(), ("--purge",)])
def test_withdrawn_while_it_is_held(press: Press, purge: tuple[str, ...]) -> None:
    edition(press, "Alba", "Brae")
    build(press)
    said = press.run("withdraw", "alba", *purge).stdout
    assert "never published" in said
    assert status(press)["alba"]["state"] == "withdrawn"
    found = build(press)
    assert found["alba"]["status"] == "withdrawn"
    release(press, "--all")
    assert list_items(press) == ["Brae"]
    assert press.run("release", "alba", ok=False).returncode == 1
    press.run("withdraw", "alba", "--restore")
    again = build(press)["alba"]
    assert again["status"] == "held"
    assert bool(again["spoken"]) == bool(purge)
    release(press, "alba")
    assert list_items(press) == ["Alba", "Brae"]


def test_withdrawn_while_a_correction_is_held(press: Press) -> None:
    edition(press, "Alba", "Brae", review="hold = false")
    build(press)
    edition(press, "Alba", "Brae", review=ALL, Alba="It had to wait for the tide.")
    build(press)
    press.run("withdraw", "alba")
    assert list_items(press) == ["Brae"]
    assert press.run("release", "--all", ok=False).returncode == 1
    assert status(press)["alba"]["held"] is None


def test_what_is_held_and_gone_from_its_source_is_named_and_can_be_released(press: Press) -> None:
    edition(press, "Alba", "Brae")
    build(press)
    edition(press, "Brae")
    notes = press.build()["notes"]
    (note,) = [note for note in notes if "held for review" in note]
    assert "alba" in note
    assert status(press)["alba"]["state"] == "held"
    release(press, "alba")
    assert list_items(press) == ["Alba"]


def test_another_machine_says_it_and_the_next_build_publishes(press: Press) -> None:
    edition(press, "Alba", "Brae")
    build(press)
    shutil.rmtree(press.folder / ".audiopress")
    done = release(press, "alba")
    assert done["released"][0]["published"] is False
    assert not (press.folder / "output").exists()
    found = build(press)
    assert found["alba"]["status"] == "built"
    assert found["brae"]["status"] == "held"
    assert list_items(press) == ["Alba"]
    # What it says was heard; what it says after another edit was not, and waits.
    record = next((press.folder / "ledger/articles").rglob("*.json")).read_text("utf-8")
    assert '"released":' not in record


def test_an_edit_after_the_word_of_another_machine_waits_again(press: Press) -> None:
    edition(press, "Alba")
    build(press)
    shutil.rmtree(press.folder / ".audiopress")
    release(press, "alba")
    edition(press, "Alba", Alba="It had to wait for the tide.")
    assert build(press)["alba"]["status"] == "held"


def test_without_review_what_was_held_is_published_by_the_next_build(press: Press) -> None:
    edition(press, "Alba")
    build(press)
    edition(press, "Alba", review="hold = false")
    found = build(press)["alba"]
    assert (found["status"], found["spoken"]) == ("built", 0)
    assert list_items(press) == ["Alba"]
    assert status(press)["alba"]["held"] is None
    assert not list((press.folder / ".audiopress").glob("held/*"))


def test_a_ledger_without_review_is_as_it_was(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    (record,) = (press.folder / "ledger/articles").rglob("*.json")
    found = json.loads(record.read_text("utf-8"))
    assert not {"held", "released"} & found.keys()


@pytest.mark.parametrize(
    "review", ["hold = 1", "hold = true\nnew = true", "corrections = true", 'hold = "new"']
)
def test_a_mistake_is_named(press: Press, review: str) -> None:
    edition(press, "Alba", review=review)
    done = press.run("plan", ok=False)
    assert done.returncode == 2
    assert "[review]" in done.stderr


# -- heard before it is published ----------------------------------------------------------------


@contextlib.contextmanager
def serving(press: Press, *words: str) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "serve", "--port", "0", *words],
        cwd=press.folder,
        env={**os.environ, "AUDIOPRESS_VOICE": "tone"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        end = threading.Timer(60, process.kill)
        end.start()
        try:
            assert process.stderr is not None
            yield process.stderr.readline().strip()
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
        finally:
            end.cancel()
            process.kill()


def get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - http, of ours
        body: bytes = answer.read()
        return body


def test_what_is_held_is_heard_in_a_preview_of_its_own(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    edition(press, "Alba", "Kittiwake")
    build(press)
    with serving(press, "--held") as address:
        front = get(address).decode()
        assert "Kittiwake" in front
        assert "Alba" not in front
        assert 'content="noindex' in front
        feed = get(f"{address}feed.xml").decode()
        (enclosure,) = re.findall(r'<enclosure url="([^"]+)"', feed)
        assert enclosure.startswith(address)
        sound = get(enclosure)
        assert "itunes:block" in feed
        assert "Kittiwake was late." in get(f"{address}episodes/kittiwake/").decode()
    with serving(press) as address:  # hosting what is published
        assert "Kittiwake" not in get(address).decode()
        with pytest.raises(urllib.error.HTTPError):
            get(f"{address}episodes/kittiwake/")
    release(press, "kittiwake")
    assert read_sound(press, "kittiwake") == [sound]
    done = press.run("serve", "--held", ok=False)
    assert done.returncode == 1
    assert "nothing is held" in done.stderr


def test_a_private_show_holds_too(press: Press) -> None:
    edition(press, "Alba")
    file = press.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace("[show]", "[show]\nprivate = true"), "utf-8")
    assert build(press)["alba"]["status"] == "held"
    assert not (press.folder / "output").exists() or not list(
        (press.folder / "output").rglob("*.mp3")
    )
    release(press, "--all")
    (sound,) = (press.folder / "output").rglob("*.mp3")
    secret = sound.relative_to(press.folder / "output").parts[0]
    assert re.fullmatch("[0-9a-f]{32}", secret)


def plan(press: Press) -> dict[str, str | None]:
    found = json.loads(press.run("plan", "--json").stdout)["articles"]
    return {each["title"]: each["held"] for each in found}


def test_a_plan_says_what_would_be_held(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    assert plan(press) == {"Alba": None}
    build(press)
    edition(press, "Alba", "Brae", review=ALL)
    assert plan(press) == {"Alba": None, "Brae": "new"}
    said = press.run("plan")
    assert "would be held for review" in said.stdout
    assert "1 article would wait for audiopress release" in said.stdout
    build(press)
    assert plan(press) == {"Alba": None, "Brae": "waits"}
    edition(press, "Alba", "Brae", review=ALL, Alba="It had to wait for two days.")
    assert plan(press) == {"Alba": "correction", "Brae": "waits"}
    edition(press, "Alba", "Brae", review=NEW, Alba="It had to wait for two days.")
    assert plan(press) == {"Alba": None, "Brae": "waits"}
    release(press, "--all")
    assert plan(press) == {"Alba": None, "Brae": None}


def test_no_edition_is_planned_with_what_would_be_held(press: Press) -> None:
    edition(press, "Alba", review="hold = false")
    build(press)
    edition(press, "Alba", "Brae", review=NEW)
    toml = press.folder / "audiopress.toml"
    more = '[[editions]]\nid = "all"\ntitle = "All"\nfrequency = "rolling"\nnewest = 9\n'
    toml.write_text(toml.read_text() + more)
    (planned,) = json.loads(press.run("plan", "--json").stdout)["editions"]
    assert planned["articles"] == ["Alba"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("--show", "ours"), {"Brae", "Corrie"}),
        (("--show", "main"), set()),
        (("--include", "*/alba.md"), {"Brae", "Corrie"}),
        (("--exclude", "*alba*"), {"Alba"}),
        (("--include", "source:articles"), set()),
        (("--show", "ours", "--include", "*a.md"), {"Brae", "Corrie"}),
    ],
)
def test_all_that_is_held_of_a_show_or_source_is_released(
    press: Press, words: tuple[str, ...], left: set[str]
) -> None:
    edition(press, "Alba", "Brae", "Corrie")
    toml = press.folder / "audiopress.toml"
    more = '[[shows]]\nid = "ours"\ntitle = "O"\ninclude = ["*alba*"]\n'
    toml.write_text(toml.read_text() + more)
    build(press)
    release(press, *words)
    shows = json.loads(press.run("status", "--json").stdout)["shows"]
    held = {one["title"] for show in shows for one in show["articles"] if one["state"] == "held"}
    assert held == left


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--show", "none"), 'there is no show "none"'),
        (("--include", "section:Sport"), "nothing of that is held"),
        (("--show", "main", "alba"), "exclude each other"),
        (("--include", "tags:a"), "no such kind"),
        (("--include", "css:body"), "asks for the page"),
    ],
)
def test_what_releases_nothing_says_so(press: Press, words: tuple[str, ...], told: str) -> None:
    edition(press, "Alba")
    build(press)
    done = press.run("release", *words, ok=False)
    assert done.returncode != 0
    assert told in done.stderr
    assert list_items(press) == []


def write_tags(press: Press, **tags: str) -> None:
    for name, tag in tags.items():
        file = press.folder / f"articles/{name}.md"
        file.write_text(
            file.read_text("utf-8").replace("---\n", f"---\ntags: [{tag}]\n", 1), "utf-8"
        )


def test_only_what_review_is_about_is_held(press: Press) -> None:
    choice = 'hold = true\ncorrections = true\ninclude = ["tag:court"]\nexclude = ["*dun*"]'
    edition(press, "Alba", "Brae", "Dun", review=choice)
    write_tags(press, alba="court", dun="court")
    planned = json.loads(press.run("plan", "--json").stdout)["articles"]
    assert {each["title"]: each["held"] for each in planned} == {
        "Alba": "new",
        "Brae": None,
        "Dun": None,
    }
    found = build(press)
    assert {name: each["status"] for name, each in found.items()} == {
        "alba": "held",
        "brae": "built",
        "dun": "built",
    }
    assert build(press)["alba"]["status"] == "held"
    release(press, "alba")
    # a correction waits by the same choice
    edition(press, "Alba", "Brae", "Dun", review=choice, Alba="It sank.", Brae="It sank.")
    write_tags(press, alba="court", dun="court")
    found = build(press)
    assert (found["alba"]["status"], found["brae"]["status"]) == ("held", "built")
    # what review is about no more is published
    edition(press, "Alba", review='hold = true\ninclude = ["tag:police"]', Alba="It sank.")
    write_tags(press, alba="court")
    assert build(press)["alba"]["status"] == "built"


@pytest.mark.parametrize(
    ("review", "word"),
    [
        ('include = ["tag:a"]', "without hold"),
        ('hold = true\ninclude = ["tags:a"]', "no such kind"),
        ('hold = true\nexclude = ["css:.a"]', "CSS selector"),
    ],
)
def test_a_choice_that_means_nothing_is_named(press: Press, review: str, word: str) -> None:
    edition(press, "Alba", review=review)
    said = press.run("build", ok=False).stderr
    assert word in said
    assert "[review]" in said
