"""Options that every command of a kind has: what a stranger's folder may do is asked of each."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import TYPE_CHECKING

import pytest

import audiopress.cli
from audiopress.cli import app, options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import typer

LOADERS = {"make_settings", "load_settings", "_load_settings"}
"""Functions that read the configuration of a folder."""


def list_commands(group: typer.Typer, before: str = "") -> Iterator[tuple[str, Callable]]:
    for command in group.registered_commands:
        assert command.callback is not None
        yield f"{before}{command.name or command.callback.__name__}", command.callback
    for inner in group.registered_groups:
        assert inner.typer_instance is not None
        yield from list_commands(inner.typer_instance, f"{before}{inner.name} ")


COMMANDS = dict(list_commands(app))


def loads_configuration(callback: Callable) -> bool:
    return bool(LOADERS & set(inspect.unwrap(callback).__code__.co_names))


def test_all_modules_of_commands_are_looked_at() -> None:
    """Whatever module of the command line loads a configuration has a command that we see."""
    seen = {callback.__module__ for callback in COMMANDS.values() if loads_configuration(callback)}
    for module in pkgutil.iter_modules(audiopress.cli.__path__, "audiopress.cli."):
        source = inspect.getsource(importlib.import_module(module.name))
        if module.name != options.__name__ and any(f"{name}(" in source for name in LOADERS):
            assert module.name in seen


@pytest.mark.parametrize(
    "name", [name for name, callback in COMMANDS.items() if loads_configuration(callback)]
)
def test_what_loads_a_configuration_can_be_told_not_to_trust_it(name: str) -> None:
    given = inspect.signature(COMMANDS[name]).parameters.get("untrusted")
    assert given is not None
    # Annotations are words until somebody asks: all of them name the one shared option.
    assert given.annotation in {"Untrusted", options.Untrusted}
    assert "untrusted=untrusted" in inspect.getsource(COMMANDS[name])
