"""An address where the folder of a built site is asked for."""

from pathlib import Path

import pytest

from audiopress.cli.options.live_site import read_site_folder
from audiopress.errors import ConfigError


@pytest.mark.parametrize(
    "folder", ["public", "C:\\site", "http", "./http:", ".", "www.blog.example"]
)
def test_a_folder_is_one(folder):
    assert read_site_folder(folder) == Path(folder)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:8731/", "https://blog.example/?feed=rss2&x=1", "HTTPS://b.example"],
)
def test_an_address_is_told_with_the_way_of_a_live_site(address):
    with pytest.raises(ConfigError) as raised:
        read_site_folder(address)
    assert raised.value.where == address
    assert raised.value.hint.startswith("audiopress init ")
    assert address in raised.value.hint
    for command in ("audiopress init", "audiopress build", "audiopress embed ID --as script"):
        assert command in raised.value.message


def test_another_address_is_no_folder():
    with pytest.raises(ConfigError, match="no http"):
        read_site_folder("ftp://blog.example/")
