"""What the program imports, imported once: test processes are forked from one that has it.

`multiprocessing`'s fork server imports this module before it forks anything.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import pkgutil
import sys

import audiopress

COLD = ("audiopress.__main__", "audiopress.server")
"""What is run when it is imported, and what starts threads of its own."""


def import_program() -> None:
    """Import every module of the program, and run nothing of it."""
    with contextlib.suppress(ImportError):
        importlib.import_module("typer._adapters")  # else imported at the first command
    for found in pkgutil.walk_packages(audiopress.__path__, "audiopress."):
        if not found.name.startswith(COLD):
            importlib.import_module(found.name)


if "pytest" not in sys.modules:
    import_program()
    gc.freeze()  # a child that looks for garbage would copy all of it
