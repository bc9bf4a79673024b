"""All mistakes of a configuration are told at once, whatever table they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from audiopress.errors import ConfigError
from audiopress.settings.toml import check_text

SOURCE = '[[sources]]\nsource = "https://example.org/feed"\n'


def list_mistakes(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        check_text(text, Path("audiopress.toml"))
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{SOURCE}since = "soon"\nmax_age = "long"\n', ['"soon"', '"long"']),
        (f'{SOURCE}limit = -1\nmin_words = -2\nsince = "soon"\n', ["limit", "min_w", '"soon"']),
        (f'{SOURCE}include = ["sect:a", "tgs:b"]\n', ['"sect:a"', '"tgs:b"']),
        (f'[edition]\ntimezone = "Mars"\n{SOURCE}since = "soon"\n', ["Mars", '"soon"']),
    ],
)
def test_a_mistake_hides_no_other(text: str, said: list[str]) -> None:
    told = list_mistakes(text)

    assert [word for word in said if word not in told] == []


@pytest.mark.parametrize("end", ["feed.xml", "a/podcast.rss", "index.html", "feed.json", "A.XML"])
def test_an_address_of_a_file_is_none_of_an_edition(end: str) -> None:
    text = f'[edition]\naddress = "https://k.example/{end}"\n'

    assert "is a file's" in list_mistakes(text)


@pytest.mark.parametrize("end", ["", "news", "v1.2/", "feed.xml/"])
def test_an_address_of_a_folder_is(end: str) -> None:
    address = f"https://k.example/{end}"
    settings = check_text(f'[edition]\naddress = "{address}"\n', Path("a.toml"))

    assert settings.show.address == address.rstrip("/") + "/"
