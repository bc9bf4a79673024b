"""What every table of ``audiopress.toml`` may say: one function a table, mistakes collected.

What a directory or a device would refuse after an hour of speaking is refused here at once.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import fields, replace
from typing import Any, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from audiopress.errors import ConfigError, SourceError
from audiopress.identity import is_address
from audiopress.model import DISCLOSURES, Cast, Music, Reading, Role, Show, Sound
from audiopress.net.public_address import parse_target
from audiopress.publish.feed.apple_categories import find_category
from audiopress.publish.feed.channel import check_channel_value, describe_channel
from audiopress.publish.sanitize import clean_url
from audiopress.reading.html.tree.css_selectors import is_selector
from audiopress.reading.named_texts import is_named_text
from audiopress.settings.limits import (
    BITRATES,
    DUCK,
    FOREIGN,
    FREQUENCIES,
    LOUDNESS,
    MUSIC_GAIN,
    PACE,
    PAUSE,
    PEAK,
    QUALITY,
    RATES,
)
from audiopress.settings.mistakes import (
    Mistakes,
    fill_value,
    suggest_name,
)
from audiopress.settings.remote_voices import read_remote_voices
from audiopress.settings.shared_cache import settle_caches
from audiopress.settings.source_tables import find_fault
from audiopress.settings.tables import EditionTable, ReviewTable, SiteTable
from audiopress.settings.texts_by_language import read_by_language, read_pairs
from audiopress.speaking.opening import find_unknown_words
from audiopress.text.language_names import is_tag, name_language
from audiopress.text.language_slips import check_tag

__all__ = [
    "PRESS_SETS",
    "place_disclosure",
    "read_cast",
    "read_edition",
    "read_reading",
    "read_review",
    "read_show",
    "read_site",
    "read_sound",
]

_VOICE_TABLES = ("languages", "rate", "kernel", "remote")
"""The tables below ``[voices]``; every other name there is a role with its voice."""

_BY_LANGUAGE = ("openings", "disclosures")
"""The tables below ``[reading]``: texts of one's own by language."""

_AROUND_HOST = re.compile(
    r"(?P<scheme>https?://)?(?P<user>[^/@]*@)?(?P<wildcard>\*?\.)?(?P<host>[^/:@?#]*)"
    r"(?P<port>:\d*)?(?P<path>[/?#].*)?",
    re.IGNORECASE,
)
"""What people write around a host."""

_FILE = re.compile(r"//[^/]+/(?:.*/)?[^/]+\.(?:xml|rss|atom|json|html?)$", re.IGNORECASE)
"""An address that names a file, as a feed's does: what is published lies below a folder."""

PRESS_SETS = ("address", "artwork_side", "guid", "preview", "id", "folder", "narration")
"""Fields of a show that ``[show]`` does not hold: other tables and the ledger say them."""


def read_edition(table: dict[str, Any], mistakes: Mistakes) -> EditionTable:
    """Read ``[edition]``."""
    edition = fill_value(EditionTable, table, "edition", mistakes)
    if edition.address and not is_address(edition.address):
        mistakes.add("edition", "address", f"{edition.address!r} is no http(s) address")
    # Names of files are put behind it, in the feed and on every page.
    elif not _can_be_extended(edition.address):
        mistakes.add(
            "edition", "address", "is host and folder, no more; say https://audio.example.org/news/"
        )
    elif _FILE.search(edition.address):
        text = f"{edition.address!r} is a file's; say its folder, with a / behind"
        mistakes.add("edition", "address", text)
    for host in edition.hosts:
        if not _is_host(host):
            mistakes.add("edition", "hosts", _explain_host(host))
    _check_timezone(edition, mistakes)
    return settle_caches(edition, mistakes)


def _is_host(text: str) -> bool:
    """Whether a page could be on this host; a whole address or a port is no part of one."""
    if re.search(r"[\s/:@?#]", text):
        return False
    try:
        parse_target(f"https://{text}/")
    except SourceError:
        return False
    return all(text.removesuffix(".").split(".")) and is_address(f"https://{text}/")


def _explain_host(text: str) -> str:
    """Say what is too much of a host, and what it is without."""
    found = _AROUND_HOST.fullmatch(text.strip())
    parts = found.groupdict() if found else {}
    host = parts.pop("host", "")
    extra = " and ".join(f"a {what}" for what, said in parts.items() if said)
    if extra and _is_host(host):
        return f'{text!r} is no host, but has {extra}; say "{host}"'
    return f'{text!r} is no host; say "news.example.org"'


def _suggest_zone(text: str) -> str:
    """Return the zone whose city is most like what somebody wrote: Europe/Berlin of "Berlin"."""
    # Sorted by length, so that of two with one city the plain one is said.
    zones = sorted(available_timezones(), key=lambda zone: (-len(zone), zone))
    cities = {zone.rpartition("/")[2].lower(): zone for zone in zones if "/" in zone}
    city = text.strip().rpartition("/")[2].lower().replace(" ", "_")
    close = difflib.get_close_matches(city, cities, n=1)
    return cities[close[0]] if close else "Europe/London"


def _check_timezone(edition: EditionTable, mistakes: Mistakes) -> None:
    try:
        ZoneInfo(edition.timezone)
    # An unknown name is a KeyError, a path such as ../etc a ValueError; a folder, such as
    # Europe, is an OSError in some versions of Python.
    except (KeyError, ValueError, OSError):
        mistakes.add(
            "edition",
            "timezone",
            f"{edition.timezone!r} is no zone; say {_suggest_zone(edition.timezone)}",
        )


def read_site(table: dict[str, Any], mistakes: Mistakes) -> SiteTable:
    """Read ``[site]``; its address gets the closing slash that paths are put behind."""
    site = fill_value(SiteTable, table, "site", mistakes)
    if site.place and not is_selector(site.place):
        mistakes.add("site", "place", f"{site.place!r} is no CSS selector; say article h1")
    # Without one the pages of the site say where it is.
    if not site.address:
        return site
    if not is_address(site.address) or not _can_be_extended(site.address):
        mistakes.add("site", "address", f"{site.address!r} is no address; say https://example.org/")
    return replace(site, address=site.address.rstrip("/") + "/")


def read_review(table: dict[str, Any], mistakes: Mistakes) -> ReviewTable:
    """Read ``[review]``."""
    review = fill_value(ReviewTable, table, "review", mistakes)
    if review.corrections and not review.hold:
        mistakes.add("review", "corrections", "says nothing without hold = true")
    for name in ("include", "exclude"):
        patterns = getattr(review, name)
        if patterns and not review.hold:
            mistakes.add("review", name, "says nothing without hold = true")
        for pattern in patterns:
            # What is held has no page any more that a selector could be asked of.
            fault = find_fault(pattern, selectors=False)
            if fault:
                mistakes.add("review", name, fault)
    return review


def _can_be_extended(address: str) -> bool:
    """Whether the name of a file can be put behind an address."""
    parts = urlsplit(address)
    # A query or fragment ends a path, and quotation marks would end an attribute in a page.
    plain = address.isascii() and not re.search(r"[\s?#\\\"<>]", address)
    # A password would stand in the feed.
    return plain and "@" not in parts.netloc


def read_show(table: dict[str, Any], edition: EditionTable, mistakes: Mistakes) -> Show:
    """Read ``[show]``; without an address under ``[edition]`` the show is a preview."""
    show = fill_value(Show, table, "show", mistakes, without=PRESS_SETS)
    if show.keep < 0:
        mistakes.add("show", "keep", "is how many episodes the feed holds, 0 for all of them")
    _check_category(show, mistakes)
    if show.frequency not in FREQUENCIES:
        mistakes.add("show", "frequency", f"is one of {', '.join(FREQUENCIES)}")
    _check_language("show", "language", show.language, mistakes)
    for name in ("link", "funding", "moved_to", "hub"):
        address = getattr(show, name)
        if address and not (is_address(address) and clean_url(address)):
            mistakes.add("show", name, f"{address!r} is no http(s) address")
    if show.hub and show.private:
        mistakes.add("show", "hub", "would tell a stranger the secret address of a private show")
    if show.funding_text and not show.funding:
        mistakes.add("show", "funding_text", "are the words of funding, an address that is missing")
    for item in fields(show.subscribe):
        address = getattr(show.subscribe, item.name)
        if address and not (is_address(address) and clean_url(address)):
            mistakes.add("show.subscribe", item.name, f"{address!r} is no http(s) address")
    # The preview's address is that of `audiopress serve`.
    address = edition.address.rstrip("/") + "/" if edition.address else Show().address
    show = replace(show, address=address, preview=not edition.address)
    _check_channel(show, mistakes)
    return show


def _check_category(show: Show, mistakes: Mistakes) -> None:
    for name in ("category", "second_category"):
        text = getattr(show, name)
        try:
            if text or name == "category":
                find_category(text)
        except ConfigError as error:
            mistakes.add("show", name, f"{error.message}; say {error.hint}")
    if show.second_category and not mistakes.found:
        same = find_category(show.second_category) == find_category(show.category)
        if same:
            mistakes.add("show", "second_category", "is the first one again; leave one of them out")


def _check_channel(show: Show, mistakes: Mistakes) -> None:
    """Find what directories refuse now, not when everything has been spoken."""
    for name in ("title", "author", "email", "copyright", "license", "ownership"):
        value = getattr(show, name)
        try:
            # All but the title may be empty: a feed leaves them out.
            if value or name == "title":
                check_channel_value(value, name)
        except ConfigError as error:
            mistakes.add("show", name, error.message)
    try:
        describe_channel(show, show.title)
    except ConfigError as error:
        mistakes.add("show", "description", error.message)


def _check_language(table: str, key: str, tag: str, mistakes: Mistakes) -> None:
    if slip := check_tag(tag):
        mistakes.add(table, key, slip)


def read_reading(table: dict[str, Any], own: Any, mistakes: Mistakes) -> Reading:
    """Read ``[reading]``; its texts are in the language of the show, ``own``."""
    # Tables of names that a person chose, which `fill_value` would take for settings.
    rest = {name: value for name, value in table.items() if name not in _BY_LANGUAGE}
    rest = _read_disclosure(rest, mistakes)
    reading = fill_value(Reading, rest, "reading", mistakes, without=("words_language",))
    reading = replace(
        reading,
        openings=read_by_language(table, "reading", "openings", mistakes),
        disclosures=read_by_language(table, "reading", "disclosures", mistakes),
        # As it is in the file, not yet checked: another mistake is noted where the show is read.
        words_language=str(own),
    )
    _check_selectors(reading, mistakes)
    _check_openings(reading, mistakes)
    if reading.language:
        _check_language("reading", "language", reading.language, mistakes)
    return reading


def place_disclosure(said: object) -> object:
    """Return where ``disclosure`` is said, as the file has it; true and false, of 0.1.0, too."""
    return ("end" if said else "none") if isinstance(said, bool) else said


def _read_disclosure(table: dict[str, Any], mistakes: Mistakes) -> dict[str, Any]:
    """Return the table with ``disclosure`` as a place."""
    said = place_disclosure(table.get("disclosure", DISCLOSURES[0]))
    if said in DISCLOSURES:
        return table | {"disclosure": said}
    places = ", ".join(f'"{place}"' for place in DISCLOSURES)
    mistakes.add("reading", "disclosure", f"is one of {places}, not {said!r}")
    return {name: value for name, value in table.items() if name != "disclosure"}


def _check_selectors(reading: Reading, mistakes: Mistakes) -> None:
    for key in ("keep", "drop"):
        for selector in getattr(reading, key):
            if not (is_named_text(selector) or is_selector(selector)):
                better = "say div.promo, or text:and the words of a line"
                mistakes.add("reading", key, f"{selector!r} is no CSS selector; {better}")


def _check_openings(reading: Reading, mistakes: Mistakes) -> None:
    known = "{byline}, {date}, {title} and {section}"
    for text in (reading.opening, *(text for _, text in reading.openings)):
        for words in find_unknown_words(text):
            mistakes.add("reading", "opening", f"{words} stands for nothing; there are {known}")


def read_sound(table: dict[str, Any], mistakes: Mistakes) -> Sound:
    """Read ``[sound]`` with ``[sound.pauses]`` and the tables of the music."""
    sound = fill_value(Sound, table, "sound", mistakes)
    if sound.rate not in RATES:
        mistakes.add("sound", "rate", f"is one of {', '.join(map(str, RATES))} Hz")
    if sound.bitrate not in BITRATES:
        mistakes.add("sound", "bitrate", f"is one of {', '.join(map(str, BITRATES))} kb/s")
    _check_within("sound", "loudness", sound.loudness, LOUDNESS, mistakes)
    _check_within("sound", "peak", sound.peak, PEAK, mistakes)
    _check_within("sound", "quality", sound.quality, QUALITY, mistakes)
    for item in fields(sound.pauses):
        milliseconds = getattr(sound.pauses, item.name)
        _check_within("sound.pauses", item.name, milliseconds, PAUSE, mistakes)
    for name in ("ident", "intro", "outro"):
        _check_music(getattr(sound, name), f"sound.{name}", mistakes)
    return sound


def _check_music(music: Music | None, table: str, mistakes: Mistakes) -> None:
    if music is None:
        return
    _check_within(table, "gain", music.gain, MUSIC_GAIN, mistakes)
    _check_within(table, "duck", music.duck, DUCK, mistakes)
    for key in ("fade_in", "fade_out", "alone"):
        _check_within(table, key, getattr(music, key), PAUSE, mistakes)


def _check_within(
    table: str, key: str, value: float, limits: tuple[float, float], mistakes: Mistakes
) -> None:
    low, high = limits
    if not low <= value <= high:
        mistakes.add(table, key, f"{value} is not between {low} and {high}")


def read_cast(table: dict[str, Any], mistakes: Mistakes) -> Cast:
    """Read ``[voices]``: a voice by role, and the tables below it (`_VOICE_TABLES`)."""
    remote = read_remote_voices(table.get("remote", []), mistakes)
    table = {name: value for name, value in table.items() if name != "remote"}
    names = {name: value for name, value in table.items() if not isinstance(value, dict)}
    foreign = names.pop("foreign", Cast().foreign)
    if foreign not in FOREIGN:
        mistakes.add("voices", "foreign", f"is one of {', '.join(FOREIGN)}")
    names = _pick_roles(names, mistakes)
    tables = {name: value for name, value in table.items() if isinstance(value, dict)}
    for name in sorted(tables.keys() - set(_VOICE_TABLES)):
        mistakes.add(f"voices.{name}", "", "no such table" + suggest_name(name, _VOICE_TABLES))
    for tag in tables.get("languages", {}):
        _check_language("voices.languages", tag, tag, mistakes)
    for voice in remote:
        for tag in voice.languages:
            _check_language(f"voices.remote {voice.name}", "languages", tag, mistakes)
    rates = read_pairs(tables.get("rate", {}), float, "voices.rate", mistakes)
    for name, pace in rates:
        _check_within("voices.rate", name, pace, PACE, mistakes)
    return Cast(
        body=names.pop("body", Cast().body),
        # Sorted, as they are in digests: two orders of one file are the same settings.
        roles=tuple(sorted(names.items())),
        languages=read_pairs(tables.get("languages", {}), str, "voices.languages", mistakes),
        rates=rates,
        kernels=read_pairs(tables.get("kernel", {}), str, "voices.kernel", mistakes),
        remote=remote,
        foreign=str(foreign),
    )


def _pick_roles(names: dict[str, Any], mistakes: Mistakes) -> dict[str, str]:
    """Return the voices by role, without what is neither a role nor a voice, which is noted."""
    roles = get_args(Role)
    found = {}
    for name, value in names.items():
        if name not in roles:
            # A list is more likely a slip in the name of the one list there is than in a role.
            known = _VOICE_TABLES if isinstance(value, list) else roles
            other = _language_hint(name, value) or suggest_name(name, known)
            mistakes.add("voices", name, "no such role" + other)
        elif isinstance(value, str):
            found[name] = value
        else:
            mistakes.add("voices", name, "is the name of a voice, in quotes")
    return found


def _language_hint(name: str, value: object) -> str:
    """Say where the voice of a language is named, if it was named among the roles."""
    if not is_tag(name) or (known := name_language(name)) == name:
        return ""
    line = f'{name} = "{value}"' if isinstance(value, str) else name
    return f"; a line of [voices.languages] gives {known} a voice: {line}"
