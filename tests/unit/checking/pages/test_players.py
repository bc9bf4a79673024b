"""A player reads the record of its own episode; of 0.1.0 the texts of one of its versions."""

import pytest

from audiopress.checking.pages.foreign import parse_html
from audiopress.checking.pages.players import find_player_fault

HOME = "episodes/tide-mill/"


def find(source: str) -> str:
    page = parse_html(f'<audiopress-player src="{source}"></audiopress-player>'.encode())
    return find_player_fault(page, f"{HOME}index.html", "https://listen.example/", HOME)


@pytest.mark.parametrize("source", ["episode.json", "0a1b2c3d/alignment.json"])
def test_its_own_record_is_right(source):
    assert find(source) == ""


@pytest.mark.parametrize(
    "source",
    [
        "../night-bus/episode.json",
        "../night-bus/0a1b2c3d/alignment.json",
        "alignment.json",
        "https://else.example/episodes/tide-mill/episode.json",
        "",
    ],
)
def test_any_other_is_named(source):
    assert find(source).startswith("plays ")
