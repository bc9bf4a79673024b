"""What this run was given: where each option has its value from, and the words a next run needs.

A run is one of a process: what an earlier one was given is forgotten when the next begins.
"""

from __future__ import annotations

import functools
import re
import shlex
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 - typer looks up what the annotations of its callbacks name

from audiopress.cli.options.repeatable import LONGEST, may_be_repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "describe_origin",
    "find_origin",
    "forget_origins",
    "is_of_environment",
    "lacks_configuration",
    "list_next_words",
    "list_serving_words",
    "note_configuration",
    "note_origin",
    "note_serving",
    "note_sources",
    "note_target",
]

_origins: dict[str, str] = {}
"""Where this run has the value of an option from, by the option's name: as it is on the command
line, or a variable of the environment. An option that nobody gave is not in it."""

_typed: dict[str, tuple[str, ...]] = {}
"""The words of the command line that gave an option, by its name; of what is in the environment
none, for the next command finds it there too."""

_SOURCES = "sources"
"""The name of the argument that says what is built."""

_SERVING = "serving"
"""The name under which it is noted that this run speaks and serves, `serve --lan SOURCE`."""

_UNCONFIGURED = "unconfigured"
"""The name under which it is noted that there is no configuration."""

_TARGET = "target"
"""The name of the argument that says where `deploy` brings the edition."""

_EDITION = ("config", "output", "cache", "voice", "lexicon", "allow_private", "untrusted")
"""Options that say which edition is meant and how it is made: every next command needs them."""

_CHOICE = (
    *(
        "from_list",
        "backfill",
        "limit",
        "since",
        "max_age",
        "include",
        "exclude",
        "archived",
        "yes",
    ),
    "private",
)
"""Options that say which articles of the sources, and for whom: they go where the sources go."""

_CHOOSING = ("build", "plan", "script", "serve")
"""Commands that choose among articles: of another source than this run's in the same way."""

_LISTED = ("from_list", "backfill")
"""Options that are themselves what is chosen from."""

_HELD = ("release",)
"""Commands whose choice is one of what is held: of the sources it says nothing."""

_OF_SPEECH = ("voice", "lexicon", "allow_private")
"""Options of an edition that say how it is spoken: a look at one takes none of them."""

_SERVES_SPEECH = re.compile(r"(?<!\S)--(?:api(?![\w-])|lan [^\s,;.)-])")
"""With these `serve` speaks; else it is a look at what is there, and takes no option of speech."""

_SERVES_SOURCES = re.compile(r"(?<!\S)--lan [^\s,;.)-]")
"""With this it speaks sources that are chosen from, and not what a newsroom sends."""

_PORT = 8000
"""The port that `serve` listens on where nobody says another."""

_PLACEHOLDER = "SOURCE..."
"""What stands for sources that are too many to be repeated, or not fit to be printed."""


def forget_origins() -> None:
    """Begin a run, in which no option has been given yet."""
    _origins.clear()
    _typed.clear()


def note_origin(context: typer.Context, option: typer.CallbackParam, value: Any) -> Any:
    """Note where an option has its value from, for errors and next commands; typer calls it."""
    if value:
        name = option.name or ""
        _origins[name] = describe_origin(context, option)
        source = context.get_parameter_source(name)
        # By its name: newer versions of typer have a copy of click's own type.
        of_held = name in _CHOICE and context.info_name in _HELD
        if source is not None and source.name == "COMMANDLINE" and not of_held:
            _typed[name] = tuple(_write_words(option, value))
    return value


def note_sources(sources: list[str]) -> None:
    """Note sources that a command has found among its words, as ``serve`` does."""
    _typed[_SOURCES] = tuple(sources)


def note_configuration(*, found: bool) -> None:
    """Note whether this run has a configuration, in which a line of one could stand."""
    _typed.pop(_UNCONFIGURED, None)
    if not found:
        _typed[_UNCONFIGURED] = ()


def lacks_configuration() -> bool:
    """Whether this run has read that there is no configuration."""
    return _UNCONFIGURED in _typed


def note_serving(port: int) -> None:
    """Note that this run speaks for a phone, by ``serve --lan``, and on which port if not 8000."""
    # The sources come behind --lan.
    _typed[_SERVING] = (*(("--port", str(port)) if port != _PORT else ()), "--lan")


def list_serving_words() -> tuple[str, ...]:
    """Return the words with which `serve` speaks as this run does; none where it does not."""
    return _typed.get(_SERVING, ())


def note_target(target: str) -> None:
    """Note where this run deploys to, if it says so: the next one goes there too."""
    if target:
        _typed[_TARGET] = (target,)


def _write_words(option: Any, value: Any) -> Iterator[str]:
    """Yield the words that give an option, or an argument, this value."""
    if option.name == _SOURCES:
        yield from map(str, value)
        return
    name = max(option.opts, key=len)
    for each in value if isinstance(value, list | tuple) else [value]:
        yield name
        if each is not True:
            yield str(each)


def describe_origin(context: Any, option: Any) -> str:
    """Return an option of click as it is on the command line, or the variable that gives it."""
    source = context.get_parameter_source(option.name)
    # By its name: newer versions of typer have a copy of click's own type.
    if source is not None and source.name == "ENVIRONMENT":
        return f"{option.envvar} in the environment"
    # Of -o and --output the long one, which says what it is.
    return max(option.opts, key=len, default=str(option.name))


def find_origin(option: str, default: str = "") -> str:
    """Return where this run has the value of an option from, ``default`` if nobody gave it."""
    return _origins.get(option, default)


def is_of_environment(option: str) -> bool:
    """Whether a variable gives this run an option: for the whole machine, and not for this run."""
    return option in _origins and option not in _typed


def list_next_words(command: str, written: str, *, bare: bool, sourced: bool = False) -> str:
    """Return the words that ``command`` needs to mean what this run means, ready for a shell.

    ``written`` is what the proposal has behind it already: an option that is in there stays as it
    is. ``bare`` says that it names no source, and so is meant for those of this run, ``sourced``
    that it names one, which is chosen from as this run chooses.
    """
    if not _typed:
        return ""
    takes = _list_parameters(command)
    sources = _typed.get(_SOURCES, ()) if bare and _SOURCES in takes else ()
    return " ".join(
        _write_sources(sources)
        + [
            shlex.join(_typed[name])
            for name in (*((_TARGET,) * bare), *_EDITION, *_list_choice(command, bare, sourced))
            if name in takes and name in _typed and not _is_written(takes[name], written)
            if _is_meant(command, name, written)
        ]
    )


def _list_choice(command: str, bare: bool, sourced: bool) -> tuple[str, ...]:
    """Return the options of choice that a proposal takes along."""
    if bare:
        return _CHOICE
    chooses = sourced and command in _CHOOSING
    return tuple(name for name in _CHOICE if chooses and name not in _LISTED)


def _is_meant(command: str, name: str, written: str) -> bool:
    """Whether what a proposal does has to do with an option that its command takes."""
    if command == "serve":
        return _is_served(name, written)
    # A correction asks for a page only where --in names one.
    return name != "allow_private" or not command.startswith("reading ") or "--in" in written


def _is_served(name: str, written: str) -> bool:
    """Whether a proposal of `serve` is one that takes this option."""
    if name in _CHOICE:
        return bool(_SERVES_SOURCES.search(written))
    return name not in _OF_SPEECH or bool(_SERVES_SPEECH.search(written))


def _write_sources(sources: Sequence[str]) -> list[str]:
    if len(text := shlex.join(sources)) > LONGEST or not may_be_repeated(sources):
        return [_PLACEHOLDER]
    return [text, "< FILE"][: 1 + ("-" in sources)] if sources else []


def _is_written(names: tuple[str, ...], written: str) -> bool:
    """Whether one of an option's names stands in a proposal, or what takes its place."""
    others = ("--site",) if "--output" in names else ()
    return any(re.search(rf"(?<!\S){name}(?![\w-])", written) for name in (*names, *others))


@functools.cache
def _list_parameters(command: str) -> dict[str, tuple[str, ...]]:
    """Return the options of a command that others have too, by name: how they are written."""
    # Not at the top: the app is made of the commands, and these import us.
    from audiopress.cli import app
    from audiopress.cli.run import load_commands

    found: Any = load_commands(app)
    for word in command.split():
        found = getattr(found, "commands", {}).get(word)
    # An --output that no variable sets is another one: where `say` writes its sound.
    return {
        each.name: tuple(each.opts)
        for each in getattr(found, "params", ())
        if each.envvar or each.name not in _EDITION
    }
