"""Whether somebody sits before a browser here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from audiopress.cli.terminal.desktop import has_desktop, open_page

if TYPE_CHECKING:
    from pathlib import Path

LINUX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="screens have names here")


@LINUX
@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, False),
        ({"DISPLAY": ":0", "CI": "true"}, False),
    ],
)
def test_a_screen_counts_where_somebody_sits_before_it(said: dict[str, str], seen: bool) -> None:
    assert has_desktop(said) is seen


@LINUX
def test_a_page_is_opened_by_the_browser_of_the_desktop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "CI", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert open_page("http://127.0.0.1:8000/") is False
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser._tryorder", None)
    monkeypatch.setattr("webbrowser._browsers", {})
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    assert open_page("http://127.0.0.1:8000/") is True
    assert (tmp_path / "opened").read_text() == "http://127.0.0.1:8000/\n"
