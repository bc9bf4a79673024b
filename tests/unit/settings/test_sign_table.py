"""The table [sign]: what may stand in it, and that its values are never quoted."""

from __future__ import annotations

import pytest

from audiopress.errors import ConfigError
from audiopress.settings import check_text

PEM = "-----BEGIN PRIVATE KEY-----\\nc2VjcmV0\\n-----END PRIVATE KEY-----"


def read(table, tmp_path):
    return check_text(f"[sign]\n{table}", tmp_path / "audiopress.toml").sign


def test_files_or_variables_are_taken(tmp_path):
    sign = read(
        'certificate = "c.pem"\nkey_env = "OUR_KEY"\ntimestamp = "http://t.example"', tmp_path
    )
    assert sign.is_set
    assert (sign.certificate, sign.key_env) == ("c.pem", "OUR_KEY")
    assert not check_text("", tmp_path / "audiopress.toml").sign.is_set


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('certificate = "c.pem"', "[sign] key: is missing"),
        ('key = "k.pem"', "[sign] certificate: is missing"),
        ('timestamp = "http://t.example"', "[sign]: has no certificate and key"),
        ('certificate = "c"\nkey = "k"\nkey_env = "K"', "[sign] key: stands beside key_env"),
        (f'certificate = "c"\nkey = "{PEM}"', "[sign] key: is the path of a file"),
        (f'certificate = "c"\nkey_env = "{PEM}"', "[sign] key_env: is the name of a variable"),
        ('certificate = "c"\nkey = "k"\ntimestamp = "ftp://u:secret@t"', "[sign] timestamp: "),
        ('certificate = "c"\nkey = 7', "[sign] key: "),
        ('certificat = "c"', "certificat"),
    ],
)
def test_mistakes_are_named_and_what_is_secret_is_not_quoted(table, told, tmp_path):
    with pytest.raises(ConfigError) as caught:
        read(table, tmp_path)
    assert told in caught.value.message
    assert "secret" not in caught.value.message
    assert "c2VjcmV0" not in caught.value.message
