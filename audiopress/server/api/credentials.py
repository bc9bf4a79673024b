"""Token and secrets of the service, out of files or variables of the environment."""

from __future__ import annotations

import base64
import binascii
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.settings.serve_table import CREDENTIALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.settings import Settings

__all__ = ["Credentials", "read_credentials"]

_LEAST_LENGTH = 16
"""Characters of a secret that is one; `openssl rand -hex 32` gives 64."""

_LARGEST_FILE = 10_000
"""Bytes of a file of secrets: some hundred of them."""

_PREFIX = "whsec_"
"""What secrets of Standard Webhooks begin with, before their base64."""

_MAKE_ONE = "openssl rand -hex 32 makes a good one"
"""What is said of a secret that is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Who may ask: each of these may be several, while an old one is being replaced.

    Never shown: not in a representation either, which a traceback may print.
    """

    token: tuple[bytes, ...] = field(default=(), repr=False)
    ghost: tuple[bytes, ...] = field(default=(), repr=False)
    wordpress: tuple[bytes, ...] = field(default=(), repr=False)
    standard: tuple[bytes, ...] = field(default=(), repr=False)


def read_credentials(settings: Settings) -> Credentials:
    """Return what the table ``[serve]`` names; raises `ConfigError` that quotes none of it."""
    if not settings.serve.is_set:
        raise ConfigError(
            "nobody could ask for anything: there is neither a token nor a webhook's secret",
            where=f"{settings.file or 'audiopress.toml'}, [serve]",
            hint='token_env = "AUDIOPRESS_TOKEN" under [serve] (docs/serve.md)',
        )
    found = {name: tuple(_read(settings, name)) for name in CREDENTIALS}
    return Credentials(**found)


def _read(settings: Settings, name: str) -> Iterator[bytes]:
    path, variable = (getattr(settings.serve, f"{name}_{way}") for way in ("file", "env"))
    if not path and not variable:
        return
    where = f"[serve] {name}_{'file' if path else 'env'}"
    text = _read_file(settings, path, where) if path else _read_variable(variable, where)
    # A line each: people write several words, which are one secret.
    secrets = [line.strip() for line in text.splitlines() if line.strip()]
    if not secrets:
        raise ConfigError("there is no secret in it", where=where, hint=_MAKE_ONE)
    for secret in secrets:
        if len(secret) < _LEAST_LENGTH:
            text = f"a secret has at least {_LEAST_LENGTH} characters, and this one has fewer"
            raise ConfigError(text, where=where, hint=_MAKE_ONE)
        yield _decode_standard(secret, where) if name == "standard" else secret.encode()


def _read_file(settings: Settings, path: str, where: str) -> str:
    try:
        with (settings.root / path).open("rb") as file:
            body = file.read(_LARGEST_FILE + 1)
        text = body.decode("utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        # Without its name, as below: where a path is meant, a secret may stand by mistake.
        raise ConfigError(f"the file that {where} names cannot be read: {reason}") from error
    if len(body) > _LARGEST_FILE:
        raise ConfigError(f"the file that {where} names has more than {_LARGEST_FILE} bytes")
    return text


def _read_variable(variable: str, where: str) -> str:
    text = os.environ.get(variable)
    if text is None:
        hint = f"export it, or {where.split()[1].replace('_env', '_file')} = ..."
        raise ConfigError(f"the variable that {where} names is not set", hint=hint)
    return text


def _decode_standard(secret: str, where: str) -> bytes:
    kind, found, rest = secret.partition(_PREFIX)
    try:
        key = base64.b64decode(rest, validate=True)
    except binascii.Error:
        key = b""
    if kind or not found or not key:
        text = f"a secret of Standard Webhooks begins with {_PREFIX}, and base64 follows"
        raise ConfigError(text, where=where)
    return key
