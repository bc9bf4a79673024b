"""The voices that can speak here: their manifests, their files, and how these are installed.

``catalogue`` knows the manifests and where files lie, ``install`` brings what is missing.
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
    verify,
)
from audiopress.voices.install import Fetch, InstallProgress, install

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
    "list_voices",
    "locate",
    "read",
    "read_manifest",
    "verify",
]
