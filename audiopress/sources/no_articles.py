"""What lies among articles in a folder and is none, by its name and by its neighbours.

Asked only of what a walk through a folder finds: a file that somebody names is always taken.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from audiopress.sources.page_stubs import MADE
from audiopress.sources.saved_parts import FRAME, explain_parts, read_head
from audiopress.text.lazy_regex import compile_late
from audiopress.text.vocabulary import any_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

__all__ = ["explain_file", "explain_folder"]

_PACKAGES = compile_late(
    any_of(
        "node_modules",
        "bower_components",
        "jspm_packages",
        "web_modules",
        "site-packages",
        "dist-packages",
        r".+\.(?:egg|dist)-info",
        "__pycache__",
        "__pypackages__",
        "htmlcov",
        "cvs",
        "__macosx",
        r"\$recycle\.bin",
        "system volume information",
        r"lost\+found",
        "@eadir",
    )
)
"""Folders that tools fill: package managers, version control, operating systems, in small
letters."""

_GENERATOR = compile_late(
    any_of(
        "_includes?",
        "_layouts?",
        "_partials?",
        "_templates?",
        "_sass",
        "_data",
        "_static",
        "_sources",
        "_build",
        "_site",
    )
)
"""Folders of site generators beside the articles (Jekyll, Hugo, Eleventy, Sphinx): what pages are
made with, and, in ``_site`` and ``_build``, the pages that were made."""

_PROJECT_PARTS = compile_late(any_of("layouts", "themes", "archetypes", "i18n", "vendor"))
"""Such folders whose names are those of a newspaper's sections too: only in a project's folder."""

_PROJECT_FILES = compile_late(
    any_of(
        r"(?:hugo|config|theme|zola)\.(?:toml|ya?ml|json)",
        r"_config\.(?:toml|ya?ml)",
        r"(?:package|composer|book)\.json",
        r"\.?eleventy(?:\.config)?\.[cm]?js",
        r"(?:conf|pelicanconf)\.py",
        r"(?:go\.mod|gemfile|cargo\.toml|mkdocs\.yml|makefile|_quarto\.yml)",
    )
)
"""What the folder of a site generator or of a program has in it, in small letters."""

_DRAFTS = compile_late("_?drafts?")
"""Folders of what is not to be published yet, as site generators have them."""

_FOLDERS = (
    (_PACKAGES, "filled by a program"),
    (_GENERATOR, "parts of a site generator"),
    (_DRAFTS, "drafts, by their place"),
)
"""Folders that are known by their names, and what is said of them."""

_ENVIRONMENT = ("pyvenv.cfg", "conda-meta")
"""What only a virtual environment of Python has in it (venv, conda)."""

_FOR_MACHINES = compile_late(
    any_of(
        r"(?:robots|humans|ads|app-ads|sellers|security|llms(?:-\w+)?|sitemap|trust)\.txt",
        r"(?:requirements|constraints)(?:[-_.][\w.-]+)?\.txt",
        r"cmakelists\.txt",
        r"(?:top_level|entry_points|sources|dependency_links|requires|installed-files)\.txt",
        r"google[0-9a-f]{16}\.html",
        r"(?:yandex|pinterest|baidu_verify|naver|zoho)[-_]?[0-9a-z]+[0-9][0-9a-z]*\.html?",
        r"_index\.(?:md|html?)",
    )
)
"""Files that programs read, in small letters: crawlers, package managers, proofs of who owns a
site, heads of sections (Hugo)."""

_ABOUT_PROJECT = compile_late(
    any_of(
        "read-?me",
        "licen[cs]es?",
        "copying(?:[._]lesser)?",
        "unlicense",
        "change-?log",
        "contributing",
        "code[-_]of[-_]conduct",
        "pull_request_template",
    )
    + r"(?:[-_.][\w.-]+)?"
)
"""Names of files about a project, without their ending, in any letters: ``README.de.md``."""

_SHOUTED = compile_late(
    any_of(
        "AUTHORS",
        "CHANGES",
        "CONTRIBUTORS",
        "COPYRIGHT",
        "CREDITS",
        "GOVERNANCE",
        "HACKING",
        "HISTORY",
        "INSTALL",
        "MAINTAINERS",
        "NEWS",
        "NOTICE",
        "PATENTS",
        "SECURITY",
        "SUPPORT",
        "THANKS",
        "TODO",
        "AGENTS",
        "CLAUDE",
    )
    + r"(?:[-_.][\w.-]+)?"
)
"""Such names that are those of articles too: only in capitals, as projects write them."""

_ERROR_PAGE = compile_late(r"(?:[45]\d\d|50x|not[-_]?found|error)\.(?:html?|md)")
"""Pages that a server sends in place of one it has not, in small letters."""

_FEED_MADE = b"<generator>audiopress"
"""What our own feeds say of themselves."""


def explain_folder(folder: Path, names: Collection[str]) -> str:
    """Say why a folder holds no articles, or nothing; ``names`` are those beside it."""
    if folder.is_symlink():
        return "a link to a folder"
    name = folder.name.lower()
    for pattern, reason in _FOLDERS:
        if pattern.fullmatch(name):
            return reason
    if _PROJECT_PARTS.fullmatch(name) and any(
        _PROJECT_FILES.fullmatch(one.lower()) for one in names
    ):
        return "parts of a site generator"
    # `lexists`, which says no where a folder may not be looked into.
    if any(os.path.lexists(folder / mark) for mark in _ENVIRONMENT):
        return "a virtual environment of Python"
    if _is_edition(folder):
        return "an edition that audiopress has made"
    return explain_parts(folder, names)


def _is_edition(folder: Path) -> bool:
    return _FEED_MADE in read_head(folder / "feed.xml") or bool(
        MADE.search(read_head(folder / "index.html"))
    )


def explain_file(name: str) -> str:
    """Say why a file is no article by its name, or nothing."""
    small = name.lower()
    stem = name.rpartition(".")[0]
    if _FOR_MACHINES.fullmatch(small) or FRAME.fullmatch(small):
        return "for programs, by its name"
    if _ABOUT_PROJECT.fullmatch(stem.lower()) or _SHOUTED.fullmatch(stem):
        return "about a project, by its name"
    return "an error page" if _ERROR_PAGE.fullmatch(small) else ""
