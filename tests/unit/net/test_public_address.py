"""Which addresses are the public internet, and what strangers' addresses name."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import SourceError
from audiopress.net.public_address import is_public, parse_target, resolve_redirect

INSIDE = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.254
169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.254 192.0.0.1 192.0.0.9 192.0.0.170 192.0.2.1
192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.254 192.175.48.1 198.18.0.1
198.19.255.254 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::127.0.0.1 64:ff9b::8.8.8.8
64:ff9b:1::1 100::1 100:0:0:1::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1
2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 2620:4f:8000::1 3fff::1
5f00::1 fc00::1 fd00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fe80::1%1 fec0::1 ff02::1 ff0e::1
4000::1 8000::1 2606:4700::1111%eth0
""".split()  # noqa: SIM905 - as a table it can be read
OUTSIDE = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0
198.17.255.255 198.20.0.0 223.255.255.255 2606:4700:4700::1111 2a00:1450:4001:81b::200e
2001:200::1 2001:4860:4860::8888 2003::1 2400:cb00::1
""".split()  # noqa: SIM905 - as a table it can be read


@pytest.mark.parametrize("text", INSIDE)
def test_inside(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize("text", OUTSIDE)
def test_outside(text: str) -> None:
    assert is_public(text)


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "0x7f000001", "2130706433", "1.1.1.1 "])
def test_what_is_no_address_is_not_public(text: str) -> None:
    assert not is_public(text)


@given(st.ip_addresses())
def test_nothing_is_public_that_the_standard_library_calls_private(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if is_public(str(address)):
        assert address.is_global
        assert not address.is_multicast


@pytest.mark.parametrize(
    ("url", "spelt"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.ORG:443/A?b#c", "https://example.org/A?b"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
        ("https://example.org/%C3%A4?q=%20ü", "https://example.org/%C3%A4?q=%20%C3%BC"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_one_spelling(url: str, spelt: str) -> None:
    assert parse_target(url).url == spelt


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "data:text/html,hi",
        "javascript:alert(1)",
        "http:///path",
        "http://",
        "http://:80/",
        "http://user:secret@example.org/",
        "http://user:secret@example.org:port/",
        "ftp://user:secret@example.org/",
        "http://example.org@127.0.0.1/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://exa mple.org/",
        "http://example.org\\@127.0.0.1/",
        "http://exa\nmple.org/",
        "http://example.org/a\r\nHost: x",
        "http://example.org/\0",
        "http://[::1",
        "http://[::1%25eth0]/",
        "http://[v1.a]/",
        "http://%31%32%37.0.0.1/",
        "http://a..b/",
        "http://.example.org/",
        f"http://{'a' * 64}.example/",
        "http://example.org/" + "a" * 8000,
    ],
)
def test_what_is_not_fetched_is_said(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_target(url)
    assert caught.value.hint
    assert "secret" not in caught.value.where


@given(st.text(max_size=40).map("http://".__add__))
def test_any_text_is_an_address_or_an_error(url: str) -> None:
    try:
        found = parse_target(url)
    except SourceError:
        return
    assert found.url.isascii()
    assert found.url.isprintable()
    assert " " not in found.url
    assert parse_target(found.url) == found


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://example.org/b"),
        ("b?c", "https://example.org/a/b?c"),
        ("//other.example/", "https://other.example/"),
        ("http://other.example", "http://other.example/"),
        ("../../../b", "https://example.org/b"),
        ("/caf\xc3\xa9", "https://example.org/caf%C3%A9"),
        ("/caf\xe9", "https://example.org/caf%C3%A9"),
    ],
)
def test_where_a_redirect_leads(location: str, url: str) -> None:
    assert resolve_redirect(parse_target("https://example.org/a/x"), location).url == url


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://[", "https://u:p@x/", "x:y"])
def test_where_no_redirect_may_lead(location: str) -> None:
    with pytest.raises(SourceError):
        resolve_redirect(parse_target("https://example.org/a/x"), location)
