"""The table ``[sign]``: which certificate and key, and never the key itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import SourceError
from audiopress.net.public_address import parse_target
from audiopress.settings.mistakes import fill_value
from audiopress.settings.tables import SignTable

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes

__all__ = ["read_sign"]

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
"""A variable of the environment (POSIX)."""

_PEM = "-----BEGIN"
"""What the text of a certificate or key begins with."""


def read_sign(table: dict[str, Any], mistakes: Mistakes) -> SignTable:
    """Read ``[sign]``; what is wrong is noted, and never quoted: it may be the key."""
    sign = fill_value(SignTable, table, "sign", mistakes)
    wrong = len(mistakes.found)
    for key in ("certificate", "key"):
        _check_place(sign, key, mistakes)
    # Of a table with a mistake nothing else is known.
    if len(mistakes.found) == wrong:
        _check_both(sign, table, mistakes)
    if sign.timestamp:
        _check_timestamp(sign, mistakes)
    return sign


def _check_place(sign: SignTable, key: str, mistakes: Mistakes) -> None:
    path, variable = getattr(sign, key), getattr(sign, f"{key}_env")
    if _PEM in path or "\n" in path:
        text = "is the path of a file; what it holds does not stand here"
        mistakes.add("sign", key, text)
    if variable and not _VARIABLE.fullmatch(variable):
        text = f"is the name of a variable of the environment, such as SIGN_{key.upper()}"
        mistakes.add("sign", f"{key}_env", text)
    if path and variable:
        mistakes.add("sign", key, f"stands beside {key}_env; say one of the two")


def _check_both(sign: SignTable, table: dict[str, Any], mistakes: Mistakes) -> None:
    has_certificate = bool(sign.certificate or sign.certificate_env)
    has_key = bool(sign.key or sign.key_env)
    if has_certificate and not has_key:
        mistakes.add("sign", "key", 'is missing; say key = "key.pem", or key_env')
    if has_key and not has_certificate:
        text = 'is missing; say certificate = "certificate.pem", or certificate_env'
        mistakes.add("sign", "certificate", text)
    if table and not (has_certificate or has_key):
        text = "has no certificate and key; audiopress sign --test-certificate makes two for trying"
        mistakes.add("sign", "", text)


def _check_timestamp(sign: SignTable, mistakes: Mistakes) -> None:
    try:
        parse_target(sign.timestamp)
    except SourceError as error:
        # Without the address: it may hold a password.
        text = f"{error.message}; say http://timestamp.example.org"
        mistakes.add("sign", "timestamp", text)
