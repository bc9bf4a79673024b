"""Voices that join the body's for new articles in a variety of its language, when installed."""

from __future__ import annotations

from audiopress.voices import find, find_need, is_installed

__all__ = ["find_companion"]

_COMPANIONS = {"heart": (("en-GB", "emma"),)}
"""By voice, who speaks another variety of its language: British English is pronounced otherwise,
and not by an American accent alone. They are not shipped, so whoever has one asked for it."""


def find_companion(body: str, language: str) -> str:
    """Return the installed voice that speaks a language in place of ``body``, or nothing."""
    spoken = dict(_COMPANIONS.get(body, ()))
    name = next((spoken[tag] for tag in spoken if tag.lower() == language.lower()), "")
    if not name:
        return ""
    voice = find(name)
    return name if is_installed(voice) and not find_need(voice) else ""
