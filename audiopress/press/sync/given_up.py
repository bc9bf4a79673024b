"""Failures that somebody takes off the list: nothing is to be published of what was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.errors import ConfigError
from audiopress.press.ledgers.held_ledger import hold_ledger
from audiopress.press.sync.memory import forget_names, recall_round
from audiopress.store.cache import Cache
from audiopress.text.commands import write_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.settings import Settings

__all__ = ["ALL", "give_up"]

ALL = "all"
"""What stands for everything that fails."""


def give_up(settings: Settings, names: Sequence[str]) -> list[str]:
    """Forget that what has these names fails or waits, and return the names that were known.

    What the configuration's sources have fails again in the next round, if it does. Raises
    `ConfigError` for a name of which nothing fails or waits, and forgets nothing then.
    """
    cache = Cache(settings.cache)
    with hold_ledger(settings):
        memory = recall_round(settings, cache)
        failing = [each.name for each in memory.failures]
        known = {*failing, *(each.id for each in memory.waiting)}
        wanted = failing if ALL in names else list(dict.fromkeys(names))
        if strange := [name for name in wanted if name not in known]:
            raise ConfigError(
                "nothing fails or waits under this name",
                where=", ".join(strange),
                hint=f"{write_command('status')} lists what does; its names are taken as they are",
            )
        forget_names(settings, cache, wanted)
    return wanted
