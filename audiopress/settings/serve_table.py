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
    """The file that holds the token of ``POST /articles``, ``GET /jobs`` and ``/metrics``."""
    token_env: str = ""
    """Instead: the name of the variable of the environment that does."""
    ghost_file: str = ""
    """The secret of Ghost's webhooks, in a file."""
    ghost_env: str = ""
    """The same in a variable."""
    wordpress_file: str = ""
    """The secret of WordPress's (WP Webhooks, WooCommerce and others that sign the body), in a
    file."""
    wordpress_env: str = ""
    """The same in a variable."""
    standard_file: str = ""
    """The secret of [Standard Webhooks](https://www.standardwebhooks.com/), which begins with
    ``whsec_``, in a file."""
    standard_env: str = ""
    """The same in a variable."""
    hosts: tuple[str, ...] = ()
    """Names under which the service is asked, beside those of this machine and the host of
    ``address``."""
    jobs: str = "jobs"
    """The folder of the queue. It holds what was promised: keep it, on a disk of this machine."""

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
