"""What has gone from a folder that a build names, and what the edition goes on having."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.disk import is_folder
from audiopress.identity import is_address
from audiopress.press.steps.placed_files import is_file_lost

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Document
    from audiopress.store.ledger import Record

__all__ = ["list_left_folders"]


def list_left_folders(
    root: Path, sources: Sequence[str | Document], records: Sequence[Record]
) -> list[Record]:
    """Return the articles whose files were in a folder that a build names, and are not any more.

    Of folders below ``root`` in which other files of theirs are still there: of a disk that is not
    mounted nothing was taken out.
    """
    files = [each for each in records if each.id.startswith("file:") and each.state == "live"]
    found: dict[str, Record] = {}
    for folder in _list_folders(root, sources):
        inside = [each for each in files if each.id.startswith(f"file:{folder}")]
        lost = [each for each in inside if is_file_lost(root, each)]
        if len(lost) < len(inside):
            found |= {each.id: each for each in lost}
    return list(found.values())


def _list_folders(root: Path, sources: Sequence[str | Document]) -> Iterator[str]:
    """Yield the folders of ``sources`` as ids have them: below ``root``, a slash at the end."""
    for source in sources:
        if not isinstance(source, str) or is_address(source):
            continue
        place = Path(os.path.abspath(root / source))  # noqa: PTH100 - keeps links
        if is_folder(place) and place.is_relative_to(root.absolute()):
            below = place.relative_to(root.absolute()).as_posix()
            yield "" if below == "." else f"{below}/"
