"""The voices that can speak here: their manifests, their files, and how these are installed.

``catalogue`` knows the manifests and where files lie, ``install`` brings what is missing, ``own``
keeps what a person adds, ``extras`` says what some voices need besides.
"""

from audiopress.voices.catalogue import (
    ask_engine,
    digest,
    find,
    find_folder,
    find_need,
    is_installed,
    list_voices,
    locate,
    read,
    read_manifest,
    read_own,
    verify,
)
from audiopress.voices.install import Fetch, InstallProgress, install
from audiopress.voices.own import keep_own

__all__ = [
    "Fetch",
    "InstallProgress",
    "ask_engine",
    "digest",
    "find",
    "find_folder",
    "find_need",
    "install",
    "is_installed",
    "keep_own",
    "list_voices",
    "locate",
    "read",
    "read_manifest",
    "read_own",
    "verify",
]
