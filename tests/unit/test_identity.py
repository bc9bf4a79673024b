"""Addresses, guids and slugs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.identity import identify, is_address, make_guid, make_slug, normalize_url


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("HTTP://News.Example:80/a", "http://news.example/a"),
        ("https://news.example:443", "https://news.example/"),
        ("https://news.example/a?utm_source=x&id=3#top", "https://news.example/a?id=3"),
        ("https://user:secret@news.example/a", "https://news.example/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://news.example/%c3%a4%7eb%2Fc", "https://news.example/%C3%A4~b%2Fc"),
        ("https://news.example/a b;c=1%", "https://news.example/a%20b;c=1%"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
    ],
)
def test_one_spelling_for_one_page(address, same):
    assert normalize_url(address) == same
    assert normalize_url(same) == same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a.html",
        "/a",
        "ftp://news.example/a",
        "https://",
        "https://a:0/",
        "http://[",
        "javascript:x",
    ],
)
def test_what_is_no_address(text):
    assert not is_address(text)
    with pytest.raises(ValueError, match="not an http"):
        normalize_url(text)


def test_a_guid_is_promised():
    # If this changes, every published episode gets a new guid.
    assert make_guid("file:a.md") == "urn:uuid:77aff20d-ac52-5d1b-bebd-22087445abbf"


@given(st.text(max_size=200))
def test_a_slug_is_a_safe_name(title):
    slug = make_slug(title, "file:a.md", ())
    assert re.fullmatch(r"[a-z0-9-]{1,80}", slug)
    assert slug == make_slug(title, "file:a.md", ())
    assert re.fullmatch(r"[a-z0-9-]{1,80}", make_slug(title, "file:a.md", {slug}))


def test_a_slug_is_cut_at_a_word():
    slug = make_slug(
        "Thousands of troops mass at the border and will enter battle within days", "x", ()
    )
    assert slug == "thousands-of-troops-mass-at-the-border-and-will-enter-battle-within-days"
    assert not make_slug("word " * 40, "x", ()).endswith("-")
    assert set(make_slug("word " * 40, "x", ()).split("-")) == {"word"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Björk's “Größe”", "bjorks-grosse"),
        ("北京", "beijing"),
        ("!!!", None),
        ("Ελλάδα 2024", "ellada-2024"),
    ],
)
def test_slugs_of_other_scripts(title, slug):
    made = make_slug(title, "file:a.md", ())
    assert made == slug if slug else re.fullmatch("[0-9a-f]{12}", made)


def test_www_is_the_same_house():
    page = identify(
        "https://www.news.example/a", canonical="https://news.example/b", declared_id=None
    )
    assert page.id == "https://news.example/b"
