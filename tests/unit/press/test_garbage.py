"""What goes first when old versions are taken away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from audiopress.errors import StoreError
from audiopress.press.corrections.old_versions import OldVersion
from audiopress.press.garbage import Garbage, _remove
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_by_which_its_pictures_are_found_goes_last(tmp_path: Path) -> None:
    picture, folder = tmp_path / "cover.png", tmp_path / "version"
    picture.write_bytes(b"picture")
    # No folder: it cannot be removed as one, and what is done before shows.
    folder.write_bytes(b"")
    version = OldVersion(
        key="a",
        folder=folder,
        title="Fair",
        superseded=datetime(2026, 3, 14, tzinfo=UTC),
        size=7,
        pictures=(picture,),
    )
    garbage = Garbage(speech=(), frames=(), aside=(), versions=(version,))
    with pytest.raises(StoreError):
        _remove(Cache(tmp_path / "cache"), garbage)
    assert not picture.exists()
