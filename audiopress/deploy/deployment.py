"""``audiopress deploy``: a place is opened, the steps are done, and who has to know is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from audiopress.deploy.afterwards import run_update
from audiopress.deploy.brought import keep_brought
from audiopress.deploy.opening import open_place
from audiopress.deploy.steps import Deployed, deploy_to, look
from audiopress.errors import StoreError
from audiopress.press.hub import HubNews, list_hubs, tell_hubs
from audiopress.store.cache import Cache
from audiopress.store.lock import lock
from audiopress.store.shared.builder import name_builder

if TYPE_CHECKING:
    from collections.abc import Callable

    from audiopress.deploy.places import DeployPlace
    from audiopress.settings import Settings

__all__ = ["Deployment", "deploy"]

_KIND: Final = "deploy"
"""The kind of record in the cache: which updates are still to be run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What became of a deploy: where it went, what was done, and which hubs were told.

    ``updated`` says that the command ``update`` was run, ``problem`` how it failed.
    """

    place: str
    done: Deployed
    updated: bool = False
    problem: StoreError | None = None
    hubs: tuple[HubNews, ...] = ()


class _Owed(msgspec.Struct):
    """An update that has not been run since something changed at a target, for these files."""

    names: list[str]


def deploy(  # noqa: PLR0913 - the options of the contract
    settings: Settings,
    target: str = "",
    *,
    dry_run: bool = False,
    overwrite: bool = False,
    everything: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Deployment:
    """Bring the output folder to ``target``, else to that of the configuration, and tell of it.

    Raises as `deploy_to`, and `ConfigError` when there is no target or what it needs is missing.
    """
    cache = Cache(settings.cache)
    place = open_place(settings, target, tell)
    if dry_run:
        builder = name_builder(cache, keep=False)
        found = look(settings, place, builder, overwrite=overwrite, everything=everything)
        return Deployment(place=place.name, done=found)
    # Alone on this machine: by it a turn of our own name is known to be of one that is dead.
    with lock(settings.cache / "locks" / "deploy.lock"):
        builder = name_builder(cache)
        done = _deploy(
            settings, place, cache, builder, overwrite=overwrite, everything=everything, tell=tell
        )
        done = _keep(settings, target, done)
    # The cache of a CDN is emptied first: a hub fetches the feed as soon as it is told.
    updated, problem = _update(settings, place, cache, target)
    hubs = tell_hubs(settings, cache) if list_hubs(settings) and not settings.untrusted else ()
    return Deployment(
        place=place.name, done=done, updated=updated, problem=problem, hubs=tuple(hubs)
    )


def _deploy(  # noqa: PLR0913 - as `deploy`
    settings: Settings,
    place: DeployPlace,
    cache: Cache,
    builder: str,
    *,
    overwrite: bool,
    everything: bool,
    tell: Callable[[str], None],
) -> Deployed:
    """Do the steps, and note which files an update is owed for."""
    owed = cache.find_record(_KIND, place.name, _Owed)
    # Before: a deploy that is killed may have changed what a CDN keeps.
    cache.put_record(_KIND, place.name, {"names": owed.names if owed else []})
    done = deploy_to(
        settings, place, builder, overwrite=overwrite, everything=everything, tell=tell
    )
    names = sorted({*(owed.names if owed else []), *done.sent, *done.removed})
    if owed is None and not done.changed:
        cache.remove_record(_KIND, place.name)
    else:
        cache.put_record(_KIND, place.name, {"names": names})
    return done


def _keep(settings: Settings, target: str, done: Deployed) -> Deployed:
    """Note what the target has now; what hinders that is told, and no more: all of it is there."""
    try:
        keep_brought(settings, target, done.versions)
    except StoreError as error:
        note = f"what the host has now could not be noted on this computer: {error.message}"
        return replace(done, notes=(*done.notes, f"{note}; the next deploy notes it"))
    return done


def _update(
    settings: Settings, place: DeployPlace, cache: Cache, target: str
) -> tuple[bool, StoreError | None]:
    """Run the command for what has changed, also where that was in a deploy that was cut off."""
    owed, command = cache.find_record(_KIND, place.name, _Owed), settings.deploy.update
    # It is of the target that it stands beside, and no stranger's word.
    if settings.untrusted or (target and target != settings.deploy.target):
        command = ""
    if owed is None:
        return False, None
    try:
        if command:
            run_update(command, settings.root, owed.names)
    except StoreError as error:
        return True, error
    cache.remove_record(_KIND, place.name)
    return bool(command), None
