"""The command line: one module a command, the only place that prints or exits.

The modules of the commands are imported to build ``--help``, so they import nothing heavy;
what a command needs it imports when it runs.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from audiopress import __version__
from audiopress.cli import (
    build,
    check,
    cluster,
    completion,
    correct,
    deploy,
    doctor,
    embed,
    gc,
    init,
    ledger,
    lexicon,
    plan,
    reading,
    release,
    say,
    script,
    serve,
    show,
    sign,
    site,
    stats,
    status,
    studio,
    sync,
    voices,
    withdraw,
)
from audiopress.cli.help.grouped_help import PlainCommand, RootGroup
from audiopress.cli.options.bare_sources import add_build
from audiopress.cli.options.given_options import forget_origins
from audiopress.cli.run import load_commands, run

__all__ = ["app", "main"]

app = typer.Typer(
    cls=RootGroup,
    help="Turn articles into an edition you can listen to: podcast feed, MP3s and pages.",
    # "[DIR]" in a help text is no markup, and an error is words of `report_error`, no traceback.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)
# In the order in which one meets them; --help has them in groups.
app.command("init", cls=PlainCommand)(init.init)
app.command("build", cls=PlainCommand)(build.build)
app.command("plan", cls=PlainCommand)(plan.plan)
app.command("sync", cls=PlainCommand)(sync.sync)
app.command("status", cls=PlainCommand)(status.status)
app.command("script", cls=PlainCommand)(script.script)
app.command("site", cls=PlainCommand)(site.site)
app.command("say", cls=PlainCommand)(say.say)
app.add_typer(voices.app, name="voices")
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(reading.app, name="reading")
app.command("check", cls=PlainCommand)(check.check)
app.command("deploy", cls=PlainCommand)(deploy.deploy)
app.command("sign", cls=PlainCommand)(sign.sign)
app.command("release", cls=PlainCommand)(release.release)
app.command("withdraw", cls=PlainCommand)(withdraw.withdraw)
app.command("correct", cls=PlainCommand)(correct.correct)
app.add_typer(show.app, name="show")
app.add_typer(ledger.app, name="ledger")
app.add_typer(cluster.app, name="cluster")
app.command("gc", cls=PlainCommand)(gc.gc)
app.command("serve", cls=PlainCommand)(serve.serve)
app.command("embed", cls=PlainCommand)(embed.embed)
app.command("studio", cls=PlainCommand)(studio.studio)
app.command("stats", cls=PlainCommand)(stats.stats)
app.command("doctor", cls=PlainCommand)(doctor.doctor)
app.command("completion", cls=PlainCommand)(completion.completion)


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"audiopress {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn articles into an edition you can listen to: podcast feed, MP3s and pages."""
    # Here, for the options of a command are read after those of the program.
    forget_origins()


def main() -> None:
    """Run the command line and exit."""
    completion.prepare_completion()
    sys.argv[1:] = add_build(sys.argv[1:], load_commands(app))
    sys.exit(run(app))
