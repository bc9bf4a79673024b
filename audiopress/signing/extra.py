"""The libraries of the extra audiopress[sign], imported when something is signed or read back.

c2pa-python binds the C2PA organisation's own library: 53 MB, which only those get who sign.
"""

from __future__ import annotations

import importlib
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["INSTALL", "import_c2pa", "is_there", "make_context", "require"]

INSTALL = "python -m pip install 'audiopress[sign]'"
"""The command that brings what signs and reads signatures."""

_PARTS = ("c2pa", "cryptography")
"""What the extra brings, by the names under which it is imported."""


def is_there() -> bool:
    """Whether the extra is installed; nothing is loaded for it."""
    return all(find_spec(name) is not None for name in _PARTS)


def require(where: str) -> None:
    """Raise `ConfigError` with the command that installs the extra, where it is not there.

    ``where`` is the setting or option that asks for it.
    """
    if not is_there():
        raise ConfigError("signing needs the extra audiopress[sign]", where=where, hint=INSTALL)


def import_c2pa() -> ModuleType:
    """Return the library; half a second the first time."""
    return importlib.import_module("c2pa")


def make_context(c2pa: ModuleType) -> Any:
    """Return what its calls run in: no connection is opened for what a file or certificate names.

    A stranger's file may name an address of its manifest, and one of its certificate's state.
    """
    verify = {"remote_manifest_fetch": False, "ocsp_fetch": False}
    return c2pa.Context(settings=c2pa.Settings.from_dict({"verify": verify}))
