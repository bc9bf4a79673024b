"""Hosts as browsers send them; what is tried here was compared with what Chromium and Node say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiopress.errors import SourceError
from audiopress.identity import normalize_url
from audiopress.net.public_address import parse_target
from audiopress.net.urls import TRACKING_NAMES, encode_host, is_tracking, split_authority
from audiopress.publish.sanitize import clean_url

HOSTS = {
    "News.Example": "news.example",
    "news.example.": "news.example.",
    "a_b.example": "a_b.example",
    "_dmarc.example": "_dmarc.example",
    "-a.ab--c.example": "-a.ab--c.example",
    "straße.de": "xn--strae-oqa.de",
    "STRASSE.de": "strasse.de",
    "Βόλος.gr": "xn--nxasmm1c.gr",
    "xn--nxasmm1c.gr": "xn--nxasmm1c.gr",
    "XN--STRAE-OQA.de": "xn--strae-oqa.de",
    "क्\u200dष.example": "xn--11b2ezcw70k.example",
    "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com": "xn--mgba3gch31f060k.com",
    "☕.example": "xn--53h.example",
    "xn--ls8h.la": "xn--ls8h.la",
    "xn--a.Example": "xn--a.example",
    "a\u3002\uff42\uff0ec\uff61d": "a.b.c.d",
    "bu\u0308\u00adcher.example": "xn--bcher-kva.example",
    "%C3%9F.ex%61mple": "xn--zca.example",
    "0x7f.1": "127.0.0.1",
    "0X7F000001": "127.0.0.1",
    "0177.0.0.1": "127.0.0.1",
    "2130706433": "127.0.0.1",
    "127.0.1.": "127.0.0.1",
    "\uff11\uff12\uff17\uff0e0.0.\uff11": "127.0.0.1",
    "0": "0.0.0.0",  # noqa: S104 - a host that is read, not one to listen on
    "4294967295": "255.255.255.255",
    "1.2.3.4a": "1.2.3.4a",
    "[2001:DB8:0:0:0:0:0:1]": "[2001:db8::1]",
    "[::ffff:192.0.2.1]": "[::ffff:c000:201]",
    "x" * 300: "x" * 300,
}
NO_HOSTS = [
    "", ".", "a b", "a<b", "a%00b", "a%2Fb", "a%", "%FF.example", "a|b", "\ufffd.example",
    "ä" * 1001, "1." + "9" * 9999,
    "a\u200db.example", "a\u200cb.example", "\u0301a.example",
    "xn--a.bücher.example", "xn--bücher.example", "⒈.example", "אa.example",
    "1.2.3.4.5", "256.256.256.256", "1.2.3.08", "a.0x", "1..2", "4294967296", "0x100000000",
    "[::1", "[1::2::3]", "[fe80::1%25eth0]", "[::1]x", "[]", "[v1.a]",
]  # fmt: skip


@pytest.mark.parametrize(("host", "encoded"), HOSTS.items(), ids=ascii)
def test_a_host_has_one_spelling(host, encoded):
    assert encode_host(host) == encoded
    assert encode_host(encoded) == encoded


@pytest.mark.parametrize("host", NO_HOSTS, ids=ascii)
def test_what_is_no_host_is_said(host):
    with pytest.raises(ValueError, match=r"^its host is no (name|IPv4 address|IPv6 address)$"):
        encode_host(host)


@given(st.text(max_size=20))
def test_any_text_is_a_host_or_an_error(text):
    try:
        host = encode_host(text)
    except ValueError:
        return
    assert host.isascii()
    assert host == host.lower()
    assert encode_host(host) == host


@pytest.mark.parametrize("authority", ["a:b", "a:+80", "a:8_0", "a:-1", "a:65536", "a:٨٠"])
def test_what_is_no_port_is_said(authority):
    with pytest.raises(ValueError, match="its port"):
        split_authority(authority, "http")


def test_user_and_port_of_an_authority():
    assert split_authority("a:" + "0" * 5000 + "81", "http") == ("a", 81)
    assert split_authority("user:pass@[::1]:81", "https") == ("[::1]", 81)
    assert split_authority("a@b@news.example:", "https") == ("news.example", 443)


@pytest.mark.parametrize(
    "host", ["straße.de", "ΒΌΛΟΣ.gr", "☕.example", "a_b.example", "a\u3002\uff42"]
)
def test_all_that_read_addresses_agree(host):
    address = f"https://{encode_host(host)}/a"
    assert normalize_url(f"https://{host}/a") == address
    assert parse_target(f"https://{host}/a").url == address
    assert clean_url(f"https://{host}/a") == address


@pytest.mark.parametrize(
    "host", ["xn--bücher.example", "a\u200db.example", "⒈.example", "1.2.3.4.5"]
)
def test_what_no_browser_opens_is_not_fetched(host):
    with pytest.raises(SourceError, match="this is no web address"):
        parse_target(f"https://{host}/")


def test_the_player_drops_the_same_names():
    player = Path(__file__).parents[3] / "audiopress" / "player" / "by-url.js"
    (line,) = (line for line in player.read_text("utf-8").splitlines() if "TRACKING = " in line)
    pattern = line.partition("/^(")[2].partition(")$/")[0]
    assert f"(?:{pattern})" == TRACKING_NAMES
    assert all(map(is_tracking, ("utm_source", "UTM_x", "fbclid", "mc_cid", "at_x", "ns_y")))
    assert not any(map(is_tracking, ("id", "p", "utm_", "utm_ü", "xfbclid", "gclid2")))
