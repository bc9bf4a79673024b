"""The table ``[deploy]``: where the output folder goes, and never a key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from audiopress.errors import ConfigError
from audiopress.settings.mistakes import fill_value
from audiopress.settings.tables import DeployTable

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes

__all__ = ["DeployTarget", "parse_target", "read_deploy"]

_BUCKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{1,62}")
"""A bucket's name (S3: 3 to 63 characters; servers of their own allow capitals too)."""

_PREFIX = re.compile(r"(?!\.)[A-Za-z0-9._-]+(/(?!\.)[A-Za-z0-9._-]+)*")
"""What an edition lies below in a bucket: ``listen`` or ``audio/listen``."""

_SSH = re.compile(r"(?:[\w.+-]+@)?(?:[\w.-]{2,}|\[[0-9A-Fa-f:.]+\]):(?P<path>.*)", re.DOTALL)
"""A folder on another machine, ``editor@host:/srv/listen``. One letter before the colon is a drive
of Windows."""

_WAYS = 's3://bucket/prefix, a folder, user@host:/path or "rsync://host/module/path"'
"""What a target may be, for errors."""

_KEYS = "credentials do not stand here; they come from the environment (docs/deploy.md)"
"""What is said where somebody has written a key into an address; it is not quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeployTarget:
    """Where the output folder goes: a bucket and what it lies below there, or a place.

    ``place`` is a folder, or what the program rsync is told, and always ``name`` for people.
    """

    kind: Literal["s3", "folder", "rsync"]
    name: str
    bucket: str = ""
    prefix: str = ""


def parse_target(text: str, where: str) -> DeployTarget:
    """Return what a target means; raises `ConfigError` at ``where``, which quotes no password."""
    try:
        return _parse(text)
    except ValueError as error:
        raise ConfigError(str(error), where=where, hint=f"audiopress deploy: {_WAYS}") from error


def read_deploy(table: dict[str, Any], mistakes: Mistakes) -> DeployTable:
    """Read ``[deploy]``; what is wrong is noted."""
    deploy = fill_value(DeployTable, table, "deploy", mistakes)
    if table and not deploy.target:
        mistakes.add("deploy", "target", f"is missing: {_WAYS}")
    elif deploy.target:
        try:
            _parse(deploy.target)
        except ValueError as error:
            mistakes.add("deploy", "target", str(error))
    _check_endpoint(deploy.endpoint, mistakes)
    return deploy


def _parse(text: str) -> DeployTarget:
    if any(ord(letter) < ord(" ") for letter in text) or not text.strip():
        raise ValueError(f"is no target: say {_WAYS}")
    scheme, found, _ = text.partition("://")
    if found and scheme == "s3":
        return _parse_bucket(text)
    if found and scheme == "rsync":
        _refuse_password(text)
        return DeployTarget(kind="rsync", name=text)
    if found:
        raise ValueError(f'there is no target "{scheme}://": say {_WAYS}')
    # Where a slash comes before the colon it is a folder, as rsync has it.
    if _SSH.fullmatch(text) and "/" not in text.partition(":")[0]:
        return DeployTarget(kind="rsync", name=text)
    if text.startswith("-"):
        raise ValueError("a target does not begin with a hyphen: say ./ before it")
    return DeployTarget(kind="folder", name=text)


def _parse_bucket(text: str) -> DeployTarget:
    if "@" in text or "?" in text:
        raise ValueError(_KEYS)
    bucket, _, prefix = text.removeprefix("s3://").partition("/")
    prefix = prefix.strip("/")
    if not _BUCKET.fullmatch(bucket):
        raise ValueError("a bucket is named as in s3://bucket/prefix")
    if prefix and not _PREFIX.fullmatch(prefix):
        raise ValueError("what lies below a bucket is named with letters, figures, . _ - and /")
    name = f"s3://{bucket}/{prefix}".rstrip("/")
    return DeployTarget(kind="s3", name=name, bucket=bucket, prefix=prefix)


def _refuse_password(text: str) -> None:
    try:
        parts = urlsplit(text)
        known = parts.password is None and parts.hostname
    except ValueError:
        known = False
    if not known:
        raise ValueError(f"is no address for rsync, or one with a password; {_KEYS}")


def _check_endpoint(endpoint: str, mistakes: Mistakes) -> None:
    if not endpoint:
        return
    if not re.fullmatch(r"https?://[^/@?#\s]+/?", endpoint):
        text = f'is the address of a server, such as "https://s3.example.org"; {_KEYS}'
        mistakes.add("deploy", "endpoint", text)
