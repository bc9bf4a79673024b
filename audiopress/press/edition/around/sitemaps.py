"""The edition's sitemaps as parts: one article more writes the newest of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from audiopress.press.edition.around.parts import Part, sign_episodes
from audiopress.publish.pages.sitemap import plan_sitemaps, write_sitemap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from audiopress.model import Show
    from audiopress.press.edition.around.shelf import ShelvedEpisode

__all__ = ["plan_sitemap_parts"]


def plan_sitemap_parts(base: str, show: Show, episodes: Sequence[ShelvedEpisode]) -> list[Part]:
    """Return the sitemaps of these episodes, the one that names others last.

    Nothing of a private show or a preview, whose pages ask not to be found.
    """
    if show.private or show.preview:
        return []
    return [
        Part(
            name=planned.name,
            mark=sign_episodes(f"{base} {' '.join(planned.parts)}", planned.episodes),
            make=functools.partial(write_sitemap, show, planned),
        )
        for planned in plan_sitemaps(episodes)
    ]
