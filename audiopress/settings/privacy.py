"""Whether an edition is private: all of its shows are, or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiopress.settings.mistakes import Mistakes
    from audiopress.settings.values import Settings

__all__ = ["settle_privacy"]


def settle_privacy(settings: Settings, mistakes: Mistakes) -> Settings:
    """Return settings in which ``show.private`` says it of the whole edition.

    One folder has the episodes of all shows: a private show among public ones would have its
    sound at addresses that anybody can guess, so that is a mistake.
    """
    said = {each.show.id: each.show.private for each in settings.shows}
    if settings.has_main or not said:
        said[settings.show.id] = settings.show.private
    private = [name for name, value in said.items() if value]
    if private and len(private) < len(said):
        public = next(name for name, value in said.items() if not value)
        mistakes.add(
            "show",
            "private",
            f'"{private[0]}" is private and "{public}" is not: they would have their episodes in '
            f'one folder; give "{private[0]}" an audiopress.toml in a folder of its own',
        )
    return replace(settings, show=replace(settings.show, private=bool(private)))
