"""What must be so before articles go out: one store for all, one version, and the voices.

A worker that differs would speak another edition, or wait for ever; found here, it costs a second.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import platform
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from audiopress.errors import AudiopressError, ConfigError
from audiopress.plugins import find_package
from audiopress.press.edition.voices.missing_voices import describe_lack
from audiopress.press.steps.shared import is_passed_by, locate_shared
from audiopress.speaking.casting import list_named
from audiopress.text.counts import count_things
from audiopress.voices import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from audiopress.model import Cast
    from audiopress.press.steps.shared import SharedLocation
    from audiopress.settings import Settings
    from audiopress.workers.cluster.connection import Cluster

__all__ = ["MachineFacts", "check_workers", "read_versions", "refuse_others", "require_shared"]

AUDIBLE = (
    "audiopress",
    "espeakng-loader",
    "hibari-tts",
    "lameenc",
    "numpy",
    "onnx",
    "onnxruntime",
    "piper-tts",
    "soundfile",
    "soxr",
)
"""Distributions whose version can change what is heard, or whether two machines understand each
other; one that neither machine has is the same on both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFacts:
    """What a machine has: versions by name, what its voices lack, and what it says of the store."""

    versions: Mapping[str, str]
    lacks: Mapping[str, str]
    store: str


def require_shared(settings: Settings) -> SharedLocation:
    """Return where the machines have sound in common; raises `ConfigError` where they do not."""
    where = settings.find_origin("edition.cache")
    if not settings.shared_cache or is_passed_by(settings):
        raise ConfigError(
            "the workers cannot give what they speak: the cache is a folder of this machine",
            where=where,
            hint='cache = "s3://bucket/prefix" under [edition]; or shared_cache = "/FOLDER" that '
            "all machines see",
        )
    return locate_shared(settings)


def check_workers(cluster: Cluster, settings: Settings, location: SharedLocation) -> dict[str, str]:
    """Return the versions that all have; raises `ConfigError` where one differs, naming both."""
    place, casts = location.open(hurry=False), list_casts(settings)
    name, body = f"probe-{secrets.token_hex(8)}.json", secrets.token_hex(8).encode()
    place.put_if(name, body, {"Content-Type": "application/json"}, None)
    try:
        answers = cluster.ask_all(look_around, casts, location, name, body)
    finally:
        place.remove([name])
    ours = read_versions(casts)
    found = [error for worker, each in answers.items() for error in _judge(worker, each, ours)]
    if found:
        raise _join(found, cluster.address)
    return ours


def list_casts(settings: Settings) -> tuple[Cast, ...]:
    """Return the voices of the edition and of each of its shows, every cast once."""
    return tuple(dict.fromkeys((settings.cast, *(table.cast for table in settings.shows))))


def look_around(
    casts: Sequence[Cast], location: SharedLocation, name: str, body: bytes
) -> MachineFacts:
    """Return what this machine has; runs on a worker."""
    return MachineFacts(
        versions=read_versions(casts),
        lacks={name: lack for cast in casts for name, lack in _list_lacks(cast).items()},
        store=_try_store(location, name, body),
    )


def read_versions(casts: Sequence[Cast] = ()) -> dict[str, str]:
    """Return the versions of all that can change what is heard, the engines' packages too."""
    found = {name: _read_version(name) for name in ("Python", *AUDIBLE)}
    for cast in casts:
        found |= dict(_list_packages(cast))
    return dict(sorted(found.items()))


def refuse_others(versions: Mapping[str, str], worker: str) -> None:
    """Raise `ConfigError` where this machine has other versions; runs on a worker, with its name.

    One that comes while others speak was not looked at before.
    """
    for name, theirs in versions.items():
        ours = _read_version(name)
        if ours != theirs:
            raise ConfigError(
                f"a worker that came later cannot speak this edition: it has {name} {ours}, and "
                f"the machine that builds has {theirs}",
                where=worker,
                hint="give it the same versions, or end it; then run the build again",
            )


def _read_version(name: str) -> str:
    if name == "Python":
        return ".".join(platform.python_version_tuple()[:2])
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _list_packages(cast: Cast) -> Iterator[tuple[str, str]]:
    for voice in {*list_named(cast).values()}:
        # A voice that is not here is told as one that lacks.
        with contextlib.suppress(AudiopressError):
            name, version = find_package(find(voice, cast.remote).engine)
            if name:
                yield name, version


def _list_lacks(cast: Cast) -> dict[str, str]:
    lacks = {}
    for name in {*list_named(cast).values()}:
        try:
            lack = describe_lack(find(name, cast.remote), dict(cast.kernels).get(name, ""))
        except AudiopressError as error:
            lacks[name] = error.message
        else:
            if lack:
                lacks[name] = f'voice "{name}" {lack[0]}: {lack[1]}'
    return lacks


def _try_store(location: SharedLocation, name: str, body: bytes) -> str:
    """Return why this machine does not see what another has put into the store, or nothing."""
    try:
        found = location.open(hurry=True).read(name)
    except AudiopressError as error:
        return f"{error.message} ({error.where})"
    return "" if found and found.body == body else "it does not see what this machine puts there"


def _judge(worker: str, found: Any, ours: Mapping[str, str]) -> Iterator[str]:
    if isinstance(found, TimeoutError):
        yield f"{worker}: {found}"
        return
    if not isinstance(found, MachineFacts):
        yield f"{worker}: audiopress does not run there: {type(found).__name__}: {found}"
        return
    for name in ours:
        theirs = found.versions.get(name, "none")
        if theirs != ours[name]:
            yield f"{worker} has {name} {theirs}, and this machine has {ours[name]}"
    for lack in found.lacks.values():
        yield f"{worker}: {lack}"
    if found.store:
        yield f"{worker}: the store: {found.store}"


def _join(found: list[str], address: str) -> ConfigError:
    if len(found) == 1:
        return ConfigError(f"a worker cannot speak this edition: {found[0]}", where=address)
    lines = "".join(f"\n  {each}" for each in found)
    things = count_things(len(found), "thing")
    return ConfigError(f"workers cannot speak this edition, for {things}:{lines}", where=address)
