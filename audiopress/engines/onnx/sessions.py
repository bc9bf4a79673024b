"""Sessions of onnxruntime; what the runtime makes of a model is kept for the next process.

Most of the time it takes to load a voice goes into the runtime's optimiser, which comes to the
same graph each time. So the optimised model is kept in the user's cache folder, under a name made
of all that it comes from (weights, our changes, runtime, processor) and its own sha256. It is used
only when its sum is right; it *is* the graph that would be run, so the samples are the same. It
may be deleted at any time, and where it cannot be kept, nothing is (docs/decisions/0125).
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import platform
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import onnxruntime

from audiopress import __version__, user_folders, voices
from audiopress.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audiopress.model import Voice, VoiceFile

__all__ = ["open_session"]

_RUNTIME: Any = onnxruntime  # its stubs do not show what it exports

_PROCESSOR = ("model name", "flags", "CPU implementer", "CPU part", "Features", "isa")
"""How lines of ``/proc/cpuinfo`` begin that tell processors apart."""

_UNUSED = 60 * 24 * 3600.0
"""Seconds after which a kept model that nobody used is removed."""


def open_session(
    voice: Voice, weights: VoiceFile, make: Callable[[], bytes], *, variant: str
) -> Any:
    """Return a session of one thread for the model ``weights`` of ``voice``.

    ``make`` gives the model that is run, made of the published one; ``variant`` names how. Raises
    `VoiceError` when the file is missing, and what ``make`` raises.
    """
    # The published file must be there although a kept one is loaded (0125).
    voices.locate(voice)
    processor = _describe_processor()
    if not processor:  # another one may have the same folder
        return _create_session(make(), _make_options())
    name = _name_model(weights, variant, processor)
    # Bytes and not a path: what was verified is what is loaded, whatever happens to the file.
    for kept in _read_kept(name):
        with contextlib.suppress(Exception):  # then it is made anew, which says what is wrong
            return _create_session(kept, _make_options(optimise=False))
    model = make()
    with contextlib.suppress(OSError, StoreError):
        # A full disk, or a home that may only be read, must not cost the speech.
        return _open_and_keep(model, name)
    return _create_session(model, _make_options())


def _open_and_keep(model: bytes, name: str) -> Any:
    """Open a model and keep what it becomes; raises ``OSError`` where that cannot be kept."""
    folder = _find_folder()
    folder.mkdir(parents=True, exist_ok=True)
    _remove_unused(folder)
    # In the same folder, so that the rename is one step; its name is in no `glob` of `_read_kept`.
    with tempfile.TemporaryDirectory(dir=folder, prefix=".part-") as place:
        part = Path(place) / "model.onnx"
        options = _make_options()
        options.optimized_model_filepath = str(part)
        try:
            opened = _create_session(model, options)
        except Exception as error:  # a full disk, among others; what is not is met once more
            raise OSError("the optimised model was not written") from error
        with part.open("rb") as stream:
            total = hashlib.file_digest(stream, "sha256").hexdigest()
        # Two workers may do it at once: the same bytes have the same name.
        part.replace(folder / f"{name}-{total}.onnx")
    return opened


def _create_session(model: bytes, options: Any) -> Any:
    opened = _RUNTIME.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    # It would keep the whole model for a fallback that is not there.
    opened._model_bytes = None  # noqa: SLF001 - its only way
    return opened


def _make_options(*, optimise: bool = True) -> Any:
    options = _RUNTIME.SessionOptions()
    # Two threads in a run spin and double the CPU time; lines run beside each other (0121).
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # A plan of memory for each length of text is kept for ever, and no text is as long as the last.
    options.enable_mem_pattern = False
    # Errors only (0 is verbose, 4 fatal): warnings on the graph would be on the user's screen.
    options.log_severity_level = 3
    if not optimise:
        # It is optimised already: to look again costs what was to be saved.
        options.graph_optimization_level = _RUNTIME.GraphOptimizationLevel.ORT_DISABLE_ALL
    return options


# -- what is kept ----------------------------------------------------------------------------


def _find_folder() -> Path:
    return user_folders.find_cache_folder() / "models"


def _name_model(weights: VoiceFile, variant: str, processor: str) -> str:
    """Name what an optimised model comes from: the optimiser knows the processor it runs on."""
    parts = [weights.sha256, variant, _hash_code(), __version__, onnxruntime.__version__]
    parts += [platform.system(), platform.machine(), processor]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


@functools.cache
def _hash_code() -> str:
    """Digest of the code that changes graphs: all of this folder, so that none is forgotten."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


@functools.cache
def _describe_processor() -> str:
    """Return what the system says of the processor; nothing where it says nothing."""
    try:
        # The first processor stands for all; blocks are parted by an empty line.
        first, _, _ = Path("/proc/cpuinfo").read_text("utf-8").partition("\n\n")
    except OSError:
        return platform.processor()
    return "\n".join(line for line in first.splitlines() if line.startswith(_PROCESSOR))


def _read_kept(name: str) -> Iterator[bytes]:
    """Yield what is kept under a name and is whole; remove what is not."""
    found: list[Path] = []
    with contextlib.suppress(OSError, StoreError):
        found = list(_find_folder().glob(f"{name}-*.onnx"))
    for path in found:
        body = b""
        with contextlib.suppress(OSError):
            body = path.read_bytes()
        whole = hashlib.sha256(body).hexdigest() == path.stem.rpartition("-")[2]
        with contextlib.suppress(OSError):  # a folder that may only be read
            # Its date says when it was used last, for `_remove_unused`.
            os.utime(path) if whole else path.unlink()
        if whole:
            yield body


def _remove_unused(folder: Path) -> None:
    """Remove models that were not used for long, and what killed processes left."""
    before = time.time() - _UNUSED
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            # Folders of writers at work are young; those that are old nobody owns.
            if path.stat().st_mtime < before:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
