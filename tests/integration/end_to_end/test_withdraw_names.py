"""An article is withdrawn by whatever it is called, wherever one stands, and leaves nothing."""

import json
import shutil

import pytest
from runner import PressHere

CONFIG = """
[show]
title = "Harbour Post"
[edition]
address = "https://audio.xn--strae-oqa.example/radio/"
sources = ["articles"]
"""
SHARED = "Every boat of the harbour came home."


def write(press, name, title, address, line):
    head = f"---\ntitle: {title}\ncanonical: {address}\ndate: 2026-11-01\n---\n\n"
    (press.folder / "articles" / name).write_text(f"{head}{line}\n\n{SHARED}\n", "utf-8")


@pytest.fixture
def built(tmp_path):
    press = PressHere(tmp_path / "edition")
    (press.folder / "articles").mkdir(parents=True)
    (press.folder / "audiopress.toml").write_text(CONFIG, "utf-8")
    write(press, "fähre.md", "The ferry", "https://straße.example/fähre", "The ferry was late.")
    write(press, "mill.md", "The mill", "https://straße.example/mill", "The mill burnt down.")
    press.build()
    return press


def ferry(press):
    paths = (press.folder / "ledger" / "articles").rglob("*.json")
    found = (json.loads(path.read_bytes()) for path in paths)
    return next(record for record in found if record["slug"] == "the-ferry")


NAMES = {
    "address": lambda _p, _r: "https://straße.example/fähre",
    "encoded": lambda _p, _r: "https://xn--strae-oqa.example/f%C3%A4hre",
    "half encoded": lambda _p, _r: "HTTPS://Straße.example:443/f%c3%a4hre#top",
    "slash": lambda _p, _r: "https://straße.example/fähre/?utm_source=x",
    "slug": lambda _p, _r: "The-Ferry",
    "headline": lambda _p, _r: "the ferry.",
    "guid": lambda _p, r: r["guid"].removeprefix("urn:uuid:").upper(),
    "urn": lambda _p, r: r["guid"],
    "page": lambda _p, _r: "https://audio.straße.example/radio/episodes/the-ferry/index.html",
    "page encoded": lambda _p, _r: "http://audio.xn--strae-oqa.example/radio/episodes/the-ferry",
    "preview": lambda _p, _r: "http://127.0.0.1:8123/episodes/the-ferry/",
    "sound": lambda _p, r: (
        "https://audio.straße.example/radio/" + r["versions"][0]["enclosure"]["path"]
    ),
    "behind a counter": lambda _p, r: (
        "https://stats.example/e/audio.example/" + r["versions"][0]["enclosure"]["path"]
    ),
    "sound's path": lambda _p, r: "output/" + r["versions"][0]["enclosure"]["path"],
    "page's path": lambda p, _r: p.folder / "output/episodes/the-ferry/index.html",
    "source": lambda _p, _r: "articles/fähre.md",
    "source from here": lambda _p, _r: "./articles/../articles/fähre.md",
    "decomposed": lambda _p, _r: "articles/fa\u0308hre.md",
    "file's name": lambda _p, _r: "fähre.md",
    "file's stem": lambda _p, _r: "fähre",
    "file's stem decomposed": lambda _p, _r: "fa\u0308hre",
    "absolute": lambda p, _r: p.folder / "articles" / "fähre.md",
    "as a file": lambda p, _r: f"file://{p.folder}/articles/f%C3%A4hre.md",
}


def test_of_two_with_one_headline_both_are_named(built):
    write(built, "second.md", "The ferry", "https://straße.example/second", "It sank.")
    built.build()
    refused = built.run("withdraw", "The ferry", ok=False)
    assert refused.returncode
    assert "2 articles have the name 'The ferry'" in refused.stderr
    assert "withdraw the-ferry or audiopress withdraw the-ferry-2" in refused.stderr
    assert (
        "it was https://xn--strae-oqa.example/second" in built.run("withdraw", "the-ferry-2").stdout
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_of_an_article_is_one(built, name):
    done = built.run("withdraw", name(built, ferry(built)))
    assert "The ferry is withdrawn" in done.stdout
    assert ferry(built)["state"] == "withdrawn"
    assert "the-ferry" not in (built.folder / "output" / "feed.xml").read_text("utf-8")
    built.run("withdraw", name(built, ferry(built)), "--restore")
    assert ferry(built)["state"] == "live"


@pytest.mark.parametrize(
    "name",
    ["https://other.example/episodes/the-ferry/", "articles", "https://straße.example/"],
)
def test_what_is_no_name_of_it_is_not_taken_for_one(built, name):
    done = built.run("withdraw", name, ok=False)
    assert done.returncode == 1
    assert "audiopress withdraw" in done.stderr
    assert ferry(built)["state"] == "live"


def test_a_checkout_has_the_ledger_alone(built):
    shutil.rmtree(built.folder / "output")
    shutil.rmtree(built.folder / ".audiopress")
    done = built.run("withdraw", "articles/fähre.md", "--reason", "It was the tram.")
    assert "no edition lies here" in done.stdout
    assert not (built.folder / "output").exists()
    report = built.build()
    assert sorted(one["status"] for one in report["articles"]) == ["built", "withdrawn"]
    page = built.folder / "output" / "episodes" / "the-ferry" / "index.html"
    assert "It was the tram." in page.read_text("utf-8")


def read_all(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_purge_leaves_nothing_that_it_said(built):
    guid = ferry(built)["guid"]
    write(built, "fähre.md", "The ferry", "https://straße.example/fähre", "The ferry was not late.")
    built.build()
    told = built.run("withdraw", "the-ferry").stdout
    assert "still held: the ledger what 2 of its versions said" in told
    assert "the-ferry --purge removes that too" in told
    done = built.run("withdraw", "the-ferry", "--purge").stdout
    assert "of its paragraphs stay, for other articles say them too" in done
    for place in ("ledger", ".audiopress", "output"):
        body = read_all(built.folder / place)
        assert b"ferry was" not in body
        assert b"The ferry" not in body
    # The source is still there: it is read, and neither published nor kept.
    report = built.build()
    assert sorted(one["status"] for one in report["articles"]) == ["unchanged", "withdrawn"]
    built.run("plan")
    assert b"ferry was" not in read_all(built.folder / ".audiopress")
    assert json.loads(built.run("plan", "--json").stdout)["articles"][0]["to_speak"] == 0
    again = built.run("withdraw", "the-ferry", "--purge").stdout
    assert "nothing was left" in again
    assert "spoken again" in built.run("withdraw", "the-ferry", "--restore").stdout
    (back,) = [one for one in built.build()["articles"] if one["slug"] == "the-ferry"]
    assert (back["status"], back["guid"], back["error"]) == ("built", guid, None)
    assert back["spoken"] > 0
    assert ferry(built)["versions"][-1]["title"] == "The ferry"
    assert "not late" in str(ferry(built)["texts"])


def test_a_purge_tells_what_of_the_ledger_is_gone(built):
    # A checkout: the texts of the ledger are all that is held.
    for folder in ("output", ".audiopress"):
        shutil.rmtree(built.folder / folder)
    done = built.run("withdraw", "the-ferry", "--purge").stdout
    assert "purged: the ledger what 1 of its versions said" in done


def test_what_is_purged_is_what_nobody_else_says(built):
    built.run("withdraw", "the-ferry", "--purge")
    mill = json.loads(built.run("plan", "--json").stdout)["articles"]
    assert [one["to_speak"] for one in mill] == [0]


@pytest.mark.parametrize("damage", [b"", b"<<<<<<< HEAD\n{}\n", b"{", b"\x00" * 9, None])
def test_no_other_article_is_proposed_where_a_record_cannot_be_read(built, damage):
    path = next((built.folder / "ledger" / "articles").rglob("*.json"))
    slug = json.loads(path.read_bytes())["slug"]
    path.unlink()
    if damage is None:
        path.mkdir()
    else:
        path.write_bytes(damage)
    done = built.run("withdraw", slug, "--json", ok=False)
    (error,) = json.loads(done.stdout)["errors"]
    assert "a file that cannot be read" in error["message"]
    assert error["hint"] == "audiopress ledger check"
