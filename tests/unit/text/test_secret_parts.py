"""Which part of an address opens it."""

from urllib.parse import quote, unquote, unquote_plus, urlsplit

import pytest

from audiopress.identity import normalize_url
from audiopress.text.secret_parts import find_secret_parts

FEED = "https://mail.example/feed.xml"


@pytest.mark.parametrize(
    "name",
    [
        "token",
        "auth",
        "api_key",
        "apikey",
        "key",
        "access-token",
        "authkey",
        "X-Sig",
        "pwd",
        "jwt",
        "feedkey",
        "rsskey",
        "sessiontoken",
        "accessToken",
        "api%5Fkey",
        "userpassword",
    ],
)
def test_the_key_of_a_feed_is_its_secret(name: str) -> None:
    address = f"{FEED}?list=7&{name}=a8f0c2d4e6&format=rss"
    assert find_secret_parts(address) == ["a8f0c2d4e6"]


@pytest.mark.parametrize(
    "value",
    ["a8f0%2Bd4e6", "ab/cd12efgh==", "ab%2bcd12ef", "ab%20cd12ef", "ab+cd12ef", "ab!1~*(é)"],
)
def test_it_is_known_in_all_forms_an_address_is_written_in(value: str) -> None:
    address = f"{FEED}?list=7&token={value}"
    parts = find_secret_parts(address)
    assert parts[0] == value
    (kept,) = urlsplit(normalize_url(address)).query.split("&")[1:]
    assert kept.removeprefix("token=") in parts
    for form in (unquote(value), unquote_plus(value), quote(unquote(value), safe="")):
        assert form in parts


@pytest.mark.parametrize("value", ["abcdefghijklmnopqrst", "abc!12345678", "abcd1234"])
def test_long_values_and_those_with_a_figure_are_keys(value: str) -> None:
    assert value in find_secret_parts(f"{FEED}?token={value}")


@pytest.mark.parametrize(
    "query",
    [
        "key=news",
        "key=breaking%20news",
        "token=",
        "keyword=a8f0c2d4e6",
        "author=a8f0c2d4e6",
        "q=a8f0c2d4e6",
        "",
        "&&",
    ],
)
def test_what_anybody_may_know_is_none(query: str) -> None:
    assert find_secret_parts(f"{FEED}?{query}") == []


@pytest.mark.parametrize("text", ["https://[x?token=a8f0c2d4e6", "a file.md", "\x00"])
def test_what_is_no_address_has_none(text: str) -> None:
    assert find_secret_parts(text) == []


@pytest.mark.parametrize("key", ["a8f0c2d4e6", "ab/cd12+ef=="])
@pytest.mark.parametrize("name", ["url", "feed", "u"])
def test_the_key_of_an_address_within_an_address_is_one_too(name: str, key: str) -> None:
    inner = f"{FEED}?list=7&token={quote(key, safe='')}"
    outer = f"https://proxy.example/read?{name}={quote(inner, safe='')}&format=rss"
    shown = [outer, inner, normalize_url(outer), unquote(outer)]
    for part in sorted(find_secret_parts(outer), key=len, reverse=True):
        shown = [each.replace(part, "***") for each in shown]
    assert all(key not in unquote(unquote(each)) for each in shown)
    assert all("list" in each for each in shown)
    assert find_secret_parts(f"https://proxy.example/read?{name}={quote(FEED, safe='')}") == []
