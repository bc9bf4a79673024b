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
import importlib
import re
import threading
import traceback
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from audiopress.errors import AudiopressError, SourceError, VoiceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from importlib.metadata import EntryPoint

    from audiopress.model import Document, Line, Refused, Speech, Voice

__all__ = [
    "Engine",
    "Source",
    "asks_for_source",
    "find_engine",
    "find_entry_points",
    "find_ipa_check",
    "find_loader",
    "find_need",
    "find_source",
    "has_takes",
    "list_engines",
    "list_kernels",
    "list_sources",
    "name_package",
]

_ENGINES, _SOURCES = "audiopress.engines", "audiopress.sources"
"""Groups of entry points, as packages write them in their ``pyproject.toml``."""

_ENGINE_PARTS = ("name", "version", "kernel", "threads", "voices", "speak")
"""What every `Engine` has; looked for when it is made, so that what is missing is named there."""

_ENGINE_TEXTS = ("name", "version", "kernel")
"""Which of them are texts."""

_ABSENT = object()
"""What stands for a part that an engine has not."""

_MACHINERY = ("<frozen importlib", str(Path(importlib.__file__).parent), __file__)
"""Where names of files begin that an error of an import passes through but does not come from."""


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
    One that says phonemes (``[[ipa]]`` in a text) has a method ``check_ipa``: it gets a voice and
    the IPA, without brackets, and raises `SpeechError` for what that voice cannot say.
    One whose voices need what may not be installed has a method ``needs``: it gets a voice and
    returns what pip must install before that voice can speak (``package[extra]``), or nothing.
    One that says a line the same way whatever its seed has ``takes = False``: nobody asks it again.
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
    """Return the engine of that name, made once a process, also when several threads ask.

    Raises `VoiceError` when there is none, it cannot be loaded, or its class has another name.
    """
    with _engines_lock:  # a cache alone lets each of them make one, and then load the model again
        return _make_engine(name)


@functools.cache
def _make_engine(name: str) -> Engine:
    for point in entry_points(group=_ENGINES, name=name):
        engine = cast("Engine", _make_plugin(point, "engine", VoiceError))
        _check_engine(engine, point)
        return engine
    raise VoiceError(
        f'there is no engine "{name}"',
        hint=f"install a package that brings it; here are: {', '.join(list_engines())}",
    )


def _make_plugin(point: EntryPoint, kind: str, error_type: type[AudiopressError]) -> object:
    """Import and make what an entry point names, which is somebody else's code and may fail."""
    try:
        return point.load()()
    # A module that ends the program when it is imported is broken too.
    except (Exception, SystemExit) as error:
        raise error_type(
            f'the {kind} "{point.name}" could not be loaded: {error!r}',
            where=_describe_place(point, error),
            hint=f"mend or uninstall the package {_get_package(point)}; --debug shows all of it",
        ) from error


def _check_engine(engine: Engine, point: EntryPoint) -> None:
    """Refuse an engine that has not all parts of one, or that its voices could not be found by."""
    try:
        fault = _find_engine_fault(engine)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a property may do anything
        fault = f"failed when it was looked at: {error!r}"
    if fault:
        pass
    elif engine.name != point.name:
        fault = f'calls itself "{engine.name}": the two names must be the same'
    else:
        return
    raise VoiceError(
        f'the engine "{point.name}" {fault}',
        where=_describe_place(point),
        hint="mend the class, or the entry point in its pyproject.toml and install it again",
    )


def _find_engine_fault(engine: Engine) -> str:
    parts = {part: _look_at(engine, part) for part in _ENGINE_PARTS}
    missing = [part for part, found in parts.items() if found is _ABSENT]
    if missing:
        return f"has no {' and no '.join(missing)}"
    # They go into keys, and into what is printed.
    texts = {part: parts[part] for part in _ENGINE_TEXTS}
    wrong = [part for part, found in texts.items() if not isinstance(found, (str, VoiceError))]
    return f"has a {' and a '.join(wrong)} that is no text" if wrong else ""


def _look_at(engine: Engine, part: str) -> object:
    """Return a part of an engine, or the `VoiceError` in which it says what it lacks.

    That concerns who wants one of its voices, and nobody else.
    """
    try:
        return getattr(engine, part, _ABSENT)
    except VoiceError as error:
        return error


def _describe_place(point: EntryPoint, error: BaseException | None = None) -> str:
    """Return the package and entry point of a plug-in, and where in its files an error arose."""
    place = f"package {_get_package(point)}, entry point {point.name} = {point.value}"
    line = _find_line(error)
    return f"{place}, {line}" if line else place


def _find_line(error: BaseException | None) -> str:
    """Return the file and line that an error comes from, or nothing where no file of theirs has."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__) if error else ()
    theirs = [frame for frame in frames if not frame.filename.startswith(_MACHINERY)]
    return f"{theirs[-1].filename}:{theirs[-1].lineno}" if theirs else ""


def _get_package(point: EntryPoint) -> str:
    return point.dist.name if point.dist else "(unknown)"


def find_package(engine: str) -> tuple[str, str]:
    """Return name and version of the package that brings an engine; nothing where none does."""
    for point in entry_points(group=_ENGINES, name=engine):
        if point.dist:
            return point.dist.name, point.dist.version
    return "", ""


def find_entry_points(kind: type) -> tuple[str, ...]:
    """Return the names of the entry points, of engines or sources, that lead to a class, sorted."""
    return tuple(
        sorted(
            {
                point.name
                for group in (_ENGINES, _SOURCES)
                for point in entry_points(group=group)
                if _leads_to(point, kind)
            }
        )
    )


def _leads_to(point: EntryPoint, kind: type) -> bool:
    # Only what lies in the same package is imported: others may be slow, or broken.
    if point.module.partition(".")[0] != kind.__module__.partition(".")[0]:
        return False
    try:
        return point.load() is kind
    except Exception:  # noqa: BLE001 - it is somebody else's code
        return False


def list_kernels(engine: Engine) -> Mapping[str, str]:
    """Return the other variants of the arithmetic an engine has; see `Engine`."""
    found: Mapping[str, str] = getattr(engine, "kernels", {})
    return found


def find_loader(engine: Engine) -> Callable[[Line], None] | None:
    """Return what loads the voice of a line ahead, if an engine can do that; see `Engine`."""
    found: Callable[[Line], None] | None = getattr(engine, "load", None)
    return found


def find_ipa_check(engine: Engine) -> Callable[[Voice, str], None] | None:
    """Return what tells whether a voice can say some IPA, if an engine says any; see `Engine`."""
    found: Callable[[Voice, str], None] | None = getattr(engine, "check_ipa", None)
    return found


def find_need(engine: Engine, voice: Voice) -> str:
    """Return what pip must install before ``voice`` can speak, or nothing; see `Engine`."""
    found: Callable[[Voice], str] | None = getattr(engine, "needs", None)
    return found(voice) if found else ""


def has_takes(engine: Engine) -> bool:
    """Whether another seed may make a line sound otherwise; see `Engine`."""
    found: bool = getattr(engine, "takes", True)
    return found


def list_engines() -> tuple[str, ...]:
    """Return the names of the engines that are installed, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=_ENGINES)}))


@functools.cache
def find_source(name: str) -> Source:
    """Return the source of that name, one of `list_sources`, made once a process.

    Raises `SourceError` with the package and file when it cannot be loaded.
    """
    point = next(iter(entry_points(group=_SOURCES, name=name)))
    return cast("Source", _make_plugin(point, "source", SourceError))


def name_package(source: str) -> str:
    """Return the name of the package that brings a source, one of `list_sources`."""
    return _get_package(next(iter(entry_points(group=_SOURCES, name=source))))


_ASKS_FOR_SOURCE = re.compile(r"[A-Za-z][A-Za-z0-9_-]+:(?!//)")
"""How ``NAME:WHAT`` begins. Not ``C:\\x``, a drive, nor ``https://x``, ``a.md`` or ``./a:b.md``."""


def asks_for_source(text: str) -> bool:
    """Whether ``text`` is written as ``NAME:WHAT`` is, whether or not there is such a source.

    A file may be called like that too.
    """
    return bool(_ASKS_FOR_SOURCE.match(text))


@functools.cache
def list_sources() -> tuple[str, ...]:
    """Return the names of the sources that other packages bring, sorted."""
    return tuple(sorted({point.name for point in entry_points(group=_SOURCES)}))
