"""``audiopress serve``: look at an edition, or host a small one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from audiopress.cli.console import print_message
from audiopress.cli.options import Debug  # noqa: TC001 - typer reads it
from audiopress.errors import StoreError

__all__ = ["serve"]


def serve(
    output: Annotated[Path, typer.Argument(help="The edition's folder.")] = Path("output"),
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8000,
    *,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Serve an edition for a look at it, with byte ranges so that players can seek."""
    # What is no edition may hold what is private: a mistyped folder is not served.
    # Not Path.is_file, which raises for a name that no disk takes.
    if not os.path.isfile(output / "index.html"):  # noqa: PTH113
        raise StoreError("no edition lies here", where=str(output), hint="audiopress build SOURCE")
    # Starlette and uvicorn take some tenths of a second: only when there is something to serve.
    from audiopress import server

    server.run(output, host=host, port=port, announce=print_message)
