"""Fetching from servers that mean well, and from those that do not."""

from __future__ import annotations

import gzip
import random
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from email.utils import formatdate
from typing import TYPE_CHECKING

import brotli
import pytest
from backports import zstd

from audiopress.errors import SourceError
from audiopress.net.certificates import make_certificate_error
from audiopress.net.http import BusyError, download, fetch
from audiopress.net.public_address import parse_target
from audiopress.net.transport import FetchLimits
from audiopress.net.unpacking import CODINGS
from tests.integration.net.servers import Server, always, page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def make_noise(size: int) -> bytes:
    """Bytes that cannot be packed, the same in each run."""
    return random.Random(size).randbytes(size)  # noqa: S311 - no secret


LIMITS = FetchLimits(allow_private=True, seconds=1.0, max_bytes=100_000)
LONG = FetchLimits(allow_private=True, seconds=20, max_bytes=10_000_000)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def refusal(server: Server, limits: FetchLimits = LIMITS) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(server.url(), limits=limits)
    assert caught.value.where == server.url()
    assert caught.value.hint
    return caught.value


# -- servers that mean well ---------------------------------------------------------------------


def test_a_page_comes_with_what_is_known_of_it(server: Server) -> None:
    server.answers["/"] = always(
        page(b"body", Content_Type="Text/HTML; charset=ISO-8859-1", ETag='"1"', Last_Modified="x")
    )
    answer = fetch(server.url(), limits=LIMITS)
    assert (answer.url, answer.body, answer.media_type) == (server.url(), b"body", "text/html")
    assert (answer.charset, answer.etag, answer.modified) == ("iso-8859-1", '"1"', "x")


def test_the_request_says_who_asks_and_for_which_host(server: Server) -> None:
    server.answers["/"] = always(page())
    fetch(server.url(), limits=LIMITS)
    (head,) = server.heads
    assert f"Host: 127.0.0.1:{server.port}\r\n" in head
    assert "audiopress/" in head.partition("User-Agent: ")[2].partition("\r\n")[0]
    assert "Cookie" not in head
    assert "Authorization" not in head


@pytest.mark.parametrize("members", [1, 2])
def test_gzip_is_unpacked(server: Server, members: int) -> None:
    body = b"".join(gzip.compress(b"half") for _ in range(members))
    server.answers["/"] = always(page(body, Content_Encoding="gzip"))
    assert fetch(server.url(), limits=LIMITS).body == b"half" * members


PACKS = {"br": brotli.compress, "zstd": zstd.compress, "gzip": gzip.compress}


@pytest.mark.parametrize("size", [1, 7, 1 << 16])
@pytest.mark.parametrize("coding", PACKS)
@pytest.mark.parametrize("body", [b"", b"half", make_noise(90_000), bytes(99_999)])
def test_what_is_packed_is_unpacked_in_pieces_of_any_size(
    body: bytes, coding: str, size: int
) -> None:
    packed = PACKS[coding](body)
    pieces = (packed[start : start + size] for start in range(0, len(packed), size))
    assert b"".join(CODINGS[coding](pieces)) == body


@pytest.mark.parametrize("coding", PACKS)
def test_each_packing_that_is_asked_for_is_understood(server: Server, coding: str) -> None:
    server.answers["/"] = always(page(PACKS[coding](b"a page"), Content_Encoding=coding))
    assert fetch(server.url(), limits=LIMITS).body == b"a page"
    asked = server.heads[0].partition("Accept-Encoding: ")[2].partition("\r\n")[0]
    assert set(asked.split(", ")) == set(PACKS)


def test_zstd_frames_are_joined(server: Server) -> None:
    body = zstd.compress(b"half") * 2
    server.answers["/"] = always(page(body, Content_Encoding="zstd"))
    assert fetch(server.url(), limits=LIMITS).body == b"halfhalf"


def test_a_window_larger_than_browsers_take_is_refused(server: Server) -> None:
    options = {zstd.CompressionParameter.window_log: 27}
    packer = zstd.ZstdCompressor(options=options)
    body = packer.compress(make_noise(50_000)) + packer.flush()
    server.answers["/"] = always(page(body, Content_Encoding="zstd"))
    assert "no sense" in refusal(server).message


def test_chunks_are_joined(server: Server) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.answers["/"] = always(head, b"3\r\nabc\r\n", b"2\r\nde\r\n0\r\n\r\n")
    assert fetch(server.url(), limits=LIMITS).body == b"abcde"


def test_conditions_are_asked_and_a_304_has_no_body(server: Server) -> None:
    server.answers["/"] = always(page(b"", status="304 Not Modified", ETag='"1"'))
    answer = fetch(
        server.url(), etag='"1"', modified="Sat, 01 Jan 2022 00:00:00 GMT", limits=LIMITS
    )
    assert answer.unchanged
    assert 'If-None-Match: "1"\r\n' in server.heads[0]
    assert "If-Modified-Since: Sat, 01 Jan 2022 00:00:00 GMT\r\n" in server.heads[0]


def test_a_304_nobody_asked_for_is_an_error(server: Server) -> None:
    server.answers["/"] = always(page(b"", status="304 Not Modified"))
    assert "304" in refusal(server).message


def test_no_proxy_of_the_environment_is_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.answers["/"] = always(page(b"straight"))
    assert fetch(server.url(), limits=LIMITS).body == b"straight"


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 Oops", "403 Forbidden"])
def test_a_status_is_said(server: Server, status: str) -> None:
    server.answers["/"] = always(page(status=status))
    assert status in refusal(server).message


# -- Retry-After --------------------------------------------------------------------------------


def busy_once(after: str) -> Iterator[bytes]:
    yield page(b"", status="503 Busy", Retry_After=after)
    yield page(b"there you are")


def test_a_short_pause_is_made(server: Server) -> None:
    answers = busy_once("1")
    server.answers["/"] = lambda _: [next(answers)]
    before = time.monotonic()
    limits = FetchLimits(allow_private=True, seconds=10)
    assert fetch(server.url(), limits=limits).body == b"there you are"
    assert time.monotonic() - before >= 1  # no machine is too slow to have waited


@pytest.mark.parametrize(
    "after",
    ["3600", formatdate(time.time() + 3600, usegmt=True), "soon"],
    ids=["seconds", "date", "words"],
)
def test_a_long_pause_is_said_and_not_broken(server: Server, after: str) -> None:
    server.answers["/"] = always(page(b"", status="429 Too Many", Retry_After=after))
    error = refusal(server)
    assert isinstance(error, BusyError)
    assert 50 < error.seconds <= 3600
    assert len(server.heads) == 1


# -- bombs and tricks ---------------------------------------------------------------------------


def zeros(count: int) -> Iterator[bytes]:
    pack = zlib.compressobj(9, wbits=31)
    for _ in range(count):
        yield pack.compress(bytes(1_000_000))
    yield pack.flush()


BOMB = b"".join(zeros(100))


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (BOMB, "gzip"),
        (BOMB * 2, "x-gzip"),
        (gzip.compress(b"a" * 5_000_001) * 2, "gzip"),
        (gzip.compress(BOMB), "gzip, gzip"),
        (zstd.compress(bytes(100_000_000)), "zstd"),
        (zstd.compress(bytes(5_000_001)) * 2, "zstd"),
        (brotli.compress(bytes(100_000_000), quality=1), "br"),
        (brotli.compress(BOMB, quality=1), "br, gzip"),
        (zlib.compress(b"0" * 1000), "deflate"),
        (BOMB, "gzip;q=1"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_unpacks_to_too_much_is_refused(server: Server, body: bytes, coding: str) -> None:
    server.answers["/"] = always(page(body, Content_Encoding=coding))
    tracemalloc.start()
    error = refusal(server, LONG)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "larger than 10,000,000" in error.message or "not asked for" in error.message
    assert peak < 40_000_000


def test_a_page_of_the_limit_is_whole_and_one_byte_more_is_refused(server: Server) -> None:
    server.answers["/"] = always(page(b"x" * LIMITS.max_bytes))
    assert len(fetch(server.url(), limits=LIMITS).body) == LIMITS.max_bytes
    server.answers["/"] = always(page(b"x" * (LIMITS.max_bytes + 1)))
    assert "larger than 100,000" in refusal(server).message


def forever(piece: bytes, head: bytes = b"") -> Iterable[bytes]:
    yield head
    while True:
        yield piece


def slowly(piece: bytes, head: bytes = b"") -> Iterable[bytes]:
    for each in forever(piece, head):
        yield each
        time.sleep(0.05)


NOISE = make_noise(999)
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda _: forever(b"x" * 65536, HEAD + b"\r\n"), "larger than"),
        (lambda _: forever(b"4000\r\n" + b"a" * 0x4000 + b"\r\n", CHUNKED), "larger than"),
        (lambda _: forever(b"x" * 65536, CHUNKED + b"-5\r\n"), "no sense"),
        (lambda _: forever(b"x" * 65536, CHUNKED), "no sense|broke"),
        (lambda _: forever(b"1;" + b"x" * 60000 + b"\r\na\r\n", CHUNKED), "no sense"),
        (lambda _: forever(b"X-More: " + b"x" * 60000 + b"\r\n", HEAD), "no sense"),
        (lambda _: forever(b"HTTP/1.1 100 Continue\r\n\r\n"), "no sense|within"),
        (lambda _: forever(b"x" * 65536), "no sense"),
        (lambda _: slowly(b"x", HEAD + b"\r\n"), "within 1 seconds"),
        (lambda _: slowly(b"x", HEAD + b"X-Slow: "), "within 1 seconds"),
        (lambda _: slowly(b"1\r\na\r\n", CHUNKED), "within 1 seconds"),
        (lambda _: slowly(b""), "within 1 seconds"),
        (always(b""), "failed|no sense"),
        (always(b"not HTTP at all\r\n\r\n"), "no sense"),
        (always(b"HTTP/1.1 9999 Odd\r\n\r\n"), "no sense"),
        (always(HEAD + b"Content-Length: 10\r\n\r\nabc"), "broke before the end"),
        (always(CHUNKED + b"10\r\nabc"), "broke before the end"),
        (always(page(gzip.compress(b"a" * 99)[:-9], Content_Encoding="gzip")), "broke before"),
        (always(page(b"no gzip", Content_Encoding="gzip")), "no sense"),
        (always(page(brotli.compress(NOISE)[:-9], Content_Encoding="br")), "broke before"),
        (always(page(b"no brotli, none at all", Content_Encoding="br")), "no sense"),
        (always(page(brotli.compress(NOISE) + b"more", Content_Encoding="br")), "no sense"),
        (always(page(zstd.compress(NOISE)[:-9], Content_Encoding="zstd")), "broke before"),
        (always(page(b"no zstd, none at all", Content_Encoding="zstd")), "no sense"),
    ],
)
def test_no_trick_keeps_us(server: Server, answer: object, words: str) -> None:
    server.answers["/"] = answer  # type: ignore[assignment]
    with pytest.raises(SourceError, match=words):
        fetch(server.url(), limits=LIMITS)


def test_a_resolver_that_hangs_does_not_keep_us() -> None:
    end = threading.Event()

    def hangs(_host: str, _port: int) -> list[str]:
        end.wait(20)
        return ["127.0.0.1"]

    with pytest.raises(SourceError, match="did not answer within"):
        fetch("http://slow.example/", limits=FetchLimits(resolve=hangs, seconds=0.2))
    end.set()


def test_nobody_there_is_said() -> None:
    with Server() as server:
        pass
    assert "refused" in refusal(server).message


# -- TLS ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("openssl"):
        pytest.skip("needs the program openssl to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    words = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=public.example "
        "-addext subjectAltName=DNS:public.example -keyout key.pem -out cert.pem"
    )
    subprocess.run(["openssl", *words.split()], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def secure(certificate: Path) -> Iterator[tuple[Server, list[str]]]:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    named: list[str] = []
    trust.sni_callback = lambda _line, name, _context: named.append(name)
    with Server(trust=trust, answers={"/": always(page(b"secure"))}) as server:
        yield server, named


def here(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


def test_the_certificate_is_asked_for_by_name_though_the_address_is_fixed(
    secure: tuple[Server, list[str]], certificate: Path
) -> None:
    server, named = secure
    trust = ssl.create_default_context(cafile=certificate / "cert.pem")
    limits = FetchLimits(allow_private=True, resolve=here, trust=trust)
    answer = fetch(f"https://public.example:{server.port}/", limits=limits)
    assert answer.body == b"secure"
    assert named == ["public.example"]
    assert f"Host: public.example:{server.port}\r\n" in server.heads[0]


def test_the_certificate_of_another_name_is_refused(
    secure: tuple[Server, list[str]], certificate: Path
) -> None:
    trust = ssl.create_default_context(cafile=certificate / "cert.pem")
    limits = FetchLimits(allow_private=True, resolve=here, trust=trust)
    with pytest.raises(SourceError, match=r"of other\.example is not trusted: it is for another h"):
        fetch(f"https://other.example:{secure[0].port}/", limits=limits)


def test_a_certificate_nobody_vouches_for_is_refused(secure: tuple[Server, list[str]]) -> None:
    limits = FetchLimits(allow_private=True, resolve=here)
    with pytest.raises(SourceError, match="it is signed by nobody but itself") as caught:
        fetch(f"https://public.example:{secure[0].port}/", limits=limits)
    assert "SSL_CERT_FILE" in caught.value.hint
    assert secure[0].heads == []


@pytest.mark.parametrize(
    ("code", "said", "hint"),
    [
        (9, "it is not valid yet", "clock"),
        (10, "it has run out", "clock"),
        (20, "it comes from an authority that this system does not know", "ca-certificates"),
        (64, "it is for another address", "www."),
        (99, "it cannot be believed: as the library says", "its owner"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said_with_what_to_do(
    code: int, said: str, hint: str
) -> None:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code, error.verify_message = code, "as the library says"
    told = make_certificate_error(parse_target("https://public.example/"), error)
    assert told.message.startswith(f"the certificate of public.example is not trusted: {said}")
    assert hint in told.hint


def test_a_server_that_speaks_no_tls_is_told_as_that() -> None:
    def answer(listener: socket.socket) -> None:
        line = listener.accept()[0]
        with line:
            line.recv(1000)
            line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=answer, args=(listener,), daemon=True).start()
    address = f"https://127.0.0.1:{listener.getsockname()[1]}/"
    with (
        listener,
        pytest.raises(SourceError, match="it does not speak https at this address") as caught,
    ):
        fetch(address, limits=LIMITS)
    assert "http://" in caught.value.hint


# -- downloads ----------------------------------------------------------------------------------


def test_a_download_goes_on_where_it_ended(server: Server) -> None:
    server.answers["/"] = always(
        page(b"defg", status="206 Partial Content", Content_Range="bytes 3-6/7")
    )
    assert b"".join(download(server.url(), 3, limits=LIMITS)) == b"defg"
    assert "Range: bytes=3-\r\n" in server.heads[0]
    assert "Accept-Encoding: identity\r\n" in server.heads[0]


def test_a_download_is_not_capped(server: Server) -> None:
    server.answers["/"] = always(page(b"x" * (LIMITS.max_bytes * 30)))
    assert sum(map(len, download(server.url(), limits=LIMITS))) == LIMITS.max_bytes * 30


@pytest.mark.parametrize(
    "answer",
    [
        page(b"abcdefg"),
        page(b"cdefg", status="206 Partial Content", Content_Range="bytes 2-6/7"),
        page(b"", status="416 Range Not Satisfiable"),
    ],
)
def test_a_download_that_cannot_go_on_is_an_error(server: Server, answer: bytes) -> None:
    server.answers["/"] = always(answer)
    with pytest.raises(SourceError):
        list(download(server.url(), 3, limits=LIMITS))


def test_a_download_that_breaks_is_an_error(server: Server) -> None:
    server.answers["/"] = always(HEAD + b"Content-Length: 10\r\n\r\nabc")
    with pytest.raises(SourceError, match="broke before the end"):
        list(download(server.url(), limits=LIMITS))


def test_a_download_vets_like_a_fetch(server: Server) -> None:
    with pytest.raises(SourceError, match="not on the public internet"):
        list(download(server.url()))
    assert server.heads == []


def test_a_build_of_files_loads_nothing_of_it() -> None:
    code = (
        "import sys, audiopress.press.build, audiopress.site, audiopress.cli; "
        "print([m for m in ('httpcore2', 'h2', 'ssl') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
