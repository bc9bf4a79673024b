"""A private show: at an address that nobody can guess, which nothing public names."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press

BASE = "https://audio.example.org/"
STORY = "---\ntitle: {0}\ndate: 2026-03-0{1}\n---\n\n{0} was late.\n\nIt had to wait.\n"
SECRET = re.compile(r"[0-9a-f]{32}")
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def edition(press: Press, *titles: str, show: str = "private = true", address: str = BASE) -> None:
    folder = press.folder / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for number, title in enumerate(titles, 1):
        (folder / f"{title.lower()}.md").write_text(STORY.format(title, number), "utf-8")
    (press.folder / "audiopress.toml").write_text(
        f'[show]\ntitle = "Ours"\nlanguage = "en"\n{show}\n[edition]\nsources = ["articles"]\n'
        f'address = "{address}"\n',
        "utf-8",
    )


def show_record(press: Press) -> dict[str, Any]:
    return json.loads((press.folder / "ledger/shows/main.json").read_text("utf-8"))


def find_home(press: Press) -> Path:
    return press.folder / "output" / show_record(press)["secret"]


def read_channel(path: Path) -> ET.Element:
    channel = ET.fromstring(path.read_bytes()).find("channel")  # noqa: S314 - written by us
    assert channel is not None
    return channel


def test_all_of_it_lies_below_a_secret_that_stays(press: Press) -> None:
    edition(press, "Alba", "Brae")
    press.build()
    before, secret = press.tree(), show_record(press)["secret"]
    assert SECRET.fullmatch(secret)
    # Nothing outside of it tells of the show: the page at the address is an empty one.
    outside = [name for name in before if not name.startswith(f"{secret}/")]
    assert outside == ["index.html"]
    cover = (press.folder / "output/index.html").read_text("utf-8")
    assert "Ours" not in cover
    assert secret not in cover
    # Another machine, which has the ledger alone, builds the very same.
    shutil.rmtree(press.folder / "output")
    shutil.rmtree(press.folder / ".audiopress")
    press.build()
    assert press.tree() == before


def test_two_shows_have_two_secrets(press: Press) -> None:
    found = set()
    for name in ("one", "two", "three"):
        other = type(press)(press.folder / name)
        edition(other, "Alba")
        other.build()
        found.add(show_record(other)["secret"])
    assert len(found) == 3


def test_the_feed_asks_every_directory_to_leave_it_out(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    home = find_home(press)
    channel = read_channel(home / "feed.xml")
    assert [each.text for each in channel.findall(f"{ITUNES}block")] == ["Yes"]
    (item,) = channel.findall("item")
    enclosure = item.find("enclosure")
    assert enclosure is not None
    place = enclosure.attrib["url"].removeprefix(f"{BASE}{home.name}/")
    assert (home / place).stat().st_size == int(enclosure.attrib["length"])


def test_pages_are_found_by_no_search_and_no_index(press: Press) -> None:
    edition(press, *(f"Ferry{number}" for number in range(9)))  # so many that a front has a search
    press.build()
    names = press.tree()
    for gone in ("by-url/", "titles.json", "search.js", "oembed.json", "sitemap", "robots.txt"):
        assert not [name for name in names if gone in name], gone
    pages = [name for name in names if name.endswith(".html")]
    assert len(pages) == 2 + 9 * 2
    for name in pages:
        page = (press.folder / "output" / name).read_text("utf-8")
        assert 'name="robots" content="noindex' in page, name
        for way in ("application/ld+json", "oembed", "og:"):
            assert way not in page, (name, way)
        if name != "index.html":
            assert 'name="referrer" content="no-referrer"' in page, name


def test_a_public_show_is_found_as_ever(press: Press) -> None:
    edition(press, *(f"Ferry{number}" for number in range(9)), show="")
    press.build()
    names = press.tree()
    assert {"titles.json", "search.js", "feed.xml"} <= set(names)
    assert [name for name in names if "by-url/" in name] == []  # files have no address
    page = (press.folder / "output/episodes/ferry1/index.html").read_text("utf-8")
    assert "oembed" in page
    assert "noindex" not in page


@pytest.mark.parametrize(
    "words",
    [
        ("build",),
        ("build", "--json"),
        ("sync",),
        ("status",),
        ("status", "--json"),
        ("plan",),
        ("plan", "--json"),
        ("withdraw", "alba"),
        ("withdraw", "alba", "--json"),
        ("withdraw", "nothing"),
        ("ledger", "check"),
    ],
)
def test_no_log_holds_the_secret(press: Press, words: tuple[str, ...]) -> None:
    edition(press, "Alba")
    first = press.run(*words, ok=False)  # also by the run that makes it
    press.build()
    secret = show_record(press)["secret"]
    edition(press, "Alba", "Brae")
    done = press.run(*words, ok=False)
    assert secret not in done.stdout + done.stderr + first.stdout + first.stderr
    address = press.run("show", "address").stdout
    assert address == f"{BASE}{secret}/feed.xml\n"


def test_an_error_about_a_file_does_not_hold_it(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    home = find_home(press)
    (home / "feed.xml").unlink()
    (home / "feed.xml").mkdir()
    edition(press, "Alba", "Brae")
    done = press.run("build", ok=False)
    assert done.returncode == 1
    assert "***" in done.stderr
    assert home.name not in done.stdout + done.stderr


def test_a_plan_makes_no_address(press: Press) -> None:
    edition(press, "Alba")
    press.run("plan")
    press.run("status")
    assert not (press.folder / "ledger").exists()
    done = press.run("show", "address", ok=False)
    assert done.returncode == 2
    assert "audiopress build" in done.stderr


# -- another address -----------------------------------------------------------------------------


def test_a_rotated_show_loses_nobody(press: Press) -> None:
    edition(press, "Alba", "Brae")
    press.build()
    old = find_home(press)
    guids = [each.findtext("guid") for each in read_channel(old / "feed.xml").findall("item")]
    done = json.loads(press.run("show", "rotate", "--json").stdout)
    new = find_home(press)
    assert new != old
    assert done["feed"] == f"{BASE}{new.name}/feed.xml"
    assert done["former"] == f"{BASE}{old.name}/feed.xml"
    # The new place is whole and names the old one nowhere.
    for path in new.rglob("*"):
        assert path.is_dir() or old.name.encode() not in path.read_bytes(), path
    channel = read_channel(new / "feed.xml")
    assert [each.findtext("guid") for each in channel.findall("item")] == guids
    # The old feed leads there, by the element that apps know and by an item for people.
    channel = read_channel(old / "feed.xml")
    assert channel.findtext(f"{ITUNES}new-feed-url") == done["feed"]
    assert [each.text for each in channel.findall(f"{ITUNES}block")] == ["Yes"]
    notice, *items = channel.findall("item")
    assert [each.findtext("guid") for each in items] == guids
    assert done["feed"] in (notice.findtext("description") or "")
    enclosures = [each.find("enclosure") for each in channel.findall("item")]
    for each in enclosures:
        assert each is not None
        place = each.attrib["url"].removeprefix(f"{BASE}{new.name}/")
        assert (new / place).stat().st_size == int(each.attrib["length"])
    assert sorted(path.name for path in old.iterdir()) == ["feed.xml", "index.html"]
    # A build speaks nothing and finds all as it should be.
    before = press.tree()
    report = press.build()
    assert report["totals"]["spoken"] == 0
    assert press.tree() == before


def test_the_old_feed_gets_what_is_new_meanwhile(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    edition(press, "Alba", "Brae")
    press.build()
    titles = [each.findtext("title") for each in read_channel(old / "feed.xml").findall("item")]
    assert sorted(titles[1:]) == ["Alba", "Brae"]
    press.run("withdraw", "alba")
    titles = [each.findtext("title") for each in read_channel(old / "feed.xml").findall("item")]
    assert titles[1:] == ["Brae"]


def test_a_second_rotation_leads_the_first_address_on(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    homes = [find_home(press)]
    for _ in range(2):
        press.run("show", "rotate")
        homes.append(find_home(press))
    feed = f"{BASE}{homes[-1].name}/feed.xml"
    for home in homes[:-1]:
        assert read_channel(home / "feed.xml").findtext(f"{ITUNES}new-feed-url") == feed
        page = (home / "index.html").read_text("utf-8")
        assert homes[-1].name in page


def test_without_a_redirect_the_old_address_ends(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press)
    done = press.run("show", "rotate", "--no-redirect")
    assert "ended" in done.stdout
    assert not old.exists()
    press.build()
    assert not old.exists()


def test_an_old_address_ends_when_its_time_is_over(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    file = press.folder / "ledger/shows/main.json"
    record = show_record(press)
    record["former"][0]["until"] = "2026-01-01T00:00:00Z"
    file.write_text(json.dumps(record), "utf-8")
    report = press.build()
    assert not old.exists()
    assert any("gone now" in note for note in report["notes"])
    assert not any("gone now" in note for note in press.build()["notes"])


def test_a_fresh_checkout_rotates_and_the_next_build_publishes(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press).name
    shutil.rmtree(press.folder / "output")
    done = press.run("show", "rotate")
    assert "audiopress build" in done.stdout
    press.build()
    assert (find_home(press) / "feed.xml").is_file()
    assert (press.folder / "output" / old / "feed.xml").is_file()


@pytest.mark.parametrize("show", ["", "private = false"])
def test_only_a_private_show_is_rotated(press: Press, show: str) -> None:
    edition(press, "Alba", show=show)
    press.build()
    done = press.run("show", "rotate", ok=False)
    assert done.returncode == 2
    assert "moved_to" in done.stderr
    shown = press.run("show", "address")
    assert (shown.stdout, shown.stderr) == (f"{BASE}feed.xml\n", "")


# -- from public to private and back ------------------------------------------------------------


def test_a_show_that_was_public_is_told_what_still_is(press: Press) -> None:
    edition(press, "Alba", show="")
    press.build()
    edition(press, "Alba")
    for command in ("plan", "build", "build"):  # every time, until somebody mends it
        notes = json.loads(press.run(command, "--json").stdout)["notes"]
        (note,) = [note for note in notes if "private now" in note]
        for name in ("feed.xml", "index.html", "episodes"):
            assert name in note
    assert find_home(press).name not in (press.folder / "output/index.html").read_text("utf-8")
    for name in ("feed.xml", "index.html"):
        (press.folder / "output" / name).unlink()
    shutil.rmtree(press.folder / "output/episodes")
    report = press.build()
    assert not [note for note in report["notes"] if "private now" in note]
    assert report["totals"]["spoken"] == 0


def test_a_show_that_was_private_is_told_of_its_folder(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    home = find_home(press)
    edition(press, "Alba", show="")
    done = press.run("build", "--json")
    assert any("was private" in note for note in json.loads(done.stdout)["notes"])
    feed = (press.folder / "output/feed.xml").read_text("utf-8")
    assert home.name not in feed
    # Private once more it has the address that its listeners know.
    edition(press, "Alba")
    press.build()
    assert find_home(press) == home


def test_a_site_has_no_players_of_a_private_show(press: Press) -> None:
    edition(press, "Alba")
    (press.folder / "site").mkdir()
    (press.folder / "site/index.html").write_text("<h1>Ours</h1>", "utf-8")
    done = press.run("site", "site", ok=False)
    assert done.returncode == 2
    assert "private" in done.stderr


@pytest.mark.parametrize("secret", ["../elsewhere", "a/b", "", "A" * 32, "0" * 31])
def test_a_folder_that_somebody_wrote_into_the_ledger_is_refused(press: Press, secret: str) -> None:
    edition(press, "Alba")
    press.build()
    record = show_record(press)
    record["secret"] = secret
    (press.folder / "ledger/shows/main.json").write_text(json.dumps(record), "utf-8")
    done = press.run("build", ok=False)
    if secret:
        assert done.returncode == 1
        assert "damaged" in done.stderr
    else:  # no secret at all: it gets one
        assert SECRET.fullmatch(show_record(press)["secret"])


SHOWS = (
    '[[shows]]\nid = "sport"\ntitle = "Sport"\n{0}\n[[shows]]\nid = "coast"\ntitle = "Coast"\n{1}\n'
)


@pytest.mark.parametrize(
    ("main", "sport", "coast"),
    [
        ("", "private = true", ""),
        ("private = true", "private = false", ""),
        ("private = true", "private = true", "private = false"),
        (None, "private = true", ""),
    ],
)
def test_a_private_show_among_public_ones_is_a_mistake(
    press: Press, main: str | None, sport: str, coast: str
) -> None:
    edition(press, "Alba")
    file = press.folder / "audiopress.toml"
    text = file.read_text("utf-8")
    head, _, rest = text.partition("[edition]")
    head = "" if main is None else head.replace("private = true", main)
    file.write_text(f"{head}[edition]{rest}{SHOWS.format(sport, coast)}", "utf-8")
    done = press.run("plan", ok=False)
    assert done.returncode == 2
    assert "of its own" in done.stderr


@pytest.mark.parametrize("main", [True, False])
def test_several_private_shows_move_together(press: Press, main: bool) -> None:
    edition(press, "Alba", "Brae")
    file = press.folder / "audiopress.toml"
    head, _, rest = file.read_text("utf-8").partition("[edition]")
    private = "private = true\n"
    shows = SHOWS.format(f'{private}include = ["*alba*"]', f'{private}exclude = ["*alba*"]')
    file.write_text(f"{head if main else ''}[edition]{rest}{shows}", "utf-8")
    press.build()
    old = find_home(press)
    outside = [name for name in press.tree() if not name.startswith(f"{old.name}/")]
    assert outside == ["index.html"]
    sport = press.run("show", "address", "sport").stdout.strip()
    assert sport == f"{BASE}{old.name}/shows/sport/feed.xml"
    assert press.run("show", "address", "nobody", ok=False).returncode == 2
    done = json.loads(press.run("show", "rotate", "sport", "--json").stdout)
    new = find_home(press)
    assert done["feed"] == f"{BASE}{new.name}/shows/sport/feed.xml"
    # Whoever listens to one of them is led to that one.
    feeds = {path.relative_to(new).as_posix() for path in new.rglob("feed.xml")}
    assert feeds == {path.relative_to(old).as_posix() for path in old.rglob("feed.xml")}
    assert ("feed.xml" in feeds) == main
    for name in feeds:
        page = (old / name).with_name("index.html")
        target = re.search(r'url=([^"]*)', page.read_text("utf-8"))[1]
        assert (page.parent / target).resolve() == (new / name).with_name("index.html")
        assert (page.parent / target).is_file()
        channel = read_channel(old / name)
        assert channel.findtext(f"{ITUNES}new-feed-url") == f"{BASE}{new.name}/{name}"
        there = [each.findtext("guid") for each in read_channel(new / name).findall("item")]
        assert [each.findtext("guid") for each in channel.findall("item")][1:] == there


def test_feeds_of_editions_move_too(press: Press) -> None:
    edition(press, "Alba", "Brae")
    file = press.folder / "audiopress.toml"
    tables = '[[editions]]\nid = "{0}"\ntitle = "{0}"\nfrequency = "rolling"\nnewest = 5\n{1}\n'
    more = tables.format("top", 'feed = "own"')
    more += tables.format("none", 'feed = "own"\ninclude = ["section:None"]')
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    new = find_home(press)
    feeds = {path.relative_to(old).as_posix() for path in old.rglob("feed.xml")}
    # nobody is led to the feed of an edition that has not come out yet
    assert feeds == {"feed.xml", "shows/top/feed.xml"}
    moved = read_channel(old / "shows/top/feed.xml").findtext(f"{ITUNES}new-feed-url")
    assert moved == f"{BASE}{new.name}/shows/top/feed.xml"
    # and it goes on so with the builds that follow
    press.build()
    assert {path.relative_to(old).as_posix() for path in old.rglob("feed.xml")} == feeds


def test_the_first_round_names_what_it_made(press: Press) -> None:
    edition(press, "Alba")
    said = press.run("sync").stdout
    assert "not-built-yet" not in said
    assert re.search(r"^page: output/\*+/index\.html$", said, re.MULTILINE)
    assert not (press.folder / "output/not-built-yet").exists()


def test_a_pile_is_called_what_an_app_can_list_and_keeps_its_name(press: Press) -> None:
    press.folder.mkdir()
    (press.folder / "alba.md").write_text(STORY.format("Alba", 1), "utf-8")
    press.build("alba.md", "--private")
    (feed,) = (press.folder / "output").glob("*/feed.xml")
    assert read_channel(feed).findtext("title") == "Saved articles"
    before = press.tree()
    press.build("alba.md", "--private")
    press.build("alba.md")  # what was begun in private goes on so
    assert press.tree() == before
    # One that has begun under the former name.
    for path in (press.folder / ".audiopress" / "ledger").rglob("*.json"):
        text = path.read_text("utf-8")
        path.write_text(text.replace('"show": "Saved articles"', '"show": "Listen"'), "utf-8")
    (press.folder / "brae.md").write_text(STORY.format("Brae", 2), "utf-8")
    press.build("brae.md", "--private")
    assert read_channel(feed).findtext("title") == "Listen"
    mp3 = next(feed.parent.glob("episodes/brae/*/*.mp3")).read_bytes()
    assert "Listen".encode("utf-16-le") in mp3
    assert "Saved articles".encode("utf-16-le") not in mp3


def test_a_public_preview_is_called_as_ever(press: Press) -> None:
    press.folder.mkdir()
    (press.folder / "alba.md").write_text(STORY.format("Alba", 1), "utf-8")
    press.build("alba.md")
    title = read_channel(press.folder / "output" / "feed.xml").findtext("title") or ""
    assert title.startswith("Listen")
