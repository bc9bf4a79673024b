"""The table ``[serve]``: where token and secrets of the service are, and never one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.settings.mistakes import fill_value

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes

__all__ = ["CREDENTIALS", "ServeTable", "read_serve"]

CREDENTIALS = ("token", "ghost", "wordpress", "standard")
"""What may be set, each by ``NAME_file`` or ``NAME_env``: the token of the API, and the secrets of
three kinds of webhooks."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
"""A variable of the environment (POSIX)."""

_PATH = re.compile(r"[^\n\r\0]{0,4096}")
"""A path: one line."""

_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
"""A name of a host, without a port (RFC 1123, 2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeTable:
    """What ``audiopress serve --api`` needs: credentials, its names, and where its jobs lie.

    Of each credential one is set: a file that holds it, or a variable of the environment. ``hosts``
    are the names under which the service is asked, beside those of the machine.
    """

    token_file: str = ""
    token_env: str = ""
    ghost_file: str = ""
    ghost_env: str = ""
    wordpress_file: str = ""
    wordpress_env: str = ""
    standard_file: str = ""
    standard_env: str = ""
    hosts: tuple[str, ...] = ()
    jobs: str = "jobs"

    @property
    def is_set(self) -> bool:
        """Whether anybody could ask for anything."""
        return any(getattr(self, f"{name}_{way}") for name in CREDENTIALS for way in _WAYS)


_WAYS = ("file", "env")
"""Where a credential may be."""


def read_serve(table: dict[str, Any], mistakes: Mistakes) -> ServeTable:
    """Read ``[serve]``; what is wrong is noted, and never quoted: it may be the secret."""
    serve = fill_value(ServeTable, table, "serve", mistakes)
    for name in CREDENTIALS:
        _check_place(serve, name, mistakes)
    for host in serve.hosts:
        if not _HOST.fullmatch(host):
            text = 'are names alone, such as "listen.example.org": no scheme, no port, no path'
            mistakes.add("serve", "hosts", text)
    if not serve.jobs or not _PATH.fullmatch(serve.jobs):
        mistakes.add("serve", "jobs", 'is a folder, such as "jobs"')
    return serve


def _check_place(serve: ServeTable, name: str, mistakes: Mistakes) -> None:
    path, variable = getattr(serve, f"{name}_file"), getattr(serve, f"{name}_env")
    if variable and not _VARIABLE.fullmatch(variable):
        text = f"is the name of a variable of the environment, such as {name.upper()}_SECRET"
        mistakes.add("serve", f"{name}_env", text)
    if not _PATH.fullmatch(path):
        mistakes.add("serve", f"{name}_file", "is the path of a file")
    if path and variable:
        mistakes.add("serve", f"{name}_file", f"stands beside {name}_env; say one of the two")
