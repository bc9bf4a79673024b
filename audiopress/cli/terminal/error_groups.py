"""Errors of many pages: what is the same of one list and host is said once, with all places."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audiopress.cli.terminal.console import print_error
from audiopress.errors import VoiceError
from audiopress.text.commands import write_command
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.errors import AudiopressError

__all__ = ["group_errors", "print_errors"]

_HOST = re.compile(r"https?://([^/?#\s,]+)")
"""The host of the first address in the place that an error names."""

_ADDRESS = re.compile(r"https?://[^\s,;]+")
"""An address in the words of an error, in which those of one host differ."""

_IN_LIST = re.compile(
    r".+, in (?P<list>.+), (?P<kind>[a-z]+) (?P<number>\d+)"
    r"|(?P<of>.+?), (?P<what>[a-z]+) (?P<at>\d+): .*",
    re.DOTALL,
)
"""How an error names a list and a place in it: ``ADDRESS, in pile.csv, row 4``, and of what has no
address ``pile.csv, row 4: NAME`` (`audiopress.sources.lists`)."""

_IN_WHOLE = re.compile(r".+, (?P<how>in|a list of) (?P<list>.+)", re.DOTALL)
"""How an error names a list without a place in it, and a list that another one names."""

_FEW = 2
"""Errors of a list that are told each by itself: the second may be another article's."""

_SHOWN = 4
"""Articles that are named of those that a voice lacks for: the voice is what matters."""

_NAMED = 40
"""Places that are named in one error: some lines of a terminal."""


@dataclass(frozen=True, slots=True)
class _ErrorPlace:
    """Where an error stands: in which list, and where in it; ``number`` is -1 without a place."""

    listed_in: str
    kind: str
    number: int


def print_errors(errors: Iterable[AudiopressError]) -> None:
    """Say what went wrong, of each list, host and trouble once, with the places.

    So is what a voice lacks, whatever articles it would have spoken.
    """
    for first, *others in group_errors(errors):
        if not others:
            print_error(first)
        elif isinstance(first, VoiceError):
            print_error(_tell_of_voice(first, others))
        else:
            print_error(_tell_of_all(first, others))


def group_errors(errors: Iterable[AudiopressError]) -> list[list[AudiopressError]]:
    """Return the errors in their order, together those that say the same in one list, of one host.

    A list that cannot be had is never one of many, nor is a file; what a voice lacks is said of all
    articles together.
    """
    groups: dict[object, list[AudiopressError]] = {}
    for number, error in enumerate(errors):
        name = _find_group(error)
        groups.setdefault(name or number, []).append(error)
    return [part for group in groups.values() for part in _part(group)]


def _find_group(error: AudiopressError) -> tuple[str, ...]:
    """Return what an error shares with those that are told with it, or nothing."""
    if isinstance(error, VoiceError):
        return "voice", error.message, error.hint
    host, place = _HOST.search(error.where), _find_place(error.where)
    if place is None or (host is None and place.number < 0):
        return ()
    message = _ADDRESS.sub("", error.message)
    return message, host[1] if host else "", place.listed_in, place.kind


def _find_place(where: str) -> _ErrorPlace | None:
    if found := _IN_LIST.fullmatch(where):
        number = found["number"] or found["at"]
        return _ErrorPlace(
            found["list"] or found["of"], found["kind"] or found["what"], int(number)
        )
    whole = _IN_WHOLE.fullmatch(where)
    if whole and whole["how"] != "in":
        return None
    return _ErrorPlace(whole["list"] if whole else "", "", -1)


def _part(group: list[AudiopressError]) -> list[list[AudiopressError]]:
    one = len(group) > _FEW or isinstance(group[0], VoiceError)
    return [group] if one else [[error] for error in group]


def _tell_of_voice(first: VoiceError, others: Sequence[AudiopressError]) -> VoiceError:
    """Return the first of many errors on a voice, with the articles of all others."""
    error = copy.copy(first)
    places = list(dict.fromkeys(each.where for each in (first, *others)))
    if len(places) == 1:
        error.where = f"{first.where}, of {count_things(len(others) + 1, 'article')}"
        return error
    named = ", ".join(places[1:_SHOWN])
    left = f" ... ({write_command('plan', '--json')} names them)" * (len(places) > _SHOWN)
    more = count_things(len(places) - 1, "more article")
    error.where = f"{first.where}, and {more}: {named}{left}"
    return error


def _tell_of_all(first: AudiopressError, others: Sequence[AudiopressError]) -> AudiopressError:
    """Return the first of many errors, with the places of all others."""
    error = copy.copy(first)
    places = [place for other in others if (place := _find_place(other.where))]
    if places[0].number < 0:
        named = [re.split(r",? ", other.where)[0] for other in others]
        what = count_things(len(others), "more page")
    else:
        named = _write_ranges(sorted(place.number for place in places))
        kinds = re.sub(r"y$", "ie", places[0].kind) + "s"
        what = f"{len(others)} more, {kinds}"
    left = "" if len(named) <= _NAMED else f" ... ({_name_command(places[0])} names them)"
    error.where = f"{first.where}, and {what} {', '.join(named[:_NAMED])}{left}"
    return error


def _name_command(place: _ErrorPlace) -> str:
    return write_command("plan", *filter(None, [place.listed_in]), "--json")


def _write_ranges(numbers: Sequence[int]) -> list[str]:
    """Return numbers as a reader would write them: those that follow each other as one range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number - runs[-1][-1] <= 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
