"""A site's address where a folder is asked for: told as that, with what a live site needs."""

from __future__ import annotations

from pathlib import Path

from audiopress.errors import ConfigError
from audiopress.identity import SCHEME, is_address
from audiopress.text.commands import write_command

__all__ = ["read_site_folder"]

_WAY = """\
this is an address, and `audiopress site` is for the folder that a generator has built. The \
articles of a site that is live come by its feed, and its template gets one line:
  {init}
  (in audiopress.toml: address is where the output folder will be served)
  audiopress build
  audiopress deploy
  audiopress embed ID --as script   (ID: any article; the line it prints is for all of them)
step by step: docs/tutorials/live-site.md"""
"""What is said of the address of a live site, with the commands for it."""


def read_site_folder(text: str) -> Path:
    """Return the folder of a built site; raises `ConfigError` where an address was given."""
    if not SCHEME.match(text):
        return Path(text)
    if not is_address(text):
        raise ConfigError("this is no folder and no http(s) address", where=text)
    init = write_command("init", text)
    message = _WAY.format(init=init)
    raise ConfigError(message, where=text, hint=f"{init} (or its feed, if you know its address)")
