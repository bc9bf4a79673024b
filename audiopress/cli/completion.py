"""``audiopress completion``: what a shell needs to complete commands and options."""

from __future__ import annotations

import enum
import os
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from audiopress.cli.terminal.console import print_result

__all__ = ["completion", "prepare_completion"]

_VARIABLE: Final = "_AUDIOPRESS_COMPLETE"
"""The variable in which a shell asks the program for what could follow."""


class Shell(enum.StrEnum):
    """Shells that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[Shell, typer.Argument(help="The shell that is to complete.")],
) -> None:
    """Print what makes a shell complete commands and options.

    For bash: audiopress completion bash >> ~/.bashrc
    """
    # As a module: typer does not name them among what it exports.
    scripts: Any = import_module("typer.completion")
    print_result(
        scripts.get_completion_script(
            prog_name="audiopress", complete_var=_VARIABLE, shell=shell.value
        )
    )


def prepare_completion() -> None:
    """Let the program answer a shell that asks what could follow."""
    if os.environ.get(_VARIABLE):
        answers: Any = import_module("typer.completion")
        answers.completion_init()
