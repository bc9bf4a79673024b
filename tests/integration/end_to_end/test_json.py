"""Every command that has ``--json``: one document when all goes well, and one when it does not."""

import json
import re
from collections.abc import Iterator

import pytest
import typer.main
from runner import EXAMPLE, ROOT, PressHere

from audiopress.cli import app

SLUG = "the-last-keeper-of-skerry-light-comes-ashore"
SITE = ("site", "public", "--address", "https://s.example/")

WORDS = {
    "build": [("build", "a.html")],
    "plan": [("plan", "a.html")],
    "script": [("script", "a.html"), ("script", "--lines", "lines.txt")],
    "sync": [("sync", "-c", "sync.toml")],
    "status": [("build", "a.html"), ("status",), ("status", "-c", "sync.toml")],
    "site": [SITE, (*SITE, "--dry-run")],
    "withdraw": [
        ("withdraw", SLUG, "--reason", "The council asked us to."),
        ("withdraw", SLUG, "--restore"),
        ("withdraw", SLUG, "--purge"),
        ("withdraw", SLUG, "--restore"),
    ],
    "correct": [("build", "a.html"), ("correct", SLUG)],
    "release": [
        ("build", "-c", "review.toml"),
        ("release", SLUG, "-c", "review.toml"),
    ],
    "show address": [
        ("show", "address"),
        ("build", "-c", "private.toml"),
        ("show", "address", "-c", "private.toml"),
    ],
    "show ping": [("show", "ping", "-c", "hub.toml")],
    "show rotate": [
        ("build", "-c", "private.toml"),
        ("show", "rotate", "-c", "private.toml"),
        ("show", "rotate", "-c", "private.toml", "--no-redirect"),
    ],
    "ledger check": [
        ("build", "a.html"),
        ("ledger", "check"),
        ("ledger", "check", "--dry-run"),
    ],
    "deploy": [
        ("build", "-c", "deploy.toml"),
        ("deploy", "-c", "deploy.toml", "--dry-run"),
        ("deploy", "-c", "deploy.toml"),
    ],
    "gc": [("build", "a.html"), ("gc", "--dry-run"), ("gc",)],
    "stats": [("build", "a.html"), ("stats", "access.log")],
    "doctor": [("doctor",)],
    "check": [("build", "a.html"), ("check",), ("check", "output", "--all")],
    "lexicon list": [("lexicon", "list"), ("lexicon", "list", "kyiv")],
    "lexicon check": [("lexicon", "check"), ("lexicon", "check", "fine.pls")],
    "reading list": [("reading", "list")],
    "voices list": [("voices", "list")],
    "voices show": [("voices", "show", "tone")],
}
"""What is asked of each command, in this order, in a folder that has what it needs."""

WRONG = {
    "build": [("build", "gone.html"), ("build",), ("build", "-c", "gone.toml")],
    "plan": [("plan", "gone.html"), ("plan", "--voice", "nobody")],
    "script": [("script", "gone.html"), ("script",), ("script", "--lines", "gone.txt")],
    "sync": [("sync", "--every", "soon"), ("sync", "-c", "gone.toml")],
    "status": [("status",), ("status", "-c", "gone.toml")],
    "site": [("site", "gone"), ("site",)],
    "withdraw": [
        ("withdraw",),
        ("withdraw", "nobody"),
        ("withdraw", SLUG, "--restore"),
        ("withdraw", SLUG, "--restore", "--purge"),
        ("withdraw", SLUG, "--purge", "--site", "gone"),
        ("withdraw", SLUG, "-o", "out", "--site", "public"),
        ("withdraw", SLUG, "-o", "out"),
    ],
    "correct": [
        ("correct", "nobody"),
        ("correct", SLUG, "--purge"),
        ("correct", SLUG, "--version", "00"),
    ],
    "release": [
        ("release", "nobody"),
        ("release",),
        ("release", "--all"),
        ("release", SLUG, "-c", "review.toml"),
    ],
    "show address": [("show", "address", "nobody"), ("show", "address", "-c", "private.toml")],
    "show ping": [("show", "ping"), ("show", "ping", "-c", "private.toml")],
    "show rotate": [("show", "rotate"), ("show", "rotate", "-c", "private.toml")],
    "ledger check": [("ledger", "check", "-c", "gone.toml"), ("ledger",)],
    "deploy": [("deploy",), ("deploy", "www"), ("deploy", "s3://a@b"), ("deploy", "ftp://a/b")],
    "gc": [("gc", "--keep", "soon"), ("gc", "-c", "gone.toml")],
    "doctor": [("doctor", "more")],
    "stats": [("stats", "gone.log"), ("stats", "access.log", "--since", "soon")],
    "check": [("check", "gone"), ("check", "public"), ("check", "-c", "gone.toml")],
    "lexicon list": [("lexicon", "list", "--lexicon", "gone.pls"), ("lexicon", "list", "a", "b")],
    "lexicon check": [("lexicon", "check", "gone.pls"), ("lexicon", "check", "lines.txt")],
    "reading list": [("reading", "list", "more"), ("reading", "list", "-c", "gone.toml")],
    "voices list": [("voices", "list", "more")],
    "voices show": [("voices", "show", "nobody"), ("voices", "show")],
}
"""What each command refuses."""


def list_commands(command, name=()) -> Iterator[tuple[str, bool]]:
    """Yield every command of the program, and whether it has ``--json``."""
    below = getattr(command, "commands", {})
    for each, item in below.items():
        yield from list_commands(item, (*name, each))
    if not below:
        yield " ".join(name), any("--json" in param.opts for param in command.params)


def list_json_commands() -> set[str]:
    return {name for name, has in list_commands(typer.main.get_command(app)) if has}


@pytest.fixture
def ready(tmp_path):
    press = PressHere(tmp_path / "edition")
    for folder in ("", "public"):
        (press.folder / folder).mkdir(parents=True, exist_ok=True)
        (press.folder / folder / "a.html").write_bytes(EXAMPLE.read_bytes())
    (press.folder / "access.log").write_text("no line of a log\n", "utf-8")
    (press.folder / "lines.txt").write_text("Good evening.\n", "utf-8")
    (press.folder / "sync.toml").write_text('[edition]\nsources = ["a.html"]\n', "utf-8")
    (press.folder / "private.toml").write_text(
        '[show]\nprivate = true\n[edition]\nsources = ["a.html"]\noutput = "p"\nledger = "q"\n',
        "utf-8",
    )
    (press.folder / "review.toml").write_text(
        '[edition]\nsources = ["a.html"]\noutput = "r"\nledger = "s"\n[review]\nhold = true\n',
        "utf-8",
    )
    (press.folder / "hub.toml").write_text(
        '[show]\nhub = "https://hub.example/"\n[edition]\nsources = ["a.html"]\noutput = "h"\n'
        'ledger = "i"\naddress = "https://audio.example.org/"\n',
        "utf-8",
    )
    (press.folder / "deploy.toml").write_text(
        '[edition]\nsources = ["a.html"]\noutput = "d"\nledger = "e"\n'
        'address = "https://audio.example.org/"\n[deploy]\ntarget = "www"\n',
        "utf-8",
    )
    (press.folder / "fine.pls").write_text("<lexicon/>", "utf-8")
    return press


def test_the_readme_names_the_commands_that_have_it():
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    (said,) = re.findall(r"With `--json` the commands (.*?) give programs one JSON", text)
    assert set(re.findall(r"`([^`]+)`", said)) == list_json_commands()


def test_every_command_that_has_it_is_tried_here():
    assert set(WORDS) == set(WRONG) == list_json_commands()


@pytest.mark.parametrize("command", WORDS)
def test_when_all_goes_well_it_is_one_document(ready, command):
    if command == "withdraw":
        ready.build("a.html")
    for words in WORDS[command]:
        done = ready.run(*words, "--json")
        assert isinstance(json.loads(done.stdout), dict), words


@pytest.mark.parametrize("command", WRONG)
def test_when_something_is_refused_it_is_one_document(ready, command):
    if command == "withdraw":
        ready.build("a.html")
    for words in [*WRONG[command], (*WORDS[command][0], "--nope")]:
        done = ready.run(*words, "--json", ok=False)
        assert done.returncode in (1, 2), words
        document = json.loads(done.stdout)
        errors = document.get("errors") or [item["error"] for item in document["articles"]]
        assert [error for error in errors if error and error["message"]], words
        assert done.stderr, words


def test_a_withdrawal_says_who_it_was_and_what_is_left(ready):
    before = ready.build("a.html")["articles"][0]
    done = json.loads(ready.run("withdraw", SLUG, "--json").stdout)
    who = {name: before[name] for name in ("id", "slug", "guid")}
    assert who.items() <= done.items()
    assert (done["state"], done["purged"], done["removed"]) == ("withdrawn", False, True)
    assert done["held"] == {
        "texts": 1,
        "paragraphs": before["segments"],
        "readings": 1,
        "shared": 0,
        "corrections": 0,
    }
    back = json.loads(ready.run("withdraw", SLUG, "--restore", "--json").stdout)
    assert who.items() <= back.items()
    assert (back["state"], back["purged"]) == ("live", False)
    purged = json.loads(ready.run("withdraw", SLUG, "--purge", "--json").stdout)
    assert (purged["purged"], purged["held"]) == (True, done["held"])
    again = json.loads(ready.run("withdraw", SLUG, "--purge", "--json").stdout)
    assert again["held"] == {
        "texts": 0,
        "paragraphs": 0,
        "readings": 0,
        "shared": 0,
        "corrections": 0,
    }


def test_a_withdrawal_from_a_site_says_which_pages_lost_the_player(ready):
    built = json.loads(ready.run(*SITE, "--json").stdout)
    slug = built["articles"][0]["slug"]
    words = ("withdraw", slug, "--site", "public", "--json")
    done = json.loads(ready.run(*words).stdout)
    assert [(page["path"], page["action"]) for page in done["pages"]] == [("a.html", "removed")]


def test_what_a_stranger_wrote_into_a_title_moves_no_terminal(ready):
    (ready.folder / "b.md").write_text(
        '---\ntitle: "Bells \\x9b31m ring"\n---\n\nThe bells rang at noon today.\n', "utf-8"
    )
    slug = ready.build("b.md")["articles"][0]["slug"]
    for words in (("withdraw", slug), ("withdraw", slug, "--restore")):
        assert "\x9b" not in ready.run(*words).stdout
