"""The tables of ``audiopress.toml`` in the pages, made from the classes that hold the settings.

A setting's sentence stands below its field, its type and default in it, and what it may be in
`audiopress.settings.limits`. ``tests/reference_pages.py --write`` puts the tables into the pages,
each below its mark ``<!-- settings: NAME -->``.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import sys
import textwrap
import typing
from dataclasses import MISSING, dataclass, field, fields
from typing import TYPE_CHECKING, Any, get_args, get_origin

from reading_tables import make_table

from audiopress.model import DISCLOSURES, Cast, Music, Pauses, Reading, Role, Show, Sound, Subscribe
from audiopress.settings import limits
from audiopress.settings.checks import PRESS_SETS
from audiopress.settings.corrections_table import CorrectionsTable
from audiopress.settings.joined_tables import JOINED_FREQUENCIES
from audiopress.settings.serve_table import ServeTable
from audiopress.settings.show_tables import SHOW_KEYS, SHOW_OWN
from audiopress.settings.tables import (
    DeployTable,
    EditionTable,
    JoinedTable,
    RemoteVoiceTable,
    ReviewTable,
    SignTable,
    SiteTable,
    SourceTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = re.compile(r"(<!-- settings: ([\w.]+) -->\n\n)((?:\|.*\n)*)")
"""A table of settings in a page, with the mark above it."""

HEAD = ("setting", "takes", "default", "what it does")
"""What stands over the columns."""


@dataclass(frozen=True)
class SettingsTable:
    """A table of the file: whose fields it has, without which, and their names where others."""

    kind: type
    without: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)


TABLES = {
    "show": SettingsTable(Show, (*PRESS_SETS, "subscribe")),
    "show.subscribe": SettingsTable(Subscribe),
    "edition": SettingsTable(EditionTable),
    "sources": SettingsTable(SourceTable),
    "editions": SettingsTable(JoinedTable),
    "site": SettingsTable(SiteTable),
    "review": SettingsTable(ReviewTable),
    "corrections": SettingsTable(CorrectionsTable),
    "sign": SettingsTable(SignTable),
    "deploy": SettingsTable(DeployTable),
    "serve": SettingsTable(ServeTable),
    "voices": SettingsTable(
        Cast,
        ("remote",),
        {"languages": "[voices.languages]", "rates": "[voices.rate]", "kernels": "[voices.kernel]"},
    ),
    "voices.remote": SettingsTable(RemoteVoiceTable),
    "reading": SettingsTable(Reading, ("words_language",)),
    "sound": SettingsTable(Sound, ("pauses", "ident", "intro", "outro")),
    "sound.pauses": SettingsTable(Pauses),
    "sound.music": SettingsTable(Music),
}
"""Every table of the file whose settings are fields; ``[[shows]]`` is made from `SHOW_KEYS`."""

CHOICES: dict[str, tuple[object, ...]] = {
    "show.frequency": limits.FREQUENCIES,
    "editions.frequency": JOINED_FREQUENCIES,
    **{f"corrections.{kind}": ways for kind, ways in limits.CORRECTIONS.items()},
    "voices.foreign": limits.FOREIGN,
    "voices.remote.format": limits.FORMATS,
    "reading.disclosure": DISCLOSURES,
    "sound.rate": limits.RATES,
    "sound.bitrate": limits.BITRATES,
}
"""What a setting may be, where only these will do."""

RANGES: dict[str, tuple[float, float]] = {
    "voices.rates": limits.PACE,
    "sound.quality": limits.QUALITY,
    "sound.loudness": limits.LOUDNESS,
    "sound.peak": limits.PEAK,
    **{f"sound.pauses.{each.name}": limits.PAUSE for each in fields(Pauses)},
    "sound.music.gain": limits.MUSIC_GAIN,
    "sound.music.duck": limits.DUCK,
    **{f"sound.music.{name}": limits.PAUSE for name in ("fade_in", "fade_out", "alone")},
}
"""Between which numbers a setting lies."""

SEE = {
    "show.language": "configuration.md#a-language-of-its-own",
    "show.email": "directories.md",
    "show.ownership": "directories.md",
    "show.moved_to": "feed.md",
    "show.hub": "feed.md#websub",
    "show.private": "private.md",
    "show.keep": "shows.md",
    "edition.address": "deploy.md",
    "edition.sources": "sources.md",
    "edition.cache": "shared.md",
    "edition.shared_cache": "shared.md",
    "edition.ledger": "shared.md#a-ledger-that-is-shared",
    "edition.withdraw_missing": "sync.md#what-has-left-its-source",
    "edition.lexicons": "configuration.md#pronunciation-how-words-are-said",
    "sources.include": "sources.md#which-articles-are-taken",
    "editions.id": "shows.md#editions",
    "site.address": "site.md",
    "review.hold": "review.md",
    "corrections.keep_versions": "hosting.md#what-grows",
    "corrections.spelling": "decisions/0285-small-corrections-keep-the-sound.md",
    "sign.certificate": "signing.md",
    "deploy.target": "deploy.md",
    "serve.token_file": "serve.md",
    "voices.body": "voices/README.md",
    "voices.languages": "configuration.md#a-language-of-its-own",
    "reading.keep": "reading.md",
    "reading.disclosure": "law.md",
}
"""The page that explains more of a setting."""

TYPES = {
    str: "text",
    bool: "`true` or `false`",
    bool | None: "`true` or `false`",
    int: "whole number",
    float: "number",
}
"""What a person writes for each type."""

LIST = "list of texts"
"""What a person writes where there may be several."""

BY_NAME = {
    "voices.roles": "a voice",
    "voices.languages": "a voice a language",
    "voices.rates": "a number a voice",
    "voices.kernels": "a name a voice",
}
"""What is written in a table of names that a person chooses; the others are texts by language."""


_UNREAD = {"Voice": object}
"""Types of fields that are no settings, which their module knows while it is checked alone."""


def fill_settings(page: str, text: str) -> str:
    """Return the text of a page of docs with every table of settings below its mark."""
    return MARK.sub(lambda found: found[1] + write_settings(found[2], page), text)


def write_settings(name: str, page: str = "configuration.md") -> str:
    """Return one table as it stands in ``page``, which lies in docs."""
    rows = list_show_rows() if name == "shows" else list_rows(name, page)
    return make_table(HEAD, (tuple(cell.replace("|", "\\|") for cell in row) for row in rows))


def list_rows(name: str, page: str) -> Iterator[tuple[str, ...]]:
    """Yield of each setting how it is written, what it takes, its default, and what it does."""
    table = TABLES[name]
    said = read_sentences(table.kind)
    hints = typing.get_type_hints(table.kind, vars(sys.modules[table.kind.__module__]) | _UNREAD)
    for each in fields(table.kind):
        if each.name in table.without:
            continue
        key = f"{name}.{each.name}"
        yield (
            write_names(key, table.names.get(each.name, each.name)),
            describe_values(key, hints[each.name]),
            write_default(each, hints[each.name]),
            said[each.name] + write_link(key, page),
        )


def list_show_rows() -> Iterator[tuple[str, ...]]:
    """Yield the settings of ``[[shows]]``: its own, and that it has those of ``[show]`` too."""
    kinds = {"include": LIST, "exclude": LIST, "voices": "table"}
    defaults = {"id": "must be said", "include": "`[]`", "exclude": "`[]`"}
    defaults |= {"folder": '`"shows/<id>"`', "voice": "", "voices": ""}
    for key, sentence in SHOW_KEYS.items():
        yield f"`{key}`", kinds.get(key, "text"), defaults[key], write_plain(sentence)
    own = [f"`{name}`" for name in SHOW_OWN if name not in SHOW_KEYS]
    sentence = f"It has what `[show]` says, but for {', '.join(own)} and `keep`, which are its own."
    yield "every setting of `[show]`", "", "that of `[show]`", f"{sentence} `title` must be said."


def read_sentences(kind: type) -> dict[str, str]:
    """Return what stands below each field of a class, by the field's name."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    pairs = zip(tree.body, tree.body[1:], strict=False)
    return {
        one.target.id: write_plain(next_one.value.value)
        for one, next_one in pairs
        if isinstance(one, ast.AnnAssign)
        and isinstance(one.target, ast.Name)
        and isinstance(next_one, ast.Expr)
        and isinstance(next_one.value, ast.Constant)
    }


def write_plain(text: str) -> str:
    """Return a docstring as Markdown in one line."""
    return re.sub(r"``(.+?)``", r"`\1`", " ".join(text.split()))


def write_names(key: str, name: str) -> str:
    """Return how a setting is written; a role stands for all that have no row of their own."""
    if key == "voices.roles":
        return ", ".join(f"`{role}`" for role in get_args(Role) if role != "body")
    return f"`{name}`"


def describe_values(key: str, hint: Any) -> str:
    """Return what may be written behind a setting, in words."""
    if key in CHOICES:
        return ", ".join(f"`{json.dumps(each)}`" for each in CHOICES[key])
    if key in BY_NAME:
        kind = BY_NAME[key]
    elif get_origin(hint) is tuple:
        kind = "text a language" if get_origin(get_args(hint)[0]) is tuple else LIST
    else:
        kind = TYPES[hint]
    low, high = RANGES.get(key, (None, None))
    return kind if low is None else f"{kind}, {low:g} to {high:g}"


def write_default(each: Any, hint: Any) -> str:
    """Return a field's default as TOML has it."""
    if each.default is MISSING:
        return "must be said"
    if get_origin(hint) is tuple:
        return "" if get_origin(get_args(hint)[0]) is tuple else "`[]`"
    return "" if each.default is None else f"`{json.dumps(each.default)}`"


def write_link(key: str, page: str) -> str:
    """Return what leads from ``page`` to where more is said of a setting."""
    place = SEE.get(key, "")
    path, _, anchor = place.partition("#")
    if path == page:
        place = f"#{anchor}"
    return f" [More]({place})" if place else ""
