"""A voice's manifest, as TOML, becomes a `Voice`: what is of a wrong type or form is named.

Manifests may be edited, and may come from anybody. So every value is looked at here, and the rest
of audiopress can rely on a `Voice`.
"""

from __future__ import annotations

import re
import tomllib
from typing import Annotated

import msgspec
from msgspec import Meta

from audiopress.errors import VoiceError
from audiopress.model import Voice, VoiceFile
from audiopress.voices import extras
from audiopress.voices.tables import convert_table

__all__ = ["read_manifest"]

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""What a file of a voice may be called: ``joe.onnx``, but nothing that leads out of the folder
(``../x``, ``/etc/x``) or hides in it (``.x``), as manifests may come from anybody."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
"""A language as BCP 47 has it: ``de``, ``de-AT``, ``zh-Hans-CN``."""

_FORMS = {
    # A name with a colon is one of the operating system's.
    "name": re.compile(r"\w[\w .-]{0,79}"),
    # Part of a path.
    "engine": re.compile(r"\w[\w-]{0,79}"),
    # As pip has it. Without a point: Python would import what is before it.
    "package": re.compile(r"([A-Za-z0-9]+([-_]+[A-Za-z0-9]+)*)?"),
}
"""What texts by which something is looked for may be."""

_QUIETEST, _LOUDEST = -70.0, 0.0
"""LUFS between which a voice's loudness is: what is quieter than the gate of EBU R 128 is silence,
and a recording is not louder than full scale."""

_FASTEST_RATE = 384_000
"""Samples a second: more than any sound has."""

_LARGEST = 1 << 40
"""Bytes of a file: more than any voice has."""

_SLOWEST = 1e6
"""CPU seconds for a second of speech: more than anybody waits for."""


class FileTable(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A table ``[[files]]``; see `VoiceFile`."""

    name: str
    sha256: str
    size: Annotated[int, Meta(ge=0, le=_LARGEST)]
    url: str = ""


class ManifestTable(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A whole manifest; see `Voice`, of which only the server is not in it."""

    name: str
    engine: str
    languages: list[str]
    title: str = ""
    speaker: str = ""
    licence: str = ""
    attribution: str = ""
    lineage: str = ""
    sample_rate: Annotated[int, Meta(ge=1, le=_FASTEST_RATE)] = 22050
    package: str = ""
    loudness: Annotated[float, Meta(ge=_QUIETEST, le=_LOUDEST)] | None = None
    extra: str = ""
    cost: Annotated[float, Meta(ge=0, le=_SLOWEST)] | None = None
    sounds: str = ""
    files: list[FileTable] = []
    options: dict[str, str] = {}
    earlier: dict[str, str] | None = None


def read_manifest(text: str, where: str) -> Voice:
    """Read one manifest; ``where`` names it in errors (`VoiceError`), which name the key."""
    try:
        table = convert_table(tomllib.loads(text), ManifestTable)
    # RecursionError: of lists in lists without an end.
    except (ValueError, RecursionError) as error:
        raise _make_refusal(str(error), where) from error
    if fault := _find_fault(table):
        raise _make_refusal(fault, where)
    values = msgspec.structs.asdict(table) | {
        "files": tuple(VoiceFile(**msgspec.structs.asdict(file)) for file in table.files),
        "languages": tuple(table.languages),
        "options": tuple(sorted(table.options.items())),
        "earlier": None if table.earlier is None else tuple(sorted(table.earlier.items())),
    }
    return Voice(**values)


def _make_refusal(fault: str, where: str) -> VoiceError:
    return VoiceError(f"the voice's manifest is not right: {fault}", where=where)


def _find_fault(table: ManifestTable) -> str:
    """Say what is wrong with a manifest whose types are right, or nothing."""
    for key, form in _FORMS.items():
        value = getattr(table, key)
        if not form.fullmatch(value):
            return f"{key}: {value!r} cannot be a voice's {key}"
    for tag in table.languages:
        if not _LANGUAGE.fullmatch(tag):
            return f"languages: {tag!r} is no language"
    if table.extra and f"audiopress[{table.extra}]" not in extras.EXTRAS:
        return f"extra: audiopress has no extra {table.extra!r}"
    for file in table.files:
        if not _FILE_NAME.fullmatch(file.name):
            return f"files: not a file name: {file.name!r}"
    return ""
