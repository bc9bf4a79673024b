"""The table [serve]: what may stand in it, and that its values are never quoted."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.settings import check_text


def read(table, tmp_path):
    return check_text(f"[serve]\n{table}", tmp_path / "audiopress.toml").serve


def test_files_or_variables_are_taken(tmp_path):
    serve = read('token_file = "t"\nghost_env = "GHOST"\nhosts = ["a.example"]', tmp_path)
    assert serve.is_set
    assert (serve.token_file, serve.ghost_env, serve.hosts) == ("t", "GHOST", ("a.example",))
    assert serve.jobs == "jobs"


@pytest.mark.parametrize("name", ["token", "ghost", "wordpress", "standard"])
@pytest.mark.parametrize("way", ["file", "env"])
def test_any_credential_makes_it_a_service(name, way, tmp_path):
    assert read(f'{name}_{way} = "X"', tmp_path).is_set


def test_without_the_table_there_is_none(tmp_path):
    assert not check_text("", tmp_path / "audiopress.toml").serve.is_set
    assert not read('hosts = ["a.example"]', tmp_path).is_set


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('token_env = "s3cr-et"', "[serve] token_env: is the name of a variable"),
        ('ghost_file = "g"\nghost_env = "G"', "[serve] ghost_file: stands beside ghost_env"),
        ('standard_file = "s3cr\\net"', "[serve] standard_file: is the path of a file"),
        ('hosts = ["https://s3cr.et/"]', "[serve] hosts: are names alone"),
        ('hosts = ["a.example:8000"]', "[serve] hosts: are names alone"),
        ('hosts = "a.example"', "[serve] hosts: "),
        ('jobs = ""', "[serve] jobs: is a folder"),
        ('token = "s3cr-et"', "[serve] token: no such setting"),
    ],
)
def test_mistakes_are_named_and_what_is_secret_is_not_quoted(table, told, tmp_path):
    with pytest.raises(ConfigError) as caught:
        read(table, tmp_path)
    assert told in caught.value.message
    assert "s3cr" not in caught.value.message


def test_a_setting_above_the_tables_is_told_its_table(tmp_path):
    with pytest.raises(ConfigError, match=r"token_file stands under \[serve\]"):
        check_text('token_file = "t"\n', tmp_path / "audiopress.toml")
