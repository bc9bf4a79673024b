"""What is hidden of messages, and what of JSON stays as it is."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

import pytest

from audiopress.cli.terminal.console import print_json, print_note, set_up_output
from audiopress.cli.terminal.hidden import hide, hide_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "AKIA4EXAMPLE7FERRY29"
DRAWN = 'wJalr/XUtn"FEMI+K7'


@pytest.fixture(autouse=True)
def _one_run() -> Iterator[None]:
    set_up_output()
    yield
    set_up_output()


def write_json(value: object) -> dict:
    with redirect_stdout(io.StringIO()) as said:
        print_json(value)
    return json.loads(said.getvalue())


@pytest.mark.parametrize(
    "keys", [("k", "s"), ("test", "test"), ("false", "4960285"), ("minioadmin", "rustfsadmin")]
)
def test_a_short_key_or_a_word_changes_no_document(keys: tuple[str, str]) -> None:
    hide_tokens(keys)
    value = {
        "sent": ["last-test-of-the-ferry/sound.mp3", "minioadmin.html"],
        "bytes": 4960285,
        "updated": False,
        "notes": ["the test of the rustfsadmin"],
    }
    assert write_json(value) == value


def test_a_key_is_hidden_in_messages_and_not_in_names() -> None:
    hide_tokens((KEY, DRAWN))
    error = {"message": f"403: {KEY} is unknown", "where": f"x --key {DRAWN}", "hint": ""}
    said = write_json({"sent": [f"{KEY}.mp3"], KEY: 1, "errors": [error], "notes": [f"<{KEY}>"]})
    assert said == {
        "sent": [f"{KEY}.mp3"],
        KEY: 1,
        "errors": [{"message": "403: *** is unknown", "where": "x --key ***", "hint": ""}],
        "notes": ["<***>"],
    }


def test_only_a_whole_key_is_hidden() -> None:
    hide_tokens(["ferry29x"])
    with redirect_stderr(io.StringIO()) as said:
        print_note("ferry29x, xferry29x, ferry29xx, ferry29x/a")
    assert said.getvalue().endswith(" ***, xferry29x, ferry29xx, ***/a\n")


def test_what_was_drawn_is_hidden_in_addresses_and_not_in_figures() -> None:
    hide("20261129")
    said = write_json({"feed": "https://a.example/20261129/feed.xml", "bytes": 20261129})
    assert said == {"feed": "https://a.example/***/feed.xml", "bytes": 20261129}
