"""audiopress: a build system for sound.

Articles go in, an edition you can listen to comes out: a podcast feed, an MP3 with transcript
and chapters for each article, and pages with a player, all as static files. Everything is
spoken on your own machine. Articles are the sources, paragraphs the units of compilation, a
cache of segments the object store, and the feed is the link step that is committed last.

From Python it is six verbs and what they need (``docs/python.md`` shows each at work)::

    build           sources -> an edition, and a Report of what was done
    plan            sources -> what a build would speak, and why; writes nothing
    read            one source -> what would be said of it, what is left out, and why
    speak           sources -> just the sound, one file
    say             a text -> one sound file
    check           an edition -> a receipt: is it what it says it is?
    load_settings   audiopress.toml -> Settings

Everything that can go wrong is an `AudiopressError`. Nothing prints, nothing exits. Each name is
imported when it is first asked for, so that ``import audiopress`` costs next to nothing.

The rooms, imports go downwards only::

    cli                                        the program: one module a command
    public                                     the names above
    site | server                              players for a built site; a look at an edition
    press                                      the corridor: read, plan, speak, bind, ship
    testing                                    the conformance kit for plug-ins
    workers | settings                         processes; audiopress.toml
    sources | reading | speaking | engines | audio | publish | store
    identity                                   which article is this?
    voices | net | parallel
    text | disk | user_folders | plugins       ground that all of them share
    model                                      the values
    errors

``sources`` fetch a `Document`, ``reading`` makes an `Article` of it, ``speaking`` a `Script`,
``engines`` give a `Speech` for each `Line`, ``audio`` measures, levels and encodes it, ``publish``
makes the files of an `Episode`, and ``store`` keeps what is made. None of them knows another:
``press`` carries the values from one to the next and orders every effect.

``docs/architecture.md`` follows one paragraph through all of it. Start reading at
`audiopress.model` (the values) and `audiopress.press` (the order of all that happens).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from audiopress.errors import AudiopressError

if TYPE_CHECKING:
    from audiopress.press.report import Report
    from audiopress.public import build, check, load_settings, plan, read, say, speak
    from audiopress.settings import Settings

__all__ = [
    "AudiopressError",
    "Report",
    "Settings",
    "__version__",
    "build",
    "check",
    "load_settings",
    "plan",
    "read",
    "say",
    "speak",
]

__version__ = "0.2.0"

_HOMES = {
    "Report": "audiopress.press.report",
    "Settings": "audiopress.settings",
    "build": "audiopress.public",
    "check": "audiopress.public",
    "load_settings": "audiopress.public",
    "plan": "audiopress.public",
    "read": "audiopress.public",
    "say": "audiopress.public",
    "speak": "audiopress.public",
}
"""The module of each name that is imported when it is asked for. ``audiopress --help`` asks for
none of them, and would take nearly twice as long with what they import."""

if not TYPE_CHECKING:  # a type checker that saw this would believe in every name

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Name what is public, whether it was imported yet or not."""
        own = {name for name in globals() if name.startswith("__")}
        return sorted(own | set(__all__))
