"""Voices that join the body's for new articles in a variety of its language, when installed."""

from __future__ import annotations

from audiopress.voices import find, find_need, is_installed

__all__ = ["find_companion", "name_companion"]

_COMPANIONS = {"heart": (("en-GB", "emma"),)}
"""By voice, who speaks another variety of its language: British English is pronounced otherwise,
and not by an American accent alone. They are not shipped, so whoever has one asked for it."""


def find_companion(body: str, language: str) -> str:
    """Return the installed voice that speaks a language in place of ``body``, or nothing."""
    name = name_companion(body, language)
    return name if name and is_installed(find(name)) and not find_need(find(name)) else ""


def name_companion(body: str, language: str) -> str:
    """Return the voice that would speak a language in place of ``body``, here or not."""
    spoken = dict(_COMPANIONS.get(body, ()))
    return next((spoken[tag] for tag in spoken if tag.lower() == language.lower()), "")
