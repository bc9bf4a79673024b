"""What an attacker would look for around a private show: its secret, and addresses that leaked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.integration.end_to_end.test_private_show import edition, find_home, show_record

if TYPE_CHECKING:
    from pathlib import Path

    from runner import Press


def break_feed(home: Path) -> None:
    """Let no feed be written there."""
    (home / "feed.xml").unlink()
    (home / "feed.xml").mkdir()


def test_an_address_that_leaked_twice_over_ends_with_the_others(press: Press) -> None:
    """Who had the first address would be led to each new one, and the leak would never end."""
    edition(press, "Alba")
    press.build()
    leaked = find_home(press)
    press.run("show", "rotate")
    second = find_home(press)
    done = press.run("show", "rotate", "--no-redirect")
    assert "1 earlier address" in done.stdout
    press.build()
    assert not leaked.exists()
    assert not second.exists()
    names = [path.name for path in (press.folder / "output").iterdir()]
    assert sorted(names) == sorted([find_home(press).name, "index.html"])
    former = json.loads(press.run("show", "address", "--json").stdout)["former"]
    assert {each["folder"] for each in former} == {leaked.name, second.name}


@pytest.mark.parametrize("words", [("build",), ("build", "--debug"), ("withdraw", "alba")])
def test_a_former_secret_is_in_no_log_while_it_leads_to_the_new_one(
    press: Press, words: tuple[str, ...]
) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    break_feed(old)
    edition(press, "Alba", "Brae")
    done = press.run(*words, ok=False)
    assert done.returncode == 1
    assert "***" in done.stderr
    assert old.name not in done.stdout + done.stderr


@pytest.mark.parametrize("forked", [True, False])
def test_a_traceback_does_not_hold_it(press: Press, forked: bool) -> None:
    edition(press, "Alba")
    press.build()
    press.forked = forked
    home = find_home(press)
    break_feed(home)
    edition(press, "Alba", "Brae")
    done = press.run("build", "--debug", ok=False)
    assert "Traceback" in done.stderr
    assert home.name not in done.stdout + done.stderr


def test_a_show_that_is_public_by_now_ends_its_former_addresses_too(press: Press) -> None:
    edition(press, "Alba")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    file = press.folder / "ledger/shows/main.json"
    record = show_record(press)
    record["former"][0]["until"] = "2026-01-01T00:00:00Z"
    file.write_text(json.dumps(record), "utf-8")
    edition(press, "Alba", show="")
    report = press.build()
    assert not old.exists()
    assert any("gone now" in note for note in report["notes"])


def test_no_file_of_a_joined_edition_names_a_former_address(press: Press) -> None:
    edition(press, "Alba", "Brae")
    config = press.folder / "audiopress.toml"
    config.write_text(
        f'{config.read_text("utf-8")}[[editions]]\nid = "all"\ntitle = "All"\n'
        'frequency = "rolling"\nnewest = 5\nfeed = "own"\n'
    )
    press.build()
    old = find_home(press)
    assert list(old.rglob("chapters.json"))
    press.run("show", "rotate")
    for path in find_home(press).rglob("*"):
        assert path.is_dir() or old.name.encode() not in path.read_bytes(), path
    before = press.tree()
    press.build()
    assert press.tree() == before


def test_what_sync_withdraws_goes_from_a_former_address_too(press: Press) -> None:
    edition(press, "Alba", "Brae")
    press.build()
    old = find_home(press)
    press.run("show", "rotate")
    (press.folder / "articles/alba.md").unlink()
    press.run("sync", "--withdraw-missing")
    told = (old / "feed.xml").read_text("utf-8")
    assert "Alba" not in told
    assert "Brae" in told
