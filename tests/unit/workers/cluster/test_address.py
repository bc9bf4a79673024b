"""Which schedulers are safe to speak to."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.workers.cluster.address import check_address, is_safe


@pytest.mark.parametrize(
    "address",
    [
        "tls://speech.example.org:8786",
        "tls://10.0.0.5:8786",
        "tls://[2001:db8::1]:8786",
        "tcp://127.0.0.1:8786",
        "tcp://127.8.8.8:1",
        "tcp://[::1]:8786",
        "tcp://localhost:8786",
    ],
)
def test_tls_and_this_machine_are_safe(address: str) -> None:
    check_address(address, "--scheduler")
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "tcp://10.0.0.5:8786",
        "tcp://speech.example.org:8786",
        "tcp://0.0.0.0:8786",
        "tcp://[::]:8786",
        "tcp://localhost.example.org:8786",
        "tcp://127.0.0.1.example.org:8786",
        "tcp://[::ffff:10.0.0.5]:8786",
    ],
)
def test_tcp_to_another_machine_is_refused(address: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_address(address, "--scheduler")
    assert "tls:// only" in caught.value.message
    assert caught.value.where == f"--scheduler: {address}"
    assert not is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "10.0.0.5:8786",
        "localhost:8786",
        "http://localhost:8786",
        "ws://127.0.0.1:8786",
        "inproc://127.0.0.1:8786",
        "tcp://127.0.0.1",
        "tls://",
        "tls://:8786",
        "tls://host:port",
        "tls://host:99999",
        "tls://somebody@host:8786",
        "tls://[::1:8786",
    ],
)
def test_what_is_no_address_is_said(address: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_address(address, "--scheduler")
    assert "no address of a scheduler" in caught.value.message
