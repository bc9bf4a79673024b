"""What the program imports, imported once: test processes are forked from one that has it.

`multiprocessing`'s fork server imports this module before it forks anything.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import pkgutil
import sys
from pathlib import Path

import audiopress

_CACHE = type(functools.cache(len))
"""What `functools.cache` makes of a function."""

ROOT = Path(__file__).resolve().parent.parent

COLD = ("audiopress.__main__", "audiopress.server")
"""What is run when it is imported, and what starts threads of its own."""


def import_program() -> None:
    """Import every module of the program, and run nothing of it."""
    with contextlib.suppress(ImportError):
        importlib.import_module("typer._adapters")  # else imported at the first command
    for found in pkgutil.walk_packages(audiopress.__path__, "audiopress."):
        if not found.name.startswith(COLD):
            importlib.import_module(found.name)


def use_program() -> None:
    """Read a page and a text, so that patterns and templates are compiled; forget all else."""
    from audiopress.cli import app  # noqa: PLC0415 - of the program
    from audiopress.cli.run import load_commands  # noqa: PLC0415 - of the program
    from audiopress.publish.pages.render import prepare_templates  # noqa: PLC0415 - of the program

    settings = audiopress.load_settings(folder=ROOT / "examples")
    for name in ("examples/lighthouse.html", "CONTRIBUTING.md"):
        audiopress.read(ROOT / name, settings)
    prepare_templates()
    forget_environment()
    load_commands(app)


def forget_environment() -> None:
    """Forget what is remembered of this environment: its engines, voices and sources."""
    for found in gc.get_objects():
        # not isinstance(): it asks a weak proxy for its class, and what that stood for may be gone
        if type(found) is _CACHE and _is_of_the_program(found):
            found.cache_clear()


def _is_of_the_program(function: object) -> bool:
    place = str(getattr(function, "__module__", ""))
    return place.startswith("audiopress.") and place != "audiopress.text.lazy_regex"


if "pytest" not in sys.modules:
    import_program()
    use_program()
    gc.freeze()  # a child that looks for garbage would copy all of it
