"""Who speaks what, by what the configuration names: a role, a language, else the body's voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiopress.text.language_names import find_base

if TYPE_CHECKING:
    from audiopress.model import Cast, Role

__all__ = ["choose_voice", "find_language_voice", "list_named"]


def choose_voice(cast: Cast, role: Role, language: str) -> str:
    """Return the name of the voice that speaks a role in a language."""
    # Who speaks a role was chosen by name, and holds in every language.
    return dict(cast.roles).get(role) or find_language_voice(cast, language) or cast.body


def find_language_voice(cast: Cast, language: str, *, other_regions: bool = False) -> str:
    """Return the voice that ``[voices.languages]`` names for a language, or nothing.

    The longest tag counts: ``de`` speaks ``de-AT`` where nobody is named for that, and ``no`` what
    is in ``nb``, which is another name of it. With
    ``other_regions`` a voice for ``pt-BR`` is one for ``pt-PT`` too, where there is none nearer.
    """
    matching = [
        # The very tag goes first: Bokmål and Nynorsk may have a voice each.
        (_begins(prefix.lower(), language.lower()), len(prefix), voice)
        for prefix, voice in cast.languages
        if _begins(_unify(prefix), _unify(language))
    ]
    if matching:
        return max(matching)[2]
    named = (voice for prefix, voice in cast.languages if find_base(prefix) == find_base(language))
    return next(named, "") if other_regions else ""


def list_named(cast: Cast) -> dict[str, str]:
    """Return every voice that a cast names, by its place under ``[voices]``.

    A pace for a voice that nobody knows would do nothing: it is a slip in the name, and listed too.
    """
    by_language = {f"languages.{language}": name for language, name in cast.languages}
    paces = {f"rate.{name}": name for name, _ in cast.rates}
    return {"body": cast.body, **dict(cast.roles), **by_language, **paces}


def _begins(prefix: str, tag: str) -> bool:
    # With the hyphen, so that "fi" (Finnish) does not take "fil" (Filipino).
    return f"{tag}-".startswith(f"{prefix}-")


def _unify(tag: str) -> str:
    """Return a tag by the usual name of its language: ``no-no`` of ``nb-NO``."""
    _, *rest = tag.replace("_", "-").lower().split("-")
    return "-".join((find_base(tag), *rest))
