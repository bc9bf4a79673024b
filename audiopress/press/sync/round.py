"""One round: the edition is brought up to date with the sources that its configuration names."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError, StoreError
from audiopress.press.build import build
from audiopress.press.sync.memory import remember_failed_round
from audiopress.store.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.press.report import BuildProgress, Report
    from audiopress.settings import Settings

__all__ = ["note_failed_round", "sync"]


def sync(settings: Settings, *, strict: bool, watch: Callable[[BuildProgress], None]) -> Report:
    """Speak what is new or changed and publish it; raises as `audiopress.press.build.build`."""
    return build(settings, strict=strict, watch=watch)


def note_failed_round(settings: Settings, error: AudiopressError) -> None:
    """Keep for ``audiopress status`` that a round could not be done, as far as the disk will."""
    with contextlib.suppress(StoreError):
        remember_failed_round(settings, Cache(settings.cache), error, datetime.now(UTC))
