"""The table [deploy] and what a target means; a password in one is never quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audiopress.errors import ConfigError
from audiopress.settings import check_text
from audiopress.settings.deploy_table import parse_target

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("s3://audio/listen/", "s3", "s3://audio/listen"),
        ("s3://audio", "s3", "s3://audio"),
        ("s3://my.audio-1/a/b.c", "s3", "s3://my.audio-1/a/b.c"),
        ("/srv/www", "folder", "/srv/www"),
        ("../www", "folder", "../www"),
        ("C:\\www", "folder", "C:\\www"),
        ("./host:x", "folder", "./host:x"),
        ("editor@host.example:/srv/www", "rsync", "editor@host.example:/srv/www"),
        ("host:www", "rsync", "host:www"),
        ("me@[2001:db8::1]:www", "rsync", "me@[2001:db8::1]:www"),
        ("rsync://host:873/module/listen", "rsync", "rsync://host:873/module/listen"),
    ],
)
def test_what_a_target_means(text: str, kind: str, name: str) -> None:
    found = parse_target(text, "TARGET")
    assert (found.kind, found.name) == (kind, name)


def test_a_bucket_and_what_lies_below_it() -> None:
    found = parse_target("s3://audio/shows/listen/", "TARGET")
    assert (found.bucket, found.prefix) == ("audio", "shows/listen")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "s3://",
        "s3://a b/c",
        "s3://audio/../other",
        "s3://audio/.hidden",
        "s3://key:canary@audio/x",
        "s3://audio/x?key=canary",
        "rsync://me:canary@host/module",
        "rsync:///module",
        "ftp://me:canary@host/x",
        "gs://audio",
        "-e=canary",
        "a\nb",
    ],
)
def test_what_is_no_target(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_target(text, "TARGET")
    assert "canary" not in f"{caught.value} {caught.value.where} {caught.value.hint}"


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ('region = "eu"', "[deploy] target: is missing"),
        ('target = "s3://a@b"', "[deploy] target: credentials do not stand here"),
        (
            'target = "s3://aa"\nendpoint = "https://k:canary@h"',
            "[deploy] endpoint: is the",
        ),
        ('target = "s3://aa"\nendpoint = "s3.example.org"', "[deploy] endpoint: is the"),
        ('target = "s3://aa"\nkey = "k"', "[deploy] key: no such setting"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, table: str, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        check_text(f"[deploy]\n{table}", tmp_path / "audiopress.toml")
    assert text in str(caught.value)
    assert "canary" not in str(caught.value)


def test_what_the_table_says(tmp_path: Path) -> None:
    text = '[deploy]\ntarget = "s3://audio"\nregion = "eu"\nendpoint = "http://127.0.0.1:9"\n'
    deploy = check_text(text + 'update = "true"\n', tmp_path / "audiopress.toml").deploy
    assert (deploy.target, deploy.region, deploy.update) == ("s3://audio", "eu", "true")
    assert check_text("", tmp_path / "audiopress.toml").deploy.target == ""
