"""Where a report may be written: known before the long work begins."""

from __future__ import annotations

from pathlib import Path

from audiopress.errors import ConfigError
from audiopress.store.atomic_files import try_folder

__all__ = ["try_report"]


def try_report(path: Path, checked: str) -> None:
    """Find out whether a report can be written to ``path``, beside what is ``checked``.

    Raises:
        ConfigError: it is no place for a report.
        StoreError: the disk would not take it.

    """
    place = path.resolve()
    if place.exists() and not place.is_file():
        inside = path / "report.html" if place.is_dir() else "report.html"
        raise ConfigError("is there and no file", where=f"--html {path}", hint=f"--html {inside}")
    # What is checked stays as it is: else the report would be deployed with it, or replace a page.
    edition = Path(checked).resolve()
    if edition == place or edition in place.parents:
        raise ConfigError(
            "would lie in the edition that is checked, and be deployed with it",
            where=f"--html {path}",
            hint=f"--html {Path(path.name)}, or another place outside of {checked}",
        )
    try_folder(place.parent)
