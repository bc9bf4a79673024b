"""Two shows never share a ledger or an output folder; one show may have any number of files."""

import json
import shutil

import pytest
from runner import PressHere

A = ("News", "https://news.example/", "news")
B = ("Sport", "https://sport.example/", "sport")


def configure(press, name, show, more=""):
    title, address, sources = show
    text = f"[show]\ntitle = {json.dumps(title)}\n" if title else ""
    text += f'[edition]\naddress = "{address}"\nsources = {json.dumps(sources.split())}\n{more}'
    path = press.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    for source in sources.split():
        place = path.parent / source
        place.mkdir(exist_ok=True)
        (place / "a.md").write_text(f"# {source}\n\nThe {source} boat came home.\n", "utf-8")


@pytest.fixture
def press(tmp_path):
    return PressHere(tmp_path / "edition")


def refused(press, name, *words):
    done = press.run(*words, "-c", name, ok=False)
    assert done.returncode == 2, done.stderr
    assert "another show" in done.stderr
    assert "under [edition]" in done.stderr


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (A, B),
        (("News", "", "news"), ("Sport", "", "sport")),
        (("News", A[1], "news"), ("Sport", A[1], "sport")),
        (("", "", "news"), ("", "", "sport")),
        (("Post", A[1], "news"), ("Post", B[1], "sport")),
        (("News", A[1], "all"), ("Slow news", B[1], "all")),
    ],
    ids=["two of all", "no address", "one address", "no title", "one title", "one source"],
)
def test_two_shows_are_refused_before_anything_is_written(press, one, other):
    configure(press, "one.toml", one)
    press.build("-c", "one.toml")
    configure(press, "other.toml", other)
    before = press.tree("ledger"), press.tree()
    refused(press, "other.toml", "build")
    refused(press, "other.toml", "plan")
    assert (press.tree("ledger"), press.tree()) == before
    # As the refusal says, each gets what is its own.
    more = 'output = "output-other"\nledger = "ledger-other"\ncache = "cache-other"\n'
    configure(press, "other.toml", other, more=more)
    press.build("-c", "other.toml")
    press.build("-c", "one.toml")


def test_one_ledger_from_two_folders(press):
    shared = 'output = "../out"\nledger = "../ledger"\n'
    configure(press, "a/audiopress.toml", A, more=shared)
    configure(press, "b/audiopress.toml", B, more=shared)
    press.build("-c", "a/audiopress.toml")
    refused(press, "b/audiopress.toml", "build")
    refused(press, "b/audiopress.toml", "withdraw", "news")


def test_one_output_from_two_folders(press):
    configure(press, "a/audiopress.toml", A)
    configure(press, "b/audiopress.toml", B)
    press.build("-c", "a/audiopress.toml", "-o", "out")
    refused(press, "b/audiopress.toml", "build", "-o", "out")


@pytest.mark.parametrize(
    "show",
    [A, ("News tonight", A[1], A[2]), (A[0], "https://staging.example/", A[2]), (A[0], A[1], "x")],
    ids=["copy", "copy with a new title", "another address", "other sources"],
)
def test_a_copy_or_variant_of_one_show_goes_on(press, show):
    configure(press, "audiopress.toml", A)
    press.build()
    configure(press, "ci.toml", show)
    press.build("-c", "ci.toml")
    press.build()


def test_a_show_that_is_renamed_and_moved_goes_on(press, tmp_path):
    configure(press, "audiopress.toml", A)
    guid = press.build()["articles"][0]["guid"]
    configure(press, "radio.toml", ("Radio news", "https://radio.example/", "news"))
    (press.folder / "audiopress.toml").unlink()
    press.folder.rename(tmp_path / "elsewhere")
    moved = PressHere(tmp_path / "elsewhere")
    assert moved.build("-c", "radio.toml")["articles"][0]["guid"] == guid
    # A checkout without output and cache.
    for name in ("output", ".audiopress"):
        shutil.rmtree(moved.folder / name)
    assert moved.build("-c", "radio.toml")["articles"][0]["guid"] == guid


def test_other_files_beside_it_are_none(press):
    configure(press, "audiopress.toml", A)
    (press.folder / "pyproject.toml").write_text('[project]\nname = "x"\n', "utf-8")
    (press.folder / "broken.toml").write_text("[edition\n", "utf-8")
    (press.folder / "latin.toml").write_bytes(b"[edition]\naddress = '\xe9'\n")
    (press.folder / "odd.toml").write_text("edition = 3\n", "utf-8")
    press.build()


def test_a_look_before_the_configuration_was_written_is_no_other_show(press):
    configure(press, "x.toml", A)
    (press.folder / "x.toml").unlink()
    press.build("news")
    configure(press, "audiopress.toml", A)
    press.build()
