"""The file ``audiopress.toml``: found, parsed, and its tables put together as `Settings`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from audiopress.errors import ConfigError, VoiceError
from audiopress.model import Cast, Show
from audiopress.settings.boundary import check_file, note_ways_out
from audiopress.settings.checks import (
    read_cast,
    read_edition,
    read_reading,
    read_review,
    read_show,
    read_site,
    read_sound,
)
from audiopress.settings.corrections_table import read_corrections
from audiopress.settings.deploy_table import read_deploy
from audiopress.settings.joined_tables import read_joined_tables
from audiopress.settings.lexicon_files import check_own_lexicon, find_lexicons
from audiopress.settings.mistakes import Mistakes, Place, suggest_name
from audiopress.settings.owning_tables import find_owners, point_to_tables
from audiopress.settings.privacy import settle_privacy
from audiopress.settings.serve_table import read_serve
from audiopress.settings.shared_cache import check_bucket_ledger, is_bucket, name_ledger_folder
from audiopress.settings.show_tables import name_voices, read_show_tables
from audiopress.settings.sign_table import read_sign
from audiopress.settings.site_address import place_below_site
from audiopress.settings.source_tables import are_source_tables, read_source_tables
from audiopress.settings.values import Settings
from audiopress.speaking.casting import list_named
from audiopress.voices import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["FILE_NAME", "TABLE_NAMES", "check_text", "load_settings"]

FILE_NAME = "audiopress.toml"
"""Name of the configuration that is found without being named, as ``audiopress init`` writes it."""

_TABLES = (
    "show",
    "edition",
    "site",
    "review",
    "corrections",
    "sign",
    "deploy",
    "serve",
    "reading",
    "voices",
    "sound",
)
"""Every table that the file may have, in the order of docs/configuration.md."""

_LISTS = ("shows", "editions")
"""Lists of tables that it may have besides, and ``[[sources]]``."""

TABLE_NAMES = (*_TABLES, *_LISTS, "sources")
"""What stands in brackets, all of it."""

_TWICE = ("Cannot overwrite a value", "Cannot declare", "Cannot mutate immutable")
"""How `tomllib` begins what it says of a setting or a table that stands twice."""

_UNQUOTED = re.compile(
    r"\s*(?P<key>[\w.-]+)\s*=\s*"
    r"(?P<words>[^\W\d][^\"'=\[\]{}#]*?)"
    r"\s*(?:#.*)?"
)
"""A line such as ``title = The Evening Post  # ours``: words where TOML wants quotation marks.

A value that begins with a figure is none (it may be a broken date or number), nor one that holds a
bracket or a quotation mark, for which another mistake is more likely.
"""


_TABLE = re.compile(r"\s*(?P<head>\[{1,2}[\w.-]+\]{1,2})(?P<rest>.*)")
"""The line of a table, with what somebody has written behind it."""

_SETTING = re.compile(r"\s*[\w.-]+\s*=")
"""How a setting begins."""


def load_settings(file: Path | None, *, root: Path, untrusted: bool = False) -> Settings:
    """Return the settings of ``file``, or those of a preview in ``root`` when there is none.

    ``file`` ``None`` means ``audiopress.toml`` in ``root`` if it exists. With ``untrusted`` the
    file may reach nothing outside of its folder (`audiopress.settings.boundary`). Raises
    `ConfigError` that names every mistake of the file.
    """
    found = file or (root / FILE_NAME if (root / FILE_NAME).is_file() else None)
    if found is None:
        if untrusted:
            check_own_lexicon(root)
        return replace(_make_preview(root), untrusted=untrusted)
    if untrusted:
        check_file(found.absolute())
    tables = _parse_file(found)
    mistakes = Mistakes()
    # Absolute: a path in the file goes by its folder, wherever the program was started.
    settings = _read_tables(tables, found.absolute(), mistakes, untrusted=untrusted)
    # After all tables: a person hears of all mistakes at once.
    if mistakes.found:
        _note_unknown_voices(settings.cast, "voices", mistakes)
        for table in settings.shows:
            if table.cast != settings.cast:
                _note_unknown_voices(table.cast, name_voices(table.show.id), mistakes)
    mistakes.raise_for(found)
    return settings


def check_text(text: str, file: Path) -> Settings:
    """Return the settings that a file with this text would give; raises as `load_settings`."""
    mistakes = Mistakes()
    settings = _read_tables(tomllib.loads(text), file.absolute(), mistakes, untrusted=False)
    mistakes.raise_for(file)
    return settings


def _note_unknown_voices(cast: Cast, where: str | Place, mistakes: Mistakes) -> None:
    """Note voices that nobody knows beside the other mistakes; alone an option may replace them."""
    for key, name in list_named(cast).items():
        try:
            find(name, cast.remote)
        except VoiceError as error:
            mistakes.add(where, key, error.message)


def _make_preview(root: Path) -> Settings:
    """Return the settings of an edition nobody configured: its ledger lies in the cache."""
    return Settings(
        root=root,
        output=root / "output",
        cache=root / ".audiopress",
        ledger=root / ".audiopress" / "ledger",
        lexicons=find_lexicons(root),
        show=Show(preview=True),
    )


def _parse_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        hint = "audiopress init"
        raise ConfigError("no such configuration file", where=str(file), hint=hint) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=str(file)) from error
    except tomllib.TOMLDecodeError as error:
        place, line = _find_line(file, error)
        if str(error).startswith(_TWICE):
            raise _explain_twice(file, place, line) from error
        hint = _suggest_mending(line)
        raise ConfigError(f"is not valid TOML: {error}", where=str(file), hint=hint) from error


def _explain_twice(file: Path, place: str, line: str) -> ConfigError:
    """Return what is wrong with a line whose setting, or table, stands in the file already."""
    table = _TABLE.match(line)
    lines = file.read_text("utf-8").split("\n")
    number = int(place.removeprefix("line "))
    head = table["head"] if table else ""
    # Messages name a setting as they name it here: ``[voices] foreign = "speak"``.
    above = (at for at, one in enumerate(lines[: number - 1], 1) if one.strip().startswith(head))
    first = next(above, 0) if head and not head.startswith("[[") else 0
    if not first:
        said = f"{place} says again what stands above it: {line.partition('=')[0].strip()}"
        return ConfigError(said, where=str(file), hint="keep one of the two")
    below = (table["rest"] if table else "").partition("#")[0].strip() or "what belongs into it"
    return ConfigError(
        f"{place} says again what stands above it: {head}; that table stands already at line "
        f"{first}",
        where=str(file),
        hint=f"put {below} below line {first}, and take {head} out of {place}",
    )


def _find_line(file: Path, error: tomllib.TOMLDecodeError) -> tuple[str, str]:
    """Return the place of a mistake, ``line 3``, and the line; the last one that is not empty."""
    lines = file.read_text("utf-8").rstrip().split("\n")
    # Python's error has the place only in its text until 3.14.
    at = re.search(r"at line (\d+)", str(error))
    number = int(at[1]) if at else len(lines)
    return f"line {number}", lines[number - 1].rstrip("\r") if number <= len(lines) else ""


def _suggest_mending(line: str) -> str:
    """Return what to do about a file that is no TOML; mostly quotation marks are missing."""
    table = _TABLE.match(line)
    if table and _SETTING.match(table["rest"]):
        return f"that is two lines: {table['head']} and below it {table['rest'].strip()}"
    bare = _UNQUOTED.fullmatch(line)
    if bare:
        return f'words stand in quotation marks: {bare["key"]} = "{bare["words"]}"'
    return "mend the line, or compare with a new file: audiopress init --yes example"


def _read_tables(
    tables: dict[str, Any], file: Path, mistakes: Mistakes, *, untrusted: bool
) -> Settings:
    listed = tables.get("sources", [])
    if are_source_tables(listed):
        tables = {name: table for name, table in tables.items() if name != "sources"}
    lists = {name: _pick_list(tables, name, mistakes) for name in _LISTS}
    tables = {name: table for name, table in tables.items() if name not in _LISTS}
    known = _pick_tables(tables, mistakes)
    site = read_site(known["site"], mistakes)
    edition = read_edition(known["edition"], mistakes)
    # Said once: an edition without an address of its own is served with the site.
    secret = any(each.get("private") for each in (known["show"], *lists["shows"]))
    unsaid = bool(site.address) and not (edition.address or secret)
    placed = place_below_site(site.address, edition.output) if unsaid else ""
    if placed:
        edition = replace(edition, address=placed)
    # The show needs the edition's address, and reading the show's language.
    show = read_show(known["show"], edition, mistakes)
    sound = read_sound(known["sound"], mistakes)
    reading = read_reading(known["reading"], known["show"].get("language", ""), mistakes)
    cast = read_cast(known["voices"], mistakes)
    main = (known["show"], known["voices"])
    shows = read_show_tables(lists["shows"], main, edition, mistakes)
    joined = read_joined_tables(lists["editions"], [each.show.id for each in shows], mistakes)
    root = file.parent
    settings = Settings(
        root=root,
        file=file,
        # A path that is absolute in the file stays what it is (pathlib).
        output=root / edition.output,
        cache=root / edition.cache,
        shared_cache=edition.shared_cache,
        ledger=root / name_ledger_folder(edition.ledger),
        ledger_bucket=edition.ledger if is_bucket(edition.ledger) else "",
        sources=edition.sources,
        selected=read_source_tables(listed, edition.timezone, mistakes)
        if are_source_tables(listed)
        else (),
        timezone=edition.timezone,
        hosts=edition.hosts,
        withdraw_missing=edition.withdraw_missing,
        lexicons=find_lexicons(root, edition.lexicons),
        # Said in the article and told in feed and pages: one text, under [reading].
        show=replace(show, narration=reading.disclosure_text),
        reading=reading,
        cast=cast,
        sound=sound,
        site=site,
        below_site=bool(placed),
        review=read_review(known["review"], mistakes),
        corrections=read_corrections(known["corrections"], mistakes),
        sign=read_sign(known["sign"], mistakes),
        deploy=read_deploy(known["deploy"], mistakes),
        serve=read_serve(known["serve"], mistakes),
        shows=tuple(
            replace(each, show=replace(each.show, narration=reading.disclosure_text))
            for each in shows
        ),
        # Without a table of its own there is none, where other shows are.
        has_main=not shows or "show" in tables,
        joined=joined,
        untrusted=untrusted,
        origins=tuple(_list_origins(known, file.name)),
    )
    check_bucket_ledger(settings, mistakes)
    settings = settle_privacy(settings, mistakes)
    if untrusted:
        check_own_lexicon(root)
        note_ways_out(settings, edition, mistakes)
    point_to_tables(mistakes)
    return settings


def _list_origins(tables: dict[str, dict[str, Any]], file: str) -> Iterator[tuple[str, str]]:
    """Yield every setting of the file, those of nested tables too, and where it stands."""
    for table, values in tables.items():
        for key, value in values.items():
            nested = value if isinstance(value, dict) else {}
            for name in (key, *(f"{key}.{inner}" for inner in nested)):
                yield f"{table}.{name}", f"{file}, [{table}] {name}"
    # One setting may say both.
    if is_bucket(str(tables["edition"].get("cache", ""))):
        yield "edition.shared_cache", f"{file}, [edition] cache"


def _pick_tables(tables: dict[str, Any], mistakes: Mistakes) -> dict[str, dict[str, Any]]:
    """Return every table there may be, empty where the file has none; note what is none of them."""
    for name, value in tables.items():
        if name not in _TABLES:
            # A setting above the first table is more likely than a slip in a table's name.
            owner = next(iter(find_owners(name)), "")
            hint = f"; {name} stands under [{owner}]" if owner else ""
            hint = hint or suggest_name(name, (*_TABLES, *_LISTS))
            mistakes.add(name, "", "no such table" + hint)
        elif not isinstance(value, dict):
            mistakes.add(name, "", "is a table, written as [" + name + "]")
    found = {name: tables.get(name) for name in _TABLES}
    return {name: table if isinstance(table, dict) else {} for name, table in found.items()}


def _pick_list(tables: dict[str, Any], name: str, mistakes: Mistakes) -> list[dict[str, Any]]:
    """Return a list of tables, empty where the file has none."""
    found = tables.get(name, [])
    if isinstance(found, list) and all(isinstance(each, dict) for each in found):
        return found
    mistakes.add(name, "", f"is a list of tables, each written as [[{name}]]")
    return []
