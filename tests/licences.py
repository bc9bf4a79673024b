"""The licences of what a default installation brings, as each package states its own.

``.venv/bin/python tests/licences.py`` prints them, with a file of requirements behind it: of that.
`tests/unit/test_licences.py` holds that none is GPL or AGPL and none unknown. What a package says
is looked for in this order: its SPDX expression (``License-Expression``), else its classifiers and
its word for ``License``, else the texts of its licence files. LGPL and MPL are licences of
libraries, which leave the program its own: they are allowed, and named in the README.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

__all__ = [
    "TEXTS",
    "WORDS",
    "Licence",
    "judge_expression",
    "judge_text",
    "list_bundled",
    "list_pinned",
    "read_licence",
]

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements"

FREE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CNRI-Python",
    "FTL", "IJG", "ISC", "MIT", "MIT-0", "MIT-CMU", "PSF-2.0", "Python-2.0", "Unicode-3.0",
    "Unlicense", "Zlib", "libpng-2.0", "libtiff",
}  # fmt: skip
"""SPDX identifiers that ask for no more than to be named."""

COPYLEFT = re.compile(r"(?:LGPL|MPL)-[\d.]+(?:-only|-or-later)?\+?")
"""SPDX identifiers that bind the library itself and not the program that uses it."""

EXCEPTIONS = {"GCC-exception-3.1", "LLVM-exception"}
"""What takes from a licence that it binds the program: of a compiler's run-time library."""

WORDS = (
    # Lesser ones first: their names have the other's in them.
    (r"Lesser General Public|\bLGPL", "LGPL-2.1-or-later"),
    (r"Affero|\bAGPL", "AGPL-3.0-only"),
    (r"General Public License|\bGPL|GNU", "GPL-3.0-only"),
    (r"Mozilla Public License|\bMPL", "MPL-2.0"),
    (r"\bApache\b", "Apache-2.0"),
    (r"\bMIT\b", "MIT"),
    (r"\bISC\b", "ISC"),
    (r"\bBSD\b|FreeBSD", "BSD-3-Clause"),
    (r"Python Software Foundation|\bPSFL?\b", "PSF-2.0"),
    (r"\bUnlicense\b", "Unlicense"),
)
"""How people write licences in a classifier or a word, and which kind that is."""

TEXTS = (
    (r"GNU (?:LESSER|LIBRARY) GENERAL PUBLIC LICENSE", "LGPL-2.1-or-later"),
    (r"GNU AFFERO GENERAL PUBLIC LICENSE", "AGPL-3.0-only"),
    (r"GNU GENERAL PUBLIC LICENSE", "GPL-3.0-only"),
    (r"Mozilla Public License", "MPL-2.0"),
    (r"Apache License\s+Version 2\.0", "Apache-2.0"),
    (r"Permission is hereby granted, free of charge", "MIT"),
    (r"Permission to use, copy, modify, and(?:/or)? distribute", "ISC"),
    (r"Redistribution and use in source and binary forms", "BSD-3-Clause"),
)
"""Sentences that a licence's own text has, where a package says nothing else."""

LICENCE_FILE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING)[^/]*$", re.IGNORECASE)
"""The last part of the path of a file that holds a licence."""


SHARED_LIBRARY = re.compile(
    r"(?:^|/)(lib[^/]+?)(?:-[0-9a-f]{8}[^/]*|_x86_64|_arm64)?"
    r"(?:\.so(?:\.|$)|(?:\.\d+)*\.dylib$|\.dll$)"
)
"""Path of a library in C that a wheel brings along, without number and platform."""

BUNDLED = {
    "libXau": "MIT",
    "libavif": "BSD-2-Clause",
    "libc2pa_c": "MIT OR Apache-2.0",
    "libbrotlicommon": "MIT",
    "libbrotlidec": "MIT",
    "libfreetype": "FTL OR GPL-2.0-or-later",
    "libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libharfbuzz": "MIT",
    "libjpeg": "IJG AND BSD-3-Clause AND Zlib",
    "liblcms2": "MIT",
    "liblzma": "0BSD",
    "libonnxruntime": "MIT",
    "libonnxruntime_providers_shared": "MIT",
    "libopenjp2": "BSD-2-Clause",
    "libpng16": "libpng-2.0",
    "libquadmath": "LGPL-2.1-or-later",
    "libscipy_openblas64_": "BSD-3-Clause",
    "libsharpyuv": "BSD-3-Clause",
    "libsndfile": "LGPL-2.1-or-later",
    "libtiff": "libtiff",
    "libwebp": "BSD-3-Clause",
    "libwebpdemux": "BSD-3-Clause",
    "libwebpmux": "BSD-3-Clause",
    "libxcb": "MIT",
    "libzstd": "BSD-3-Clause OR GPL-2.0-only",
}
"""Licences of the libraries in wheels, as the licence files of numpy, pillow and soundfile say:
what a package states is often its own code's alone. One that is not here is unknown."""


ELSEWHERE = (
    (r"audioop-lts", "PSF-2.0"),
    (r"colorama", "BSD-3-Clause"),
    (r"comtypes|pyobjc(?:-.+)?", "MIT"),
    # An empty package that asks for the next one, which has adodbapi in it.
    (r"pypiwin32", "PSF-2.0"),
    (r"pywin32", "PSF-2.0 AND LGPL-2.1-or-later"),
)
"""What is installed on other platforms and Pythons alone, by its name, and the licence that its
wheel states: it cannot be asked here."""


@dataclass(frozen=True, slots=True)
class Licence:
    """What a package says of itself, how that is judged, and where it stands.

    ``verdict`` is ``free``, ``copyleft`` (of the library alone), ``gpl`` or ``unknown``.
    """

    package: str
    stated: str
    verdict: str
    place: str


RANK = ("free", "copyleft", "unknown", "gpl")
"""Verdicts from the best to the worst."""


def list_pinned(path: Path) -> tuple[str, ...]:
    """Return the packages that ``path`` installs on any platform and Python."""
    lines = path.read_text("utf-8").splitlines()
    pinned = (Requirement(line.rstrip(" \\")) for line in lines if re.match(r"[A-Za-z]", line))
    return tuple(dict.fromkeys(each.name for each in pinned))


def read_licence(package: str) -> Licence:
    """Return the licence of a package, installed or of `ELSEWHERE`.

    Raises `PackageNotFoundError`.
    """
    try:
        found = distribution(package)
    except PackageNotFoundError:
        for name, expression in ELSEWHERE:
            if re.fullmatch(name, package):
                return Licence(package, expression, judge_expression(expression), "its wheel")
        raise
    metadata = found.metadata
    if expression := metadata.get("License-Expression"):
        return Licence(package, expression, judge_expression(expression), "License-Expression")
    stated = [
        line.removeprefix("License ::")
        for line in metadata.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith(":: OSI Approved")
    ]
    # A whole text stands there sometimes: its first line is its name.
    stated += (metadata.get("License") or "").strip().splitlines()[:1]
    if stated:
        verdict = _worst(judge_text(each, WORDS) for each in stated)
        return Licence(package, "; ".join(stated), verdict, "classifiers and License")
    texts = _read_files(found)
    verdict = _worst(judge_text(text, TEXTS) for text in texts.values())
    return Licence(package, " ".join(texts), verdict, "licence files")


def list_bundled(package: str) -> tuple[Licence, ...]:
    """Return the licences of the libraries in C that a package brings along, if it is here.

    Wheels for other platforms bring the same ones, but for a few; they cannot be looked into.
    """
    try:
        files = [str(file) for file in distribution(package).files or ()]
    except PackageNotFoundError:
        return ()
    names = {match[1] for file in files if (match := SHARED_LIBRARY.search(file))}
    return tuple(
        Licence(name, BUNDLED[name], judge_expression(BUNDLED[name]), package)
        if name in BUNDLED
        else Licence(name, "", "unknown", package)
        for name in sorted(names)
    )


def judge_expression(expression: str) -> str:
    """Judge an SPDX expression: of what ``OR`` parts the best counts, of ``AND`` the worst."""
    # Brackets first, the innermost before the others.
    while inner := re.search(r"\(([^()]*)\)", expression):
        start, end = inner.span()
        expression = f"{expression[:start]}={judge_expression(inner[1])}{expression[end:]}"
    choices = re.split(r"\s+OR\s+", expression)
    return min((_judge_all(each) for each in choices), key=RANK.index)


def _judge_all(joined: str) -> str:
    return _worst(_judge_one(each.strip()) for each in re.split(r"\s+AND\s+", joined))


def _judge_one(name: str) -> str:
    name, _, exception = (part.strip() for part in name.partition(" WITH "))
    if name.startswith("="):
        return name[1:]
    if name in FREE or exception in EXCEPTIONS:
        return "free"
    if COPYLEFT.fullmatch(name):
        return "copyleft"
    return "gpl" if re.match(r"A?GPL", name) else "unknown"


def judge_text(text: str, table: tuple[tuple[str, str], ...]) -> str:
    """Judge a licence by its words in ``table``; of several that it has the first counts."""
    found = (name for pattern, name in table if re.search(pattern, text, re.IGNORECASE))
    name = next(found, "")
    return judge_expression(name) if name else "unknown"


def _worst(verdicts: object) -> str:
    return max(list(verdicts), key=RANK.index, default="unknown")


def _read_files(found: Distribution) -> dict[str, str]:
    names = [file for file in found.files or () if LICENCE_FILE.search(str(file))]
    return {str(file): file.read_text(encoding="utf-8") for file in names}


def main() -> None:
    """Print the licences of a file of requirements, else of the base ones."""
    path = Path(sys.argv[1]) if sys.argv[1:] else REQUIREMENTS / "audiopress.txt"
    for package in list_pinned(path):
        try:
            licences = (read_licence(package), *list_bundled(package))
        except PackageNotFoundError:
            print(f"{package:<32} not installed")
            continue
        for each in licences:
            print(f"{each.package:<32} {each.verdict:<9} {each.stated}  ({each.place})")


if __name__ == "__main__":
    main()
