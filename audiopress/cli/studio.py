"""``audiopress studio``: the editor's window."""

from __future__ import annotations

import functools
import os
import sys
from typing import Annotated

import typer

from audiopress.cli.options import (
    AllowPrivate,
    Cache,
    Config,
    Debug,
    Lexicon,
    Output,
    Untrusted,
    Voice,
    make_settings,
    open_show,
)
from audiopress.cli.terminal.console import print_message, print_result

__all__ = ["studio"]


def studio(  # noqa: PLR0913 - the options of the contract
    *,
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, help="Port to listen on; 0 is any free one."),
    ] = 0,
    open_: Annotated[
        bool, typer.Option("--open/--no-open", help="Open it in the browser of this desktop.")
    ] = True,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    voice: Voice = None,
    lexicon: Lexicon = None,
    allow_private: AllowPrivate = False,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Open a window in the browser: drop articles, hear them, mend names, publish, take back.

    Nobody but this machine reaches it, and only by the address that is printed.
    """
    settle = functools.partial(
        make_settings,
        config=config,
        output=output,
        cache=cache,
        voice=voice,
        lexicon=lexicon,
        allow_private=allow_private,
        untrusted=untrusted,
    )
    settle()  # a mistake in the configuration is told here, and not in the window
    from audiopress.studio import run_studio

    def announce(address: str) -> None:
        print_result(address)
        print_message("This is your window; Ctrl-C closes it. Keep the address to yourself.")
        if open_ and _has_desktop():
            import webbrowser

            webbrowser.open(address)

    run_studio(settle, lambda: open_show(settle()), port, announce=announce)


def _has_desktop() -> bool:
    """Whether a browser would open in a window, and not in the terminal that we print to."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
