"""What the paths of the window work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from audiopress.studio.builds import BuildRunner
from audiopress.studio.files.waiting import WaitingMemory
from audiopress.studio.spoken.sounds import SoundShelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.settings import Settings

__all__ = ["HELD", "SHOWN", "Studio", "name_page"]

SHOWN = "/shown/"
"""Where the files of the edition are, below the window's address."""


HELD = "/held/"
"""Where the files of what is held for review are."""


@dataclass(kw_only=True)
class Studio:
    """What the paths work with: ``settle`` gives the settings of today, ``begin`` those of a build.

    An editor may change the configuration while the window is open.
    """

    settle: Callable[[], Settings]
    begin: Callable[[], Settings]
    builds: BuildRunner = field(default_factory=BuildRunner)
    sounds: SoundShelf = field(default_factory=SoundShelf)
    waiting: WaitingMemory = field(default_factory=WaitingMemory)


def name_page(file: str, name: str = "") -> str:
    """Return where the page of an article is, by its file, else by its id."""
    return f"/article?file={quote(file)}" if file or not name else f"/article?id={quote(name)}"
