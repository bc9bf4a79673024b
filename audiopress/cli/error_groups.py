"""Errors of many pages: what is the same of one host is said once, with how many pages it is."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from audiopress.cli.console import print_error
from audiopress.text.counts import count_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audiopress.errors import AudiopressError

__all__ = ["group_errors", "print_errors"]

_HOST = re.compile(r"https?://([^/?#\s,]+)")
"""The host of the first address in the place that an error names."""

_ADDRESS = re.compile(r"https?://[^\s,;]+")
"""An address in the words of an error, in which those of one host differ."""

_FEW = 2
"""Errors of a host that are told each by itself: the second may be another article's."""


def print_errors(errors: Iterable[AudiopressError]) -> None:
    """Say what went wrong, of each host and each trouble once; ``--json`` has them all."""
    for first, *others in group_errors(errors):
        if others:
            print_error(_tell_of_all(first, others))
        else:
            print_error(first)


def group_errors(errors: Iterable[AudiopressError]) -> list[list[AudiopressError]]:
    """Return the errors in their order, those that say the same of pages of one host together."""
    groups: dict[tuple[str, str], list[AudiopressError]] = {}
    alone: list[list[AudiopressError]] = []
    order: list[list[AudiopressError]] = []
    for error in errors:
        host = _HOST.search(error.where)
        if host is None:
            alone.append([error])
            order.append(alone[-1])
            continue
        name = (_ADDRESS.sub("", error.message), host[1])
        if name not in groups:
            order.append(groups.setdefault(name, []))
        groups[name].append(error)
    return [part for group in order for part in _part(group)]


def _part(group: list[AudiopressError]) -> list[list[AudiopressError]]:
    return [[error] for error in group] if len(group) <= _FEW else [group]


def _tell_of_all(first: AudiopressError, others: Sequence[AudiopressError]) -> AudiopressError:
    """Return the first of many errors, with how many more pages of its host have it."""
    host = _HOST.search(first.where)
    error = copy.copy(first)
    pages = count_things(len(others), "more page")
    error.where = f"{first.where}, and {pages} of {host[1] if host else ''} (--json names them)"
    return error
