"""What is not installed unless somebody asks for it: the extras of audiopress, and why.

Most bring code under the GPL, which nobody is to get without having chosen it, one what few need
(docs/decisions/0130). ``pyproject.toml`` says which packages each of them is.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

__all__ = ["ESPEAK", "EXTRAS", "FAST", "PIPER", "find_missing", "is_gpl", "name_command"]

ESPEAK = "audiopress[espeak]"
"""What pip calls the extra with espeak-ng: voices of its own, and the phonemes of languages."""

FAST = "audiopress[fast]"
"""What pip calls the extra with ``onnx``, by which Kokoro's kernel ``fast`` is made."""

PIPER = "audiopress[piper]"
"""What pip calls the extra with the engine of Piper's voices, and the voice joe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extra:
    """The packages that show whether an extra is there, and what of it is under the GPL.

    ``instead`` is what may be installed in its place for voices of the engine ``stands_in``.
    """

    packages: tuple[str, ...]
    brings: str = ""
    instead: str = ""
    stands_in: str = ""


EXTRAS = {
    ESPEAK: _Extra(
        packages=("espeakng-loader",),
        brings="espeak-ng",
        instead="; your system's package espeak-ng will do too",
        stands_in="pyttsx3",
    ),
    FAST: _Extra(packages=("onnx",)),
    PIPER: _Extra(packages=("piper-tts", "onnx"), brings="piper-tts"),
}
"""The extras that voices need, by what pip calls them."""


def find_missing(extra: str) -> str:
    """Return what pip calls an extra that is not installed, or nothing; `KeyError` for no extra."""
    requirement = f"audiopress[{extra}]"
    try:
        for package in EXTRAS[requirement].packages:
            version(package)
    except PackageNotFoundError:
        return requirement
    return ""


def is_gpl(extra: str) -> bool:
    """Whether an extra, such as ``piper``, brings code under the GPL; of no extra it is false."""
    found = EXTRAS.get(f"audiopress[{extra}]")
    return found is not None and bool(found.brings)


def name_command(requirement: str, engine: str = "") -> str:
    """Return the command that installs ``requirement``, with what of it is under the GPL.

    ``engine`` is the one that needs it, for some take something else in its place.

    It works beside a checkout too: pip takes the audiopress that is installed, whatever it came
    from, and adds what the extra names.
    """
    command = f'python -m pip install "{requirement}"'
    extra = EXTRAS.get(requirement)
    if extra is None or not extra.brings:
        return command
    instead = extra.instead if engine and engine == extra.stands_in else ""
    return f"{command} (it brings {extra.brings}, which is GPL-3.0){instead}"
