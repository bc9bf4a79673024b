"""The boundary of a configuration that is not trusted: its folder, and nothing outside of it.

A stranger's pull request may change ``audiopress.toml``, put links beside it and name whatever the
machine has. With ``untrusted`` every place that the file names is looked at before anything is
read, and the folders that are written are looked through for links that lead out.
"""

from __future__ import annotations

import ipaddress
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from audiopress import plugins
from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address, is_other_address
from audiopress.net.public_address import is_public, parse_target
from audiopress.settings.shared_cache import name_ledger_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audiopress.settings.mistakes import Mistakes
    from audiopress.settings.tables import EditionTable
    from audiopress.settings.values import Settings

__all__ = ["check_file", "check_folders", "explain_voice", "explain_way_out", "note_ways_out"]

_WRITTEN = ("output", "cache", "ledger")
"""The folders that a run writes into: links in them are looked for before."""


def explain_way_out(root: Path, place: Path | str) -> str:
    """Say how a place leads out of the folder ``root``, or nothing; it need not be there.

    ``..``, links anywhere on the way, and hard links to a file elsewhere: a second name of a file
    cannot be told from its first, so a file with two names is refused.
    """
    path = root / place
    if not Path(os.path.normpath(path)).is_relative_to(os.path.normpath(root)):
        return "leads out of the folder"
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return "leads out of the folder by a link"
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):  # said where it is read
        return ""
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL in the name
        return "cannot be followed to its end"
    if stat.S_ISREG(found.st_mode):
        return "is a file that has a second name (a hard link)" if found.st_nlink > 1 else ""
    return "" if stat.S_ISDIR(found.st_mode) else "is neither a file nor a folder"


def check_file(file: Path) -> None:
    """Refuse a configuration that is not in its own folder; raises `ConfigError`."""
    way = explain_way_out(file.parent, file.name)
    if way:
        raise ConfigError(f"--untrusted: the configuration {way}", where=str(file))


def note_ways_out(settings: Settings, edition: EditionTable, mistakes: Mistakes) -> None:
    """Note every setting of a configuration that reaches anything outside of its folder."""
    for table, key, text in _list_places(settings, edition):
        way = explain_way_out(settings.root, text)
        if way:
            mistakes.add(table, key, f"{text!r} {way} (--untrusted)")
    named = [("edition", source) for source in edition.sources]
    for table, source in (*named, *(("[sources]]", source) for source, _ in settings.selected)):
        way = _explain_source(settings.root, source)
        if way:
            mistakes.add(table, "sources", f"{source!r} {way} (--untrusted)")
    casts = (settings.cast, *(table.cast for table in settings.shows))
    for voice in dict.fromkeys(voice for cast in casts for voice in cast.remote):
        # It would be sent what it asks for: texts, and whatever variable it says holds a key.
        way = (
            "is spoken by a server, perhaps with a key of this machine (--untrusted); build "
            "strangers' changes with a file that has no such voice: --config FILE"
        )
        mistakes.add("voices.remote", voice.name, way)
    if settings.sign.is_set:
        # Whoever changes the file would have the machine's owner put a name under what they say.
        way = "signs with a key of this machine (--untrusted); build strangers' changes without it"
        mistakes.add("sign", "", way)
    for name in _list_voices(settings):
        if way := explain_voice(name):
            mistakes.add("voices", "", f"{name!r} {way} (--untrusted)")


def explain_voice(name: str) -> str:
    """Say how the name of a voice may reach something else, or nothing."""
    # What stands behind it is handed to the operating system's engine as it is.
    led_out = name.startswith("system:") and (".." in name or "//" in name or ":/" in name)
    return "is no plain name of a voice" if led_out else ""


def _list_places(settings: Settings, edition: EditionTable) -> Iterator[tuple[str, str, str]]:
    """Yield table, key and text of every setting that is a path."""
    for key in _WRITTEN:
        text = getattr(edition, key)
        yield "edition", key, name_ledger_folder(text) if key == "ledger" else text
    for name in edition.lexicons:
        yield "edition", "lexicons", name
    if settings.show.artwork:
        yield "show", "artwork", settings.show.artwork
    yield from _list_show_places(settings)
    for key in ("ident", "intro", "outro"):
        music = getattr(settings.sound, key)
        if music is not None:
            yield f"sound.{key}", "path", music.path


def _list_show_places(settings: Settings) -> Iterator[tuple[str, str, str]]:
    for table in settings.shows:
        if table.show.artwork:
            yield f'[shows]] "{table.show.id}"', "artwork", table.show.artwork
    for joined in settings.joined:
        for key in ("artwork", "ident"):
            if getattr(joined, key):
                yield f'[editions]] "{joined.id}"', key, getattr(joined, key)


def _list_voices(settings: Settings) -> Iterator[str]:
    for cast in (settings.cast, *(table.cast for table in settings.shows)):
        yield from (cast.body, *(name for _, name in (*cast.roles, *cast.languages)))


def _explain_source(root: Path, source: str) -> str:
    if is_address(source):
        return _explain_address(source)
    if plugins.asks_for_source(source) and not os.path.lexists(root / source):
        return "asks a package, which may read anything"
    if is_other_address(source):
        return "is no http(s) address"
    return explain_way_out(root, source)


def _explain_address(address: str) -> str:
    """Say that a host is none of the open internet; names are looked up when they are fetched."""
    try:
        host = parse_target(address).host.rstrip(".")
        ipaddress.ip_address(host)
    except SourceError:  # said where it is fetched
        return ""
    except ValueError:  # a name
        local = host == "localhost" or host.endswith(".localhost")
        return "is an address of this machine" if local else ""
    return "" if is_public(host) else "is an address that is not public"


def check_folders(settings: Settings, root: Path | None = None) -> None:
    """Refuse to write through links that lead out of ``root``, else of the edition's folder.

    What was named on the command line and lies elsewhere is a person's word. Raises `ConfigError`.
    """
    root = root or settings.root
    for name in _WRITTEN:
        folder: Path = getattr(settings, name)
        if Path(os.path.normpath(folder)).is_relative_to(os.path.normpath(root)):
            way = explain_way_out(root, folder)
            if way:
                where = f"{folder} ({settings.find_origin(f'edition.{name}')})"
                raise ConfigError(f"--untrusted: the {name} {way}", where=where)
        _check_links(name, folder)


def _check_links(name: str, folder: Path) -> None:
    home = folder.resolve()
    for place, folders, files in os.walk(folder):
        for entry in (*folders, *files):
            path = Path(place, entry)
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                raise ConfigError(
                    f"--untrusted: a link in the {name} leads out of it",
                    where=str(path),
                    hint=f"rm {path}",
                )
