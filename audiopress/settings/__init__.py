"""``audiopress.toml`` becomes `Settings`; every mistake is reported at once.

The tables of the file are the value types of `audiopress.model`: ``[show]`` is a `Show`,
``[reading]`` a `Reading`, ``[voices]`` a `Cast`, ``[sound]`` a `Sound`; ``[edition]`` and
``[site]`` say where things are. The types of the fields are the types the file must have.
"""

from __future__ import annotations

import difflib
import re
import tomllib
import typing
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from pathlib import Path  # noqa: TC003 - the types of the fields are read at run time
from typing import Any, get_args, get_origin
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from audiopress.errors import ConfigError
from audiopress.identity import is_address
from audiopress.model import Cast, Music, Reading, Role, Show, Sound
from audiopress.publish.feed.apple_categories import category
from audiopress.publish.feed.channel import channel_text, channel_value
from audiopress.reading.html.css_selectors import is_selector
from audiopress.speaking.opening import find_unknown_words

__all__ = ["Settings", "Site", "load"]

FILE_NAME = "audiopress.toml"

FREQUENCIES = ("hourly", "daily", "weekdays", "weekly", "fortnightly", "monthly")
"""How often a show says it comes (``podcast:updateFrequency``)."""


BITRATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
"""MPEG-1 layer III, kb/s (ISO/IEC 11172-3, 2.4.2.3)."""

RATES = (32000, 44100, 48000)
"""MPEG-1 layer III, Hz."""

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag (BCP 47), as far as one can be told from a slip."""

PRESS_SETS = ("address", "guid", "preview", "id", "narration")
"""Fields of a show that ``[show]`` does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The table ``[edition]``: where articles come from and where the edition goes."""

    address: str = ""
    sources: tuple[str, ...] = ()
    output: str = "output"
    cache: str = ".audiopress"
    ledger: str = "ledger"
    timezone: str = "UTC"
    hosts: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The table ``[site]``: the built site whose pages get the player.

    ``address`` is where its folder is served, with a closing slash, ``include`` and ``exclude``
    are patterns of paths below it, ``place`` a CSS selector of what the player stands after.
    """

    address: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a run knows about what a person wants. Paths are absolute.

    ``root`` is the edition's folder, ``file`` the configuration if there is one; without one
    the edition is a preview.
    """

    root: Path
    output: Path
    cache: Path
    ledger: Path
    file: Path | None = None
    sources: tuple[str, ...] = ()
    timezone: str = "UTC"
    hosts: tuple[str, ...] = ()
    lexicons: tuple[Path, ...] = ()
    show: Show = field(default_factory=Show)
    reading: Reading = field(default_factory=Reading)
    cast: Cast = field(default_factory=Cast)
    sound: Sound = field(default_factory=Sound)
    site: Site = field(default_factory=Site)
    jobs: int = 0
    allow_private: bool = False

    def zone(self) -> ZoneInfo:
        """Return the zone in which the article's dates without offset are understood."""
        return ZoneInfo(self.timezone)


def load(file: Path | None, *, root: Path) -> Settings:
    """Return the settings of ``file``, or those of a preview in ``root`` when there is none.

    ``file`` ``None`` means ``audiopress.toml`` in ``root`` if it exists. Raises `ConfigError`
    that names every mistake of the file.
    """
    found = file or (root / FILE_NAME if (root / FILE_NAME).is_file() else None)
    if found is None:
        return _preview(root)
    tables = _parse(found)
    mistakes = _Mistakes()
    settings = _settings(tables, found.absolute(), mistakes)
    mistakes.raise_for(found)
    return settings


def _preview(root: Path) -> Settings:
    return Settings(
        root=root,
        output=root / "output",
        cache=root / ".audiopress",
        ledger=root / ".audiopress" / "ledger",
        show=Show(preview=True),
    )


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        hint = "audiopress init"
        raise ConfigError("no such configuration file", where=str(file), hint=hint) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=str(file)) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"is not valid TOML: {error}", where=str(file), hint=_toml_hint(file, error)
        ) from error


_UNQUOTED = re.compile(r"\s*(?P<key>[\w.-]+)\s*=\s*(?P<words>[^\W\d][^\"'=\[\]{}#]*?)\s*(?:#.*)?")


def _toml_hint(file: Path, error: tomllib.TOMLDecodeError) -> str:
    """Return what to do about a file that is no TOML; mostly quotation marks are missing."""
    at = re.search(r"at line (\d+)", str(error))
    line = file.read_text("utf-8").split("\n")[int(at[1]) - 1] if at else ""
    bare = _UNQUOTED.fullmatch(line.rstrip("\r"))
    if bare:
        return f'words stand in quotation marks: {bare["key"]} = "{bare["words"]}"'
    return "mend the line, or compare with a new file: audiopress init --yes example"


class _Mistakes:
    """Collects mistakes, each with its table and key."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, table: str, key: str, text: str) -> None:
        self.found.append(f"[{table}] {key}: {text}" if key else f"[{table}]: {text}")

    def raise_for(self, file: Path) -> None:
        if not self.found:
            return
        count = len(self.found)
        head = "1 mistake" if count == 1 else f"{count} mistakes"
        lines = "".join(f"\n  {mistake}" for mistake in self.found)
        hint = "mend the lines above; every setting is explained in docs/configuration.md"
        raise ConfigError(f"{head} in the configuration:{lines}", where=str(file), hint=hint)


TABLES = ("show", "edition", "site", "reading", "voices", "sound")


def _settings(tables: dict[str, Any], file: Path, mistakes: _Mistakes) -> Settings:
    for name, value in tables.items():
        if name not in TABLES:
            mistakes.add(name, "", "no such table" + (_home(name) or _close(name, TABLES)))
        elif not isinstance(value, dict):
            mistakes.add(name, "", "is a table, written as [" + name + "]")
    known = {name: tables[name] for name in TABLES if isinstance(tables.get(name), dict)}
    edition = _edition(known.get("edition", {}), mistakes)
    show = _show(known.get("show", {}), edition, mistakes)
    sound = _sound(known.get("sound", {}), mistakes)
    own = known.get("show", {}).get("language", "")
    reading = _reading(known.get("reading", {}), own, mistakes)
    show = replace(show, narration=reading.disclosure_text)
    cast = _cast(known.get("voices", {}), mistakes)
    site = _site(known.get("site", {}), mistakes)
    root = file.parent
    return Settings(
        root=root,
        file=file,
        output=root / edition.output,
        cache=root / edition.cache,
        ledger=root / edition.ledger,
        sources=edition.sources,
        timezone=edition.timezone,
        hosts=edition.hosts,
        lexicons=tuple(root / name for name in edition.lexicons),
        show=show,
        reading=reading,
        cast=cast,
        sound=sound,
        site=site,
    )


def _home(name: str) -> str:
    """Say which table a setting belongs to that stands above them all."""
    kinds: dict[str, Any] = {
        "edition": Edition,
        "site": Site,
        "show": Show,
        "reading": Reading,
        "sound": Sound,
    }
    homes = (table for table, kind in kinds.items() if name in {f.name for f in fields(kind)})
    table = next(homes, "voices" if name in get_args(Role) else "")
    return f"; {name} stands under [{table}]" if table else ""


def _edition(table: dict[str, Any], mistakes: _Mistakes) -> Edition:
    edition = _fill(Edition, table, "edition", mistakes)
    if edition.address and not is_address(edition.address):
        mistakes.add("edition", "address", f"{edition.address!r} is no http(s) address")
    elif not _can_be_added_to(edition.address):
        mistakes.add(
            "edition", "address", "is host and folder, no more; say https://audio.example.org/news/"
        )
    for host in edition.hosts:
        if "/" in host or not is_address(f"https://{host}/"):
            mistakes.add("edition", "hosts", f"{host!r} is no host; say news.example.org")
    try:
        ZoneInfo(edition.timezone)
    except (KeyError, ValueError, OSError):
        mistakes.add("edition", "timezone", f"{edition.timezone!r} is no zone; say Europe/London")
    return edition


def _site(table: dict[str, Any], mistakes: _Mistakes) -> Site:
    site = _fill(Site, table, "site", mistakes)
    if site.place and not is_selector(site.place):
        mistakes.add("site", "place", f"{site.place!r} is no CSS selector; say article h1")
    if not site.address:
        return site
    if not is_address(site.address) or not _can_be_added_to(site.address):
        mistakes.add("site", "address", f"{site.address!r} is no address; say https://example.org/")
    return replace(site, address=site.address.rstrip("/") + "/")


def _can_be_added_to(address: str) -> bool:
    """Whether the name of a file can be put behind an address."""
    parts = urlsplit(address)
    plain = address.isascii() and not re.search(r"[\s?#\\\"<>]", address)
    return plain and "@" not in parts.netloc


def _show(table: dict[str, Any], edition: Edition, mistakes: _Mistakes) -> Show:
    show = _fill(Show, table, "show", mistakes, without=PRESS_SETS)
    try:
        category(show.category)
    except ConfigError as error:
        mistakes.add("show", "category", f"{error.message}; say {error.hint}")
    if show.frequency not in FREQUENCIES:
        mistakes.add("show", "frequency", f"is one of {', '.join(FREQUENCIES)}")
    _language("show", "language", show.language, mistakes)
    if show.link and not is_address(show.link):
        mistakes.add("show", "link", f"{show.link!r} is no http(s) address")
    address = edition.address.rstrip("/") + "/" if edition.address else Show().address
    show = replace(show, address=address, preview=not edition.address)
    _accepted(show, mistakes)
    return show


def _accepted(show: Show, mistakes: _Mistakes) -> None:
    """Find what directories refuse now, not when everything has been spoken."""
    for name in ("title", "author", "email", "copyright"):
        value = getattr(show, name)
        try:
            if value or name == "title":
                channel_value(value, name)
        except ConfigError as error:
            mistakes.add("show", name, error.message)
    try:
        channel_text(show, show.title)
    except ConfigError as error:
        mistakes.add("show", "description", error.message)


def _language(table: str, key: str, tag: str, mistakes: _Mistakes) -> None:
    if not LANGUAGE.fullmatch(tag):
        mistakes.add(table, key, f"{tag!r} is no language tag; say en-GB")


def _reading(table: dict[str, Any], own: Any, mistakes: _Mistakes) -> Reading:
    """Read ``[reading]``; its texts are in the language of the show, ``own``."""
    rest = {name: value for name, value in table.items() if name != "openings"}
    reading = _fill(Reading, rest, "reading", mistakes, without=("words_language",))
    openings = table.get("openings", {})
    if not isinstance(openings, dict):
        mistakes.add("reading", "openings", "is a table, written as [reading.openings]")
        openings = {}
    for tag in openings:
        _language("reading.openings", tag, tag, mistakes)
    reading = replace(
        reading,
        openings=_pairs(openings, str, "reading.openings", mistakes),
        words_language=str(own).partition("-")[0],
    )
    for key in ("keep", "drop"):
        for selector in getattr(reading, key):
            if not is_selector(selector):
                mistakes.add("reading", key, f"{selector!r} is no CSS selector; say div.promo")
    for text in (reading.opening, *(text for _, text in reading.openings)):
        for words in find_unknown_words(text):
            known = "{byline}, {date}, {title} and {section}"
            mistakes.add("reading", "opening", f"{words} stands for nothing; there are {known}")
    if reading.language:
        _language("reading", "language", reading.language, mistakes)
    return reading


def _sound(table: dict[str, Any], mistakes: _Mistakes) -> Sound:
    sound = _fill(Sound, table, "sound", mistakes)
    if sound.rate not in RATES:
        mistakes.add("sound", "rate", f"is one of {', '.join(map(str, RATES))} Hz")
    if sound.bitrate not in BITRATES:
        mistakes.add("sound", "bitrate", f"is one of {', '.join(map(str, BITRATES))} kb/s")
    _within("sound", "loudness", sound.loudness, (-31.0, -9.0), mistakes)
    _within("sound", "peak", sound.peak, (-9.0, -0.1), mistakes)
    _within("sound", "quality", sound.quality, (0, 9), mistakes)
    for item in fields(sound.pauses):
        milliseconds = getattr(sound.pauses, item.name)
        _within("sound.pauses", item.name, milliseconds, (0, 60_000), mistakes)
    for name in ("ident", "intro", "outro"):
        _music(getattr(sound, name), f"sound.{name}", mistakes)
    return sound


def _music(music: Music | None, table: str, mistakes: _Mistakes) -> None:
    if music is None:
        return
    _within(table, "gain", music.gain, (-60.0, 20.0), mistakes)
    _within(table, "duck", music.duck, (0.0, 60.0), mistakes)
    for key in ("fade_in", "fade_out", "alone"):
        _within(table, key, getattr(music, key), (0, 60_000), mistakes)


def _within(table: str, key: str, value: float, limits: tuple[float, float], to: _Mistakes) -> None:
    low, high = limits
    if not low <= value <= high:
        to.add(table, key, f"{value} is not between {low} and {high}")


def _cast(table: dict[str, Any], mistakes: _Mistakes) -> Cast:
    """Read ``[voices]``: a voice by role, and the tables ``languages``, ``rate``, ``kernel``."""
    names = {name: value for name, value in table.items() if not isinstance(value, dict)}
    roles = get_args(Role)
    for name, value in names.items():
        if name not in roles:
            mistakes.add("voices", name, "no such role" + _close(name, roles))
        elif not isinstance(value, str):
            mistakes.add("voices", name, "is the name of a voice, in quotes")
    tables = {name: value for name, value in table.items() if isinstance(value, dict)}
    known = ("languages", "rate", "kernel")
    for name in tables.keys() - set(known):
        mistakes.add(f"voices.{name}", "", "no such table" + _close(name, known))
    for tag in tables.get("languages", {}):
        _language("voices.languages", tag, tag, mistakes)
    return Cast(
        body=str(names.get("body", Cast().body)),
        roles=tuple(sorted((k, str(v)) for k, v in names.items() if k != "body")),
        languages=_pairs(tables.get("languages", {}), str, "voices.languages", mistakes),
        rates=_pairs(tables.get("rate", {}), float, "voices.rate", mistakes),
        kernels=_pairs(tables.get("kernel", {}), str, "voices.kernel", mistakes),
    )


def _pairs(
    table: dict[str, Any], kind: type, where: str, mistakes: _Mistakes
) -> tuple[tuple[str, Any], ...]:
    pairs = []
    for name, value in sorted(table.items()):
        if _fits(value, kind):
            pairs.append((name, kind(value)))
        else:
            mistakes.add(where, name, f"is {_in_words(kind)}, not {value!r}")
    for name, value in pairs:
        if kind is float and not 0.5 <= value <= 2.0:  # noqa: PLR2004 - slower or faster is no speech
            mistakes.add(where, name, f"{value} is not between 0.5 and 2.0")
    return tuple(pairs)


T = typing.TypeVar("T")


def _fill(
    kind: type[T],
    table: dict[str, Any],
    where: str,
    mistakes: _Mistakes,
    without: tuple[str, ...] = (),
) -> T:
    """Make a value of ``kind`` of a table, by the types of its fields."""
    hints = typing.get_type_hints(kind)
    known = [item.name for item in fields(kind) if item.name not in without]  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            mistakes.add(where, name, "no such setting" + _close(name, known))
            continue
        read = _value(hints[name], value, where, name, mistakes)
        if read is not MISSING:
            values[name] = read
    try:
        return kind(**values)
    except TypeError:  # a field without default is missing, which only nested tables have
        mistakes.add(where, "", f"needs {', '.join(_needed(kind, values))}")
        return kind(**dict.fromkeys(_needed(kind, values), ""), **values)


def _needed(kind: type, values: dict[str, Any]) -> list[str]:
    return [
        item.name
        for item in fields(kind)
        if item.default is MISSING and item.default_factory is MISSING and item.name not in values
    ]


def _value(hint: Any, value: Any, where: str, name: str, mistakes: _Mistakes) -> Any:
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    kind = kinds[0] if kinds and get_origin(hint) is not tuple else hint
    if is_dataclass(kind) and isinstance(kind, type):
        if isinstance(value, dict):
            return _fill(kind, value, f"{where}.{name}", mistakes)
        mistakes.add(where, name, f"is a table, written as [{where}.{name}]")
        return MISSING
    if get_origin(kind) is tuple and isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return tuple(value)
    elif _fits(value, kind):
        return float(value) if kind is float else value
    mistakes.add(where, name, f"is {_in_words(kind)}, not {value!r}")
    return MISSING


def _fits(value: Any, kind: Any) -> bool:
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(kind, type) and isinstance(value, kind)


def _in_words(kind: Any) -> str:
    words = {
        str: "a text in quotes",
        bool: "true or false",
        int: "a whole number",
        float: "a number",
    }
    return words.get(kind, 'a list of texts, ["like", "this"]')


def _close(name: str, known: typing.Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
