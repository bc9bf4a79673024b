"""Voices of one's own: a manifest in the voices folder, and the files it names beside the others.

What is added so is a voice like any other: found by name, listed, verified before it is loaded. Its
manifest can be edited; to remove it, its manifest is deleted, and its files.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.voices.catalogue import find, find_folder, list_voices
from audiopress.voices.install import copy_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from audiopress.model import Voice
    from audiopress.voices.install import InstallProgress

__all__ = ["keep_own", "write_manifest"]

_OTHER_NAME = "choose another name: --name NAME"
"""What helps where a name is taken."""


def keep_own(
    voice: Voice, origins: Mapping[str, Path], *, progress: InstallProgress | None = None
) -> Path:
    """Keep ``voice`` in the voices folder and return the path of its manifest.

    ``origins`` says by their names where its files lie; they are copied, and the manifest is
    written last. A voice that is there already keeps its manifest, which may have been edited, and
    gets files that it lost. Raises `VoiceError` where its name, or
    that of a file, is that of another voice, and where the folder cannot be written.
    """
    path = find_folder() / f"{voice.name}.toml"
    _refuse_files_of_others(voice)
    is_kept = _is_kept(voice, path)
    copy_files(voice, origins, progress=progress)
    if is_kept:
        return path
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(write_manifest(voice), encoding="utf-8")
        # In one step: half a manifest would be a fault of every command.
        os.replace(part, path)  # noqa: PTH105 - as `Path.replace`, which mypy knows too
    except OSError as error:
        raise VoiceError(
            f'voice "{voice.name}" cannot be added: {error.strerror or error}', where=str(path)
        ) from error
    return path


def _refuse_files_of_others(voice: Voice) -> None:
    sums = {file.name: file.sha256 for file in voice.files}
    for other in list_voices():
        for file in other.files if other.engine == voice.engine else ():
            if other.name != voice.name and sums.get(file.name, file.sha256) != file.sha256:
                raise VoiceError(
                    f'{file.name} is a file of the voice "{other.name}"',
                    where=voice.name,
                    hint=_OTHER_NAME,
                )


def _is_kept(voice: Voice, path: Path) -> bool:
    """Whether ``voice`` is kept at ``path`` already; raises `VoiceError` where another one is."""
    try:
        known = find(voice.name)
    except VoiceError:
        return False
    # Manifests are edited: what the voice is are its files.
    if known.files == voice.files and path.exists():
        return True
    removal = f", or delete {path}" if path.exists() else ""
    raise VoiceError(
        f'there is a voice "{voice.name}" already',
        where=known.title or voice.name,
        hint=f"{_OTHER_NAME}{removal}",
    )


def write_manifest(voice: Voice) -> str:
    """Return the manifest of ``voice`` as TOML, which `read_manifest` reads."""
    texts = ("name", "engine", "title", "speaker", "licence", "lineage", "extra")
    lines = [f"{key} = {_quote(value)}" for key in texts if (value := getattr(voice, key))]
    lines.append(f"languages = [{_list(voice.languages)}]")
    lines.append(f"sample_rate = {voice.sample_rate}")
    if voice.options:
        lines += [
            "",
            "[options]",
            *(f"{_quote(key)} = {_quote(text)}" for key, text in voice.options),
        ]
    for file in voice.files:
        lines += ["", "[[files]]", f"name = {_quote(file.name)}"]
        lines += [f"sha256 = {_quote(file.sha256)}", f"size = {file.size}"]
    return "\n".join((*lines, ""))


def _list(texts: Iterable[str]) -> str:
    return ", ".join(map(_quote, texts))


def _quote(text: str) -> str:
    """Return ``text`` as a basic string of TOML, on one line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
