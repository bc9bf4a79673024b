"""Voices of one's own: a manifest in the voices folder, and the files it names beside the others.

What is added so is a voice like any other: found by name, listed, verified before it is loaded. Its
manifest can be edited; to remove it, its manifest is deleted, and its files.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.voices.catalogue import find, list_voices
from audiopress.voices.install import copy_files
from audiopress.voices.places import find_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from audiopress.model import Voice
    from audiopress.voices.install import InstallProgress

__all__ = ["keep_own", "write_manifest"]

_OTHER_NAME = "choose another name: --name NAME"
"""What helps where a name is taken."""


def keep_own(
    voice: Voice,
    origins: Mapping[str, Path],
    *,
    told: Collection[str] = (),
    check: Callable[[Voice], None] = lambda _voice: None,
    progress: InstallProgress | None = None,
) -> Path:
    """Keep ``voice`` in the voices folder and return the path of its manifest.

    ``origins`` says by their names where its files lie; they are copied, and the manifest is
    written last, when ``check`` had no objection (an exception): else nothing of it stays. A voice
    that is there already keeps its manifest, which may have been edited, and gets files that it
    lost; ``told`` are the fields that a person gave a value, and one that the manifest has
    otherwise is refused. Raises `VoiceError`, also where its name, or that of a file, is that of
    another voice, and where the folder cannot be written.
    """
    path = find_folder() / f"{voice.name}.toml"
    _refuse_files_of_others(voice)
    known = _find_kept(voice, path)
    if known is not None:
        _refuse_other_values(known, voice, told, path)
    with _undo_copies(voice):
        copy_files(voice, origins, progress=progress)
        check(known or voice)
    if known is not None:
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


def _find_kept(voice: Voice, path: Path) -> Voice | None:
    """Return ``voice`` as it is kept at ``path``; raises `VoiceError` where another one is."""
    try:
        known = find(voice.name)
    except VoiceError:
        return None
    # Manifests are edited: what the voice is are its files.
    if known.files == voice.files and path.exists():
        return known
    removal = f", or delete {path}" if path.exists() else ""
    raise VoiceError(
        f'there is a voice "{voice.name}" already',
        where=known.title or voice.name,
        hint=f"{_OTHER_NAME}{removal}",
    )


def _refuse_other_values(known: Voice, voice: Voice, told: Collection[str], path: Path) -> None:
    for field in told:
        kept, wanted = (_write_value(getattr(each, field)) for each in (known, voice))
        if kept != wanted:
            raise VoiceError(
                f'the voice "{voice.name}" was added before, with {field} = {kept}',
                where=str(path),
                hint=f"write {field} = {wanted} there, or {_OTHER_NAME}",
            )


@contextlib.contextmanager
def _undo_copies(voice: Voice) -> Iterator[None]:
    """Remove the files of ``voice`` that are new where what is done meanwhile fails."""
    folder = find_folder() / voice.engine
    new = [folder / file.name for file in voice.files if not (folder / file.name).exists()]
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for path in new:
                path.unlink(missing_ok=True)
            for empty in (folder, folder.parent):  # only empty ones go
                empty.rmdir()
        raise


def write_manifest(voice: Voice) -> str:
    """Return the manifest of ``voice`` as TOML, which `read_manifest` reads."""
    texts = ("name", "engine", "title", "speaker", "licence", "lineage", "extra")
    lines = [f"{key} = {_quote(value)}" for key in texts if (value := getattr(voice, key))]
    lines.append(f"languages = {_write_value(voice.languages)}")
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


def _write_value(value: str | Iterable[str]) -> str:
    """Return a text or a list of texts as TOML."""
    return _quote(value) if isinstance(value, str) else f"[{', '.join(map(_quote, value))}]"


def _quote(text: str) -> str:
    """Return ``text`` as a basic string of TOML, on one line."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
