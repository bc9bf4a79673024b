"""``audiopress completion``: what a shell needs to complete commands and options."""

from __future__ import annotations

import enum
import os
from typing import Annotated, Final

import typer

from audiopress.cli.console import print_result

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
    from typer.completion import get_completion_script

    script = get_completion_script(
        prog_name="audiopress", complete_var=_VARIABLE, shell=shell.value
    )
    print_result(script)


def prepare_completion() -> None:
    """Let the program answer a shell that asks what could follow."""
    if os.environ.get(_VARIABLE):
        from typer.completion import completion_init

        completion_init()
