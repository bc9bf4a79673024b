"""What other packages may add: engines and sources, found by their entry points.

A package adds one with, in its ``pyproject.toml``::

    [project.entry-points."audiopress.engines"]
    mine = "my_package:MyEngine"

    [project.entry-points."audiopress.sources"]
    mine = "my_package:MySource"

Both are classes made without arguments. An engine is chosen by its voices: what its ``voices()``
gives is found by name. A source is chosen by its own name: ``mine:WHAT`` on the command line, or
among the sources of the configuration, gives ``WHAT`` to it.

``docs/plugins.md`` has a whole engine and a whole source; `audiopress.testing` holds one to the
contracts below.
"""

from __future__ import annotations

import functools
import threading
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from audiopress.errors import VoiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from audiopress.model import Document, Line, Refused, Speech, Voice

__all__ = [
    "Engine",
    "Source",
    "find_engine",
    "find_loader",
    "find_source",
    "list_engines",
    "list_kernels",
    "list_sources",
]


@runtime_checkable
class Engine(Protocol):
    """What speaks. It is made without arguments and loads nothing before it must speak.

    ``name`` is that of its entry point. ``version`` is the audible one: it is part of the key of
    every segment, so a new one has everything spoken again, and it changes only when the same line
    sounds different. ``kernel`` names the arithmetic (``f32``), ``threads`` says whether several
    threads of one process may speak at once.

    An engine with other variants to choose from has ``kernels`` too, a mapping from the name
    people write (``fast``) to what keys have; a line gets the name as the option ``kernel``.
    One that takes long to load a voice has a method ``load``: it gets a line without a text, with
    the voice and options that lines to come will probably have, and may raise what it likes.
    """

    name: str
    version: str
    kernel: str
    threads: bool

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices it brings; none where audiopress has manifests for them."""

    def speak(self, line: Line) -> Speech:
        """Speak one line, whole, or raise `SpeechError`. Same line, same samples.

        ``pcm`` is int16 of shape (n,), ``rate`` its samples a second, ``words`` when each word of
        ``line.spoken`` is heard: nothing, where the engine does not know.
        """


@runtime_checkable
class Source(Protocol):
    """Where articles come from."""

    def fetch(self, uri: str) -> Iterable[Document | Refused]:
        """Yield the documents behind ``uri``; what cannot be had is `Refused`, by name.

        The same article has the same `Document.uri` each time: that is how it is known again.
        """


_engines_lock = threading.RLock()


def find_engine(name: str) -> Engine:
    """Return the engine of that name, made once a process, also when several threads ask."""
    with _engines_lock:  # a cache alone lets each of them make one, and then load the model again
        return _make_engine(name)


@functools.cache
def _make_engine(name: str) -> Engine:
    for point in entry_points(group="audiopress.engines", name=name):
        return cast("Engine", point.load()())
    raise VoiceError(
        f'there is no engine "{name}"',
        hint=f"install a package that brings it; here are: {', '.join(list_engines())}",
    )


def list_kernels(engine: Engine) -> Mapping[str, str]:
    """Return the other variants of the arithmetic an engine has; see `Engine`."""
    found: Mapping[str, str] = getattr(engine, "kernels", {})
    return found


def find_loader(engine: Engine) -> Callable[[Line], None] | None:
    """Return what loads the voice of a line ahead, if an engine can do that; see `Engine`."""
    found: Callable[[Line], None] | None = getattr(engine, "load", None)
    return found


def list_engines() -> tuple[str, ...]:
    """Return the names of the engines that are installed, sorted."""
    return tuple(sorted({point.name for point in entry_points(group="audiopress.engines")}))


@functools.cache
def find_source(name: str) -> Source:
    """Return the source of that name, one of `list_sources`, made once a process."""
    (point,) = entry_points(group="audiopress.sources", name=name)
    return cast("Source", point.load()())


@functools.cache
def list_sources() -> tuple[str, ...]:
    """Return the names of the sources that other packages bring, sorted."""
    return tuple(sorted({point.name for point in entry_points(group="audiopress.sources")}))
