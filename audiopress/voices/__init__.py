"""The voices that can speak here: their manifests, their files, and how these are installed.

``catalogue`` knows the manifests, ``places`` where files lie, ``manifest`` reads one,
``by_language`` who speaks what, ``install`` brings what is missing, ``own`` keeps what a person
adds, ``extras`` says what some voices need besides.
"""

from audiopress.voices.by_language import (
    list_for_language,
    name_first_remedy,
    name_language_remedy,
    speaks_language,
)
from audiopress.voices.catalogue import (
    ask_engine,
    digest,
    explain_fault,
    find,
    find_need,
    has_engine,
    is_installed,
    list_missing,
    list_voices,
    locate,
    read,
    read_own,
    verify,
)
from audiopress.voices.extras import is_gpl
from audiopress.voices.install import Fetch, InstallProgress, install
from audiopress.voices.manifest import read_manifest
from audiopress.voices.own import keep_own
from audiopress.voices.places import find_folder

__all__ = [
    "Fetch",
    "InstallProgress",
    "ask_engine",
    "digest",
    "explain_fault",
    "find",
    "find_folder",
    "find_need",
    "has_engine",
    "install",
    "is_gpl",
    "is_installed",
    "keep_own",
    "list_for_language",
    "list_missing",
    "list_voices",
    "locate",
    "name_first_remedy",
    "name_language_remedy",
    "read",
    "read_manifest",
    "read_own",
    "speaks_language",
    "verify",
]
