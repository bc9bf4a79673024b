"""Which part of an address opens it."""

import pytest

from audiopress.text.secret_parts import find_secret_parts

FEED = "https://mail.example/feed.xml"


@pytest.mark.parametrize(
    "name", ["token", "auth", "api_key", "apikey", "key", "access-token", "authkey", "X-Sig", "pwd"]
)
def test_the_key_of_a_feed_is_its_secret(name: str) -> None:
    address = f"{FEED}?list=7&{name}=a8f0c2d4e6&format=rss"
    assert find_secret_parts(address) == ["a8f0c2d4e6"]


def test_it_is_known_as_it_stands_and_as_it_is_meant() -> None:
    assert find_secret_parts(f"{FEED}?token=a8f0%2Bd4e6") == ["a8f0%2Bd4e6", "a8f0+d4e6"]


@pytest.mark.parametrize(
    "query",
    ["key=news", "token=", "monkey=a8f0c2d4e6", "author=a8f0c2d4e6", "q=a8f0c2d4e6", "", "&&"],
)
def test_what_anybody_may_know_is_none(query: str) -> None:
    assert find_secret_parts(f"{FEED}?{query}") == []


@pytest.mark.parametrize("text", ["https://[x?token=a8f0c2d4e6", "a file.md", "\x00"])
def test_what_is_no_address_has_none(text: str) -> None:
    assert find_secret_parts(text) == []
