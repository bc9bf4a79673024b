"""What a voice lacks on this machine, and what helps: most of all one that the ledger keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from audiopress.errors import VoiceError
from audiopress.text.language_names import find_base
from audiopress.voices import explain_fault, find, find_need, is_installed, speaks_language
from audiopress.voices.catalogue import name_remedy
from audiopress.voices.extras import name_command

if TYPE_CHECKING:
    from audiopress.model import Cast, Voice
    from audiopress.press.steps.read import Manuscript

__all__ = ["describe_lack", "explain_lacking", "explain_missing", "name_setting"]


def describe_lack(voice: Voice, kernel: str = "") -> tuple[str, str] | None:
    """Return what a voice lacks here and the command that brings it, or nothing.

    ``kernel`` is the one that the settings name for it.
    """
    # As lines have it: a kernel may need more than the voice does.
    asked = replace(voice, options=(*voice.options, ("kernel", kernel))) if kernel else voice
    # First what it needs: an extra may bring the voice's files too.
    if need := find_need(asked):
        return f"needs {need}, which is not installed", name_command(need, voice.engine)
    if not is_installed(voice):
        fault, where = explain_fault(voice)
        lack = f"cannot be used: {fault} ({where})" if fault else "is not installed"
        return lack, name_remedy(voice)
    return None


def explain_lacking(manuscript: Manuscript, name: str, cast: Cast) -> VoiceError | None:
    """Return the error on a voice that is named for a language and is not here, or nothing.

    Of the body's voice and those of roles a run says it before it begins: they speak everything.
    """
    language = next((language for language, voice in cast.languages if voice == name), "")
    if not language or name in (cast.body, *dict(cast.roles).values()):
        return None
    lack = describe_lack(find(name, cast.remote), dict(cast.kernels).get(name, ""))
    if lack is None:
        return None
    return VoiceError(
        f'voice "{name}" {lack[0]}',
        where=manuscript.uri,
        hint=f'{lack[1]}; or name another one: {language} = "OTHER" under [voices.languages]',
    )


def explain_missing(manuscript: Manuscript, name: str, cast: Cast) -> VoiceError | None:
    """Return the error on who speaks an article by the ledger alone and is not here, or nothing.

    Of voices that the configuration names a run says it before it begins.
    """
    if not name or name in (cast.body, *dict(cast.roles).values(), *dict(cast.languages).values()):
        return None
    try:
        lack = describe_lack(find(name, cast.remote))
    except VoiceError:
        found, way = f'there is no voice "{name}" any more', "install the package that brings it"
    else:
        if lack is None:
            return None
        found, way = f'voice "{name}" {lack[0]}', lack[1]
    setting = name_setting(manuscript.article.language, cast, "OTHER")
    return VoiceError(
        f"{found}, and the ledger keeps it for this article",
        where=manuscript.uri,
        hint=f"{way}; or have another voice speak it anew: {setting}",
    )


def name_setting(language: str, cast: Cast, name: str) -> str:
    """Return the line that names a voice for a language.

    It is for all regions, unless the body's voice speaks it in others.
    """
    body = find(cast.body, cast.remote)
    shared = not body.languages or speaks_language(body, language)
    return f'{language if shared else find_base(language)} = "{name}" under [voices.languages]'
