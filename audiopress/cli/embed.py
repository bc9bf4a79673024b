"""``audiopress embed``: the player of an article, to be pasted into another page."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated

import typer

from audiopress.cli.options import (
    Cache,
    Config,
    Debug,
    Output,
    Untrusted,
    make_settings,
    open_show,
)
from audiopress.cli.options.asked_edition import require_edition
from audiopress.cli.terminal.console import print_note, print_result

if TYPE_CHECKING:
    from audiopress.publish.pages.embed_code import EmbedForm

__all__ = ["embed"]


class EmbedAs(enum.StrEnum):
    """How the player comes into the page."""

    IFRAME = "iframe"
    ELEMENT = "element"
    SCRIPT = "script"


def embed(  # noqa: PLR0913 - the options of the contract
    name: Annotated[
        str, typer.Argument(metavar="ID", help="Any address, path or name of it, or its guid.")
    ],
    *,
    form: Annotated[
        EmbedAs,
        typer.Option(
            "--as",
            help="A frame, which any page takes; an element, which looks like the page around it; "
            "or one line for a site's template, for all articles.",
        ),
    ] = EmbedAs.IFRAME,
    config: Config = None,
    output: Output = None,
    cache: Cache = None,
    untrusted: Untrusted = False,
    debug: Debug = False,  # noqa: ARG001 - its callback does the work
) -> None:
    """Print the code that puts an article's player into another page."""
    settings = make_settings(config=config, output=output, cache=cache, untrusted=untrusted)
    require_edition(settings)
    from audiopress.press.embed import find_embed_code

    settings = open_show(settings, secret=True)
    wanted: EmbedForm = form.value
    print_result(find_embed_code(settings, name, wanted))
    if settings.show.preview:
        print_note(
            "this is a preview, so the code works on this machine alone, while "
            "`audiopress serve` runs; to publish: address under [edition]"
        )
