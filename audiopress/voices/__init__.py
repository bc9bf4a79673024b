"""The voices that can speak here: their manifests, their files, and how these are installed.

``catalogue`` knows the manifests and where files lie, ``install`` brings what is missing.
"""

from audiopress.voices.catalogue import (
    all_voices,
    digest,
    find,
    folder,
    installed,
    locate,
    manifest,
    read,
    verify,
)
from audiopress.voices.install import Fetch, Progress, install

__all__ = [
    "Fetch",
    "Progress",
    "all_voices",
    "digest",
    "find",
    "folder",
    "install",
    "installed",
    "locate",
    "manifest",
    "read",
    "verify",
]
