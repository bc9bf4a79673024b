"""``[[voices.remote]]``: voices that a server speaks, described by whoever uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from audiopress.errors import SourceError
from audiopress.model import SpeechServer, Voice
from audiopress.net.public_address import parse_target
from audiopress.settings.limits import FORMATS
from audiopress.settings.mistakes import fill_value, name_number
from audiopress.settings.tables import RemoteVoiceTable
from audiopress.voices import list_voices

if TYPE_CHECKING:
    from audiopress.net.public_address import Target
    from audiopress.settings.mistakes import Mistakes, Place

__all__ = ["read_remote_voices"]

_ENGINE = "openai"
"""The engine that asks them, by the name of the protocol's author."""

_PLACE = "/audio/speech"
"""How the path of every such server ends; what stands before it is theirs, mostly ``/v1``."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""A voice's name. Without a colon: ``system:`` begins those of the operating system."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
"""A variable of the environment (POSIX). Most keys have a hyphen, and are told from one by it."""

_LICENCE = "its own terms"
"""What is known of the licence: those who run the server say it, and nobody else."""


def read_remote_voices(tables: Any, mistakes: Mistakes) -> tuple[Voice, ...]:
    """Return the voices of servers, sorted by name; what is wrong with one is noted."""
    if not isinstance(tables, list):
        mistakes.add("voices", "remote", "is a list of tables, each written as [[voices.remote]]")
        return ()
    found: dict[str, Voice] = {}
    for number, table in enumerate(tables, start=1):
        where = name_number("voices.remote", number)
        if not isinstance(table, dict):
            mistakes.add(where, "", "is a table, written as [[voices.remote]]")
            continue
        voice = _read_voice(table, where, mistakes)
        if voice.name in found:
            mistakes.add(where, "name", f'"{voice.name}" is the name of another one above')
        found[voice.name] = voice
    # Sorted: two orders of one file are the same settings.
    return tuple(voice for _, voice in sorted(found.items()))


def _read_voice(table: dict[str, Any], where: Place, mistakes: Mistakes) -> Voice:
    remote = fill_value(RemoteVoiceTable, table, where, mistakes)
    _check_name(remote.name, table, where, mistakes)
    for key in ("model", "voice"):
        if table.get(key) == "":
            mistakes.add(where, key, "is empty; say the name that the server knows it by")
    if remote.format not in FORMATS:
        mistakes.add(where, "format", f"is one of {', '.join(FORMATS)}")
    # Never shown: it may be the key itself, written in the wrong place.
    if remote.key_env and not _VARIABLE.fullmatch(remote.key_env):
        mistakes.add(
            where,
            "key_env",
            "is the name of a variable of the environment, such as SPEECH_KEY; the key itself "
            "stands in no file",
        )
    target = _read_url(remote, table, where, mistakes)
    return Voice(
        name=remote.name,
        engine=_ENGINE,
        languages=remote.languages,
        title=f"{remote.voice} of {remote.model}, spoken by {target.authority}" if target else "",
        speaker=remote.voice,
        licence=_LICENCE,
        server=SpeechServer(
            url=target.url if target else "",
            host=target.authority if target else "",
            model=remote.model,
            format=remote.format,
            key_env=remote.key_env,
            own=remote.private,
        ),
    )


def _check_name(name: str, table: dict[str, Any], where: Place, mistakes: Mistakes) -> None:
    if "name" not in table:  # said with all that is missing
        return
    if not _NAME.fullmatch(name):
        mistakes.add(where, "name", "is letters, figures, dots and hyphens; say our-voice")
    elif any(voice.name == name for voice in list_voices()):
        mistakes.add(where, "name", f'"{name}" is a voice of audiopress already; say our-{name}')


def _read_url(
    remote: RemoteVoiceTable, table: dict[str, Any], where: Place, mistakes: Mistakes
) -> Target | None:
    """Return where requests go: ``/v1/audio/speech`` may be left out, or its end."""
    if not isinstance(table.get("url"), str):  # noted already: missing, or no text
        return None
    try:
        target = parse_target(remote.url)
    except SourceError as error:
        # Without the address: it may hold a password.
        mistakes.add(where, "url", f"{error.message}; say https://speech.example.org/v1")
        return None
    if target.scheme != "https" and not remote.private:
        mistakes.add(
            where,
            "url",
            "is not https: articles and key would be read on the way; "
            "for a server of your own add private = true",
        )
    path, _, query = target.path.partition("?")
    path = path.rstrip("/")
    if not path.endswith(_PLACE):
        path = (path or "/v1") + _PLACE
    root = f"{target.scheme}://{target.authority}"
    return parse_target(f"{root}{path}?{query}" if query else f"{root}{path}")
