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


STRAYS = {
    "a show": '[show]\ntitle = "Notes"\n[edition]\naddress = "https://notes.example/"\n',
    "a show with our address": f'[show]\ntitle = "Notes"\n[edition]\naddress = "{A[1]}"\n',
    "with articles": '[show]\ntitle = "Notes"\n[edition]\naddress = "https://notes.example/"\n'
    'sources = ["notes"]\n',
    "a year": "[edition]\nyear = 2026\n",
    "a show nobody builds": '[show]\ntitle = "Notes"\n[edition]\naddress = "https://n.example/"\n'
    'colour = "red"\n',
    "sources alone": '[edition]\nsources = ["notes"]\n',
    "a title alone": '[show]\ntitle = "Notes"\n',
}


def forget_builder(press):
    """Take out of the ledger which file built it, which 0.1.0 did not say."""
    for path in (press.folder / "ledger").rglob("*.json"):
        body = json.loads(path.read_bytes())
        if body.pop("configuration", None):
            path.write_text(json.dumps(body, indent=2), "utf-8")


@pytest.mark.parametrize("old", [False, True], ids=["", "ledger of 0.1.0"])
@pytest.mark.parametrize("text", STRAYS.values(), ids=STRAYS)
def test_a_file_beside_a_published_show_changes_nothing(press, text, old):
    configure(press, "audiopress.toml", A)
    guid = press.build()["articles"][0]["guid"]
    if old:
        forget_builder(press)
    (press.folder / "notes.toml").write_text(text, "utf-8")
    assert press.build()["articles"][0]["guid"] == guid
    press.run("plan")
    press.run("withdraw", guid)
    press.run("withdraw", guid, "--restore")
    # A checkout without output and cache.
    for name in ("output", ".audiopress"):
        shutil.rmtree(press.folder / name)
    assert press.build()["articles"][0]["guid"] == guid


@pytest.mark.parametrize("name", ["a year", "a show nobody builds", "sources alone"])
def test_what_is_no_show_does_not_hold_up_a_first_build(press, name):
    configure(press, "audiopress.toml", A)
    (press.folder / "notes.toml").write_text(STRAYS[name], "utf-8")
    press.build()


def test_two_shows_of_which_none_has_published_are_both_refused(press):
    configure(press, "one.toml", A)
    configure(press, "other.toml", B)
    refused(press, "one.toml", "build")
    refused(press, "other.toml", "build")
    refused(press, "other.toml", "plan")
    assert not (press.folder / "ledger").exists()


def test_a_newcomer_is_refused_by_a_ledger_that_names_no_file(press):
    configure(press, "one.toml", A)
    press.build("-c", "one.toml")
    forget_builder(press)
    configure(press, "other.toml", B)
    refused(press, "other.toml", "build")
    press.build("-c", "one.toml")


def test_where_nobody_can_tell_a_takedown_goes_on(press):
    configure(press, "one.toml", A)
    guid = press.build("-c", "one.toml")["articles"][0]["guid"]
    shutil.rmtree(press.folder / "output")
    (press.folder / "one.toml").unlink()
    configure(press, "moved.toml", ("Radio", "https://radio.example/", "news"))
    configure(press, "other.toml", ("Slow radio", "https://slow.example/", "news sport"))
    assert press.run("withdraw", guid, "-c", "moved.toml").returncode == 0
