"""Receipts: whether what was shipped is what it says it is.

Looks only at the files of an edition as they lie there, and trusts nothing a build remembers: the
sound is decoded, the feed parsed and every sidecar held against it. What writes these files is
not asked how it would have written them.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _CallablePackage(ModuleType):
    """This package, which has the name of a public verb: ``audiopress.check()`` works with both.

    Importing a package sets it into the one above, in the place of whatever had its name there.
    """

    def __call__(self, *words: Any, **options: Any) -> Any:
        # By its name: this room lies below the public one, and imports go down only.
        return import_module("audiopress.public").check(*words, **options)


sys.modules[__name__].__class__ = _CallablePackage
