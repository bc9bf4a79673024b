"""Addresses, guids and slugs."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from audiopress import identity
from audiopress.identity import (
    fold_address,
    identify,
    is_address,
    make_guid,
    make_slug,
    normalize_url,
)


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
        ("https://news.example./a", "https://news.example/a"),
        ("https://news.example../a", "https://news.example../a"),
    ],
)
def test_one_spelling_for_one_page(address, same):
    assert normalize_url(address) == same
    assert normalize_url(same) == same


@given(
    st.from_regex(identity.NORMAL, fullmatch=True)
    | st.builds(
        "https://{}/{}".format, st.text("a0-.x", max_size=6), st.text("aA%/.?#;", max_size=6)
    )
)
def test_an_address_that_is_taken_for_normal_is_normal(address):
    assume(identity.NORMAL.fullmatch(address))
    # What is read and put together again: the port makes it no normal one.
    host, path = address.split("/", 3)[2:]
    scheme, port = address.split(":")[0], {"https": 443, "http": 80}
    assert normalize_url(f"{scheme}://{host}:{port[scheme]}/{path}") == address


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
        "https://./a",
        "https://..:8443/a",
        "javascript:x",
    ],
)
def test_what_is_no_address(text):
    assert not is_address(text)
    with pytest.raises(ValueError, match="not an http"):
        normalize_url(text)


@given(st.text("a.-_:@[]/ßX。", max_size=12))
def test_one_spelling_stays_what_it_is(rest: str) -> None:
    address = f"https://{rest}"
    assume(is_address(address))
    assert normalize_url(normalize_url(address)) == normalize_url(address)


def test_a_guid_is_promised():
    # If this changes, every published episode gets a new guid.
    assert make_guid("file:a.md") == "urn:uuid:77aff20d-ac52-5d1b-bebd-22087445abbf"


@given(st.text(max_size=200))
def test_a_slug_is_a_safe_name(title):
    slug = make_slug(title, "file:a.md", ())
    assert re.fullmatch(r"[a-z0-9-]{1,80}", slug)
    assert slug == make_slug(title, "file:a.md", ())
    assert re.fullmatch(r"[a-z0-9-]{1,80}", make_slug(title, "file:a.md", {slug}))


@pytest.mark.parametrize(
    "title", ["CON", "Nul", "aux.", "Prn!", "COM1", "lpt9", "com⁰", "ｃｏｎ", "Aux  "]
)
def test_a_slug_is_no_device_of_windows(title):
    slug = make_slug(title, "file:a.md", ())
    assert re.fullmatch(r"[a-z]+\d?-2", slug)
    assert make_slug(title, "file:b.md", {slug}) == slug.replace("-2", "-3")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Café", "Cafe\u0301"), ("The STORM", "the storm"), ("Ａ ﬁne day", "A fine day")],
)
def test_slugs_differ_by_more_than_case_or_normalization(one, other):
    first = make_slug(one, "file:a.md", ())
    assert make_slug(other, "file:b.md", {first}) == f"{first}-2"


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


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("https://Straße.example./a", "https://xn--strae-oqa.example/a"),
        ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
        ("http://0x7f.1/a", "http://127.0.0.1/a"),
        ("https://a_b.example/", "https://a_b.example/"),
        ("https://1.2.3.4.5/A", "https://1.2.3.4.5/A"),  # no browser opens it; it names a page yet
    ],
)
def test_a_host_is_spelled_as_browsers_spell_it(address, same):
    assert normalize_url(address) == same
    assert normalize_url(same) == same


@pytest.mark.parametrize(
    ("address", "old_id"),
    [
        ("https://straße.example/a", "https://strasse.example/a"),
        ("https://☕.example/a", ""),
        ("https://bücher.example/a", ""),
        ("https://news.example/a?utm_source=x", ""),
        ("https://news.example/a?utm_ü=x", "https://news.example/a"),
    ],
)
def test_an_article_knows_the_id_that_0_1_0_gave_it(address, old_id):
    assert identify(address, canonical=None, declared_id=None).old_id == old_id
    assert identify("a.md", canonical=address, declared_id=None).old_id == old_id
    assert identify(address, canonical=None, declared_id="x").old_id == ""


def test_a_configured_host_may_be_written_with_its_own_letters():
    page = identify(
        "a.md",
        canonical="https://www.straße.example/a",
        declared_id=None,
        hosts=("Straße.example",),
    )
    assert page.id == "https://www.xn--strae-oqa.example/a"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "http://www.a.example/x/"),
        ("https://a.example/x/index.php", "https://a.example/x"),
        ("https://a.example/", "http://a.example/index.html"),
        ("https://a.example/x?b=1&a=2", "https://a.example/x/?a=2&b=1&utm_medium=rss"),
        ("https://a.example/%7ex", "https://A.example:443/~x#top"),
    ],
)
def test_addresses_of_one_page_fold_alike(one: str, other: str) -> None:
    assert fold_address(one) == fold_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x", "https://a.example/X"),
        ("https://a.example/x", "https://b.a.example/x"),
        ("https://a.example/x", "https://a.example/x.html"),
        ("https://a.example/?p=1", "https://a.example/?p=2"),
        ("https://a.example:8080/x", "https://a.example/x"),
    ],
)
def test_addresses_of_other_pages_do_not(one: str, other: str) -> None:
    assert fold_address(one) != fold_address(other)
