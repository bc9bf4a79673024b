"""Credentials are read from where they are, and shown nowhere."""

from __future__ import annotations

import base64

import pytest

from audiopress.errors import ConfigError
from audiopress.server.api import read_credentials
from audiopress.settings import check_text

SECRET = "s3cr-et-s3cr-et-s3cr-et"  # noqa: S105 - of nobody
STANDARD = "whsec_" + base64.b64encode(b"s3cr-et-of-standard").decode()


def read(tmp_path, table):
    return read_credentials(check_text(f"[serve]\n{table}", tmp_path / "audiopress.toml"))


def test_they_come_from_files_and_variables(tmp_path, monkeypatch):
    (tmp_path / "token").write_text(f"{SECRET}-new\n{SECRET}\n", "utf-8")
    monkeypatch.setenv("OUR_HOOKS", STANDARD)
    found = read(tmp_path, 'token_file = "token"\nstandard_env = "OUR_HOOKS"')
    assert found.token == (f"{SECRET}-new".encode(), SECRET.encode())
    assert found.standard == (b"s3cr-et-of-standard",)
    assert found.ghost == found.wordpress == ()
    assert "s3cr" not in repr(found)


@pytest.mark.parametrize(
    ("value", "table", "told"),
    [
        (None, 'token_env = "OURS"', r"the variable that \[serve\] token_env names is not set"),
        (None, 'token_env = "s3cretdeadbeef"', "names is not set"),
        (None, 'ghost_file = "s3cret-instead-of-a-path"', "cannot be read: No such file"),
        ("", 'token_env = "OURS"', "there is no secret in it"),
        ("s3cr-et", 'token_env = "OURS"', "at least 16 characters"),
        (f"{SECRET}\ns3cr-et", 'ghost_env = "OURS"', "at least 16 characters"),
        (SECRET, 'standard_env = "OURS"', "begins with whsec_"),
        (f"whsec_{SECRET}!", 'standard_env = "OURS"', "begins with whsec_"),
        (f"s3whsec_{SECRET}", 'standard_env = "OURS"', "begins with whsec_"),
        ("whsec_            ", 'standard_env = "OURS"', "at least 16 characters"),
        (SECRET, 'token_file = "many"', "more than 10000 bytes"),
        (SECRET, 'token_file = "absent"', "cannot be read: No such file"),
        (SECRET, 'token_file = "."', "cannot be read: Is a directory"),
        (SECRET, "", "nobody could ask for anything"),
    ],
)
def test_what_is_wrong_is_said_and_no_secret_is(value, table, told, tmp_path, monkeypatch):
    monkeypatch.delenv("OURS", raising=False)
    if value is not None:
        monkeypatch.setenv("OURS", value)
    (tmp_path / "many").write_text(f"{SECRET}\n" * 500, "utf-8")
    with pytest.raises(ConfigError, match=told) as caught:
        read(tmp_path, table)
    said = f"{caught.value}{caught.value.where}{caught.value.hint}"
    assert "s3" not in said.replace(str(tmp_path), "")  # whatever the folder is called


@pytest.mark.parametrize("name", ["token", "ghost", "wordpress"])
def test_a_secret_is_a_line_whatever_is_in_it(name, tmp_path, monkeypatch):
    phrases = ["correct horse battery staple", "Rübezahl läuft über Brücken", "tab\there, and more"]
    monkeypatch.setenv("OURS", "\n  " + " \r\n\n".join(phrases) + "\n")
    found = read(tmp_path, f'{name}_env = "OURS"')
    assert getattr(found, name) == tuple(phrase.encode() for phrase in phrases)
