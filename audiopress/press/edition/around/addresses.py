"""The static index by which a page finds its own audio (`audiopress.publish.by_url`)."""

from __future__ import annotations

import functools
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress.errors import IdentityError, StoreError
from audiopress.press.edition.around.parts import Part, sign_episodes
from audiopress.publish.by_url import make_by_url_path
from audiopress.store.file_names import join_below

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.press.edition.around.shelf import ShelvedEpisode

__all__ = ["name_entry", "plan_entries"]


def name_entry(url: str | None) -> str:
    """Return the path of an address's entry below the output folder; nothing if it has none."""
    if url is None:
        return ""
    try:
        name = make_by_url_path(url)
        join_below(Path(), name)
    except (IdentityError, StoreError):
        return ""  # an address nobody can ask for, or whose host is longer than disks allow
    return name


def plan_entries(base: str, episodes: Iterable[ShelvedEpisode]) -> list[Part]:
    """Return the entries of episodes, those of a folder of the ledger together."""
    found: dict[str, ShelvedEpisode] = {}
    for each in episodes:
        # Of two articles at one address the one that came last.
        before = found.get(each.place)
        if each.place and (before is None or _rank(before) < _rank(each)):
            found[each.place] = each
    groups: dict[str, list[ShelvedEpisode]] = defaultdict(list)
    for each in found.values():
        groups[each.group].append(each)
    return [
        Part(
            name=f"by-url {group}",
            group=group,
            mark=sign_episodes(base, together),
            make=functools.partial(_make_entries, together),
        )
        for group, together in sorted(groups.items())
    ]


def _rank(episode: ShelvedEpisode) -> tuple[object, str]:
    return (episode.first_seen, episode.id)


def _make_entries(episodes: Sequence[ShelvedEpisode]) -> dict[str, bytes]:
    from audiopress.publish.sanitize import encode_json  # noqa: PLC0415 - imports nh3

    files: dict[str, bytes] = {}
    for episode in episodes:
        # Relative, so that the edition can be served from any folder of any host.
        up = "../" * episode.place.count("/")
        pointer = {
            "version": 1,
            "url": episode.url,
            "episode": f"{up}{episode.home}episode.json",
            "alignment": f"{up}{episode.folder}alignment.json",
            "page": f"{up}{episode.home}index.html",
        }
        files[episode.place] = encode_json(pointer, indent=2)
    return files
