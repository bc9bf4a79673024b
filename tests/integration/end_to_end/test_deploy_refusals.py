"""Why an object storage does not answer, or refuses: one error, what to look at, what to type."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from object_storage import BUCKET, KEYS, PREFIX, Storage, find_moto, open_storage
from runner import PressHere

from audiopress.store import objects
from tests.integration.net.open_servers import make_certificate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("obstore", reason="the extra audiopress[deploy] is not here")

TARGET = f"s3://{BUCKET}/{PREFIX}"
XML = '<?xml version="1.0"?><Error><Code>{0}</Code><Message>m</Message>{1}</Error>'
NO_RETRIES = {**objects._ASKED, "max_retries": 0}  # noqa: SLF001 - else each takes 12 s


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    press = PressHere(tmp_path_factory.mktemp("built"))
    (press.folder / "a.md").write_text("# Fog\n\nNo boat left.\n", "utf-8")
    configure(press, "")
    press.build()
    return press.folder


@pytest.fixture
def press(built: Path, monkeypatch: pytest.MonkeyPatch) -> PressHere:
    monkeypatch.setattr(objects, "_ASKED", NO_RETRIES)
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    configure(PressHere(built), "")
    return PressHere(built)


@pytest.fixture
def storage(press: PressHere, monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    if not find_moto():
        pytest.skip("moto is not here: python3 tests/run.py installs it")
    with open_storage() as opened:
        monkeypatch.setenv("AWS_ENDPOINT_URL", opened.url)
        yield opened


def configure(press: PressHere, deploy: str) -> None:
    (press.folder / "audiopress.toml").write_text(
        '[show]\ntitle = "P"\nemail = "a@example.org"\n'
        f'[edition]\naddress = "https://audio.example.org/"\nsources = ["a.md"]\n{deploy}',
        "utf-8",
    )


def refuse(press: PressHere, *words: str, status: int = 1) -> str:
    done = press.run("deploy", *(words or (TARGET,)), ok=False)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert "Generic" not in done.stderr
    assert not [secret for secret in KEYS.values() if secret in done.stderr]
    assert done.stderr.count("error:") == 1
    return done.stderr


def find_closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_where_nothing_listens_it_says_so_and_that_it_asks_again(
    press: PressHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"http://127.0.0.1:{find_closed_port()}"
    monkeypatch.setenv("AWS_ENDPOINT_URL", address)
    said = refuse(press)
    why = f"{address.removeprefix('http://')} refuses the connection: nothing listens there"
    first, second = (line for line in said.splitlines() if why in line)
    assert first == f"{why}; it is asked again for some time"
    assert second == f"error: {why}"
    assert f"AWS_ENDPOINT_URL says {address}; then audiopress deploy {TARGET} --dry-run" in said


def test_the_setting_is_named_where_it_says_the_address(press: PressHere) -> None:
    address = f"http://127.0.0.1:{find_closed_port()}"
    configure(press, f'[deploy]\ntarget = "{TARGET}"\nendpoint = "{address}"\n')
    said = refuse(press, "--all")
    assert f"endpoint under [deploy] says {address}; then audiopress deploy --dry-run" in said


def test_a_host_that_nobody_has_is_named_at_once(
    press: PressHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "https://storage.invalid")
    said = refuse(press)
    assert "there is no host storage.invalid, or no network" in said
    assert "AWS_ENDPOINT_URL_S3 says https://storage.invalid" in said


def test_a_server_without_tls_is_told_from_one_that_is_away(
    press: PressHere, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", storage.url.replace("http:", "https:"))
    said = refuse(press)
    assert "speaks no TLS there, and the address begins with https://" in said
    assert "asked again" not in said


def test_a_certificate_that_nobody_signed_is_named(
    press: PressHere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with secret_host(tmp_path) as port:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"https://127.0.0.1:{port}")
        said = refuse(press)
    assert f"the certificate of 127.0.0.1:{port} is not accepted: nobody has signed it" in said
    assert "asked again" not in said


@pytest.mark.parametrize(
    ("answer", "told", "look"),
    [
        ((403, "InvalidAccessKeyId"), "does not know this key", "export AWS_ACCESS_KEY_ID="),
        (
            (403, "SignatureDoesNotMatch"),
            "is not that of this key",
            "export AWS_SECRET_ACCESS_KEY=",
        ),
        ((400, "ExpiredToken"), "this session has ended", "export AWS_SESSION_TOKEN="),
        ((403, "RequestTimeTooSkewed"), "this machine's clock is wrong", "date -u shows it"),
        ((403, "AccessDenied"), "refuses (403 Forbidden AccessDenied)", "docs/deploy.md#keys"),
        ((404, "NoSuchBucket"), "there is no such bucket", "AWS_ENDPOINT_URL says http://"),
        ((400, "AuthorizationHeaderMalformed"), "in another region", "AWS_REGION=eu-central-1"),
        ((301, "PermanentRedirect"), "in another region", "region under [deploy], or AWS_REGION"),
    ],
)
def test_what_the_storage_says_is_said_in_words(
    press: PressHere, storage: Storage, answer: tuple[int, str], told: str, look: str
) -> None:
    status, code = answer
    storage.refuses = (status, XML.format(code, "<Region>eu-central-1</Region>"))
    said = refuse(press)
    assert told in said
    assert look in said
    assert f"; then audiopress deploy {TARGET} --dry-run" in said
    assert "asked again" not in said


def test_a_web_site_is_no_storage(press: PressHere, storage: Storage) -> None:
    storage.refuses = (404, "<!DOCTYPE html><html><title>Nothing here</title></html>")
    said = refuse(press)
    assert "answers with a web page: it is no object storage" in said
    assert f"AWS_ENDPOINT_URL says {storage.url}" in said


def test_a_storage_that_is_busy_is_asked_again_and_that_is_told(
    press: PressHere, storage: Storage
) -> None:
    storage.refuses = (503, XML.format("SlowDown", ""))
    said = refuse(press)
    assert "the storage answers 503 Service Unavailable SlowDown; it is asked again" in said
    assert "it goes on where it was" in said


@pytest.mark.parametrize("address", ["127.0.0.1:9000", "s3.example.org", "s3://audio"])
def test_what_is_no_address_is_refused_before_anybody_is_asked(
    press: PressHere, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", address)
    said = refuse(press, status=2)
    assert "AWS_ENDPOINT_URL is no address of a server" in said
    assert f"AWS_ENDPOINT_URL={address}" in said


def test_who_is_silent_is_told_of(press: PressHere, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "_FIRST_SECONDS", 1)
    monkeypatch.setattr(objects, "_CONTROL_SECONDS", 2)
    monkeypatch.setattr(objects, "_SILENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        said = refuse(press)
    assert f"the storage does not answer: 127.0.0.1:{port} is silent; it is asked again" in said
    assert f"no answer from 127.0.0.1:{port} for 1 seconds" in said


@contextmanager
def secret_host(folder: Path) -> Iterator[int]:
    """Serve with a certificate that it has signed itself."""
    made = make_certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made / "cert.pem", made / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as host:
        host.handle_error = lambda *_: None
        host.socket = context.wrap_socket(host.socket, server_side=True)
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host.server_port
        host.shutdown()
