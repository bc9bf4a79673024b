"""The build that follows a command about an edition that a build without a configuration made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.cli.options.repeatable import LONGEST, may_be_repeated
from audiopress.identity import is_address
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from audiopress.settings import Settings

__all__ = ["propose_build"]


def propose_build(settings: Settings, source: str | None = None) -> str:
    """Return the command that builds what is built here, or else the article ``source``.

    What is not fit to be printed is left to be filled in.
    """
    from audiopress.net.public_address import is_own_network
    from audiopress.press.site_memory.built_sources import list_built_sources

    if settings.sources or settings.selected:
        return "audiopress build"
    named = [*map(_shorten, list_built_sources(settings))] or ([source] if source else [])
    private = any(map(is_own_network, named)) and not settings.allow_private
    whole = write_command("build", *named, *["--allow-private"] * private)
    if not named or len(whole) > LONGEST or not may_be_repeated(named):
        return "audiopress build SOURCE"
    return whole


def _shorten(source: str) -> str:
    """Return a path as it is from where we stand, if it lies below; all else as it is."""
    here = Path.cwd()
    if is_address(source) or not Path(source).is_relative_to(here):
        return source
    return str(Path(source).relative_to(here))
