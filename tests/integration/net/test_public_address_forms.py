"""More than 150 ways of writing an address inside, through the machine's own resolver."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import SourceError
from audiopress.net.http import fetch
from audiopress.net.transport import FetchLimits
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGETS = ["127.0.0.1", "0.0.0.0", "10.0.0.1", "169.254.169.254", "192.168.0.1", "172.16.0.1"]  # noqa: S104 - a target, not a place to listen
NAMES = ["localhost", "LOCALHOST", "localhost.", "LocalHost.", "ｌｏｃａｌｈｏｓｔ"]
CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def forms(text: str) -> Iterator[str]:
    """Ways of writing an IPv4 address that some client somewhere understands."""
    a, b, c, d = (int(part) for part in text.split("."))
    number = int(ipaddress.IPv4Address(text))
    low, mapped = f"{number >> 16:x}:{number & 0xFFFF:x}", f"::ffff:{text}"
    yield from (text, f"{text}.", text.replace(".", "。"), text.replace(".", "｡"))
    yield from (text.translate(CIRCLED), text.translate(WIDE), text.replace(".", "．"))
    yield from (str(number), hex(number), hex(number).upper(), f"0{number:o}", f"{number:#012x}")
    yield from (f"{a}.{number & 0xFFFFFF}", f"{a}.{b}.{number & 0xFFFF}")
    yield from (".".join(f"{part:#x}" for part in (a, b, c, d)), f"{a:#x}.{b}.{c}.0{d:o}")
    yield from (".".join(f"0{part:o}" for part in (a, b, c, d)),)
    yield from (".".join(f"000{part:o}" for part in (a, b, c, d)), f"0{a:o}.{b:#x}.{c}.{d}")
    yield from (f"[{mapped}]", f"[::ffff:{low}]", f"[::{text}]", f"[0:0:0:0:0:ffff:{low}]")
    yield from (f"[64:ff9b::{text}]", f"[64:ff9b:1::{text}]", f"[2002:{low}::1]")
    yield from (f"[::ffff:0:{text}]", f"[fe80::5efe:{text}]", f"[2001:0:{low}::1]")
    yield from (f"a@{text}", f"a:b@{text}", f"public.example@{text}", f"%31@{text}")
    yield from ("".join(f"%{ord(letter):02x}" for letter in text), f"{text}%00", f"{text}\\")


HOSTS = [*NAMES, "[::1]", "[::]", "[0000::1]", "[fc00::1]", "[fe80::1]", "[fe80::1%25lo]",
         "[fec0::1]", "[ff02::1]", "[::1%25lo]", "0", "127.1", "127.0.1", "127.127.127.127",
         "017700000001",
         *(form for text in TARGETS for form in forms(text))]  # fmt: skip


@pytest.fixture(scope="module")
def inside() -> Iterator[Server]:
    with Server("127.0.0.1", answers={"/": always(page(b"secret"))}) as server:
        yield server


def test_there_are_enough() -> None:
    assert len(set(HOSTS)) >= 150


@pytest.mark.parametrize("host", HOSTS, ids=ascii)
def test_no_form_of_an_address_leads_inside(inside: Server, host: str) -> None:
    with pytest.raises(SourceError) as caught:
        fetch(f"http://{host}:{inside.port}/", limits=FetchLimits(seconds=5))
    assert caught.value.hint
    assert inside.heads == []


def test_the_forms_are_real(inside: Server) -> None:
    """Some of them do lead inside when that is allowed: the refusals above are not for nothing."""
    led = 0
    for host in forms("127.0.0.1"):
        try:
            answer = fetch(
                f"http://{host}:{inside.port}/", limits=FetchLimits(allow_private=True, seconds=0.5)
            )
        except SourceError:
            continue
        led += answer.body == b"secret"
    inside.heads.clear()
    assert led >= 10


def test_all_answers_must_be_public(inside: Server) -> None:
    def both(_host: str, _port: int) -> list[str]:
        return ["1.1.1.1", "127.0.0.1"]

    with pytest.raises(SourceError, match="not on the public internet"):
        fetch(f"http://public.example:{inside.port}/", limits=FetchLimits(resolve=both, seconds=2))
    assert inside.heads == []


def test_a_name_nobody_knows_is_said() -> None:
    def nobody(host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, host)

    with pytest.raises(SourceError, match="there is no host none"):
        fetch("http://none.example/", limits=FetchLimits(resolve=nobody))
