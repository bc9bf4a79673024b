"""Bring the files of a voice into the voices folder, where they get their names only when right.

Until its size and sha256 are those of the manifest a file is called ``.NAME.part``, so a copy that
was broken off is never taken for the voice, and goes on where it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from typing import TYPE_CHECKING, Protocol

from audiopress.disk import is_file, is_folder
from audiopress.errors import VoiceError
from audiopress.text.commands import write_command
from audiopress.voices.catalogue import name_remedy
from audiopress.voices.places import explain_place, find_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from audiopress.model import Voice, VoiceFile

__all__ = ["Fetch", "InstallProgress", "copy_files", "install"]

_CHUNK = 1 << 20
"""Bytes read at once from a file that is copied: memory stays small whatever the voice's size."""


_APPEND = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)
"""How a file that is not whole is opened: a link in its place is an error (POSIX ``open``)."""

_NEW_FILE_MODE = 0o666
"""Permissions of a new file before the user's umask, as Python opens files."""


class Fetch(Protocol):
    """What `install` needs of the network: the bytes of ``url`` from ``offset`` on."""

    def __call__(self, url: str, offset: int) -> Iterable[bytes]:
        """Yield the body in chunks; from its start when the server cannot resume is an error."""


class InstallProgress(Protocol):
    """Told how far a file is: its name, bytes there, bytes in all."""

    def __call__(self, name: str, done: int, total: int) -> None:
        """Show it, or not."""


def install(
    voice: Voice,
    *,
    fetch: Fetch | None = None,
    source: Path | None = None,
    progress: InstallProgress | None = None,
) -> Path:
    """Bring the files of ``voice`` into the voices folder and return the folder they are in.

    They are copied from the folder ``source`` or fetched with ``fetch`` from the manifest's
    addresses, where a fetch that was broken off goes on. A file gets its name only
    when size and sha256 are right; a wrong one leaves nothing behind. Files that are
    there and right are left alone. Raises `VoiceError`.
    """
    if source is not None and not is_folder(source):
        raise VoiceError(
            "there is no such folder",
            where=str(source),
            hint=f"audiopress voices install {voice.name} --from FOLDER",
        )
    return _bring_files(
        voice,
        lambda file: _choose_origin(voice, file, fetch, source),
        anew=source is not None,
        progress=progress,
    )


def copy_files(
    voice: Voice, origins: Mapping[str, Path], *, progress: InstallProgress | None = None
) -> Path:
    """Copy the files of ``voice`` into the voices folder and return the folder they are in.

    ``origins`` says by each file's name where it lies. Else as `install`.
    """
    return _bring_files(
        voice,
        lambda file: lambda _url, offset: _read_chunks(origins[file.name], offset),
        anew=True,
        progress=progress,
    )


def _bring_files(
    voice: Voice,
    choose_origin: Callable[[VoiceFile], Fetch],
    *,
    anew: bool,
    progress: InstallProgress | None,
) -> Path:
    target = find_folder() / voice.engine
    try:
        target.mkdir(parents=True, exist_ok=True)
        for file in voice.files:
            if not _is_right(target / file.name, file):
                _bring_file(
                    voice,
                    file,
                    target / file.name,
                    # Asked for each file, since a file that is there and right needs no address.
                    choose_origin(file),
                    anew=anew,
                    progress=progress,
                )
    except OSError as error:
        raise VoiceError(
            f'voice "{voice.name}" cannot be installed: {error.strerror or error}',
            where=str(error.filename or target),
            hint="set AUDIOPRESS_VOICES to a folder that can be written",
        ) from error
    finally:
        with contextlib.suppress(OSError):  # only an empty folder goes
            target.rmdir()
    return target


def _is_right(path: Path, file: VoiceFile) -> bool:
    # The size first, which costs no reading.
    return not explain_place(path, file) and _hash_file(path) == file.sha256


def _hash_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _choose_origin(
    voice: Voice, file: VoiceFile, fetch: Fetch | None, source: Path | None
) -> Fetch:
    """Return the way to this file's bytes: a folder, or the network."""
    if source is not None:
        _check_source(voice, source)
        return lambda _url, offset: _read_chunks(source / file.name, offset)
    if fetch is None or not file.url:
        raise VoiceError(
            f'voice "{voice.name}": there is no address to fetch {file.name} from',
            where=voice.name,
            hint=name_remedy(voice)
            if voice.package
            else f"audiopress voices install {voice.name} --from DIR",
        )
    return fetch


def _check_source(voice: Voice, source: Path) -> None:
    """Refuse a folder without the files of a voice that are not here, naming all of them."""
    target = find_folder() / voice.engine
    wanted = [file for file in voice.files if explain_place(target / file.name, file)]
    # One of the right length is refused by its sum, once it was copied.
    why = {file: _explain_source(source / file.name, file) for file in wanted or voice.files}
    lacking = [file for file, fault in why.items() if fault]
    if not lacking:
        return
    told = [f"{file.name} {why[file]}" for file in lacking]
    addresses = " and ".join(file.url for file in lacking if file.url)
    again = write_command("voices", "install", voice.name, "--from", source)
    raise VoiceError(
        " and ".join(told),
        where=str(source),
        hint=f"download {addresses} into that folder, then: {again}"
        if addresses
        else f"audiopress voices show {voice.name}",
    )


def _explain_source(path: Path, file: VoiceFile) -> str:
    """Return what is wrong with a file to be copied, by its kind and length alone, or nothing."""
    if is_folder(path):
        return "is a folder, and not the file"
    if not is_file(path):
        return "is not in the folder"
    size = path.stat().st_size
    return "" if size == file.size else f"is {size:,} bytes there, and {file.size:,} when whole"


def _read_chunks(path: Path, offset: int) -> Iterator[bytes]:
    with path.open("rb") as stream:
        stream.seek(offset)
        while chunk := stream.read(_CHUNK):
            yield chunk


def _bring_file(  # noqa: PLR0913 - a voice, its file, and both ways to get it
    voice: Voice,
    file: VoiceFile,
    path: Path,
    fetch: Fetch,
    *,
    anew: bool,
    progress: InstallProgress | None,
) -> None:
    part = path.with_name(f".{file.name}.part")
    if anew:
        # From the start: a copy costs nothing, and what is there may be of another folder's file.
        part.unlink(missing_ok=True)
    begun = _measure_part(part, file)
    alone = _fill_part(voice, file, part, fetch, progress)
    if alone and begun and not _is_right(part, file):
        # What was there before was perhaps never the beginning of this file.
        part.unlink()
        alone = _fill_part(voice, file, part, fetch, progress)
    if alone and _is_right(part, file):
        # In one step, so that nobody finds half a file under the name.
        part.replace(path)
        return
    if _is_right(path, file):  # another installer was quicker
        return
    if not alone:
        raise VoiceError(
            f'another audiopress is installing voice "{voice.name}"',
            where=str(part),
            hint=f"wait until it has ended, then audiopress voices install {voice.name}",
        )
    # It goes, or the next try would go on from wrong bytes.
    size = part.stat().st_size
    part.unlink()
    other = "another sha256" if size == file.size else f"{size} of {file.size} bytes"
    raise VoiceError(
        f'{file.name} is not what the manifest of voice "{voice.name}" says '
        f"({other}); nothing was installed",
        where=file.url or file.name,
        hint=f"audiopress voices install {voice.name}",
    )


def _measure_part(part: Path, file: VoiceFile) -> int:
    """Return how many bytes of a file are there already; what is no beginning of it is removed."""
    try:
        found = part.lstat()
    except FileNotFoundError:
        return 0
    # A link, or a second name of a file elsewhere: what is appended would go there.
    ours = stat.S_ISREG(found.st_mode) and found.st_nlink == 1
    if ours and found.st_size <= file.size:
        return found.st_size
    part.unlink()
    return 0


def _fill_part(
    voice: Voice, file: VoiceFile, part: Path, fetch: Fetch, progress: InstallProgress | None
) -> bool:
    """Append to ``part`` what is missing; more than the manifest's size is refused early.

    Returns whether nobody else has written there meanwhile; else it is theirs to end.
    """
    done = _measure_part(part, file)
    # A link that is put there meanwhile is not followed either.
    handle = os.open(part, _APPEND, _NEW_FILE_MODE)
    with os.fdopen(handle, "ab") as stream:
        # Whole already when only the name was missing: nothing is asked of the network.
        for chunk in fetch(file.url, done) if done < file.size else ():
            # Another installer appends here: two of them in turns would make no file at all.
            if os.fstat(handle).st_size != done:
                return False
            stream.write(chunk)
            # Seen at once by another.
            stream.flush()
            done += len(chunk)
            if progress is not None:
                progress(file.name, done, file.size)
            # A server that never ends must not fill the disk.
            if done > file.size:
                break
        # On the disk before it gets its name: after a power cut a name is not to lie.
        stream.flush()
        os.fsync(stream.fileno())
    if done < file.size:
        raise VoiceError(
            f"{file.name} broke off after {done} of {file.size} bytes; what is there is kept",
            where=file.url or file.name,
            hint=f"audiopress voices install {voice.name}",
        )
    return True
