"""What ``audiopress voices list`` shows: voices by language, in the 80 columns of a terminal."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from audiopress.cli.help.copied_commands import write_copied
from audiopress.text.language_names import find_base, name_language
from audiopress.voices import (
    explain_fault,
    find_need,
    has_engine,
    is_gpl,
    is_installed,
    list_missing,
    name_language_remedy,
    speaks_language,
)
from audiopress.voices.catalogue import name_remedy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from audiopress.model import Voice

__all__ = ["choose_voices", "count_download", "format_megabytes", "format_voices"]

_WIDTH = 80
"""Columns of the usual terminal; what says how a voice sounds is cut there."""

_STATE, _COST, _LICENCE = 15, 5, 17
"""Columns of the parts of a row, by the longest that the manifests here have."""

_NAME = 10
"""Columns of the names, unless one is longer."""

_MEGABYTE = 1_000_000
"""Bytes of a megabyte as networks and disks count them."""

_COMMAND = re.compile(r"(?:audiopress|python -m pip) [^(),;]*[^(),; ]")
"""A command within a sentence: up to a mark that none here has."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
"""Holds the words of a command together: `textwrap` breaks at the spaces of ASCII alone."""

_LEGEND = (
    "cost: CPU seconds for a second of speech, on one core of a small server",
    "MB: what `audiopress voices install NAME` fetches; Kokoro's voices share 92 MB",
    "[espeak], [piper]: extras under the GPL, which these voices speak with",
    "*: with conditions, or a lineage to know of: `audiopress voices show NAME`",
    "of one language, with the system's voices: `audiopress voices list fr`",
)
"""What stands below the list."""

_READ = frozenset(("de", "es", "fr", "it", "nl", "pt"))
"""Languages that are read with spoken forms of their own: each is listed, also without a voice."""


def choose_voices(voices: Sequence[Voice], language: str) -> list[Voice]:
    """Return the voices that say that they speak a language."""
    return [voice for voice in voices if speaks_language(voice, language)]


def format_voices(voices: Sequence[Voice], *, language: str = "", every: bool = False) -> list[str]:
    """Return the lines of the list; of one ``language`` all that speak it.

    ``every`` lists the operating system's voices one by one: there are some hundred.
    """
    system = [voice for voice in voices if voice.name.startswith("system:")]
    remote = [voice for voice in voices if voice.server is not None]
    own = [voice for voice in voices if voice not in remote and voice not in system]
    width = _measure_names([*own, *remote])
    head = f"  {'':{width}} {'':{_STATE}} {'cost':>{_COST}}  {'licence':{_LICENCE}} sounds"
    if language:
        lines = [head, *_format_language(language, own, width, listed=system)]
        lines += _format_system(system)
        return [*lines, *_format_remote(remote, width)]
    lines = [head]
    spoken = {find_base(tag) for voice in own for tag in voice.languages}
    for base in sorted(spoken | _READ, key=name_language):
        lines += _format_briefly(base, choose_voices(own, base), width)
    free = [voice for voice in own if not voice.languages]
    lines += ["any language", *_format_rows(free, width)]
    if every:
        lines += _format_system(system)
    elif system:
        lines.append(f"  and {len(system)} of the system: audiopress voices list --all, or list de")
    return [*lines, *_format_remote(remote, width), *_LEGEND]


def _format_briefly(language: str, voices: Sequence[Voice], width: int) -> list[str]:
    """Return the lines on one of all languages; all that helps stands in its own list."""
    lines = [f"{name_language(language)} ({find_base(language)})", *_format_rows(voices, width)]
    if not any(map(_is_ready, voices)):
        own = "no natural voice of audiopress's own: audiopress voices list"
        first = min(voices, key=_rank, default=None)
        lines += _wrap(
            f"no natural voice is ready: {name_remedy(first)}"
            if first
            else f"{own} {find_base(language)}"
        )
    return lines


def _format_language(
    language: str, voices: Sequence[Voice], width: int, *, listed: Sequence[Voice] | None = None
) -> list[str]:
    """Return the lines on one language: who speaks it, and what helps where nobody can.

    ``listed`` are the system's voices for it, where they follow.
    """
    lines = [f"{name_language(language)} ({find_base(language)})", *_format_rows(voices, width)]
    if not any(map(_is_ready, voices)):
        remedy = name_language_remedy(language, listed=listed)
        lines += _wrap(f"no natural voice is ready: {remedy}" if voices else remedy)
    return lines


def _wrap(text: str) -> list[str]:
    """Return a text in lines of the terminal's width; a command stays on one, to be copied."""
    kept = _COMMAND.sub(lambda found: write_copied(found[0]).replace(" ", _NO_BREAK), text)
    wrapped = textwrap.wrap(
        kept,
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in wrapped]


def _format_rows(voices: Sequence[Voice], width: int) -> Iterator[str]:
    for voice in sorted(voices, key=_rank):
        cost = "" if voice.cost is None else f"{voice.cost:g}"
        licence = _describe_licence(voice.licence)
        start = (
            f"  {voice.name:{width}} {_describe_state(voice):{_STATE}} {cost:>{_COST}}  "
            f"{licence:{_LICENCE}} "
        )
        yield start + _shorten(_describe_sound(voice), _WIDTH - len(start))
        if told := _describe_fault(voice):
            yield from _wrap(told)


def _format_system(voices: Sequence[Voice]) -> list[str]:
    # Their names are long: between them the others would lose what they sound like.
    return list(_format_rows(voices, _measure_names(voices)))


def _measure_names(voices: Sequence[Voice]) -> int:
    return max([_NAME, *(len(voice.name) for voice in voices)])


def _format_remote(voices: Sequence[Voice], width: int) -> list[str]:
    """Return the lines on voices of servers, which have neither a size nor a cost here."""
    rows = (
        f"  {voice.name:{width}} {', '.join(voice.languages) or 'any':{_STATE}} {voice.title}"
        for voice in voices
    )
    return ["on a server, which is sent the text", *rows] if voices else []


def _rank(voice: Voice) -> tuple[bool, bool, float, str]:
    """Return what rows are sorted by: what can speak at once, then what costs least."""
    return not _is_ready(voice), voice.cost is None, voice.cost or 0.0, voice.name


def _is_ready(voice: Voice) -> bool:
    return is_installed(voice) and not find_need(voice)


def _describe_state(voice: Voice) -> str:
    """Return "installed", or what is missing: a download, an extra, or both."""
    need = find_need(voice).removeprefix("audiopress")
    size = count_download(voice) if has_engine(voice) else 0
    # An extra brings the files of a voice that is a package.
    if size and not (need and voice.package):
        megabytes = format_megabytes(size)
        return f"{megabytes}, {need}" if need else megabytes
    if need:
        return f"needs {need}"
    if not has_engine(voice):
        return "no engine"
    if explain_fault(voice)[0]:
        return "broken"
    if not is_installed(voice):
        return "not installed"
    # What is under the GPL is told also where it is here already.
    return f"ready, [{voice.extra}]" if is_gpl(voice.extra) else "installed"


def _describe_fault(voice: Voice) -> str:
    """Return what is wrong with a voice that is here and cannot be used, and what mends it."""
    fault, where = explain_fault(voice)
    return f"{voice.name} cannot be used: {fault} ({where}): {name_remedy(voice)}" if fault else ""


def _describe_licence(licence: str) -> str:
    """Return the licence's name, with a star where the manifest says more of it."""
    name, _, more = licence.partition(";")
    star = "*" if more.strip() else ""
    return f"{_shorten(name.partition(',')[0], _LICENCE - len(star))}{star}"


def format_megabytes(size: int) -> str:
    """Return a number of bytes as "8 MB", at least one."""
    return f"{max(1, round(size / _MEGABYTE))} MB"


def count_download(voice: Voice) -> int:
    """Return the bytes of a voice's files that are not here and can be fetched."""
    return sum(file.size for file in list_missing(voice) if file.url)


def _describe_sound(voice: Voice) -> str:
    return voice.sounds or voice.title.partition(": ")[2] or voice.title


def _shorten(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(0, width - 1)].rstrip()}…"
