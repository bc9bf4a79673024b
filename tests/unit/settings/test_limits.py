"""What the reference lists is what a configuration may say, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reference_settings import CHOICES, RANGES

from audiopress.errors import ConfigError
from audiopress.settings.toml import check_text

FILE = Path("audiopress.toml")

AROUND = {
    "editions": '[[editions]]\nid = "morning"\ntitle = "Morning"\nnewest = 9\n',
    "voices.remote": '[[voices.remote]]\nname = "ours"\nurl = "https://v.example"\n'
    'model = "m"\nvoice = "v"\n',
    "sound.music": '[sound.intro]\npath = "intro.wav"\n',
    "voices": "[voices.rate]\n",
}
"""What must stand beside a setting, with the name of its table."""


def write(key: str, value: object) -> str:
    """Return a configuration in which a setting has a value, as the reference names it."""
    table, _, name = key.rpartition(".")
    if key == "voices.foreign":
        return f"[voices]\nforeign = {json.dumps(value)}\n"
    name = "heart" if key == "voices.rates" else name
    return f"{AROUND.get(table, f'[{table}]' + chr(10))}{name} = {json.dumps(value)}\n"


@pytest.mark.parametrize("key", sorted(CHOICES))
def test_each_value_that_is_listed_is_taken_and_no_other(key: str) -> None:
    for value in CHOICES[key]:
        check_text(write(key, value), FILE)
    other = 1 if isinstance(CHOICES[key][0], int) else "nonsense"
    with pytest.raises(ConfigError, match=key.rpartition(".")[2]):
        check_text(write(key, other), FILE)


@pytest.mark.parametrize("key", sorted(RANGES))
def test_both_bounds_are_taken_and_nothing_beyond(key: str) -> None:
    low, high = RANGES[key]
    for value in (low, high):
        check_text(write(key, value), FILE)
    for value in (low - 1, high + 1):
        with pytest.raises(ConfigError, match="is not between"):
            check_text(write(key, value), FILE)
