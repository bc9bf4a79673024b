"""A private pile goes on when a configuration is written for its folder: nobody is lost."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

STORY = "---\ntitle: {0}\n---\n\n{0} was late.\n\nIt had to wait.\n"
NAMES = ("Alba", "Brae", "Corrie")
GOES_ON = "goes on in ledger/: its address stays"


@pytest.fixture
def pile(press: Press) -> Press:
    """A folder without a configuration, with a private feed of two articles."""
    write(press.folder / "saved", *NAMES[:2])
    press.build("saved", "--private")
    return press


def write(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.md").write_text(STORY.format(name), "utf-8")


def configure(press: Press, show: str = "private = true", edition: str = "") -> None:
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "My reading"\n{show}\n[edition]\nsources = ["saved"]\n{edition}\n',
        "utf-8",
    )


def find_address(press: Press) -> str:
    return press.run("show", "address").stdout


def read_items(press: Press, output: str = "output") -> dict[str, tuple[str, ...]]:
    """Return what podcast apps know an episode by, by its title."""
    (feed,) = (press.folder / output).glob("*/feed.xml")
    found = {}
    for item in ET.fromstring(feed.read_bytes()).iter("item"):  # noqa: S314 - ours
        enclosure = item.find("enclosure")
        assert enclosure is not None
        said = (item.findtext("guid"), item.findtext("pubDate"), enclosure.attrib["url"])
        found[str(item.findtext("title"))] = tuple(map(str, said))
    return found


def test_the_feed_goes_on_where_it_was(pile: Press) -> None:
    address, items = find_address(pile), read_items(pile)
    configure(pile)
    done = pile.run("build")
    assert done.stderr.count(GOES_ON) == 1
    assert "2 episodes" in done.stderr
    assert "0 paragraphs spoken" in done.stderr
    assert find_address(pile) == address
    assert read_items(pile) == items
    # Said once, and nothing of it is left where it was: it may hold words that are purged later.
    assert not [*(pile.folder / ".audiopress/ledger").rglob("*.json")]
    write(pile.folder / "saved", NAMES[2])
    again = pile.run("build")
    assert GOES_ON not in again.stderr
    assert "private feed" not in again.stderr
    assert find_address(pile) == address
    assert set(items.items()) < set(read_items(pile).items())


def test_what_is_asked_before_the_build_is_of_the_pile_and_writes_nothing(pile: Press) -> None:
    address = find_address(pile)
    configure(pile)
    before = pile.tree(".")
    assert find_address(pile) == address
    planned = json.loads(pile.run("plan", "--json").stdout)
    assert planned["notes"] == []
    assert "2 unchanged" in pile.run("plan").stdout
    assert pile.run("status").stdout.count("alba") == 1
    after = pile.tree(".")
    assert {name for name in after if "ledger" in name} == {n for n in before if "ledger" in n}


def test_what_is_taken_out_before_the_build_stays_out(pile: Press) -> None:
    configure(pile)
    pile.run("withdraw", "alba", "--purge")
    assert "goes on" in pile.run("build").stderr
    assert list(read_items(pile)) == ["Brae"]
    record = json.loads((pile.folder / "ledger/shows/main.json").read_text("utf-8"))
    # As seen from where the ledger is now.
    assert record["configuration"] == "../audiopress.toml"


def test_init_writes_a_file_that_goes_on_with_it(pile: Press) -> None:
    address, items = find_address(pile), read_items(pile)
    assert "private" in pile.run("init", "--yes").stdout
    text = (pile.folder / "audiopress.toml").read_text("utf-8")
    assert 'title = "Saved articles"' in text
    assert 'sources = ["saved"]' in text
    assert re.search(r'^body = "tone"', text, re.MULTILINE)
    report = pile.build()
    assert report["totals"]["spoken"] == 0
    assert [one["status"] for one in report["articles"]] == ["unchanged"] * 2
    assert find_address(pile) == address
    assert read_items(pile) == items


def test_init_finds_the_exports_that_a_pile_is_of(press: Press) -> None:
    write(press.folder / "saved", "Alba")
    (press.folder / "other.csv").write_text("title,url\nX,https://a.example/x\n", "utf-8")
    press.build("saved/Alba.md", "--private")
    ledger = press.folder / ".audiopress/ledger/articles"
    (record,) = ledger.rglob("*.json")
    known = json.loads(record.read_text("utf-8"))
    known["aliases"] = [*known["aliases"], "https://a.example/story"]
    record.write_text(json.dumps(known), "utf-8")
    (press.folder / "pile.csv").write_text("title,url\nX,http://A.example/story\n", "utf-8")
    press.run("init", "--yes")
    text = (press.folder / "audiopress.toml").read_text("utf-8")
    assert 'sources = ["pile.csv", "saved"]' in text


def test_init_elsewhere_is_as_ever(press: Press) -> None:
    press.run("init", "--yes")
    text = (press.folder / "audiopress.toml").read_text("utf-8")
    assert "# private = false" in text
    assert 'sources = ["articles"]' in text


@pytest.mark.parametrize("output", ["", "other"])
def test_another_output_folder_has_all_of_it(pile: Press, output: str) -> None:
    items = read_items(pile)
    configure(pile, edition=f'output = "{output}"' if output else "")
    report = pile.build()
    assert report["totals"]["spoken"] == 0
    assert read_items(pile, output or "output") == items


def test_a_public_show_has_nothing_of_it(pile: Press) -> None:
    secret = find_address(pile).split("/")[3]
    configure(pile, show="")
    (pile.folder / "saved" / "Alba.md").unlink()
    said = pile.run("build").stderr
    assert "private = true under [show]" in said
    assert secret not in said
    for path in (pile.folder / "output").rglob("*"):
        if path.is_file() and secret not in path.parts:
            assert secret.encode() not in path.read_bytes(), path
    feed = (pile.folder / "output/feed.xml").read_text("utf-8")
    assert "Alba" not in feed
    assert "private feed" not in pile.run("build").stderr
    # The pile's own files are no leavings: somebody may hear them yet.
    assert json.loads(pile.run("gc", "--json").stdout)["previews"] == []
    assert (pile.folder / "output" / secret / "feed.xml").is_file()


def test_an_edition_that_has_promised_something_keeps_it(pile: Press) -> None:
    old = find_address(pile)
    shutil.move(pile.folder / ".audiopress/ledger", pile.folder / "kept")
    configure(pile)
    pile.build()
    own = find_address(pile)
    shutil.move(pile.folder / "kept", pile.folder / ".audiopress/ledger")
    said = pile.run("build").stderr
    assert "move ledger/ away" in said
    assert find_address(pile) == own != old
    # What the note says brings it back.
    shutil.move(pile.folder / "ledger", pile.folder / "away")
    assert GOES_ON in pile.run("build").stderr
    assert find_address(pile) == old


def test_other_articles_are_another_pile(pile: Press) -> None:
    old, items = find_address(pile), read_items(pile)
    write(pile.folder / "proofs", "Dunlin")
    configure(pile)
    file = pile.folder / "audiopress.toml"
    file.write_text(file.read_text("utf-8").replace('["saved"]', '["proofs"]'), "utf-8")
    assert "gets nothing new" in pile.run("build").stderr
    assert find_address(pile) != old
    feed = pile.folder / "output" / find_address(pile).split("/")[3] / "feed.xml"
    assert not [title for title in items if title in feed.read_text("utf-8")]
    assert (pile.folder / "output" / old.split("/")[3] / "feed.xml").is_file()


KILLED = """
import os, signal, sys
from audiopress.cli import main
from audiopress.press.ledgers import former_pile
left = int(sys.argv.pop(1))
def counting(do):
    def write(*words):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return do(*words)
    return write
for name in ("replace_if_changed", "remove"):
    setattr(former_pile, name, counting(getattr(former_pile, name)))
main()
"""


def kill_build(press: Press, steps: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(steps), "build", "--voice", "tone"],
        cwd=press.folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("steps", range(5))
def test_a_move_that_is_killed_is_finished_by_the_next_build(pile: Press, steps: int) -> None:
    address, items = find_address(pile), read_items(pile)
    configure(pile)
    killed = kill_build(pile, steps)
    # Two records are written, and two folders removed after the show's record.
    assert (killed.returncode == -9) == (steps < 4), killed.stderr
    assert find_address(pile) == address
    assert "0 paragraphs spoken" in pile.run("build").stderr
    assert find_address(pile) == address
    assert read_items(pile) == items
    assert not [*(pile.folder / ".audiopress/ledger").rglob("*.json")]


@pytest.mark.parametrize("words", [(), ("--purge",)])
def test_what_is_withdrawn_after_a_killed_move_stays_out(
    pile: Press, words: tuple[str, ...]
) -> None:
    address = find_address(pile)
    configure(pile)
    # One article was copied; the other and the record of the show were not.
    assert kill_build(pile, 1).returncode == -9
    (copied,) = (pile.folder / "ledger/articles").rglob("*.json")
    slug = json.loads(copied.read_text("utf-8"))["slug"]
    pile.run("withdraw", slug, *words)
    assert GOES_ON in pile.run("build").stderr
    assert find_address(pile) == address
    assert {"Alba", "Brae"} - set(read_items(pile)) == {slug.title()}


def test_a_damaged_record_of_the_show_stops_the_build(pile: Press) -> None:
    address = find_address(pile)
    record = pile.folder / ".audiopress/ledger/shows/main.json"
    body = record.read_bytes()
    record.write_bytes(body[:-9])
    configure(pile)
    failed = pile.run("build", ok=False)
    assert failed.returncode
    assert "shows/main.json" in failed.stderr
    assert not (pile.folder / "ledger").exists()
    record.write_bytes(body)
    assert GOES_ON in pile.run("build").stderr
    assert find_address(pile) == address


def test_a_damaged_record_of_a_pile_is_nothing_to_a_public_show(pile: Press) -> None:
    (pile.folder / ".audiopress/ledger/shows/main.json").write_bytes(b"{")
    configure(pile, show="")
    pile.run("build")
    assert (pile.folder / "output/feed.xml").is_file()


@pytest.mark.parametrize("name", ["story.mp3", "story.wav", "story.epub"])
@pytest.mark.parametrize("configured", [False, True])
def test_one_file_of_a_private_pile_is_a_file(pile: Press, name: str, *, configured: bool) -> None:
    secret = find_address(pile).split("/")[3]
    if configured:
        configure(pile)
    before = pile.tree(".")
    done = pile.run("build", "saved/Alba.md", "-o", name)
    assert done.stdout.split() == [f"{'book' if 'epub' in name else 'sound'}:", name]
    body = (pile.folder / name).read_bytes()
    assert secret.encode() not in body
    after = pile.tree(".")
    assert {each for each in set(after) - set(before) if not each.startswith(".")} == {name}


def test_one_file_makes_no_address_of_a_private_show(press: Press) -> None:
    write(press.folder / "saved", "Alba")
    configure(press)
    press.run("build", "-o", "story.mp3")
    assert (press.folder / "story.mp3").is_file()
    assert not (press.folder / "ledger").exists()
    assert not (press.folder / "output").exists()
