"""A library that is lacking where a document is read: named, with the command that installs it."""

from __future__ import annotations

import re

from audiopress.errors import ReadingError

__all__ = ["describe_missing"]

_TOLD = re.compile(r"\b(?:[Ii]nstall|separate project)\s+([A-Za-z][\w.\[\]-]*[\w\]])")
"""Matches the package that an error asks for in words, where the library gives no name."""


def describe_missing(error: ImportError, where: str) -> ReadingError:
    """Return the error on a document that cannot be read for want of a package."""
    told = _TOLD.search(str(error))
    if error.name is None and told is None:
        message = f"a part of audiopress cannot be loaded: {error}"
        return ReadingError(message, where=where, hint=_install("--force-reinstall audiopress"))
    package = told[1] if told else str(error.name).partition(".")[0]
    return ReadingError(
        f"the package {package} is not installed, and reading needs it",
        where=where,
        hint=_install(f"'{package}'" if "[" in package else package),
    )


def _install(what: str) -> str:
    return f"python -m pip install {what}, in the environment of audiopress"
